"""The lines of a round as flat tables for a workbook: danh sách trích ngang, tổng hợp by unit and award."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from thidua_desktop.domain.identity import shown_id_number, without_id_numbers
from thidua_desktop.domain.list_exports import LineColumn, summary
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.reports.model import Align, Cell, Column, HeadCell, Row, Table
from thidua_desktop.reports.rows import RowsOf
from thidua_desktop.wording import labels, list_exports

_C = LineColumn
_WIDTHS = {_C.ORDINAL: 12.0, _C.NAME: 52.0, _C.UNIT: 60.0, _C.AWARD: 60.0, _C.CITATION: 80.0, _C.POSITION: 40.0}
_WIDTH = 30.0
_CENTERED = frozenset({_C.ORDINAL, _C.GENDER, _C.BIRTH, _C.ID_NUMBER})
_UNIT_WIDTH, _COUNT_WIDTH = 80.0, 30.0


def line_table(
    lines: Sequence[Nomination], columns: Sequence[LineColumn], awards: Mapping[str, str], *, full_ids: bool = False
) -> Table:
    """A row for each line, with the columns asked for.

    Args:
        lines: in the order of the list.
        columns: what is shown.
        awards: names by id.
        full_ids: identity numbers whole; otherwise their last four digits, in every column.
    """
    shared: Callable[[str], str] = str if full_ids else without_id_numbers

    def made(number: int, line: Nomination) -> Row:
        return Row(tuple(_cell(line, column, number, awards, shared, full=full_ids) for column in columns))

    shape = tuple(
        Column(_WIDTHS.get(column, _WIDTH), Align.CENTER if column in _CENTERED else Align.LEFT) for column in columns
    )
    return Table(shape, (tuple(HeadCell(list_exports.HEADINGS[column]) for column in columns),), RowsOf(lines, made))


def summary_table(lines: Sequence[Nomination], award_ids: Sequence[str], awards: Mapping[str, str]) -> Table:
    """A row for each unit with its lines by award, and the sums."""
    counted = summary(lines, award_ids)
    sums = [sum(row.counts[at] for row in counted) for at in range(len(award_ids))]
    rows = [
        Row((number, row.unit or list_exports.NO_UNIT, *row.counts, row.total))
        for number, row in enumerate(counted, start=1)
    ]
    rows.append(Row((None, list_exports.SUM, *sums, sum(sums)), bold=True))
    heads = ("TT", "Đơn vị", *(awards.get(award, award) for award in award_ids), list_exports.SUM)
    shape = (Column(12.0, Align.CENTER), Column(_UNIT_WIDTH), *[Column(_COUNT_WIDTH, Align.CENTER)] * (len(sums) + 1))
    return Table(shape, (tuple(HeadCell(head) for head in heads),), rows)


def _cell(
    line: Nomination,
    column: LineColumn,
    number: int,
    awards: Mapping[str, str],
    shared: Callable[[str], str],
    *,
    full: bool,
) -> Cell:
    match column:
        case _C.ORDINAL:
            return number
        case _C.KIND:
            return labels.of(line.kind)
        case _C.GENDER:
            return list_exports.GENDERS.get(line.gender or "", "")
        case _C.BIRTH:
            return "/".join(reversed((line.birth or "").split("-")))
        case _C.ID_NUMBER:
            return shown_id_number(line.id_number, full=full)
        case _C.AWARD:
            return awards.get(line.award_id, line.award_id)
        case _C.OCCASION:
            return labels.of(line.occasion)
        case _C.STATE:
            return labels.of(line.state)
    texts = {
        _C.NAME: line.name,
        _C.POSITION: line.position,
        _C.UNIT: line.unit,
        _C.CITATION: line.citation,
        _C.REASON: line.state_reason,
        _C.NOTE: line.note,
    }
    return shared(texts[column] or "")

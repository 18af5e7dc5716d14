"""Danh sách kèm theo: the list behind a decision or a tờ trình, laid out like an annex (document-forms §1.7, §2.8).

Its order is that of the decision, for the place in it is the number in the golden book; nothing is sorted here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from thidua_desktop.domain.award_lists import Counts
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.decisions import DecisionLine
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.reports.councils.lines import joined
from thidua_desktop.reports.model import (
    Align,
    Column,
    GroupRow,
    HeadCell,
    Heading,
    HeadingLine,
    Paragraph,
    Report,
    Row,
    Style,
    Table,
)
from thidua_desktop.wording import council_papers, formats, labels
from thidua_desktop.wording import decision_papers as phrases

TITLES = "danh_hieu_thi_dua"
"""The group of awards that are titles: they are named with "danh hiệu" and quotation marks."""

_CENTER = Align.CENTER
_WIDTHS = (12, 58, 95)
_WITH_BOOK = (12, 54, 79, 20)


def award_name(award_id: str, awards: Mapping[str, Award]) -> str:
    """An award as a sentence names it."""
    award = awards.get(award_id)
    return phrases.award_given(award.name, title=award.kind == TITLES) if award is not None else award_id


def counts_of(lines: Sequence[DecisionLine]) -> Counts:
    """How many of each kind stand in a list."""
    kinds = [RecipientKind(line.kind) for line in lines]
    return Counts(
        kinds.count(RecipientKind.COLLECTIVE), kinds.count(RecipientKind.PERSON), kinds.count(RecipientKind.HOUSEHOLD)
    )


def award_ids(lines: Sequence[DecisionLine]) -> tuple[str, ...]:
    """The awards of a list in the order in which they first come."""
    return tuple(dict.fromkeys(line.award_id for line in lines))


def named(line: DecisionLine) -> str:
    """A recipient as a list names it."""
    return without_id_numbers(f"{line.honorific} {line.name}".strip())


def introduced(line: DecisionLine) -> str:
    """``Ông Nguyễn Văn An, Trưởng khoa …``: with post and unit."""
    post = joined(line.position, line.unit)
    return f"{named(line)}, {post}" if post else named(line)


def within(line: DecisionLine) -> str:
    """The same in the middle of a sentence: ``ông Nguyễn Văn An, …``."""
    return introduced(replace(line, honorific=line.honorific.lower()))


def annexed_list(
    lines: Sequence[DecisionLine], awards: Mapping[str, Award], attached: str, *, proposed: bool = False
) -> Report:
    """The list with the sentence that says what it belongs to; numbers of the golden book where they are given.

    ``proposed``: the awards are only asked for.
    """
    ids = award_ids(lines)
    title = phrases.list_title([award_name(award, awards) for award in ids], counts_of(lines), proposed=proposed)
    book = any(line.golden_book is not None for line in lines)
    heads = (
        council_papers.ORDINAL,
        council_papers.CANDIDATE,
        council_papers.POST,
        *((phrases.GOLDEN_BOOK,) if book else ()),
    )
    blocks = (
        Heading((HeadingLine(title), HeadingLine(attached, Style.ITALIC))),
        Table(
            columns(book=book),
            (tuple(map(HeadCell, heads)),),
            tuple(_rows(lines, awards, several=len(ids) > 1, book=book)),
        ),
        Paragraph(council_papers.list_end(counts_of(lines)), Align.LEFT),
    )
    return Report(title, blocks)


def columns(*, book: bool) -> tuple[Column, ...]:
    """The columns of a list, with one for the golden book where there are numbers of it."""
    widths = _WITH_BOOK if book else _WIDTHS
    return tuple(Column(width, Align.LEFT if at in (1, 2) else _CENTER) for at, width in enumerate(widths))


def _rows(
    lines: Sequence[DecisionLine], awards: Mapping[str, Award], *, several: bool, book: bool
) -> Iterator[Row | GroupRow]:
    for at, (award, run) in enumerate(groupby(lines, key=lambda line: line.award_id), start=1):
        given = list(run)
        if several:
            name = award_name(award, awards)
            yield GroupRow(council_papers.group(f"{formats.roman(at)}.", name[:1].upper() + name[1:], counts_of(given)))
        for order, (kind, those) in enumerate(groupby(given, key=lambda line: line.kind), start=1):
            listed = list(those)
            label = labels.of(RecipientKind(kind))
            mark, label = (f"{order}.", label) if several else (f"{formats.roman(order)}.", label.upper())
            yield GroupRow(council_papers.kind_group(mark, label, len(listed)))
            for number, line in enumerate(listed, start=1):
                place = (line.golden_book,) if book else ()
                yield Row((number, named(line), joined(line.position, line.unit), *place))

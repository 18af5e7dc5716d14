"""The table of the rows that were read, as data: what is faulty is red, doubtful amber; a corner marks repairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.list_doctor import FIELDS, DoctorRow, Problem, RowKey, RowState
from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column, Editor, no_choices
from thidua_desktop.ui.common.table_rows import Grouping, TableRows
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import eligibility, labels, messages

_F = ListField
_WIDTHS = {
    _F.NAME: 165,
    _F.KIND: 82,
    _F.HONORIFIC: 64,
    _F.GENDER: 64,
    _F.BIRTH: 84,
    _F.ID_NUMBER: 112,
    _F.POSITION: 116,
    _F.UNIT: 160,
    _F.AWARD: 160,
    _F.OCCASION: 100,
    _F.CITATION: 170,
    _F.DECISION: 120,
    _F.DECIDED_ON: 92,
    _F.DECIDED_BY: 130,
    _F.AWARD_YEAR: 70,
}
_WIDTH = 110
_RIGHT = (_F.BIRTH, _F.DECIDED_ON, _F.AWARD_YEAR)
_EARLIER = frozenset({_F.POSITION, _F.UNIT, _F.DECISION, _F.DECIDED_BY})
"""Where one value stands in many rows."""
_HIDDEN = (_F.HONORIFIC, _F.GENDER, _F.OCCASION, _F.CITATION, _F.NOTE)
_TITLES = {_F.KIND: "Đối tượng"}
"""Where the words for a column of the file are too long for a table."""
_GENDERS = ("Nam", "Nữ")
_TONES = {Severity.BLOCKING: Tone.DANGER, Severity.WARNING: Tone.WARNING}
VERDICTS = (Verdict.NOT_MET, Verdict.CANNOT_TELL, Verdict.MET)
"""What stands in the way comes first."""
KEPT, DROPPED = "Sẽ lưu", "Đã bỏ, không lưu"


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen while a cell is edited."""

    units: Callable[[], Sequence[str]]
    awards: Callable[[], Sequence[str]]


def row_columns(fields: Sequence[ListField], offered: Offered) -> tuple[Column[DoctorRow], ...]:
    """The columns over ``DoctorRow`` for the fields of a target."""
    return (
        Column[DoctorRow](
            "row", "Dòng", _number, 48, align=CENTER, sort_key=lambda row: (row.key.block, row.key.nth), frozen=True
        ),
        Column[DoctorRow](
            "state",
            "Kết quả",
            lambda row: labels.of(row.state),
            146,
            chip=lambda row: row.state,
            sort_key=lambda row: list(RowState).index(row.state),
            tooltip=lambda row: "\n".join(map(sentence, row.problems)),
            by_choice=True,
        ),
        *([_verdict_column()] if is_judged(fields) else []),
        *(_field_column(field, offered) for field in fields),
        Column[DoctorRow](
            "problems",
            "Cần xem",
            _told,
            220,
            stretch=True,
            tone=lambda row: None if row.taken else Tone.MUTED,
            tooltip=lambda row: "\n".join(map(sentence, row.problems)),
        ),
    )


def column_of(fields: Sequence[ListField], field: ListField | None) -> int:
    """The number of a field's column; that of the problems where the field has none."""
    return first_field(fields) + (fields.index(field) if field in fields else len(fields))


def first_field(fields: Sequence[ListField]) -> int:
    """The number of the column of the first field."""
    return 3 if is_judged(fields) else 2


def is_judged(fields: Sequence[ListField]) -> bool:
    """Whether rows with these fields ask for something that the law has standards for."""
    return tuple(fields) == FIELDS[ListTarget.NOMINATIONS]


def typed(before: DoctorRow, after: DoctorRow) -> dict[ListField, str]:
    """What was typed into the cells of a row."""
    return {field: text for field, text in after.values.items() if before.values.get(field, "") != text}


def sentence(problem: Problem) -> str:
    """What is wrong, in words."""
    return messages.finding(problem.finding)


def worst(row: DoctorRow) -> Severity | None:
    """The gravest of the problems of a row."""
    found = {problem.finding.severity for problem in row.problems}
    return next((severity for severity in (Severity.BLOCKING, Severity.WARNING) if severity in found), None)


def group_of(row: DoctorRow) -> str:
    """Whether the row is to be kept, as the heading of its group."""
    return KEPT if row.taken else DROPPED


def row_key(row: DoctorRow) -> RowKey:
    """What makes a row the same when it is shown anew."""
    return row.key


GROUPING = Grouping[DoctorRow](group_of, lambda rows: f"{len(rows)} dòng")


def laid_out(rows: Iterable[DoctorRow]) -> TableRows[DoctorRow]:
    """Rows as their table shows them: those that are left out stand last. In any thread."""
    return TableRows(sorted(rows, key=lambda row: not row.taken), row_key, GROUPING)


def _verdict_column() -> Column[DoctorRow]:
    return Column[DoctorRow](
        "verdict",
        "Xét",
        lambda row: labels.of(row.judgement.final) if row.judgement is not None else "",
        112,
        chip=lambda row: row.judgement.final if row.judgement is not None else None,
        sort_key=lambda row: list(VERDICTS).index(row.judgement.final) if row.judgement is not None else None,
        tooltip=lambda row: eligibility.verdict(row.judgement.assessment) if row.judgement is not None else "",
        by_choice=True,
    )


def _field_column(field: ListField, offered: Offered) -> Column[DoctorRow]:
    choices, editor = _choices(field, offered)
    return Column[DoctorRow](
        field.value,
        _TITLES.get(field) or labels.of(field),
        lambda row: row.values.get(field, ""),
        _WIDTHS.get(field, _WIDTH),
        align=RIGHT if field in _RIGHT else CENTER if field is _F.ORDINAL else Column.align,
        sort_key=(lambda row: name_key(row.values.get(field, ""), row.row.kind)) if field is _F.NAME else None,
        edit=lambda row, text: _with(row, field, text),
        editor=editor,
        choices=choices,
        earlier=field in _EARLIER,
        tone=lambda row: None if row.taken else Tone.MUTED,
        ground=lambda row: _ground(row, field),
        mark=lambda row: _mark(row, field),
        tooltip=lambda row: _tip(row, field),
        hidden=field in _HIDDEN,
        frozen=field is _F.NAME,
    )


def _choices(field: ListField, offered: Offered) -> tuple[Callable[[], Sequence[str]], Editor]:
    match field:
        case _F.UNIT | _F.DECIDED_BY:
            return offered.units, Editor.TEXT
        case _F.AWARD:
            return offered.awards, Editor.TEXT
        case _F.KIND:
            return lambda: [labels.of(kind) for kind in RecipientKind], Editor.CHOICE
        case _F.OCCASION:
            return lambda: [labels.of(occasion) for occasion in Occasion], Editor.CHOICE
        case _F.GENDER:
            return lambda: _GENDERS, Editor.CHOICE
        case _F.CITATION | _F.NOTE:
            return no_choices, Editor.LONG_TEXT
        case _:
            return no_choices, Editor.TEXT


def _with(row: DoctorRow, field: ListField, text: str) -> DoctorRow:
    values: Mapping[ListField, str] = {**row.values, field: squeeze(nfc(text))}
    return row._replace(values=values)


def _number(row: DoctorRow) -> str:
    source = row.row.source
    return str(source.row or source.line or source.block + 1)


def _told(row: DoctorRow) -> str:
    if not row.taken and row.reason:
        return f"Lý do bỏ: {row.reason}"
    graver = sorted(row.problems, key=lambda problem: list(Severity).index(problem.finding.severity), reverse=True)
    if not graver:
        return ""
    more = f" (và {len(graver) - 1} điểm nữa)" if len(graver) > 1 else ""
    return sentence(graver[0]) + more


def _ground(row: DoctorRow, field: ListField) -> Tone | None:
    if not row.taken:
        return None
    severities = {problem.finding.severity for problem in row.problems if problem.field is field}
    return next((tone for severity, tone in _TONES.items() if severity in severities), None)


def _mark(row: DoctorRow, field: ListField) -> Tone | None:
    if field in row.edited:
        return Tone.SUCCESS
    return Tone.INFO if any(repair.field is field for repair in row.repairs) else None


def _tip(row: DoctorRow, field: ListField) -> str:
    said = [sentence(problem) for problem in row.problems if problem.field is field]
    if field in row.edited:
        said.append(f"Đã sửa tay; trong tệp ghi: {row.written.get(field) or '(để trống)'}")
    else:
        said += [
            f"{labels.of(repair.kind)}: {repair.before} → {repair.after}"
            for repair in row.repairs
            if repair.field is field
        ]
    return "\n".join(said) or row.values.get(field, "")

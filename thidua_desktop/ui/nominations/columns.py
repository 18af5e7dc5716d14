"""The table of nominations as data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.identity import birth_year, read_birth, tidy_id_number
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.domain.nominations import Nomination, NominationState, Occasion
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column, Editor
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.nominations.found_columns import (
    asked_column,
    dossier_column,
    sender_column,
    tie_column,
    verdict_column,
)
from thidua_desktop.ui.nominations.lines import Line
from thidua_desktop.wording import labels


class BirthNotRead(AppError):
    """The text is neither a year nor a day of birth; the former value stays."""

    code = "entry.birth_not_read"


def recipient(line: Nomination) -> str:
    """``Ông Nguyễn Văn An``; collectives and households by their name."""
    return f"{line.honorific} {line.name}" if line.honorific else line.name


def birth(line: Nomination) -> str:
    """``1980`` or ``17/05/1980``."""
    return birth_text(line.birth)


def birth_text(written: str | None) -> str:
    """A birth as it is read: ``1980``, ``05/1980`` or ``17/05/1980``."""
    return "/".join(reversed(written.split("-"))) if written else ""


def award_text(award: Award) -> str:
    """The award's name with its abbreviation."""
    return f"{award.name} ({award.abbreviation})" if award.abbreviation else award.name


def _edit(**change: Callable[[str], object]) -> Callable[[Line, str], Line]:
    """An edit of one field of the nomination."""
    ((field, read),) = change.items()

    def edit(line: Line, text: str) -> Line:
        return replace(line, nomination=replace(line.nomination, **{field: read(text)}))  # type: ignore[arg-type]

    return edit


def _edit_name(line: Line, text: str) -> Line:
    """A name typed with its form of address changes both."""
    written = entry.required(text)
    first, _, rest = written.partition(" ")
    if line.nomination.kind is RecipientKind.PERSON and first in ("Ông", "Bà") and rest:
        gender = "male" if first == "Ông" else "female"
        return replace(line, nomination=replace(line.nomination, honorific=first, gender=gender, name=rest))
    return replace(line, nomination=replace(line.nomination, name=written))


def _read_birth(text: str) -> str | None:
    try:
        return read_birth(text)
    except ValueError:
        raise BirthNotRead(text=text) from None


def _recipient_key(line: Line) -> str:
    return name_key(line.nomination.name, line.nomination.kind)


def columns(units: Callable[[], Sequence[str]], awards: Callable[[], Sequence[Award]]) -> tuple[Column[Line], ...]:
    """The columns; ``units`` and ``awards`` give what can be chosen now."""

    def edit_award(line: Line, text: str) -> Line:
        award = entry.choice(text, {award_text(found): found for found in awards()})
        return replace(line, award=award, nomination=replace(line.nomination, award_id=award.id))

    occasions = {labels.of(occasion): occasion for occasion in Occasion}
    return (
        Column(
            "number",
            "STT",
            lambda line: str(line.number),
            width=44,
            align=CENTER,
            sort_key=lambda line: line.number,
            frozen=True,
        ),
        Column(
            "name",
            "Người nhận",
            lambda line: recipient(line.nomination),
            width=164,
            wrap=True,
            frozen=True,
            sort_key=_recipient_key,
            edit=_edit_name,
            tooltip=lambda line: "\n".join((recipient(line.nomination), *line.remarks)),
        ),
        Column(
            "birth",
            "Năm sinh",
            lambda line: birth(line.nomination),
            width=96,
            align=RIGHT,
            sort_key=lambda line: birth_year(line.nomination.birth),
            edit=_edit(birth=_read_birth),
        ),
        Column(
            "id_number",
            "Số CCCD",
            lambda line: line.nomination.id_number or "",
            width=116,
            edit=_edit(id_number=lambda text: tidy_id_number(text) or None),
            hidden=True,
        ),
        Column(
            "position",
            "Chức vụ",
            lambda line: line.nomination.position or "",
            width=120,
            wrap=True,
            hidden=True,
            earlier=True,
            edit=_edit(position=entry.optional),
        ),
        Column(
            "unit",
            "Đơn vị",
            lambda line: line.nomination.unit or "",
            width=124,
            wrap=True,
            earlier=True,
            edit=_edit(unit=entry.optional),
            choices=units,
        ),
        Column(
            "award",
            "Danh hiệu, hình thức",
            lambda line: award_text(line.award),
            width=160,
            stretch=True,
            wrap=True,
            sort_key=lambda line: (line.award.rank, line.award.name),
            edit=edit_award,
            editor=Editor.CHOICE,
            choices=lambda: [award_text(found) for found in awards()],
        ),
        asked_column(),
        verdict_column(),
        dossier_column(),
        Column(
            "occasion",
            "Loại hình",
            lambda line: labels.of(line.nomination.occasion),
            width=96,
            edit=_edit(occasion=lambda text: entry.choice(text, occasions)),
            editor=Editor.CHOICE,
            choices=lambda: list(occasions),
            hidden=True,
        ),
        Column(
            "state",
            "Tình trạng",
            lambda line: labels.of(line.nomination.state),
            width=136,
            sort_key=lambda line: list(NominationState).index(line.nomination.state),
            chip=lambda line: line.nomination.state,
            tooltip=_state_tip,
        ),
        Column(
            "remark",
            "Cần xem",
            lambda line: f"{len(line.remarks)} điểm" if line.remarks else "",
            width=72,
            tone=lambda line: Tone.WARNING if line.remarks else None,
            tooltip=lambda line: "\n".join(line.remarks),
        ),
        tie_column(),
        sender_column(),
        Column(
            "citation",
            "Thành tích",
            lambda line: line.nomination.citation or "",
            width=220,
            wrap=True,
            edit=_edit(citation=entry.optional),
            editor=Editor.LONG_TEXT,
            hidden=True,
        ),
        Column(
            "note",
            "Ghi chú",
            lambda line: line.nomination.note or "",
            width=160,
            wrap=True,
            edit=_edit(note=entry.optional),
            hidden=True,
        ),
    )


def _state_tip(line: Line) -> str:
    state, reason = labels.of(line.nomination.state), line.nomination.state_reason
    return f"{state} – lý do: {reason}" if reason else state

"""The columns of a decision's list: as it is printed and, beside a signature, as it is read now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.decisions import DecisionLine
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column, Editor
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, labels

HONORIFICS = ("", "Ông", "Bà")
_WITHDRAWN = "Đã thu hồi"
_CORRECTED = "Đã đính chính"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list; ``now`` is how it is read after corrections, None where it was withdrawn."""

    line: DecisionLine
    now: DecisionLine | None
    differs: bool = False
    """Its name is not the same in the council's result, in the list and in what is to be printed."""

    @property
    def withdrawn(self) -> bool:
        """Whether it does not hold any more."""
        return self.now is None

    @property
    def state(self) -> str:
        """What has become of it since the signature."""
        if self.now is None:
            return _WITHDRAWN
        return _CORRECTED if self.now != self.line else ""

    @property
    def read(self) -> DecisionLine:
        """The line as it is read now, or as it was signed where it was withdrawn."""
        return self.now or self.line


def of_draft(line: DecisionLine, *, differs: bool = False) -> Line:
    """A line that nothing was written beside yet."""
    return Line(line, line, differs)


def _both(of: Callable[[DecisionLine], str]) -> Callable[[Line], str]:
    """The text as it is read now with the signed one below it, where they differ."""

    def text(row: Line) -> str:
        now, signed = of(row.read), of(row.line)
        return now if now == signed else f"{now}\n(khi ký: {signed or 'để trống'})"

    return text


def _name(row: Line) -> str:
    said = _both(_field("name"))(row)
    return f"{said}\n(đã thu hồi)" if row.withdrawn else said


def _field(name: str) -> Callable[[DecisionLine], str]:
    return lambda line: str(getattr(line, name))


def _edited(name: str, read: Callable[[str], str]) -> Callable[[Line, str], Line]:
    def edit(row: Line, text: str) -> Line:
        values: dict[str, Any] = {name: read(text)}
        changed = replace(row.line, **values)
        return replace(row, line=changed, now=changed)

    return edit


def _honorific(text: str) -> str:
    return entry.choice(text, {each: each for each in HONORIFICS}) if squeeze(text) else ""


def _words(text: str) -> str:
    return squeeze(nfc(text))


def _corrected(name: str) -> Callable[[Line], Tone | None]:
    of = _field(name)
    return lambda row: Tone.WARNING if of(row.read) != of(row.line) else None


def _gone(row: Line) -> Tone | None:
    return Tone.MUTED if row.withdrawn else None


def _name_tip(row: Line) -> str:
    if row.differs:
        return "Tên không khớp từng chữ giữa kết quả Hội đồng, danh sách và chữ sẽ in; xem “Đối chiếu họ tên” (Ctrl+T)."
    return _both(_field("name"))(row)


def line_columns(awards: Mapping[str, Award], units: Callable[[], tuple[str, ...]]) -> tuple[Column[Line], ...]:
    """The columns; ``units`` are the names that are offered while one types."""

    def award(row: Line) -> str:
        known = awards.get(row.line.award_id)
        return known.name if known is not None else row.line.award_id

    return (
        Column[Line](
            "place",
            "Số",
            lambda row: str(row.line.golden_book or row.line.place),
            52,
            align=RIGHT,
            sort_key=lambda row: row.line.place,
            tooltip=lambda row: (
                "Số sổ vàng: thứ tự trong quyết định" if row.line.golden_book else "Thứ tự trong danh sách"
            ),
            frozen=True,
        ),
        Column[Line](
            "honorific",
            "Ông/Bà",
            lambda row: row.read.honorific,
            64,
            edit=_edited("honorific", _honorific),
            editor=Editor.CHOICE,
            choices=lambda: HONORIFICS,
        ),
        Column[Line](
            "name",
            "Họ tên, tên tập thể",
            _name,
            170,
            wrap=True,
            sort_key=lambda row: name_key(row.line.name, RecipientKind(row.line.kind)),
            edit=_edited("name", lambda text: entry.required(nfc(text))),
            edit_text=lambda row: row.line.name,
            tone=_gone,
            ground=lambda row: Tone.DANGER if row.differs else None,
            mark=_corrected("name"),
            tooltip=_name_tip,
        ),
        Column[Line](
            "position",
            "Chức vụ",
            _both(_field("position")),
            120,
            wrap=True,
            earlier=True,
            edit=_edited("position", _words),
            edit_text=lambda row: row.line.position,
            tone=_gone,
            mark=_corrected("position"),
        ),
        Column[Line](
            "unit",
            "Đơn vị",
            _both(_field("unit")),
            124,
            wrap=True,
            earlier=True,
            edit=_edited("unit", _words),
            edit_text=lambda row: row.line.unit,
            choices=units,
            tone=_gone,
            mark=_corrected("unit"),
        ),
        Column[Line]("award", "Danh hiệu, hình thức", award, 160, wrap=True, by_choice=True, tone=_gone),
        Column[Line](
            "achievement",
            "Thành tích",
            _both(_field("achievement")),
            220,
            stretch=True,
            wrap=True,
            edit=_edited("achievement", _words),
            edit_text=lambda row: row.line.achievement,
            editor=Editor.LONG_TEXT,
            mark=_corrected("achievement"),
        ),
        Column[Line](
            "state",
            "Sau khi ký",
            lambda row: row.state,
            112,
            tone=lambda row: Tone.DANGER if row.withdrawn else Tone.WARNING,
            by_choice=True,
        ),
        Column[Line](
            "kind",
            "Đối tượng",
            lambda row: labels.of(RecipientKind(row.line.kind)),
            96,
            align=CENTER,
            by_choice=True,
            hidden=True,
        ),
        Column[Line](
            "bonus",
            "Tiền thưởng ghi riêng",
            lambda row: formats.whole(row.line.bonus) if row.line.bonus is not None else "",
            150,
            align=RIGHT,
            sort_key=lambda row: row.line.bonus or 0,
            hidden=True,
        ),
    )

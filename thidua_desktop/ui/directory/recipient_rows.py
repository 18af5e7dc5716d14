"""The lists of persons, collectives and households as data."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.identity import is_masked, read_birth, shown_id_number, tidy_id_number
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services.recipients import RecipientRow
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column, Editor
from thidua_desktop.ui.directory.record_fields import FIRST_YEAR, LAST_YEAR
from thidua_desktop.ui.directory.unit_names import UnitNames
from thidua_desktop.wording.rules import Names

GENDERS = {"male": "Nam", "female": "Nữ"}
HONORIFICS = {"Ông": "male", "Bà": "female"}
_YES_NO = {"Có": True, "Không": False}
_SAID = {None: "", True: "Có", False: "Không"}


class BirthNotRead(AppError):
    """The text is neither a year nor a day of birth; the former value stays."""

    code = "entry.birth_not_read"


class MaskedNumberTyped(AppError):
    """A number of which only the last digits are shown cannot be taken for the whole one."""

    code = "entry.masked_number"


@dataclass(frozen=True, slots=True)
class Line:
    """A recipient with what the list says of it; ``number`` counts from 1 in the order of names."""

    recipient: Recipient
    number: int = 0
    awards: int = 0
    last_award: int | None = None
    searched: str = ""
    """What a search looks through, without diacritics: also the whole identity number, so that it is found masked."""


@dataclass
class Choices:
    """What the cells of a list can be made of, as it is now; ``full`` shows whole identity numbers."""

    units: UnitNames
    names: Names
    ethnic_group: Callable[[str], str | None] = field(default=lambda text: text or None)
    ethnic_groups: Sequence[str] = ()
    full: bool = False

    def unit_texts(self) -> list[str]:
        """The names of the units that can be chosen now."""
        return self.units.texts()

    def read_unit(self, text: str) -> UnitId | None:
        """The unit that a text names now; None for no text.

        Raises:
            UnitNotKnown: none, or more than one.
        """
        return self.units.read(text)


def birth_text(birth: str | None) -> str:
    """``1980``, ``05/1980`` or ``17/05/1980``."""
    return "/".join(reversed(birth.split("-"))) if birth else ""


def birth_read(text: str) -> str | None:
    """The birth as it is kept: a year, a month or a day.

    Raises:
        BirthNotRead: none of them.
    """
    month = re.fullmatch(r"(0?[1-9]|1[0-2])\s*[/.-]\s*((?:19|20)\d\d)", squeeze(text))
    if month is not None:
        return f"{month[2]}-{int(month[1]):02d}"
    try:
        return read_birth(text)
    except ValueError:
        raise BirthNotRead(text=text) from None


def number_read(text: str) -> str | None:
    """The identity number as it is kept.

    Raises:
        MaskedNumberTyped: only its last digits are there.
    """
    if is_masked(text):
        raise MaskedNumberTyped(text=squeeze(text))
    return tidy_id_number(squeeze(text)) or None


def shown_name(recipient: Recipient) -> str:
    """``Ông Nguyễn Văn An``; collectives and households by their name."""
    return f"{recipient.honorific} {recipient.name}" if recipient.honorific else recipient.name


def line_of(row: RecipientRow, number: int) -> Line:
    """A row as the list shows it."""
    one = row.recipient
    parts = (shown_name(one), row.unit, one.position, one.address, one.id_number, one.birth)
    said = fold(" ".join(part for part in parts if part))
    return Line(one, number, row.awards, row.last_award_year, said)


def class_texts(recipient: Recipient, names: Names) -> list[str]:
    """The classes of a recipient in words."""
    return [names.vocabulary.classes.get(code, code) for code in recipient.classes]


def _edit(key: str, read: Callable[[str], object]) -> Callable[[Line, str], Line]:
    def edit(line: Line, text: str) -> Line:
        changed: Recipient = replace(line.recipient, **{key: read(text)})  # type: ignore[arg-type]
        return replace(line, recipient=changed)

    return edit


def _edit_name(line: Line, text: str) -> Line:
    """A name typed with its form of address changes both."""
    written = entry.required(text)
    first, _, rest = written.partition(" ")
    if line.recipient.kind is RecipientKind.PERSON and first in HONORIFICS and rest:
        changed = replace(line.recipient, honorific=first, gender=HONORIFICS[first], name=rest)
        return replace(line, recipient=changed)
    return replace(line, recipient=replace(line.recipient, name=written))


def _text(key: str, title: str, width: int, *, stretch: bool = False, hidden: bool = False) -> Column[Line]:
    return Column[Line](
        key,
        title,
        lambda line: getattr(line.recipient, key) or "",
        width=width,
        stretch=stretch,
        hidden=hidden,
        edit=_edit(key, entry.optional),
        earlier=True,
    )


def _number() -> Column[Line]:
    return Column[Line](
        "number",
        "STT",
        lambda line: str(line.number) if line.number else "",
        width=48,
        align=CENTER,
        sort_key=lambda line: line.number,
        frozen=True,
    )


def _name(title: str, width: int) -> Column[Line]:
    return Column[Line](
        "name",
        title,
        lambda line: shown_name(line.recipient),
        width=width,
        sort_key=lambda line: line.number,
        edit=_edit_name,
        frozen=True,
        tooltip=lambda line: shown_name(line.recipient),
    )


def _birth() -> Column[Line]:
    return Column[Line](
        "birth",
        "Ngày sinh",
        lambda line: birth_text(line.recipient.birth),
        width=92,
        align=RIGHT,
        sort_key=lambda line: line.recipient.birth,
        edit=_edit("birth", birth_read),
    )


def _id_number(choices: Choices) -> Column[Line]:
    return Column[Line](
        "id_number",
        "Số CCCD",
        lambda line: shown_id_number(line.recipient.id_number, full=choices.full),
        width=108,
        sort_key=lambda line: line.recipient.id_number,
        edit=_edit("id_number", number_read),
        edit_text=lambda line: line.recipient.id_number or "",
        tooltip=lambda _line: "" if choices.full else "Số được che; Ctrl+Shift+I để hiện",
    )


def _unit(choices: Choices, title: str = "Đơn vị") -> Column[Line]:
    return Column[Line](
        "unit",
        title,
        lambda line: choices.units.text(line.recipient.unit_id),
        width=160,
        stretch=True,
        edit=_edit("unit_id", choices.read_unit),
        choices=choices.unit_texts,
        tooltip=lambda line: choices.units.text(line.recipient.unit_id),
    )


def _year(key: str, title: str, width: int, *, hidden: bool = False) -> Column[Line]:
    return Column[Line](
        key,
        title,
        lambda line: str(getattr(line.recipient, key) or ""),
        width=width,
        align=RIGHT,
        hidden=hidden,
        sort_key=lambda line: getattr(line.recipient, key),
        edit=_edit(key, lambda text: entry.whole(text, low=FIRST_YEAR, high=LAST_YEAR)),
    )


def _awards() -> tuple[Column[Line], ...]:
    return (
        Column[Line](
            "awards",
            "Khen",
            lambda line: str(line.awards) if line.awards else "",
            width=58,
            align=RIGHT,
            sort_key=lambda line: line.awards,
            tooltip=lambda line: f"{line.awards} mục trong sổ khen thưởng" if line.awards else "",
        ),
        Column[Line](
            "last_award",
            "Khen gần nhất",
            lambda line: str(line.last_award or ""),
            width=104,
            align=RIGHT,
            sort_key=lambda line: line.last_award,
            hidden=True,
        ),
    )


def _classes(choices: Choices) -> Column[Line]:
    def read(text: str) -> tuple[str, ...]:
        offered = {said: code for code, said in choices.names.vocabulary.classes.items()}
        return tuple(entry.choice(part, offered) for part in entry.units(text))

    return Column[Line](
        "classes",
        "Thuộc diện",
        lambda line: "; ".join(class_texts(line.recipient, choices.names)),
        width=160,
        edit=_edit("classes", read),
        editor=Editor.SEVERAL,
        choices=lambda: list(choices.names.vocabulary.classes.values()),
        hidden=True,
    )


def _ethnic_group(choices: Choices) -> Column[Line]:
    def read(text: str) -> str | None:
        written = entry.optional(text)
        found = choices.ethnic_group(written) if written else None
        if written and found is None:
            raise entry.EntryNotRead(text=written)
        return found

    return Column[Line](
        "ethnic_group",
        "Dân tộc",
        lambda line: line.recipient.ethnic_group or "",
        width=72,
        edit=_edit("ethnic_group", read),
        choices=lambda: choices.ethnic_groups,
        by_choice=True,
    )


def _gender() -> Column[Line]:
    offered = {said: code for code, said in GENDERS.items()}
    return Column[Line](
        "gender",
        "Giới tính",
        lambda line: GENDERS.get(line.recipient.gender or "", ""),
        width=78,
        hidden=True,
        edit=_edit("gender", lambda text: entry.choice(text, offered) if squeeze(text) else None),
        editor=Editor.CHOICE,
        choices=lambda: ["", *offered],
    )


def _enterprise() -> Column[Line]:
    return Column[Line](
        "enterprise",
        "Doanh nghiệp",
        lambda line: _SAID[line.recipient.enterprise],
        width=104,
        edit=_edit("enterprise", lambda text: entry.choice(text, _YES_NO) if squeeze(text) else None),
        editor=Editor.CHOICE,
        choices=lambda: ["", *_YES_NO],
        hidden=True,
    )


def columns(kind: RecipientKind, choices: Choices) -> tuple[Column[Line], ...]:
    """The columns of the list of a kind of recipient."""
    note = _text("note", "Ghi chú", 160, hidden=True)
    match kind:
        case RecipientKind.PERSON:
            return (
                *(_number(), _name("Họ và tên", 182), _gender(), _birth(), _id_number(choices)),
                *(_text("position", "Chức vụ", 112), _unit(choices), _ethnic_group(choices), *_awards()),
                *(_classes(choices), _text("address", "Nơi ở", 180, hidden=True), note),
            )
        case RecipientKind.COLLECTIVE:
            return (
                *(_number(), _name("Tên tập thể", 320), _unit(choices), _year("founded", "Thành lập", 84), *_awards()),
                *(_enterprise(), _classes(choices), _text("address", "Địa chỉ", 180, hidden=True), note),
            )
        case RecipientKind.HOUSEHOLD:
            return (
                *(_number(), _name("Hộ gia đình, chủ hộ", 220), _text("address", "Nơi ở", 240, stretch=True)),
                *(_unit(choices, "Địa bàn"), _birth(), _id_number(choices), _ethnic_group(choices), *_awards(), note),
            )

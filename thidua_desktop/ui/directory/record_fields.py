"""The fields of what is known of a recipient: how each is written in a list and read from what was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import Editor
from thidua_desktop.wording import formats
from thidua_desktop.wording.rules import Names, number

FIRST_YEAR, LAST_YEAR = 1900, 2999
_MOST = 999_999_999
_YES, _NO = "Có", "Không"
_COUNTED = re.compile(r"(.+?)[\s:]+(\d{1,6})")


def no_choices(_names: Names) -> Sequence[str]:
    """The choices of a field that offers none."""
    return ()


@dataclass(frozen=True)
class Field:
    """One attribute of a record. ``read`` gets what was typed and the year that days without one lie in."""

    key: str
    title: str
    read: Callable[[str, Names, int], Any]
    write: Callable[[Any, Names], str]
    editor: Editor = Editor.TEXT
    choices: Callable[[Names], Sequence[str]] = no_choices
    width: int = 110
    wide: bool = False
    """Takes the space that is left over."""
    hint: str = ""
    natural: bool = False
    """Sorted by its value and not by its words."""
    hidden: bool = False
    """Not a column until the clerk asks for it."""


def year(key: str = "year", title: str = "Năm", *, required: bool = True, hidden: bool = False) -> Field:
    """A year of the calendar."""

    def read(text: str, _names: Names, _year: int) -> int | None:
        typed = entry.required(text) if required else text
        return entry.whole(typed, low=FIRST_YEAR, high=LAST_YEAR)

    def write(value: int | None, _names: Names) -> str:
        return str(value or "")

    return Field(key, title, read, write, width=56, hint="Ví dụ: 2025", natural=True, hidden=hidden)


def day(key: str, title: str, *, required: bool = False) -> Field:
    """A day of the calendar."""

    def read(text: str, _names: Names, in_year: int) -> Any:
        return entry.day(entry.required(text) if required else text, year=in_year)

    return Field(key, title, read, lambda value, _names: formats.day(value), Editor.DAY, width=92, natural=True)


def words(
    key: str,
    title: str,
    *,
    required: bool = False,
    wide: bool = False,
    blank: str | None = None,
    hidden: bool = False,
) -> Field:
    """A line of text; ``blank`` is kept where nothing is typed."""

    def read(text: str, _names: Names, _year: int) -> str | None:
        return entry.required(text) if required else entry.optional(text) or blank

    def write(value: str | None, _names: Names) -> str:
        return value or ""

    return Field(key, title, read, write, width=180 if wide else 112, wide=wide, hidden=hidden)


def count(key: str, title: str, *, low: int = 0, required: bool = True, hint: str = "") -> Field:
    """A whole number."""

    def read(text: str, _names: Names, _year: int) -> int | None:
        return entry.whole(entry.required(text) if required else text, low=low, high=_MOST)

    def write(value: int | None, _names: Names) -> str:
        return "" if value is None else str(value)

    return Field(key, title, read, write, width=90, hint=hint, natural=True)


def amount(key: str, title: str, *, required: bool = True) -> Field:
    """A number that may have decimals, written with a comma."""

    def read(text: str, _names: Names, _year: int) -> float | None:
        typed = entry.required(text) if required else squeeze(text)
        if not typed:
            return None
        if re.fullmatch(r"\d{1,4}(?:[.,]\d{1,4})?", typed) is None:
            raise entry.EntryNotRead(text=typed)
        return float(typed.replace(",", "."))

    def write(value: float | None, _names: Names) -> str:
        return "" if value is None else number(value)

    return Field(key, title, read, write, width=80, natural=True)


def choice(
    key: str,
    title: str,
    options: Mapping[Any, str],
    *,
    width: int = 150,
    wide: bool = False,
    required: bool = True,
    hidden: bool = False,
) -> Field:
    """One of a few values, each with its words; without ``required`` there may be none."""
    said = {value: _sentence(text) for value, text in options.items()}
    offered = {text: value for value, text in said.items()}

    def read(text: str, _names: Names, _year: int) -> Any:
        if not required and not squeeze(text):
            return None
        return entry.choice(entry.required(text), offered)

    def write(value: Any, _names: Names) -> str:
        return "" if value is None else said.get(value, str(value))

    shown = list(offered) if required else ["", *offered]
    return Field(key, title, read, write, Editor.CHOICE, lambda _names: shown, width=width, wide=wide, hidden=hidden)


def coded(
    key: str, title: str, table: Callable[[Names], Mapping[str, str]], *, wide: bool = False, required: bool = True
) -> Field:
    """A code of the rulebooks, chosen by its name."""

    def read(text: str, names: Names, _year: int) -> str | None:
        if not required and not squeeze(text):
            return None
        return entry.choice(entry.required(text), {_sentence(said): code for code, said in table(names).items()})

    def write(value: str | None, names: Names) -> str:
        return _sentence(table(names).get(value, value)) if value else ""

    def choices(names: Names) -> list[str]:
        offered = [_sentence(said) for said in table(names).values()]
        return offered if required else ["", *offered]

    return Field(key, title, read, write, Editor.CHOICE, choices, width=200 if wide else 160, wide=wide)


def truth(key: str, title: str) -> Field:
    """Yes or no."""
    return choice(key, title, {True: _YES, False: _NO}, width=80)


def counted_awards(key: str, title: str) -> Field:
    """How many hold which award: ``Lao động tiên tiến: 20; Chiến sĩ thi đua cơ sở: 3``."""

    def read(text: str, names: Names, _year: int) -> tuple[tuple[str, int], ...]:
        return tuple(_counted(part, names) for part in re.split(r"[;\n]", text) if squeeze(part))

    def write(value: Sequence[tuple[str, int]], names: Names) -> str:
        return "; ".join(f"{names.awards.get(award, award)}: {how_many}" for award, how_many in value)

    hint = "Ví dụ: Lao động tiên tiến: 20; Chiến sĩ thi đua cơ sở: 3"
    return Field(key, title, read, write, width=220, wide=True, hint=hint)


def award(key: str, title: str) -> Field:
    """An award by its name; earlier letters are enough to find it."""

    def read(text: str, names: Names, _year: int) -> str:
        return _award(entry.required(text), names)

    def write(value: str, names: Names) -> str:
        return names.awards.get(value, value)

    hint = "Gõ vài chữ của danh hiệu, không cần dấu, rồi chọn"
    return Field(
        key, title, read, write, choices=lambda names: list(names.awards.values()), width=160, wide=True, hint=hint
    )


def several_awards(key: str, title: str) -> Field:
    """Awards by their names, parted by semicolons."""

    def read(text: str, names: Names, _year: int) -> tuple[str, ...]:
        return tuple(_award(name, names) for name in entry.units(text))

    def write(value: Sequence[str], names: Names) -> str:
        return "; ".join(names.awards.get(award, award) for award in value)

    return Field(key, title, read, write, Editor.SEVERAL, lambda names: list(names.awards.values()), width=160)


def _counted(part: str, names: Names) -> tuple[str, int]:
    found = _COUNTED.fullmatch(squeeze(part))
    if found is None:
        raise entry.EntryNotRead(text=squeeze(part))
    return _award(found[1], names), int(found[2])


def _award(written: str, names: Names) -> str:
    return entry.choice(written, {name: award for award, name in names.awards.items()})


def _sentence(text: str) -> str:
    """The words with a capital at their beginning."""
    return text[:1].upper() + text[1:]

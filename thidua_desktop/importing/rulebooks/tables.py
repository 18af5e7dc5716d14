"""One table of a rulebook's file: each value is taken with its type, and what is wrong becomes a finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum, IntEnum
from math import inf
from typing import Any, TypeVar

from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.rulebooks import ValueKind
from thidua_desktop.importing.rulebooks.lines import Place, line_of

E = TypeVar("E", bound=Enum)
_MISSING = object()


class Mistakes:
    """What is wrong in one file."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._lines = text.splitlines()
        self.findings: list[Finding] = []

    def add(self, code: str, place: Place, **params: Any) -> None:
        """Note a mistake at a place of the file."""
        key = ".".join(str(part) for part in place if isinstance(part, str))
        line = line_of(self._lines, place) or 1
        self.at_line(code, line, key=key, **params)

    def at_line(self, code: str, line: int, **params: Any) -> None:
        """Note a mistake at a line."""
        self.findings.append(Finding(code, Severity.BLOCKING, {"name": self.file, "line": line, **params}))


class Table:
    """The keys of one table; ``done`` reports those that nobody asked for."""

    def __init__(self, values: Mapping[str, Any], place: Place, mistakes: Mistakes) -> None:
        self._values = values
        self._asked: set[str] = set()
        self.place = place
        self.mistakes = mistakes

    def wrong(self, code: str, key: str, **params: Any) -> None:
        """Note a mistake at one of the keys."""
        self.mistakes.add(code, (*self.place, key), **params)

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self._values

    def raw(self, key: str) -> Any:
        """The value as TOML gives it; None where it is not written."""
        self._asked.add(key)
        return self._values.get(key)

    def text(self, key: str, *, needed: bool = False) -> str | None:
        """A text; empty counts as not written."""
        return self._typed(key, str, needed) or None

    def words(self, key: str) -> str:
        """A text that has to be there; empty after a mistake."""
        return self.text(key, needed=True) or ""

    def whole(self, key: str, *, needed: bool = False) -> int | None:
        """A whole number, not negative."""
        value: int | None = self._typed(key, int, needed)
        if value is not None and value < 0:
            self.wrong("rulebook.number_range", key, value=value)
            return None
        return value

    def number(self, key: str) -> float | None:
        """A number with or without decimals, not negative."""
        value = self._typed(key, (int, float), False)
        if value is not None and not 0 <= value < inf:
            self.wrong("rulebook.number_range", key, value=value)
            return None
        return float(value) if value is not None else None

    def truth(self, key: str) -> bool | None:
        """true or false."""
        value: bool | None = self._typed(key, bool, False)
        return value

    def day(self, key: str) -> date | None:
        """A day written as 2024-01-01."""
        value: date | None = self._typed(key, date, False)
        return value

    def texts(self, key: str) -> tuple[str, ...] | None:
        """A list of texts."""
        value = self._typed(key, list, False)
        if value is None:
            return None
        if not all(isinstance(item, str) for item in value):
            self.wrong("rulebook.wrong_type", key, wanted=ValueKind.TEXTS)
            return ()
        return tuple(value)

    def one_of(self, key: str, kind: type[E], *, needed: bool = False) -> E | None:
        """A member of an enumeration by the word for it."""
        value = self.text(key, needed=needed)
        return self.member(key, kind, value) if value is not None else None

    def some_of(self, key: str, kind: type[E]) -> tuple[E, ...] | None:
        """A list of members of an enumeration."""
        values = self.texts(key)
        if values is None:
            return None
        members = (self.member(key, kind, value) for value in values)
        return tuple(member for member in members if member is not None)

    def member(self, key: str, kind: type[E], value: str) -> E | None:
        """The member that a word stands for; a mistake where there is none."""
        for member in kind:
            if word_for(member) == value:
                return member
        self.wrong("rulebook.unknown_value", key, value=value, known=", ".join(map(word_for, kind)))
        return None

    def table(self, key: str) -> Table | None:
        """A table within this one."""
        value = self._typed(key, dict, False)
        return Table(value, (*self.place, key), self.mistakes) if value is not None else None

    def tables(self, key: str) -> Iterator[Table]:
        """A list of tables within this one."""
        value = self._typed(key, list, False)
        for index, item in enumerate(value or ()):
            if isinstance(item, dict):
                yield Table(item, (*self.place, key, index), self.mistakes)
            else:
                self.mistakes.add("rulebook.wrong_type", (*self.place, key, index), wanted=ValueKind.TABLE)

    def names(self, key: str) -> dict[str, str]:
        """A table of code = "name"."""
        value = self._typed(key, dict, False) or {}
        for code, name in value.items():
            if not isinstance(name, str):
                self.mistakes.add("rulebook.wrong_type", (*self.place, key, code), wanted=ValueKind.TEXT)
        return {code: name for code, name in value.items() if isinstance(name, str)}

    def done(self) -> None:
        """Report the keys that nothing reads: a misspelt key must not be overlooked."""
        for key in self._values:
            if key not in self._asked:
                self.wrong("rulebook.unknown_key", key, known=", ".join(sorted(self._asked)))

    def _typed(self, key: str, kind: type | tuple[type, ...], needed: bool) -> Any:
        self._asked.add(key)
        value = self._values.get(key, _MISSING)
        if value is _MISSING:
            if needed:
                self.mistakes.add("rulebook.key_missing", self.place, missing=key)
            return None
        wrong = not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)
        wrong = wrong or isinstance(value, datetime)  # which is a day too, but one that no day can be compared with
        if wrong:
            self.wrong("rulebook.wrong_type", key, wanted=_WANTED[kind if isinstance(kind, type) else int])
            return None
        return value


_WANTED: dict[type, ValueKind] = {
    str: ValueKind.TEXT,
    int: ValueKind.NUMBER,
    bool: ValueKind.TRUTH,
    date: ValueKind.DAY,
    list: ValueKind.LIST,
    dict: ValueKind.TABLE,
}


def word_for(member: Enum) -> str:
    """The word by which rulebooks call a member: its value, or its name in small letters where that is a number."""
    return member.name.lower() if isinstance(member, IntEnum) else str(member.value)

"""Conditions out of the tables of a rulebook's file.

The fields of the rule classes are the keys of the file, so a new kind of rule needs no reader of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from thidua_desktop.domain.rulebooks import Vocabulary
from thidua_desktop.domain.rules import Condition
from thidua_desktop.importing.rulebooks.kinds import KINDS
from thidua_desktop.importing.rulebooks.tables import Table

_NAMED = {
    "awards": "awards",
    "or_award": "awards",
    "bridge": "awards",
    "question": "questions",
    "spell": "spells",
    "classes": "classes",
    "group": "posts",
    "organiser": "bodies",
    "launched_by": "bodies",
}
"""Fields that name something of the catalogue or of the vocabulary."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a file may use."""

    awards: frozenset[str]
    vocabulary: Vocabulary

    def has(self, group: str, name: str) -> bool:
        """Whether a name of a group exists."""
        return name in (self.awards if group == "awards" else getattr(self.vocabulary, group))


def read_condition(table: Table, known: Known, *, more: tuple[str, ...] = ()) -> Condition | None:
    """The rule that a table writes; None after a mistake. ``more`` are keys that the caller reads."""
    word = table.words("kind")
    kind = KINDS.get(word)
    if kind is None:
        if word:
            table.wrong("rulebook.unknown_rule", "kind", value=word, known=", ".join(KINDS))
        return None
    before = len(table.mistakes.findings)
    for key in more:
        table.raw(key)
    values = {one.name: _value(table, one, known) for one in fields(kind)}
    table.done()
    if len(table.mistakes.findings) > before:
        return None
    return kind(**{name: value for name, value in values.items() if value is not MISSING})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(table: Table, one: Field[Any], known: Known) -> Any:
    if not table.has(one.name):
        if one.default is MISSING:
            table.text(one.name, needed=True)
        return MISSING
    owner: Any = KINDS[table.words("kind")]
    value = _typed(table, one.name, _hints(owner)[one.name], known)
    if one.name in _NAMED:
        for name in (value,) if isinstance(value, str) else value or ():
            if not known.has(_NAMED[one.name], name):
                table.wrong("rulebook.unknown_name", one.name, value=name)
    return value


def _typed(table: Table, key: str, hint: Any, known: Known) -> Any:
    if get_origin(hint) is UnionType and NoneType in get_args(hint):
        hint = next(part for part in get_args(hint) if part is not NoneType)
    if get_origin(hint) is tuple:
        return _several(table, key, get_args(hint)[0], known)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return table.one_of(key, hint)
    take: dict[Any, Callable[[str], Any]] = {
        bool: table.truth,
        int: table.whole,
        float: table.number,
        str: table.text,
    }
    return take[hint](key)


def _several(table: Table, key: str, hint: Any, known: Known) -> Any:
    if hint is str:
        return table.texts(key)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return table.some_of(key, hint)
    if get_origin(hint) is tuple:
        pairs = table.table(key)
        if pairs is None:
            return ()
        values = table.raw(key)
        return tuple((name, pairs.number(name)) for name in values)
    options = (read_condition(option, known) for option in table.tables(key))
    return tuple(option for option in options if option is not None)

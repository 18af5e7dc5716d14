"""What lines of the register are asked for, as SQLite is asked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from thidua_desktop.storage import register_frequent, register_words
from thidua_desktop.storage.register_index import LINES, TOTALS, WORDS
from thidua_desktop.storage.session import Session

FEW_UNITS = 16
"""So many units are looked up like words; more of them line by line."""

Asked = tuple[str, list[object]]
"""A piece of SQL and its values."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What lines have to have; everything given has to hold."""

    words: tuple[str, ...] = ()
    """Beginnings, wherever they stand."""
    within: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Beginnings that stand in one part of the line."""
    mask: int = 0
    value: int = 0
    """What the bits of its marks are, of those in the mask."""
    units: tuple[int, ...] | None = None

    def marked(self, mask: int, value: int) -> Scope:
        """The same with other bits fixed as well."""
        return replace(self, mask=self.mask | mask, value=self.value | value)

    @property
    def typed(self) -> bool:
        """Whether words are looked for."""
        return bool(self.words or self.within)

    @property
    def by_lines(self) -> bool:
        """Whether its units are so many that they are looked for line by line."""
        return self.units is not None and len(self.units) > FEW_UNITS

    def match(self, parts: Iterable[str] = register_words.PARTS) -> str:
        """The question to the words; empty where all lines would be the answer."""
        asked = [register_words.question(self.words, parts)] if self.words else []
        asked += [register_words.question(words, part) for part, words in self.within]
        if self.mask:
            asked += [f'"{sign}"' for sign in register_words.signs(self.mask, self.value)]
        if self.units is not None and not self.by_lines:
            signs = [f'"{register_words.unit_sign(one)}"' for one in self.units]
            asked.append(f"({' OR '.join(signs) or register_words.NEVER})")
        return " AND ".join(asked)

    def along(self) -> Asked:
        """The same for whoever goes along the lines ``l`` in an order of their own."""
        found, values = ["TRUE"], list[object]()
        if self.typed:
            # With the sign SQLite looks at each line whether it is among them, and not for each of them whether it is
            # the line.
            found.append(f"+l.place IN (SELECT rowid FROM {WORDS} WHERE {WORDS} MATCH ?)")
            values.append(self.match())
        elif self.mask:
            found.append("l.marks & ? = ?")
            values += [self.mask, self.value]
        if self.units is not None and (self.by_lines or not self.typed):
            found.append(_AMONG_UNITS)
            values.append(json.dumps(self.units))
        return " AND ".join(found), values

    def hits(self) -> Asked:
        """Where the lines ``l`` are taken from when there are few of them."""
        if self.typed or (self.mask and self.units is None):
            return self.matched(self.match())
        condition, values = self.along()
        return f"{LINES} AS l WHERE {condition}", values

    def matched(self, match: str) -> Asked:
        """The lines ``l`` that a question finds, the latest first."""
        source = f"{WORDS} AS w CROSS JOIN {LINES} AS l ON l.place = w.rowid WHERE w.{WORDS} MATCH ?"
        if self.by_lines:
            return f"{source} AND {_AMONG_UNITS}", [match, json.dumps(self.units)]
        return source, [match]

    def count(self, session: Session) -> int:
        """How many lines there are."""
        if self.words and not (self.within or self.mask or self.units is not None):
            counted = register_frequent.count(session.db, self.words)
            if counted is not None:
                return counted
        if self.typed and not self.by_lines:
            return int(session.value(f"SELECT count(*) FROM {WORDS} WHERE {WORDS} MATCH ?", (self.match(),)))
        if self.typed or self.units is not None:
            source, values = self.hits()
            return int(session.value(f"SELECT count(*) FROM {source}", values))
        total = f"SELECT coalesce(sum(count), 0) FROM {TOTALS} WHERE marks & ? = ?"
        return int(session.value(total, (self.mask, self.value)))


_AMONG_UNITS = "l.unit_id IN (SELECT value FROM json_each(?))"

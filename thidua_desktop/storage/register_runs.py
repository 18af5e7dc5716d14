"""Stretches of the register in one order: any part of them is read by the keys of its lines.

A short stretch is read whole, once. Of a long one every thousandth key is noted as far as somebody has looked into it;
from there on SQLite goes along an index. So the first screenful costs what it shows, and so does any other.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from thidua_desktop.storage.register_index import LINES, REFERENCES, VALUES, WORDS, Part
from thidua_desktop.storage.register_scope import Asked, Scope
from thidua_desktop.storage.register_words import TURNED
from thidua_desktop.storage.session import Session

SHORT = 20_000
"""Lines of a stretch that is read whole."""
STEP = 1_000
"""Lines from one noted key to the next."""

Key = tuple[Any, ...]


def id_of(place: int) -> int:
    """The number of the entry whose line has a place."""
    return TURNED - (place & TURNED)


class Run(Protocol):
    """A stretch in one order."""

    def count(self) -> int:
        """How many lines it has."""

    def read_whole(self) -> None:
        """It is short: rather read all of it once."""

    def part(self, first: int, limit: int) -> Sequence[int]:
        """The numbers of some entries, counted from 0."""

    def position(self, place: int) -> int | None:
        """Where the line of a place stands, counted from 0; None where it is not among them."""


class ListRun:
    """A ``Run`` that was read already."""

    def __init__(self, ids: Iterable[int]) -> None:
        self._ids = array("q", ids)

    def count(self) -> int:
        """See ``Run``."""
        return len(self._ids)

    def read_whole(self) -> None:
        """See ``Run``."""

    def part(self, first: int, limit: int) -> Sequence[int]:
        """See ``Run``."""
        return self._ids[first : first + limit]

    def position(self, place: int) -> int | None:
        """See ``Run``."""
        return self._ids.index(id_of(place)) if id_of(place) in self._ids else None


class _KeyedRun(ABC):
    """A ``Run`` that is read by keys.

    Where SQLite has to ask of each line whether it is wanted, a long one is gone through once as soon as somebody looks
    far into it: it would ask anew for each noted key.
    """

    def __init__(self, session: Session, *, steps: bool) -> None:
        self._session = session
        self._count: int | None = None
        self._short = False
        self._steps = steps
        self._whole: array[int] | None = None
        self._noted: list[Key] = []
        """The key of each ``STEP``-th line, the first among them."""

    def count(self) -> int:
        """See ``Run``."""
        if self._count is None:
            self._count = self._counted()
        return self._count

    def read_whole(self) -> None:
        """See ``Run``."""
        self._short = True

    def part(self, first: int, limit: int) -> Sequence[int]:
        """See ``Run``."""
        if self._whole is None and (self._short or (first >= STEP and not self._steps)):
            self._whole = array("q", self._every() if self._short else self._through())
            self._count = len(self._whole)
        if self._whole is not None:
            return self._whole[first : first + limit]
        if first < STEP:
            return self._from(None, first, limit)
        while len(self._noted) <= first // STEP:
            # To skip lines takes SQLite a twentieth of the time that it takes to number them.
            noted = self._key(self._noted[-1], STEP) if self._noted else self._key(None, 0)
            if noted is None:
                return ()
            self._noted.append(noted)
        return self._from(self._noted[first // STEP], first % STEP, limit)

    @abstractmethod
    def position(self, place: int) -> int | None:
        """See ``Run``."""

    @abstractmethod
    def _counted(self) -> int: ...

    @abstractmethod
    def _every(self) -> Sequence[int]:
        """All numbers in order, where there are few."""

    def _through(self) -> Sequence[int]:
        """All numbers in order, where there are many."""
        return self._from(None, 0, -1)

    @abstractmethod
    def _from(self, key: Key | None, skipped: int, limit: int) -> Sequence[int]:
        """Numbers from a key on, or from the beginning, after some that are skipped."""

    @abstractmethod
    def _key(self, key: Key | None, skipped: int) -> Key | None:
        """The key that stands so many lines after a key, or after the first; None beyond the last."""

    def _ids(self, sql: str, values: Sequence[object]) -> list[int]:
        return [id_of(place) for (place,) in self._session.db.conn.execute(sql, values)]

    def _first(self, sql: str, values: Sequence[object]) -> Key | None:
        found: Key | None = self._session.db.conn.execute(sql, values).fetchone()
        return found

    def _number(self, sql: str, values: Sequence[object]) -> int:
        return int(self._session.value(sql, values))


class PlaceRun(_KeyedRun):
    """By the day of signing."""

    def __init__(
        self,
        session: Session,
        scope: Scope,
        *,
        back: bool = False,
        only: Asked = ("", []),
        match: str = "",
        index: str = "",
    ) -> None:
        """Lines of a scope.

        Args:
            session: where they are.
            scope: what they have to have.
            back: the earliest first.
            only: a condition on the lines ``l`` besides.
            match: asked in place of the question of the scope.
            index: finds them by the condition; they are not looked up by their words and signs.
        """
        super().__init__(session, steps=not only[0] or (bool(index) and not scope.typed))
        self._scope, self._only = scope, only
        self._order, self._reaches = ("DESC", "<=") if back else ("ASC", ">=")
        self._at, self._source, self._values = self._read_from("" if index else match or scope.match(), index)

    def read_whole(self) -> None:
        """See ``Run``; SQLite finds lines in this order anyway, so that the first of them cost less than all."""

    def position(self, place: int) -> int | None:
        """See ``Run``."""
        at = f"SELECT 1 FROM {self._source} AND {self._at} = ?"
        if self._session.value(at, [*self._values, place]) is None:
            return None
        before = f"SELECT count(*) FROM {self._source} AND {self._at} {self._reaches[0].translate(_TURN)} ?"
        return self._number(before, [*self._values, place])

    def _read_from(self, match: str, index: str) -> tuple[str, str, list[object]]:
        condition, values = self._only
        if match and not condition and not self._scope.by_lines:
            return "rowid", f"{WORDS} WHERE {WORDS} MATCH ?", [match]
        if match:
            source, given = self._scope.matched(match)
            key = "w.rowid"
        else:
            along, given = self._scope.along()
            by = f" INDEXED BY {index}" if index else ""
            key, source = "l.place", f"{LINES} AS l{by} WHERE {along}"
        return key, f"{source} AND {condition or 'TRUE'}", [*given, *values]

    def _counted(self) -> int:
        if not self._only[0] and self._source.startswith(LINES):
            return self._scope.count(self._session)
        return self._number(f"SELECT count(*) FROM {self._source}", self._values)

    def _every(self) -> Sequence[int]:
        sql = f"SELECT {self._at} FROM {self._source} ORDER BY {self._at} {self._order}"
        return self._ids(sql, self._values)

    def _from(self, key: Key | None, skipped: int, limit: int) -> Sequence[int]:
        sql, values = self._reached(key, skipped, limit)
        return self._ids(sql, values)

    def _key(self, key: Key | None, skipped: int) -> Key | None:
        return self._first(*self._reached(key, skipped, 1))

    def _reached(self, key: Key | None, skipped: int, limit: int) -> Asked:
        reached, values = "", [*self._values]
        if key is not None:
            reached = f" AND {self._at} {self._reaches} ?"
            values += key
        sql = f"SELECT {self._at} FROM {self._source}{reached} ORDER BY {self._at} {self._order} LIMIT ? OFFSET ?"
        return sql, [*values, limit, skipped]


_TURN = str.maketrans("<>", "><")
"""What stands before is what is not reached yet."""


class ValueRun(_KeyedRun):
    """By what stands in a column, in the order of names; of the same, the latest first."""

    def __init__(self, session: Session, scope: Scope, part: Part, *, back: bool = False) -> None:
        super().__init__(session, steps=not scope.typed)
        self._scope, self._column = scope, REFERENCES[part]
        self._order, self._beyond = ("DESC", "<") if back else ("ASC", ">")
        condition, values = scope.along()
        self._condition, self._given = condition, values
        self._source = (
            f"{VALUES} AS v CROSS JOIN {LINES} AS l WHERE v.part = {part.value} AND l.{self._column} = v.id"
            f" AND {condition}"
        )

    def position(self, place: int) -> int | None:
        """See ``Run``."""
        source, values = self._scope.hits()
        found = self._session.db.conn.execute(
            f"SELECT v.key, v.id FROM (SELECT l.{self._column} AS number FROM {source} AND l.place = ?)"
            f" JOIN {VALUES} AS v ON v.id = number",
            [*values, place],
        ).fetchone()
        if found is None:
            return None
        former = "<" if self._beyond == ">" else ">"
        others = f"SELECT count(*) FROM {self._source} AND (v.key, v.id) {former} (?, ?)"
        same = f"SELECT count(*) FROM {LINES} AS l WHERE {self._condition} AND l.{self._column} = ? AND l.place < ?"
        return self._number(others, [*self._given, *found]) + self._number(same, [*self._given, found[1], place])

    def _counted(self) -> int:
        none = f"SELECT count(*) FROM {LINES} AS l WHERE {self._condition} AND l.{self._column} = 0"
        return self._scope.count(self._session) - self._number(none, self._given)

    def _every(self) -> Sequence[int]:
        source, values = self._scope.hits()
        return self._ids(
            f"SELECT place FROM (SELECT l.place AS place, l.{self._column} AS number FROM {source})"
            f" JOIN {VALUES} AS v ON v.id = number ORDER BY v.key {self._order}, v.id {self._order}, place",
            values,
        )

    def _from(self, key: Key | None, skipped: int, limit: int) -> Sequence[int]:
        return [id_of(found[2]) for found in self._reached(key, skipped, limit)]

    def _key(self, key: Key | None, skipped: int) -> Key | None:
        return next(iter(self._reached(key, skipped, 1)), None)

    def _reached(self, key: Key | None, skipped: int, limit: int) -> list[Key]:
        """First what says the same as the key, then what stands beyond."""
        fetch = self._session.db.conn.execute
        order = f"ORDER BY v.key {self._order}, v.id {self._order}, l.place LIMIT ? OFFSET ?"
        every = f"SELECT v.key, v.id, l.place FROM {self._source}"
        if key is None:
            return fetch(f"{every} {order}", [*self._given, limit, skipped]).fetchall()
        equal = f"{LINES} AS l WHERE {self._condition} AND l.{self._column} = ? AND l.place >= ?"
        values = [*self._given, key[1], key[2]]
        here = f"SELECT place FROM (SELECT l.place AS place FROM {equal} ORDER BY l.place LIMIT ?) LIMIT -1 OFFSET ?"
        found = [(key[0], key[1], place) for (place,) in fetch(here, [*values, skipped + limit, skipped])]
        if len(found) == limit:
            return found
        if found:
            left = 0
        else:
            counted = f"SELECT count(*) FROM (SELECT 1 FROM {equal} LIMIT ?)"
            left = skipped - self._number(counted, [*values, skipped])
        beyond = f"{every} AND (v.key, v.id) {self._beyond} (?, ?) {order}"
        return [*found, *fetch(beyond, [*self._given, key[0], key[1], limit - len(found), left])]


class BookRun(_KeyedRun):
    """Decision after decision as they were signed, by the number in the golden book."""

    _KEY = "l.day, l.decision, l.book, l.id"

    def __init__(self, session: Session, scope: Scope, *, back: bool = False) -> None:
        super().__init__(session, steps=not scope.typed)
        self._scope = scope
        self._order, self._reaches = ("DESC", "<=") if back else ("ASC", ">=")
        condition, self._given = scope.along()
        self._source = f"{LINES} AS l INDEXED BY {LINES}_by_book WHERE {condition}"

    def position(self, place: int) -> int | None:
        """See ``Run``."""
        source, values = self._scope.hits()
        key = self._session.db.conn.execute(
            f"SELECT {self._KEY} FROM {source} AND l.place = ?", [*values, place]
        ).fetchone()
        if key is None:
            return None
        former = ">" if self._order == "DESC" else "<"
        return self._number(
            f"SELECT count(*) FROM {self._source} AND ({self._KEY}) {former} (?, ?, ?, ?)", [*self._given, *key]
        )

    def _counted(self) -> int:
        return self._scope.count(self._session)

    def _ordered(self) -> str:
        return ", ".join(f"{column} {self._order}" for column in self._KEY.split(", "))

    def _every(self) -> Sequence[int]:
        source, values = self._scope.hits()
        return self._ids(f"SELECT l.place FROM {source} ORDER BY {self._ordered()}", values)

    def _from(self, key: Key | None, skipped: int, limit: int) -> Sequence[int]:
        sql, values = self._reached("l.place", key, skipped, limit)
        return self._ids(sql, values)

    def _key(self, key: Key | None, skipped: int) -> Key | None:
        return self._first(*self._reached(self._KEY, key, skipped, 1))

    def _reached(self, what: str, key: Key | None, skipped: int, limit: int) -> Asked:
        reached, values = "", [*self._given]
        if key is not None:
            reached = f" AND ({self._KEY}) {self._reaches} (?, ?, ?, ?)"
            values += key
        sql = f"SELECT {what} FROM {self._source}{reached} ORDER BY {self._ordered()} LIMIT ? OFFSET ?"
        return sql, [*values, limit, skipped]

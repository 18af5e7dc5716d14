"""The register in any order that is asked for, as a row of stretches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from thidua_desktop.domain.register_queries import RegisterOrder
from thidua_desktop.storage import register_runs, register_words
from thidua_desktop.storage.register_index import AWARDS, LINES, REFERENCES, TOTALS, VALUES, Part
from thidua_desktop.storage.register_runs import BookRun, ListRun, PlaceRun, Run, ValueRun, id_of
from thidua_desktop.storage.register_scope import Scope
from thidua_desktop.storage.session import Session

_FEW_NAMES = 2_000
"""Names whose lines are looked up one by one; more of them are met often enough among the lines."""
_LAST = "\U0010ffff"
_BY_VALUE = {
    RegisterOrder.NAME: Part.NAME,
    RegisterOrder.UNIT: Part.UNIT,
    RegisterOrder.DECISION: Part.DECISION,
    RegisterOrder.DECIDED_BY: Part.DECIDED_BY,
}
_INDEXES = {
    Part.NAME: f"{LINES}_by_name",
    Part.UNIT: f"{LINES}_by_unit",
    Part.DECISION: f"{LINES}_by_decision",
    Part.DECIDED_BY: f"{LINES}_by_decider",
}
_BY_MARK = {RegisterOrder.YEAR: 0, RegisterOrder.KIND: 1, RegisterOrder.STATE: 2, RegisterOrder.AWARD: 3}
"""Which of the marks decides."""


class Course:
    """All lines of a scope in one order; what was found out about its stretches is kept."""

    def __init__(
        self, session: Session, scope: Scope, order: RegisterOrder, awards: Sequence[str], *, back: bool
    ) -> None:
        self._session, self._scope = session, scope
        self._order, self._awards, self._back = order, awards, back
        self.total = scope.count(session)
        self._made: list[Run] | None = None

    def head(self, limit: int) -> tuple[int, ...]:
        """The numbers of the first entries."""
        return self.part(0, min(limit, self.total)) if self.total else ()

    def part(self, first: int, limit: int) -> tuple[int, ...]:
        """The numbers of some entries, counted from 0."""
        found: list[int] = []
        for run in self._runs():
            some = run.part(first, limit - len(found))
            found += some
            if len(found) == limit:
                break
            first = 0 if some else first - run.count()  # a stretch is counted only where one looks beyond it
        return tuple(found)

    def note_all(self) -> None:
        """Go through it once, so that any place is reached at once from then on; what is done of it is kept."""
        for run in self._runs():
            if run.count():
                run.part(run.count() - 1, 1)

    def position(self, record_id: int) -> int | None:
        """Where an entry stands, counted from 0; None where it is not among them."""
        place = self._session.value(f"SELECT place FROM {LINES} WHERE id = ?", (record_id,))
        before = 0
        for run in self._runs() if place is not None else ():
            at = run.position(place)
            if at is not None:
                return before + at
            before += run.count()
        return None

    def _runs(self) -> list[Run]:
        if self._made is None:
            self._made = list(self._all_runs())
            if self.total <= register_runs.SHORT:
                for run in self._made:
                    run.read_whole()
        return self._made

    def _all_runs(self) -> Iterator[Run]:
        session, scope, back = self._session, self._scope, self._back
        if self._order in _BY_VALUE:
            part = _BY_VALUE[self._order]
            yield ValueRun(session, scope, part, back=back)
            if part is not Part.NAME:  # what says nothing stands last, whichever way round
                index = _INDEXES[part] if self.total > register_runs.SHORT else ""
                yield PlaceRun(session, scope, only=(f"l.{REFERENCES[part]} = 0", []), index=index)
        elif self._order in _BY_MARK:
            yield from self._grouped(_BY_MARK[self._order])
        elif self._order is RegisterOrder.GOLDEN_BOOK:
            yield BookRun(session, scope, back=back)
        elif self._order is RegisterOrder.MATCH and scope.words:
            yield from self._ranked()
        else:
            yield PlaceRun(session, scope, back=back)

    def _grouped(self, at: int) -> Iterator[Run]:
        """Group after group of one of the marks."""
        rank = self._rank(at)
        if self.total <= register_runs.SHORT:
            source, values = self._scope.hits()
            found = self._session.db.conn.execute(f"SELECT l.place, l.marks FROM {source} ORDER BY l.place", values)
            groups: dict[int, list[int]] = {}
            for place, marks in found:
                groups.setdefault(register_words.parted(marks)[at], []).append(id_of(place))
            yield ListRun(one for group in sorted(groups, key=rank, reverse=self._back) for one in groups[group])
            return
        present = f"SELECT marks FROM {TOTALS} WHERE marks & ? = ?"
        found = self._session.db.conn.execute(present, (self._scope.mask, self._scope.value))
        for group in sorted({register_words.parted(marks)[at] for (marks,) in found}, key=rank, reverse=self._back):
            only: list[int | None] = [None] * 4
            only[at] = group
            yield PlaceRun(self._session, self._scope.marked(*register_words.marks(*only)))

    def _rank(self, at: int) -> Callable[[int], tuple[int, int]]:
        if at != _BY_MARK[RegisterOrder.AWARD]:
            return lambda group: (0, group)
        places = {award: place for place, award in enumerate(self._awards)}
        ranks: Mapping[int, int] = {
            number: places.get(award, len(places))
            for number, award in self._session.db.conn.execute(f"SELECT id, award_id FROM {AWARDS}")
        }
        return lambda group: (ranks[group], group)

    def _ranked(self) -> Iterator[Run]:
        """Whose name begins so; who is called so; then by where else it stands. Each the latest first."""
        session, scope = self._session, self._scope
        begins = " ".join(scope.words)
        named = (
            f"FROM {VALUES} INDEXED BY {VALUES}_by_words WHERE part = {Part.NAME.value} AND words >= ? AND words < ?"
        )
        some = (begins, begins + _LAST)
        names = session.value(f"SELECT count(*) FROM (SELECT 1 {named} LIMIT {_FEW_NAMES + 1})", some)
        so = f"substr((SELECT words FROM {VALUES} WHERE id = l.name), 1, {len(begins)}) = ?"
        match = scope.match(register_words.NAME)
        if names > _FEW_NAMES:
            yield PlaceRun(session, scope, only=(so, [begins]), match=match)
        elif names:
            # Whose name begins so has all of the words in it.
            wordless = replace(scope, words=())
            yield PlaceRun(
                session, wordless, only=(f"l.name IN (SELECT id {named})", [*some]), index=_INDEXES[Part.NAME]
            )
        yield PlaceRun(session, scope, only=(f"NOT {so}" if names else "", [begins] if names else []), match=match)
        for so_far in range(1, len(register_words.PARTS)):
            former, parts = register_words.PARTS[:so_far], register_words.PARTS[: so_far + 1]
            asked = f"({scope.match(parts)}) NOT ({register_words.question(scope.words, former)})"
            yield PlaceRun(session, scope, match=asked)

"""Looking through the register: numbers of entries in the order wanted, entries a page at a time."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from thidua_desktop.common.progress import Cancelled
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import AwardRecordId, DecisionLineId, NominationId, RecipientId, UnitId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.register_queries import RegisterFirst, RegisterFound, RegisterOrder, RegisterQuery
from thidua_desktop.storage import register_index
from thidua_desktop.storage.session import Session

_ORDERS = {
    RegisterOrder.NAME: "l.kind, l.name_key, l.recipient_id, l.year DESC, l.decided_on DESC, l.id DESC",
    RegisterOrder.LATEST: "l.year DESC, l.decided_on DESC, l.id DESC",
    RegisterOrder.GOLDEN_BOOK: (
        "a.decided_on IS NULL, a.decided_on, a.decision, CAST(a.golden_book AS INTEGER), a.golden_book, a.id"
    ),
}
_LINES = f"{register_index.LINES} AS l"
_ASK_EACH = 5_000
_BEGINNING = 10_000
"""Lines at the beginning of an order that are looked at for words that many lines have."""
_OFTEN = 80
"""Words that at least one of so many lines has are looked for there first: a screenful of them is found soon."""
_FROM = {RegisterOrder.GOLDEN_BOOK: f"award_records AS a JOIN {_LINES} ON l.id = a.id"}
_LIVING = {RegisterOrder.GOLDEN_BOOK: "a.deleted_at IS NULL"}
_KINDS = (RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD)
"""By the number that the lines have for them."""
_HAVING = f"l.id IN (SELECT rowid FROM {register_index.WORDS} WHERE {register_index.WORDS} MATCH ?)"
_NOTHING = (NominationState.REFUSED, NominationState.NOT_AWARDED, NominationState.POSTPONED)


class RegisterSearch:
    """Reads the register without making an object of every entry."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def found(
        self, query: RegisterQuery, units: Iterable[UnitId] | None, wanted: Callable[[], bool] = lambda: True
    ) -> RegisterFound:
        """The entries that a query asks for; ``units`` are all that its unit means.

        Raises:
            Cancelled: they are not ``wanted`` any more; it is asked every few thousand entries.
        """
        condition, parameters = _condition(query, units)
        # Numbers alone, read in one go: for each entry the kind of its recipient as a number, and who it is.
        found = self._session.db.conn.execute(
            f"SELECT l.id, l.kind, l.recipient_id FROM {_FROM.get(query.order, _LINES)}"
            f" WHERE {condition} ORDER BY {_ORDERS[query.order]}",
            parameters,
        )
        ids, kinds, whose = array("q"), Counter[int](), set[int]()
        for record_id, kind, recipient_id in found:
            if len(ids) % _ASK_EACH == 0 and not wanted():
                raise Cancelled
            ids.append(record_id)
            kinds[kind] += 1
            whose.add(recipient_id)
        return RegisterFound(ids, {_KINDS[kind]: count for kind, count in sorted(kinds.items())}, len(whose))

    def first(self, query: RegisterQuery, units: Iterable[UnitId] | None, limit: int) -> RegisterFirst:
        """The first entries that a query asks for, and how many there are: what is shown while one types."""
        condition, parameters = _condition(query, units)
        source = f"FROM {_FROM.get(query.order, _LINES)} WHERE {condition}"
        total = self._total(query, units, source, parameters)
        ids = self._beginning(query, units, limit) if self._often(total) else None
        if ids is None:
            found = self._session.rows(
                f"SELECT l.id {source} ORDER BY {_ORDERS[query.order]} LIMIT ?", [*parameters, limit]
            )
            ids = tuple(row["id"] for row in found)
        return RegisterFirst(ids, total)

    def _total(
        self, query: RegisterQuery, units: Iterable[UnitId] | None, source: str, parameters: Sequence[object]
    ) -> int:
        """How many there are; words alone are counted without looking at a single line."""
        words = register_index.asked(query.text)
        if words and units is None and query == RegisterQuery(query.text, order=query.order):
            counted = f"SELECT count(*) FROM {register_index.WORDS} WHERE {register_index.WORDS} MATCH ?"
            return int(self._session.value(counted, (words,)))
        return int(self._session.value(f"SELECT count(*) {source}", parameters))

    def _often(self, total: int) -> bool:
        last = self._session.value(f"SELECT max(id) FROM {register_index.LINES}") or 0
        return total * _OFTEN >= int(last)

    def _beginning(self, query: RegisterQuery, units: Iterable[UnitId] | None, limit: int) -> tuple[int, ...] | None:
        """The first entries, if as many stand at the beginning of the order; None where it has to be looked further."""
        wanted = [f" {word}" for word in register_index.each(query.text)]
        condition, parameters = _condition(replace(query, text=""), units)
        lines = self._session.db.conn.execute(
            f"SELECT l.id, ' ' || l.words FROM {_FROM.get(query.order, _LINES)} WHERE {condition}"
            f" ORDER BY {_ORDERS[query.order]} LIMIT {_BEGINNING}",
            parameters,
        )
        having = (record_id for record_id, words in lines if all(word in words for word in wanted))
        found = tuple(islice(having, limit))
        return found if len(found) == limit else None

    def recipients_of(self, record_ids: Sequence[int]) -> Mapping[int, tuple[RecipientKind, str]]:
        """Kind and present name of those who have some entries, by entry."""
        found = self._session.rows(
            "SELECT a.id, r.kind, r.name FROM award_records a JOIN recipients r ON r.id = a.recipient_id"
            " WHERE a.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(record_ids)),),
        )
        return {row["id"]: (RecipientKind(row["kind"]), row["name"]) for row in found}

    def years(self) -> tuple[int, ...]:
        """The years in which awards were given, the latest first."""
        found = self._session.rows(
            "SELECT DISTINCT year FROM award_records WHERE deleted_at IS NULL ORDER BY year DESC"
        )
        return tuple(row["year"] for row in found)

    def awards(self) -> tuple[str, ...]:
        """The awards that were ever given."""
        found = self._session.rows("SELECT DISTINCT award_id FROM award_records WHERE deleted_at IS NULL")
        return tuple(row["award_id"] for row in found)

    def lines_of(self, record_ids: Iterable[AwardRecordId]) -> Mapping[DecisionLineId, AwardRecordId]:
        """The lines of decisions that entries came from."""
        found = self._session.rows(
            "SELECT id, award_record_id FROM decision_lines WHERE award_record_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(record_ids)),),
        )
        return {DecisionLineId(row["id"]): AwardRecordId(row["award_record_id"]) for row in found}

    def refused(self, recipient_id: RecipientId) -> tuple[NominationId, ...]:
        """The lines of a recipient that came to nothing, the latest first."""
        states = ", ".join(f"'{state.value}'" for state in _NOTHING)
        found = self._session.rows(
            f"SELECT id FROM nominations WHERE recipient_id = ? AND state IN ({states}) AND deleted_at IS NULL"
            " ORDER BY id DESC",
            (recipient_id,),
        )
        return tuple(NominationId(row["id"]) for row in found)


def _condition(query: RegisterQuery, units: Iterable[UnitId] | None) -> tuple[str, list[object]]:
    conditions, parameters = [_LIVING.get(query.order, "TRUE")], list[object]()
    words = register_index.asked(query.text)
    if words:
        conditions.append(_HAVING)
        parameters.append(words)
    kind = None if query.kind is None else _KINDS.index(query.kind)
    equal: dict[str, object] = {"l.award_id": query.award_id, "l.year": query.year, "l.kind": kind}
    equal["l.state"] = query.state
    for column, value in equal.items():
        if value is not None:
            conditions.append(f"{column} = ?")
            parameters.append(value)
    if units is not None:
        conditions.append("l.unit_id IN (SELECT value FROM json_each(?))")
        parameters.append(json.dumps(sorted(units)))
    return " AND ".join(conditions), parameters

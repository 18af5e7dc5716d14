"""Facts about recipients: eleven tables that differ in nothing but their columns, written down as data."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.evidence import CaseKind, Cleared, MeritKind, Rating, Reach, Sanction
from thidua_desktop.domain.facts import TYPES, Fact, FactKind, FactRef, KeptFact
from thidua_desktop.domain.ids import FactId, RecipientId
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.repositories.columns import Column, code, converted, day, maybe, plain, text, texts, truth
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session


def _counted(held: Iterable[tuple[str, int]]) -> str:
    return json.dumps(dict(held), ensure_ascii=False)


def _counts(value: str) -> tuple[tuple[str, int], ...]:
    return tuple(json.loads(value).items())


_holders = converted(_counted, _counts)

_TABLES: dict[FactKind, tuple[str, tuple[Column, ...]]] = {
    FactKind.RATING: ("ratings", (plain("year"), code(Rating)("rating"), maybe("decision"))),
    FactKind.INITIATIVE: (
        "initiatives",
        (
            *(plain("year"), code(Reach)("reach"), text("name"), maybe("decision")),
            *(code(MeritKind)("kind"), texts("used_for")),
        ),
    ),
    FactKind.SPELL: ("spells", (text("kind"), day("since"), day("until"), plain("factor"))),
    FactKind.SANCTION: ("sanctions", (code(Sanction)("sanction"), day("since"), day("until"), maybe("decision"))),
    FactKind.CASE: ("open_cases", (code(CaseKind)("kind"), day("opened"), day("closed"), text("about"))),
    FactKind.CLEARANCE: ("clearances", (code(Cleared)("kind"), day("until"), text("by", "cleared_by"))),
    FactKind.MEMBERS: (
        "member_figures",
        (plain("year"), plain("members"), _holders("holders"), plain("completed"), plain("disciplined")),
    ),
    FactKind.RANK: ("cluster_ranks", (plain("year"), text("organiser"), plain("rank"), text("cluster"))),
    FactKind.MOVEMENT: (
        "movement_results",
        (plain("year"), text("launched_by"), plain("years"), text("stage"), text("name")),
    ),
    FactKind.SCORE: (
        "year_scores",
        (plain("year"), plain("points"), text("area"), plain("weakest"), day("registered")),
    ),
    FactKind.CONFIRMATION: (
        "confirmations",
        (
            *(text("code"), truth("holds"), text("by", "confirmed_by"), day("day", "confirmed_on")),
            plain("year"),
        ),
    ),
}
"""Kind → its table and columns, the fields in the order of the dataclass."""
FACT_TABLES = tuple(table for table, _ in _TABLES.values())
"""The tables of facts about recipients."""


class _FactTable(Repository):
    """The table of one kind of facts."""

    kind = Kind.RECIPIENT

    def __init__(self, session: Session, fact_kind: FactKind) -> None:
        super().__init__(session)
        self.table, self._columns = _TABLES[fact_kind]
        self._type: Callable[..., Fact] = TYPES[fact_kind]
        self._converted = [
            (place, column.of_row) for place, column in enumerate(self._columns) if column.of_row is not None
        ]
        names = ", ".join(column.name for column in self._columns)
        self._select = f"SELECT recipient_id, id, {names} FROM {self.table}"

    def get(self, fact_id: FactId) -> KeptFact:
        row = self._one(fact_id)
        return self._facts([(row["recipient_id"], row["id"], *(row[column.name] for column in self._columns))])[0]

    def of(self, recipient_ids: Iterable[RecipientId] | None) -> list[KeptFact]:
        """The facts about recipients in the order of entry; about everybody where None is given."""
        return self._facts(self._session.db.conn.execute(*_among(self._select, recipient_ids)))

    def save(self, kept: KeptFact) -> FactId:
        row: Row = {column.name: column.to_row(getattr(kept.fact, column.field)) for column in self._columns}
        if kept.id is None:
            return FactId(self._insert({"recipient_id": kept.recipient_id, **row}))
        self._update(kept.id, {"recipient_id": kept.recipient_id, **row})
        return kept.id

    def remove(self, fact_id: FactId) -> None:
        self._one(fact_id)
        self._remove(fact_id)

    @rows.reading
    def _facts(self, found: Iterable[tuple[Any, ...]]) -> list[KeptFact]:
        made: list[KeptFact] = []
        for recipient_id, fact_id, *values in found:
            for place, convert in self._converted:
                values[place] = convert(values[place])
            made.append(KeptFact(recipient_id, self._type(*values), fact_id))
        return made


class FactRepository:
    """All that is written down about recipients, award records and posts apart."""

    def __init__(self, session: Session) -> None:
        self._tables = {kind: _FactTable(session, kind) for kind in FactKind}

    def get(self, ref: FactRef) -> KeptFact:
        """One fact.

        Raises:
            RecordMissing: no such fact.
        """
        kind, fact_id = ref
        return self._tables[kind].get(fact_id)

    def of(self, recipient_id: RecipientId) -> tuple[KeptFact, ...]:
        """The facts about one recipient, kind by kind in the order of entry."""
        return tuple(kept for table in self._tables.values() for kept in table.of([recipient_id]))

    def of_many(
        self, recipient_ids: Iterable[RecipientId] | None = None
    ) -> Mapping[RecipientId, Mapping[FactKind, list[Fact]]]:
        """The facts about recipients by kind, one query a kind; about everybody where None is given."""
        wanted = None if recipient_ids is None else tuple(recipient_ids)
        found: dict[RecipientId, dict[FactKind, list[Fact]]] = defaultdict(dict)
        for kind, table in self._tables.items():
            for kept in table.of(wanted):
                found[kept.recipient_id].setdefault(kind, []).append(kept.fact)
        return found

    def save(self, kept: KeptFact) -> FactId:
        """Keep a fact; gives its id.

        Raises:
            RecordMissing: a fact with an id is not there any more.
        """
        return self._tables[kept.kind].save(kept)

    def remove(self, ref: FactRef) -> None:
        """Take a fact away; the journal keeps it.

        Raises:
            RecordMissing: no such fact.
        """
        kind, fact_id = ref
        self._tables[kind].remove(fact_id)


def _among(select: str, recipient_ids: Iterable[RecipientId] | None) -> tuple[str, tuple[str, ...]]:
    if recipient_ids is None:
        return f"{select} ORDER BY id", ()
    listed = json.dumps(list(recipient_ids))
    return f"{select} WHERE recipient_id IN (SELECT value FROM json_each(?)) ORDER BY id", (listed,)

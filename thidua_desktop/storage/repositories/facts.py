"""Facts about recipients: eleven tables that differ in nothing but their columns, written down as data."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.evidence import CaseKind, Cleared, MeritKind, Rating, Reach, Sanction
from thidua_desktop.domain.facts import TYPES, Fact, FactKind, FactRef, KeptFact
from thidua_desktop.domain.ids import FactId, RecipientId
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session

Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Column:
    """A field of a fact: the column that it is kept in, and how a value goes in and comes back."""

    field: str
    name: str
    to_row: Convert
    of_row: Convert | None
    """None where the value comes back as it was kept."""


class _Named(Protocol):
    def __call__(self, field: str, name: str = "") -> _Column: ...


def _kept(to_row: Convert, of_row: Convert | None = None) -> _Named:
    def column(field: str, name: str = "") -> _Column:
        return _Column(field, name or field, to_row, of_row)

    return column


def _same(value: Any) -> Any:
    return value


def _code(kind: type[Enum]) -> _Named:
    return _kept(lambda member: member.value, {member.value: member for member in kind}.__getitem__)


def _counted(held: Iterable[tuple[str, int]]) -> str:
    return json.dumps(dict(held), ensure_ascii=False)


def _counts(value: str) -> tuple[tuple[str, int], ...]:
    return tuple(json.loads(value).items())


_plain = _kept(_same)
_text = _kept(rows.text)
_maybe = _kept(rows.optional)
_day = _kept(rows.iso, rows.day)
_texts = _kept(rows.array, rows.texts)
_truth = _kept(int, bool)
_holders = _kept(_counted, _counts)

_TABLES: dict[FactKind, tuple[str, tuple[_Column, ...]]] = {
    FactKind.RATING: ("ratings", (_plain("year"), _code(Rating)("rating"), _maybe("decision"))),
    FactKind.INITIATIVE: (
        "initiatives",
        (
            *(_plain("year"), _code(Reach)("reach"), _text("name"), _maybe("decision")),
            *(_code(MeritKind)("kind"), _texts("used_for")),
        ),
    ),
    FactKind.SPELL: ("spells", (_text("kind"), _day("since"), _day("until"), _plain("factor"))),
    FactKind.SANCTION: ("sanctions", (_code(Sanction)("sanction"), _day("since"), _day("until"), _maybe("decision"))),
    FactKind.CASE: ("open_cases", (_code(CaseKind)("kind"), _day("opened"), _day("closed"), _text("about"))),
    FactKind.CLEARANCE: ("clearances", (_code(Cleared)("kind"), _day("until"), _text("by", "cleared_by"))),
    FactKind.MEMBERS: (
        "member_figures",
        (_plain("year"), _plain("members"), _holders("holders"), _plain("completed"), _plain("disciplined")),
    ),
    FactKind.RANK: ("cluster_ranks", (_plain("year"), _text("organiser"), _plain("rank"), _text("cluster"))),
    FactKind.MOVEMENT: (
        "movement_results",
        (_plain("year"), _text("launched_by"), _plain("years"), _text("stage"), _text("name")),
    ),
    FactKind.SCORE: (
        "year_scores",
        (_plain("year"), _plain("points"), _text("area"), _plain("weakest"), _day("registered")),
    ),
    FactKind.CONFIRMATION: (
        "confirmations",
        (
            *(_text("code"), _truth("holds"), _text("by", "confirmed_by"), _day("day", "confirmed_on")),
            _plain("year"),
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

"""Looking through the register: numbers of entries in the order wanted, entries a page at a time."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import AwardRecordId, DecisionLineId, NominationId, RecipientId, UnitId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.register_queries import RegisterFound, RegisterOrder, RegisterQuery
from thidua_desktop.storage.session import Session

_ORDERS = {
    RegisterOrder.NAME: (
        "r.kind = 'household', r.kind = 'collective', r.name_key, r.id, a.year DESC, a.decided_on DESC, a.id DESC"
    ),
    RegisterOrder.LATEST: "a.year DESC, a.decided_on DESC, a.id DESC",
    RegisterOrder.GOLDEN_BOOK: (
        "a.decided_on IS NULL, a.decided_on, a.decision, CAST(a.golden_book AS INTEGER), a.golden_book, a.id"
    ),
}
_KINDS = (RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD)
_KIND_NUMBER = "(r.kind = 'collective') + 2 * (r.kind = 'household')"
_NUMBERED = (
    "SELECT decision FROM (SELECT DISTINCT decision FROM award_records WHERE decision IS NOT NULL)"
    " WHERE instr(plain_words(decision), ?) > 0"
)
_SHAPES = "'`\u2018\u2019\u02bc"
"""Names of the Central Highlands have an apostrophe, in as many shapes as there are keyboards: all are one name."""
_APOSTROPHES = str.maketrans("", "", _SHAPES)
_FOLDED = "replace(folded, 'y', 'i')"
for _shape in _SHAPES:
    _FOLDED = f"replace({_FOLDED}, char({ord(_shape)}), '')"
_NOTHING = (NominationState.REFUSED, NominationState.NOT_AWARDED, NominationState.POSTPONED)


class RegisterSearch:
    """Reads the register without making an object of every entry."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def found(self, query: RegisterQuery, units: Iterable[UnitId] | None) -> RegisterFound:
        """The entries that a query asks for; ``units`` are all that its unit means."""
        # Names of decisions that are not the recipient's any more are few; they alone are folded while searching.
        self._session.db.conn.create_function("plain_words", 1, plain_words, deterministic=True)
        condition, parameters = _condition(query, units)
        # Numbers alone, read in one go: for each entry the kind of its recipient as a number, and who it is.
        found = self._session.db.conn.execute(
            f"SELECT a.id, {_KIND_NUMBER}, r.id FROM award_records a JOIN recipients r ON r.id = a.recipient_id"
            f" WHERE {condition} ORDER BY {_ORDERS[query.order]}",
            parameters,
        )
        ids, kinds, whose = array("q"), Counter[int](), set[int]()
        for record_id, kind, recipient_id in found:
            ids.append(record_id)
            kinds[kind] += 1
            whose.add(recipient_id)
        return RegisterFound(ids, {_KINDS[kind]: count for kind, count in sorted(kinds.items())}, len(whose))

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


def plain_words(text: str | None) -> str:
    """Text as words are looked for in it: without marks and apostrophes, "y" as "i", a blank before every word."""
    return f" {fold(text or '').replace('y', 'i').translate(_APOSTROPHES)}"


def _condition(query: RegisterQuery, units: Iterable[UnitId] | None) -> tuple[str, list[object]]:
    conditions, parameters = ["a.deleted_at IS NULL"], list[object]()
    words = [f" {word}" for word in plain_words(query.text).split()]
    if words:
        now = " AND ".join([f"instr(' ' || {_FOLDED}, ?) > 0"] * len(words))
        then = " AND ".join(["instr(plain_words(a.name), ?) > 0"] * len(words))
        # Whoever has the words now is looked up once, not for each of the entries.
        alike = [f"r.id IN (SELECT id FROM recipients WHERE {now})", f"(a.name <> r.name AND {then})"]
        parameters += [*words, *words]
        if any(letter.isdigit() for letter in query.text):
            alike.append(f"a.decision IN ({_NUMBERED})")
            parameters.append(plain_words(query.text).strip())
        conditions.append(f"({' OR '.join(alike)})")
    equal: dict[str, object] = {"a.award_id": query.award_id, "a.year": query.year, "r.kind": query.kind}
    equal["a.state"] = query.state
    for column, value in equal.items():
        if value is not None:
            conditions.append(f"{column} = ?")
            parameters.append(value)
    if units is not None:
        conditions.append("a.unit_id IN (SELECT value FROM json_each(?))")
        parameters.append(json.dumps(sorted(units)))
    return " AND ".join(conditions), parameters

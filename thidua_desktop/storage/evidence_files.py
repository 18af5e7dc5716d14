"""The files of recipients as the check of a nomination reads them: many at once, one query for each table."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.evidence import AwardRecord, Evidence, PostHeld
from thidua_desktop.domain.facts import Fact, FactKind
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.storage import rows
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.repositories.facts import FactRepository
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session

_RECIPIENTS = """SELECT recipients.id, recipients.kind, recipients.name, gender, classes, enterprise, founded,
        later_retirement, awards_known_from, initiatives_known_from, units.name AS unit
    FROM recipients LEFT JOIN units ON units.id = recipients.unit_id
    WHERE recipients.deleted_at IS NULL AND merged_into IS NULL"""
# A withdrawn award was never earned; a corrected one stands under its other words.
_AWARDS = """SELECT recipient_id, award_id, year, decided_on, decision, occasion, counted_from, counted_to, achievement
    FROM award_records WHERE deleted_at IS NULL AND state <> 'withdrawn'"""
# A post without its first day or its group cannot be counted in years.
_POSTS = """SELECT recipient_id, post_group, since, until, title FROM posts
    WHERE since IS NOT NULL AND post_group IS NOT NULL"""

_FIELDS = {
    "ratings": FactKind.RATING,
    "initiatives": FactKind.INITIATIVE,
    "spells": FactKind.SPELL,
    "discipline": FactKind.SANCTION,
    "cases": FactKind.CASE,
    "clearances": FactKind.CLEARANCE,
    "members": FactKind.MEMBERS,
    "ranks": FactKind.RANK,
    "movements": FactKind.MOVEMENT,
    "scores": FactKind.SCORE,
    "confirmations": FactKind.CONFIRMATION,
}
"""Field of ``Evidence`` → the kind of facts in it."""


class EvidenceFiles:
    """Assembles what the tables know of recipients."""

    def __init__(self, session: Session, facts: FactRepository) -> None:
        self._session = session
        self._facts = facts

    def of(self, recipient_ids: Iterable[RecipientId] | None = None) -> Mapping[RecipientId, Evidence]:
        """The files of recipients, of everybody where None is given.

        Those in the trash have none; one that was merged has the file of the recipient that it was merged into.
        """
        merged = self._merged()
        wanted = None if recipient_ids is None else {one: _final(one, merged) for one in recipient_ids}
        files = self._assembled(None if wanted is None else sorted(set(wanted.values())))
        if wanted is None:
            return files
        return {asked: files[final] for asked, final in wanted.items() if final in files}

    def ids(self) -> list[RecipientId]:
        """The recipients that have a file, in the order of their names."""
        found = self._session.rows(
            "SELECT id FROM recipients WHERE deleted_at IS NULL AND merged_into IS NULL ORDER BY kind, name_key, id"
        )
        return [RecipientId(row["id"]) for row in found]

    def final(self, recipient_id: RecipientId) -> RecipientId:
        """The recipient itself, or the one that it was merged into."""
        return _final(recipient_id, self._merged())

    def living(self, recipient_id: RecipientId) -> str:
        """The name of a recipient that is there.

        Raises:
            RecordMissing: no such recipient, or in the trash.
        """
        name = self._session.value("SELECT name FROM recipients WHERE id = ? AND deleted_at IS NULL", (recipient_id,))
        if name is None:
            raise RecordMissing(kind=Kind.RECIPIENT, id=recipient_id)
        return str(name)

    def _merged(self) -> dict[RecipientId, RecipientId]:
        found = self._session.rows("SELECT id, merged_into FROM recipients WHERE merged_into IS NOT NULL")
        return {RecipientId(row["id"]): RecipientId(row["merged_into"]) for row in found}

    def _assembled(self, ids: list[RecipientId] | None) -> dict[RecipientId, Evidence]:
        awards = _awards(self._tuples(_AWARDS, ids))
        posts: dict[int, list[PostHeld]] = defaultdict(list)
        for row in self._rows(_POSTS, ids, "recipient_id"):
            posts[row["recipient_id"]].append(_post(row))
        facts = self._facts.of_many(ids)
        found = self._rows(_RECIPIENTS, ids, "recipients.id")
        return {
            RecipientId(row["id"]): _file(row, awards.get(row["id"], ()), posts.get(row["id"], ()), facts)
            for row in found
        }

    def _rows(self, select: str, ids: list[RecipientId] | None, column: str) -> list[Row]:
        order = "recipients.id" if column == "recipients.id" else f"{column}, id"
        return self._session.rows(*_among(select, ids, column, order))

    def _tuples(self, select: str, ids: list[RecipientId] | None) -> Iterator[tuple[Any, ...]]:
        """Rows of a long table without the names of their columns, which cost more than the rest."""
        yield from self._session.db.conn.execute(*_among(select, ids, "recipient_id", "recipient_id, id"))


def _among(select: str, ids: list[RecipientId] | None, column: str, order: str) -> tuple[str, tuple[str, ...]]:
    if ids is None:
        return f"{select} ORDER BY {order}", ()
    return f"{select} AND {column} IN (SELECT value FROM json_each(?)) ORDER BY {order}", (json.dumps(ids),)


def _final(recipient_id: RecipientId, merged: Mapping[RecipientId, RecipientId]) -> RecipientId:
    seen = {recipient_id}
    while recipient_id in merged:
        recipient_id = merged[recipient_id]
        if recipient_id in seen:  # nothing but a damaged file has such a ring
            break
        seen.add(recipient_id)
    return recipient_id


@rows.reading
def _file(
    row: Row,
    awards: Iterable[AwardRecord],
    posts: Iterable[PostHeld],
    facts: Mapping[RecipientId, Mapping[FactKind, list[Fact]]],
) -> Evidence:
    own = facts.get(RecipientId(row["id"]), {})
    kept = {field: tuple(own.get(kind, ())) for field, kind in _FIELDS.items()}
    retirement = row["later_retirement"]
    return Evidence(
        key=str(row["id"]),
        kind=RecipientKind(row["kind"]),
        name=row["name"],
        unit=row["unit"],
        awards=tuple(awards),
        posts=tuple(posts),
        classes=_classes(row),
        gender=row["gender"],
        later_retirement=None if retirement is None else bool(retirement),
        founded=row["founded"],
        awards_known_from=row["awards_known_from"],
        initiatives_known_from=row["initiatives_known_from"],
        **kept,  # type: ignore[arg-type]  # each field gets the facts of its own kind
    )


def _classes(row: Row) -> frozenset[str]:
    """The classes of a recipient; an enterprise and whoever leads one are of a class by being marked as such."""
    own = frozenset(json.loads(row["classes"]))
    if not row["enterprise"]:
        return own
    return own | {"enterprise" if row["kind"] == RecipientKind.COLLECTIVE else "entrepreneur"}


_OCCASIONS: dict[str | None, Occasion | None] = {None: None, **{one.value: one for one in Occasion}}


@rows.reading
def _awards(found: Iterable[tuple[Any, ...]]) -> Mapping[int, list[AwardRecord]]:
    """The awards by recipient; the columns are those of ``_AWARDS``."""
    awards: dict[int, list[AwardRecord]] = defaultdict(list)
    for recipient_id, award_id, year, decided_on, decision, occasion, since, until, achievement in found:
        day = rows.day(decided_on)
        record = AwardRecord(award_id, year, day, decision, _OCCASIONS[occasion], since, until, achievement)
        awards[recipient_id].append(record)
    return awards


@rows.reading
def _post(row: Row) -> PostHeld:
    return PostHeld(
        group=row["post_group"],
        since=date.fromisoformat(row["since"]),
        until=rows.day(row["until"]),
        title=row["title"],
    )

"""What is known of a recipient in other tables: counted before two are merged, turned when they are."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.storage.rows import Row
from thidua_desktop.storage.session import Session

FACTS = (
    "ratings",
    "initiatives",
    "spells",
    "sanctions",
    "open_cases",
    "clearances",
    "member_figures",
    "cluster_ranks",
    "movement_results",
    "year_scores",
    "confirmations",
)
"""Tables of evidence: a fact that both have is kept once."""
_OPEN_ROUND = (
    "round_id NOT IN (SELECT rounds.id FROM rounds JOIN years ON years.year = rounds.year WHERE closed_at IS NOT NULL)"
)
_OPEN_YEAR = "year NOT IN (SELECT year FROM years WHERE closed_at IS NOT NULL)"


class RecipientLinks:
    """Reads and turns what points to recipients."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def counts(self, recipient_id: RecipientId) -> dict[Kind, int]:
        """How many awards, lines of rounds and other facts a recipient has; kinds without any are left out."""
        facts = sum(self._count(table, recipient_id) for table in (*FACTS, "posts"))
        living = "recipient_id = ? AND deleted_at IS NULL"
        counted = {
            Kind.AWARD_RECORD: self._session.value(
                f"SELECT count(*) FROM award_records WHERE {living}", (recipient_id,)
            ),
            Kind.NOMINATION: self._session.value(f"SELECT count(*) FROM nominations WHERE {living}", (recipient_id,)),
            Kind.RECIPIENT: facts,
        }
        return {kind: count for kind, count in counted.items() if count}

    def nominations_of(self, recipient_id: RecipientId) -> int:
        """How many lines name a recipient, those in the trash left out."""
        return self.counts(recipient_id).get(Kind.NOMINATION, 0)

    def turn(self, wrong: RecipientId, right: RecipientId) -> None:
        """Let everything that is known of one recipient be known of another; facts that both have are kept once.

        Lines of rounds and registrations of closed years stay as they are: whoever reads them follows ``merged_into``.
        """
        for table in (*FACTS, "posts"):
            self._turn_facts(table, wrong, right)
        self._session.change("UPDATE award_records SET recipient_id = ? WHERE recipient_id = ?", (right, wrong))
        self._session.change(
            f"UPDATE nominations SET recipient_id = ? WHERE recipient_id = ? AND {_OPEN_ROUND}", (right, wrong)
        )
        self._turn_registrations(wrong, right)
        self._session.change("UPDATE council_members SET person_id = ? WHERE person_id = ?", (right, wrong))
        self._session.change("UPDATE recipients SET merged_into = ? WHERE merged_into = ?", (right, wrong))

    def _count(self, table: str, recipient_id: RecipientId) -> int:
        return int(self._session.value(f"SELECT count(*) FROM {table} WHERE recipient_id = ?", (recipient_id,)))

    def _turn_facts(self, table: str, wrong: RecipientId, right: RecipientId) -> None:
        there = [_content(row) for row in self._of(table, right)]
        for row in self._of(table, wrong):
            if _content(row) in there:
                self._session.change(f"DELETE FROM {table} WHERE id = ?", (row["id"],))
            else:
                self._session.change(f"UPDATE {table} SET recipient_id = ? WHERE id = ?", (right, row["id"]))

    def _turn_registrations(self, wrong: RecipientId, right: RecipientId) -> None:
        """Nobody is registered twice for the same award of a year."""
        of_wrong = f"recipient_id = :wrong AND {_OPEN_YEAR}"
        both = "SELECT 1 FROM registrations AS other WHERE recipient_id = :right"
        self._session.change(
            f"DELETE FROM registrations WHERE {of_wrong} AND EXISTS ({both} AND other.year = registrations.year"
            " AND other.award_id = registrations.award_id)",
            {"wrong": wrong, "right": right},
        )
        self._session.change(
            f"UPDATE registrations SET recipient_id = :right WHERE {of_wrong}", {"wrong": wrong, "right": right}
        )

    def _of(self, table: str, recipient_id: RecipientId) -> list[Row]:
        return self._session.rows(f"SELECT * FROM {table} WHERE recipient_id = ? ORDER BY id", (recipient_id,))


def _content(row: Row) -> Mapping[str, object]:
    return {name: value for name, value in row.items() if name not in ("id", "recipient_id")}

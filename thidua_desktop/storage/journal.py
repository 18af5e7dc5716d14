"""The journal: which operation changed which rows. Written by ``Store.write`` and the triggers, read here."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.history import Entry, Revision, RowChange, Step
from thidua_desktop.domain.ids import EntryId
from thidua_desktop.storage.rows import Row, reading
from thidua_desktop.storage.session import Session

KIND_OF_TABLE: dict[str, Kind] = {
    "office": Kind.OFFICE,
    "units": Kind.UNIT,
    "plans": Kind.PLAN,
    "plan_parts": Kind.PLAN,
    "tasks": Kind.TASK,
    "task_units": Kind.TASK,
    "rounds": Kind.ROUND,
    "nominations": Kind.NOMINATION,
    "years": Kind.YEAR,
    "plan_links": Kind.PLAN,
    "approvals": Kind.PLAN,
    "approved_tasks": Kind.PLAN,
    "approved_changes": Kind.PLAN,
    "change_reasons": Kind.TASK,
    "task_series": Kind.TASK,
    "task_steps": Kind.TASK,
    "task_evidence": Kind.TASK,
    "urgings": Kind.TASK,
    "task_pairs": Kind.TASK,
    "commemorations": Kind.COMMEMORATION,
    "planner_chains": Kind.CHAIN,
    "reminder_delays": Kind.REMINDER,
    "unit_events": Kind.UNIT,
    "unit_event_units": Kind.UNIT,
    "unit_spellings": Kind.UNIT,
    "recipients": Kind.RECIPIENT,
    "posts": Kind.RECIPIENT,
    "recipient_pairs": Kind.RECIPIENT,
    "ratings": Kind.RECIPIENT,
    "initiatives": Kind.RECIPIENT,
    "spells": Kind.RECIPIENT,
    "sanctions": Kind.RECIPIENT,
    "open_cases": Kind.RECIPIENT,
    "clearances": Kind.RECIPIENT,
    "member_figures": Kind.RECIPIENT,
    "cluster_ranks": Kind.RECIPIENT,
    "movement_results": Kind.RECIPIENT,
    "year_scores": Kind.RECIPIENT,
    "confirmations": Kind.RECIPIENT,
    "award_records": Kind.AWARD_RECORD,
    "submissions": Kind.SUBMISSION,
    "returns": Kind.SUBMISSION,
    "dossier_documents": Kind.NOMINATION,
    "dossier_files": Kind.NOMINATION,
    "overrides": Kind.NOMINATION,
    "quota_bases": Kind.ROUND,
    "list_layouts": Kind.LIST,
    "list_imports": Kind.LIST,
    "export_presets": Kind.PRESET,
    "councils": Kind.COUNCIL,
    "council_members": Kind.COUNCIL,
    "meetings": Kind.MEETING,
    "meeting_rounds": Kind.MEETING,
    "attendances": Kind.MEETING,
    "conflicts": Kind.MEETING,
    "meeting_lines": Kind.MEETING,
    "ballots": Kind.MEETING,
    "ballot_lines": Kind.MEETING,
    "tallies": Kind.MEETING,
    "tally_counts": Kind.MEETING,
    "decisions": Kind.DECISION,
    "decision_lines": Kind.DECISION,
    "decision_corrections": Kind.DECISION,
    "name_answers": Kind.DECISION,
    "fund_entries": Kind.FUND,
    "sent_up": Kind.NOMINATION,
    "movements": Kind.MOVEMENT,
    "registrations": Kind.REGISTRATION,
    "hand_figures": Kind.FIGURE,
    "sent_reports": Kind.SENT_REPORT,
    "workbooks": Kind.WORKBOOK,
    "workbook_ties": Kind.WORKBOOK,
}
"""What a change to a table is a change of. A test keeps every table in it."""

_TABLE_OF_KIND = {kind: table for table, kind in reversed(KIND_OF_TABLE.items())}

_UNDONE_BY = "(SELECT max(later.id) FROM entries AS later WHERE later.undoes = entries.id) AS undone_by"

# The index is asked for the next name after each one found: an import of a million rows is listed as fast as a single
# change, and no table is asked about that an operation has not touched.
_ENTRY = f"""SELECT entries.*,
        (WITH RECURSIVE touched (name) AS (
            SELECT min(table_name) FROM entry_rows WHERE entry_id = entries.id
            UNION ALL
            SELECT (SELECT min(table_name) FROM entry_rows WHERE entry_id = entries.id AND table_name > touched.name)
                FROM touched WHERE touched.name IS NOT NULL)
        SELECT json_group_array(name) FROM touched WHERE name IS NOT NULL) AS tables,
        {_UNDONE_BY}
    FROM entries"""

_STEP = f"SELECT id, operation, undoes, {_UNDONE_BY} FROM entries"


class Journal:
    """Reads entries; nothing here or elsewhere changes them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def recent(self, limit: int) -> tuple[Entry, ...]:
        """The latest operations, the last one first."""
        return self._entries("ORDER BY id DESC LIMIT ?", (limit,))

    def get(self, entry_id: EntryId) -> Entry | None:
        """One operation."""
        found = self._entries("WHERE id = ?", (entry_id,))
        return found[0] if found else None

    def after(self, entry_id: EntryId) -> tuple[Entry, ...]:
        """The operations after one, the last one first."""
        return self._entries("WHERE id > ? ORDER BY id DESC", (entry_id,))

    def steps(self, limit: int) -> tuple[Step, ...]:
        """What undoes what among the latest operations, the last one first; reads no rows and no parameters."""
        return tuple(map(_step, self._session.rows(f"{_STEP} ORDER BY id DESC LIMIT ?", (limit,))))

    def steps_from(self, entry_id: EntryId) -> tuple[Step, ...]:
        """What undoes what from one operation on, the last one first."""
        return tuple(map(_step, self._session.rows(f"{_STEP} WHERE id >= ? ORDER BY id DESC", (entry_id,))))

    def first(self) -> Entry | None:
        """The operation that the file began with: it tells the file and its copies from every other one."""
        return next(iter(self._entries("ORDER BY id LIMIT 1", ())), None)

    def revisions(self, kind: Kind) -> Mapping[int, Revision]:
        """How often each record of a kind has been changed, and when last; by the records' numbers."""
        found = self._session.rows(
            "SELECT row_id, count(DISTINCT entry_id) AS times, max(entries.at) AS last FROM entry_rows"
            " JOIN entries ON entries.id = entry_id WHERE table_name = ? GROUP BY row_id",
            (_TABLE_OF_KIND[kind],),
        )
        return {row["row_id"]: Revision(row["times"], datetime.fromisoformat(row["last"])) for row in found}

    def of_record(self, kind: Kind, record_id: int) -> tuple[Entry, ...]:
        """The operations that touched a record, the last one first."""
        return self._entries(f"WHERE id IN ({_touching(kind)}) ORDER BY id DESC", _parameters(kind, record_id))

    def changes(self, entry_id: EntryId) -> tuple[RowChange, ...]:
        """The rows that an operation changed, in the order of the changes."""
        found = self._session.rows("SELECT * FROM entry_rows WHERE entry_id = ? ORDER BY id", (entry_id,))
        return tuple(_change(row) for row in found)

    def changes_after(self, entry_id: EntryId) -> tuple[RowChange, ...]:
        """The rows that all operations after one have changed, in the order of the changes."""
        found = self._session.rows("SELECT * FROM entry_rows WHERE entry_id > ? ORDER BY id", (entry_id,))
        return tuple(_change(row) for row in found)

    def _entries(self, clause: str, parameters: Sequence[Any]) -> tuple[Entry, ...]:
        return tuple(_entry(row) for row in self._session.rows(f"{_ENTRY} {clause}", parameters))


def begin(session: Session, operation: str, params: Mapping[str, Any], who: str, undoes: EntryId | None) -> EntryId:
    """Write the entry of an operation that starts; ``session.at`` is its moment."""
    cursor = session.db.conn.execute(
        "INSERT INTO entries (operation, params, at, who, undoes) VALUES (?, ?, ?, ?, ?)",
        (operation, json.dumps(params, ensure_ascii=False), session.at, who, undoes),
    )
    return EntryId(cursor.lastrowid or 0)


def is_empty(session: Session, entry: EntryId) -> bool:
    """Whether an operation has changed nothing so far."""
    return session.value("SELECT 1 FROM entry_rows WHERE entry_id = ? LIMIT 1", (entry,)) is None


_DETAILS = {
    Kind.TASK: (
        (("task_units",), "task_id"),
        (("task_steps", "task_evidence", "urgings", "task_pairs", "change_reasons"), "task_id"),
    ),
    Kind.RECIPIENT: (
        (
            (
                *("posts", "award_records", "ratings", "initiatives", "spells", "sanctions", "open_cases"),
                *("clearances", "member_figures", "cluster_ranks", "movement_results", "year_scores", "confirmations"),
            ),
            "recipient_id",
        ),
    ),
    Kind.NOMINATION: ((("returns", "dossier_documents", "overrides", "sent_up"), "nomination_id"),),
    Kind.COUNCIL: ((("council_members",), "council_id"),),
    Kind.MEETING: (
        (("meeting_rounds", "attendances", "conflicts", "meeting_lines", "ballots", "tallies"), "meeting_id"),
    ),
    Kind.DECISION: ((("decision_lines", "decision_corrections", "name_answers"), "decision_id"),),
    Kind.WORKBOOK: ((("workbook_ties",), "workbook_id"),),
}
"""The tables whose rows are part of a record's history, and the column that names the record."""


def _touching(kind: Kind) -> str:
    # Spelt as the indexes are, or SQLite reads every row of the journal.
    selects = ["SELECT entry_id FROM entry_rows WHERE table_name = ? AND row_id = ?"]
    for tables, column in _DETAILS.get(kind, ()):
        listed = ", ".join(f"'{table}'" for table in tables)
        named = f"IN ({listed})" if len(tables) > 1 else f"= {listed}"
        selects.append(
            f"SELECT entry_id FROM entry_rows WHERE table_name {named}"
            f" AND json_extract(coalesce(after, before), '$.{column}') = ?"
        )
    return " UNION ".join(selects)


def _parameters(kind: Kind, record_id: int) -> tuple[Any, ...]:
    return (_TABLE_OF_KIND[kind], record_id, *(record_id for _ in _DETAILS.get(kind, ())))


@reading
def _step(row: Row) -> Step:
    return Step(row["id"], row["operation"], row["undoes"], row["undone_by"])


@reading
def _entry(row: Row) -> Entry:
    return Entry(
        id=EntryId(row["id"]),
        operation=row["operation"],
        at=datetime.fromisoformat(row["at"]),
        who=row["who"],
        params=json.loads(row["params"]),
        touched=frozenset(KIND_OF_TABLE[table] for table in json.loads(row["tables"])),
        undoes=row["undoes"],
        undone_by=row["undone_by"],
    )


@reading
def _change(row: Row) -> RowChange:
    return RowChange(
        table=row["table_name"],
        row_id=row["row_id"],
        before=None if row["before"] is None else json.loads(row["before"]),
        after=None if row["after"] is None else json.loads(row["after"]),
    )

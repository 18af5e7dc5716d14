"""No operation changes anything of a year whose books are closed.

The journal knows every row that an operation has changed, so it is asked once, just before the operation is kept:
whatever way a change came (a screen, an import, an undo), it is seen here.
"""

from __future__ import annotations

from thidua_desktop.domain.ids import EntryId
from thidua_desktop.storage.errors import YearClosed
from thidua_desktop.storage.session import Session

_ANY = """SELECT 1 FROM years
    UNION ALL SELECT 1 FROM entry_rows WHERE entry_id = :entry AND table_name = 'years' LIMIT 1"""

_TOUCHED_AND_CLOSED = """
WITH
    changed AS (SELECT table_name, row_id, before, after FROM entry_rows WHERE entry_id = :entry),
    sides AS (SELECT table_name, before AS side FROM changed UNION ALL SELECT table_name, after FROM changed),
    summed_up AS (
        SELECT row_id FROM changed WHERE table_name = 'movements'
            AND json_remove(before, '$.closed_on', '$.result') = json_remove(after, '$.closed_on', '$.result')
    ),
    touched (year) AS (
        SELECT json_extract(side, '$.year') FROM sides
            WHERE table_name IN ('plans', 'tasks', 'rounds', 'decisions', 'fund_entries', 'registrations')
                OR table_name = 'movements' AND json_extract(side, '$.id') NOT IN (SELECT row_id FROM summed_up)
        UNION SELECT CAST(substr(json_extract(side, '$.closed_on'), 1, 4) AS INTEGER) FROM sides
            WHERE table_name = 'movements'
        UNION SELECT CAST(substr(json_extract(side, '$.last_day'), 1, 4) AS INTEGER) FROM sides
            WHERE table_name = 'hand_figures'
        UNION SELECT plans.year FROM sides JOIN plans ON plans.id = json_extract(side, '$.plan_id')
            WHERE table_name IN ('plan_parts', 'plan_links', 'task_series', 'approvals')
        UNION SELECT plans.year FROM sides JOIN approvals ON approvals.id = json_extract(side, '$.approval_id')
            JOIN plans ON plans.id = approvals.plan_id WHERE table_name IN ('approved_tasks', 'approved_changes')
        UNION SELECT tasks.year FROM sides JOIN tasks ON tasks.id = json_extract(side, '$.task_id')
            WHERE table_name IN ('task_units', 'task_steps', 'task_evidence', 'urgings', 'change_reasons', 'task_pairs')
        UNION SELECT tasks.year FROM sides JOIN tasks ON tasks.id = json_extract(side, '$.other_id')
            WHERE table_name = 'task_pairs'
        UNION SELECT rounds.year FROM sides JOIN rounds ON rounds.id = json_extract(side, '$.round_id')
            WHERE table_name IN ('nominations', 'submissions', 'quota_bases')
        UNION SELECT rounds.year FROM sides JOIN nominations ON nominations.id = json_extract(side, '$.nomination_id')
            JOIN rounds ON rounds.id = nominations.round_id
            WHERE table_name IN ('returns', 'dossier_documents', 'overrides', 'sent_up')
        UNION SELECT rounds.year FROM sides JOIN submissions ON submissions.id = json_extract(side, '$.submission_id')
            JOIN rounds ON rounds.id = submissions.round_id WHERE table_name IN ('returns', 'dossier_documents')
        UNION SELECT rounds.year FROM sides
            JOIN dossier_documents ON dossier_documents.id = json_extract(side, '$.document_id')
            LEFT JOIN submissions ON submissions.id = dossier_documents.submission_id
            LEFT JOIN nominations ON nominations.id = dossier_documents.nomination_id
            JOIN rounds ON rounds.id = coalesce(submissions.round_id, nominations.round_id)
            WHERE table_name = 'dossier_files'
        UNION SELECT CAST(substr(json_extract(side, '$.held_on'), 1, 4) AS INTEGER) FROM sides
            WHERE table_name = 'meetings'
        UNION SELECT CAST(substr(held_on, 1, 4) AS INTEGER) FROM sides
            JOIN meetings ON meetings.id = json_extract(side, '$.meeting_id')
            WHERE table_name IN ('meeting_rounds', 'attendances', 'conflicts', 'meeting_lines', 'ballots', 'tallies')
        UNION SELECT CAST(substr(held_on, 1, 4) AS INTEGER) FROM sides
            JOIN ballots ON ballots.id = json_extract(side, '$.ballot_id')
            JOIN meetings ON meetings.id = ballots.meeting_id WHERE table_name = 'ballot_lines'
        UNION SELECT CAST(substr(held_on, 1, 4) AS INTEGER) FROM sides
            JOIN tallies ON tallies.id = json_extract(side, '$.tally_id')
            JOIN meetings ON meetings.id = tallies.meeting_id WHERE table_name = 'tally_counts'
        UNION SELECT decisions.year FROM sides JOIN decisions ON decisions.id = json_extract(side, '$.decision_id')
            WHERE table_name IN ('decision_lines', 'decision_corrections', 'name_answers')
    ),
    closed (year) AS (
        SELECT year FROM years WHERE closed_at IS NOT NULL
            AND id NOT IN (SELECT row_id FROM changed WHERE table_name = 'years')
        UNION SELECT json_extract(before, '$.year') FROM changed
            WHERE table_name = 'years' AND json_extract(before, '$.closed_at') IS NOT NULL
    )
SELECT min(year) FROM closed WHERE year IN (SELECT year FROM touched)
"""
"""A movement of several years is summed up in its last one, when the books of the first are long closed.

A year counts as closed if it was when the operation began: going back in history is no way around the reason.
"""


def check(session: Session, entry: EntryId) -> None:
    """Refuse the running operation if it has changed something of a closed year.

    Raises:
        YearClosed: naming the first such year.
    """
    if session.value(_ANY, {"entry": entry}) is None:
        return
    year = session.value(_TOUCHED_AND_CLOSED, {"entry": entry})
    if year is not None:
        raise YearClosed(year=str(year))

"""Version 3 of the tables: plans of several kinds that hang together, and all that is kept with a task.

A released migration stays as it is; what comes later goes into a later one.
"""

from __future__ import annotations

_SERIES = (
    """CREATE TABLE task_series (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plans (id),
        text TEXT NOT NULL CHECK (text <> ''),
        frequency TEXT NOT NULL,
        month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 13),
        day INTEGER CHECK (day BETWEEN 1 AND 31),
        weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
        report TEXT
    ) STRICT""",
    "CREATE INDEX task_series_of_plan ON task_series (plan_id)",
)

_COLUMNS = (
    "ALTER TABLE plans ADD COLUMN kind TEXT NOT NULL DEFAULT 'annual'",
    "ALTER TABLE tasks ADD COLUMN part_id INTEGER REFERENCES plan_parts (id)",
    "ALTER TABLE tasks ADD COLUMN series_id INTEGER REFERENCES task_series (id)",
    "ALTER TABLE tasks ADD COLUMN period TEXT",
    "ALTER TABLE tasks ADD COLUMN arisen INTEGER CHECK (arisen IN (0, 1))",
    "ALTER TABLE tasks ADD COLUMN waiting_for TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(waiting_for))",
    "CREATE INDEX tasks_of_part ON tasks (part_id) WHERE part_id IS NOT NULL",
    "CREATE INDEX tasks_of_series ON tasks (series_id) WHERE series_id IS NOT NULL",
)

_PLAN_LINKS = (
    """CREATE TABLE plan_links (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plans (id),
        kind TEXT NOT NULL,
        other_id INTEGER REFERENCES plans (id),
        number TEXT,
        issued_on TEXT CHECK (issued_on IS date(issued_on)),
        title TEXT,
        CHECK (other_id IS NOT NULL OR number IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX plan_links_of_plan ON plan_links (plan_id)",
    "CREATE INDEX plan_links_of_other ON plan_links (other_id) WHERE other_id IS NOT NULL",
)

_APPROVALS = (
    """CREATE TABLE approvals (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL REFERENCES plans (id),
        number TEXT,
        approved_on TEXT CHECK (approved_on IS date(approved_on)),
        note TEXT
    ) STRICT""",
    "CREATE INDEX approvals_of_plan ON approvals (plan_id)",
    # The content that was approved is a record of that day: it stays as it was when tasks get further fields.
    """CREATE TABLE approved_tasks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        approval_id INTEGER NOT NULL REFERENCES approvals (id),
        task_id INTEGER NOT NULL REFERENCES tasks (id),
        position INTEGER NOT NULL CHECK (position >= 1),
        content TEXT NOT NULL CHECK (json_valid(content))
    ) STRICT""",
    "CREATE UNIQUE INDEX approved_tasks_of_approval ON approved_tasks (approval_id, task_id)",
    "CREATE INDEX approved_tasks_of_task ON approved_tasks (task_id)",
    """CREATE TABLE approved_changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        approval_id INTEGER NOT NULL REFERENCES approvals (id),
        task_id INTEGER NOT NULL REFERENCES tasks (id),
        reason TEXT,
        changed_on TEXT CHECK (changed_on IS date(changed_on)),
        who TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX approved_changes_of_approval ON approved_changes (approval_id, task_id)",
    """CREATE TABLE change_reasons (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL UNIQUE REFERENCES tasks (id),
        reason TEXT NOT NULL CHECK (reason <> '')
    ) STRICT""",
)

_DETAILS = (
    """CREATE TABLE task_steps (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES tasks (id),
        position INTEGER NOT NULL CHECK (position >= 1),
        text TEXT NOT NULL CHECK (text <> ''),
        starts TEXT CHECK (starts IS date(starts)),
        due TEXT CHECK (due IS date(due)),
        done_on TEXT CHECK (done_on IS date(done_on)),
        unit TEXT
    ) STRICT""",
    "CREATE INDEX task_steps_of_task ON task_steps (task_id, position)",
    """CREATE TABLE task_evidence (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES tasks (id),
        number TEXT,
        issued_on TEXT CHECK (issued_on IS date(issued_on)),
        title TEXT,
        file_name TEXT,
        sha256 TEXT CHECK (length(sha256) = 64)
    ) STRICT""",
    "CREATE INDEX task_evidence_of_task ON task_evidence (task_id)",
    """CREATE TABLE urgings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES tasks (id),
        unit TEXT NOT NULL CHECK (unit <> ''),
        folded TEXT NOT NULL,
        urged_on TEXT NOT NULL CHECK (urged_on IS date(urged_on)),
        way TEXT NOT NULL,
        letter_number TEXT,
        answer_by TEXT CHECK (answer_by IS date(answer_by)),
        answered_on TEXT CHECK (answered_on IS date(answered_on)),
        note TEXT
    ) STRICT""",
    "CREATE INDEX urgings_of_task ON urgings (task_id, urged_on)",
    "CREATE INDEX urgings_of_unit ON urgings (folded, urged_on)",
    "CREATE INDEX urgings_unanswered ON urgings (urged_on) WHERE answered_on IS NULL",
    """CREATE TABLE task_pairs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        task_id INTEGER NOT NULL REFERENCES tasks (id),
        other_id INTEGER NOT NULL REFERENCES tasks (id),
        same INTEGER NOT NULL CHECK (same IN (0, 1)),
        CHECK (task_id < other_id)
    ) STRICT""",
    "CREATE UNIQUE INDEX task_pairs_of_two ON task_pairs (task_id, other_id)",
    "CREATE INDEX task_pairs_of_other ON task_pairs (other_id)",
    # Steps, evidence, urgings are rows of their own, and part of their task's history.
    """CREATE INDEX entry_rows_of_task_details ON entry_rows (json_extract(coalesce(after, before), '$.task_id'))
        WHERE table_name IN ('task_steps', 'task_evidence', 'urgings', 'task_pairs', 'change_reasons')""",
)

_CALENDAR = (
    """CREATE TABLE commemorations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
        day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
        lunar INTEGER NOT NULL CHECK (lunar IN (0, 1)),
        year INTEGER CHECK (year BETWEEN 1900 AND 2999),
        since INTEGER NOT NULL CHECK (since BETWEEN 0 AND 2999),
        name TEXT NOT NULL CHECK (name <> '')
    ) STRICT""",
    """CREATE TABLE planner_chains (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (name <> ''),
        steps TEXT NOT NULL CHECK (json_valid(steps)),
        citation TEXT
    ) STRICT""",
    """CREATE TABLE reminder_delays (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        reminder TEXT NOT NULL UNIQUE CHECK (reminder <> ''),
        until TEXT NOT NULL CHECK (until IS date(until))
    ) STRICT""",
)

_FILLED = (
    # LIKE knows the case of Latin letters alone, so titles in capitals are looked for as they are written.
    """UPDATE plans SET kind = 'congress' WHERE title LIKE '%đại hội thi đua%' OR title LIKE '%ĐẠI HỘI THI ĐUA%'""",
    """UPDATE plans SET kind = 'inspection' WHERE kind = 'annual'
        AND (title LIKE '%kiểm tra%' OR title LIKE '%KIỂM TRA%')""",
    """UPDATE plans SET kind = 'propaganda' WHERE kind = 'annual'
        AND (title LIKE '%điển hình tiên tiến%' OR title LIKE '%ĐIỂN HÌNH TIÊN TIẾN%')""",
    """UPDATE plans SET kind = 'directive' WHERE kind = 'annual'
        AND (title LIKE '%chỉ thị%' OR title LIKE '%CHỈ THỊ%')""",
    # A task stands where its paragraph stands: both know the block of the document that they were read from.
    """UPDATE tasks SET part_id = (
        SELECT plan_parts.id FROM plan_parts
        WHERE plan_parts.plan_id = tasks.plan_id
            AND json_extract(plan_parts.source, '$.block') = json_extract(tasks.source, '$.block')
        ORDER BY plan_parts.role <> 'task', plan_parts.position LIMIT 1)
        WHERE source IS NOT NULL""",
)

STATEMENTS = (*_SERIES, *_COLUMNS, *_PLAN_LINKS, *_APPROVALS, *_DETAILS, *_CALENDAR, *_FILLED)
"""In this order: what is pointed to comes before what points."""

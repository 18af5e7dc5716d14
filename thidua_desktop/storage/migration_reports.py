"""Version 6 of the tables: movements, what was registered, what is reported upwards, and the search of the register.

A released migration stays as it is; what comes later goes into a later one.
"""

from __future__ import annotations

_MOVEMENTS = (
    """CREATE TABLE movements (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (name <> ''),
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
        scope TEXT NOT NULL,
        level TEXT NOT NULL,
        method TEXT NOT NULL,
        launched_by TEXT,
        document TEXT,
        started_on TEXT CHECK (started_on IS date(started_on)),
        ends_on TEXT CHECK (ends_on IS date(ends_on)),
        months INTEGER CHECK (months BETWEEN 1 AND 1200),
        closed_on TEXT CHECK (closed_on IS date(closed_on)),
        result TEXT,
        note TEXT,
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX movements_of_year ON movements (year) WHERE deleted_at IS NULL",
    """CREATE TABLE registrations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
        unit_id INTEGER NOT NULL REFERENCES units (id),
        award_id TEXT NOT NULL CHECK (award_id <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('person', 'collective', 'household')),
        amount INTEGER NOT NULL CHECK (amount >= 1),
        recipient_id INTEGER REFERENCES recipients (id),
        registered_on TEXT CHECK (registered_on IS date(registered_on)),
        note TEXT,
        CHECK (recipient_id IS NULL OR amount = 1)
    ) STRICT""",
    "CREATE INDEX registrations_of_year ON registrations (year, unit_id)",
    """CREATE INDEX registrations_of_recipient ON registrations (recipient_id)
        WHERE recipient_id IS NOT NULL""",
    "CREATE INDEX registrations_of_unit ON registrations (unit_id)",
)

_REPORTS = (
    """CREATE TABLE hand_figures (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        form TEXT NOT NULL CHECK (form <> ''),
        first_day TEXT NOT NULL CHECK (first_day IS date(first_day)),
        last_day TEXT NOT NULL CHECK (last_day IS date(last_day)),
        row_code TEXT NOT NULL,
        column_code TEXT NOT NULL,
        value TEXT NOT NULL CHECK (value <> ''),
        note TEXT,
        CHECK (last_day >= first_day)
    ) STRICT""",
    "CREATE UNIQUE INDEX hand_figures_of_form ON hand_figures (form, first_day, last_day, row_code, column_code)",
    """CREATE TABLE sent_reports (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind <> ''),
        title TEXT NOT NULL CHECK (title <> ''),
        first_day TEXT NOT NULL CHECK (first_day IS date(first_day)),
        last_day TEXT NOT NULL CHECK (last_day IS date(last_day)),
        file_name TEXT NOT NULL CHECK (file_name <> ''),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        size INTEGER NOT NULL CHECK (size >= 0),
        sent_on TEXT NOT NULL CHECK (sent_on IS date(sent_on)),
        sent_to TEXT NOT NULL CHECK (sent_to <> ''),
        letter_number TEXT,
        who TEXT NOT NULL,
        made_at TEXT NOT NULL,
        replaces_id INTEGER REFERENCES sent_reports (id),
        note TEXT,
        CHECK (last_day >= first_day)
    ) STRICT""",
    "CREATE INDEX sent_reports_by_day ON sent_reports (sent_on)",
    """CREATE TABLE workbooks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (name <> ''),
        issuer TEXT,
        file_name TEXT NOT NULL CHECK (file_name <> ''),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        size INTEGER NOT NULL CHECK (size >= 0),
        note TEXT,
        deleted_at TEXT
    ) STRICT""",
    """CREATE TABLE workbook_ties (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        workbook_id INTEGER NOT NULL REFERENCES workbooks (id),
        sheet TEXT NOT NULL CHECK (sheet <> ''),
        cell TEXT NOT NULL CHECK (cell <> ''),
        question TEXT,
        constant TEXT,
        periods_back INTEGER NOT NULL DEFAULT 0 CHECK (periods_back >= 0),
        CHECK ((question IS NULL) <> (constant IS NULL))
    ) STRICT""",
    "CREATE UNIQUE INDEX workbook_ties_of_cell ON workbook_ties (workbook_id, sheet, cell)",
)

_COUNCILS = (
    # The person of the directory who has the seat.
    "ALTER TABLE council_members ADD COLUMN person_id INTEGER REFERENCES recipients (id)",
    "CREATE INDEX council_members_of_person ON council_members (person_id) WHERE person_id IS NOT NULL",
)

_REGISTER = (
    # The awards of a period; those without a day by their year.
    "CREATE INDEX award_records_of_day ON award_records (decided_on, year)",
    """CREATE INDEX award_records_by_book ON award_records
        (decided_on IS NULL, decided_on, decision, CAST(golden_book AS INTEGER), golden_book, id)
        WHERE deleted_at IS NULL""",
    # Made from the register: see ``register_index``.
    """CREATE TABLE register_lines (
        id INTEGER PRIMARY KEY,
        kind INTEGER NOT NULL,
        name_key TEXT NOT NULL,
        recipient_id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        decided_on TEXT,
        award_id TEXT NOT NULL,
        state TEXT NOT NULL,
        unit_id INTEGER,
        unit_key TEXT NOT NULL,
        words TEXT NOT NULL
    ) STRICT""",
    """CREATE INDEX register_lines_by_name ON register_lines
        (kind, name_key, recipient_id, year DESC, decided_on DESC, id DESC)""",
    "CREATE INDEX register_lines_by_time ON register_lines (year DESC, decided_on DESC, id DESC)",
    "CREATE INDEX register_lines_by_unit ON register_lines (unit_key, kind, name_key, id)",
    # No place of a word is kept, only which lines have it, and that for the first letters too: the syllables of
    # Vietnamese have seven letters at most, so that every beginning that is typed is looked up in one go.
    """CREATE VIRTUAL TABLE register_words USING fts5 (
        words, content='register_lines', content_rowid='id', detail=none, columnsize=0, prefix='1 2 3 4 5 6',
        tokenize="ascii tokenchars '/-'"
    )""",
)

_HISTORY = (
    """CREATE INDEX entry_rows_of_workbook ON entry_rows (json_extract(coalesce(after, before), '$.workbook_id'))
        WHERE table_name = 'workbook_ties'""",
)

STATEMENTS = (*_MOVEMENTS, *_REPORTS, *_COUNCILS, *_REGISTER, *_HISTORY)
"""In this order: what is pointed to comes before what points."""

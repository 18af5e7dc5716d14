"""Version 4 of the tables: units through time, recipients and what is known of them, submissions and dossiers.

A released migration stays as it is; what comes later goes into a later one.
"""

from __future__ import annotations

_UNITS = (
    "ALTER TABLE units ADD COLUMN kind TEXT",
    "ALTER TABLE units ADD COLUMN position INTEGER",
    "ALTER TABLE units ADD COLUMN note TEXT",
    # A rename, merger or split on a day: the units before it and those after it.
    """CREATE TABLE unit_events (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        happened_on TEXT NOT NULL CHECK (happened_on IS date(happened_on)),
        decision TEXT,
        note TEXT
    ) STRICT""",
    """CREATE TABLE unit_event_units (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        event_id INTEGER NOT NULL REFERENCES unit_events (id),
        side TEXT NOT NULL CHECK (side IN ('before', 'after')),
        position INTEGER NOT NULL CHECK (position >= 1),
        unit_id INTEGER NOT NULL REFERENCES units (id)
    ) STRICT""",
    "CREATE UNIQUE INDEX unit_event_units_of_event ON unit_event_units (event_id, side, unit_id)",
    "CREATE INDEX unit_event_units_of_unit ON unit_event_units (unit_id)",
    """CREATE TABLE unit_spellings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        unit_id INTEGER NOT NULL REFERENCES units (id),
        spelling TEXT NOT NULL CHECK (spelling <> ''),
        folded TEXT NOT NULL UNIQUE
    ) STRICT""",
    "CREATE INDEX unit_spellings_of_unit ON unit_spellings (unit_id)",
)

_RECIPIENTS = (
    # Persons, collectives and households are one table: whatever an award can go to has one number.
    """CREATE TABLE recipients (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''),
        folded TEXT NOT NULL,
        name_key TEXT NOT NULL,
        sort_name TEXT,
        honorific TEXT,
        gender TEXT CHECK (gender IN ('male', 'female')),
        birth TEXT,
        id_number TEXT,
        ethnic_group TEXT,
        position TEXT,
        unit_id INTEGER REFERENCES units (id),
        address TEXT,
        classes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(classes)),
        enterprise INTEGER CHECK (enterprise IN (0, 1)),
        founded INTEGER CHECK (founded BETWEEN 1800 AND 2999),
        later_retirement INTEGER CHECK (later_retirement IN (0, 1)),
        awards_known_from INTEGER,
        initiatives_known_from INTEGER,
        merged_into INTEGER REFERENCES recipients (id),
        note TEXT,
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX recipients_folded ON recipients (folded)",
    "CREATE INDEX recipients_by_name ON recipients (kind, name_key, id) WHERE deleted_at IS NULL",
    "CREATE INDEX recipients_id_number ON recipients (id_number) WHERE id_number IS NOT NULL",
    # Without it every recipient that is taken back would be looked for in the whole table.
    "CREATE INDEX recipients_merged_into ON recipients (merged_into) WHERE merged_into IS NOT NULL",
    "CREATE INDEX recipients_of_unit ON recipients (unit_id) WHERE unit_id IS NOT NULL",
    # Two records that look alike and are two: the clerk has said so.
    """CREATE TABLE recipient_pairs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        recipient_id INTEGER NOT NULL REFERENCES recipients (id),
        other_id INTEGER NOT NULL REFERENCES recipients (id),
        CHECK (recipient_id < other_id)
    ) STRICT""",
    "CREATE UNIQUE INDEX recipient_pairs_of_two ON recipient_pairs (recipient_id, other_id)",
    """CREATE TABLE posts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        recipient_id INTEGER NOT NULL REFERENCES recipients (id),
        title TEXT NOT NULL,
        post_group TEXT,
        unit_id INTEGER REFERENCES units (id),
        unit TEXT,
        since TEXT CHECK (since IS date(since)),
        until TEXT CHECK (until IS date(until))
    ) STRICT""",
    "CREATE INDEX posts_of_recipient ON posts (recipient_id)",
)

_AWARD_RECORDS = (
    # The register: every award ever. Names are kept as they stood in the decision, whatever became of them later.
    """CREATE TABLE award_records (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        recipient_id INTEGER NOT NULL REFERENCES recipients (id),
        award_id TEXT NOT NULL CHECK (award_id <> ''),
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
        decided_on TEXT CHECK (decided_on IS date(decided_on)),
        decision TEXT,
        decided_by TEXT,
        occasion TEXT,
        counted_from INTEGER,
        counted_to INTEGER,
        achievement TEXT,
        name TEXT NOT NULL CHECK (name <> ''),
        position TEXT,
        unit TEXT,
        unit_id INTEGER REFERENCES units (id),
        golden_book TEXT,
        nomination_id INTEGER REFERENCES nominations (id),
        state TEXT NOT NULL DEFAULT 'valid',
        note TEXT,
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX award_records_of_recipient ON award_records (recipient_id, year)",
    "CREATE INDEX award_records_of_award ON award_records (award_id, year)",
    "CREATE INDEX award_records_of_unit ON award_records (unit_id, year) WHERE unit_id IS NOT NULL",
    "CREATE INDEX award_records_of_decision ON award_records (decision) WHERE decision IS NOT NULL",
    "CREATE INDEX award_records_of_nomination ON award_records (nomination_id) WHERE nomination_id IS NOT NULL",
)


def _of_recipient(name: str, *columns: str) -> tuple[str, ...]:
    """A table of facts about recipients, with its index."""
    listed = ",\n        ".join(columns)
    return (
        f"""CREATE TABLE {name} (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        recipient_id INTEGER NOT NULL REFERENCES recipients (id),
        {listed}
    ) STRICT""",
        f"CREATE INDEX {name}_of_recipient ON {name} (recipient_id)",
    )


_YEAR = "year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999)"
_UNTIL = "until TEXT CHECK (until IS date(until))"
_SINCE = "since TEXT NOT NULL CHECK (since IS date(since))"

_EVIDENCE = (
    *_of_recipient("ratings", _YEAR, "rating INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 3)", "decision TEXT"),
    *_of_recipient(
        "initiatives",
        _YEAR,
        "reach INTEGER NOT NULL CHECK (reach BETWEEN 1 AND 5)",
        "kind TEXT NOT NULL",
        "name TEXT NOT NULL CHECK (name <> '')",
        "decision TEXT",
        "used_for TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(used_for))",
    ),
    *_of_recipient("spells", "kind TEXT NOT NULL", _SINCE, _UNTIL, "factor INTEGER NOT NULL CHECK (factor >= 1)"),
    *_of_recipient(
        "sanctions",
        "sanction INTEGER NOT NULL CHECK (sanction BETWEEN 1 AND 5)",
        _SINCE,
        _UNTIL,
        "decision TEXT",
    ),
    *_of_recipient(
        "open_cases",
        "kind TEXT NOT NULL",
        "opened TEXT NOT NULL CHECK (opened IS date(opened))",
        "closed TEXT CHECK (closed IS date(closed))",
        "about TEXT NOT NULL",
    ),
    *_of_recipient(
        "clearances",
        "kind TEXT NOT NULL",
        "until TEXT NOT NULL CHECK (until IS date(until))",
        "cleared_by TEXT NOT NULL CHECK (cleared_by <> '')",
    ),
    *_of_recipient(
        "member_figures",
        _YEAR,
        "members INTEGER NOT NULL CHECK (members >= 0)",
        "holders TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(holders))",
        "completed INTEGER",
        "disciplined INTEGER",
    ),
    *_of_recipient(
        "cluster_ranks",
        _YEAR,
        "organiser TEXT NOT NULL",
        "rank INTEGER NOT NULL CHECK (rank >= 1)",
        "cluster TEXT NOT NULL",
    ),
    *_of_recipient(
        "movement_results",
        _YEAR,
        "launched_by TEXT NOT NULL",
        "years INTEGER NOT NULL CHECK (years >= 0)",
        "stage TEXT NOT NULL",
        "name TEXT NOT NULL",
    ),
    *_of_recipient(
        "year_scores",
        _YEAR,
        "points REAL NOT NULL",
        "area TEXT NOT NULL",
        "weakest REAL",
        "registered TEXT CHECK (registered IS date(registered))",
    ),
    *_of_recipient(
        "confirmations",
        "code TEXT NOT NULL CHECK (code <> '')",
        "holds INTEGER NOT NULL CHECK (holds IN (0, 1))",
        "confirmed_by TEXT NOT NULL CHECK (confirmed_by <> '')",
        "confirmed_on TEXT CHECK (confirmed_on IS date(confirmed_on))",
        "year INTEGER CHECK (year BETWEEN 1900 AND 2999)",
    ),
)

_SUBMISSIONS = (
    # A row for every unit that is expected in a round, also for one that has not sent anything yet.
    """CREATE TABLE submissions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        round_id INTEGER NOT NULL REFERENCES rounds (id),
        unit_id INTEGER NOT NULL REFERENCES units (id),
        state TEXT NOT NULL,
        state_reason TEXT,
        letter_number TEXT,
        letter_on TEXT CHECK (letter_on IS date(letter_on)),
        received_on TEXT CHECK (received_on IS date(received_on)),
        received_by TEXT,
        delivered_by TEXT,
        receipt_number INTEGER,
        note TEXT,
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX submissions_of_round ON submissions (round_id)",
    "CREATE INDEX submissions_of_unit ON submissions (unit_id)",
    "ALTER TABLE nominations ADD COLUMN recipient_id INTEGER REFERENCES recipients (id)",
    "ALTER TABLE nominations ADD COLUMN unit_id INTEGER REFERENCES units (id)",
    "ALTER TABLE nominations ADD COLUMN submission_id INTEGER REFERENCES submissions (id)",
    # The award that the unit asked for, where the office has lowered it or sent it up.
    "ALTER TABLE nominations ADD COLUMN asked_award_id TEXT",
    "ALTER TABLE nominations ADD COLUMN counted_from INTEGER",
    "ALTER TABLE nominations ADD COLUMN counted_to INTEGER",
    # File, sheet and row that the line was read from.
    "ALTER TABLE nominations ADD COLUMN source TEXT CHECK (source IS NULL OR json_valid(source))",
    "CREATE INDEX nominations_of_recipient ON nominations (recipient_id) WHERE recipient_id IS NOT NULL",
    "CREATE INDEX nominations_of_unit ON nominations (unit_id) WHERE unit_id IS NOT NULL",
    "CREATE INDEX nominations_of_submission ON nominations (submission_id) WHERE submission_id IS NOT NULL",
    # Every time that something went back to the unit: a whole submission, or one line of it.
    """CREATE TABLE returns (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        submission_id INTEGER REFERENCES submissions (id),
        nomination_id INTEGER REFERENCES nominations (id),
        returned_on TEXT NOT NULL CHECK (returned_on IS date(returned_on)),
        reason TEXT NOT NULL CHECK (reason <> ''),
        answer_by TEXT CHECK (answer_by IS date(answer_by)),
        answered_on TEXT CHECK (answered_on IS date(answered_on)),
        letter_number TEXT,
        CHECK (submission_id IS NOT NULL OR nomination_id IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX returns_of_submission ON returns (submission_id) WHERE submission_id IS NOT NULL",
    "CREATE INDEX returns_of_nomination ON returns (nomination_id) WHERE nomination_id IS NOT NULL",
    """CREATE TABLE dossier_documents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        submission_id INTEGER REFERENCES submissions (id),
        nomination_id INTEGER REFERENCES nominations (id),
        document TEXT NOT NULL CHECK (document <> ''),
        state TEXT NOT NULL,
        checked_on TEXT CHECK (checked_on IS date(checked_on)),
        note TEXT,
        CHECK ((submission_id IS NULL) <> (nomination_id IS NULL))
    ) STRICT""",
    """CREATE UNIQUE INDEX dossier_documents_of_nomination ON dossier_documents (nomination_id, document)
        WHERE nomination_id IS NOT NULL""",
    """CREATE UNIQUE INDEX dossier_documents_of_submission ON dossier_documents (submission_id, document)
        WHERE submission_id IS NOT NULL""",
    """CREATE TABLE dossier_files (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document_id INTEGER NOT NULL REFERENCES dossier_documents (id),
        file_name TEXT NOT NULL CHECK (file_name <> ''),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
    ) STRICT""",
    "CREATE INDEX dossier_files_of_document ON dossier_files (document_id)",
    # The clerk decides otherwise than the law's findings: who, why, when. The last one of a line and award holds.
    """CREATE TABLE overrides (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        nomination_id INTEGER NOT NULL REFERENCES nominations (id),
        award_id TEXT NOT NULL CHECK (award_id <> ''),
        verdict TEXT NOT NULL,
        decided_by TEXT NOT NULL CHECK (decided_by <> ''),
        reason TEXT NOT NULL CHECK (reason <> ''),
        decided_on TEXT NOT NULL CHECK (decided_on IS date(decided_on))
    ) STRICT""",
    "CREATE INDEX overrides_of_nomination ON overrides (nomination_id)",
    # Bases of quotas that nobody can count from the lines, for instance how many of a unit hold LĐTT.
    """CREATE TABLE quota_bases (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        round_id INTEGER NOT NULL REFERENCES rounds (id),
        unit_id INTEGER REFERENCES units (id),
        base TEXT NOT NULL CHECK (base <> ''),
        amount INTEGER NOT NULL CHECK (amount >= 0)
    ) STRICT""",
    "CREATE INDEX quota_bases_of_round ON quota_bases (round_id)",
)

_LISTS = (
    # How the columns of a unit's lists were understood, once the clerk has agreed to it.
    """CREATE TABLE list_layouts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        target TEXT NOT NULL,
        unit_id INTEGER REFERENCES units (id),
        headings TEXT NOT NULL,
        columns TEXT NOT NULL CHECK (json_valid(columns))
    ) STRICT""",
    "CREATE INDEX list_layouts_by_headings ON list_layouts (target, headings)",
    """CREATE TABLE list_imports (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        target TEXT NOT NULL,
        round_id INTEGER REFERENCES rounds (id),
        submission_id INTEGER REFERENCES submissions (id),
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        read_rows INTEGER NOT NULL CHECK (read_rows >= 0),
        repairs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(repairs))
    ) STRICT""",
    "CREATE INDEX list_imports_of_file ON list_imports (sha256)",
    """CREATE TABLE export_presets (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        report TEXT NOT NULL CHECK (report <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        columns TEXT NOT NULL CHECK (json_valid(columns))
    ) STRICT""",
    "CREATE UNIQUE INDEX export_presets_of_report ON export_presets (report, name)",
)

_HISTORY = (
    # What is known of a recipient, and what belongs to a line, are rows of their own and part of its history.
    """CREATE INDEX entry_rows_of_recipient ON entry_rows (json_extract(coalesce(after, before), '$.recipient_id'))
        WHERE table_name IN ('posts', 'award_records', 'ratings', 'initiatives', 'spells', 'sanctions', 'open_cases',
            'clearances', 'member_figures', 'cluster_ranks', 'movement_results', 'year_scores', 'confirmations')""",
    """CREATE INDEX entry_rows_of_nomination ON entry_rows (json_extract(coalesce(after, before), '$.nomination_id'))
        WHERE table_name IN ('returns', 'dossier_documents', 'overrides', 'sent_up')""",
)

STATEMENTS = (*_UNITS, *_RECIPIENTS, *_AWARD_RECORDS, *_EVIDENCE, *_SUBMISSIONS, *_LISTS, *_HISTORY)
"""In this order: what is pointed to comes before what points."""

"""Version 5 of the tables: what papers of meetings and decisions say besides their lines, and the fund.

A released migration stays as it is; what comes later goes into a later one.
"""

from __future__ import annotations

_MEETINGS = (
    "ALTER TABLE meetings ADD COLUMN invitation_number TEXT",
    "ALTER TABLE meetings ADD COLUMN invited_on TEXT CHECK (invited_on IS date(invited_on))",
    "ALTER TABLE meetings ADD COLUMN opinions_by TEXT CHECK (opinions_by IS date(opinions_by))",
    "ALTER TABLE meetings ADD COLUMN discussion TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(discussion))",
)

_DECISIONS = (
    "ALTER TABLE decisions ADD COLUMN merit TEXT",
    "ALTER TABLE decisions ADD COLUMN executors TEXT",
    "ALTER TABLE decisions ADD COLUMN recipients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients))",
    "ALTER TABLE decisions ADD COLUMN signer_posts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(signer_posts))",
    "ALTER TABLE decisions ADD COLUMN signer_name TEXT",
    "ALTER TABLE decisions ADD COLUMN proposed_by TEXT",
    # A decision of earlier years, taken over from a list: only the register was kept of it until then.
    "ALTER TABLE decisions ADD COLUMN historical INTEGER NOT NULL DEFAULT 0 CHECK (historical IN (0, 1))",
    # Old decisions of several authorities may bear the same number in the same year.
    "DROP INDEX decisions_by_number",
    """CREATE UNIQUE INDEX decisions_by_number ON decisions (year, number)
        WHERE number IS NOT NULL AND historical = 0""",
    # Until the decision that corrects is signed, nothing is corrected.
    "ALTER TABLE decision_corrections ADD COLUMN by_id INTEGER REFERENCES decisions (id)",
    "CREATE INDEX decision_corrections_by ON decision_corrections (by_id) WHERE by_id IS NOT NULL",
    # Why a name may stand although council, list and paper differ: for exactly these three texts.
    """CREATE TABLE name_answers (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        decision_id INTEGER NOT NULL REFERENCES decisions (id),
        line_id INTEGER NOT NULL REFERENCES decision_lines (id),
        council TEXT,
        listed TEXT,
        printed TEXT,
        reason TEXT NOT NULL CHECK (reason <> ''),
        who TEXT NOT NULL,
        answered_on TEXT NOT NULL CHECK (answered_on IS date(answered_on))
    ) STRICT""",
    "CREATE UNIQUE INDEX name_answers_of_line ON name_answers (decision_id, line_id)",
)

_FUND = (
    """CREATE TABLE fund_entries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
        entered_on TEXT NOT NULL CHECK (entered_on IS date(entered_on)),
        kind TEXT NOT NULL,
        text TEXT NOT NULL CHECK (text <> ''),
        amount INTEGER NOT NULL CHECK (amount >= 0),
        decision_id INTEGER REFERENCES decisions (id),
        note TEXT
    ) STRICT""",
    "CREATE INDEX fund_entries_of_year ON fund_entries (year, entered_on)",
    "CREATE INDEX fund_entries_of_decision ON fund_entries (decision_id) WHERE decision_id IS NOT NULL",
)

_HISTORY = (
    "DROP INDEX entry_rows_of_decision",
    """CREATE INDEX entry_rows_of_decision ON entry_rows (json_extract(coalesce(after, before), '$.decision_id'))
        WHERE table_name IN ('decision_lines', 'decision_corrections', 'name_answers')""",
)

STATEMENTS = (*_MEETINGS, *_DECISIONS, *_FUND, *_HISTORY)
"""In this order: what is pointed to comes before what points."""

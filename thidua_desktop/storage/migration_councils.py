"""Version 4 of the tables, continued: councils, meetings, ballots, decisions.

A released migration stays as it is; what comes later goes into a later one.
"""

from __future__ import annotations

_COUNCILS = (
    # A sub-committee is a council below another one.
    """CREATE TABLE councils (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        parent_id INTEGER REFERENCES councils (id),
        name TEXT NOT NULL CHECK (name <> ''),
        short_name TEXT,
        decision TEXT,
        decided_on TEXT CHECK (decided_on IS date(decided_on)),
        since TEXT CHECK (since IS date(since)),
        until TEXT CHECK (until IS date(until)),
        size TEXT NOT NULL,
        deleted_at TEXT
    ) STRICT""",
    """CREATE TABLE council_members (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        council_id INTEGER NOT NULL REFERENCES councils (id),
        position INTEGER NOT NULL CHECK (position >= 1),
        name TEXT NOT NULL CHECK (name <> ''),
        role TEXT NOT NULL,
        honorific TEXT,
        post TEXT,
        unit TEXT,
        since TEXT CHECK (since IS date(since)),
        until TEXT CHECK (until IS date(until))
    ) STRICT""",
    "CREATE INDEX council_members_of_council ON council_members (council_id, position)",
)

_MEETINGS = (
    """CREATE TABLE meetings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        council_id INTEGER NOT NULL REFERENCES councils (id),
        name TEXT NOT NULL CHECK (name <> ''),
        held_on TEXT NOT NULL CHECK (held_on IS date(held_on)),
        starts TEXT CHECK (starts IS time(starts)),
        ends TEXT CHECK (ends IS time(ends)),
        place TEXT,
        agenda TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(agenda)),
        state TEXT NOT NULL,
        state_reason TEXT,
        conclusion TEXT,
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX meetings_by_day ON meetings (held_on)",
    """CREATE TABLE meeting_rounds (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meetings (id),
        round_id INTEGER NOT NULL REFERENCES rounds (id)
    ) STRICT""",
    "CREATE UNIQUE INDEX meeting_rounds_of_meeting ON meeting_rounds (meeting_id, round_id)",
    "CREATE INDEX meeting_rounds_of_round ON meeting_rounds (round_id)",
    """CREATE TABLE attendances (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meetings (id),
        member_id INTEGER NOT NULL REFERENCES council_members (id),
        presence TEXT NOT NULL,
        reason TEXT,
        deputy TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX attendances_of_meeting ON attendances (meeting_id, member_id)",
    """CREATE TABLE conflicts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meetings (id),
        member_id INTEGER NOT NULL REFERENCES council_members (id),
        nomination_id INTEGER NOT NULL REFERENCES nominations (id),
        reason TEXT NOT NULL CHECK (reason <> '')
    ) STRICT""",
    "CREATE UNIQUE INDEX conflicts_of_meeting ON conflicts (meeting_id, member_id, nomination_id)",
)

_LINES = (
    # A line as it was put before the council, and what the council said, with the votes as they stood: what becomes of
    # the nomination or of the rulebook later does not touch it.
    """CREATE TABLE meeting_lines (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meetings (id),
        nomination_id INTEGER NOT NULL REFERENCES nominations (id),
        position INTEGER NOT NULL CHECK (position >= 1),
        name TEXT NOT NULL CHECK (name <> ''),
        award_id TEXT NOT NULL CHECK (award_id <> ''),
        verdict TEXT,
        reason TEXT,
        lowered_to TEXT,
        by_vote INTEGER NOT NULL CHECK (by_vote IN (0, 1)),
        ballot_id INTEGER REFERENCES ballots (id),
        agree INTEGER CHECK (agree >= 0),
        base INTEGER CHECK (base >= 0),
        needed INTEGER CHECK (needed >= 0),
        citation TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX meeting_lines_of_meeting ON meeting_lines (meeting_id, nomination_id)",
    "CREATE INDEX meeting_lines_of_nomination ON meeting_lines (nomination_id)",
)

_BALLOTS = (
    # One round of voting of a meeting; there may be a second one on the lines that were left open.
    """CREATE TABLE ballots (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meetings (id),
        number INTEGER NOT NULL CHECK (number >= 1),
        counters TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(counters)),
        note TEXT
    ) STRICT""",
    "CREATE UNIQUE INDEX ballots_of_meeting ON ballots (meeting_id, number)",
    """CREATE TABLE ballot_lines (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        ballot_id INTEGER NOT NULL REFERENCES ballots (id),
        position INTEGER NOT NULL CHECK (position >= 1),
        nomination_id INTEGER NOT NULL REFERENCES nominations (id)
    ) STRICT""",
    "CREATE UNIQUE INDEX ballot_lines_of_ballot ON ballot_lines (ballot_id, nomination_id)",
    # The same papers are counted and typed in twice by two persons who do not see each other's figures.
    """CREATE TABLE tallies (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meetings (id),
        ballot_id INTEGER NOT NULL REFERENCES ballots (id),
        entry INTEGER NOT NULL CHECK (entry IN (1, 2)),
        counted_by TEXT,
        issued INTEGER NOT NULL CHECK (issued >= 0),
        returned INTEGER NOT NULL CHECK (returned >= 0),
        invalid INTEGER NOT NULL CHECK (invalid >= 0),
        written_invalid INTEGER NOT NULL CHECK (written_invalid >= 0)
    ) STRICT""",
    "CREATE UNIQUE INDEX tallies_of_ballot ON tallies (ballot_id, entry)",
    """CREATE TABLE tally_counts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        tally_id INTEGER NOT NULL REFERENCES tallies (id),
        nomination_id INTEGER NOT NULL REFERENCES nominations (id),
        agree INTEGER NOT NULL CHECK (agree >= 0),
        disagree INTEGER NOT NULL CHECK (disagree >= 0),
        spoilt INTEGER NOT NULL CHECK (spoilt >= 0),
        conflicted INTEGER NOT NULL CHECK (conflicted >= 0)
    ) STRICT""",
    "CREATE UNIQUE INDEX tally_counts_of_tally ON tally_counts (tally_id, nomination_id)",
)

_DECISIONS = (
    """CREATE TABLE decisions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER REFERENCES meetings (id),
        corrects_id INTEGER REFERENCES decisions (id),
        title TEXT NOT NULL CHECK (title <> ''),
        authority TEXT,
        signed_by TEXT,
        number TEXT,
        signed_on TEXT CHECK (signed_on IS date(signed_on)),
        year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
        issued_on TEXT CHECK (issued_on IS date(issued_on)),
        state TEXT NOT NULL,
        state_reason TEXT,
        legal_bases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(legal_bases)),
        deleted_at TEXT
    ) STRICT""",
    "CREATE INDEX decisions_of_year ON decisions (year, signed_on)",
    "CREATE UNIQUE INDEX decisions_by_number ON decisions (year, number) WHERE number IS NOT NULL",
    """CREATE TABLE decision_lines (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        decision_id INTEGER NOT NULL REFERENCES decisions (id),
        place INTEGER NOT NULL CHECK (place >= 1),
        nomination_id INTEGER REFERENCES nominations (id),
        award_record_id INTEGER REFERENCES award_records (id),
        kind TEXT NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''),
        honorific TEXT,
        position TEXT,
        unit TEXT,
        award_id TEXT NOT NULL CHECK (award_id <> ''),
        achievement TEXT,
        golden_book INTEGER CHECK (golden_book >= 1),
        bonus INTEGER CHECK (bonus >= 0)
    ) STRICT""",
    "CREATE INDEX decision_lines_of_decision ON decision_lines (decision_id, place)",
    "CREATE INDEX decision_lines_of_nomination ON decision_lines (nomination_id) WHERE nomination_id IS NOT NULL",
    # The old text stays in the decision's line; what is read instead of it since when, and why, stands here.
    """CREATE TABLE decision_corrections (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        decision_id INTEGER NOT NULL REFERENCES decisions (id),
        line_id INTEGER REFERENCES decision_lines (id),
        field TEXT NOT NULL,
        was TEXT NOT NULL,
        reads TEXT,
        corrected_on TEXT NOT NULL CHECK (corrected_on IS date(corrected_on)),
        by_number TEXT,
        reason TEXT NOT NULL CHECK (reason <> '')
    ) STRICT""",
    "CREATE INDEX decision_corrections_of_decision ON decision_corrections (decision_id)",
    # What went to a higher level, followed until its answer comes.
    """CREATE TABLE sent_up (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        nomination_id INTEGER NOT NULL REFERENCES nominations (id),
        level TEXT NOT NULL,
        letter_number TEXT,
        sent_on TEXT NOT NULL CHECK (sent_on IS date(sent_on)),
        answered_on TEXT CHECK (answered_on IS date(answered_on)),
        decision TEXT,
        note TEXT
    ) STRICT""",
    "CREATE INDEX sent_up_of_nomination ON sent_up (nomination_id)",
)

_HISTORY = (
    # What belongs to a council, a meeting or a decision are rows of their own and part of its history.
    """CREATE INDEX entry_rows_of_council ON entry_rows (json_extract(coalesce(after, before), '$.council_id'))
        WHERE table_name = 'council_members'""",
    """CREATE INDEX entry_rows_of_meeting ON entry_rows (json_extract(coalesce(after, before), '$.meeting_id'))
        WHERE table_name IN ('meeting_rounds', 'attendances', 'conflicts', 'meeting_lines', 'ballots', 'tallies')""",
    """CREATE INDEX entry_rows_of_decision ON entry_rows (json_extract(coalesce(after, before), '$.decision_id'))
        WHERE table_name IN ('decision_lines', 'decision_corrections')""",
)

STATEMENTS = (*_COUNCILS, *_MEETINGS, *_BALLOTS, *_LINES, *_DECISIONS, *_HISTORY)
"""In this order: what is pointed to comes before what points."""

"""Version 7 of the tables: the register is looked through in every order, and what is found best comes first.

A released migration stays as it is; what comes later goes into a later one. All of these tables are made from others:
see ``register_index``.
"""

from __future__ import annotations

_FORMER = (
    "DROP TABLE register_words",
    "DROP TABLE register_lines",
    "DROP INDEX award_records_by_book",
)

_TABLES = (
    # Every name, unit, decision and deed once, with its place among its like and the words it is found by.
    """CREATE TABLE register_values (
        id INTEGER PRIMARY KEY,
        part INTEGER NOT NULL,
        text TEXT NOT NULL,
        key TEXT NOT NULL,
        words TEXT NOT NULL,
        UNIQUE (part, text)
    ) STRICT""",
    "CREATE TABLE register_awards (id INTEGER PRIMARY KEY, award_id TEXT NOT NULL UNIQUE) STRICT",
    # ``place`` grows the further back a day lies: in its order the latest come first. ``marks`` has year, kind of
    # recipient, state and award in one number. By ``book`` lines of a decision are ordered within it. What a decision
    # does not say is 0.
    """CREATE TABLE register_lines (
        place INTEGER NOT NULL PRIMARY KEY,
        id INTEGER NOT NULL UNIQUE,
        marks INTEGER NOT NULL,
        unit_id INTEGER,
        day INTEGER NOT NULL,
        book INTEGER NOT NULL,
        recipient_id INTEGER NOT NULL,
        name INTEGER NOT NULL,
        unit INTEGER NOT NULL,
        decision INTEGER NOT NULL,
        decided_by INTEGER NOT NULL,
        purpose INTEGER NOT NULL,
        said INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE register_totals (marks INTEGER PRIMARY KEY, count INTEGER NOT NULL) STRICT",
    # A bit for each entry, eight thousand in a row; a table with a key of its own, since such rows do not fit into the
    # inner pages of one without.
    """CREATE TABLE register_frequent (
        id INTEGER PRIMARY KEY,
        beginning TEXT NOT NULL,
        chunk INTEGER NOT NULL,
        bits BLOB NOT NULL,
        UNIQUE (beginning, chunk)
    ) STRICT""",
    # No text and no place of a word is kept, only which lines have it, and that for the first letters too: the
    # syllables of Vietnamese have seven letters at most, so that every beginning that is typed is looked up in one go.
    """CREATE VIRTUAL TABLE register_words USING fts5 (
        words, content='', detail=none, columnsize=0, prefix='2 3 4 5 6 7', tokenize="ascii tokenchars '/-'"
    )""",
)

_INDEXES = (
    "CREATE INDEX register_values_in_order ON register_values (part, key, id)",
    "CREATE INDEX register_values_by_words ON register_values (words) WHERE part = 0",
    # With all that lines are filtered by: whoever goes along them looks nothing up.
    "CREATE INDEX register_lines_by_name ON register_lines (name, place, marks, unit_id)",
    "CREATE INDEX register_lines_by_unit ON register_lines (unit, place, marks, unit_id)",
    "CREATE INDEX register_lines_by_decision ON register_lines (decision, place, marks, unit_id)",
    "CREATE INDEX register_lines_by_decider ON register_lines (decided_by, place, marks, unit_id)",
    "CREATE INDEX register_lines_by_book ON register_lines (day, decision, book, id, place, marks, unit_id)",
    "CREATE INDEX register_lines_of_unit ON register_lines (unit_id, place, marks)",
)

STATEMENTS = (*_FORMER, *_TABLES, *_INDEXES)

"""The search of the register: two tables that are made from others and never hold anything of their own.

``register_lines`` has a row for each living entry with all that it is filtered and sorted by, and the words it is found
by; ``register_words`` finds lines by the beginnings of those words. Triggers keep both with every change, an undo
included. They are in no journal, no comparison and no rescue: after those they are made anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sqlite_utils import Database

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.name_order import name_key

LINES, WORDS = "register_lines", "register_words"
_GENERATED = re.compile(f"{LINES}|{WORDS}(_[a-z]+)?")
_INNER = re.compile(f"{WORDS}_[a-z]+")

_APOSTROPHES = str.maketrans("", "", "'`\u2018\u2019\u02bc")
"""Names of the Central Highlands have an apostrophe, in as many shapes as there are keyboards: all are one name."""
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[0-9a-z-]*\d[0-9a-z-]*/[0-9a-z/-]*")
"""The number of a document, such as 15/qd-ubnd: it is found as a whole and by each of its parts."""

_COLUMNS = (
    "id, kind, name_key, recipient_id, year, decided_on, award_id, state, unit_id, unit_key, words",
    "a.id, coalesce((r.kind = 'collective') + 2 * (r.kind = 'household'), 0), coalesce(r.name_key, ''),"
    " a.recipient_id, a.year, a.decided_on, a.award_id, a.state, a.unit_id, register_order(a.unit),"
    " register_text(a.name, r.name, a.unit, a.decision, a.achievement)",
)
# The recipient may still be missing: an undo puts rows back in any order and checks in the end.
_FILL = f"""INSERT INTO {LINES} ({_COLUMNS[0]}) SELECT {_COLUMNS[1]}
        FROM award_records AS a LEFT JOIN recipients AS r ON r.id = a.recipient_id WHERE a.deleted_at IS NULL"""
_SHOWN = "recipient_id, year, decided_on, award_id, state, unit_id, unit, name, decision, achievement, deleted_at"

_OF_RECIPIENT = f"""
        DELETE FROM {LINES} WHERE id IN (SELECT id FROM award_records WHERE recipient_id = NEW.id);
        {_FILL} AND a.recipient_id = NEW.id;"""
TRIGGERS = {
    "register_entry_insert": ("INSERT ON award_records", f"{_FILL} AND a.id = NEW.id;"),
    "register_entry_update": (
        f"UPDATE OF {_SHOWN} ON award_records",
        f"DELETE FROM {LINES} WHERE id = OLD.id;\n        {_FILL} AND a.id = NEW.id;",
    ),
    "register_entry_delete": ("DELETE ON award_records", f"DELETE FROM {LINES} WHERE id = OLD.id;"),
    "register_recipient_insert": ("INSERT ON recipients", _OF_RECIPIENT),
    "register_recipient_update": (
        "UPDATE OF kind, name, name_key ON recipients WHEN OLD.kind <> NEW.kind OR OLD.name <> NEW.name"
        " OR OLD.name_key <> NEW.name_key",
        _OF_RECIPIENT,
    ),
    "register_line_insert": (
        f"INSERT ON {LINES}",
        f"INSERT INTO {WORDS} (rowid, words) VALUES (NEW.id, NEW.words);",
    ),
    "register_line_delete": (
        f"DELETE ON {LINES}",
        f"INSERT INTO {WORDS} ({WORDS}, rowid, words) VALUES ('delete', OLD.id, OLD.words);",
    ),
}
"""Name → the event and what is done after it."""


def is_generated(table: str) -> bool:
    """Whether a table holds nothing that is not in others too."""
    return _GENERATED.fullmatch(table) is not None


def is_inner(table: str) -> bool:
    """Whether SQLite itself made a table, inside of the one that words are looked up in."""
    return _INNER.fullmatch(table) is not None


def teach(connection: object) -> None:
    """Let a connection make the lines: the triggers ask for words and for the order of units."""
    create = connection.create_function  # type: ignore[attr-defined]  # of sqlite3 and of sqlcipher3 alike
    create("register_text", 5, _text, deterministic=True)
    create("register_order", 1, _unit_order, deterministic=True)


def rebuild(db: Database) -> None:
    """Make both tables anew from the register; a file of an earlier version has none."""
    if LINES not in db.table_names():
        return
    db.execute(f"DELETE FROM {LINES}")
    db.execute(_FILL)
    db.execute(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('rebuild')")


def create_triggers(db: Database) -> None:
    """Make the triggers that keep the tables."""
    for name, (event, body) in TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} AFTER {event}\n    BEGIN\n        {body}\n    END")


def asked(text: str) -> str:
    """What is typed as the question that SQLite understands: lines with all of these beginnings; empty for no words."""
    words: list[str] = []
    for piece in _plain(text).split():
        number = _NUMBER.search(piece)
        words += [number.group()] if number else _WORD.findall(piece)
    return " ".join(f'"{word}"*' for word in dict.fromkeys(words))


def _text(*texts: str | None) -> str:
    """The words that a line is found by, each once."""
    return " ".join(dict.fromkeys(word for text in texts if text for word in _words(text)))


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_found(_plain(text)))


def _found(plain: str) -> Iterator[str]:
    yield from _WORD.findall(plain)
    yield from _NUMBER.findall(plain)


def _plain(text: str) -> str:
    """Without marks and apostrophes, "y" as "i": Lý and Lí are one name."""
    return fold(text).replace("y", "i").translate(_APOSTROPHES)


def _unit_order(unit: str | None) -> str:
    return name_key(unit or "", RecipientKind.COLLECTIVE)

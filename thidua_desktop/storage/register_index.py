"""The search of the register: two tables that are made from others and never hold anything of their own.

``register_lines`` has a row for each living entry with all that it is filtered and sorted by, and the words it is found
by; ``register_words`` finds lines by the beginnings of those words. Every operation, an undo included, ends with both
following it: the journal knows which entries it has changed. They themselves are in no journal, no comparison and no
rescue: after those they are made anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.storage.database import Database

LINES, WORDS = "register_lines", "register_words"
_INNER = frozenset(f"{WORDS}_{part}" for part in ("data", "idx", "content", "docsize", "config"))

_APOSTROPHES = str.maketrans("", "", "'`\u2018\u2019\u02bc")
"""Names of the Central Highlands have an apostrophe, in as many shapes as there are keyboards: all are one name."""
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[0-9a-z-]*\d[0-9a-z-]*/[0-9a-z/-]*")
"""The number of a document, such as 15/qd-ubnd: it is found as a whole and by each of its parts."""
_SLASHES = re.compile("/")

# The recipient may be missing in a damaged file that is being saved.
_FILL = f"""INSERT INTO {LINES} (
        id, kind, name_key, recipient_id, year, decided_on, award_id, state, unit_id, unit_key, words)
    SELECT a.id, coalesce((r.kind = 'collective') + 2 * (r.kind = 'household'), 0), coalesce(r.name_key, ''),
        a.recipient_id, a.year, a.decided_on, a.award_id, a.state, a.unit_id, register_order(a.unit),
        register_text(a.name, r.name, a.unit, a.decision, a.achievement)
    FROM award_records AS a LEFT JOIN recipients AS r ON r.id = a.recipient_id WHERE a.deleted_at IS NULL"""

_CHANGED = """SELECT json_group_array(id) FROM (
        SELECT row_id AS id FROM entry_rows WHERE entry_id = :entry AND table_name = 'award_records'
        UNION SELECT award_records.id FROM entry_rows JOIN award_records ON recipient_id = row_id
            WHERE entry_id = :entry AND table_name = 'recipients'
            AND (json_extract(before, '$.name') IS NOT json_extract(after, '$.name')
                OR json_extract(before, '$.kind') IS NOT json_extract(after, '$.kind')
                OR json_extract(before, '$.name_key') IS NOT json_extract(after, '$.name_key')))"""
"""The entries whose lines an operation may have changed."""
_THESE = "IN (SELECT value FROM json_each(:ids))"
_FOLLOW = (
    f"INSERT INTO {WORDS} ({WORDS}, rowid, words) SELECT 'delete', id, words FROM {LINES} WHERE id {_THESE}",
    f"DELETE FROM {LINES} WHERE id {_THESE}",
    f"{_FILL} AND a.id {_THESE}",
    f"INSERT INTO {WORDS} (rowid, words) SELECT id, words FROM {LINES} WHERE id {_THESE}",
)


def is_generated(table: str) -> bool:
    """Whether a table holds nothing that is not in others too."""
    return table in (LINES, WORDS) or is_inner(table)


def is_inner(table: str) -> bool:
    """Whether SQLite itself made a table, inside of the one that words are looked up in."""
    return table in _INNER


def teach(connection: object) -> None:
    """Let a connection make the lines: for that it is asked for words and for the order of units."""
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


def follow(db: Database, entry: int) -> None:
    """Bring the tables up to what the running operation has changed, at its end.

    Not by triggers: SQLite would write the words of every single row to the disk, which takes milliseconds each.
    """
    ids = db.execute(_CHANGED, {"entry": entry}).fetchone()[0]
    if ids != "[]":
        for statement in _FOLLOW:
            db.execute(statement, {"ids": ids})


def asked(text: str) -> str:
    """What is typed as the question that SQLite understands: lines with all of these beginnings; empty for no words."""
    return " ".join(f'"{word}"*' for word in each(text))


def each(text: str) -> tuple[str, ...]:
    """The beginnings of words that are typed, in the form in which lines have them."""
    words: list[str] = []
    for piece in _plain(text).split():
        number = _NUMBER.search(piece)
        begin, end = number.span() if number else (0, 0)
        words += [*_WORD.findall(piece[:begin]), *filter(None, [piece[begin:end]]), *_WORD.findall(piece[end:])]
    return tuple(dict.fromkeys(words))


def _text(*texts: str | None) -> str:
    """The words that a line is found by, each once."""
    return " ".join(dict.fromkeys(word for text in texts if text for word in _words(text)))


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_found(_plain(text)))


def _found(plain: str) -> Iterator[str]:
    yield from _WORD.findall(plain)
    for number in _NUMBER.findall(plain):
        yield number
        # 15/2024/qd-ubnd is found by 2024/qd too.
        yield from (later for at in _SLASHES.finditer(number) if _NUMBER.match(later := number[at.end() :]))


def _plain(text: str) -> str:
    """Without marks and apostrophes, "y" as "i": Lý and Lí are one name."""
    return fold(text).replace("y", "i").translate(_APOSTROPHES)


def _unit_order(unit: str | None) -> str:
    return name_key(unit or "", RecipientKind.COLLECTIVE)

"""The search of the register: tables that are made from others and never hold anything of their own.

``register_lines`` has a row for each living entry, as narrow as can be: numbers of what stands in ``register_values``
once, and all that it is filtered by in one number, its marks. ``register_words`` finds lines by the beginnings of
words, ``register_totals`` has how many lines there are of each kind of marks, ``register_frequent`` which lines have
what very many have. Every operation, an undo included, ends with all of them following it: the journal knows which
entries it has changed. They themselves are in no journal, no comparison and no rescue: after those they are made anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from enum import IntEnum

from thidua_desktop.common.progress import current
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.domain.stages import Stage
from thidua_desktop.storage import register_frequent, register_words
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.register_frequent import FREQUENT
from thidua_desktop.storage.register_words import BITS, TURNED

LINES, WORDS, VALUES = "register_lines", "register_words", "register_values"
AWARDS, TOTALS = "register_awards", "register_totals"
_OWN = frozenset({LINES, WORDS, VALUES, AWARDS, TOTALS, FREQUENT})
_INNER = frozenset(f"{WORDS}_{part}" for part in ("data", "idx", "content", "docsize", "config"))


class Part(IntEnum):
    """What stands in a column of the register, as ``register_values`` has it."""

    NAME = 0
    UNIT = 1
    DECISION = 2
    DECIDED_BY = 3
    PURPOSE = 4
    SAID = 5
    """The name that a decision has, where it is not the present one."""


REFERENCES = {Part.NAME: "name", Part.UNIT: "unit", Part.DECISION: "decision", Part.DECIDED_BY: "decided_by"}
"""What lines are looked up by; of all other values, those that no entry has any more stay until all is made anew."""

_LAST_DAY, _NO_DAY, _NO_BOOK = 2_816_788, 9_999_999, 2**62
"""The first day of the year 3000, counted as SQLite counts days; after all days; after all numbers."""

_ENTRIES = "award_records AS a LEFT JOIN recipients AS r ON r.id = a.recipient_id"
"""The recipient may be missing in a damaged file that is being saved."""
_LIVING = "a.deleted_at IS NULL"
_THESE = "IN (SELECT value FROM json_each(:ids))"
_KIND = "coalesce((r.kind = 'collective') + 2 * (r.kind = 'household'), 0)"
_STATE = "CASE a.state WHEN 'valid' THEN 0 WHEN 'corrected' THEN 1 ELSE 2 END"
_NAME = f"json_array({_KIND}, coalesce(r.name_key, ''), a.recipient_id, r.name)"
"""All that the place and the words of a name come from."""
_SAID = "CASE WHEN a.name IS r.name THEN NULL ELSE a.name END"
_TEXTS = {
    Part.UNIT: "a.unit",
    Part.DECISION: "a.decision",
    Part.DECIDED_BY: "a.decided_by",
    Part.PURPOSE: "a.achievement",
    Part.SAID: _SAID,
}
_KEYS = dict.fromkeys((Part.UNIT, Part.DECISION, Part.DECIDED_BY), "register_order(f.text)")
"""What lines are ordered by; names have a key of their own."""
_PLACE = (
    f"(({_LAST_DAY} - CAST(julianday(coalesce(a.decided_on, a.year || '-01-01')) AS INTEGER)) << {BITS})"
    f" | ({TURNED} - a.id)"
)
"""The latest first; what has no day stands after all others of its year."""
_MARKS = register_words.MARKS_SQL.format(
    year="a.year", kind=_KIND, state=_STATE, award=f"(SELECT id FROM {AWARDS} WHERE award_id = a.award_id)"
)

_CHANGED = """SELECT json_group_array(id) FROM (
        SELECT row_id AS id FROM entry_rows WHERE entry_id = :entry AND table_name = 'award_records'
        UNION SELECT award_records.id FROM entry_rows JOIN award_records ON recipient_id = row_id
            WHERE entry_id = :entry AND table_name = 'recipients'
            AND (json_extract(before, '$.name') IS NOT json_extract(after, '$.name')
                OR json_extract(before, '$.kind') IS NOT json_extract(after, '$.kind')
                OR json_extract(before, '$.name_key') IS NOT json_extract(after, '$.name_key')))"""
"""The entries whose lines an operation may have changed."""

_TOKENS = f"""register_tokens(l.marks, l.unit_id, n.words, s.words, u.words, d.words, p.words)
    FROM {LINES} AS l JOIN {VALUES} AS n ON n.id = l.name LEFT JOIN {VALUES} AS s ON s.id = l.said
    LEFT JOIN {VALUES} AS u ON u.id = l.unit LEFT JOIN {VALUES} AS d ON d.id = l.decision
    LEFT JOIN {VALUES} AS p ON p.id = l.purpose"""


_FOUND = f"SELECT l.id, {_TOKENS} WHERE"


def _number(part: Part, text: str) -> str:
    return f"(SELECT id FROM {VALUES} WHERE part = {part.value} AND text = {text})"


def _values(these: str) -> tuple[str, ...]:
    """What puts the values of some entries where they are not there yet."""
    new = f"WHERE NOT EXISTS (SELECT 1 FROM {VALUES} AS v WHERE v.part = {{part}} AND v.text = f.text)"
    put = f"INSERT INTO {VALUES} (part, text, key, words)"
    names = f"""{put} SELECT {Part.NAME.value}, f.text,
            f.kind || f.name_key || char(9) || printf('%08x', f.recipient_id), register_text(f.name)
        FROM (SELECT DISTINCT {_NAME} AS text, {_KIND} AS kind, coalesce(r.name_key, '') AS name_key,
                a.recipient_id, coalesce(r.name, '') AS name
            FROM {_ENTRIES} WHERE {_LIVING}{these}) AS f
        {new.format(part=Part.NAME.value)}"""
    others = (
        f"""{put} SELECT {part.value}, f.text, {_KEYS.get(part, "''")}, register_text(f.text)
        FROM (SELECT DISTINCT {text} AS text FROM {_ENTRIES} WHERE {_LIVING}{these}) AS f
        {new.format(part=part.value)} AND f.text IS NOT NULL"""
        for part, text in _TEXTS.items()
    )
    awards = f"""INSERT INTO {AWARDS} (award_id) SELECT DISTINCT a.award_id FROM award_records AS a
        WHERE {_LIVING}{these} AND NOT EXISTS (SELECT 1 FROM {AWARDS} AS known WHERE known.award_id = a.award_id)"""
    return names, *others, awards


def _lines(these: str) -> str:
    """What puts the lines of some entries, whose values are there."""
    numbers = (f"coalesce({_number(part, text)}, 0)" for part, text in _TEXTS.items())
    return f"""INSERT INTO {LINES} (
            place, id, marks, unit_id, day, book, recipient_id, name, unit, decision, decided_by, purpose, said)
        SELECT {_PLACE}, a.id, {_MARKS}, a.unit_id,
            coalesce(CAST(julianday(a.decided_on) AS INTEGER), {_NO_DAY}),
            coalesce(CAST(a.golden_book AS INTEGER), {_NO_BOOK}), a.recipient_id, {_number(Part.NAME, _NAME)},
            {", ".join(numbers)}
        FROM {_ENTRIES} WHERE {_LIVING}{these}"""


def _counted(sign: str) -> str:
    return f"""INSERT INTO {TOTALS} (marks, count)
        SELECT marks, {sign}count(*) FROM {LINES} WHERE id {_THESE} GROUP BY marks
        ON CONFLICT (marks) DO UPDATE SET count = count + excluded.count"""


_FORGET = (
    f"INSERT INTO {WORDS} ({WORDS}, rowid, words) SELECT 'delete', l.place, {_TOKENS} WHERE l.id {_THESE}",
    _counted("-"),
    *(
        f"""DELETE FROM {VALUES} WHERE id IN (SELECT {column} FROM {LINES} WHERE id {_THESE})
        AND NOT EXISTS (SELECT 1 FROM {LINES} AS l WHERE l.{column} = {VALUES}.id AND l.id NOT {_THESE})"""
        for column in REFERENCES.values()
    ),
    f"DELETE FROM {LINES} WHERE id {_THESE}",
)
_ADD_LINES = (*_values(f" AND a.id {_THESE}"), _lines(f" AND a.id {_THESE}"))
_ADD_WORDS = (
    f"INSERT INTO {WORDS} (rowid, words) SELECT l.place, {_TOKENS} WHERE l.id {_THESE} ORDER BY l.place",
    _counted(""),
    f"DELETE FROM {TOTALS} WHERE count = 0",
)

_BEYOND = 2**62
"""After every place."""
_CHUNK = 20_000
"""Lines between two words about how far it is; also between two looks whether it is still wanted."""
_CACHE_KB = 65_536
"""Memory for pages while everything is made anew."""
_HASH = 32 * 1024 * 1024
"""Memory for words that are not written yet, while everything is made anew; SQLite's own measure is a megabyte."""
_HASH_OF_HEAPS = 8 * 1024 * 1024
"""The same at the end of an operation that brings very many entries."""
_HASH_BY_DAY = 1024 * 1024


def is_generated(table: str) -> bool:
    """Whether a table holds nothing that is not in others too."""
    return table in _OWN or is_inner(table)


def is_inner(table: str) -> bool:
    """Whether SQLite itself made a table, inside of the one that words are looked up in."""
    return table in _INNER


def teach(connection: object) -> None:
    """Let a connection make the lines: for that it is asked for words and for the order of units."""
    create = connection.create_function  # type: ignore[attr-defined]  # of sqlite3 and of sqlcipher3 alike
    create("register_text", 1, register_words.of_text, deterministic=True)
    create("register_order", 1, _order, deterministic=True)
    create("register_tokens", -1, register_words.tokens, deterministic=True)


def rebuild(db: Database) -> None:
    """Make all tables anew from the register, telling how far it is; a file of an earlier version has none of them.

    Raises:
        Cancelled: nobody waits for it any more; the transaction has to be taken back.
    """
    if VALUES not in db.table_names():
        return
    cache = db.execute("PRAGMA cache_size").fetchone()[0]
    db.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    try:
        _empty(db)
        with _ordered_after(db):
            _all_lines(db)
        db.execute(f"INSERT INTO {TOTALS} (marks, count) SELECT marks, count(*) FROM {LINES} GROUP BY marks")
        _all_words(db)
        register_frequent.choose(db, _FOUND, db.execute(f"SELECT count(*) FROM {LINES}").fetchone()[0])
    finally:
        db.execute(f"PRAGMA cache_size = {cache}")


def follow(db: Database, entry: int) -> None:
    """Bring the tables up to what the running operation has changed, at its end.

    Not by triggers: SQLite would write the words of every single row to the disk, which takes milliseconds each.
    """
    ids = db.execute(_CHANGED, {"entry": entry}).fetchone()[0]
    if ids == "[]":
        return
    these = f"{_FOUND} l.id {_THESE}"
    before = register_frequent.bits_of(db, db.execute(these, {"ids": ids}))
    if db.execute(f"SELECT 1 FROM {LINES} WHERE id {_THESE} LIMIT 1", {"ids": ids}).fetchone() is not None:
        for statement in _FORGET:
            db.execute(statement, {"ids": ids})
    many = ids.count(",") > _CHUNK
    with _ordered_after(db) if many and _are_most(db, ids) else nullcontext():
        for statement in _ADD_LINES:
            db.execute(statement, {"ids": ids})
    if many:
        _set_hash(db, _HASH_OF_HEAPS)
    for statement in _ADD_WORDS:
        db.execute(statement, {"ids": ids})
    if many:
        _set_hash(db, _HASH_BY_DAY)
    total = db.execute(f"SELECT sum(count) FROM {TOTALS}").fetchone()[0] or 0
    if register_frequent.has_grown(db, total):
        register_frequent.choose(db, _FOUND, total)
    else:
        register_frequent.change(db, before, register_frequent.bits_of(db, db.execute(these, {"ids": ids})))


def _are_most(db: Database, ids: str) -> bool:
    """Whether an operation brings no fewer entries than there are already: the first list of many years."""
    there: int = db.execute(f"SELECT coalesce(sum(count), 0) FROM {TOTALS}").fetchone()[0]
    return ids.count(",") > there


@contextmanager
def _ordered_after(db: Database) -> Iterator[None]:
    """Lines and values that the block puts in are ordered when it ends.

    Sorting all at once takes a fraction of putting in one by one.
    """
    indexes = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN (?, ?) AND sql IS NOT NULL",
        (LINES, VALUES),
    ).fetchall()
    for name, _ in indexes:
        db.execute(f"DROP INDEX {name}")
    yield
    for done, (_, sql) in enumerate(indexes):
        _tell(done, len(indexes), Stage.REGISTER_ORDERS)
        db.execute(sql)


def _empty(db: Database) -> None:
    db.execute(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('delete-all')")
    for table in (LINES, VALUES, AWARDS, TOTALS, FREQUENT):
        db.execute(f"DELETE FROM {table}")


def _all_lines(db: Database) -> None:
    """All lines and their values, the latest first: that is their place, so that the tree grows at its end."""
    total = db.execute(f"SELECT count(*) FROM award_records AS a WHERE {_LIVING}").fetchone()[0]
    done = 0
    for some, values, count in _stretches(db):
        _tell(done, total, Stage.REGISTER_LINES)
        for statement in (*_values(some), f"{_lines(some)} ORDER BY 1"):
            db.execute(statement, values)
        done += count


def _stretches(db: Database) -> Iterator[tuple[str, dict[str, object], int]]:
    """Conditions for some thousand entries each."""
    days = db.execute(
        "SELECT decided_on, count(*) FROM award_records WHERE decided_on IS NOT NULL GROUP BY 1 ORDER BY 1 DESC"
    ).fetchall()
    upto, count = "9999-12-31", 0
    for at, (day, entries) in enumerate(days, start=1):
        count += entries
        if count >= _CHUNK or at == len(days):
            yield " AND a.decided_on >= :day AND a.decided_on <= :upto", {"day": day, "upto": upto}, count
            before = days[at][0] if at < len(days) else day
            upto, count = before, 0
    last = db.execute("SELECT max(id) FROM award_records WHERE decided_on IS NULL").fetchone()[0] or 0
    for after in range(0, last, _CHUNK):
        some = " AND a.decided_on IS NULL AND a.id > :after AND a.id <= :upto"
        yield some, {"after": after, "upto": after + _CHUNK}, 0


def _all_words(db: Database) -> None:
    """The words of all lines, place after place: SQLite would write what it holds with every step back."""
    total = db.execute(f"SELECT count(*) FROM {LINES}").fetchone()[0]
    _set_hash(db, _HASH)
    statement = f"""INSERT INTO {WORDS} (rowid, words) SELECT l.place, {_TOKENS}
        WHERE l.place >= ? AND l.place < ? ORDER BY l.place"""
    first, done = -_BEYOND, 0
    while done < total:
        _tell(done, total, Stage.REGISTER_WORDS)
        beyond = db.execute(
            f"SELECT place FROM {LINES} WHERE place >= ? ORDER BY place LIMIT 1 OFFSET {_CHUNK}", (first,)
        ).fetchone()
        upto = beyond[0] if beyond is not None else _BEYOND
        db.execute(statement, (first, upto))
        first, done = upto, done + _CHUNK
    _set_hash(db, _HASH_BY_DAY)


def _set_hash(db: Database, size: int) -> None:
    db.execute(f"INSERT INTO {WORDS} ({WORDS}, rank) VALUES ('hashsize', ?)", (size,))


def _tell(done: int, total: int, stage: Stage) -> None:
    current().step(done, total, stage.value)


def _order(text: str) -> str:
    return name_key(text, RecipientKind.COLLECTIVE)

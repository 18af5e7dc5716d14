"""Saving what can be read of a damaged office file into a new one. The damaged file is only read.

Two sources, one after the other: the rows themselves, read in ever smaller steps around what is broken, and the
journal, which holds the last state of every row a second time. A row that is in neither is reported, never guessed.
The new file has passed all checks: a row that breaks a rule of the tables, or points to a record that is gone, is put
aside and given back to the caller.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import SQLITE_ERROR, SQLITE_NOTADB
from typing import Any

from thidua_desktop.common.files import atomic_path
from thidua_desktop.storage import driver, migrations, register_index
from thidua_desktop.storage.connection import connect, first_complaint
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.errors import (
    COMPLAINTS,
    CopyFailed,
    NothingSalvaged,
    StoreMissing,
    StorePasswordWrong,
    reached,
)
from thidua_desktop.storage.keys import Key, key_of
from thidua_desktop.storage.rows import Row

_MAGIC = b"SQLite format 3\x00"
_PAGE_SIZE = 4096
"""Of every office file: SQLite's default, which this program never changes."""
_HEADER = 100
"""Bytes of the header of a database; offsets below are those of sqlite.org/fileformat2.html, section 1.3."""

_HIGHEST_GUESS = 100_000
"""Row numbers that are tried where nothing that is left says how many there were."""

_NOT_JOURNALED = frozenset({"entries", "entry_rows"})

_LAST_PLAUSIBLE = 10**9
"""A higher count of rows is damage; taken over, it would leave no numbers for new ones."""

_PATIENCE = 10_000
"""Numbers tried in vain, one after the other, after which whole ranges are tried once and not halved any more, until
one of them has a row again: where the count of rows is broken it may say any number."""

_PATIENCE_WHEN_LOCKED = 100
"""The same for a file with a password, which has to be opened anew after each."""


@dataclass(slots=True)
class TableRescue:
    """What became of a table: rows read, rows rebuilt from the journal, row numbers that could not be read,
    rows that could be read and not be kept."""

    table: str
    read: int = 0
    rebuilt: int = 0
    unread: list[tuple[int, int]] = field(default_factory=list)
    """Ranges of numbers, ends included; not every number in them need have been a row."""
    put_aside: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Rescue:
    """The new file and what became of each table."""

    path: Path
    tables: tuple[TableRescue, ...]


def salvage(damaged: Path, target: Path, password: str | None = None) -> Rescue:
    """Save what can be read of a damaged file into a new one at ``target``, under the same password.

    Raises:
        StoreMissing: there is no file.
        StorePasswordNeeded, StorePasswordWrong: it has a password; without its first page it cannot be read at all.
        NothingSalvaged: not even the list of its tables can be read.
        StoreTrouble: no room for the new file.
    """
    if not damaged.is_file():
        raise StoreMissing(path=damaged)
    with reached(damaged):
        key = key_of(damaged, password)
    with (
        reached(target),
        tempfile.TemporaryDirectory(prefix=".cuu-", dir=target.parent) as folder,
        closing(_Damaged(_copied(damaged, Path(folder), key), damaged, key)) as old,
        atomic_path(target) as scratch,
        closing(connect(scratch, key=key)) as new,
    ):
        tables = _transferred(old, new, _version(damaged, old, key))
        migrations.migrate(new)
        complaint = first_complaint(new, full=True)
        if complaint is not None:
            raise CopyFailed(path=target, detail=complaint)
    return Rescue(target, tables)


def _version(damaged: Path, old: _Damaged, key: Key | None) -> int:
    """The schema version in the header; that of this program where it makes no sense."""
    if key is None:
        with damaged.open("rb") as file:
            header = file.read(_HEADER)
        found = int.from_bytes(header[60:64], "big")
    else:
        found = old.one("PRAGMA user_version") or 0
    return found if 1 <= found <= migrations.version() else migrations.version()


def _copied(damaged: Path, folder: Path, key: Key | None) -> Path:
    """A copy whose header SQLite accepts: it refuses a file that was cut off, whatever else is whole in it.

    The header of an encrypted file is part of its first page, which is whole or cannot be read.
    """
    copy = folder / "hong.tdkt"
    shutil.copyfile(damaged, copy)
    log = damaged.with_name(f"{damaged.name}-wal")
    if log.exists():
        shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
    if key is None:
        _mend_header(copy, logged=log.exists())
    return copy


def _mend_header(copy: Path, *, logged: bool) -> None:
    with copy.open("r+b") as file:
        header = bytearray(file.read(_HEADER).ljust(_HEADER, b"\x00"))
        _mend(header, pages=copy.stat().st_size // _PAGE_SIZE, logged=logged)
        file.seek(0)
        file.write(header)


def _mend(header: bytearray, *, pages: int, logged: bool) -> None:
    """Write what is the same in every office file; keep the rest."""
    header[:16] = _MAGIC
    header[16:18] = _PAGE_SIZE.to_bytes(2, "big")
    if header[18] not in (1, 2) or header[18] != header[19]:
        header[18:20] = b"\x02\x02" if logged else b"\x01\x01"  # with or without a write-ahead log
    header[20:24] = b"\x00\x40\x20\x20"  # no reserved bytes; fixed payload fractions
    header[28:32] = pages.to_bytes(4, "big")
    header[44:48] = (4).to_bytes(4, "big")  # schema format
    header[56:60] = (1).to_bytes(4, "big")  # UTF-8
    header[92:96] = header[24:28]  # the number of pages counts only if these two agree


class _Damaged:
    """The damaged file, read in spite of what is broken in it."""

    def __init__(self, copy: Path, damaged: Path, key: Key | None) -> None:
        self._copy, self._key = copy, key
        self.patience = _PATIENCE if key is None else _PATIENCE_WHEN_LOCKED
        try:
            self._db = self._opened()
        except COMPLAINTS as error:
            if key is not None and driver.error_code(error) == SQLITE_NOTADB:
                raise StorePasswordWrong(path=damaged) from error
            raise NothingSalvaged(path=damaged, detail=str(error)) from error

    def rows(self, query: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query; one of ``COMPLAINTS`` where the next one cannot be read."""
        try:
            yield from self._db.execute(query, parameters)
        except COMPLAINTS:
            if self._key is not None:  # SQLCipher answers nothing any more once it has met a broken page
                self._db.close()
                self._db = self._opened()
            raise

    def one(self, query: str, *parameters: Any) -> Any:
        """The first value of a query; None where there is none or it cannot be read."""
        try:
            found = next(self.rows(query, parameters), None)
        except COMPLAINTS:
            return None
        return None if found is None else found[0]

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def _opened(self) -> Any:
        name, key = str(self._copy), self._key
        db = driver.plain(name) if key is None else driver.encrypted(name, key.digits)
        try:
            db.execute("PRAGMA writable_schema = ON")  # go on where the list of tables has holes or pages are missing
            listed = db.execute("SELECT name FROM sqlite_master")
            if key is None:
                listed.fetchone()  # the rest of the list may lie in lost pages
            else:
                listed.fetchall()  # SQLCipher reads nothing beside a broken list
        except COMPLAINTS:
            db.close()
            raise
        db.text_factory = lambda raw: raw.decode("utf-8", "replace")
        return db


def _transferred(old: _Damaged, new: Database, version: int) -> tuple[TableRescue, ...]:
    migrations.shape(new, version)
    new.execute("PRAGMA foreign_keys = OFF")
    tables = [TableRescue(name) for name in sorted(new.table_names()) if _is_kept(name)]
    with new.atomic():
        for table in tables:
            _transfer(old, new, table)
        for table in tables:
            _rebuild(new, table)
        _put_aside_orphans(new, {table.table: table for table in tables})
        lost = max((high for table in tables if table.table == "entry_rows" for _, high in table.unread), default=0)
        for table in tables:
            _settle(new, table, lost=lost)
    return tuple(tables)


def _is_kept(table: str) -> bool:
    """Whether a table has rows of its own; what is made from others is made anew."""
    return not table.startswith(("sqlite_", "_sqlite_")) and not register_index.is_generated(table)


def _transfer(old: _Damaged, new: Database, table: TableRescue) -> None:
    columns = _columns(new, table.table)
    for row in _readable(old, table, columns):
        table.read += _inserted(new, table, row)
    last = old.one("SELECT seq FROM sqlite_sequence WHERE name = ?", table.table)
    if isinstance(last, int) and last <= _LAST_PLAUSIBLE and table.read:  # a number is never used for two records
        new.conn.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, table.table))


def _readable(old: _Damaged, table: TableRescue, columns: tuple[str, ...]) -> Iterator[Row]:
    """Every row that can be read. Around a damaged place the range of numbers is halved until single rows are left."""
    wanted = ", ".join(f'"{name}"' for name in columns)
    query = f'SELECT {wanted} FROM "{table.table}" NOT INDEXED WHERE id BETWEEN ? AND ? ORDER BY id'
    seen: set[int] = set()
    ranges, failures = [(1, _highest(old, table.table))], 0
    while ranges:
        low, high = ranges.pop()
        try:
            for values in old.rows(query, (low, high)):
                row = dict(zip(columns, values, strict=True))
                number, failures = row["id"], 0
                low = max(low, number + 1)
                if number not in seen:
                    seen.add(number)
                    yield row
        except COMPLAINTS as error:
            listed = driver.error_code(error) != SQLITE_ERROR  # a table that SQLite does not know has no readable half
            if low >= high or failures >= old.patience or not listed:
                failures += 1
                table.unread.append((low, high))
            else:
                middle = (low + high) // 2
                ranges += [(middle + 1, high), (low, middle)]


def _highest(old: _Damaged, table: str) -> int:
    """A row number that no row of the table can exceed, from whatever can still be asked."""
    answers = (
        old.one("SELECT seq FROM sqlite_sequence WHERE name = ?", table),
        old.one(f'SELECT max(id) FROM "{table}"'),
        old.one("SELECT max(row_id) FROM entry_rows WHERE table_name = ?", table),
    )
    known = [answer for answer in answers if isinstance(answer, int) and answer > 0]
    return max(known) if known else _HIGHEST_GUESS


def _rebuild(new: Database, table: TableRescue) -> None:
    """Make the rows that the journal says are there and that could not be read."""
    columns = set(_columns(new, table.table))
    last = f"""SELECT after FROM entry_rows AS last WHERE table_name = ?
        AND CASE WHEN json_valid(after) THEN json_extract(after, '$.id') = row_id END
        AND id = (SELECT max(id) FROM entry_rows WHERE table_name = last.table_name AND row_id = last.row_id)
        AND NOT EXISTS (SELECT 1 FROM "{table.table}" AS kept WHERE kept.id = last.row_id)"""
    refused = {row["id"] for row in table.put_aside}
    for (after,) in new.conn.execute(last, (table.table,)).fetchall():
        row = {name: value for name, value in json.loads(after).items() if name in columns}
        if row["id"] not in refused:
            table.rebuilt += _inserted(new, table, row)


def _inserted(new: Database, table: TableRescue, row: Row) -> int:
    names = ", ".join(f'"{name}"' for name in row)
    places = ", ".join("?" * len(row))
    try:
        new.conn.execute(f'INSERT INTO "{table.table}" ({names}) VALUES ({places})', tuple(row.values()))
    except (*driver.INTEGRITY_ERRORS, *driver.OPERATIONAL_ERRORS) as error:
        # An index over JSON calls a text that is none a mere error.
        if isinstance(error, driver.OPERATIONAL_ERRORS) and driver.error_code(error) != SQLITE_ERROR:
            raise
        table.put_aside.append(row)
        return 0
    return 1


def _put_aside_orphans(new: Database, tables: dict[str, TableRescue]) -> None:
    """Empty a reference to a record that is gone where the tables allow it; elsewhere put the row aside.

    Rows put aside may leave others without theirs, so this goes on until none is left.
    """
    while orphans := new.conn.execute("PRAGMA foreign_key_check").fetchall():
        for name, number, _, key in orphans:
            column = next(row[3] for row in new.conn.execute(f'PRAGMA foreign_key_list("{name}")') if row[0] == key)
            if _may_be_empty(new, name, column):
                new.conn.execute(f'UPDATE "{name}" SET "{column}" = NULL WHERE id = ?', (number,))
            else:
                _remove(new, tables[name], number)


def _remove(new: Database, table: TableRescue, number: int) -> None:
    columns = _columns(new, table.table)
    wanted = ", ".join(f'"{name}"' for name in columns)
    for values in new.conn.execute(f'SELECT {wanted} FROM "{table.table}" WHERE id = ?', (number,)).fetchall():
        table.put_aside.append(dict(zip(columns, values, strict=True)))
        new.conn.execute(f'DELETE FROM "{table.table}" WHERE id = ?', (number,))


def _settle(new: Database, table: TableRescue, *, lost: int) -> None:
    """Drop from the list of what was not read all that the journal has given back or knows not to be there.

    ``lost`` is the highest number of a journal row that could not be read, 0 where all were. It may have told of any
    record, so that only a state written down after it is sure to be the last.
    """
    if not lost and table.table not in _NOT_JOURNALED:
        table.unread = []
        return
    known = "SELECT 1 FROM entry_rows WHERE table_name = ? AND row_id = ? AND id > ?"
    ranges: list[tuple[int, int]] = []
    for low, high in sorted(table.unread):
        if low == high and new.conn.execute(known, (table.table, low, lost)).fetchone() is not None:
            continue
        if ranges and low == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], high)
        else:
            ranges.append((low, high))
    table.unread = ranges


def _may_be_empty(db: Database, table: str, column: str) -> bool:
    return next(each.may_be_empty for each in db.columns(table) if each.name == column)


def _columns(db: Database, table: str) -> tuple[str, ...]:
    return tuple(column.name for column in db.columns(table))

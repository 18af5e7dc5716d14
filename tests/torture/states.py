"""What a file holds, told short enough for one line, so that two processes can compare it."""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.storage import register_index
from thidua_desktop.storage.connection import KeyedDatabase, connect
from thidua_desktop.storage.errors import StorePasswordWrong
from thidua_desktop.storage.keys import key_of, salt_of

NOTHING = "-"
"""The position of a file in which nothing has been done."""

PASSWORDS = ("mật khẩu một", "mật khẩu hai")
"""All that files are ever locked with here."""

_NOT_DATA = ("entries", "entry_rows")


@dataclass(frozen=True, slots=True)
class State:
    """The last operation (its number and moment) and a sum over all rows but those of the journal."""

    position: str
    data: str


def state_of(path: Path) -> State:
    """The state of a file, also of one that another connection has open."""
    with closing(_opened(path)) as db:
        db.execute("BEGIN")
        last = db.execute("SELECT id || '@' || at FROM entries ORDER BY id DESC LIMIT 1").fetchone()
        tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        sums = hashlib.sha256()
        for (name,) in tables:
            generated = name.startswith(("sqlite_", "_sqlite_")) or register_index.is_generated(name)
            if name not in _NOT_DATA and not generated:
                for row in db.execute(f'SELECT * FROM "{name}" ORDER BY id'):
                    sums.update(repr((name, row)).encode())
        return State(NOTHING if last is None else last[0], sums.hexdigest())


def holds(path: Path, position: str) -> bool:
    """Whether an operation is in the journal of a file."""
    with closing(_opened(path)) as db:
        found = db.execute("SELECT 1 FROM entries WHERE id || '@' || at = ?", (position,)).fetchone()
        return position == NOTHING or found is not None


def password_of(path: Path) -> str | None:
    """The one of ``PASSWORDS`` that opens a file; None for a file without."""
    if salt_of(path) is None:
        return None
    for password in PASSWORDS:
        try:
            connect(path, key=key_of(path, password)).close()  # for writing: it may have to roll back
        except StorePasswordWrong:
            continue
        return password
    raise AssertionError(f"no password opens {path.name}")


def _opened(path: Path) -> KeyedDatabase:
    return connect(path, read_only=True, key=key_of(path, password_of(path)))

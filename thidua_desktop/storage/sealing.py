"""A file sealed under the key of an office file, so that it can lie beside it.

SQLCipher does it: the content lies in pieces in a database of its own, under the same key. So no second library for
encryption is needed, and the file begins with the salt that says which key it belongs to. Pieces, not one value: a scan
of many megabytes must not lie in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from thidua_desktop.storage.connection import connect
from thidua_desktop.storage.errors import COMPLAINTS, StorePasswordWrong, blames_content
from thidua_desktop.storage.keys import Key

PIECE = 1 << 20
"""Bytes that are read at a time."""


class SealBroken(Exception):
    """A sealed file is damaged or belongs to another key."""


def pieces(path: Path) -> Iterator[bytes]:
    """The content of an ordinary file, piece by piece."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def seal(content: Iterable[bytes], target: Path, key: Key) -> None:
    """Fill an empty file with a content that only the key opens; a scratch file, so no journal is written.

    Raises:
        OSError: whatever reading the content raises.
    """
    with closing(connect(target, key=key)) as db:
        db.execute("PRAGMA journal_mode = MEMORY")
        db.execute("CREATE TABLE pieces (id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT")
        with db.atomic():
            db.conn.executemany("INSERT INTO pieces (content) VALUES (?)", ((piece,) for piece in content))


def opened(path: Path, key: Key) -> Iterator[bytes]:
    """The content of a sealed file, piece by piece. Only a hash taken of all of it proves that it is whole.

    Raises:
        SealBroken: it is damaged, or sealed under another key.
    """
    try:
        with closing(connect(path, read_only=True, immutable=True, key=key)) as db:
            for (piece,) in db.conn.execute("SELECT content FROM pieces ORDER BY id"):
                yield piece
    except StorePasswordWrong as error:
        raise SealBroken(path.name) from error
    except COMPLAINTS as error:
        if not blames_content(error):
            raise
        raise SealBroken(path.name) from error

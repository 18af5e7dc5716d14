"""A package: a whole office in one file, to be carried on a stick or sent to another computer.

It is a SQLite database of its own kind with two tables: the manifest, and the content of the files in pieces. The name
of an attachment is the hash of its content, and that is computed; the only other names are those of the office's own
templates, rulebooks and forms, plain names in folders that are known. So none can lead out of the place that the clerk
chooses. Under a password it is encrypted by SQLCipher like the office file, and so are the
attachments in it. Pieces, not one value for each file: half a gigabyte of scans must not lie in memory.

Format 1: ``application_id`` TDGO; the manifest as JSON, moments as ISO text with offset; the pieces in the order of the
files in the manifest, the office file first. Format 2 has the files that the office works by behind the attachments;
a package without any is still of format 1, which older programs open.
"""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import SQLITE_LIMIT_LENGTH

import msgspec

from thidua_desktop.domain.office_files import OfficeFile, acceptable
from thidua_desktop.storage.attachments import Attachments, is_hash
from thidua_desktop.storage.connection import KeyedDatabase, check_header, connect, first_complaint, pragma
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.errors import COMPLAINTS, NotAStore, blames_content
from thidua_desktop.storage.keys import Key, salt_of
from thidua_desktop.storage.office_files import staged
from thidua_desktop.storage.package_errors import NotAPackage, PackageDamaged, PackageMissing, PackageNewer
from thidua_desktop.storage.sealing import PIECE
from thidua_desktop.storage.snapshot import Contents

APPLICATION_ID = 0x5444474F
"""``TDGO`` in the header of every package."""
FORMAT = 2
_WITHOUT_OFFICE_FILES = 1

_LONGEST_MANIFEST = 64 << 20
_UNREADABLE = (msgspec.DecodeError, RecursionError)
_TABLES = {
    "manifest": "CREATE TABLE manifest (id INTEGER PRIMARY KEY CHECK (id = 1), json BLOB NOT NULL) STRICT",
    "pieces": "CREATE TABLE pieces (id INTEGER PRIMARY KEY, content BLOB NOT NULL) STRICT",
}


@dataclass(frozen=True, slots=True)
class Packed:
    """A file in a package: the SHA-256 of its content, its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package holds and where it comes from."""

    format: int
    program: str
    at: datetime
    office: str
    """The name of the office, for the person who opens the package."""
    contents: Contents
    """What the office file held when it was copied."""
    store: Packed
    attachments: tuple[Packed, ...] = ()
    office_files: tuple[OfficeFile, ...] = ()


def format_for(files: Sequence[OfficeFile]) -> int:
    """The format of a package with these files of the office."""
    return FORMAT if files else _WITHOUT_OFFICE_FILES


def described(path: Path) -> Packed:
    """A file as the manifest names it; reads it."""
    with path.open("rb") as file:
        return Packed(hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size)


def write(path: Path, manifest: Manifest, contents: Iterable[Iterable[bytes]], key: Key | None) -> None:
    """Fill an empty file with a package.

    Args:
        path: the empty file.
        manifest: names the files in their order.
        contents: what is in them, in pieces: the office file, the attachments, what the office works by.
        key: to encrypt it with.
    """
    with closing(connect(path, key=key)) as db, db.atomic():
        for sql in _TABLES.values():
            db.execute(sql)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.conn.execute("INSERT INTO manifest (id, json) VALUES (1, ?)", (msgspec.json.encode(manifest),))
        for content in contents:
            db.conn.executemany("INSERT INTO pieces (content) VALUES (?)", ((piece,) for piece in content))


def read(path: Path, store: Path, attached: Path | None, key: Key | None, office: Path | None = None) -> Manifest:
    """Check a package as a whole and write out what is in it.

    What is written is not to be used before this function has come back: a file that is not what the manifest says is
    found when its last piece has been read.

    Args:
        path: the package.
        store: where the office file is to be; nothing may stand there.
        attached: an empty folder for the attachments; without it they are only checked.
        key: of a package with a password.
        office: an empty folder for the files that the office works by; without it they are only checked.

    Raises:
        PackageMissing, NotAPackage, PackageNewer, PackageDamaged: it cannot be used.
        StorePasswordWrong: it does not open with the key.
        OSError: the drive does not answer, or there is no room.
    """
    with _examined(path, key) as db:
        manifest = _manifest(db, path)
        pieces = _stored(db, path)
        _write_out(_proven(manifest.store, pieces, path), store)
        kept = None if attached is None else Attachments(attached, _key_of(store, key))
        for packed in manifest.attachments:
            content = _proven(packed, pieces, path)
            if kept is None:
                deque(content, maxlen=0)
            else:
                kept.put(packed.sha256, content)
        for file in manifest.office_files:
            content = _proven(Packed(file.sha256, file.size), pieces, path)
            if office is None:
                deque(content, maxlen=0)
            else:
                _write_out(content, staged(office, file))
        if next(pieces, None) is not None:
            raise PackageDamaged(path=path, detail="more pieces than files")
        return manifest


@contextmanager
def _examined(path: Path, key: Key | None) -> Iterator[KeyedDatabase]:
    """A connection to a package that is one and has exactly our tables: nothing in it can make SQLite do anything."""
    if not path.is_file():
        raise PackageMissing(path=path)
    try:
        check_header(path)
        # Immutable: whatever lies beside a package under the names of SQLite's logs is none of it.
        with closing(connect(path, read_only=True, immutable=True, key=key)) as db:
            if key is None:  # whoever knows the password is no stranger; SQLCipher has no such limit
                db.conn.setlimit(SQLITE_LIMIT_LENGTH, _LONGEST_MANIFEST)
            if pragma(db, "application_id") != APPLICATION_ID:
                raise NotAPackage(path=path)
            if sorted(db.execute("SELECT name, sql FROM sqlite_master").fetchall()) != sorted(_TABLES.items()):
                raise PackageDamaged(path=path, detail="other tables")
            complaint = first_complaint(db, full=False)
            if complaint is not None:
                raise PackageDamaged(path=path, detail=complaint)
            yield db
    except NotAStore as error:
        raise NotAPackage(path=path) from error
    except COMPLAINTS as error:
        if not blames_content(error):
            raise
        raise PackageDamaged(path=path, detail=str(error)) from error


def _manifest(db: Database, path: Path) -> Manifest:
    rows = db.execute("SELECT length(json) FROM manifest").fetchall()
    if len(rows) != 1 or rows[0][0] > _LONGEST_MANIFEST:
        raise PackageDamaged(path=path, detail="no manifest")
    return decoded(db.execute("SELECT json FROM manifest").fetchone()[0], path)


def decoded(encoded: bytes, path: Path) -> Manifest:
    """The manifest in the bytes of a package.

    Raises:
        PackageNewer, PackageDamaged: it cannot be used.
    """
    if _format(encoded) > FORMAT:
        raise PackageNewer(path=path)
    try:
        manifest = msgspec.json.decode(encoded, type=Manifest)
    except _UNREADABLE as error:
        raise PackageDamaged(path=path, detail=str(error)) from error
    hashes = [packed.sha256 for packed in (manifest.store, *manifest.attachments)]
    attached = hashes[1:]
    office = [file.sha256 for file in manifest.office_files]
    if not all(map(is_hash, [*hashes, *office])) or len(set(attached)) != len(attached):
        raise PackageDamaged(path=path, detail="hashes in the manifest")
    if not acceptable(manifest.office_files):
        raise PackageDamaged(path=path, detail="names in the manifest")
    return manifest


class _Format(msgspec.Struct):
    format: int = 0


def _format(encoded: bytes) -> int:
    try:
        return msgspec.json.decode(encoded, type=_Format).format
    except _UNREADABLE:
        return 0


def _stored(db: Database, path: Path) -> Iterator[bytes]:
    """The pieces in their order; one that is too large is not read."""
    for number, size in db.conn.execute("SELECT id, length(content) FROM pieces ORDER BY id"):
        if not 0 < size <= PIECE:
            raise PackageDamaged(path=path, detail="the size of a piece")
        yield db.conn.execute("SELECT content FROM pieces WHERE id = ?", (number,)).fetchone()[0]


def _key_of(store: Path, key: Key | None) -> Key | None:
    """The key under which the attachments of an unpacked office file are kept: its own, if it has a password."""
    return key if key is not None and salt_of(store) == key.salt else None


def _write_out(content: Iterable[bytes], target: Path) -> None:
    with target.open("xb") as file:
        file.writelines(content)
        file.flush()
        os.fsync(file.fileno())


def _proven(packed: Packed, pieces: Iterator[bytes], package: Path) -> Iterator[bytes]:
    """The content of the next file; raises at its end if it is not what the manifest says."""
    sums = hashlib.sha256()
    for piece in _of_one_file(packed, pieces, package):
        sums.update(piece)
        yield piece
    if sums.hexdigest() != packed.sha256:
        raise PackageDamaged(path=package, detail="sha256 differs")


def _of_one_file(packed: Packed, pieces: Iterator[bytes], package: Path) -> Iterator[bytes]:
    left = packed.size
    while left > 0:
        piece = next(pieces, b"")
        if not 0 < len(piece) <= left:
            raise PackageDamaged(path=package, detail="the size of a file")
        left -= len(piece)
        yield piece

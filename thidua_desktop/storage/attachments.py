"""Files that belong to records, kept under the SHA-256 of their content in a folder beside the office file.

A name says what the content must be, so a file is never overwritten, the same content is kept once, and a copy is
checked by reading it. Those of a file with a password are sealed under its key and have the beginning of the salt of
that key behind the hash; plain ones that a program killed while the password was set has left are read too. The hash
tells somebody who has the same document that it is here, and nothing to anybody else.
"""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Container, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.common.files import atomic_path
from thidua_desktop.storage import sealing
from thidua_desktop.storage.keys import MARK, Key

if TYPE_CHECKING:
    import hashlib


_NAME = re.compile(r"[0-9a-f]{64}")
_SEALED = re.compile(r"[0-9a-f]{64}\.[0-9a-f]{16}")
_TRIES = 3
"""A file that is handed over may be open in another program, which saves it while it is copied."""


def folder_of(store: Path) -> Path:
    """The folder of a store's attachments, beside it."""
    return store.with_name(f"{store.stem}-dinh-kem")


def is_hash(name: str) -> bool:
    """Whether a name can be that of an attachment: 64 hexadecimal digits, which lead nowhere else."""
    return _NAME.fullmatch(name) is not None


def carry(source: Path, target: Path) -> None:
    """Copy the attachments in one folder to another as they lie there, without any key.

    Raises:
        OSError: a folder cannot be read or written to.
    """
    if source.is_dir():
        for path in source.iterdir():
            if _NAME.fullmatch(path.name) or _SEALED.fullmatch(path.name):
                _copy(path, target / path.name)


class Attachments:
    """A folder of files named by their hash; it is made with the first file.

    ``key`` is that of the office file they belong to, None where it has no password.
    """

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        self.folder = folder
        self._key = key
        self._suffix = "" if key is None else f".{key.salt[len(MARK) :].hex()}"

    def keep(self, source: Path) -> str:
        """Copy a file into the folder; gives the hash it is kept under.

        Raises:
            OSError: the file cannot be read or the folder not written to.
        """
        import hashlib

        for _ in range(_TRIES):
            digest = _hash(sealing.pieces(source))
            if self.holds(digest):
                return digest
            copied = hashlib.sha256()
            self.put(digest, _passing(sealing.pieces(source), copied))
            if copied.hexdigest() == digest:
                return digest
            self.remove([digest])  # another program has saved the file in between
        raise OSError(errno.EBUSY, "the file is being written to", str(source))

    def put(self, digest: str, content: Iterable[bytes]) -> None:
        """Keep a content under its hash, which the caller has taken; nothing is kept when reading it raises.

        Raises:
            OSError: the folder cannot be written to.
        """
        with atomic_path(self.path(digest)) as scratch:
            if self._key is not None:
                sealing.seal(content, scratch, self._key)
                return
            with scratch.open("wb") as file:
                file.writelines(content)

    def path(self, digest: str) -> Path:
        """Where a file with this hash lies, or is to lie.

        Raises:
            ValueError: a name that is no hash; whoever takes names from a file has to ask ``is_hash`` first.
        """
        if not is_hash(digest):
            raise ValueError(digest)
        return self.folder / f"{digest}{self._suffix}"

    def all(self) -> tuple[str, ...]:
        """The hashes of all files, in order."""
        if not self.folder.is_dir():
            return ()
        names = (path.name for path in self.folder.iterdir())
        found = {name.removesuffix(self._suffix) for name in names if name.endswith(self._suffix) or is_hash(name)}
        return tuple(sorted(filter(is_hash, found)))

    def content(self, digest: str) -> Iterator[bytes]:
        """What is in a file, piece by piece; only ``holds`` proves that it is what its name says.

        Raises:
            SealBroken: it is damaged.
            OSError: it is not there or cannot be read.
        """
        path = self.path(digest)
        if self._key is not None and path.is_file():
            return sealing.opened(path, self._key)
        return sealing.pieces(self.folder / digest)

    def size(self, digest: str) -> int:
        """Bytes of the content; reads it."""
        return sum(map(len, self.content(digest)))

    def holds(self, digest: str) -> bool:
        """Whether the file is there and is what its name says; reads it."""
        if not self.path(digest).is_file() and not (self.folder / digest).is_file():
            return False
        try:
            return _hash(self.content(digest)) == digest
        except sealing.SealBroken:
            return False

    def damaged(self, wanted: Iterable[str]) -> tuple[str, ...]:
        """Those of the wanted files that are missing or are not what their name says; reads them all."""
        return tuple(digest for digest in wanted if not self.holds(digest))

    def fill(self, source: Attachments, wanted: Iterable[str]) -> tuple[str, ...]:
        """Copy the wanted files that are not here yet; gives those that are damaged or missing in the source.

        They are sealed, or opened, on the way where the two folders differ in that. What is here already is not read
        again: half a gigabyte of scans would make every backup slow.

        Raises:
            OSError: a folder cannot be read or written to.
        """
        lost = []
        for digest in wanted:
            if self.path(digest).is_file():
                continue
            if source.holds(digest):
                self._take_from(source, digest)
            else:
                lost.append(digest)
        return tuple(lost)

    def repair(self, source: Attachments, wanted: Iterable[str]) -> tuple[str, ...]:
        """Like ``fill``, but reads what is here too and replaces what is damaged."""
        for digest in self.damaged(wanted):
            self.path(digest).unlink(missing_ok=True)
        return self.fill(source, wanted)

    def write_out(self, digest: str, target: Path) -> None:
        """Write the content of a file where other programs can open it.

        Raises:
            SealBroken: it is damaged.
            OSError: it is not there, or the target cannot be written.
        """
        with atomic_path(target) as scratch, scratch.open("wb") as file:
            file.writelines(self.content(digest))

    def remove(self, unwanted: Iterable[str]) -> None:
        """Remove files of this kind; those sealed under another key, or plain ones beside sealed ones, stay."""
        for digest in unwanted:
            self.path(digest).unlink(missing_ok=True)

    def sweep(self, needed: Container[str], older_than: datetime) -> int:
        """Remove the files, sealed under whichever key or plain, that nobody needs; gives how many.

        Args:
            needed: the hashes of those that stay.
            older_than: younger ones stay too: a backup that is just being made has not named them yet.
        """
        if not self.folder.is_dir():
            return 0
        unneeded = [path for path in self.folder.iterdir() if _is_other(path.name, needed)]
        doomed = [path for path in unneeded if path.stat().st_mtime < older_than.timestamp()]
        for path in doomed:
            path.unlink(missing_ok=True)
        return len(doomed)

    def remove_all(self) -> None:
        """Remove every file of this kind."""
        self.remove(self.all())

    def seal_all(self) -> None:
        """Seal the plain files that lie among sealed ones; each goes when its sealed copy has been read back.

        Does nothing in the folder of a file without password.

        Raises:
            OSError: the folder cannot be read or written to.
        """
        if self._key is None:
            return
        plain = Attachments(self.folder)
        for digest in plain.all():
            if self.path(digest).is_file() and not self.holds(digest):
                self.remove([digest])
            self.fill(plain, [digest])
            if self.path(digest).is_file() and self.holds(digest):
                plain.remove([digest])

    def _take_from(self, source: Attachments, digest: str) -> None:
        if source._key == self._key and source.path(digest).is_file():
            _copy(source.path(digest), self.path(digest))
        else:
            self.put(digest, source.content(digest))


def _is_other(name: str, needed: Container[str]) -> bool:
    digest = name.partition(".")[0]
    return is_hash(digest) and digest not in needed


def _copy(source: Path, target: Path) -> None:
    with atomic_path(target) as scratch:
        shutil.copyfile(source, scratch)


def _hash(content: Iterable[bytes]) -> str:
    import hashlib

    sums = hashlib.sha256()
    for piece in content:
        sums.update(piece)
    return sums.hexdigest()


def _passing(content: Iterable[bytes], copied: hashlib._Hash) -> Iterator[bytes]:
    for piece in content:
        copied.update(piece)
        yield piece

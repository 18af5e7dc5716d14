"""Files that belong to records, kept under the SHA-256 of their content in a folder beside the office file.

A name says what the content must be, so a file is never overwritten, the same content is kept once, and a copy is
checked by reading it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from thidua_desktop.common.files import atomic_path, sha256

_NAME = re.compile(r"[0-9a-f]{64}")


def folder_of(store: Path) -> Path:
    """The folder of a store's attachments, beside it."""
    return store.with_name(f"{store.stem}-dinh-kem")


def is_hash(name: str) -> bool:
    """Whether a name can be that of an attachment: 64 hexadecimal digits, which lead nowhere else."""
    return _NAME.fullmatch(name) is not None


class Attachments:
    """A folder of files named by their hash; it is made with the first file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, source: Path) -> str:
        """Copy a file into the folder; gives the hash it is kept under.

        Raises:
            OSError: the file cannot be read or the folder not written to.
        """
        digest = sha256(source)
        if not self.holds(digest):
            self._take(source, digest)
        return digest

    def path(self, digest: str) -> Path:
        """Where a file with this hash lies.

        Raises:
            ValueError: a name that is no hash; whoever takes names from a file has to ask ``is_hash`` first.
        """
        if not is_hash(digest):
            raise ValueError(digest)
        return self.folder / digest

    def all(self) -> tuple[str, ...]:
        """The hashes of all files, in order."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(path.name for path in self.folder.iterdir() if is_hash(path.name)))

    def holds(self, digest: str) -> bool:
        """Whether the file is there and is what its name says; reads it."""
        path = self.path(digest)
        return path.is_file() and sha256(path) == digest

    def damaged(self, wanted: Iterable[str]) -> tuple[str, ...]:
        """Those of the wanted files that are missing or are not what their name says; reads them all."""
        return tuple(digest for digest in wanted if not self.holds(digest))

    def fill(self, source: Attachments, wanted: Iterable[str]) -> tuple[str, ...]:
        """Copy the wanted files that are not here yet; gives those that are damaged or missing in the source.

        What is here already is not read again: half a gigabyte of scans would make every backup slow.

        Raises:
            OSError: a folder cannot be read or written to.
        """
        lost = []
        for digest in wanted:
            if self.path(digest).is_file():
                continue
            if source.holds(digest):
                self._take(source.path(digest), digest)
            else:
                lost.append(digest)
        return tuple(lost)

    def repair(self, source: Attachments, wanted: Iterable[str]) -> tuple[str, ...]:
        """Like ``fill``, but reads what is here too and replaces what is damaged."""
        for digest in self.damaged(wanted):
            self.path(digest).unlink(missing_ok=True)
        return self.fill(source, wanted)

    def _take(self, source: Path, digest: str) -> None:
        with atomic_path(self.path(digest)) as scratch:
            shutil.copyfile(source, scratch)

"""The manifest of a backup: a small JSON file beside it that says what is in it and when it was proven.

It lies beside the backup and not in a package around it: so the backup stays an office file that SQLite opens and
that can be salvaged page by page, and attachments are kept once for all backups instead of once in each.
Format 1: the fields of ``Manifest``, moments as ISO text with offset.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec

from thidua_desktop.common.files import atomic_write
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.office_files import OfficeFile, acceptable
from thidua_desktop.storage.attachments import is_hash
from thidua_desktop.storage.snapshot import Contents

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup held when it was made. ``attachments`` are the SHA-256 of the files that belong to it."""

    format: int
    program: str
    at: datetime
    reason: Reason
    size: int
    contents: Contents
    attachments: tuple[str, ...] = ()
    proven_at: datetime | None = None
    office_files: tuple[OfficeFile, ...] = ()
    """What the office worked by; the contents are kept among the attachments of the backups."""

    @property
    def kept(self) -> tuple[str, ...]:
        """The hashes of everything that is kept for the backup."""
        return (*self.attachments, *(file.sha256 for file in self.office_files))


def path_of(backup: Path) -> Path:
    """Where the manifest of a backup lies."""
    return backup.with_name(f"{backup.name}.json")


def write(backup: Path, manifest: Manifest) -> None:
    """Put a manifest beside its backup.

    Raises:
        OSError: the folder cannot be written to.
    """
    atomic_write(path_of(backup), msgspec.json.format(msgspec.json.encode(manifest), indent=1))


def read(backup: Path) -> Manifest | None:
    """The manifest of a backup; None where there is none, where it cannot be read or belongs to another format.

    A backup without one can be checked and restored all the same; it only counts as unproven.
    """
    try:
        found = msgspec.json.decode(path_of(backup).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError, RecursionError):
        return None
    # A file from outside: a name like "../co-quan.tdkt" would lead a restore to files of somebody else.
    harmless = all(map(is_hash, found.kept)) and acceptable(found.office_files)
    return found if found.format == FORMAT and harmless else None

"""Writing files so that a failure leaves the former one whole."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from thidua_desktop.common.vietnamese import nfc

STORE_SUFFIX = ".tdkt"
"""Of an office file."""
PACKAGE_SUFFIX = ".tdgoi"
"""Of a package: an office file with its attachments."""
_LOGS = ("-journal", "-wal", "-shm")
"""What SQLite puts beside a file while it writes, and leaves there when the drive fails."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$")


@contextmanager
def atomic_path(target: Path) -> Iterator[Path]:
    """A path beside ``target`` to write to; it takes the target's place only when the block ends well.

    The data are on the disk before the name changes, so a power cut leaves the old file or the new one.
    """
    import secrets

    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = target.with_name(f".{target.stem[:40]}-{secrets.token_hex(4)}{target.suffix}")
    # Not tempfile: its files can be read by their maker alone, and a paper on a share is for the office.
    scratch.touch(exist_ok=False)
    try:
        yield scratch
        with scratch.open("rb+") as written:
            os.fsync(written.fileno())
        scratch.replace(target)
    finally:
        for suffix in ("", *_LOGS):
            scratch.with_name(scratch.name + suffix).unlink(missing_ok=True)


def atomic_write(target: Path, data: bytes) -> None:
    """Write ``data`` to ``target``, all or nothing."""
    with atomic_path(target) as scratch:
        scratch.write_bytes(data)


def safe_file_name(text: str, *, limit: int = 120) -> str:
    """A file name that Windows accepts, made from free text; Vietnamese letters stay."""
    name = _FORBIDDEN.sub("-", nfc(text)).strip(" .")[:limit].rstrip(" .")
    if not name:
        return "khong-ten"
    return f"_{name}" if _RESERVED.match(name) else name


def sha256(path: Path) -> str:
    """Hex SHA-256 of a file's content."""
    import hashlib

    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()

"""Copies of attachments for looking at with other programs: under their own names, gone when the file is closed."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from thidua_desktop.common.files import safe_file_name
from thidua_desktop.storage.attachments import Attachments

_PREFIX = "thidua-xem-"
_LEFT_AFTER = 12 * 3600
"""Seconds after which a folder belongs to no program any more: one that was killed could not remove it."""


class Viewing:
    """The copies of one open file; the folder is made with the first of them."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def copy(self, kept: Attachments, digest: str, name: str) -> Path:
        """A copy that can be read and not changed, since nobody would keep the changes.

        Raises:
            SealBroken: the attachment is damaged.
            OSError: it is not there, or there is no room.
        """
        if self._folder is None:
            _remove_left()
            # A copy that another program still has open cannot be removed on Windows; it goes some other day.
            self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
        target = Path(self._folder.name) / digest / safe_file_name(name)
        if not target.exists():
            kept.write_out(digest, target)
            target.chmod(0o400)
        return target

    def close(self) -> None:
        """Remove the copies."""
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.cleanup()


def _remove_left() -> None:
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            if path.stat().st_mtime < time.time() - _LEFT_AFTER:
                shutil.rmtree(path, ignore_errors=True)
        except OSError:  # removed meanwhile by the program that made it
            continue

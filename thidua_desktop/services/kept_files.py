"""Files that the clerk hands over, kept among the attachments of the office file."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.storage.errors import reached
from thidua_desktop.storage.store import Store


def keep_file(store: Store, file: Path, unreadable: type[FileTrouble]) -> tuple[int, str]:
    """Keep a file; gives the bytes and the SHA-256 of what is kept, whatever becomes of the file meanwhile.

    Raises:
        FileTrouble: ``unreadable``, if there is no such file or it cannot be read.
        StoreTrouble: no room for it.
    """
    try:
        with file.open("rb") as opened:
            opened.read(1)
    except OSError as error:
        raise unreadable(path=file) from error
    kept = store.attachments
    with reached(kept.folder):
        digest = kept.keep(file)
        return kept.size(digest), digest

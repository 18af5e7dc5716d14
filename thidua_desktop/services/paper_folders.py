"""Papers written into a folder by one action: all of them or none, and nothing that is there is overwritten."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from thidua_desktop.common.progress import current
from thidua_desktop.domain.papers import FolderTaken, PaperRow, WrittenPapers
from thidua_desktop.domain.stages import Stage
from thidua_desktop.reports.model import Format, Report
from thidua_desktop.services.outgoing import explained

__all__ = ["formats_of", "write_folder"]

Build = Callable[[PaperRow], Report]
Write = Callable[[Report, Path, Format], Path]

_USUAL = (Format.PDF, Format.DOCX)


def formats_of(row: PaperRow) -> tuple[Format, ...]:
    """What a paper can be written as."""
    return (*_USUAL, Format.XLSX) if row.with_workbook else _USUAL


def write_folder(
    folder: Path, rows: Iterable[PaperRow], formats: Sequence[Format], build: Build, write: Write
) -> WrittenPapers:
    """Write papers into a folder that is new or empty. A format that a paper does not come in is left out.

    Everything is written beside the folder first and takes its name in the end: a failure, or the clerk who does not
    want to wait, leaves what was there.

    Raises:
        FolderTaken: there are files in it.
        GlyphMissing, FileTrouble, Cancelled: nothing is left behind.
    """
    wanted = tuple(rows)
    ready = [row for row in wanted if row.ready]
    with explained(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderTaken(path=folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = folder.with_name(f".{folder.name[:40]}-{secrets.token_hex(4)}")
        try:
            scratch.mkdir()
            files = _write(scratch, ready, formats, build, write)
            current().step(len(ready), len(ready), Stage.WRITING)
            if folder.exists():
                folder.rmdir()
            scratch.rename(folder)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return WrittenPapers(folder, tuple(folder / name for name in files), tuple(row for row in wanted if not row.ready))


def _write(scratch: Path, rows: Sequence[PaperRow], formats: Sequence[Format], build: Build, write: Write) -> list[str]:
    files: list[str] = []
    for done, row in enumerate(rows):
        current().step(done, len(rows), Stage.WRITING)
        report = build(row)
        for format in formats:
            if format in formats_of(row):
                name = f"{row.file_name}.{format.value}"
                write(report, scratch / name, format)
                files.append(name)
    return files

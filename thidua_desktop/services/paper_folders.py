"""Papers written one by one when they are ready, or into a folder by one action: all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from thidua_desktop.common.progress import current
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.papers import FolderTaken, PaperNotReady, PaperRef, PaperRow, PaperUnknown, WrittenPapers
from thidua_desktop.domain.stages import Stage
from thidua_desktop.reports.model import Report
from thidua_desktop.services import unfinished
from thidua_desktop.services.outgoing import explained
from thidua_desktop.services.report_files import FormatNotOffered
from thidua_desktop.wording import paper_files

__all__ = ["formats_of", "free_folder", "ready_row", "whole_folder", "write_folder"]

Build = Callable[[PaperRow], Report]
Write = Callable[[Report, Path, Format], Path]

_USUAL = (Format.PDF, Format.DOCX)


def formats_of(row: PaperRow) -> tuple[Format, ...]:
    """What a paper can be written as."""
    return (*_USUAL, Format.XLSX) if row.with_workbook else _USUAL


def ready_row(rows: Iterable[PaperRow], ref: PaperRef, format: Format) -> PaperRow:
    """The paper asked for among those that there are, if it can be written in a format now.

    Raises:
        PaperUnknown, PaperNotReady: there is none, or not yet.
        FormatNotOffered: it does not come in the format.
    """
    row = next((one for one in rows if one.ref == ref), None)
    if row is None:
        raise PaperUnknown(kind=paper_files.detailed(ref.kind, ""), key=ref.key)
    if row.lacks is not None:
        raise PaperNotReady(title=row.title, why=row.lacks)
    if format not in formats_of(row):
        raise FormatNotOffered(format=format.value)
    return row


def free_folder(folder: Path) -> Path:
    """A folder of that name which is not there yet: one that holds the papers of before stays as it is."""
    number, free = 1, folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name} ({number})")
    return free


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
    with whole_folder(folder) as scratch:
        files = _write(scratch, ready, formats, build, write)
        current().step(len(ready), len(ready), Stage.WRITING)
    return WrittenPapers(folder, tuple(folder / name for name in files), tuple(row for row in wanted if not row.ready))


@contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """A folder to write into, which takes the name of ``folder`` when the block ends well; new or empty before.

    Raises:
        FolderTaken: there are files in it.
        FileTrouble: nothing is left behind, nor of a block that fails.
    """
    with explained(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderTaken(path=folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.beside(folder) as scratch:
            yield scratch
            if folder.exists():
                folder.rmdir()
            scratch.rename(folder)


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

"""Workbooks that superiors want filled in: the empty file as it came, and what each of its cells is tied to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from thidua_desktop.common.errors import AppError, FileTrouble
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import WorkbookId
from thidua_desktop.domain.reported import Workbook, WorkbookNameMissing, WorkbookTie
from thidua_desktop.services.kept_files import keep_file
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store

__all__ = ["WorkbookFileDamaged", "WorkbookFileUnreadable", "WorkbookTieService"]

_WORKBOOK = frozenset({Kind.WORKBOOK})


class WorkbookFileUnreadable(FileTrouble):
    """The workbook is not there or cannot be read."""

    code = "workbook.file_unreadable"


class WorkbookFileDamaged(AppError):
    """The empty workbook is missing from the attachments, or is not what it was."""

    code = "workbook.file_damaged"


class WorkbookTieService:
    """Keeps the empty workbooks and the ties of their cells."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Workbook, ...]:
        """Every workbook, by name."""
        with self._store.read() as work:
            return work.report.workbooks.of()

    def get(self, workbook_id: WorkbookId) -> Workbook:
        """One workbook.

        Raises:
            RecordMissing: no such workbook, or in the trash.
        """
        with self._store.read() as work:
            return work.report.workbooks.get(workbook_id)

    def ties(self, workbook_id: WorkbookId) -> tuple[WorkbookTie, ...]:
        """The ties of a workbook, in the order in which they were made."""
        with self._store.read() as work:
            return work.report.ties.of(workbook_id=workbook_id)

    def file(self, workbook_id: WorkbookId) -> Path:
        """A copy of the empty workbook; gone when the office file is closed.

        Raises:
            WorkbookFileDamaged: it is missing or not what it was.
            RecordMissing: no such workbook, or in the trash.
            StoreTrouble: no room for the copy.
        """
        workbook = self.get(workbook_id)
        copy = self._store.attachment(workbook.sha256, workbook.file_name)
        if copy is None:
            raise WorkbookFileDamaged(name=brief(workbook.name))
        return copy

    def add(self, file: Path, name: str, issuer: str = "", note: str = "") -> Changes:
        """Keep an empty workbook of a superior.

        Raises:
            WorkbookNameMissing, WorkbookFileUnreadable: it cannot be kept.
            StoreTrouble: no room for the file.
        """
        size, digest = keep_file(self._store, file, WorkbookFileUnreadable)
        return self._save(Workbook(name, file.name, digest, size, issuer, note))

    def save(self, workbook: Workbook, file: Path | None = None) -> Changes:
        """Keep the name, the issuer and the note of a workbook, and another empty file where one is given.

        The ties stay: the superior's new file usually has the same cells.

        Raises:
            WorkbookNameMissing, WorkbookFileUnreadable: it cannot be kept so.
            RecordMissing: it is not there any more.
            StoreTrouble: no room for the file.
        """
        if file is not None:
            size, digest = keep_file(self._store, file, WorkbookFileUnreadable)
            workbook = replace(workbook, file_name=file.name, sha256=digest, size=size)
        return self._save(workbook)

    def save_ties(self, workbook_id: WorkbookId, ties: Sequence[WorkbookTie]) -> Changes:
        """Keep these ties, and no others, of a workbook; of two for the same cell the last one counts.

        Raises:
            TieImpossible: one of them ties nothing; nothing has changed.
            RecordMissing: no such workbook, or in the trash.
        """
        wanted = {(one.sheet, one.cell): replace(one, workbook_id=workbook_id, id=None) for one in ties}
        for tie in wanted.values():
            tie.check()
        name = brief(self.get(workbook_id).name)
        with self._store.write("workbook.save_ties", name=name) as work:
            there = {(one.sheet, one.cell): one for one in work.report.ties.of(workbook_id=workbook_id)}
            gone = [one.id for cell, one in there.items() if cell not in wanted and one.id is not None]
            work.report.ties.remove(gone)
            kept = [replace(one, id=there[cell].id) for cell, one in wanted.items() if cell in there]
            work.report.ties.save_many(kept)
            fresh = [one for cell, one in wanted.items() if cell not in there]
            created = work.report.ties.add_many(fresh)
        return Changes("workbook.save_ties", _WORKBOOK, created)

    def delete(self, workbook_id: WorkbookId) -> Changes:
        """Move a workbook with its ties to the trash.

        Raises:
            RecordMissing: it is not there.
        """
        name = brief(self.get(workbook_id).name)
        with self._store.write("workbook.delete", name=name) as work:
            work.report.workbooks.trash([workbook_id])
        return Changes("workbook.delete", _WORKBOOK)

    def restore(self, workbook_id: WorkbookId) -> Changes:
        """Take a workbook out of the trash.

        Raises:
            RecordMissing: it is not in the trash.
        """
        with self._store.read() as work:
            name = brief(work.report.workbooks.any(workbook_id).name)
        with self._store.write("workbook.restore", name=name) as work:
            work.report.workbooks.restore([workbook_id])
        return Changes("workbook.restore", _WORKBOOK)

    def _save(self, workbook: Workbook) -> Changes:
        kept = replace(
            workbook, name=squeeze(workbook.name), issuer=squeeze(workbook.issuer), note=workbook.note.strip()
        )
        if not kept.name:
            raise WorkbookNameMissing
        with self._store.write("workbook.save", name=brief(kept.name)) as work:
            number = work.report.workbooks.save(kept)
        return Changes("workbook.save", _WORKBOOK, (number,) if kept.id is None else ())

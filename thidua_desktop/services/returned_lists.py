"""A list that goes back to its unit, every fault marked in its cell and said in a comment."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.documents import BlockKind, Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.list_doctor import DoctorDraft, DoctorRow
from thidua_desktop.domain.lists import ListColumn, ListField
from thidua_desktop.services.outgoing import outgoing
from thidua_desktop.wording import messages

if TYPE_CHECKING:
    from thidua_desktop.reports.excel.lists.returned import Mark

_F = ListField
_STANDS_IN: Mapping[ListField, tuple[ListField, ...]] = {
    _F.NAME: (_F.NAME, _F.GIVEN_NAME, _F.FAMILY_NAME),
    _F.BIRTH: (_F.BIRTH, _F.BIRTH_YEAR, _F.MALE, _F.FEMALE),
    _F.POSITION: (_F.POSITION, _F.POSITION_AND_UNIT),
    _F.UNIT: (_F.UNIT, _F.DEPARTMENT, _F.POSITION_AND_UNIT),
    _F.AWARD: (_F.AWARD, _F.AWARD_CODE, _F.AWARD_MARK),
    _F.HONORIFIC: (_F.HONORIFIC, _F.RANK),
    _F.AWARD_YEAR: (_F.AWARD_YEAR, _F.DECIDED_ON, _F.DECISION),
}
"""In which column of a file a value stands, the first that the table has."""
_LARGEST = 80 * 1024 * 1024
"""Bytes of all sheets; the marking library takes many times as much memory."""
_OWN_BUSINESS = frozenset(
    {"doctor.in_round", "doctor.record_known", "doctor.recipient_probable", "doctor.unit_doubtful"}
)
"""Said to the clerk only: the unit cannot put them right."""


class NothingToReturn(AppError):
    """No cell of the list has a fault that the unit could put right."""

    code = "returned.nothing"


class ReturnedListService:
    """Writes marked copies; the file of the unit stays as it is."""

    def losses(self, path: Path | None) -> tuple[Finding, ...]:
        """What a marked copy would not have; to be said before it is written.

        Args:
            path: the unit's file; None for a list from the clipboard.
        """
        if path is None or not _is_workbook(path):
            return (Finding("returned.fresh_copy", Severity.INFO),)
        from thidua_desktop.reports.excel.lists import returned

        return tuple(Finding(f"returned.drops_{kind}", Severity.WARNING) for kind in returned.dropped(path))

    def write(self, draft: DoctorDraft, path: Path | None, out: Path) -> Path:
        """Write the marked copy: of a workbook (.xlsx, .xlsm) its own, of anything else the table that was read.

        Args:
            draft: as it stands before the clerk; rows that are left out are not marked.
            path: the unit's file; None for a list from the clipboard.
            out: the new workbook, always .xlsx.

        Raises:
            NothingToReturn: there is no fault to be marked; nothing has been written.
            NoRoomForFile, FileRefused, PlaceUnreachable: nothing has been written.
        """
        from thidua_desktop.reports.excel.lists import returned

        own = path is not None and _is_workbook(path)
        marks = _marks(draft)
        if not marks:
            raise NothingToReturn(name=draft.name)
        with outgoing(out) as scratch:
            if own and path is not None:
                returned.mark_copy(path, marks, scratch)
            else:
                returned.write_fresh(_cells(draft), marks, scratch, draft.title or draft.name)
        return out


def _is_workbook(path: Path) -> bool:
    """Whether the file is one whose own copy can be marked: by its content, and small enough to be held whole."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = {part.filename: part.file_size for part in package.infolist()}
    except (OSError, zipfile.BadZipFile):
        return False
    sheets = sum(size for name, size in parts.items() if name.startswith("xl/worksheets/"))
    return "xl/workbook.xml" in parts and sheets <= _LARGEST


def _marks(draft: DoctorDraft) -> tuple[Mark, ...]:
    from thidua_desktop.reports.excel.lists.returned import Mark

    columns: dict[tuple[str | None, ListField], ListColumn] = {}
    for column in draft.columns:
        columns.setdefault((column.sheet, column.field), column)
    told: dict[tuple[str | None, int, int], list[str]] = defaultdict(list)
    for row in draft.taken:
        for problem in row.problems:
            finding = problem.finding
            if finding.severity is Severity.INFO or finding.code in _OWN_BUSINESS:
                continue
            place = _place(row, problem.field, columns)
            sentence = messages.finding(finding)
            if sentence not in told[place]:
                told[place].append(sentence)
    return tuple(Mark(sheet, row_number, at, tuple(texts)) for (sheet, row_number, at), texts in told.items())


def _place(
    row: DoctorRow, field: ListField | None, columns: Mapping[tuple[str | None, ListField], ListColumn]
) -> tuple[str | None, int, int]:
    """Sheet, row and column from 1 of a value; the name where the table has no column for it."""
    source = row.row.source
    wanted = (*_STANDS_IN.get(field, (field,)), *_STANDS_IN[_F.NAME]) if field is not None else _STANDS_IN[_F.NAME]
    found = (columns.get((source.sheet, each)) for each in wanted)
    at = next((column.column for column in found if column is not None and column.column is not None), 0)
    return source.sheet, _line(source), at + 1


def _line(source: Source) -> int:
    """The row of a worksheet; elsewhere lines stand one below the other, whatever tables they are in."""
    return source.row if source.sheet is not None and source.row else source.block + 1


def _cells(draft: DoctorDraft) -> Mapping[str, Sequence[Sequence[str]]]:
    """The cells that were read, each in its own row and column; a merged cell stands in its first column."""
    sheets: dict[str, dict[int, list[str]]] = {}
    for block in draft.document.blocks:
        number = _line(block.source)
        cells: list[str] = []
        if block.kind is BlockKind.ROW:
            for at, text in enumerate(block.cells):
                width = block.spans[at] if at < len(block.spans) else 1
                cells += [text, *[""] * (width - 1)]
        else:
            cells = [f"{block.label or ''} {block.text}".strip()]
        sheets.setdefault(block.source.sheet or "", {})[number] = cells
    return {
        name: [numbered.get(number, []) for number in range(1, max(numbered) + 1)] for name, numbered in sheets.items()
    }

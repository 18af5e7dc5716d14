"""The very hidden sheet of a tracker: each task as it was sent out, so that what comes back can be compared."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from thidua_desktop.domain.tasks import Task
from thidua_desktop.reports.excel.tracker.content import Tracker, fixed_cells
from thidua_desktop.reports.texts import cell, printable
from thidua_desktop.wording.tracker import BASE_FIELDS, BASE_MARK, BASE_SHEET, BASE_VERSION, Key, row_hash

SHEET = BASE_SHEET


def write(sheet: Worksheet, tracker: Tracker) -> None:
    """Row 1: mark, version, day. Row 2: names. Then a row for each task, ending with the hash of the row."""
    sheet.very_hidden()
    for at, text in enumerate((BASE_MARK, str(BASE_VERSION), tracker.as_of.isoformat())):
        sheet.write_string(0, at, text)
    for at, key in enumerate((Key.ID, *BASE_FIELDS)):
        sheet.write_string(1, at, key.value)
    sheet.write_string(1, len(BASE_FIELDS) + 1, "hash")
    for row, task in enumerate(tracker.tasks, start=2):
        values = _values(tracker, task)
        for at, text in enumerate((*values, row_hash(values))):
            sheet.write_string(row, at, text)


def _values(tracker: Tracker, task: Task) -> list[str]:
    fixed = fixed_cells(tracker, task)
    filled = {
        Key.STATE: task.state.value,
        Key.PROGRESS: str(task.progress),
        Key.COMPLETED_ON: task.completed_on.isoformat() if task.completed_on is not None else "",
        Key.DELAY_REASON: task.delay_reason or "",
        Key.NOTE: task.note or "",
    }
    shown = [filled[key] if key in filled else cell(fixed[key]) for key in BASE_FIELDS]
    return [str(task.id or 0), *map(printable, shown)]

"""The tracker's formulas. Each is written with the value that the domain gives, so that viewers which do not calculate
show it; a spreadsheet that does must come to the same."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from thidua_desktop.domain.tasks import DUE_SOON_DAYS, Standing, Task, TaskState
from thidua_desktop.wording import labels
from thidua_desktop.wording.tracker import INDEX, Key

_STATE = {state: f'"{labels.of(state)}"' for state in TaskState}
_STANDING = {standing: f'"{labels.of(standing)}"' for standing in Standing}


def place(row: int, key: Key, *, fixed: bool = False) -> str:
    """The address of a cell, for instance ``K12``; ``fixed`` with dollar signs."""
    return str(xl_rowcol_to_cell(row, INDEX[key], row_abs=fixed, col_abs=fixed))


def column(key: Key, first: int, last: int) -> str:
    """The address of a column's part from row to row."""
    return f"{place(first, key, fixed=True)}:{place(last, key, fixed=True)}"


def deadline(row: int, task: Task) -> str:
    """The last day in time: the day in the deadline cell, else the end of the task's month, quarter or year."""
    due, end = place(row, Key.DUE), task.deadline
    return f"=IF(ISNUMBER({due}),{due},DATE({end.year},{end.month},{end.day}))"


def standing(row: int, as_of: str) -> str:
    """What a task looks like on the day in ``as_of``; the same rules as ``Task.standing``."""
    state, done_on, last = place(row, Key.STATE), place(row, Key.COMPLETED_ON), place(row, Key.DEADLINE)
    done = f"IF(AND(ISNUMBER({done_on}),{done_on}>{last}),{_STANDING[Standing.DONE_LATE]},{_STANDING[Standing.DONE]})"
    ended = f"OR({state}={_STATE[TaskState.CANCELLED]},{state}={_STATE[TaskState.CARRIED_OVER]})"
    soon = f"AND(ISNUMBER({place(row, Key.DUE)}),{last}-{as_of}<={DUE_SOON_DAYS})"
    open_ = (
        f"IF({last}<{as_of},{_STANDING[Standing.OVERDUE]},"
        f"IF({soon},{_STANDING[Standing.DUE_SOON]},"
        f'IF({state}="",{_STANDING[Standing.NOT_STARTED]},{state})))'
    )
    return f"=IF({state}={_STATE[TaskState.DONE]},{done},IF({ended},{state},{open_}))"


def count(first: int, last: int, period: str, *standings: Standing) -> str:
    """How many tasks of a period (the text in cell ``period``) have one of the standings; all without standings."""
    where = f"{column(Key.PERIOD, first, last)},{period}"
    if not standings:
        return f"=COUNTIF({where})"
    counts = (f"COUNTIFS({where},{column(Key.STANDING, first, last)},{_STANDING[one]})" for one in standings)
    return f"={'+'.join(counts)}"


def share(done: str, total: str, ended: str) -> str:
    """Done tasks of those that are still work of their time; a dash where there are none."""
    return f'=IF({total}-{ended}=0,"–",{done}/({total}-{ended}))'

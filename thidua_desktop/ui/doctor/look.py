"""A draft together with all that is shown of it, worked out away from the window: lists can have 10 000 rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from thidua_desktop.domain.judgements import Tally
from thidua_desktop.domain.list_doctor import Counts, DoctorDraft, DoctorRow, RowKey
from thidua_desktop.ui.common.table_rows import TableRows
from thidua_desktop.ui.doctor.problem_table import Place, ProblemLine, pressing, problem_lines
from thidua_desktop.ui.doctor.repairs_table import RepairLine, repair_lines
from thidua_desktop.ui.doctor.row_columns import laid_out
from thidua_desktop.ui.doctor.sheet_lines import LinesSeen, SheetShown, lines_seen, sheets_shown


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to see of a draft."""

    draft: DoctorDraft
    counts: Counts
    rows: TableRows[DoctorRow]
    """As their table shows them: those that are left out stand last."""
    by_key: Mapping[RowKey, DoctorRow]
    found: Tally
    """How many of the rows meet what their award asks for, as far as they are judged."""
    places: tuple[Place, ...]
    """Cells that have to be looked at, in the order of the file."""
    faults: tuple[Place, ...]
    """Those of them that forbid to store the draft."""
    problems: tuple[ProblemLine, ...]
    pressing: int
    """How many of the problems the clerk has to look at."""
    repairs: tuple[RepairLine, ...]
    lines: LinesSeen
    sheets: tuple[SheetShown, ...]
    """The worksheets of the file."""

    @property
    def storable(self) -> bool:
        """Whether there is something to store and nothing forbids it."""
        return self.draft.refused is None and self.counts.taken > 0 and self.counts.faulty == 0


def judged(look: Look, draft: DoctorDraft) -> Look:
    """The same list with what the law says of its rows."""
    by_key = {row.key: row for row in draft.rows}
    return replace(look, draft=draft, rows=laid_out(draft.rows), by_key=by_key, found=draft.tally())


def look_at(draft: DoctorDraft, former: Look | None = None) -> Look:
    """See a draft; ``former`` is how it was seen before, for repairs that have been taken back."""
    problems = problem_lines(draft)
    same_file = former is not None and former.draft.document is draft.document
    return Look(
        draft=draft,
        counts=draft.counts(),
        rows=laid_out(draft.rows),
        by_key={row.key: row for row in draft.rows},
        found=draft.tally(),
        places=pressing(draft),
        faults=pressing(draft, faults_only=True),
        problems=problems,
        pressing=sum(line.pressing for line in problems),
        repairs=repair_lines(draft, former.repairs if former is not None else ()),
        lines=lines_seen(draft),
        sheets=former.sheets if same_file and former is not None else sheets_shown(draft.document),
    )

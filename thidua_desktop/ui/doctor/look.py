"""A draft together with all that is shown of it, worked out away from the window: lists can have 10 000 rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from thidua_desktop.domain.list_doctor import Counts, DoctorDraft, DoctorRow
from thidua_desktop.ui.doctor.problem_table import Place, ProblemLine, pressing, problem_lines
from thidua_desktop.ui.doctor.repairs_table import RepairLine, repair_lines
from thidua_desktop.ui.doctor.sheet_lines import LinesSeen, lines_seen


@dataclass(frozen=True, slots=True)
class Look:
    """What there is to see of a draft."""

    draft: DoctorDraft
    counts: Counts
    rows: tuple[DoctorRow, ...]
    """Those that are left out stand last."""
    places: tuple[Place, ...]
    """Cells that have to be looked at, in the order of the file."""
    faults: tuple[Place, ...]
    """Those of them that forbid to store the draft."""
    problems: tuple[ProblemLine, ...]
    repairs: tuple[RepairLine, ...]
    lines: LinesSeen

    @property
    def storable(self) -> bool:
        """Whether there is something to store and nothing forbids it."""
        return self.draft.refused is None and self.counts.taken > 0 and self.counts.faulty == 0


def judged(look: Look, draft: DoctorDraft) -> Look:
    """The same list with what the law says of its rows."""
    return replace(look, draft=draft, rows=_shown(draft))


def look_at(draft: DoctorDraft, former: Look | None = None) -> Look:
    """See a draft; ``former`` is how it was seen before, for repairs that have been taken back."""
    return Look(
        draft=draft,
        counts=draft.counts(),
        rows=_shown(draft),
        places=pressing(draft),
        faults=pressing(draft, faults_only=True),
        problems=problem_lines(draft),
        repairs=repair_lines(draft, former.repairs if former is not None else ()),
        lines=lines_seen(draft),
    )


def _shown(draft: DoctorDraft) -> tuple[DoctorRow, ...]:
    return tuple(sorted(draft.rows, key=lambda row: not row.taken))

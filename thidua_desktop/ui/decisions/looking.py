"""What is looked up beside the window about the decision in front."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from thidua_desktop.domain.decision_changes import Correction
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.domain.papers import PaperRow
from thidua_desktop.services.amendments import Amending
from thidua_desktop.services.container import Services
from thidua_desktop.services.name_checks import CheckedNames
from thidua_desktop.ui.common.table_rows import TableRows
from thidua_desktop.ui.decisions.line_columns import Line


@dataclass(frozen=True, slots=True)
class Looked:
    """What is known of a decision besides its list."""

    decision_id: DecisionId
    rows: TableRows[Line]
    """The list as it was signed and as it is read now, laid out for the table."""
    changes: tuple[Correction, ...]
    findings: tuple[Finding, ...]
    names: CheckedNames | None
    papers: tuple[PaperRow, ...]
    meeting: str
    amending: Amending | None = None
    """What it changes about another decision, where it is about one."""


Lay = Callable[[Iterable[Line]], TableRows[Line]]
"""Lays rows out for a table; any thread may do it."""


def look(services: Services, lay: Lay, decision: Decision) -> Looked:
    """Look up what stands beside a decision that is kept.

    Raises:
        RecordMissing: it has gone meanwhile.
    """
    decision_id = decision.id or DecisionId(0)
    names = services.name_checks.of(decision_id) if decision.lines else None
    differing = {one.line.id for one in names.open} if names is not None else set()
    read = services.corrections.as_read(decision_id)
    return Looked(
        decision_id=decision_id,
        rows=lay(Line(one.signed, one.now, one.signed.id in differing) for one in read),
        changes=services.corrections.of(decision_id),
        findings=() if decision.locked else services.decisions.findings(decision_id),
        names=names,
        amending=services.amendments.of(decision_id) if decision.corrects is not None else None,
        papers=services.decision_papers.catalogue(decision_id),
        meeting=services.meetings.get(decision.meeting_id).name if decision.meeting_id is not None else "",
    )

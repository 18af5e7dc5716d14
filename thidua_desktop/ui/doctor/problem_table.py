"""Everything that has to be looked at, one line for each remark, with the way to the cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.list_doctor import DoctorDraft, DoctorRow, RowKey
from thidua_desktop.domain.lists import ListField
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.doctor.repairs_table import place
from thidua_desktop.wording import labels, messages

Place = tuple[RowKey, ListField | None]
"""A cell, or a row as a whole."""
_ORDER = (Severity.BLOCKING, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One remark, on a row or on the file as a whole (without a key)."""

    at: int
    finding: Finding
    source: Source | None = None
    key: RowKey | None = None
    field: ListField | None = None
    name: str = ""

    @property
    def pressing(self) -> bool:
        """Whether the clerk has to look."""
        return self.finding.severity is not Severity.INFO


def problem_lines(draft: DoctorDraft) -> tuple[ProblemLine, ...]:
    """All remarks: on the file, then on its rows as they stand."""
    lines = [ProblemLine(0, finding, finding.source) for finding in draft.findings]
    if draft.refused is not None:
        lines.insert(0, ProblemLine(0, draft.refused))
    for row in draft.rows:
        lines += _of_row(row)
    return tuple(ProblemLine(at, *_but_place(line)) for at, line in enumerate(lines))


def pressing(draft: DoctorDraft, *, faults_only: bool = False) -> tuple[Place, ...]:
    """The cells that have to be looked at, in the order of the file, each once; ``faults_only``: only the red ones."""
    wanted = frozenset({Severity.BLOCKING}) if faults_only else frozenset({Severity.BLOCKING, Severity.WARNING})
    found = [
        (row.key, problem.field)
        for row in draft.rows
        if row.taken
        for problem in row.problems
        if problem.finding.severity in wanted
    ]
    return tuple(dict.fromkeys(found))


def problem_columns() -> tuple[Column[ProblemLine], ...]:
    """The columns over ``ProblemLine``."""
    return (
        Column[ProblemLine](
            "severity",
            "Mức",
            lambda line: labels.of(line.finding.severity),
            150,
            chip=lambda line: line.finding.severity,
            sort_key=lambda line: _ORDER.index(line.finding.severity),
            by_choice=True,
        ),
        Column[ProblemLine](
            "place",
            "Ở đâu",
            lambda line: place(line.source) if line.source is not None else "Cả tệp",
            150,
            sort_key=lambda line: line.source.block if line.source is not None else -1,
        ),
        Column[ProblemLine]("name", "Người, tập thể", lambda line: line.name, 170),
        Column[ProblemLine](
            "field", "Cột", lambda line: labels.of(line.field) if line.field is not None else "", 160, by_choice=True
        ),
        Column[ProblemLine](
            "told",
            "Nhận xét",
            lambda line: messages.finding(line.finding),
            300,
            stretch=True,
            wrap=True,
            tooltip=lambda line: messages.finding(line.finding),
        ),
    )


def _of_row(row: DoctorRow) -> Sequence[ProblemLine]:
    if not row.taken:
        return ()
    name = row.values.get(ListField.NAME, "")
    return [ProblemLine(0, found.finding, row.row.source, row.key, found.field, name) for found in row.problems]


def _but_place(
    line: ProblemLine,
) -> tuple[Finding, Source | None, RowKey | None, ListField | None, str]:
    return line.finding, line.source, line.key, line.field, line.name

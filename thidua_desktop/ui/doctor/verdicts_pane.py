"""What the law says of the rows of a list before they are stored: a line for each row, its findings at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter

from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.judgements import Judgement
from thidua_desktop.domain.list_doctor import DoctorRow
from thidua_desktop.domain.lists import ListField
from thidua_desktop.ui.common.columns import CENTER, Column
from thidua_desktop.ui.common.finding_lines import finding_lines
from thidua_desktop.ui.common.finding_list import FindingList
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.doctor.row_columns import VERDICTS
from thidua_desktop.wording import eligibility, labels, messages
from thidua_desktop.wording.rules import Names

NamesOf = Callable[[Judgement], Names]


class VerdictsPane(QSplitter):
    """Rows that do not meet what their award asks for stand first; Ctrl+Enter goes to the row."""

    jump_wanted = Signal(object)
    """The ``RowKey`` of the row to go to."""

    def __init__(self, names: NamesOf, preferences: Preferences) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._names = names
        self.model = TableModel[DoctorRow](_columns(self._gravest), lambda row: row.key, parent=self)
        self.grid = Grid(self.model, name="doctor.verdicts", preferences=preferences)
        self.grid.setAccessibleName("Kết quả xét điều kiện của các dòng")
        self.grid.setProperty("role", "plain")
        self.list = FindingList()
        self.addWidget(self.grid)
        self.addWidget(self.list)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.setSizes([780, 520])
        self.setChildrenCollapsible(False)
        self.setFocusProxy(self.grid)
        self.grid.current_changed.connect(self._tell)
        self.grid.opened.connect(lambda row: self.jump_wanted.emit(row.key))

    def show_rows(self, rows: Sequence[DoctorRow]) -> None:
        """Show the rows that are judged."""
        found = [row for row in rows if row.judgement is not None]
        self.grid.set_rows(sorted(found, key=_gravity))
        if self.grid.current() is None and found:
            self.grid.go_to(self.model.rows()[0].key)
        self._tell(self.grid.current())

    def _tell(self, row: DoctorRow | None) -> None:
        judgement = row.judgement if row is not None else None
        if judgement is None:
            self.list.show_lines(())
            return
        notes = [messages.finding(note) for note in judgement.notes]
        self.list.show_lines(finding_lines(judgement.assessment, self._names(judgement), notes, kept=False))

    def _gravest(self, row: DoctorRow) -> str:
        """The first thing to be said of a row: what stands in the way, or what is missing."""
        judgement = row.judgement
        if judgement is None or judgement.final is Verdict.MET:
            return ""
        notes = [messages.finding(note) for note in judgement.notes]
        own = [one for one in judgement.assessment.findings if one.verdict is judgement.final]
        return (notes + [eligibility.sentence(one, self._names(judgement)) for one in own] + [""])[0]


def _gravity(row: DoctorRow) -> int:
    return VERDICTS.index(row.judgement.final) if row.judgement is not None else len(VERDICTS)


def _columns(gravest: Callable[[DoctorRow], str]) -> tuple[Column[DoctorRow], ...]:
    return (
        Column[DoctorRow](
            "row",
            "Dòng",
            lambda row: str(row.row.source.row or row.row.source.line or row.key.block + 1),
            48,
            align=CENTER,
            sort_key=lambda row: (row.key.block, row.key.nth),
            frozen=True,
        ),
        Column[DoctorRow]("name", "Người, tập thể", lambda row: row.values.get(ListField.NAME, ""), 165, frozen=True),
        Column[DoctorRow](
            "award", "Danh hiệu, hình thức", lambda row: row.values.get(ListField.AWARD, ""), 165, wrap=True
        ),
        Column[DoctorRow](
            "verdict",
            "Xét",
            lambda row: labels.of(row.judgement.final) if row.judgement is not None else "",
            112,
            chip=lambda row: row.judgement.final if row.judgement is not None else None,
            sort_key=_gravity,
            by_choice=True,
        ),
        Column[DoctorRow](
            "earliest",
            "Sớm nhất",
            lambda row: str(row.judgement.assessment.earliest or "") if row.judgement is not None else "",
            80,
            align=CENTER,
        ),
        Column[DoctorRow]("told", "Vướng ở đâu", gravest, 170, stretch=True, tooltip=gravest),
    )

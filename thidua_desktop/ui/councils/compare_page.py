"""Two counts of the same papers side by side: what differs is marked where it stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.councils.ballots import Passing
from thidua_desktop.services.ballots import BallotState
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import button, label, row
from thidua_desktop.ui.councils.count_rows import COMPARED, CompareRow, compared
from thidua_desktop.ui.councils.facts import Facts
from thidua_desktop.wording import labels, messages


class ComparePage(QWidget):
    """Shows both counts; what is wrong is corrected in the count that has it wrong."""

    correct_wanted = Signal(int, int)
    """A count (1 or 2) is to be corrected at a line."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TableModel[CompareRow](COMPARED, lambda line: line.nomination_id, parent=self)
        self.grid: Grid[CompareRow] = Grid(self.model, name="council-compare", preferences=preferences)
        self.grid.setAccessibleName("So sánh hai lần đếm")
        self.told = label("", "strong", wrap=True)
        self._faults = label("", "error", wrap=True)
        self.first = button("Sửa lần đếm 1", "edit", tip="Về dòng này ở lần đếm 1 (Ctrl+Alt+1)")
        self.second = button("Sửa lần đếm 2", "edit", tip="Về dòng này ở lần đếm 2 (Ctrl+Alt+2)")
        self.first.clicked.connect(lambda: self._correct(1))
        self.second.clicked.connect(lambda: self._correct(2))
        self.grid.opened.connect(lambda _line: self._correct(1))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        for part in (self.told, self._faults):
            part.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
            frame.addWidget(part)
        frame.addWidget(self.grid, stretch=1)
        foot = row(0, self.first, self.second)
        foot.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_S)
        frame.addLayout(foot)

    def show_ballot(self, facts: Facts, state: BallotState) -> None:
        """Compare the counts of a ballot; only where both are there."""
        both = state.first is not None and state.second is not None
        faults = [(nomination_id, messages.finding(found)) for nomination_id, found in state.line_findings]
        self.grid.set_rows(compared(facts, state, faults) if both else ())
        self.told.setText(said(state))
        wrong = [messages.finding(found) for found in state.findings] if both else []
        if state.differing_papers:
            parts = ", ".join(labels.of(part) for part in state.differing_papers)
            wrong.insert(0, f"Hai lần đếm khác nhau ở số phiếu: {parts}.")
        self._faults.setText("\n".join(wrong))
        self._faults.setVisible(bool(wrong))
        for made in (self.first, self.second):
            made.setEnabled(both)
        if state.disagreements:
            self.grid.go_to(state.disagreements[0].nomination_id)

    def _correct(self, entry: int) -> None:
        current = self.grid.current()
        self.correct_wanted.emit(entry, current.nomination_id if current is not None else 0)


def said(state: BallotState) -> str:
    """What the comparison comes to, in a sentence."""
    if state.first is None or state.second is None:
        missing = "cả hai lần đếm" if state.first is None and state.second is None else "một lần đếm"
        return f"Còn thiếu {missing}; nhập đủ hai lần thì chương trình so từng số."
    if state.counted:
        passed = sum(one.passing is Passing.PASSED for one in state.results)
        failed = sum(one.passing is Passing.FAILED for one in state.results)
        free = len(state.results) - passed - failed
        rest = f", {free} dòng không có tỷ lệ quy định" if free else ""
        return f"Hai lần đếm khớp nhau: {passed} đạt, {failed} không đạt{rest}."
    if state.disagreements:
        return f"Hai lần đếm lệch nhau ở {len(state.disagreements)} dòng; đếm lại các dòng được đánh dấu."
    return "Hai lần đếm giống nhau nhưng có số không thể đúng; đếm lại phiếu."

"""What was made of a list, tab by tab: its rows, what has to be looked at, what was put right, what the law says."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget

from thidua_desktop.domain.judgements import Tally
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.doctor.look import Look
from thidua_desktop.ui.doctor.problem_table import ProblemLine, problem_columns
from thidua_desktop.ui.doctor.repairs_table import RepairsTable
from thidua_desktop.ui.doctor.verdicts_pane import NamesOf, VerdictsPane
from thidua_desktop.wording import formats

ROWS, PROBLEMS, REPAIRS, VERDICTS = range(4)


class ResultTabs(QTabWidget):
    """A table is filled when it comes to the front: lists can have 10 000 rows."""

    def __init__(self, names: NamesOf, preferences: Preferences) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName("Kết quả đọc danh sách")
        self.tabBar().setProperty("role", "small")
        self.tabBar().setAccessibleName("Kết quả đọc danh sách")
        self.problems = TableModel[ProblemLine](problem_columns(), lambda line: line.at, parent=self)
        self.problem_grid = Grid(self.problems, name="doctor.problems", preferences=preferences)
        self.problem_grid.setAccessibleName("Những chỗ cần xem")
        self.problem_grid.setProperty("role", "plain")
        self.repairs = RepairsTable(preferences)
        self.verdicts = VerdictsPane(names, preferences)
        self._look: Look | None = None
        self.currentChanged.connect(lambda _at: self._fill())

    def lay_out(self, rows: QWidget) -> None:
        """Place the tabs; ``rows`` is what stands in the first."""
        for made in (rows, self.problem_grid, self.repairs, self.verdicts):
            self.addTab(made, "")

    def show_look(self, look: Look) -> None:
        """Show a list, with the counts on the tabs."""
        self._look = look
        draft = look.draft
        self.setTabText(ROWS, f"Đọc được ({formats.whole(len(draft.rows))} dòng)")
        self.setTabText(PROBLEMS, f"Cần xem ({formats.whole(sum(each.pressing for each in look.problems))})")
        self.setTabText(REPAIRS, f"Đã sửa ({formats.whole(len(look.repairs))} chỗ)")
        self.show_verdicts(look)

    def show_verdicts(self, look: Look) -> None:
        """Show how many rows are not eligible, once they are judged."""
        self._look = look
        found = look.draft.tally()
        self.setTabVisible(VERDICTS, sum(found) > 0)
        self.setTabText(VERDICTS, f"Xét điều kiện ({_counted(found)})")
        self._fill()

    def _fill(self) -> None:
        if self._look is None:
            return
        match self.currentIndex():
            case 1:
                self.problem_grid.set_rows(self._look.problems)
            case 2:
                self.repairs.show_lines(self._look.repairs)
            case 3:
                self.verdicts.show_rows(self._look.rows)


def _counted(found: Tally) -> str:
    """What has to be looked at comes first; that all is well is said too."""
    parts = [f"{formats.whole(found.not_met)} không đủ"] if found.not_met else []
    parts += [f"{formats.whole(found.open)} chưa rõ"] if found.open else []
    return ", ".join(parts) or f"{formats.whole(found.met)} đủ"

"""What was made of a list, tab by tab: its rows, what has to be looked at, what was put right, what the law says."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from thidua_desktop.domain.judgements import Tally
from thidua_desktop.domain.lists import ListField
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.doctor.look import Look
from thidua_desktop.ui.doctor.problem_table import ProblemLine, problem_columns
from thidua_desktop.ui.doctor.repairs_table import RepairsTable
from thidua_desktop.ui.doctor.verdicts_pane import NamesOf, VerdictsPane
from thidua_desktop.wording import formats

W = TypeVar("W", bound=QWidget)

ROWS, PROBLEMS, REPAIRS, VERDICTS = range(4)


class ResultTabs(QTabWidget):
    """A table is made and filled when it first comes to the front: lists can have 10 000 rows."""

    problem_opened = Signal(object)
    """A ``ProblemLine`` is to be seen in the list."""
    repairs_wanted = Signal(list, bool)
    """As ``RepairsTable.wanted``."""
    jump_wanted = Signal(object, object)
    """The ``RowKey`` and the ``ListField`` (or None) of a cell to go to."""

    def __init__(self, names: NamesOf, preferences: Preferences) -> None:
        super().__init__()
        self._names, self._preferences = names, preferences
        self.setDocumentMode(True)
        self.setAccessibleName("Kết quả đọc danh sách")
        self.tabBar().setProperty("role", "small")
        self.tabBar().setAccessibleName("Kết quả đọc danh sách")
        self._look: Look | None = None
        self.currentChanged.connect(lambda _at: self._fill())

    @cached_property
    def problem_grid(self) -> Grid[ProblemLine]:
        """Everything that has to be looked at."""
        model = TableModel[ProblemLine](problem_columns(), lambda line: line.at, parent=self)
        made = Grid(model, name="doctor.problems", preferences=self._preferences)
        made.setAccessibleName("Những chỗ cần xem")
        made.setProperty("role", "plain")
        made.opened.connect(self.problem_opened)
        return self._placed(PROBLEMS, made)

    @cached_property
    def repairs(self) -> RepairsTable:
        """What was put right."""
        made = RepairsTable(self._preferences)
        made.wanted.connect(self.repairs_wanted)
        made.jump_wanted.connect(lambda key: self.jump_wanted.emit(key, None))
        return self._placed(REPAIRS, made)

    @cached_property
    def verdicts(self) -> VerdictsPane:
        """What the law says of the rows."""
        made = VerdictsPane(self._names, self._preferences)
        made.jump_wanted.connect(lambda key: self.jump_wanted.emit(key, ListField.AWARD))
        return self._placed(VERDICTS, made)

    def lay_out(self, rows: QWidget) -> None:
        """Place the tabs; ``rows`` is what stands in the first."""
        self.addTab(rows, "")
        for _ in (PROBLEMS, REPAIRS, VERDICTS):
            self.addTab(QStackedWidget(), "")

    def _placed(self, at: int, made: W) -> W:
        holder = self.widget(at)
        assert isinstance(holder, QStackedWidget)
        holder.addWidget(made)
        holder.setFocusProxy(made)
        return made

    def show_look(self, look: Look) -> None:
        """Show a list, with the counts on the tabs."""
        self._look = look
        draft = look.draft
        self.setTabText(ROWS, f"Đọc được ({formats.whole(len(draft.rows))} dòng)")
        self.setTabText(PROBLEMS, f"Cần xem ({formats.whole(look.pressing)})")
        self.setTabText(REPAIRS, f"Đã sửa ({formats.whole(len(look.repairs))} chỗ)")
        self.show_verdicts(look)

    def show_verdicts(self, look: Look) -> None:
        """Show how many rows are not eligible, once they are judged."""
        self._look = look
        found = look.found
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
                self.verdicts.show_rows(self._look.rows.rows)


def _counted(found: Tally) -> str:
    """What has to be looked at comes first; that all is well is said too."""
    parts = [f"{formats.whole(found.not_met)} không đủ"] if found.not_met else []
    parts += [f"{formats.whole(found.open)} chưa rõ"] if found.open else []
    return ", ".join(parts) or f"{formats.whole(found.met)} đủ"

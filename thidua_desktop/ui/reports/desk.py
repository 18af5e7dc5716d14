"""What every part of the tab of reports is given: the desk of a tab, and the way from a figure to its list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.figures import Change, Figure, Share, ShareChange
from thidua_desktop.domain.statistics.questions import Question
from thidua_desktop.domain.statistics.tables import Cell
from thidua_desktop.ui.desk import Desk
from thidua_desktop.ui.reports.behind import Behind
from thidua_desktop.ui.reports.behind_window import BehindWindow
from thidua_desktop.ui.reports.windows import DataWindows


def figures_of(cell: Cell) -> tuple[Figure, ...]:
    """The figures that a cell is made of, the one that it speaks of first."""
    match cell:
        case Figure():
            return (cell,)
        case Share():
            return (cell.part, cell.whole)
        case Change():
            return (cell.now, cell.before)
        case ShareChange():
            return (*figures_of(cell.now), *figures_of(cell.before))
        case None:
            return ()


class ReportDesk(Desk):
    """Opens lists besides what every desk does."""

    behind: BehindWindow | None = None
    """The list opened last."""
    windows: DataWindows | None = None
    """The windows of what is counted and of what was sent."""

    choose_period: Callable[[], None] | None = None
    """Brings the field of the period to the keyboard; the page has it."""

    def ask_period(self) -> None:
        """Let another period be chosen."""
        if self.choose_period is not None:
            self.choose_period()

    def open_list(self, figure: Figure | Behind, names: Names) -> None:
        """Show the records that a figure counts."""
        self.behind = BehindWindow(
            *(self.services, self.runner, self.navigation, figure, names),
            preferences=self.preferences,
            parent=self.parent_widget(),
        )
        self.behind.open()

    def open_question(self, question: Question) -> None:
        """Show the records that answer a question."""
        work = partial(self._answered, question)
        self.runner.run(work, lambda found: self.open_list(*found), label="Đang đọc danh sách…")

    def _answered(self, question: Question) -> tuple[Figure, Names]:
        held = self.services.statistics
        (figure,) = held.answer((question,))
        return figure, held.facts(question.period, {question.subject}).names

"""The file above and the rows below: where the cursor of one is, the other one shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.domain.list_doctor import DoctorRow, RowKey
from thidua_desktop.domain.lists import ListField
from thidua_desktop.ui.doctor import telling
from thidua_desktop.ui.doctor.problem_table import ProblemLine
from thidua_desktop.ui.doctor.result_tabs import ROWS

if TYPE_CHECKING:
    from thidua_desktop.ui.doctor.window import DoctorWindow


class Following(QObject):
    """Brings places of a list into view in the window of the doctor."""

    def __init__(self, window: DoctorWindow) -> None:
        super().__init__(window)
        self._window = window
        self._under_way = False

    def jump(self, key: RowKey, field: ListField | None) -> None:
        """Go to a cell of the rows."""
        self._window.tabs.setCurrentIndex(ROWS)
        self._window.rows.go_to(key, field)

    def open_problem(self, found: ProblemLine) -> None:
        """Go to what has to be looked at: a cell, or a place of the file that has become none."""
        if found.key is not None:
            self.jump(found.key, found.field)
        elif found.source is not None:
            self._window.source.mark(found.source)

    def show_row(self, chosen: DoctorRow | None) -> None:
        """The cursor has come to a row: mark its line in the file, and offer what can be said of it."""
        window = self._window
        for deed, there in telling.possible(chosen).items():
            actions = {"unit": window.unit_action, "person": window.person_action, "award": window.award_action}
            actions[deed].setEnabled(there)
        if chosen is None or self._under_way:
            return
        self._under_way = True
        window.source.mark(chosen.row.source)
        self._under_way = False

    def show_line(self, block: int) -> None:
        """The cursor has come to a line of the file: show the row that it became."""
        found = next((each.key for each in self._window.draft().rows if each.key.block == block), None)
        if found is not None and not self._under_way:
            self._under_way = True
            self._window.rows.go_to(found, None, focus=False)
            self._under_way = False

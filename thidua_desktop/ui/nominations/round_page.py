"""What the parts of the tab "Đề nghị khen thưởng" share: the round in front, its lines, and places for others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.nominations.columns import columns
from thidua_desktop.ui.nominations.header import Header
from thidua_desktop.ui.nominations.lines import Line
from thidua_desktop.ui.nominations.overview import Overview
from thidua_desktop.ui.nominations.panes import Panes
from thidua_desktop.ui.nominations.round_list import RoundList


class RoundPage(QWidget):
    """The rounds of a year beside the lines of the chosen one, and what can be asked of them."""

    receive_wanted = Signal()
    """A list that a unit has sent is to be read into the round in front."""
    round_changed = Signal(object)
    """Another ``Round`` is in front, or None; also after it was changed."""
    line_changed = Signal(object)
    """The cursor is on another ``Nomination``, or on none."""
    lines_changed = Signal(object)
    """Other lines are selected: a tuple of ``Nomination``."""
    filters_cleared = Signal()
    """All lines of the round are wanted again."""

    def __init__(self, services: Services, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self.preferences = services, preferences
        self._year = services.today().year
        self._all: tuple[Nomination, ...] = ()
        self.seen = Overview()
        """The lines of the round as a whole."""
        self._chosen: tuple[Line, ...] = ()
        self._chosen_lines: tuple[Nomination, ...] = ()
        self.awards: dict[str, Award] = {award.id: award for award in services.awards.catalogue()}
        """The catalogue by identifier."""
        self.added: list[QAction] = []
        self.panels: list[tuple[QAction, QWidget]] = []
        """The tabs beside the list, each with what brings it."""
        """Actions of others, which stand in the menus of the page."""
        self.rounds = RoundList()
        self.header = Header()
        self.model: TableModel[Line] = TableModel(
            columns(services.units.names, self.choosable),
            lambda line: line.nomination.id,
            grouping=Grouping(lambda line: line.group, lambda found: f"{len(found)} đề nghị"),
            parent=self,
        )
        self.grid: Grid[Line] = Grid(self.model, name="nominations", preferences=preferences)
        self.grid.setAccessibleName("Danh sách đề nghị khen thưởng")
        self.pages = QStackedWidget(self)
        self.panes = Panes(preferences, self.pages)

    # what the parts of the page ask

    def year(self) -> int:
        """The year shown."""
        return self._year

    def chosen_round(self) -> Round | None:
        """The round in front."""
        row = self.rounds.row()
        return None if row is None else row.round

    def current_line(self) -> Nomination | None:
        """The nomination at the cursor."""
        line = self.grid.current()
        return None if line is None else line.nomination

    def selected_lines(self) -> tuple[Nomination, ...]:
        """The selected nominations from top to bottom."""
        chosen = self.grid.selected()
        if chosen is not self._chosen:
            self._chosen, self._chosen_lines = chosen, tuple(line.nomination for line in chosen)
        return self._chosen_lines

    def all_lines(self) -> tuple[Nomination, ...]:
        """All nominations of the round, in the order of entry."""
        return self._all

    def award_day(self) -> date:
        """The day whose law says which awards there are: the round's closing day, else today."""
        chosen = self.chosen_round()
        return (chosen.closes if chosen is not None else None) or self._services.today()

    def choosable(self) -> tuple[Award, ...]:
        """The awards of the round's day for any recipient, lowest first."""
        day = self.award_day()
        return tuple(award for award in self.awards.values() if award.exists_on(day))

    def shown_lines(self) -> list[Line]:
        """The lines that the filter lets through, as they are sorted."""
        rows = (self.grid.proxy.row(at) for at in range(self.grid.proxy.rowCount()))
        return [row for row in rows if row is not None]

    # places for others

    def place_side(self, widget: QWidget, title: str = "") -> None:
        """Put something about the round below the rounds."""
        self.panes.place_side(widget, title)

    def add_panel(self, title: str, widget: QWidget, *, shortcut: str = "") -> QAction:
        """Put a tab about the line at the cursor to the right of the list; gives the action that brings it."""
        self.panes.add_panel(title, widget)
        self.panels.append((brings := action(self, title, "", shortcut, partial(self.panes.bring, widget)), widget))
        return brings

    def add_to_menu(self, deeds: Sequence[QAction]) -> None:
        """Put actions into the menu of the tab and of the lines."""
        self.added.extend(deeds)
        self.addActions(list(deeds))

"""The columns of a grid as its user has them: which are shown, how wide, in which order; remembered per screen."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QTableView

from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel

_LEAST = 40


class ColumnLayout(QObject):
    """Keeps the header of one view under its screen's ``name``."""

    changed = Signal()
    """Columns came, went, moved or have another width."""

    def __init__(self, view: QTableView, model: TableModel[Any], *, name: str, preferences: Preferences) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._name, self._preferences = f"columns/{name}", preferences

    def set_up(self) -> None:
        """Bring the header to what was remembered, or to the columns as the program comes."""
        header = self._view.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_LEAST)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._view.setSortingEnabled(True)
        state = self._preferences.state(self._name)
        if state is None or not header.restoreState(state):
            self.reset()
        header.sectionResized.connect(self._on_section_resized)
        for signal in (header.sectionMoved, header.sortIndicatorChanged):
            signal.connect(self._remember)

    def reset(self) -> None:
        """Columns as the program comes: order, widths, which are shown."""
        header = self._view.horizontalHeader()
        for number, column in enumerate(self._model.columns):
            header.moveSection(header.visualIndex(number), number)
            self._view.setColumnHidden(number, column.hidden)
            header.resizeSection(number, column.width)
        self.stretch()

    def stretch(self) -> None:
        """Give the wide columns what is left over."""
        header, columns = self._view.horizontalHeader(), self._model.columns
        wide = [at for at, column in enumerate(columns) if column.stretch and not self._view.isColumnHidden(at)]
        if not wide:
            return
        others = sum(header.sectionSize(at) for at in range(header.count()) if at not in wide)
        room = (self._view.viewport().width() - others) // len(wide)
        header.blockSignals(True)
        for at in wide:
            header.resizeSection(at, max(room, columns[at].width))
        header.blockSignals(False)
        self._view.updateGeometries()

    def first(self) -> int:
        """The leftmost column that is shown."""
        header = self._view.horizontalHeader()
        order = (header.logicalIndex(at) for at in range(header.count()))
        return next((number for number in order if not self._view.isColumnHidden(number)), 0)

    def menu(self) -> QMenu:
        """The menu that shows and hides columns."""
        menu = QMenu("Cột hiển thị", self._view)
        for number, column in enumerate(self._model.columns):
            shown = menu.addAction(column.title)
            shown.setCheckable(True)
            shown.setChecked(not self._view.isColumnHidden(number))
            shown.toggled.connect(partial(self._show, number))
        menu.addSeparator()
        menu.addAction("Trở về các cột ban đầu").triggered.connect(self.reset)
        return menu

    def _show(self, number: int, shown: bool) -> None:
        self._view.setColumnHidden(number, not shown)
        self.stretch()
        self._remember()
        self.changed.emit()

    def _open_menu(self, at: QPoint) -> None:
        self.menu().popup(self._view.horizontalHeader().mapToGlobal(at))

    def _on_section_resized(self, section: int, _old: int, _new: int) -> None:
        if not self._model.columns[section].stretch:
            self.stretch()
        self._remember()
        self.changed.emit()

    def _remember(self, *_: Any) -> None:
        self._preferences.set_state(self._name, self._view.horizontalHeader().saveState())

"""The columns of a grid as its user has them: shown or not, how wide, in which order, frozen; remembered per screen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QTableView

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.ui.common.filter_row import HasColumns
from thidua_desktop.ui.common.frozen import FrozenColumns
from thidua_desktop.ui.common.preferences import Preferences

_LEAST = 40


class ColumnLayout(QObject):
    """Keeps the header of one view under its screen's ``name``."""

    changed = Signal()
    """Columns came, went, moved or have another width."""

    def __init__(
        self,
        view: QTableView,
        model: HasColumns,
        frozen: FrozenColumns,
        *,
        name: str,
        preferences: Preferences,
    ) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._name, self._frozen_name, self._preferences = f"columns/{name}", f"frozen/{name}", preferences
        self._frozen = frozen

    def set_up(self) -> None:
        """Bring the header to what was remembered, or to the columns as the program comes."""
        header = self._view.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_LEAST)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._view.setSortingEnabled(True)
        frozen = self._preferences.number(self._frozen_name, self._frozen_first())
        state = self._preferences.state(self._name)
        if state is None or not header.restoreState(state):
            self.reset()
        self._frozen.count = frozen
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
        self._set_frozen(self._frozen_first())
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

    def last(self) -> int:
        """The rightmost column that is shown."""
        shown = self._shown()
        return shown[-1] if shown else 0

    def title(self, number: int) -> str:
        """What a column is called, in one line."""
        return squeeze(self._model.columns[number].title)

    def menu(self) -> QMenu:
        """The menu that shows and hides columns."""
        menu = QMenu("Cột hiển thị", self._view)
        for number, column in enumerate(self._model.columns):
            shown = menu.addAction(squeeze(column.title))
            shown.setCheckable(True)
            shown.setChecked(not self._view.isColumnHidden(number))
            shown.toggled.connect(partial(self.show, number))
        menu.addSeparator()
        menu.addAction("Trở về các cột ban đầu").triggered.connect(self.reset)
        return menu

    def show(self, number: int, shown: bool) -> None:
        """Show a column or hide it; the last one stays."""
        if not shown and len(self._shown()) == 1:
            return
        self._view.setColumnHidden(number, not shown)
        self._after_change()

    def arranged(self) -> tuple[tuple[int, str, bool], ...]:
        """The columns from left to right: number, title, whether shown."""
        header = self._view.horizontalHeader()
        order = [header.logicalIndex(at) for at in range(header.count())]
        return tuple((number, self.title(number), not self._view.isColumnHidden(number)) for number in order)

    def arrange(self, order: Sequence[int], shown: Collection[int]) -> None:
        """Put the columns into an order and show those wanted."""
        header = self._view.horizontalHeader()
        for at, number in enumerate(order):
            header.moveSection(header.visualIndex(number), at)
            self._view.setColumnHidden(number, number not in shown)
        self._after_change()

    def frozen_to(self, number: int) -> bool:
        """Whether a column is the last of those that stay in place."""
        return self._shown()[: self._frozen.count][-1:] == [number]

    def freeze_to(self, number: int | None) -> None:
        """Keep the first columns up to this one in place; None lets all be scrolled."""
        shown = self._shown()
        self._set_frozen(0 if number is None or number not in shown else shown.index(number) + 1)

    def _shown(self) -> list[int]:
        return [number for number, _, shown in self.arranged() if shown]

    def _frozen_first(self) -> int:
        columns = self._model.columns
        last = max((at for at, column in enumerate(columns) if column.frozen), default=-1)
        return sum(not column.hidden for column in columns[: last + 1])

    def _set_frozen(self, count: int) -> None:
        self._frozen.count = count
        self._preferences.set_number(self._frozen_name, count)
        self.changed.emit()

    def _after_change(self) -> None:
        self.stretch()
        self._remember()
        self.changed.emit()

    def _on_section_resized(self, section: int, _old: int, _new: int) -> None:
        if not self._model.columns[section].stretch:
            self.stretch()
        self._remember()
        self.changed.emit()

    def _remember(self, *_: Any) -> None:
        self._preferences.set_state(self._name, self._view.horizontalHeader().saveState())

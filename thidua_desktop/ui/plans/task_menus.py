"""The states and the quarters that selected tasks can be given: as menus, and by the keys that open them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from thidua_desktop.domain.periods import QUARTERS
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.ui.common.popping import pop_at_cell
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.wording import labels


def state_menu(owner: QWidget, move_to: Callable[[TaskState], None], others: Mapping[str, Callable[[], None]]) -> QMenu:
    """A menu of the states, and below a line of ``others`` by their words."""
    made = QMenu("Tình trạng", owner)
    for state in TaskState:
        made.addAction(labels.of(state)).triggered.connect(partial(_call, partial(move_to, state)))
    made.addSeparator()
    for words, do in others.items():
        made.addAction(words).triggered.connect(partial(_call, do))
    return made


def quarter_menu(owner: QWidget, set_quarter: Callable[[int | None], None]) -> QMenu:
    """A menu of the quarters and of the whole year."""
    made = QMenu("Chuyển quý", owner)
    for quarter in (*QUARTERS, None):
        made.addAction(labels.quarter(quarter)).triggered.connect(partial(_call, partial(set_quarter, quarter)))
    return made


def open_by_key(owner: QWidget, view: QAbstractItemView, states: QMenu, quarters: QMenu) -> None:
    """Give ``owner`` the actions that open both menus at the current cell."""
    action(owner, "Đổi tình trạng…", "", "Ctrl+M", partial(pop_at_cell, states, view))
    action(owner, "Chuyển sang quý…", "", "Ctrl+Shift+Q", partial(pop_at_cell, quarters, view))


def _call(do: Callable[[], None], _checked: bool = False) -> None:
    do()

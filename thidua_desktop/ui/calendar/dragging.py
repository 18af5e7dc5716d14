"""Dragging tasks over a view: what is in the hand, where it would fall."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.placing import When
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.common.widgets import label

_GHOST_WIDTH = 260


class DropTarget(Protocol):
    """A widget, or a part of one, that stands for a time."""

    def when_at(self, at: QPoint, tasks: Sequence[Task]) -> When | None:
        """The time under a place on the screen for these tasks; None where they cannot be put."""

    def mark_target(self, when: When | None) -> None:
        """Show where the tasks would fall; None for not here."""


class Dragging:
    """One drag over one view: shows the tasks beside the mouse and marks the target under it."""

    def __init__(self, view: QWidget, targets: Callable[[], Iterable[DropTarget]]) -> None:
        self._view = view
        self._targets = targets
        self._ghost = label("", "ghost")
        self._ghost.setParent(view, Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput)

    def over(self, tasks: Sequence[Task], at: QPoint) -> None:
        """The tasks are dragged over a place on the screen."""
        self._show_ghost(tasks, at)
        found: When | None = None
        for target in self._targets():
            when = target.when_at(at, tasks) if found is None else None
            target.mark_target(when)
            found = found or when
        shape = Qt.CursorShape.DragMoveCursor if found is not None else Qt.CursorShape.ForbiddenCursor
        self._view.setCursor(shape)

    def let_go(self, tasks: Sequence[Task], at: QPoint) -> When | None:
        """The time at which the tasks were let go, if they were let go over one."""
        self.end()
        found = (target.when_at(at, tasks) for target in self._targets())
        return next((when for when in found if when is not None), None)

    def end(self) -> None:
        """Nothing is in the hand any more."""
        self._ghost.hide()
        for target in self._targets():
            target.mark_target(None)
        self._view.unsetCursor()

    def _show_ghost(self, tasks: Sequence[Task], at: QPoint) -> None:
        text = tasks[0].text if len(tasks) == 1 else f"{len(tasks)} nhiệm vụ"
        metrics = self._view.fontMetrics()
        self._ghost.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, _GHOST_WIDTH))
        self._ghost.adjustSize()
        self._ghost.move(at + QPoint(14, 10))
        self._ghost.show()

"""The workbooks that the office file keeps: opened from a menu, and taken out of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from thidua_desktop.domain.reported import Workbook

if TYPE_CHECKING:
    from thidua_desktop.ui.reports.workbook_window import WorkbookWindow


class KeptMenu(QMenu):
    """Lists them by name; the one in front can be deleted."""

    def __init__(self, window: WorkbookWindow) -> None:
        super().__init__("Biểu đã nối", window)
        self._window = window

    def reload(self) -> None:
        """Look again which there are."""
        self._window.runner.run_aside(self._window.services.workbook_ties.all, self._show)

    def delete(self, kept: Workbook) -> None:
        """Put a workbook with its ties into the trash; what lies open stays open."""
        if kept.id is not None:
            done = f"Đã xóa biểu “{kept.name}” và các ô đã nối của nó."
            work = partial(self._window.services.workbook_ties.delete, kept.id)
            self._window.change(work, done, then=lambda _changes: self._forget())

    def _show(self, kept: tuple[Workbook, ...]) -> None:
        window = self._window
        self.clear()
        for one in kept:
            if one.id is not None:
                self.addAction(one.name, partial(window.open_kept, one.id))
        if not kept:
            self.addAction("Chưa có biểu nào được nối").setEnabled(False)
        front = window.board.form.kept if window.board is not None else None
        if front is not None and not window.services.read_only:
            self.addSeparator()
            self.addAction(f"Xóa “{front.name}” khỏi danh sách", partial(self.delete, front))

    def _forget(self) -> None:
        board = self._window.board
        if board is not None:
            board.named(None)
            board.changed = bool(board.ties)
        self._window.allow()
        self.reload()

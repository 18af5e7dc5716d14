"""The tabs of the window: their whole titles where there is room for all of them, else shorter ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar

_SHORT = {"Lịch công việc": "Lịch", "Đề nghị khen thưởng": "Đề nghị", "Quyết định, Sổ khen thưởng": "Quyết định"}


class MainTabs(QTabBar):
    """A tab for each page; none is ever scrolled out of sight."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._whole, self._least = QSize(), QSize()
        self.setAccessibleName("Các phần của chương trình")
        for title in titles:
            self.addTab(title)

    def sizeHint(self) -> QSize:
        """Room for the whole titles."""
        self._measure()
        return self._whole

    def minimumSizeHint(self) -> QSize:
        """Room for the short ones."""
        self._measure()
        return self._least

    def changeEvent(self, event: QEvent) -> None:
        """Other letters or another style take other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._whole = QSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._measure()
        self._show(short=self.width() < self._whole.width())

    def _measure(self) -> None:
        if self._whole.isValid():
            return
        self._whole = QSize(0, 0)  # asked for again while the titles change
        shown = self.tabText(1) != self._titles[1]
        self._show(short=True)
        least = super().sizeHint()
        self._show(short=False)
        whole = super().sizeHint()
        self._show(short=shown)
        self._least, self._whole = least, whole

    def _show(self, *, short: bool) -> None:
        for at, title in enumerate(self._titles):
            text = _SHORT.get(title, title) if short else title
            if self.tabText(at) != text:
                self.setTabText(at, text)
                self.setTabToolTip(at, title if short else "")

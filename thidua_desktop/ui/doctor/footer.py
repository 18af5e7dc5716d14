"""Below a list that is looked through: how it stands, how far work has come, what can be done with the whole of it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QProgressBar

from thidua_desktop.common.progress import Step
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.gauge import Gauge
from thidua_desktop.ui.common.widgets import ElidedLabel, button, label, row, tool_button


class DoctorFooter(QFrame):
    """The counts and the buttons; Enter stores while the button has the focus."""

    def __init__(self, on: QAction, back: QAction) -> None:
        """``on`` goes to the next problem, ``back`` writes the workbook that goes back to the unit."""
        super().__init__()
        self.setProperty("role", "bar")
        self._summary = label("", "muted")
        bar = QProgressBar()
        bar.setFixedWidth(140)
        self._words = ElidedLabel()
        self._gauge = Gauge(bar, self._words.setText)
        self.stop = button("Dừng")
        self._work = QFrame()
        work = row(self._words, bar, self.stop)
        work.setStretch(0, 1)
        self._work.setLayout(work)
        self._work.hide()
        self.leave = button("Không lưu", tip="Đóng, không ghi gì (Esc)")
        self.keep = button("Lưu tất cả", "save", role="primary", tip="Ctrl+S; Enter khi nút đang được chọn")
        self.keep.setDefault(True)
        for made in (self.stop, self.leave):
            made.setAutoDefault(False)
        inner = row(tool_button(on), self._summary, self._work, 0, tool_button(back), self.leave, self.keep)
        inner.setStretch(inner.indexOf(self._work), 1)
        inner.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        self.setLayout(inner)

    def tell(self, summary: str, keep: str) -> None:
        """Show the counts and what the button would store."""
        self._summary.setText(summary)
        self.keep.setText(keep)

    def summary(self) -> str:
        """The counts in words."""
        return self._summary.text()

    def show_step(self, step: Step) -> None:
        """Say how far the work under way is; the counts are of what was there before."""
        self._gauge.show(step)
        self._summary.hide()
        self._work.show()

    def rest(self) -> None:
        """No work is under way."""
        self._work.hide()
        self._summary.show()

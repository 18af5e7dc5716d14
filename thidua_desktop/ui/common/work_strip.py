"""What the status bar says of long work, said above the buttons of a dialog that stands before the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from thidua_desktop.common.progress import Step
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.gauge import Gauge
from thidua_desktop.ui.common.runner import TaskRunner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.ui.common.widgets import ElidedLabel, button, row

SHOWS_WORK = "shows_work"
"""A dialog with this property says itself how far its work is."""
_SOON_MS, _UNNAMED_MS = 500, 1_500
_UNNAMED = "Đang làm việc…"
_BAR = 120


class WorkStrip(QFrame):
    """Words, a bar and a button to stop: title and buttons of the dialog stay free, and nothing moves."""

    def __init__(self, tasks: TaskRunner, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setProperty("role", "message")
        self.words = ElidedLabel()
        self.bar = QProgressBar(maximum=0)
        self.bar.setFixedWidth(_BAR)
        self.stop = button("Dừng", tip="Dừng việc đang làm; dữ liệu giữ nguyên như trước khi bắt đầu")
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(tasks.cancel)
        self.stop.clicked.connect(lambda: self.stop.setEnabled(False))
        keeps = self.stop.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.stop.setSizePolicy(keeps)
        self.stop.hide()
        self.gauge = Gauge(self.bar, self._tell)
        line = row(self.words, self.bar, self.stop)
        line.setStretch(0, 1)
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        self.setLayout(line)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_tone(self, Tone.INFO)
        over.installEventFilter(self)
        self._settle()
        feet = sorted(self._feet(), key=lambda each: each.mapTo(over, QPoint()).x())
        before = feet[0].previousInFocusChain() if feet else None
        if before is not None:
            QWidget.setTabOrder(before, self.stop)  # Tab comes by in the order of what is seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay above the buttons."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _tell(self, words: str) -> None:
        self.words.setText(words)
        self.setAccessibleName(words)

    def _settle(self) -> None:
        over, height, edge = self._over, self.sizeHint().height(), theme.SPACE_S
        self.setGeometry(edge, max(edge, self._foot() - edge - height), over.width() - 2 * edge, height)
        self.raise_()

    def _foot(self) -> int:
        """Where the lowest buttons of the dialog begin; its end where they are not at its foot."""
        return min((each.mapTo(self._over, QPoint()).y() for each in self._feet()), default=self._over.height())

    def _feet(self) -> list[QPushButton]:
        """The lowest row of buttons, if it is at the foot of the dialog."""
        over = self._over
        buttons = [each for each in over.findChildren(QPushButton) if each.isVisible() and not self.isAncestorOf(each)]
        tops = {each: each.mapTo(over, QPoint()).y() for each in buttons}
        lowest = max(tops.values(), default=0)
        return [each for each in buttons if tops[each] == lowest > over.height() // 2]


class WorkOverDialogs(QObject):
    """Shows the strip while work goes on, over the dialog in front; the window's own bar cannot be reached then."""

    def __init__(self, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._tasks, self._window = tasks, window
        self.strip: WorkStrip | None = None
        """What is shown now."""
        self._told = ""
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show)
        tasks.started.connect(self._on_started)
        tasks.progressed.connect(self._on_step)
        tasks.idle.connect(self._on_idle)

    def _on_started(self, told: str) -> None:
        self._told = told or self._told
        wait = _SOON_MS if told else _UNNAMED_MS
        if not self._soon.isActive() or self._soon.remainingTime() > wait:
            self._soon.start(wait)

    def _on_step(self, step: Step) -> None:
        if self.strip is not None and isValid(self.strip):
            self.strip.gauge.show(step)
            self.strip.stop.show()

    def _on_idle(self) -> None:
        self._soon.stop()
        self._told = ""
        if self.strip is not None and isValid(self.strip):
            self.strip.hide()
            self.strip.deleteLater()
        self.strip = None

    def _show(self) -> None:
        over = QApplication.activeModalWidget() or QApplication.activeWindow()
        if not isinstance(over, QDialog) or over is self._window or over.property(SHOWS_WORK):
            return
        if self.strip is None or not isValid(self.strip):
            self.strip = WorkStrip(self._tasks, over)
            self.strip.gauge.begin(self._told or _UNNAMED)
            self.strip.show()

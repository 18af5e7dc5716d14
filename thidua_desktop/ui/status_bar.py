"""The line at the bottom: which file is open, what is due next, when it was last backed up, what is being done."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QStatusBar

from thidua_desktop.common.progress import Step
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.tasks import OPEN_STATES, Task
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.gauge import Gauge
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import ElidedLabel, button
from thidua_desktop.wording import formats

_TEXT_LIMIT = 70
_SOON_MS, _UNNAMED_MS = 200, 1_000
_UNNAMED = "Đang làm việc…"


class StatusBar(QStatusBar):
    """Says where the clerk stands."""

    backups_wanted = Signal()
    stop_wanted = Signal()
    """The work under way is to be stopped."""

    def __init__(self, services: Services, runner: Runner) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._services, self._runner = services, runner
        self._file = QLabel()
        self._next = ElidedLabel()
        self.stamp = button("", role="link", tip="Mở Sao lưu và khôi phục (Ctrl+Shift+B)")
        self.stamp.clicked.connect(self.backups_wanted)
        self.show_backup(None)
        self._work = _Told()
        self._told = ""
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._show_work)
        self._bar = QProgressBar(maximum=0)
        self._bar.setFixedWidth(90)
        self._gauge = Gauge(self._bar, self._work.setText)
        self.stop = button("Dừng", tip="Dừng việc đang làm; dữ liệu giữ nguyên như trước khi bắt đầu (Ctrl+.)")
        self.stop.clicked.connect(self._stop)
        self.addWidget(self._file)
        self.addWidget(self._next, 1)
        for made in (self._work, self._bar, self.stop, self.stamp):
            self.addPermanentWidget(made)
        self.rest()

    def show_state(self) -> None:
        """Look again at the file."""
        path = self._services.path
        self._file.setText(f"{path.name} (chỉ xem)" if self._services.read_only else path.name)
        self._file.setToolTip(str(path))
        self._runner.run_aside(partial(_due_next, self._services), self._next.setText)

    def show_backup(self, proven: datetime | None) -> None:
        """Say when the last backup was tried and could be restored."""
        told = (
            f"Sao lưu: đã thử khôi phục được {formats.moment(proven)}" if proven is not None else "Chưa có bản sao lưu"
        )
        self.stamp.setText(told)
        self.stamp.setAccessibleName(told)

    def work_on(self, told: str) -> None:
        """Say what is being done, if it takes long enough to be noticed; work without a name has to take longer."""
        if told:
            self._told = told
            self._gauge.begin(told)
            self._soon.start(_SOON_MS)
        elif not self._told and not self._soon.isActive():
            self._gauge.begin(_UNNAMED)
            self._soon.start(_UNNAMED_MS)

    def show_step(self, step: Step) -> None:
        """Say how far the work is; it can be stopped from now on. Short work without a name says nothing."""
        if not self._told and self._work.isHidden():
            return
        self._gauge.show(step)
        self._show_work()
        self.stop.show()

    def rest(self) -> None:
        """Nothing is being done."""
        self._soon.stop()
        self._told = ""
        self.stop.setEnabled(True)
        for made in (self._work, self._bar, self.stop):
            made.hide()

    def _show_work(self) -> None:
        self._work.show()
        self._bar.show()

    def _stop(self) -> None:
        self.stop.setEnabled(False)  # once is enough: the work ends with its next step
        self.stop_wanted.emit()


class _Told(ElidedLabel):
    """All of its words where there is room for them; a small window does not have to grow because of long work."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Other words ask for other room."""
        super().setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all of them, and for what the style puts around the words that are shown."""
        wide = self.fontMetrics().horizontalAdvance
        return super().sizeHint() + QSize(wide(self.toolTip()) - wide(self.text()) + 1, 0)

    def minimumSizeHint(self) -> QSize:
        """None is needed."""
        return QSize(0, super().minimumSizeHint().height())


def _due_next(services: Services) -> str:
    today = services.today()
    rows = (*services.tasks.of_year(today.year), *services.tasks.of_year(today.year + 1))
    waiting = [row.task for row in rows if row.task.state in OPEN_STATES]
    coming = [task for task in waiting if task.deadline >= today]
    late = len(waiting) - len(coming)
    told = [f"{late} nhiệm vụ quá hạn"] if late else []
    if coming:
        told.append(f"Sắp tới: {_named(min(coming, key=lambda task: (task.deadline, task.position)))}")
    return "   ·   ".join(told)


def _named(task: Task) -> str:
    text = squeeze(task.text)
    short = text if len(text) <= _TEXT_LIMIT else f"{text[:_TEXT_LIMIT].rsplit(' ', 1)[0]}…"
    return f"{formats.day(task.deadline)} – {short}"

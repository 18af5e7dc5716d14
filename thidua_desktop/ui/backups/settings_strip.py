"""Where the second copies go and how often backups are made: the upper part of the window of backups."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from thidua_desktop.domain.backups import INTERVALS
from thidua_desktop.services.backup import BackupSettings
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import ElidedLabel, button, label, row

_NEVER = "Không định kỳ"


def interval_name(every: timedelta | None) -> str:
    """``Mỗi 30 phút``, ``Mỗi 2 giờ``."""
    if every is None:
        return _NEVER
    minutes = every // timedelta(minutes=1)
    return f"Mỗi {minutes // 60} giờ" if minutes % 60 == 0 else f"Mỗi {minutes} phút"


class SettingsStrip(QFrame):
    """Shows the settings and says what the clerk wants changed."""

    changed = Signal(object)
    """The ``BackupSettings`` that are wanted."""
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._settings = BackupSettings()
        self._place = ElidedLabel()
        self.choose = button("Chọn thư mục…", "open", tip="Chọn thư mục trên USB hoặc ổ mạng để chép thêm một bản")
        self.choose.clicked.connect(self.folder_wanted)
        self.drop = button("Bỏ", tip="Không chép bản thứ hai nữa; các bản đã chép được giữ nguyên")
        self.drop.clicked.connect(lambda: self.changed.emit(replace(self._settings, second=None)))
        self.intervals = QComboBox()
        self.intervals.setAccessibleName("Sao lưu định kỳ khi đang mở")
        for every in (*INTERVALS, None):
            self.intervals.addItem(interval_name(every), _minutes(every))
        self.intervals.activated.connect(self._on_interval)
        for made in (self.choose, self.drop):
            made.setAutoDefault(False)
        always = label(
            "Luôn sao lưu khi đóng chương trình nếu có thay đổi, và trước khi nhập tệp, sửa nhiều dòng, khôi phục.",
            "muted",
            wrap=True,
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.SPACE_M, theme.SPACE_M, theme.SPACE_M, theme.SPACE_M)
        grid.setHorizontalSpacing(theme.SPACE_M)
        grid.addWidget(label("Nơi sao lưu thứ hai", "strong"), 0, 0)
        grid.addWidget(self._place, 0, 1)
        grid.addLayout(row(self.choose, self.drop), 0, 2)
        grid.addWidget(label("Khi đang mở", "strong"), 1, 0)
        grid.addWidget(always, 1, 1)
        grid.addWidget(self.intervals, 1, 2)
        grid.setColumnStretch(1, 1)

    def settings(self) -> BackupSettings:
        """The settings shown."""
        return self._settings

    def place(self) -> str:
        """What is said of the second place."""
        return self._place.toolTip()

    def show_settings(self, settings: BackupSettings, *, answers: bool) -> None:
        """Show the settings; ``answers`` tells whether the second place is there now."""
        self._settings = settings
        self._place.setText(_said(settings.second, answers=answers))
        self.drop.setVisible(settings.second is not None)
        at = self.intervals.findData(_minutes(settings.every))
        if at < 0:  # set by hand in the file
            self.intervals.insertItem(0, interval_name(settings.every), _minutes(settings.every))
            at = 0
        self.intervals.setCurrentIndex(at)

    def _on_interval(self, _at: int) -> None:
        minutes = self.intervals.currentData()
        self.changed.emit(replace(self._settings, every=timedelta(minutes=minutes) if minutes else None))


def _minutes(every: timedelta | None) -> int:
    """The interval as a drop-down field can look for it; 0 for none."""
    return 0 if every is None else every // timedelta(minutes=1)


def _said(second: Path | None, *, answers: bool) -> str:
    if second is None:
        return "Chưa chọn. Nên chọn một thư mục trên USB hoặc ổ mạng để máy hỏng vẫn còn dữ liệu."
    return f"{second}" if answers else f"{second} – đang vắng (USB chưa cắm hoặc ổ mạng chưa mở)"

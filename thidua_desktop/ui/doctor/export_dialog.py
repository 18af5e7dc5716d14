"""The lines of a round as a workbook: which report, which of its columns, and choices kept under a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QListWidgetItem, QWidget

from thidua_desktop.domain.list_exports import USUAL, ExportPreset, ExportReport
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.widgets import action, button, label, row
from thidua_desktop.wording import list_exports

_CODE = int(Qt.ItemDataRole.UserRole)
_NO_PRESET = "(chọn từng cột)"


class ExportDialog(Form):
    """Asks; ``report()``, ``columns()`` and ``full_ids()`` are the answers. Columns are put into order by hand."""

    keep_wanted = Signal()
    """The columns chosen are to be kept under a name."""
    remove_wanted = Signal(object)
    """A choice that was kept is to be taken away: its id."""

    def __init__(
        self,
        columns: Callable[[ExportReport], Sequence[tuple[str, str]]],
        presets: Callable[[ExportReport], Sequence[ExportPreset]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Xuất danh sách ra Excel", yes="Lưu Excel…", parent=parent)
        self._columns, self._presets = columns, presets
        self._kept: tuple[ExportPreset, ...] = ()
        self.reports = QComboBox()
        self.reports.setAccessibleName("Loại danh sách")
        for report in ExportReport:
            self.reports.addItem(list_exports.TITLES[report], report)
        self.choices = QComboBox()
        self.choices.setAccessibleName("Mẫu cột đã lưu")
        self.list = QListWidget()
        self.list.setAccessibleName("Các cột")
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.full = QCheckBox("Ghi đủ số CCCD (chỉ cho tệp này)")
        self.keep = button("Lưu mẫu cột…", "save")
        self.keep.setAutoDefault(False)
        self.content.addLayout(row(label("Loại danh sách"), self.reports, 0))
        self.remove = button("Bỏ mẫu cột", "trash")
        self.remove.setAutoDefault(False)
        self.content.addLayout(row(label("Mẫu cột"), self.choices, self.keep, self.remove, 0))
        self.content.addWidget(label("Đánh dấu cột bằng phím cách; kéo hoặc Alt+↑, Alt+↓ để đổi thứ tự.", "small"))
        self.content.addWidget(self.list, stretch=1)
        self.content.addWidget(self.full)
        self.resize(520, 520)
        action(self, "Chuyển cột lên", "up", "Alt+Up", lambda: self._move(-1))
        action(self, "Chuyển cột xuống", "down", "Alt+Down", lambda: self._move(1))
        self.reports.currentIndexChanged.connect(lambda _at: self.show_report())
        self.choices.activated.connect(lambda _at: self._on_preset())
        self.keep.clicked.connect(self.keep_wanted)
        self.remove.clicked.connect(self._on_remove)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.show_report()

    def report(self) -> ExportReport:
        """Which list."""
        return ExportReport(self.reports.currentData())

    def columns(self) -> tuple[str, ...]:
        """The codes of the columns chosen, in their order."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return tuple(str(item.data(_CODE)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def full_ids(self) -> bool:
        """Whether identity numbers are written whole."""
        return self.full.isChecked()

    def show_report(self) -> None:
        """Show the columns of the report chosen, and the choices that were kept for it."""
        report = self.report()
        self.show_presets()
        usual = [column.value for column in USUAL] if report is ExportReport.LINES else []
        self._fill(usual or [code for code, _ in self._columns(report)])
        self.full.setVisible(report is ExportReport.LINES)

    def show_presets(self, chosen: str = "") -> None:
        """Show the choices that are kept now, one of them as chosen by its name; the columns stay as they are."""
        self._kept = tuple(self._presets(self.report()))
        self.choices.clear()
        self.choices.addItem(_NO_PRESET)
        self.choices.addItems([preset.name for preset in self._kept])
        self.choices.setCurrentIndex(max(0, self.choices.findText(chosen)))
        self._tell()

    def _preset(self) -> ExportPreset | None:
        at = self.choices.currentIndex() - 1
        return self._kept[at] if at >= 0 else None

    def _on_preset(self) -> None:
        preset = self._preset()
        if preset is not None:
            self._fill(preset.columns)
        self._tell()

    def _on_remove(self) -> None:
        preset = self._preset()
        if preset is not None:
            self.remove_wanted.emit(preset.id)

    def _fill(self, chosen: Sequence[str]) -> None:
        known = dict(self._columns(self.report()))
        order = [*(code for code in chosen if code in known), *(code for code in known if code not in chosen)]
        self.list.clear()
        for code in order:
            item = QListWidgetItem(known[code])
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if code in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self._tell()

    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        if at >= 0 and 0 <= at + step < self.list.count():
            self.list.insertItem(at + step, self.list.takeItem(at))
            self.list.setCurrentRow(at + step)

    def _tell(self) -> None:
        self.yes.setEnabled(bool(self.columns()))
        self.keep.setEnabled(bool(self.columns()))
        self.remove.setEnabled(self._preset() is not None)

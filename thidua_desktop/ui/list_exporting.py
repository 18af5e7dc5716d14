"""The lines of the round in front as an Excel file, as far as the main window shows it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.common.files import safe_file_name
from thidua_desktop.domain.ids import PresetId, RoundId
from thidua_desktop.ui.common.finished import file_made
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action

if TYPE_CHECKING:
    from thidua_desktop.ui.doctor.export_dialog import ExportDialog
    from thidua_desktop.ui.main_window import MainWindow

_WORKBOOK = "Bảng tính Excel (*.xlsx)"
_EXPORTS = "export"


class ListExporting(QObject):
    """Asks for report and columns, writes the workbook, keeps choices of columns."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: ExportDialog | None = None
        """What was asked last."""
        self.action = action(window, "Xuất danh sách ra Excel…", "excel", "F9", self.ask, within=False)

    def ask(self) -> None:
        """Ask what of the round in front is written."""
        window, chosen = self._window, self._window.nominations.chosen_round()
        if chosen is None or chosen.id is None:
            window.feedback.say("Hãy chọn một đợt xét rồi xuất danh sách.", tone=Tone.INFO)
            return
        from thidua_desktop.ui.doctor.export_dialog import ExportDialog

        exports, round_id = window.services.list_exports, chosen.id
        dialog = ExportDialog(lambda report: exports.columns(report, round_id), exports.presets, window)
        dialog.accepted.connect(lambda: self._ask_place(dialog, round_id, chosen.name))
        dialog.keep_wanted.connect(lambda: self._ask_name(dialog))
        dialog.remove_wanted.connect(partial(self._remove, dialog))
        self.dialog = dialog
        dialog.open()

    def _ask_name(self, dialog: ExportDialog) -> None:
        from thidua_desktop.domain.list_exports import ExportPreset

        def keep(name: str) -> None:
            preset = ExportPreset(dialog.report(), name, dialog.columns())
            save = partial(self._window.services.list_exports.save_preset, preset)
            self._window.runner.run(save, lambda changes: self._on_presets_changed(dialog, changes, name.strip()))

        self._window.feedback.ask_text("Lưu mẫu cột", "Tên của mẫu cột này?", yes="Lưu", then=keep)

    def _remove(self, dialog: ExportDialog, preset_id: PresetId) -> None:
        work = partial(self._window.services.list_exports.remove_preset, preset_id)
        self._window.runner.run(work, lambda changes: self._on_presets_changed(dialog, changes))

    def _on_presets_changed(self, dialog: ExportDialog, changes: object, chosen: str = "") -> None:
        self._window.navigation.changes_made.emit(changes)
        dialog.show_presets(chosen)

    def _ask_place(self, dialog: ExportDialog, round_id: RoundId, name: str) -> None:
        folder = self._window.preferences.folder(_EXPORTS)
        proposed = folder / f"{safe_file_name(f'{dialog.reports.currentText()} - {name}')}.xlsx"
        report, columns, full = dialog.report(), dialog.columns(), dialog.full_ids()

        def write(out: Path) -> None:
            self._window.preferences.set_folder(_EXPORTS, out.parent)
            work = partial(self._window.services.list_exports.write, round_id, report, out, columns, full_ids=full)
            self._window.runner.run(work, self._on_written, label="Đang ghi tệp Excel…")

        self._window.feedback.choose_target("Xuất danh sách ra Excel", _WORKBOOK, proposed, write)

    def _on_written(self, out: Path) -> None:
        feedback = self._window.feedback
        feedback.say(f"Đã ghi “{out.name}” vào {out.parent}.", offers=file_made(feedback, out))

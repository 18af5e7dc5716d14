"""Lists that units send, as far as the main window shows them: actions, what is dropped, the board of a folder."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from thidua_desktop.common.files import safe_file_name
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.ui.common.finished import file_made
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.list_exporting import ListExporting
from thidua_desktop.ui.showing import DECISIONS, DIRECTORY

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from thidua_desktop.services.list_folders import FolderFile
    from thidua_desktop.ui.doctor.board import FolderBoard, Sources
    from thidua_desktop.ui.doctor.destination import Destination
    from thidua_desktop.ui.doctor.intake import ListIntake
    from thidua_desktop.ui.doctor.look import Look
    from thidua_desktop.ui.doctor.template_dialog import TemplateDialog
    from thidua_desktop.ui.main_window import MainWindow
    from thidua_desktop.ui.nominations.page import NominationsPage

_LISTS, _TEMPLATES = "lists", "templates"
_WORKBOOK = "Bảng tính Excel (*.xlsx)"


class Receiving(QObject):
    """Hands lists to the import doctor: for the round in front, or for the directory while that is in front."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.board: FolderBoard | None = None
        """The board opened last."""
        self.file_action = self._deed("Nhận danh sách từ tệp…", "receive", "F7", self.choose)
        self.folder_action = self._deed("Nhận cả thư mục danh sách…", "open", "Shift+F7", self.choose_folder)
        self.clipboard_action = self._deed("Nhận danh sách đã sao chép", "paste", "Ctrl+F7", self.read_clipboard)
        self.template_action = self._deed("Tạo mẫu danh sách cho đơn vị…", "excel", "Shift+F9", self.ask_template)
        self.dialog: TemplateDialog | None = None
        """What was asked last."""
        self.actions: tuple[QAction, ...] = (
            *(self.file_action, self.folder_action, self.clipboard_action),
            self.template_action,
        )
        self.exporting = ListExporting(window)

    @cached_property
    def intake(self) -> ListIntake:
        """The doctor, made when the first list comes."""
        from thidua_desktop.ui.doctor.intake import ListIntake

        window = self._window
        return ListIntake(
            window.services,
            window.runner,
            window.navigation,
            window.feedback,
            preferences=window.preferences,
            window=window,
            given_feedback=window.given_feedback,
        )

    def serve(self, page: QWidget) -> None:
        """Take the lists that are dropped on a new page."""
        from thidua_desktop.ui.doctor.dropping import ListDrops

        ListDrops(page).dropped.connect(self.take)

    def serve_nominations(self, page: NominationsPage) -> None:
        """Take lists for the round in front of a new page, whose menus offer it too."""
        page.add_to_menu((*self.actions, self.exporting.action))
        page.receive_wanted.connect(self.choose)
        self.serve(page)

    def where(self) -> Destination:
        """Where lists go now."""
        from thidua_desktop.domain.lists import ListTarget
        from thidua_desktop.ui.doctor.destination import Destination

        window = self._window
        if window.tabs.currentIndex() == DIRECTORY:
            return Destination(ListTarget.PEOPLE)
        if window.tabs.currentIndex() == DECISIONS:
            return Destination(ListTarget.AWARD_HISTORY)
        chosen = window.nominations.chosen_round()
        return Destination(ListTarget.NOMINATIONS, chosen.id if chosen is not None else None)

    def choose(self) -> None:
        """Let the clerk pick a file."""
        self.intake.choose(self.where())

    def read_clipboard(self) -> None:
        """Read what was copied out of Excel, Word or a mail."""
        self.intake.read_clipboard(self.where())

    def choose_folder(self) -> None:
        """Let the clerk pick a folder of lists."""
        if self.intake.ready(self.where()):
            start = self._window.preferences.folder(_LISTS)
            self._window.feedback.choose_folder("Thư mục có các danh sách", start, self.read_folder)

    def read_folder(self, folder: Path) -> None:
        """Read all lists of a folder."""
        self._window.preferences.set_folder(_LISTS, folder)
        self.open_board([folder])

    def take(self, paths: list[Path]) -> None:
        """Files or folders were dropped: one file opens the doctor, several things the board."""
        files = [path for path in paths if not path.is_dir()]
        if len(paths) == 1 and files:
            self.intake.read(self.where(), files[0])
            return
        folders: list[Sources] = [path for path in paths if path.is_dir()]
        self.open_board([*folders, *([files] if files else [])])

    def open_board(self, sources: list[Sources]) -> None:
        """Read several lists, the board in front."""
        from thidua_desktop.ui.doctor.board import FolderBoard

        where = self.where()
        if not self.intake.ready(where):
            return
        window = self._window
        board = FolderBoard(
            window.services,
            window.runner,
            where,
            preferences=window.preferences,
            feedback=window.given_feedback,
            parent=window,
        )
        board.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        board.open_wanted.connect(partial(self._open, board))
        board.folder_wanted.connect(self.choose_folder)
        board.stored.connect(window.navigation.changes_made.emit)
        self.board = board
        board.show()
        board.read(sources)

    def ask_template(self) -> None:
        """Ask what a workbook for units is for, and where to write it."""
        from thidua_desktop.ui.doctor.template_dialog import TemplateDialog

        window, where = self._window, self.where()
        chosen = window.nominations.chosen_round()
        units = {unit.name: unit.id for unit in window.services.units.all() if unit.id is not None}
        dialog = TemplateDialog(where.target, chosen.name if chosen is not None else "", units, window)
        dialog.accepted.connect(lambda: self._ask_place(dialog, chosen.id if chosen is not None else None))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _ask_place(self, dialog: TemplateDialog, round_id: RoundId | None) -> None:
        from thidua_desktop.domain.lists import ListTarget

        target, unit_id = dialog.target(), dialog.unit_id()
        named = safe_file_name(f"Mẫu danh sách {dialog.unit.text()}".strip())
        proposed = self._window.preferences.folder(_TEMPLATES) / f"{named}.xlsx"
        of_round = round_id if target is ListTarget.NOMINATIONS else None

        def write(out: Path) -> None:
            self._window.preferences.set_folder(_TEMPLATES, out.parent)
            work = partial(self._window.services.list_templates.write, out, target, round_id=of_round, unit_id=unit_id)
            self._window.runner.run(work, self._on_written, label="Đang ghi tệp mẫu…")

        self._window.feedback.choose_target("Tạo mẫu danh sách", _WORKBOOK, proposed, write)

    def _on_written(self, out: Path) -> None:
        told = f"Đã ghi tệp mẫu “{out.name}”. Có thể gửi cho đơn vị điền."
        self._window.feedback.say(told, offers=file_made(self._window.feedback, out))

    def _open(self, board: FolderBoard, file: FolderFile) -> None:
        """Look through one file of a board; its line says when it is stored."""
        from thidua_desktop.ui.doctor.look import look_at

        if file.draft is not None:
            self._window.runner.run(partial(look_at, file.draft), partial(self._show, board, file.path))

    def _show(self, board: FolderBoard, path: Path, look: Look) -> None:
        self.intake.show(path, look, over=board)
        shown = self.intake.shown
        if shown is not None:
            shown.accepted.connect(lambda: board.mark_stored(path, shown.draft()))

    def _deed(self, text: str, icon: str, key: str, do: Callable[[], object]) -> QAction:
        return action(self._window, text, icon, key, do, within=False)

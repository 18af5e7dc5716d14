"""Files, as far as the window is concerned: what is opened, saved as a copy, or handed in by dropping it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.common.files import PACKAGE_SUFFIX, STORE_SUFFIX
from thidua_desktop.ui.common.finished import folder_made
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.packages import PACKAGE_FILES
from thidua_desktop.ui.showing import PLANS

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow

STORE_FILES = "Tệp dữ liệu thi đua (*.tdkt)"
_WORKBOOK = ".xlsx"


class Files:
    """Does with a file what its kind asks for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def open(self) -> None:
        """Pick another office file, or a package with one in it."""
        kinds = f"{STORE_FILES};;{PACKAGE_FILES}"
        folder = self._window.services.path.parent
        self._window.feedback.choose_file("Mở tệp dữ liệu", kinds, folder, self.take_store)

    def save_copy(self) -> None:
        """Write the whole file under another name."""
        path = self._window.services.path
        proposed = path.with_stem(f"{path.stem} - bản sao")
        self._window.feedback.choose_target("Lưu bản sao", STORE_FILES, proposed, self._save_copy)

    def _save_copy(self, target: Path) -> None:
        work = partial(self._window.services.office.save_copy, target)
        self._window.runner.run(work, self._on_copied, label="Đang lưu bản sao…")

    def _on_copied(self, path: Path) -> None:
        feedback = self._window.feedback
        feedback.say(f"Đã lưu bản sao {path}.", offers=folder_made(feedback, path.parent))

    def take_store(self, path: Path) -> None:
        """Open an office file; one in a package gets a place first."""
        if path.suffix.casefold() == PACKAGE_SUFFIX:
            self._window.packages.open(path)
        else:
            self._window.file_wanted.emit(path)

    def take(self, path: Path) -> None:
        """Read a plan, receive a tracker, open an office file or a package."""
        window = self._window
        if path.suffix.casefold() in (STORE_SUFFIX, PACKAGE_SUFFIX):
            self.take_store(path)
            return
        if window.services.read_only:
            window.feedback.say("Tệp dữ liệu đang mở ở chế độ chỉ xem nên không nhập được.", tone=Tone.INFO)
            return
        window.show_page(PLANS)
        (window.plans.take_workbook if path.suffix.casefold() == _WORKBOOK else window.plans.intake.read)(path)

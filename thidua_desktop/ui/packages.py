"""Packages, as far as the window is concerned: one is made of the open file, or opened in a place the clerk chooses."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QLabel, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.files import PACKAGE_SUFFIX, STORE_SUFFIX
from thidua_desktop.ui.common import passwords
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.finished import folder_made
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, label
from thidua_desktop.wording import messages

if TYPE_CHECKING:
    from thidua_desktop.services.packages import PackageMade, PackageOpened
    from thidua_desktop.ui.main_window import MainWindow

PACKAGE_FILES = f"Gói của chương trình Thi đua (*{PACKAGE_SUFFIX})"
_STORE_FILES = "Tệp dữ liệu thi đua (*.tdkt)"
_WIDTH = 460


class PackageDialog(Form):
    """Says what a package is, and asks for a password for it where the office file has none."""

    def __init__(self, *, protected: bool, parent: QWidget | None = None) -> None:
        super().__init__("Xuất gói", yes="Chọn nơi lưu…", parent=parent)
        self.setMinimumWidth(_WIDTH)
        said = QLabel(
            "Gói là một tệp chứa toàn bộ dữ liệu đang mở và mọi tệp đính kèm, để mang theo USB hoặc gửi sang máy khác. "
            "Tệp đang mở không thay đổi.",
            wordWrap=True,
        )
        self.guarded = QCheckBox("Đặt mật khẩu cho gói")
        self.first, self.again = passwords.secret("Mật khẩu của gói"), passwords.secret("Gõ lại mật khẩu của gói")
        self.note = label("", "hint")
        self.note.setWordWrap(True)
        self.content.addWidget(said)
        if protected:
            self.note.setText("Tệp dữ liệu có mật khẩu nên gói được mã hóa bằng chính mật khẩu ấy.")
        else:
            self._ask_for_password()
        self.content.addWidget(self.note)

    def password(self) -> str | None:
        """The password for the package; None for none."""
        return self.first.text() if self.guarded.isChecked() else None

    def _ask_for_password(self) -> None:
        from thidua_desktop.services.passwords import can_encrypt

        self.guarded.setChecked(can_encrypt())
        self.guarded.setEnabled(can_encrypt())
        lines = QFormLayout()
        lines.addRow("Mật khẩu", self.first)
        lines.addRow("Gõ lại", self.again)
        self.content.addWidget(self.guarded)
        self.content.addLayout(lines)
        self.guarded.toggled.connect(self._on_changed)
        for field in (self.first, self.again):
            field.textChanged.connect(self._on_changed)
        self._on_changed()
        self.first.setFocus()

    def _on_changed(self) -> None:
        guarded = self.guarded.isChecked()
        same = self.first.text() == self.again.text()
        for field in (self.first, self.again):
            field.setEnabled(guarded)
        self.yes.setEnabled(not guarded or (bool(self.first.text().strip()) and same))
        self.note.setText(_note(guarded=guarded, differs=bool(self.again.text()) and not same))


def _note(*, guarded: bool, differs: bool) -> str:
    if not guarded:
        return "Không có mật khẩu: ai cầm gói cũng đọc được, kể cả số CCCD."
    return "Hai lần gõ chưa giống nhau." if differs else "Quên mật khẩu thì không ai mở được gói."


class Packages(QObject):
    """The deeds of a window that concern packages."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._services = window, window.services
        self.dialog: QDialog | None = None
        text = "Xuất gói (kèm tệp đính kèm)…"
        self.action = action(window, text, "export", "Ctrl+Alt+E", self.export, within=False)

    def export(self) -> None:
        """Ask whether the package gets a password, then where it goes, and make it."""
        dialog = PackageDialog(protected=self._services.packages.protected(), parent=self._window)
        dialog.accepted.connect(lambda: self._choose_place(dialog.password()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def open(self, package: Path) -> None:
        """Ask where the office of a package is to be, make it there and open it."""
        proposed = _free(self._services.path.with_name(package.stem + STORE_SUFFIX))
        opening = partial(self._open_at, package, None)
        self._window.feedback.choose_target(f"Mở gói “{package.name}” thành tệp mới", _STORE_FILES, proposed, opening)

    def _choose_place(self, password: str | None) -> None:
        day = f"{self._services.today():%Y%m%d}"
        proposed = self._services.path.with_name(f"{self._services.path.stem}-{day}{PACKAGE_SUFFIX}")
        self._window.feedback.choose_target("Xuất gói", PACKAGE_FILES, proposed, partial(self._make, password))

    def _make(self, password: str | None, target: Path) -> None:
        work = partial(self._services.packages.make, target, password=password)
        self._window.runner.run(work, self._on_made, label="Đang đóng gói và mở thử…")

    def _on_made(self, made: PackageMade) -> None:
        lost = [messages.finding(finding) for finding in made.findings]
        guarded = "" if made.protected else " Gói không có mật khẩu."
        told = f"Đã xuất gói {made.path} và mở thử được.{guarded}"
        tone = Tone.WARNING if lost else Tone.SUCCESS
        offers = folder_made(self._window.feedback, made.path.parent)
        self._window.feedback.say(" ".join((told, *lost)), tone=tone, offers=offers)

    def _open_at(self, package: Path, password: str | None, target: Path) -> None:
        from thidua_desktop.services import packages

        work = partial(packages.open_package, package, target, password=password)
        opened, failed = partial(self._on_opened, target), partial(self._on_failed, package, target)
        self._window.runner.run(work, opened, failed, label="Đang mở gói và kiểm tra…")

    def _on_opened(self, target: Path, opened: PackageOpened) -> None:
        manifest, noted = opened.manifest, [messages.finding(finding) for finding in opened.findings]
        held = messages.package(manifest.office, manifest.at, len(manifest.attachments), len(manifest.office_files))
        tone = Tone.WARNING if noted else Tone.NEUTRAL
        self._window.feedback.say(" ".join((f"Đã mở gói thành {target}.", held, *noted)), tone=tone)
        self._window.file_wanted.emit(target)

    def _on_failed(self, package: Path, target: Path, trouble: AppError) -> None:
        if not passwords.is_asked_for(trouble):
            self._window.feedback.trouble(trouble)
            return
        self.dialog = passwords.ask(
            trouble, lambda password: self._open_at(package, password, target), parent=self._window
        )


def _free(path: Path) -> Path:
    """A name beside the open file that nothing has yet."""
    found, number = path, 1
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem}-{number}")
    return found

"""Messages beside the work, questions before it: what the program says to the clerk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QMessageBox, QPushButton, QToolButton, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.ui.common import icons, theme
from thidua_desktop.ui.common.dialogs import TextDialog
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import messages

_QUIET_AFTER_MS = 15_000


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be done right from a message: a button's text and its deed."""

    text: str
    do: Callable[[], None]


class Feedback(Protocol):
    """Whoever tells and asks. Nothing here blocks: answers arrive through ``then``."""

    def say(self, text: str, *, tone: Tone = Tone.SUCCESS, offers: tuple[Offer, ...] = ()) -> None:
        """Tell what has happened, with what can be done next."""

    def trouble(self, error: AppError) -> None:
        """Tell what went wrong, in the sentence of ``wording.messages``."""

    def confirm(self, question: str, *, detail: str = "", yes: str, then: Callable[[], None]) -> None:
        """Ask before something that is hard to take back; ``yes`` names the deed on its button."""

    def ask_text(self, title: str, question: str, *, yes: str, then: Callable[[str], None]) -> None:
        """Ask for a sentence, such as the reason of a move; ``then`` gets it only when something was written."""

    def choose_file(self, title: str, filters: str, folder: Path, then: Callable[[Path], None]) -> None:
        """Let the clerk pick a file to read."""

    def choose_target(self, title: str, filters: str, proposed: Path, then: Callable[[Path], None]) -> None:
        """Let the clerk say where to write; ``proposed`` is the folder and name offered."""

    def choose_folder(self, title: str, start: Path, then: Callable[[Path], None]) -> None:
        """Let the clerk pick a folder; ``start`` is where looking begins."""

    def open_file(self, path: Path) -> None:
        """Open a file in the program that the system has for it."""


class Banner(QFrame):
    """One line at the top of the window. Good news goes by itself, trouble stays until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Thông báo")
        self._sign = QLabel()
        self._text = QLabel(wordWrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click on it would silence the keys of the page
        self._close = QToolButton()
        self._close.setToolTip("Đóng thông báo (Esc)")
        self._close.setAccessibleName("Đóng thông báo")
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.SPACE_L, theme.SPACE_S, theme.SPACE_S, theme.SPACE_S)
        self._row.setSpacing(theme.SPACE_S)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, stretch=1)
        self._row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        self._buttons: list[QPushButton] = []
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_AFTER_MS)
        self._quiet.timeout.connect(self.hide)
        self.hide()

    def text(self) -> str:
        """What the banner says."""
        return self._text.text()

    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons of the offers."""
        return tuple(self._buttons)

    def show_message(self, text: str, tone: Tone, offers: tuple[Offer, ...]) -> None:
        """Say something; what was said before goes."""
        self._paint(tone)
        self._text.setText(text)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(offer) for offer in offers]
        self._quiet.stop()
        if tone is Tone.SUCCESS:
            self._quiet.start()
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it goes when it is clicked; the focus stays where it was
        button.clicked.connect(partial(self._take, offer))
        self._row.insertWidget(self._row.count() - 1, button, alignment=Qt.AlignmentFlag.AlignTop)
        return button

    def _take(self, offer: Offer) -> None:
        self.hide()
        offer.do()

    def _paint(self, tone: Tone) -> None:
        ink = theme.ink(tone)
        name = {Tone.SUCCESS: "check", Tone.INFO: "info", Tone.NEUTRAL: "info"}.get(tone, "warning")
        self._sign.setPixmap(icons.icon(name).pixmap(18, 18))
        self._close.setIcon(icons.icon("close"))
        self.setStyleSheet(
            f"Banner {{ background: {ink.ground}; border: none; border-bottom: 1px solid {ink.text}; }}"
            f"Banner QLabel {{ color: {ink.text}; background: transparent; }}"
        )


class WindowFeedback:
    """The feedback of a window: its banner and dialogs above it."""

    def __init__(self, window: QWidget, banner: Banner) -> None:
        self._window = window
        self._banner = banner

    def say(self, text: str, *, tone: Tone = Tone.SUCCESS, offers: tuple[Offer, ...] = ()) -> None:
        """See ``Feedback.say``."""
        self._banner.show_message(text, tone, offers)

    def trouble(self, error: AppError) -> None:
        """See ``Feedback.trouble``."""
        self._banner.show_message(messages.error(error), Tone.DANGER, ())

    def confirm(self, question: str, *, detail: str = "", yes: str, then: Callable[[], None]) -> None:
        """See ``Feedback.confirm``."""
        box = QMessageBox(QMessageBox.Icon.Question, "Xác nhận", question, parent=self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setInformativeText(detail)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton("Không", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(agree)
        agree.clicked.connect(then)
        box.open()

    def ask_text(self, title: str, question: str, *, yes: str, then: Callable[[str], None]) -> None:
        """See ``Feedback.ask_text``."""
        dialog = TextDialog(title, question, yes=yes, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: then(dialog.text()))
        dialog.open()

    def choose_file(self, title: str, filters: str, folder: Path, then: Callable[[Path], None]) -> None:
        """See ``Feedback.choose_file``."""
        dialog = QFileDialog(self._window, title, str(folder), filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, then)

    def choose_target(self, title: str, filters: str, proposed: Path, then: Callable[[Path], None]) -> None:
        """See ``Feedback.choose_target``."""
        dialog = QFileDialog(self._window, title, str(proposed.parent), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
        dialog.selectFile(proposed.name)
        self._open(dialog, then)

    def choose_folder(self, title: str, start: Path, then: Callable[[Path], None]) -> None:
        """See ``Feedback.choose_folder``."""
        dialog = QFileDialog(self._window, title, str(start))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, then)

    def open_file(self, path: Path) -> None:
        """See ``Feedback.open_file``."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute()))):
            where = f"Tệp nằm ở {path.parent.absolute()}."
            self.say(f"Máy chưa có chương trình mở được “{path.name}”. {where}", tone=Tone.WARNING)

    def _open(self, dialog: QFileDialog, then: Callable[[Path], None]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

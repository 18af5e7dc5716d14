"""Messages beside the work, questions before it: what the program says to the clerk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCursor, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.ui.common import icons, theme
from thidua_desktop.ui.common.signs import Sign
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.wording import messages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

_QUIET_AFTER_MS = 15_000
_READ_FIRST_MS = 400
"""How long a message that came up under the pointer takes no click."""
_WIDEST = 920
_STAYING = frozenset({Tone.DANGER, Tone.WARNING})
"""Messages of these tones stay until they are closed."""
_MOVED = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show})


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

    def confirm(
        self, question: str, *, detail: str = "", yes: str, then: Callable[[], None], final: bool = False
    ) -> None:
        """Ask before something that is hard to take back; ``yes`` names the deed on its button.

        ``final``: it cannot be taken back at all, so that Enter goes back.
        """

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
    """One message laid over the foot of a page. News and hints go by themselves, trouble stays until it is closed.

    It is in no layout: a page that moved when something was said would put another row under the clerk's next click.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Thông báo")
        self.setProperty("role", "message")
        self._sign = Sign("info")
        self._text = QLabel(wordWrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click on it would silence the keys of the page
        self._close = QToolButton()
        icons.name_icon(self._close, "close")
        self._close.setToolTip("Đóng thông báo (Esc)")
        self._close.setAccessibleName("Đóng thông báo")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self._dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.SPACE_L, theme.SPACE_S, theme.SPACE_S, theme.SPACE_S)
        self._row.setSpacing(theme.SPACE_S)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, stretch=1)
        self._row.addWidget(self._close, alignment=Qt.AlignmentFlag.AlignTop)
        self._buttons: list[QPushButton] = []
        self._area: QWidget | None = None
        self._watched: QWidget | None = None
        self._appeared = QElapsedTimer()
        self._surprising = False
        self._came_from: QWidget | None = None
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_AFTER_MS)
        self._quiet.timeout.connect(self._dismiss)
        self.hide()

    def lie_over(self, area: QWidget) -> None:
        """Say it over the foot of a part of the window, beside which it stands in the window's layout."""
        self._area = area
        self.setParent(area.parentWidget())
        area.installEventFilter(self)

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
        self.setAccessibleDescription(text)
        for button in self._buttons:
            button.hide()  # what goes later is not to take part in the measures now
            button.deleteLater()
        self._buttons = [self._button(offer) for offer in offers]
        urgent = tone in _STAYING
        self._quiet.stop()
        if not urgent and not (tone is Tone.INFO and offers):  # what is asked about waits for an answer
            self._quiet.start()
        self.show()
        self._settle()
        under_pointer = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
        self._surprising = self._area is not None and self.isVisible() and under_pointer
        self._appeared.start()
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._came_from = focused
        announce(self, text, urgent=urgent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if _is_escape(event):
            self._dismiss()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Esc, where nobody else has used it, closes from now on."""
        super().showEvent(event)
        self._watched = self.window() if self.window() is not self else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Esc is the window's again."""
        super().hideEvent(event)
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page; hear an Esc that nobody wanted. Over a message that only passes it closes a dialog, too."""
        if watched is self._area and event.type() in _MOVED:
            self._settle()
        elif watched is self._watched and isinstance(event, QKeyEvent) and _is_escape(event):
            passing = self._quiet.isActive()  # it would have gone by itself
            self._dismiss()
            return not (passing and isinstance(watched, QDialog))
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Take the place at the foot of the page, as wide as a message is read with ease."""
        area = self._area
        if area is None or self.isHidden():
            return
        edge = theme.SPACE_S
        width = max(0, min(area.width() - 2 * edge, _WIDEST))
        self._row.invalidate()
        height = self._row.totalHeightForWidth(width)
        left = area.x() + (area.width() - width) // 2
        self.setGeometry(left, max(0, area.y() + area.height() - height - edge), width, height)
        self.raise_()

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # it goes when it is clicked; the focus stays where it was
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._take, offer))
        self._row.insertWidget(self._row.count() - 1, button, alignment=Qt.AlignmentFlag.AlignTop)
        return button

    def _take(self, offer: Offer) -> None:
        if self._surprising and self._appeared.elapsed() < _READ_FIRST_MS:
            return  # the click was meant for what lay there before
        self._dismiss()
        offer.do()

    def _dismiss(self) -> None:
        """Go, and give the focus back to where it came from; Qt would pass it on to any button of the window."""
        focused, came_from = QApplication.focusWidget(), self._came_from
        if focused is not None and self.isAncestorOf(focused) and came_from is not None and isValid(came_from):
            came_from.setFocus()
        self.hide()

    def _paint(self, tone: Tone) -> None:
        self._sign.show_icon({Tone.SUCCESS: "check", Tone.INFO: "info", Tone.NEUTRAL: "info"}.get(tone, "warning"))
        set_tone(self, tone)


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape


def announce(widget: QWidget, text: str, *, urgent: bool) -> None:
    """Let a screen reader say something although the focus is elsewhere; what is urgent at once."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # large, and not needed to show a window

    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


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

    def confirm(
        self, question: str, *, detail: str = "", yes: str, then: Callable[[], None], final: bool = False
    ) -> None:
        """See ``Feedback.confirm``."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Question, "Xác nhận", question, parent=self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setInformativeText(detail)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        back = box.addButton("Quay lại", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(back if final else agree)
        box.setEscapeButton(back)
        agree.clicked.connect(then)
        box.open()

    def ask_text(self, title: str, question: str, *, yes: str, then: Callable[[str], None]) -> None:
        """See ``Feedback.ask_text``."""
        from thidua_desktop.ui.common.dialogs import TextDialog

        dialog = TextDialog(title, question, yes=yes, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: then(dialog.text()))
        dialog.open()

    def choose_file(self, title: str, filters: str, folder: Path, then: Callable[[Path], None]) -> None:
        """See ``Feedback.choose_file``."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title, str(folder), filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._open(dialog, then)

    def choose_target(self, title: str, filters: str, proposed: Path, then: Callable[[Path], None]) -> None:
        """See ``Feedback.choose_target``."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title, str(proposed.parent), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(proposed.suffix.lstrip("."))
        dialog.selectFile(proposed.name)
        self._open(dialog, then)

    def choose_folder(self, title: str, start: Path, then: Callable[[Path], None]) -> None:
        """See ``Feedback.choose_folder``."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title, str(start))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, then)

    def open_file(self, path: Path) -> None:
        """See ``Feedback.open_file``."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute()))):
            where = f"Tệp nằm ở {path.parent.absolute()}."
            self.say(f"Máy chưa có chương trình mở được “{path.name}”. {where}", tone=Tone.WARNING)

    def _open(self, dialog: QFileDialog, then: Callable[[Path], None]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

"""Dialogs that take a value and give one back; they save nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.leaving import question, typed
from thidua_desktop.ui.common.runner import Runner

_FEWEST = 4
"""Lines that a list in a dialog has room for in any case."""


class Form(QDialog):
    """A dialog with a deed on its button and "Bỏ qua" beside it."""

    def __init__(self, title: str, *, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.SPACE_S)
        self.buttons = QDialogButtonBox()
        self.yes = self.buttons.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self.yes.setProperty("role", "primary")
        self.no = self.buttons.addButton("Bỏ qua", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        frame.setSpacing(theme.SPACE_L)
        frame.addLayout(self.content, stretch=1)
        frame.addWidget(self.buttons)
        # Last: a button learns only from its dialog that Enter is for it, else any other before it may be chosen.
        self.yes.setDefault(True)
        self.question: QMessageBox | None = None
        """What is asked before typed words are thrown away."""

    def sizeHint(self) -> QSize:
        """At the width it will have: sentences take more lines in less, and would leave a hole above the buttons."""
        return super().sizeHint().expandedTo(QSize(self.minimumWidth(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, and asks first where something was typed."""
        if event.key() == Qt.Key.Key_Escape and typed(self):
            self.question = self.question or question(self, self.reject)
            self.question.open()
            return
        super().keyPressEvent(event)


def fit_lists(dialog: QDialog, lists: tuple[QListWidget, ...], width: int, most: int) -> None:
    """Give a dialog a width, and the height that its lists need at it, so that a few lines leave no hole.

    Args:
        dialog: laid out and filled.
        lists: what it shows.
        width: in pixels, as are all measures here.
        most: as high as it may be.
    """
    dialog.resize(width, most)
    dialog.ensurePolished()
    layout = dialog.layout()
    assert layout is not None
    layout.activate()
    rest = dialog.sizeHint().height() - sum(shown.sizeHint().height() for shown in lists)
    dialog.resize(width, min(most, rest + sum(map(_lines_height, lists))))


def _lines_height(shown: QListWidget) -> int:
    lines = sum(shown.sizeHintForRow(at) + 2 * shown.spacing() for at in range(shown.count()))
    return max(lines, _FEWEST * theme.ROW_HEIGHT) + 2 * shown.frameWidth()


def delete_when_closed(dialog: QDialog, runner: Runner) -> None:
    """Let a dialog go after it was closed, once what it has asked to be done is done: the answer may be told in it.

    A dialog that nothing is told in any more is simpler off with ``WA_DeleteOnClose``.
    """

    def let_go(_none: None) -> None:
        if isValid(dialog):  # its window may have gone, and taken it along
            dialog.deleteLater()

    dialog.finished.connect(lambda _result: runner.run(_nothing, let_go))


def _nothing() -> None:
    """Takes its turn behind what waits."""


class TextDialog(Form):
    """Asks for a sentence; it cannot be agreed to while it is empty."""

    def __init__(self, title: str, question: str, *, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(title, yes=yes, parent=parent)
        asked = QLabel(question, wordWrap=True)
        self._field = QPlainTextEdit()
        self._field.setAccessibleName(question)
        self._field.setTabChangesFocus(True)
        self._field.setMinimumHeight(84)
        self._field.textChanged.connect(self._on_text_changed)
        self._field.installEventFilter(self)
        asked.setBuddy(self._field)
        self.content.addWidget(asked)
        self.content.addWidget(self._field)
        self.setMinimumWidth(440)
        self._on_text_changed()
        self._field.setFocus()

    def text(self) -> str:
        """What was written, blanks squeezed."""
        return squeeze(self._field.toPlainText())

    def set_text(self, text: str) -> None:
        """Put words into the field."""
        self._field.setPlainText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter agrees; Shift+Enter begins a new line."""
        if watched is self._field and is_plain_enter(event):
            if self.yes.isEnabled():
                self.accept()
            return True
        return super().eventFilter(watched, event)

    def _on_text_changed(self) -> None:
        self.yes.setEnabled(bool(self.text()))


def is_plain_enter(event: QEvent) -> bool:
    """Whether Enter was pressed without Shift."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted

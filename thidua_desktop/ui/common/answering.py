"""Dialogs that stay open until what was typed has been kept: a refusal is said beside the fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFormLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.ui.common import editors
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import messages

DAY_FORM = editors.DAY_FORM


class AnswerForm(Form):
    """A form whose deed is done elsewhere: ``accept`` closes it, ``refuse`` says why it could not be done."""

    def __init__(self, title: str, *, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(title, yes=yes, parent=parent)
        self.wanted: Callable[[], None] | None = None
        """What the form asks for; without it the form simply closes."""
        self.wrong = label("", "muted", wrap=True)
        self.wrong.hide()
        self.buttons.accepted.disconnect()
        self.buttons.accepted.connect(self._on_wanted)

    def on_wanted(self) -> None:
        """Do what the form asks for."""
        (self.wanted or self.accept)()

    def refuse(self, trouble: AppError) -> None:
        """Say why it could not be done; the fields stay as they are."""
        self.tell(messages.error(trouble), trouble=True)
        self.yes.setEnabled(True)

    def tell(self, sentence: str, *, trouble: bool = False) -> None:
        """Say what the fields still lack, or what was refused; nothing where they are right."""
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))
        self.wrong.setProperty("role", "error" if trouble else "muted")
        self.wrong.style().unpolish(self.wrong)
        self.wrong.style().polish(self.wrong)
        QTimer.singleShot(0, self, self._grow)

    def told(self) -> str:
        """What is said to be wrong."""
        return self.wrong.text()

    def _on_wanted(self) -> None:
        self.yes.setEnabled(False)
        self.on_wanted()

    def _grow(self) -> None:
        """The height that the sentences need now; it never shrinks under the mouse."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            needed = max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height())
            if needed > self.height():
                self.resize(self.width(), needed)


def form(rows: Sequence[tuple[str, QWidget]]) -> QFormLayout:
    """Fields with their names; the names are what a screen reader says."""
    made = QFormLayout()
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    for name, field in rows:
        made.addRow(name, field)
        field.setAccessibleName(name.replace("&", ""))
    return made

"""One record of a recipient's card: a field for each attribute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.ui.common.columns import Editor
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit, SuggestEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.directory.record_fields import Field
from thidua_desktop.ui.directory.record_kinds import RecordKind
from thidua_desktop.wording import messages
from thidua_desktop.wording.rules import Names


class RecordDialog(Form):
    """Asks for a record of a kind; ``record()`` gives it back, on top of the one that was given."""

    def __init__(
        self,
        kind: RecordKind,
        record: Any | None,
        names: Names,
        *,
        year: int,
        new: bool,
        parent: QWidget | None = None,
    ) -> None:
        """``record`` is what is edited, or what a ``new`` one begins with; None begins with the blank of its kind.

        ``year`` is the year that a new record most likely belongs to, and that of days typed without one.
        """
        super().__init__(f"{'Thêm' if new else 'Sửa'} {kind.one}", yes="Thêm" if new else "Lưu", parent=parent)
        self._kind, self._record, self._names, self._year = kind, record, names, year
        self.fields: dict[str, QWidget] = {}
        form = QFormLayout()
        for field in kind.fields:
            widget = self.fields[field.key] = self._made(field)
            widget.setAccessibleName(field.title)
            widget.setToolTip(field.hint)
            form.addRow(field.title, widget)
        self._wrong = label("", "error", wrap=True)
        self.content.addWidget(label(kind.about, "muted", wrap=True))
        self.content.addLayout(form)
        self.content.addWidget(self._wrong)
        self.setMinimumWidth(520)
        self._check()
        next(iter(self.fields.values())).setFocus()

    def record(self) -> Any:
        """The record with what stands in the fields.

        Raises:
            EntryNotRead: a field says nothing that it can take.
        """
        values = {field.key: self._read(field) for field in self._kind.fields}
        return self._kind.type(**values) if self._record is None else replace(self._record, **values)

    def trouble(self) -> str:
        """What keeps the record from being kept, as it is said in the dialog."""
        return self._wrong.text()

    def _made(self, field: Field) -> QWidget:
        text = self._text(field)
        widget: QComboBox | QLineEdit
        match field.editor:
            case Editor.CHOICE:
                widget = QComboBox()
                widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                widget.setMinimumContentsLength(28)
                widget.addItems(list(field.choices(self._names)))
                widget.setMaxVisibleItems(16)
                widget.setCurrentIndex(widget.findText(text) if text else -1)
                widget.currentIndexChanged.connect(lambda _at: self._check())
                return widget
            case Editor.DAY:
                widget = DayEdit(year=self._year)
            case Editor.SEVERAL:
                widget = SuggestEdit(self._choices(field), separator=";")
            case _:
                widget = SuggestEdit(self._choices(field))
        widget.setText(text)
        if field.editor is not Editor.DAY:
            widget.setPlaceholderText(field.hint)
        widget.textChanged.connect(lambda _text: self._check())
        return widget

    def _choices(self, field: Field) -> Callable[[], list[str]]:
        return lambda: list(field.choices(self._names))

    def _text(self, field: Field) -> str:
        if self._record is not None:
            return field.write(getattr(self._record, field.key), self._names)
        text = self._kind.blank.get(field.key, "").format(year=self._year)
        return text[:1].upper() + text[1:]

    def _read(self, field: Field) -> Any:
        widget = self.fields[field.key]
        typed = widget.currentText() if isinstance(widget, QComboBox) else ""
        if isinstance(widget, QLineEdit):
            typed = widget.text()
        return field.read(nfc(typed), self._names, self._year)

    def _check(self) -> None:
        missing, wrong = False, ""
        for field in self._kind.fields:
            try:
                self._read(field)
            except AppError as trouble:
                if trouble.code == "entry.empty":
                    missing = True
                else:
                    wrong = wrong or f"{field.title}: {messages.error(trouble)}"
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.yes.setEnabled(not wrong and not missing)

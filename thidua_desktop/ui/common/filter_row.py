"""The row of filters under the titles of a grid."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QTableView, QWidget

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.ui.common import filtering
from thidua_desktop.ui.common.columns import Column, Editor
from thidua_desktop.ui.common.grid_header import GridHeader
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.table_proxy import TableProxy

ALL = "Tất cả"
_TYPED = "Gõ để lọc, không cần dấu; = là ô trống, <> là ô có nội dung"
_WAIT_MS = 120
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class HasColumns(Protocol):
    """The models of all tables."""

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """The columns, in their first order."""


class FieldRow(QObject):
    """Fields below the titles of columns; whoever makes the row decides what follows from them."""

    changed = Signal()
    """Other rows may be shown now."""
    put_away = Signal()
    """The key of the row was pressed within it."""

    def __init__(self, view: QTableView, header: GridHeader, proxy: QAbstractItemModel, model: HasColumns) -> None:
        super().__init__(view)
        self._view, self._header, self._proxy, self._model = view, header, proxy, model
        self._fields: dict[int, QLineEdit | _Choice] = {}
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self.apply)

    def shown(self) -> bool:
        """Whether the row is shown."""
        return self._header.fields_shown()

    def show(self, shown: bool) -> None:
        """Show the row, or hide it; a hidden row filters nothing."""
        if shown and not self._fields:
            columns = enumerate(self._model.columns)
            self._fields = {number: self._field(number, column) for number, column in columns if self._filters(column)}
            self._header.set_fields(dict(self._fields))
        if not shown:
            self.clear()
        self._header.show_fields(shown)

    def focus(self, number: int) -> None:
        """Put the cursor into the field of a column."""
        self.show(True)
        field = self._fields.get(number) or next(iter(self._fields.values()))
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field, QLineEdit):
            field.selectAll()

    def has_focus(self) -> bool:
        """Whether one types into the row."""
        return any(field.hasFocus() for field in self._fields.values())

    def active(self) -> bool:
        """Whether any field filters."""
        return any(_text(field) for field in self._fields.values())

    def set_text(self, number: int, text: str) -> None:
        """Filter a column at once, as if ``text`` had been typed or chosen."""
        self.show(True)
        match self._fields[number]:
            case QLineEdit() as field:
                field.setText(text)
            case field:
                field.offer(text)
                field.setCurrentText(text or ALL)
        self.apply()

    def clear(self) -> None:
        """Empty all fields."""
        if not self.active():
            return
        for field in self._fields.values():
            field.blockSignals(True)
            if isinstance(field, QLineEdit):
                field.clear()
            else:
                field.setCurrentIndex(0)
            field.blockSignals(False)
        self.apply()

    def apply(self) -> None:
        """Let the fields decide which rows are shown."""
        self._timer.stop()
        for field in self._fields.values():
            _mark(field, active=bool(_text(field)))
        self.changed.emit()

    def texts(self) -> dict[str, str]:
        """What is typed or chosen, by the keys of the columns; nothing for the others."""
        columns = self._model.columns
        return {columns[number].key: text for number, field in self._fields.items() if (text := _text(field))}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Down go to the rows, Tab to the next field, Esc empties the field and then leaves it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, field: QWidget, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self._step(field, -1 if event.key() == Qt.Key.Key_Backtab else 1)
            case Qt.Key.Key_Escape:
                self._leave(field)
            case Qt.Key.Key_L if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                # A field's keys do not come to the view: its header stands between them.
                if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                    self.clear()
                else:
                    self.put_away.emit()
            case key if key in _LEAVING and isinstance(field, QLineEdit):
                self.apply()
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            case _:
                return False
        return True

    def _step(self, field: QWidget, step: int) -> None:
        order = [self._header.logicalIndex(at) for at in range(self._header.count())]
        seen = (number for number in order if not self._header.isSectionHidden(number))
        shown = [self._fields[number] for number in seen if number in self._fields]
        at = next(at for at, found in enumerate(shown) if found is field)
        following = shown[(at + step) % len(shown)]
        self._view.scrollTo(self._proxy.index(0, next(n for n, found in self._fields.items() if found is following)))
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self, field: QWidget) -> None:
        if isinstance(field, QLineEdit | _Choice) and _text(field):
            if isinstance(field, QLineEdit):
                field.clear()
            else:
                field.setCurrentIndex(0)
            self.apply()
        else:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filters(self, _column: Column[Any]) -> bool:
        """Whether a column has a field."""
        return True

    def _field(self, number: int, column: Column[Any]) -> QLineEdit | _Choice:
        field: QLineEdit | _Choice
        if column.by_choice or column.editor is Editor.CHOICE:
            field = _Choice(lambda: self._said(number), self._header)
            field.currentIndexChanged.connect(lambda _at: self.apply())
        else:
            field = QLineEdit(self._header)
            field.setPlaceholderText("Lọc")
            field.setToolTip(_TYPED)
            field.textChanged.connect(lambda _text: self._timer.start())
        field.setProperty("role", "filter")
        field.setAccessibleName(f"Lọc theo {column.title}")
        field.installEventFilter(self)
        return field

    def _said(self, _number: int) -> list[str]:
        """What can be chosen in a column."""
        return []


class FilterRow(FieldRow):
    """A field for each column of a grid: what is typed or chosen there decides which rows the view shows."""

    def __init__(self, view: QTableView, header: GridHeader, proxy: TableProxy, model: TableModel[Any]) -> None:
        super().__init__(view, header, proxy, model)
        self._rows, self._filtered = model, proxy

    def apply(self) -> None:
        """Let the fields decide which rows are shown."""
        tests = {}
        for number, field in self._fields.items():
            text = _text(field)
            test = filtering.typed(text) if isinstance(field, QLineEdit) else filtering.chosen(text)
            if test is not None:
                tests[number] = test
        self._filtered.set_column_tests(tests)
        super().apply()

    def _said(self, number: int) -> list[str]:
        """All that the cells of a column say, in the column's order."""
        column = self._rows.columns[number]
        found: dict[str, Any] = {}
        for row in self._rows.rows():
            found.setdefault(column.text(row), row)
        return sorted(filter(None, found), key=lambda text: _rank(column, found[text]))


class _Choice(QComboBox):
    """The values of a column; looked up when the list opens."""

    def __init__(self, values: Callable[[], list[str]], parent: QWidget) -> None:
        super().__init__(parent)  # else it would get its style twice
        self._values = values
        self.addItem(ALL)
        self.setMaxVisibleItems(20)

    def offer(self, *also: str) -> None:
        """Fill the list; what is chosen stays chosen."""
        chosen = self.currentText()
        self.blockSignals(True)
        self.clear()
        self.addItems(list(dict.fromkeys(text for text in (ALL, *self._values(), chosen, *also) if text)))
        self.setCurrentText(chosen)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        self.blockSignals(False)

    def showPopup(self) -> None:
        """Open the list with what there is now."""
        self.offer()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows need the values too."""
        self.offer()
        super().keyPressEvent(event)


def _text(field: QLineEdit | _Choice) -> str:
    if isinstance(field, QLineEdit):
        return field.text() if fold(field.text()) else ""
    return field.currentText() if field.currentIndex() > 0 else ""


def _rank(column: Column[Any], row: Any) -> tuple[bool, Any]:
    key = column.sort_key(row) if column.sort_key is not None else column.text(row)
    return key is None, 0 if key is None else key


def _mark(field: QWidget, *, active: bool) -> None:
    if bool(field.property("active")) != active:
        field.setProperty("active", active)
        field.style().unpolish(field)
        field.style().polish(field)

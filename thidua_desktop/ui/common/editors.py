"""Fields for typing: names with completion, days, long text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCompleter,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QWidget,
    QWidgetAction,
)

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.ui.common import entry, icons, theme
from thidua_desktop.wording import formats

_OFFERED = 12
_LIST_WIDTH = 280
_FORGETS = "↓ mở các gợi ý; Delete bỏ gợi ý đang chọn"
_AROUND_HINT = 52
"""What the glass and the edges of a field for searching take."""


class SuggestEdit(QLineEdit):
    """A line that offers earlier values while one types, found without diacritics.

    With ``separator`` the line holds several names and the one at the cursor is completed. With ``forget`` the value
    chosen in the list is not offered any more after Delete; ``choices`` leaves it out from then on.
    """

    taken = Signal()
    """One of the values offered was chosen, of which ``textEdited`` says nothing."""

    def __init__(
        self,
        choices: Callable[[], Sequence[str]],
        *,
        separator: str = "",
        forget: Callable[[str], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices, self._forget = choices, forget
        self._separator = separator
        self._all_offered = False
        self._offer = QStringListModel(self)
        self._completer = QCompleter(self._offer, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list = QListView()
        self._list.setMinimumWidth(_LIST_WIDTH)
        self._completer.setPopup(self._list)
        self._completer.activated.connect(self._take)
        if forget is not None:
            self._list.installEventFilter(self)  # after the completer, so that it is asked before it
            self.setToolTip(_FORGETS)
        self.textEdited.connect(self._on_edited)

    def offered(self) -> list[str]:
        """The names that are offered now."""
        return list(self._offer.stringList())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Ctrl+Space open the list."""
        opens = event.key() == Qt.Key.Key_Down or (
            event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        if opens and not self._list.isVisible():
            self._show_offer(everything=True)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete on a value in the list forgets it, as in a browser; the next one can follow at once."""
        if watched is self._list and self._forget is not None and _deletes(event):
            at = self._list.currentIndex()
            if self._list.selectionModel().isSelected(at):  # the first one is current as soon as the list opens
                self._forget(str(at.data()))
                self._show_offer(everything=self._all_offered)
                self._list.setCurrentIndex(self._offer.index(min(at.row(), self._offer.rowCount() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _bounds(self) -> tuple[int, int]:
        text, at = self.text(), self.cursorPosition()
        if not self._separator:
            return 0, len(text)
        start = text.rfind(self._separator, 0, at) + 1
        end = text.find(self._separator, at)
        return start, len(text) if end < 0 else end

    def _on_edited(self, _text: str) -> None:
        self._show_offer(everything=False)

    def _show_offer(self, *, everything: bool) -> None:
        self._all_offered = everything
        start, end = self._bounds()
        words = fold(self.text()[start:end]).split()
        fitting = [name for name in self._choices() if all(word in fold(name) for word in words)]
        if not fitting or (not words and not everything):
            self._list.hide()
            self._offer.setStringList([])
            return
        self._offer.setStringList(fitting[:_OFFERED])
        self._completer.complete()

    def _take(self, name: str) -> None:
        start, end = self._bounds()
        text = self.text()
        blank = " " if start else ""
        self.setText(text[:start] + blank + name + text[end:])
        self.setCursorPosition(start + len(blank) + len(name))
        self.taken.emit()


def _deletes(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_Delete:
        return False
    return not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)


class LongEdit(QPlainTextEdit):
    """Several lines in a cell: Enter and Tab take the text, Alt+Enter or Shift+Enter begins a new line."""

    entered = Signal()
    tabbed = Signal(bool)
    """Tab was pressed; True with Shift, to go back. Qt leaves the key to fields of several lines."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Tab end the editing, as in a spreadsheet."""
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.tabbed.emit(shift or event.key() == Qt.Key.Key_Backtab)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier):
                self.insertPlainText("\n")
            else:
                self.entered.emit()
            return
        super().keyPressEvent(event)


DAY_FORM = "Ngày ghi theo dạng ngày/tháng/năm, ví dụ 15/06/2026."
_NO_SUCH_DAY = "Tháng {month} không có ngày {day}."


class DayEdit(QLineEdit):
    """A day as dd/mm/yyyy: typed in any usual spelling, or picked from a calendar (Alt+Down)."""

    def __init__(self, *, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = year
        self.setPlaceholderText("ngày/tháng/năm")
        pick = QAction(icons.icon("calendar"), "Chọn ngày", self)
        pick.triggered.connect(self._open_calendar)
        self.addAction(pick, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(lambda _text: self._mark(wrong=False))
        self.menu: QMenu | None = None

    def day(self) -> date | None:
        """The day; None when nothing is typed.

        Raises:
            DayNotRead: the text is no day.
        """
        return entry.day(self.text(), year=self._year)

    def set_day(self, value: date | None) -> None:
        """Show a day."""
        self.setText(formats.day(value))
        self._mark(wrong=False)

    def readable(self) -> bool:
        """Whether the text is a day or empty."""
        return not self.fault()

    def fault(self, *, needed: bool = False) -> str:
        """What is wrong with the text, as a sentence; ``needed``: an empty field is wrong too."""
        try:
            day = self.day()
        except entry.DayNotThere as missing:
            return _NO_SUCH_DAY.format(**missing.params)
        except entry.DayNotRead:
            return DAY_FORM
        return DAY_FORM if needed and day is None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._open_calendar()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the day in full, or mark what cannot be read."""
        if self.readable():
            self.set_day(self.day())
        else:
            self._mark(wrong=True)
        super().focusOutEvent(event)

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.setToolTip(self.fault() if wrong else "")
            self.style().unpolish(self)
            self.style().polish(self)

    def _open_calendar(self) -> None:
        calendar = QCalendarWidget(self)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setAccessibleName("Lịch chọn ngày")
        shown = self.day() if self.readable() else None
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day) if shown else QDate.currentDate())
        calendar.activated.connect(self._pick)
        calendar.clicked.connect(self._pick)
        self.menu = QMenu(self)
        holder = QWidgetAction(self.menu)
        holder.setDefaultWidget(calendar)
        self.menu.addAction(holder)
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        self.set_day(date(day.year(), day.month(), day.day()))
        if self.menu is not None:
            self.menu.close()
        self.setFocus()


def wrong_day(*fields: DayEdit) -> str:
    """What is wrong with the first of some days that cannot be read; empty where all can."""
    return next((wrong for field in fields if (wrong := field.fault())), "")


class NumberEdit(QLineEdit):
    """A whole number between two bounds, typed or changed by the arrow keys. An unfinished one counts as the last."""

    value_changed = Signal(int)

    def __init__(self, value: int, *, low: int, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value, self._low, self._high = value, low, high
        self.setMaxLength(len(str(high)))
        self.setText(str(value))
        self.textEdited.connect(self._on_edited)

    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show a number, moved between the bounds."""
        bounded = max(self._low, min(self._high, value))
        self.setText(str(bounded))
        if bounded != self._value:
            self._value = bounded
            self.value_changed.emit(bounded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down count."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.set_value(self._value + (1 if event.key() == Qt.Key.Key_Up else -1))
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is no number within the bounds gives way to the last one that was."""
        self.setText(str(self._value))
        super().focusOutEvent(event)

    def _on_edited(self, text: str) -> None:
        if text.isdecimal() and self._low <= int(text) <= self._high and int(text) != self._value:
            self._value = int(text)
            self.value_changed.emit(self._value)


def show_lines(field: QPlainTextEdit, lines: int) -> None:
    """Make a field so high that this many lines of its letters are read at once."""
    field.setFixedHeight(lines * field.fontMetrics().lineSpacing() + 2 * theme.SPACE_S)


class SearchField(QLineEdit):
    """A field that searches while one types; Esc empties it. A hint that does not fit ends in "…"."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = placeholder
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field first, and leaves it when it is empty."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much of the hint as there is room for."""
        super().resizeEvent(event)
        room = event.size().width() - _AROUND_HINT
        self.setPlaceholderText(self.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, room))

    def query(self) -> str:
        """What is searched for, blanks squeezed."""
        return squeeze(self.text())

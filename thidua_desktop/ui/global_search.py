"""Ctrl+K: one field that finds any record of the open file, any deed and any place, with or without diacritics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem

from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import icons
from thidua_desktop.ui.common.delegates import DETAIL_ROLE, KEY_ROLE, TwoLines
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.palette.entries import Entry
from thidua_desktop.ui.palette.listing import Listing, Search, Stock
from thidua_desktop.ui.palette.ranking import Shelf

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow

_WAIT_MS = 60
"""A pause in typing after which the register is asked; what is in memory is shown at once."""
_ENTRY = int(Qt.ItemDataRole.UserRole)
_LEAST_WIDTH = 560
_BY_KEY = (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ShortcutFocusReason)
_DEED_ICON = "right"


class GlobalSearch(SearchField):
    """The field and the list below it; Enter opens what is chosen."""

    def __init__(self, services: Services, runner: Runner, navigation: Navigation, window: MainWindow) -> None:
        super().__init__("Tìm việc cần làm, dữ liệu (Ctrl+K)")
        self._services, self._runner, self._navigation, self._window = services, runner, navigation, window
        self._stale, self._gathering = True, False
        self._search = Search(Stock())
        self._register: tuple[Entry, ...] = ()
        self.results = QListWidget(window)
        self.results.setAccessibleName("Kết quả tìm kiếm")
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setIconSize(QSize(16, 16))
        self.results.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setProperty("role", "drop")
        self.results.setItemDelegate(TwoLines(self.results))
        self.results.hide()
        self.results.itemClicked.connect(self._open)
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._wait.timeout.connect(self._ask_register)
        self.textChanged.connect(lambda _text: self._on_typed())
        navigation.changes_made.connect(lambda _changes: self._forget())
        window.installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move in the list, Enter opens, Esc closes."""
        if self.results.isVisible():
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Up | Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                    QApplication.sendEvent(self.results, event)
                    return
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    if self.results.currentItem() is not None:
                        self._open(self.results.currentItem())
                    return
                case Qt.Key.Key_Escape:
                    self._leave()
                    return
                case _:
                    pass
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list stays below the field, and goes when something else is clicked."""
        if event.type() == QEvent.Type.Resize and self.results.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Look what can be done now; whoever came by key is offered what he used lately."""
        super().focusInEvent(event)
        from thidua_desktop.ui.palette import deeds  # the window starts without it, and without what is read below

        self._renew(deeds.entries(self._window))
        if self._stale:
            self._gather()
        if event.reason() in _BY_KEY and not self.query():
            self._offer()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever works elsewhere does not want the list."""
        self.results.hide()
        super().focusOutEvent(event)

    # what there is to find

    def _forget(self) -> None:
        self._stale = True
        if self.hasFocus():
            self._gather()

    def _gather(self) -> None:
        """Read what can be found beside all other work; what was read before is searched meanwhile."""
        if self._gathering:
            return
        self._gathering, self._stale = True, False
        self._runner.run_aside(self._everything, self._on_gathered, lambda _trouble: self._on_not_gathered())

    def _everything(self) -> tuple[Shelf, Shelf]:
        from thidua_desktop.ui import going
        from thidua_desktop.ui.palette.records import everything

        return Shelf(everything(self._services)), Shelf(going.entries(self._window))

    def _on_gathered(self, found: tuple[Shelf, Shelf]) -> None:
        self._gathering = False
        records, there = found
        stock = Stock(self._search.stock.deeds, there, records)
        self._search = Search(stock, self._recent())
        if self.hasFocus() and self.query():
            self._show_found()
        if self._stale:
            self._gather()

    def _on_not_gathered(self) -> None:
        self._gathering, self._stale = False, True

    def _recent(self) -> tuple[str, ...]:
        from thidua_desktop.ui.palette import memory

        return memory.recent(self._window.preferences)

    def _renew(self, found: Sequence[Entry]) -> None:
        stock = replace(self._search.stock, deeds=Shelf(found))
        self._search = Search(stock, self._recent())

    # finding

    def _on_typed(self) -> None:
        """Show at once what is in memory; the register, a million lines perhaps, is asked when the typing pauses."""
        self._register = ()
        if not self.query():
            self.results.hide()
            self._wait.stop()
            return
        self._show_found()
        self._wait.start()

    def _show_found(self) -> None:
        self._show(self._search.listing(self.query(), self._register))

    def _ask_register(self) -> None:
        query = self.query()
        if query:
            from thidua_desktop.ui.palette.records import of_register

            work = partial(of_register, self._services, query)
            self._runner.run_aside(work, partial(self._on_register_answered, query))

    def _on_register_answered(self, query: str, entries: tuple[Entry, ...]) -> None:
        if query == self.query() and entries and self.hasFocus():
            self._register = entries
            self._show_found()

    # showing

    def _offer(self) -> None:
        lately = self._search.used_lately()
        hint = "Gõ tên việc cần làm, tên người, đơn vị, kế hoạch…; không cần dấu, không cần đủ chữ."
        self._fill(lately, hint)

    def _show(self, listing: Listing) -> None:
        if not listing.shown:
            told = "Đang đọc dữ liệu…" if self._gathering else "Không tìm thấy. Thử ít từ hơn; không cần gõ dấu."
        elif listing.more:
            told = f"… và {listing.more} kết quả khác; gõ thêm từ để thu hẹp."
        else:
            told = ""
        self._fill(listing.shown, told)

    def _fill(self, entries: Sequence[Entry], told: str) -> None:
        chosen = self.results.currentItem().data(_ENTRY) if self.results.currentRow() > 0 else None
        kept = chosen.code if isinstance(chosen, Entry) else ""
        self.results.clear()
        for entry in entries:
            self.results.addItem(_item(entry))
        if told:
            said = QListWidgetItem(told)
            said.setFlags(Qt.ItemFlag.NoItemFlags)
            self.results.addItem(said)
        codes = [entry.code for entry in entries]
        if entries:
            self.results.setCurrentRow(codes.index(kept) if kept in codes else 0)
        self._place()
        self.results.show()
        self.results.raise_()

    def _place(self) -> None:
        window = self._window
        width = max(_LEAST_WIDTH, self.width())
        height = sum(self.results.sizeHintForRow(at) for at in range(self.results.count())) + 6
        corner = self.mapTo(window, QPoint(self.width() - width, self.height() + 2))
        self.results.setGeometry(max(0, corner.x()), corner.y(), width, min(height, window.height() - corner.y() - 20))

    def _leave(self) -> None:
        """Back to the work that one came from."""
        self.results.hide()
        self.clear()
        self._window.pages.get(self._window.tabs.currentIndex()).take_focus()

    def _open(self, item: QListWidgetItem) -> None:
        entry = item.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        from thidua_desktop.ui.palette import memory

        memory.remember(self._window.preferences, entry.code)
        self._leave()
        if entry.record is not None:
            kind, record_id = entry.record
            self._navigation.open_requested.emit(kind.value, record_id)
        elif entry.do is not None:
            entry.do()


def _item(entry: Entry) -> QListWidgetItem:
    made = QListWidgetItem(icons.icon(entry.icon or _DEED_ICON), entry.title.rstrip("…"))
    made.setData(_ENTRY, entry)
    made.setToolTip(entry.title)
    made.setData(DETAIL_ROLE, entry.detail)
    made.setData(KEY_ROLE, entry.key)
    made.setData(Qt.ItemDataRole.AccessibleTextRole, " · ".join(filter(None, (entry.title, entry.detail, entry.key))))
    return made

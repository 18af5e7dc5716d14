"""The window "Bộ quy định": what the law of each period says of each award, with citation, validity and confidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.feedback import Banner, Feedback, Offer, WindowFeedback
from thidua_desktop.ui.common.finished import folder_made
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import EmptyState, button, label, row
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.rulebooks import loading
from thidua_desktop.ui.rulebooks.columns import RULE_COLUMNS
from thidua_desktop.ui.rulebooks.loading import Entry, Library, Shown
from thidua_desktop.wording.rulebook_lines import RuleLine
from thidua_desktop.wording.rules import SURE

_FIRST_SIZE = (1320, 700)
_ENTRY = Qt.ItemDataRole.UserRole
_MOST_TROUBLES = 4
_LEAST_TREE = 220
_PERIODS = "Ngày của văn bản quyết định bộ quy định nào được dùng"


class RulebookWindow(QDialog):
    """Awards at the left, the rules of the chosen one at the right, the period above. Nothing is changed here."""

    read_again = Signal()
    """The office's own rulebooks have been read again: what was judged by them may not hold any more."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        *,
        preferences: Preferences,
        feedback: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._runner = services, runner
        self._library: Library | None = None
        self.banner = Banner()
        self._feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self.setWindowTitle("Bộ quy định")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(*_FIRST_SIZE)
        WindowPlace(self, preferences, "rulebooks")
        self._make(preferences)
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """The rulebooks are read when the window is first shown."""
        super().showEvent(event)
        if self._library is None:
            self._load()
        self.search.setFocus()

    def reload(self) -> None:
        """Read the office's own rulebooks again."""
        self._services.rulebooks.reload()
        self.banner.hide()
        self._load()
        self.read_again.emit()

    def start_own(self) -> None:
        """Open the folder of the office's own rulebooks, with an example to start from."""
        self._runner.run(self._services.rulebooks.start_own, self._on_started, self._feedback.trouble)

    def _load(self) -> None:
        work = partial(loading.library, self._services.rulebooks, self._services.today())
        self._runner.run(work, self._on_loaded, label="Đang đọc bộ quy định…")

    def _on_started(self, folder: Path) -> None:
        self._feedback.say(
            f"Quy định riêng nằm trong thư mục “{folder.name}” cạnh tệp dữ liệu. Mở tệp .toml bằng Notepad để sửa, "
            "lưu lại rồi bấm Đọc lại.",
            tone=Tone.INFO,
            offers=folder_made(self._feedback, folder),
        )

    def show_award(self, award_id: str) -> bool:
        """Go to an award of the period that is shown; False where it does not exist in it."""
        item = self._item_of(award_id)
        if item is not None:
            self.tree.setCurrentItem(item)
        return item is not None

    def show_day(self, day: date) -> None:
        """Go to the rulebook that judges documents of a day."""
        for at, shown in enumerate(self._library.books if self._library is not None else ()):
            if shown.book.basis.covers(day):
                self.periods.setCurrentIndex(at)

    def entries(self) -> tuple[str, ...]:
        """The names of the awards that the tree shows."""
        return tuple(_entry(item).name for item in self._items())

    # making

    def _make(self, preferences: Preferences) -> None:
        self.periods = QComboBox()
        self.periods.setAccessibleName("Thời kỳ pháp luật")
        self.periods.setToolTip(_PERIODS)
        self.periods.currentTextChanged.connect(lambda text: self.periods.setToolTip(f"{text}\n{_PERIODS}"))
        self.periods.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.periods.setMinimumContentsLength(30)
        self.search = SearchField("Tìm danh hiệu, điều kiện, điều luật")
        self.search.setFixedWidth(300)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setProperty("role", "plain")
        self.tree.setIndentation(14)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setAccessibleName("Danh hiệu, hình thức khen thưởng")
        grouping = Grouping[RuleLine](lambda line: line.section, lambda _lines: "")
        self.model = TableModel[RuleLine](RULE_COLUMNS, lambda line: line.order, grouping=grouping, parent=self)
        self.grid = Grid(self.model, name="rulebooks.lines", preferences=preferences)
        self.grid.setAccessibleName("Quy định của mục đang chọn")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.own = button("Quy định riêng…", "edit", tip="Mở thư mục quy định riêng của cơ quan, có sẵn tệp mẫu")
        self.again = button("Đọc lại", "redo", tip="Đọc lại các tệp quy định riêng vừa sửa (F5)")
        self.again.setShortcut("F5")
        self.closing = button("Đóng")
        for made in (self.own, self.again, self.closing):
            made.setAutoDefault(False)

    def _lay_out(self) -> None:
        self._award = label("", "title", wrap=True)
        self._warning = label("", "error", wrap=True)
        self._layers = label("", "muted", wrap=True)
        self._legend = label("", "small", wrap=True)
        right = QWidget()
        inner = QVBoxLayout(right)
        inner.setContentsMargins(theme.SPACE_S, 0, 0, 0)
        inner.setSpacing(theme.SPACE_S)
        inner.addWidget(self._award)
        inner.addWidget(self.grid, stretch=1)
        self.left = QStackedWidget()
        self.left.addWidget(self.tree)
        self.left.addWidget(
            EmptyState(
                "search",
                "Không có mục nào khớp",
                "Hãy gõ ít chữ hơn, không cần dấu.",
                (Offer("Xóa ô tìm", self.search.clear),),
            )
        )
        self.split = QSplitter()
        self.split.addWidget(self.left)
        self.split.addWidget(right)
        self.left.setMinimumWidth(_LEAST_TREE)
        self.split.setSizes([300, 1000])
        self.split.setChildrenCollapsible(False)
        heading = row(label("Bộ quy định", "title"), self.periods, self.search)
        heading.setStretch(1, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_S)
        frame.addLayout(heading)
        frame.addWidget(self._warning)
        frame.addWidget(self._layers)
        frame.addWidget(self.split, stretch=1)
        foot = row(self._legend, self.own, self.again, self.closing)
        foot.setStretch(0, 1)
        frame.addLayout(foot)
        self.banner.lie_over(self.split)

    def _connect(self) -> None:
        self._search_timer = QTimer(self, singleShot=True, interval=120)
        self._search_timer.timeout.connect(self._fill_tree)
        self.search.textChanged.connect(lambda _text: self._search_timer.start())
        self.search.returnPressed.connect(self.tree.setFocus)
        self.periods.currentIndexChanged.connect(lambda _at: self._show_period())
        self.tree.currentItemChanged.connect(lambda item, _before: self._show_entry(item))
        self.own.clicked.connect(self.start_own)
        self.again.clicked.connect(self.reload)
        self.closing.clicked.connect(self.reject)

    # showing

    def _on_loaded(self, library: Library) -> None:
        before = self.periods.currentIndex()
        self._library = library
        self.periods.blockSignals(True)
        self.periods.clear()
        for shown in library.books:
            self.periods.addItem(shown.title)
        self.periods.setCurrentIndex(before if before >= 0 else library.today)
        self.periods.blockSignals(False)
        if library.troubles:
            told = " ".join(library.troubles[:_MOST_TROUBLES])
            left = len(library.troubles) - _MOST_TROUBLES
            more = f" Còn {left} chỗ sai nữa." if left > 0 else ""
            self._feedback.say(told + more, tone=Tone.WARNING)
        self._show_period()

    def _period(self) -> Shown | None:
        at = self.periods.currentIndex()
        return self._library.books[at] if self._library is not None and at >= 0 else None

    def _show_period(self) -> None:
        shown = self._period()
        if shown is None:
            return
        book = shown.book
        self.periods.setToolTip(f"{shown.title}\n{book.basis.citation}")
        self._warning.setText(book.basis.note or "")
        self._warning.setVisible(bool(book.basis.note))
        self._layers.setText(f"Có áp dụng quy định riêng của cơ quan: {', '.join(book.layers)}.")
        self._layers.setVisible(bool(book.layers))
        self._legend.setText("Mức chắc chắn: " + "; ".join(f"{SURE[mark]} – {_MEANINGS[mark]}" for mark in Confidence))
        self._fill_tree()

    def _fill_tree(self) -> None:
        shown = self._period()
        if shown is None:
            return
        here = self._current()
        words = fold(self.search.text()).split()
        fitting = [entry for entry in shown.entries if all(word in entry.searched for word in words)]
        self.tree.blockSignals(True)
        self.tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for entry in fitting:
            item = QTreeWidgetItem([entry.name])
            item.setData(0, _ENTRY, entry)
            item.setToolTip(0, entry.name)
            if not entry.group:
                self.tree.addTopLevelItem(item)
                continue
            if entry.group not in groups:
                groups[entry.group] = QTreeWidgetItem([entry.group])
                groups[entry.group].setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.tree.addTopLevelItem(groups[entry.group])
            groups[entry.group].addChild(item)
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self.left.setCurrentIndex(0 if fitting else 1)
        again = self._item_of(here.id) if here is not None else None
        wanted = again or (self._item_of(fitting[0].id) if fitting else None)
        if wanted is not None:
            self.tree.setCurrentItem(wanted)
        self._show_entry(wanted)

    def _current(self) -> Entry | None:
        item = self.tree.currentItem()
        return None if item is None else item.data(0, _ENTRY)

    def _item_of(self, award_id: str) -> QTreeWidgetItem | None:
        return next((item for item in self._items() if _entry(item).id == award_id), None)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        """The lines of the tree that stand for something, groups aside."""
        for at in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(at)
            if top is not None and top.data(0, _ENTRY) is not None:
                yield top
            elif top is not None:
                inner = (top.child(number) for number in range(top.childCount()))
                yield from (item for item in inner if item is not None)

    def _show_entry(self, item: QTreeWidgetItem | None) -> None:
        entry: Entry | None = None if item is None else item.data(0, _ENTRY)
        self._award.setText(entry.name if entry is not None else "")
        self.grid.set_rows(entry.lines if entry is not None else ())


_MEANINGS = {
    Confidence.SEEN: "đã đọc thấy trong văn bản",
    Confidence.KNOWN: "theo hiểu biết chung, nên mở văn bản xem lại",
    Confidence.UNSURE: "văn bản chưa rõ hoặc chưa thấy, phải kiểm tra trước khi kết luận",
}


def _entry(item: QTreeWidgetItem) -> Entry:
    entry: Entry = item.data(0, _ENTRY)
    return entry

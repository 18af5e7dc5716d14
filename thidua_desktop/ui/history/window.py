"""The window "Nhật ký thay đổi": every operation, what it changed field by field, and the ways back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFrame,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.feedback import Banner, Feedback, Offer, WindowFeedback
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.widgets import EmptyState, button, label, row
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.history import loading
from thidua_desktop.ui.history.columns import ENTRY_COLUMNS, FIELD_COLUMNS, Line, day_of
from thidua_desktop.ui.history.loading import Going, Record, Told
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording import formats, labels
from thidua_desktop.wording.history import FieldChange

_EVERY = "Mọi loại"
_FIRST_SIZE = (1240, 660)


class HistoryWindow(QDialog):
    """Lists operations and takes the file back to any of them; stays open beside the main window.

    ``record`` shows the history of one record only; ``feedback`` is the window's own banner unless a test hands in
    another one.
    """

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        *,
        preferences: Preferences,
        record: Record | None = None,
        feedback: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._runner, self._navigation = services, runner, navigation
        self._record = record
        self._awards = {award.id: award.name for award in services.awards.catalogue()}
        self.banner = Banner()
        self._feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self.setWindowTitle("Nhật ký thay đổi")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(*_FIRST_SIZE)
        WindowPlace(self, preferences, "history")
        self._make_lists(preferences)
        self._make_buttons()
        self._lay_out()
        self._connect()

    # what the frame asks

    def show_record(self, record: Record | None) -> None:
        """Show the history of one record, or of the whole file."""
        self._record = record
        self.search.clear()
        self.kinds.setCurrentIndex(0)
        if self.isVisible():
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        """What was done while it was closed is read now."""
        super().showEvent(event)
        self.reload()
        self.grid.setFocus()

    def reload(self) -> None:
        """Read the operations anew."""
        self._show_heading()
        self._runner.run(partial(loading.entries, self._services, self._record), self._show)

    # making

    def _make_lists(self, preferences: Preferences) -> None:
        self.search = SearchField("Tìm trong nhật ký")
        self.search.setMaximumWidth(300)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName("Lọc theo loại dữ liệu")
        self.kinds.addItem(_EVERY, None)
        for kind in Kind:
            self.kinds.addItem(labels.of(kind), kind.value)
        grouping = Grouping[Line](day_of, lambda lines: f"{len(lines)} việc")
        self.model = TableModel[Line](ENTRY_COLUMNS, lambda line: line.entry.id, grouping=grouping, parent=self)
        self.grid = Grid(self.model, name="history.entries", preferences=preferences)
        self.grid.setAccessibleName("Các việc đã làm")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        by_record = Grouping[FieldChange](lambda line: line.record, lambda _lines: "")
        self.fields = TableModel[FieldChange](FIELD_COLUMNS, lambda line: line.order, grouping=by_record, parent=self)
        self.field_grid = Grid(self.fields, name="history.fields", preferences=preferences)
        self.field_grid.setAccessibleName("Nội dung đã thay đổi")

    def _make_buttons(self) -> None:
        self.back = button("Về lại thời điểm này…", "history", role="primary")
        self.back.setToolTip("Đưa dữ liệu về như ngay sau việc đang chọn; việc nào bỏ đi cũng lấy lại được")
        self.alone = button("Chỉ hoàn tác việc này", "undo")
        self.alone.setToolTip("Bỏ riêng việc đang chọn, giữ các việc làm sau đó")
        self.whole = button("Xem cả nhật ký", role="link")
        self.closing = button("Đóng")
        for made in (self.back, self.alone, self.whole, self.closing):
            made.setAutoDefault(False)

    def _lay_out(self) -> None:
        self._title = label("", "title")
        self._told = label("", "muted", wrap=True)
        self._told.hide()
        self._when = label("", "strong", wrap=True)
        self.entries_pane = QStackedWidget()
        self.entries_pane.addWidget(self.grid)
        self.entries_pane.addWidget(
            EmptyState("history", "Chưa có việc nào", "Mỗi lần thêm, sửa, xóa, nhập tệp đều được ghi lại ở đây.")
        )
        self.entries_pane.addWidget(
            EmptyState(
                "search",
                "Không có việc nào khớp",
                "Các việc đã làm vẫn còn nguyên; điều kiện tìm đang ẩn chúng.",
                (Offer("Bỏ lọc", self.unfilter),),
            )
        )
        detail = QFrame()
        detail.setProperty("role", "card")
        inner = QVBoxLayout(detail)
        inner.setContentsMargins(theme.SPACE_M, theme.SPACE_M, theme.SPACE_M, theme.SPACE_M)
        inner.setSpacing(theme.SPACE_S)
        inner.addWidget(self._when)
        inner.addWidget(self.field_grid, stretch=1)
        inner.addWidget(self._told)
        self.split = QSplitter()
        self.split.addWidget(self.entries_pane)
        self.split.addWidget(detail)
        self.split.setSizes([660, 560])
        self.split.setChildrenCollapsible(False)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_S)
        frame.addLayout(row(self._title, self.whole, 0, self.search, self.kinds))
        frame.addWidget(self.split, stretch=1)
        frame.addLayout(row(self.back, self.alone, 0, self.closing))
        self.banner.lie_over(self.split)

    def _connect(self) -> None:
        self._search_timer = QTimer(self, singleShot=True, interval=120)
        self._search_timer.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _text: self._search_timer.start())
        self.search.returnPressed.connect(self.grid.setFocus)
        self.kinds.currentIndexChanged.connect(lambda _at: self._filter())
        self.grid.current_changed.connect(self._on_current_changed)
        self.grid.opened.connect(lambda _line: self.go_back())
        self.back.clicked.connect(self.go_back)
        self.alone.clicked.connect(self.undo_alone)
        self.whole.clicked.connect(partial(self.show_record, None))
        self.closing.clicked.connect(self.reject)
        self._navigation.changes_made.connect(self._on_changes_made)

    # deeds

    def current(self) -> Line | None:
        """The operation at the cursor."""
        return self.grid.current()

    def go_back(self) -> None:
        """Bring the file to where it stood after the chosen operation, after saying what that means."""
        line = self.current()
        if line is not None and self.back.isEnabled():
            work = partial(loading.going, self._services, line.entry)
            self._runner.run(work, partial(self._ask, line), self._feedback.trouble)

    def _ask(self, line: Line, going: Going) -> None:
        told = [f"{going.taken_back} việc làm sau đó sẽ được bỏ."] if going.taken_back else []
        if going.brought_back:
            told.append(f"{going.brought_back} việc đã bỏ trước đây sẽ được lấy lại.")
        told.append("Chương trình sao lưu trước khi làm, và việc này cũng hoàn tác được.")
        self._feedback.confirm(
            f"Đưa dữ liệu về lúc {formats.moment(line.entry.at)}, ngay sau việc: {_lower(line.sentence)}?",
            detail=" ".join(told),
            yes="Về lại thời điểm này",
            then=partial(self._go_back, line),
        )

    def _go_back(self, line: Line) -> None:
        self._runner.run(
            partial(self._services.undo.back_to, line.entry.id),
            partial(self._on_done, f"Đã đưa dữ liệu về lúc {formats.moment(line.entry.at)}."),
            self._feedback.trouble,
            label="Đang đưa dữ liệu về thời điểm đã chọn…",
        )

    def undo_alone(self) -> None:
        """Take back the chosen operation and nothing else."""
        line = self.current()
        if line is not None and self.alone.isEnabled():
            work = partial(self._services.undo.undo, line.entry.id)
            self._runner.run(
                work, partial(self._on_done, f"Đã hoàn tác: {_lower(line.sentence)}."), self._feedback.trouble
            )

    def _on_done(self, told: str, changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        self._feedback.say(told)

    # showing

    def _on_changes_made(self, _changes: Changes) -> None:
        if self.isVisible():
            self.reload()

    def _show_heading(self) -> None:
        one = self._record
        self._title.setText("Mọi việc đã làm" if one is None else f"{labels.of(one.kind)}: {one.name}")
        self.whole.setVisible(one is not None)
        self.kinds.setVisible(one is None)

    def _show(self, lines: tuple[Line, ...]) -> None:
        self.grid.set_rows(lines)
        self._filter()
        if self.current() is None and self.grid.proxy.rowCount() > 1:
            self.grid.go_to(lines[0].entry.id, column=1)
        self._on_current_changed(self.current())

    def unfilter(self) -> None:
        """Show every operation again."""
        self.search.clear()
        self.kinds.setCurrentIndex(0)
        self.grid.setFocus()

    def _filter(self) -> None:
        kind = self.kinds.currentData()
        self.grid.proxy.set_query(self.search.text())
        self.grid.proxy.set_test(None if kind is None else lambda line: Kind(kind) in line.entry.touched)
        shown = self.grid.proxy.rowCount() > 0
        self.entries_pane.setCurrentIndex(0 if shown else 2 if self.model.rows() else 1)

    def _on_current_changed(self, line: Line | None) -> None:
        rows = self.model.rows()
        may = line is not None and not self._services.read_only
        newest = self._record is None and bool(rows) and line is not None and line.entry.id == rows[0].entry.id
        self.back.setEnabled(may and not newest)
        self.alone.setEnabled(may and line is not None and line.holds)
        if line is None:
            self._when.clear()
            self._told.hide()
            self.fields.set_rows(())
            return
        self._when.setText(f"{formats.moment(line.entry.at)}: {_lower(line.sentence)}")
        work = partial(loading.fields, self._services, line.entry, self._record, self._awards)
        self._runner.run(work, partial(self._show_fields, line))

    def _show_fields(self, line: Line, told: Told) -> None:
        if self.current() != line:  # the cursor has gone on meanwhile
            return
        self.fields.set_rows(told.lines)
        left = f"Còn {formats.whole(told.left_out)} dòng nữa không hiện ở đây." if told.left_out else ""
        self._told.setText(left)
        self._told.setVisible(bool(left))


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]

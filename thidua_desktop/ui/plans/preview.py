"""A plan document before it is kept: the source on the left, its tasks on the right, both always at the same place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QSplitter, QTabWidget, QVBoxLayout, QWidget

from thidua_desktop.domain import review as reviewing
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.periods import QUARTERS
from thidua_desktop.domain.plans import Plan, PlanDraft, Role
from thidua_desktop.domain.review import Line, Review
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Banner, Offer, WindowFeedback
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, button, label, line, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.plans.preview_columns import DROPPED, line_columns
from thidua_desktop.ui.plans.preview_header import PreviewHeader
from thidua_desktop.ui.plans.preview_source import SourceView
from thidua_desktop.ui.plans.split_dialog import SplitDialog
from thidua_desktop.wording import formats, labels, messages


class ImportPreview(QDialog):
    """Takes a draft, gives back the draft that the clerk agrees to; saves nothing."""

    open_kept = Signal(object)
    """The clerk wants to see the plan that was kept from the same file."""

    def __init__(
        self,
        draft: PlanDraft,
        *,
        unit_names: Callable[[], Sequence[str]],
        this_year: int,
        preferences: Preferences,
        already: Plan | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Xem lại trước khi lưu – {draft.source_name or 'văn bản dán vào'}")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.export_wanted = False
        """Whether the clerk asked for the tracker too."""
        self.split_dialog: SplitDialog | None = None
        self._review = reviewing.begin(draft)
        self._past: list[Review] = []
        self._following = False
        self.banner = Banner()
        self.feedback = WindowFeedback(self, self.banner)
        self.header = PreviewHeader(draft, this_year=this_year)
        self.source = SourceView(draft)
        columns = line_columns(self._order_of, unit_names, self.header.year.value)
        grouping = Grouping[Line](self._group_title, _group_detail)
        self.model = TableModel[Line](columns, attrgetter("id"), grouping=grouping, parent=self)
        self.grid = Grid(self.model, name="plans.preview", preferences=preferences, year=this_year)
        self.grid.setAccessibleName("Nhiệm vụ đọc được")
        self.grid.setProperty("role", "plain")
        self.findings = QListWidget()
        self.duties = QListWidget()
        self._make_actions()
        self._lay_out()
        self._connect()
        self._show(self._review)
        self._tell_already(already)
        self._fit(parent)
        WindowPlace(self, preferences, "plan-preview")
        first = next(iter(self._review.doubtful or self._review.kept), None)
        if first is not None:
            self._go_to(first.id)

    # value out

    def draft(self) -> PlanDraft:
        """The draft as corrected."""
        return self.header.applied(self._review.result())

    def review(self) -> Review:
        """The review as it stands."""
        return self._review

    # deeds

    def merge(self) -> None:
        """Make one task of the selected ones."""
        ids = self._selected()
        if len(ids) < 2:
            self.feedback.say("Chọn từ hai nhiệm vụ trở lên rồi bấm Gộp.", tone=Tone.INFO)
            return
        self._step(self._review.merged(ids))
        self._go_to(min(ids))

    def split(self) -> None:
        """Make two tasks of the one at the cursor, the place chosen in a dialog."""
        line = self.grid.current()
        if line is None:
            return
        dialog = SplitDialog(line.task.text, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._split_at(line.id, dialog.position()))
        self.split_dialog = dialog
        dialog.open()

    def drop(self) -> None:
        """Leave the selected tasks out, or bring them back when all of them are out."""
        ids = self._selected()
        lines = [line for line in self._review.lines if line.id in ids]
        if lines:
            self._step(self._review.set_kept(ids, kept=not any(line.kept for line in lines)))

    def settle(self) -> None:
        """The selected tasks are right as they are."""
        self._step(self._review.seen(self._selected()))

    def next_doubt(self) -> None:
        """Go to the next task that has to be looked at."""
        doubtful = [line.id for line in self._review.doubtful]
        if not doubtful:
            self.feedback.say("Không còn chỗ nào cần xem.")
            return
        current = self.grid.current()
        at = doubtful.index(current.id) + 1 if current is not None and current.id in doubtful else 0
        self._go_to(doubtful[at % len(doubtful)])
        self.grid.setFocus()

    def take_up(self) -> None:
        """Make a task of the block at the cursor of the source."""
        block = self.source.current_block()
        if block is not None:
            self._take(self._review.taken_up(block))

    def take_duty(self) -> None:
        """Make a task of the standing duty chosen in the list."""
        at = self.duties.currentRow()
        duties = self._review.draft.responsibilities
        if 0 <= at < len(duties):
            self._take(self._review.taken_duty(duties[at]))

    def undo(self) -> None:
        """Take the last step back."""
        if self._past:
            self._show(self._past.pop())

    def save(self) -> None:
        """Agree."""
        self._finish(export=False)

    def save_and_export(self) -> None:
        """Agree, and write the tracker as well."""
        self._finish(export=True)

    # making

    def _make_actions(self) -> None:
        self.merge_action = action(self, "Gộp", "merge", "Ctrl+M", self.merge)
        self.split_action = action(self, "Tách…", "split", "Ctrl+T", self.split)
        self.drop_action = action(self, "Bỏ / lấy lại", "trash", "", self.drop)
        self.drop_action.setToolTip("Bỏ nhiệm vụ khỏi danh sách, hoặc lấy lại (Delete)")
        self.settle_action = action(self, "Đã xem", "check", "Ctrl+Shift+X", self.settle)
        self.next_action = action(self, "Chỗ cần xem tiếp", "warning", "F8", self.next_doubt)
        self.take_action = action(self, "Thành nhiệm vụ", "add", "Ctrl+Shift+N", self.take_up)
        self.undo_action = action(self, "Hoàn tác", "undo", "Ctrl+Z", self.undo)
        action(self, "Lưu kế hoạch", "", "Ctrl+S", self.save)
        action(self, "Lưu và xuất bảng theo dõi", "", "Ctrl+Return", self.save_and_export)

    def _lay_out(self) -> None:
        both = QSplitter()
        both.addWidget(self._source_pane())
        both.addWidget(self._task_pane())
        both.setStretchFactor(0, 2)
        both.setStretchFactor(1, 3)
        both.setSizes([480, 820])
        both.setChildrenCollapsible(False)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self.header)
        frame.addWidget(both, stretch=1)
        frame.addWidget(self._footer())
        self.banner.lie_over(both)

    def _source_pane(self) -> QFrame:
        bar = row(label("Văn bản gốc", "strong"), 0, tool_button(self.take_action))
        return _pane(bar, self.source)

    def _task_pane(self) -> QSplitter:
        self._total = label("", "strong")
        deeds = (self.merge_action, self.split_action, self.drop_action, self.settle_action)
        bar = row(self._total, 0, *(tool_button(deed) for deed in deeds), tool_button(self.undo_action, text=False))
        lists = QTabWidget()
        lists.setDocumentMode(True)
        lists.setAccessibleName("Nhận xét và trách nhiệm")
        lists.tabBar().setAccessibleName("Nhận xét và trách nhiệm")
        self.findings.setAccessibleName("Nhận xét khi đọc")
        self.duties.setAccessibleName("Trách nhiệm thường xuyên")
        self.duties.setToolTip("Nhấp đúp hoặc Enter để đưa vào danh sách nhiệm vụ")
        for made in (self.findings, self.duties):
            made.setProperty("role", "plain")
            made.setWordWrap(True)
            made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lists.addTab(self.findings, "")
        lists.addTab(self.duties, "")
        self._lists = lists
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(_pane(bar, self.grid))
        both.addWidget(lists)
        both.setStretchFactor(0, 1)
        both.setSizes([460, 120])
        return both

    def _footer(self) -> QFrame:
        self._summary = label("", "muted")
        self.drop_all = button("Không lưu", tip="Đóng, không ghi gì (Esc)")
        self.drop_all.clicked.connect(self.reject)
        self.keep = button("Lưu kế hoạch", "save", tip="Ctrl+S")
        self.keep.clicked.connect(self.save)
        self.keep_and_export = button("Lưu và xuất bảng theo dõi", "excel", role="primary", tip="Ctrl+Enter")
        self.keep_and_export.clicked.connect(self.save_and_export)
        self.keep_and_export.setDefault(True)
        for made in (self.drop_all, self.keep):
            made.setAutoDefault(False)
        bar = QFrame()
        bar.setProperty("role", "bar")
        line = row(tool_button(self.next_action), self._summary, 0, self.drop_all, self.keep, self.keep_and_export)
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        bar.setLayout(line)
        return bar

    def _connect(self) -> None:
        self.model.edited.connect(lambda lines: self._step(self._review.changed(lines)))
        self.model.refused.connect(self.feedback.trouble)
        self.grid.delete_wanted.connect(self.drop)
        self.grid.current_changed.connect(self._on_line_chosen)
        self.grid.installEventFilter(self)
        self.source.block_chosen.connect(self._on_block_chosen)
        self.duties.itemActivated.connect(lambda _item: self.take_duty())
        self.header.changed.connect(self._tell)
        self.keep_and_export.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the preview Delete always speaks of the task, not of the cell."""
        here = watched is self.grid and event.type() == QEvent.Type.KeyPress
        if here and _is_delete(event) and self.grid.state() is not Grid.State.EditingState:
            self.drop()
            return True
        return super().eventFilter(watched, event)

    def _fit(self, parent: QWidget | None) -> None:
        size = parent.window().size() if parent is not None else None
        self.resize(size.width() if size else 1320, size.height() - 40 if size else 720)

    # showing

    def _step(self, after: Review) -> None:
        if after is self._review or after == self._review:
            return
        self._past.append(self._review)
        self._show(after)

    def _take(self, after: Review) -> None:
        new = self._review.next_id
        if after is not self._review:
            self._step(after)
            self._go_to(new)

    def _split_at(self, line_id: int, at: int) -> None:
        self._step(self._review.split(line_id, at))
        self._go_to(line_id)

    def _show(self, shown: Review) -> None:
        self._review = shown
        self._orders = {line.id: str(at) for at, line in enumerate(shown.kept, start=1)}
        self.grid.set_rows(sorted(shown.lines, key=_group_order))
        self.source.show_review(shown)
        self._fill_lists()
        self._tell()
        self._on_line_chosen(self.grid.current())

    def _fill_lists(self) -> None:
        found = self._review.draft.findings
        self.findings.clear()
        for finding in found:
            self.findings.addItem(f"{labels.of(finding.severity)}: {messages.finding(finding)}")
        if not found:
            self.findings.addItem("Văn bản đọc được trọn vẹn, không có nhận xét.")
        self.duties.clear()
        for duty in self._review.draft.responsibilities:
            units = f"  ({'; '.join(duty.lead)})" if duty.lead else ""
            self.duties.addItem(f"{duty.text}{units}")
        if not found and self.duties.count():
            self._lists.setCurrentIndex(1)
        self._lists.setTabText(0, f"Nhận xét khi đọc ({len(found)})")
        self._lists.setTabText(1, f"Trách nhiệm thường xuyên ({self.duties.count()})")

    def _tell(self) -> None:
        kept, doubtful = self._review.kept, self._review.doubtful
        quarters = [(number, sum(line.task.quarter == number for line in kept)) for number in (*QUARTERS, None)]
        told = ", ".join(f"{labels.quarter(number)}: {count}" for number, count in quarters if count)
        self._total.setText(f"{formats.whole(len(kept))} nhiệm vụ")
        self._total.setToolTip(told)
        looks = f"{len(doubtful)} chỗ cần xem" if doubtful else "Không có chỗ nào cần xem"
        self._summary.setText(f"{looks}  ·  {told}" if told else looks)
        self.undo_action.setEnabled(bool(self._past))
        self.next_action.setEnabled(bool(doubtful))
        ready = not self.header.trouble() and not self._blocked()
        self.keep.setEnabled(ready)
        self.keep_and_export.setEnabled(ready)

    def _blocked(self) -> bool:
        return any(finding.severity is Severity.BLOCKING for finding in self._review.draft.findings)

    def _tell_already(self, already: Plan | None) -> None:
        if already is not None:
            told = f"Tệp này đã được nhập thành “{already.title}”. Lưu nữa sẽ có hai kế hoạch giống nhau."
            see = Offer("Mở kế hoạch đã có", lambda: self._open_kept(already))
            self.feedback.say(told, tone=Tone.WARNING, offers=(see,))
        elif self._blocked():
            finding = next(found for found in self._review.draft.findings if found.severity is Severity.BLOCKING)
            self.feedback.say(messages.finding(finding), tone=Tone.DANGER)

    def _open_kept(self, already: Plan) -> None:
        self.open_kept.emit(already)
        self.reject()

    # both sides together

    def _on_line_chosen(self, line: Line | None) -> None:
        if not self._following:
            self._following = True
            self.source.mark(line)
            self._following = False

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is known how much of the source can be seen."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self._on_line_chosen(self.grid.current()))

    def _on_block_chosen(self, block: int) -> None:
        lines = self._review.lines_of_block(block)
        self.take_action.setEnabled(not lines and self.source.role_of(block) is not Role.FURNITURE)
        if lines and not self._following:
            self._following = True
            self._go_to(lines[0].id)
            self.source.mark(self._review.line(lines[0].id))
            self._following = False

    def _go_to(self, line_id: int) -> None:
        self.grid.go_to(line_id, column=1)

    def _selected(self) -> frozenset[int]:
        return frozenset(line.id for line in self.grid.selected())

    def _order_of(self, line: Line) -> str:
        return self._orders.get(line.id, "")

    def _group_title(self, line: Line) -> str:
        if not line.kept:
            return DROPPED
        title, year = labels.quarter(line.task.quarter), line.task.year
        return f"{title}/{year}" if year is not None and year != self.header.year.value() else title

    def _finish(self, *, export: bool) -> None:
        if self.keep.isEnabled():
            self.export_wanted = export
            self.accept()


def _group_detail(lines: Sequence[Line]) -> str:
    return f"{len(lines)} nhiệm vụ"


def _group_order(line: Line) -> tuple[bool, int, int, int]:
    return not line.kept, line.task.year or 0, line.task.quarter or 5, line.task.source.block


def _pane(bar: QHBoxLayout, content: QWidget) -> QFrame:
    pane = QFrame()
    pane.setProperty("role", "pane")
    bar.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_S, theme.SPACE_XS)
    inner = QVBoxLayout(pane)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(0)
    inner.addLayout(bar)
    inner.addWidget(line())
    inner.addWidget(content, stretch=1)
    return pane


def _is_delete(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete

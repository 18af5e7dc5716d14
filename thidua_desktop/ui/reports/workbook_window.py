"""The window "Điền biểu của cấp trên": the superior's own workbook, tied once, filled in each period."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import WorkbookId
from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.figures import Figure
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.workbooks.filling import Refusal
from thidua_desktop.domain.workbooks.places import reference
from thidua_desktop.domain.workbooks.proposals import Proposal
from thidua_desktop.domain.workbooks.ties import Tie
from thidua_desktop.services.container import Services
from thidua_desktop.services.workbooks import Form
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import EmptyState, label, menu_button, row, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reports.behind_window import BehindWindow
from thidua_desktop.ui.reports.frame import EMPTY, GRID, DataWindow
from thidua_desktop.ui.reports.period_bar import PeriodBar
from thidua_desktop.ui.reports.workbook_board import Board, CellState, Seen, look
from thidua_desktop.ui.reports.workbook_filling import FILES, PURPOSE, Filling
from thidua_desktop.ui.reports.workbook_kept import KeptMenu
from thidua_desktop.ui.reports.workbook_looks import LOOKS
from thidua_desktop.ui.reports.workbook_panel import CellPanel, CellShown
from thidua_desktop.ui.reports.workbook_sheet import SheetModel, SheetView
from thidua_desktop.wording import messages
from thidua_desktop.wording import statistics as words

_KINDS = frozenset({Kind.WORKBOOK})


class WorkbookWindow(DataWindow):
    """At the left the sheet, at the right what goes into the cell with the cursor."""

    title = "Điền biểu của cấp trên"
    archive_wanted = Signal(object, str, object)
    """A filled workbook goes into the archive of what was sent: its path, its title, its period."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        *,
        preferences: Preferences,
        feedback: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, runner, navigation, preferences=preferences, feedback=feedback, parent=parent)
        self.board: Board | None = None
        self._names = Names()
        self._figure: Figure | None = None
        """What the panel shows."""
        self.filling = Filling(self)
        self.list: BehindWindow | None = None
        self._make()
        self._make_deeds()
        self._lay_out()
        self._connect()
        self.allow()

    # opening

    def choose(self) -> None:
        """Pick a workbook of the superior."""
        self.feedback.choose_file("Chọn biểu của cấp trên", FILES, self.preferences.folder(PURPOSE), self.open_file)

    def open_file(self, path: Path) -> None:
        """Open a workbook; its former ties are found by its heads."""
        self.preferences.set_folder(PURPOSE, path.parent)
        self._ask_before_leaving(partial(self._read, partial(self.services.workbooks.open, path)))

    def open_kept(self, workbook_id: WorkbookId) -> None:
        """Open the empty workbook that the office file keeps."""
        self._ask_before_leaving(partial(self._read, partial(self.services.workbooks.of_kept, workbook_id)))

    def reload(self) -> None:
        """Count again; list the workbooks that are kept."""
        self.kept.reload()
        if self.board is not None:
            self._look()

    def period(self) -> Period | None:
        """The period that is filled in; None while two days make none."""
        return self.periods.period()

    # deeds on cells

    def accept_current(self) -> None:
        """Take the proposal under the cursor and go on to the next cell that waits."""
        at = self.view.current_place()
        if self.board is None or at is None:
            return
        if self.board.accept(at):
            self.go_on()
        else:
            self.panel.focus_first()

    def accept_sure(self) -> None:
        """Take all proposals of which every word was understood."""
        if self.board is None:
            return
        count = self.board.accept_sure()
        self.feedback.say(f"Đã nhận {count} đề xuất chắc chắn." if count else "Không còn đề xuất nào chắc chắn.")

    def tie(self, tie: Tie) -> None:
        """Tie a cell; whoever ties one with a formula is asked first."""
        if self.board is None:
            return
        refused = self.board.refused(tie.at)
        if refused is Refusal.FORMULA and not tie.left_alone:
            self.feedback.confirm(
                f"Ô {tie.cell} có công thức. Thay công thức bằng số?",
                detail="Mặc định công thức của cấp trên được giữ. Nếu thay, các ô tính từ ô này dùng số mới.",
                yes="Thay công thức",
                then=partial(self._tie_over, tie),
            )
        elif refused is not None and refused is not Refusal.FORMULA:
            text = messages.FINDINGS[f"workbook.refused_{refused.value}"].format(cell=tie.cell)
            self.feedback.say(text, tone=Tone.WARNING)
        else:
            self.board.put(tie)
            self.go_on()

    def untie(self) -> None:
        """Take the tie off the cell under the cursor."""
        at = self.view.current_place()
        if self.board is not None and at is not None:
            self.filling.over.discard(at)
            self.board.drop(at)

    def leave_alone(self) -> None:
        """Say that the cell under the cursor wants no figure."""
        at = self.view.current_place()
        if self.board is not None and at is not None and self.board.heads(at) is not None:
            self.board.leave(at)
            self.go_on()

    def go_on(self) -> None:
        """Go to the next cell that waits for the clerk."""
        at = self.view.current_place()
        following = self.board.next_open(at) if self.board is not None and at is not None else None
        if following is not None:
            self.view.go_to(following)
        self.view.setFocus()

    def open_list(self) -> None:
        """Show the records that the figure in front counts."""
        if self._figure is not None:
            self.list = BehindWindow(
                *(self.services, self.runner, self.navigation, self._figure, self._names),
                preferences=self.preferences,
                parent=self,
            )
            self.list.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ties that are not kept are asked about."""
        if self.board is not None and self.board.changed:
            event.ignore()
            self._ask_before_leaving(self._leave)
            return
        super().closeEvent(event)

    def reject(self) -> None:
        """Close; ties that are not kept are asked about."""
        self._ask_before_leaving(super().reject)

    # making

    def _make(self) -> None:
        self.name = QLineEdit()
        self.name.setPlaceholderText("Tên biểu để nhận ra ở kỳ sau")
        self.name.setAccessibleName("Tên biểu")
        self.periods = PeriodBar(self.preferences, self.services.today())
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Trang của biểu")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setProperty("role", "small")
        self.view = SheetView()
        self.panel = CellPanel()
        self.legend = label("", "small", wrap=True)

    def _make_deeds(self) -> None:
        self.open_action = self.deed("Mở biểu…", "open", "Ctrl+O", self.choose)
        self.sure_action = self.deed("Nhận đề xuất chắc chắn", "check", "Ctrl+Shift+N", self.accept_sure)
        self.next_action = self.deed("Ô chưa nối tiếp theo", "down", "F6", self.go_on)
        self.leave_action = self.deed("Để nguyên ô", "close", "Ctrl+Delete", self.leave_alone)
        self.tie_action = self.deed("Nối ô đang đứng", "link", "Ctrl+Return", self.panel.tie)
        self.list_action = self.deed("Mở danh sách", "list", "F3", self.open_list)
        self.keep_action = self.deed("Lưu cách nối", "save", "Ctrl+S", self.filling.keep)
        self.fill_action = self.deed("Điền thành tệp…", "excel", "Ctrl+Shift+S", self.filling.fill)
        self.kept = KeptMenu(self)

    def _lay_out(self) -> None:
        left = QWidget()
        frame = QVBoxLayout(left)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(theme.SPACE_XS)
        frame.addWidget(self.tabs)
        frame.addWidget(self.view, stretch=1)
        frame.addWidget(self.legend)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([820, 360])
        deeds = (self.open_action, self.sure_action, self.next_action, self.keep_action, self.fill_action)
        first, *others = (tool_button(one) for one in deeds)
        bar = row(first, menu_button(self.kept.title(), self.kept, icon="list"), *others, 0, spacing=theme.SPACE_XS)
        named = label("&Tên biểu")
        named.setBuddy(self.name)
        fields = row(named, self.name, self.periods)
        fields.setStretch(1, 1)
        empty = EmptyState(
            "excel",
            "Chưa mở biểu nào",
            "Mở tệp Excel mà cấp trên gửi: chương trình đọc đầu dòng, đầu cột và đề xuất số liệu cho từng ô. Nối một "
            "lần, kỳ sau chỉ cần mở biểu và điền. Định dạng, công thức, hình, biểu đồ, macro trong tệp giữ nguyên.",
            (Offer("Mở biểu…", self.choose),),
        )
        self.lay_out(_KINDS, self.splitter, empty, bar, fields)
        self.pages.setCurrentIndex(EMPTY)

    def _connect(self) -> None:
        self.periods.changed.connect(self._look)
        self.year_changed.connect(self.periods.show_year)
        self.tabs.currentChanged.connect(self._show_sheet)
        self.view.place_changed.connect(lambda _at: self._show_cell())
        self.view.accepted.connect(self.accept_current)
        self.view.dropped.connect(self.untie)
        self.view.wanted.connect(self.panel.focus_first)
        self.view.doubleClicked.connect(lambda _index: self.panel.focus_first())
        self.panel.drafted.connect(self._show_figure)
        self.panel.tied.connect(self.tie)
        self.panel.untied.connect(self.untie)
        self.panel.list_wanted.connect(self.open_list)
        self.name.textEdited.connect(lambda _text: self.allow())

    # showing

    def _read(self, work: Callable[[], Form]) -> None:
        self.runner.run(work, self._show_form, self.feedback.trouble, label="Đang mở biểu…")

    def _show_form(self, form: Form) -> None:
        self.board = Board(form, self._look)
        self.filling.over.clear()
        self.name.setText(form.kept.name if form.kept is not None else form.path.stem)
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for sheet in form.grid.sheets:
            at = self.tabs.addTab(sheet.name)
            self.tabs.setTabVisible(at, not sheet.hidden)
        self.tabs.blockSignals(False)
        self.tabs.setVisible(len(form.grid.sheets) > 1)
        self.tabs.setMinimumHeight(self.tabs.sizeHint().height())  # a bar that was empty keeps no room of its own
        self.pages.setCurrentIndex(GRID)
        self._show_sheet(self.tabs.currentIndex())
        for finding in form.findings:
            self.feedback.say(messages.finding(finding), tone=Tone.WARNING)
        self._look(first=True)

    def _show_sheet(self, at: int) -> None:
        if self.board is None or not 0 <= at < len(self.board.form.grid.sheets):
            return
        model = SheetModel(self.board, self.board.form.grid.sheets[at], self)
        self.view.show_sheet(model)
        self._go_to_first()

    def _go_to_first(self) -> None:
        if self.board is None:
            return
        name = self.board.form.grid.sheets[self.tabs.currentIndex()].name
        first = self.board.next_open((name, 0, 0)) or next(
            (tie.at for tie in self.board.ties if tie.sheet == name), None
        )
        self.view.go_to(first or (name, 1, 1))
        self.view.setFocus()

    def _look(self, *, first: bool = False) -> None:
        """Read what stands in the cells now; the answer shows itself."""
        if self.board is None:
            return
        board, period = self.board, self.period()
        if period is None:
            return
        work = partial(self._read_cells, board.form, board.ties, period, board.known(period))
        self.runner.run(work, partial(self._show_seen, board, first), self.feedback.trouble, label="Đang tính số liệu…")
        self.allow()

    def _read_cells(
        self, form: Form, ties: tuple[Tie, ...], period: Period, known: tuple[Proposal, ...] | None
    ) -> tuple[Seen, Names]:
        names = self.services.statistics.facts(period, ()).names
        return look(self.services.workbooks, form, ties, period, known), names

    def _show_seen(self, board: Board, first: bool, found: tuple[Seen, Names]) -> None:
        if board is not self.board:
            return
        seen, self._names = found
        board.see(seen)
        model = self.view.model()
        if isinstance(model, SheetModel):
            model.look_again()
        if first:
            self._go_to_first()
        self._show_cell()
        self._show_counts()
        self.allow()

    def _show_cell(self) -> None:
        at = self.view.current_place()
        period = self.period()
        if self.board is None or at is None or period is None:
            return
        heads = self.board.heads(at)
        tie = self.board.tie(at) or self.board.proposal(at)
        state = self.board.state(at)
        shown = CellShown(at, f"Ô {reference(at[1], at[2])}", heads, tie)
        self.panel.show_cell(shown, LOOKS.get(state), self._names, period)
        self.panel.untie_button.setEnabled(self.board.tie(at) is not None)
        self._show_figure()

    def _show_figure(self) -> None:
        tie, period = self.panel.draft(), self.period()
        question = tie.asks(period) if tie is not None and period is not None else None
        self._figure = None
        self.panel.show_value(None)
        if question is not None:
            work = partial(self.services.statistics.answer, (question,))
            self.runner.run_aside(work, self._show_answer, lambda _error: None)

    def _show_answer(self, found: tuple[Figure, ...]) -> None:
        (self._figure,) = found
        sentence = words.question(self._figure.question, self._names)
        self.panel.show_value(words.number(self._figure.value), sentence)

    def _show_counts(self) -> None:
        if self.board is None:
            return
        sheet = self.board.form.grid.sheets[self.tabs.currentIndex()]
        counts = self.board.counts(sheet)
        said = [f"{counts[state]} {look.text.lower()}" for state, look in LOOKS.items() if counts.get(state)]
        self.legend.setText("Trang này: " + "; ".join(said) if said else "Trang này không có ô số liệu nào.")
        waits = sum(counts.get(state, 0) for state in (CellState.SURE, CellState.LIKELY, CellState.OPEN))
        told = "Enter nhận đề xuất, Delete bỏ nối, F2 chọn số liệu khác, F6 ô tiếp theo."
        self.told.setText(f"Còn {waits} ô chờ. {told}" if waits else f"Mọi ô số liệu của trang đã xong. {told}")

    def _tie_over(self, tie: Tie) -> None:
        if self.board is not None:
            self.filling.over.add(tie.at)
            self.board.put(tie)
            self.go_on()

    def _ask_before_leaving(self, go: Callable[[], object]) -> None:
        if self.board is None or not self.board.changed:
            go()
            return

        def leave() -> None:
            self.board = None
            self.pages.setCurrentIndex(EMPTY)
            self.allow()
            go()

        self.feedback.confirm(
            "Bỏ các ô vừa nối?",
            detail="Cách nối chưa được lưu. Bấm Lưu cách nối (Ctrl+S) để giữ lại.",
            yes="Bỏ cách nối",
            final=True,
            then=leave,
        )

    def _leave(self) -> None:
        super().reject()

    def allow(self) -> None:
        """Switch the deeds on and off."""
        there = self.board is not None
        may = there and not self.services.read_only
        fillable = self.board is not None and any(not tie.left_alone for tie in self.board.ties)
        for deed in (self.sure_action, self.next_action, self.tie_action, self.leave_action, self.list_action):
            deed.setEnabled(there)
        self.keep_action.setEnabled(may and bool(self.name.text().strip()))
        self.fill_action.setEnabled(fillable)
        self.name.setEnabled(may)
        self.periods.setEnabled(there)

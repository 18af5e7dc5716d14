"""Sổ khen thưởng: every award ever, found while one types, with the recipient's past beside it."""

from __future__ import annotations

from array import array
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QComboBox, QFrame, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import fold, sort_key
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.register_queries import (
    Past,
    RegisterFirst,
    RegisterFound,
    RegisterOrder,
    RegisterQuery,
    RegisterRow,
)
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import clipboard, theme
from thidua_desktop.ui.common.editors import SearchField, SuggestEdit
from thidua_desktop.ui.common.paged_table import PAGE, PagedModel, PagedTable
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.ui.decisions import empty
from thidua_desktop.ui.decisions.certifying import Certifying
from thidua_desktop.ui.decisions.confirming import Confirming
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.names import Names
from thidua_desktop.ui.decisions.past_panel import PastPanel
from thidua_desktop.ui.decisions.register_columns import register_columns
from thidua_desktop.ui.decisions.register_copy import Copied, copied
from thidua_desktop.wording import formats, labels

_WAIT_MS = 120
_REST_MS = 400
"""How long the first of many rows stand alone: while one types, nobody waits for all of them."""
_AT_ONCE = 20_000
"""So many rows are found sooner than one looks."""
_MANY = 50_000
"""Rows that are copied without asking."""
_SPLIT = "register/split"
_TABLE_WIDTH, _PANEL_WIDTH = 1020, 330
_KIND_WORDS = (
    (RecipientKind.PERSON, "cá nhân"),
    (RecipientKind.COLLECTIVE, "tập thể"),
    (RecipientKind.HOUSEHOLD, "hộ gia đình"),
)
_ORDERS = {
    RegisterOrder.NAME: "Xếp theo tên",
    RegisterOrder.LATEST: "Mới nhất trước",
    RegisterOrder.GOLDEN_BOOK: "Theo số sổ vàng",
}


class RegisterPane(QWidget):
    """Looks through the register beside the window; rows are read when they come into sight."""

    bring_old_wanted = Signal()
    """Decisions of earlier years are to be taken over from a file."""

    def __init__(self, deeds: DecisionDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deeds, self._services = deeds, deeds.services
        self._awards = deeds.awards()
        self._units: dict[str, UnitId] = {}
        self._asked = 0
        """The number of the search that is wanted; answers to earlier ones are dropped."""
        self._goes_to: int | None = None
        self._shown_of: RecipientId | None = None
        self.model = PagedModel[RegisterRow](register_columns(self._awards), self)
        self.table = PagedTable[RegisterRow](self.model, name="register", preferences=deeds.preferences)
        self.table.setAccessibleName("Sổ khen thưởng")
        self.panel = PastPanel(self._awards)
        self.confirming, self.certifying = Confirming(deeds), Certifying(deeds, Names(deeds))
        self._make_fields()
        self._make_actions()
        self._lay_out()
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look_on)
        self._connect()

    # what the page asks

    def take_focus(self) -> None:
        """One begins by typing a name."""
        self.search.setFocus()

    def show_year(self, _year: int) -> None:
        """The register holds all years: look again at what the file holds."""
        self._fill_choices()
        self.look()

    def lock(self, _locked: bool) -> None:
        """A closed year does not close the register; an open decision of it is another matter."""
        self.receive.setEnabled(not self._services.read_only)

    def show_entry(self, entry: RegisterEntry) -> None:
        """Put an entry in front, with its recipient's past."""
        self._goes_to = entry.id
        self.clear()

    def menu_actions(self) -> list[QAction | None]:
        """Everything that can be done here, None between the groups."""
        return [
            *(self.confirm, self.again, self.open_card, self.open_decision, None),
            *(self.copy_action, self.history, self.find_action, self.clear_action, None, self.receive),
        ]

    def query(self) -> RegisterQuery:
        """What is looked for, as the fields have it."""
        kind = self.kinds.currentData()
        return RegisterQuery(
            text=self.search.query(),
            award_id=self.awards.currentData(),
            year=self.years.currentData(),
            unit_id=self._units.get(fold(self.unit.text())),
            kind=RecipientKind(kind) if kind else None,
            order=list(RegisterOrder)[self.orders.currentIndex()],
        )

    def look(self) -> None:
        """Look for what the fields ask for."""
        self._asked += 1
        self._rest.stop()
        at_once = self._goes_to is not None  # it may be anywhere
        work = partial(_look, self._services, self.query(), at_once=at_once)
        self.deeds.runner.run_aside(work, partial(self._on_looked, self._asked))

    def clear(self) -> None:
        """Ask for everything again."""
        for combo in (self.years, self.awards, self.kinds):
            combo.setCurrentIndex(0)
        self.unit.clear()
        self.search.clear()
        self.look()

    # making

    def _make_fields(self) -> None:
        self.search = SearchField("Tìm người, tập thể: gõ đầu từ, không cần dấu; hoặc số quyết định")
        self.search.setMinimumWidth(300)
        self.years, self.awards = _combo("Lọc theo năm"), _combo("Lọc theo danh hiệu, hình thức")
        self.kinds, self.orders = _combo("Lọc theo đối tượng"), _combo("Thứ tự xếp")
        self.unit = SuggestEdit(self._services.units.names)
        self.unit.setPlaceholderText("Mọi đơn vị")
        self.unit.setAccessibleName("Lọc theo đơn vị")
        self.unit.setToolTip("Gồm cả tên cũ của đơn vị và các đơn vị trực thuộc")
        self.unit.setClearButtonEnabled(True)
        self.kinds.addItem("Mọi đối tượng", None)
        for kind, _word in _KIND_WORDS:
            self.kinds.addItem(labels.of(kind), kind.value)
        for order, text in _ORDERS.items():
            self.orders.addItem(text, order.value)

    def _make_actions(self) -> None:
        self.confirm = action(self, "Giấy xác nhận khen thưởng…", "award", "Ctrl+G", self._confirm)
        self.again = action(self, "In lại bằng khen, giấy khen…", "print", "Ctrl+Alt+B", self._print_again)
        self.open_card = action(self, "Mở hồ sơ trong Danh bạ", "user", "Ctrl+E", self._open_card)
        self.open_decision = action(self, "Mở quyết định", "link", "Ctrl+M", self._open_decision)
        self.copy_action = action(self, "Sao chép các dòng đã chọn", "copy", "Ctrl+Shift+C", self._copy)
        self.history = action(self, "Lịch sử của lượt khen", "history", "Ctrl+Alt+I", self._open_history)
        self.find_action = action(self, "Tìm trong sổ", "search", "Ctrl+F", self.search.setFocus)
        self.clear_action = action(self, "Bỏ lọc", "filter", "Ctrl+Alt+L", self.clear)
        self.receive = action(self, "Nhận quyết định cũ…", "receive", "Ctrl+Shift+N", self.bring_old_wanted.emit)

    def _lay_out(self) -> None:
        self._count = label("", "strong")
        fields = row(self.search, self.years, self.awards, self.kinds, self.unit, self.orders, spacing=theme.SPACE_XS)
        for at in range(fields.count()):
            fields.setStretch(at, 2 if at == 0 else 1)
        buttons = row(
            self._count,
            0,
            tool_button(self.confirm),
            tool_button(self.receive),
            tool_button(self.copy_action, text=False),
            tool_button(self.clear_action, text=False),
            spacing=theme.SPACE_XS,
        )
        bar = QFrame()
        bar.setProperty("role", "bar")
        inner = QVBoxLayout(bar)
        inner.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        inner.addLayout(buttons)
        inner.addLayout(fields)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.table)
        self.lists.addWidget(empty.nothing_found(self.clear))
        self.lists.addWidget(empty.no_awards(self.receive.trigger))
        self.panel.add_deeds((self.confirm, self.open_card))
        self.split = QSplitter()
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.lists)
        self.split.addWidget(self.panel)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([_TABLE_WIDTH, _PANEL_WIDTH])
        state = self.deeds.preferences.state(_SPLIT)
        if state is not None:
            self.split.restoreState(state)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(bar)
        frame.addWidget(self.split, stretch=1)

    def _connect(self) -> None:
        self._wait.timeout.connect(self.look)
        self.search.textChanged.connect(lambda _text: self._wait.start())
        self.unit.textChanged.connect(lambda _text: self._wait.start())
        for combo in (self.years, self.awards, self.kinds, self.orders):
            combo.activated.connect(lambda _at: self.look())
        self.search.returnPressed.connect(self._go_in)
        self.model.page_wanted.connect(self._read)
        self.table.current_changed.connect(self._on_row)
        self.table.opened.connect(lambda _row: self.confirm.trigger())
        self.table.copy_wanted.connect(self.copy_action.trigger)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))
        preferences = self.deeds.preferences
        self.split.splitterMoved.connect(lambda *_: preferences.set_state(_SPLIT, self.split.saveState()))

    def context_menu(self) -> QMenu:
        """What can be done with the entry at the cursor."""
        menu = QMenu(self)
        menu.addActions([self.confirm, self.again, self.open_card, self.open_decision, self.history, self.copy_action])
        return menu

    # showing

    def _fill_choices(self) -> None:
        held, today = self._services, self._services.today()
        tree = held.units.tree()
        self._units = {fold(unit.name): unit_id for unit_id, unit in tree.units.items() if unit.exists_on(today)}
        _fill(self.years, "Mọi năm", [(str(year), year) for year in held.register_pages.years()])
        given = sorted(held.register_pages.awards(), key=lambda one: sort_key(self._awards.get(one, one)))
        _fill(self.awards, "Mọi danh hiệu, hình thức", [(self._awards.get(one, one), one) for one in given])

    def _on_looked(self, asked: int, found: RegisterFound | RegisterFirst) -> None:
        if asked != self._asked:
            return
        if isinstance(found, RegisterFound):
            self._on_found(found)
            return
        self.model.set_ids(array("q", found.ids))
        self._count.setText(f"{formats.whole(found.total)} lượt khen")
        self.lists.setCurrentIndex(0)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._rest.start()

    def _look_on(self) -> None:
        """Look for all the others, unless the clerk types on meanwhile."""
        asked = self._asked
        work = partial(self._services.register_pages.found, self.query(), lambda: asked == self._asked)
        self.deeds.runner.run_aside(work, partial(self._on_rest, asked))

    def _on_rest(self, asked: int, found: RegisterFound) -> None:
        if asked == self._asked:
            self.model.add_ids(found.ids)
            self._count.setText(_counted(found))

    def _on_found(self, found: RegisterFound) -> None:
        current = self.table.current()
        wanted = self._goes_to if self._goes_to is not None else (current.entry.id if current is not None else None)
        self._goes_to = None
        self.model.set_ids(found.ids)
        self._count.setText(_counted(found))
        anything = bool(found.ids) or self.query() != RegisterQuery(order=self.query().order)
        self.lists.setCurrentIndex(0 if found.ids else 1 if anything else 2)
        if not found.ids:
            self._on_row(None)
        elif wanted is None or not self.table.go_to(wanted):
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _read(self, page: int) -> None:
        ids = self.model.page(page)
        work = partial(self._services.register_pages.rows, ids)
        self.deeds.runner.run_aside(work, partial(self._on_read, page, ids))

    def _on_read(self, page: int, ids: array[int], rows: tuple[RegisterRow, ...]) -> None:
        self.model.take(page, ids, {found.entry.id: found for found in rows if found.entry.id is not None})

    def _on_row(self, found: RegisterRow | None) -> None:
        for deed in (self.confirm, self.again, self.open_card, self.open_decision, self.history, self.copy_action):
            deed.setEnabled(found is not None)
        recipient_id = found.entry.recipient_id if found is not None else None
        self._shown_of = recipient_id
        if recipient_id is None:
            self.panel.show_past(None)
            return
        work = partial(self._services.register_pages.past, recipient_id)
        self.deeds.runner.run_aside(work, self._on_past)

    def _on_past(self, past: Past) -> None:
        if past.recipient.id == self._shown_of:
            self.panel.show_past(past)

    # doing

    def _go_in(self) -> None:
        """Enter while searching goes to the first row found."""
        self._wait.stop()
        self.look()
        self.table.setFocus()

    def _confirm(self) -> None:
        past = self.panel.past()
        if past is not None:
            self.confirming.ask(past)

    def _print_again(self) -> None:
        found = self.table.current()
        if found is not None:
            self.certifying.ask_again(found.entry)

    def _open_card(self) -> None:
        found = self.table.current()
        if found is not None:
            self.deeds.navigation.open_requested.emit(Kind.RECIPIENT.value, found.entry.recipient_id)

    def _open_decision(self) -> None:
        found = self.table.current()
        if found is None or found.entry.id is None:
            return
        work = partial(self._services.register_pages.decision_of, found.entry.id)
        self.deeds.runner.run(work, self._on_decision)

    def _on_decision(self, decision_id: int | None) -> None:
        if decision_id is None:
            told = "Lượt khen này được ghi thẳng vào sổ, không có quyết định nào trong tệp dữ liệu."
            self.deeds.feedback.say(told, tone=theme.Tone.INFO)
        else:
            self.deeds.navigation.open_requested.emit(Kind.DECISION.value, decision_id)

    def _open_history(self) -> None:
        found = self.table.current()
        if found is not None and found.entry.id is not None:
            self.deeds.navigation.history_requested.emit(Kind.AWARD_RECORD.value, found.entry.id)

    def _copy(self) -> None:
        ids = self.table.selected_ids()
        work = partial(copied, self._services.register_pages.rows, ids, self.table.shown_columns())
        copy = partial(self.deeds.runner.run, work, self._on_copied, label="Đang sao chép các dòng của sổ…")
        if len(ids) <= _MANY:
            copy()
            return
        self.deeds.feedback.confirm(
            f"Sao chép {formats.whole(len(ids))} dòng?",
            detail="Excel, Word dán ngần ấy dòng mất nhiều phút. Có thể lọc bớt theo năm, đơn vị trước khi sao chép.",
            yes="Sao chép",
            then=copy,
        )

    def _on_copied(self, found: Copied) -> None:
        clipboard.put_block(found.block)
        told = f"Đã sao chép {formats.whole(found.rows)} dòng kèm tên cột; dán được vào Excel, Word."
        self.deeds.feedback.say(told)


def _look(services: Services, query: RegisterQuery, *, at_once: bool) -> RegisterFound | RegisterFirst:
    """All that a query finds, or only the first of them where they are many."""
    if not at_once:
        first = services.register_pages.first(query, PAGE)
        if first.total > _AT_ONCE:
            return first
    return services.register_pages.found(query)


def _counted(found: RegisterFound) -> str:
    if not found.ids:
        return "Không có lượt khen nào"
    kinds = ", ".join(f"{formats.whole(found.kinds[kind])} {word}" for kind, word in _KIND_WORDS if kind in found.kinds)
    return f"{formats.whole(len(found.ids))} lượt khen ({kinds}) của {formats.whole(found.recipients)} người, tập thể"


def _combo(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    made.view().setMinimumWidth(260)
    return made


def _fill(combo: QComboBox, everything: str, choices: list[tuple[str, int]] | list[tuple[str, str]]) -> None:
    chosen = combo.currentData()
    combo.clear()
    combo.addItem(everything, None)
    for text, value in choices:
        combo.addItem(text, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))

"""Sổ khen thưởng: every award ever, found while one types, with the recipient's past beside it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import fold, sort_key
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.domain.register import RecordState, RegisterEntry
from thidua_desktop.domain.register_queries import Past, RegisterCount, RegisterOrder, RegisterQuery, RegisterRow
from thidua_desktop.ui.common import clipboard, theme
from thidua_desktop.ui.common.editors import SearchField, SuggestEdit
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.paged_table import PagedModel, PagedTable
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.ui.decisions import empty
from thidua_desktop.ui.decisions.certifying import Certifying
from thidua_desktop.ui.decisions.confirming import Confirming
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.names import Names
from thidua_desktop.ui.decisions.past_panel import PastPanel
from thidua_desktop.ui.decisions.register_columns import register_columns
from thidua_desktop.ui.decisions.register_copy import Copied, copied
from thidua_desktop.ui.decisions.register_fields import KIND_WORDS, ORDERS, combo, counted, fill
from thidua_desktop.ui.decisions.register_reading import Looked, RegisterReading
from thidua_desktop.wording import formats, labels

_WAIT_MS = 120
_TYPED = ("name", "decision", "unit")
"""The columns with a field below their title; the others are chosen above the table."""
_MANY = 50_000
"""Rows that are copied without asking."""
_SPLIT = "register/split"
_TABLE_WIDTH, _PANEL_WIDTH = 1020, 330
_COLUMNS = {"decided_on": RegisterOrder.LATEST}
"""The order of a column that is not called like it."""


class RegisterPane(QWidget):
    """Looks through the register beside the window; rows are read when they come into sight."""

    bring_old_wanted = Signal()
    """Decisions of earlier years are to be taken over from a file."""

    def __init__(self, deeds: DecisionDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deeds, self._services = deeds, deeds.services
        self._awards = deeds.awards()
        self._award_order = tuple(sorted(self._awards, key=lambda one: sort_key(self._awards[one])))
        self._units: dict[str, UnitId] = {}
        self._goes_to: int | None = None
        self._backwards = False
        self._shown_of: RecipientId | None = None
        self.model = PagedModel[RegisterRow](register_columns(self._awards), self)
        self.table = PagedTable[RegisterRow](self.model, name="register", preferences=deeds.preferences, filters=_TYPED)
        self.table.setAccessibleName("Sổ khen thưởng")
        self.reading = RegisterReading(self._services.register_pages, deeds.runner, self.table, self)
        self.panel = PastPanel(self._awards)
        self.confirming, self.certifying = Confirming(deeds), Certifying(deeds, Names(deeds))
        self._make_fields()
        self._make_actions()
        self._lay_out()
        self._wait = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._connect()

    # what the page asks

    def take_focus(self) -> None:
        """One begins by typing a name."""
        self.search.setFocus()

    def show_year(self, _year: int) -> None:
        """The register holds all years: look again at what the file holds."""
        self._fill_choices()
        current = self.table.current()
        if self._goes_to is None and current is not None and self.query() == self.reading.query:
            self._goes_to = current.entry.id  # only what the file holds has changed
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
            *(self.copy_action, self.history, None, self.find_action, self.turn, self.clear_action, None, self.receive),
        ]

    def query(self) -> RegisterQuery:
        """What is looked for, as the fields have it."""
        kind, state, text = self.kinds.currentData(), self.states.currentData(), self.search.query()
        order = RegisterOrder(self.orders.currentData())
        if order is RegisterOrder.MATCH and not text:
            order = RegisterOrder.NAME  # there is nothing that could match
        below = self.table.habits.filters.texts()
        return RegisterQuery(
            text=text,
            name=below.get("name", ""),
            unit=below.get("unit", ""),
            decision=below.get("decision", ""),
            award_id=self.awards.currentData(),
            year=self.years.currentData(),
            unit_id=self._units.get(fold(self.unit.text())),
            kind=RecipientKind(kind) if kind else None,
            state=RecordState(state) if state else None,
            order=order,
            backwards=self._backwards,
            award_order=self._award_order if order is RegisterOrder.AWARD else (),
        )

    def look(self) -> None:
        """Look for what the fields ask for."""
        goes_to, self._goes_to = self._goes_to, None
        query = self.query()
        self._show_order(query)
        self.reading.look(query, goes_to)

    def sort_by(self, number: int) -> None:
        """Order by a column; by the same once more, the other way round."""
        name = self.model.columns[number].key
        order = _COLUMNS.get(name) or RegisterOrder(name)
        # Days are pressed for from the first one on, like everything else; the order itself begins with the latest.
        self._backwards = not self._backwards if order is self.query().order else order is RegisterOrder.LATEST
        self.orders.setCurrentIndex(self.orders.findData(order.value))
        self.look()

    def clear(self) -> None:
        """Ask for everything again."""
        for field in (self.years, self.awards, self.kinds, self.states):
            field.setCurrentIndex(0)
        self.unit.clear()
        self.search.clear()
        self.table.habits.filters.clear()
        self.look()

    # making

    def _make_fields(self) -> None:
        self.search = SearchField("Tìm tên, số quyết định (đầu từ, không cần dấu)")
        self.search.setMinimumWidth(300)
        self.years, self.awards = combo("Lọc theo năm"), combo("Lọc theo danh hiệu, hình thức")
        self.kinds, self.states = combo("Lọc theo đối tượng"), combo("Lọc theo tình trạng")
        self.orders = combo("Thứ tự xếp; bấm vào tên cột cũng được")
        self.unit = SuggestEdit(self._services.units.names)
        self.unit.setPlaceholderText("Mọi đơn vị")
        self.unit.setAccessibleName("Lọc theo đơn vị")
        self.unit.setToolTip("Gồm cả tên cũ của đơn vị và các đơn vị trực thuộc")
        self.unit.setClearButtonEnabled(True)
        self.kinds.addItem("Mọi đối tượng", None)
        for kind, _word in KIND_WORDS:
            self.kinds.addItem(labels.of(kind), kind.value)
        self.states.addItem("Mọi tình trạng", None)
        for state in RecordState:
            self.states.addItem(labels.of(state), state.value)
        for order, text in ORDERS.items():
            self.orders.addItem(text, order.value)
        told = "Khi tìm: khớp nhất đứng trước; khi xem cả sổ: theo tên"
        self.orders.setItemData(0, told, int(Qt.ItemDataRole.ToolTipRole))

    def _make_actions(self) -> None:
        self.confirm = action(self, "Giấy xác nhận khen thưởng…", "award", "Ctrl+G", self._confirm)
        self.again = action(self, "In lại bằng khen, giấy khen…", "print", "Ctrl+Alt+B", self._print_again)
        self.open_card = action(self, "Mở người nhận trong Danh bạ", "user", "Ctrl+E", self._open_card)
        self.open_decision = action(self, "Mở quyết định", "link", "Ctrl+M", self._open_decision)
        self.copy_action = action(self, "Sao chép các dòng đã chọn", "copy", "Ctrl+Shift+C", self._copy)
        self.history = action(self, "Lịch sử của lượt khen", "history", "Ctrl+Alt+I", self._open_history)
        self.find_action = action(self, "Tìm trong sổ", "search", "Ctrl+F", self.search.setFocus)
        self.turn = action(self, "Đảo chiều xếp", "down", "Ctrl+Alt+X", self._turn)
        self.clear_action = action(self, "Bỏ lọc", "filter", "Ctrl+Alt+L", self.clear)
        self.receive = action(self, "Nhận quyết định cũ…", "receive", "Ctrl+Shift+N", self.bring_old_wanted.emit)

    def _lay_out(self) -> None:
        self._count = label("", "strong")
        fields = flow(
            self.search,
            self.years,
            self.awards,
            self.kinds,
            self.states,
            self.unit,
            self.orders,
            spacing=theme.SPACE_XS,
        )
        buttons = row(
            self._count,
            0,
            tool_button(self.confirm),
            tool_button(self.receive),
            tool_button(self.copy_action, text=False),
            tool_button(self.turn, text=False),
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
        self._wait.timeout.connect(self._on_typed)
        self.search.textChanged.connect(lambda _text: self._wait.start())
        self.unit.textChanged.connect(lambda _text: self._wait.start())
        for field in (self.years, self.awards, self.kinds, self.states):
            field.activated.connect(lambda _at: self.look())
        self.orders.activated.connect(lambda _at: self._on_order())
        self.search.returnPressed.connect(self._go_in)
        self.reading.shown.connect(self._on_looked)
        self.reading.counted.connect(self._on_counted)
        self.table.habits.filters.changed.connect(self._on_typed)
        self.table.sort_wanted.connect(self.sort_by)
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
        menu.addMenu(self.table.habits.menu())
        return menu

    # showing

    def _fill_choices(self) -> None:
        held, today = self._services, self._services.today()
        tree = held.units.tree()
        self._units = {fold(unit.name): unit_id for unit_id, unit in tree.units.items() if unit.exists_on(today)}
        fill(self.years, "Mọi năm", [(str(year), year) for year in held.register_pages.years()])
        given = sorted(held.register_pages.awards(), key=lambda one: sort_key(self._awards.get(one, one)))
        fill(self.awards, "Mọi danh hiệu", [(self._awards.get(one, one), one) for one in given])

    def _on_looked(self, looked: Looked) -> None:
        query = self.reading.query
        asked = replace(query, order=RegisterOrder.NAME, backwards=False, award_order=())
        typed_below = self.table.habits.filters.active()  # its fields stand in the table
        self.lists.setCurrentIndex(0 if looked.total or typed_below else 1 if asked != RegisterQuery() else 2)
        self._count.setText(counted(looked.total, looked.count))
        if not looked.total:
            self._on_row(None)

    def _on_counted(self, count: RegisterCount) -> None:
        self._count.setText(counted(self.model.rowCount(), count))

    def _show_order(self, query: RegisterQuery) -> None:
        """An arrow above the column that the rows are ordered by."""
        names = [_COLUMNS.get(column.key, column.key) for column in self.model.columns]
        header = self.table.horizontalHeader()
        ordered = query.order in names
        down = query.backwards is not (query.order is RegisterOrder.LATEST)
        direction = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(ordered)
        header.setSortIndicator(names.index(query.order) if ordered else -1, direction)

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

    def _on_typed(self) -> None:
        if self.query() != self.reading.query:
            self.look()

    def _on_order(self) -> None:
        self._backwards = False
        self.look()

    def _turn(self) -> None:
        """The other way round."""
        self._backwards = not self._backwards
        self.look()

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
        stretches = self.table.selected_stretches()
        count = sum(map(len, stretches))
        work = partial(copied, self.reading.rows, stretches, self.table.shown_columns())
        copy = partial(self.deeds.runner.run, work, self._on_copied, label="Đang sao chép các dòng của sổ…")
        if count <= _MANY:
            copy()
            return
        self.deeds.feedback.confirm(
            f"Sao chép {formats.whole(count)} dòng?",
            detail="Excel, Word dán ngần ấy dòng mất nhiều phút. Có thể lọc bớt theo năm, đơn vị trước khi sao chép.",
            yes=f"Sao chép {formats.whole(count)} dòng",
            then=copy,
        )

    def _on_copied(self, found: Copied) -> None:
        clipboard.put_block(found.block)
        told = f"Đã sao chép {formats.whole(found.rows)} dòng kèm tên cột; dán được vào Excel, Word."
        self.deeds.feedback.say(told)

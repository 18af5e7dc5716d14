"""The part "Đơn vị": the tree of a day at the left, the chosen unit at the right."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import SpellingId, UnitId
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.editors import DayEdit, SearchField
from thidua_desktop.ui.common.widgets import action, button, label, menu_button, row, tool_button
from thidua_desktop.ui.directory import empty
from thidua_desktop.ui.directory.frame import Frame
from thidua_desktop.ui.directory.provinces_dialog import Provinces
from thidua_desktop.ui.directory.tree_view import UnitTreeView
from thidua_desktop.ui.directory.unit_actions import UnitActions
from thidua_desktop.ui.directory.unit_details import UnitDetails
from thidua_desktop.ui.directory.unit_dialogs import UnitDialogs
from thidua_desktop.wording import formats

_SPLIT = "directory/units-split"
_SEARCH_MS = 150
_SHARES = (520, 840)
"""Of the tree and of the unit, before the clerk moves the line between them."""
_AWARDS = 200
"""The latest awards of a unit that are listed; the register has them all."""


class UnitsPane(QWidget):
    """Shows the units of a day and keeps what happens to them."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        services = self._services = frame.services
        self._preferences, self._navigation = frame.preferences, frame.navigation
        self._units: UnitTree = UnitTree(())
        self._may = not services.read_only
        self._award_names = {award.id: award.name for award in services.awards.catalogue()}
        self.deeds = UnitActions(frame)
        self.dialogs = UnitDialogs(self, self.deeds, services.today, self._on_made)
        self.provinces = Provinces(self, frame)
        self.tree = UnitTreeView()
        self.details = UnitDetails()
        self.search = SearchField("Tìm đơn vị")
        self.search.setAccessibleName("Tìm đơn vị, không cần dấu")
        self.search.setToolTip("Tìm theo tên, tên ngắn; không cần gõ dấu (Ctrl+F)")
        self.at = DayEdit(year=services.today().year)
        self.at.setAccessibleName("Xem đơn vị của ngày")
        self.at.setToolTip("Cây đơn vị của ngày này; xem lại các đơn vị trước khi sáp nhập thì ghi ngày trước đó")
        self.at.set_day(services.today())
        self.at.setFixedWidth(128)
        self._former = button("", role="link")
        self._former_unit: UnitId | None = None
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._make_actions()
        self._lay_out()
        self._connect()
        self.tree.set_editable(self._may)

    # what the page asks

    def take_focus(self) -> None:
        """The tree, or the way to begin."""
        (self.tree if self.tree.isVisible() else self).setFocus()

    def show_unit(self, unit_id: UnitId) -> None:
        """Put a unit in front, on a day on which it existed."""
        unit = self._units.units.get(unit_id)
        if unit is None:
            return
        if not unit.exists_on(self.day()):
            self.at.set_day(unit.valid_to or unit.valid_from or self._services.today())
            self._show()
        self.search.clear()
        self._search()
        self.tree.show_unit(unit_id)

    def day(self) -> date:
        """The day whose units are shown."""
        return (self.at.day() if self.at.readable() else None) or self._services.today()

    def menu_actions(self) -> tuple[QAction | None, ...]:
        """Everything that can be done here; None parts groups."""
        return (
            *(self.add_action, self.below_action, self.edit_action, None),
            *self._events,
            None,
            *(self.correct_action, self.unify_action, self.delete_action, None),
            *(self.up_action, self.down_action, self.learn_action, None),
            *(self.provinces_action, self.history_action, self.find_action, self.today_action),
        )

    def context_menu(self) -> QMenu:
        """What can be done with the chosen unit."""
        menu = QMenu(self)
        for deed in self.menu_actions():
            if deed is None:
                menu.addSeparator()
            else:
                menu.addAction(deed)
        return menu

    # making

    def _make_actions(self) -> None:
        self.add_action = action(self, "Thêm đơn vị…", "add", "Ctrl+N", self.add)
        self.below_action = action(self, "Thêm đơn vị trực thuộc…", "add", "Ctrl+Shift+N", self.add_below)
        self.edit_action = action(self, "Sửa đơn vị…", "edit", "Ctrl+E", self.edit)
        self.rename_action = action(self, "Đổi tên từ ngày…", "edit", "Ctrl+R", self.rename)
        self.move_action = action(self, "Chuyển nơi trực thuộc…", "right", "Ctrl+M", partial(self.move_unit, None))
        self.merge_action = action(self, "Sáp nhập…", "merge", "Ctrl+G", self.merge)
        self.split_action = action(self, "Tách…", "split", "Ctrl+T", self.split_unit)
        self.dissolve_action = action(self, "Giải thể…", "close", "Ctrl+Shift+X", self.dissolve)
        self.correct_action = action(
            self, "Sửa ngày, văn bản của việc đã ghi…", "history", "Ctrl+Shift+E", self.correct
        )
        self.unify_action = action(self, "Gộp đơn vị nhập trùng…", "merge", "Ctrl+Shift+U", self.unify)
        self.delete_action = action(self, "Xóa đơn vị nhập nhầm", "trash", "Ctrl+-", self.delete)
        self.up_action = action(self, "Xếp lên trên", "up", "Alt+Up", partial(self.arrange, -1))
        self.down_action = action(self, "Xếp xuống dưới", "down", "Alt+Down", partial(self.arrange, 1))
        self.learn_action = action(self, "Thêm cách viết khác", "link", "Ctrl+L", self.details.new.setFocus)
        self.find_action = action(self, "Tìm đơn vị", "search", "Ctrl+F", self.search.setFocus)
        self.today_action = action(self, "Xem đơn vị hôm nay", "today", "Ctrl+Shift+D", self.show_today)
        self.history_action = action(self, "Lịch sử sửa đổi", "history", "Alt+Shift+H", self._open_history)
        self.provinces_action = action(
            self, "Áp dụng sắp xếp tỉnh, thành phố từ 01/7/2025…", "units", "Ctrl+Shift+P", self.provinces.open
        )
        self._events = (
            *(self.rename_action, self.move_action, self.merge_action),
            *(self.split_action, self.dissolve_action),
        )
        self._of_unit = (
            *(self.below_action, self.edit_action, *self._events),
            *(self.unify_action, self.delete_action, self.learn_action),
        )

    def _lay_out(self) -> None:
        more = QMenu("Việc khác", self)
        more.addActions([self.unify_action, self.delete_action, self.up_action, self.down_action, self.history_action])
        side = QFrame()
        side.setProperty("role", "pane")
        head = row(self.search, label("ngày", "muted"), self.at, spacing=theme.SPACE_XS)
        head.setStretch(0, 1)
        head.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_S, theme.SPACE_XS)
        tools = row(
            *(tool_button(self.add_action), tool_button(self.below_action)),
            *(tool_button(self.today_action, text=False), 0),
            tool_button(self.provinces_action, text=False),
            menu_button("Việc khác", more),
            spacing=theme.SPACE_XXS,
        )
        tools.setContentsMargins(theme.SPACE_S, 0, theme.SPACE_S, theme.SPACE_XS)
        self.found = QStackedWidget()
        self.found.addWidget(self.tree)
        self.found.addWidget(empty.no_unit_found(self.search.clear))
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(head)
        left.addLayout(tools)
        left.addLayout(row(theme.SPACE_XS, self._former, 0))
        left.addWidget(self.found, stretch=1)
        self.details.lay_out((self.edit_action, *self._events[:2]), self._events[2:], self.correct_action)
        self.split = QSplitter()
        self.split.addWidget(side)
        self.beside = QStackedWidget()
        self.beside.addWidget(empty.no_unit_chosen())
        self.beside.addWidget(self.details)
        self.split.addWidget(self.beside)
        for at, share in enumerate(_SHARES):  # in a narrow window both give way, not the unit alone
            self.split.setStretchFactor(at, share)
        self.split.setSizes(list(_SHARES))
        self.split.setChildrenCollapsible(False)
        state = self._preferences.state(_SPLIT)
        if state is not None:
            self.split.restoreState(state)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.split)
        self.pages.addWidget(empty.no_units(self.add, self.provinces.open))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.pages)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._search)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.search.returnPressed.connect(self.tree.setFocus)
        self.at.editingFinished.connect(self._show)
        self.tree.unit_chosen.connect(lambda _unit: self._show_details())
        self.tree.itemSelectionChanged.connect(self._allow)
        self.tree.move_wanted.connect(lambda unit, parent: self._move(UnitId(unit), parent))
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))
        self.details.event_changed.connect(self._allow)
        self.details.learn_wanted.connect(self._learn)
        self.details.forget_wanted.connect(lambda spelling: self.deeds.forget(SpellingId(spelling)))
        self.details.unit_wanted.connect(lambda unit: self.show_unit(UnitId(unit)))
        self.details.recipient_wanted.connect(
            lambda recipient: self._navigation.open_requested.emit(Kind.RECIPIENT.value, recipient)
        )
        self._former.clicked.connect(self._on_former)
        self.split.splitterMoved.connect(lambda *_: self._preferences.set_state(_SPLIT, self.split.saveState()))

    # deeds

    def add(self) -> None:
        """Ask for a new unit beside the chosen one, so that sisters are entered one after the other."""
        beside = self.tree.unit_id()
        parent = self._units.parent_on(beside, self.day()) if beside is not None else None
        self.dialogs.add(self._units, self.day(), parent)

    def add_below(self) -> None:
        """Ask for a new unit below the chosen one."""
        self.dialogs.add(self._units, self.day(), self.tree.unit_id())

    def edit(self) -> None:
        """Correct the chosen unit."""
        if (unit_id := self.tree.unit_id()) is not None:
            self.dialogs.edit(self._units, self.day(), unit_id)

    def rename(self) -> None:
        """Another name from a day on."""
        if (unit_id := self.tree.unit_id()) is not None:
            self.dialogs.rename(self._units, unit_id)

    def move_unit(self, wanted: UnitId | None) -> None:
        """Another parent from a day on."""
        if (unit_id := self.tree.unit_id()) is not None:
            self._move(unit_id, wanted)

    def merge(self) -> None:
        """Make one unit of the selected ones."""
        self.dialogs.merge(self._units, self.day(), self.tree.chosen())

    def split_unit(self) -> None:
        """Make several units of the chosen one."""
        if (unit_id := self.tree.unit_id()) is not None:
            self.dialogs.split(self._units, self.day(), unit_id)

    def dissolve(self) -> None:
        """End the chosen unit."""
        if (unit_id := self.tree.unit_id()) is not None:
            self.dialogs.dissolve(self._units, unit_id)

    def correct(self) -> None:
        """Another day or decision of the event at the cursor."""
        event = self.details.event_at_cursor()
        if event is not None:
            self.dialogs.correct(self._units, event)

    def unify(self) -> None:
        """The chosen unit was entered twice."""
        if (unit_id := self.tree.unit_id()) is not None:
            self.dialogs.unify(self._units, self.day(), unit_id)

    def delete(self) -> None:
        """The chosen unit was entered by mistake."""
        if (unit_id := self.tree.unit_id()) is not None:
            self.deeds.delete(unit_id, self._units.name(unit_id))

    def arrange(self, step: int) -> None:
        """Move the chosen unit among its sisters."""
        unit_id = self.tree.unit_id()
        if unit_id is None:
            return
        parent = self._units.parent_on(unit_id, self.day())
        sisters = [
            node.unit.id
            for node in self._units.rows_on(self.day())
            if node.unit.id is not None and self._units.parent_on(node.unit.id, self.day()) == parent
        ]
        at = sisters.index(unit_id)
        if 0 <= at + step < len(sisters):
            sisters.insert(at + step, sisters.pop(at))
            self.deeds.arrange(sisters)

    def show_today(self) -> None:
        """The units as they are now."""
        self.at.set_day(self._services.today())
        self._show()

    def _open_history(self) -> None:
        if (unit_id := self.tree.unit_id()) is not None:
            self._navigation.history_requested.emit(Kind.UNIT.value, unit_id)

    def _move(self, unit_id: UnitId, wanted: UnitId | None) -> None:
        self.dialogs.move(self._units, self.day(), unit_id, wanted)

    def _learn(self, spelling: str) -> None:
        if (unit_id := self.tree.unit_id()) is not None:
            self.deeds.learn(unit_id, spelling)

    def _on_made(self, unit_id: UnitId) -> None:
        """Show a unit that was just made, also one that begins later."""
        self.show_unit(unit_id)

    # showing

    def reload(self) -> None:
        """Look again at what the file holds."""
        self._units = self._services.units.tree()
        self.pages.setCurrentIndex(0 if self._units.units else 1)
        self._show()

    def _show(self) -> None:
        if not self.at.readable():
            return
        self.tree.set_units(self._units.on(self.day()))
        self._search()
        self._show_details()

    def _search(self) -> None:
        text = self.search.query()
        found = self.tree.search(text)
        self.found.setCurrentIndex(0 if found or not text else 1)
        self._show_former(text)
        self._allow()

    def _show_former(self, text: str) -> None:
        """A name that holds no more leads to what the unit has become."""
        self._former_unit = None
        words = fold(text).split()
        former = [unit for unit in self._units.units.values() if not unit.exists_on(self.day())] if words else []
        for unit in former:
            if unit.id is not None and all(word in fold(unit.name) for word in words):
                now = self._units.at(unit.id, self.day())
                became = f"nay là “{self._units.name(now[0])}”" if now else _ended(unit.valid_to)
                self._former_unit = now[0] if now else unit.id
                self._former.setText(f"“{unit.name}” {became}")
                break
        self._former.setVisible(self._former_unit is not None)

    def _on_former(self) -> None:
        if self._former_unit is not None:
            self.show_unit(self._former_unit)

    def _show_details(self) -> None:
        unit_id = self.tree.unit_id()
        self.beside.setCurrentIndex(0 if unit_id is None else 1)
        if unit_id is not None:
            held = self._services.units
            self.details.show_unit(
                unit_id, self._units, self.day(), held.spellings(unit_id), held.uses(unit_id), may=self._may
            )
            entries = self._services.register.of_unit(unit_id, limit=_AWARDS)
            self.details.show_awards(entries, unit_id, self._award_names)
        self._allow()

    def _allow(self) -> None:
        chosen = self.tree.unit_id() is not None
        for deed in self._of_unit:
            deed.setEnabled(self._may and chosen)
        for deed in (self.up_action, self.down_action):
            deed.setEnabled(self._may and chosen)
        for deed in (self.add_action, self.provinces_action):
            deed.setEnabled(self._may)
        self.history_action.setEnabled(chosen)
        self.correct_action.setEnabled(self._may and chosen and self.details.event_at_cursor() is not None)


def _ended(last: date | None) -> str:
    return f"đã kết thúc ngày {formats.day(last)}" if last else "chưa bắt đầu"

"""The decisions of a year: cards at the left, the list of the one in front, what to check at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import (
    QMenu,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.decision_orders import LineOrder, arranged, moved
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.services.decision_papers import Format
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.cards import CardList
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.unsaved import Unsaved
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.ui.decisions import empty
from thidua_desktop.ui.decisions.bonuses import Bonuses
from thidua_desktop.ui.decisions.certifying import Certifying
from thidua_desktop.ui.decisions.checking import checks_of
from thidua_desktop.ui.decisions.checks_panel import ChangesPanel, Check, ChecksPanel
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.framing import card_of, framed
from thidua_desktop.ui.decisions.header import DecisionHeader
from thidua_desktop.ui.decisions.line_columns import Line, line_columns, of_draft
from thidua_desktop.ui.decisions.looking import Looked, look
from thidua_desktop.ui.decisions.names import Names
from thidua_desktop.ui.decisions.paper_menu import PaperMenu

_S = DecisionState
_SHORT = 300
"""Lines that are laid out on the window's own thread."""
_SPLIT, _PANEL = "decisions/split", "decisions/panel"
_SIDE_WIDTH, _LIST_WIDTH, _PANEL_WIDTH = 250, 760, 330


class DecisionsPane(QWidget):
    """Shows the decisions of one year and does what is asked of the one in front."""

    bring_old_wanted = Signal()
    """Decisions of earlier years are to be taken over from a file."""

    def __init__(self, deeds: DecisionDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deeds, self._services = deeds, deeds.services
        self._year, self._locked = self._services.today().year, False
        self._all: dict[int, Decision] = {}
        self._looked: Looked | None = None
        self._wanted: DecisionId | None = None
        self._listed: DecisionId | None = None
        """The decision whose list stands in the table."""
        self.names = Names(deeds)
        self.bonuses, self.certifying = Bonuses(deeds), Certifying(deeds, self.names)
        self.paper_menu = PaperMenu(deeds, self.names, self)
        self.cards = CardList("Các quyết định trong năm")
        self.header = DecisionHeader()
        awards = {award.id: award for award in self._services.rulebooks.awards()}
        self._ranks = {award.id: award.rank for award in awards.values()}
        self.model = TableModel[Line](
            line_columns(awards, self._services.units.names), lambda row: row.line.id, parent=self
        )
        self.grid = Grid(self.model, name="decisions.lines", preferences=deeds.preferences)
        self.grid.setAccessibleName("Danh sách kèm theo quyết định")
        self.checks, self.changes, self.amends = ChecksPanel(), ChangesPanel(), ChangesPanel()
        self.amends.list.setAccessibleName("Những chỗ mà quyết định này đính chính, thu hồi")
        self.unsaved = Unsaved[DecisionLine](
            deeds.feedback, key=lambda line: line.id or 0, save=deeds.change_lines, reload=self.reload
        )
        self._make_actions()
        self._lay_out()
        self._connect()
        self._show_current()

    # what the page asks

    def take_focus(self) -> None:
        """Let the keys of the part work."""
        (self.grid if self.grid.isVisible() and self.current() is not None else self.cards).setFocus()

    def show_year(self, year: int) -> None:
        """Show the decisions of a year."""
        self._year = year
        self._heading.setText(f"Quyết định năm {year}")
        self.reload()

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, or let it again unless the file is open for reading only."""
        self._locked = locked
        self._allow()

    def show_decision(self, decision_id: DecisionId) -> None:
        """Put a decision in front, at once or as soon as it has been read."""
        if not self.cards.choose_card(decision_id):
            self._wanted = decision_id

    def reload(self) -> None:
        """Look again at what the file holds."""
        year = self._year
        work = partial(self._services.decisions.of_year, year)
        self.deeds.runner.run(work, lambda found: self._show_all(year, found))

    def current(self) -> Decision | None:
        """The decision in front."""
        chosen = self.cards.chosen_id()
        return None if chosen is None else self._all.get(chosen)

    def lines(self) -> tuple[Line, ...]:
        """The selected lines from top to bottom."""
        return self.grid.selected()

    def menu_actions(self) -> list[QAction | None]:
        """Everything that can be done here, None between the groups."""
        return [
            *(self.add, self.draft, self.bring_old, None),
            *(self.edit, self.to_sign, self.sign, self.issue, self.back, self.remove, None),
            *(self.add_lines, self.take_out, self.up, self.down, self.by_name, self.by_unit, None),
            *(self.names_action, self.bonus, self.preview, self.word, self.certificates, None),
            *(self.correct, self.withdraw_lines, self.withdraw, None, self.history, self.find_action, self.panel),
        ]

    # making

    def _make_actions(self) -> None:
        deeds = self.deeds
        self.add = action(self, "Thêm quyết định…", "add", "Ctrl+N", lambda: deeds.add(self._year))
        self.draft = action(self, "Lập dự thảo từ phiên họp…", "award", "Ctrl+Shift+N", lambda: deeds.draft(self._year))
        self.bring_old = action(self, "Nhận quyết định cũ…", "receive", "Ctrl+Shift+I", self.bring_old_wanted.emit)
        self.edit = self._of("Sửa quyết định…", "edit", "Ctrl+E", deeds.edit)
        self.to_sign = self._of("Trình ký", "right", "Ctrl+M", self._to_sign)
        self.sign = self._of(
            "Ghi số, ngày ký…", "lock", "Ctrl+G", lambda one: self.names.gate(one, lambda: deeds.sign(one))
        )
        told = "Đã ghi quyết định được phát hành."
        self.issue = self._of("Phát hành", "export", "Ctrl+Shift+G", lambda one: deeds.move(one, _S.ISSUED, told))
        self.back = self._of("Đưa về dự thảo…", "left", "Ctrl+B", deeds.back)
        self.remove = self._of("Xóa dự thảo", "trash", "Ctrl+Alt+R", deeds.remove)
        self.add_lines = self._of("Thêm dòng…", "add", "Ctrl+L", deeds.add_lines)
        self.take_out = self._of("Đưa dòng ra", "close", "Ctrl+R", lambda one: deeds.take_out(one, self.lines()))
        self.up = self._of("Chuyển dòng lên", "up", "Alt+Shift+Up", partial(self._step, step=-1))
        self.down = self._of("Chuyển dòng xuống", "down", "Alt+Shift+Down", partial(self._step, step=1))
        self.by_name = self._of("Xếp lại theo họ tên", "", "Ctrl+Shift+X", partial(self._arrange, order=LineOrder.NAME))
        self.by_unit = self._of("Xếp lại theo đơn vị", "", "Ctrl+Shift+U", partial(self._arrange, order=LineOrder.UNIT))
        self.names_action = self._of("Đối chiếu họ tên…", "check", "Ctrl+T", self.names.show)
        self.bonus = self._of("Tiền thưởng…", "list", "Ctrl+U", self.bonuses.show)
        self.preview = action(self, "Xem và in quyết định…", "print", "Ctrl+P", self.paper_menu.give)
        self.word = action(
            self, "Quyết định ra Word…", "export", "Ctrl+Shift+P", partial(self.paper_menu.give, format=Format.DOCX)
        )
        self.certificates = self._of("In bằng khen, giấy khen…", "award", "Ctrl+Alt+B", self._certify)
        self.correct = self._of("Đính chính dòng…", "edit", "Ctrl+J", self._correct)
        self.withdraw_lines = self._of(
            "Thu hồi dòng…", "undo", "Ctrl+Shift+J", lambda one: deeds.withdraw_lines(one, self.lines())
        )
        self.withdraw = self._of(
            "Thu hồi quyết định…", "undo", "Ctrl+Alt+J", lambda one: deeds.withdraw(one, self.model.rows())
        )
        self.history = self._of("Lịch sử của quyết định", "history", "Ctrl+Alt+I", self._open_history)
        self.find_action = action(self, "Tìm trong danh sách", "search", "Ctrl+F", self.header.search.setFocus)
        self.panel = action(self, "Khung kiểm tra", "info", "F4", self._toggle_panel)
        self.panel.setCheckable(True)

    def _of(self, text: str, icon: str, key: str, do: Callable[[Decision], object]) -> QAction:
        """An action on the decision in front."""

        def done() -> None:
            decision = self.current()
            if decision is not None:
                do(decision)

        return action(self, text, icon, key, done)

    def _lay_out(self) -> None:
        self._heading = label("", "title")
        more = QMenu("Việc khác", self)
        more.addActions([self.edit, self.back, self.issue, self.remove])
        more.addSeparator()
        more.addActions([self.by_name, self.by_unit])
        more.addSeparator()
        more.addActions([self.certificates, self.bonus, self.correct, self.withdraw_lines, self.withdraw, self.history])
        after = (self.issue, self.correct, self.withdraw_lines)
        steps = (self.to_sign, self.sign, self.back, *after, self.names_action, self.add_lines)
        self.header.lay_out(steps, (self.take_out, self.up, self.down), self.paper_menu, more)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.grid)
        self.lists.addWidget(empty.no_lines(self.add_lines.trigger))
        self.lists.addWidget(self.amends)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("Về quyết định đang chọn")
        self.tabs.tabBar().setProperty("role", "small")
        self.tabs.tabBar().setAccessibleName("Về quyết định đang chọn")
        self.tabs.addTab(self.checks, "Kiểm tra")
        self.tabs.addTab(self.changes, "Đính chính, thu hồi")
        self.split = QSplitter()
        self.split.setChildrenCollapsible(False)
        bar = row(
            self._heading,
            0,
            *(tool_button(deed, text=False) for deed in (self.draft, self.add)),
            spacing=theme.SPACE_XXS,
        )
        bar.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_XS, theme.SPACE_XS)
        self.split.addWidget(framed(bar, self.cards))
        self.split.addWidget(framed(self.header, self.lists))
        self.split.addWidget(self.tabs)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([_SIDE_WIDTH, _LIST_WIDTH, _PANEL_WIDTH])
        state = self.deeds.preferences.state(_SPLIT)
        if state is not None:
            self.split.restoreState(state)
        self._show_panel(bool(self.deeds.preferences.number(_PANEL, 1)))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.split)
        offers = (self.draft.trigger, self.add.trigger, self.bring_old.trigger)
        self.pages.addWidget(empty.no_decisions(*offers))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.pages)

    def _connect(self) -> None:
        preferences = self.deeds.preferences
        self.split.splitterMoved.connect(lambda *_: preferences.set_state(_SPLIT, self.split.saveState()))
        self.cards.chosen.connect(lambda _chosen: self._show_current())
        self.header.search.textChanged.connect(lambda _text: self.grid.proxy.set_query(self.header.search.query()))
        self.grid.unfilter_wanted.connect(self.header.search.clear)
        self.model.edited.connect(lambda rows: self.unsaved.save([row.line for row in rows]))
        self.model.refused.connect(self.deeds.feedback.trouble)
        self.grid.delete_wanted.connect(self.take_out.trigger)
        self.grid.opened.connect(lambda _row: self.correct.trigger())
        self.grid.selection_changed.connect(self._allow)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))

    def context_menu(self) -> QMenu:
        """What can be done with the selected lines."""
        menu = QMenu(self)
        menu.addActions([self.add_lines, self.take_out, self.up, self.down])
        menu.addSeparator()
        menu.addActions([self.correct, self.withdraw_lines, self.names_action, self.certificates])
        return menu

    # doing

    def _step(self, decision: Decision, *, step: int) -> None:
        chosen = {row.line.id for row in self.lines()}

        def stepped(held: Sequence[DecisionLine]) -> Sequence[DecisionLine]:
            return moved(held, [at for at, line in enumerate(held) if line.id in chosen], step)

        if stepped(decision.lines) != decision.lines:
            self.deeds.rearrange(decision, stepped)

    def _arrange(self, decision: Decision, *, order: LineOrder) -> None:
        tree = self._services.units.tree()
        ranks = {unit.name: tree.rank(unit_id) for unit_id, unit in tree.units.items()}

        def ordered(held: Sequence[DecisionLine]) -> Sequence[DecisionLine]:
            return arranged(
                held, order, lambda award: self._ranks.get(award, 0), lambda name: ranks.get(name, len(ranks))
            )

        self.deeds.rearrange(decision, ordered, "Đã xếp lại danh sách.")

    def _to_sign(self, decision: Decision) -> None:
        told = "Đã chuyển sang “Trình ký”. Sau khi ký, ghi số và ngày (Ctrl+G)."
        self.names.gate(decision, lambda: self.deeds.move(decision, _S.TO_SIGN, told))

    def _certify(self, decision: Decision) -> None:
        """Several selected lines are meant; the one at the cursor alone means all."""
        chosen = tuple(sorted(row.line.place for row in self.lines()))
        self.certifying.ask(decision, chosen if len(chosen) > 1 else ())

    def _correct(self, decision: Decision) -> None:
        line = self.grid.current()
        if line is not None and decision.locked and not line.withdrawn and self.correct.isEnabled():
            self.deeds.correct(decision, line)

    def _open_history(self, decision: Decision) -> None:
        if decision.id is not None:
            self.deeds.navigation.history_requested.emit(Kind.DECISION.value, decision.id)

    def _toggle_panel(self) -> None:
        self._show_panel(self.tabs.isHidden())
        self.deeds.preferences.set_number(_PANEL, int(not self.tabs.isHidden()))

    def _show_panel(self, shown: bool) -> None:
        self.tabs.setVisible(shown)
        self.panel.setChecked(shown)

    # showing

    def _show_all(self, year: int, found: tuple[Decision, ...]) -> None:
        if year != self._year:
            return  # another year is wanted meanwhile
        self._all = {one.id: one for one in found if one.id is not None}
        wanted, self._wanted = self._wanted, None
        self.pages.setCurrentIndex(0 if self._all else 1)
        before = self.cards.chosen_id()
        self.cards.set_cards([card_of(one) for one in self._all.values()])
        if wanted is not None:
            self.cards.choose_card(wanted)
        if self.cards.chosen_id() == before:
            self._show_current()

    def _show_current(self) -> None:
        decision = self.current()
        self._looked = None
        self.paper_menu.put_in_front(decision)
        if decision is None:
            self._listed = None
            self.grid.set_rows(())
            self.checks.show_checks(())
            self.changes.show_changes((), {})
        else:
            self.header.show_decision(decision, self.deeds.bodies(decision.signed_on), "")
            self._list_at_once(decision)
            about_other = decision.corrects is not None
            self.lists.setCurrentIndex(2 if about_other else 0 if decision.lines or decision.locked else 1)
            self.deeds.runner.run_aside(partial(look, self._services, self.model.prepared, decision), self._show_looked)
        self._allow()

    def _list_at_once(self, decision: Decision) -> None:
        """The list before anything was looked up; a long one is laid out beside the window and comes a little later."""
        if len(decision.lines) <= _SHORT:
            self.grid.set_rows([of_draft(line) for line in decision.lines])
        elif self._listed != decision.id:
            self.grid.set_rows(())  # what is done meanwhile must not be done to lines of another decision
        self._listed = decision.id

    def _show_looked(self, looked: Looked) -> None:
        decision = self.current()
        if decision is None or decision.id != looked.decision_id:
            return
        self._looked = looked
        self.header.show_decision(decision, self.deeds.bodies(decision.signed_on), looked.meeting)
        self.grid.set_rows(looked.rows)
        self.checks.show_checks(self._checks_of(decision, looked))
        self.changes.show_changes(looked.changes, {line.id: line for line in decision.lines})
        if looked.amending is not None:
            first = looked.amending.first
            self.amends.show_changes(looked.amending.changes, {line.id: line for line in first.lines})
        count = f" ({len(looked.changes)})" if looked.changes else ""
        self.tabs.setTabText(1, f"Đính chính, thu hồi{count}")
        self.paper_menu.show_decision(decision, looked.papers)
        self._allow()

    def _checks_of(self, decision: Decision, looked: Looked) -> Sequence[Check]:
        return checks_of(
            decision,
            looked.findings,
            looked.names,
            {
                "add": Offer("Thêm dòng…", self.add_lines.trigger),
                "names": Offer("Đối chiếu họ tên…", self.names_action.trigger),
                "edit": Offer("Sửa quyết định…", self.edit.trigger),
                "to_sign": Offer("Trình ký", self.to_sign.trigger),
                "sign": Offer("Ghi số, ngày ký…", self.sign.trigger),
                "issue": Offer("Phát hành", self.issue.trigger),
            },
        )

    def _allow(self) -> None:
        may = not self._locked and not self._services.read_only
        decision = self.current()
        state = decision.state if decision is not None else None
        draft = may and state is _S.DRAFT
        signed = may and decision is not None and decision.locked and state is not _S.WITHDRAWN
        some = bool(self.lines())
        for deed in (self.add, self.draft, self.bring_old):
            deed.setEnabled(may)
        self.edit.setEnabled(may and decision is not None and not decision.locked)
        about_other = decision is not None and decision.corrects is not None
        self.remove.setEnabled(draft)
        for deed in (self.add_lines, self.by_name, self.by_unit):
            deed.setEnabled(draft and not about_other)
        self.to_sign.setEnabled(draft and decision is not None and (about_other or bool(decision.lines)))
        for deed in (self.take_out, self.up, self.down):
            deed.setEnabled(draft and some)
        self.sign.setEnabled(may and state is _S.TO_SIGN)
        self.back.setEnabled(may and state is _S.TO_SIGN)
        self.issue.setEnabled(may and state is _S.SIGNED)
        self.correct.setEnabled(signed and some)
        self.withdraw_lines.setEnabled(signed and any(not row.withdrawn for row in self.lines()))
        self.withdraw.setEnabled(signed)
        for deed in (self.names_action, self.bonus, self.history, self.preview, self.word, self.certificates):
            deed.setEnabled(decision is not None)
        self.model.editable = draft
        of_draft = (self.to_sign, self.add_lines, self.take_out, self.up, self.down)
        of_signed = (self.correct, self.withdraw_lines, *((self.issue,) if state is _S.SIGNED else ()))
        steps = {_S.DRAFT: of_draft, _S.TO_SIGN: (self.sign, self.back)}
        self.header.show_steps((self.names_action, *(steps.get(state, of_signed) if state is not None else ())))

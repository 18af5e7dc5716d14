"""Quỹ thi đua, khen thưởng: what the year began with, what came in, what every decision took out, what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QSplitter, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.funds import FundEntry, FundKind
from thidua_desktop.services.decision_papers import Format
from thidua_desktop.services.funds import FundYear, UnpaidDecision
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.ui.decisions.change_dialogs import Failed
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.fund_dialog import FundDialog, PayDialog
from thidua_desktop.wording import formats, labels


@dataclass(frozen=True, slots=True)
class Booked:
    """An entry with the balance after it."""

    entry: FundEntry
    balance: int


def amount(value: int) -> str:
    """``1.234.567``, with a minus sign below 0."""
    return f"{'-' if value < 0 else ''}{formats.whole(abs(value))}"


_SHARES = (860, 480)
"""Of the book and of the decisions that wait, before the clerk moves the line between them."""
_NAMED = 3
"""Decisions that others pay are named up to so many."""


def numbered(one: UnpaidDecision) -> str:
    """The number of a decision, with its year where that is over."""
    carried = f" (năm {one.carried_from})" if one.carried_from is not None else ""
    return f"{one.decision.number or ''}{carried}"


_COLUMNS: tuple[Column[Booked], ...] = (
    Column[Booked](
        "day",
        "Ngày",
        lambda booked: formats.day(booked.entry.day),
        96,
        align=CENTER,
        sort_key=lambda booked: booked.entry.day,
    ),
    Column[Booked]("kind", "Loại", lambda booked: labels.of(booked.entry.kind), 120, by_choice=True, wrap=True),
    Column[Booked]("text", "Nội dung", lambda booked: booked.entry.text, 180, stretch=True, wrap=True),
    Column[Booked](
        "in",
        "Thu (đồng)",
        lambda booked: amount(booked.entry.amount) if booked.entry.kind is not FundKind.EXPENSE else "",
        112,
        align=RIGHT,
        sort_key=lambda booked: booked.entry.signed_amount,
    ),
    Column[Booked](
        "out",
        "Chi (đồng)",
        lambda booked: amount(booked.entry.amount) if booked.entry.kind is FundKind.EXPENSE else "",
        112,
        align=RIGHT,
        sort_key=lambda booked: -booked.entry.signed_amount,
    ),
    Column[Booked](
        "balance",
        "Còn lại (đồng)",
        lambda booked: amount(booked.balance),
        124,
        align=RIGHT,
        sort_key=lambda booked: booked.balance,
        tone=lambda booked: Tone.DANGER if booked.balance < 0 else None,
    ),
    Column[Booked]("note", "Ghi chú", lambda booked: booked.entry.note, 160, wrap=True, hidden=True),
)

_UNPAID: tuple[Column[UnpaidDecision], ...] = (
    Column[UnpaidDecision]("number", "Quyết định", numbered, 110, wrap=True, tooltip=lambda one: one.decision.title),
    Column[UnpaidDecision]("title", "Trích yếu", lambda one: one.decision.title, 140, stretch=True, wrap=True),
    Column[UnpaidDecision]("total", "Số tiền (đồng)", lambda one: amount(one.total), 112, align=RIGHT),
    Column[UnpaidDecision](
        "open",
        "Thiếu mức",
        lambda one: str(one.open_lines) if one.open_lines else "",
        82,
        align=RIGHT,
        tone=lambda _one: Tone.WARNING,
        tooltip=lambda one: f"{one.open_lines} dòng chưa có số tiền" if one.open_lines else "",
    ),
)


def elsewhere(paid: Sequence[UnpaidDecision]) -> str:
    """Which decisions of the year are paid by others; nothing where there are none."""
    if not paid:
        return ""
    named = ", ".join(one.decision.number or one.decision.title for one in paid[:_NAMED])
    more = f" và {len(paid) - _NAMED} quyết định khác" if len(paid) > _NAMED else ""
    return f" Quỹ của cấp quyết định khen chi, không tính ở đây: {named}{more}."


class FundPane(QWidget):
    """The book of the year at the left, signed decisions that have not been paid at the right."""

    def __init__(self, deeds: DecisionDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deeds, self._services = deeds, deeds.services
        self._year, self._locked = self._services.today().year, False
        self._fund: FundYear | None = None
        self.model = TableModel[Booked](_COLUMNS, lambda booked: booked.entry.id, parent=self)
        self.grid = Grid(self.model, name="fund.entries", preferences=deeds.preferences)
        self.grid.setAccessibleName("Sổ thu, chi của quỹ")
        self.unpaid_model = TableModel[UnpaidDecision](_UNPAID, lambda one: one.decision.id, parent=self)
        self.unpaid = Grid(self.unpaid_model, name="fund.unpaid", preferences=deeds.preferences)
        self.unpaid.setAccessibleName("Quyết định chưa chi tiền thưởng")
        self.grid.empty_words = (
            "Chưa ghi thu, chi nào trong năm này. Bắt đầu bằng Ghi số dư đầu năm (Ctrl+L) hoặc Ghi thu (Ctrl+N)."
        )
        self.unpaid.empty_words = "Quyết định có tiền thưởng mà chưa chi hiện ở đây để chi trong một bước."
        for grid in (self.grid, self.unpaid):
            grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._make_actions()
        self._lay_out()
        self._connect()

    # what the page asks

    def take_focus(self) -> None:
        """Let the keys of the part work."""
        self.grid.setFocus()

    def show_year(self, year: int) -> None:
        """Show the fund of a year."""
        self._year = year
        self.reload()

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, or let it again unless the file is open for reading only."""
        self._locked = locked
        self._allow()

    def reload(self) -> None:
        """Look again at what the file holds."""
        self.deeds.runner.run(partial(self._services.funds.of_year, self._year), self._show)

    def menu_actions(self) -> list[QAction | None]:
        """Everything that can be done here, None between the groups."""
        return [
            *(self.income, self.expense, self.opening, None, self.edit, self.remove, None),
            *(self.pay, self.open_decision, None, self.preview, self.word, self.excel),
        ]

    # making

    def _make_actions(self) -> None:
        self.income = action(self, "Ghi thu…", "add", "Ctrl+N", partial(self._add, FundKind.INCOME))
        self.expense = action(self, "Ghi chi…", "export", "Ctrl+Shift+N", partial(self._add, FundKind.EXPENSE))
        self.opening = action(self, "Ghi số dư đầu năm…", "year", "Ctrl+L", partial(self._add, FundKind.OPENING))
        self.edit = action(self, "Sửa…", "edit", "Ctrl+E", self._edit)
        self.remove = action(self, "Bỏ dòng", "trash", "Ctrl+R", self._remove)
        self.pay = action(self, "Chi tiền thưởng của quyết định…", "check", "Ctrl+G", self._pay)
        self.open_decision = action(self, "Mở quyết định", "link", "Ctrl+M", self._open)
        self.preview = action(self, "Xem và in sổ quỹ…", "print", "Ctrl+P", partial(self._give, Format.PDF))
        self.word = action(self, "Sổ quỹ ra Word…", "export", "Ctrl+Shift+P", partial(self._give, Format.DOCX))
        self.excel = action(self, "Sổ quỹ ra Excel…", "excel", "Ctrl+Shift+E", partial(self._give, Format.XLSX))

    def _lay_out(self) -> None:
        self._sums, self._rules = label("", "strong", wrap=True), label("", "small", wrap=True)
        buttons = row(
            *(tool_button(deed) for deed in (self.income, self.expense, self.opening)),
            tool_button(self.edit, text=False),
            tool_button(self.remove, text=False),
            tool_button(self.preview),
            0,
            spacing=theme.SPACE_XS,
        )
        bar = QFrame()
        bar.setProperty("role", "bar")
        inner = QVBoxLayout(bar)
        inner.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        inner.addWidget(self._sums)
        inner.addWidget(self._rules)
        inner.addLayout(buttons)
        side = QFrame()
        side.setProperty("role", "pane")
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        self._waiting = label("", "strong")
        head = row(self._waiting, 0, tool_button(self.pay), spacing=theme.SPACE_XS)
        head.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_XS, 0)
        right.addLayout(head)
        right.addWidget(self.unpaid, stretch=1)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.grid)
        split.addWidget(side)
        for at, share in enumerate(_SHARES):  # in a narrow window both give way, not the book alone
            split.setStretchFactor(at, share)
        split.setSizes(list(_SHARES))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(bar)
        frame.addWidget(split, stretch=1)

    def _connect(self) -> None:
        self.grid.selection_changed.connect(self._allow)
        self.unpaid.selection_changed.connect(self._allow)
        self.grid.opened.connect(lambda _row: self.edit.trigger())
        self.unpaid.opened.connect(lambda _row: self.pay.trigger())
        self.grid.delete_wanted.connect(self.remove.trigger)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))

    def context_menu(self) -> QMenu:
        """What can be done with the entry at the cursor."""
        menu = QMenu(self)
        menu.addActions([self.edit, self.remove])
        return menu

    # showing

    def _show(self, fund: FundYear) -> None:
        book = fund.book
        if book.year != self._year:
            return
        self._fund = fund
        self.grid.set_rows([Booked(*pair) for pair in zip(book.entries, book.running(), strict=True)])
        self.unpaid.set_rows(fund.unpaid)
        owed = f" Chi hết {len(fund.unpaid)} quyết định bên phải thì còn {amount(fund.after_all)} đồng."
        self._sums.setText(
            f"Quỹ năm {book.year}: đầu năm {amount(book.opening)}, thu {amount(book.income)}, "
            f"chi {amount(book.expense)}, còn {amount(book.balance)} đồng.{owed if fund.unpaid else ''}"
            f"{elsewhere(fund.elsewhere)}"
        )
        count = len(fund.unpaid)
        self._waiting.setText(f"{count} quyết định chưa chi" if count else "Không có quyết định nào chờ chi")
        self._rules.setText("\n".join(f"{one.text} ({one.basis.citation})" for one in fund.rules))
        self._rules.setVisible(bool(fund.rules))
        self._allow()

    def _allow(self) -> None:
        may = not self._locked and not self._services.read_only
        for deed in (self.income, self.expense):
            deed.setEnabled(may)
        begun = self._fund is not None and any(one.kind is FundKind.OPENING for one in self._fund.book.entries)
        self.opening.setEnabled(may and not begun)
        some = bool(self.grid.selected())
        self.edit.setEnabled(may and some)
        self.remove.setEnabled(may and some)
        self.pay.setEnabled(may and self.unpaid.current() is not None)
        self.open_decision.setEnabled(self.unpaid.current() is not None)

    # doing

    def _add(self, kind: FundKind) -> None:
        today = self._services.today()
        day = today if today.year == self._year else today.replace(year=self._year, month=1, day=1)
        if kind is FundKind.OPENING:
            day = day.replace(month=1, day=1)
        self._ask(
            FundEntry(self._year, day, kind, "Số dư năm trước chuyển sang" if kind is FundKind.OPENING else "", 0)
        )

    def _edit(self) -> None:
        booked = self.grid.current()
        if booked is not None:
            self._ask(booked.entry)

    def _ask(self, begun: FundEntry) -> None:
        def keep(entry: FundEntry, refused: Failed) -> None:
            work = partial(self._services.funds.save, entry)
            self.deeds.change(work, "Đã ghi sổ quỹ.", lambda _changes: dialog.accept(), failed=refused)

        dialog = FundDialog(begun, keep, self.deeds.parent_widget())
        self.deeds.open(dialog)

    def _remove(self) -> None:
        ids = [booked.entry.id for booked in self.grid.selected() if booked.entry.id is not None]
        if ids:
            self.deeds.change(partial(self._services.funds.remove, ids), f"Đã bỏ {len(ids)} dòng khỏi sổ quỹ.")

    def _pay(self) -> None:
        one = self.unpaid.current()
        if one is None or one.decision.id is None:
            return
        decision_id = one.decision.id

        def wanted() -> None:
            day = dialog.day.day()
            if day is not None:
                work = partial(self._services.funds.pay, [decision_id], day)
                told = f"Đã chi {amount(one.total)} đồng tiền thưởng của quyết định {one.decision.number}."
                self.deeds.change(work, told, lambda _changes: dialog.accept(), failed=dialog.refuse)

        dialog = PayDialog(one, self._services.today(), self.deeds.parent_widget())
        dialog.wanted = wanted
        self.deeds.open(dialog)

    def _open(self) -> None:
        one = self.unpaid.current()
        if one is not None and one.decision.id is not None:
            self.deeds.navigation.open_requested.emit(Kind.DECISION.value, one.decision.id)

    def _give(self, format: Format) -> None:
        self.deeds.give(f"Sổ theo dõi quỹ năm {self._year}", partial(self._services.funds.write, self._year), format)

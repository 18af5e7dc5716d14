"""The councils of the office at the left, who sits in the chosen one at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.councils.rosters import Council, Size
from thidua_desktop.domain.ids import CouncilId
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.cards import Card, CardList
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.widgets import EmptyState, action, label, row, tool_button
from thidua_desktop.ui.councils.council_dialog import CouncilDialog
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.roster_pane import RosterPane
from thidua_desktop.wording import formats, labels

_SIDE, _MAIN = 300, 900
_SPLIT = "councils/split"
_THERE, _NONE = range(2)


def term(council: Council) -> str:
    """``Nhiệm kỳ 01/01/2024 – 31/12/2028``."""
    since, until = formats.day(council.since), formats.day(council.until)
    if since and until:
        return f"Nhiệm kỳ {since} – {until}"
    return f"Từ {since}" if since else f"Đến {until}" if until else "Chưa ghi nhiệm kỳ"


def decided(council: Council) -> str:
    """The decision that set it up."""
    day = f"ngày {formats.day(council.decided_on)}" if council.decided_on is not None else ""
    return " ".join(part for part in (council.decision, day) if part)


class CouncilsView(QWidget):
    """Lists councils, sub-committees below theirs."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self._councils: tuple[Council, ...] = ()
        self._wanted: CouncilId | None = None
        self.editable = not deeds.services.read_only
        self.cards = CardList("Các Hội đồng")
        self.roster = RosterPane(deeds)
        self.add_action = action(self, "Thêm Hội đồng…", "add", "Ctrl+Shift+N", self.add)
        self.below_action = action(self, "Thêm Hội đồng cấp dưới…", "units", "Ctrl+Shift+U", self.add_below)
        self.edit_action = action(self, "Sửa Hội đồng…", "edit", "Ctrl+E", self.edit)
        self.delete_action = action(self, "Xóa Hội đồng…", "trash", "Ctrl+Shift+X", self.delete)
        self.history_action = action(self, "Lịch sử của Hội đồng", "history", "Ctrl+Alt+I", self.open_history)
        self.of_menu = (self.add_action, self.below_action, self.edit_action, self.delete_action, self.history_action)
        self._title, self._about = label("", "title", wrap=True), label("", "muted", wrap=True)
        self._lay_out()
        self.cards.chosen.connect(lambda _id: self._show_chosen())

    def _lay_out(self) -> None:
        bar = row(
            label("Hội đồng", "title"),
            0,
            tool_button(self.add_action, text=False),
            tool_button(self.below_action, text=False),
            tool_button(self.edit_action, text=False),
            tool_button(self.delete_action, text=False),
            spacing=theme.SPACE_XXS,
        )
        bar.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_XS, theme.SPACE_XS)
        side = QFrame()
        side.setProperty("role", "pane")
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(bar)
        left.addWidget(self.cards, stretch=1)
        main = QFrame()
        main.setProperty("role", "pane")
        right = QVBoxLayout(main)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for part in (self._title, self._about):
            part.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, 0)
            right.addWidget(part)
        right.addWidget(self.roster, stretch=1)
        self.split = QSplitter()
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(side)
        self.split.addWidget(main)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([_SIDE, _MAIN])
        state = self._deeds.preferences.state(_SPLIT)
        if state is not None:
            self.split.restoreState(state)
        self.split.splitterMoved.connect(lambda *_: self._deeds.preferences.set_state(_SPLIT, self.split.saveState()))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.split)
        self.pages.addWidget(
            EmptyState(
                "council",
                "Chưa có Hội đồng nào",
                "Ghi Hội đồng Thi đua - Khen thưởng (và Hội đồng sáng kiến nếu có) theo quyết định thành lập, rồi "
                "nhập thành viên; giấy mời, phiếu bầu, biên bản đều lấy từ đây.",
                (Offer("Thêm Hội đồng…", self.add),),
            )
        )
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.pages)

    # what the page asks

    def show_councils(self, councils: Sequence[Council]) -> None:
        """Show the councils; the chosen one stays chosen while it is there."""
        self._councils = tuple(councils)
        self.pages.setCurrentIndex(_THERE if councils else _NONE)
        self.cards.blockSignals(True)  # what is chosen now is shown below, once
        self.cards.set_cards([_card(one) for one in councils if one.id is not None])
        if self._wanted is not None:
            self.show_council(self._wanted)
        self.cards.blockSignals(False)
        self._show_chosen()

    def show_council(self, council_id: CouncilId) -> None:
        """Put a council in front; one that has not been read yet, as soon as it is."""
        self._wanted = None if self.cards.choose_card(council_id) else council_id

    def chosen(self) -> Council | None:
        """The council in front."""
        wanted = self.cards.chosen_id()
        return next((one for one in self._councils if one.id == wanted), None)

    def take_focus(self) -> None:
        """Let the keys of the part work."""
        if self._councils:
            self.roster.take_focus()
        else:
            self.setFocus()

    # doing

    def add(self) -> None:
        """Ask for a new council."""
        self._ask(Council(""))

    def add_below(self) -> None:
        """Ask for a sub-committee of the council in front."""
        above = self.chosen()
        if above is not None:
            self._ask(Council("", parent_id=above.parent_id or above.id, since=above.since, until=above.until))

    def edit(self) -> None:
        """Correct the council in front."""
        chosen = self.chosen()
        if chosen is not None:
            self._ask(chosen)

    def delete(self) -> None:
        """Move the council in front to the trash, after asking."""
        chosen = self.chosen()
        if chosen is None or chosen.id is None or not self.editable:
            return
        work = partial(self._deeds.services.councils.delete, chosen.id)
        self._deeds.feedback.confirm(
            f"Chuyển “{chosen.name}” vào thùng rác?",
            yes="Chuyển vào thùng rác",
            then=lambda: self._deeds.do(work, "Đã chuyển Hội đồng vào thùng rác."),
        )

    def open_history(self) -> None:
        """Show what was done to the council in front."""
        chosen = self.chosen()
        if chosen is not None and chosen.id is not None:
            self._deeds.navigation.history_requested.emit(Kind.COUNCIL.value, chosen.id)

    def _ask(self, council: Council) -> None:
        if not self.editable:
            return
        year = self._deeds.services.today().year
        dialog = CouncilDialog(council, self._councils, year=year, parent=self.window())

        def kept(changes: Changes) -> None:
            if changes.created:
                self.show_council(CouncilId(changes.created[0]))

        def chosen() -> None:
            typed = dialog.council()

            def again(_trouble: AppError) -> None:
                self._ask(typed)

            work = partial(self._deeds.services.councils.save, typed)
            self._deeds.do(work, "Đã lưu Hội đồng.", then=kept, failed=again)

        self._deeds.ask(dialog, chosen)

    # showing

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self._title.setText(chosen.name)
            size = "số thành viên phải lẻ" if chosen.size is Size.ODD else ""
            said = (decided(chosen), term(chosen), size)
            self._about.setText(" · ".join(part for part in said if part))
        self.roster.show_council(chosen, editable=self.editable)
        self._allow()

    def _allow(self) -> None:
        self.add_action.setEnabled(self.editable)
        there = self.chosen() is not None
        for deed in (self.below_action, self.edit_action, self.delete_action):
            deed.setEnabled(self.editable and there)
        self.history_action.setEnabled(there)


def _card(council: Council) -> Card:
    assert council.id is not None
    name = f"↳ {council.name}" if council.parent_id is not None else council.name
    rule = f" · {labels.of(council.size).lower()}" if council.size is Size.ODD else ""
    return Card(council.id, name, term(council), f"{decided(council) or 'Chưa ghi quyết định'}{rule}")

"""Danh sách trình: what is before the council, gathered in any order, with what the law asks for each line."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.papers import PaperKind
from thidua_desktop.services.meetings import Candidates
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.widgets import EmptyState, action, label
from thidua_desktop.ui.councils.bring_dialog import BringDialog, others
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.line_rows import COLUMNS, GROUPS, GroupBy, LineRow, counts, group_detail, rows
from thidua_desktop.ui.councils.pane import Pane, at_hand
from thidua_desktop.ui.councils.showing_papers import show_paper

_GROUP = "councils/group"
_PAPERS = {GroupBy.UNIT: PaperKind.LIST_UNIT, GroupBy.OCCASION: PaperKind.LIST_OCCASION}


class LinesPane(Pane):
    """The lines of a meeting."""

    title = "Danh sách trình"

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(deeds, parent)
        self.model = TableModel[LineRow](
            COLUMNS,
            lambda row: row.line.nomination_id,
            grouping=Grouping(lambda row: row.group, group_detail),
            parent=self,
        )
        self.grid: Grid[LineRow] = Grid(self.model, name="council-lines", preferences=deeds.preferences)
        self.grid.setAccessibleName("Đề nghị trình Hội đồng")
        self.groups = QComboBox()
        self.groups.setAccessibleName("Cách nhóm các dòng")
        for group, text in GROUPS.items():
            self.groups.addItem(text, group.value)
        self.groups.setCurrentIndex(deeds.preferences.number(_GROUP, 0) % len(GROUPS))
        self.bring_action = action(self, "Trình thêm đề nghị…", "add", "Ctrl+B", self.bring)
        self.out_action = action(self, "Rút khỏi phiên họp…", "undo", "Ctrl+R", self.take_out)
        self.open_action = action(self, "Mở đề nghị", "right", "Ctrl+L", self.open_line)
        self.find_action = action(self, "Lọc", "filter", "Ctrl+F", self.grid.toggle_filters)
        self.print_action = action(self, "In danh sách", "print", "Ctrl+P", self.print_list)
        self.of_menu = (self.bring_action, self.out_action, self.open_action, self.print_action)
        self._counts = label("", "strong")
        self._waiting = label("", "muted")
        self._citation = label("", wrap=True)
        self._citation.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(
            EmptyState(
                "list",
                "Chưa có đề nghị nào trước Hội đồng",
                "Các đề nghị đủ điều kiện của đợt xét được trình ra phiên họp tại đây; danh sách in ra, phiếu bầu và "
                "biên bản đều lấy từ danh sách này.",
                (Offer("Trình đề nghị…", self.bring),),
            )
        )
        self._body.addWidget(self.bar(self._counts, theme.SPACE_M, self._waiting, 0, self.groups))
        self._body.addWidget(
            self.bar(*self.of_menu, 0, self.find_action),
        )
        self._body.addWidget(self.pages, stretch=1)
        self._body.addWidget(self._citation)

    def _connect(self) -> None:
        self.groups.activated.connect(self._on_grouped)
        self.grid.selection_changed.connect(self._allow)
        self.grid.current_changed.connect(lambda _row: self._on_line_changed())
        self.grid.delete_wanted.connect(self.out_action.trigger)
        self.grid.opened.connect(lambda _row: self.open_line())
        self.offer_menu(self.grid, self.of_menu)

    # what the window asks

    def refresh(self) -> None:
        """Show the lines as they are gathered now."""
        facts = self.facts
        self.show_rows(self.grid, rows(facts, self._group_by()) if facts is not None else ())
        self.pages.setCurrentIndex(1 if facts is not None and not facts.lines else 0)
        self._counts.setText(counts(facts) if facts is not None else "")
        self._waiting.setText(staying_away(facts.candidates) if facts is not None else "")
        away = facts.candidates.others if facts is not None else {}
        self._waiting.setToolTip(others(away) if away else "")
        self._allow()
        self._show_citation()

    def take_focus(self) -> None:
        """The cursor goes to the table."""
        (self.grid if self.grid.isVisible() else self).setFocus()

    def show_line(self, nomination_id: NominationId) -> None:
        """Put a line in front."""
        self.grid.clear_filters()
        self.grid.go_to(nomination_id)

    # doing

    def bring(self) -> None:
        """Ask which lines come before the council."""
        facts = self.facts
        if facts is None or not self.bring_action.isEnabled():
            return
        dialog = BringDialog(facts, self.window())

        def chosen() -> None:
            lines = dialog.lines()
            self.deeds.do(
                partial(self.deeds.services.meetings.bring, facts.id, lines), f"Đã trình {len(lines)} đề nghị."
            )

        self.deeds.ask(dialog, chosen)

    def take_out(self) -> None:
        """Ask why the selected lines leave the meeting."""
        facts, chosen = self.facts, at_hand(self.grid)
        if facts is None or not chosen or not self.out_action.isEnabled():
            return
        what = f"“{chosen[0].line.name}”" if len(chosen) == 1 else f"{len(chosen)} đề nghị"
        ids = [row.line.nomination_id for row in chosen]

        def given(reason: str) -> None:
            work = partial(self.deeds.services.meetings.take_out, facts.id, ids, reason)
            self.deeds.do(work, f"Đã rút {what} khỏi phiên họp.")

        self.deeds.feedback.ask_text("Rút khỏi phiên họp", f"Vì sao rút {what}?", yes="Rút", then=given)

    def open_line(self) -> None:
        """Show the nomination at the cursor where it is worked on."""
        current = self.grid.current()
        if current is not None:
            self.deeds.navigation.open_requested.emit(Kind.NOMINATION.value, current.line.nomination_id)

    def print_list(self) -> None:
        """Show the paper in the order that is nearest to the one on the screen."""
        show_paper(self.deeds, self.facts, _PAPERS.get(self._group_by(), PaperKind.LIST_AWARD))

    # showing

    def _group_by(self) -> GroupBy:
        return GroupBy(self.groups.currentData())

    def _on_grouped(self, at: int) -> None:
        self.deeds.preferences.set_number(_GROUP, at)
        self.refresh()

    def _allow(self) -> None:
        facts = self.facts
        may = self.editable and facts is not None and facts.open
        found = facts.candidates if facts is not None else None
        self.bring_action.setEnabled(may and found is not None and bool(found.ready or found.held))
        self.out_action.setEnabled(may and bool(at_hand(self.grid)))
        self.open_action.setEnabled(self.grid.current() is not None)
        self.print_action.setEnabled(facts is not None and bool(facts.lines))

    def _on_line_changed(self) -> None:
        self._show_citation()
        self._allow()

    def _show_citation(self) -> None:
        current = self.grid.current()
        said = current.nomination.citation if current is not None else None
        self._citation.setText(f"Thành tích: {said}" if said else "")
        self._citation.setVisible(bool(said))


def staying_away(found: Candidates) -> str:
    """What of the meeting's rounds is not before it: ``3 đủ điều kiện chưa trình · 1 đã hoãn · 12 chưa xét xong``."""
    counts = (
        (len(found.ready), "đủ điều kiện chưa trình"),
        (len(found.held), "đã hoãn lần trước"),
        (sum(found.others.values()), "chưa trình được"),
    )
    return " · ".join(f"{number} {words}" for number, words in counts if number)

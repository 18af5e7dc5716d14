"""The tab "Đề nghị khen thưởng": rounds on the left, the lines of the chosen one on the right."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import NominationId, RoundId
from thidua_desktop.domain.nomination_lists import KIND_ORDER, NominationFilter, SharedMove, shared_moves
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import clipboard, theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.unsaved import Unsaved
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.nominations import empty
from thidua_desktop.ui.nominations.actions import NominationActions
from thidua_desktop.ui.nominations.columns import Line, arranged, columns
from thidua_desktop.ui.nominations.header import Header
from thidua_desktop.ui.nominations.listing import listing
from thidua_desktop.ui.nominations.nomination_dialog import Choices, NominationDialog
from thidua_desktop.ui.nominations.paste_dialog import PasteDialog
from thidua_desktop.ui.nominations.round_dialog import RoundDialog
from thidua_desktop.ui.nominations.round_list import RoundList
from thidua_desktop.wording import labels

_CONCERNS = frozenset({Kind.ROUND, Kind.NOMINATION})
_SIDE_WIDTH = 240
_SPLIT = "nominations/split"


class NominationsPage(QWidget):
    """Shows the rounds of one year and keeps what is typed."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._feedback, self._preferences = services, feedback, preferences
        self._navigation = navigation
        self._year = services.today().year
        self._all: tuple[Nomination, ...] = ()
        self._awards = {award.id: award for award in services.awards.catalogue()}
        self.dialog: Form | None = None
        """The dialog opened last."""
        self.deeds = NominationActions(services, runner, navigation, feedback)
        self.unsaved = Unsaved[Nomination](
            feedback, key=lambda line: line.id or id(line), save=self.deeds.save_many, reload=self._load
        )
        self.rounds = RoundList()
        self.header = Header()
        self.model: TableModel[Line] = TableModel(
            columns(services.units.names, self._choosable),
            lambda line: line.nomination.id,
            grouping=Grouping(lambda line: line.group, lambda found: f"{len(found)} đề nghị"),
            parent=self,
        )
        self.grid: Grid[Line] = Grid(self.model, name="nominations", preferences=preferences)
        self.grid.setAccessibleName("Danh sách đề nghị khen thưởng")
        self._make_actions()
        self._lay_out()
        self._connect()
        self.lock(False)

    # what the window asks

    def take_focus(self) -> None:
        """Let the keys of the page work: the focus goes to the list, or to the page while there is none."""
        (self.grid if self.grid.isVisible() else self).setFocus()

    def show_year(self, year: int) -> None:
        """Show the rounds of a year."""
        self._year = year
        self._heading.setText(f"Đợt xét năm {year}")
        self.reload()

    def lock(self, locked: bool) -> None:
        """Let nothing of the year be changed, or let it again unless the file is open for reading only."""
        self.model.editable = not locked and not self._services.read_only
        self._allow()

    def show_round(self, round_id: RoundId) -> None:
        """Put a round in front."""
        self.rounds.choose(round_id)

    def show_nomination(self, nomination_id: NominationId) -> None:
        """Put a nomination in front, with its round."""
        self.rounds.choose(self._services.nominations.get(nomination_id).round_id)
        self.clear_filters()
        self.grid.go_to(nomination_id)
        self.grid.setFocus()

    # making

    def _make_actions(self) -> None:
        self.add_round_action = action(self, "Thêm đợt xét…", "add", "Ctrl+Shift+N", self.add_round)
        self.edit_round_action = action(self, "Sửa đợt xét…", "edit", "", self.edit_round)
        self.delete_round_action = action(self, "Xóa đợt xét…", "trash", "", self.delete_round)
        self.add_action = action(self, "Thêm đề nghị…", "add", "Ctrl+N", self.add_nomination)
        self.edit_action = action(self, "Sửa…", "edit", "Ctrl+E", self.edit_nomination)
        self.move_action = action(self, "Chuyển tình trạng", "right", "Ctrl+M", self.open_moves)
        self.delete_action = action(self, "Xóa", "trash", "", self.delete_selected)
        self.copy_action = action(self, "Sao chép danh sách", "copy", "Ctrl+Shift+C", self.copy_list)
        copy_full = partial(self.copy_list, full_id_numbers=True)
        self.copy_full_action = action(self, "Sao chép danh sách, in đủ số CCCD", "copy", "Ctrl+Alt+Shift+C", copy_full)
        self.paste_action = action(self, "Dán từ Excel…", "paste", "Ctrl+Shift+V", self.open_paste)
        self.history_action = action(self, "Lịch sử của đề nghị", "history", "", self.open_history)
        self.find_action = action(self, "Tìm", "search", "Ctrl+F", self.header.search.setFocus)
        self.clear_action = action(self, "Bỏ lọc", "filter", "Ctrl+Alt+L", self.clear_filters)
        self.table_menu = self.grid.table_menu()
        self._of_round = (self.edit_round_action, self.delete_round_action, self.add_action, self.paste_action)
        self._of_selection = (self.edit_action, self.move_action, self.delete_action)

    def _lay_out(self) -> None:
        self._heading = label("", "title")
        buttons = (self.add_round_action, self.edit_round_action, self.delete_round_action)
        bar = row(self._heading, 0, *(tool_button(deed, text=False) for deed in buttons), spacing=2)
        bar.setContentsMargins(theme.SPACE_M, 6, 6, 6)
        side = QFrame()
        side.setProperty("role", "pane")
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(bar)
        left.addWidget(self.rounds, 1)
        self.header.lay_out(
            (
                *(self.add_action, self.edit_action, self.move_action, self.delete_action, None),
                *(self.paste_action, self.copy_action, self.clear_action),
            )
        )
        self.lines = QStackedWidget()
        self.lines.addWidget(self.grid)
        self.lines.addWidget(empty.no_lines(self.add_nomination, self.open_paste))
        self.lines.addWidget(empty.nothing_found(self.clear_filters))
        main = QFrame()
        main.setProperty("role", "pane")
        right = QVBoxLayout(main)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(self.lines, 1)
        self.split = QSplitter()
        self.split.addWidget(side)
        self.split.addWidget(main)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([_SIDE_WIDTH, 1100])
        self.split.setChildrenCollapsible(False)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.split)
        self.pages.addWidget(empty.no_rounds(self.add_round))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.pages)
        state = self._preferences.state(_SPLIT)
        if state is not None:
            self.split.restoreState(state)

    def _connect(self) -> None:
        self.rounds.chosen.connect(lambda _round_id: self._load())
        self.header.filter_changed.connect(self._filter)
        self.header.grouping_changed.connect(self._show)
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(self._feedback.trouble)
        self.grid.delete_wanted.connect(self.delete_selected)
        self.grid.opened.connect(lambda _line: self.edit_nomination())
        self.grid.selection_changed.connect(self._on_selection_changed)
        self.grid.filters.changed.connect(self._on_filtered)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))
        self._navigation.changes_made.connect(self._on_changes_made)
        self.split.splitterMoved.connect(lambda *_: self._preferences.set_state(_SPLIT, self.split.saveState()))

    # rounds

    def add_round(self) -> None:
        """Ask for a new round."""
        self._open_round(Round(name="", year=self._year))

    def edit_round(self) -> None:
        """Correct the chosen round."""
        chosen = self.rounds.row()
        if chosen is not None:
            self._open_round(chosen.round)

    def delete_round(self) -> None:
        """Move the chosen round to the trash, after asking."""
        chosen = self.rounds.row()
        if chosen is not None:
            self.deeds.delete_round(chosen.round, chosen.nominations)

    def _open_round(self, round_: Round) -> None:
        dialog = RoundDialog(round_, self.window())
        dialog.accepted.connect(lambda: self.deeds.save_round(dialog.round(), self._on_round_saved))
        self._open(dialog)

    def _on_round_saved(self, changes: Changes) -> None:
        if changes.created:
            self.rounds.choose(RoundId(changes.created[0]))

    # lines

    def add_nomination(self) -> None:
        """Ask for a new nomination, with the unit and award of the line at the cursor."""
        chosen = self.rounds.row()
        if chosen is None or chosen.round.id is None:
            return
        near = self.grid.current()
        kind = near.nomination.kind if near is not None else KIND_ORDER[1]
        blank = Nomination(
            round_id=chosen.round.id,
            kind=kind,
            name="",
            award_id=near.nomination.award_id if near is not None else "",
            unit=near.nomination.unit if near is not None else None,
            occasion=chosen.round.occasion,
        )
        dialog = self._open_nomination(blank)
        dialog.accepted.connect(lambda: self._add(dialog.nomination()))
        dialog.kept.connect(self._add)

    def edit_nomination(self) -> None:
        """Correct the line at the cursor."""
        line = self.grid.current()
        if line is not None and self.model.editable:
            dialog = self._open_nomination(line.nomination)
            dialog.accepted.connect(lambda: self._save([dialog.nomination()]))

    def delete_selected(self) -> None:
        """Move the selected lines to the trash."""
        ids = [line.nomination.id for line in self.grid.selected() if line.nomination.id is not None]
        if ids and self.model.editable:
            self.deeds.delete(ids)

    def copy_list(self, *, full_id_numbers: bool = False) -> None:
        """Put the list as it is shown, or the selected lines of it, on the clipboard with its titles."""
        lines = self.grid.selected()
        shown = lines if len(lines) > 1 else self.shown_lines()
        also = frozenset({"id_number"}) if full_id_numbers else frozenset[str]()
        clipboard.put(listing(self.grid, self.model.columns, shown, also), full_id_numbers=full_id_numbers)
        told = " và đủ số CCCD" if full_id_numbers else ""
        self._feedback.say(f"Đã sao chép {len(shown)} dòng cùng tiêu đề cột{told}; có thể dán vào Excel hoặc Word.")

    def open_paste(self) -> None:
        """Show what the clipboard holds and take the lines that are understood."""
        chosen = self.rounds.row()
        rows = clipboard.cells()
        if chosen is None or chosen.round.id is None:
            return
        if not rows:
            told = "Bộ nhớ tạm chưa có gì. Hãy sao chép các dòng trong bảng Excel rồi làm lại."
            self._feedback.say(told, tone=theme.Tone.INFO)
            return
        blank = Nomination(chosen.round.id, KIND_ORDER[1], "", "", occasion=chosen.round.occasion)
        dialog = PasteDialog(rows, blank, self._choosable(), self.window())
        dialog.accepted.connect(lambda: self.deeds.add_many(dialog.nominations()))
        self._open(dialog)

    def open_moves(self) -> None:
        """Offer the states that all selected lines can go to."""
        at = self.grid.visualRect(self.grid.currentIndex()).bottomLeft()
        self.move_menu().popup(self.grid.viewport().mapToGlobal(at))

    def move_menu(self) -> QMenu:
        """The states that all selected lines can go to; those that ask for a reason end in "…"."""
        menu = QMenu("Chuyển tình trạng", self)
        menu.setIcon(self.move_action.icon())
        lines = [line.nomination for line in self.grid.selected()]
        moves = shared_moves(lines)
        if not moves:
            told = "Các dòng đã chọn không có bước chung" if lines else "Hãy chọn các dòng trong danh sách"
            menu.addAction(told).setEnabled(False)
        for at, move in enumerate(moves):
            if move.backward and at and not moves[at - 1].backward:
                menu.addSeparator()
            menu.addAction(_move_text(move)).triggered.connect(partial(self._move, lines, move))
        return menu

    def open_history(self) -> None:
        """Show what was done to the line at the cursor, or to the chosen round when there is none."""
        line, chosen = self.grid.current(), self.rounds.row()
        if line is not None and line.nomination.id is not None:
            self._navigation.history_requested.emit(Kind.NOMINATION.value, line.nomination.id)
        elif chosen is not None and chosen.round.id is not None:
            self._navigation.history_requested.emit(Kind.ROUND.value, chosen.round.id)

    def context_menu(self) -> QMenu:
        """What can be done with the selected lines."""
        menu = QMenu(self)
        menu.addAction(self.edit_action)
        menu.addMenu(self.move_menu())
        menu.addAction(self.delete_action)
        menu.addSeparator()
        menu.addActions([self.add_action, self.paste_action, self.copy_action, self.copy_full_action])
        menu.addAction(self.history_action)
        menu.addMenu(self.table_menu)
        return menu

    def _move(self, lines: list[Nomination], move: SharedMove) -> None:
        self.deeds.move([line for line in lines if line.state is not move.state], move)

    def _open_nomination(self, nomination: Nomination) -> NominationDialog:
        day = self._award_day()
        choices = Choices(
            awards=lambda kind: self._services.awards.available(day, kind),
            units=self._services.units.names(),
            others=self._all,
            present=self._awards.get(nomination.award_id),
        )
        dialog = NominationDialog(nomination, choices, self.window())
        self._open(dialog)
        return dialog

    def _open(self, dialog: Form) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _add(self, nomination: Nomination) -> None:
        self.deeds.add(nomination, self._on_added)

    def _on_added(self, changes: Changes) -> None:
        self.grid.go_to(NominationId(changes.created[0]))

    def _save(self, nominations: list[Nomination]) -> None:
        self.unsaved.save(nominations)

    def _on_edited(self, lines: list[Line]) -> None:
        self._save([line.nomination for line in lines])

    # showing

    def _award_day(self) -> date:
        """The day whose law says which awards there are: the round's closing day, else today."""
        chosen = self.rounds.row()
        return (chosen.round.closes if chosen is not None else None) or self._services.today()

    def _choosable(self) -> tuple[Award, ...]:
        """The awards of the round's day for any recipient, lowest first."""
        day = self._award_day()
        return tuple(award for award in self._awards.values() if award.exists_on(day))

    def reload(self) -> None:
        """Look again at what the file holds."""
        rows = self._services.nominations.rounds(self._year)
        self.pages.setCurrentIndex(0 if rows else 1)
        self.rounds.set_rows(rows)
        self._load()
        self._allow()

    def _allow(self) -> None:
        may = self.model.editable
        self.add_round_action.setEnabled(may)
        for deed in self._of_round:
            deed.setEnabled(may and self.rounds.row() is not None)
        self._on_selection_changed()

    def _load(self) -> None:
        chosen = self.rounds.row()
        if chosen is None or chosen.round.id is None:
            self._all = ()
            self.grid.set_rows(())
            return
        self._all = self._services.nominations.of_round(chosen.round.id)
        self.header.show_round(chosen, self._all, self._awards)
        self._show()

    def _show(self) -> None:
        self.grid.set_rows(arranged(self._all, self._awards, self.header.group_by()))
        self._filter()

    def _filter(self) -> None:
        wanted = self.header.wanted()
        anything = wanted == NominationFilter()
        self.grid.proxy.set_test(None if anything else lambda line: wanted.lets(line.nomination, line.award.name))
        # With the row of filters the table stays, so that one can go on typing in it.
        shown = self.grid.proxy.shown() or self.grid.filters.active()
        self.lines.setCurrentIndex(0 if shown else 2 if self._all else 1)
        self._on_filtered()

    def _on_filtered(self) -> None:
        self.clear_action.setEnabled(self.grid.proxy.filtered())
        self._on_selection_changed()

    def clear_filters(self) -> None:
        """Show all lines of the round again."""
        self.grid.clear_filters()
        self.header.clear()

    def shown_lines(self) -> list[Line]:
        """The lines that the filter lets through, as they are sorted."""
        proxy = self.grid.proxy
        sources = (proxy.mapToSource(proxy.index(at, 0)).row() for at in range(proxy.rowCount()))
        return [line for line in map(self.model.line, sources) if line is not None]

    def _on_selection_changed(self) -> None:
        selected = self.grid.selected()
        for deed in self._of_selection:
            deed.setEnabled(bool(selected) and self.model.editable)
        self.header.show_selection(len(selected), len(self.shown_lines()), len(self._all))

    def _on_changes_made(self, changes: Changes) -> None:
        if changes.touched & _CONCERNS:
            self.reload()


def _move_text(move: SharedMove) -> str:
    way = "Trả về: " if move.backward else ""
    return f"{way}{labels.of(move.state)}{'…' if move.with_reason else ''}"

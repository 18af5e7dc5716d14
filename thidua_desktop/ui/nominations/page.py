"""The tab "Đề nghị khen thưởng": rounds on the left, the lines of the chosen one beside them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import NominationId, RoundId, SubmissionId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.services.container import Services
from thidua_desktop.services.nominations import RoundRow
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.unsaved import Unsaved
from thidua_desktop.ui.common.widgets import action, heard_by_table
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.nominations import empty, menus
from thidua_desktop.ui.nominations.actions import NominationActions
from thidua_desktop.ui.nominations.asking import Asking
from thidua_desktop.ui.nominations.counting import Counting
from thidua_desktop.ui.nominations.insight import Insight
from thidua_desktop.ui.nominations.line_deeds import LineDeeds
from thidua_desktop.ui.nominations.lines import GroupBy, judged_anew, lets
from thidua_desktop.ui.nominations.listing import copy
from thidua_desktop.ui.nominations.moving import move_menu
from thidua_desktop.ui.nominations.overview import Overview
from thidua_desktop.ui.nominations.reading import Listed, Reading
from thidua_desktop.ui.nominations.round_page import RoundPage

_CONCERNS = frozenset({Kind.RECIPIENT, Kind.AWARD_RECORD, Kind.SUBMISSION, Kind.UNIT})
"""What the findings rest on besides rounds and nominations."""


class NominationsPage(RoundPage):
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
        super().__init__(services, preferences, parent)
        self._feedback, self._navigation = feedback, navigation
        self._submission: SubmissionId | None = None
        self._late = False
        """Whether something was found while a cell was being typed into."""
        self._listed: RoundId | None = None
        """The round whose lines are shown."""
        self._wanted: Sequence[NominationId] = ()
        """New lines to be selected when they have been read."""
        self._counting = Counting(services, runner, feedback.trouble)
        self.reading = Reading(services, runner, self.awards, self.model)
        self.deeds = NominationActions(services, runner, navigation, feedback)
        self.unsaved = Unsaved[Nomination](
            feedback, key=lambda line: line.id or id(line), save=self.deeds.save_many, reload=self._load
        )
        self.asking = Asking(self, services, runner, feedback)
        self._make_actions()
        self.line_deeds = LineDeeds(self, services, runner, feedback)
        self.insight = Insight(self, services, runner, navigation, feedback)
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
        self.panes.heading.setText(f"Đợt xét năm {year}")
        self.reload()

    def lock(self, locked: bool) -> None:
        """Let nothing of the year be changed, or let it again unless the file is open for reading only."""
        self.model.editable = not locked and not self._services.read_only
        self._allow()

    def judge_again(self) -> None:
        """Look again at what is found of the lines, because the rules have changed."""
        self.insight.look()

    def show_round(self, round_id: RoundId) -> None:
        """Put a round in front."""
        self.rounds.choose(round_id)

    def show_nomination(self, nomination_id: NominationId) -> None:
        """Put a nomination in front, with its round."""
        self.rounds.choose(self._services.nominations.get(nomination_id).round_id)
        self.clear_filters()
        self._go_to([nomination_id])
        self.grid.setFocus()

    def fill_menu(self, menu: QMenu) -> None:
        """Put what can be done here into the window's menu."""
        menus.fill(self, menu)

    @property
    def dialog(self) -> Form | None:
        """The dialog opened last."""
        return self.asking.dialog

    def filter_submission(self, submission_id: SubmissionId | None) -> None:
        """Show only the lines that one unit has sent; None: those of all units."""
        if submission_id != self._submission:
            self._submission = submission_id
            self._filter()

    # making

    def _make_actions(self) -> None:
        self.add_round_action = action(self, "Thêm đợt xét…", "add", "Ctrl+Shift+N", self.add_round)
        self.edit_round_action = action(self, "Sửa đợt xét…", "edit", "Alt+Shift+E", self.edit_round)
        self.delete_round_action = action(self, "Xóa đợt xét…", "trash", "Alt+Shift+X", self.delete_round)
        self.add_action = action(self, "Thêm đề nghị…", "add", "Ctrl+N", self.add_nomination)
        self.edit_action = action(self, "Sửa…", "edit", "Ctrl+E", self.edit_nomination)
        self.move_action = action(self, "Chuyển tình trạng", "right", "Ctrl+M", self.open_moves)
        self.delete_action = heard_by_table(action(self, "Xóa", "trash", "", self.delete_selected), "Ctrl+-")
        self.copy_action = action(self, "Sao chép danh sách", "copy", "Ctrl+Shift+C", self.copy_list)
        copy_full = partial(self.copy_list, full_id_numbers=True)
        self.copy_full_action = action(self, "Sao chép danh sách, in đủ số CCCD", "copy", "Ctrl+Alt+Shift+C", copy_full)
        self.paste_action = action(self, "Dán từ Excel…", "paste", "Ctrl+Shift+V", self.open_paste)
        self.history_action = action(self, "Lịch sử của đề nghị", "history", "Alt+Shift+H", self.open_history)
        self.find_action = action(self, "Tìm", "search", "Ctrl+F", self.header.search.setFocus)
        self.clear_action = action(self, "Bỏ lọc", "filter", "Ctrl+Alt+L", self.clear_filters)
        self.table_menu = self.grid.table_menu()
        self._of_round = (self.edit_round_action, self.delete_round_action, self.add_action, self.paste_action)
        self._of_selection = (self.edit_action, self.move_action, self.delete_action)

    def _lay_out(self) -> None:
        menus.lay_out_header(self)
        self.lines = QStackedWidget(self.panes)
        self.lines.addWidget(self.grid)
        self.lines.addWidget(empty.no_lines(self.receive_wanted.emit, self.add_nomination, self.open_paste))
        self.lines.addWidget(empty.nothing_found(self.clear_filters))
        deeds = (self.add_round_action, self.edit_round_action, self.delete_round_action)
        self.panes.lay_out(self.rounds, deeds, (self.header, self.insight.strip, self.lines))
        self.panes.add_panel("Điều kiện", self.insight.panel)
        self.insight.panel_action.setChecked(self.panes.panel_shown())
        self.pages.addWidget(self.panes)
        self.pages.addWidget(empty.no_rounds(self.add_round))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.pages)

    def _connect(self) -> None:
        self.rounds.chosen.connect(lambda _round_id: self._on_round_chosen())
        self.header.filter_changed.connect(self._filter)
        self.header.grouping_changed.connect(self._show)
        self.model.edited.connect(lambda lines: self.unsaved.save([line.nomination for line in lines]))
        self.model.refused.connect(self._feedback.trouble)
        self.grid.delete_wanted.connect(self.delete_selected)
        self.grid.opened.connect(lambda _line: self.edit_nomination())
        self.grid.selection_changed.connect(self._on_selection_changed)
        self.grid.current_changed.connect(lambda _line: self._on_line_changed())
        self.panes.panel_toggled.connect(self.insight.panel_action.setChecked)
        self.grid.filters.changed.connect(self._on_filtered)
        # The cell is still being edited when its editor says that it closes.
        self.grid.cells.closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._on_editor_closed))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))
        self._navigation.changes_made.connect(self._on_changes_made)

    # rounds

    def add_round(self) -> None:
        """Ask for a new round."""
        self.asking.add_round(self._year)

    def edit_round(self) -> None:
        """Correct the chosen round."""
        self.asking.edit_round()

    def delete_round(self) -> None:
        """Move the chosen round to the trash, after asking."""
        chosen = self.rounds.row()
        if chosen is not None:
            self.deeds.delete_round(chosen.round, chosen.nominations)

    def go_to_line(self, line: Nomination) -> None:
        """Go to a line, in another round too."""
        chosen = self.chosen_round()
        if line.id is None:
            return
        if chosen is None or line.round_id != chosen.id:
            self._navigation.open_requested.emit(Kind.NOMINATION.value, line.id)
        elif not self.grid.go_to(line.id):
            self.show_nomination(line.id)

    def on_round_saved(self, changes: Changes) -> None:
        """Put a new round in front."""
        if changes.created:
            self.rounds.choose(RoundId(changes.created[0]))

    # lines

    def add_nomination(self) -> None:
        """Ask for a new nomination, with the unit and award of the line at the cursor."""
        self.asking.add_nomination()

    def edit_nomination(self) -> None:
        """Correct the line at the cursor."""
        self.asking.edit_nomination()

    def open_paste(self) -> None:
        """Show what the clipboard holds and take the lines that are understood."""
        self.asking.paste()

    def add(self, nomination: Nomination) -> None:
        """Keep a new nomination and go to it."""
        self.deeds.add(nomination, lambda changes: self._go_to([NominationId(changes.created[0])]))

    def add_many(self, nominations: Sequence[Nomination]) -> None:
        """Keep new nominations and select them: what is done next is done to all of them."""
        self.deeds.add_many(nominations, self._go_to)

    def delete_selected(self) -> None:
        """Move the selected lines to the trash."""
        ids = [line.id for line in self.selected_lines() if line.id is not None]
        if ids and self.model.editable:
            self.deeds.delete(ids)

    def copy_list(self, *, full_id_numbers: bool = False) -> None:
        """Put the list as it is shown, or the selected lines of it, on the clipboard with its titles."""
        lines = self.grid.selected()
        shown = lines if len(lines) > 1 else self.shown_lines()
        self._feedback.say(copy(self.grid, self.model.columns, shown, full_id_numbers=full_id_numbers))

    def open_moves(self) -> None:
        """Offer the states that all selected lines can go to."""
        at = self.grid.visualRect(self.grid.currentIndex()).bottomLeft()
        menu = self.move_menu()
        menu.popup(self.grid.viewport().mapToGlobal(at))
        menu.setActiveAction(menu.actions()[0])  # Enter takes the usual next step

    def move_menu(self) -> QMenu:
        """The states that all selected lines can go to; those that ask for a reason end in "…"."""
        menu = move_menu(self.selected_lines(), self.deeds.move, self)
        menu.setIcon(self.move_action.icon())
        return menu

    def open_history(self) -> None:
        """Show what was done to the line at the cursor, or to the chosen round when there is none."""
        line, chosen = self.current_line(), self.chosen_round()
        if line is not None and line.id is not None:
            self._navigation.history_requested.emit(Kind.NOMINATION.value, line.id)
        elif chosen is not None and chosen.id is not None:
            self._navigation.history_requested.emit(Kind.ROUND.value, chosen.id)

    def context_menu(self) -> QMenu:
        """What can be done with the selected lines."""
        return menus.context(self)

    # showing

    def reload(self) -> None:
        """Look again at what the file holds."""
        self._counting.forget()
        self._show_rounds(self._services.nominations.rounds(self._year))

    def _show_rounds(self, rows: Sequence[RoundRow]) -> None:
        self.pages.setCurrentIndex(0 if rows else 1)
        before = self.rounds.round_id()
        self.rounds.blockSignals(True)  # what is chosen now is loaded below, once
        self.rounds.set_rows(rows)
        self.rounds.blockSignals(False)
        if self.rounds.round_id() != before:
            self._submission = None
        self._load()
        self._allow()

    def _allow(self) -> None:
        may = self.model.editable
        self.add_round_action.setEnabled(may)
        for deed in self._of_round:
            deed.setEnabled(may and self.rounds.row() is not None)
        self._on_selection_changed()

    def _on_round_chosen(self) -> None:
        self._submission = None  # what a unit has sent to another round is not in this one
        self._load()

    def _load(self) -> None:
        chosen = self.rounds.row()
        round_id = chosen.round.id if chosen is not None else None
        if chosen is None or round_id is None:
            self.reading.forget()
            self._show_none(None)
            self._on_loaded()
            return
        if self.reading.is_long(chosen.nominations) and round_id != self._listed:
            self._show_none(round_id)  # what is done meanwhile must not be done to lines of another round
            self.header.show_round(chosen, self.seen)
        self.reading.read(
            round_id, chosen.nominations, self.header.group_by(), self.insight.facts, partial(self._on_read, chosen)
        )

    def _show_none(self, round_id: RoundId | None) -> None:
        self._all, self._listed, self.seen = (), round_id, Overview()
        self.grid.set_rows(())

    def _on_read(self, chosen: RoundRow, found: Listed) -> None:
        self._all, self._listed, self.seen = found.nominations, chosen.round.id, found.seen
        self.header.show_round(chosen, self.seen)
        self._show_listed(found)
        wanted, self._wanted = self._wanted, ()
        if wanted:
            self._go_to(wanted)
        self._on_loaded()

    def _on_loaded(self) -> None:
        self.insight.look()
        self.round_changed.emit(self.chosen_round())
        self._on_line_changed()

    def _go_to(self, wanted: Sequence[NominationId]) -> None:
        """At once, or when the round that is being read has been."""
        if self.reading.busy() or self._counting.busy():
            self._wanted = wanted
        elif len(wanted) == 1:
            self.grid.go_to(wanted[0])
        else:
            self.grid.places.select_rows(wanted)
            self.grid.setFocus()

    def show_facts(self) -> None:
        """Show what was found of the lines meanwhile; while a cell is being typed into, once that is done."""
        self._late = self.grid.state() is QAbstractItemView.State.EditingState
        if self._late or self.reading.busy():  # what is being read is looked at again afterwards
            return
        facts = self.insight.facts
        if facts.complete or not self.reading.is_long(len(self._all)) or self.header.group_by() is GroupBy.VERDICT:
            self._show()
        else:
            judged = judged_anew(self.model, facts.judged)
            self.model.replace(judged)
            if self.grid.current() is not None:
                self.insight.show_line()

    def _on_editor_closed(self) -> None:
        if self._late:
            self.show_facts()

    def _show(self) -> None:
        if self.reading.busy():
            self._load()  # in the order that is wanted now
        else:
            self.reading.arrange(self._all, self.header.group_by(), self.insight.facts, self._show_listed)

    def _show_listed(self, found: Listed) -> None:
        self.grid.set_rows(found.lines)
        self._filter()

    def _filter(self) -> None:
        self.grid.proxy.set_test(lets(self.header.wanted(), self._submission))
        senders = self.insight.facts.senders
        self.header.show_sender(senders.get(self._submission, "") if self._submission is not None else "")
        self._on_filtered()

    def _on_filtered(self) -> None:
        """Also heard some time later, where a long list is filtered piece by piece."""
        # With the row of filters the table stays, so that one can go on typing in it.
        shown = self.grid.proxy.shown() or self.grid.filters.active()
        self.lines.setCurrentIndex(0 if shown else 2 if self._all else 1)
        self.clear_action.setEnabled(self.grid.proxy.filtered())
        self._on_selection_changed()

    def clear_filters(self) -> None:
        """Show all lines of the round again."""
        self.filter_submission(None)
        self.filters_cleared.emit()
        self.grid.clear_filters()
        self.header.clear()

    def _on_selection_changed(self) -> None:
        rows = self.grid.selected()
        for deed in self._of_selection:
            deed.setEnabled(bool(rows) and self.model.editable)
        self.header.show_selection(len(rows), self.grid.proxy.shown(), len(self._all))
        self.line_deeds.allow(bool(rows))
        self.insight.show(rows)
        self.lines_changed.emit(self.selected_lines())

    def _on_line_changed(self) -> None:
        self.insight.show_line()
        self.line_changed.emit(self.current_line())

    def _on_changes_made(self, changes: Changes) -> None:
        if Kind.ROUND in changes.touched:
            self.reload()  # at once: a new round is put in front next
        elif Kind.NOMINATION in changes.touched:
            self._counting.count(self._year, self.rounds.rows(), self._show_rounds)
        elif changes.touched & _CONCERNS:
            self._load()

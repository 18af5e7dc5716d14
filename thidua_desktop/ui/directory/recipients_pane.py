"""A part of the directory: the list of one kind of recipient, with the card of the chosen one beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.merging import MergePreview
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.ui.common import clipboard, theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel, TableRows
from thidua_desktop.ui.common.unsaved import Unsaved
from thidua_desktop.ui.common.widgets import action, heard_by_table, label, tool_button
from thidua_desktop.ui.directory import empty
from thidua_desktop.ui.directory.card import RecipientCard
from thidua_desktop.ui.directory.doubts import doubts
from thidua_desktop.ui.directory.frame import Frame
from thidua_desktop.ui.directory.merge_dialog import MergeDialog
from thidua_desktop.ui.directory.pasting import pasted
from thidua_desktop.ui.directory.recipient_actions import RecipientActions
from thidua_desktop.ui.directory.recipient_dialog import KIND_WORDS, RecipientDialog
from thidua_desktop.ui.directory.recipient_rows import Choices, Line, columns, line_of
from thidua_desktop.wording.rules import Names

_SEARCH_MS = 150
_ASKED = 3
"""After editing so many records or fewer it is said which others look alike."""


class RecipientsPane(QWidget):
    """Shows the recipients of a kind and keeps what is typed."""

    look_alikes_wanted = Signal()

    def __init__(self, kind: RecipientKind, choices: Choices, frame: Frame, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self._choices = kind, choices
        self._services, self._runner, self._feedback = frame.services, frame.runner, frame.feedback
        self._navigation, self._preferences = frame.navigation, frame.preferences
        self._wanted: RecipientId | None = None
        self.dialog: Form | None = None
        """The dialog opened last."""
        self.deeds = RecipientActions(frame)
        self.unsaved = Unsaved[Recipient](
            frame.feedback, key=lambda one: one.id or id(one), save=self.deeds.save_many, reload=self.reload
        )
        self.model = TableModel[Line](columns(kind, choices), lambda line: line.recipient.id, parent=self)
        self.model.editable = not frame.services.read_only
        self.model.grow = self._blank
        # Each part is made within the next one: put into place later, it would be given its style anew with all in it.
        self.split = QSplitter(self)
        self.lines = QStackedWidget(self.split)
        name = f"directory.{kind.value}"
        self.grid = Grid(self.model, name=name, preferences=frame.preferences, filters=True, parent=self.lines)
        self.grid.setAccessibleName(f"Danh bạ {KIND_WORDS[kind]}")
        self.grid.setSortingEnabled(True)
        self.grid.sort_by(-1, 0)
        self.card = RecipientCard(kind, choices, frame, parent=self.split)
        self.search = SearchField(f"Tìm {KIND_WORDS[kind]}")
        self.search.setAccessibleName(f"Tìm {KIND_WORDS[kind]}, không cần dấu")
        self.search.setToolTip("Tìm theo tên, đơn vị, chức vụ, nơi ở, số CCCD; không cần gõ dấu (Ctrl+F)")
        self.search.setMinimumWidth(220)
        self.count = label("", "muted")
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._make_actions()
        self._lay_out()
        self._connect()

    # what the page asks

    def take_focus(self) -> None:
        """The list, or the way to begin."""
        (self.grid if self.grid.isVisible() else self).setFocus()

    def show_recipient(self, recipient_id: RecipientId) -> None:
        """Put a recipient in front."""
        self._wanted = recipient_id
        self.clear_filters()
        self._go_to_wanted()

    def menu_actions(self) -> tuple[QAction | None, ...]:
        """Everything that can be done here; None parts groups."""
        return (
            *(self.add_action, self.edit_action, self.delete_action, None),
            *(self.paste_action, self.numbers_action, None),
            *(self.merge_action, self.alike_action, None),
            *(self.card_action, self.history_action, self.find_action),
        )

    def context_menu(self) -> QMenu:
        """What can be done with the selected records."""
        menu = QMenu(self)
        for deed in self.menu_actions():
            if deed is None:
                menu.addSeparator()
            else:
                menu.addAction(deed)
        menu.addMenu(self.table_menu)
        return menu

    # making

    def _make_actions(self) -> None:
        words = KIND_WORDS[self.kind]
        self.add_action = action(self, f"Thêm {words}…", "add", "Ctrl+N", self.add)
        self.edit_action = action(self, f"Sửa {words}…", "edit", "Ctrl+E", self.edit)
        delete = action(self, "Chuyển vào thùng rác", "trash", "", self.delete_selected)
        self.delete_action = heard_by_table(delete, "Ctrl+-")
        self.paste_action = action(self, "Dán thêm từ Excel", "paste", "Ctrl+Shift+V", self.paste_new)
        self.merge_action = action(self, "Gộp người nhận đã chọn…", "merge", "Ctrl+G", self.merge_selected)
        look = self.look_alikes_wanted.emit
        self.alike_action = action(self, "Người nhận có thể trùng…", "search", "Ctrl+Shift+G", look)
        self.numbers_action = action(self, "Hiện đủ số CCCD", "lock", "Ctrl+Shift+I", self._on_numbers)
        self.numbers_action.setCheckable(True)
        self.card_action = action(self, "Hiện thẻ người nhận bên phải", "user", "F4", self._on_card)
        self.card_action.setCheckable(True)
        self.card_action.setChecked(True)
        self.find_action = action(self, f"Tìm {words}", "search", "Ctrl+F", self.search.setFocus)
        self.history_action = action(self, "Lịch sử của người nhận", "history", "Alt+Shift+H", self.open_history)
        self.table_menu = self.grid.table_menu()

    def _lay_out(self) -> None:
        head = QFrame(self)
        head.setProperty("role", "bar")
        line = flow(
            *(self.search, self.count, 0, tool_button(self.add_action), tool_button(self.edit_action)),
            *(tool_button(deed, text=False) for deed in (self.delete_action, self.paste_action, self.merge_action)),
            *(tool_button(self.alike_action), tool_button(self.numbers_action, text=False)),
            tool_button(self.card_action, text=False),
            spacing=theme.SPACE_XS,
        )
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_S, theme.SPACE_XS)
        head.setLayout(line)
        self.lines.addWidget(self.grid)
        self.lines.addWidget(empty.no_recipients(self.kind, self.add, self.paste_new))
        self.lines.addWidget(empty.nothing_found(self.clear_filters))
        self.split.addWidget(self.lines)
        self.split.addWidget(self.card)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([780, 580])
        self.split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self.split, stretch=1)
        state = self._preferences.state(self._split_name())
        if state is not None:
            self.split.restoreState(state)

    def _split_name(self) -> str:
        return f"directory/split-{self.kind.value}"

    def _connect(self) -> None:
        self._timer.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.search.returnPressed.connect(self.grid.setFocus)
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(self._feedback.trouble)
        self.grid.delete_wanted.connect(self.delete_selected)
        self.grid.opened.connect(lambda _line: self.edit())
        self.grid.current_changed.connect(lambda _line: self._show_card())
        self.grid.selection_changed.connect(self._allow)
        self.grid.filters.changed.connect(self._on_filtered)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))
        self.split.splitterMoved.connect(
            lambda *_: self._preferences.set_state(self._split_name(), self.split.saveState())
        )

    # deeds

    def add(self) -> None:
        """Ask for a new recipient, of the unit of the one at the cursor."""
        self._open(self._blank(self.grid.current()).recipient)

    def edit(self) -> None:
        """Correct the recipient at the cursor."""
        line = self.grid.current()
        if line is not None and self.model.editable:
            self._open(line.recipient)

    def delete_selected(self) -> None:
        """Move the selected recipients to the trash."""
        ids = self._selected()
        if ids and self.model.editable:
            self.deeds.delete(ids)

    def paste_new(self) -> None:
        """Take the rows on the clipboard as new recipients; a first row of titles says which cell is what."""
        rows = clipboard.cells()
        if not rows:
            told = "Bộ nhớ tạm chưa có gì. Hãy sao chép các dòng trong bảng Excel rồi làm lại."
            self._feedback.say(told, tone=theme.Tone.INFO)
        elif self.model.editable:
            self.model.enter({}, pasted(rows, self.model.columns, self.grid), like=self.grid.current())

    def merge_selected(self) -> None:
        """Make one record of the selected ones; the one at the cursor stays."""
        ids, current = self._selected(), self.grid.current()
        if len(ids) < 2 or current is None or current.recipient.id is None or not self.model.editable:
            told = "Hãy chọn từ hai dòng của cùng một người nhận (giữ Ctrl và bấm), dòng được giữ bấm sau cùng."
            self._feedback.say(told, tone=theme.Tone.INFO)
            return
        kept = current.recipient.id
        work = partial(self._services.recipients.merge_preview, kept, [one for one in ids if one != kept])
        self._runner.run(work, self._ask_merge)

    def open_history(self) -> None:
        """Show what was done to the recipient at the cursor."""
        line = self.grid.current()
        if line is not None and line.recipient.id is not None:
            self._navigation.history_requested.emit(Kind.RECIPIENT.value, line.recipient.id)

    def clear_filters(self) -> None:
        """Show all recipients of the kind again."""
        self.search.clear()
        self.grid.clear_filters()
        self._filter()

    def _ask_merge(self, preview: MergePreview) -> None:
        dialog = MergeDialog(preview, self._choices, self.window())
        others = [one.id for one in preview.others if one.id is not None]
        kept = preview.kept.id
        assert kept is not None
        dialog.accepted.connect(lambda: self.deeds.merge(kept, others, dialog.chosen(), lambda _changes: None))
        self._show_dialog(dialog)

    def _open(self, recipient: Recipient) -> None:
        dialog = RecipientDialog(recipient, self._choices, doubts(self._services, self._choices), self.window())
        dialog.accepted.connect(lambda: self.deeds.save(dialog.recipient(), self._on_saved))
        dialog.kept.connect(lambda one: self.deeds.save(one, self._on_saved))
        dialog.open_wanted.connect(lambda number: self.show_recipient(RecipientId(number)))
        self._show_dialog(dialog)

    def _show_dialog(self, dialog: Form) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _on_saved(self, changes: Changes) -> None:
        if changes.created:
            self._wanted = RecipientId(changes.created[0])
            self._go_to_wanted()

    def _blank(self, like: Line | None) -> Line:
        unit = like.recipient.unit_id if like is not None else None
        return Line(Recipient(self.kind, "", unit_id=unit))

    def _on_edited(self, lines: list[Line]) -> None:
        known = [line.recipient for line in lines if line.recipient.id is not None]
        new = [line.recipient for line in lines if line.recipient.id is None]
        if new:
            self.deeds.add_many([*known, *new], self._on_saved)
            return
        self.unsaved.save(known)
        if len(known) <= _ASKED:
            self._runner.run_aside(partial(self._alike, known), self._tell_alike)

    def _alike(self, recipients: list[Recipient]) -> list[str]:
        found = doubts(self._services, self._choices).alike
        return [alike.said for one in recipients for alike in found(one)]

    def _tell_alike(self, said: list[str]) -> None:
        if said:
            offer = Offer("Xem người nhận có thể trùng…", self.look_alikes_wanted.emit)
            self._feedback.say(f"Có thể trùng với {said[0]}.", tone=theme.Tone.WARNING, offers=(offer,))

    def _on_numbers(self) -> None:
        self._choices.full = self.numbers_action.isChecked()
        self.model.set_rows(self.model.rows())
        self.card.reload()

    def _on_card(self) -> None:
        self.card.setVisible(self.card_action.isChecked() and bool(self.model.rows()))
        self._show_card()

    # showing

    def reload(self) -> None:
        """Look again at what the file holds."""
        self._runner.run(self._looked_up, self._show)

    def _looked_up(self) -> tuple[TableRows[Line], Names]:
        """Everything that takes a moment, away from the window: the rows, and the names of the law's codes."""
        held = self._services
        rows = held.recipients.rows(self.kind)
        lines = (line_of(row, at) for at, row in enumerate(rows, start=1))
        return self.model.prepared(lines), held.judging.names(held.today())

    def _show(self, found: tuple[TableRows[Line], Names]) -> None:
        laid, self._choices.names = found
        lines = laid.rows
        self.grid.set_rows(laid)
        self._go_to_wanted()
        if lines and self.grid.current() is None:
            self.grid.go_to(lines[0].recipient.id)
        self.card.setVisible(bool(lines) and self.card_action.isChecked())
        self._filter()
        self._show_card()

    def _go_to_wanted(self) -> None:
        if self._wanted is not None and self.grid.go_to(self._wanted):
            self._wanted = None

    def _filter(self) -> None:
        self._timer.stop()
        words = fold(self.search.query()).split()
        if words:
            self.grid.proxy.set_test(lambda line: all(word in line.searched for word in words))
        else:
            self.grid.proxy.set_test(None)
        self._on_filtered()

    def _on_filtered(self) -> None:
        """Also heard some time later, where a long list is filtered piece by piece."""
        # With the row of filters the table stays, so that one can go on typing in it.
        there = self.grid.proxy.rowCount() or self.grid.filters.active()
        self.lines.setCurrentIndex(0 if there else 2 if self.model.rows() else 1)
        shown, total = self.grid.proxy.rowCount(), len(self.model.rows())
        words = KIND_WORDS[self.kind]
        self.count.setText(f"{total} {words}" if shown == total else f"{shown}/{total} {words}")
        self._allow()

    def _show_card(self) -> None:
        if self.card_action.isChecked():
            line = self.grid.current()
            try:
                self.card.show_recipient(None if line is None else line.recipient)
            except AppError as trouble:
                self._feedback.trouble(trouble)

    def _selected(self) -> list[RecipientId]:
        return [line.recipient.id for line in self.grid.selected() if line.recipient.id is not None]

    def _allow(self) -> None:
        may, selected = self.model.editable, self.grid.selected()
        for deed in (self.add_action, self.paste_action):
            deed.setEnabled(may)
        for deed in (self.edit_action, self.delete_action):
            deed.setEnabled(may and bool(selected))
        self.merge_action.setEnabled(may and len(selected) > 1)
        self.history_action.setEnabled(self.grid.current() is not None)

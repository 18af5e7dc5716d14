"""Trình cấp trên: what went to a higher level, how long it has been there, and the answer typed in for many at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QFrame, QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Kind
from thidua_desktop.services.hand_decisions import Candidate
from thidua_desktop.services.sent_up import Answer, SentUpRow
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.answering import AnswerForm
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, label, tool_button
from thidua_desktop.ui.decisions import empty
from thidua_desktop.ui.decisions.change_dialogs import Failed
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.sent_up_dialogs import AnswerDialog, SendDialog
from thidua_desktop.ui.decisions.sent_up_papers import SentUpPapers
from thidua_desktop.wording import formats, labels

LONG = 45
_SEARCH_WIDTH = 150
"""Days after which waiting stands out; higher levels have answered by then as a rule."""


def _days(found: SentUpRow) -> str:
    return f"{found.days} ngày" if found.sent.waits else ""


def _answer(found: SentUpRow) -> str:
    if found.sent.waits:
        return "Chờ kết quả"
    if found.sent.decision:
        return f"{found.sent.decision} ngày {formats.day(found.sent.answered_on)}"
    return f"Không được khen, ngày {formats.day(found.sent.answered_on)}"


def _columns(awards: Mapping[str, str]) -> tuple[Column[SentUpRow], ...]:
    return (
        Column[SentUpRow](
            "name",
            "Họ tên, tên tập thể",
            lambda found: f"{found.nomination.honorific or ''} {found.nomination.name}".strip(),
            200,
            wrap=True,
        ),
        Column[SentUpRow]("unit", "Đơn vị", lambda found: found.nomination.unit or "", 170, wrap=True, stretch=True),
        Column[SentUpRow](
            "award",
            "Danh hiệu, hình thức",
            lambda found: awards.get(found.nomination.award_id, found.nomination.award_id),
            200,
            wrap=True,
            by_choice=True,
        ),
        Column[SentUpRow]("letter", "Số tờ trình", lambda found: found.sent.letter_number, 120, by_choice=True),
        Column[SentUpRow](
            "sent_on",
            "Ngày trình",
            lambda found: formats.day(found.sent.sent_on),
            96,
            align=CENTER,
            sort_key=lambda found: found.sent.sent_on,
        ),
        Column[SentUpRow](
            "days",
            "Đã chờ",
            _days,
            84,
            align=RIGHT,
            sort_key=lambda found: found.days if found.sent.waits else -1,
            tone=lambda found: Tone.DANGER if found.sent.waits and found.days > LONG else None,
            tooltip=lambda found: f"Đã quá {LONG} ngày chưa có kết quả" if found.days > LONG else "",
        ),
        Column[SentUpRow](
            "answer",
            "Kết quả",
            _answer,
            180,
            wrap=True,
            tone=lambda found: None if found.sent.waits else Tone.SUCCESS if found.sent.decision else Tone.MUTED,
        ),
        Column[SentUpRow]("note", "Ghi chú, lý do", lambda found: found.sent.note, 170, wrap=True),
        Column[SentUpRow](
            "state",
            "Tình trạng đề nghị",
            lambda found: labels.of(found.nomination.state),
            130,
            chip=lambda found: found.nomination.state,
            by_choice=True,
            hidden=True,
        ),
    )


class SentUpPane(QWidget):
    """Lists what went up by the body that is asked, those that wait first."""

    def __init__(self, deeds: DecisionDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deeds, self._services = deeds, deeds.services
        self._all: tuple[SentUpRow, ...] = ()
        self._locked = False
        self._bodies = deeds.bodies()
        self._awards = deeds.awards()
        self.papers = SentUpPapers(deeds)
        self.model = TableModel[SentUpRow](
            _columns(self._awards),
            lambda found: found.sent.id,
            grouping=Grouping(self._body, lambda found: f"{len(found)} trường hợp"),
            parent=self,
        )
        self.grid = Grid(self.model, name="decisions.sent_up", preferences=deeds.preferences)
        self.grid.setAccessibleName("Các trường hợp trình cấp trên")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.answered = QCheckBox("Xem cả đã có kết quả")
        self.search = SearchField("Tìm (không cần dấu)")
        self._make_actions()
        self._lay_out()
        self._connect()

    # what the page asks

    def take_focus(self) -> None:
        """Let the keys of the part work."""
        (self.grid if self.grid.isVisible() else self).setFocus()

    def show_year(self, _year: int) -> None:
        """What waits does not end with the year: all of it is shown."""
        self.reload()

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, or let it again unless the file is open for reading only."""
        self._locked = locked
        self._allow()

    def reload(self) -> None:
        """Look again at what the file holds."""
        work = partial(self._services.sent_up.all, waiting=False)
        self.deeds.runner.run(work, self._show)

    def menu_actions(self) -> list[QAction | None]:
        """Everything that can be done here, None between the groups."""
        return [self.send, self.answer, None, self.letter, self.letter_word, None, self.open_line, self.find_action]

    # making

    def _make_actions(self) -> None:
        self.send = action(self, "Trình cấp trên…", "up", "Ctrl+N", self._send)
        self.answer = action(self, "Ghi kết quả…", "receive", "Ctrl+G", self._answer)
        self.letter = action(self, "Tờ trình…", "print", "Ctrl+P", partial(self._letter, word=False))
        self.letter_word = action(self, "Tờ trình ra Word…", "export", "Ctrl+Shift+P", partial(self._letter, word=True))
        self.open_line = action(self, "Mở đề nghị", "link", "Ctrl+E", self._open)
        self.find_action = action(self, "Tìm", "search", "Ctrl+F", self.search.setFocus)

    def _lay_out(self) -> None:
        self._count = label("", "strong")
        self._count.setContentsMargins(theme.SPACE_M, 0, 0, 0)
        self.search.setMinimumWidth(_SEARCH_WIDTH)
        self.search.setMaximumWidth(_SEARCH_WIDTH + 120)
        bar = QFrame()
        bar.setProperty("role", "bar")
        line = flow(
            tool_button(self.send),
            tool_button(self.answer),
            tool_button(self.letter),
            self._count,
            0,
            self.answered,
            self.search,
            spacing=theme.SPACE_XS,
        )
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        bar.setLayout(line)
        inner = QWidget()
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(bar)
        stack.addWidget(self.grid, stretch=1)
        self.pages = QStackedWidget()
        self.pages.addWidget(inner)
        self.pages.addWidget(empty.nothing_sent(self.send.trigger))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.pages)

    def _connect(self) -> None:
        self.answered.toggled.connect(lambda _on: self._arrange())
        self.search.textChanged.connect(lambda _text: self.grid.proxy.set_query(self.search.query()))
        self.grid.unfilter_wanted.connect(self.search.clear)
        self.grid.selection_changed.connect(self._allow)
        self.grid.opened.connect(lambda _row: self.answer.trigger())
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))

    def context_menu(self) -> QMenu:
        """What can be done with the selected lines."""
        menu = QMenu(self)
        menu.addActions([self.answer, self.letter, self.open_line])
        return menu

    # showing

    def _body(self, found: SentUpRow) -> str:
        return self._bodies.get(found.sent.level, found.sent.level)

    def _show(self, found: tuple[SentUpRow, ...]) -> None:
        self._all = found
        self.pages.setCurrentIndex(0 if found else 1)
        self._arrange()

    def _arrange(self) -> None:
        waiting = [one for one in self._all if one.sent.waits]
        rest = [one for one in self._all if not one.sent.waits] if self.answered.isChecked() else []
        shown = sorted([*waiting, *rest], key=lambda one: (self._body(one), not one.sent.waits, one.sent.sent_on))
        self.grid.set_rows(shown)
        late = sum(one.days > LONG for one in waiting)
        told = f"{len(waiting)} trường hợp chờ kết quả"
        self._count.setText(f"{told}, {late} đã quá {LONG} ngày" if late else told)
        self._allow()

    def _allow(self) -> None:
        may = not self._locked and not self._services.read_only
        chosen = self.grid.selected()
        self.send.setEnabled(may)
        self.answer.setEnabled(may and bool(chosen) and all(one.sent.waits for one in chosen))
        for deed in (self.letter, self.letter_word, self.open_line):
            deed.setEnabled(bool(chosen))

    # doing

    def _send(self) -> None:
        self.deeds.runner.run(self._services.hand_decisions.candidates, self._ask_send)

    def _ask_send(self, candidates: tuple[Candidate, ...]) -> None:
        if not candidates:
            told = "Không còn trường hợp nào đã được đồng ý mà chưa có quyết định hoặc chưa trình cấp trên."
            self.deeds.feedback.say(told, tone=Tone.INFO)
            return
        dialog = SendDialog(
            candidates,
            self._awards,
            self._bodies,
            self._services.today(),
            preferences=self.deeds.preferences,
            parent=self.deeds.parent_widget(),
        )

        def wanted() -> None:
            ids = [each.nomination.id for each in dialog.chosen() if each.nomination.id is not None]
            work = partial(
                self._services.sent_up.send, ids, dialog.level(), dialog.sent_on(), letter_number=dialog.letter_number()
            )
            told = f"Đã ghi trình cấp trên {len(ids)} trường hợp."
            self.deeds.change(work, told, lambda _changes: dialog.accept(), failed=dialog.refuse)

        self._open_form(dialog, wanted)

    def _answer(self) -> None:
        chosen = [one for one in self.grid.selected() if one.sent.waits]
        if not chosen:
            return

        def keep(answer: Answer, refused: Failed) -> None:
            ids = [one.sent.id for one in chosen if one.sent.id is not None]
            kept = "vào Sổ khen thưởng" if answer.awarded else "là không được khen"
            work = partial(self._services.sent_up.answer, ids, answer)
            self.deeds.change(
                work, f"Đã ghi {len(ids)} trường hợp {kept}.", lambda _changes: dialog.accept(), failed=refused
            )

        dialog = AnswerDialog(chosen, self._awards, self._services.today(), keep, self.deeds.parent_widget())
        self.deeds.open(dialog)

    def _letter(self, *, word: bool) -> None:
        chosen = self.grid.selected()
        if chosen:
            self.papers.letter(chosen, word=word)

    def _open(self) -> None:
        current = self.grid.current()
        if current is not None and current.nomination.id is not None:
            self.deeds.navigation.open_requested.emit(Kind.NOMINATION.value, current.nomination.id)

    def _open_form(self, dialog: AnswerForm, wanted: Callable[[], None]) -> None:
        dialog.wanted = wanted
        self.deeds.open(dialog)

"""A plan and its next year's side by side, line by line: what is taken, what stays, what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.rollover_plans import Decision, Origin, RolledLine, Rollover
from thidua_desktop.ui.common import entry, theme
from thidua_desktop.ui.common.columns import Column, Editor
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.plans.rollover_cells import MarkedCells
from thidua_desktop.wording import messages, rollover

_NOTHING = (
    "Không thấy năm, ngày hay số văn bản nào cần đổi. "
    "Kế hoạch mới sẽ giống kế hoạch cũ, chỉ để trống số và ngày ban hành."
)
_OLD, _NEW = 0, 1
_TONES = {Decision.NEW: Tone.SUCCESS, Decision.OLD: Tone.NEUTRAL, Decision.LEAVE_OUT: Tone.MUTED}


def line_columns(from_year: int, to_year: int) -> tuple[Column[RolledLine], ...]:
    """The columns over ``RolledLine``."""
    return (
        Column[RolledLine]("old", f"Năm {from_year}", lambda line: line.old, 360, stretch=True, wrap=True),
        Column[RolledLine](
            "new",
            f"Năm {to_year}",
            lambda line: line.new,
            360,
            stretch=True,
            wrap=True,
            editor=Editor.LONG_TEXT,
            edit=lambda line, text: line.rewritten_as(entry.required(text)),
        ),
        Column[RolledLine](
            "note",
            "Cần xem",
            rollover.note,
            230,
            wrap=True,
            tone=lambda line: Tone.MUTED if line.decision is Decision.LEAVE_OUT else Tone.WARNING,
        ),
        Column[RolledLine](
            "decision",
            "Chọn",
            rollover.decision,
            130,
            editor=Editor.CHOICE,
            choices=lambda: tuple(rollover.DECISIONS),
            edit=_decided,
            tone=lambda line: _TONES[line.decision],
        ),
    )


def _decided(line: RolledLine, text: str) -> RolledLine:
    wanted = entry.choice(text, rollover.DECISIONS)
    if line.origin is Origin.TITLE and wanted is Decision.LEAVE_OUT:
        return line  # no plan goes without a title
    return replace(line, decision=wanted)


class RolloverDialog(Form):
    """Shows a plan rolled over; ``lines()`` gives what was decided."""

    def __init__(
        self, rolled: Rollover, *, existing: Sequence[str] = (), preferences: Preferences, parent: QWidget
    ) -> None:
        super().__init__(f"Lập kế hoạch năm {rolled.to_year} từ kế hoạch này", yes="Lập kế hoạch", parent=parent)
        self._rolled = rolled
        self._proposed = {_key(line): line for line in rolled.lines}
        columns = line_columns(rolled.plan.year, rolled.to_year)
        grouping = Grouping[RolledLine](rollover.group, lambda lines: f"{len(lines)} dòng")
        self.model = TableModel[RolledLine](columns, _key, grouping=grouping, parent=self)
        self.grid = Grid(self.model, name="plans.rollover", preferences=preferences, year=rolled.to_year)
        self.grid.setAccessibleName("Kế hoạch cũ và kế hoạch mới, từng dòng")
        self.grid.setSortingEnabled(False)
        self.grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for number in (_OLD, _NEW):
            cells = MarkedCells(columns, new=number == _NEW, year=rolled.to_year, parent=self.grid)
            self.grid.setItemDelegateForColumn(number, cells)
        self.grid.installEventFilter(self)
        self._told = label("", "strong")
        self._trouble = label("", "error", wrap=True)
        self._trouble.hide()
        self._make_actions()
        self._lay_out(existing)
        self.model.edited.connect(lambda _lines: self._tell())
        self.model.refused.connect(self._on_refused)
        size = parent.window().size()
        self.resize(min(1320, size.width() - 24), size.height() - 40)
        WindowPlace(self, preferences, "rollover")
        self.grid.set_rows(sorted(rolled.lines, key=_order))
        self._tell()
        self.grid.setFocus()

    def lines(self) -> tuple[RolledLine, ...]:
        """All lines as decided, in the order of the plan."""
        found = {_key(line): line for line in self.model.rows()}
        return tuple(found[_key(line)] for line in self._rolled.lines)

    # deeds

    def decide(self, decision: Decision) -> None:
        """Decide on the selected lines."""
        said = next(text for text, meant in rollover.DECISIONS.items() if meant is decision)
        self.grid.enter_in_column("decision", said)
        self._tell()

    def select_all(self) -> None:
        """Select every line."""
        self.grid.setFocus()
        self.grid.selectAll()

    def propose_again(self) -> None:
        """Bring the selected lines back to what was proposed."""
        chosen = {_key(line) for line in self.grid.selected()}
        rows = self.model.rows()
        self.grid.set_rows([self._proposed[_key(line)] if _key(line) in chosen else line for line in rows])
        self._tell()

    def next_flagged(self) -> None:
        """Go to the next line that has to be looked at."""
        flagged = [_key(line) for line in self.model.rows() if line.flagged]
        if not flagged:
            return
        rows = [_key(line) for line in self.model.rows()]
        current = self.grid.current()
        here = rows.index(_key(current)) if current is not None else -1
        following = next((key for key in flagged if rows.index(key) > here), flagged[0])
        self.grid.go_to(following, column=_NEW)
        self.grid.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space takes the selected lines or leaves them out; Delete leaves them out."""
        if watched is self.grid and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self.grid.state() is QAbstractItemView.State.EditingState:
                return False
            if event.key() == Qt.Key.Key_Space:
                self._turn()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.decide(Decision.LEAVE_OUT)
                return True
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        chosen = self.grid.selected()
        if chosen:
            taken = any(line.decision is Decision.LEAVE_OUT for line in chosen)
            self.decide(Decision.NEW if taken else Decision.LEAVE_OUT)

    # making

    def _make_actions(self) -> None:
        self._deeds = (
            action(self, "Chọn tất cả", "list", "Ctrl+A", self.select_all),
            action(self, "Lấy bản mới", "check", "Ctrl+Shift+A", lambda: self.decide(Decision.NEW)),
            action(self, "Giữ chữ cũ", "history", "Ctrl+Shift+G", lambda: self.decide(Decision.OLD)),
            action(self, "Bỏ dòng", "trash", "", lambda: self.decide(Decision.LEAVE_OUT)),
            action(self, "Về đề xuất", "undo", "Ctrl+Shift+Z", self.propose_again),
        )
        self._deeds[3].setToolTip("Không đưa các dòng đang chọn vào kế hoạch mới (Delete)")
        self.next_action = action(self, "Dòng cần xem tiếp", "warning", "F8", self.next_flagged)
        self.make_action = action(self, "Lập kế hoạch", "", "Ctrl+Return", self._agree)
        self.yes.setToolTip("Lập kế hoạch với các dòng đã chọn (Ctrl+Enter)")

    def _lay_out(self, existing: Sequence[str]) -> None:
        plan = self._rolled.plan
        self.content.addWidget(label(plan.title, "title", wrap=True))
        if not any(line.changes for line in self._rolled.lines):
            self.content.addWidget(label(_NOTHING, "muted", wrap=True))
        if existing:
            names = "; ".join(f"“{title}”" for title in existing)
            self.content.addWidget(label(f"Năm {self._rolled.to_year} đã có kế hoạch {names}.", "error", wrap=True))
        deeds = row(
            self._told, 0, *(tool_button(deed) for deed in (*self._deeds, self.next_action)), spacing=theme.SPACE_XS
        )
        self.content.addLayout(deeds)
        self.content.addWidget(self.grid, stretch=1)
        self.content.addWidget(self._trouble)
        hint = "Gõ hoặc F2 để sửa chữ mới; phím cách đổi giữa lấy và bỏ. Số và ngày ban hành của kế hoạch mới để trống."
        self.content.addWidget(label(hint, "small"))

    # telling

    def _tell(self) -> None:
        rows = self.model.rows()
        counts = {decision: sum(line.decision is decision for line in rows) for decision in Decision}
        flagged = sum(line.flagged and line.decision is Decision.NEW for line in rows)
        told = (
            f"{len(rows)} dòng: lấy {counts[Decision.NEW]}, giữ {counts[Decision.OLD]}, bỏ {counts[Decision.LEAVE_OUT]}"
        )
        self._told.setText(f"{told}; {flagged} cần xem" if flagged else told)
        self.next_action.setEnabled(any(line.flagged for line in rows))
        self._trouble.hide()

    def _on_refused(self, trouble: AppError) -> None:
        self._trouble.setText(messages.error(trouble))
        self._trouble.show()

    def _agree(self) -> None:
        if self.yes.isEnabled():
            self.accept()


def _key(line: RolledLine) -> tuple[Origin, int]:
    return line.origin, line.ref


def _order(line: RolledLine) -> tuple[int, int]:
    """Title, căn cứ, tasks quarter by quarter with those of the whole year last, then the rest."""
    return list(Origin).index(line.origin), (line.quarter or 5) if line.origin is Origin.TASK else 0

"""Keeping the ties of a workbook, and writing the filled one: looked at before, checked and told after."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import WorkbookId
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.workbooks.ties import Place
from thidua_desktop.services.workbooks import Outcome
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.finished import file_made
from thidua_desktop.ui.reports.workbook_board import Board
from thidua_desktop.ui.reports.workbook_fill_dialog import FillDialog
from thidua_desktop.wording import statistics as words

if TYPE_CHECKING:
    from thidua_desktop.ui.reports.workbook_window import WorkbookWindow

FILES = "Biểu Excel (*.xlsx *.xlsm);;Mọi tệp (*)"
PURPOSE = "workbooks"
"""Under which the last folder is remembered."""


class Filling:
    """The deeds of the window that reach beyond it."""

    def __init__(self, window: WorkbookWindow) -> None:
        self._window = window
        self.over: set[Place] = set()
        """Formula cells that the clerk gives up, for this time."""

    def keep(self, then: Callable[[], None] | None = None) -> None:
        """Keep the ties in the office file, then go on or say so."""
        window, board = self._window, self._window.board
        if board is None:
            return
        issuer = board.form.kept.issuer if board.form.kept is not None else ""
        work = partial(window.services.workbooks.keep, board.form, board.ties, window.name.text(), issuer)
        done = partial(self._on_kept, board, then)
        window.runner.run(work, done, window.feedback.trouble, label="Đang lưu cách nối…")

    def fill(self) -> None:
        """Show what will be written; the place to write to is asked for then."""
        window, board, period = self._window, self._window.board, self._window.period()
        if board is None or period is None:
            return
        work = partial(
            window.services.workbooks.preview, board.form, board.ties, period, over_formulas=frozenset(self.over)
        )
        done = partial(self._show_preview, board)
        window.runner.run(work, done, window.feedback.trouble, label="Đang tính số liệu…")

    def write(self, out: Path) -> None:
        """Write the filled workbook; ties that are new are kept first."""
        window, board, period = self._window, self._window.board, self._window.period()
        if board is None or period is None:
            return
        over = frozenset(self.over)
        fill = partial(window.services.workbooks.fill, board.form, board.ties, period, out, over_formulas=over)
        done = partial(self._on_written, board, period)
        go = partial(window.runner.run, fill, done, window.feedback.trouble, label="Đang điền biểu…")
        if board.changed and not window.services.read_only:
            self.keep(go)
        else:
            go()

    def _on_kept(self, board: Board, then: Callable[[], None] | None, changes: tuple[Changes, ...]) -> None:
        window = self._window
        for one in changes:
            window.navigation.changes_made.emit(one)
        board.kept()
        created = next((one.created[0] for one in changes if one.operation == "workbook.save" and one.created), None)
        known = board.form.kept.id if board.form.kept is not None else None
        workbook_id = WorkbookId(created) if created is not None else known
        if workbook_id is not None:
            board.named(window.services.workbook_ties.get(workbook_id))
        window.allow()
        if then is not None:
            then()
            return
        window.feedback.say("Đã lưu cách nối. Kỳ sau mở biểu này, hoặc bản mới của nó, là các ô được nối sẵn.")

    def _show_preview(self, board: Board, outcome: Outcome) -> None:
        heads = {
            one.tie.at: " › ".join((*found.heads.rows, *found.heads.columns))
            for one in outcome.changes
            if (found := board.heads(one.tie.at)) is not None
        }
        dialog = FillDialog(board.form, outcome, heads, preferences=self._window.preferences, parent=self._window)
        dialog.accepted.connect(partial(self._choose_target, board))
        self._window.ask(dialog)

    def _choose_target(self, board: Board) -> None:
        window, period = self._window, self._window.period()
        if period is None:
            return
        path = board.form.path
        suffix = path.suffix if path.suffix.casefold() in (".xlsx", ".xlsm") else ".xlsx"
        name = f"{path.stem} - {words.short_period(period).replace('/', '-')}{suffix}"
        window.feedback.choose_target("Lưu biểu đã điền", FILES, window.preferences.folder(PURPOSE) / name, self.write)

    def _on_written(self, board: Board, period: Period, outcome: Outcome) -> None:
        window, path = self._window, outcome.path
        if path is None:
            return
        count = sum(one.refusal is None for one in outcome.changes)
        title = board.form.kept.name if board.form.kept is not None else path.stem
        keep = partial(window.archive_wanted.emit, path, title, period)
        offers = (*file_made(window.feedback, path), Offer("Lưu vào kho đã gửi…", keep))
        text = f"Đã điền {count} ô vào “{path.name}”; đã kiểm tra: các phần khác của tệp giữ nguyên."
        window.feedback.say(text, offers=offers if not window.services.read_only else offers[:-1])

"""The window "Báo cáo đã gửi": what was sent, when, to whom; the very files, proven to be what they were."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import SentReportId
from thidua_desktop.domain.reported import SentReport, replaced
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import CENTER, Column
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.finished import file_made
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import EmptyState, row, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reports.dispatch_dialog import OTHER, DispatchDialog
from thidua_desktop.ui.reports.frame import EMPTY, GRID, DataWindow
from thidua_desktop.wording import formats
from thidua_desktop.wording import statistics as words

_ANY_FILE = "Mọi tệp (*)"
_REPORTS = "Báo cáo (*.pdf *.docx *.xlsx *.doc *.xls);;Mọi tệp (*)"


@dataclass(frozen=True, slots=True)
class SentRow:
    """A report as it is listed; ``whole`` is None until its file was checked."""

    report: SentReport
    replaced: bool
    whole: bool | None = None


def _standing(one: SentRow) -> str:
    if one.whole is False:
        return "Tệp mất hoặc hỏng"
    said = ["Đúng như lúc gửi"] if one.whole else []
    if one.replaced:
        said.append("đã có bản thay thế" if said else "Đã có bản thay thế")
    return "; ".join(said)


def _tone(one: SentRow) -> Tone | None:
    if one.whole is False:
        return Tone.DANGER
    return Tone.MUTED if one.replaced else None


_COLUMNS: tuple[Column[SentRow], ...] = (
    Column[SentRow](
        "sent_on",
        "Ngày gửi",
        lambda one: formats.day(one.report.sent_on),
        94,
        align=CENTER,
        sort_key=lambda one: (one.report.sent_on, one.report.id or 0),
    ),
    Column[SentRow](
        "title", "Báo cáo", lambda one: one.report.title, 260, stretch=True, wrap=True, tone=_tone, tooltip=_standing
    ),
    Column[SentRow](
        "period",
        "Kỳ báo cáo",
        lambda one: words.period(one.report.period),
        150,
        wrap=True,
        by_choice=True,
        sort_key=lambda one: (one.report.last, one.report.first),
    ),
    Column[SentRow]("sent_to", "Nơi nhận", lambda one: one.report.sent_to, 160, wrap=True, by_choice=True),
    Column[SentRow]("letter", "Số văn bản", lambda one: one.report.letter_number, 112, wrap=True),
    Column[SentRow]("file", "Tệp", lambda one: one.report.file_name, 170, wrap=True),
    Column[SentRow]("standing", "Tình trạng", _standing, 140, wrap=True, tone=_tone, by_choice=True),
    Column[SentRow]("who", "Người lưu", lambda one: one.report.who, 110, hidden=True),
    Column[SentRow]("note", "Ghi chú", lambda one: one.report.note, 150, wrap=True, hidden=True),
    Column[SentRow](
        "sha256",
        "Mã kiểm tra tệp",
        lambda one: one.report.sha256,
        200,
        hidden=True,
        tooltip=lambda one: f"Tính từ nội dung tệp (SHA-256): tệp bị sửa dù một chữ thì mã khác.\n{one.report.sha256}",
    ),
)


class ArchiveWindow(DataWindow):
    """Nothing here is changed: a better report is sent after the former one and stands beside it."""

    title = "Báo cáo đã gửi"

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        *,
        preferences: Preferences,
        feedback: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, runner, navigation, preferences=preferences, feedback=feedback, parent=parent)
        self._checked: dict[SentReportId, bool] = {}
        self.model = TableModel[SentRow](_COLUMNS, lambda one: one.report.id, parent=self)
        self.grid = Grid(self.model, name="reports.sent", preferences=preferences)
        self.grid.setAccessibleName("Các báo cáo đã gửi")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.open_action = self.deed("Mở tệp", "open", "Ctrl+M", self.open_file)
        self.check_action = self.deed("Kiểm tra tệp", "check", "F5", self.check)
        self.copy_action = self.deed("Lưu bản sao…", "save", "Ctrl+Shift+S", self.save_copy)
        self.keep_action = self.deed("Lưu báo cáo đã gửi…", "add", "Ctrl+N", self.keep)
        self.replace_action = self.deed("Lưu bản thay thế…", "redo", "Ctrl+L", self.replace)
        self._lay_out()
        self._connect()
        self._allow()

    def reload(self) -> None:
        """Look again what was sent."""
        year = self.year()
        self.runner.run(self.services.report_archive.all, partial(self._show, year))

    # deeds

    def open_file(self) -> None:
        """Open the file of the report in front in its own program."""
        report = self._current()
        if report is not None and report.id is not None:
            work = partial(self.services.report_archive.file, report.id)
            self.runner.run(work, self.feedback.open_file, self.feedback.trouble, label="Đang mở tệp…")

    def check(self) -> None:
        """Compute the SHA-256 of the selected files anew, of all where none is selected."""
        rows = self.grid.selected() or self.model.rows()
        ids = [one.report.id for one in rows if one.report.id is not None]
        if not ids:
            return
        held = self.services.report_archive

        def work() -> dict[SentReportId, bool]:
            return {report_id: held.is_whole(report_id) for report_id in ids}

        self.runner.run(work, self._on_checked, self.feedback.trouble, label="Đang kiểm tra tệp…")

    def save_copy(self) -> None:
        """Ask where a copy of the file goes."""
        report = self._current()
        if report is None or report.id is None:
            return
        report_id = report.id

        def write(out: Path) -> None:
            work = partial(self.services.report_archive.save_copy, report_id, out)
            self.runner.run(work, self._on_copied, self.feedback.trouble, label="Đang lưu bản sao…")

        self.feedback.choose_target("Lưu bản sao", _ANY_FILE, self.services.path.with_name(report.file_name), write)

    def keep(self) -> None:
        """Ask for a file that was sent, and what is known of it."""
        self._choose(self.keep_file)

    def replace(self) -> None:
        """Ask for the file that was sent instead of the report in front."""
        report = self._current()
        if report is not None:
            self._choose(
                lambda file: self.keep_file(
                    file,
                    title=report.title,
                    kind=report.kind,
                    period=report.period,
                    replaces=report.id,
                    sent_to=report.sent_to,
                )
            )

    def keep_file(
        self,
        file: Path,
        *,
        title: str = "",
        kind: str = OTHER,
        period: Period | None = None,
        replaces: SentReportId | None = None,
        sent_to: str = "",
    ) -> None:
        """Ask what is known of a file that goes out, and put both into the archive."""

        def wanted() -> None:
            typed = dialog.dispatch()
            if typed is not None:
                work = partial(self.services.report_archive.keep, file, typed)
                self.change(work, "Đã lưu báo cáo vào kho.", kept, dialog.refuse)

        def kept(changes: Changes) -> None:
            dialog.accept()
            self.show_report(SentReportId(changes.created[0]))

        today = self.services.today()
        dialog = DispatchDialog(
            file, today, title=title, kind=kind, period=period, replaces=replaces, sent_to=sent_to, parent=self
        )
        dialog.wanted = wanted
        self.ask(dialog)

    def show_report(self, report_id: SentReportId) -> None:
        """Put one report in front."""
        self.show_year(self.services.report_archive.get(report_id).last.year)
        self.reload()
        self.grid.go_to(report_id)

    def _choose(self, then: Callable[[Path], None]) -> None:
        self.feedback.choose_file("Chọn tệp báo cáo đã gửi", _REPORTS, self.services.path.parent, then)

    def _on_checked(self, found: dict[SentReportId, bool]) -> None:
        self._checked |= found
        self.reload()
        wrong = sum(not whole for whole in found.values())
        if wrong:
            told = f"{wrong} trên {len(found)} tệp không còn đúng như lúc gửi. Hãy lấy lại tệp từ bản sao lưu."
            self.feedback.say(told, tone=Tone.DANGER)
        else:
            self.feedback.say(f"{len(found)} tệp đều đúng như lúc gửi: mã tính lại từ nội dung tệp vẫn như cũ.")

    def _on_copied(self, out: Path) -> None:
        self.feedback.say(f"Đã lưu bản sao “{out.name}”.", offers=file_made(self.feedback, out))

    # making

    def _lay_out(self) -> None:
        empty = EmptyState(
            "export",
            "Chưa có báo cáo nào của năm này trong kho",
            "Mỗi báo cáo gửi đi được giữ đúng tệp đã gửi, ngày gửi, nơi nhận, và không sửa được nữa. "
            "Báo cáo in từ chương trình hay soạn ở nơi khác đều lưu được vào đây.",
            () if self.services.read_only else (Offer("Lưu báo cáo đã gửi…", self.keep),),
        )
        bar = row(
            *(tool_button(deed) for deed in (self.keep_action, self.replace_action)),
            *(tool_button(deed) for deed in (self.open_action, self.check_action, self.copy_action)),
            0,
            spacing=theme.SPACE_XS,
        )
        self.lay_out(frozenset({Kind.SENT_REPORT}), self.grid, empty, bar)

    def _connect(self) -> None:
        self.grid.selection_changed.connect(self._allow)
        self.grid.current_changed.connect(lambda _row: self._allow())
        self.grid.opened.connect(lambda _row: self.open_file())
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))

    def context_menu(self) -> QMenu:
        """What can be done with the report at the cursor."""
        menu = QMenu(self)
        menu.addActions([self.open_action, self.check_action, self.copy_action, self.replace_action])
        menu.addSeparator()
        menu.addMenu(self.grid.table_menu())
        return menu

    # showing

    def _show(self, year: int, reports: tuple[SentReport, ...]) -> None:
        if year != self.year():
            return
        gone = replaced(reports)
        rows = [
            SentRow(one, one.id in gone, self._checked.get(one.id) if one.id is not None else None)
            for one in reports
            if one.last.year == year
        ]
        self.grid.set_rows(rows)
        self.pages.setCurrentIndex(GRID if rows else EMPTY)
        self.told.setText(f"{len(rows)} báo cáo về các kỳ kết thúc trong năm {year}." if rows else "")
        if rows:
            self.grid.setFocus()
        self._allow()

    def _allow(self) -> None:
        may, one = not self.services.read_only, self._current() is not None
        self.keep_action.setEnabled(may)
        self.replace_action.setEnabled(may and one)
        for deed in (self.open_action, self.copy_action):
            deed.setEnabled(one)
        self.check_action.setEnabled(bool(self.model.rows()))

    def _current(self) -> SentReport | None:
        current = self.grid.current()
        return None if current is None else current.report

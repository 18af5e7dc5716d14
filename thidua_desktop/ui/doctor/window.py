"""The import doctor: a list as it stands in its file above, what was made of it below, until it can be kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import Step
from thidua_desktop.domain.list_doctor import DoctorDraft, DoctorRow
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Banner, Feedback, WindowFeedback
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.slices import Steps, at_once
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, menu_button, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.common.work_strip import SHOWS_WORK
from thidua_desktop.ui.doctor import menus, telling
from thidua_desktop.ui.doctor.deeds import DoctorDeeds
from thidua_desktop.ui.doctor.following import Following
from thidua_desktop.ui.doctor.footer import DoctorFooter
from thidua_desktop.ui.doctor.header import DoctorHeader
from thidua_desktop.ui.doctor.look import Look
from thidua_desktop.ui.doctor.result_tabs import VERDICTS, ResultTabs
from thidua_desktop.ui.doctor.rows_pane import RowsPane
from thidua_desktop.ui.doctor.source_pane import SourcePane, pane
from thidua_desktop.ui.doctor.steps import DraftSteps
from thidua_desktop.wording import messages

_TYPING_MS = 300
"""How long to wait for somebody who is typing."""


class DoctorWindow(QDialog):
    """Looks through one list. What is agreed to is stored by ``keep_wanted``'s hearer; until then nothing is kept."""

    keep_wanted = Signal(object)
    """The ``DoctorDraft`` is to be stored."""
    return_wanted = Signal(object)
    """The unit's own workbook is to be written with the faults of this ``DoctorDraft`` marked."""
    stop_wanted = Signal()
    """The work under way is to be stopped."""

    def __init__(
        self,
        look: Look,
        services: Services,
        runner: Runner,
        *,
        preferences: Preferences,
        path: Path | None = None,
        feedback: Feedback | None = None,
        later: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``path``: where the file lies, for the workbook that goes back to the unit; None for the clipboard.

        With ``later`` the window is empty, and whoever makes it fills it by going through ``parts``.
        """
        super().__init__(parent)
        draft = look.draft
        self.path = path
        self.setWindowTitle(f"Nhận danh sách – {draft.name or 'dán từ bộ nhớ tạm'}")
        self.setProperty(SHOWS_WORK, True)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._services, self._preferences = services, preferences
        self.banner = Banner()
        self.feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self.steps = DraftSteps(look, runner, services.draft_judging.judged, self)
        self.deeds = DoctorDeeds(self, services, self.steps, self.feedback)
        self._later = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._following = Following(self)
        if not later:
            at_once(self.parts())

    def parts(self) -> Steps[None]:
        """What stands in the window, one after the other; keys would wait for all of it together."""
        look, services, preferences = self.steps.look, self._services, self._preferences
        self.header = DoctorHeader()
        self.tabs = ResultTabs(services.draft_judging.names, preferences)
        yield
        self._make_actions()
        self.rows = RowsPane(look.draft.target, services, preferences)
        yield
        self.source = SourcePane((self.fields_action, self.head_action))
        self.sheet = self.source.sheet
        yield
        self.footer = DoctorFooter(self.next_action, self.return_action)
        self.keep = self.footer.keep
        yield from self._lay_out()
        self._connect()
        self.header.show_choices(telling.targets(), telling.rounds(services, look.draft))
        yield
        yield from self._showing(look)
        self._tell_first(look.draft)
        self._fit(self.parentWidget())
        self.steps.judge()

    def draft(self) -> DoctorDraft:
        """The list as it stands now."""
        return self.steps.draft

    # deeds

    def save(self) -> None:
        """Store everything, or go to what forbids it."""
        look, draft = self.steps.look, self.draft()
        if look.storable:
            self.keep_wanted.emit(draft)
            return
        self.feedback.say(telling.why_not(draft.refused, look.counts), tone=Tone.WARNING)
        if draft.refused is None:
            self.next_problem(faults_only=True)

    def next_problem(self, *, faults_only: bool = False) -> None:
        """Go to the next cell that has to be looked at."""
        look = self.steps.look
        places = look.faults if faults_only else look.places
        if not places:
            self.feedback.say("Không còn chỗ nào cần xem.")
            return
        at = places.index(self.rows.place()) + 1 if self.rows.place() in places else 0
        self._following.jump(*places[at % len(places)])

    def drop(self) -> None:
        """Leave the selected rows out, or take them again when all of them are out."""
        self.deeds.drop(self.rows.grid.selected())

    def toggle_sheet(self) -> None:
        """Show the file as it stands, or give its room to the rows."""
        self.source.setVisible(self.source.isHidden())

    def choose_fields(self) -> None:
        """Go to the choices over the columns of the file."""
        self.source.show()
        self.sheet.focus_fields()

    def head_here(self) -> None:
        """The line at the cursor of the sheet holds the names of the columns."""
        here = self.source.current()
        if here is not None:
            self.deeds.head_at(*here)

    def show_part(self, number: int) -> None:
        """Bring a tab to the front: the rows, what has to be looked at, what was put right, what the law says."""
        self.tabs.setCurrentIndex(number)

    def show_verdicts(self) -> None:
        """Go to what the law says of the rows."""
        if not self.tabs.isTabVisible(VERDICTS):
            self.feedback.say("Chưa có dòng nào để xét: dòng đề nghị phải có tên, danh hiệu và đợt xét.")
            return
        self.show_part(VERDICTS)
        self.tabs.verdicts.setFocus()

    def show_step(self, step: Step) -> None:
        """Say how far the work under way is."""
        self.footer.show_step(step)

    def set_working(self, working: bool) -> None:
        """While the list is being stored nothing can be changed."""
        self.rows.model.editable = not working
        self.sheet.setEnabled(not working)
        self.header.setEnabled(not working)
        self._on_busy(working)

    def on_not_kept(self, trouble: AppError) -> None:
        """Nothing was stored: everything stays as it was, with the reason."""
        self.set_working(False)
        self.feedback.trouble(trouble)

    # making

    def _make_actions(self) -> None:
        self.next_action = action(self, "Chỗ cần xem tiếp", "warning", "F8", self.next_problem)
        self.drop_action = action(self, "Bỏ / lấy lại dòng", "trash", "", self.drop)
        self.drop_action.setToolTip("Bỏ các dòng đang chọn, không lưu; bấm lần nữa để lấy lại (Delete)")
        self.drop_why_action = action(
            self, "Bỏ dòng, ghi lý do…", "trash", "Shift+Del", lambda: self.deeds.ask_drop(self.rows.grid.selected())
        )
        self.unit_action = action(self, "Là đơn vị nào…", "units", "Ctrl+U", lambda: self.deeds.ask_unit(self._row()))
        self.person_action = action(self, "Là người nào…", "user", "Ctrl+R", lambda: self.deeds.ask_person(self._row()))
        self.award_action = action(
            self, "Là danh hiệu nào…", "award", "Ctrl+T", lambda: self.deeds.ask_award(self._row())
        )
        self.undo_action = action(self, "Hoàn tác", "undo", "Ctrl+Z", self.steps.undo)
        self.fields_action = action(self, "Nội dung các cột", "columns", "Ctrl+L", self.choose_fields)
        self.head_action = action(self, "Dòng này là tên cột", "list", "Ctrl+H", self.head_here)
        self.sheet_action = action(self, "Ẩn / hiện tệp gốc", "excel", "F4", self.toggle_sheet)
        self.sender_action = action(self, "Đơn vị gửi…", "units", "Ctrl+G", self.deeds.ask_sender)
        self.defaults_action = action(self, "Giá trị chung…", "fill-down", "Ctrl+Shift+D", self.deeds.ask_defaults)
        self.verdicts_action = action(self, "Kết quả xét điều kiện", "award", "F9", self.show_verdicts)
        self.save_action = action(self, "Lưu tất cả", "save", "Ctrl+S", self.save)
        self._menu = QMenu("Thao tác", self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.return_action = action(
            self, "Xuất tệp trả đơn vị…", "export", "Ctrl+E", lambda: self.return_wanted.emit(self.draft())
        )

    def _lay_out(self) -> Steps[None]:
        """From the outermost to the innermost: what is put into another place gets its style anew."""
        both = QSplitter(Qt.Orientation.Vertical, self)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self.header)
        frame.addWidget(both, stretch=1)
        yield
        both.addWidget(self.source)
        yield
        both.addWidget(self.tabs)
        both.setStretchFactor(0, 2)
        both.setStretchFactor(1, 3)
        both.setSizes([210, 360])
        both.setChildrenCollapsible(False)
        self.banner.lie_over(both)
        yield
        self.tabs.lay_out(self._rows_tab())
        yield
        frame.addWidget(self.footer)  # the last to come is the last that Tab reaches
        yield

    def _rows_tab(self) -> QFrame:
        deeds = (self.unit_action, self.person_action, self.award_action, self.drop_action)
        bar = row(
            *(tool_button(deed) for deed in deeds),
            0,
            tool_button(self.sheet_action, text=False),
            tool_button(self.undo_action, text=False),
            menu_button("Thao tác", self._menu),
        )
        self._rows_holder = QStackedWidget()
        self._rows_holder.addWidget(self.rows)
        return pane(bar, self._rows_holder)

    def _fill_menu(self) -> None:
        menus.fill(self, self._menu)

    def _connect(self) -> None:
        self.steps.changed.connect(self._show)
        self.steps.refused.connect(self.feedback.trouble)
        self.steps.busy_changed.connect(self._on_busy)
        self.header.target_chosen.connect(self.deeds.retarget)
        self.header.round_chosen.connect(self.deeds.set_round)
        self.header.unit_wanted.connect(self.deeds.ask_sender)
        self.header.defaults_wanted.connect(self.deeds.ask_defaults)
        self.header.forget_wanted.connect(self.deeds.forget_layout)
        self.source.field_chosen.connect(self.deeds.map_column)
        self.sheet.line_chosen.connect(self._following.show_line)
        self.footer.keep.clicked.connect(self.save)
        self.footer.leave.clicked.connect(self.reject)
        self.footer.stop.clicked.connect(self.stop_wanted)
        self.tabs.problem_opened.connect(self._following.open_problem)
        self.tabs.repairs_wanted.connect(self.deeds.take_back)
        self.tabs.jump_wanted.connect(self._following.jump)
        self.steps.judged.connect(self._on_judged)
        self._later.timeout.connect(lambda: self._on_judged(self.steps.look))
        self._connect_rows()

    def _connect_rows(self) -> None:
        self.rows.typed.connect(self.deeds.type_in)
        self.rows.refused.connect(self.feedback.trouble)
        self.rows.grid.delete_wanted.connect(self.drop)
        self.rows.grid.opened.connect(self.deeds.settle)
        self.rows.grid.current_changed.connect(self._following.show_row)
        self.rows.grid.installEventFilter(self)
        self.rows.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.rows.grid.customContextMenuRequested.connect(lambda _at: self._menu.popup(QCursor.pos()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete speaks of the row, not of the cell."""
        here = watched is self.rows.grid and _is_delete(event)
        if here and self.rows.grid.state() is not Grid.State.EditingState:
            self.drop()
            return True
        return super().eventFilter(watched, event)

    # showing

    def _show(self, look: Look) -> None:
        at_once(self._showing(look))

    def _showing(self, look: Look) -> Steps[None]:
        draft = look.draft
        if self.rows.target is not draft.target:
            self._new_rows(draft)
        self.rows.show_rows(look)
        yield
        self.source.show_look(look, self._services.list_doctor.mapping_fields(draft.target))
        yield
        self.header.show_draft(
            draft,
            unit=self.deeds.unit_name(draft.unit_id),
            defaults=self.deeds.defaults_told(draft),
            layout=telling.layout(draft, self.deeds.unit_name(draft.layout.unit_id) if draft.layout else ""),
        )
        self._tell(look)
        self._following.show_row(self.rows.grid.current())

    def _new_rows(self, draft: DoctorDraft) -> None:
        former, self.rows = self.rows, RowsPane(draft.target, self._services, self._preferences)
        self._rows_holder.addWidget(self.rows)
        self._rows_holder.setCurrentWidget(self.rows)
        self._rows_holder.removeWidget(former)
        former.deleteLater()
        self._connect_rows()

    def _on_judged(self, look: Look) -> None:
        """Show what the law says of the rows, as soon as nobody is typing into one of them."""
        if self.rows.being_typed():
            self._later.start()
            return
        self.rows.show_rows(look)
        self.tabs.show_verdicts(look)
        self._tell_footer(look)

    def _tell(self, look: Look) -> None:
        draft = look.draft
        self.tabs.show_look(look)
        self._tell_footer(look)
        self.next_action.setEnabled(bool(look.places))
        self.undo_action.setEnabled(self.steps.can_undo)
        self.return_action.setEnabled(draft.refused is None)
        self.keep.setEnabled(draft.refused is None)

    def _tell_footer(self, look: Look) -> None:
        keep = telling.keep(look.draft.target, look.counts.taken if look.storable else 0)
        self.footer.tell(telling.summary(look.counts, look.found), keep)

    def _tell_first(self, draft: DoctorDraft) -> None:
        """What has to be known before anything else."""
        if draft.refused is not None:
            self.feedback.say(messages.finding(draft.refused), tone=Tone.DANGER)
        elif draft.already:
            self.feedback.say(telling.already(draft), tone=Tone.WARNING)

    def _fit(self, parent: QWidget | None) -> None:
        over = parent
        while over is not None and (above := over.parentWidget()) is not None:
            over = above  # the main window, also where the board of a folder stands in between
        size = over.size() if over is not None else None
        self.resize(size.width() if size else 1320, size.height() - 30 if size else 720)
        WindowPlace(self, self._preferences, "doctor")

    def showEvent(self, event: QShowEvent) -> None:
        """A clean list only needs Enter; otherwise one begins at the first thing to look at."""
        super().showEvent(event)
        self.tabs.setUpdatesEnabled(False)
        look = self.steps.look
        self.keep.setFocus()
        if look.places:
            self.next_problem(faults_only=bool(look.faults))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first drawing goes in two turns: file and frame before the tabs, each long enough for itself."""
        super().paintEvent(event)
        if not self.tabs.updatesEnabled():
            QTimer.singleShot(0, self.tabs, lambda: self.tabs.setUpdatesEnabled(True))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing asks first when something was corrected by hand."""
        event.ignore()
        self.reject()

    def reject(self) -> None:
        """Leave without storing; corrections made by hand are not thrown away unasked."""
        if not self.steps.can_undo:
            super().reject()
            return
        self.feedback.confirm(
            "Đóng mà không lưu danh sách này?",
            detail="Những chỗ anh/chị vừa sửa trong cửa sổ này sẽ mất; tệp của đơn vị vẫn nguyên.",
            yes="Đóng, không lưu",
            final=True,
            then=super().reject,
        )

    # both sides together

    def _row(self) -> DoctorRow | None:
        return self.rows.grid.current()

    def _on_busy(self, busy: bool) -> None:
        self.keep.setEnabled(not busy and self.draft().refused is None)
        if not busy:
            self.footer.rest()


def _is_delete(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete

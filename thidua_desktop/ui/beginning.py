"""The first days with the program: what is asked of a new office, what is left to do, the sample office."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QToolButton

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.units import Office
from thidua_desktop.ui.common.leaving import in_order
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.showing import COUNCILS, DIRECTORY, NOMINATIONS, PLANS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from thidua_desktop.domain.first_steps import FirstStep
    from thidua_desktop.ui.main_window import MainWindow
    from thidua_desktop.ui.office.first_start import Begin, FirstStart
    from thidua_desktop.ui.starting.checklist import Checklist
    from thidua_desktop.ui.starting.strip import FirstStepsStrip

_LATEST_MS, _AFTER_REST_MS = 6_000, 500
_AT = 2
"""Below the tabs and the line about closed years."""
_CONCERNED = frozenset({Kind.OFFICE, Kind.PLAN, Kind.UNIT, Kind.ROUND, Kind.COUNCIL})
_HIDDEN = "1"


class Beginning(QObject):
    """Nothing of it is made for an office that has all it needs, or has hidden it."""

    def __init__(self, window: MainWindow, frame: QVBoxLayout) -> None:
        super().__init__(window)
        self._window, self._frame = window, frame
        self.strip: FirstStepsStrip | None = None
        self.shown: Checklist | None = None
        """The list, while it is open."""
        self.steps_action = action(
            window, "Những việc đầu tiên…", "list", "Ctrl+Shift+F1", self.open_steps, within=False
        )
        self.start_action = action(window, "Khai báo lần đầu…", "office", "Ctrl+F2", self.open_start, within=False)
        self.sample_action = action(
            window, "Mở văn phòng mẫu", "award", "Ctrl+Shift+F2", window.sample_wanted.emit, within=False
        )
        for deed in (self.steps_action, self.start_action):
            deed.setEnabled(not window.services.read_only)
        self._soon = QTimer(self, singleShot=True, interval=_LATEST_MS)
        self._soon.timeout.connect(self.look)
        window.navigation.changes_made.connect(self._on_changes_made)
        window.rest.reached.connect(self._on_rest)
        window.closed.connect(self._soon.stop)

    def begin(self) -> None:
        """The window is seen for the first time: ask a new office, remind another of what is left."""
        from thidua_desktop.domain.first_steps import SAMPLE_FILE

        window = self._window
        if window.services.read_only:
            return
        if window.services.office.get() == Office() and window.dialog is None:
            self.open_start()
        if not self._is_hidden() and window.services.path.name != SAMPLE_FILE:
            self._soon.start()

    def _on_rest(self) -> None:
        if self._soon.isActive():
            self._soon.start(_AFTER_REST_MS)

    def year(self) -> int:
        """The year to begin with: this one, or a later one that was chosen for the work on this file."""
        window = self._window
        return max(window.services.today().year, window.preferences.number(self._key("year"), 0))

    def hold(self) -> None:
        """Say nothing until it is asked for: for who takes pictures of the window."""
        self._soon.stop()

    def look(self) -> None:
        """See what is done by now."""
        window = self._window
        window.runner.run_aside(window.services.first_steps.done, self.show_done)

    def open_start(self) -> None:
        """Ask for the office, its signers, the year and what to begin with."""
        from thidua_desktop.ui.office.first_start import FirstStart

        window = self._window
        today = window.services.today()
        dialog = FirstStart(window.services.office.get(), year=today.year, month=today.month, parent=window)
        dialog.kept.connect(window.save_office)
        dialog.year_chosen.connect(self._on_year_chosen)
        dialog.begun.connect(self._on_begun)
        self._open(dialog)

    def open_steps(self) -> None:
        """Show the list of first steps."""
        from thidua_desktop.ui.starting.checklist import Checklist

        window = self._window
        made = Checklist(window.services.first_steps.done(), strip=not self._is_hidden(), parent=window)
        made.step_wanted.connect(self._on_step)
        made.strip_wanted.connect(self._on_strip_wanted)
        made.finished.connect(self._on_list_closed)
        self.shown = made
        window.dialog = made
        made.open()

    def do(self, step: FirstStep) -> None:
        """Go where a step is done, and begin it."""
        from thidua_desktop.domain.first_steps import FirstStep

        window = self._window
        match step:
            case FirstStep.OFFICE:
                self.open_start()
            case FirstStep.PLAN:
                window.import_plan()
            case FirstStep.UNITS:
                window.show_page(DIRECTORY)
                window.directory.show_part(0)
            case FirstStep.ROUND:
                window.show_page(NOMINATIONS)
                window.nominations.add_round()
            case FirstStep.COUNCIL:
                window.show_page(COUNCILS)
                window.councils.councils_action.trigger()
            case FirstStep.BACKUP:
                window.keeping.backups_action.trigger()

    def _on_year_chosen(self, year: int) -> None:
        self._window.preferences.set_number(self._key("year"), year)
        self._window.show_year(year)

    def _open(self, dialog: FirstStart) -> None:
        dialog.finished.connect(dialog.deleteLater)
        self._window.dialog = dialog
        dialog.open()

    def _on_begun(self, way: Begin) -> None:
        from thidua_desktop.ui.office.first_start import Begin

        window = self._window
        match way:
            case Begin.IMPORT:
                window.import_plan()
            case Begin.NEW:
                window.show_page(PLANS)
                window.plans.new_plan()
            case Begin.SAMPLE:
                window.sample_wanted.emit()
            case Begin.EMPTY:
                window.show_page(PLANS)

    def show_done(self, done: frozenset[FirstStep]) -> None:
        """Say what is left, where it is not hidden."""
        from thidua_desktop.domain.first_steps import FirstStep

        if self.shown is not None:
            self.shown.show_done(done)
        hidden = self._is_hidden() or self._window.services.read_only
        if self.strip is None and (hidden or len(done) == len(FirstStep)):
            return
        strip = self._strip()
        if hidden:
            strip.hide()
        else:
            strip.show_done(done)

    def _strip(self) -> FirstStepsStrip:
        if self.strip is None:
            from thidua_desktop.ui.starting.strip import FirstStepsStrip

            self.strip = FirstStepsStrip()
            self.strip.step_wanted.connect(self.do)
            self.strip.all_wanted.connect(self.open_steps)
            self.strip.hidden_for_good.connect(partial(self._on_strip_wanted, False))
            self._frame.insertWidget(_AT, self.strip)
            on = next(one for one in self._window.findChildren(QToolButton) if one.accessibleName() == "Năm sau")
            in_order(on, self.strip.go, self.strip.all, self.strip.away)
        return self.strip

    def _on_step(self, step: FirstStep) -> None:
        """The list goes: what the step opens would lie below it."""
        if self.shown is not None:
            self.shown.accept()
        self.do(step)

    def _on_list_closed(self) -> None:
        self.shown = None

    def _on_strip_wanted(self, wanted: bool) -> None:
        self._window.preferences.set_text(self._key(), "" if wanted else _HIDDEN)
        if not wanted and self.strip is not None:
            self.strip.hide()
            self._window.feedback.say("Đã ẩn. Xem lại ở Trợ giúp ▸ Những việc đầu tiên.")
        if wanted:
            self.look()

    def _on_changes_made(self, changes: Changes) -> None:
        if changes.touched & _CONCERNED and (self.strip is not None or self.shown is not None):
            self.look()

    def _is_hidden(self) -> bool:
        return self._window.preferences.text(self._key()) == _HIDDEN

    def _key(self, what: str = "hidden") -> str:
        """Where something is remembered of this file: another office begins anew."""
        path = str(self._window.services.path)
        return f"first-steps/{sha256(path.encode()).hexdigest()[:12]}/{what}"

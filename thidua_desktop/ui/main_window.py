"""The frame of the program: year and search at the top, a tab for each field of work, what goes on at the bottom."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QMainWindow, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.units import Office
from thidua_desktop.services.container import Services
from thidua_desktop.ui.beginning import Beginning
from thidua_desktop.ui.common import icons, theme
from thidua_desktop.ui.common.drawing import Rest
from thidua_desktop.ui.common.feedback import Banner, Feedback, WindowFeedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner, TaskRunner
from thidua_desktop.ui.common.widgets import action, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.common.work_strip import WorkOverDialogs
from thidua_desktop.ui.files import Files
from thidua_desktop.ui.forgetting import OfficeWords
from thidua_desktop.ui.global_search import GlobalSearch
from thidua_desktop.ui.helping import Helping
from thidua_desktop.ui.keeping import Keeping
from thidua_desktop.ui.locking import Locking
from thidua_desktop.ui.main_tabs import MainTabs
from thidua_desktop.ui.menus import Menus
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.packages import Packages
from thidua_desktop.ui.pages import TITLES, Pages
from thidua_desktop.ui.receiving import Receiving
from thidua_desktop.ui.reminding import remind
from thidua_desktop.ui.ruling import Ruling
from thidua_desktop.ui.showing import PLANS, show
from thidua_desktop.ui.status_bar import StatusBar
from thidua_desktop.ui.templating import Templating
from thidua_desktop.ui.watching import Watch
from thidua_desktop.ui.years.strip import StateStrip
from thidua_desktop.wording import messages

if TYPE_CHECKING:
    from thidua_desktop.ui.calendar.page import CalendarPage
    from thidua_desktop.ui.convening import Convening
    from thidua_desktop.ui.councils.page import CouncilsPage
    from thidua_desktop.ui.decisions.page import DecisionsPage
    from thidua_desktop.ui.directory.page import DirectoryPage
    from thidua_desktop.ui.help import About, ShortcutSheet
    from thidua_desktop.ui.nominations.page import NominationsPage
    from thidua_desktop.ui.plans.page import PlansPage
    from thidua_desktop.ui.reports.page import ReportsPage
    from thidua_desktop.ui.submitting import Submitting

_FIRST_SIZE = (1280, 720)
_SEARCH_WIDTH = 300
_GROWS = 100
"""What the tabs leave over goes to the field of the search first; in a narrow window it gives way to them."""


class MainWindow(QMainWindow):
    """The window on one open office file.

    ``feedback`` and ``runner`` are the real ones unless a test hands in its own.
    """

    file_wanted = Signal(object)
    """Another office file is to be opened: its ``Path``."""
    sample_wanted = Signal()
    """The sample office is to be opened."""
    look_wanted = Signal(object)
    """An office file is to be opened for reading only: its ``Path``."""
    closed = Signal()
    """The window is closed and its work is done: the file can be given back."""

    titles = TITLES

    def __init__(
        self,
        services: Services,
        preferences: Preferences,
        *,
        runner: Runner | None = None,
        feedback: Feedback | None = None,
    ) -> None:
        super().__init__()
        self.services, self.preferences = services, preferences
        self.banner = Banner()
        self.given_feedback = feedback
        """What was handed in; the windows beside this one have banners of their own otherwise."""
        self.feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self.tasks = TaskRunner(self)
        self.tasks.hold()
        self.rest = Rest(self)
        """Then work in the background begins, which shares the interpreter with the window."""
        self.rest.reached.connect(self.tasks.begin)
        self.runner: Runner = runner or self.tasks
        self.navigation = Navigation(self)
        self.dialog: QWidget | None = None
        """The dialog opened last."""
        self.preferences.words = OfficeWords(services, self.runner, self.navigation, self.feedback, self)
        self.stack = QStackedWidget()
        self.pages = Pages(self, self.stack)
        self.reminding = remind(self)
        self._lay_out()
        self.keeping = Keeping(self)
        self.watch = Watch(services, self.runner, self.navigation, self.strip, self)
        self.locking = Locking(self)
        self.packages = Packages(self)
        self.files = Files(self)
        self.ruling = Ruling(self)
        self.templating = Templating(self)
        self.helping = Helping(self)
        self.receiving = Receiving(self)
        self.menus = Menus(self)
        self._connect()
        self.setAcceptDrops(True)
        self.setWindowIcon(icons.application_icon())
        self._restore()
        self.refresh()

    # making

    def _lay_out(self) -> None:
        self.tabs = MainTabs(self.titles)
        self.search = GlobalSearch(self.services, self.runner, self.navigation, self)
        self.search.setMinimumWidth(_SEARCH_WIDTH * 2 // 5)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.years = QComboBox()
        self.years.setAccessibleName("Năm đang xem")
        self.years.setToolTip("Năm đang xem (Alt+← và Alt+→ để đổi)")
        self.years.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # a closed year has a lock as well
        self.years.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.strip = StateStrip()
        self.status = StatusBar(self.services, self.runner)
        self.setStatusBar(self.status)
        middle = QWidget()
        frame = QVBoxLayout(middle)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self._top_bar())
        frame.addWidget(self.strip)
        frame.addWidget(self.stack, stretch=1)
        frame.addWidget(self.reminding.strip)
        self.beginning = Beginning(self, frame)
        self.setCentralWidget(middle)
        self.banner.lie_over(self.stack)

    def _top_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "bar")
        back = tool_button(action(self, "Năm trước", "left", "", partial(self.step_year, -1)), text=False)
        on = tool_button(action(self, "Năm sau", "right", "", partial(self.step_year, 1)), text=False)
        line = row(self.tabs, 0, self.search, theme.SPACE_S, back, self.years, on, spacing=theme.SPACE_XXS)
        line.setStretch(line.indexOf(self.search), _GROWS)
        line.setContentsMargins(theme.SPACE_S, 0, theme.SPACE_S, 0)
        bar.setLayout(line)
        return bar

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.years.currentIndexChanged.connect(lambda _at: self._on_year_changed())
        self.navigation.open_requested.connect(self.open_record)
        self.navigation.changes_made.connect(self._on_changes_made)
        self.tasks.started.connect(self.status.work_on)
        self.tasks.idle.connect(self.status.rest)
        self.tasks.progressed.connect(self.status.show_step)
        self.status.stop_wanted.connect(self.tasks.cancel)
        self.tasks.trouble.connect(self.feedback.trouble)
        self.work_over_dialogs = WorkOverDialogs(self.tasks, self)

    def _restore(self) -> None:
        self.resize(*_FIRST_SIZE)
        self.place = WindowPlace(self, self.preferences, "window")
        self._fill_years(self.beginning.year())
        self.keeping.show_year(self.year())
        self.show_page(min(self.preferences.number("window/tab", PLANS), len(self.titles) - 1))

    # the pages, each made when it is first asked for

    @property
    def plans(self) -> PlansPage:
        """The page of the plans."""
        return self.pages.plans

    @property
    def calendar(self) -> CalendarPage:
        """The page of the calendar."""
        return self.pages.calendar

    @property
    def nominations(self) -> NominationsPage:
        """The page of the nominations."""
        return self.pages.nominations

    @property
    def decisions(self) -> DecisionsPage:
        """The page of the decisions and the register."""
        return self.pages.decisions

    @property
    def reports(self) -> ReportsPage:
        """The page of the reports."""
        return self.pages.reports

    @property
    def directory(self) -> DirectoryPage:
        """The page of units and recipients."""
        return self.pages.directory

    @property
    def councils(self) -> CouncilsPage:
        """The page of the councils and their meetings."""
        return self.pages.councils

    @property
    def convening(self) -> Convening:
        """What brings nominations before a council."""
        return self.pages.convening

    @property
    def submitting(self) -> Submitting:
        """What units send for the nominations."""
        return self.pages.submitting

    # what can be asked of it

    def year(self) -> int:
        """The year shown."""
        return int(self.years.currentData())

    def show_year(self, year: int) -> None:
        """Show a year on every page."""
        at = self.years.findData(year)
        if at < 0:
            self._fill_years(year)
        else:
            self.years.setCurrentIndex(at)

    def step_year(self, step: int) -> None:
        """Show a later or an earlier year."""
        self.show_year(self.year() + step)

    def show_page(self, number: int) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(number)
        self._on_tab_changed(number)

    def focus_search(self) -> None:
        """Start searching."""
        self.search.setFocus()
        self.search.selectAll()

    def step_pane(self, step: int) -> None:
        """Move the focus to the next list or table of the tab; inside a table Tab goes from cell to cell."""
        offers = self.banner.buttons()[:1] if self.banner.isVisible() else ()
        panes: list[QWidget] = [self.tabs, self.search, *self.pages.panes(self.tabs.currentIndex()), *offers]
        here = next((at for at, pane in enumerate(panes) if pane.hasFocus()), 0)
        panes[(here + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a record where it is worked on."""
        try:
            show(self, Kind(kind), record_id)
        except AppError as trouble:
            self.feedback.trouble(trouble)

    # deeds

    def import_plan(self) -> None:
        """Read a plan document."""
        self.show_page(PLANS)
        self.plans.open_import()

    def open_office(self) -> None:
        """Show and change what the office is called."""
        from thidua_desktop.ui.office.dialog import OfficeDialog

        dialog = OfficeDialog(self.services.office.get(), parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.save_office(dialog.office()))
        self.dialog = dialog
        dialog.open()

    def save_office(self, office: Office) -> None:
        """Keep what the office is called."""
        self.runner.run(partial(self.services.office.save, office), self.navigation.changes_made.emit)

    def undo(self) -> None:
        """Take the last operation back."""
        self.runner.run(self.services.undo.undo, partial(self._on_reversed, "Đã hoàn tác"), label="Đang hoàn tác…")

    def redo(self) -> None:
        """Do again what was taken back."""
        self.runner.run(self.services.undo.redo, partial(self._on_reversed, "Đã làm lại"), label="Đang làm lại…")

    def _on_reversed(self, told: str, changes: Changes) -> None:
        self.navigation.changes_made.emit(changes)
        entry = self.services.history.recent(1)[0]
        named = entry.params.get("of")
        what = messages.operation(named["operation"], named["params"]) if isinstance(named, dict) else ""
        self.feedback.say(f"{told}: {what}." if what else f"{told}.")

    def open_shortcuts(self) -> None:
        """Show every key."""
        from thidua_desktop.ui.help import ShortcutSheet, every_key

        given = self.services, self.runner, self.feedback
        self._show(ShortcutSheet(every_key(), *given, preferences=self.preferences, parent=self))

    def open_about(self) -> None:
        """Say what the program is."""
        from thidua_desktop.ui.help import About

        self._show(About(self))

    def _show(self, dialog: ShortcutSheet | About) -> None:
        self.dialog = dialog
        dialog.open()

    # answers

    def refresh(self) -> None:
        """Say which office and file this is."""
        office = self.services.office.get()
        named = " – ".join(part for part in (squeeze(office.name), self.services.path.name) if part)
        self.setWindowTitle(f"{named} – Thi Đua Desktop")
        self.status.show_state()
        self.keeping.keeper.show_stamp()
        self.menus.show_history()

    def _on_tab_changed(self, number: int) -> None:
        page = self.pages.get(number)
        self.stack.setCurrentWidget(page)
        self.menus.show_page(number)
        self.preferences.set_number("window/tab", number)
        if not self.tabs.hasFocus():
            # What had the focus is hidden now; Qt would pass it on to any button, where the keys of the page are dead.
            page.take_focus()

    def _on_year_changed(self) -> None:
        if self.years.currentIndex() >= 0:
            self.pages.show_year(self.year())
            self.keeping.show_year(self.year())

    def _on_changes_made(self, changes: Changes) -> None:
        if changes.touched & {Kind.PLAN, Kind.ROUND, Kind.YEAR}:
            self._fill_years(self.year())
            self.keeping.show_year(self.year())
        self.refresh()

    def _fill_years(self, chosen: int) -> None:
        today = self.services.today().year
        known = sorted({*self.services.plans.years(), today, today + 1, chosen})
        shown = self.years.currentData()
        self.years.blockSignals(True)
        self.years.clear()
        closed = self.services.years.closed()
        for at, year in enumerate(known):
            self.years.addItem(f"Năm {year}", year)
            if year in closed:
                self.years.setItemIcon(at, icons.icon("lock"))
                self.years.setItemData(at, f"Năm {year}, đã khóa sổ", Qt.ItemDataRole.AccessibleTextRole)
        self.years.setCurrentIndex(self.years.findData(chosen))
        self.years.blockSignals(False)
        if shown is not None and shown != chosen:
            self._on_year_changed()

    # files dropped on it, beginning and end

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A plan is read, a tracker received, an office file or a package opened."""
        path = next((Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()), None)
        if path is not None:
            event.acceptProposedAction()
            self.files.take(path)

    def showEvent(self, event: QShowEvent) -> None:
        """On a new file the office is asked for first."""
        super().showEvent(event)
        self.rest.watch()
        self.beginning.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Make a last backup, remember the window and wait for the work under way."""
        if not self.keeping.may_close():
            event.ignore()
            return
        self.place.remember()
        self.preferences.save()
        self.watch.stop()
        self.rest.end()
        self.tasks.close()
        super().closeEvent(event)
        self.closed.emit()

"""The windows of the data of reports: made when they are first asked for, shown again afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.ids import MovementId, RegistrationId, SentReportId, WorkbookId
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.ui.navigation import Navigation

if TYPE_CHECKING:
    from thidua_desktop.ui.reports.archive_window import ArchiveWindow
    from thidua_desktop.ui.reports.frame import DataWindow
    from thidua_desktop.ui.reports.movements_window import MovementsWindow
    from thidua_desktop.ui.reports.registrations_window import RegistrationsWindow
    from thidua_desktop.ui.reports.workbook_window import WorkbookWindow

Shown = TypeVar("Shown", bound="DataWindow")


class DataWindows(QObject):
    """Opens them on the year that the page shows; ``owner`` has their actions and keys."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        *,
        preferences: Preferences,
        owner: QWidget,
        feedback: Feedback | None = None,
    ) -> None:
        """``feedback`` is given by tests only: a window says what there is to say itself."""
        super().__init__(owner)
        self._services, self._runner, self._navigation = services, runner, navigation
        self._preferences, self._feedback, self._owner = preferences, feedback, owner
        self._year = services.today().year
        self._movements: MovementsWindow | None = None
        self._registrations: RegistrationsWindow | None = None
        self._archive: ArchiveWindow | None = None
        self._workbook: WorkbookWindow | None = None
        self.movements_action = action(owner, "Phong trào thi đua…", "award", "Ctrl+Alt+P", self.movements)
        self.registrations_action = action(owner, "Đăng ký thi đua…", "list", "Ctrl+Alt+D", self.registrations)
        self.archive_action = action(owner, "Báo cáo đã gửi…", "export", "Ctrl+Alt+B", self.archive)
        self.workbook_action = action(owner, "Điền biểu của cấp trên…", "excel", "Ctrl+Alt+1", self.workbook)
        self.actions = (*(self.movements_action, self.registrations_action, self.archive_action, self.workbook_action),)

    def show_year(self, year: int) -> None:
        """The year that windows open on from now."""
        self._year = year

    def movements(self) -> MovementsWindow:
        """Show the movements."""
        from thidua_desktop.ui.reports.movements_window import MovementsWindow

        if self._movements is None:
            self._movements = self._made(MovementsWindow)
        return self._shown(self._movements)

    def registrations(self) -> RegistrationsWindow:
        """Show what was registered."""
        from thidua_desktop.ui.reports.registrations_window import RegistrationsWindow

        if self._registrations is None:
            self._registrations = self._made(RegistrationsWindow)
        return self._shown(self._registrations)

    def archive(self) -> ArchiveWindow:
        """Show what was sent."""
        from thidua_desktop.ui.reports.archive_window import ArchiveWindow

        if self._archive is None:
            self._archive = self._made(ArchiveWindow)
        return self._shown(self._archive)

    def workbook(self) -> WorkbookWindow:
        """Show the workbook of the superior that is being tied and filled."""
        from thidua_desktop.ui.reports.workbook_window import WorkbookWindow

        if self._workbook is None:
            self._workbook = self._made(WorkbookWindow)
            self._workbook.archive_wanted.connect(self._archive_workbook)
        return self._shown(self._workbook)

    def _archive_workbook(self, path: Path, title: str, period: Period) -> None:
        self.archive().keep_file(path, title=title, period=period)

    # records that lists and the search lead to

    def show_movement(self, movement_id: MovementId) -> None:
        """Put a movement in front.

        Raises:
            RecordMissing: it is not there any more, or in the trash.
        """
        self._services.movements.get(movement_id)
        window = self.movements()
        window.show_movement(movement_id)
        self._afterwards(lambda: window.grid.go_to(movement_id))

    def show_registration(self, registration_id: RegistrationId) -> None:
        """Put the registrations of the year in front that one of them is of.

        Raises:
            RecordMissing: it is not there any more.
        """
        year = self._services.registrations.get(registration_id).year
        self.registrations().show_year(year)

    def show_report(self, report_id: SentReportId) -> None:
        """Put a report that was sent in front.

        Raises:
            RecordMissing: there is none.
        """
        self._services.report_archive.get(report_id)
        window = self.archive()
        window.show_report(report_id)
        self._afterwards(lambda: window.grid.go_to(report_id))

    def show_workbook(self, workbook_id: WorkbookId) -> None:
        """Open a workbook of the superior with its ties.

        Raises:
            RecordMissing: it is not there any more, or in the trash.
        """
        self._services.workbook_ties.get(workbook_id)
        self.workbook().open_kept(workbook_id)

    def _afterwards(self, do: Callable[[], object]) -> None:
        """Once what is being read has been shown: a row can be gone to only then."""

        def shown(_done: None) -> None:
            do()

        self._runner.run(_nothing, shown)

    def _made(self, kind: type[Shown]) -> Shown:
        return kind(
            self._services,
            self._runner,
            self._navigation,
            preferences=self._preferences,
            feedback=self._feedback,
            parent=self._owner.window(),
        )

    def _shown(self, window: Shown) -> Shown:
        window.show_year(self._year)
        window.show()
        window.raise_()
        window.activateWindow()
        return window


def _nothing() -> None:
    """Work that comes after what is being read."""

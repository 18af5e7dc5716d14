"""The services of plans, tasks and the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_desktop.common.once import once
from thidua_desktop.services.opened import OpenedFile

if TYPE_CHECKING:
    from thidua_desktop.services.adjustments import AdjustmentService
    from thidua_desktop.services.commemorations import CommemorationService
    from thidua_desktop.services.duplicates import DuplicateService
    from thidua_desktop.services.imports import ImportService
    from thidua_desktop.services.plan_links import PlanLinkService
    from thidua_desktop.services.planner import PlannerService
    from thidua_desktop.services.plans import PlanService
    from thidua_desktop.services.reminders import ReminderService
    from thidua_desktop.services.reporting import ReportingService
    from thidua_desktop.services.series import SeriesService
    from thidua_desktop.services.task_details import TaskDetailService
    from thidua_desktop.services.tasks import TaskService
    from thidua_desktop.services.trackers import TrackerService
    from thidua_desktop.services.urging import UrgingService
    from thidua_desktop.services.years import YearService


class PlanServices(OpenedFile):
    """Plans, their tasks and what is due; ``Services`` has these with all others."""

    @once
    def plans(self) -> PlanService:
        """The plans of the office."""
        from thidua_desktop.services.plans import PlanService

        return PlanService(self._store, self.today)

    @once
    def tasks(self) -> TaskService:
        """The tasks of all plans."""
        from thidua_desktop.services.tasks import TaskService

        return TaskService(self._store, self.today)

    @once
    def plan_links(self) -> PlanLinkService:
        """The links of plans with each other and with documents outside the file."""
        from thidua_desktop.services.plan_links import PlanLinkService

        return PlanLinkService(self._store)

    @once
    def duplicates(self) -> DuplicateService:
        """Points out look-alikes; nothing is merged by itself."""
        from thidua_desktop.services.duplicates import DuplicateService

        return DuplicateService(self._store)

    @once
    def adjustments(self) -> AdjustmentService:
        """Keeps what was approved, and computes what differs from it."""
        from thidua_desktop.services.adjustments import AdjustmentService

        return AdjustmentService(self._store)

    @once
    def task_details(self) -> TaskDetailService:
        """What is kept with a task besides its own fields."""
        from thidua_desktop.services.task_details import TaskDetailService

        return TaskDetailService(self._store, self.today)

    @once
    def urging(self) -> UrgingService:
        """Keeps the log."""
        from thidua_desktop.services.urging import UrgingService

        return UrgingService(self._store)

    @once
    def series(self) -> SeriesService:
        """The recurring work of all plans."""
        from thidua_desktop.services.series import SeriesService

        return SeriesService(self._store)

    @once
    def commemorations(self) -> CommemorationService:
        """The days that an office remembers."""
        from thidua_desktop.services.commemorations import CommemorationService

        return CommemorationService(self._store)

    @once
    def planner(self) -> PlannerService:
        """Places chains backwards over the working days of state offices."""
        from thidua_desktop.services.planner import PlannerService

        return PlannerService(self._store, self.today)

    @once
    def reminders(self) -> ReminderService:
        """Reads what is due, and keeps what was put off."""
        from thidua_desktop.services.reminders import ReminderService

        return ReminderService(self._store, self.today)

    @once
    def imports(self) -> ImportService:
        """Reads plan documents and keeps what the clerk has accepted."""
        from thidua_desktop.services.imports import ImportService

        return ImportService(self._store)

    @once
    def reporting(self) -> ReportingService:
        """Writes papers. Each method gives the path that it wrote; a failure leaves a former file as it was."""
        from thidua_desktop.services.reporting import ReportingService

        return ReportingService(self._store, self.today)

    @once
    def trackers(self) -> TrackerService:
        """Writes and takes back trackers."""
        from thidua_desktop.services.trackers import TrackerService

        return TrackerService(self._store, self.today)

    @once
    def years(self) -> YearService:
        """Which years are closed; the store refuses every change in those (``storage.closing_of_years``)."""
        from thidua_desktop.services.years import YearService

        return YearService(self._store)

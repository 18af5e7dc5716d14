"""The services of reports and statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_desktop.common.once import once
from thidua_desktop.services.nomination_services import NominationServices

if TYPE_CHECKING:
    from thidua_desktop.services.forms import FormService
    from thidua_desktop.services.hand_figures import HandFigureService
    from thidua_desktop.services.movements import MovementService
    from thidua_desktop.services.narratives import NarrativeService
    from thidua_desktop.services.registrations import RegistrationService
    from thidua_desktop.services.report_archive import ReportArchiveService
    from thidua_desktop.services.statistics import StatisticsService
    from thidua_desktop.services.workbook_ties import WorkbookTieService
    from thidua_desktop.services.workbooks import WorkbookService


class ReportServices(NominationServices):
    """Figures, forms and reports of a period; ``Services`` has these with all others."""

    @once
    def statistics(self) -> StatisticsService:
        """Reads only. What was read is kept until something is written, the law is read again, or the day changes."""
        from thidua_desktop.services.statistics import StatisticsService

        return StatisticsService(self._store, self.rulebooks, self.today)

    @once
    def forms(self) -> FormService:
        """Statutory and provincial forms: filled in, checked, written."""
        from thidua_desktop.services.forms import FormService

        return FormService(self._store, self.statistics, self.rulebooks, self.hand_figures)

    @once
    def movements(self) -> MovementService:
        """Phong trào thi đua."""
        from thidua_desktop.services.movements import MovementService

        return MovementService(self._store)

    @once
    def registrations(self) -> RegistrationService:
        """What units and persons set out to reach in a year."""
        from thidua_desktop.services.registrations import RegistrationService

        return RegistrationService(self._store, self.awards, self.today)

    @once
    def hand_figures(self) -> HandFigureService:
        """Figures of forms that the program cannot count."""
        from thidua_desktop.services.hand_figures import HandFigureService

        return HandFigureService(self._store)

    @once
    def report_archive(self) -> ReportArchiveService:
        """Reports as they were sent."""
        from thidua_desktop.services.report_archive import ReportArchiveService

        return ReportArchiveService(self._store, self.today)

    @once
    def workbook_ties(self) -> WorkbookTieService:
        """Workbooks of superiors, and what their cells are tied to."""
        from thidua_desktop.services.workbook_ties import WorkbookTieService

        return WorkbookTieService(self._store)

    @once
    def narratives(self) -> NarrativeService:
        """Báo cáo sơ kết, tổng kết in words, and the check of their figures."""
        from thidua_desktop.services.narratives import NarrativeService

        return NarrativeService(self._store, self.statistics)

    @once
    def workbooks(self) -> WorkbookService:
        """Fills in the workbooks of superiors."""
        from thidua_desktop.services.workbooks import WorkbookService

        return WorkbookService(self._store, self.workbook_ties, self.statistics, self.rulebooks, self.today)

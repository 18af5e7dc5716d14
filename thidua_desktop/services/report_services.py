"""The services of reports and statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_desktop.common.once import once
from thidua_desktop.services.nomination_services import NominationServices

if TYPE_CHECKING:
    from thidua_desktop.services.forms import FormService
    from thidua_desktop.services.statistics import StatisticsService


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

        return FormService(self._store, self.statistics, self.rulebooks)

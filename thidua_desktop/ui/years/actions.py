"""Closing a year and opening it again: each asks first, is one service call, and tells what happened."""

from __future__ import annotations

from functools import partial

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.tasks import OPEN_STATES
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.navigation import Navigation


class YearActions:
    """What can be done with a year as a whole."""

    def __init__(self, services: Services, runner: Runner, navigation: Navigation, feedback: Feedback) -> None:
        self._services = services
        self._runner = runner
        self._navigation = navigation
        self._feedback = feedback

    def closed(self, year: int) -> bool:
        """Whether the books of a year are closed."""
        return year in self._services.years.closed()

    def turn(self, year: int) -> None:
        """Close an open year, open a closed one."""
        if self.closed(year):
            self.reopen(year)
        else:
            self.close(year)

    def close(self, year: int) -> None:
        """Close a year after saying what that means."""
        waiting = sum(row.task.state in OPEN_STATES for row in self._services.tasks.of_year(year))
        left = f" Còn {waiting} nhiệm vụ chưa xong." if waiting else ""
        self._feedback.confirm(
            f"Khóa sổ năm {year}?",
            detail=(
                f"Kế hoạch, nhiệm vụ, đợt xét và đề nghị của năm {year} từ nay chỉ xem, in, xuất; không sửa được."
                f"{left} Khi thật cần có thể mở lại sổ, có ghi lý do."
            ),
            yes="Khóa sổ",
            then=partial(self._close, year),
        )

    def reopen(self, year: int) -> None:
        """Open a closed year again, asking for the reason."""
        self._feedback.ask_text(
            f"Mở lại sổ năm {year}",
            f"Vì sao mở lại sổ năm {year}? Lý do được ghi vào nhật ký.",
            yes="Mở lại sổ",
            then=partial(self._reopen, year),
        )

    def _close(self, year: int) -> None:
        work = partial(self._services.years.close, year)
        self._runner.run(work, partial(self._told, f"Đã khóa sổ năm {year}."))

    def _reopen(self, year: int, reason: str) -> None:
        work = partial(self._services.years.reopen, year, reason)
        self._runner.run(work, partial(self._told, f"Đã mở lại sổ năm {year}."))

    def _told(self, text: str, changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        self._feedback.say(text)

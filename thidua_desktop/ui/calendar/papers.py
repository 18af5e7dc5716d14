"""What goes out of the calendar: pages for the wall, schedules, lists, results, letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.domain import periods
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.task_details import Urging
from thidua_desktop.services.container import Services
from thidua_desktop.services.reporting import Format, Paper
from thidua_desktop.ui.calendar.letter_dialog import LetterDialog, Owing
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.printing import Printing, Work
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.wording import formats

_WHOLE_YEAR = (View.YEAR, View.LIST)
_FULL_FORMATS = (Format.DOCX, Format.XLSX)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the calendar shows: a day, and the view around it."""

    day: date
    view: View

    @property
    def quarter(self) -> int | None:
        """The quarter that is shown; None where the view is of the whole year."""
        return None if self.view in _WHOLE_YEAR else periods.quarter_of_month(self.day.month)

    @property
    def words(self) -> str:
        """``quý II năm 2026`` or ``năm 2026``."""
        quarter = f"quý {formats.roman(self.quarter)} " if self.quarter is not None else ""
        return f"{quarter}năm {self.day.year}"


class CalendarPapers(Printing):
    """The papers of the tab "Lịch công việc", and the menu that they stand in.

    Args:
        page: what the keys belong to and dialogs stand above.
        menu: is filled.
        shown: tells what the calendar shows at that moment.
        calendar: of the office, for the day by which units are to answer.
        log: keeps in the log of urging who was written to.
    """

    def __init__(
        self,
        services: Services,
        runner: Runner,
        feedback: Feedback,
        preferences: Preferences,
        *,
        page: QWidget,
        menu: QMenu,
        shown: Callable[[], Shown],
        calendar: OfficeCalendar,
        log: Callable[[Sequence[Urging]], None],
    ) -> None:
        super().__init__(services, runner, feedback, preferences, page)
        self._shown, self._calendar, self._log = shown, calendar, log
        self.dialog: LetterDialog | None = None
        """The dialog opened last."""
        self.shown_action = action(page, "In lịch đang xem…", "print", "Ctrl+P", self.print_shown)
        self._fill(page, menu)

    def print_shown(self) -> None:
        """Preview the paper that belongs to the view: week, month or quarter, the year, or what is to be done."""
        match self._shown().view:
            case View.WEEK:
                self.week()
            case View.MONTH:
                self.month_wall(Paper.A4)
            case View.QUARTER:
                self.quarter_wall(Paper.A3)
            case View.YEAR:
                self.year()
            case _:
                self.todo()

    def year(self) -> None:
        """Preview the calendar of the year, a page for each quarter."""
        year = self._shown().day.year
        self.give(f"Lịch công tác năm {year}", partial(self._services.reporting.calendar, year), Format.PDF)

    def week(self, format: Format = Format.PDF) -> None:
        """The schedule of the week shown."""
        day = self._shown().day
        name = f"Lịch công tác tuần {day.isocalendar().week} năm {day.isocalendar().year}"
        self.give(name, partial(self._services.reporting.week_schedule, day), format)

    def month_wall(self, paper: Paper) -> None:
        """Preview the month shown as a page for the wall."""
        day = self._shown().day

        def work(out: Path) -> Path:
            return self._services.reporting.month_wall(day.year, day.month, out, paper)

        self.show(f"Lịch treo tường tháng {day.month} năm {day.year}", work)

    def quarter_wall(self, paper: Paper) -> None:
        """Preview the quarter shown as a page for the wall."""
        day = self._shown().day
        quarter = periods.quarter_of_month(day.month)

        def work(out: Path) -> Path:
            return self._services.reporting.quarter_wall(day.year, quarter, out, paper)

        self.show(f"Lịch treo tường quý {formats.roman(quarter)} năm {day.year}", work)

    def todo(self, format: Format = Format.PDF) -> None:
        """What is still to be done in the time shown."""
        self._of_time("Việc cần làm", self._services.reporting.todo_list, format)

    def units(self, format: Format = Format.PDF) -> None:
        """What each unit leads, coordinates and owes in the time shown."""
        self._of_time("Nhiệm vụ theo đơn vị", self._services.reporting.unit_lists, format)

    def results(self, format: Format = Format.PDF) -> None:
        """How the work of the time shown came out."""
        self._of_time("Kết quả thực hiện", self._services.reporting.results, format)

    def calendar_file(self) -> None:
        """Ask for a name and write the year's tasks for a calendar program."""
        year = self._shown().day.year
        self.give(f"Lịch điện tử {year}", partial(self._services.reporting.calendar, year), Format.ICS)

    def letters(self) -> None:
        """Ask which of the units that owe something in the year are written to."""
        owing = self._services.reporting.owing(self._shown().day.year)
        found = [(each.unit, [task.id for task in each.owes if task.id is not None]) for each in owing]
        if not found:
            self._feedback.say("Không có đơn vị nào còn nợ việc; chưa cần công văn đôn đốc.", tone=Tone.MUTED)
            return
        self._ask_letters(found)

    def letters_about(self, task_id: TaskId, units: tuple[str, ...]) -> None:
        """Ask which units are written to about one task."""
        self._ask_letters([(unit, [task_id]) for unit in units])

    def _ask_letters(self, owing: Owing) -> None:
        self.dialog = LetterDialog(
            owing,
            self._services.today(),
            self._calendar,
            may_log=not self._services.read_only,
            parent=self._window,
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(partial(self._write_letters, self.dialog))
        self.dialog.open()

    def _write_letters(self, dialog: LetterDialog) -> None:
        letters = dialog.letters()
        name = f"Công văn đôn đốc {letters[0][0].unit}" if len(letters) == 1 else "Công văn đôn đốc các đơn vị"
        self.give(name, partial(self._services.reporting.urging_letters, letters), dialog.format)
        urgings = dialog.urgings()
        if urgings:
            self._log(urgings)

    def _of_time(self, name: str, write: Callable[[int, int | None, Path, Format], Path], format: Format) -> None:
        shown = self._shown()
        work: Work = partial(write, shown.day.year, shown.quarter)
        self.give(f"{name} {shown.words}", work, format)

    def _fill(self, page: QWidget, menu: QMenu) -> None:
        menu.addAction(self.shown_action)
        menu.addSeparator()
        menu.addActions(
            [
                action(page, "Lịch công tác tuần…", "list", "Ctrl+Alt+W", self.week),
                action(page, "Lịch tháng treo tường A4…", "calendar", "Ctrl+Alt+M", partial(self.month_wall, Paper.A4)),
                action(page, "Lịch tháng treo tường A3…", "", "Alt+Shift+1", partial(self.month_wall, Paper.A3)),
                action(page, "Lịch quý treo tường A3…", "quarter", "Ctrl+Alt+Q", partial(self.quarter_wall, Paper.A3)),
                action(
                    page, "Lịch quý treo tường A4 (ba trang)…", "", "Alt+Shift+2", partial(self.quarter_wall, Paper.A4)
                ),
                action(page, "Lịch công tác cả năm…", "year", "Ctrl+Alt+Y", self.year),
            ]
        )
        menu.addSeparator()
        menu.addActions(
            [
                action(page, "Việc cần làm của kỳ đang xem…", "check", "Ctrl+Alt+T", self.todo),
                action(page, "Nhiệm vụ theo đơn vị của kỳ đang xem…", "units", "Ctrl+Alt+U", self.units),
                action(page, "Kết quả thực hiện của kỳ đang xem…", "award", "Ctrl+Alt+R", self.results),
                action(page, "Công văn đôn đốc các đơn vị…", "warning", "Ctrl+Alt+G", self.letters),
            ]
        )
        menu.addSeparator()
        for format, title in zip(_FULL_FORMATS, ("Xuất ra Word", "Xuất ra Excel"), strict=True):
            menu.addMenu(title).addActions(self._exports(page, format))
        menu.addAction(action(page, "Lịch điện tử (.ics)…", "export", "Ctrl+Alt+I", self.calendar_file))

    def _exports(self, page: QWidget, format: Format) -> list[QAction]:
        deeds = (
            ("Lịch công tác tuần", self.week),
            ("Việc cần làm", self.todo),
            ("Nhiệm vụ theo đơn vị", self.units),
            ("Kết quả thực hiện", self.results),
        )
        kind, keys = ("Word", "3456") if format is Format.DOCX else ("Excel", "7890")
        return [
            action(page, f"{title} ({kind})…", "", f"Alt+Shift+{key}", partial(do, format))
            for (title, do), key in zip(deeds, keys, strict=True)
        ]

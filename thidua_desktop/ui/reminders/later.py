"""Until when a reminder is put off: an hour, tomorrow, next week, a day of one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QFormLayout, QMenu, QWidget

from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import reminders as words


class LaterMenu(QMenu):
    """The choices; the answer goes to ``hour``, ``day`` or ``ask``."""

    def __init__(
        self, hour: Callable[[], None], day: Callable[[date], None], ask: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._hour, self._day, self._ask = hour, day, ask

    def offer(self, today: date, calendar: OfficeCalendar) -> None:
        """Name the days as they are seen from today."""
        self.clear()
        self.addAction("Sau 1 giờ").triggered.connect(lambda _checked=False: self._hour())
        for until, text in (words.tomorrow(today, calendar), words.next_week(today, calendar)):
            self.addAction(text).triggered.connect(lambda _checked=False, wanted=until: self._day(wanted))
        self.addAction("Chọn ngày…").triggered.connect(lambda _checked=False: self._ask())


class LaterDialog(Form):
    """Asks for the day on which to be reminded again."""

    def __init__(self, today: date, calendar: OfficeCalendar, parent: QWidget | None = None) -> None:
        super().__init__("Nhắc lại vào ngày", yes="Nhắc lại", parent=parent)
        self._today, self._calendar = today, calendar
        self.day = DayEdit(year=today.year)
        self.day.setAccessibleName("Ngày nhắc lại")
        self.day.set_day(calendar.add_working_days(today, 3))
        self.day.selectAll()
        self._said = label("", "muted", wrap=True)
        form = QFormLayout()
        form.addRow("&Ngày nhắc lại", self.day)
        self.content.addLayout(form)
        self.content.addWidget(self._said)
        self.setMinimumWidth(360)
        self.day.textChanged.connect(self._check)
        self._check()
        self.day.setFocus()

    def until(self) -> date:
        """The day chosen."""
        return self.day.day() or self._today + timedelta(days=1)

    def _check(self) -> None:
        day = self.day.day() if self.day.readable() else None
        self.yes.setEnabled(day is not None and day > self._today)
        if day is None:
            self._said.setText("Ngày ghi theo dạng ngày/tháng/năm, ví dụ 15/06/2026.")
        elif day <= self._today:
            self._said.setText("Chọn một ngày sau hôm nay.")
        else:
            off = "" if self._calendar.works(day) else ", là ngày nghỉ"
            self._said.setText(f"{said.full_day(day)}{off}.")

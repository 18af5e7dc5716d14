"""Recurring work: a rule and a year give the days, seen before the tasks are made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QListWidget, QWidget

from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.recurrence import MONTHS, Occurrence, ReportDay, Rule, occurrences
from thidua_desktop.domain.tasks import Recurrence, Task
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import NumberEdit
from thidua_desktop.ui.common.widgets import label, row
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import labels

_BY_RULE = "Theo quy luật tự đặt"
_NEXT = "tháng ngay sau kỳ"


class SeriesDialog(Form):
    """Asks how often and on which day, or for a report with statutory days; shows what would be made."""

    def __init__(
        self,
        task: Task,
        year: int,
        reports: Sequence[ReportDay],
        calendar: OfficeCalendar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Lập nhiệm vụ lặp lại", yes="Lập các kỳ", parent=parent)
        self._calendar, self._reports = calendar, tuple(reports)
        self.source = QComboBox()
        self.source.addItem(_BY_RULE)
        for report in reports:
            self.source.addItem(report.name)
        self.frequency = QComboBox()
        for kind in Recurrence:
            self.frequency.addItem(labels.of(kind), kind)
        self.month, self.weekday = QComboBox(), QComboBox()
        self.weekday.addItems(said.WEEKDAYS)
        start = task.due or task.deadline
        self._first_month = start.month
        self.day = NumberEdit(start.day, low=1, high=31)
        self.last = QCheckBox("Ngày cuối tháng")
        self.last.setChecked(task.due is None)
        self.year = NumberEdit(year, low=1900, high=2999)
        self.preview = QListWidget()
        self._citation = label("", "small", wrap=True)
        self._form = QFormLayout()
        self._lay_out(task)
        self._watch()
        self.weekday.setCurrentIndex(start.weekday())
        kind = task.recurrence or Recurrence.QUARTERLY
        self.frequency.setCurrentIndex(list(Recurrence).index(kind))
        self._show_months()
        self.source.setFocus()

    def _lay_out(self, task: Task) -> None:
        self.content.addWidget(label(task.text, "strong", wrap=True))
        days = row(self.day, self.last, 0)
        holder = QWidget()
        holder.setLayout(days)
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.source.setMinimumContentsLength(36)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Nhiệm vụ lặp lại", self.source),
            ("&Chu kỳ", self.frequency),
            ("&Tháng trong kỳ", self.month),
            ("&Ngày", holder),
            ("N&gày trong tuần", self.weekday),
            ("Nă&m", self.year),
        )
        for name, field in rows:
            self._form.addRow(name, field)
            field.setAccessibleName(name.replace("&", ""))
        self.day.setAccessibleName("Ngày trong tháng")
        self._days = holder
        self.content.addLayout(self._form)
        self.content.addWidget(self._citation)
        self.content.addWidget(label("Các kỳ sẽ lập", "muted"))
        self.preview.setAccessibleName("Các kỳ sẽ lập")
        self.preview.setMinimumHeight(150)
        self.content.addWidget(self.preview)
        self.setMinimumWidth(520)

    def _watch(self) -> None:
        self.source.activated.connect(lambda _at: self._calculate())
        self.frequency.currentIndexChanged.connect(lambda _at: self._show_months())
        for combo in (self.month, self.weekday):
            combo.currentIndexChanged.connect(lambda _at: self._calculate())
        for number in (self.day, self.year):
            number.value_changed.connect(lambda _value: self._calculate())
        self.last.toggled.connect(lambda _on: self._calculate())

    # the answer

    def report(self) -> ReportDay | None:
        """The report with statutory days that was chosen, if one was."""
        at = self.source.currentIndex() - 1
        return self._reports[at] if at >= 0 else None

    def rule(self) -> Rule:
        """The rule as set."""
        day = None if self.last.isChecked() else self.day.value()
        kind = Recurrence(self.frequency.currentData())
        return Rule(kind, max(0, self.month.currentIndex()) + 1, day, max(0, self.weekday.currentIndex()))

    def wanted_year(self) -> int:
        """The year for which the tasks are to be made."""
        return self.year.value()

    def occurrences(self) -> tuple[Occurrence, ...]:
        """What would be made."""
        report = self.report()
        rules = report.rules if report is not None else (self.rule(),)
        found = [each for rule in rules for each in occurrences(rule, self.wanted_year())]
        return tuple(sorted(found, key=lambda each: each.due))

    # showing

    def _show_months(self) -> None:
        kind = Recurrence(self.frequency.currentData())
        length = MONTHS.get(kind, 0)
        self.month.blockSignals(True)
        self.month.clear()
        if kind is Recurrence.YEARLY:
            self.month.addItems([f"tháng {number}" for number in range(1, length + 1)])
        elif length:
            self.month.addItems(["trong tháng"] if length == 1 else [f"tháng thứ {n}" for n in range(1, length + 1)])
        if length:
            self.month.addItem(_NEXT)
        self.month.setCurrentIndex((self._first_month - 1) % length if length else -1)
        self.month.blockSignals(False)
        self._calculate()

    def _calculate(self) -> None:
        report = self.report()
        weekly = Recurrence(self.frequency.currentData()) is Recurrence.WEEKLY
        for field, shown in (
            (self.frequency, True),
            (self.month, not weekly),
            (self._days, not weekly),
            (self.weekday, weekly),
        ):
            self._form.setRowVisible(field, shown and report is None)
        self.day.setEnabled(not self.last.isChecked())
        cited = f"{report.citation}. {labels.of(report.confidence)}." if report is not None else ""
        self._citation.setText(f"Căn cứ: {cited}" if cited else "Các kỳ dưới đây sẽ thay cho nhiệm vụ đang chọn.")
        found = self.occurrences()
        self.preview.clear()
        self.preview.addItems([_line(each, self._calendar) for each in found])
        self.yes.setText(f"Lập {len(found)} kỳ")
        self.yes.setEnabled(bool(found))


def _line(found: Occurrence, calendar: OfficeCalendar) -> str:
    told = said.full_day(found.due)
    if calendar.works(found.due):
        return told
    return f"{told} – ngày nghỉ, ngày làm việc liền trước: {said.full_day(calendar.last_working_day(found.due))}"

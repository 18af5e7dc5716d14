"""What is known of a report that goes out: its name, its period, when, to whom, under which number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.ids import SentReportId
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.services.report_archive import Dispatch
from thidua_desktop.ui.common.answering import DAY_FORM, AnswerForm, form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import statistics as words

OTHER = "other"
"""The kind of a report that the program did not make."""


class DispatchDialog(AnswerForm):
    """Asks what is kept with a report for good; ``dispatch`` gives it."""

    def __init__(
        self,
        file: Path,
        today: date,
        *,
        title: str = "",
        kind: str = OTHER,
        period: Period | None = None,
        replaces: SentReportId | None = None,
        sent_to: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``period`` is offered first; the others are those of its year and of the year before."""
        super().__init__("Lưu báo cáo đã gửi", yes="Lưu vào kho", parent=parent)
        self._kind, self._replaces, self._today = kind, replaces, today
        self._periods = _offered(period or periods.year(today.year))
        self.title_field, self.to, self.number = QLineEdit(title or file.stem), QLineEdit(sent_to), QLineEdit()
        self.number.setPlaceholderText("ví dụ: 30/BC-SNV")
        self.note = QLineEdit()
        self.period = QComboBox()
        for each in self._periods:
            self.period.addItem(_first_letter(words.period(each)))
        self.day = DayEdit(year=today.year)
        self.day.set_day(today)
        self.content.addWidget(label(f"Tệp “{file.name}” được giữ nguyên như lúc gửi, không sửa được nữa.", wrap=True))
        self.content.addLayout(
            form(
                (
                    ("&Tên báo cáo", self.title_field),
                    ("&Kỳ báo cáo", self.period),
                    ("N&gày gửi", self.day),
                    ("&Nơi nhận", self.to),
                    ("&Số văn bản gửi kèm", self.number),
                    ("G&hi chú", self.note),
                )
            )
        )
        self.content.addWidget(self.wrong)
        self.content.addStretch(1)
        self.setMinimumWidth(560)
        for field in (self.title_field, self.to, self.day):
            field.textChanged.connect(self._check)
        self._check()
        (self.to if self.title_field.text() else self.title_field).setFocus()

    def dispatch(self) -> Dispatch | None:
        """What was typed; None while the day cannot be read."""
        day = self.day.day() if self.day.readable() else None
        if day is None:
            return None
        title, to, number, note = (
            squeeze(nfc(field.text())) for field in (self.title_field, self.to, self.number, self.note)
        )
        period = self._periods[self.period.currentIndex()]
        return Dispatch(self._kind, title, period, day, to, number, self._replaces, note)

    def _check(self) -> None:
        typed = self.dispatch()
        if typed is None:
            lacks = DAY_FORM
        elif typed.sent_on > self._today:
            lacks = "Ngày gửi chưa đến."
        elif not typed.title:
            lacks = "Hãy ghi tên báo cáo."
        else:
            lacks = "" if typed.sent_to else "Hãy ghi nơi nhận."
        self.tell(lacks)
        self.yes.setEnabled(not lacks)


def _offered(first: Period) -> Sequence[Period]:
    found = [first]
    for year in (first.year, first.year - 1):
        found += [periods.year(year), periods.nine_months(year), periods.half(year, 1), periods.half(year, 2)]
        found += [periods.quarter(year, number) for number in range(1, 5)]
    return tuple(dict.fromkeys(found))


def _first_letter(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"

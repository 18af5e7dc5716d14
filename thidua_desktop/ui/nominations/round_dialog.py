"""The data of a round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.nominations import Occasion, Round
from thidua_desktop.domain.periods import quarter_of_month
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit, wrong_day
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import labels

_AROUND = 3
"""How many years before and after are offered."""


def proposed_name(day: date) -> str:
    """What a new round is called unless the clerk calls it otherwise: ``Đợt xét khen thưởng quý IV năm 2026``."""
    quarter = labels.quarter(quarter_of_month(day.month))
    return f"Đợt xét khen thưởng {quarter[:1].lower()}{quarter[1:]} năm {day.year}"


class RoundDialog(Form):
    """Asks for a round's name, year, occasion and days; ``round()`` gives them back."""

    def __init__(self, round_: Round, parent: QWidget | None = None) -> None:
        new = round_.id is None
        super().__init__("Thêm đợt xét" if new else "Sửa đợt xét", yes="Thêm đợt" if new else "Lưu", parent=parent)
        self._round = round_
        self.name = QLineEdit(round_.name)
        self.name.setPlaceholderText("Ví dụ: Khen thưởng tổng kết năm 2026")
        self.year = QComboBox()
        self.year.addItems([str(year) for year in range(round_.year - _AROUND, round_.year + _AROUND + 1)])
        self.year.setCurrentText(str(round_.year))
        self.occasion = QComboBox()
        for occasion in Occasion:
            self.occasion.addItem(labels.of(occasion), occasion)
        self.occasion.setCurrentIndex(list(Occasion).index(round_.occasion))
        self.opens = DayEdit(year=round_.year)
        self.opens.set_day(round_.opens)
        self.closes = DayEdit(year=round_.year)
        self.closes.set_day(round_.closes)
        self._wrong = label("", "error", wrap=True)
        self._lay_out()
        self.name.textChanged.connect(self._check)
        for field in (self.opens, self.closes):
            field.textChanged.connect(self._check)
        self.setMinimumWidth(520)
        self._check()
        self.name.setFocus()
        if new:
            self.name.selectAll()  # what is proposed goes with the first letter typed

    def _lay_out(self) -> None:
        form = QFormLayout()
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Tên đợt", self.name),
            ("&Năm", self.year),
            ("&Loại hình khen thưởng", self.occasion),
            ("Nhận hồ sơ &từ ngày", self.opens),
            ("Nhận hồ sơ đến n&gày", self.closes),
        )
        for text, field in rows:
            form.addRow(text, field)
            field.setAccessibleName(text.replace("&", ""))
        self.content.addLayout(form)
        self.content.addWidget(
            label(
                "Danh hiệu, hình thức khen thưởng chọn được trong đợt theo pháp luật của ngày chốt nhận hồ sơ.",
                "muted",
                wrap=True,
            )
        )
        self.content.addWidget(self._wrong)

    def round(self) -> Round:
        """The round with what stands in the fields."""
        return replace(
            self._round,
            name=squeeze(self.name.text()),
            year=int(self.year.currentText()),
            occasion=list(Occasion)[self.occasion.currentIndex()],
            opens=self.opens.day(),
            closes=self.closes.day(),
        )

    def trouble(self) -> str:
        """What keeps the round from being kept, as it is said in the dialog."""
        return self._wrong.text()

    def _check(self) -> None:
        wrong = wrong_day(self.opens, self.closes)
        if not wrong and (opens := self.opens.day()) and (closes := self.closes.day()) and closes < opens:
            wrong = "Ngày chốt nhận hồ sơ phải sau ngày bắt đầu."
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.yes.setEnabled(not wrong and bool(squeeze(self.name.text())))

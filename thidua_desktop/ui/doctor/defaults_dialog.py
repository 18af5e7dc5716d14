"""What holds for the rows of a list that say nothing themselves: the award of its title, the decision behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.list_doctor import Defaults
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import formats, labels

_NO_AWARD, _NO_OCCASION = "(phải ghi ở từng dòng)", "(theo đợt xét)"
_FIRST_YEAR, _LAST_YEAR = 1945, 2100


def defaults_told(defaults: Defaults, awards: dict[str, str]) -> str:
    """The common values in one line; empty where there is none."""
    parts = (
        awards.get(defaults.award_id or ""),
        labels.of(defaults.occasion) if defaults.occasion is not None else None,
        f"QĐ {defaults.decision}" if defaults.decision else None,
        formats.day(defaults.decided_on) if defaults.decided_on is not None else None,
        defaults.decided_by,
        f"năm {defaults.year}" if defaults.year is not None else None,
    )
    return " · ".join(part for part in parts if part)


class DefaultsDialog(Form):
    """Takes the common values and gives them back changed."""

    def __init__(
        self,
        defaults: Defaults,
        target: ListTarget,
        awards: Sequence[tuple[Award, str]],
        *,
        this_year: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Giá trị cho dòng không ghi", yes="Dùng các giá trị này", parent=parent)
        self._defaults = defaults
        self.award = _combo(
            "Danh hiệu, hình thức", [(name, award.id) for award, name in awards], defaults.award_id, _NO_AWARD
        )
        occasions = [(labels.of(occasion), occasion) for occasion in Occasion]
        self.occasion = _combo("Loại hình", occasions, defaults.occasion, _NO_OCCASION)
        self.decision = QLineEdit(defaults.decision or "")
        self.decided_on = DayEdit(year=this_year)
        self.decided_on.set_day(defaults.decided_on)
        self.decided_by = QLineEdit(defaults.decided_by or "")
        self.year = QLineEdit(str(defaults.year or ""))
        told = "Chỉ điền vào những dòng để trống; dòng đã ghi thì giữ như đơn vị ghi."
        self.content.addWidget(label(told, "muted", wrap=True))
        form = QFormLayout()
        fields: list[tuple[str, QWidget]] = []
        if target is not ListTarget.PEOPLE:
            fields += [("Danh hiệu, hình thức", self.award), ("Loại hình", self.occasion)]
        if target is ListTarget.AWARD_HISTORY:
            fields += [("Số quyết định", self.decision), ("Ngày quyết định", self.decided_on)]
            fields += [("Cơ quan quyết định", self.decided_by), ("Khen cho năm", self.year)]
        for name, field in fields:
            field.setAccessibleName(name)
            form.addRow(name, field)
        self.content.addLayout(form)
        self._wrong = label("", "error")
        self.content.addWidget(self._wrong)
        for line in (self.decided_on, self.year):
            line.textChanged.connect(lambda _text: self._check())
        self.setMinimumWidth(600)
        self._check()

    def defaults(self) -> Defaults:
        """The values as they stand in the fields."""
        return replace(
            self._defaults,
            award_id=self.award.currentData(),
            occasion=Occasion(self.occasion.currentData()) if self.occasion.currentData() else None,
            decision=squeeze(self.decision.text()) or None,
            decided_on=self.decided_on.day(),
            decided_by=squeeze(self.decided_by.text()) or None,
            year=entry.whole(self.year.text(), low=_FIRST_YEAR, high=_LAST_YEAR),
        )

    def _check(self) -> None:
        told = "" if self.decided_on.readable() else "Ngày quyết định chưa đúng; hãy gõ dạng 15/6/2026."
        try:
            entry.whole(self.year.text(), low=_FIRST_YEAR, high=_LAST_YEAR)
        except entry.EntryNotRead:
            told = told or "Năm chưa đúng; hãy gõ bốn chữ số, ví dụ 2025."
        self._wrong.setText(told)
        self._wrong.setVisible(bool(told))
        self.yes.setEnabled(not told)


def _combo(name: str, choices: Sequence[tuple[str, object]], chosen: object, nothing: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.addItem(nothing, None)
    for text, value in choices:
        made.addItem(text, value)
    made.setCurrentIndex(max(0, made.findData(chosen)) if chosen is not None else 0)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(24)
    return made

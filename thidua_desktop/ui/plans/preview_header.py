"""The plan's own data above the preview: title, number, day, year."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.plans import PlanDraft
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.editors import DayEdit, NumberEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.plans.dialogs import FIRST_YEAR, LAST_YEAR


class PreviewHeader(QFrame):
    """Fields for what the document says of itself; what was not found is left open and marked."""

    changed = Signal()

    def __init__(self, draft: PlanDraft, *, this_year: int) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._draft = draft
        self.title = QLineEdit(draft.title or "")
        self.title.setPlaceholderText("Không thấy tên kế hoạch trong văn bản; hãy gõ vào đây")
        self.title.setCursorPosition(0)
        self.number = QLineEdit(draft.number or "")
        self.number.setPlaceholderText("Chưa có số")
        self.issued_on = DayEdit(year=draft.year or this_year)
        self.issued_on.set_day(draft.issued_on)
        self.year = NumberEdit(draft.year or this_year, low=FIRST_YEAR, high=LAST_YEAR)
        self._told = label("", "error")
        self._lay_out()
        for field in (self.title, self.number, self.issued_on):
            field.textChanged.connect(lambda _text: self._on_changed())
        self.year.value_changed.connect(lambda _year: self._on_changed())
        self._on_changed()

    def trouble(self) -> str:
        """What keeps the plan from being saved, in words; empty when nothing does."""
        if not squeeze(self.title.text()):
            return "Cần có tên kế hoạch trước khi lưu."
        if not self.issued_on.readable():
            return "Ngày ban hành chưa đúng; hãy gõ dạng 15/6/2026 hoặc để trống."
        return ""

    def applied(self, draft: PlanDraft) -> PlanDraft:
        """The draft with what stands in the fields."""
        return replace(
            draft,
            title=squeeze(self.title.text()) or None,
            number=squeeze(self.number.text()) or None,
            issued_on=self.issued_on.day() if self.issued_on.readable() else None,
            year=self.year.value(),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.SPACE_L, theme.SPACE_S, theme.SPACE_L, theme.SPACE_S)
        grid.setHorizontalSpacing(theme.SPACE_M)
        grid.setVerticalSpacing(theme.SPACE_XXS)
        fields = (("Tên kế hoạch", self.title), ("Số, ký hiệu", self.number), ("Ngày ban hành", self.issued_on))
        for at, (text, field) in enumerate((*fields, ("Năm", self.year))):
            caption = QLabel(text)
            caption.setProperty("role", "small")
            caption.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(caption, 0, at)
            grid.addWidget(field, 1, at)
        self.number.setMaximumWidth(170)
        self.issued_on.setMaximumWidth(140)
        self.year.setFixedWidth(90)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._told, 2, 0, 1, 4)

    def _on_changed(self) -> None:
        self._told.setText(self.trouble())
        self._told.setVisible(bool(self.trouble()))
        self.changed.emit()

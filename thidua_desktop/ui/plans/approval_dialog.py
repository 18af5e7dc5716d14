"""The approval of a plan, or of its adjustments: number, day and what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.adjustments import Approval
from thidua_desktop.domain.plans import Plan
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import formats

_PLAN = (
    "Nhiệm vụ như hiện nay được ghi là nội dung đã duyệt. Sau đó mỗi thay đổi về nội dung, thời gian, đơn vị, sản phẩm "
    "được ghi là điều chỉnh, có lý do, và in thành danh sách."
)
_ADJUSTMENT = "{count} điều chỉnh so với {last} được ghi là đã duyệt; lần điều chỉnh sau tính từ đây."


class ApprovalDialog(Form):
    """Asks for the document that approves; ``number()``, ``day`` and ``note()`` give it."""

    def __init__(self, plan: Plan, approvals: Sequence[Approval], pending: int, parent: QWidget | None = None) -> None:
        again = bool(approvals)
        title = "Phê duyệt điều chỉnh kế hoạch" if again else "Phê duyệt kế hoạch"
        super().__init__(title, yes="Ghi phê duyệt", parent=parent)
        told = (
            _ADJUSTMENT.format(count=pending, last=approval_name(approvals[-1], first=len(approvals) == 1))
            if again
            else _PLAN
        )
        self.content.addWidget(label(told, wrap=True))
        self._number = QLineEdit("" if again else plan.number or "")
        self._number.setPlaceholderText("Ví dụ: 45/QĐ-UBND" if again else "Ví dụ: 12/KH-UBND")
        self.day = DayEdit(year=plan.year)
        self.day.set_day(None if again else plan.issued_on)
        self.day.setMaximumWidth(160)
        self._note = QLineEdit()
        form = QFormLayout()
        form.setSpacing(theme.SPACE_S)
        captions = ("Số, ký hiệu văn bản", "Ngày văn bản", "Trích yếu, ghi chú")
        for text, field in zip(captions, (self._number, self.day, self._note), strict=True):
            field.setAccessibleName(text)
            form.addRow(text, field)
        self.content.addLayout(form)
        self.setMinimumWidth(520)
        self.day.textChanged.connect(lambda _text: self.yes.setEnabled(self.day.readable()))
        self._number.setFocus()

    def number(self) -> str | None:
        """Number and sign of the document."""
        return squeeze(self._number.text()) or None

    def note(self) -> str | None:
        """What it is about."""
        return squeeze(self._note.text()) or None


def approval_name(approval: Approval, *, first: bool) -> str:
    """``kế hoạch đã duyệt số 12/KH-UBND ngày 05/01/2026``."""
    named = "kế hoạch đã duyệt" if first else "lần điều chỉnh"
    number = f" số {approval.number}" if approval.number else ""
    day = f" ngày {formats.day(approval.approved_on)}" if approval.approved_on else ""
    return f"{named}{number}{day}"

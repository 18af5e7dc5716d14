"""Dialogs of the plans: the document's own data, and standing duties that become tasks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.ids import PlanPartId
from thidua_desktop.domain.plans import Plan, PlanKind, PlanPart, PlanState, Signer
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form, fit_lists
from thidua_desktop.ui.common.editors import DayEdit, NumberEdit, show_lines
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import labels

FIRST_YEAR, LAST_YEAR = 1990, 2100


class PlanDialog(Form):
    """The data of a plan's document; ``plan()`` gives them back."""

    def __init__(self, plan: Plan, *, yes: str, parent: QWidget | None = None) -> None:
        super().__init__("Thông tin kế hoạch", yes=yes, parent=parent)
        self._plan = plan
        self.title = QPlainTextEdit(plan.title)
        self.title.setTabChangesFocus(True)
        show_lines(self.title, 3)
        self.year = NumberEdit(plan.year, low=FIRST_YEAR, high=LAST_YEAR)
        self.number = QLineEdit(plan.number or "")
        self.number.setPlaceholderText("Ví dụ: 12/KH-UBND; để trống khi chưa có số")
        self.issued_on = DayEdit(year=plan.year)
        self.issued_on.set_day(plan.issued_on)
        self.place = QLineEdit(plan.place or "")
        self.superior = QLineEdit(plan.superior or "")
        self.issuer = QLineEdit(plan.issuer or "")
        self.posts = QLineEdit("; ".join(plan.signer.posts))
        self.posts.setPlaceholderText("Ví dụ: KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC")
        self.signer = QLineEdit(plan.signer.name or "")
        self.kind = QComboBox()
        self.kind.addItems([labels.of(kind) for kind in PlanKind])
        self.kind.setCurrentText(labels.of(plan.kind))
        self.state = QComboBox()
        self.state.addItems([labels.of(state) for state in PlanState])
        self.state.setCurrentText(labels.of(plan.state))
        self._lay_out()
        self.title.textChanged.connect(self._check)
        self.issued_on.textChanged.connect(self._check)
        self.setMinimumWidth(560)
        self._check()
        self.title.setFocus()

    def plan(self) -> Plan:
        """The plan with what stands in the fields."""
        return replace(
            self._plan,
            title=squeeze(self.title.toPlainText()),
            year=self.year.value(),
            number=squeeze(self.number.text()) or None,
            issued_on=self.issued_on.day(),
            place=squeeze(self.place.text()) or None,
            superior=squeeze(self.superior.text()) or None,
            issuer=squeeze(self.issuer.text()) or None,
            signer=Signer(
                tuple(post for post in map(squeeze, self.posts.text().split(";")) if post),
                squeeze(self.signer.text()) or None,
            ),
            state=list(PlanState)[self.state.currentIndex()],
            kind=list(PlanKind)[self.kind.currentIndex()],
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(theme.SPACE_S)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        fields: tuple[tuple[str, QWidget], ...] = (
            ("Tên kế hoạch", self.title),
            ("Loại kế hoạch", self.kind),
            ("Năm", self.year),
            ("Số, ký hiệu", self.number),
            ("Ngày ban hành", self.issued_on),
            ("Địa danh", self.place),
            ("Cơ quan chủ quản", self.superior),
            ("Cơ quan ban hành", self.issuer),
            ("Chức vụ người ký", self.posts),
            ("Người ký", self.signer),
            ("Tình trạng", self.state),
        )
        for text, field in fields:
            field.setAccessibleName(text)
            form.addRow(text, field)
        self.year.setMaximumWidth(110)
        self.issued_on.setMaximumWidth(160)
        self.content.addLayout(form)

    def _check(self) -> None:
        self.yes.setEnabled(bool(squeeze(self.title.toPlainText())) and self.issued_on.readable())


class DutiesDialog(Form):
    """Standing duties to choose from; ``chosen()`` gives those that are to become tasks."""

    def __init__(self, duties: Sequence[PlanPart], parent: QWidget | None = None) -> None:
        super().__init__("Trách nhiệm thường xuyên", yes="Đưa vào danh sách nhiệm vụ", parent=parent)
        told = (
            "Phần tổ chức thực hiện giao những việc dưới đây, không ghi thời hạn. "
            "Chọn việc nào cần theo dõi trong năm; mỗi việc thành một nhiệm vụ “Cả năm”."
        )
        self.content.addWidget(label(told, "muted", wrap=True))
        self._duties = tuple(duties)
        self.list = QListWidget()
        self.list.setAccessibleName("Trách nhiệm thường xuyên")
        self.list.setWordWrap(True)
        self.list.setSpacing(theme.SPACE_XXS)
        for duty in self._duties:
            self._add(duty)
        self.list.itemChanged.connect(self._check)
        self.list.itemActivated.connect(_turn)
        self.content.addWidget(self.list, stretch=1)
        fit_lists(self, (self.list,), 720, 440)
        self._check()
        self.list.setFocus()
        self.list.setCurrentRow(0)

    def chosen(self) -> tuple[PlanPartId, ...]:
        """The parts that are ticked."""
        ticked = (at for at in range(self.list.count()) if self.list.item(at).checkState() is Qt.CheckState.Checked)
        parts = (self._duties[at].id for at in ticked)
        return tuple(part for part in parts if part is not None)

    def _add(self, duty: PlanPart) -> None:
        units = f"\n{'; '.join(duty.lead)}" if duty.lead else ""
        item = QListWidgetItem(f"{duty.text}{units}", self.list)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.chosen()))


def _turn(item: QListWidgetItem) -> None:
    ticked = item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

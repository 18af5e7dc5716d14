"""Registering by name: an award, and whom of the directory it is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.services.recipients import RecipientRow
from thidua_desktop.services.registrations import RegistrationColumn
from thidua_desktop.ui.common.answering import AnswerForm, form
from thidua_desktop.ui.common.ticking import Choice, TickList
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.reports.registration_columns import titles
from thidua_desktop.wording import labels

_WHO = {
    RecipientKind.PERSON: "Tìm họ tên, chức vụ, đơn vị (không cần dấu)",
    RecipientKind.COLLECTIVE: "Tìm tên tập thể, đơn vị (không cần dấu)",
    RecipientKind.HOUSEHOLD: "Tìm tên hộ gia đình (không cần dấu)",
}


class NamedDialog(AnswerForm):
    """The list below follows the kind of recipient that the award above is for."""

    def __init__(
        self,
        year: int,
        columns: Sequence[RegistrationColumn],
        recipients: Sequence[RecipientRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"Đăng ký đích danh năm {year}", yes="Đăng ký", parent=parent)
        self._columns, self._recipients = tuple(columns), tuple(recipients)
        self.award = QComboBox()
        for title in titles(self._columns):
            self.award.addItem(title)
        self.content.addLayout(form((("&Danh hiệu, hình thức", self.award),)))
        self.ticks = self._ticks()
        self.content.addWidget(self.ticks, stretch=1)
        self.content.addWidget(
            label("Chỉ chọn được người đã ghi đơn vị trong Danh bạ; mỗi người tính cho đơn vị của mình.", "small")
        )
        self.content.addWidget(self.wrong)
        self.setMinimumSize(620, 480)
        self.resize(620, 540)
        self.award.currentIndexChanged.connect(lambda _at: self._on_award())
        self._check()
        self.ticks.search.setFocus()

    def column(self) -> RegistrationColumn:
        """What is registered for."""
        return self._columns[self.award.currentIndex()]

    def chosen(self) -> tuple[RecipientId, ...]:
        """Who registers."""
        return tuple(RecipientId(each) for each in self.ticks.ticked())

    def _ticks(self) -> TickList:
        kind = self.column().kind
        choices = [_choice(one) for one in self._recipients if one.recipient.kind is kind and one.recipient.unit_id]
        made = TickList(labels.of(kind), choices, hint=_WHO[kind])
        made.changed.connect(self._check)
        return made

    def _on_award(self) -> None:
        former, self.ticks = self.ticks, self._ticks()
        self.content.replaceWidget(former, self.ticks)
        former.deleteLater()
        self._check()

    def _check(self) -> None:
        count = len(self.ticks.ticked())
        self.yes.setText(f"Đăng ký {count} trường hợp" if count else "Đăng ký")
        self.yes.setEnabled(bool(count))


def _choice(row: RecipientRow) -> Choice:
    one = row.recipient
    return Choice(one.id, one.name, " · ".join(part for part in (one.position, row.unit) if part))

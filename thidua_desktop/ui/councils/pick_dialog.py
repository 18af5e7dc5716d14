"""Members from the directory: persons found by name, several at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from thidua_desktop.domain.councils.rosters import CouncilRole, Member
from thidua_desktop.domain.ids import CouncilId
from thidua_desktop.services.recipients import RecipientRow
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.ticking import Choice, TickList
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import labels


class PickDialog(Form):
    """Asks for persons and their role; ``members()`` gives them as seats."""

    def __init__(self, council_id: CouncilId, persons: Sequence[RecipientRow], parent: QWidget | None = None) -> None:
        super().__init__("Chọn thành viên từ Danh bạ", yes="Thêm thành viên", parent=parent)
        self._council_id = council_id
        self._persons = {one.recipient.id: one for one in persons}
        choices = [_choice(one) for one in persons]
        self.persons = TickList("Cá nhân trong Danh bạ", choices, hint="Tìm họ tên, chức vụ, đơn vị (không cần dấu)")
        self.role = QComboBox()
        self.role.setAccessibleName("Vai trò")
        for role in CouncilRole:
            self.role.addItem(labels.of(role), role.value)
        self.role.setCurrentIndex(list(CouncilRole).index(CouncilRole.MEMBER))
        form = QFormLayout()
        form.addRow("&Vai trò", self.role)
        if not choices:
            told = "Danh bạ chưa có cá nhân nào; có thể gõ thẳng họ tên vào bảng thành viên."
            self.content.addWidget(label(told, "muted", wrap=True))
        self.content.addWidget(self.persons, stretch=1)
        self.content.addLayout(form)
        self.setMinimumSize(600, 520)
        self.persons.changed.connect(self._check)
        self._check()
        self.persons.search.setFocus()

    def members(self) -> tuple[Member, ...]:
        """The chosen persons as members."""
        role = list(CouncilRole)[self.role.currentIndex()]
        return tuple(_member(self._council_id, self._persons[each], role) for each in self.persons.ticked())

    def _check(self) -> None:
        count = len(self.persons.ticked())
        self.yes.setText(f"Thêm {count} thành viên" if count else "Thêm thành viên")
        self.yes.setEnabled(bool(count))


def _choice(row: RecipientRow) -> Choice:
    one = row.recipient
    name = f"{one.honorific} {one.name}" if one.honorific else one.name
    return Choice(one.id, name, " · ".join(part for part in (one.position, row.unit) if part))


def _member(council_id: CouncilId, row: RecipientRow, role: CouncilRole) -> Member:
    one = row.recipient
    return Member(council_id, one.name, role, one.honorific or "", one.position or "", row.unit, person_id=one.id)

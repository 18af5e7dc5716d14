"""What the council says against a line, and how its decisions are divided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QComboBox, QFormLayout, QRadioButton, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.decision_drafts import Split
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SuggestEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import labels

_REASONS = (
    "Không đủ số phiếu theo quy định",
    "Thành tích chưa tương xứng với mức đề nghị",
    "Chưa đủ thời gian theo quy định",
    "Chờ kết luận của cơ quan có thẩm quyền",
    "Vượt tỷ lệ khen thưởng của đơn vị",
)


class LowerDialog(Form):
    """Asks for a lower award and the reason."""

    def __init__(self, what: str, awards: Sequence[Award], parent: QWidget | None = None) -> None:
        """``awards`` in the order in which they are offered."""
        super().__init__("Hạ mức khen thưởng", yes="Hạ mức", parent=parent)
        self.award = QComboBox()
        self.award.setAccessibleName("Mức khen thưởng mới")
        for award in awards:
            self.award.addItem(award.name, award.id)
        self.award.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.award.setMinimumContentsLength(36)
        self.reason = SuggestEdit(lambda: _REASONS)
        self.reason.setAccessibleName("Lý do")
        self.reason.setPlaceholderText("Lý do được ghi vào biên bản và thông báo cho đơn vị")
        form = QFormLayout()
        form.addRow("&Hạ xuống", self.award)
        form.addRow("&Lý do", self.reason)
        self.content.addWidget(label(what, "strong", wrap=True))
        self.content.addLayout(form)
        self.setMinimumWidth(560)
        self.reason.textChanged.connect(lambda _text: self._check())
        self._check()
        self.award.setFocus()

    def lowered_to(self) -> str:
        """The award chosen."""
        return str(self.award.currentData() or "")

    def why(self) -> str:
        """The reason."""
        return squeeze(nfc(self.reason.text()))

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.why()) and bool(self.lowered_to()))


class DraftDialog(Form):
    """Asks how the decisions are divided."""

    def __init__(self, *, from_tally: bool, told: str, parent: QWidget | None = None) -> None:
        title = "Kết thúc kiểm phiếu và lập dự thảo quyết định" if from_tally else "Lập dự thảo quyết định"
        super().__init__(title, yes="Kết thúc và lập dự thảo" if from_tally else "Lập dự thảo", parent=parent)
        self.content.addWidget(label(told, wrap=True))
        self._group = QButtonGroup(self)
        for at, split in enumerate(Split):
            made = QRadioButton(labels.of(split))
            made.setChecked(at == 0)
            self._group.addButton(made, at)
            self.content.addWidget(made)
        self.setMinimumWidth(520)

    def split(self) -> Split:
        """By what the lines become decisions."""
        return list(Split)[self._group.checkedId()]

    def choose(self, split: Split) -> None:
        """Choose a way."""
        self._group.button(list(Split).index(split)).setChecked(True)

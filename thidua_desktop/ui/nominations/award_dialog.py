"""Another award than the unit asked for: lowered, or sent up (khen cao), with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPlainTextEdit, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.awards import Award, civil_twin
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import show_lines
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.nominations.columns import award_text


class AwardDialog(Form):
    """Takes the selected lines and gives the award that they get instead, and why."""

    def __init__(
        self,
        lines: Sequence[Nomination],
        choices: Sequence[Award],
        awards: Mapping[str, Award],
        parent: QWidget | None = None,
    ) -> None:
        """``choices`` are the awards that all lines can have, lowest first; ``awards`` the whole catalogue."""
        super().__init__("Đổi mức khen", yes="Đổi mức khen", parent=parent)
        self._lines, self._awards = tuple(lines), awards
        self.award = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.award.setMinimumContentsLength(34)
        self.award.setMaxVisibleItems(18)
        self.award.setAccessibleName("Mức khen mới")
        for award in choices:
            self.award.addItem(award_text(award), award.id)
        first = self._awards[lines[0].award_id]
        near = next((at for at, award in enumerate(choices) if award.rank >= first.rank), 0)
        same = bool(choices) and choices[near].id == first.id
        self.award.setCurrentIndex(max(0, near - 1) if same else near)
        twin = self.award.findData(civil_twin(self.award_id()))
        if civil_twin(first.id) == first.id and twin >= 0:  # titles of the armed forces are not offered first
            self.award.setCurrentIndex(twin)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        show_lines(self.reason, 4)
        self.reason.setAccessibleName("Lý do")
        self.reason.setPlaceholderText("Ví dụ: chưa đủ số năm liên tục; Hội đồng thống nhất đề nghị mức thấp hơn")
        self._told = label("", wrap=True)
        self._lay_out()
        self.award.currentIndexChanged.connect(self._check)
        self.reason.textChanged.connect(self._check)
        self.setMinimumWidth(540)
        self._check()
        self.award.setFocus()

    def award_id(self) -> str:
        """The award chosen."""
        return str(self.award.currentData())

    def text(self) -> str:
        """The reason, blanks squeezed."""
        return squeeze(nfc(self.reason.toPlainText()))

    def told(self) -> str:
        """What the change means for the lines."""
        return self._told.text()

    def _lay_out(self) -> None:
        lines = self._lines
        whom = lines[0].name if len(lines) == 1 else f"{len(lines)} đề nghị đang chọn"
        self.content.addWidget(label(whom, "strong", wrap=True))
        asked = {line.asked_award_id or line.award_id for line in lines}
        names = "; ".join(self._awards[award].name for award in sorted(asked, key=lambda one: self._awards[one].rank))
        form = QFormLayout()
        form.addRow("Đơn vị đề nghị", label(names, wrap=True))
        form.addRow("&Mức khen mới", self.award)
        name = QLabel("&Lý do")
        name.setBuddy(self.reason)
        form.addRow(name, self.reason)
        self.content.addLayout(form)
        self.content.addWidget(self._told)
        self.content.addWidget(label("Mức mà đơn vị đề nghị vẫn được giữ để ghi vào biên bản, tờ trình.", "small"))

    def _check(self) -> None:
        if self.award.count() == 0:
            self._told.setText("Không có danh hiệu, hình thức nào chung cho các dòng đã chọn.")
            self.yes.setEnabled(False)
            return
        chosen = self._awards[self.award_id()]
        ranks = [self._awards[line.asked_award_id or line.award_id].rank for line in self._lines]
        lower, higher = sum(chosen.rank < rank for rank in ranks), sum(chosen.rank > rank for rank in ranks)
        parts = [f"{lower} dòng hạ mức" if lower else "", f"{higher} dòng khen cao" if higher else ""]
        back = len(ranks) - lower - higher
        parts.append(f"{back} dòng đúng mức đơn vị đề nghị" if back else "")
        self._told.setText("; ".join(part for part in parts if part) + ".")
        changed = any(line.award_id != chosen.id for line in self._lines)
        self.yes.setEnabled(changed and (bool(self.text()) or not (lower or higher)))

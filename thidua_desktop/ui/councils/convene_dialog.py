"""Before which meeting the lines of a round come: a new one, or one that has not decided yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QRadioButton, QWidget

from thidua_desktop.domain.councils.meetings import Meeting
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.services.meetings import MeetingRow
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import formats, labels


class ConveneDialog(Form):
    """Asks for a meeting and for the lines; ``meeting()`` is None where a new one is wanted."""

    def __init__(
        self,
        round_: Round,
        meetings: Sequence[MeetingRow],
        lines: Sequence[Nomination],
        parent: QWidget | None = None,
    ) -> None:
        """``lines``: what is selected; all that are ready can be taken instead."""
        super().__init__("Đưa ra Hội đồng", yes="Trình Hội đồng", parent=parent)
        self._meetings, self._lines = tuple(row.meeting for row in meetings), tuple(lines)
        self.choice = QComboBox()
        self.choice.setAccessibleName("Phiên họp")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(30)
        for row in meetings:
            one = row.meeting
            self.choice.addItem(f"{formats.day(one.day)} – {one.name} ({labels.of(one.state)})")
        self.choice.addItem("Phiên họp mới…")
        # A meeting that takes the round already is the one that is meant.
        there = next((at for at, one in enumerate(self._meetings) if round_.id in one.rounds), 0)
        self.choice.setCurrentIndex(there)
        self.selected = QRadioButton(f"Chỉ {len(lines)} đề nghị đang chọn")
        self.everything = QRadioButton(f"Mọi đề nghị đủ điều kiện của đợt “{round_.name}”")
        (self.selected if lines else self.everything).setChecked(True)
        self.selected.setVisible(bool(lines))
        form = QFormLayout()
        form.addRow("&Phiên họp", self.choice)
        self.content.addLayout(form)
        self.content.addWidget(self.selected)
        self.content.addWidget(self.everything)
        told = "Đề nghị được trình nhận tình trạng “Trình hội đồng”; rút ra được cho đến khi kiểm phiếu."
        self.content.addWidget(label(told, "muted", wrap=True))
        self.setMinimumWidth(560)
        self.choice.setFocus()

    def meeting(self) -> Meeting | None:
        """The chosen meeting; None for a new one."""
        at = self.choice.currentIndex()
        return self._meetings[at] if at < len(self._meetings) else None

    def lines(self) -> tuple[Nomination, ...]:
        """The lines wanted; none for all that are ready."""
        return self._lines if self.selected.isChecked() else ()

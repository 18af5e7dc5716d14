"""The clerk decides otherwise than the findings: the verdict, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QLabel, QPlainTextEdit, QRadioButton, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import show_lines
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import eligibility as said

_ORDER = (Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL)


class OverrideDialog(Form):
    """Asks for a verdict and a reason; who decides is told, not asked."""

    def __init__(self, lines: Sequence[str], found: Verdict | None, by: str, parent: QWidget | None = None) -> None:
        """``lines`` are the recipients' names; ``found`` is what the law says where all lines agree."""
        super().__init__("Quyết định khác kết quả xét", yes="Ghi quyết định", parent=parent)
        self._group = QButtonGroup(self)
        self.choices: dict[Verdict, QRadioButton] = {}
        whom = lines[0] if len(lines) == 1 else f"{len(lines)} đề nghị đang chọn"
        self.content.addWidget(label(whom, "strong", wrap=True))
        if found is not None:
            self.content.addWidget(label(f"Máy xét: {said.VERDICTS[found].lower()}.", "muted"))
        for verdict in _ORDER:
            made = QRadioButton(said.VERDICTS[verdict])
            made.setChecked(verdict is (Verdict.NOT_MET if found is Verdict.MET else Verdict.MET))
            made.toggled.connect(self._check)
            self._group.addButton(made)
            self.choices[verdict] = made
            self.content.addWidget(made)
        asked = QLabel("&Lý do")
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName("Lý do")
        self.reason.setPlaceholderText("Ví dụ: đơn vị đã gửi bản gốc quyết định, chưa kịp ghi vào sổ")
        show_lines(self.reason, 4)
        self.reason.textChanged.connect(self._check)
        asked.setBuddy(self.reason)
        self.content.addWidget(asked)
        self.content.addWidget(self.reason)
        told = f"Ghi tên người quyết định: {by}. Kết quả máy xét vẫn được giữ bên cạnh và có thể hoàn tác."
        self.content.addWidget(label(told, "small", wrap=True))
        self.setMinimumWidth(460)
        self._check()
        self.reason.setFocus()

    def verdict(self) -> Verdict:
        """What the clerk has chosen."""
        return next(verdict for verdict, made in self.choices.items() if made.isChecked())

    def text(self) -> str:
        """The reason, blanks squeezed."""
        return squeeze(nfc(self.reason.toPlainText()))

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.text()))

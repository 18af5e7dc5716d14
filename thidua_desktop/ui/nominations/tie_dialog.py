"""Whom a line means: one line after another, with those who look like its recipient to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.recipient_matching import Candidate
from thidua_desktop.services.recipient_ties import Tie, TieProposal
from thidua_desktop.ui.common import icons
from thidua_desktop.ui.common.delegates import DETAIL_ROLE, TwoLines
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.nominations.columns import birth, recipient
from thidua_desktop.wording.look_alikes import reasons

_WHO = Qt.ItemDataRole.UserRole
_NEW = "Tạo người nhận mới trong danh bạ"


class TieDialog(Form):
    """Hands over each answer at once and goes on with the next line."""

    tied = Signal(object)
    """A ``Tie`` with somebody known."""
    made = Signal(object)
    """The ``NominationId`` of a line that means somebody new."""

    def __init__(
        self,
        proposals: Sequence[TieProposal],
        describe: Callable[[RecipientId], str],
        parent: QWidget | None = None,
    ) -> None:
        """``describe`` gives a recipient of the directory in one line."""
        super().__init__("Gắn với danh bạ", yes="Gắn", parent=parent)
        self._left = list(proposals)
        self._describe, self._all = describe, len(proposals)
        self._count = label("", "muted")
        self._line = label("", "strong", wrap=True)
        self._detail = label("", "muted", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName("Người trong danh bạ có thể là người này")
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setMinimumHeight(230)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.list.currentRowChanged.connect(lambda _row: self._on_row_changed())
        self.later = self.buttons.addButton("Để sau", QDialogButtonBox.ButtonRole.ActionRole)
        self.later.setShortcut("Ctrl+Return")
        self.later.setToolTip("Để dòng này lại, sang dòng sau (Ctrl+Enter)")
        self.later.setAutoDefault(False)
        self.later.clicked.connect(self._next)
        self.no.setText("Đóng")
        for part in (self._count, self._line, self._detail, self.list):
            self.content.addWidget(part)
        self.setMinimumWidth(620)
        self._show()

    def current(self) -> Nomination | None:
        """The line that is asked for now."""
        return self._left[0].nomination if self._left else None

    def accept(self) -> None:
        """Take the answer at the cursor; the dialog closes after the last line."""
        if self.list.currentRow() < 0 or not self._left:
            return
        line, who = self._left[0], self.list.currentItem().data(_WHO)
        assert line.nomination.id is not None
        if who is None:
            self.made.emit(line.nomination.id)
        else:
            unit = line.nomination.unit_id if line.nomination.unit_id is not None else line.unit.unit_id
            self.tied.emit(Tie(line.nomination.id, RecipientId(who), unit))
        self._next()

    def _next(self) -> None:
        self._left = self._left[1:]
        if self._left:
            self._show()
        else:
            super().accept()

    def _show(self) -> None:
        line = self._left[0]
        number = self._all - len(self._left) + 1
        self._count.setText(f"Dòng {number}/{self._all}" if self._all > 1 else "")
        self._count.setVisible(self._all > 1)
        self._line.setText(recipient(line.nomination))
        self._detail.setText(_facts(line.nomination))
        self.list.clear()
        for candidate in line.match.candidates:
            self._add(self._describe(candidate.recipient_id), _why(candidate), candidate.recipient_id)
        self._add(_NEW, "Giữ tên, năm sinh, số CCCD, chức vụ và đơn vị như trong dòng này", None)
        self.list.setCurrentRow(0)
        self.later.setVisible(len(self._left) > 1)
        self.list.setFocus()

    def _add(self, text: str, detail: str, who: RecipientId | None) -> None:
        item = QListWidgetItem(text)
        item.setIcon(icons.icon("add" if who is None else "user"))
        item.setData(DETAIL_ROLE, detail)
        item.setData(_WHO, who)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}. {detail}")
        item.setToolTip(f"{text}\n{detail}")
        self.list.addItem(item)

    def _on_row_changed(self) -> None:
        new = self.list.currentRow() >= 0 and self.list.currentItem().data(_WHO) is None
        self.yes.setText("Tạo mới và gắn" if new else "Gắn")


def _facts(line: Nomination) -> str:
    """What the line says of its recipient."""
    parts = (
        f"sinh {birth(line)}" if line.birth else "",
        f"CCCD {line.id_number}" if line.id_number else "",
        line.position or "",
        line.unit or "",
    )
    return " · ".join(part for part in parts if part) or "Dòng này chỉ ghi tên"


def _why(candidate: Candidate) -> str:
    return f"Giống {candidate.score} %: {reasons(candidate.reasons)}"

"""Above the list: the decision, where it stands, what it counts, and the next step."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QVBoxLayout

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.decisions import Decision, DecisionState
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import Chip
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.widgets import ElidedLabel, label, menu_button, row, tool_button
from thidua_desktop.wording import formats

_WORDS = {
    RecipientKind.COLLECTIVE: "tập thể",
    RecipientKind.PERSON: "cá nhân",
    RecipientKind.HOUSEHOLD: "hộ gia đình",
}


def counts_in_words(decision: Decision) -> str:
    """``12 dòng: 2 tập thể, 10 cá nhân``."""
    kinds = [RecipientKind(line.kind) for line in decision.lines]
    parts = [f"{kinds.count(kind)} {word}" for kind, word in _WORDS.items() if kind in kinds]
    return f"{len(kinds)} dòng: {', '.join(parts)}" if parts else "Chưa có dòng nào"


def number_in_words(decision: Decision) -> str:
    """``Số 05/QĐ-SNV ngày 20/06/2026``, or that there is none yet."""
    if decision.number is None:
        return "Chưa có số"
    day = f" ngày {formats.day(decision.signed_on)}" if decision.signed_on is not None else ""
    return f"Số {decision.number}{day}"


class DecisionHeader(QFrame):
    """Says which decision is in front; its buttons are the deeds of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._title = ElidedLabel("title")
        self.chip = Chip(DecisionState.DRAFT)
        self._number = label("", "strong")
        self._about = ElidedLabel("muted")
        self._counts = label("", "muted")
        self._reason = ElidedLabel("muted")
        self.search = SearchField("Tìm trong danh sách")
        self.search.setToolTip("Tìm trong tên, chức vụ, đơn vị, danh hiệu; không cần gõ dấu (Ctrl+F)")
        self.search.setMinimumWidth(110)
        self.search.setMaximumWidth(240)
        self._steps: dict[QAction, QToolButton] = {}

    def lay_out(self, steps: Sequence[QAction], deeds: Sequence[QAction], papers: QMenu, more: QMenu) -> None:
        """Place the parts: what moves the decision on first, then what is done with its list (icons alone)."""
        head = row(self._title, self.chip)
        head.setStretch(0, 1)
        told = row(self._number, self._about, self._counts, spacing=theme.SPACE_L)
        told.setStretch(1, 1)
        self._steps = {deed: tool_button(deed) for deed in steps}
        self._steps |= {deed: tool_button(deed, text=False) for deed in deeds}
        menus = (
            menu_button("In", papers, icon="print", name="In giấy tờ của quyết định"),
            menu_button("Việc khác", more, name="Việc khác với quyết định"),
        )
        buttons = flow(*self._steps.values(), *menus, 0, self.search, spacing=theme.SPACE_XS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        layout.setSpacing(theme.SPACE_XS)
        for part in (head, told):
            layout.addLayout(part)
        layout.addWidget(self._reason)
        layout.addLayout(buttons)

    def show_steps(self, wanted: Collection[QAction]) -> None:
        """Show the buttons of what belongs to the state that the decision is in."""
        for deed, button in self._steps.items():
            button.setVisible(deed in wanted)

    def show_decision(self, decision: Decision, bodies: Mapping[str, str], meeting: str) -> None:
        """Show a decision."""
        self._title.setText(decision.title)
        self.chip.show_member(decision.state)
        self._number.setText(number_in_words(decision))
        who = decision.signed_by or bodies.get(decision.authority or "", "")
        self._about.setText(" · ".join(part for part in (who, meeting) if part))
        self._counts.setText(counts_in_words(decision))
        self._reason.setText(f"Lý do: {decision.state_reason}" if decision.state_reason else "")
        self._reason.setVisible(bool(decision.state_reason))

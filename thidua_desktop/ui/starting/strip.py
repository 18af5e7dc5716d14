"""The line under the tabs that says which of the first steps comes next."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from thidua_desktop.domain.first_steps import FirstStep
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.ui.common.widgets import ElidedLabel, button, row
from thidua_desktop.wording import first_steps


class FirstStepsStrip(QFrame):
    """Offers the next step; hidden once nothing is left."""

    step_wanted = Signal(object)
    """The ``FirstStep`` offered is to be done."""
    all_wanted = Signal()
    hidden_for_good = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Những việc đầu tiên")
        self._next: FirstStep | None = None
        self._text = ElidedLabel()
        self.go = button("")
        self.all = button("Xem các việc đầu tiên", role="link", tip="Mọi việc và nút làm từng việc (Ctrl+Shift+F1)")
        self.away = button("Ẩn", tip="Không hiện dải này nữa; xem lại ở Trợ giúp ▸ Những việc đầu tiên")
        self.go.clicked.connect(self._on_go)
        self.all.clicked.connect(self.all_wanted)
        self.away.clicked.connect(self.hidden_for_good)
        for made in (self.go, self.all, self.away):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = row(self._text, self.go, self.all, self.away)
        line.setStretch(0, 1)
        line.setContentsMargins(theme.SPACE_L, theme.SPACE_XS, theme.SPACE_S, theme.SPACE_XS)
        self.setLayout(line)
        self.setProperty("role", "strip")
        set_tone(self, Tone.INFO)
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._text.accessibleName()

    def show_done(self, done: Collection[FirstStep]) -> None:
        """Offer the first step that is not done; go away when all are."""
        self._next = next((step for step in FirstStep if step not in done), None)
        if self._next is not None:
            words = first_steps.STEPS[self._next]
            self._text.setText(f"{first_steps.told(len(done), len(FirstStep))}. Tiếp theo: {words.name}. {words.why}")
            self.go.setText(words.deed)
            self.go.setAccessibleName(words.deed)
        self.setVisible(self._next is not None)

    def _on_go(self) -> None:
        if self._next is not None:
            self.step_wanted.emit(self._next)

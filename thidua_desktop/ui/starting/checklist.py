"""The list of first steps: each line says why and has the button that does it; what is done is ticked by itself."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.first_steps import FirstStep
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.signs import Sign
from thidua_desktop.ui.common.widgets import button, card, column, label, row
from thidua_desktop.wording import first_steps

_WIDTH = 640


class Checklist(QDialog):
    """Stays beside the work while the steps are done."""

    step_wanted = Signal(object)
    """A ``FirstStep`` is to be done."""
    strip_wanted = Signal(bool)
    """Whether the line under the tabs is to be seen."""

    def __init__(self, done: Collection[FirstStep], *, strip: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Những việc đầu tiên")
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttons: dict[FirstStep, QPushButton] = {}
        self._ticks: dict[FirstStep, Sign] = {}
        self._states: dict[FirstStep, QLabel] = {}
        self._head = label("", "title")
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        frame.setSpacing(theme.SPACE_S)
        frame.addWidget(self._head)
        frame.addWidget(label("Dòng nào đã có dữ liệu thì tự đánh dấu xong. Làm theo thứ tự nào cũng được.", "muted"))
        for step in FirstStep:
            frame.addWidget(self._line(step))
        self.toggle = button("")
        self.toggle.setAutoDefault(False)
        self._strip = strip
        self.toggle.clicked.connect(self._on_toggle)
        close = button("Đóng", role="primary")
        close.clicked.connect(self.accept)
        frame.addLayout(row(self.toggle, 0, close))
        self._name_toggle()
        self.show_done(done)

    def show_done(self, done: Collection[FirstStep]) -> None:
        """Tick off what is done."""
        self._head.setText(first_steps.told(len(done), len(FirstStep)))
        for step, tick in self._ticks.items():
            finished = step in done
            tick.setVisible(finished)
            self._states[step].setText("Đã xong" if finished else "Chưa xong")
            made = self.buttons[step]
            made.setDefault(False)
        left = next((step for step in FirstStep if step not in done), None)
        if left is not None:
            self.buttons[left].setDefault(True)
            self.buttons[left].setFocus()

    def _line(self, step: FirstStep) -> QFrame:
        words = first_steps.STEPS[step]
        tick = self._ticks[step] = Sign("check")
        kept = tick.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        tick.setSizePolicy(kept)
        state = self._states[step] = label("", "small")
        deed = self.buttons[step] = button(words.deed)
        deed.setAccessibleDescription(words.why)
        deed.setMinimumWidth(200)
        deed.clicked.connect(partial(self.step_wanted.emit, step))
        told = column(label(words.why, "muted", wrap=True), spacing=theme.SPACE_XXS)
        told.insertLayout(0, row(label(words.name, "strong"), state, 0))
        line = row(tick, deed, spacing=theme.SPACE_M)
        line.insertLayout(1, told, stretch=1)
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        made = card()
        made.setLayout(line)
        return made

    def _on_toggle(self) -> None:
        self._strip = not self._strip
        self._name_toggle()
        self.strip_wanted.emit(self._strip)

    def _name_toggle(self) -> None:
        said = "Ẩn dải nhắc dưới hàng thẻ" if self._strip else "Hiện dải nhắc dưới hàng thẻ"
        self.toggle.setText(said)
        self.toggle.setAccessibleName(said)

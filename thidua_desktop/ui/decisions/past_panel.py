"""One recipient's past beside the register: awards, corrections, what was refused; and the way to a confirmation."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.register_queries import Past
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import Chip
from thidua_desktop.ui.common.leaving import in_order
from thidua_desktop.ui.common.widgets import card, label, row, tool_button
from thidua_desktop.wording import labels
from thidua_desktop.wording.register_past import PastLine, born, past_lines

_NOBODY = "Chọn một dòng trong sổ để xem mọi lần khen thưởng của người hoặc tập thể đó."


class PastPanel(QFrame):
    """Shows the past of whoever is at the cursor; ``deeds`` stand below the name."""

    def __init__(self, awards: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self._awards = awards
        self._past: Past | None = None
        self._lines: tuple[PastLine, ...] = ()
        self._deeds: list[QToolButton] = []
        self._name, self._about = label("", "title", wrap=True), label("", "muted", wrap=True)
        self._count = label("", "strong")
        self._buttons = row(spacing=theme.SPACE_XS)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName("Quá trình khen thưởng")
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_S, theme.SPACE_S)
        frame.setSpacing(theme.SPACE_XS)
        for part in (self._name, self._about):
            frame.addWidget(part)
        frame.addLayout(self._buttons)
        frame.addWidget(self._count)
        frame.addWidget(self.area, stretch=1)
        self.show_past(None)

    def add_deeds(self, deeds: tuple[QAction, ...]) -> None:
        """Put what can be done with the recipient below the name."""
        made = [tool_button(deed, text=at == 0) for at, deed in enumerate(deeds)]
        for button in made:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._deeds = made

    def past(self) -> Past | None:
        """Whose past is shown."""
        return self._past

    def lines(self) -> tuple[PastLine, ...]:
        """What is shown, the latest first."""
        return self._lines

    def show_past(self, past: Past | None) -> None:
        """Show the past of a recipient; None: nobody is chosen."""
        self._past = past
        self._lines = past_lines(past, self._awards) if past is not None else ()
        if past is None:
            self._name.setText("")
            self._about.setText(_NOBODY)
            self._count.setText("")
        else:
            one = past.recipient
            self._name.setText(f"{one.honorific or ''} {one.name}".strip())
            parts = (labels.of(one.kind), born(one.birth) if one.birth else "", one.position or "")
            self._about.setText(" · ".join(part for part in parts if part))
            held = sum(entry.counts for entry in past.entries)
            refused = f", {len(past.refused)} lần không được khen" if past.refused else ""
            self._count.setText(f"{held} lượt khen còn hiệu lực{refused}")
        inner = self._made()
        self.area.setWidget(inner)
        for ground in (self.area.viewport(), inner):
            ground.setAutoFillBackground(False)  # the panel is seen between the cards
        in_order(*self._deeds, self.area)  # Qt forgets it when the panel comes into the window

    def _made(self) -> QWidget:
        inner = QWidget()
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, theme.SPACE_S, 0)
        stack.setSpacing(theme.SPACE_S)
        for line in self._lines:
            stack.addWidget(_block(line))
        stack.addStretch(1)
        return inner


def _block(line: PastLine) -> QFrame:
    made = card()
    inner = QVBoxLayout(made)
    inner.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
    inner.setSpacing(theme.SPACE_XXS)
    head = row(label(str(line.year), "strong"), _title(line), spacing=theme.SPACE_S)
    head.setStretch(1, 1)
    inner.addLayout(head)
    if line.state not in (None, RecordState.VALID):
        assert line.state is not None
        inner.addWidget(Chip(line.state))
    if line.detail:
        inner.addWidget(label(line.detail, "small", wrap=True))
    made.setAccessibleName(f"{line.year} {line.title}")
    return made


def _title(line: PastLine) -> QLabel:
    return label(line.title, "muted" if line.state is None else "strong", wrap=True)

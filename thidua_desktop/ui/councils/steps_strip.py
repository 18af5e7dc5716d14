"""Where a meeting stands on its way: Chuẩn bị → Đang họp → Đã kiểm phiếu → Đã ký biên bản."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import label, row
from thidua_desktop.wording import labels

_STEPS = tuple(MeetingState)


class StepsStrip(QWidget):
    """The steps in a line; what is done has a tick, where it stands is strong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[QLabel] = []
        parts: list[QWidget] = []
        for at, _ in enumerate(_STEPS):
            made = label("", "muted")
            self._labels.append(made)
            parts += [made] if at == 0 else [label("›", "muted"), made]
        self.setLayout(row(*parts, spacing=theme.SPACE_XS))
        self.show_state(MeetingState.PREPARING)

    def show_state(self, state: MeetingState) -> None:
        """Show another state."""
        here = _STEPS.index(state)
        for at, (step, made) in enumerate(zip(_STEPS, self._labels, strict=True)):
            done = at < here or state is _STEPS[-1]
            made.setText(f"✓ {labels.of(step)}" if done else labels.of(step))
            made.setProperty("role", "strong" if at == here else "muted")
            made.style().unpolish(made)
            made.style().polish(made)
        self.setAccessibleName(f"Phiên họp đang ở bước: {labels.of(state)}")

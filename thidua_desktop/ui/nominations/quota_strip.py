"""The ceilings of the round in one line above the list, the worst first; it follows what is selected."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.quota_boards import QuotaBoard, UnitGauge
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import chip_size, paint_chip
from thidua_desktop.ui.common.widgets import ElidedLabel, label, row, tool_button
from thidua_desktop.ui.nominations.gauges import crossed, raised, severity, worst_first
from thidua_desktop.wording import quotas as said
from thidua_desktop.wording.rules import Names

_GAP = 6


class ChipRow(QWidget):
    """Chips side by side, as many as there is room for; how many more there are is said at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: tuple[tuple[Severity, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chips(self, chips: Sequence[tuple[Severity, str]]) -> None:
        """Show these, the first ones before all others."""
        self._chips = tuple(chips)
        self.setAccessibleName("; ".join(text for _, text in chips))
        self.update()

    def texts(self) -> tuple[str, ...]:
        """What the chips say, also those without room."""
        return tuple(text for _, text in self._chips)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, chip_size(self.fontMetrics(), "").height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw what fits."""
        painter, metrics, left = QPainter(self), self.fontMetrics(), 0
        for at, (grave, text) in enumerate(self._chips):
            rest = len(self._chips) - at - 1
            reserved = metrics.horizontalAdvance(f"+{rest} ") + _GAP if rest else 0
            width, room = chip_size(metrics, text).width(), self.width() - left - reserved
            if at and width > room:
                painter.setPen(theme.color(theme.tokens().muted))
                box = QRect(left, 0, self.width() - left, self.height())
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), f"+{rest + 1}")
                return
            tone, shape = theme.chip(grave)
            paint_chip(painter, QRect(left, 0, room, self.height()), text, tone, shape)
            left += min(width, room) + _GAP


class QuotaStrip(QFrame):
    """Says how full the ceilings are; hidden where no line of the round has one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._board: QuotaBoard | None = None
        self._names = Names()
        self._shown: tuple[NominationId | None, tuple[NominationId, ...]] | None = None
        """What was asked last: a page asks several times."""
        self._short: Mapping[str, str] = {}
        self.heading = label("Tỷ lệ", "small")
        self.chips = ChipRow()
        self.warning = ElidedLabel("error")
        self.hide()

    def lay_out(self, deed: QAction) -> None:
        """Place the parts; ``deed`` opens all ceilings with their bases."""
        line = row(self.heading, self.chips, tool_button(deed))
        line.setStretch(1, 1)
        frame = row()
        frame.setContentsMargins(theme.SPACE_M, theme.SPACE_XXS, theme.SPACE_S, theme.SPACE_XXS)
        inner = QWidget()
        inner.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(inner, 3)
        frame.addWidget(self.warning, 2)
        self.setLayout(frame)

    def show_board(self, board: QuotaBoard | None, names: Names, short: Mapping[str, str]) -> None:
        """Show the ceilings of another round, or of this one after a change; ``short`` are names of awards by id."""
        self._board, self._names, self._short, self._shown = board, names, short, None
        self.show_selection((), None)

    def show_selection(self, selected: Collection[NominationId], current: NominationId | None) -> None:
        """Count the selected lines where there are several, else all that are in the running."""
        if self._board is None:
            self._shown = None
            self.hide()
            return
        asked = (current, tuple(selected))
        if asked == self._shown:
            return
        self._shown = asked
        counted = frozenset(selected) if len(selected) > 1 else None
        gauges = worst_first(self._board.gauges(counted))
        self.heading.setText(f"Tỷ lệ nếu chọn {len(selected)} dòng" if counted is not None else "Tỷ lệ")
        self.chips.show_chips([(severity(one), self._said(one)) for one in gauges])
        self.chips.setToolTip("\n".join(self._in_full(one) for one in gauges))
        over = crossed(self._board, current, counted) if current is not None else ()
        self.warning.setText(raised(over[0], self._short.get(over[0].award_id, over[0].award_id)) if over else "")
        self.warning.setVisible(bool(over))
        self.setVisible(bool(gauges) or (counted is not None and bool(self._board.gauges())))

    def _in_full(self, one: UnitGauge) -> str:
        return f"{self._said(one)} – {said.basis(one, self._names)}"

    def _said(self, one: UnitGauge) -> str:
        return said.gauge(one, self._names, self._short.get(one.award_id))

"""The steps of a backward plan as bars over the days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.planner import BackwardPlan, PlacedStep
from thidua_desktop.ui.calendar.task_chip import chip_font
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import planner as words

_NAMES = 210
_ROW = 22
_HEAD = 34
_LEAST_DAYS = 10
_LABEL_WIDTH = 44


class Timeline(QWidget):
    """Days off are grey, today is a line, the deadline a red one; a step that should have begun is red."""

    def __init__(self, calendar: OfficeCalendar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._calendar = calendar
        self._plan: BackwardPlan | None = None
        self.setAccessibleName("Các bước trên lịch")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_plan(self, plan: BackwardPlan | None) -> None:
        """Show a plan, or nothing."""
        self._plan = plan
        told = (
            [f"{placed.step.text}: {words.span(placed)} {words.remark(placed)}" for placed in plan.placed]
            if plan
            else []
        )
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its steps."""
        rows = len(self._plan.placed) if self._plan else 1
        return QSize(600, _HEAD + rows * _ROW + 6)

    def minimumSizeHint(self) -> QSize:
        """Never lower than its steps."""
        return QSize(400, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw days, steps, today and the deadline."""
        plan, now = self._plan, theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(now.surface))
        if plan is None:
            return
        painter.setFont(chip_font(self))
        scale = _Scale(plan, self.width())
        self._paint_days(painter, now, scale)
        for row, placed in enumerate(plan.placed):
            self._paint_step(painter, now, scale, row, placed)
        self._paint_mark(painter, scale, plan.today, now.accent, "hôm nay")
        self._paint_mark(painter, scale, plan.deadline, now.tones[Tone.DANGER].text, "hạn")

    def _paint_days(self, painter: QPainter, now: theme.Tokens, scale: _Scale) -> None:
        bottom = self.height()
        last_label = -_LABEL_WIDTH
        for day in scale.days():
            left = scale.x(day)
            if not self._calendar.works(day):
                painter.fillRect(QRectF(left, _HEAD, scale.step, bottom - _HEAD), QColor(now.window))
            monday = day.weekday() == 0
            if monday and left - last_label >= _LABEL_WIDTH:
                last_label = int(left)
                painter.setPen(QColor(now.muted))
                room = QRectF(left, _HEAD - 18, _LABEL_WIDTH, 16)
                painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft), said.day_and_month(day))
            if monday:
                painter.setPen(QPen(QColor(now.line), 1))
                painter.drawLine(int(left), _HEAD, int(left), bottom)

    def _paint_step(self, painter: QPainter, now: theme.Tokens, scale: _Scale, row: int, placed: PlacedStep) -> None:
        top = _HEAD + row * _ROW
        tone = Tone.DANGER if placed.late_by else Tone.SUCCESS
        ink = now.tones[tone]
        painter.setPen(QColor(ink.text if placed.late_by else now.text))
        name = QRectF(2, top, _NAMES - 10, _ROW)
        shown = painter.fontMetrics().elidedText(
            f"{row + 1}. {placed.step.text}", Qt.TextElideMode.ElideRight, int(name.width())
        )
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        left, right = scale.x(placed.first), scale.x(placed.last) + scale.step
        bar = QRectF(left + 1, top + 4, max(6.0, right - left - 2), _ROW - 8)
        painter.setPen(QPen(QColor(ink.text), 1))
        painter.setBrush(QColor(ink.ground))
        painter.drawRoundedRect(bar, 3, 3)

    def _paint_mark(self, painter: QPainter, scale: _Scale, day: date, color: str, text: str) -> None:
        x = scale.x(day) + scale.step / 2
        painter.setPen(QPen(QColor(color), 2))
        painter.drawLine(int(x), _HEAD - 2, int(x), self.height())
        bold = QFont(painter.font())
        bold.setBold(True)
        painter.setFont(bold)
        width = painter.fontMetrics().horizontalAdvance(text) + 2
        left = max(0.0, min(x - width / 2, self.width() - width))
        painter.drawText(QRectF(left, 0, width, 15), int(Qt.AlignmentFlag.AlignCenter), text)
        bold.setBold(False)
        painter.setFont(bold)


class _Scale:
    """Where a day stands across the widget."""

    def __init__(self, plan: BackwardPlan, width: int) -> None:
        one = timedelta(days=1)
        self.first = min(plan.today, plan.begins) - one
        self.last = max(plan.today, plan.deadline, self.first + _LEAST_DAYS * one) + one
        self.step = (width - _NAMES - 4) / ((self.last - self.first).days + 1)

    def x(self, day: date) -> float:
        return _NAMES + (day - self.first).days * self.step

    def days(self) -> Iterator[date]:
        for number in range((self.last - self.first).days + 1):
            yield self.first + timedelta(days=number)

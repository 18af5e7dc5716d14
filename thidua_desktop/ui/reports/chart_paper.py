"""Charts on paper: each a page A4 in landscape format, in the light colours whatever the screen has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from thidua_desktop.domain.statistics.charts import Chart
from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.reports.chart_drawing import ON_PAPER, ChartView
from thidua_desktop.wording import charts, statistics

PICTURE = QSize(1100, 600)
_DOTS, _MARGIN = 150, 15.0
"""Dots per inch; millimetres."""
_LINE = 0.055
"""Height of a line of the heading, of the page's."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a chart on paper."""

    office: str
    as_of: date
    names: Names


def pdf_of(shown: Sequence[Chart], around: Around) -> bytes:
    """A page for each chart."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter)
    writer.setTitle(charts.title(shown[0]))
    painter = QPainter(writer)
    for at, chart in enumerate(shown):
        if at:
            writer.newPage()
        _draw(painter, QRectF(0, 0, writer.width(), writer.height()), chart, around)
    painter.end()
    held.close()
    return bytes(held.data().data())


def _draw(painter: QPainter, page: QRectF, chart: Chart, around: Around) -> None:
    line = page.height() * _LINE
    middle, left = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    below = page.top()
    for text, points, bold, side in (
        (around.office, 11, True, left),
        (charts.title(chart).upper(), 14, True, middle),
        (statistics.as_of(around.as_of), 11, False, middle),
    ):
        painter.setFont(_letters(points, bold=bold))
        painter.setPen(Qt.GlobalColor.black)
        painter.drawText(QRectF(page.left(), below, page.width(), line), side, text)
        below += line
    view = ChartView(chart, around.names, theme.LIGHT, most=ON_PAPER)
    room = QRectF(page.left(), below, page.width(), page.bottom() - below)
    view.resize(PICTURE.width(), round(PICTURE.width() * room.height() / room.width()))
    view.grab()  # lays it out although nobody sees it
    view.render(painter, room)
    view.deleteLater()


def _letters(points: int, *, bold: bool) -> QFont:
    made = QFont()
    made.setPointSize(points)
    made.setBold(bold)
    return made

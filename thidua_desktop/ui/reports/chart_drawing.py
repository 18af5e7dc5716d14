"""A chart on screen and on paper: bars told apart by pattern and by words, each with its number; no colour needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCharts import (
    QAbstractBarSeries,
    QBarCategoryAxis,
    QBarSeries,
    QBarSet,
    QChart,
    QChartView,
    QHorizontalStackedBarSeries,
    QStackedBarSeries,
    QValueAxis,
)
from PySide6.QtCore import QLocale, QMargins, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QCursor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolTip, QWidget

from thidua_desktop.domain.statistics.charts import Chart, ChartCode
from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.figures import Figure, Share, rounded
from thidua_desktop.domain.statistics.tables import Cell
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.delegates import wrapped
from thidua_desktop.ui.common.theme import Tokens
from thidua_desktop.wording import charts, statistics

ON_SCREEN, ON_PAPER = 8, 14
"""Bars below each other: more can be read in the table only."""
_NAME_WIDTH, _NARROW = 240, 70
"""Pixels of a name beside its bar, and below it."""
_TOLD_UPRIGHT, _TOLD_FLAT = 0.06, 0.035
"""Of the longest bar: a part that is shorter has no room for its number, which the table tells."""
_TICKS = 6
UPRIGHT = frozenset({ChartCode.AWARDS, ChartCode.DIRECT})
"""Charts of time run from left to right; others have long names at the side."""
_NICE = (1, 2, 5)
_UNSEEN = "\u200b"


@dataclass(frozen=True, slots=True)
class _Fill:
    brush: QBrush
    label: QColor


class ChartView(QChartView):
    """A chart whose bars are opened with a click; the table beside it is for the keyboard."""

    def __init__(
        self,
        chart: Chart,
        names: Names,
        tokens: Tokens,
        *,
        most: int = ON_SCREEN,
        opened: Callable[[int, int], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``most`` bars lie below each other; ``opened`` hears the row and the column of the table whose bar was
        clicked."""
        super().__init__(parent)
        self.chart_shown, self._names, self._tokens, self._opened = chart, names, tokens, opened
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QChartView.Shape.NoFrame)
        self.setBackgroundBrush(QColor(tokens.surface))
        self.setAccessibleName(charts.spoken(chart, names))
        self._parted = len(chart.drawn) > 1
        """Whether bars have parts, each of them drawn as two sets: with its numbers and without."""
        self.rows = _rows(chart, most)
        self.setChart(self._made())

    def picture(self, size: QSize) -> QPixmap:
        """The chart as a picture twice as fine as it is large."""
        self.resize(size)
        made = QPixmap(size * 2)
        made.setDevicePixelRatio(2)
        made.fill(QColor(self._tokens.surface))
        self.grab()  # lays it out although nobody has seen it
        painter = QPainter(made)
        self.render(painter)
        painter.end()
        return made

    def _made(self) -> QChart:
        chart = QChart()
        chart.setLocalizeNumbers(True)
        chart.setLocale(QLocale(QLocale.Language.Vietnamese))
        chart.setBackgroundBrush(QColor(self._tokens.surface))
        chart.setBackgroundRoundness(0)
        chart.setMargins(QMargins(theme.SPACE_S, theme.SPACE_S, theme.SPACE_S, theme.SPACE_S))
        series = self._series()
        chart.addSeries(series)
        upright = self.chart_shown.code in UPRIGHT
        sides = (Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignLeft)
        named, counted = sides if upright else (sides[1], sides[0])
        for axis, side in ((self._names_axis(), named), (self._count_axis(), counted)):
            chart.addAxis(axis, side)
            series.attachAxis(axis)
        legend = chart.legend()
        legend.setVisible(self._parted)
        for at, marker in enumerate(legend.markers(series)):
            marker.setVisible(not (self._parted and at % 2))
        legend.setAlignment(Qt.AlignmentFlag.AlignTop)
        legend.setFont(theme.letters(self.font(), theme.LEGEND_POINTS))  # the patterns beside the words grow with them
        legend.setLabelColor(QColor(self._tokens.text))
        return chart

    def _series(self) -> QAbstractBarSeries:
        kind = QBarSeries if self.chart_shown.code is ChartCode.DIRECT else QStackedBarSeries
        series = kind() if self.chart_shown.code in UPRIGHT else QHorizontalStackedBarSeries()
        room = _TOLD_UPRIGHT if self.chart_shown.code in UPRIGHT else _TOLD_FLAT
        least = room * max((self._length(line) for line in self.rows), default=0.0)
        for column in self.chart_shown.drawn:
            sizes = [_size(self.chart_shown.table.cells[line][column]) for line in self.rows]
            series.append(self._bars(column, [size if size >= least else 0.0 for size in sizes], told=True))
            if self._parted:
                series.append(self._bars(column, [size if size < least else 0.0 for size in sizes], told=False))
        series.setBarWidth(0.62)
        series.setLabelsVisible(True)
        series.setLabelsFormat("@value %" if self.chart_shown.code is ChartCode.DIRECT else "@value")
        series.clicked.connect(self._on_clicked)
        series.hovered.connect(self._on_pointed)
        return series

    def _bars(self, column: int, sizes: list[float], *, told: bool) -> QBarSet:
        """The bars of a column that are long enough for their numbers, or those that are not."""
        fills = _fills(self._tokens)
        fill = fills[self.chart_shown.drawn.index(column) % len(fills)]
        bars = QBarSet(escape(charts.legend(self.chart_shown, column, self._names), quote=False))
        bars.append(sizes)
        bars.setBrush(fill.brush)
        bars.setPen(QPen(QColor(self._tokens.text), 1))
        bars.setLabelColor(fill.label if told else QColor(Qt.GlobalColor.transparent))
        bars.setLabelFont(_strong(self.font()))
        return bars

    def _names_axis(self) -> QBarCategoryAxis:
        axis = QBarCategoryAxis()
        axis.append(_apart([self._named(line) for line in self.rows]))
        axis.setLabelsColor(QColor(self._tokens.text))
        axis.setLinePen(QPen(QColor(self._tokens.line_strong)))
        axis.setGridLineVisible(False)
        return axis

    def _count_axis(self) -> QValueAxis:
        axis = QValueAxis()
        percent = self.chart_shown.code is ChartCode.DIRECT
        longest = 100.0 if percent else max((self._length(line) for line in self.rows), default=1.0)
        step = _step(longest)
        axis.setTickType(QValueAxis.TickType.TicksDynamic)
        axis.setTickInterval(step)
        axis.setRange(0, 100.0 if percent else step * (int(longest // step) + 1))
        axis.setLabelFormat("%.0f %" if percent else "%.0f")
        axis.setLabelsColor(QColor(self._tokens.muted))
        axis.setLinePen(QPen(QColor(self._tokens.line_strong)))
        axis.setGridLineColor(QColor(self._tokens.line))
        return axis

    def _named(self, line: int) -> str:
        """What a bar is called, with the number of the whole bar where it has parts and is not empty."""
        upright, whole = self.chart_shown.code in UPRIGHT, int(self._length(line))
        width = _NARROW if upright else _NAME_WIDTH
        said = _in_lines(statistics.head(self.chart_shown.table.rows[line], self._names), self.font(), width)
        if not (self._parted and whole):
            return said
        # Qt begins all lines of a name at its left.
        number = statistics.number(whole)
        between = f"<br>{_indent(said, number, self.font())}" if upright else "&nbsp; "
        return f"{said}{between}<b>{number}</b>"

    def _length(self, line: int) -> float:
        return sum(_size(self.chart_shown.table.cells[line][column]) for column in self.chart_shown.drawn)

    def _column_of(self, bars: QBarSet) -> int:
        series = self.chart().series()[0]
        assert isinstance(series, QAbstractBarSeries)
        return self.chart_shown.drawn[series.barSets().index(bars) // (2 if self._parted else 1)]

    def _on_clicked(self, at: int, bars: QBarSet) -> None:
        if self._opened is not None:
            self._opened(self.rows[at], self._column_of(bars))

    def _on_pointed(self, inside: bool, at: int, bars: QBarSet) -> None:
        if not inside:
            QToolTip.hideText()
            return
        row, column = self.rows[at], self._column_of(bars)
        table = self.chart_shown.table
        said = (
            f"{statistics.head(table.rows[row], self._names)} – {statistics.head(table.columns[column], self._names)}"
        )
        QToolTip.showText(QCursor.pos(), f"{said}: {statistics.cell(table.cells[row][column])}. Bấm để mở danh sách.")


def _rows(chart: Chart, most: int) -> tuple[int, ...]:
    """The rows drawn, from the axis on: what lies flat is read from above."""
    return chart.bars if chart.code in UPRIGHT else tuple(reversed(chart.bars[:most]))


def _size(cell: Cell) -> float:
    match cell:
        case Figure():
            return float(cell.value)
        case Share():
            return 0.0 if cell.percent is None else float(rounded(cell.percent))
        case _:
            return 0.0


def _step(longest: float) -> int:
    """The distance of the lines: 1, 2 or 5 with as many noughts as give a handful of them."""
    decade = 1
    while True:
        for each in _NICE:
            if longest / (each * decade) <= _TICKS:
                return each * decade
        decade *= 10


def _in_lines(name: str, font: QFont, width: int) -> str:
    """A name in two lines at most, as the rich text that Qt takes the words of an axis for."""
    first, *rest = wrapped(name, font, width) or [""]
    lines = [first]
    if rest:
        lines.append(QFontMetrics(font).elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width))
    return "<br>".join(escape(line, quote=False) for line in lines)


def _indent(name: str, number: str, font: QFont) -> str:
    """The blanks that bring a number below the middle of a name."""
    wide = QFontMetrics(font).horizontalAdvance
    blanks = (max(map(wide, name.split("<br>"))) - wide(number)) // 2 // max(1, wide(" "))
    return "&nbsp;" * max(0, blanks)


def _apart(names: Sequence[str]) -> list[str]:
    """The same names, two that were cut alike told apart: an axis takes each of them once."""
    return [f"{name}{_UNSEEN * names[:at].count(name)}" for at, name in enumerate(names)]


def _strong(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made


def _fills(now: Tokens) -> tuple[_Fill, ...]:
    """Patterns that stay apart in grey: full, empty, hatched one way and the other, lined, dotted."""
    accent, text, ground = QColor(now.accent), QColor(now.text), QColor(now.surface)
    pale = QColor(now.accent)
    pale.setAlpha(110)
    style = Qt.BrushStyle
    lined = (style.BDiagPattern, style.HorPattern, style.Dense6Pattern, style.VerPattern, style.FDiagPattern)
    return (
        _Fill(QBrush(accent), QColor(now.on_accent)),
        _Fill(QBrush(ground), text),
        *(_Fill(QBrush(pale, pattern), text) for pattern in lined),
    )

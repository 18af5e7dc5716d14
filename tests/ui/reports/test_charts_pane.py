"""Charts: drawn from the figures, opened by mouse and keys, printed a page each, copied as a picture."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCharts import QAbstractBarSeries
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from tests.ui.reports.conftest import Filled
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.charts import ChartCode
from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.reports.chart_drawing import ChartView
from thidua_desktop.ui.reports.chart_paper import Around, pdf_of
from thidua_desktop.ui.reports.charts_pane import ChartsPane
from thidua_desktop.ui.reports.desk import ReportDesk

YEAR = periods.year(2024)


@pytest.fixture
def pane(qtbot: QtBot, desk: ReportDesk, filled: Filled) -> ChartsPane:
    made = ChartsPane(desk)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show_period(YEAR)
    made.show()
    return made


def bars(pane: ChartsPane) -> QAbstractBarSeries:
    assert pane.view is not None
    series = pane.view.chart().series()[0]
    assert isinstance(series, QAbstractBarSeries)
    return series


def test_bars_are_as_long_as_the_figures(pane: ChartsPane) -> None:
    pane.choose(ChartCode.AWARDS)
    series = bars(pane)
    longest = {each.label(): max(each.at(at) for at in range(each.count())) for each in series.barSets()}
    assert longest["Cá nhân: 3"] in (0, 3)
    assert sum(each.at(4) for each in series.barSets()) == 3  # May
    assert series.isLabelsVisible()


def test_a_click_on_a_bar_opens_its_list(pane: ChartsPane, desk: ReportDesk) -> None:
    pane.choose(ChartCode.AWARDS)
    series = bars(pane)
    persons = next(each for each in series.barSets() if each.label().startswith("Cá nhân") and each.at(4))
    series.clicked.emit(4, persons)
    assert desk.behind is not None
    assert len(desk.behind.model.rows()) == 3


def test_enter_in_the_table_opens_the_same_list(pane: ChartsPane, desk: ReportDesk, qtbot: QtBot) -> None:
    pane.choose(ChartCode.OVERDUE)
    assert pane.grid is not None
    pane.grid.setCurrentIndex(pane.grid.proxy.index(0, 1))
    qtbot.keyClick(pane.grid, Qt.Key.Key_Return)
    assert desk.behind is not None
    assert [line.text for line in desk.behind.model.rows()] == ["Kiểm tra công tác thi đua"]


def test_a_chart_without_figures_says_what_belongs_there(pane: ChartsPane) -> None:
    pane.choose(ChartCode.ROUNDS)
    assert pane.view is None
    assert pane.grid is None
    assert not pane.preview.isEnabled()
    assert pane.all.isEnabled()
    pane.choose(ChartCode.PROGRESS)
    assert pane.view is not None
    assert "Quý II năm 2024" in pane.title.text()


def test_every_chart_speaks(pane: ChartsPane) -> None:
    for code in ChartCode:
        pane.choose(code)
        assert unnamed(pane) == []
    pane.choose(ChartCode.DIRECT)
    assert pane.view is not None
    assert "2024: Tỷ lệ trực tiếp trên số đã rõ —" in pane.view.accessibleName()  # nobody knows of the three


def test_charts_are_printed_a_page_each(pane: ChartsPane, desk: ReportDesk, services: Services) -> None:
    pane.all.trigger()
    assert desk.preview is not None
    assert desk.preview.page_count() == 4  # all but the rounds, of which there are none


def test_a_chart_is_copied_in_the_light_colours(pane: ChartsPane, feedback: FakeFeedback) -> None:
    pane.choose(ChartCode.AWARDS)
    pane.copy.trigger()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (2200, 1200)
    assert image.pixelColor(2, 2).name() == theme.LIGHT.surface
    assert "Chép" in feedback.said[-1] or "chép" in feedback.said[-1]


def test_a_name_of_a_unit_is_no_markup(qtbot: QtBot, services: Services, filled: Filled) -> None:
    (chart,) = (one for one in services.statistics.charts(YEAR) if one.code is ChartCode.OVERDUE)
    values = {head.value for head in chart.table.rows}
    names = Names(units=dict.fromkeys(values, "<img src='x'> & Cty"))
    view = ChartView(chart, names, theme.DARK)
    qtbot.addWidget(view)
    said = view.chart().axes(Qt.Orientation.Vertical)[0].categories()  # type: ignore[attr-defined]
    assert all("<img" not in each for each in said)
    assert pdf_of((chart,), Around("Sở Y tế", date(2024, 6, 20), names)).startswith(b"%PDF")

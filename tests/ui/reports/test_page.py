"""The tab: its parts show one period, hear of changes, make themselves when they are looked at."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from tests.ui.conftest import Make
from tests.ui.reports.conftest import Filled
from thidua_desktop.domain.ids import AwardRecordId
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.charts import ChartCode
from thidua_desktop.domain.statistics.figures import Figure
from thidua_desktop.domain.statistics.questions import Subject, ask
from thidua_desktop.domain.statistics.tables import TableCode
from thidua_desktop.services.container import Services
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reports.charts_pane import ChartsPane
from thidua_desktop.ui.reports.figures_pane import FiguresPane
from thidua_desktop.ui.reports.page import ReportsPage
from thidua_desktop.ui.reports.parts import CHARTS, FIGURES, FORMS, REVIEWS
from thidua_desktop.ui.reports.reviews_pane import ReviewsPane


@pytest.fixture
def page(make: Make, filled: Filled) -> ReportsPage:
    made = make(ReportsPage, 1366, 660)
    made.show_year(2024)
    made.show()
    return made


def titles(page: ReportsPage) -> list[str]:
    menu = QMenu()
    page.fill_menu(menu)
    menu.aboutToShow.emit()
    return [deed.text() for deed in menu.actions() if deed.text()]


def test_every_part_shows_the_same_period(page: ReportsPage) -> None:
    page.period_bar.choose(periods.half(2024, 1))
    page.show_part(CHARTS)
    charts = page.pane()
    assert isinstance(charts, ChartsPane)
    page.show_part(REVIEWS)
    review = page.pane()
    assert isinstance(review, ReviewsPane)
    assert review.narrative is not None
    assert review.narrative.period == periods.half(2024, 1)
    page.period_bar.choose(periods.year(2024))
    page.show_part(CHARTS)
    charts.choose(ChartCode.AWARDS)
    assert "Năm 2024" in charts.title.text()


def test_a_change_is_counted_at_once_in_front_and_behind(
    page: ReportsPage, services: Services, navigation: Navigation
) -> None:
    page.show_part(REVIEWS)
    review = page.pane()
    assert isinstance(review, ReviewsPane)
    assert "04 trường hợp" in review.text.toPlainText()
    page.show_part(FIGURES)
    figures = page.pane()
    assert isinstance(figures, FiguresPane)
    figures.choose(TableCode.AWARDS_BY_AWARD)
    awards = services.statistics.behind(ask(Subject.AWARDS, periods.year(2024)))
    line = next(one.key.id for one in awards if one.text == "Phòng Tổ chức")
    navigation.changes_made.emit(services.register.delete([AwardRecordId(line)]))
    assert figures.grid is not None
    total = figures.grid.proxy.row(figures.grid.proxy.rowCount() - 1).cells[-1]
    assert isinstance(total, Figure)
    assert total.value == 3
    page.show_part(REVIEWS)
    assert "03 cá nhân" in review.text.toPlainText()


def test_the_menu_follows_the_part_in_front(page: ReportsPage) -> None:
    page.show_part(REVIEWS)
    assert "Kiểm tra số liệu một tệp báo cáo…" in titles(page)
    assert "Điền biểu của cấp trên…" in titles(page)
    page.show_part(FORMS)
    assert "Ghi mọi biểu của năm…" in titles(page)
    assert "Kiểm tra số liệu một tệp báo cáo…" not in titles(page)


def test_keys_of_one_part_are_used_once(page: ReportsPage) -> None:
    page.make_all()
    for at in range(len(page.titles)):
        keys = [
            deed.shortcut().toString()
            for deed in (*page.actions(), *page._made(at).actions())
            if not deed.shortcut().isEmpty()
        ]
        assert len(keys) == len(set(keys)), sorted(keys)

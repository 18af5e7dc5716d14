"""The pictures of the tab of reports."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.narrative.model import Narrative
from thidua_desktop.domain.statistics.charts import ChartCode
from thidua_desktop.domain.statistics.figures import Figure
from thidua_desktop.domain.statistics.tables import TableCode
from thidua_desktop.services import demo_councils, demo_reports
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.reports.charts_pane import ChartsPane
from thidua_desktop.ui.reports.figures_pane import FiguresPane
from thidua_desktop.ui.reports.forms_pane import FormsPane
from thidua_desktop.ui.reports.parts import CHARTS, FIGURES, FORMS, REVIEWS
from thidua_desktop.ui.reports.reviews_pane import ReviewsPane
from thidua_desktop.ui.screen import Screen, settle
from thidua_desktop.ui.showing import REPORTS


def _figures(window: MainWindow, code: TableCode) -> FiguresPane:
    demo_councils.build(window.services, window.year())  # nothing where the sample office has been there already
    window.show_page(REPORTS)
    window.reports.show_part(FIGURES)
    settle(window)
    pane = window.reports.pane()
    assert isinstance(pane, FiguresPane)
    pane.choose(code)
    settle(window)
    return pane


def _by_award(window: MainWindow) -> QWidget:
    _figures(window, TableCode.AWARDS_BY_AWARD).take_focus()
    return window


def _by_unit(window: MainWindow) -> QWidget:
    _figures(window, TableCode.TASKS_BY_UNIT)
    return window


def _empty(window: MainWindow) -> QWidget:
    window.show_year(window.year() - 1)
    _figures(window, TableCode.AWARDS_BY_AWARD)
    return window


def _put_together(window: MainWindow) -> QWidget:
    """A table of one's own is asked for."""
    pane = _figures(window, TableCode.AWARDS_BY_AWARD)
    pane.own.trigger()
    settle(window)
    return window.reports.desk.dialog or window


def _behind(window: MainWindow) -> QWidget:
    pane = _figures(window, TableCode.AWARDS_BY_AWARD)
    table, grid = pane.table(), pane.grid
    if table is not None and grid is not None:
        filled = [
            (row, column)
            for row, cells in enumerate(table.cells)
            for column, cell in enumerate(cells)
            if isinstance(cell, Figure) and cell.value
        ]
        row, column = filled[-1]
        grid.setCurrentIndex(grid.proxy.index(row, column + 1))
        pane.open_list.trigger()
        settle(window)
    return pane.list_shown() or window


def _form(window: MainWindow, code: str) -> FormsPane:
    demo_councils.build(window.services, window.year())
    window.show_page(REPORTS)
    window.reports.show_part(FORMS)
    settle(window)
    pane = window.reports.pane()
    assert isinstance(pane, FormsPane)
    pane.choose(code)
    settle(window)
    return pane


def _state_awards(window: MainWindow) -> QWidget:
    _form(window, "0603.N").take_focus()
    return window


def _staff(window: MainWindow) -> QWidget:
    """A form of which the clerk types all figures."""
    _form(window, "0605.N")
    return window


def _reviews(window: MainWindow) -> ReviewsPane:
    demo_councils.build(window.services, window.year())
    demo_reports.build(window.services, window.year())
    window.show_page(REPORTS)
    window.reports.show_part(REVIEWS)
    settle(window)
    pane = window.reports.pane()
    assert isinstance(pane, ReviewsPane)
    return pane


def _report(window: MainWindow) -> QWidget:
    """The report in words, from its beginning."""
    _reviews(window).take_focus()
    return window


def _report_below(window: MainWindow) -> QWidget:
    """Where awards are told of, and the annex below."""
    pane = _reviews(window)
    pane.text.verticalScrollBar().setValue(pane.text.verticalScrollBar().maximum())
    return window


def _checked(window: MainWindow) -> QWidget:
    """A report in which somebody has changed a number."""
    pane = _reviews(window)
    narrative = pane.narrative
    if narrative is not None:
        with tempfile.TemporaryDirectory() as folder:
            edited = Path(folder) / f"bao-cao-tong-ket-{window.year()}.txt"
            edited.write_text(_typed_over(narrative), encoding="utf-8")
            pane.check(edited)
            settle(window)
    return pane.check_window or window


def _typed_over(narrative: Narrative) -> str:
    """The text of a report as a clerk may have changed it: three of its numbers are others."""
    lines = ["BÁO CÁO", *narrative.title, ""]
    left = 3
    for paragraph in (each for section in narrative.sections for each in section.paragraphs):
        text = paragraph.text
        numbers = [number for sentence in paragraph.sentences for number in sentence.numbers()]
        if left and numbers and numbers[0].text.isdigit():
            text, left = text.replace(numbers[0].text, str(int(numbers[0].text) + 3), 1), left - 1
        lines.append(text)
    return "\n".join(lines)


def _chart(window: MainWindow, code: ChartCode) -> ChartsPane:
    demo_councils.build(window.services, window.year())
    window.show_page(REPORTS)
    window.reports.show_part(CHARTS)
    settle(window)
    pane = window.reports.pane()
    assert isinstance(pane, ChartsPane)
    pane.choose(code)
    settle(window)
    return pane


def _progress(window: MainWindow) -> QWidget:
    _chart(window, ChartCode.PROGRESS).take_focus()
    return window


def _rounds(window: MainWindow) -> QWidget:
    _chart(window, ChartCode.ROUNDS)
    return window


def _by_month(window: MainWindow) -> QWidget:
    _chart(window, ChartCode.AWARDS)
    return window


def _direct(window: MainWindow) -> QWidget:
    _chart(window, ChartCode.DIRECT)
    return window


def _overdue(window: MainWindow) -> QWidget:
    """Nothing is overdue in the sample office: what a chart says that has nothing to draw."""
    _chart(window, ChartCode.OVERDUE)
    return window


def _chart_on_paper(window: MainWindow) -> QWidget:
    pane = _chart(window, ChartCode.AWARDS)
    pane.preview.trigger()
    settle(window)
    return window.reports.desk.preview or window


SCREENS = (
    Screen("bao-cao-tong-hop", _by_award, dark=True, large=True),
    Screen("bao-cao-tong-hop-nhiem-vu", _by_unit),
    Screen("bao-cao-chua-co-so-lieu", _empty),
    Screen("bao-cao-danh-sach-cua-so-lieu", _behind),
    Screen("bao-cao-tu-lap-bang", _put_together),
    Screen("bao-cao-bieu-mau", _state_awards, dark=True, large=True),
    Screen("bao-cao-bieu-mau-nhap-tay", _staff),
    Screen("bao-cao-loi-van", _report, dark=True, large=True),
    Screen("bao-cao-loi-van-phu-luc", _report_below),
    Screen("bao-cao-kiem-tra-so-lieu", _checked),
    Screen("bao-cao-bieu-do-tien-do", _progress, dark=True, large=True),
    Screen("bao-cao-bieu-do-qua-han", _overdue),
    Screen("bao-cao-bieu-do-dot-xet", _rounds, dark=True),
    Screen("bao-cao-bieu-do-theo-thang", _by_month, dark=True),
    Screen("bao-cao-bieu-do-truc-tiep", _direct),
    Screen("bao-cao-bieu-do-in", _chart_on_paper),
)

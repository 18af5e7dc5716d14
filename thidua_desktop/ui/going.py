"""Where one can go by name: tables and forms of the reports, awards in the rulebooks, years, sections of the manual."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from thidua_desktop.ui.palette.entries import Entry, of_deed
from thidua_desktop.ui.reports.parts import FIGURES, FORMS
from thidua_desktop.ui.showing import REPORTS

if TYPE_CHECKING:
    from thidua_desktop.domain.statistics.tables import TableCode
    from thidua_desktop.ui.main_window import MainWindow


def entries(window: MainWindow) -> tuple[Entry, ...]:
    """Every place, made of what ships with the program and what the office has added; touches no widget."""
    return (*_tables(window), *_forms(window), *_awards(window), *_years(window), *_manual(window))


def _tables(window: MainWindow) -> Iterator[Entry]:
    from thidua_desktop.domain.statistics.tables import TableCode
    from thidua_desktop.wording.statistics_tables import TITLES

    for code, title in TITLES.items():
        if code is not TableCode.FREE:
            detail = "Bảng số liệu · Báo cáo › Tổng hợp"
            yield of_deed(f"table/{code}", title, detail, partial(_show_table, window, code), icon="list")


def _forms(window: MainWindow) -> Iterator[Entry]:
    from thidua_desktop.domain.statistics import periods

    year = periods.year(window.services.today().year)
    for choice in window.services.forms.models(year):
        model = choice.model
        detail = " · ".join(part for part in ("Biểu mẫu", model.number, "Báo cáo › Biểu mẫu") if part)
        do = partial(_show_form, window, model.code)
        yield of_deed(f"form/{model.code}", model.title, detail, do, icon="excel")


def _awards(window: MainWindow) -> Iterator[Entry]:
    for award in window.services.rulebooks.awards():
        detail = "Danh hiệu, hình thức khen thưởng · Bộ quy định"
        yield of_deed(f"award/{award.id}", award.name, detail, partial(_show_award, window, award.id), icon="award")


def _years(window: MainWindow) -> Iterator[Entry]:
    today = window.services.today().year
    for year in sorted({*window.services.plans.years(), today, today + 1}, reverse=True):
        yield of_deed(f"year/{year}", f"Năm {year}", "Xem năm này", partial(window.show_year, year), icon="calendar")


def _manual(window: MainWindow) -> Iterator[Entry]:
    from thidua_desktop.services.manual import Manual

    for chapter in Manual().chapters:
        yield _section(window, chapter.code, chapter.title, "Sách hướng dẫn")
        for heading in chapter.headings():
            detail = f"Sách hướng dẫn › {chapter.title}"
            yield _section(window, f"{chapter.code}#{heading.anchor}", heading.text, detail)


def _section(window: MainWindow, topic: str, title: str, detail: str) -> Entry:
    return of_deed(f"manual/{topic}", title, detail, partial(window.helping.open, topic), icon="help")


# going there


def _show_table(window: MainWindow, code: TableCode) -> None:
    from thidua_desktop.ui.reports.figures_pane import FiguresPane

    window.show_page(REPORTS)
    window.reports.show_part(FIGURES)
    pane = window.reports.pane()
    if isinstance(pane, FiguresPane):
        _once_read(window, partial(pane.choose, code))


def _show_form(window: MainWindow, code: str) -> None:
    from thidua_desktop.ui.reports.forms_pane import FormsPane

    window.show_page(REPORTS)
    window.reports.show_part(FORMS)
    pane = window.reports.pane()
    if isinstance(pane, FormsPane):
        _once_read(window, partial(pane.choose, code))


def _show_award(window: MainWindow, award_id: str) -> None:
    window.ruling.open()
    shown = window.ruling.shown
    if shown is not None:
        _once_read(window, partial(shown.show_award, award_id))


def _once_read(window: MainWindow, do: Callable[[], object]) -> None:
    """Do it once what is being read is there: work is done in turn."""

    def done(_nothing: None) -> None:
        do()

    window.runner.run(_turn, done)


def _turn() -> None:
    """Takes its turn behind what is being read."""

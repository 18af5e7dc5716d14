"""Every screen of the program as a picture: a list of named functions, so that no screen is forgotten."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from thidua_desktop.domain.rollover_plans import Decision
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.ui import (
    calendar_screens,
    council_screens,
    decision_screens,
    directory_screens,
    doctor_screens,
    empty_screens,
    help_screens,
    law_screens,
    nomination_screens,
    paper_screens,
    plan_screens,
    report_data_screens,
    report_screens,
    safety_screens,
    sharing_screens,
    start_screens,
    submission_screens,
    template_screens,
    workbook_screens,
)
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.reports.parts import CHARTS
from thidua_desktop.ui.screen import Screen, settle
from thidua_desktop.ui.shots import EVERY, PLAIN, SIZE, take, usual
from thidua_desktop.ui.showing import REPORTS


def render(services: Services, out: Path, *, only: str = "", every: bool = False) -> list[Path]:
    """Take every picture of the sample office; gives the files written.

    A window of its own is made for each screen, so that none depends on the one before.

    Args:
        services: of the sample office.
        out: the folder for the pictures.
        only: take those alone whose file name (without ".png") holds this text; they keep their numbers.
        every: at every size and scale, light and dark, instead of those that show what is special about a screen.
    """
    return _taken(services, SCREENS, out, only=only, every=every)


def render_empty(services: Services, out: Path, *, only: str = "", every: bool = False) -> list[Path]:
    """Take the pictures of an office that has only just begun, as ``render`` does those of the sample office."""
    return _taken(services, empty_screens.SCREENS, out, only=only, every=every)


def _taken(services: Services, screens: Sequence[Screen], out: Path, *, only: str, every: bool) -> list[Path]:
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for number, screen in enumerate(screens, start=1):
        name = f"{number:02d}-{screen.name}"
        if only in name:
            written += take(services, screen, out, name, EVERY if every else usual(screen))
    return written


def render_named(services: Services, out: Path, names: Collection[str]) -> list[Path]:
    """Take the pictures with exactly these names, light and at scale 1; each file is named as its screen is."""
    wanted = (screen for screen in SCREENS if screen.name in names)
    return [path for screen in wanted for path in take(services, screen, out, screen.name, (PLAIN,))]


def visit(services: Services) -> None:
    """Show every tab of the window once, and the charts, with preferences of its own."""
    with tempfile.TemporaryDirectory(prefix="thidua-thu-") as folder:
        window = MainWindow(services, Preferences(Path(folder) / "giao-dien.ini"))
        window.resize(SIZE)
        window.show()
        for page in range(window.tabs.count()):
            window.show_page(page)
            settle(window)
        window.show_page(REPORTS)
        window.reports.show_part(CHARTS)  # drawn by a library of its own, which an installation can lack
        settle(window)
        window.close()
        window.deleteLater()


# the screens


def _plans(window: MainWindow) -> QWidget:
    window.show_page(0)
    window.plans.table.grid.setFocus()
    return window


def _plans_editing(window: MainWindow) -> QWidget:
    _plans(window)
    grid = window.plans.table.grid
    grid.setCurrentIndex(grid.proxy.index(3, 5))
    grid.edit(grid.currentIndex())
    return window


def _plans_filtered(window: MainWindow) -> QWidget:
    _plans(window)
    window.plans.table.search.setText("bao cao")
    return window


def _search(window: MainWindow) -> QWidget:
    _plans(window)
    window.search.setFocus()
    window.search.setText("thi dua")
    settle(window)
    settle(window)
    settle(window)
    return window


def _no_plans(window: MainWindow) -> QWidget:
    window.show_page(0)
    window.show_year(window.year() + 1)
    return window


def _preview(window: MainWindow) -> QWidget:
    draft = window.services.imports.read_plan_text(demo.plan_text(window.year()))
    window.plans.intake.show(None, draft)
    preview = window.plans.intake.preview
    assert preview is not None
    preview.resize(SIZE)
    if preview.review().doubtful:
        preview.next_doubt()
    return preview


def _split(window: MainWindow) -> QWidget:
    preview = _preview(window)
    intake = window.plans.intake.preview
    assert intake is not None
    intake.grid.go_to(intake.review().kept[0].id)
    intake.split()
    assert intake.split_dialog is not None
    del preview
    return intake.split_dialog


def _plan_data(window: MainWindow) -> QWidget:
    window.plans.edit_action.trigger()
    assert window.plans.deeds.dialog is not None
    return window.plans.deeds.dialog


def _duties(window: MainWindow) -> QWidget:
    window.plans.open_duties()
    return window.plans.deeds.dialog or window


def _rollover(window: MainWindow) -> QWidget:
    window.plans.rollover_action.trigger()
    settle(window)
    dialog = window.plans.rollover.dialog
    assert dialog is not None
    for line, decision in zip(dialog.model.rows()[5:7], (Decision.OLD, Decision.LEAVE_OUT), strict=True):
        dialog.grid.go_to((line.origin, line.ref))
        dialog.decide(decision)
    dialog.grid.scrollToTop()
    return dialog


def _annex(window: MainWindow) -> QWidget:
    plan = window.plans.plan()
    assert plan is not None
    window.plans.papers.annex(plan)
    settle(window)
    preview = window.plans.papers.preview
    assert preview is not None
    return preview


def _office(window: MainWindow) -> QWidget:
    window.open_office()
    assert window.dialog is not None
    return window.dialog


def _keys(window: MainWindow) -> QWidget:
    window.open_shortcuts()
    assert window.dialog is not None
    return window.dialog


def _nominations(window: MainWindow) -> QWidget:
    window.show_page(2)
    return window


def _nominations_by_unit(window: MainWindow) -> QWidget:
    _nominations(window)
    window.nominations.header.groups.setCurrentIndex(2)
    window.nominations.header.grouping_changed.emit()
    return window


def _nomination(window: MainWindow) -> QWidget:
    _nominations(window)
    lines = window.nominations.model.rows()
    window.nominations.grid.go_to(lines[len(lines) // 2].nomination.id)
    window.nominations.edit_nomination()
    assert window.nominations.dialog is not None
    return window.nominations.dialog


def _paste(window: MainWindow) -> QWidget:
    _nominations(window)
    QApplication.clipboard().setText(
        "STT\tHọ và tên\tNăm sinh\tChức vụ\tĐơn vị\tDanh hiệu\n"
        "1\tÔng Nguyễn Văn An\t1980\tTrưởng phòng\tVăn phòng\tLĐTT\n"
        "2\tBà Lê Thị Bình\t17/5/1985\tChuyên viên\tVăn phòng\tCSTĐCS\n"
        "3\tPhòng Tổ chức\t\t\tSở Nội vụ\tLĐTT\n"
    )
    window.nominations.open_paste()
    assert window.nominations.dialog is not None
    return window.nominations.dialog


def _round(window: MainWindow) -> QWidget:
    _nominations(window)
    window.nominations.edit_round()
    assert window.nominations.dialog is not None
    return window.nominations.dialog


def _no_rounds(window: MainWindow) -> QWidget:
    _nominations(window)
    window.show_year(window.year() + 1)
    return window


SCREENS: tuple[Screen, ...] = (
    Screen("ke-hoach", _plans, large=True, dark=True),
    Screen("ke-hoach-sua-o", _plans_editing),
    Screen("ke-hoach-loc", _plans_filtered),
    Screen("ke-hoach-trong", _no_plans),
    Screen("xem-lai-truoc-khi-luu", _preview, large=True, dark=True),
    Screen("tach-nhiem-vu", _split),
    Screen("thong-tin-ke-hoach", _plan_data),
    Screen("trach-nhiem-thuong-xuyen", _duties),
    Screen("lap-ke-hoach-nam-sau", _rollover, large=True, dark=True),
    Screen("xem-truoc-ban-in", _annex),
    *calendar_screens.SCREENS,
    Screen("de-nghi", _nominations, large=True, dark=True),
    Screen("de-nghi-theo-don-vi", _nominations_by_unit),
    Screen("mot-de-nghi", _nomination),
    Screen("dan-danh-sach", _paste),
    Screen("dot-xet", _round),
    Screen("de-nghi-trong", _no_rounds),
    *doctor_screens.SCREENS,
    Screen("tim-kiem", _search),
    Screen("co-quan", _office),
    *start_screens.SCREENS,
    Screen("phim-tat", _keys),
    *help_screens.SCREENS,
    *law_screens.SCREENS,
    *template_screens.SCREENS,
    *report_screens.SCREENS,
    *report_data_screens.SCREENS,
    *workbook_screens.SCREENS,
    *submission_screens.SCREENS,
    *nomination_screens.SCREENS,
    *council_screens.SCREENS,
    *decision_screens.SCREENS,
    *directory_screens.SCREENS,
    *safety_screens.SCREENS,
    *sharing_screens.SCREENS,
    *plan_screens.SCREENS,
    *paper_screens.SCREENS,
)
"""The pictures in order; a page of its own adds its functions here."""

"""The pictures of what is found of nominations: findings, missing facts, ceilings, ties, who is due."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind, Verdict
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.services import demo_findings
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.screen import Screen, settle

_PAST = 2023
_FLAG = QItemSelectionModel.SelectionFlag


def _page(window: MainWindow) -> NominationsPage:
    """The page with everything known of its lines; what is there already stays as it is."""
    window.show_page(2)
    page = window.nominations
    chosen = page.chosen_round()
    if chosen is not None and chosen.id is not None and any(line.recipient_id is None for line in page.all_lines()):
        demo_findings.build(window.services, chosen.id)
    page.reload()
    settle(window)
    return page


def _at(window: MainWindow, name: str) -> NominationsPage:
    page = _page(window)
    found = next((line.id for line in page.all_lines() if line.name == name), None)
    if found is not None:
        page.grid.go_to(found)
    settle(window)
    return page


def _dialog(page: NominationsPage, window: MainWindow) -> QWidget:
    settle(window)
    assert page.dialog is not None
    return page.dialog


def _findings(window: MainWindow) -> QWidget:
    _at(window, "Lê Thị Ánh")
    return window


def _by_verdict(window: MainWindow) -> QWidget:
    page = _at(window, "Nhân dân và cán bộ xã Yên Khê")
    line = page.current_line()
    if line is not None and line.id is not None:
        said = (Verdict.MET, "Đơn vị đã nộp bổ sung quyết định xếp hạng cụm")
        window.services.judging.override([line.id], said[0], by="Nguyễn Thị Thu Hà", reason=said[1])
        page.reload()
    page.header.groups.setCurrentIndex(page.header.groups.findData("verdict"))
    page.header.grouping_changed.emit()
    settle(window)
    page.grid.go_to(line.id if line is not None else None)
    return window


def _missing(window: MainWindow) -> QWidget:
    page = _at(window, "Lê Thị Ánh")
    page.insight.enter(Ask(AskKind.AWARD, (demo_findings.LDTT, "chien_si_tien_tien"), (window.year(),)))
    return _dialog(page, window)


def _override(window: MainWindow) -> QWidget:
    page = _at(window, "Lê Thị Ánh")
    page.insight.override()
    return _dialog(page, window)


def _bulk(window: MainWindow) -> QWidget:
    page = _page(window)
    _select(page, [line.nomination.id for line in page.model.rows()[8:12]])
    page.line_deeds.change()
    return _dialog(page, window)


def _award(window: MainWindow) -> QWidget:
    page = _at(window, "Lê Thị Ánh")
    page.line_deeds.change_award()
    return _dialog(page, window)


def _tie(window: MainWindow) -> QWidget:
    page = _at(window, "Đỗ Văn Anh")
    line = page.current_line()
    if line is not None:
        window.services.nominations.save(replace(line, recipient_id=None, birth=None))
    page.reload()
    page.line_deeds.tie()
    return _dialog(page, window)


def _due(window: MainWindow) -> QWidget:
    page = _page(window)
    page.line_deeds.open_due()
    return _dialog(page, window)


def _ceilings(window: MainWindow) -> QWidget:
    window.show_page(2)
    if not window.services.nominations.rounds(_PAST):
        demo_findings.past_round(window.services, _PAST)
    window.show_year(_PAST)
    page = window.nominations
    settle(window)
    chosen = [line.nomination.id for line in page.model.rows() if line.nomination.award_id == demo_findings.CSTDCS]
    _select(page, chosen)
    settle(window)
    return window


def _bases(window: MainWindow) -> QWidget:
    _ceilings(window)
    window.nominations.insight.open_quotas()
    return _dialog(window.nominations, window)


def _select(page: NominationsPage, ids: list[NominationId | None]) -> None:
    page.grid.go_to(ids[-1])
    for wanted in ids:
        line = page.model.line_of(wanted)
        if line is not None:
            index = page.grid.proxy.mapFromSource(page.model.index(line, 0))
            page.grid.selectionModel().select(index, _FLAG.Select | _FLAG.Rows)


SCREENS: tuple[Screen, ...] = (
    Screen("dieu-kien-xet", _findings, large=True, dark=True),
    Screen("theo-ket-qua-xet", _by_verdict),
    Screen("nhap-dieu-con-thieu", _missing),
    Screen("quyet-dinh-khac", _override),
    Screen("sua-nhieu-dong", _bulk),
    Screen("doi-muc-khen", _award),
    Screen("gan-voi-danh-ba", _tie),
    Screen("den-han-trong-nam", _due, large=True),
    Screen("ty-le-khen-thuong", _ceilings),
    Screen("so-lieu-ty-le", _bases),
)
"""The pictures in order."""

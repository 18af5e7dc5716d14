"""The pictures of what units send to a round: the board, the checklist, what is asked, the papers."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.submission_board import BoardRow
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import Screen, settle
from thidua_desktop.ui.showing import NOMINATIONS
from thidua_desktop.ui.submissions.window import SubmissionWindow

_LINES = 3


def _page(window: MainWindow) -> MainWindow:
    window.show_page(NOMINATIONS)
    settle(window)
    return window


def _opened(window: MainWindow) -> SubmissionWindow:
    _page(window).submitting.open()
    shown = window.submitting.shown
    assert shown is not None
    settle(window)
    return shown


def _row(shown: SubmissionWindow, state: SubmissionState) -> BoardRow:
    found = next(row for row in shown.model.rows() if row.submission.state is state)
    shown.grid.go_to(found.submission.id)
    return found


def _dialog(window: MainWindow) -> QWidget:
    deeds = window.submitting.shown.deeds if window.submitting.shown is not None else window.submitting.deeds
    assert deeds.dialog is not None
    return deeds.dialog


def _board(window: MainWindow) -> QWidget:
    _page(window)
    missing = (line for line in window.nominations.all_lines() if line.state is NominationState.DOSSIER_MISSING)
    line_id = next(line.id for line in missing)
    assert line_id is not None
    window.nominations.show_nomination(line_id)
    window.nominations.panes.bring(window.submitting.panel)
    settle(window)
    return window


def _many(window: MainWindow) -> QWidget:
    _page(window)
    grid = window.nominations.grid
    grid.setFocus()
    flag = QItemSelectionModel.SelectionFlag
    for number in range(1, 1 + _LINES):
        grid.selectionModel().select(grid.proxy.index(number, 0), flag.Select | flag.Rows)
    window.nominations.panes.bring(window.submitting.panel)
    settle(window)
    return window


def _window(window: MainWindow) -> QWidget:
    shown = _opened(window)
    _row(shown, SubmissionState.RETURNED)
    return shown


def _receive(window: MainWindow) -> QWidget:
    shown = _opened(window)
    shown.deeds.receive(_row(shown, SubmissionState.NOT_SENT))
    return _dialog(window)


def _give_back(window: MainWindow) -> QWidget:
    shown = _opened(window)
    shown.deeds.give_back([_row(shown, SubmissionState.RECEIVED)])
    return _dialog(window)


def _expect(window: MainWindow) -> QWidget:
    _page(window)
    window.submitting.add.trigger()
    settle(window)
    return _dialog(window)


def _letters(window: MainWindow) -> QWidget:
    _page(window).submitting.missing.trigger()
    settle(window)
    return _dialog(window)


def _slip(window: MainWindow) -> QWidget:
    shown = _opened(window)
    shown.deeds.slip(_row(shown, SubmissionState.RETURNED))
    settle(window)
    assert shown.deeds.preview is not None
    return shown.deeds.preview


SCREENS: tuple[Screen, ...] = (
    Screen("de-nghi-ho-so", _board, large=True, dark=True),
    Screen("de-nghi-ho-so-nhieu-dong", _many),
    Screen("ho-so-cac-don-vi", _window, large=True, dark=True),
    Screen("tiep-nhan-ho-so", _receive),
    Screen("tra-bo-sung", _give_back),
    Screen("don-vi-phai-gui", _expect),
    Screen("cong-van-bo-sung", _letters),
    Screen("phieu-tiep-nhan", _slip),
)

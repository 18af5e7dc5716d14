"""The pictures of the law as the program knows it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.rulebooks.window import RulebookWindow
from thidua_desktop.ui.screen import Screen, settle


def _opened(window: MainWindow, day: date) -> RulebookWindow:
    window.ruling.open()
    shown = window.ruling.shown
    assert shown is not None
    settle(window)
    shown.show_day(day)
    return shown


def _rulebook(window: MainWindow) -> QWidget:
    shown = _opened(window, date(2026, 5, 20))
    shown.show_award("bang_khen_bo_tinh")
    return shown


def _old_rulebook(window: MainWindow) -> QWidget:
    shown = _opened(window, date(2022, 5, 20))
    shown.show_award("tap_the_lao_dong_xuat_sac")
    return shown


def _unsure_rulebook(window: MainWindow) -> QWidget:
    shown = _opened(window, date(2026, 11, 20))
    shown.show_award("chien_si_thi_dua_co_so")
    return shown


def _general_rules(window: MainWindow) -> QWidget:
    return _opened(window, date(2026, 5, 20))


SCREENS: tuple[Screen, ...] = (
    Screen("bo-quy-dinh", _rulebook, large=True, dark=True),
    Screen("bo-quy-dinh-cu", _old_rulebook),
    Screen("bo-quy-dinh-moi", _unsure_rulebook),
    Screen("quy-dinh-chung", _general_rules),
)

"""The pictures of the first days of an office: what is asked, what is left to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.first_steps import FirstStep
from thidua_desktop.domain.units import Office
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.office.first_start import FirstStart
from thidua_desktop.ui.screen import Screen, settle
from thidua_desktop.ui.starting.checklist import Checklist

_NAMES = ("UBND TỈNH HỒNG SƠN", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG")
_DONE = frozenset({FirstStep.OFFICE, FirstStep.PLAN})


def _asked(step: int) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        dialog = FirstStart(Office(), year=2026, month=5, parent=window)
        if step:
            for field, text in zip((dialog.superior, dialog.name), _NAMES, strict=True):
                field.setText(text)
                field.textEdited.emit(text)
            dialog.posts.setPlainText("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC")
            dialog.signer.setText("Phạm Thị Lan Hương")
        dialog.open()
        dialog.go_to(step)
        return dialog

    return show


def _typed(window: MainWindow) -> QWidget:
    dialog = _asked(1)(window)
    assert isinstance(dialog, FirstStart)
    dialog.go_to(0)
    return dialog


def _steps(window: MainWindow) -> QWidget:
    dialog = Checklist(_DONE, strip=True, parent=window)
    dialog.open()
    return dialog


def _strip(window: MainWindow) -> QWidget:
    window.show_page(0)
    window.beginning.show_done(_DONE)
    settle(window)
    return window


SCREENS: tuple[Screen, ...] = (
    Screen("lan-dau-mo", _typed, large=True, dark=True),
    Screen("lan-dau-mo-trong", _asked(0)),
    Screen("lan-dau-nguoi-ky", _asked(1)),
    Screen("lan-dau-nam", _asked(2)),
    Screen("lan-dau-bat-dau", _asked(3), dark=True),
    Screen("viec-dau-tien", _steps, large=True, dark=True),
    Screen("viec-dau-tien-dai-nhac", _strip, dark=True),
)

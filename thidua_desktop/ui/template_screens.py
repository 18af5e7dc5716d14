"""The pictures of the office's Word templates."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import Screen, settle
from thidua_desktop.ui.templates.window import TemplatesWindow


def _opened(window: MainWindow) -> TemplatesWindow:
    window.templating.open()
    shown = window.templating.shown
    assert shown is not None
    settle(window)
    return shown


def _originals(window: MainWindow) -> QWidget:
    return _opened(window)


def _own(window: MainWindow) -> QWidget:
    """An office with a template of its own, and one that cannot be used."""
    templates = window.services.templates
    templates.edit(TemplateKind.PROPOSAL)
    templates.edit(TemplateKind.MINUTES).write_text("không phải văn bản Word", encoding="utf-8")
    shown = _opened(window)
    shown.grid.go_to(TemplateKind.MINUTES)
    return shown


SCREENS: tuple[Screen, ...] = (
    Screen("mau-van-ban-goc", _originals),
    Screen("mau-van-ban", _own, large=True, dark=True),
)

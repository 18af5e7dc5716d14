"""Driving the page of nominations, and finding its parts."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from tests.ui.nominations.conftest import RoundOf2024
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.ui.nominations.nomination_dialog import NominationDialog
from thidua_desktop.ui.nominations.page import NominationsPage

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
S = NominationState


def names(page: NominationsPage) -> list[str]:
    return [line.nomination.name for line in page.shown_lines()]


def select(page: NominationsPage, round_2024: RoundOf2024, *chosen: str) -> None:
    page.grid.go_to(round_2024.ids[chosen[0]])
    page.grid.clearSelection()
    flag = QItemSelectionModel.SelectionFlag
    for name in chosen:
        line = page.model.line_of(round_2024.ids[name])
        assert line is not None
        index = page.grid.proxy.mapFromSource(page.model.index(line, 0))
        page.grid.selectionModel().select(index, flag.Select | flag.Rows)


def entry(menu: QMenu, text: str) -> QAction:
    return next(found for found in menu.actions() if found.text() == text)


def set_award(dialog: NominationDialog, name: str) -> None:
    at = next(at for at in range(dialog.award.count()) if dialog.award.itemText(at).startswith(name))
    dialog.award.setCurrentIndex(at)


def nomination_dialog(page: NominationsPage) -> NominationDialog:
    assert isinstance(page.dialog, NominationDialog)
    return page.dialog

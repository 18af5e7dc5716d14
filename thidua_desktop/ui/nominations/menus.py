"""How the page offers what can be done: the window's menu for its tab, that of the lines, the row of buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from thidua_desktop.ui.nominations.page import NominationsPage


def fill(page: NominationsPage, menu: QMenu) -> None:
    """Put what can be done on the page into a menu; what others add comes in when it opens."""
    menu.addActions([page.add_round_action, page.edit_round_action, page.delete_round_action])
    menu.addSeparator()
    menu.addActions([page.add_action, page.edit_action, page.move_action, page.delete_action])
    menu.addActions([page.paste_action, page.line_deeds.due_action, page.copy_action, page.copy_full_action])
    menu.addMenu("Nhiều dòng").addActions(_of_lines(page))
    menu.addMenu("Kết quả xét").addActions(_of_findings(page))
    menu.addSeparator()
    menu.addActions([page.find_action, page.clear_action, page.history_action])
    menu.addMenu(page.table_menu)
    menu.aboutToShow.connect(partial(_add, page, menu))


def context(page: NominationsPage) -> QMenu:
    """What can be done with the selected lines."""
    menu = QMenu(page)
    menu.addAction(page.edit_action)
    menu.addMenu(page.move_menu())
    menu.addAction(page.delete_action)
    menu.addSeparator()
    menu.addMenu("Nhiều dòng").addActions(_of_lines(page))
    menu.addMenu("Kết quả xét").addActions(_of_findings(page))
    menu.addSeparator()
    menu.addActions([page.add_action, page.paste_action, page.copy_action, page.copy_full_action])
    menu.addActions([*page.added, page.history_action])
    menu.addMenu(page.table_menu)
    return menu


def lay_out_header(page: NominationsPage) -> None:
    """Put the buttons above the list."""
    page.header.lay_out(
        (
            *(page.add_action, page.edit_action, page.move_action, page.delete_action, None),
            *(page.paste_action, page.line_deeds.due_action, page.copy_action, page.clear_action),
            page.insight.panel_action,
        ),
        icons=(
            page.delete_action,
            page.line_deeds.due_action,
            page.copy_action,
            page.clear_action,
            page.insight.panel_action,
        ),
    )


def _add(page: NominationsPage, menu: QMenu) -> None:
    there = menu.actions()
    menu.addActions([deed for deed in page.added if deed not in there])
    for brings, panel in page.panels:
        inner = f"menu-{brings.text()}"
        if menu.findChild(QMenu, inner) is None:
            made = menu.addMenu(brings.text())
            made.setObjectName(inner)
            made.addAction(brings)
            made.addActions(panel.actions())


def _of_lines(page: NominationsPage) -> list[QAction]:
    deeds = page.line_deeds
    return [deeds.bulk_action, deeds.award_action, deeds.tie_action, deeds.tie_all_action]


def _of_findings(page: NominationsPage) -> list[QAction]:
    insight = page.insight
    return [
        *(insight.panel_action, insight.ask_action, insight.override_action, insight.withdraw_action),
        *(insight.apply_action, insight.doubles_action, insight.quotas_action, insight.recipient_action),
    ]

"""The menu of the import doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from thidua_desktop.ui.doctor.window import DoctorWindow


def fill(window: DoctorWindow, menu: QMenu) -> None:
    """Put everything that can be done with the list into a menu, in words and with its key."""
    menu.clear()
    menu.addActions([window.next_action, window.unit_action, window.person_action, window.award_action])
    menu.addActions([window.drop_action, window.drop_why_action, window.undo_action])
    menu.addSeparator()
    menu.addActions([window.verdicts_action, window.fields_action, window.head_action, window.sheet_action])
    menu.addActions([window.sender_action, window.defaults_action])
    menu.addSeparator()
    menu.addActions([window.return_action, window.save_action])
    menu.addMenu(window.rows.grid.table_menu())

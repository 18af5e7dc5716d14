"""The menus of a table: everything that its keys do, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.ui.common import icons
from thidua_desktop.ui.common.widgets import key_name, key_sequence

if TYPE_CHECKING:
    from thidua_desktop.ui.common.grid import Grid

Deed = tuple[str, str, str, Callable[[], Any]]
"""Words, icon, key, what is done. The keys are the grid's own: it hears them itself."""


def deeds(grid: Grid[Any]) -> tuple[Deed | None, ...]:
    """All that can be done in a table; None parts them."""
    return (
        ("Sao chép", "copy", "Ctrl+C", grid.copy),
        ("Sao chép kèm tiêu đề cột", "copy", "Ctrl+Shift+C", grid.copy_with_titles),
        ("Dán", "paste", "Ctrl+V", grid.paste),
        ("Điền xuống", "fill-down", "Ctrl+D", grid.fill_down),
        ("Chọn cả dòng", "list", "Shift+Space", grid.select_lines),
        None,
        ("Dòng lọc", "filter", "Ctrl+Shift+L", grid.toggle_filters),
        ("Bỏ mọi điều kiện lọc", "close", "Ctrl+Alt+L", grid.clear_filters),
        ("Sắp xếp tăng dần theo cột này", "up", "Ctrl+Alt+Up", partial(grid.sort_current, 1)),
        ("Sắp xếp giảm dần theo cột này", "down", "Ctrl+Alt+Down", partial(grid.sort_current, -1)),
        ("Bỏ sắp xếp", "undo", "Ctrl+Alt+0", partial(grid.sort_current, 0)),
        None,
        ("Chọn và sắp xếp cột…", "columns", "Ctrl+Alt+K", grid.choose_columns),
        ("Cố định đến cột này", "lock", "Ctrl+Alt+F", grid.freeze_to_current),
        ("Lấy lại các gợi ý đã bỏ của cột này", "undo", "Ctrl+Alt+Backspace", grid.restore_words),
        ("Phóng to chữ", "zoom-in", "Ctrl+Alt+=", partial(grid.zoom, 1)),
        ("Thu nhỏ chữ", "zoom-out", "Ctrl+Alt+-", partial(grid.zoom, -1)),
    )


def keys(deeds: Iterable[Deed | None]) -> dict[QKeySequence, Callable[[], Any]]:
    """What each key does."""
    return {key_sequence(deed[2]): deed[3] for deed in deeds if deed is not None}


def table_menu(table: QWidget, deeds: Iterable[Deed | None]) -> QMenu:
    """The menu "Bảng" with everything that can be done in a table."""
    menu = QMenu("Bảng", table)
    menu.setIcon(icons.icon("columns"))
    for deed in deeds:
        if deed is None:
            menu.addSeparator()
            continue
        words, icon, key, do = deed
        # After a tab Qt shows the key without making it one: the grid hears its keys itself, so that a page may
        # give the same key another meaning without the two being ambiguous.
        made = menu.addAction(icons.icon(icon), f"{words}\t{key_name(key)}")
        made.triggered.connect(partial(_call, do))
    return menu


def header_menu(grid: Grid[Any], number: int) -> QMenu:
    """What can be done with a column."""
    menu = QMenu("Cột", grid)
    title = grid.columns.title(number)
    for words, icon, order in (
        ("Sắp xếp tăng dần", "up", 1),
        ("Sắp xếp giảm dần", "down", -1),
        ("Bỏ sắp xếp", "undo", 0),
    ):
        menu.addAction(icons.icon(icon), words).triggered.connect(partial(_call, partial(grid.sort_by, number, order)))
    menu.addSeparator()
    frozen = grid.columns.frozen_to(number)
    words = "Bỏ cố định cột" if frozen else f"Cố định đến cột “{title}”"
    menu.addAction(icons.icon("lock"), words).triggered.connect(
        partial(_call, partial(grid.columns.freeze_to, None if frozen else number))
    )
    menu.addAction(icons.icon("close"), f"Ẩn cột “{title}”").triggered.connect(
        partial(_call, partial(grid.columns.show, number, False))
    )
    menu.addAction(icons.icon("filter"), "Lọc theo cột này").triggered.connect(
        partial(_call, partial(grid.filters.focus, number))
    )
    menu.addSeparator()
    menu.addMenu(grid.column_menu())
    menu.addAction(icons.icon("columns"), "Chọn và sắp xếp cột…").triggered.connect(partial(_call, grid.choose_columns))
    return menu


def _call(do: Callable[[], Any], _checked: bool = False) -> None:
    do()

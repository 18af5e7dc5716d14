"""The menu of states that selected lines can go to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.domain.nomination_lists import SharedMove, shared_moves
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.wording import labels


def move_menu(
    lines: Sequence[Nomination], move: Callable[[list[Nomination], SharedMove], None], parent: QWidget
) -> QMenu:
    """The states that all lines can go to; those that ask for a reason end in "…"."""
    menu = QMenu("Chuyển tình trạng", parent)
    moves = shared_moves(lines)
    if not moves:
        told = "Các dòng đã chọn không có bước chung" if lines else "Hãy chọn các dòng trong danh sách"
        menu.addAction(told).setEnabled(False)
    for at, one in enumerate(moves):
        if one.backward and at and not moves[at - 1].backward:
            menu.addSeparator()
        moving = [line for line in lines if line.state is not one.state]
        menu.addAction(_text(one)).triggered.connect(partial(move, moving, one))
    return menu


def _text(move: SharedMove) -> str:
    way = "Trả về: " if move.backward else ""
    return f"{way}{labels.of(move.state)}{'…' if move.with_reason else ''}"

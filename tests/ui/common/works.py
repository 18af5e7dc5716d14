"""Lines of work for tables of every kind, and what tests look at in such a table."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import Column, Editor
from thidua_desktop.ui.common.grid import Grid

Key = Qt.Key
Modifier = Qt.KeyboardModifier
CONTROL, SHIFT, ALT = Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.AltModifier
NUMBER, NAME, STATE, UNIT, NOTE = range(5)
STATES = ("Chưa làm", "Đang làm", "Hoàn thành")


@dataclass(frozen=True)
class Work:
    id: int | None
    name: str
    state: str = "Chưa làm"
    unit: str = ""
    note: str = ""


COLUMNS = (
    Column[Work]("id", "TT", lambda work: str(work.id or ""), 44, sort_key=lambda work: work.id, frozen=True),
    Column[Work](
        "name",
        "Nội dung",
        lambda work: work.name,
        200,
        stretch=True,
        wrap=True,
        frozen=True,
        editor=Editor.LONG_TEXT,
        edit=lambda work, text: replace(work, name=entry.required(text)),
    ),
    Column[Work](
        "state",
        "Tình trạng",
        lambda work: work.state,
        150,
        sort_key=lambda work: STATES.index(work.state),
        editor=Editor.CHOICE,
        choices=lambda: STATES,
        edit=lambda work, text: replace(work, state=entry.choice(text, {name: name for name in STATES})),
    ),
    Column[Work](
        "unit",
        "Chủ trì",
        lambda work: work.unit,
        260,
        editor=Editor.SEVERAL,
        choices=lambda: ("Sở Nội vụ",),
        edit=lambda work, text: replace(work, unit="; ".join(entry.units(text))),
    ),
    Column[Work]("note", "Ghi chú", lambda work: work.note, 260, edit=lambda work, text: replace(work, note=text)),
)
ROWS = [
    Work(1, "Đăng ký giao ước thi đua", unit="Sở Nội vụ"),
    Work(2, "Báo cáo sơ kết", "Đang làm", "Văn phòng Ủy ban nhân dân tỉnh"),
    Work(3, "Đánh giá điển hình tiên tiến", "Hoàn thành", "Sở Nội vụ", "đã gửi"),
    Work(4, "Tổng kết", "Đang làm"),
]


def shown(grid: Grid[Work]) -> list[str]:
    return [str(grid.proxy.index(at, NUMBER).data()) for at in range(grid.proxy.rowCount())]


def field(grid: Grid[Work], number: int) -> QLineEdit:
    found = grid.filters._fields[number]
    assert isinstance(found, QLineEdit)
    return found


def scroll_right(grid: Grid[Work]) -> int:
    bar = grid.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    return bar.value()

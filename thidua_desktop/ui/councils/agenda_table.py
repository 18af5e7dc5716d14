"""Chương trình họp: points in their order, with how long each takes and who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.councils.meetings import AgendaItem
from thidua_desktop.ui.common import entry, theme
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import action, heard_by_table, label, row, tool_button
from thidua_desktop.wording.agendas import USUAL

_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda at its place."""

    number: int
    item: AgendaItem


def _text(point: Point, text: str) -> Point:
    return replace(point, item=replace(point.item, text=squeeze(text)))


def _minutes(point: Point, text: str) -> Point:
    return replace(point, item=replace(point.item, minutes=entry.whole(text, low=0, high=_LONGEST) or 0))


def _speaker(point: Point, text: str) -> Point:
    return replace(point, item=replace(point.item, speaker=squeeze(text)))


COLUMNS: tuple[Column[Point], ...] = (
    Column[Point]("number", "STT", lambda point: str(point.number), 48, align=RIGHT),
    Column[Point]("text", "Nội dung", lambda point: point.item.text, 260, stretch=True, wrap=True, edit=_text),
    Column[Point](
        "minutes",
        "Phút",
        lambda point: str(point.item.minutes) if point.item.minutes else "",
        64,
        align=RIGHT,
        edit=_minutes,
    ),
    Column[Point](
        "speaker", "Người thực hiện", lambda point: point.item.speaker, 170, edit=_speaker, earlier=True, wrap=True
    ),
)


class AgendaTable(QWidget):
    """Edits an agenda; nothing is kept by it."""

    def __init__(self, items: Sequence[AgendaItem], preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TableModel[Point](COLUMNS, lambda point: point.number, parent=self)
        self.model.grow = lambda _like: Point(0, AgendaItem(""))
        self.grid: Grid[Point] = Grid(self.model, name="council-agenda", preferences=preferences)
        self.grid.setAccessibleName("Chương trình họp")
        self.grid.setSortingEnabled(False)
        self.grid.setMinimumHeight(150)
        deeds = (
            action(self, "Thêm dòng", "add", "Ctrl+N", self.add),
            heard_by_table(action(self, "Bỏ dòng", "trash", "", self.remove), "Ctrl+-"),
            action(self, "Lên", "up", "Alt+Up", lambda: self.shift(-1)),
            action(self, "Xuống", "down", "Alt+Down", lambda: self.shift(1)),
            action(self, "Chương trình mẫu", "list", "Ctrl+Shift+M", self.usual),
        )
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(theme.SPACE_XS)
        frame.addLayout(row(label("Chương trình", "strong"), 0, *map(tool_button, deeds), spacing=theme.SPACE_XXS))
        frame.addWidget(self.grid)
        self.model.edited.connect(self._on_edited)
        self.grid.delete_wanted.connect(self.remove)
        self._show(items)

    def items(self) -> tuple[AgendaItem, ...]:
        """The points, empty ones left out."""
        return tuple(point.item for point in self.model.rows() if point.item.text)

    def add(self) -> None:
        """A new point below the cursor."""
        current, items = self.grid.current(), [point.item for point in self.model.rows()]
        at = current.number if current is not None else len(items)
        self._show([*items[:at], AgendaItem(""), *items[at:]])
        self.grid.go_to(at + 1, column=1)
        self.grid.setFocus()
        self.grid.edit(self.grid.currentIndex())

    def remove(self) -> None:
        """Take the selected points away."""
        gone = {point.number for point in self.grid.selected()}
        self._show([point.item for point in self.model.rows() if point.number not in gone])

    def shift(self, step: int) -> None:
        """Move the point at the cursor up or down."""
        current, items = self.grid.current(), [point.item for point in self.model.rows()]
        if current is None or not 0 <= current.number - 1 + step < len(items):
            return
        at = current.number - 1
        items[at], items[at + step] = items[at + step], items[at]
        self._show(items)
        self.grid.go_to(current.number + step)

    def usual(self) -> None:
        """The agenda that councils usually have, below what stands there."""
        self._show([*(point.item for point in self.model.rows() if point.item.text), *USUAL])

    def _on_edited(self, changed: Sequence[Point]) -> None:
        """Points that were pasted below the last one are shown too."""
        there = {point.number for point in self.model.rows()}
        self._show([*(p.item for p in self.model.rows()), *(p.item for p in changed if p.number not in there)])

    def _show(self, items: Sequence[AgendaItem]) -> None:
        self.grid.set_rows([Point(number, item) for number, item in enumerate(items, start=1)])

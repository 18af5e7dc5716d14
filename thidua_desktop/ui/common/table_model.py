"""One model for every table: plain rows, columns as data, rows in groups where a page wants them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import fold, nfc, sort_key, squeeze
from thidua_desktop.ui.common.columns import Column, R
from thidua_desktop.ui.common.entry import BlockNotRead, EntryNotRead
from thidua_desktop.ui.common.table_rows import GroupHeading, Grouping, TableRows

__all__ = [
    "CHIP_ROLE",
    "GROUND_ROLE",
    "GROUP_ROLE",
    "MARK_ROLE",
    "ROW_ROLE",
    "TONE_ROLE",
    "GroupHeading",
    "Grouping",
    "Index",
    "Role",
    "Shown",
    "TableModel",
    "TableRows",
]

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

ROW_ROLE = int(Role.UserRole) + 1
"""The row's value; None for a group's heading."""
CHIP_ROLE = int(Role.UserRole) + 2
"""A ``Shown`` with the state to draw as a chip, or None."""
GROUP_ROLE = int(Role.UserRole) + 4
"""A ``GroupHeading`` for the heading of a group, else None."""
TONE_ROLE = int(Role.UserRole) + 5
GROUND_ROLE = int(Role.UserRole) + 6
"""The ``Tone`` behind the text of a cell, or None."""
MARK_ROLE = int(Role.UserRole) + 7
"""The ``Tone`` of the corner of a cell, or None."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An enumeration member on its way through Qt, which would make a plain string of a ``StrEnum``."""

    member: Enum


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows of one kind. Editing replaces a row at once and tells the page, which saves it."""

    edited = Signal(list)
    """The new values of rows that were edited in one step."""
    _changed = Signal(list)
    refused = Signal(object)
    """An ``AppError``: what was typed cannot be taken, and nothing has changed."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        *,
        grouping: Grouping[R] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._grouping = grouping
        self._made: TableRows[R] = TableRows((), key)
        self._folded: dict[int, dict[int, str]] = {}
        self.editable = True
        self.grow: Callable[[R | None], R] | None = None
        """Makes a row without an identity, like the one given, for lines that are pasted below the last one."""
        self.stays_last: Callable[[R], bool] | None = None
        """Which rows stand below the others of their group however they are sorted: totals."""
        # Queued: a page that loads its rows anew must not do so while the editor of a cell is still closing.
        self._changed.connect(self.edited, Qt.ConnectionType.QueuedConnection)

    # what a page asks

    @property
    def columns(self) -> tuple[Column[R], ...]:
        """The columns, in their first order."""
        return self._columns

    @property
    def grouped(self) -> bool:
        """Whether rows stand below headings."""
        return self._grouping is not None

    def rows(self) -> tuple[R, ...]:
        """All rows without the headings."""
        return self._made.rows

    def line(self, row: int) -> R | None:
        """The value at a line of the model; None for a heading."""
        found = self._made.lines[row]
        return None if isinstance(found, GroupHeading) else found

    def value(self, at: int) -> R | GroupHeading:
        """What stands at a line, for drawing."""
        return self._made.lines[at]

    def values(self, lines: Iterable[int]) -> list[R | GroupHeading]:
        """What stands at some lines."""
        every = self._made.lines
        return [every[at] for at in lines]

    def identities(self, lines: Iterable[int]) -> list[Hashable]:
        """What makes some lines the same when rows are shown anew."""
        every = self._made.identities
        return [every[at] for at in lines]

    def line_of(self, key: Hashable) -> int | None:
        """The line that holds the row with a key."""
        return self._made.line_of(key)

    def prepared(self, rows: Iterable[R]) -> TableRows[R]:
        """Rows laid out for ``set_rows``; any thread may do this, and should where they are many."""
        return TableRows(rows, self._key, self._grouping)

    def has(self, rows: TableRows[R]) -> bool:
        """Whether the same lines are shown, if with other values."""
        return rows.identities == self._made.identities

    def set_rows(self, rows: Iterable[R] | TableRows[R]) -> None:
        """Show these rows; views keep place and selection when only values have changed."""
        made = rows if isinstance(rows, TableRows) else self.prepared(rows)
        same = self.has(made)
        if not same:
            self.beginResetModel()
        self._made = made
        self._folded.clear()
        if not same:
            self.endResetModel()
        elif made.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(made.lines) - 1, len(self._columns) - 1))

    def replace(self, rows: Mapping[int, R]) -> None:
        """Other values in the place of a few rows, by their lines; nobody has typed them."""
        for at, row in rows.items():
            self._made.put(at, row)
            self._folded.pop(at, None)
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    def enter(
        self, cells: Mapping[tuple[int, int], str], new: Sequence[Mapping[int, str]] = (), *, like: R | None = None
    ) -> bool:
        """Type text into several cells (line, column) in one step; read-only cells and headings are passed over.

        Each of ``new`` (column to text) becomes a row that ``grow`` makes ``like`` another one; the page that hears of
        it keeps and shows it.
        All or nothing: the first cell that cannot be read is reported and no cell changes.
        """
        changed: dict[int, R] = {}
        block = bool(new) or len(set(cells.values())) > 1
        lines = list(dict.fromkeys(row for row, _ in cells))
        try:
            for (row, number), text in cells.items():
                line = changed.get(row, self.line(row))
                if line is not None:
                    changed[row] = self._typed(line, number, text, lines.index(row) + 1 if block else None)
            grown = self._grown(new, like, len(lines))
        except AppError as trouble:
            self.refused.emit(trouble)
            return False
        changed = {row: value for row, value in changed.items() if value != self._made.lines[row]}
        for row, value in changed.items():
            self._made.put(row, value)
            self._folded.pop(row, None)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))
        if changed or grown:
            self._changed.emit([*changed.values(), *grown])
        return True

    def _typed(self, line: R, number: int, text: str, at: int | None) -> R:
        """The row with the text in it; ``at`` is its line in a block, which trouble then names."""
        column = self._columns[number]
        if column.edit is None:
            return line
        try:
            return column.edit(line, nfc(text))
        except EntryNotRead:
            if at is None:
                raise
            raise BlockNotRead(line=at, column=squeeze(column.title), text=squeeze(text)) from None

    def _grown(self, new: Sequence[Mapping[int, str]], like: R | None, above: int) -> list[R]:
        if self.grow is None:
            return []
        grown: list[R] = []
        for at, texts in enumerate(new, start=above + 1):
            line = self.grow(like)
            for number, text in texts.items():
                line = self._typed(line, number, text, at)
            grown.append(line)
        return grown

    def folded(self, row: int) -> str:
        """All that a line says, without diacritics: what a search looks through."""
        return "\n".join(self.folded_cell(row, number) for number in range(len(self._columns)))

    def folded_cell(self, row: int, number: int) -> str:
        """What a cell says, without diacritics; nothing for the heading of a group."""
        line = self.line(row)
        if line is None:
            return ""
        cells = self._folded.setdefault(row, {})
        if number not in cells:
            cells[number] = fold(self._columns[number].text(line))
        return cells[number]

    def group_of(self, row: int) -> int:
        """The number of the group that a line belongs to."""
        return self._made.groups[row]

    def is_row(self, line: int) -> bool:
        """Whether a row stands at a line, not the heading of a group."""
        return not isinstance(self._made.lines[line], GroupHeading)

    def row_lines(self) -> Iterable[int]:
        """The lines that hold rows."""
        return (at for at, line in enumerate(self._made.lines) if not isinstance(line, GroupHeading))

    def heading_lines(self) -> Sequence[int]:
        """The lines that hold headings of groups."""
        return self._made.headings

    def is_last(self, row: int) -> bool:
        """Whether the row at a line stands below the others in every order."""
        line = self.line(row)
        return self.stays_last is not None and line is not None and self.stays_last(line)

    def sort_key(self, row: int, number: int) -> Any:
        """By what a row is sorted in a column."""
        return _sort_key(self._columns[number], self._made.lines[row])

    # what Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Lines, headings included."""
        return 0 if parent is not None and parent.isValid() else len(self._made.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Columns, hidden ones included."""
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = int(Role.DisplayRole)) -> Any:
        """One aspect of a cell."""
        return self.cell(index.row(), index.column(), role) if index.isValid() else None

    def cell(self, row: int, number: int, role: int) -> Any:
        """One aspect of the cell at a line and a column; drawing asks for thousands of them."""
        line = self._made.lines[row]
        if isinstance(line, GroupHeading):
            return _heading_aspect(line, number, role)
        return aspect_of(self._columns[number], line, role)

    def setData(self, index: Index, value: Any, role: int = int(Role.EditRole)) -> bool:
        """Take what was typed; False when it cannot be read."""
        if not index.isValid() or role != Role.EditRole or not isinstance(value, str):
            return False
        return self.enter({(index.row(), index.column()): value})

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Role.DisplayRole)) -> Any:
        """Titles of columns; lines carry no number of their own."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Role.DisplayRole:
            return self._columns[section].title
        if role == Role.TextAlignmentRole:
            return self._columns[section].align | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can be seen but not chosen; cells with an ``edit`` can be typed into."""
        return self.cell_flags(index.row(), index.column()) if index.isValid() else Qt.ItemFlag.NoItemFlags

    def cell_flags(self, row: int, number: int) -> Qt.ItemFlag:
        """What can be done with the cell at a line and a column."""
        if isinstance(self._made.lines[row], GroupHeading):
            return Qt.ItemFlag.ItemIsEnabled
        return _TYPED if self.editable and self._columns[number].edit is not None else _CHOSEN


def aspect_of(column: Column[Any], line: Any, role: int) -> Any:
    """What Qt and the delegate are told of a line in a column."""
    aspect = _ASPECTS.get(role)
    return None if aspect is None else aspect(column, line)


def _heading_aspect(heading: GroupHeading, number: int, role: int) -> Any:
    if role == GROUP_ROLE:
        return heading
    if number == 0 and role in (Role.DisplayRole, Role.AccessibleTextRole):
        return f"{heading.title} – {heading.detail}" if heading.detail else heading.title
    return None


def _chip(column: Column[Any], line: Any) -> Shown | None:
    member = column.chip(line) if column.chip else None
    return None if member is None else Shown(member)


def _tooltip(column: Column[Any], line: Any) -> str | None:
    return column.tooltip(line) if column.tooltip else (column.text(line) if column.wrap else None)


def _sort_key(column: Column[Any], line: Any) -> Any:
    return column.sort_key(line) if column.sort_key else sort_key(column.text(line))


_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TYPED = _CHOSEN | Qt.ItemFlag.ItemIsEditable
_ASPECTS: dict[int, Callable[[Column[Any], Any], Any]] = {
    int(Role.DisplayRole): lambda column, line: column.text(line),
    int(Role.EditRole): lambda column, line: (column.edit_text or column.text)(line),
    int(Role.ToolTipRole): _tooltip,
    int(Role.TextAlignmentRole): lambda column, _line: column.align | Qt.AlignmentFlag.AlignVCenter,
    int(Role.AccessibleTextRole): lambda column, line: f"{column.title}: {column.text(line)}",
    ROW_ROLE: lambda _column, line: line,
    CHIP_ROLE: _chip,
    TONE_ROLE: lambda column, line: column.tone(line) if column.tone else None,
    GROUND_ROLE: lambda column, line: column.ground(line) if column.ground else None,
    MARK_ROLE: lambda column, line: column.mark(line) if column.mark else None,
}
"""What Qt and the delegate may ask of a cell, by role."""

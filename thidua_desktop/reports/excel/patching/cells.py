"""New values for cells in the XML of a sheet: a cell keeps its style and what extensions say of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from html import escape

from thidua_desktop.domain.workbooks.filling import Value
from thidua_desktop.domain.workbooks.places import place, reference
from thidua_desktop.reports.excel.patching.scanning import Element, NotPatchable, Splice, prefixed, spliced, walk

_ATTRIBUTE = re.compile(rb"\s([^\s=/>]+)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_REPLACED = (b"r", b"t", b"cm", b"vm")
"""Of a cell that gets a value: its place is written anew, its type and what it meant as a rich value are over."""
_SPANS = re.compile(rb"\sspans\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_UNDERSCORED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ROW_DEPTH, _CELL_DEPTH = 2, 3
_DIGITS = 17
"""More than these a cell does not keep."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Patch:
    """What happens to the cells of one sheet."""

    values: Mapping[Place, Value]
    """Cells that get a value; a formula in one of them goes."""
    counted: Mapping[Place, Decimal | None] = field(default_factory=dict)
    """Formula cells whose kept result is no longer right: the new one, or None to leave it to the program that opens
    the file."""
    from_1904: bool = False


def patched(data: bytes, patch: Patch) -> bytes:
    """The XML of a sheet with the new values.

    Raises:
        NotPatchable: it is not what Excel writes; rows or cells stand in no order.
    """
    found = _Sheet(data, patch)
    try:
        walk(data, found.opened, found.closed)
    except ValueError as trouble:  # a row or a style whose number is none
        raise NotPatchable(str(trouble)) from trouble
    found.finish()
    return spliced(data, found.splices)


class _Sheet:
    """Gathers the replacements during one walk through a sheet."""

    def __init__(self, data: bytes, patch: Patch) -> None:
        self.splices: list[Splice] = []
        self._data = data
        self._patch = patch
        self._rows: dict[int, list[int]] = {}
        for row, column in sorted(patch.values):
            self._rows.setdefault(row, []).append(column)
        self._waiting = sorted(self._rows)
        self._touched = {row for row, _ in (*patch.values, *patch.counted)}
        self._column_styles: list[tuple[int, int, str]] = []
        self._row = 0
        self._at: Element | None = None
        """The row that is open."""
        self._columns: list[int] = []
        """Columns of it that wait for their cell."""
        self._column = 0
        self._inserted: list[int] = []
        self._cell: Element | None = None
        self._found_data = False

    def opened(self, element: Element) -> None:
        if element.name == "row" and element.depth == _ROW_DEPTH:
            self._open_row(element)
        elif element.name == "c" and element.depth == _CELL_DEPTH and self._at is not None:
            self._open_cell(element)
        elif self._cell is not None and element.depth == _CELL_DEPTH + 1:
            self._cell.children.append(element)

    def closed(self, element: Element) -> None:
        if element is self._cell:
            self._close_cell(element)
            self._cell = None
        elif element is self._at:
            self._close_row(element)
            self._at = None
        elif element.name == "col" and "style" in element.attributes:
            first, last = int(element.attributes.get("min", 1)), int(element.attributes.get("max", 1))
            self._column_styles.append((first, last, element.attributes["style"]))
        elif element.name == "sheetData" and element.depth == 1:
            self._found_data = True
            self._add_rows(element)

    def finish(self) -> None:
        if not self._found_data or self._waiting:
            raise NotPatchable("rows")

    def _open_row(self, element: Element) -> None:
        number = int(element.attributes.get("r") or self._row + 1)
        if number <= self._row:
            raise NotPatchable("order of rows")
        while self._waiting and self._waiting[0] < number:
            row = self._waiting.pop(0)
            self.splices.append(Splice(element.start, element.start, self._new_row(element, row)))
        self._row = number
        self._column = 0
        if number in self._touched:
            self._at = element
            self._columns = list(self._rows.get(number, ()))
            self._inserted = []
        if self._waiting and self._waiting[0] == number:
            self._waiting.pop(0)

    def _open_cell(self, element: Element) -> None:
        at = place(element.attributes.get("r") or "")
        column = at[1] if at is not None else self._column + 1
        if column <= self._column or (at is not None and at[0] != self._row):
            raise NotPatchable("order of cells")
        while self._columns and self._columns[0] < column:
            self._insert(element, element.start, self._columns.pop(0))
        self._column = column
        if self._columns and self._columns[0] == column:
            self._columns.pop(0)
        if (self._row, column) in self._patch.values or (self._row, column) in self._patch.counted:
            self._cell = element

    def _close_cell(self, element: Element) -> None:
        at = (self._row, self._column)
        if at in self._patch.values:
            kept = b"".join(self._data[one.start : one.end] for one in element.children if one.name == "extLst")
            attributes = self._attributes(element, _REPLACED)
            made = self._new_cell(element, at, attributes, kept)
            self.splices.append(Splice(element.start, element.end, made))
        else:
            self._recount(element, self._patch.counted[at])

    def _recount(self, element: Element, value: Decimal | None) -> None:
        """Another result of a formula; the formula and all else that the cell has stay as they are."""
        had = next((one for one in element.children if one.name == "v"), None)
        if had is None and value is None:
            return
        name = prefixed(self._data, element, "c")
        tag = b"<" + name.encode() + self._attributes(element, (b"t", b"vm")) + b">"
        after = next((one.end for one in element.children if one.name == "f"), element.inner)
        made = b"" if value is None else self._value(element, _number(value))
        inside = (
            self._data[element.inner : had.start] + made + self._data[had.end : element.inner_end]
            if had is not None
            else self._data[element.inner : after] + made + self._data[after : element.inner_end]
        )
        self.splices.append(Splice(element.start, element.end, tag + inside + b"</" + name.encode() + b">"))

    def _close_row(self, element: Element) -> None:
        for column in self._columns:
            self._insert(element, element.inner_end, column)
        if not self._inserted:
            return
        tag = self._data[element.start : element.inner]
        made = _SPANS.sub(b"", tag)
        if not element.empty:
            self.splices.append(Splice(element.start, element.inner, made))
            return
        cells = [one for one in self.splices if one.start == one.end == element.inner_end]
        self.splices = [one for one in self.splices if one not in cells]
        name = prefixed(self._data, element, "row").encode()
        whole = made[:-2].rstrip() + b">" + b"".join(one.made for one in cells) + b"</" + name + b">"
        self.splices.append(Splice(element.start, element.end, whole))

    def _add_rows(self, element: Element) -> None:
        if not self._waiting:
            return
        rows = b"".join(self._new_row(element, row) for row in self._waiting)
        self._waiting = []
        if not element.empty:
            self.splices.append(Splice(element.inner_end, element.inner_end, rows))
            return
        tag = self._data[element.start : element.inner][:-2].rstrip() + b">"
        name = prefixed(self._data, element, "sheetData").encode()
        self.splices.append(Splice(element.start, element.end, tag + rows + b"</" + name + b">"))

    def _new_row(self, beside: Element, row: int) -> bytes:
        name = prefixed(self._data, beside, "row")
        cells = b"".join(self._new_cell(beside, (row, column), self._style_of(column)) for column in self._rows[row])
        return f'<{name} r="{row}">'.encode() + cells + f"</{name}>".encode()

    def _insert(self, beside: Element, at: int, column: int) -> None:
        assert self._at is not None
        row = self._at
        own = row.attributes.get("s") if row.attributes.get("customFormat") in ("1", "true") else None
        look = f' s="{int(own)}"'.encode() if own is not None else self._style_of(column)
        self._inserted.append(column)
        self.splices.append(Splice(at, at, self._new_cell(beside, (self._row, column), look)))

    def _style_of(self, column: int) -> bytes:
        """The style that a cell which is not in the file has from its column."""
        style = next((look for first, last, look in self._column_styles if first <= column <= last), None)
        return f' s="{int(style)}"'.encode() if style is not None else b""

    def _attributes(self, element: Element, without: tuple[bytes, ...]) -> bytes:
        """The attributes of an element as they are written, without some."""
        tag = self._data[element.start : element.inner]
        return b"".join(found.group() for found in _ATTRIBUTE.finditer(tag) if found[1] not in without)

    def _new_cell(self, beside: Element, at: Place, attributes: bytes, kept: bytes = b"") -> bytes:
        name = prefixed(self._data, beside, "c")
        kind, content = self._content(beside, self._patch.values[at])
        start = f'<{name} r="{reference(*at)}"'.encode() + attributes + kind
        return start + b">" + content + kept + f"</{name}>".encode()

    def _content(self, beside: Element, value: Value) -> tuple[bytes, bytes]:
        if isinstance(value, str):
            inline, text = prefixed(self._data, beside, "is"), prefixed(self._data, beside, "t")
            shown = escape(_UNDERSCORED.sub("_x005F_", _FORBIDDEN.sub("", value)), quote=False).replace("\r", "&#13;")
            made = f'<{inline}><{text} xml:space="preserve">{shown}</{text}></{inline}>'
            return b' t="inlineStr"', made.encode()
        number = serial(value, from_1904=self._patch.from_1904) if isinstance(value, date) else _number(value)
        return b"", self._value(beside, number)

    def _value(self, beside: Element, number: str) -> bytes:
        name = prefixed(self._data, beside, "v")
        return f"<{name}>{number}</{name}>".encode()


def serial(day: date, *, from_1904: bool) -> str:
    """The number by which Excel keeps a day; it counts a 29/2/1900 that never was."""
    if from_1904:
        return str((day - date(1904, 1, 1)).days)
    days = (day - date(1899, 12, 31)).days
    return str(days + 1 if days >= 60 else days)


def _number(value: int | Decimal) -> str:
    exact = Decimal(value).normalize()
    if len(exact.as_tuple().digits) > _DIGITS:
        exact = Decimal(repr(float(exact)))
    return format(exact, "f")

"""A worksheet → its grid: values as the clerk sees them, formulas, merged areas, what is hidden or locked."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.workbooks.formulas import shifted
from thidua_desktop.domain.workbooks.grids import CellKind, FormulaKind, GridCell, SheetGrid
from thidua_desktop.domain.workbooks.places import MOST_COLUMNS, Area, area, place
from thidua_desktop.domain.workbooks.trouble import WorkbookTooLarge
from thidua_desktop.importing.readers.archives import Package, attribute, child, local
from thidua_desktop.importing.readers.sheet_values import date_shape, day_text, number_text
from thidua_desktop.importing.readers.word_styles import whole
from thidua_desktop.importing.readers.workbook import BookSheet, text_of

MOST_CELLS = 60_000
"""With something in them, of one sheet; no form has more."""
MOST_EMPTY = 40_000
"""Of one sheet; how those after them look is not remembered."""
_TAGS = ("row", "mergeCell", "col", "sheetProtection", "tablePart")
_TEXT_FORMAT = 49
_PERCENT_FORMATS = (9, 10)


@dataclass(frozen=True, slots=True)
class _Look:
    shape: str | None = None
    locked: bool = True
    bold: bool = False
    centered: bool = False


@dataclass(frozen=True, slots=True)
class Looks:
    """What the styles and the shared texts of a workbook say of its cells."""

    styles: tuple[_Look, ...]
    texts: Sequence[str]
    from_1904: bool

    @classmethod
    def of(cls, root: etree._Element | None, texts: Sequence[str], *, from_1904: bool) -> Looks:
        """From ``xl/styles.xml``."""
        codes = {
            attribute(each, "numFmtId"): attribute(each, "formatCode") or "" for each in _each(child(root, "numFmts"))
        }
        bold = [_is_bold(font) for font in _each(child(root, "fonts"))]
        styles = tuple(_look(each, codes, bold) for each in _each(child(root, "cellXfs")))
        return cls(styles, texts, from_1904)

    def look(self, cell: etree._Element) -> _Look:
        """How a cell looks."""
        at = whole(cell.get("s")) or 0
        return self.styles[at] if 0 <= at < len(self.styles) else _Look()


def _each(element: etree._Element | None) -> Iterator[etree._Element]:
    return iter(element if element is not None else ())


def _is_bold(font: etree._Element) -> bool:
    mark = child(font, "b")
    return mark is not None and attribute(mark, "val") not in ("0", "false")


def _look(style: etree._Element, codes: dict[str | None, str], bold: Sequence[bool]) -> _Look:
    number = attribute(style, "numFmtId")
    code = codes.get(number)
    font = whole(attribute(style, "fontId")) or 0
    protection, alignment = child(style, "protection"), child(style, "alignment")
    return _Look(
        shape=_shape(whole(number) or 0, code),
        locked=protection is None or attribute(protection, "locked") not in ("0", "false"),
        bold=0 <= font < len(bold) and bold[font],
        centered=alignment is not None and attribute(alignment, "horizontal") in ("center", "centerContinuous"),
    )


def _shape(number: int, code: str | None) -> str | None:
    if code == "@" or number == _TEXT_FORMAT:
        return "text"
    if number in _PERCENT_FORMATS or (code is not None and "%" in code):
        return "percent"
    return date_shape(number, code)


@dataclass(slots=True)
class _Gathered:
    cells: dict[tuple[int, int], GridCell] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    arrays: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    widths: dict[int, float] = field(default_factory=dict)
    protected: bool = False
    tables: list[str] = field(default_factory=list)
    shared: dict[str, tuple[tuple[int, int], str]] = field(default_factory=dict)
    """Formulas that several cells use: where each stands, and itself."""
    name: str = ""
    """Of the file."""
    row: int = 0
    filled: int = 0
    empty: int = 0


def read_sheet(package: Package, sheet: BookSheet, looks: Looks, name: str) -> SheetGrid:
    """The grid of a sheet of a file; its extent ends where nothing is written any more.

    Raises:
        WorkbookTooLarge: so much stands in it that it is no form.
    """
    found = _Gathered(name=name)
    for element in package.stream(sheet.part, tuple(f"{{*}}{tag}" for tag in _TAGS)):
        match local(element):
            case "row":
                _take_row(found, element, looks)
            case "mergeCell":
                found.merged += [one for one in (area(element.get("ref") or ""),) if one is not None]
            case "col":
                _take_columns(found, element)
            case "sheetProtection":
                found.protected = attribute(element, "sheet") in ("1", "true")
            case _:
                found.tables.append(attribute(element, "id") or "")
    written = [at for at, cell in found.cells.items() if cell.text or cell.formula is not FormulaKind.NONE]
    return SheetGrid(
        name=nfc(sheet.name),
        cells=found.cells,
        merged=tuple(found.merged),
        hidden=sheet.hidden,
        protected=found.protected,
        hidden_rows=frozenset(found.hidden_rows),
        hidden_columns=frozenset(found.hidden_columns),
        widths=found.widths,
        arrays=tuple(found.arrays),
        headed=tuple(_table_heads(package, sheet.part, found.tables)),
        rows=max([at[0] for at in written] + [_end(one, row=True) for one in found.merged], default=0),
        columns=max([at[1] for at in written] + [_end(one, row=False) for one in found.merged], default=0),
    )


_WHOLE_SHEET = 1_000


def _end(one: Area, *, row: bool) -> int:
    """Where a merged area ends; whole rows or columns that were merged make no sheet larger."""
    first, last = (one.top, one.bottom) if row else (one.left, one.right)
    return last if last - first < _WHOLE_SHEET else first


def _take_row(found: _Gathered, element: etree._Element, looks: Looks) -> None:
    number = whole(element.get("r")) or found.row + 1
    found.row = number
    if element.get("hidden") in ("1", "true"):
        found.hidden_rows.add(number)
    column = 0
    for inner in element:
        if local(inner) != "c":
            continue
        at = place(inner.get("r") or "")
        column = at[1] if at is not None else column + 1
        if len(inner):
            found.filled += 1
        else:
            found.empty += 1
        if len(inner) or found.empty <= MOST_EMPTY:
            found.cells[number, column] = _cell(found, inner, (number, column), looks)
    if found.filled > MOST_CELLS:
        raise WorkbookTooLarge(path=found.name, limit=MOST_CELLS)


def _take_columns(found: _Gathered, element: etree._Element) -> None:
    first = whole(element.get("min")) or 1
    last = min(whole(element.get("max")) or first, first + 300, MOST_COLUMNS)
    try:
        width = float(element.get("width") or 0)
    except ValueError:
        width = 0.0
    for column in range(first, last + 1):
        if element.get("hidden") in ("1", "true"):
            found.hidden_columns.add(column)
        if width > 0:
            found.widths[column] = width


def _cell(found: _Gathered, element: etree._Element, at: tuple[int, int], looks: Looks) -> GridCell:
    look = looks.look(element)
    kind, text = _value(element, look, looks)
    formula = child(element, "f")
    how, written = FormulaKind.NONE, ""
    if formula is not None:
        how, written = _formula(found, formula, at)
    return GridCell(
        *(*at, nfc(text), kind, how, written),
        shape=look.shape,
        locked=look.locked,
        bold=look.bold,
        centered=look.centered,
    )


def _formula(found: _Gathered, element: etree._Element, at: tuple[int, int]) -> tuple[FormulaKind, str]:
    written = nfc((element.text or "").strip())
    match element.get("t"):
        case "shared":
            number = element.get("si") or ""
            if element.get("ref"):
                found.shared[number] = at, written
                return FormulaKind.SHARED, written
            begun, whole_formula = found.shared.get(number, (at, ""))
            moved = shifted(whole_formula, at[0] - begun[0], at[1] - begun[1])
            return FormulaKind.PART, written or moved
        case "array" | "dataTable":
            filled = area(element.get("ref") or "")
            found.arrays += [filled] if filled is not None else []
            return FormulaKind.ARRAY, written
        case _:
            return FormulaKind.PLAIN, written


def _value(element: etree._Element, look: _Look, looks: Looks) -> tuple[CellKind, str]:
    kind = element.get("t") or "n"
    if kind == "inlineStr":
        inline = child(element, "is")
        text = text_of(inline) if inline is not None else ""
        return (CellKind.TEXT if text else CellKind.EMPTY), text
    inner = child(element, "v")
    value = (inner.text or "") if inner is not None else ""
    if not value:
        return CellKind.EMPTY, ""
    match kind:
        case "s":
            at = whole(value)
            text = looks.texts[at] if at is not None and 0 <= at < len(looks.texts) else ""
            return (CellKind.TEXT if text else CellKind.EMPTY), text
        case "n":
            day = look.shape in ("day", "month", "time")
            shape = look.shape if day else None
            return (CellKind.DAY if day else CellKind.NUMBER), number_text(value, shape, from_1904=looks.from_1904)
        case "d":
            return CellKind.DAY, day_text(value)
        case "b":
            return CellKind.OTHER, "TRUE" if value == "1" else "FALSE"
        case "e":
            return CellKind.OTHER, value
        case _:
            return CellKind.TEXT, value


def _table_heads(package: Package, part: str, wanted: Sequence[str]) -> Iterator[Area]:
    """The heading rows of the tables that a sheet has."""
    if not wanted:
        return
    folder, name = posixpath.split(part)
    relations = package.xml(f"{folder}/_rels/{name}.rels")
    for relation in _each(relations):
        if attribute(relation, "Id") not in wanted:
            continue
        target = attribute(relation, "Target") or ""
        found = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        root = package.xml(found)
        whole_table = area(attribute(root, "ref") or "") if root is not None else None
        rows = whole(attribute(root, "headerRowCount")) if root is not None else None
        if whole_table is not None and rows != 0:
            yield Area(whole_table.top, whole_table.left, whole_table.top, whole_table.right)

"""What formulas amount to when the cells they use get new values.

A program that opens the workbook counts by itself, but one that only shows it (a preview, Excel's protected view,
LibreOffice with files of Excel) shows the results kept in the file: those must not be the old ones. The sums, shares
and conditions of ordinary forms are counted here; the result of any other formula that uses a changed cell is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, DecimalException
from functools import lru_cache

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.workbooks.grids import BookGrid, CellKind, FormulaKind, GridCell
from thidua_desktop.domain.workbooks.places import MOST_COLUMNS, MOST_ROWS, Area, area, place, reference
from thidua_desktop.domain.workbooks.users import Cell, Users

_Value = Decimal | str | bool | None

_CELLS = r"\$?[A-Z]{1,3}\$?[1-9][0-9]*"
_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<text>"(?:[^"]|"")*")
    | (?P<ref>(?:(?P<sheet>'(?:[^']|'')+'|[^\W\d][\w.]*)!)?(?P<cells>{_CELLS}(?::{_CELLS})?)(?![\w(.!]))
    | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
    | (?P<name>[A-Za-z][A-Za-z0-9.]*)(?=\()
    | (?P<sign><>|<=|>=|[-+*/^=<>(),%])
    )""",
    re.VERBOSE,
)
_SHIFTED = re.compile(
    r"(?P<text>\"(?:[^\"]|\"\")*\"|'(?:[^']|'')+'!)|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)([1-9][0-9]*)(?![\w(.!])"
)
_DEEPEST = 30
"""Formulas that use formulas, and brackets of one; deeper ones are left to Excel."""
_LARGEST = 300
"""Digits of a number, before or after the point, that a cell can keep."""
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")
_MOST_CELLS = 100_000
"""Of one area."""
_MOST_READ = 300_000
"""Cells of all areas together, about a second's work; formulas that come after are left to Excel."""
_FEW_CELLS = 256
"""Of an area whose cells are remembered one by one; whole columns are asked whether they hold a cell."""


class _NotCounted(Exception):
    """A formula that is left to the program that opens the workbook."""


class _Faulty(Exception):
    """A formula whose result is an error: a division by nothing."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    sheet: str = ""


def shifted(formula: str, rows: int, columns: int) -> str:
    """A formula as a cell so many rows and columns further on has it: relative references move along."""

    def moved(found: re.Match[str]) -> str:
        at = None if found["text"] else place(f"{found[3]}{found[5]}")
        if at is None:
            return found[0]
        row, column = at[0] + (0 if found[4] else rows), at[1] + (0 if found[2] else columns)
        if not (1 <= row <= MOST_ROWS and 1 <= column <= MOST_COLUMNS):
            return "#REF!"
        name = reference(row, column)
        split = re.search(r"[0-9]", name)
        at_digit = split.start() if split else 0
        return f"{found[2]}{name[:at_digit]}{found[4]}{name[at_digit:]}"

    return _SHIFTED.sub(moved, formula)


def recounted(book: BookGrid, values: Mapping[Cell, _Value]) -> dict[Cell, Decimal | None]:
    """The new results of all formulas that use the cells with new values, also through others.

    Returns:
        None for a formula that is not counted here: its kept result is to go.
    """
    formulas = {
        (sheet.name.casefold(), *at): cell
        for sheet in book.sheets
        for at, cell in sheet.cells.items()
        if cell.formula is not FormulaKind.NONE and (sheet.name.casefold(), *at) not in values
    }
    reached = _reached(formulas, set(values))
    counter = _Counter(book, values, {at: cell for at, cell in formulas.items() if at in reached})
    found = {at: counter.result(at) for at in sorted(reached)}
    for sheet in book.sheets:
        name = sheet.name.casefold()
        for one in sheet.arrays:
            if (name, *one.corner) in reached and one.size <= _MOST_CELLS:
                found |= {(name, *at): None for at in one.cells() if (name, *at) not in values}
    return found


def _reached(formulas: Mapping[Cell, GridCell], changed: Iterable[Cell]) -> set[Cell]:
    """The formulas that use changed cells; those that cannot be read are among them."""
    uses = {at: _used(cell.written, at[0]) for at, cell in formulas.items()}
    users = Users((at, areas) for at, areas in uses.items() if areas)
    waiting = [at for at, areas in uses.items() if areas is None]
    found = set(waiting)
    waiting += changed
    while waiting:
        fresh = users.taken(waiting.pop()) - found
        found |= fresh
        waiting += fresh
    return found


@lru_cache(maxsize=4096)
def _used(formula: str, sheet: str) -> tuple[tuple[str, Area], ...] | None:
    """The areas that a formula uses; None where that cannot be told."""
    try:
        tokens = _tokens(formula)
    except _NotCounted:
        return None
    found = ((token.sheet or sheet, area(token.text.replace("$", ""))) for token in tokens if token.kind == "ref")
    return tuple((name, one) for name, one in found if one is not None)


@lru_cache(maxsize=4096)
def _tokens(formula: str) -> tuple[_Token, ...]:
    tokens: list[_Token] = []
    at = 0
    text = formula.strip()
    if not text or text.count("(") > _DEEPEST:
        raise _NotCounted
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise _NotCounted
        at = found.end()
        if found["ref"]:
            sheet = nfc((found["sheet"] or "").strip("'").replace("''", "'")).casefold()
            tokens.append(_Token("ref", found["cells"], sheet))
        else:
            kind = next(kind for kind in ("text", "number", "name", "sign") if found[kind])
            tokens.append(_Token(kind, found[kind]))
    return tuple(tokens)


class _Counter:
    """Counts the formulas of a book, each once."""

    def __init__(self, book: BookGrid, values: Mapping[Cell, _Value], formulas: Mapping[Cell, GridCell]) -> None:
        self._sheets = {sheet.name.casefold(): sheet for sheet in book.sheets}
        self._values = values
        self._formulas = formulas
        self._known: dict[Cell, _Value | Exception] = {}
        self._open: set[Cell] = set()
        self._read = 0

    def result(self, at: Cell) -> Decimal | None:
        """The number that a formula amounts to; None for any other result."""
        try:
            found = self.value(at)
        except (_NotCounted, _Faulty):
            return None
        return found if isinstance(found, Decimal) and abs(found.adjusted()) < _LARGEST else None

    def values(self, sheet: str, one: Area) -> list[_Value]:
        """The values of an area, row by row."""
        self._read += one.size
        if one.size > _MOST_CELLS or self._read > _MOST_READ:
            raise _NotCounted
        return [self.value((sheet, *at)) for at in one.cells()]

    def value(self, at: Cell) -> _Value:
        if at in self._values:
            return self._values[at]
        if at not in self._formulas:
            return self._kept(at)
        if at not in self._known:
            if at in self._open or len(self._open) > _DEEPEST:
                raise _NotCounted
            self._open.add(at)
            try:
                self._known[at] = self._counted(at)
            except (_NotCounted, _Faulty) as trouble:
                self._known[at] = trouble
            except DecimalException:  # larger than any figure
                self._known[at] = _NotCounted()
            finally:
                self._open.discard(at)
        known = self._known[at]
        if isinstance(known, Exception):
            raise known
        return known

    def _counted(self, at: Cell) -> _Value:
        cell = self._formulas[at]
        if cell.formula is FormulaKind.ARRAY or cell.kind is CellKind.DAY:
            raise _NotCounted
        return _Reader(_tokens(cell.written), at[0], self).whole()

    def _kept(self, at: Cell) -> _Value:
        sheet = self._sheets.get(at[0])
        if sheet is None:
            raise _NotCounted
        cell = sheet.at(*at[1:])
        match cell.kind:
            case CellKind.EMPTY if cell.formula is FormulaKind.NONE:
                return None
            case CellKind.NUMBER if _PLAIN.fullmatch(cell.text):
                return Decimal(cell.text)
            case CellKind.TEXT:
                return cell.text
            case _:
                raise _NotCounted


class _Reader:
    """Reads a formula from left to right and counts as it goes; arguments of functions are counted when asked for."""

    def __init__(self, tokens: tuple[_Token, ...], sheet: str, counter: _Counter) -> None:
        self._tokens = tokens
        self._sheet = sheet
        self._counter = counter
        self._at = 0

    def whole(self) -> _Value:
        found = self._comparison()
        if self._at != len(self._tokens):
            raise _NotCounted
        return Decimal(0) if found is None else found

    def _next(self, *signs: str) -> str:
        """The sign that comes, if it is one of some; it is then read."""
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None or token.kind != "sign" or token.text not in signs:
            return ""
        self._at += 1
        return token.text

    def _comparison(self) -> _Value:
        left = self._sum()
        sign = self._next("=", "<>", "<", ">", "<=", ">=")
        if not sign:
            return left
        right = self._sum()
        if isinstance(left, str) or isinstance(right, str):
            same = str(left or "").casefold() == str(right or "").casefold()
            if sign not in ("=", "<>"):
                raise _NotCounted
            return same if sign == "=" else not same
        one, other = _number(left), _number(right)
        return {
            "=": one == other,
            "<>": one != other,
            "<": one < other,
            ">": one > other,
            "<=": one <= other,
            ">=": one >= other,
        }[sign]

    def _sum(self) -> _Value:
        found = self._product()
        while sign := self._next("+", "-"):
            other = _number(self._product())
            found = _number(found) + (other if sign == "+" else -other)
        return found

    def _product(self) -> _Value:
        found = self._signed()
        while sign := self._next("*", "/"):
            other = _number(self._signed())
            if sign == "/" and not other:
                raise _Faulty
            found = _number(found) * other if sign == "*" else _number(found) / other
        return found

    def _signed(self) -> _Value:
        signs = ""
        while sign := self._next("-", "+"):
            signs += sign
        found = self._single()
        while self._next("%"):
            found = _number(found) / 100
        if self._next("^"):
            raise _NotCounted
        if not signs:
            return found
        return -_number(found) if signs.count("-") % 2 else _number(found)

    def _single(self) -> _Value:
        if self._next("("):
            found = self._comparison()
            if not self._next(")"):
                raise _NotCounted
            return found
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None:
            raise _NotCounted
        self._at += 1
        match token.kind:
            case "number":
                return Decimal(token.text)
            case "text":
                return token.text[1:-1].replace('""', '"')
            case "ref" if ":" not in token.text:
                return self._area(token)[0]
            case "name":
                return self._function(token.text.upper())
            case _:
                raise _NotCounted

    def _area(self, token: _Token) -> list[_Value]:
        one = area(token.text.replace("$", ""))
        if one is None:
            raise _NotCounted
        return self._counter.values(token.sheet or self._sheet, one)

    def _function(self, name: str) -> _Value:
        """A function: its arguments as token ranges, so that IF counts one branch only."""
        spans = self._arguments()
        inner = [self._part(*span) for span in spans]
        match name, len(inner):
            case "IF", 2 | 3:
                chosen = 1 if inner[0].whole() else 2
                return inner[chosen].whole() if chosen < len(inner) else False
            case "IFERROR", 2:
                try:
                    return inner[0].whole()
                except _Faulty:
                    return inner[1].whole()
            case "ROUND", 2:
                digits = int(_number(inner[1].whole()))
                return _number(inner[0].whole()).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
            case "ABS", 1:
                return abs(_number(inner[0].whole()))
            case "SUM" | "MAX" | "MIN" | "AVERAGE", _:
                return _gathered(name, [value for one in inner for value in one.several()])
            case _:
                raise _NotCounted

    def several(self) -> list[_Value]:
        """The values of an argument: of all cells of an area."""
        if len(self._tokens) == 1 and self._tokens[0].kind == "ref":
            return [value for value in self._area(self._tokens[0]) if not isinstance(value, str)]
        return [self.whole()]

    def _part(self, first: int, last: int) -> _Reader:
        return _Reader(self._tokens[first:last], self._sheet, self._counter)

    def _arguments(self) -> list[tuple[int, int]]:
        if not self._next("("):
            raise _NotCounted
        spans: list[tuple[int, int]] = []
        depth, start = 0, self._at
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            sign = token.text if token.kind == "sign" else ""
            if depth == 0 and sign in (",", ")"):
                spans.append((start, self._at))
                start = self._at + 1
            depth += (sign == "(") - (sign == ")")
            self._at += 1
            if depth < 0:
                return spans
        raise _NotCounted


def _gathered(name: str, values: list[_Value]) -> Decimal:
    numbers = [_number(value) for value in values if value is not None]
    match name:
        case "SUM":
            return sum(numbers, Decimal(0))
        case "AVERAGE":
            if not numbers:
                raise _Faulty
            return sum(numbers, Decimal(0)) / len(numbers)
        case _:
            return (max if name == "MAX" else min)(numbers, default=Decimal(0))


def _number(value: _Value) -> Decimal:
    if isinstance(value, str):
        raise _NotCounted
    try:
        return Decimal(0) if value is None else Decimal(value)
    except DecimalException:
        raise _NotCounted from None

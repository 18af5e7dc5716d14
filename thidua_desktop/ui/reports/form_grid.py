"""A filled form as a grid: its rows with code and figures, the cells of the clerk to be typed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import partial
from textwrap import wrap

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.forms.expansion import PlacedColumn, PlacedRow
from thidua_desktop.domain.forms.filling import Cell, FilledForm, Origin
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column
from thidua_desktop.ui.common.entry import EntryNotRead
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import forms

_LABEL_WIDTH, _CODE_WIDTH, _FIGURE_WIDTH = 280, 66, 104
_LETTERS = 12
"""Of a line of a heading that fits into the width of a figure."""
_MOST_LINES = 5
"""Of a heading, its letter left out: with more, headings would leave no room for rows on a small screen."""


class CellCounted(EntryNotRead):
    """The program counts what stands in a cell."""

    code = "entry.counted"


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row of a form."""

    at: int
    row: PlacedRow
    cells: tuple[Cell, ...]


def lines_of(form: FilledForm) -> tuple[FilledRow, ...]:
    """The rows of a form, in its order."""
    return tuple(FilledRow(at, row, cells) for at, (row, cells) in enumerate(zip(form.rows, form.cells, strict=True)))


def columns_of(form: FilledForm) -> tuple[Column[FilledRow], ...]:
    """The words of a row, then a column for each of the form's."""
    stub = (
        Column[FilledRow]("label", "Nội dung", lambda line: line.row.label, _LABEL_WIDTH, stretch=True, wrap=True),
        Column[FilledRow]("code", "Mã số", lambda line: line.row.line.code, _CODE_WIDTH, align=CENTER),
    )
    figures = (
        Column[FilledRow](
            f"figure-{at}",
            title,
            partial(_text, at),
            _FIGURE_WIDTH * max(_LETTERS, *map(len, title.split("\n"))) // _LETTERS,
            align=RIGHT,
            sort_key=partial(_size, at),
            edit=partial(_typed, at),
            edit_text=partial(_plain, at),
            ground=partial(_ground, at),
            tooltip=partial(_origin, at),
        )
        for at, title in enumerate(_titles(form))
    )
    return (*stub, *figures)


def typed_values(form: FilledForm, lines: list[FilledRow]) -> dict[tuple[str, str], int | Decimal | None]:
    """What was typed into rows that are not any more as the form has them, by keys of row and column."""
    return {
        (line.row.key, column.key): cell.value
        for line in lines
        for column, cell, before in zip(form.columns, line.cells, form.cells[line.at], strict=True)
        if cell != before
    }


def _titles(form: FilledForm) -> tuple[str, ...]:
    """The headings of the columns: the lowest, with as many above it as tell it from the others, under its letter."""
    paths = [tuple(dict.fromkeys(filter(None, column.headings))) for column in form.columns]
    return tuple(
        _wrapped(column, " – ".join(path[-_needed(path, paths) :]))
        for column, path in zip(form.columns, paths, strict=True)
    )


def _needed(path: tuple[str, ...], paths: list[tuple[str, ...]]) -> int:
    """How many headings from the lowest upwards no other column has in the same way."""
    return next(
        (many for many in range(1, len(path)) if sum(other[-many:] == path[-many:] for other in paths) == 1), len(path)
    )


def _wrapped(column: PlacedColumn, said: str) -> str:
    letter = [f"({column.line.letter})"] if column.line.letter else []
    tries = (wrap(said, letters, break_long_words=False) for letters in range(_LETTERS, len(said) + _LETTERS))
    return "\n".join([*letter, *next((lines for lines in tries if len(lines) <= _MOST_LINES), [])])


def _text(at: int, line: FilledRow) -> str:
    return forms.shown(line.cells[at])


def _plain(at: int, line: FilledRow) -> str:
    value = line.cells[at].value
    return "" if value is None else f"{Decimal(value).normalize():f}".replace(".", ",")


def _size(at: int, line: FilledRow) -> Decimal:
    value = line.cells[at].value
    return Decimal(-1) if value is None else Decimal(value)


def _typed(at: int, line: FilledRow, text: str) -> FilledRow:
    cell = line.cells[at]
    if cell.origin is not Origin.HAND:
        if _says_the_same(at, line, text):
            return line
        raise CellCounted(text=squeeze(text), origin=forms.ORIGINS[cell.origin])
    value = _number(text)
    return replace(line, cells=(*line.cells[:at], replace(cell, value=value), *line.cells[at + 1 :]))


def _says_the_same(at: int, line: FilledRow, text: str) -> bool:
    """Whether what is typed over a figure that the program counts is that figure: a block from Excel has it too."""
    if squeeze(text) in (_text(at, line), _plain(at, line)):
        return True
    try:
        return _number(text) == line.cells[at].value
    except EntryNotRead:
        return False


def _number(text: str) -> int | Decimal | None:
    """``1.234`` and ``1234`` are one number, ``2,5`` has a decimal; nothing typed is nothing."""
    written = squeeze(text).replace(" ", "").replace(".", "").replace(",", ".")
    if written in ("", forms.NOT_KNOWN):
        return None
    if written == forms.NOTHING:
        return 0
    try:
        value = Decimal(written)
    except InvalidOperation:
        raise EntryNotRead(text=squeeze(text)) from None
    if not value.is_finite() or value < 0:
        raise EntryNotRead(text=squeeze(text))
    return int(value) if value == value.to_integral_value() else value


def _ground(at: int, line: FilledRow) -> Tone | None:
    cell = line.cells[at]
    if cell.origin is Origin.HAND:
        return Tone.WARNING if cell.value is None else Tone.INFO
    return Tone.NEUTRAL if cell.origin is Origin.EMPTY else None


def _origin(at: int, line: FilledRow) -> str:
    cell = line.cells[at]
    said = f"Số liệu {forms.ORIGINS[cell.origin]}" if cell.origin is not Origin.EMPTY else "Ô này không có số liệu"
    if cell.origin is Origin.HAND:
        said = "Số liệu nhập tay: gõ vào ô này"
    return f"{said}. {cell.note}" if cell.note else said

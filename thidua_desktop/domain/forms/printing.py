"""How large a form is printed: columns have widths in characters, and a page has room for so many."""

from __future__ import annotations

from thidua_desktop.domain.forms.filling import FilledForm
from thidua_desktop.domain.forms.model import FormModel, FormPaper

MARGIN = 15.0
"""Of every side, in millimetres: forms are annexes, their margins are their own."""
CHARACTER = 6 * 25.4 / 72
"""Millimetres of a character that widths are counted in: 6 points for Times New Roman 12."""
TEXT_SIZE = 12.0
"""Points of the text of a form that needs no less."""
LEAST_READABLE = 7.0
"""Points: smaller print is told."""

_SIZES = {FormPaper.A4: (210.0, 297.0), FormPaper.A3: (297.0, 420.0)}


def paper_size(model: FormModel) -> tuple[float, float]:
    """Width and height of the sheet in millimetres."""
    short, long = _SIZES[model.paper]
    return (long, short) if model.landscape else (short, long)


def wanted_widths(form: FilledForm) -> list[float]:
    """The widths of all columns in millimetres as the form would have them, the columns of words first."""
    stubs = [stub.width * CHARACTER for stub in form.model.stubs]
    return stubs + [column.line.width * CHARACTER for column in form.columns]


def print_scale(form: FilledForm) -> float:
    """How large the form is printed so that it is one page wide: 1, or less where it has many columns."""
    room = paper_size(form.model)[0] - 2 * MARGIN
    return min(1.0, room / sum(wanted_widths(form)))

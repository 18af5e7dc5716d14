"""A form that is little longer than its page is printed a little smaller, so that it is signed where it stands."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from thidua_desktop.reports.forms.pdf import boxes
from thidua_desktop.reports.forms.sheet import FormSheet, grown
from thidua_desktop.reports.typeset import MM

_PERCENTS = range(100, 68, -4)
"""Of the size as laid out: smaller, a second page is easier to read."""
_SMALLEST = 0.65
"""Of full size, for a form that is printed smaller already because it is wide."""


def on_one_page(form: FormSheet) -> FormSheet:
    """The form on one page where it fits there at a readable size; otherwise as it was, on as many as it needs."""
    for percent in _PERCENTS:
        if percent < 100 and form.page.scale * percent / 100 < _SMALLEST:
            break
        tried = _scaled(form, percent / 100)
        if _height(tried) <= (tried.page.height - tried.page.top - tried.page.bottom) * MM:
            return replace(tried, pages=1)
    return replace(form, pages=_pages(form))


def _scaled(form: FormSheet, scale: float) -> FormSheet:
    if scale == 1.0:
        return form
    return replace(form, page=grown(form.page, scale), widths=tuple(width / scale for width in form.widths))


def _pages(form: FormSheet) -> int:
    """How many pages a form takes that is longer than one, its headings repeated on each."""
    head = next(box.head.height for box in boxes(form) if box.head is not None)
    room = (form.page.height - form.page.top - form.page.bottom) * MM
    return ceil((_height(form) - head) / (room - head))


def _height(form: FormSheet) -> float:
    """The height of everything in points, the space above the first box left out."""
    every = list(boxes(form))
    return sum(box.height + box.gap for box in every) - every[0].gap

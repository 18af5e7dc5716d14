"""Items that do not open a line as items do: without their dot ("1 Tổ chức …"), or behind the time above them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.importing.plans.lines import Line
from thidua_desktop.importing.plans.numbering import find_marker
from thidua_desktop.importing.plans.sections import is_time_heading
from thidua_desktop.importing.plans.text import UPPER

_BARE = re.compile(rf"(?P<number>\d{{1,2}})\s+(?P<rest>[{UPPER}]\S*\s.*)")
_TIME_AND_ITEM = re.compile(rf"(?P<time>[^:]{{3,60}}?:?)\s+(?P<item>[-–+•]\s+[{UPPER}].*)")
SHORTEST_RUN = 2


def with_times_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines, where a time and the first item under it stand on lines of their own ("Tháng 3: - Tổ chức …")."""
    made: list[Line] = []
    for line in lines:
        found = None if line.is_row or line.label else _TIME_AND_ITEM.fullmatch(line.text)
        if found is not None and is_time_heading(found["time"]):
            made += [replace(line, text=found["time"]), replace(line, text=found["item"], gap=False, broken=False)]
        else:
            made.append(line)
    return made


def with_bare_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines, where runs 1, 2, 3 of such items have their number as label."""
    made = list(lines)
    run: list[int] = []
    for place, line in enumerate(lines):
        found = None if line.is_row or line.label or line.page_number else _BARE.fullmatch(line.text)
        number = int(found["number"]) if found else None
        if number == len(run) + 1:
            run.append(place)
        elif number == 1 or (run and _ends_run(line)):
            _label(made, run)
            run = [place] if number == 1 else []
    _label(made, run)
    return made


def _ends_run(line: Line) -> bool:
    marker = None if line.is_row else find_marker(line.text)
    return line.is_row or (marker is not None and not marker.is_bullet and marker.style != "letter")


def _label(lines: list[Line], run: Sequence[int]) -> None:
    if len(run) < SHORTEST_RUN:
        return
    for place in run:
        found = _BARE.fullmatch(lines[place].text)
        if found is not None:
            lines[place] = replace(lines[place], label=found["number"], text=found["rest"])

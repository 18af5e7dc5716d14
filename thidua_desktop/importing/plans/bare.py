"""Items whose dot was lost ("1 Tổ chức …", "2 Xét …"): told by their running number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.importing.plans.lines import Line
from thidua_desktop.importing.plans.numbering import find_marker
from thidua_desktop.importing.plans.text import UPPER

_BARE = re.compile(rf"(?P<number>\d{{1,2}})\s+(?P<rest>[{UPPER}]\S*\s.*)")
SHORTEST_RUN = 2


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

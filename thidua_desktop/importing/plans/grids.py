"""Tables that lost their grid: one cell to a line, or an ordinal glued to the text (PLAN-READING 12)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.importing.plans.columns import Column, kind_of_heading
from thidua_desktop.importing.plans.lines import Line
from thidua_desktop.importing.plans.numbering import find_marker
from thidua_desktop.importing.plans.sections import is_time_heading
from thidua_desktop.importing.plans.text import mostly_upper, plain, starts_lower
from thidua_desktop.importing.plans.times import moments
from thidua_desktop.importing.plans.verbs import starts_duty, starts_unit

MAX_COLUMNS = 8
MAX_ORDINAL = 12
"""The heading of the ordinals is short: TT, STT, Số thứ tự."""
_ORDINAL = re.compile(r"(\d{1,3}|[IVX]{1,4})\s?[.)]?")
_GLUED = re.compile(r"(?P<ordinal>\d{1,2}|[IVX]{1,4})[.)]?\s+(?P<text>\S.*)", re.DOTALL)
_GLUED_HEAD = re.compile(r"(?P<ordinal>s?tt|so tt|so thu tu)\.?\s+(?P<text>[a-z].*)")
_ENDS = re.compile(r"noi nhan|tren day la|phu luc")


def regrid(lines: Sequence[Line]) -> list[Line]:
    """The lines with every table of one cell to a line turned into rows."""
    made: list[Line] = []
    place = 0
    while place < len(lines):
        heads = _heading(lines, place)
        if heads is None:
            made.append(lines[place])
            place += 1
            continue
        stop = _end(lines, place + len(heads))
        made.append(
            _row(lines[place : place + len(heads)], tuple(lines[place + step].text for step in range(len(heads))))
        )
        made.extend(_rows(lines[place + len(heads) : stop], heads))
        place = stop
    return made


def _heading(lines: Sequence[Line], place: int) -> list[Column] | None:
    """The columns named one to a line: TT, Nội dung, Thời gian …"""
    if (
        lines[place].is_row
        or len(lines[place].text) > MAX_ORDINAL
        or kind_of_heading(lines[place].text) is not Column.ORDINAL
    ):
        return None
    kinds: list[Column] = []
    for line in lines[place : place + MAX_COLUMNS]:
        kind = None if line.is_row or len(line.text) > 45 else kind_of_heading(line.text)
        if kind is None or _ORDINAL.fullmatch(line.text) or (kind is Column.ORDINAL and kinds):
            break
        kinds.append(kind)
    following = place + len(kinds)
    starts = following < len(lines) and (
        _ORDINAL.fullmatch(lines[following].text) or is_time_heading(lines[following].text)
    )
    return kinds if len(kinds) >= 3 and Column.TEXT in kinds and starts else None


def _end(lines: Sequence[Line], start: int) -> int:
    for place in range(start, len(lines)):
        line = lines[place]
        if line.is_row or _ENDS.match(plain(line.text)):
            return place
        marker = find_marker(line.text)
        if (
            marker is not None
            and marker.style in ("roman", "annex", "phan")
            and len(marker.rest) > 3
            and not is_time_heading(marker.rest)
        ):
            return place
    return len(lines)


def _rows(lines: Sequence[Line], kinds: list[Column]) -> list[Line]:
    """Each ordinal that follows in its sequence begins a row; quarters and capitals between rows are groups."""
    groups: list[list[Line]] = []
    expected = 1
    for line in lines:
        ordinal = _ORDINAL.fullmatch(line.text)
        number = int(ordinal[1]) if ordinal and ordinal[1].isdecimal() else None
        if number is not None and number in (expected, 1):
            groups.append([line])
            expected = number + 1
        elif (is_time_heading(line.text) and (not groups or _is_full(groups[-1], kinds))) or (
            mostly_upper(line.text) and len(line.text) > 3
        ):
            groups.append([line])
        elif groups:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_row(group, _cells(group, kinds)) for group in groups]


def _is_full(group: list[Line], kinds: list[Column]) -> bool:
    """Whether a row already has a time, so that the next time must be a group's."""
    if len(group) == 1:
        return True
    return any(_is_time(line.text) for line in group[1:]) or Column.TIME not in kinds


def _is_time(text: str) -> bool:
    return len(text) < 50 and bool(moments(text, cell=True)) and not starts_duty(text)


def _cells(group: list[Line], kinds: list[Column]) -> tuple[str, ...]:
    if len(group) == 1 and not _ORDINAL.fullmatch(group[0].text):
        return (group[0].text,)
    texts = [line.text for line in group]
    if len(texts) == len(kinds):
        return tuple(texts)
    cells = [""] * len(kinds)
    cells[0] = texts[0]
    place = 1
    for text in texts[1:]:
        place = _place_for(text, place, cells, kinds)
        cells[place] = f"{cells[place]}\n{text}".strip()
    return tuple(cells)


def _place_for(text: str, place: int, cells: list[str], kinds: list[Column]) -> int:
    """The column that a line belongs to: by what it looks like, never before the column reached."""
    if cells[place] and starts_lower(text):
        return place
    wanted: tuple[Column, ...] = ()
    if _is_time(text):
        wanted = (Column.TIME,)
    elif starts_unit(text.lstrip("-+ ")) and not starts_duty(text):
        wanted = (Column.LEAD, Column.COORDINATE)
    for candidate in range(place, len(kinds)):
        if kinds[candidate] in wanted and (not cells[candidate] or kinds[candidate] is not Column.TIME):
            return candidate
    if not cells[place]:
        return place
    return place if kinds[place] is Column.TEXT or place + 1 >= len(kinds) else place + 1


def _row(lines: Sequence[Line], cells: tuple[str, ...]) -> Line:
    return replace(
        lines[0],
        text=" ".join(cell for cell in cells if cell),
        cells=cells,
        also=tuple(line.block for line in lines[1:]),
        page_number=False,
    )


def unglued(rows: Sequence[Line]) -> Sequence[Line]:
    """Rows whose first column holds ordinal and text together ("STT  Nội dung", "1  Mở lớp …") with the two parted."""
    if not any(row.cells and _GLUED_HEAD.fullmatch(plain(row.cells[0])) for row in rows[:2]):
        return rows
    made: list[Line] = []
    for row in rows:
        first, rest = row.cells[0], row.cells[1:]
        head = _GLUED_HEAD.fullmatch(plain(first))
        glued = _GLUED.fullmatch(first)
        if head is not None:
            cells = (first[: head.end("ordinal")], first[head.start("text") :], *rest)
        elif glued is not None:
            cells = (glued["ordinal"], glued["text"], *rest)
        elif len(row.cells) == 1:
            cells = row.cells
        else:
            cells = ("", first, *rest)
        made.append(replace(row, cells=cells))
    return made

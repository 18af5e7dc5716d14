"""Pages for the wall, drawn to fill the sheet: month grids and quarter planners with boxes to tick."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest

from thidua_desktop.reports.model import PageFormat, Style, Tick
from thidua_desktop.reports.pdf.flow import Box
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.pdf.table import draw_tick
from thidua_desktop.reports.typeset import MM, Line, Type, wrapped
from thidua_desktop.reports.wall import Day, Entry, Lane, Wall
from thidua_desktop.wording.calendar import WEEKDAYS, WEEKDAYS_SHORT

_SHADE_OFF, _SHADE_OUTSIDE, _SHADE_HEAD = 0.90, 0.97, 0.84
_A4_WIDTH = 297.0
_PAD = 1.0 * MM
_LIST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Faces:
    """The sizes of one sheet: an A3 page is read from farther away than an A4 page."""

    number: Type
    lunar: Type
    note: Type
    entry: Type
    head: Type
    list: Type

    @property
    def tick(self) -> float:
        """The side of a box."""
        return self.entry.size * 0.72

    @property
    def indent(self) -> float:
        """From the box to the text."""
        return self.tick + self.entry.size * 0.35


def faces(page: PageFormat, *, planner: bool) -> Faces:
    """The faces of a page: about 8 points on A4, a third more on A3; a planner has more lines than a grid."""
    factor = max(page.width, page.height) / _A4_WIDTH
    entry = (7.2 if planner else 8.4) * factor ** (0.6 if planner else 0.8)
    return Faces(
        Type(Style.BOLD, round(entry * (1.2 if planner else 1.35), 1)),
        Type(Style.ITALIC, round(entry * 0.95, 1)),
        Type(Style.ITALIC, round(entry * 0.92, 1)),
        Type(Style.REGULAR, round(entry, 1)),
        Type(Style.BOLD, round(entry * 1.15, 1)),
        Type(Style.REGULAR, round(entry * 1.08, 1)),
    )


def wall_boxes(wall: Wall, page: PageFormat, edges: tuple[float, float], room: float) -> Iterator[Box]:
    """The sheet, then what has no day and what did not fit, as lists that go on over pages.

    Args:
        wall: what is shown.
        page: its format.
        edges: the left and the right edge of the text, in points.
        room: the height that is left on the page, in points.
    """
    planner = len(wall.months) > 1
    look = faces(page, planner=planner)
    board = PlannerBox(wall, look, edges) if planner else GridBox(wall, look, edges)
    lanes = [box for lane in wall.lanes for box in _lane_boxes(lane, look, edges)]
    below = sum(box.height + box.gap for box in lanes)
    # Where all does not go on one page, the days get the whole of it: there is a second page anyway.
    board.fill(room - below if board.natural + below <= room else room)
    yield board
    yield from lanes
    if board.cut:
        rest = tuple(sorted(board.cut, key=lambda entry: entry.number))
        yield from _lane_boxes(Lane(wall.rest, rest), look, edges)


class _Board(Box):
    """A sheet of days. ``natural`` is the height at which all is shown whole; ``fill`` sets the height that it gets,
    and leaves in ``cut`` the entries that are not whole then."""

    lines = 0
    natural: float
    cut: list[Entry]

    @abstractmethod
    def fill(self, room: float) -> None:
        """Take up a height in points."""


@dataclass(frozen=True, slots=True)
class _Shown:
    entry: Entry
    lines: tuple[Line, ...]


def _fitted(day: Day, kind: Type, width: float, most: int, cut: list[Entry]) -> tuple[list[_Shown], int]:
    """The entries of a day in at most so many lines, and how many of them found no room; shortened ones are cut."""
    shown: list[_Shown] = []
    left = most
    for order, entry in enumerate(day.entries):
        waiting = len(day.entries) - order - 1
        lines = wrapped(entry.text, kind, width)
        allowed = max(1, left - waiting)
        if left < 1:
            cut.extend(day.entries[order:])
            return shown, len(day.entries) - order
        if len(lines) > allowed:
            lines = _shortened(lines[:allowed], kind, width, entry.number)
            cut.append(entry)
        shown.append(_Shown(entry, lines))
        left -= len(lines)
    return shown, 0


def _shortened(lines: Sequence[Line], kind: Type, width: float, number: int) -> tuple[Line, ...]:
    """The lines with a mark at their end that leads to the list: "… [12]"."""
    mark = f" … [{number}]"
    words = lines[-1].text.split(" ")
    while words and kind.width(" ".join(words) + mark) > width:
        words.pop()
    text = " ".join(words) + mark
    return (*lines[:-1], Line(text, kind.width(text), last=True))


def _entries(sheet: Sheet, shown: Sequence[_Shown], look: Faces, x: float, top: float) -> float:
    for each in shown:
        draw_tick(sheet, x, top + look.entry.leading * 0.18, Tick(each.entry.done), look.tick)
        for line in each.lines:
            sheet.text(x + look.indent, top, line.text, look.entry)
            top += look.entry.leading
    return top


class GridBox(_Board):
    """A month: seven columns, a row for each week, as high as its fullest day needs."""

    def __init__(self, wall: Wall, look: Faces, edges: tuple[float, float]) -> None:
        (self._month,) = wall.months
        self._look, self._edges, self._more = look, edges, wall.more
        self._width = (edges[1] - edges[0]) / 7
        self._head = look.head.leading + _PAD * 2
        self._whole = [self._need(week) for week in self._month.weeks]
        self._least = [self._need(week, lines=1) for week in self._month.weeks]
        self.natural = self._head + sum(self._whole)

    def fill(self, room: float) -> None:
        self.cut = []
        self._heights = _shared(self._least, self._whole, room - self._head)
        self._shown = {
            day.day: self._fit(height, day)
            for height, week in zip(self._heights, self._month.weeks, strict=True)
            for day in week
        }
        self.height = self._head + sum(self._heights)

    def _inner(self) -> float:
        return self._width - 2 * _PAD - self._look.indent

    def _note_lines(self, day: Day) -> list[Line]:
        width = self._width - 2 * _PAD
        return [line for note in day.notes for line in wrapped(note, self._look.note, width)]

    def _top(self, day: Day) -> float:
        return self._look.number.leading + len(self._note_lines(day)) * self._look.note.leading + _PAD

    def _need(self, week: Sequence[Day], lines: int | None = None) -> float:
        """The height of a week with all texts whole, or with so many lines for each at the most."""
        kind, inner = self._look.entry, self._inner()
        counts = (sum(len(wrapped(entry.text, kind, inner)[:lines]) for entry in day.entries) for day in week)
        return max(self._top(day) + count * kind.leading for day, count in zip(week, counts, strict=True)) + _PAD

    def _fit(self, height: float, day: Day) -> tuple[list[_Shown], int]:
        kind, inner = self._look.entry, self._inner()
        most = int((height - self._top(day) - _PAD / 2) / kind.leading)
        if _fitted(day, kind, inner, most, [])[1]:
            most -= 1  # the last line says how many more there are
        return _fitted(day, kind, inner, most, self.cut)

    def draw(self, sheet: Sheet, top: float) -> None:
        left, right = self._edges
        sheet.shade(left, top, right, top + self._head, _SHADE_HEAD)
        for at, name in enumerate(WEEKDAYS):
            middle = left + (at + 0.5) * self._width - self._look.head.width(name) / 2
            sheet.text(middle, top + _PAD, name, self._look.head)
        levels = [top, top + self._head]
        for at, week in enumerate(self._month.weeks):
            for column, day in enumerate(week):
                self._draw_day(sheet, day, left + column * self._width, levels[-1], self._heights[at])
            levels.append(levels[-1] + self._heights[at])
        for level in levels:
            sheet.line(left, level, right, level)
        for column in range(8):
            sheet.stroke(left + column * self._width, top, left + column * self._width, levels[-1])

    def _draw_day(self, sheet: Sheet, day: Day, x: float, top: float, height: float) -> None:
        look = self._look
        if day.off or day.outside:
            grey = _SHADE_OUTSIDE if day.outside else _SHADE_OFF
            sheet.shade(x, top, x + self._width, top + height, grey)
        number = str(day.day.day) if not day.outside else f"{day.day.day}/{day.day.month}"
        kind = look.lunar if day.outside else look.number
        sheet.text(x + _PAD, top + _PAD / 2, number, kind)
        lunar = look.lunar.width(day.lunar)
        sheet.text(x + self._width - _PAD - lunar, top + _PAD / 2 + look.number.size * 0.2, day.lunar, look.lunar)
        below = top + look.number.leading
        for line in self._note_lines(day):
            sheet.text(x + _PAD, below, line.text, look.note)
            below += look.note.leading
        shown, hidden = self._shown[day.day]
        below = _entries(sheet, shown, look, x + _PAD, below + _PAD)
        if hidden:
            sheet.text(x + _PAD + look.indent, below, self._more.format(count=hidden), look.note)


class PlannerBox(_Board):
    """Months side by side, a line for each day, higher where more is due."""

    def __init__(self, wall: Wall, look: Faces, edges: tuple[float, float]) -> None:
        self._months, self._look, self._edges, self._more = wall.months, look, edges, wall.more
        self._width = (edges[1] - edges[0]) / len(wall.months)
        names = max(look.number.width(f"30 {name}") for name in WEEKDAYS_SHORT)
        self._gutter = names + look.lunar.width("30/12") + 4 * _PAD
        self._head = look.head.leading + _PAD * 2
        rows = list(zip_longest(*(month.days for month in wall.months)))
        self._whole = [max(self._need(day) for day in row if day is not None) for row in rows]
        self._least = [max(self._need(day, lines=1) for day in row if day is not None) for row in rows]
        self.natural = self._head + sum(self._whole)

    def fill(self, room: float) -> None:
        self.cut = []
        self._heights = _shared(self._least, self._whole, room - self._head)
        self._shown = [[self._fit(day, self._heights[at]) for at, day in enumerate(m.days)] for m in self._months]
        self.height = self._head + sum(self._heights)

    def _inner(self) -> float:
        return self._width - self._gutter - self._look.indent - _PAD

    def _notes(self, day: Day) -> int:
        return sum(len(wrapped(text, self._look.entry, self._inner())) for text in day.notes)

    def _need(self, day: Day, lines: int | None = None) -> float:
        kind, inner = self._look.entry, self._inner()
        count = self._notes(day) + sum(len(wrapped(entry.text, kind, inner)[:lines]) for entry in day.entries)
        return max(self._look.number.leading + 1, count * kind.leading + 3)

    def _fit(self, day: Day, height: float) -> tuple[list[_Shown], int]:
        kind, inner = self._look.entry, self._inner()
        most = int((height - 2) / kind.leading) - self._notes(day)
        if _fitted(day, kind, inner, most, [])[1]:
            most -= 1
        return _fitted(day, kind, inner, most, self.cut)

    def draw(self, sheet: Sheet, top: float) -> None:
        left, right = self._edges
        sheet.shade(left, top, right, top + self._head, _SHADE_HEAD)
        levels = [top, *accumulate(self._heights, initial=top + self._head)]
        for at, (month, shown) in enumerate(zip(self._months, self._shown, strict=True)):
            start = left + at * self._width
            middle = start + (self._width - self._look.head.width(month.title)) / 2
            sheet.text(middle, top + _PAD, month.title, self._look.head)
            for order, (day, (entries, hidden)) in enumerate(zip(month.days, shown, strict=True), start=1):
                edges = (start, start + self._width)
                below = self._draw_day(sheet, day, entries, edges, (levels[order], levels[order + 1]))
                if hidden:
                    text = self._more.format(count=hidden)
                    sheet.text(start + self._gutter + self._look.indent, below, text, self._look.note)
        for level in levels:
            sheet.line(left, level, right, level)
        for at in range(len(self._months) + 1):
            sheet.stroke(left + at * self._width, top, left + at * self._width, levels[-1])

    def _draw_day(
        self, sheet: Sheet, day: Day, shown: Sequence[_Shown], edges: tuple[float, float], levels: tuple[float, float]
    ) -> float:
        look, (left, right), (top, bottom) = self._look, edges, levels
        if day.off:
            sheet.shade(left, top, right, bottom, _SHADE_OFF)
        sheet.text(left + _PAD, top + 0.5, f"{day.day.day} {WEEKDAYS_SHORT[day.day.weekday()]}", look.number)
        lunar = look.lunar.width(day.lunar)
        raised = top + 0.5 + (look.number.size - look.lunar.size) * 0.8
        sheet.text(left + self._gutter - 1.5 * _PAD - lunar, raised, day.lunar, look.lunar)
        x, below = left + self._gutter, top + 1
        note = Type(Style.ITALIC, look.entry.size)
        for text in day.notes:
            for line in wrapped(text, look.entry, self._inner()):
                sheet.text(x, below, line.text, note)
                below += look.entry.leading
        return _entries(sheet, shown, look, x, below)


def _shared(least: Sequence[float], whole: Sequence[float], room: float) -> list[float]:
    """The heights of rows that fill the room.

    Room that is left goes to all rows in equal parts. Where it does not suffice for all texts whole, each row gets at
    least a line for each text, and as many rows as possible get all of theirs.
    """
    if sum(whole) <= room:
        return [each + (room - sum(whole)) / len(whole) for each in whole]
    if sum(least) >= room:
        return _capped(least, room)
    lacking = [all_ - some for all_, some in zip(whole, least, strict=True)]
    heights, left = list(least), room - sum(least)
    for at in sorted(range(len(lacking)), key=lacking.__getitem__):
        more = min(lacking[at], left)
        heights[at] += more
        left -= more
    return heights


def _capped(needed: Sequence[float], room: float) -> list[float]:
    """Each as it needs up to a common limit, so that all together fill the room."""
    left, limit = room, max(needed)
    for order, each in enumerate(sorted(needed)):
        share = left / (len(needed) - order)
        if each > share:
            limit = share
            break
        left -= each
    return [min(each, limit) for each in needed]


def _lane_boxes(lane: Lane, look: Faces, edges: tuple[float, float]) -> Iterator[Box]:
    if not lane.entries:
        return
    yield TitleBox(lane.title, look, edges[0])
    for start in range(0, len(lane.entries), _LIST_COLUMNS):
        yield EntriesBox(lane.entries[start : start + _LIST_COLUMNS], look, edges)


class TitleBox(Box):
    """The title of a list below the sheet."""

    keep = True
    gap = 5

    def __init__(self, title: str, look: Faces, left: float) -> None:
        self._title, self._kind, self._left = title, look.head, left
        self.height = self._kind.leading + 1

    def draw(self, sheet: Sheet, top: float) -> None:
        sheet.text(self._left, top, self._title, self._kind)


class EntriesBox(Box):
    """Tasks of a list, two beside each other: box, number, text."""

    gap = 1.5

    def __init__(self, entries: Sequence[Entry], look: Faces, edges: tuple[float, float]) -> None:
        self._entries, self._look, self._left = entries, look, edges[0]
        self._width = (edges[1] - edges[0]) / _LIST_COLUMNS
        self._indent = look.indent + look.list.width("[000] ")
        self._texts = [wrapped(entry.text, look.list, self._width - self._indent - 3 * MM) for entry in entries]
        self.lines = max(map(len, self._texts))
        self.height = self.lines * look.list.leading

    def draw(self, sheet: Sheet, top: float) -> None:
        look = self._look
        for at, (entry, lines) in enumerate(zip(self._entries, self._texts, strict=True)):
            left = self._left + at * self._width
            draw_tick(sheet, left, top + look.list.leading * 0.18, Tick(entry.done), look.tick)
            sheet.text(left + look.indent, top, f"[{entry.number}]", look.list)
            for order, line in enumerate(lines):
                sheet.text(left + self._indent, top + order * look.list.leading, line.text, look.list)

"""The head of a paper: boxes 1-5 of the layout in NĐ 30/2020/NĐ-CP, annex I."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.reports.model import Heading, Letterhead, Style
from thidua_desktop.reports.pdf.flow import Box
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.texts import printable
from thidua_desktop.reports.typeset import Line, Type, phrased
from thidua_desktop.wording import papers

AGENCY_SHARE = 62 / 165
"""The left column's part of the text width: 62 | 103 mm on upright A4, so that Quốc hiệu and the date line of
Thành phố Hồ Chí Minh (98.7 mm at 13 pt) stand on one line."""

# One set of sizes that belong together (the decree's own example): Quốc hiệu 12 with Tiêu ngữ 13, title 14.
SUPERIOR = Type(Style.REGULAR, 12)
AGENCY = Type(Style.BOLD, 12)
STATE = Type(Style.BOLD, 12)
MOTTO = Type(Style.BOLD, 13)
PARTY = Type(Style.BOLD, 15)
NUMBER = Type(Style.REGULAR, 13)
DATE_LINE = Type(Style.ITALIC, 13)
SUBJECT = Type(Style.REGULAR, 12)
TITLE_SIZE = 14

_RULE_GAP = 1.5
_NUMBER_GAP = 6
SUBJECT_GAP = 6
"""Between the number of a công văn and its "V/v" (box 5b)."""
TITLE_GAP = 14
TITLE_END = 6
"""Free space below the rule of the title."""
TITLE_SHARE = 0.92


class LetterheadBox(Box):
    """The agency at the left, the state at the right, number and day on one row below both."""

    lines = 0

    def __init__(self, head: Letterhead, left: float, right: float) -> None:
        middle = left + (right - left) * AGENCY_SHARE
        self._columns = (left, middle), (middle, right)
        width = middle - left
        superior, name = phrased(head.superior, SUPERIOR, width), phrased(head.name, AGENCY, width)
        self._agency = [(SUPERIOR, line) for line in superior] + [(AGENCY, line) for line in name]
        self._agency_rule = short_rule([line.width for line in name]) if name else 0.0
        self._state = [(kind, _line(text, kind)) for kind, text in state_lines(head)]
        self._number = "" if head.number is None else printable(f"{papers.NUMBER} {head.number}")
        self._day = _date_line(head.dated, right - middle) if head.dated else ()
        self._subject = [(SUBJECT, line) for line in phrased(head.subject, SUBJECT, width)] if head.subject else []
        blocks = (stacked(self._agency), stacked(self._state))
        self._foot = max(blocks) + _RULE_GAP + _NUMBER_GAP
        below = NUMBER.leading + SUBJECT_GAP + stacked(self._subject) if self._subject else 0.0
        row = max(NUMBER.leading if self._number else 0.0, len(self._day) * DATE_LINE.leading)
        self.height = self._foot + max(row, below) if row else max(blocks) + _RULE_GAP

    def draw(self, sheet: Sheet, top: float) -> None:
        at_left, at_right = self._columns
        below = draw_stack(sheet, self._agency, at_left, top)
        rule(sheet, at_left, below + _RULE_GAP, self._agency_rule)
        below = draw_stack(sheet, self._state, at_right, top)
        rule(sheet, at_right, below + _RULE_GAP, self._state[-1][1].width)
        row = top + self._foot
        if self._number:
            # A hand-filled number keeps its blanks, so the line is set as it is, not broken into words.
            number = _line(self._number, NUMBER)
            centred(sheet, number, NUMBER, at_left, row)
        draw_stack(sheet, self._subject, at_left, row + NUMBER.leading + SUBJECT_GAP)
        for order, line in enumerate(self._day):
            centred(sheet, line, DATE_LINE, at_right, row + order * DATE_LINE.leading)


def state_lines(head: Letterhead) -> tuple[tuple[Type, str], ...]:
    """Quốc hiệu and Tiêu ngữ, or the one line of the Party; a rule as long as the last of them stands below."""
    if head.party:
        return ((PARTY, papers.PARTY),)
    return (STATE, papers.STATE), (MOTTO, papers.MOTTO)


class HeadingBox(Box):
    """The title block, centred on the text, with its rule."""

    keep = True
    lines = 0

    def __init__(self, heading: Heading, left: float, right: float) -> None:
        self._edges = left, right
        room = (right - left) * TITLE_SHARE
        kinds = [(line.text, Type(line.style, TITLE_SIZE)) for line in heading.lines]
        self._stack = [(kind, line) for text, kind in kinds for line in phrased(text, kind, room)]
        last = phrased(*kinds[-1], room)
        self._rule = short_rule([line.width for line in last]) if heading.rule else 0.0
        self.gap, self.new_page = TITLE_GAP, heading.new_page
        self.height = stacked(self._stack) + _RULE_GAP + TITLE_END

    def draw(self, sheet: Sheet, top: float) -> None:
        below = draw_stack(sheet, self._stack, self._edges, top)
        rule(sheet, self._edges, below + _RULE_GAP, self._rule)


def short_rule(widths: Sequence[float]) -> float:
    """The length of a rule below a text: a third to a half of it (NĐ 30/2020).

    Where the text has several lines the length suits the longest, and the last one too if it is long enough.
    """
    longest = max(widths)
    return max(longest / 3, min(longest * 0.42, widths[-1] / 2))


def rule(sheet: Sheet, edges: tuple[float, float], top: float, length: float) -> None:
    """A drawn line in the middle between two edges."""
    if length:
        middle = sum(edges) / 2
        sheet.line(middle - length / 2, top, middle + length / 2, top)


def centred(sheet: Sheet, line: Line, kind: Type, edges: tuple[float, float], top: float) -> None:
    """A line in the middle between two edges."""
    sheet.text((sum(edges) - line.width) / 2, top, line.text, kind)


def _date_line(text: str, width: float) -> tuple[Line, ...]:
    """On one line as it is, blanks for the pen kept; a very long place goes on two."""
    whole = _line(printable(text), DATE_LINE)
    return (whole,) if whole.width <= width else phrased(text, DATE_LINE, width)


def _line(text: str, kind: Type) -> Line:
    return Line(text, kind.width(text), last=True)


def stacked(stack: Sequence[tuple[Type, Line]]) -> float:
    """The height of lines one below the other."""
    return sum(kind.leading for kind, _ in stack)


def draw_stack(sheet: Sheet, stack: Sequence[tuple[Type, Line]], edges: tuple[float, float], top: float) -> float:
    """Centred lines one below the other; the lower edge of the last."""
    for kind, line in stack:
        centred(sheet, line, kind, edges, top)
        top += kind.leading
    return top

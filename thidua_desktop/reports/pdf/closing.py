"""The end of a paper: Nơi nhận at the left margin, level with the first line of the signature (boxes 7 and 9)."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.reports.model import Closing, Signature, Style
from thidua_desktop.reports.pdf.flow import Box
from thidua_desktop.reports.pdf.letterhead import AGENCY_SHARE, draw_stack, stacked
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.typeset import MM, Line, Type, phrased, wrapped
from thidua_desktop.wording import papers

POST = Type(Style.BOLD, 14)
HOW = Type(Style.ITALIC, 13)
NAME = Type(Style.BOLD, 14)
RECIPIENTS_TITLE = Type(Style.BOLD_ITALIC, 12)
RECIPIENTS = Type(Style.REGULAR, 11)

SIGNING_SPACE = 28 * MM
"""Room for a wet signature and the seal: 25-30 mm."""

BELOW_GAP = 10
"""Points between the names and Nơi nhận where this stands under the left one."""

_GAP = 14


class ClosingBox(Box):
    """Recipients and signatures, never parted by a page."""

    lines = 0

    def __init__(self, closing: Closing, left: float, right: float) -> None:
        self.gap = _GAP
        self._left = left
        self._recipients = _recipient_lines(closing.recipients, (right - left) * AGENCY_SHARE)
        self._columns = columns_of(closing, left, right)
        self._posts = [
            _post_lines(signature, edges[1] - edges[0])
            for signature, edges in zip(closing.signatures, self._columns, strict=True)
        ]
        self._names = [
            [(NAME, line) for line in phrased(signature.name, NAME, edges[1] - edges[0])]
            for signature, edges in zip(closing.signatures, self._columns, strict=True)
        ]
        self._name_top = max(map(stacked, self._posts), default=0.0) + SIGNING_SPACE
        signed = self._name_top + max(map(stacked, self._names), default=0.0)
        self._recipients_top = signed + BELOW_GAP if closing.below and self._recipients else 0.0
        self.height = max(signed, self._recipients_top + stacked(self._recipients))

    def draw(self, sheet: Sheet, top: float) -> None:
        below = top + self._recipients_top
        for kind, line in self._recipients:
            sheet.text(self._left, below, line.text, kind)
            below += kind.leading
        for edges, posts, name in zip(self._columns, self._posts, self._names, strict=True):
            draw_stack(sheet, posts, edges, top)
            draw_stack(sheet, name, edges, top + self._name_top)


def columns_of(closing: Closing, left: float, right: float) -> list[tuple[float, float]]:
    """The edges of each signature: beside the recipients or alone in the right part, otherwise in equal parts."""
    count = len(closing.signatures)
    if (closing.recipients and not closing.below) or count == 1:
        left += (right - left) * AGENCY_SHARE
    width = (right - left) / max(count, 1)
    return [(left + order * width, left + (order + 1) * width) for order in range(count)]


def _post_lines(signature: Signature, width: float) -> list[tuple[Type, Line]]:
    posts = [(POST, line) for post in signature.posts for line in phrased(post, POST, width)]
    return posts + [(HOW, line) for line in phrased(signature.note, HOW, width)]


def _recipient_lines(recipients: Sequence[str], width: float) -> list[tuple[Type, Line]]:
    if not recipients:
        return []
    title = [(RECIPIENTS_TITLE, line) for line in wrapped(papers.RECIPIENTS, RECIPIENTS_TITLE, width)]
    each = papers.recipient_lines(recipients)
    return title + [(RECIPIENTS, line) for text in each for line in wrapped(text, RECIPIENTS, width)]

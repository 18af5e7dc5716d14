"""The tree of a plan: which item stands under which, by the signs that open them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from thidua_desktop.importing.plans.joining import Paragraph
from thidua_desktop.importing.plans.numbering import Marker
from thidua_desktop.importing.plans.sections import (
    Attribute,
    attribute_of,
    holds_contents,
    is_time_heading,
    time_lead,
    topic_of_inner,
    topic_of_section,
)
from thidua_desktop.importing.plans.text import mostly_upper, plain, word_count
from thidua_desktop.importing.plans.times import Moment
from thidua_desktop.importing.plans.units import is_unit_heading
from thidua_desktop.importing.plans.verbs import starts_duty

_STEP = re.compile(
    r"(?:dot|buoc|giai doan)\s*(?:thu\s+)?(?:\d{1,2}|[il1|]?[ivl1]{1,3}|nhat|hai|ba|tu|bon|"
    r"cuoi)\b\s*(?:[:.,(–-]|tu\b|den\b|thang|ngay|$)"
)

ROOT, TIME, STEP, HEAD, PLAIN, CONTENTS = "root", "time", "step", "head", "plain", "contents"


@dataclass(slots=True)
class RowFacts:
    """What the other columns of a table row say about it."""

    time: str = ""
    marks: tuple[Moment, ...] = ()
    lead: str = ""
    coordinate: str = ""
    product: str = ""
    group: bool = False
    time_column: bool = False


@dataclass(slots=True)
class Node:
    """An item with what stands under it."""

    text: str
    marker: Marker | None
    blocks: list[int]
    style: str
    row: RowFacts | None = None
    children: list[Node] = field(default_factory=list)
    above: Node | None = None
    bold: bool = False
    gap: bool = False

    @property
    def numeral(self) -> str:
        return self.marker.numeral if self.marker else ""

    @property
    def label(self) -> str | None:
        return self.marker.label if self.marker else None

    def path(self) -> str | None:
        """The enclosing numerals joined by dots ("II.1"); a deep number (1.1) takes the place of its parent's."""
        numerals: list[str] = []
        node = self.above
        while node is not None:
            if node.numeral:
                last = numerals[0] if numerals else ""
                if not (last and last.startswith(f"{node.numeral}.") and last.replace(".", "").isdecimal()):
                    numerals.insert(0, node.numeral)
            node = node.above
        return ".".join(numerals) or None


DEEPEST = 30
"""No plan nests deeper; garbled text must not either."""
_RANKS = {"annex": 0, "phan": 1, "chuong": 2, "capital": 3, "muc": 3, "roman": 3, "dieu": 4, HEAD: 3}


class Builder:
    """Takes paragraphs and rows in order and hangs each under the right one."""

    def __init__(self) -> None:
        self.root = Node("", None, [], ROOT)
        self._open: list[Node] = [self.root]
        self._outer_style: dict[str, str] = {}

    @property
    def top(self) -> Node:
        """The innermost item that is still open."""
        return self._open[-1]

    def paragraph(self, paragraph: Paragraph) -> Node:
        """Hangs a paragraph."""
        self._close_rows()
        node = Node(
            paragraph.text, paragraph.marker, list(paragraph.blocks), PLAIN, bold=paragraph.bold, gap=paragraph.gap
        )
        if paragraph.marker is not None:
            node.style = paragraph.marker.style
            self._hang_marked(node)
        else:
            node.style = self._style_of_unmarked(paragraph)
            if node.style == PLAIN:
                self._hang_plain(node)
            else:
                self._hang_heading(node)
        return node

    def row(self, text: str, marker: Marker | None, blocks: list[int], facts: RowFacts) -> Node:
        """Hangs a table row."""
        node = Node(text, marker, blocks, f"row:{marker.style}" if marker else "row:", facts)
        if marker is None and is_time_heading(text):
            node.style = "row:time"
        self._close_for_rows()
        same = self._same_style(node)
        if same is not None:
            self._close_to(same)
        elif facts.group:
            self._close_row_items(node)
        else:
            self._close_rows_beside(node)
        self._push(node)
        return node

    def below(self, row: Node, piece: Paragraph, facts: RowFacts) -> Node:
        """Hangs an item of a row's cell under that row; it shares the row's other columns."""
        node = Node(piece.text, piece.marker, list(row.blocks), "cell", facts, above=row)
        row.children.append(node)
        return node

    def _close_for_rows(self) -> None:
        while self.top.style.startswith("bullet") or (self.top.style == "letter" and not self.top.text.endswith(":")):
            self._open.pop()

    def _close_rows(self) -> None:
        while self.top.style.startswith("row:"):
            self._open.pop()

    def _close_row_items(self, node: Node) -> None:
        """A group row ends the items before it; a time row stays under the group that has a number."""
        while self.top.style.startswith("row:") and not (
            node.style == "row:time"
            and self.top.row is not None
            and self.top.row.group
            and self.top.style != "row:time"
        ):
            if (
                self.top.row is not None
                and self.top.row.group
                and node.marker is not None
                and self.top.style == "row:time"
            ):
                break
            self._open.pop()

    def _close_rows_beside(self, node: Node) -> None:
        """A row without an ordinal has nothing below it, and stands beside the rows that have one."""
        while self.top.style.startswith("row:") and self.top.row is not None and not self.top.row.group:
            if node.marker is not None and self.top.marker is not None:
                return
            self._open.pop()

    def _style_of_unmarked(self, paragraph: Paragraph) -> str:
        text = paragraph.text
        if attribute_of(text) is None and (is_time_heading(text) or time_lead(text)):
            return TIME
        if is_step(text) or _introduces_times(text):
            return STEP
        if holds_contents(text):
            return CONTENTS
        topic = topic_of_section(text)
        short = word_count(text) <= 12 and not text.endswith((".", ";"))
        if short and topic is not None and mostly_upper(text) and len(text) > 6:
            return HEAD
        inner = topic_of_inner(text, has_children=True)
        if (
            short
            and inner is not None
            and (paragraph.bold or text.endswith(":"))
            and attribute_of(f"{text.rstrip(':')}: x") is None
        ):
            return HEAD if paragraph.bold and word_count(text) <= 8 else STEP
        return PLAIN

    def _hang_marked(self, node: Node) -> None:
        same = self._same_style(node)
        if same is not None and not self._opens_below(node):
            self._close_to(same)
        elif same is None:
            self._close_unfit(node)
        self._push(node)

    def _opens_below(self, node: Node) -> bool:
        """A list that begins again right under a heading stands below it ("1.1 Quý I" with "1. …" under it)."""
        top = self.top
        if node.marker is None or node.marker.number != 1 or node.marker.is_bullet or node.style in _RANKS:
            return False
        if top.children or len(self._open) > DEEPEST:
            return False
        if is_time_heading(top.text) or (top.text.endswith(":") and top.style != node.style):
            return True
        section = mostly_upper(top.text) and topic_of_section(top.text) is not None
        return section and top.style == node.style and not mostly_upper(node.text)

    def _same_style(self, node: Node) -> Node | None:
        """The open item that this one follows: the one before it in its sequence, in capitals if this one is."""
        candidates = [entry for entry in reversed(self._open) if entry.style == node.style]
        if not candidates or node.marker is None or node.marker.number is None:
            return candidates[0] if candidates else None
        number, upper = node.marker.number, mostly_upper(node.text)
        return max(
            candidates,
            key=lambda entry: (
                entry.marker is not None and entry.marker.number == number - 1,
                mostly_upper(entry.text) == upper,
            ),
        )

    def _close_unfit(self, node: Node) -> None:
        """A sign seen for the first time ends what ranks below it."""
        rank = _RANKS.get(node.style)
        if rank is not None:
            self._close_for_section(node, rank)
            return
        if node.style.startswith("number:") and node.marker is not None and "." in node.marker.numeral:
            parent = node.marker.numeral.rsplit(".", 1)[0]
            for place in range(len(self._open) - 1, 0, -1):
                if self._open[place].numeral == parent:
                    self._open = self._open[: place + 1]
                    return
        if not node.style.startswith("bullet"):
            while self.top.style.startswith("bullet") and not self.top.text.endswith(":"):
                self._open.pop()

    def _close_for_section(self, node: Node, rank: int) -> None:
        """A and I may stand either way round: whichever was met first is the outer one."""
        outer = self._outer_style.get(node.style)
        while self.top is not self.root and (
            self.top.style != outer if outer is not None else _RANKS.get(self.top.style, 9) > rank
        ):
            self._open.pop()
        self._outer_style.setdefault(node.style, self.top.style)

    def _hang_heading(self, node: Node) -> None:
        same = next((entry for entry in reversed(self._open) if entry.style == node.style), None)
        if same is not None:
            self._close_to(same)
        elif node.style == HEAD:
            self._close_unfit(node)
        elif node.style == CONTENTS:
            pass  # stands under the item whose dossier it lists
        else:
            self._close_leaves()
        self._push(node)

    def _close_leaves(self) -> None:
        while self.top.style.startswith(("bullet", "letter", "(", "small")) or (
            self.top.style.startswith("number") and starts_duty(self.top.text) and not self.top.text.endswith(":")
        ):
            self._open.pop()

    def _hang_plain(self, node: Node) -> None:
        """A paragraph without a sign belongs under a heading, or beside an item of work."""
        top = self.top
        while top is not self.root and top.style not in (TIME, STEP, HEAD) and not _is_heading(top):
            if attribute_of(node.text) is not None:
                break
            top = top.above or self.root
        node.above = top
        top.children.append(node)

    def _close_to(self, same: Node) -> None:
        while self._open[-1] is not same:
            self._open.pop()
        self._open.pop()

    def _push(self, node: Node) -> None:
        node.above = self.top
        self.top.children.append(node)
        self._open.append(node)


def _introduces_times(text: str) -> bool:
    """ "Thời gian: từ … đến …, chia làm 2 giai đoạn:" heads what follows and tells nothing of the item above."""
    told = attribute_of(text)
    return text.endswith(":") and told is not None and told.kind is Attribute.TIME and bool(told.value)


def is_step(text: str) -> bool:
    """ "Đợt 1: …", "Bước 2. …", "Giai đoạn I (…)": a step of the work, whatever follows on the line."""
    return bool(_STEP.match(plain(text)))


def _is_heading(node: Node) -> bool:
    text = node.text
    if any(child.marker is not None for child in node.children) or is_unit_heading(text):
        return True
    if text.endswith(":") or mostly_upper(text):
        return True
    if topic_of_inner(text, has_children=True) is not None or is_time_heading(text):
        return True
    if node.style in _RANKS:
        return not text.endswith((".", ";", "./.")) or word_count(text) < 16
    return word_count(text) <= 12 and not starts_duty(text) and not text.endswith((".", ";"))

"""Placing boxes one below the other: what stays together, what is repeated, where a page is turned."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from thidua_desktop.reports.pdf.sheet import Sheet

TAIL_LINES = 2
"""Lines of the text that stand on the page of the signature, at least."""

LEAST_PART = 60.0
"""Points of a divided row that are worth beginning at the foot of a page: about four lines."""


class Box(ABC):
    """Something of a known height (points) that is drawn in one place."""

    height: float = 0
    gap: float = 0
    """Free space above; dropped at the top of a page."""
    lines: int = 1
    """Lines of text in it."""
    keep: bool = False
    """On the same page as the box after it."""
    new_page: bool = False
    """Begins a page."""
    head: Box | None = None
    """Drawn above the box when it begins a page."""

    @abstractmethod
    def draw(self, sheet: Sheet, top: float) -> None:
        """Draw it with its upper edge at ``top``."""

    def divided(self, room: float) -> tuple[Box, Box] | None:
        """What fits into ``room`` and what is left over, for a box that may be divided; None where nothing fits."""
        del room
        return None


class Flow:
    """Fills sheets with boxes from top to bottom."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._y = sheet.top
        self._fresh = True

    def place(self, boxes: Iterable[Box]) -> None:
        """Draw all boxes in order; they are taken one by one, so a long table never stands in memory as a whole."""
        chain: list[Box] = []
        for box in boxes:
            chain.append(box)
            if not box.keep:
                self._place_chain(chain)
                chain = []
        self._place_chain(chain)

    def _place_chain(self, chain: list[Box]) -> None:
        if not chain:
            return
        if chain[0].new_page and not self._fresh:
            self._turn(chain[0])
        if self._fits(chain):
            for box in chain:
                self._draw(box)
            return
        if self._fits_a_page(chain):
            self._turn(chain[0])
            for box in chain:
                self._draw(box)
            return
        # No page holds the whole chain: its boxes go on their own, the tall one divided.
        if not self._fresh and _height(chain[:-1], fresh=False) + LEAST_PART > self._room:
            self._turn(chain[0])
        for box in chain:
            self._place_alone(box)

    def _place_alone(self, box: Box) -> None:
        turned = self._fresh
        while not self._fits([box]):
            parts = None if self._fits_a_page([box]) else box.divided(self._room - box.gap)
            if parts is not None:
                self._draw(parts[0])
                box, turned = parts[1], False
            elif turned:
                break  # indivisible and taller than a page: shown as far as the paper goes
            else:
                self._turn(box)
                turned = True
        self._draw(box)

    @property
    def _room(self) -> float:
        return self._sheet.bottom - self._y

    def _fits(self, chain: Sequence[Box]) -> bool:
        return _height(chain, fresh=self._fresh) <= self._room + 0.01

    def _fits_a_page(self, chain: Sequence[Box]) -> bool:
        head = chain[0].head
        room = self._sheet.bottom - self._sheet.top - (head.height if head is not None else 0)
        return _height(chain, fresh=True) <= room + 0.01

    def _turn(self, following: Box) -> None:
        self._sheet.turn()
        self._y = self._sheet.top
        self._fresh = True
        if following.head is not None:
            self._draw(following.head)

    def _draw(self, box: Box) -> None:
        self._y += 0 if self._fresh else box.gap
        box.draw(self._sheet, self._y)
        self._y += box.height
        self._fresh = False


def _height(chain: Sequence[Box], *, fresh: bool) -> float:
    return sum(box.height + box.gap for box in chain) - (chain[0].gap if fresh and chain else 0)


def with_tail(boxes: Iterable[Box], closing: Iterable[Box]) -> Iterator[Box]:
    """The boxes, the last lines of them kept with what closes the paper."""
    held: deque[Box] = deque()
    for box in boxes:
        held.append(box)
        while sum(each.lines for each in held) - held[0].lines >= TAIL_LINES:
            yield held.popleft()
    for box in held:
        box.keep = True
    yield from held
    yield from closing

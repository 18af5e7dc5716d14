"""All keys of the program on paper, to lie beside the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from thidua_desktop.domain.manual import Block, Face, Grid, Heading, Span
from thidua_desktop.services.outgoing import outgoing

Group = tuple[str, Sequence[tuple[str, str]]]
"""Where the keys work, and what each does with its key."""

_HEAD = ((Span("Việc"),), (Span("Phím"),))


def write_pdf(title: str, groups: Sequence[Group], target: Path) -> Path:
    """Write the keys group by group; gives the path.

    Raises:
        NoRoomForFile, FileRefused, PlaceUnreachable
    """
    from thidua_desktop.reports.manual.book import write_leaf

    blocks: list[Block] = []
    for number, (place, keys) in enumerate(groups):
        blocks.append(Heading(2, place, f"phim-{number}"))
        blocks.append(Grid(_HEAD, tuple(((Span(what),), (Span(key, Face.KEY),)) for what, key in keys)))
    with outgoing(target) as scratch:
        write_leaf(title, blocks, scratch)
    return target

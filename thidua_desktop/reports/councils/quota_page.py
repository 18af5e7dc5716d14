"""Bảng tỷ lệ khen thưởng: how many each unit proposes beside the ceiling of the rulebook and where that is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from thidua_desktop.domain.quota_boards import UnitGauge
from thidua_desktop.reports.councils.award_list import ListPaper, page_head, signed
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    Block,
    Column,
    GroupRow,
    HeadCell,
    Paragraph,
    Report,
    Row,
    Table,
)
from thidua_desktop.wording import council_papers, formats, papers
from thidua_desktop.wording import meeting_pages as phrases
from thidua_desktop.wording.quotas import SOURCES
from thidua_desktop.wording.rules import Names

_CENTER = Align.CENTER
_COLUMNS = (
    Column(12, _CENTER),
    Column(66),
    Column(22, _CENTER),
    Column(22, _CENTER),
    Column(45),
    Column(22, _CENTER),
    Column(22, _CENTER),
    Column(46),
)
_HEADS = (
    council_papers.ORDINAL,
    phrases.QUOTA_UNIT,
    phrases.CHOSEN,
    phrases.BASE,
    phrases.BASE_SOURCE,
    phrases.SHARE,
    phrases.MOST,
    phrases.STANDING,
)


def quota_page(paper: ListPaper, gauges: Sequence[UnitGauge], names: Names) -> Report:
    """The ceilings of a meeting's lines, award by award: the units, then the whole.

    Args:
        gauges: of the lines before the council, in the order of the awards; those of several rounds one after another.
        names: of awards, and of what the shares are counted of.
    """
    head = page_head(paper, phrases.QUOTA_TITLE)
    if not gauges:
        nothing = Paragraph(f"{phrases.NO_CEILINGS}{papers.END}", Align.LEFT)
        return Report(phrases.QUOTA_TITLE, (*head, nothing), A4_LANDSCAPE)
    blocks: tuple[Block, ...] = (
        *head,
        Table(_COLUMNS, (tuple(map(HeadCell, _HEADS)),), tuple(_rows(gauges, paper, names))),
        Paragraph(phrases.quota_end(sum(one.over for one in gauges)), Align.LEFT),
        signed(paper),
    )
    return Report(phrases.QUOTA_TITLE, blocks, A4_LANDSCAPE)


def _rows(gauges: Sequence[UnitGauge], paper: ListPaper, names: Names) -> Iterator[Row | GroupRow]:
    """Units judged by the letters of different days may have different ceilings: each has a heading of its own."""
    places = {one.award_id: place for place, one in reversed(list(enumerate(gauges)))}
    ordered = sorted(gauges, key=lambda one: (places[one.award_id], phrases.ceiling(one, names), one.unit is None))
    divided = groupby(ordered, key=lambda one: (one.award_id, phrases.ceiling(one, names)))
    for at, ((award, ceiling), those) in enumerate(divided, start=1):
        yield GroupRow(f"{formats.roman(at)}. {paper.awards.get(award, award).upper()}: {ceiling}")
        for number, one in enumerate(those, start=1):
            yield _row(number, one)


def _row(number: int, one: UnitGauge) -> Row:
    known = one.base.amount is not None
    whole = one.unit is None
    return Row(
        (
            None if whole else number,
            phrases.WHOLE_ROUND if whole else one.unit or council_papers.NO_UNIT,
            one.gauge.chosen,
            one.base.amount,
            SOURCES[one.base.source] if known else phrases.NO_BASE,
            phrases.share(one.gauge) if known else "–",
            one.gauge.allowed if known else None,
            phrases.standing(one.gauge, known=known),
        ),
        bold=whole,
    )

"""Danh sách trình Hội đồng: the lines of a meeting in the order that the office wants (document-forms §2.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count

from thidua_desktop.common.vietnamese import POINT_LETTERS
from thidua_desktop.domain.award_lists import Counts, ListGroup, ListOrder
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.nominations import Nomination, Occasion
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.councils.lines import birth_years, on_lines, post_and_unit, recipient
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    Block,
    Closing,
    Column,
    GroupRow,
    HeadCell,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Signature,
    Style,
    Table,
)
from thidua_desktop.wording import council_papers as phrases
from thidua_desktop.wording import formats, labels, papers

_CENTER = Align.CENTER
_COLUMNS = (
    Column(11, _CENTER),
    Column(42),
    Column(14, _CENTER),
    Column(14, _CENTER),
    Column(45),
    Column(35),
    Column(71),
    Column(25),
)
_HEADER = (
    (
        HeadCell(phrases.ORDINAL, rows=2),
        HeadCell(phrases.NAME, rows=2),
        HeadCell(phrases.BORN, columns=2),
        HeadCell(phrases.POST, rows=2),
        HeadCell(phrases.AWARD, rows=2),
        HeadCell(phrases.SUMMARY, rows=2),
        HeadCell(phrases.NOTE, rows=2),
    ),
    (HeadCell(phrases.MALE), HeadCell(phrases.FEMALE)),
)


@dataclass(frozen=True, slots=True)
class ListPaper:
    """What stands around the lines. ``head`` is the council as it issues papers, with its signer."""

    head: Office
    subject: str
    awards: Mapping[str, str]
    """Names of awards by id."""
    day: date | None = None
    title: str = phrases.LIST_TITLE
    notes: Mapping[NominationId, str] = field(default_factory=dict)
    """What the office has noted of single lines, besides their own notes."""


def council_list(paper: ListPaper, groups: Sequence[ListGroup], order: ListOrder) -> Report:
    """The list with its groups, as ``domain.award_lists.award_list`` made them in that order.

    Lines are numbered within each group of the highest level, so that one can be named at the table ("mục I, số 12").
    Identity numbers in names and notes are masked.
    """
    total = sum((group.counts for group in groups), Counts())
    head = page_head(paper, paper.title)
    if not total.total:
        nothing = Paragraph(f"{phrases.NO_LINES}{papers.END}", Align.LEFT)
        return Report(paper.title, (*head, nothing), A4_LANDSCAPE)
    blocks: tuple[Block, ...] = (
        *head,
        Table(_COLUMNS, _HEADER, tuple(_rows(paper, groups, order))),
        Paragraph(phrases.list_end(total), Align.LEFT),
        signed(paper),
    )
    return Report(paper.title, blocks, A4_LANDSCAPE)


def page_head(paper: ListPaper, title: str) -> tuple[Letterhead, Heading]:
    """What the pages that lie before the council begin with."""
    head = Letterhead(paper.head.name.upper(), papers.superior_line(paper.head.superior), paper.head.place, paper.day)
    return head, Heading((HeadingLine(title), HeadingLine(paper.subject, Style.REGULAR)))


def signed(paper: ListPaper) -> Closing:
    """What they end with."""
    return Closing((Signature(tuple(map(str.upper, paper.head.signer_posts)), paper.head.signer_name),))


def group_names(order: ListOrder, paper: ListPaper) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """How the headings of both levels are called, by their keys."""
    outer, inner = _LEVELS[order]
    return lambda key: _name(outer, key, paper), lambda key: _name(inner, key, paper)


def _rows(paper: ListPaper, groups: Sequence[ListGroup], order: ListOrder) -> Iterator[Row | GroupRow]:
    outer, inner = group_names(order, paper)
    for at, group in enumerate(groups, start=1):
        yield GroupRow(phrases.group(f"{formats.roman(at)}.", outer(group.key).upper(), group.counts))
        numbers = count(1)
        for below, part in enumerate(group.groups, start=1):
            yield GroupRow(phrases.group(f"{below}.", inner(part.key), part.counts))
            for place, kind in enumerate(part.groups):
                if len(part.groups) > 1:
                    name = labels.of(RecipientKind(kind.key))
                    yield GroupRow(phrases.kind_group(f"{POINT_LETTERS[place]})", name, kind.counts.total))
                for line in kind.lines:
                    yield _row(paper, next(numbers), line)


_LEVELS = {
    ListOrder.AWARD_UNIT: ("award", "unit"),
    ListOrder.UNIT_AWARD: ("unit", "award"),
    ListOrder.OCCASION_AWARD: ("occasion", "award"),
}


def _name(level: str, key: str, paper: ListPaper) -> str:
    match level:
        case "award":
            return paper.awards.get(key, key)
        case "occasion":
            return labels.of(Occasion(key))
        case _:
            return key or phrases.NO_UNIT


def _row(paper: ListPaper, number: int, line: Nomination) -> Row:
    male, female, unknown = birth_years(line)
    moved = line.asked_award_id is not None and line.asked_award_id != line.award_id
    asked = phrases.asked(paper.awards.get(line.asked_award_id or "", line.asked_award_id or "")) if moved else ""
    said = paper.notes.get(line.id, "") if line.id is not None else ""
    return Row(
        (
            number,
            on_lines((recipient(line), phrases.born(unknown) if unknown else "")),
            male,
            female,
            post_and_unit(line),
            paper.awards.get(line.award_id, line.award_id),
            without_id_numbers(line.citation or ""),
            without_id_numbers(on_lines((asked, said, line.note or ""))),
        )
    )

"""Giấy xác nhận đã được khen thưởng: what the register says of somebody, on one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.model import (
    Align,
    Block,
    Closing,
    Column,
    HeadCell,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Signature,
    Table,
)
from thidua_desktop.wording import council_papers, papers
from thidua_desktop.wording import register_papers as phrases

_CENTER = Align.CENTER
COLUMNS = (Column(11, _CENTER), Column(16, _CENTER), Column(55), Column(63), Column(20, _CENTER))
HEADS = (council_papers.ORDINAL, phrases.YEAR, phrases.AWARD, phrases.DECISION, phrases.GOLDEN_BOOK)


@dataclass(frozen=True, slots=True)
class ConfirmationPaper:
    """Who confirms, and about whom. ``head`` is the issuer with its signer."""

    head: Office
    agency: str
    """The issuer in running text."""
    awards: Mapping[str, str]
    """Names of awards by id."""
    holder: str
    """``Ông Nguyễn Văn An``; a collective by its name."""
    details: tuple[str, ...] = ()
    """What else is known of the holder, a line each: birth, post and unit."""
    asked_by: str = ""
    purpose: str = ""
    """What the paper is for: "bổ sung hồ sơ hưởng chế độ"."""
    number: str | None = None
    day: date | None = None
    recipients: tuple[str, ...] = ()
    full_id: bool = False
    """The clerk has asked for the identity number whole, for this one paper."""


def confirmation(paper: ConfirmationPaper, entries: Sequence[RegisterEntry]) -> Report:
    """The awards that are still held, the oldest first; one that was withdrawn is not confirmed.

    Identity numbers in the particulars are masked unless ``full_id`` is set.
    """
    held = held_entries(entries)
    head = paper.head
    blocks: tuple[Block, ...] = (
        Letterhead(
            head.name.upper(),
            papers.superior_line(head.superior),
            head.place,
            paper.day,
            paper.number or papers.blank_number(f"/GXN-{head.code or '………'}"),
        ),
        Heading((HeadingLine(phrases.CONFIRMATION_TITLE), HeadingLine(phrases.CONFIRMATION_SUBJECT))),
        Paragraph(phrases.confirms(paper.agency, paper.holder)),
        *(Paragraph(f"- {line}.") for line in particulars(paper)),
        *_given(paper, held),
        Closing(
            (Signature(tuple(map(str.upper, head.signer_posts)), head.signer_name),),
            (paper.holder, *paper.recipients, papers.KEPT_COPY),
        ),
    )
    return Report(f"{phrases.CONFIRMATION_TITLE} - {paper.holder}", blocks, template=TemplateKind.CONFIRMATION)


def held_entries(entries: Sequence[RegisterEntry]) -> tuple[RegisterEntry, ...]:
    """What of the register is confirmed, in the order of the years."""
    return tuple(sorted((one for one in entries if one.counts), key=lambda one: (one.year, str(one.decided_on or ""))))


def particulars(paper: ConfirmationPaper) -> tuple[str, ...]:
    """What is said of the holder."""
    lines = (line.strip().rstrip(".;") for line in paper.details if line.strip())
    return tuple(line if paper.full_id else without_id_numbers(line) for line in lines)


def cells(paper: ConfirmationPaper, number: int, entry: RegisterEntry) -> tuple[str, str, str, str, str]:
    """A line of the table."""
    name = paper.awards.get(entry.award_id, entry.award_id)
    other = "" if entry.name in paper.holder else f"\n{phrases.named_there(without_id_numbers(entry.name))}"
    return (str(number), str(entry.year), f"{name}{other}", phrases.decided(entry), entry.golden_book or "")


def _given(paper: ConfirmationPaper, held: Sequence[RegisterEntry]) -> Iterator[Block]:
    if not held:
        yield Paragraph(phrases.nothing_given(paper.agency))
        return
    yield Paragraph(phrases.was_given(len(held)), keep=True)
    rows = [Row(cells(paper, number, entry)) for number, entry in enumerate(held, start=1)]
    yield Table(COLUMNS, (tuple(map(HeadCell, HEADS)),), rows)
    yield Paragraph(phrases.made_for(paper.asked_by, paper.purpose), before=10)

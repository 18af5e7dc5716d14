"""Tóm tắt thành tích: what each line of the list has done, to be read out at the meeting (document-forms §2.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from thidua_desktop.domain.award_lists import Counts, ListGroup, ListOrder
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.reports.councils.award_list import ListPaper, group_names, page_head, signed
from thidua_desktop.reports.councils.lines import post_and_unit, recipient
from thidua_desktop.reports.model import Align, Block, Paragraph, Report, Style
from thidua_desktop.wording import council_papers, formats, papers
from thidua_desktop.wording import meeting_pages as phrases


def achievement_summary(paper: ListPaper, groups: Sequence[ListGroup], order: ListOrder) -> Report:
    """The summaries in the order and with the numbers of ``council_list``, so that both can be read side by side."""
    total = sum((group.counts for group in groups), Counts())
    head = page_head(paper, phrases.ACHIEVEMENTS_TITLE)
    if not total.total:
        nothing = Paragraph(f"{council_papers.NO_LINES}{papers.END}", Align.LEFT)
        return Report(phrases.ACHIEVEMENTS_TITLE, (*head, nothing))
    blocks: tuple[Block, ...] = (
        *head,
        *_entries(paper, groups, order),
        Paragraph(council_papers.list_end(total), before=10),
        signed(paper),
    )
    return Report(phrases.ACHIEVEMENTS_TITLE, blocks)


def _entries(paper: ListPaper, groups: Sequence[ListGroup], order: ListOrder) -> Iterator[Paragraph]:
    outer, inner = group_names(order, paper)
    for at, group in enumerate(groups, start=1):
        name = outer(group.key).upper()
        yield _heading(council_papers.group(f"{formats.roman(at)}.", name, group.counts))
        numbers = count(1)
        for below, part in enumerate(group.groups, start=1):
            yield _heading(council_papers.group(f"{below}.", inner(part.key), part.counts))
            for line in (line for kind in part.groups for line in kind.lines):
                yield from _summary(next(numbers), line, paper)


def _heading(text: str) -> Paragraph:
    return Paragraph(text, Align.LEFT, Style.BOLD, indent=0, keep=True)


def _summary(number: int, line: Nomination, paper: ListPaper) -> Iterator[Paragraph]:
    who = ", ".join(filter(None, (recipient(line), post_and_unit(line))))
    said = without_id_numbers((line.citation or "").strip()) or phrases.NO_ACHIEVEMENT
    yield Paragraph(f"({number}) {who}:", Align.LEFT, Style.BOLD, keep=True)
    yield Paragraph(said, before=2)
    note = paper.notes.get(line.id, "") if line.id is not None else ""
    if note:
        yield Paragraph(phrases.noted(without_id_numbers(note)), style=Style.ITALIC, before=2)

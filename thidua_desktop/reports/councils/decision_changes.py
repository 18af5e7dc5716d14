"""Decisions about a decision: đính chính and thu hồi. The list that was signed is quoted, never printed anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.decision_changes import CorrectedField, Correction
from thidua_desktop.domain.decisions import Decision, DecisionLine
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.councils.decision import legal_bases, printed_articles
from thidua_desktop.reports.councils.decision_list import counts_of, introduced, named
from thidua_desktop.reports.model import Block, Closing, Heading, HeadingLine, Letterhead, Report, Signature
from thidua_desktop.wording import decision_papers, papers
from thidua_desktop.wording import register_papers as phrases

Articles = Sequence[tuple[str, list[str]]]
"""Each article: its sentence, and what stands below it."""


@dataclass(frozen=True, slots=True)
class ChangePaper:
    """What stands in such a decision besides what it changes. ``head`` is who issues it, as in ``DecisionPaper``."""

    head: Office
    authority: str
    """Who decides, in running text."""
    bases: tuple[str, ...]
    """Căn cứ of the day, who proposes it as the last."""
    reason: str = ""
    """Why, after the word "do": "lỗi đánh máy"."""
    number: str | None = None
    day: date | None = None
    executors: str = ""
    recipients: tuple[str, ...] = ()


def correction_decision(paper: ChangePaper, decision: Decision, corrections: Sequence[Correction]) -> Report:
    """Quyết định đính chính: every text as it was signed and as it is read from now on.

    Args:
        decision: the signed one, with its list as it was signed.
        corrections: what was written beside it on this occasion, in any order; they follow the list.
    """
    places = {line.id: order for order, line in enumerate(decision.lines)}
    held = {line.id: line for line in decision.lines}
    ordered = sorted(corrections, key=lambda one: places.get(one.line_id, len(places)))
    texts = [_corrected(one, held.get(one.line_id)) for one in ordered]
    articles: Articles = (
        (phrases.corrects(decision, paper.authority, paper.reason), _numbered(texts)),
        (phrases.goes_with(decision), []),
    )
    return _document(paper, decision, "đính chính", articles)


def withdrawal_decision(paper: ChangePaper, decision: Decision, lines: Sequence[DecisionLine] = ()) -> Report:
    """Quyết định thu hồi: of some lines of a decision, or of the whole of it where none are named."""
    whole = not lines or len(lines) == len(decision.lines)
    if whole:
        first: tuple[str, list[str]] = phrases.withdraws_all(decision, paper.authority, paper.reason), []
    else:
        counted = decision_papers.counted(counts_of(lines))
        texts = [f"{phrases.place_in_list(line.golden_book, introduced(line))}" for line in lines]
        first = phrases.withdraws(decision, paper.authority, counted, paper.reason), _numbered(texts)
    articles: Articles = (first, (phrases.GIVEN_BACK, []), (decision_papers.IN_FORCE, []))
    return _document(paper, decision, "thu hồi" if whole else "hủy bỏ khen thưởng đối với trường hợp tại", articles)


def _corrected(one: Correction, line: DecisionLine | None) -> str:
    place = phrases.place_in_list(
        line.golden_book if line is not None else None, named(line) if line is not None else one.was
    )
    if one.field is CorrectedField.LINE or one.reads is None:
        return phrases.line_gone(place)
    return without_id_numbers(phrases.corrected(place, one.field, one.was, one.reads))


def _numbered(texts: Sequence[str]) -> list[str]:
    return phrases.points([f"{number}. {text}" for number, text in enumerate(texts, start=1)])


def _document(paper: ChangePaper, decision: Decision, what: str, articles: Articles) -> Report:
    head = paper.head
    every = [*articles, (phrases.executes(paper.executors, phrases.CONCERNED), [])]
    subject = phrases.change_subject(what, decision)
    blocks: tuple[Block, ...] = (
        Letterhead(
            head.name.upper(),
            papers.superior_line(head.superior) if head.superior else "",
            head.place,
            paper.day,
            paper.number or papers.blank_number(f"/QĐ-{head.code or '………'}"),
        ),
        Heading((HeadingLine(decision_papers.DECISION_TITLE), HeadingLine(subject))),
        Heading((HeadingLine(paper.authority.upper()),), rule=False),
        *legal_bases(paper.bases),
        Heading((HeadingLine(decision_papers.DECIDES),), rule=False),
        *printed_articles(every),
        Closing(
            (Signature(tuple(map(str.upper, head.signer_posts)), head.signer_name),),
            (decision_papers.like_article(len(every)), *(paper.recipients or (papers.KEPT_COPY,))),
        ),
    )
    return Report(subject, blocks)

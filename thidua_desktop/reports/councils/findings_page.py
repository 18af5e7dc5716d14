"""The open questions about the lines of a meeting: what is not met or not known, what lacks, who said otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua_desktop.domain.eligibility.verdicts import RuleFinding, Verdict
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.judgements import Judgement
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.reports.councils.award_list import ListPaper, page_head, signed
from thidua_desktop.reports.councils.lines import post_and_unit, recipient
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
from thidua_desktop.wording import council_papers, eligibility, judging, messages, papers
from thidua_desktop.wording import meeting_pages as phrases
from thidua_desktop.wording.rules import Names, citation

_COLUMNS = (Column(12, Align.CENTER), Column(115), Column(60), Column(70))
_HEADS = (council_papers.ORDINAL, phrases.FINDING, phrases.BASIS, phrases.MISSING)


def findings_page(paper: ListPaper, judged: Sequence[tuple[Nomination, Judgement]], names: Names) -> Report:
    """Every line of which something is open, with its findings, what has to be asked for, and the clerk's own word.

    Args:
        judged: all lines of the meeting in their order; those without a question are only counted.
        names: of awards and of what the rules speak of.
    """
    head = page_head(paper, phrases.FINDINGS_TITLE)
    open_ = [(line, judgement) for line, judgement in judged if _is_open(judgement)]
    if not open_:
        nothing = Paragraph(f"{phrases.NO_FINDINGS}{papers.END}", Align.LEFT)
        return Report(phrases.FINDINGS_TITLE, (*head, nothing), A4_LANDSCAPE)
    rows = [row for at, (line, said) in enumerate(open_, start=1) for row in _rows(f"{at}.", line, said, paper, names)]
    blocks: tuple[Block, ...] = (
        *head,
        Table(_COLUMNS, (tuple(map(HeadCell, _HEADS)),), rows),
        Paragraph(phrases.findings_end(len(open_), len(judged)), Align.LEFT),
        signed(paper),
    )
    return Report(phrases.FINDINGS_TITLE, blocks, A4_LANDSCAPE)


def _is_open(judgement: Judgement) -> bool:
    return judgement.final is not Verdict.MET or judgement.assessment.override is not None or bool(judgement.notes)


def _rows(
    mark: str, line: Nomination, judgement: Judgement, paper: ListPaper, names: Names
) -> Iterator[Row | GroupRow]:
    who = ", ".join(filter(None, (recipient(line), post_and_unit(line))))
    award = paper.awards.get(line.award_id, line.award_id)
    own = judgement.assessment.override
    found = judging.verdict(judgement) if own is None else eligibility.VERDICTS[judgement.assessment.verdict]
    yield GroupRow(f"{mark} {who} – {award}: {found[:1].lower()}{found[1:]}")
    texts: list[tuple[str, str, str]] = [
        (messages.finding(note), "", "") for note in judgement.notes if note.severity is not Severity.INFO
    ]
    texts += [_said(one, names) for one in judgement.assessment.findings if one.verdict is not Verdict.MET]
    for number, (said, basis, missing) in enumerate(texts, start=1):
        yield Row((number, without_id_numbers(said), basis, missing))
    if own is not None:
        yield Row((None, without_id_numbers(phrases.overridden(own)), "", ""), bold=True)


def _said(one: RuleFinding, names: Names) -> tuple[str, str, str]:
    missing = "; ".join(dict.fromkeys(eligibility.ask(asked, names) for asked in one.asks))
    return (
        eligibility.statement(one, names, asking=not missing),
        citation(one.rule.basis),
        missing[:1].upper() + missing[1:],
    )

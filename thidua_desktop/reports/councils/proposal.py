"""Tờ trình đề nghị khen thưởng to a deciding level (NĐ 30/2020, annex III, model 1.4; document-forms §2.3).

One for each level that decides: whoever builds them divides the lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.decisions import DecisionLine
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.domain.units import Office
from thidua_desktop.reports import fonts
from thidua_desktop.reports.councils.decision import FEW, legal_bases
from thidua_desktop.reports.councils.decision_list import annexed_list, award_ids, award_name, counts_of, introduced
from thidua_desktop.reports.model import (
    Align,
    Block,
    Closing,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Signature,
    Style,
)
from thidua_desktop.reports.pdf.paragraphs import SIZE
from thidua_desktop.reports.typeset import MM
from thidua_desktop.wording import decision_papers as phrases
from thidua_desktop.wording import papers, work_papers

_INDENT = 20
"""Millimetres before "Kính gửi:" where there are several recipients."""


@dataclass(frozen=True, slots=True)
class ProposalPaper:
    """What stands in a tờ trình besides its lines. ``head`` is who submits it."""

    head: Office
    agency: str
    """The same in running text."""
    to: tuple[str, ...]
    """Who decides; more than one stand below each other."""
    subject: str
    bases: tuple[str, ...]
    """Căn cứ of the day, the minutes of the council among them."""
    awards: Mapping[str, Award]
    number: str | None = None
    day: date | None = None
    recipients: tuple[str, ...] = ()


def proposal(paper: ProposalPaper, lines: Sequence[DecisionLine], *, few: int = FEW) -> Report:
    """The tờ trình; its counts are those of the lines, which stand in it or, if many, in a list behind it."""
    number = paper.number or papers.blank_number(f"/TTr-{paper.head.code or '………'}")
    listed = len(lines) > few
    to = "; ".join(paper.to)
    request = phrases.proposes(paper.agency, to, counts_of(lines))
    blocks: tuple[Block, ...] = (
        Letterhead(
            paper.head.name.upper(), papers.superior_line(paper.head.superior), paper.head.place, paper.day, number
        ),
        Heading((HeadingLine(phrases.PROPOSAL_TITLE), HeadingLine(paper.subject))),
        *addressed(paper.to),
        *legal_bases(paper.bases),
        Paragraph(request, keep=True),
        *_named(paper, lines, listed=listed),
        Paragraph(phrases.answers_for(paper.agency)),
        Paragraph(phrases.asks(to)),
        Closing(
            (Signature(tuple(map(str.upper, paper.head.signer_posts)), paper.head.signer_name),),
            ("Như trên", *(paper.recipients or (papers.KEPT_COPY,))),
        ),
    )
    attached = phrases.attached(phrases.PROPOSAL, number, paper.day, paper.agency)
    annexes = (annexed_list(lines, paper.awards, attached, proposed=True),) if listed else ()
    return Report(paper.subject, blocks, annexes=annexes, template=TemplateKind.PROPOSAL)


def addressed(to: Sequence[str]) -> Iterator[Paragraph]:
    """Kính gửi: one recipient on the line itself, several below it with their hyphens under the colon (box 9a)."""
    if len(to) == 1:
        yield Paragraph(work_papers.addressed(to[0]), Align.CENTER)
        return
    yield Paragraph(phrases.ADDRESSED, Align.LEFT, indent=_INDENT, keep=True)
    colon = _INDENT + fonts.width(phrases.ADDRESSED[:-1], Style.REGULAR, SIZE) / MM
    for order, name in enumerate(to, start=1):
        yield Paragraph(f"- {name}{'.' if order == len(to) else ';'}", Align.LEFT, indent=colon, before=0)


def _named(paper: ProposalPaper, lines: Sequence[DecisionLine], *, listed: bool) -> Iterator[Paragraph]:
    ids = award_ids(lines)
    for order, award in enumerate(ids, start=1):
        those = [line for line in lines if line.award_id == award]
        name = award_name(award, paper.awards)
        text = f"{order}. {name[:1].upper()}{name[1:]}: {phrases.counted(counts_of(those))}"
        if listed:
            yield Paragraph(f"{text}{'.' if order == len(ids) else ';'}")
            continue
        yield Paragraph(f"{text}:", keep=True)
        for line in those:
            yield Paragraph(f"- {introduced(line)}{'.' if line is those[-1] else ';'}")
    if listed:
        yield Paragraph(phrases.LISTED_BELOW, Align.LEFT)

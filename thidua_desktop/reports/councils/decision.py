"""Quyết định khen thưởng (NĐ 30/2020/NĐ-CP, annex III, model 1.2) with the list behind it (document-forms §2.8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.decisions import Decision, DecisionLine
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.councils.decision_list import (
    annexed_list,
    award_ids,
    award_name,
    counts_of,
    introduced,
    within,
)
from thidua_desktop.reports.model import (
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
from thidua_desktop.wording import decision_papers as phrases
from thidua_desktop.wording import papers

FEW = 5
"""Up to so many recipients are named in the article itself; more of them stand in a list behind the decision."""


@dataclass(frozen=True, slots=True)
class DecisionPaper:
    """What stands in a decision besides its lines. ``head`` is who issues it, with the lines above the signature.

    A chairman who decides as a person signs "CHỦ TỊCH" or "KT. CHỦ TỊCH", without TM. (document-forms §1.5): what
    stands in ``head.signer_posts`` is printed as it is.
    """

    head: Office
    authority: str
    """Who decides, in running text: "Chủ tịch Ủy ban nhân dân tỉnh Hồng Sơn"."""
    bases: tuple[str, ...]
    """Căn cứ of the day of the decision, and who proposes it; the rulebook says which."""
    awards: Mapping[str, Award]
    merit: str = ""
    """For what: "đã có thành tích xuất sắc trong …"."""
    money: str = ""
    """The article on bonuses, where there is one."""
    executors: str = ""
    """Who sees to it: "Chánh Văn phòng …, Giám đốc Sở Nội vụ"."""
    recipients: tuple[str, ...] = ()


def decision_document(paper: DecisionPaper, decision: Decision, *, few: int = FEW) -> Report:
    """The decision; number and day are blank until it is registered.

    Args:
        decision: its title is the trích yếu ("Về việc tặng …"); the list keeps its order.
        few: up to how many recipients are named in the first article.
    """
    number = decision.number or papers.blank_number(f"/QĐ-{paper.head.code or '………'}")
    listed = len(decision.lines) > few
    texts = list(articles(paper, decision.lines, listed=listed))
    last = len(texts)
    posts = tuple(map(str.upper, paper.head.signer_posts))
    blocks: tuple[Block, ...] = (
        Letterhead(
            paper.head.name.upper(),
            papers.superior_line(paper.head.superior) if paper.head.superior else "",
            paper.head.place,
            decision.signed_on,
            number,
        ),
        Heading((HeadingLine(phrases.DECISION_TITLE), HeadingLine(decision.title))),
        Heading((HeadingLine(paper.authority.upper()),), rule=False),
        *legal_bases(paper.bases),
        Heading((HeadingLine(phrases.DECIDES),), rule=False),
        *printed_articles(texts),
        Closing(
            (Signature(posts, paper.head.signer_name),),
            (phrases.like_article(last), *(paper.recipients or (papers.KEPT_COPY,))),
        ),
    )
    attached = phrases.attached(phrases.DECISION, number, decision.signed_on, paper.authority)
    annexes = (annexed_list(decision.lines, paper.awards, attached),) if listed else ()
    return Report(decision.title, blocks, annexes=annexes, template=TemplateKind.DECISION)


def legal_bases(bases: Sequence[str]) -> Iterator[Paragraph]:
    """Căn cứ: italic, each with a semicolon, the last with a full stop."""
    bare = [text.strip().rstrip(" ;,.") for text in bases if text.strip(" ;,.")]
    for order, text in enumerate(bare, start=1):
        yield Paragraph(f"{text}{'.' if order == len(bare) else ';'}", style=Style.ITALIC)


def articles(paper: DecisionPaper, lines: Sequence[DecisionLine], *, listed: bool) -> Iterator[tuple[str, list[str]]]:
    """Each article: its sentence, and what stands below it."""
    ids = award_ids(lines)
    if len(ids) > 1:
        yield phrases.gives_each(paper.merit, listed=listed), list(_by_award(paper, lines, ids, listed=listed))
    elif lines:
        yield _one_award(paper, lines, listed=listed)
    if paper.money:
        yield f"{paper.money.strip().rstrip('.')}.", []
    yield phrases.IN_FORCE, []
    yield phrases.executes(paper.executors, counts_of(lines)), []


def _one_award(paper: DecisionPaper, lines: Sequence[DecisionLine], *, listed: bool) -> tuple[str, list[str]]:
    award = award_name(lines[0].award_id, paper.awards)
    if listed:
        return f"{phrases.gives(award, phrases.counted(counts_of(lines)), paper.merit, listed=True)}.", []
    if len(lines) == 1:
        merit = f"{'; ' if paper.merit else ''}{paper.merit}"
        return f"{phrases.gives(award, within(lines[0]), '', listed=False)}{merit}.", []
    opening = phrases.gives(award, phrases.counted(counts_of(lines)), paper.merit, listed=False)
    return f"{opening}, gồm:", list(_numbered(lines))


def _by_award(
    paper: DecisionPaper, lines: Sequence[DecisionLine], ids: Sequence[str], *, listed: bool
) -> Iterator[str]:
    for order, award in enumerate(ids, start=1):
        those = [line for line in lines if line.award_id == award]
        name = award_name(award, paper.awards)
        text = f"{order}. {name[:1].upper()}{name[1:]}: {phrases.counted(counts_of(those))}"
        yield f"{text}{'.' if listed and order == len(ids) else ';' if listed else ':'}"
        if not listed:
            yield from (f"- {introduced(line)}{'.' if line is those[-1] else ';'}" for line in those)


def _numbered(lines: Sequence[DecisionLine]) -> Iterator[str]:
    for order, line in enumerate(lines, start=1):
        yield f"{order}. {introduced(line)}{'.' if order == len(lines) else ';'}"


def printed_articles(articles: Sequence[tuple[str, list[str]]]) -> Iterator[Paragraph]:
    """Articles with their numbers: each is a sentence, and what stands below it."""
    for number, (text, below) in enumerate(articles, start=1):
        yield Paragraph(text, lead=phrases.article(number), keep=bool(below))
        yield from map(Paragraph, below)

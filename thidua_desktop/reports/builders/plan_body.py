"""The body of a plan's text: headings, numbered items and tables, in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain import numbering
from thidua_desktop.domain.plans import PlanPart, Role
from thidua_desktop.reports.builders import plan_tables
from thidua_desktop.reports.model import Align, Block, Paragraph, Style, Table
from thidua_desktop.wording import papers

_ELSEWHERE = {
    Role.LETTERHEAD,
    Role.NUMBER,
    Role.PLACE_AND_DAY,
    Role.TITLE,
    Role.LEGAL_BASIS,
    Role.RECIPIENT,
    Role.SIGNER,
    Role.FURNITURE,
}
"""What head and end of the document say, and marks that are no text."""
_ENDS = (Role.RECIPIENT, Role.SIGNER)
_CENTRED = ("phan ", "chuong ", "phu luc", "tieu muc ")
_DEEP = 3
"""From this level on headings are not printed bold upright: they would look like those above them."""
_SENTENCE_ENDS = '.;:!?…”")'
_TYPED_LABEL = re.compile(r"([-+•*]|\S{1,8}[.)])\s+")
_END_SIGNS = " ;,./"


@dataclass(frozen=True, slots=True)
class Body:
    """The text before the signature, and what the document carries after it (its annexes)."""

    text: tuple[PlanPart, ...]
    annex: tuple[PlanPart, ...] = ()


def divided(parts: Sequence[PlanPart]) -> Body:
    """The body of a plan; what follows Nơi nhận and the signer with a heading or a table is its annex."""
    ends = [at for at, part in enumerate(parts) if part.role in _ENDS]
    last = ends[-1] + 1 if ends else len(parts)
    after = [part for part in parts[last:] if part.role not in _ELSEWHERE]
    if not any(part.role is Role.HEADING or part.source.table is not None for part in after):
        last, after = len(parts), []
    before = [part for part in parts[:last] if part.role not in _ELSEWHERE]
    return Body(tuple(before), tuple(after))


def annexes_in(parts: Sequence[PlanPart]) -> int:
    """How many annexes the text of a plan has itself."""
    after = divided(parts).annex
    named = sum(fold(labelled(part)).startswith(fold(papers.ANNEX)) for part in after)
    return max(named, 1) if after else 0


def pointed(found: Iterable[Block]) -> Iterator[Block]:
    """The text with a pointer to its annex before the last paragraph, unless it speaks of an annex."""
    given = list(found)
    said = any(fold(papers.ANNEX) in fold(block.text) for block in given if isinstance(block, Paragraph))
    if not said:
        last = len(given) - 1 if given and isinstance(given[-1], Paragraph) else len(given)
        given.insert(last, Paragraph(papers.ANNEX_POINTER))
    yield from given


def blocks(parts: Iterable[PlanPart], width: float) -> Iterator[Paragraph | Table]:
    """The parts as paragraphs and tables; ``width`` is that of the text in millimetres."""
    for number, members in groupby(parts, key=lambda part: part.source.table):
        if number is None:
            yield from map(paragraph, joined(members))
        else:
            yield rows(tuple(members), width)


def rows(members: Sequence[PlanPart], width: float) -> Table:
    """Parts that stood in one table of the source, as a table."""
    lines = plan_tables.Lines()
    for part in members:
        plan_tables.add_row(lines, part.text, heading=part.role is Role.TABLE_HEADING)
    return plan_tables.table(lines, width)


def joined(parts: Iterable[PlanPart]) -> Iterator[PlanPart]:
    """The parts with sentences whole that a page or a line of the source had broken."""
    held: PlanPart | None = None
    for part in parts:
        if held is not None and _goes_on(held, part):
            held = replace(held, text=f"{held.text.rstrip()} {part.text.lstrip()}")
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held


def _goes_on(part: PlanPart, after: PlanPart) -> bool:
    """Whether ``after`` is the rest of a sentence: no number of its own, and the text before it does not end."""
    if after.label or Role.HEADING in (part.role, after.role):
        return False
    text, rest = part.text.rstrip(), after.text.lstrip()
    if not text or not rest or text[-1] in _SENTENCE_ENDS:
        return False
    return rest[0].islower() or (part.role is after.role and part.role in (Role.TASK, Role.RESPONSIBILITY))


def paragraph(part: PlanPart) -> Paragraph:
    """A part as a paragraph: headings bold and kept with what follows, everything else with its number in front."""
    text = labelled(part)
    if part.role is not Role.HEADING:
        return Paragraph(text)
    if fold(text).startswith(_CENTRED):
        return Paragraph(text, Align.CENTER, Style.BOLD, keep=True)
    return Paragraph(text, style=Style.BOLD if part.level < _DEEP else Style.BOLD_ITALIC, keep=True)


def labelled(part: PlanPart) -> str:
    """The text with its number in front, whether it was typed, made by the word processor, or given here anew."""
    text = "\n".join(map(squeeze, part.text.split("\n")))
    label = part.label or ""
    if not label or text.replace(" ", "").startswith(label.replace(" ", "")):
        return text
    typed = _TYPED_LABEL.match(text)
    if typed is not None and numbering.style_of(typed[1]) is not numbering.Style.NONE:
        text = text[typed.end() :]  # the number from before the items were counted anew
    return f"{label} {text}"


def ended(found: Iterable[Block]) -> tuple[Block, ...]:
    """The text with the sign "./." after its last word (NĐ 30/2020, annex I); below a table on a line of its own."""
    given = list(found)
    if given and isinstance(last := given[-1], Paragraph):
        given[-1] = replace(last, text=f"{last.text.rstrip(_END_SIGNS)}{papers.END}")
    else:
        given.append(Paragraph(papers.END, Align.RIGHT))
    return tuple(given)

"""The body of a plan's text: headings, numbered items and tables, in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain import numbering
from thidua_desktop.domain.plans import PlanPart, Role
from thidua_desktop.reports.builders import plan_tables
from thidua_desktop.reports.model import Align, Block, Heading, HeadingLine, Paragraph, Style, Table
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
    return len(tuple(annexes(divided(parts).annex)))


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
    for tabular, members in _runs(tuple(parts)):
        if tabular:
            yield rows(members, width)
        else:
            yield from map(paragraph, joined(members))


def _runs(parts: Sequence[PlanPart]) -> Iterator[tuple[bool, list[PlanPart]]]:
    """The parts in stretches of text and of table; a heading between rows ("QUÝ II") is a row of the table."""
    run: list[PlanPart] = []
    tabular = False
    for at, part in enumerate(parts):
        in_table = part.source.table is not None
        goes_on = tabular and (_continues(run, part) if in_table else _parts_rows(run, parts[at:]))
        if run and not goes_on and (tabular or in_table):
            yield tabular, run
            run = []
        if not goes_on:
            tabular = in_table
        run.append(part)
    if run:
        yield tabular, run


def _continues(run: Sequence[PlanPart], part: PlanPart) -> bool:
    """Whether a row belongs to the table before it: of the same number, or after a heading between its rows."""
    return run[-1].source.table in (None, part.source.table)


def _parts_rows(run: Sequence[PlanPart], rest: Sequence[PlanPart]) -> bool:
    """Whether an unnumbered heading stands between rows of one table: the row after it has as many cells."""
    if rest[0].role is not Role.HEADING or rest[0].label or len(rest) < 2:
        return False
    after, cells = rest[1], max(part.text.count("\t") for part in run)
    return after.source.table is not None and after.role is not Role.TABLE_HEADING and after.text.count("\t") == cells


def annexes(parts: Sequence[PlanPart]) -> Iterator[tuple[PlanPart, ...]]:
    """What follows the signature, annex by annex; each begins with "Phụ lục"."""
    held: list[PlanPart] = []
    for part in parts:
        if held and _opens_annex(part):
            yield tuple(held)
            held = []
        held.append(part)
    if held:
        yield tuple(held)


def annex_blocks(parts: Sequence[PlanPart], width: float) -> Iterator[Block]:
    """An annex: its title centred ("Phụ lục", the name in capitals, "(Kèm theo …)" in italics), then its text."""
    title = list(takewhile(lambda part: part.source.table is None and _in_title(part), parts))
    if title:
        texts = [labelled(part) for part in title]
        lines = (HeadingLine(text, Style.ITALIC if text.startswith("(") else Style.BOLD) for text in texts)
        yield Heading(tuple(lines))
    yield from blocks(parts[len(title) :], width)


def _opens_annex(part: PlanPart) -> bool:
    return part.source.table is None and fold(labelled(part)).startswith(fold(papers.ANNEX))


def _in_title(part: PlanPart) -> bool:
    text = labelled(part)
    attached = text.startswith("(") and "kem theo" in fold(text)
    return _opens_annex(part) or attached or (text.isupper() and not part.label)


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

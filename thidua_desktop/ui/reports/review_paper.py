"""A report in words as a document on screen: its numbers are links to what they count, its gaps say so in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from thidua_desktop.domain.narrative.model import Narrative, Number, Paragraph, Section, Sentence, TableRow, TracedTable
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.theme import Tone

_NUMBER, _GAP = "so", "can"
_UNDER = " / "
"""Between a common heading and the heading of a column below it."""


@dataclass
class Paper:
    """The document, what its links stand for, and the gaps in it in their order."""

    html: str = ""
    numbers: list[Number] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)

    def number(self, link: str) -> Number | None:
        """The number of a link; None for any other."""
        kind, _, at = link.partition("-")
        return self.numbers[int(at)] if kind == _NUMBER and at.isdigit() and int(at) < len(self.numbers) else None

    def gap(self, what: str) -> str | None:
        """The anchor of the passage in which something is still to be written."""
        found = (at for at, said in enumerate(self.gaps) if what in said)
        return next((f"{_GAP}-{at}" for at in found), None)


def paper_of(narrative: Narrative, office: str) -> Paper:
    """The whole report below the name of the office."""
    made = Paper()
    parts = [
        f'<p class="office">{escape(office)}</p>' if office else "",
        '<p class="kind">BÁO CÁO</p>',
        *(f'<p class="kind">{escape(line)}</p>' for line in narrative.title),
        *(_paragraph(made, each) for each in narrative.opening),
        *(part for section in narrative.sections for part in _section(made, section)),
        f"<p>{_sentence(made, narrative.closing)}</p>",
    ]
    if narrative.tables:
        parts.append('<p class="part">PHỤ LỤC</p>')
        parts += [_table(made, number, each) for number, each in enumerate(narrative.tables, start=1)]
    made.html = f"<style>{_style()}</style>{''.join(parts)}"
    return made


def _style() -> str:
    now, gap = theme.tokens(), theme.ink(Tone.WARNING)
    return (
        f"p {{ margin-top: 4px; margin-bottom: 6px; color: {now.text}; }}"
        f"a {{ color: {now.accent}; text-decoration: underline; }}"
        f"a.gap {{ color: {gap.text}; text-decoration: none; }}"
        f".office {{ font-weight: bold; color: {now.muted}; }}"
        ".kind, .part { font-weight: bold; text-align: center; }"
        ".part { margin-top: 20px; }"
        ".section { font-weight: bold; margin-top: 12px; }"
        f".gap {{ font-style: italic; color: {gap.text}; background-color: {gap.ground}; }}"
        f"th, td {{ padding: 4px 8px; color: {now.text}; }}"
        ".figure { text-align: right; }"
        ".table { font-weight: bold; margin-top: 14px; }"
    )


def _section(made: Paper, section: Section) -> Iterator[str]:
    title = escape(section.title)
    if section.level == 0:
        lines = title.replace("\n", "<br>")
        yield f'<p class="part">Phần thứ {escape(section.label.lower())}<br>{lines}</p>'
    else:
        yield f'<p class="section">{escape(section.label)} {title}</p>'
    for paragraph in section.paragraphs:
        yield _paragraph(made, paragraph)


def _paragraph(made: Paper, paragraph: Paragraph) -> str:
    text = " ".join(_sentence(made, sentence) for sentence in paragraph.sentences)
    label = f"{escape(paragraph.label)} " if paragraph.label else ""
    if not paragraph.to_fill:
        return f"<p>{label}{text}</p>"
    made.gaps.append(paragraph.text)
    return f'<p class="gap"><a class="gap" name="{_GAP}-{len(made.gaps) - 1}">{label}{text}</a></p>'


def _sentence(made: Paper, sentence: Sentence) -> str:
    return "".join(escape(part) if isinstance(part, str) else _linked(made, part) for part in sentence.parts)


def _linked(made: Paper, number: Number) -> str:
    if not number.questions and not number.tasks:
        return escape(number.text)
    made.numbers.append(number)
    return f'<a href="{_NUMBER}-{len(made.numbers) - 1}">{escape(number.text)}</a>'


def _table(made: Paper, number: int, table: TracedTable) -> str:
    rows = "".join(_row(made, each) for each in table.rows)
    return (
        f'<p class="table">Biểu {number}. {escape(table.title)}</p>'
        f'<table border="1" cellspacing="0" width="98%" style="border-color: {theme.tokens().line_strong};">'
        f"{_heads(table)}{rows}</table>"
    )


def _heads(table: TracedTable) -> str:
    """One line of headings, or two where some stand below a common one."""
    groups = [(common, list(each)) for common, each in groupby(table.heads, _common)]
    two = any(common for common, _ in groups)
    span = ' rowspan="2"' if two else ""
    above = "".join(_upper_heads(groups, span))
    below = "".join(_head(head.partition(_UNDER)[2], "") for common, heads in groups if common for head in heads)
    first = f"<th{span}>TT</th><th{span}>{escape(table.stub)}</th>"
    return f"<tr>{first}{above}</tr>" + (f"<tr>{below}</tr>" if two else "")


def _upper_heads(groups: Iterable[tuple[str, list[str]]], span: str) -> Iterator[str]:
    for common, heads in groups:
        if common:
            yield f'<th colspan="{len(heads)}">{escape(common)}</th>'
        else:
            yield from (_head(each, span) for each in heads)


def _head(text: str, span: str) -> str:
    """A heading; Qt breaks a short one such as "Nữ" between its letters unless it must not break at all."""
    whole = ' style="white-space: nowrap;"' if " " not in text else ""
    return f"<th{span}{whole}>{escape(text)}</th>"


def _common(head: str) -> str:
    group, under, _rest = head.partition(_UNDER)
    return group if under else ""


def _row(made: Paper, row: TableRow) -> str:
    cells = "".join(f'<td align="right">{_linked(made, each) if each is not None else ""}</td>' for each in row.cells)
    strong = ("<b>", "</b>") if row.bold else ("", "")
    return (
        f'<tr><td align="center">{escape(row.label)}</td><td>{strong[0]}{escape(row.head)}{strong[1]}</td>{cells}</tr>'
    )

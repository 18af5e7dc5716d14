"""A report in words on paper: báo cáo sơ kết, tổng kết (NĐ 30/2020/NĐ-CP, annex III, model 1.4; document-forms §1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from thidua_desktop.domain.narrative.model import Narrative, Paragraph, Section, TableRow, TracedTable
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    Block,
    Closing,
    Column,
    HeadCell,
    Heading,
    HeadingLine,
    Letterhead,
    Report,
    Row,
    Signature,
    Style,
    Table,
)
from thidua_desktop.reports.model import Paragraph as Printed
from thidua_desktop.wording import papers
from thidua_desktop.wording.narrative import phrases

_ORDINAL, _STUB = 13.0, 92.0
_NUMBER_COLUMNS = 152.0
"""What is left of 257 mm for the columns of numbers."""
_DASH_INDENT, _PLUS_INDENT = 10.0, 14.0
_ADDRESSED_INDENT, _COLON = 40.0, 19.5
"""Hyphens stand below the colon of "Kính gửi:" (NĐ 30/2020, annex I)."""


def narrative_report(
    narrative: Narrative,
    office: Office,
    *,
    day: date | None = None,
    recipients: Sequence[str] = (),
    addressees: Sequence[str] = (),
) -> Report:
    """The report with its tables as an annex.

    Args:
        day: of the report; None leaves it to the pen, as the number always is.
        recipients: besides those who keep a copy; the usual ones where none are given.
        addressees: to whom it goes up ("Kính gửi"), where it does.
    """
    posts = tuple(post.upper() for post in office.signer_posts) or (papers.HEAD_OF_UNIT,)
    blocks: tuple[Block, ...] = (
        Letterhead(
            office.name.upper(),
            papers.superior_line(office.superior),
            office.place,
            day,
            papers.blank_number(f"/BC-{office.code or '………'}"),
        ),
        Heading((HeadingLine(phrases.KIND), *(HeadingLine(line) for line in narrative.title))),
        *_addressed(addressees),
        *(_printed(paragraph) for paragraph in narrative.opening),
        *(block for section in narrative.sections for block in _section(section)),
        *((Printed(phrases.ANNEX_POINTER),) if narrative.tables else ()),
        Printed(narrative.closing.text),
        Closing(
            (Signature(posts, office.signer_name),),
            tuple(recipients) or phrases.recipients(office.superior, addressed=bool(addressees)),
        ),
    )
    annexes = (_annex(narrative, office),) if narrative.tables else ()
    return Report(" ".join((phrases.KIND, *narrative.title)), blocks, annexes=annexes)


def _addressed(addressees: Sequence[str]) -> Iterator[Printed]:
    if len(addressees) == 1:
        yield Printed(f"{phrases.ADDRESSED} {addressees[0]}", Align.CENTER)
    elif addressees:
        yield Printed(phrases.ADDRESSED, Align.LEFT, indent=_ADDRESSED_INDENT)
        for order, one in enumerate(addressees, start=1):
            sign = "." if order == len(addressees) else ";"
            yield Printed(f"- {one}{sign}", Align.LEFT, indent=_ADDRESSED_INDENT + _COLON, before=0)


def _section(section: Section) -> Iterator[Block]:
    if section.level == 0:
        yield Printed(phrases.part(section.label), Align.CENTER, Style.BOLD, 0, keep=True, before=12)
        for line in section.title.splitlines():
            yield Printed(line, Align.CENTER, Style.BOLD, 0, keep=True, before=0)
    else:
        yield Printed(f"{section.label} {section.title}", style=Style.BOLD, keep=True)
    for paragraph in section.paragraphs:
        yield _printed(paragraph)


def _printed(paragraph: Paragraph) -> Printed:
    text = f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text
    style = Style.ITALIC if paragraph.to_fill else Style.REGULAR
    return Printed(text, style=style, indent=_PLUS_INDENT if paragraph.label == "+" else _DASH_INDENT)


def _annex(narrative: Narrative, office: Office) -> Report:
    blocks: list[Block] = [
        Heading(
            (
                HeadingLine(papers.ANNEX),
                HeadingLine(phrases.ANNEX_TITLE),
                HeadingLine(phrases.attached(office), Style.ITALIC),
            )
        )
    ]
    for number, table in enumerate(narrative.tables, start=1):
        blocks.append(
            Printed(phrases.table_title(number, table.title), Align.LEFT, Style.BOLD, 0, keep=True, before=12)
        )
        blocks.append(_table(table))
    return Report(phrases.ANNEX_TITLE, tuple(blocks), A4_LANDSCAPE)


def _table(table: TracedTable) -> Table:
    width = _NUMBER_COLUMNS / len(table.heads)
    columns = (Column(_ORDINAL, Align.CENTER), Column(_STUB), *(Column(width, Align.CENTER) for _ in table.heads))
    heads = tuple(HeadCell(head) for head in (phrases.ORDINAL, table.stub, *table.heads))
    return Table(columns, (heads,), [_row(row) for row in table.rows])


def _row(row: TableRow) -> Row:
    cells = (None if cell is None else int(cell.value) for cell in row.cells)
    return Row((row.label, row.head, *cells), bold=row.bold)

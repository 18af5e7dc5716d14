"""Reports as Word files, of the same measures as the PDF; names and titles are broken in the same places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docx.document import Document as DocxDocument
from docx.oxml.parser import parse_xml

from thidua_desktop.reports.model import (
    Align,
    Block,
    Cell,
    Closing,
    GroupRow,
    Heading,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Table,
    Tick,
)
from thidua_desktop.reports.pdf import closing as signing
from thidua_desktop.reports.pdf import letterhead as heads
from thidua_desktop.reports.pdf.paragraphs import SIZE
from thidua_desktop.reports.pdf.table import BODY, HEAD, PAD_X, PAD_Y, TABLE_GAP, HeadBox, grid_of, placed
from thidua_desktop.reports.rows import told
from thidua_desktop.reports.texts import TICKS, printable
from thidua_desktop.reports.texts import cell as cell_text
from thidua_desktop.reports.typeset import MM, Line, Type, phrased
from thidua_desktop.reports.word import markup
from thidua_desktop.reports.word.document import begin_section, empty
from thidua_desktop.reports.word.scaling import scale
from thidua_desktop.wording import papers

_SIGN = 4
"""Millimetres: up to this a box is a sign of the text, above it a drawn square."""


def write(report: Report, target: Path) -> None:
    """Write a report.

    Raises:
        GlyphMissing: a name or title has a character that papers cannot show.
    """
    document = empty(report.page, printable(report.title))
    _fill(document, report)
    for annex in report.annexes:
        begin_section(document, annex.page)
        _fill(document, annex)
    if report.page.scale != 1:
        scale(document, report.page.scale)
    document.save(str(target))


def _fill(document: DocxDocument, report: Report) -> None:
    end = document.element.body.sectPr
    width = report.page.text_width * MM
    for order, (block, following) in enumerate(zip(report.blocks, [*report.blocks[1:], None], strict=True)):
        for element in _elements(block, width, opens=order == 0, closes=isinstance(following, Closing)):
            end.addprevious(parse_xml(element))


def _elements(block: Block, width: float, *, opens: bool, closes: bool) -> Iterator[str]:
    match block:
        case Letterhead():
            yield _letterhead(block, width)
        case Heading():
            yield from _heading(block, width, gap=0 if opens else heads.TITLE_GAP)
        case Paragraph():
            kind = Type(block.style, SIZE)
            indent = block.indent * MM if block.align in (Align.LEFT, Align.JUSTIFY) else 0
            lines = printable(block.text).split("\n")
            keep = block.keep or closes
            lead = printable(block.lead)
            made = markup.paragraph(lines, kind, block.align, before=block.before, indent=indent, keep=keep, lead=lead)
            yield _named(made)
        case Table():
            if not opens:
                yield _named(markup.space(TABLE_GAP))
            yield _table(block)
        case Closing():
            yield _named(markup.space(14))
            yield _closing(block, width)
            if block.below and block.recipients:
                yield _named(markup.space(signing.BELOW_GAP))
                yield from _recipients_below(block.recipients, width)
            yield _named(markup.space(1))  # Word wants a paragraph after a table that ends the document


def _letterhead(head: Letterhead, width: float) -> str:
    at_left, at_right = width * heads.AGENCY_SHARE, width * (1 - heads.AGENCY_SHARE)
    name = phrased(head.name, heads.AGENCY, at_left)
    agency = _centred(phrased(head.superior, heads.SUPERIOR, at_left), heads.SUPERIOR)
    agency += _centred(name, heads.AGENCY)
    if name:
        agency += markup.rule(at_left, heads.short_rule([line.width for line in name]))
    state_lines = heads.state_lines(head)
    state = "".join(markup.paragraph([text], kind, Align.CENTER) for kind, text in state_lines)
    state += markup.rule(at_right, state_lines[-1][0].width(state_lines[-1][1]))
    number = "" if head.number is None else printable(f"{papers.NUMBER} {head.number}")
    coded = markup.paragraph([number], heads.NUMBER, Align.CENTER, before=4)
    if head.subject:
        subject = [line.text for line in phrased(head.subject, heads.SUBJECT, at_left)]
        coded += markup.paragraph(subject, heads.SUBJECT, Align.CENTER, before=heads.SUBJECT_GAP)
    day = markup.paragraph([printable(head.dated)], heads.DATE_LINE, Align.CENTER, before=4)
    rows = [markup.row([markup.cell(agency or _blank(), at_left), markup.cell(state, at_right)])]
    if number or head.dated:
        rows.append(markup.row([markup.cell(coded, at_left), markup.cell(day, at_right)]))
    return markup.table(rows, (at_left, at_right), ruled=False, padding=(0, 0))


def _heading(heading: Heading, width: float, *, gap: float) -> Iterator[str]:
    room = width * heads.TITLE_SHARE
    for order, statement in enumerate(heading.lines):
        kind = Type(statement.style, heads.TITLE_SIZE)
        lines = [line.text for line in phrased(statement.text, kind, room)]
        opens = order == 0
        yield _named(
            markup.paragraph(
                lines,
                kind,
                Align.CENTER,
                before=gap if opens else 0,
                keep=True,
                new_page=opens and heading.new_page,
            )
        )
    if heading.rule:
        kind = Type(heading.lines[-1].style, heads.TITLE_SIZE)
        last = phrased(heading.lines[-1].text, kind, room)
        yield _named(markup.rule(width, heads.short_rule([line.width for line in last]), keep=True))
    yield _named(markup.space(heads.TITLE_END - markup.RULE_HEIGHT))


def _table(table: Table) -> str:
    widths = [column.width * MM for column in table.columns]
    rows = list(_heading_rows(table, widths))
    rows.extend(
        _group(row, widths) if isinstance(row, GroupRow) else _row(row, table, widths, last=order == len(table.rows))
        for order, row in enumerate(told(table.rows), start=1)
    )
    return markup.table(rows, widths, ruled=True, padding=(PAD_X, PAD_Y))


def _heading_rows(table: Table, widths: Sequence[float]) -> Iterator[str]:
    where = dict(placed(table.header, len(widths)))
    # LibreOffice cuts cells over several rows where a heading comes back, unless its rows have a height of their own.
    heights = HeadBox(table.header, grid_of(table, 0)).row_heights if len(table.header) > 1 else [0.0]
    for level in range(len(table.header)):
        cells: list[str] = []
        column = 0
        while column < len(widths):
            origin = next(up for up in range(level, -1, -1) if (up, column) in where)
            head = where[origin, column]
            down = "" if head.rows == 1 else "restart" if origin == level else "continue"
            width = sum(widths[column : column + head.columns])
            said = head.text if origin == level else ""
            text = markup.text_paragraph(said, HEAD, width - 2 * PAD_X, Align.CENTER, keep=True)
            cells.append(markup.cell(text, width, columns=head.columns, down=down, centred=True))
            column += head.columns
        yield markup.row(cells, header=True, height=heights[level])


def _group(row: GroupRow, widths: Sequence[float]) -> str:
    width = sum(widths)
    text = markup.text_paragraph(row.text, HEAD, width - 2 * PAD_X, keep=True)
    return markup.row([markup.cell(text, width, columns=len(widths), centred=True)])


def _row(row: Row, table: Table, widths: Sequence[float], *, last: bool) -> str:
    kind = HEAD if row.bold else BODY
    cells = (
        markup.cell(_cell(value, kind, width - 2 * PAD_X, column.align, keep=last or row.keep), width, centred=True)
        for value, column, width in zip(row.cells, table.columns, widths, strict=True)
    )
    return markup.row(cells)


def _cell(value: Cell, kind: Type, width: float, align: Align, *, keep: bool) -> str:
    if isinstance(value, Tick) and value.side > _SIGN:
        return markup.square(value.side * MM)
    if isinstance(value, Tick):
        return markup.paragraph([TICKS[value.done]], kind, align, keep=keep, fonts=markup.SIGNS)
    return markup.text_paragraph(cell_text(value), kind, width, align, keep=keep)


def _closing(closing: Closing, width: float) -> str:
    edges = signing.columns_of(closing, 0, width)
    widths = [right - left for left, right in edges]
    posts, names = [], []
    for signature, room in zip(closing.signatures, widths, strict=True):
        lines = [line for post in signature.posts for line in phrased(post, signing.POST, room)]
        note = markup.paragraph([signature.note], signing.HOW, Align.CENTER, keep=True) if signature.note else ""
        posts.append(markup.cell((_centred(lines, signing.POST, keep=True) or _blank()) + note, room))
        signed = printable(signature.name).split("\n")
        names.append(markup.cell(markup.paragraph(signed, signing.NAME, Align.CENTER), room))
    spaces = [markup.cell(markup.space(signing.SIGNING_SPACE), room) for room in widths]
    rows = [posts, spaces, names]
    if edges and edges[0][0] > 0:
        at_left = edges[0][0]
        widths.insert(0, at_left)
        recipients = _recipients(closing.recipients, at_left)
        for order, cells in enumerate(rows):
            down = "restart" if order == 0 else "continue"
            cells.insert(0, markup.cell(recipients if order == 0 else _blank(), at_left, down=down))
    return markup.table([markup.row(cells) for cells in rows], widths, ruled=False, padding=(0, 0))


def _recipients(recipients: Sequence[str], width: float) -> str:
    if not recipients:
        return _blank()
    title = markup.paragraph([papers.RECIPIENTS], signing.RECIPIENTS_TITLE, keep=True)
    lines = papers.recipient_lines(recipients)
    return title + "".join(markup.text_paragraph(line, signing.RECIPIENTS, width, keep=True) for line in lines)


def _recipients_below(recipients: Sequence[str], width: float) -> Iterator[str]:
    yield _named(markup.paragraph([papers.RECIPIENTS], signing.RECIPIENTS_TITLE, keep=True))
    for line in papers.recipient_lines(recipients):
        yield _named(markup.text_paragraph(line, signing.RECIPIENTS, width, keep=True))


def _centred(lines: Sequence[Line], kind: Type, *, keep: bool = False) -> str:
    return markup.paragraph([line.text for line in lines], kind, Align.CENTER, keep=keep) if lines else ""


def _blank() -> str:
    return markup.paragraph([""], BODY)


def _named(element: str) -> str:
    """A top-level element declares the namespace itself."""
    return element.replace("<w:p>", f"<w:p {markup.NAMESPACE}>", 1)

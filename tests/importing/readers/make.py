"""Makes Word and PDF files out of a plan in plain text, so that one plan can be read in three formats."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from xml.sax.saxutils import escape

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.documents import Block, BlockKind
from thidua_desktop.importing.readers import read_text

_FONTS = {"Serif": "Regular", "Serif-Bold": "Bold", "Serif-Italic": "Italic"}


@dataclass
class Part:
    """A paragraph, or a table with its rows."""

    text: str = ""
    rows: list[tuple[str, ...]] = field(default_factory=list)
    gap: bool = False

    @property
    def is_title(self) -> bool:
        return self.text.isupper() and len(self.text) < 80 and not self.text[:1].isdigit()


def parts(plan: str) -> list[Part]:
    """The paragraphs and tables of a plan in plain text, as our own reader sees them."""
    found: list[Part] = []
    table: int | None = None
    for block in read_text(plan).blocks:
        if block.kind is BlockKind.ROW and block.source.table == table and table is not None:
            found[-1].rows.append(block.cells)
            continue
        table = block.source.table
        found.append(_part(block))
    return found


def _part(block: Block) -> Part:
    return Part(block.text, [block.cells] if block.kind is BlockKind.ROW else [], block.gap_before)


def as_docx(plan: str) -> bytes:
    """The plan as Word writes it: one paragraph for each line, real tables where the text has one."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    for part in parts(plan):
        if part.rows:
            _word_table(document, part.rows)
            continue
        if part.gap:
            document.add_paragraph("")
        paragraph = document.add_paragraph()
        paragraph.add_run(part.text).bold = part.is_title
        if part.is_title:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return saved(document)


def _word_table(document: docx.document.Document, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    table.style = "Table Grid"
    for row in rows:
        cells = table.add_row().cells
        if is_group(row):
            cells[0].merge(cells[-1])
        for cell, text in zip(cells, row, strict=False):
            if text:
                cell.text = text


def is_group(row: Sequence[str]) -> bool:
    """A row such as "QUÝ I:" that is written across the whole table."""
    return len(row) > 1 and len(row[0]) > 4 and not any(row[1:])


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a python-docx document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@cache
def register_fonts() -> None:
    """Make the shipped serif fonts known to reportlab."""
    for name, face in _FONTS.items():
        pdfmetrics.registerFont(TTFont(name, str(resource(f"fonts/LiberationSerif-{face}.ttf"))))


def style(bold: bool = False, centered: bool = False, size: float = 13) -> ParagraphStyle:
    register_fonts()
    return ParagraphStyle(
        "text",
        fontName="Serif-Bold" if bold else "Serif",
        fontSize=size,
        leading=size * 1.25,
        alignment=TA_CENTER if centered else TA_JUSTIFY,
        spaceAfter=0 if centered else 6,
        firstLineIndent=0 if centered else 10 * mm,
    )


def as_pdf(plan: str, *, page_numbers: bool = True) -> bytes:
    """The plan as a printed PDF: justified, wrapped, ruled tables over several pages, page numbers at the top."""
    flow: list[Flowable] = []
    for part in parts(plan):
        if part.gap:
            flow.append(Spacer(0, 6))
        if part.rows:
            flow.append(pdf_table(part.rows))
        else:
            flow.append(Paragraph(escape(part.text), style(part.is_title, part.is_title)))
    return built(flow, page_numbers=page_numbers)


def pdf_table(rows: Sequence[Sequence[str]], size: float = 12, ruled: bool = True) -> Table:
    """A table with the widths of an annex: a narrow column of ordinals, a wide one of work, the rest evenly."""
    columns = max(map(len, rows))
    cell = ParagraphStyle("cell", parent=style(size=size), alignment=0, firstLineIndent=0, spaceAfter=0)
    content = [
        [Paragraph(escape(text).replace("\n", "<br/>"), cell) for text in (*row, *[""] * (columns - len(row)))]
        for row in rows
    ]
    table = Table(content, colWidths=_widths(rows, columns))
    groups = [("SPAN", (0, at), (-1, at)) for at, row in enumerate(rows) if is_group(row)]
    if ruled:
        table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP"), *groups])
    return table


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[float]:
    """Widths that sum up to the width of the text: long cells get more, and no word is wider than its column."""
    least, wish = [0.0] * columns, [0.0] * columns
    for row in rows:
        for at, text in enumerate(() if is_group(row) else row):
            longest = max(map(len, text.split()), default=0)
            least[at] = max(least[at], longest * 2.4 * mm + 5 * mm)
            wish[at] = max(wish[at], float(min(len(text), 60)))
    spare = max(165 * mm - sum(least), 0)
    return [low + spare * share / max(sum(wish), 1) for low, share in zip(least, wish, strict=True)]


def built(flow: list[Flowable], *, page_numbers: bool = True) -> bytes:
    """The bytes of a PDF on A4 with the margins of NĐ 30/2020."""
    register_fonts()
    stream = io.BytesIO()
    document = SimpleDocTemplate(
        stream, pagesize=A4, leftMargin=30 * mm, rightMargin=15 * mm, topMargin=20 * mm, bottomMargin=20 * mm
    )

    def number(canvas: Canvas, _: SimpleDocTemplate) -> None:
        if page_numbers and canvas.getPageNumber() > 1:
            canvas.setFont("Serif", 13)
            canvas.drawCentredString(112.5 * mm, A4[1] - 12 * mm, str(canvas.getPageNumber()))

    document.build(flow, onFirstPage=number, onLaterPages=number)
    return stream.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(body: str, family: str = WORD, **parts: str) -> bytes:
    """A .docx around the XML of a body; ``parts`` are ``numbering``, ``styles``, ``footnotes`` (inner XML)."""
    spaces = f'xmlns:w="{family}"'
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for at, name in enumerate(parts)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {spaces} {_MORE}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": f"<w:{name} {spaces}>{inner}</w:{name}>" for name, inner in parts.items()},
    }
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip package in memory."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return stream.getvalue()


def p(text: str, properties: str = "", run: str = "") -> str:
    """XML of a Word paragraph with one run."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def r(text: str, run: str = "") -> str:
    """XML of a Word run."""
    return f"<w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def drawn(draw: Callable[[Canvas], None], pages: int = 1) -> bytes:
    """A PDF of A4 pages drawn by hand, points from the lower left."""
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for _ in range(pages):
        canvas.setFont("Serif", 13)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()

"""The empty Word file of a report: page, faces, language, page numbers."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.section import Section
from docx.shared import Mm, Pt

from thidua_desktop.reports.fonts import WORD_FAMILY
from thidua_desktop.reports.model import PageFormat
from thidua_desktop.reports.word import markup
from thidua_desktop.reports.word.markup import FONTS, NAMESPACE

_PAGE_NUMBER = (
    f'<w:p {NAMESPACE}><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr>'
    f'<w:r><w:rPr>{FONTS}<w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:rPr>{FONTS}<w:sz w:val="26"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    f'<w:r><w:rPr>{FONTS}<w:sz w:val="26"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)

_WRITTEN = datetime(2020, 3, 5, tzinfo=UTC)
"""A fixed day in the properties, so that the same report gives the same parts."""


def empty(page: PageFormat, title: str) -> DocxDocument:
    """A document without content, in the page format, numbered inside the top margin from page 2."""
    document = Document()
    _set_language(document)
    section = document.sections[0]
    _measure(section, page)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    header = section.header._element
    for old in list(header):
        header.remove(old)
    header.append(parse_xml(_PAGE_NUMBER))
    _set_properties(document, title)
    return document


def begin_section(document: DocxDocument, page: PageFormat) -> None:
    """End what stands in the document so far; what follows has a page format of its own and counts pages from 1.

    Word keeps the format of a section in its last paragraph; that one is low, so that it never fills a page.
    """
    body = document.element.body
    ending = parse_xml(markup.space(1).replace("<w:p>", f"<w:p {NAMESPACE}>", 1))
    ending[0].append(deepcopy(body.sectPr))
    body.sectPr.addprevious(ending)
    section = document.sections[-1]
    _measure(section, page)
    counting = body.sectPr.find(qn("w:pgNumType"))
    if counting is None:
        counting = parse_xml(f"<w:pgNumType {NAMESPACE}/>")
        body.sectPr.find(qn("w:pgMar")).addnext(counting)
    counting.set(qn("w:start"), "1")


def _measure(section: Section, page: PageFormat) -> None:
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.orientation = WD_ORIENT.LANDSCAPE if page.landscape else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)


def _set_language(document: DocxDocument) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = WORD_FAMILY, Pt(14)
    look = normal.element.get_or_add_rPr()
    fonts = look.find(qn("w:rFonts"))
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), WORD_FAMILY)
    look.append(parse_xml(f'<w:lang {NAMESPACE} w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>'))


def _set_properties(document: DocxDocument, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.language = title, "vi-VN"
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = _WRITTEN

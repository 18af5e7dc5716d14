"""WordprocessingML for the few things that papers are made of. Measures are points; Word counts twentieths of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from thidua_desktop.reports.fonts import WORD_FAMILY
from thidua_desktop.reports.model import Align, Style
from thidua_desktop.reports.texts import printable
from thidua_desktop.reports.typeset import Type, bound_within

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

FONTS = f'<w:rFonts w:ascii="{WORD_FAMILY}" w:hAnsi="{WORD_FAMILY}" w:eastAsia="{WORD_FAMILY}" w:cs="{WORD_FAMILY}"/>'
"""All four scripts: where one is missing, Word sets part of the Vietnamese letters in another face."""

SIGNS = FONTS.replace(WORD_FAMILY, "Segoe UI Symbol")
"""A face that has boxes to tick; Times New Roman has none."""

_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_BORDER = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
_NO_BORDERS = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
_BORDERS = "".join(f"<w:{side} {_BORDER}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def paragraph(
    lines: Sequence[str],
    kind: Type,
    align: Align = Align.LEFT,
    *,
    before: float = 0,
    indent: float = 0,
    keep: bool = False,
    new_page: bool = False,
    fonts: str = FONTS,
    lead: str = "",
) -> str:
    """A paragraph of one or more lines, broken where the sequence says; ``lead`` are bold words before the first."""
    flags = ("<w:keepNext/>" if keep else "") + ("<w:pageBreakBefore/>" if new_page else "")
    first = f'<w:ind w:firstLine="{twips(indent)}"/>' if indent else ""
    spacing = f'<w:spacing w:before="{twips(before)}" w:after="0" w:line="240" w:lineRule="auto"/>'
    opening = _run(f"{lead} ", Type(Style.BOLD, kind.size), fonts) if lead else ""
    return (
        f'<w:p><w:pPr>{flags}{spacing}{first}<w:jc w:val="{_ALIGN[align]}"/>{_look(kind, fonts)}</w:pPr>{opening}'
        f"{'<w:r><w:br/></w:r>'.join(_run(line, kind, fonts) for line in lines)}</w:p>"
    )


def text_paragraph(text: str, kind: Type, width: float, align: Align = Align.LEFT, *, keep: bool = False) -> str:
    """A paragraph that Word breaks itself, in a column with so many points for text; its own line breaks stay."""
    lines = [bound_within(line, kind, width) for line in printable(text).split("\n")]
    return paragraph(lines, kind, align, keep=keep)


RULE_HEIGHT = 4
"""Points that a rule takes: free space above it and the low paragraph that it is the border of."""


def rule(column: float, length: float, *, keep: bool = False) -> str:
    """A drawn line in the middle of a column: the upper border of an otherwise empty low paragraph."""
    side = twips((column - length) / 2)
    return (
        f"<w:p><w:pPr>{'<w:keepNext/>' if keep else ''}"
        f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="20" w:after="0" w:line="60" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/><w:rPr><w:sz w:val="4"/></w:rPr></w:pPr></w:p>'
    )


def space(points: float) -> str:
    """Free space of an exact height."""
    height = f'<w:spacing w:before="0" w:after="0" w:line="{twips(points)}" w:lineRule="exact"/>'
    return f'<w:p><w:pPr><w:keepNext/>{height}<w:rPr><w:sz w:val="4"/></w:rPr></w:pPr></w:p>'


def square(side: float) -> str:
    """An empty square with drawn sides in the middle of a cell: a table of one cell."""
    inner = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(side)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{twips(side)}"/></w:tblGrid>'
        f'<w:tr><w:trPr><w:trHeight w:val="{twips(side)}" w:hRule="exact"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(side)}" w:type="dxa"/></w:tcPr>{space(2)}</w:tc></w:tr></w:tbl>'
    )
    return f"{space(2)}{inner}{space(2)}"


def cell(content: str, width: float, *, columns: int = 1, down: str = "", centred: bool = False) -> str:
    """A table cell. ``down`` is "restart" or "continue" for cells merged over rows."""
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    merge = f'<w:vMerge w:val="{down}"/>' if down else ""
    middle = '<w:vAlign w:val="center"/>' if centred else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}{merge}{middle}</w:tcPr>{content}</w:tc>'


def row(cells: Iterable[str], *, header: bool = False, height: float = 0) -> str:
    """A row that no page divides, at least so many points high; heading rows are repeated on each page."""
    repeat = "<w:tblHeader/>" if header else ""
    least = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{least}{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Sequence[float], *, ruled: bool, padding: tuple[float, float]) -> str:
    """A table of fixed layout: Word never changes its columns. ``padding``: beside; above and below the text."""
    beside, above = map(twips, padding)
    margins = (("top", above), ("left", beside), ("bottom", above), ("right", beside))
    pad = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in margins)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl {NAMESPACE}><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblBorders>{_BORDERS if ruled else _NO_BORDERS}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{pad}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _run(line: str, kind: Type, fonts: str) -> str:
    return f'<w:r>{_look(kind, fonts)}<w:t xml:space="preserve">{escape(line)}</w:t></w:r>'


def _look(kind: Type, fonts: str) -> str:
    bold = "<w:b/><w:bCs/>" if kind.style in (Style.BOLD, Style.BOLD_ITALIC) else ""
    italic = "<w:i/><w:iCs/>" if kind.style in (Style.ITALIC, Style.BOLD_ITALIC) else ""
    half_points = round(kind.size * 2)
    return f'<w:rPr>{fonts}{bold}{italic}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'

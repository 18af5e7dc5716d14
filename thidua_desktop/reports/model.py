"""The neutral report: what a paper says, apart from the format it is written in. Measures are millimetres."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.reports.wall import Wall
from thidua_desktop.wording import formats


class Align(StrEnum):
    """How lines stand between the edges of their column."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Style(StrEnum):
    """The four faces of the one family that papers are set in."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold_italic"

    __hash__ = str.__hash__  # Enum's own is written in Python, and every word is looked up with its face


@dataclass(frozen=True, slots=True)
class PageFormat:
    """Paper and margins. The defaults are within the limits of NĐ 30/2020/NĐ-CP (top and bottom 20-25, left 30-35,
    right 15-20 mm) and leave 165 mm of text on upright A4."""

    width: float
    height: float
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    copies: int = 1
    """How often each page stands on one sheet, one below the other, to be cut apart after printing (PDF)."""
    scale: float = 1.0
    """How large what is laid out is written on the paper, which measures ``scale`` times width and height: a form of
    the office that is to fit on half a sheet. Documents of the decree have their sizes, so only 1 is for them."""

    @property
    def text_width(self) -> float:
        """Between the left and the right margin."""
        return self.width - self.left - self.right

    @property
    def landscape(self) -> bool:
        """Wider than high."""
        return self.width > self.height


A4_PORTRAIT = PageFormat(210, 297)
A4_LANDSCAPE = PageFormat(297, 210, left=20, right=20)
A3_LANDSCAPE = PageFormat(420, 297, top=15, bottom=15, left=15, right=15)
A4_WALL = PageFormat(297, 210, top=10, bottom=10, left=10, right=10)
"""For the wall; not documents of the decree, so their margins are free."""


class Paper(StrEnum):
    """The sheets that pages for the wall are printed on."""

    A3 = "a3"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Boxes 1-4 of the decree: the agency at the left, Quốc hiệu and Tiêu ngữ at the right, number and day below.

    ``number`` is printed after "Số: "; None leaves the line out (a paper without a number). A missing ``day`` leaves
    blanks to be filled in by hand. ``subject`` is the "V/v …" of a công văn (box 5b), below the number.
    """

    name: str
    superior: str = ""
    place: str = ""
    day: date | None = None
    number: str | None = None
    subject: str = ""
    date_line: str = ""
    """The whole date line where a part of it is left to the pen ("…, ngày      tháng 01 năm 2026")."""

    party: bool = False
    """Of a Party body: "ĐẢNG CỘNG SẢN VIỆT NAM" alone stands at the right (HD 36-HD/VPTW, not the decree)."""

    undated: bool = False
    """Without the line of place and day: minutes (NĐ 30/2020, annex III, model 1.9) and ballots."""

    @property
    def dated(self) -> str:
        """Place and day as they are printed."""
        return "" if self.undated else self.date_line or formats.date_line(self.place, self.day)


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """One statement of the title, broken at phrase boundaries where it does not fit."""

    text: str
    style: Style = Style.BOLD


@dataclass(frozen=True, slots=True)
class Heading:
    """The title block, centred: tên loại and trích yếu, or "Phụ lục" with its title and "(Kèm theo …)"."""

    lines: tuple[HeadingLine, ...]
    rule: bool = True
    """A rule of a third to a half of the last line below it."""
    new_page: bool = False
    """Begins a page."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    align: Align = Align.JUSTIFY
    style: Style = Style.REGULAR
    indent: float = 10
    """Of the first line (10 or 12.7 mm in the decree)."""
    keep: bool = False
    """On the page of what follows: a heading."""
    before: float = 6
    """Points of free space above it; at least 6 between paragraphs (NĐ 30/2020)."""
    lead: str = ""
    """Bold words that the first line opens with ("Điều 1.")."""

    @property
    def said(self) -> str:
        """All of its words."""
        return f"{self.lead} {self.text}" if self.lead else self.text


@dataclass(frozen=True, slots=True)
class Tick:
    """A box to be ticked with a pen, or one that is ticked; ``side`` in millimetres."""

    done: bool = False
    side: float = 3.4


Cell = str | int | date | Tick | None
"""A table cell. Days are written dd/mm/yyyy on paper and as real dates in a workbook."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; the widths of a table add up to the page's text width."""

    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A heading that may cover several columns or several heading rows."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, a cell for each column; ``bold`` for a line of sums, ``keep`` with the one after it."""

    cells: tuple[Cell, ...]
    bold: bool = False
    keep: bool = False
    """On the page of what follows; of the last row, of what follows the table."""
    italic: bool = False
    """Tells a part of the row above it ("trong đó")."""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A bold row over the full width; it never stands alone at the foot of a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heading rows are repeated on every page."""

    columns: tuple[Column, ...]
    header: tuple[tuple[HeadCell, ...], ...]
    rows: Sequence[Row | GroupRow]


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs: quyền hạn and chức vụ (capitals), how ("(Ký, họ tên)"), name."""

    posts: tuple[str, ...]
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a paper: Nơi nhận at the left (where there is one), then one to three signatures.

    It stays on one page, with at least two lines of the text before it.
    """

    signatures: tuple[Signature, ...]
    recipients: tuple[str, ...] = ()
    below: bool = False
    """Nơi nhận stands under the left one of several signatures (NĐ 30/2020, annex III, model 1.9)."""


Block = Letterhead | Heading | Paragraph | Table | Wall | Closing


@dataclass(frozen=True, slots=True)
class Report:
    """A paper. ``title`` goes into the file's properties, not on the page."""

    title: str
    blocks: tuple[Block, ...] = field(default_factory=tuple)
    page: PageFormat = A4_PORTRAIT
    annexes: tuple[Report, ...] = ()
    """Papers in the same file, each from a page of its own and numbered from 1 again (NĐ 30/2020, annex I)."""
    template: TemplateKind | None = None
    """Which paper it is, where an office may lay that out itself."""
    parts: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    """Texts by the names of a template's fields, where the blocks alone do not tell which is which."""

"""Lines that belong together made into paragraphs, whatever broke them: the typist, the page, the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from thidua_desktop.importing.plans.lines import Line
from thidua_desktop.importing.plans.numbering import Marker, find_marker, marker_of_label
from thidua_desktop.importing.plans.text import mostly_upper, plain, starts_lower, unended
from thidua_desktop.importing.plans.verbs import starts_duty

_HANGING_WORDS = """
cua va so ngay thang nam quy ve cho cac nhung trong theo tai voi de do tu den bang la cap thu lan khoa ky muc
dieu khoan diem hoac hay cung nhu nham qua tren duoi ra vao giua boi ma khi neu tuan dot tp ong ba dong mung
niem
"""
_HANGING = frozenset(_HANGING_WORDS.split())
_JOINING_WORDS = """
của và về cho các những trong theo tại với để do từ đến bằng là hoặc hay cùng như nhằm qua trên dưới ra vào giữa bởi
mà khi nếu ông bà mừng niệm gồm được bị phải nên ngày tháng thứ số khóa mục
cua va ve tai voi den bang hoac nhu nham tren duoi vao giua boi neu
cac nhung
"""
_JOINS = frozenset(_JOINING_WORDS.split())
"""Words, as they are typed, after which even a capital goes on with the sentence."""
_HANGING_CAPITAL_WORDS = """
Bộ Sở Ban Ủy Uỷ Hội Phòng Chủ Nghị Chỉ Quyết Thông Luật Trung Đại Phó Hồ Mặt Liên Văn Nhà Ngày Tổ UBND Tỉnh
Huyện Xã Thủ Chính
"""
_HANGING_CAPITAL = frozenset(_HANGING_CAPITAL_WORDS.split())
_TAKES_NUMBER_WORDS = """
so ngay thang nam quy khoan dieu diem muc lan thu khoa ky tuan dot lop cum khoi phan den tu va hon gan khoang
giai
"""
_TAKES_NUMBER = frozenset(_TAKES_NUMBER_WORDS.split())
_PAIRS = (
    ("thi dua", "khen thuong"),
    ("kinh te", "xa hoi"),
    ("quoc phong", "an ninh"),
    ("lao dong", "thuong binh"),
    ("van hoa", "xa hoi"),
    ("chinh tri", "xa hoi"),
    ("nguoi tot", "viec tot"),
    ("tai chinh", "ke hoach"),
)
_PHRASES = (
    ("chu tich", "ho chi minh"),
    ("nam hoc", "20"),
    ("giai doan", "20"),
    ("nhiem ky", "20"),
    ("so ket", "6 thang"),
    ("bao cao", "6 thang"),
    ("ket qua", "6 thang"),
    ("tong ket", "20"),
    (" so", "0"),
)
"""What stands at the end of a line, and how the next one goes on, whatever else the layout says."""
_ROMAN = re.compile(r"[IVX]{1,5}\b")
_STARTS_OWN = re.compile(
    r"(?:(?:dot|buoc|giai doan|lan)\s+(?:thu\s+)?[\divx]{1,4}\s*[:(]|(?:to chuc thuc hien|noi dung|muc dich|yeu cau|"
    r"kinh phi|"
    r"khen thuong|pham vi|doi tuong)[a-z, ]{0,24}:\s*$|noi nhan|kinh gui|tren day la|"
    r"can cu |phu luc|tm\.|kt\.|q\.|tl\.|chu tich$|thoi gian|"
    r"dia diem|thanh phan|chu tri|don vi |"
    r"co quan (?:chu tri|phoi hop|thuc hien)|phoi hop:|san pham|[qo0]u[yi] (?:[iv]{1,3}|"
    r"[1-4])\b[^a-z]{0,12}$|thang \d{1,2}\b[^a-z]{0,9}$)"
)
_ONLY_TIME = re.compile(
    r"(?:ngay\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?\s*\)?[.;,]+|"
    r"(?:(?:ngay\s+)?\d{1,2}\s+)?thang\s+\d{1,2}(?:\s*(?:nam|/)\s*\d{4})?\s*\)?[.;]+|nam\s+\d{4}\s*\)?[.;]+"
)
"""The end of a sentence that fell on a line of its own: "05/4/2026.", "tháng 6 năm 2026." """
MIN_WRAP, MAX_WRAP = 40, 150
MIN_NARROW, NARROW = 24, 48
FULL = 0.87
"""Proportional letters: lines of a PDF differ by a tenth in their number of characters."""


@dataclass(slots=True)
class Paragraph:
    """A whole paragraph with its opening sign taken off; ``blocks`` are the places of the blocks it came from."""

    text: str
    marker: Marker | None
    blocks: list[int]
    bold: bool = False
    centered: bool = False
    gap: bool = False
    lines: list[str] = field(default_factory=list)

    @property
    def whole(self) -> str:
        """The text with its sign."""
        return f"{self.marker.label} {self.text}".strip() if self.marker else self.text


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document breaks its lines: ``width`` characters where a typist or PDF wrapped them, else None."""

    width: int | None = None
    lower_bullets: bool = False
    narrow: bool = False
    """The text was copied from a narrow column, whose lines end early."""
    indent: float | None = None
    """Left edge of the first lines of items, in millimetres, where the source tells."""


def layout_of(lines: Sequence[Line]) -> Layout:
    """Whether the lines are wrapped at a width (most of the long ones end near it)."""
    lengths = sorted(len(line.text) for line in lines if not line.is_row and len(line.text) > 20)
    lower_bullets, indent = _bullets_are_lower(lines), _item_indent(lines)
    if len(lengths) < 4:
        return Layout(None, lower_bullets, indent=indent)
    width = lengths[min(len(lengths) - 1, int(0.95 * len(lengths)))]
    near = sum(0.82 * width <= length <= 1.04 * width for length in lengths)
    wrapped = MIN_WRAP <= width <= MAX_WRAP and near >= 0.25 * len(lengths) and lengths[-1] <= 1.25 * width
    narrow = width < NARROW and _mostly_torn(lines)
    wrapped = wrapped or (narrow and width >= MIN_NARROW)
    return Layout(width if wrapped else None, lower_bullets, narrow and wrapped, indent)


def _mostly_torn(lines: Sequence[Line]) -> bool:
    """Whether sentences run over the ends of many lines."""
    torn = sum(unended(before.text) and starts_lower(line.text) for before, line in pairwise(lines) if not line.is_row)
    return torn >= 0.25 * len(lines)


def _bullets_are_lower(lines: Sequence[Line]) -> bool:
    """Whether the items of this typist begin with small letters; a dash after an unfinished line says nothing."""
    bullets = [
        line.text
        for before, line in pairwise(lines)
        if not line.is_row and line.text[:1] in "-+–" and (before.is_row or line.gap or not unended(before.text))
    ]
    return bool(bullets) and sum(starts_lower(text.lstrip("-+– ")) for text in bullets) > 0.4 * len(bullets)


def _item_indent(lines: Sequence[Line]) -> float | None:
    """The middle left edge of the lines that open an item."""
    edges = sorted(
        line.indent
        for before, line in pairwise(lines)
        if line.indent is not None and not line.is_row and not unended(before.text) and find_marker(line.text)
    )
    return edges[len(edges) // 2] if len(edges) >= 3 else None


def marker_of(line: Line) -> Marker | None:
    """The opening sign of a line, typed or generated."""
    if line.label:
        return marker_of_label(line.label, line.text)
    return find_marker(line.text)


def join(lines: Iterable[Line], layout: Layout) -> Iterator[Paragraph]:
    """The paragraphs that the lines (no rows) make up, each when it is whole."""
    made: Paragraph | None = None
    previous: Line | None = None
    for line in lines:
        marker = marker_of(line)
        if made is not None and previous is not None and continues(made, previous, line, marker, layout):
            _extend(made, line)
        else:
            if made is not None:
                yield made
            text = marker.rest if marker else line.text
            made = Paragraph(text, marker, [line.block], line.bold, line.centered, line.gap, [line.text])
        previous = line
    if made is not None:
        yield made


def _extend(paragraph: Paragraph, line: Line) -> None:
    glue = "" if paragraph.text.endswith("-") and paragraph.text[-2:-1].isalnum() and line.text[:1].isupper() else " "
    paragraph.text = f"{paragraph.text}{glue}{line.text}".strip()
    paragraph.lines.append(line.text)
    if paragraph.blocks[-1] != line.block:
        paragraph.blocks.append(line.block)


def continues(paragraph: Paragraph, previous: Line, line: Line, marker: Marker | None, layout: Layout) -> bool:
    """Whether ``line`` goes on with the paragraph that ended, so far, with ``previous``."""
    before, text = previous.text, line.text
    if line.label or not text:
        return False
    if marker is not None:
        return _marker_is_text(paragraph, marker, line, previous, layout)
    headings = _both_headings(paragraph, before, text)
    last = _last_word(before)
    if _ONLY_TIME.fullmatch(plain(text)) and unended(before) and not _is_short_heading(paragraph, before):
        return not line.gap or line.broken
    torn = (last in _HANGING and starts_lower(text)) or (headings and hangs(before))
    if _STARTS_OWN.match(plain(text)) and not torn:
        return False
    gap = line.gap and not line.broken
    full = _is_full(previous, text, layout) or _outdented(previous, line, layout)
    if not unended(before):
        return not gap and _goes_on_after_sign(previous, line, full=full)
    if headings:
        return not gap
    folded = plain(before)
    if not gap and any(folded.endswith(left) and plain(text).startswith(right) for left, right in _PHRASES):
        return True
    if not gap and layout.narrow and _is_running(paragraph, before):
        return True
    if starts_lower(text) or hangs(before):
        return True
    if (text[:1].isdecimal() or _ROMAN.match(text)) and (
        last in _TAKES_NUMBER or (layout.width is not None and not gap)
    ):
        return True
    return not gap and full and not _indented(previous, line)


def _goes_on_after_sign(previous: Line, line: Line, *, full: bool) -> bool:
    """The line before closed with a sign: only a full line, or a small letter after a full stop, goes on."""
    if previous.text.endswith(":") or previous.soft:
        return False
    if previous.text.endswith(";"):
        return full and starts_lower(line.text)
    return (starts_lower(line.text) and previous.text.endswith(".")) or (full and not _indented(previous, line))


def _marker_is_text(paragraph: Paragraph, marker: Marker, line: Line, previous: Line, layout: Layout) -> bool:
    """A line that only looks like a new item: "năm | 2. ...", "người tốt | - việc tốt"."""
    before, text = previous.text, line.text
    last = _last_word(before)
    if not unended(before):
        return False
    if marker.is_bullet:
        rest = plain(marker.rest)
        folded = plain(before)
        if any(folded.endswith(left) and rest.startswith(right) for left, right in _PAIRS):
            return True
        if _is_wrapped_edge(previous, line, layout):
            return True
        if before.endswith(",") and starts_lower(marker.rest) and not (paragraph.marker and paragraph.marker.is_bullet):
            return True
        if before[-1:].isdecimal() and marker.rest[:1].isdecimal() and "(" in before:
            return True
        if (
            paragraph.marker is not None
            and not paragraph.marker.is_bullet
            and len(paragraph.lines) > 1
            and layout.width
        ):
            # The item ran over several lines and stopped without a sign: the dash belongs to its sentence.
            return paragraph.marker.style != "roman" and not starts_duty(marker.rest)
        return starts_lower(marker.rest) and not layout.lower_bullets and not previous.soft
    if marker.style.startswith(("number", "roman")):
        hanging = last in _TAKES_NUMBER and not mostly_upper(marker.rest) and not mostly_upper(before)
        return hanging and len(before.split()) > 3 and (_is_full(previous, text, layout) or starts_lower(marker.rest))
    if marker.style in ("dieu", "muc", "phan"):
        return last in _HANGING and _is_full(previous, text, layout)
    return False


def _is_wrapped_edge(previous: Line, line: Line, layout: Layout) -> bool:
    """A dash at the left margin, below a full line, where items are indented (a PDF)."""
    return (
        layout.indent is not None
        and line.indent is not None
        and line.indent < layout.indent - 4
        and (not line.gap or line.broken)
        and layout.width is not None
        and len(previous.text) > 0.7 * layout.width
    )


def _is_running(paragraph: Paragraph, before: str) -> bool:
    """Whether a paragraph is a sentence under way, and no heading."""
    if mostly_upper(before) or (paragraph.marker is not None and paragraph.marker.style in ("roman", "annex", "phan")):
        return False
    return len(paragraph.lines) > 1 or starts_duty(paragraph.text) or (paragraph.marker or _NO_MARKER).is_bullet


_NO_MARKER = Marker("", "", "")


def _is_short_heading(paragraph: Paragraph, before: str) -> bool:
    return mostly_upper(before) or (len(paragraph.lines) == 1 and len(before) < 30 and not hangs(before))


def _last_word(text: str) -> str:
    return plain(text).rstrip().rsplit(" ", 1)[-1].strip('(“"')


def hangs(before: str) -> bool:
    """Whether the text breaks off after a word that cannot end a phrase."""
    if before.endswith((",", "-", "–", "(", "“", "&")):
        return True
    typed = before.rstrip().rsplit(" ", 1)[-1].strip('(“"')
    if typed in _HANGING_CAPITAL or typed in _JOINS:
        return len(before) > 12
    return before.count("(") > before.count(")") or before.count("“") > before.count("”")


def _both_headings(paragraph: Paragraph, before: str, text: str) -> bool:
    return mostly_upper(before) and mostly_upper(text) and paragraph.marker is not None and len(text) > 3


def _is_full(previous: Line, text: str, layout: Layout) -> bool:
    """The next word would not have fitted on the line before."""
    if layout.width is None:
        return False
    first = text.split(" ", 1)[0]
    return len(previous.text) + 1 + len(first) > FULL * layout.width


def _outdented(previous: Line, line: Line, layout: Layout) -> bool:
    """Back from the first-line indent: the paragraph goes on."""
    return (
        layout.width is not None
        and line.indent is not None
        and previous.indent is not None
        and line.indent < previous.indent - 4
        and len(previous.text) > 0.7 * layout.width
    )


def _indented(previous: Line, line: Line) -> bool:
    """A first-line indent opens a new paragraph."""
    return line.indent is not None and previous.indent is not None and line.indent > previous.indent + 4

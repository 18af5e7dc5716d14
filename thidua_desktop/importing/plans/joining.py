"""Lines that belong together made into paragraphs, whatever broke them: the typist, the page, the PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua_desktop.importing.plans.lines import Line
from thidua_desktop.importing.plans.numbering import Marker, find_marker, marker_of_label
from thidua_desktop.importing.plans.text import mostly_upper, plain, starts_lower, unended
from thidua_desktop.importing.plans.verbs import starts_duty

_HANGING = frozenset(
    [
        "cua",
        "va",
        "so",
        "ngay",
        "thang",
        "nam",
        "quy",
        "ve",
        "cho",
        "cac",
        "nhung",
        "trong",
        "theo",
        "tai",
        "voi",
        "de",
        "do",
        "tu",
        "den",
        "bang",
        "la",
        "cap",
        "thu",
        "lan",
        "khoa",
        "ky",
        "muc",
        "dieu",
        "khoan",
        "diem",
        "hoac",
        "hay",
        "cung",
        "nhu",
        "nham",
        "qua",
        "tren",
        "duoi",
        "ra",
        "vao",
        "giua",
        "boi",
        "ma",
        "khi",
        "neu",
        "tuan",
        "dot",
        "tp",
        "ong",
        "ba",
        "dong",
    ]
)
_HANGING_CAPITAL = frozenset(
    [
        "Bộ",
        "Sở",
        "Ban",
        "Ủy",
        "Uỷ",
        "Hội",
        "Phòng",
        "Chủ",
        "Nghị",
        "Chỉ",
        "Quyết",
        "Thông",
        "Luật",
        "Trung",
        "Đại",
        "Phó",
        "Hồ",
        "Mặt",
        "Liên",
        "Văn",
        "Nhà",
        "Ngày",
        "Tổ",
        "UBND",
        "Tỉnh",
        "Huyện",
        "Xã",
        "Thủ",
        "Chính",
    ]
)
_TAKES_NUMBER = frozenset(
    [
        "so",
        "ngay",
        "thang",
        "nam",
        "quy",
        "khoan",
        "dieu",
        "diem",
        "muc",
        "lan",
        "thu",
        "khoa",
        "ky",
        "tuan",
        "dot",
        "lop",
        "cum",
        "khoi",
        "phan",
        "den",
        "tu",
        "va",
        "hon",
        "gan",
        "khoang",
        "giai",
    ]
)
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
_STARTS_OWN = re.compile(
    r"(?:noi nhan|kinh gui|tren day la|can cu |phu luc|tm\.|kt\.|q\.|tl\.|chu tich$|thoi gian|"
    r"dia diem|thanh phan|chu tri|don vi |"
    r"co quan (?:chu tri|phoi hop|thuc hien)|phoi hop:|san pham|[qo0]u[yi] (?:[iv]{1,3}|"
    r"[1-4])\b[^a-z]{0,12}$|thang \d{1,2}\b[^a-z]{0,9}$)"
)
MIN_WRAP, MAX_WRAP = 40, 150
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


def layout_of(lines: Sequence[Line]) -> Layout:
    """Whether the lines are wrapped at a width (most of the long ones end near it)."""
    lengths = sorted(len(line.text) for line in lines if not line.is_row and len(line.text) > 20)
    bullets = [line.text for line in lines if not line.is_row and line.text[:1] in "-+–"]
    lower = sum(starts_lower(text.lstrip("-+– ")) for text in bullets)
    lower_bullets = bool(bullets) and lower > 0.4 * len(bullets)
    if len(lengths) < 4:
        return Layout(None, lower_bullets)
    width = lengths[min(len(lengths) - 1, int(0.95 * len(lengths)))]
    near = sum(0.82 * width <= length <= 1.04 * width for length in lengths)
    wrapped = MIN_WRAP <= width <= MAX_WRAP and near >= 0.25 * len(lengths) and lengths[-1] <= 1.25 * width
    return Layout(width if wrapped else None, lower_bullets)


def marker_of(line: Line) -> Marker | None:
    """The opening sign of a line, typed or generated."""
    if line.label:
        return marker_of_label(line.label, line.text)
    return find_marker(line.text)


def join(lines: Sequence[Line], layout: Layout) -> list[Paragraph]:
    """The paragraphs that the lines (no rows) make up."""
    made: list[Paragraph] = []
    previous: Line | None = None
    for line in lines:
        marker = marker_of(line)
        if made and previous is not None and continues(made[-1], previous, line, marker, layout):
            _extend(made[-1], line)
        else:
            text = marker.rest if marker else line.text
            made.append(Paragraph(text, marker, [line.block], line.bold, line.centered, line.gap, [line.text]))
        previous = line
    return made


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
        return _marker_is_text(paragraph, marker, text, previous, layout)
    headings = _both_headings(paragraph, before, text)
    last = _last_word(before)
    torn = (last in _HANGING and starts_lower(text)) or (headings and hangs(before))
    if _STARTS_OWN.match(plain(text)) and not torn:
        return False
    gap = line.gap and not line.broken
    full = _is_full(previous, text, layout) or _outdented(previous, line, layout)
    if not unended(before):
        return not gap and _goes_on_after_sign(previous, line, full=full)
    if headings:
        return not gap
    if starts_lower(text) or hangs(before):
        return True
    if text[:1].isdigit() and (last in _TAKES_NUMBER or (layout.width is not None and not gap)):
        return True
    return not gap and full and not _indented(previous, line)


def _goes_on_after_sign(previous: Line, line: Line, *, full: bool) -> bool:
    """The line before closed with a sign: only a full line, or a small letter after a full stop, goes on."""
    if previous.text.endswith(":") or previous.soft:
        return False
    if previous.text.endswith(";"):
        return full and starts_lower(line.text)
    return (starts_lower(line.text) and previous.text.endswith(".")) or (full and not _indented(previous, line))


def _marker_is_text(paragraph: Paragraph, marker: Marker, text: str, previous: Line, layout: Layout) -> bool:
    """A line that only looks like a new item: "năm | 2. ...", "người tốt | - việc tốt"."""
    before = previous.text
    last = _last_word(before)
    if not unended(before):
        return False
    if marker.is_bullet:
        rest = plain(marker.rest)
        folded = plain(before)
        if any(folded.endswith(left) and rest.startswith(right) for left, right in _PAIRS):
            return True
        if before[-1:].isdigit() and marker.rest[:1].isdigit() and "(" in before:
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


def _last_word(text: str) -> str:
    return plain(text).rstrip().rsplit(" ", 1)[-1].strip('(“"')


def hangs(before: str) -> bool:
    """Whether the text breaks off after a word that cannot end a phrase."""
    last = plain(before).rstrip().rsplit(" ", 1)[-1].strip('(“"')
    if before.endswith((",", "-", "–", "(", "“", "&")):
        return True
    typed = before.rsplit(" ", 1)[-1]
    if typed in _HANGING_CAPITAL or (last in _HANGING and typed.islower()):
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

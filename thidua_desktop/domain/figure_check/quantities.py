"""The numbers in a sentence that count something: no days, no numbers of documents, no ordinals of articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_NUMBER = re.compile(
    r"(?<![\w.,/-])(?P<whole>\d{1,3}(?:\.\d{3}){1,5}|\d{1,15})(?:,(?P<part>\d{1,6})|\.(?P<point>\d{1,2})(?=\s?%))?"
    r"(?P<percent>\s?%)?(?![\w]|[.,]\d|/\d|/[A-ZĐ]|-\w)"
)
_RATIO = re.compile(
    r"(?<![\w.,/-])(?P<part>\d{1,3}(?:\.\d{3}){1,5}|\d{1,15})/(?P<whole>\d{1,3}(?:\.\d{3}){1,5}|\d{1,15})"
    r"(?=\s[^\W\d_]|\))"
)
_BEFORE = re.compile(
    r"(?:\b(?:ngày|tháng|năm|quý|điều|khoản|điểm|mục|phần|chương|phụ lục|biểu|biểu số|bảng|mẫu|mẫu số|lần|thứ|khóa|khoá"
    r"|kỳ|đợt|giai đoạn|tuần|hạng|loại|trang|nhiệm kỳ|năm học|nghị định|thông tư|nghị quyết|luật|quyết định số"
    r"|kế hoạch số|văn bản số|số:|phiên|hội nghị lần)|(?<!tổng )(?<!trong )(?<!trên )\bsố)\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*(?:tháng|năm|ngày|giờ|phút|tuổi|tuần|quý|[)]\s*(?:của|và))\b", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"(?:\b(?:ngày|trước|sau|đến|từ|vào|hạn|mùng))\s*$", re.IGNORECASE)
_NOT_EXACT = re.compile(
    r"\b(?:gần|hơn|trên|khoảng|dưới|ít nhất|tối thiểu|tối đa|không quá|mỗi|từng|từ|xấp xỉ)\s*$", re.IGNORECASE
)
_NEAR = 40
"""Signs that are looked at before and behind a number."""
_RANGE = re.compile(r"\s*(?:-|–|đến)\s*\d")
_NOT_EXACT_AFTER = re.compile(r"\s*(?:/\s*[^\W\d_]|trở lên|trở xuống)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with the place of its signs in the text."""

    value: Decimal
    start: int
    end: int
    digits: int = 0
    """Behind the decimal comma."""
    percent: bool = False
    of: Decimal | None = None
    """The whole of "45/50 đơn vị"."""

    @property
    def half(self) -> Decimal:
        """Half of its last digit: how far rounding can have moved it."""
        return Decimal(5).scaleb(-self.digits - 1)


def quantities(text: str) -> tuple[Quantity, ...]:
    """The exact numbers of a text in order; years, days, ranges and "trên 100" are left out."""
    return tuple(sorted((*_ratios(text), *_plain(text)), key=lambda each: each.start))


def amount(text: str) -> Quantity | None:
    """The number that a table cell holds and nothing else; a dash is none."""
    found = _NUMBER.fullmatch(text.strip().lstrip("+"))
    if found is None:
        negative = _NUMBER.fullmatch(text.strip().lstrip("-−–").strip())
        if negative is None or text.strip()[:1] not in "-−–":
            return None
        made = _quantity(negative)
        return Quantity(-made.value, 0, len(text), made.digits, made.percent)
    made = _quantity(found)
    return Quantity(made.value, 0, len(text), made.digits, made.percent)


def _plain(text: str) -> Iterator[Quantity]:
    for found in _NUMBER.finditer(text):
        before, after = text[max(0, found.start() - _NEAR) : found.start()], text[found.end() : found.end() + _NEAR]
        if found["percent"] is None and (_BEFORE.search(before) or _AFTER.match(after)):
            continue
        if _NOT_EXACT.search(before) or _RANGE.match(after) or _NOT_EXACT_AFTER.match(after) or _is_year(found, after):
            continue
        if re.search(r"\d\s*(?:-|–|đến)\s*$", before):
            continue
        yield _quantity(found)


def _is_year(found: re.Match[str], after: str) -> bool:
    """A bare "2025" that nothing is counted by: "(2025: 45)", "2021, 2022"."""
    bare = "." not in found["whole"] and found["part"] is None and found["percent"] is None
    return bare and 1945 <= int(found["whole"]) <= 2100 and re.match(r"\s*[^\W\d_]", after) is None


def _ratios(text: str) -> Iterator[Quantity]:
    for found in _RATIO.finditer(text):
        part, whole = _whole(found["part"]), _whole(found["whole"])
        after = text[found.end() : found.end() + _NEAR]
        if (
            part <= whole
            and not _DAY_BEFORE.search(text[max(0, found.start() - _NEAR) : found.start()])
            and not _AFTER.match(after)
        ):
            yield Quantity(part, found.start(), found.end(), of=whole)


def _quantity(found: re.Match[str]) -> Quantity:
    part = found["part"] or found["point"] or ""
    value = _whole(found["whole"]) + (Decimal(int(part)).scaleb(-len(part)) if part else 0)
    return Quantity(value, found.start(), found.end(), len(part), found["percent"] is not None)


def _whole(digits: str) -> Decimal:
    return Decimal(int(digits.replace(".", "")))

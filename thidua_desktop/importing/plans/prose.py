"""Which of the times named in running text are the time of the work, and which only belong to its subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thidua_desktop.domain.tasks import Recurrence
from thidua_desktop.importing.plans.placing import Clock, months_covered
from thidua_desktop.importing.plans.sections import is_time_heading
from thidua_desktop.importing.plans.text import plain
from thidua_desktop.importing.plans.times import Moment, Span, moments

_STRONG = re.compile(
    r"(?:\b(?:truoc|cham nhat|muon nhat|vao|trong|xong|het|den|toi|hoan thanh|du kien|thoi gian|"
    r"thoi han|han(?: cuoi)?|tu|"
    r"bat dau|khoang|cuoi|dau|giua|tuan\s+(?:thu\s+)?\w+|(?:trung|thuong|ha)\s+tuan|nop|gui|"
    r"bao cao|to chuc|luc|gio|sang|chieu|hop)"
    r"(?:\s+(?:la|vao|trong|tu|het|cuoi|dau|giua|khoang|cua|cac|ngay|truoc|sang|chieu|toi|buoi|luc|"
    r"hoi))*)\s*[:(]?\s*(?:ngay\s*)?$"
)
_DEADLINE = re.compile(
    r"\b(?:truoc|cham nhat|muon nhat|vao|trong|xong|het|den|hoan thanh|du kien|thoi gian|thoi han|han|cuoi|dau|giua|"
    r"(?:trung|thuong|ha) tuan|tuan (?:thu )?[\w, ]{1,9}|luc|hoi|phut|gio|\d+h\d*|sang|chieu|toi|nhat la)"
    r"(?:\s+(?:la|vao|trong|het|cuoi|dau|cac|thoi gian|ngay|khi|truoc|sang|chieu|toi|buoi))*,?\s*[:(]?\s*(?:ngay\s*)?$"
)
_START_ONLY = re.compile(r"\b(?:tu|bat dau tu|ke tu)\s*(?:ngay|het)?\s*$")
_NUMBERED_PAPER = re.compile(
    r"(?:\bso\s*:?\s*[\w./&-]*\d[\w./&-]*|\d+[a-z]?\s?[/-]\s?[\w/&-]*[a-z][\w/&-]*|[a-z]{2,}[-/]\s?[a-z]{2,}\w*)"
    r"\s*(?:\([^)]*\)\s*)?,?\s*(?:\bngay\s*)?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*(?:,|va|;)\s*(?:ngay\s*)?)?$"
)
_PAPER = re.compile(
    r"\b(?:(?<!phap )(?<!ky )luat|bo luat|nghi quyet|nghi dinh|thong tu|thong tri|chi thi|quyet dinh|cong van|"
    r"cong dien|ket luan|thong bao|huong dan|"
    r"to trinh|phap lenh|quy dinh|van ban|chuong trinh|ke hoach|de an|hien phap|quy che|tho khen)\b[^.;]{0,110}$"
)
_CELEBRATED = re.compile(
    r"\b(?:ky niem|chao mung|mung|nhan|dip|thanh lap|truyen thong|ngay sinh|sinh nhat|quoc khanh|"
    r"quoc te|viet nam|giai phong|"
    r"le lon|ngay le|cach mang|doanh nhan|nha giao|thay thuoc|phap luat|thuong binh|loi keu goi|lao dong|khoi nghia|"
    r"toan quoc khang chien|bac ho|ra doi|phong trao|dien bien|mien nam|quan doi|cong an|cong doan|"
    r"phu nu|thieu nhi|gia dinh)\b[^.;:]{0,60}$"
)
_NAMED_AFTER = re.compile(r"\b(?:thi dua|chu diem|phong trao|hoi thi|hoi dien|hoi giang|thao giang|tuan le)\s$")
"""A wave that bears a holiday's name: "đợt thi đua 26/3"."""
_NEW_CLAUSE = re.compile(
    r",\s*(?=(?:ket thuc|hoan thanh|tong ket|so ket|gui|nop|bao cao|to chuc|phat dong|be mac|khai mac|xong)\b)"
)
"""An anniversary ends where the work begins: "… Ngày Quốc khánh, kết thúc đợt thi đua ngày 02/9"."""
_CELEBRATED_NEAR = re.compile(
    r"\b(?:ky niem|chao mung|mung|nhan(?: dip)?|dip|thanh lap|truyen thong|sinh(?: nhat)?|"
    r"quoc khanh|le|ngay le|cac ngay|"
    r"huong ung|huong toi)\s*(?:cac\s+)?(?:ngay\s*)?(?:le\s*)?[(:]?\s*$"
)
_NOT_A_DEADLINE = re.compile(
    r"\b(?:ke tu|co hieu luc(?: tu)?|hieu luc thi hanh tu|tinh den(?: het)?|so lieu|ban hanh|ky|"
    r"dang(?: tai)?|sinh|"
    r"thanh tich|(?<!cong bo )(?<!thong bao )(?<!bao cao )ket qua)\s*(?:het\s*)?(?:ngay\s*)?[(:]?\s*$|"
    r"\b(?:nam hoc|giai doan|nhiem ky)\s*(?:den\s*)?[(:]?\s*$"
)
_HOLIDAY_DAYS = """
1/1 9/1 3/2 27/2 8/3 26/3 30/4 1/5 7/5 15/5 19/5 1/6 5/6 11/6 21/6 28/6 27/7 28/7 19/8 2/9 10/10 13/10 14/10
15/10 20/10 9/11 18/11 20/11 23/11 22/12 12/9 6/12 6/1 17/10 1/10 29/3 24/3 27/3
"""
_HOLIDAYS = frozenset(tuple(int(part) for part in day.split("/")) for day in _HOLIDAY_DAYS.split())
"""Days that plans celebrate (day/month); without a deadline's word they are what the work is for."""
_QUARTER_WORD = r"quy(?!\s*(?:dinh|che|mo|trinh|hoach|tac|uoc|luat|dan|doi|thi|phuc|bao|khen))\b"
_ONCE = r"(?:01|1|mot) lan"
_RECURRING = (
    (
        Recurrence.HALF_YEARLY,
        rf"0?6 thang/lan|(?:0?6|sau) thang {_ONCE}|dinh ky,?(?: so ket)?(?: bao cao)? 0?6 thang|(?:hai|"
        rf"0?2) lan(?:/| trong | moi | mot )nam",
    ),
    (
        Recurrence.QUARTERLY,
        rf"(?:hang|moi|dinh ky|cac|tung) {_QUARTER_WORD}|lan/quy|quy/lan|quy {_ONCE}|0?3 thang/lan|(?:0?3|"
        rf"ba) thang {_ONCE}|thang cuoi quy",
    ),
    (Recurrence.MONTHLY, rf"(?:hang|moi|dinh ky) thang|lan/thang|thang/lan|thang {_ONCE}"),
    (Recurrence.WEEKLY, rf"(?:hang|moi) tuan|tuan/lan|lan/tuan|tuan {_ONCE}"),
    (Recurrence.YEARLY, r"dinh ky (?:hang )?nam|moi nam (?:01|1|mot) lan|(?:01|1|mot) lan/nam|nam/lan"),
)
_RECURRING_RX = tuple((kind, re.compile(rf"\b(?:{pattern})")) for kind, pattern in _RECURRING)
_RECURRING_WORDS = ("lan", "hang ", "moi ", "dinh ky", "quy")
"""One of them is in whatever the patterns above find: most texts have none."""
_RELATIVE = re.compile(
    r"(?:(?:cham nhat|muon nhat|trong (?:vong|thoi han)|truoc|sau|khong qua|trong)\s+(?:la\s+|khoang\s+|thoi han\s+)?)?"
    r"(?:\(?\d{1,3}\)?|mot|hai|ba|nam|bay|muoi)\s*(?:\(\w+\)\s*)?(?:ngay|tuan|thang)(?:\s+lam viec)?,?\s+"
    r"(?:sau|ke tu|tinh tu|tu (?:khi|ngay)|truoc (?:khi|ngay|thoi diem|hoi nghi|phien|le|dai hoi))[^.;)]*"
    r"|\btruoc (?:it nhat )?\(?\d{1,2}\)? ngay(?: lam viec)?\b(?!,? thang)"
    r"|\btruoc (?:ngay|khi|thoi diem) [a-z ]{3,40} \(?\d{1,2}\)? ngay[^.;)]*"
    r"|\bket thuc (?:moi|tung|cac|dot|hoi|phong|cuoc)[^.;,]{0,40}?\d{1,2} ngay[^.;,]*"
    r"|\bngay sau (?:khi|hoi nghi|phien)[^.;,)]*|\bsau khi (?:co|ket thuc|nhan|duoc|ban hanh|"
    r"hoan thanh|to chuc)[^.;,)]*"
)
_RELATIVE_WORDS = ("sau", "truoc", "ke tu", "tinh tu", "tu khi", "tu ngay", "ket thuc")
"""One of them is in whatever it finds."""
_RELATIVE_DAY = re.compile(
    r"(?:(?:cham nhat|truoc|vao)\s+)?(?:ngay\s+\d{1,2}|thu\s+\w+|tuan (?:dau|cuoi|"
    r"thu \w+))\s+(?:cua\s+)?(?:(?:hang|moi|cac) (?:thang|quy|tuan)|"
    r"(?:cua\s+)?thang (?:dau|cuoi|thu \w+)(?: cua)?(?: moi| hang| cac)? quy|thang cuoi quy|"
    r"thang (?:sau|ke tiep|tiep theo))"
)
_RELATIVE_SPANS = ("thang", "quy", "tuan")
"""One of them is in whatever it finds."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The times of a piece of work: ``moments`` (several days are several tasks), how often it recurs, other words."""

    moments: tuple[Moment, ...] = ()
    recurrence: Recurrence | None = None
    remark: str | None = None
    sure: bool = True

    @property
    def timed(self) -> bool:
        return bool(self.moments)


def read_cell(text: str, clock: Clock) -> Reading:
    """The times in a text that speaks of nothing else: a column's cell, an attribute, a heading."""
    found = _distinct(tuple(moment for moment in moments(text, cell=True) if not _anniversary(moment)), clock)
    recurrence = None if found else recurrence_of(text)
    remark = None if found or not text.strip() else text.strip()
    return Reading(found, recurrence, remark)


def read_prose(text: str, clock: Clock, *, strict: bool, framed: bool = False, month: bool = False) -> Reading:
    """The times in running text that are deadlines or days of the work itself.

    Args:
        strict: outside the work sections only an outspoken deadline counts.
        month: the heading names a month, so that a bare "ngày 20" is a day.
        framed: a heading or a column already gives the time; then a bare month or quarter is part of the subject.
    """
    folded = plain(text)
    every = [
        moment
        for moment in moments(text)
        if (moment.month or moment.kind is not Span.DAY or month) and not _reference(moment, folded, clock)
    ]
    outspoken = [moment for moment in every if _outspoken(moment, folded, strict)]
    counted = list(outspoken)
    for moment in every:
        if moment in counted:
            continue
        # "trước ngày 15/6 đối với báo cáo 6 tháng và 05/12 đối với báo cáo năm"
        companion = moment.kind is Span.DAY and any(
            other.kind is Span.DAY and _same_sentence(folded, other, moment) for other in outspoken
        )
        if (
            companion
            or (not strict and _plausible(moment, folded, framed, alone=not outspoken))
            or _joined(moment, counted, folded)
        ):
            counted.append(moment)
    counted.sort(key=lambda moment: moment.start)
    kept = _distinct(tuple(_without_starts(counted, folded)), clock)
    recurrence = recurrence_of(text) if not any(moment.kind is not Span.YEAR for moment in kept) else None
    return Reading(
        kept,
        recurrence,
        _relative(text, folded) if not kept else None,
        sure=all(moment in outspoken for moment in kept),
    )


def recurrence_of(text: str) -> Recurrence | None:
    """How often the text says that a duty comes back."""
    folded = plain(text)
    if not _has(folded, _RECURRING_WORDS):
        return None
    return next((kind for kind, pattern in _RECURRING_RX if pattern.search(folded)), None)


def _relative(text: str, folded: str) -> str | None:
    found = _RELATIVE_DAY.search(folded) if _has(folded, _RELATIVE_SPANS) else None
    if found is None and _has(folded, _RELATIVE_WORDS):
        found = _RELATIVE.search(folded)
    return text[found.start() : found.end()].strip(" ,") if found else None


def _has(folded: str, words: tuple[str, ...]) -> bool:
    """Whether one of some words is in a text: a tenth of the time that a pattern takes to find nothing."""
    return any(word in folded for word in words)


def _anniversary(moment: Moment) -> bool:
    """(11/6/1948 - 11/6/2022): the years lie far apart."""
    if moment.first is None or moment.first[0] is None or moment.year is None:
        return False
    return moment.year - moment.first[0] > 1


def _reference(moment: Moment, folded: str, clock: Clock) -> bool:
    """A law's day, an anniversary, a session's name: a time that the text mentions but does not set."""
    if _anniversary(moment):
        return True
    before = folded[max(0, moment.start - 130) : moment.start]
    if moment.year is not None and clock.year is not None and not clock.year - 1 <= moment.year <= clock.last_year:
        return True
    if _NOT_A_DEADLINE.search(before):
        return True
    deadline = bool(_DEADLINE.search(before)) or (moment.first is not None and bool(_START_ONLY.search(before)))
    if moment.kind is Span.DAY:
        if _NUMBERED_PAPER.search(before) or (
            moment.year is not None and not deadline and _PAPER.search(before) and not _STRONG.search(before)
        ):
            return True
        if deadline:
            return False
        if _CELEBRATED_NEAR.search(before):
            return True
        if (moment.day, moment.month) not in _HOLIDAYS:
            return False
        return bool(_CELEBRATED.search(_NEW_CLAUSE.split(before)[-1]) or _NAMED_AFTER.search(before))
    past = moment.year is not None and clock.year is not None and moment.year < clock.year and not deadline
    return past or (moment.month == 8 and "cach mang" in before[-12:])


def _outspoken(moment: Moment, folded: str, strict: bool) -> bool:
    before = folded[max(0, moment.start - 60) : moment.start]
    pattern = _DEADLINE if strict else _STRONG
    if moment.kind is not Span.DAY:
        pattern = _DEADLINE
        subject = re.search(r"\b(?:phien hop|bao cao|ky hop|ke hoach|dot|lan|khen thuong|so ket|tong ket)\s+$", before)
        if subject:
            return False
    if pattern.search(before) or (moment.first is not None and moment.kind is Span.DAY and _START_ONLY.search(before)):
        return True
    if moment.first is not None and _START_ONLY.search(before):
        return True
    # "(15/6)" or "Quý II: ..." says nothing but the time.
    after = folded[moment.end : moment.end + 12]
    bracketed = _fills_brackets(moment, folded)
    lead_in = bool(_LEAD_IN.fullmatch(folded[: moment.start])) and bool(re.match(r"\s*\)?\s*(?:[:,–.-]|$)", after))
    return bracketed or lead_in


def _fills_brackets(moment: Moment, folded: str) -> bool:
    """ "(15/6)", "(tháng 6, tháng 7)", "(trung tuần tháng 6)": brackets that hold nothing but times."""
    left, right = folded.rfind("(", 0, moment.start), folded.find(")", moment.end)
    if left < 0 or right < 0 or folded.rfind(")", left, moment.start) > 0 or right - left > 80:
        return False
    content = folded[left + 1 : right]
    return is_time_heading(content) or (bool(_OPEN_BRACKET.search(folded[: moment.start])) and right - moment.end < 3)


_PART = r"(?:(?:trung|thuong|ha) tuan|tuan (?:thu )?[\w, ]{1,9}|dau|cuoi|giua)"
_OPEN_BRACKET = re.compile(rf"\(\s*(?:(?:{_PART}|khoang|trong|vao|truoc|du kien|thoi gian:?|ngay)\s*)*$")
_CLOSES = re.compile(r"(?:\s*(?:,|va|&)\s*(?:thang\s*|quy\s*)?[\divx]{1,3}(?:\s*[/-]\s*20\d\d)?)*[\s).;,/]*")
"""The rest of a list of months or quarters, and closing signs."""
_SUBJECT = re.compile(
    r"\b(?:phien hop|bao cao|ky hop|ke hoach|dot|lan|khen thuong|so ket|tong ket|ket qua|nhiem vu|cong tac|"
    r"chuong trinh|"
    r"chu diem|chu de|chuyen de|chi tieu|phuong huong|so lieu|thanh tich|luong|phi|quy|so|va|cua|trong tam|hoat dong|"
    r"cach mang|xep loai|noi dung|viec|bai|hang)\s+$"
)
"""Before a month or quarter that belongs to what is written about: "báo cáo tháng 5"."""
_BEFORE_CLOSING = re.compile(rf"[,(:–-]\s*(?:{_PART}\s*)?$")
_LEAD_IN = re.compile(
    r"\W*(?:(?:dot|buoc|giai doan|lan|tuan|thang|quy)\s*(?:thu\s+)?[\w]{1,5}\s*[:(,.–-]?\s*)?"
    r"(?:(?:du kien|thoi gian|vao|trong|tu|truoc|den|den het|het|dau|cuoi|giua|tuan \w+|"
    r"thu \w+)[:,]?\s+)*(?:ngay\s*)?\(?"
)


def _plausible(moment: Moment, folded: str, framed: bool, *, alone: bool) -> bool:
    """In a work section: a day that is named, or a month or quarter that closes the item."""
    before = folded[max(0, moment.start - 30) : moment.start]
    closing = _CLOSES.fullmatch(folded[moment.end : moment.end + 80]) is not None
    if moment.kind is Span.DAY:
        return (
            closing
            or before.endswith(("ngay ", "ngay"))
            or moment.year is not None
            or folded[moment.start :].startswith("ngay")
        )
    if not closing or framed:
        return False
    if _BEFORE_CLOSING.search(before):
        return True
    # "xét thi đua quý I" beside a day only says what is done on that day.
    return alone and (moment.year is None or moment.kind is Span.MONTH) and not _SUBJECT.search(before)


def _joined(moment: Moment, counted: list[Moment], folded: str) -> bool:
    return any(
        other.kind is moment.kind
        and (other.end == moment.start or _JOIN.fullmatch(folded[min(other.end, moment.start) : moment.start]))
        for other in counted
    )


_JOIN = re.compile(r"\s*\)?\s*(?:,|;|va|&|hoac)\s*(?:(?:truoc|vao|trong|den)\s+)?(?:ngay\s*|thang\s*|quy\s*)?\(?\s*")


def _same_sentence(folded: str, left: Moment, right: Moment) -> bool:
    between = folded[min(left.end, right.end) : max(left.start, right.start)]
    return "." not in between and len(between) < 160


def _without_starts(counted: list[Moment], folded: str) -> list[Moment]:
    """A beginning ("từ ngày 15/3") beside a deadline is no deadline of its own."""
    starts = [
        moment
        for moment in counted
        if moment.first is None and _START_ONLY.search(folded[max(0, moment.start - 25) : moment.start])
    ]
    rest = [moment for moment in counted if moment not in starts]
    return rest or counted


def _distinct(found: tuple[Moment, ...], clock: Clock) -> tuple[Moment, ...]:
    """Without what a finer or equal moment already says: "trong tháng 6 (trước ngày 15/6)" is one day."""
    kept: list[Moment] = []
    for index, moment in enumerate(found):
        others = [*found[:index], *found[index + 1 :]]
        if any(_says_more(other, moment, clock) for other in others):
            continue
        if any(_same(other, moment) for other in kept):
            continue
        kept.append(moment)
    return tuple(kept)


def _says_more(fine: Moment, coarse: Moment, clock: Clock) -> bool:
    order = {Span.DAY: 0, Span.MONTH: 1, Span.QUARTER: 2, Span.YEAR: 3}
    if order[fine.kind] >= order[coarse.kind]:
        return False
    if coarse.kind is Span.MONTH:
        if coarse.first is not None and fine.month is not None:
            return coarse.first[1] <= fine.month <= (coarse.month or 12)
        return fine.month in (coarse.month, None)
    if coarse.kind is Span.QUARTER and fine.month is not None and coarse.quarter is not None:
        last = 3 * coarse.quarter
        return last + 1 - max(3, months_covered(coarse, clock)) <= fine.month <= last
    return coarse.kind is Span.YEAR


def _same(left: Moment, right: Moment) -> bool:
    return (left.kind, left.quarter, left.month, left.day) == (right.kind, right.quarter, right.month, right.day) and (
        left.year == right.year or None in (left.year, right.year)
    )

"""Deadlines that stand in sentences outside the work sections (PLAN-READING 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua_desktop.domain.tasks import Recurrence
from thidua_desktop.importing.plans.placing import Clock
from thidua_desktop.importing.plans.prose import Reading, read_prose
from thidua_desktop.importing.plans.sections import Attribute, attribute_of
from thidua_desktop.importing.plans.text import plain, sentences, word_count
from thidua_desktop.importing.plans.times import Span
from thidua_desktop.importing.plans.units import MAX_NAME, tidy
from thidua_desktop.importing.plans.verbs import first_verb, order_length, starts_duty, starts_unit

CLOSING = re.compile(
    r"(?:tren day la|trong qua trinh|ke hoach nay (?:duoc|co hieu luc|thay the)|nhan duoc ke hoach|"
    r"can cu (?:vao )?(?:noi dung )?ke hoach nay|"
    r"(?:de nghi|yeu cau) (?:cac|thu truong|lanh dao|truong|chu tich|toan the|can bo|giam doc|"
    r"hieu truong|nguoi dung dau)|giao cho cac|"
    r"tren co so (?:noi dung )?ke hoach|uy ban nhan dan .{0,60}(?:yeu cau|de nghi) |noi dung ke hoach|ke hoach nay)"
)
_ORDER = re.compile(r"(?:^|[;,.]\s*(?:vi vay,?\s*)?)(?=(?:de nghi|yeu cau|giao)\s)")
_FORMULA = re.compile(
    r"^(?:can cu[^,;]{0,60},\s*)?(?:khan truong\s+|"
    r"nghiem tuc\s+)?(?:quan triet,?\s+)?(?:to chuc\s+|chu dong\s+)?(?:trien khai|thuc hien|"
    r"to chuc)[\w\s,]{0,40}?(?:\s*,\s*(?:va\s+)?|\s+va\s+|;\s*)"
    r"(?=(?:dinh ky|bao cao|gui|truoc|hang|tong hop|dong thoi|moi))"
)
_ACTS = re.compile(
    r"\b(?:gui|bao cao|nop|nhan ho so|hoan thanh|xay dung|to chuc|trien khai|tong hop|trinh|"
    r"dang ky|ban hanh|lap|tham muu|thuc hien|ho so|lua chon|tong ket|so ket|hop|kiem tra|binh xet|"
    r"phat dong|thong bao|cung cap)\b"
)

_DELIVERS = re.compile(r"\b(?:gui|bao cao|nop|hoan thanh)\b")
_REPORTS = re.compile(r"\b(?:gui|bao cao|nop|nhan|trinh|quyet toan|hoan thanh viec)\b")


_EXHORTS = re.compile(
    r"(?:de |trong qua trinh |vay |do do |vi vay |nhan duoc |tren co so )?.{0,160}\b(?:de nghi|yeu cau|"
    r"mong)\s+(?:cac|toan|"
    r"thu truong|lanh dao|tat ca|can bo|dong chi|moi|quy|truong)\b"
)


def closes(text: str) -> bool:
    """Whether a paragraph closes the plan: "Trên đây là …", or an exhortation that ends with "./."."""
    folded = plain(text)
    return bool(CLOSING.match(folded)) or (
        text.rstrip().endswith(("./.", "./", ". /.")) and bool(_EXHORTS.match(folded)) and not starts_duty(text)
    )


@dataclass(frozen=True, slots=True)
class Duty:
    """A dated sentence: its words, its times and the unit it orders."""

    text: str
    reading: Reading
    lead: tuple[str, ...] = ()


def dated_duties(
    text: str, clock: Clock, *, closing: bool, days_only: bool = False, duty_by_nature: bool = False
) -> Iterator[Duty]:
    """The sentences of a paragraph that put a duty under a day or a stated period.

    Args:
        closing: the closing paragraph, whose formula is left off.
        duty_by_nature: an item of a list of duties, whatever its verb.
        days_only: only an outspoken day counts (purpose sections speak of aims by month and year).
    """
    told = attribute_of(text)
    if (
        told is not None
        and not closing
        and not (told.kind is Attribute.TIME and _REPORTS.search(plain(text).split(":")[0]))
    ):
        return
    for start, end in sentences(text):
        sentence = text[start:end].strip()
        reading = read_prose(sentence, clock, strict=not duty_by_nature)
        moments = (
            tuple(moment for moment in reading.moments if moment.kind is Span.DAY) if days_only else reading.moments
        )
        folded = plain(sentence)
        recurs = reading.recurrence not in (None, Recurrence.YEARLY)
        told_otherwise = (reading.remark is not None or recurs) and _DELIVERS.search(folded) is not None
        if not moments and (days_only or not told_otherwise):
            continue
        if days_only and not _REPORTS.search(folded):
            continue
        if not (_ACTS.search(folded) or (duty_by_nature and word_count(sentence) > 3)):
            continue
        kept = Reading(moments, reading.recurrence, reading.remark, reading.sure)
        yield _from_closing(sentence, kept, clock) if closing else Duty(sentence, kept)


def _from_closing(sentence: str, reading: Reading, clock: Clock) -> Duty:
    """The clause that orders, without "Trên đây là Kế hoạch …" and without the formula of carrying it out."""
    folded = plain(sentence)
    first = min((moment.start for moment in reading.moments), default=len(sentence))
    starts = [found.end() for found in _ORDER.finditer(folded) if found.end() < first]
    clause = sentence[starts[-1] :] if starts else _after_semicolon(sentence, first)
    lead: tuple[str, ...] = ()
    skipped = order_length(clause)
    verb = first_verb(clause, skipped) if skipped or starts_unit(clause) else None
    if verb is not None and 3 < verb - skipped < MAX_NAME and starts_unit(clause[skipped:]):
        lead = (tidy(clause[skipped:verb]),)
        clause = clause[verb:]
        formula = _FORMULA.match(plain(clause))
        if formula is not None:
            clause = clause[formula.end() :]
    clause = re.sub(r"\s*\.?/\.?\s*$", "", clause).strip()
    again = read_prose(clause, clock, strict=True)
    return Duty(clause, again if len(again.moments) == len(reading.moments) else reading, lead)


def _after_semicolon(sentence: str, first: int) -> str:
    cut = sentence.rfind(";", 0, first)
    return sentence[cut + 1 :].strip() if cut >= 0 else sentence

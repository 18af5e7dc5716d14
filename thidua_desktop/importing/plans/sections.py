"""What the sections of a plan are about, told by their headings; and lines that give an item's attributes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from thidua_desktop.importing.plans.text import plain


class Topic(StrEnum):
    """What stands in a section (PLAN-READING 1, 4, 6)."""

    WORK = "work"
    TIMES = "times"
    """Work arranged by time: thời gian, tiến độ, lịch, các đợt, a quarter, a month."""
    PURPOSE = "purpose"
    BUDGET = "budget"
    ORGANISE = "organise"
    OTHER = "other"


_TIMES = re.compile(
    r"thoi gian|thoi han|tien do|\blich\b|lo trinh|cac buoc|\bbuoc\b|cac dot|\bdot (?:thi dua|\d|"
    r"[ivx])|giai doan thuc hien|"
    r"\b[qo0]u[yi]\s+(?:[iv]{1,3}|[1-4])\b|\bthang (?:0?\d|1[0-2])\b|\btuan (?:thu )?\d|"
    r"6 thang (?:dau|cuoi)|moc thoi gian|ke hoach thang"
)
_WORK = re.compile(
    r"noi dung|nhiem vu|giai phap|bien phap|cong viec|hoat dong|trong tam|chuong trinh cong tac|"
    r"cong tac cu the|ke hoach cu the|"
    r"cach thuc (?:to chuc|trien khai|thuc hien)|ke hoach hanh dong|ke hoach chi tiet|cac phan viec|danh muc"
)
_ORGANISE = re.compile(
    r"to chuc thuc hien|phan cong|trach nhiem|che do (?:thong tin,? )?bao cao|thong tin,? bao cao|"
    r"to chuc trien khai|to chuc chi dao|"
    r"dieu khoan thi hanh|kiem tra,? giam sat$|cong tac chi dao|thuc hien ke hoach"
)
_BUDGET = re.compile(r"kinh phi|du toan|nguon luc tai chinh|dieu kien (?:dam bao|bao dam)")
_PURPOSE = re.compile(
    r"muc dich|yeu cau|muc tieu|chi tieu|y nghia|quan diem|can cu|co so (?:xay dung|phap ly)|"
    r"nguyen tac|phuong cham|chu de|khau hieu"
)
_OTHER = re.compile(
    r"doi tuong|pham vi|tieu chuan|tieu chi|dac diem|tinh hinh|danh gia|ket qua|thuan loi|kho khan|"
    r"han che|ton tai|thanh phan|"
    r"dia diem|co cau|so luong|hinh thuc khen|muc thuong|muc khen|giai thuong|ho so|thu tuc|"
    r"dieu kien|^khen thuong\W*$|phuong huong|"
    r"boi canh|thuc trang|noi nhan|danh hieu|quyen loi|quy trinh xet|thang diem|cach tinh diem"
)
_ALONE = re.compile(
    r"(?:ve\s+)?(?:muc dich|yeu cau|muc tieu|chi tieu|y nghia|quan diem|doi tuong|pham vi|kinh phi|"
    r"dia diem|thanh phan|tieu chuan|tieu chi|"
    r"noi dung|nhiem vu|giai phap|bien phap|thoi gian|tien do|to chuc thuc hien|phan cong|"
    r"trach nhiem|nguyen tac|co cau giai|so luong|"
    r"cong viec|lich|cac buoc|cac dot|khau hieu|chu de|hinh thuc khen|muc thuong|ho so|che do bao cao)"
)
_EVENT = re.compile(
    r"(?:noi dung|chuong trinh|kich ban|trinh tu)(?: (?:chinh|cu the|chi tiet|du kien|to chuc))*(?: cua)? "
    r"(?:dai hoi|hoi nghi|buoi le|le (?:ky niem|tuyen duong|ton vinh|tong ket)|buoi|cuoc hop|lam viec|bao cao|ho so)"
    r"(?! [a-z ]*(?:ke hoach|tien do))"
)
"""What an event or a paper is made of: no work of the plan."""
MAX_HEADING_WORDS = 24
MAX_INNER_WORDS = 14


def topic_of_section(heading: str) -> Topic | None:
    """The topic of a top-level heading, or None when it names none that we know."""
    folded = plain(heading)[:200]
    if _EVENT.match(folded):
        return Topic.OTHER
    found = {
        Topic.ORGANISE: _ORGANISE.search(folded),
        Topic.PURPOSE: _PURPOSE.search(folded),
        Topic.OTHER: _OTHER.search(folded),
        Topic.BUDGET: _BUDGET.search(folded),
        Topic.WORK: _WORK.search(folded),
        Topic.TIMES: _TIMES.search(folded),
    }
    places = {topic: match.start() for topic, match in found.items() if match is not None}
    if not places:
        return None
    first = min(places, key=lambda topic: places[topic])
    if first is Topic.ORGANISE and Topic.TIMES in places and "phan cong" in folded:
        return Topic.TIMES  # "Phân công nhiệm vụ và tiến độ thực hiện"
    if first in (Topic.ORGANISE, Topic.BUDGET):
        return first
    if first is Topic.OTHER and plain(heading).startswith(
        ("dac diem", "tinh hinh", "danh gia", "ket qua", "boi canh", "thuc trang")
    ):
        return first
    if first is Topic.PURPOSE and folded.startswith("muc dich"):
        return (
            first
            if Topic.WORK not in places or not re.search(r"(?:,|va|-)\s*(?:noi dung|nhiem vu|giai phap)", folded)
            else Topic.WORK
        )
    if Topic.TIMES in places:
        return Topic.TIMES
    return Topic.WORK if Topic.WORK in places else first


def names_section(heading: str) -> bool:
    """Whether a line begins as the heading of a section does ("MỤC TIÊU", "Nội dung")."""
    return _ALONE.match(plain(heading).strip()) is not None


def topic_of_inner(heading: str, *, has_children: bool) -> Topic | None:
    """The topic that a heading inside a section sets for what stands under it, or None to keep the section's."""
    folded = plain(heading).strip()
    head = folded.split(":", 1)[0]
    if len(head.split()) > MAX_INNER_WORDS or not (has_children or ":" in folded):
        return None
    if _EVENT.match(head):
        return Topic.OTHER
    if not _ALONE.match(head):
        return Topic.TIMES if has_children and is_time_heading(heading) else None
    return topic_of_section(head)


@lru_cache(maxsize=8192)
def is_time_heading(text: str) -> bool:
    """Whether the text is a heading that names a quarter, a month, a week or a half-year, and little else."""
    folded = plain(text).strip(" :.-–*")
    if len(folded) > 90 or _TIME_TOLD.match(folded):
        return False
    core = _TIME_WORDS.sub(" ", folded)
    if core == folded:
        return False
    return all(word in _FILLERS for word in re.split(r"[\W_]+", _YEAR.sub(" ", core)) if word)


def time_lead(text: str) -> str:
    """The time that a line opens with before its colon ("Tháng 9/2016: Đăng ký …"), "" without one."""
    lead, colon, rest = text.partition(":")
    return lead if colon and rest.strip() and is_time_heading(lead) else ""


_TIME_WORDS = re.compile(
    r"\b[qo0]u[yi]\s*(?:thu\s+)?(?:[i1l|]v|[il1|]{1,3}|[1-4]|nhat|hai|ba|tu)\b(?:\s*(?:[,;]|va|-|–|"
    r"den|/|\+|&)\s*(?:[qo0]u[yi]\s*)?(?:iv|i{1,3}|[1-4])\b)*"
    r"|\bthang\s*(?:0?[1-9]|1[0-2]|gieng|hai|ba|tu|sau|bay|tam|chin|muoi(?: mot| hai)?|"
    r"chap)\b(?:\s*(?:[,;]|va|-|–|den|\+|&)\s*(?:thang\s*)?(?:0?[1-9]|1[0-2])\b)*"
    r"|\b0?[369] thang (?:dau|cuoi)(?: nam)?|\bnua (?:dau|cuoi) nam|\btuan\s*(?:thu\s*)?\w{1,3}\b|"
    r"\bhoc ky\s*(?:[iv]{1,2}|\d)\b"
    r"|\b(?:ca nam|thuong xuyen|hang thang|hang quy|hang nam|trong nam|quanh nam)\b"
    r"|\bngay\s*\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?)?|\b\d{1,2}/\d{1,2}(?:/\d{4})?\b"
)
_TIME_TOLD = re.compile(r"(?:thoi (?:gian|han|diem)|tien do|han)[a-z ]{0,30}:")
_YEAR = re.compile(r"\b(?:nam\s*)?20\d\d\b")
_FILLER_WORDS = """
noi dung thuc hien cong viec nhiem vu tac trong cac cua ke hoach hoat dong trien khai nam tam tu den ngay vao
thoi gian nhung chuong trinh lich cu the dau cuoi het va o tai can lam phai hoc bat ket giua trung thuong ha
truoc khoang du kien
"""
_FILLERS = frozenset(_FILLER_WORDS.split())


class Attribute(StrEnum):
    """What a line such as "Thời gian: …" tells about the item above it."""

    TIME = "time"
    DOERS = "doers"
    PRODUCT = "product"
    CONTENT = "content"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AttributeLine:
    """An attribute line: what it tells, and its value."""

    kind: Attribute
    value: str


_ATTRIBUTE = re.compile(
    r"(?P<time>thoi (?:gian|han)(?: (?:trinh|ban hanh|nhan|tham muu|gui|ky|xet|tong ket|so ket|hop)(?: [a-z]+){0,3})|"
    r"(?:du kien )?(?:thoi gian|thoi han|tien do|thoi diem|han (?:hoan thanh|chot|cuoi|"
    r"nop)|hoan thanh|ngay thuc hien)(?: (?:thuc hien|hoan thanh|to chuc|trien khai|du kien|"
    r"tien hanh|gui|nop|bao cao|kiem tra|hop|va|,))*)"
    r"|(?P<doers>(?:(?:don vi|co quan|bo phan|nguoi|cac don vi|dong chi|ca nhan)\s*)?(?:chu tri|"
    r"phoi hop|thuc hien|phu trach|chiu trach nhiem|tham muu|dau moi)(?: (?:thuc hien|tham muu|"
    r"chinh|voi|va phoi hop|phoi hop|,))*|phan cong(?: thuc hien)?|trach nhiem(?: thuc hien)?|"
    r"don vi|giao)"
    r"|(?P<product>san pham(?: (?:dau ra|du kien|hoan thanh))?|ket qua(?: (?:dat duoc|du kien|"
    r"dau ra))?|dau ra|hinh thuc van ban)"
    r"|(?P<content>noi dung(?: (?:thuc hien|cong viec|cu the|chinh|hoi nghi|hop|kiem tra))?)"
    r"|(?P<other>(?:thoi ky|nien do|ten goi|ten (?:dai hoi|hoi nghi|phong trao|cuoc thi)|dia diem|noi to chuc|"
    r"thanh phan|hinh thuc|doi tuong|so luong|"
    r"kinh phi|nguon kinh phi|yeu cau|muc dich|muc tieu|chi tieu|ghi chu|phuong tien|trang phuc|"
    r"tai lieu|chu de|khau hieu|quy mo|phuong phap|cach thuc|co cau|phuong thuc|dai bieu|khach moi|"
    r"pham vi|luu y|nguoi nhan|dia chi|so dien thoai|dien thoai|email|co cau giai thuong|"
    r"giai thuong|muc thuong|tieu chuan|tieu chi|ho so gom|ho so)(?: [a-z,-]+){0,6})"
)
_ATTRIBUTE_LINE = re.compile(rf"(?:{_ATTRIBUTE.pattern})\s*:\s*")
_TIME_SENTENCE = re.compile(
    r"(?:(?:thoi gian|thoi han|tien do|han)(?: (?:hoan thanh|thuc hien|to chuc|gui|nop|tien hanh|bao cao))*|"
    r"hoan thanh|xong)"
    r"\s+(?:la\s+)?(?=(?:vao|trong|truoc|cham nhat|muon nhat|tu|den|xong|khoang)\s)(?:(?:cham|muon) nhat\s+(?:la\s+)?)?"
)
"""The same without a colon: "Thời gian hoàn thành trước ngày 15/12", "Hoàn thành trong tháng 6"."""
_DOSSIER = re.compile(
    r"(?:ho so|thanh phan ho so|tai lieu|giay to|bao gom|gom|gom co|gom cac thanh phan|"
    r"thanh phan)(?: [a-z,()-]+){0,9}\s*:?$|\bgom\s*(?:co)?\s*:?$|(?:ho so|giay to|"
    r"tai lieu)[^.;]{0,90}(?:gom|sau)(?: co)?\s*:$"
)


def attribute_of(text: str) -> AttributeLine | None:
    """What an attribute line tells, or None when the line is none."""
    folded = plain(text)
    found = _ATTRIBUTE_LINE.match(folded)
    if found is None:
        told = _TIME_SENTENCE.match(folded)
        return (
            AttributeLine(Attribute.TIME, text[told.end() :].strip())
            if told is not None and is_time_heading(text[told.end() :])
            else None
        )
    kind = next(kind for kind in Attribute if found[kind.value] is not None)
    return AttributeLine(kind, text[found.end() :].strip() if kind is not Attribute.DOERS else text.strip())


_ATTRIBUTE_NAME = (
    r"(?:ten goi|chu de|khau hieu|thoi gian|dia diem|doi tuong|thanh phan|pham vi|hinh thuc|so luong|quy mo)"
    r"(?: (?:thuc hien|to chuc|tham gia|tham du|ap dung|thi dua))*"
)
_ATTRIBUTE_NAMES = re.compile(rf"{_ATTRIBUTE_NAME}(?:\s*(?:,|va|-|–|;)\s*{_ATTRIBUTE_NAME})*\W*")


def names_attributes(text: str) -> bool:
    """Whether a heading only names attributes ("Chủ đề, thời gian"), which the lines below it tell."""
    return _ATTRIBUTE_NAMES.fullmatch(plain(text).strip()) is not None


def holds_contents(text: str) -> bool:
    """Whether the item lists what something is made of ("Hồ sơ gồm:"), so that the lines below are no tasks."""
    return text.rstrip().endswith(":") and bool(_DOSSIER.search(plain(text).strip()))

"""Who sent a list, by the lines above its table: "Đơn vị: Trường Mẫu", or the letterhead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.importing.lists.above.letterheads import left_words
from thidua_desktop.importing.lists.meanings.awards import award_phrase
from thidua_desktop.importing.lists.meanings.capitals import usual_case
from thidua_desktop.importing.lists.meanings.inner_parts import is_part_of, is_troop
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.vocabulary import is_unit, kinds_in

_SAID = re.compile(
    r"(?:tên )?(?:đơn vị|cơ quan)(?: (?:đề nghị|trình|công tác|lập danh sách|báo cáo))?\s*:\s*"
    r"(?P<unit>[^\W\d_].{3,119})",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^kinh gui|danh sach|bang tong hop|bieu |tong hop|de nghi|khen thuong|phu luc|"
    r"^(?:bao cao|bien ban|to trinh|cong van|quyet dinh|thong bao)\b"
)
_WRITTEN_TO = re.compile(r"^kinh (?:gui|trinh)|\b(?:cua|cap|do|boi)$")
"""Stands over who is written to, or who gives the awards: "Kính gửi:", "… tặng Giấy khen của"."""
_OF_TITLE = re.compile(r"kem theo|nam (?:hoc )?\d|dot |quy |giai doan |thang \d")
"""Goes on with a title: "(Kèm theo Tờ trình số …)", "Năm 2025"."""
_COUNCIL = re.compile(r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)")
_ABOVE_ALL = re.compile(
    r"(?:uy ban nhan dan|ubnd|hdnd|hoi dong nhan dan)(?: (?:tinh|thanh pho)\b.*)?|bo (?!chi huy\b).*|tinh .*"
)
"""A letterhead that ends with these does not tell where anybody works."""
_COMMITTEE = re.compile(
    r"^(?:bch|btv|ban (?:chấp hành|thường vụ))\s+(?=(?:đoàn|hội|đảng bộ|công đoàn|chi bộ|liên đoàn)\s+\w+\s)",
    re.IGNORECASE,
)
"""Signs for the body to which people belong: "BCH Đoàn xã Mẫu"."""
_LETTERHEAD_LINES = 8
_PLACE = re.compile(
    r"(?P<sort>thôn|xóm|ấp|bản|buôn|làng|khóm|tổ dân phố|tdp|khu phố|khối phố|khu dân cư|khu)\s*:?\s+(?P<name>\S.*)",
    re.IGNORECASE,
)
_LONGEST_PLACE = 8
_LONGEST_UNIT = 12
"""Words."""
_OF_SENTENCE = re.compile(r"[:;!?]|\b(?:gửi|xin|nộp|ạ|nhé)\b|\.$|\b\d{1,2}/\d{1,2}/\d{4}\b|\bsố:", re.IGNORECASE)
_SCHOOLS = r"trường (?:tiểu học|mầm non|trung học|thcs|thpt|th\b|mn\b|cao đẳng|đại học|ptdt|phổ thông)"
_FIRMS = r"bệnh viện|trung tâm|công ty|hợp tác xã|htx|trạm y tế|chi cục|chi nhánh|xí nghiệp|nhà máy"
_UNIT_ENDS = r"năm|giai đoạn|đợt|nhân dịp|nhiệm kỳ|quý|tháng|đề nghị|được|có|đạt|dịp"
_IN_TITLE = re.compile(
    rf"(?<!\w)(?P<unit>(?:{_SCHOOLS}|{_FIRMS})\b.{{2,90}}?)(?=[,;(]| - | – |\s(?:{_UNIT_ENDS})\b|$)", re.IGNORECASE
)
_GIVES = re.compile(
    r"(?:bang khen|giay khen|co thi dua|\bbk|\bgk|ky niem chuong)(?: cua| cap)?"
    r"(?: tong)?(?: giam doc| hieu truong| chu tich)?(?: cua| hdqt| hdtv)? ?$"
)
"""Right before a unit in the title: it gives the award."""


@dataclass(frozen=True, slots=True)
class Sender:
    """The unit as written; ``said``: it stands behind "Đơn vị:", not only in the letterhead."""

    unit: str
    said: bool
    of_sheet: bool = False
    """The worksheet is called so, which is more than what the letterhead says."""
    of_title: bool = False
    """Only the title names it, which does for rows that say no unit at all."""

    def is_of(self, kind: RecipientKind, name: str, *, unsaid: bool = True) -> bool:
        """Whether a recipient belongs to it: a collective may be the sender or another body, unless a part inside.

        ``unsaid``: its row names no unit; the one that a troop names stays as written ("Đại đội 3" of "Tiểu đoàn 1").
        """
        if self.said or kind is not RecipientKind.COLLECTIVE:
            return True
        return is_part_of(name, self.unit) and (unsaid or not is_troop(name))


def sender_of(lines: Sequence[Line]) -> Sender | None:
    """The sender that the lines above a table name, None where they name none."""
    for line in lines:
        for cell in line.cells.values():
            seen = _SAID.fullmatch(cell.strip(" .;"))
            if seen is not None and is_unit(seen["unit"]):
                return Sender(squeeze(seen["unit"]), said=True)
    unit = _place_below(lines) or _letterhead(lines[:_LETTERHEAD_LINES]) or _body_below(lines[:_LETTERHEAD_LINES])
    return Sender(unit, said=False) if unit is not None else None


def sender_by_sheet(name: str | None) -> Sender | None:
    """The unit by which a worksheet is called, as in workbooks with a sheet for each school."""
    called = squeeze(name or "").strip(" .-_")
    if " " not in called or not is_unit(called) or kinds_in(called) or award_phrase(called):
        return None
    return Sender(called, said=False, of_sheet=True)


def _letterhead(lines: Sequence[Line]) -> str | None:
    """The lowest unit of the letterhead beside the motto, above the title."""
    found: list[str] = []
    for line in lines:
        written = left_words(line)
        if _TITLE.search(fold(written)):
            break
        found += [words for part in written.split("\n") if _heads_letter(words := squeeze(part))]
    if not found:
        return None
    unit = found[-1]
    if len(found) > 1 and _COUNCIL.fullmatch(fold(found[-2])):
        unit = f"{found[-2]} {unit}"
    if _ABOVE_ALL.fullmatch(fold(unit)):
        return None
    return _COMMITTEE.sub("", usual_case(unit) if unit.isupper() else unit)


def _place_below(lines: Sequence[Line]) -> str | None:
    """The village or quarter that stands alone below the title: "XÓM HỒNG SƠN", "(Thôn: Đông Hòa)"."""
    titled = False
    for line in lines:
        words = line.text.strip(" ()")
        seen = _PLACE.fullmatch(words) if titled and len(line.cells) == 1 else None
        if seen is not None and is_unit(words) and len(words.split()) <= _LONGEST_PLACE and not award_phrase(words):
            unit = squeeze(f"{seen['sort']} {seen['name']}")
            return usual_case(unit) if unit.isupper() else unit
        titled = titled or _TITLE.search(line.folded) is not None
    return None


def _body_below(lines: Sequence[Line]) -> str | None:
    """The body that stands alone right below the title, where no letterhead stands above it: "TRƯỜNG THCS MẪU"."""
    titled = False
    for line in lines:
        words = squeeze(line.text.strip(" ()"))
        bare = fold(words)
        if _WRITTEN_TO.search(bare):
            return None
        heads = _TITLE.search(bare) is not None
        if titled and not heads and len(line.cells) == 1 and not _OF_TITLE.match(bare):
            named = _heads_letter(words) and not kinds_in(words) and award_phrase(words) is None
            if not named or _ABOVE_ALL.fullmatch(bare):
                return None
            return _COMMITTEE.sub("", usual_case(words) if words.isupper() else words)
        titled = titled or heads
    return None


def _heads_letter(words: str) -> bool:
    """Whether a line of the letterhead is the name of a unit: in capitals, or short and no sentence."""
    if not is_unit(words):
        return False
    short = len(words.split()) <= _LONGEST_UNIT and words[:1].isupper() and not _OF_SENTENCE.search(words)
    return words.isupper() or (short and not kinds_in(words) and award_phrase(words) is None)


def unit_in_title(title: str | None) -> Sender | None:
    """The unit whose list it is by its title: "DANH SÁCH GIÁO VIÊN ĐỀ NGHỊ LĐTT TRƯỜNG TIỂU HỌC MẪU NĂM 2025"."""
    seen = _IN_TITLE.search(squeeze(title or ""))
    if seen is None or _GIVES.search(fold(title[: seen.start()] if title else "")):
        return None
    unit = seen["unit"].strip(" ,.-–")
    named = is_unit(unit) and len(unit.split()) <= _LONGEST_UNIT
    return Sender(usual_case(unit) if unit.isupper() else unit, said=False, of_title=True) if named else None

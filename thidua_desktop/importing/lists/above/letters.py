"""Who sends a list that is a mail, a chat or minutes: "Trạm Mẫu gửi …", "Em ở trường Mẫu …", "danh sách … của Mẫu"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.importing.lists.meanings.inner_parts import is_part_of
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.posts import is_nameless
from thidua_desktop.importing.lists.meanings.vocabulary import is_unit

_CLAUSE = re.compile(r"\s*[;!?]\s*|(?<!\bTP)(?<!\bP)\.\s+(?=\w)|\n")
_ADDRESSED = re.compile(r"kinh (?:gui|trinh)\b ?:?|(?:noi nhan|gui toi|gui den)\b")
"""Begins the words that name who is written to, or who gets a copy."""
_VERB = r"(?:(?:chúng tôi|chúng em|em|tôi|đã|xin|kính|trân trọng|có|được|nhất trí|thống nhất)\s+)*"
_SENDS = re.compile(
    rf"(?P<unit>[^:,]{{4,100}}?),?\s+{_VERB}(?:gửi|nộp|trình|đề nghị|đề xuất|báo cáo|lập|chuyển)\b(?P<what>.*)",
    re.IGNORECASE,
)
_ASKS_OTHERS = re.compile(
    r"\s*(?:các|toàn thể|những)\s+(?:đơn vị|cơ quan|xã|phường|trường|sở|ngành|phòng|khoa|đồng chí)"
)
"""Who asks others for their lists has not sent this one."""
_I_AM = re.compile(r"(?:(?:dạ|vâng|alo)[,\s]+)*(?:em|tôi|mình|cháu|chúng tôi|chúng em|bên em|bên|con)\b", re.IGNORECASE)
_AT = re.compile(
    r"\b(?:ở|bên|thuộc|tại|đại diện(?: cho)?|(?:là )?(?:văn thư|kế toán|cán bộ|viên chức|giáo viên|nhân viên|"
    r"phụ trách(?: thi đua)?|hiệu trưởng|thư ký)(?: của| ở| bên| tại)?)\s+"
    r"(?P<unit>[^,:()]{4,90}?)(?=\s*(?:[,:()]|$)|\s+(?:ạ|đây|gửi|xin|kính|em|nộp|báo cáo|chuyển|đề nghị|có)\b)",
    re.IGNORECASE,
)
_LIST = r"(?:danh sách|ds|d/s)"
_LIST_OF = re.compile(
    rf"\b{_LIST}\b(?P<what>[^:;()]*?)\s(?:của|tại)\s+(?P<unit>[^:;,()]{{4,90}}?)"
    r"(?=\s*(?:[:,;(]|\.?$)|\s+(?:ạ|như|năm|đợt|gồm|đề nghị|để|được|có|nhé|quý)\b)",
    re.IGNORECASE,
)
_LIST_BEGINS = re.compile(rf"\b{_LIST}\b", re.IGNORECASE)
_BY_PAPER = re.compile(r"\b(?:cong van|ke hoach|quyet dinh|huong dan|thong bao|theo|yeu cau)\b")
_FORM = re.compile(
    r"(?:bang khen|giay khen|co thi dua|\bco|huan chuong|huy chuong|ky niem chuong|thu khen|\bbk|\bgk)(?: nam [\d-]+)?$"
)
"""Right before "của …": the unit gives the award."""
_OF_STATE = re.compile(r"(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan) (?:tinh|thanh pho)\b.*|bo .*|chinh phu.*")
_BOARD = re.compile(r"(?:hoi dong|hop|cuoc hop|hoi nghi|ban giam|tap the|ca nhan|danh sach|cac|toan the)\b")
"""Ask for awards, and are nobody's place of work."""
_OURS = re.compile(r"\b(?:em|minh|toi|anh|chi|ta|nay|tren|sau|ban|chung \w+)$")
_THANKS = re.compile(
    r"(?:xin |em |toi |rat )*(?:tran trong|cam on|chan thanh|kinh chao|kinh thu|than(?: men| ai)?$)|--|_{3,}"
)
_SIGNS = re.compile(r"(?:.* )?[-–,(]\s*(?=\S)")
_DECIDES = re.compile(r"quyet dinh(?: so\b.*| ?:| ve viec.*)?$|dieu \d+\b|(?:v/v|ve viec) (?:tang|khen|cong nhan)\b")
_NAMELESS = re.compile(r"(?:don vi|co quan|nha truong|hop tac xa|doanh nghiep|ban giam hieu|to chuc)")
_LONGEST_UNIT = 12
"""Words."""
_LONGEST = 600
_SOME_BODY = "Sở Nội vụ"
"""Any: stations and centres are none of its parts."""


def sender_told(lines: Sequence[Line]) -> str | None:
    """The unit that the sentences above a list name as its sender; never who is written to, nor who gives the award."""
    texts = [squeeze(line.text) for line in lines if not line.is_row or len(line.cells) == 1]
    for find in (_subject, _writer, _list_of):
        for text in texts:
            if len(text) <= _LONGEST and (found := find(text)) is not None:
                return found
    return None


def signed_by(lines: Sequence[Line]) -> str | None:
    """The unit below the thanks at the end of a mail; an office inside the sender tells too little."""
    ending = False
    for line in lines:
        text = squeeze(line.text)
        bare = fold(text)
        if _ADDRESSED.match(bare):
            return None
        ending = ending or _THANKS.match(bare) is not None
        if ending and (unit := _named(_SIGNS.sub("", text, count=1)) or _named(text)):
            return None if is_part_of(unit, _SOME_BODY) else unit
        if ending and (seen := _AT.search(text)) and (unit := _named(seen["unit"])):
            return unit
    return None


def is_decision(lines: Sequence[Line]) -> bool:
    """Whether a paper gives the awards itself: its letterhead is nobody's place of work."""
    return any(_DECIDES.match(line.folded) for line in lines)


def _subject(text: str) -> str | None:
    """The unit that sends: "Kính gửi Phòng A, Trường B gửi danh sách …" names B."""
    for clause in _clauses(text):
        starts = [0, *(seen.end() for seen in re.finditer(r",\s*", clause))]
        for start in starts[1:] if _ADDRESSED.match(fold(clause)) else starts:
            seen = _SENDS.match(clause, start)
            if seen is not None and not _ASKS_OTHERS.match(seen["what"]) and (unit := _named(seen["unit"])):
                return unit
    return None


def _writer(text: str) -> str | None:
    """The unit of who writes: "Em là Hoa bên Trạm Y tế Mẫu, em gửi chị …"."""
    for clause in _clauses(text):
        if _I_AM.match(clause) is None:
            continue
        said = _LIST_BEGINS.split(clause)[0]
        found = (_named(seen["unit"]) for seen in _AT.finditer(said))
        if (unit := next(filter(None, found), None)) is not None:
            return unit
    return None


def _list_of(text: str) -> str | None:
    """The unit whose list it is: "danh sách LĐTT của Trạm Mẫu"; behind a form of praise it is who gives it."""
    for seen in _LIST_OF.finditer(text):
        what = fold(seen["what"])
        if _BY_PAPER.search(what) or _FORM.search(what):
            continue
        if (unit := _named(seen["unit"])) is not None:
            return unit
    return None


def _clauses(text: str) -> Iterator[str]:
    return (clause.strip() for clause in _CLAUSE.split(text) if clause.strip())


def _named(words: str) -> str | None:
    """The words as the name of a unit with its first letter large, None where they are none."""
    unit = words.strip(" .,;:()-–")
    bare = fold(unit)
    if not is_unit(unit) or len(unit.split()) not in range(2, _LONGEST_UNIT + 1):
        return None
    if is_nameless(unit) or _NAMELESS.fullmatch(bare) or _OF_STATE.fullmatch(bare):
        return None
    if _BOARD.match(bare) or _OURS.search(bare) or _ADDRESSED.match(bare):
        return None
    return f"{unit[:1].upper()}{unit[1:]}"

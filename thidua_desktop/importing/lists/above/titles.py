"""The title of a list and what it says about all rows: award, kind, occasion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.importing.lists.meanings.awards import award_phrase
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.vocabulary import kinds_in, occasion_in, only_kind

_BEGINS = re.compile(
    r"(?:(?:phu luc|bieu|bang|phan|muc)(?: so)? [\divx]{1,4} ?[.:)–-] ?|phu luc .{0,12})?"
    r"(?:tong hop |trich ngang )?(?:danh sach|bang tong hop|bieu tong hop|tong hop|so theo doi)\b"
)
_LETTERHEAD = re.compile(
    r"cong hoa xa hoi|doc lap ?[-–]|^so ?:|^(?:ubnd|uy ban|so|phong|truong|bo|tinh)\b(?!.*danh sach)|ngay .*thang .*nam"
)
_ENDS = re.compile(
    r"^\(|^(?:i|a|1|stt|tt)[.)]? |^ho (?:va )?ten\b|"
    r"^(?:ten )?(?:don vi|co quan|truong|phong|khoa|xa|phuong|to|nguoi|noi|thang|nam|dot|ky|ngay|linh vuc|loai hinh|"
    r"hinh thuc|cap|khoi|cum)\b[^:]{0,25}:|^ca nhan thu\b|"
    r"kem theo|^can cu|^thuc hien|^dieu \d|^kinh gui"
)
_LETTER = re.compile(r"(?:to trinh|bao cao|bien ban|cong van|quyet dinh)(?: .*)?$|(?:v/v|ve viec) ")
"""Begins the title of a paper that holds a list without being one."""
_ASKS = re.compile(r"\b(?:tang|khen|cong nhan|phong tang|xet)\b")
_WHOLE = re.compile(
    r"(?:(?:bang|giay) khen|lao dong (?:tien tien|xuat sac)|don vi (?:tien tien|quyet thang)|van hoa|"
    r"chien si (?:thi dua (?:cap )?(?:co so|toan quoc)|tien tien))[\"” ]*$"
)
"""An award to whose name nothing need be added."""
_OPEN = re.compile(
    r"(?:ky niem chuong|huy hieu|huan chuong|huy chuong|thi dua|cua|va|lao dong|danh hieu|chu tich|bo truong|giam doc|"
    r"bo|tinh|so|cap|vi|cho)[\"“ ]*$"
)
"""Words that ask for more."""
_GOES_ON = re.compile(
    r"(?:cua|cap|do|va|hoac|hang|vi|chu tich|thu tuong|bo truong|(?:tong )?giam doc|hieu truong|ubnd|bo|"
    r"uy ban nhan dan)(?: |$)|[,;/&\"“(–-]"
)
_LISTS = re.compile(r"\bdanh sach\b|\bde nghi\b")
_COUNTS = re.compile(r"\b(?:thong ke|so lieu|bao cao|so luong|ket qua thi dua)\b")
_ABOVE = 15
"""Lines over a heading among which its title is."""
_MOST_LINES = 4
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Title:
    """The title in one line, None where the list has none."""

    text: str | None = None
    kind: RecipientKind | None = None
    award: str | None = None
    occasion: Occasion | None = None


def find_title(lines: Sequence[Line]) -> Title:
    """The title in the lines above a list: from "DANH SÁCH" on, as long as lines go on with it."""
    texts = [line.text for line in lines]
    begin = next((at for at, text in enumerate(texts) if _BEGINS.match(fold(text)) and len(text) < _LONGEST), None)
    if begin is None:
        begin = next((at for at, text in enumerate(texts) if re.search(r"- danh sach\b", fold(text))), None)
    if begin is None:
        begin = next((at for at, text in enumerate(texts) if _shouted(text)), None)
    if begin is None:
        begin = next((at for at, text in enumerate(texts) if _LETTER.match(fold(text))), None)
    if begin is None:
        return Title()
    parts = [texts[begin]]
    for text in texts[begin + 1 : begin + _MOST_LINES]:
        if (
            _ENDS.search(fold(text))
            or len(text) > 200
            or text.rstrip().endswith((".", ";", ":"))
            or _LETTERHEAD.search(fold(text))
        ):
            break
        parts.append(text)
    title = squeeze(" ".join(parts))
    below = "".join(texts[begin + len(parts) : begin + len(parts) + 1])
    ground = occasion_in(below) if below.startswith("(") else None  # "(Về thành tích đột xuất …)"
    award = _award_of(parts) or _award_below(texts[begin + len(parts) :]) or _award_below(texts[:begin])
    return Title(title, only_kind(title), award, occasion_in(title) or ground)


def lists_collectives(above: Sequence[Line]) -> bool:
    """Whether the lines over a heading say that units, places or households are proposed, not counted.

    "Đơn vị | Số LĐTT" below "Danh sách tập thể đề nghị …" is a list, below "Biểu tổng hợp …" it is a table of numbers.
    """
    title = find_title(above[-_ABOVE:])
    words = fold(title.text or "")
    if not _LISTS.search(words) or _COUNTS.search(words):
        return False
    kinds = kinds_in(title.award or "")
    return (
        kinds == {RecipientKind.COLLECTIVE}
        or (title.kind is not RecipientKind.PERSON and title.award is not None and kinds != {RecipientKind.PERSON})
        or title.kind in (RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD)
    )


def _award_of(parts: Sequence[str]) -> str | None:
    """The award that the lines of a title name; one that a line ends with goes on below only as "của …", "hạng …"."""
    said = ""
    for part in map(squeeze, parts):
        said = f"{said}{' - ' if _is_said(said, part) else ' '}{part}"
    return award_phrase(said)


def _is_said(said: str, below: str) -> bool:
    """Whether the award stands in the lines so far, and the line below speaks of something else."""
    if _GOES_ON.match(fold(below)):
        return False
    other = said.isupper() and not below.isupper() and below[:1].isupper() and not _OPEN.search(fold(said))
    return _WHOLE.search(fold(said)) is not None or (other and award_phrase(said) is not None)


def _award_below(texts: Sequence[str]) -> str | None:
    """The award that the text beside the title asks for ("… xét, tặng Bằng khen cho các cá nhân sau:")."""
    found = [award_phrase(text) for text in texts if len(text) < _LONGEST and _ASKS.search(fold(text))]
    named = list(dict.fromkeys(award for award in found if award))
    return named[0] if len(named) == 1 else None


def _shouted(text: str) -> bool:
    return text.isupper() and len(text) > 8 and not _LETTERHEAD.search(fold(text))

"""What a sentence above rows says of them: "Khoa Mẫu gửi danh sách đề nghị Lao động tiên tiến năm 2025:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.importing.lists.above.letters import is_decision, sender_told, signed_by
from thidua_desktop.importing.lists.above.senders import Sender, sender_of
from thidua_desktop.importing.lists.above.titles import Title
from thidua_desktop.importing.lists.meanings.awards import award_phrase
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.vocabulary import kinds_in, only_kind

_POLITE = re.compile(r"\s+(?:với )?(?:ạ|nhé|nha)[\s.]*$", re.IGNORECASE)
_COURTESY = re.compile(r",?\s+(?:với )?(?:ạ|nhé|nha)(?=[\s.:]*$)", re.IGNORECASE)
_LEADS_OVER = re.compile(r",?\s+(?:(?:với )?(?:ạ|nhé|nha)|(?:cụ thể )?như sau|sau đây|dưới đây)[\s.]*$", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:em|chị|anh|cô|chú|mình|bác|c|e|a)\b(?!\s+[A-ZĐÀ-Ỹ])|^(?:Em|Chị|Anh) [a-zà-ỹ]")
_SAID = re.compile(
    r"\b(?:báo|xem|giúp|cảm ơn|cám ơn|chào|kiểm tra|nhé|ạ|nhờ|gọi|sửa|bổ sung|gửi|nhận|thiếu|hỏi)\b", re.IGNORECASE
)
_TAKES_PART = re.compile(r"\b(?:thanh phan|tham du|tham gia hop|co mat|vang mat|chu tri|chu toa|hoi dong gom)\b")
_OPENS = re.compile(r"\b(?:danh sach|de nghi|de xuat|gom|nhu sau|sau day|duoi day|binh xet|nhat tri|thong nhat)\b")
_LIST = re.compile(r"\bdanh sach\b|\bds\b(?! \w+ (?:dai hoc|cao dang))")
_AT_END = re.compile(r"(?:nhu sau|sau day|duoi day|gom|sau)[ .]*$")
_NO_SENTENCE = re.compile(r"kinh gui|can cu|noi nhan|theo de nghi|thuc hien|quyet dinh|dieu \d")
_NEXT_SENTENCE = re.compile(r";\s+|\.\s+(?=[A-ZĐÀ-Ỹ])")
_MORE = re.compile(r"(?:va |cung |cung voi |dong thoi )(?:cac |\d{1,3} )?|(?:cac|\d{1,3}) ")
_LONGEST, _LONGEST_MORE = 400, 80


def without_courtesy(text: str) -> str:
    """A heading as a paper would have it: "Chị ghi giúp em LĐTT ạ:" without "ạ"."""
    return _COURTESY.sub("", text)


def plain_sentence(text: str) -> str:
    """A sentence that opens a list without what only leads over to it: "…, như sau:", "… ạ:"."""
    return _LEADS_OVER.sub("", text.partition(":")[0])


def is_talk(text: str) -> bool:
    """Whether a line is what somebody says to who reads the list: "Có gì chị báo em", "Nhờ anh xem giúp em nhé"."""
    return len(text) <= _LONGEST and _SPOKEN.search(text) is not None and _SAID.search(text) is not None


def leads_over(text: str) -> bool:
    """Whether a sentence says by its end that something follows: a colon, "như sau", "ạ"."""
    words = fold(_POLITE.sub("", text.strip(" :.")))
    return text.rstrip().endswith(":") or _AT_END.search(words) is not None or _POLITE.search(text) is not None


def names_more(text: str) -> bool:
    """Whether a line only says that more recipients of the same award follow: "và 04 hộ gia đình:"."""
    return len(text) <= _LONGEST_MORE and leads_over(text) and bool(_MORE.match(fold(text)) and kinds_in(text))


def opens_list(text: str) -> bool:
    """Whether a sentence says that recipients follow: "Em gửi chị danh sách ạ:", "nhất trí đề nghị … như sau:".

    Who takes part in a meeting is not proposed: "Thành phần gồm:" opens nothing.
    """
    words = fold(_POLITE.sub("", text.strip(" :.")))
    if not leads_over(text) or len(text) > _LONGEST or _TAKES_PART.search(words):
        return False
    return _LIST.search(words) is not None or (_OPENS.search(words) is not None and award_phrase(text) is not None)


def told_above(above: Sequence[Line], title: Title, below: Sequence[Line] = ()) -> tuple[Title, Sender | None]:
    """The title with the award that the sentences above the rows name, and who sends them.

    Args:
        above: the lines before the first row or its heading.
        title: what has been found of it so far; its own award stands.
        below: the lines behind, among which the sender may have signed.
    """
    decides = is_decision(above)
    sender = None if decides else sender_of(above)
    if sender is None and not decides:
        unit = sender_told(above) or signed_by(below)
        sender = Sender(unit, said=False) if unit is not None else None
    if title.award is not None:
        return title, sender
    for line in reversed(above):
        if (award := _award_in(line)) is not None:
            text = squeeze(line.text)
            return replace(title, text=title.text or text, kind=title.kind or only_kind(text), award=award), sender
    return title, sender


def _award_in(line: Line) -> str | None:
    """The award for which a sentence opens the list below it."""
    text = squeeze(line.text)
    if line.is_row and len(line.cells) > 1:
        return None
    last = _NEXT_SENTENCE.split(text)[-1]
    if not opens_list(text) and not text.endswith(":"):
        return None
    if last == text and _NO_SENTENCE.match(fold(text)) and "danh sach" not in fold(text):
        return None
    return award_phrase(_LEADS_OVER.sub("", last.strip(" :")))

"""Ways of writing an award that say more, or less, than its name: who is asked, letters only, two awards in one."""

from __future__ import annotations

import re

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.importing.lists.meanings.givers import giver_before

_LETTERS = {
    "bk": "Bằng khen",
    "b khen": "Bằng khen",
    "bkhen": "Bằng khen",
    "bang k": "Bằng khen",
    "gk": "Giấy khen",
    "g khen": "Giấy khen",
    "gkhen": "Giấy khen",
    "giay k": "Giấy khen",
    "knc": "Kỷ niệm chương",
    "kn chuong": "Kỷ niệm chương",
    "k n c": "Kỷ niệm chương",
    "hc": "Huân chương",
    "b k": "Bằng khen",
    "g k": "Giấy khen",
}
"""Forms of praise that say nothing of who gives them."""
_LONGEST_LETTERS = 10
_MARKS = re.compile(r"[./\-\s]+")
_ASKED = re.compile(
    r"(?:(?:kính )?(?:đề nghị|đề xuất|trình|xét|xem xét|kiến nghị|đăng ký|suy tôn|được|tặng|truy tặng|trao|khen thưởng|"
    r"công nhận|danh hiệu|hình thức)[\s:,]+)+",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"(?<!\w)(?:bằng khen|giấy khen|cờ thi đua|kỷ niệm chương|kỉ niệm chương|b\.? ?khen|g\.? ?khen|bk|gk|knc)(?!\w)",
    re.IGNORECASE,
)
_PRAISE = re.compile(r"(?:bang khen|giay khen|bk|gk|b ?[./] ?khen|g ?[./] ?khen)(?!\w)")
_BEHIND = re.compile(
    r"(?P<first>[^()]{2,60}?)[\s,;]*(?P<open>\()?\s*"
    r"(?P<praise>(?:Bằng khen|Giấy khen|bằng khen|giấy khen|BK|GK|B\.? ?[Kk]hen|G\.? ?[Kk]hen)(?!\w)[^()]*)\)?\s*"
)
_IN_BRACKETS = re.compile(r"(?P<first>[^()]{2,80}?)\s*\((?P<second>[^()]{2,80})\)\s*")
_JOINING = re.compile(r"(?:tặng|đề nghị|kèm|cùng|và|vì|danh hiệu|theo|được|cho|có)$", re.IGNORECASE)
"""Before a form of praise, a word that makes one sentence of both."""


def worded(text: str) -> str:
    """An award with its giver behind it and its letters written out: "Đề nghị TLĐ tặng Bằng khen", "B.khen", "GK".

    A text that is no such wording comes back as it is.
    """
    if (letters := _written_out(text)) is not None:
        return letters
    form = _FORM.search(text)
    if form is None or not form.start():
        return text
    name = _written_out(form.group()) or form.group()
    before, behind = text[: form.start()], text[form.end() :]
    if _ASKED.fullmatch(before if before[-1:].isspace() else f"{before} "):
        return squeeze(f"{name[:1].upper()}{name[1:]}{behind}")
    giver = giver_before(before)
    if giver is None or behind.strip(" .:;"):
        return text
    return f"{name[:1].upper()}{name[1:]} của {giver}"


def _written_out(text: str) -> str | None:
    """ "BK", "B.khen", "knc" in words; None for anything longer."""
    if len(text) > _LONGEST_LETTERS:
        return None
    return _LETTERS.get(_MARKS.sub(" ", fold(text)).strip())


def title_and_praise(text: str) -> tuple[str, str] | None:
    """A title and the form of praise behind it in one cell: "LĐTT GK", "LĐTT (Giấy khen UBND xã)"; None for one award.

    Whether the first is a title at all is left to the caller.
    """
    seen = _BEHIND.fullmatch(text)
    if seen is None:
        return None
    first = seen["first"].strip(" ,;–-")
    if not first or _PRAISE.match(fold(first)) or _JOINING.search(first):
        return None
    return first, squeeze(seen["praise"])


def with_bracket(text: str) -> tuple[str, str] | None:
    """An award and what stands in brackets behind it; None where the first is a praise given for the second."""
    seen = _IN_BRACKETS.fullmatch(text)
    if seen is None or _PRAISE.match(fold(seen["first"])):
        return None
    return squeeze(seen["first"]), squeeze(seen["second"])

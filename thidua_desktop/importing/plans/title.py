"""The title of a plan: where it begins, how far it goes, and where the body begins without one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thidua_desktop.importing.plans.joining import hangs
from thidua_desktop.importing.plans.lines import Line
from thidua_desktop.importing.plans.numbering import find_marker
from thidua_desktop.importing.plans.sections import is_time_heading, names_section
from thidua_desktop.importing.plans.text import mostly_upper, plain, starts_lower

MAX_HEAD_LINES = 70
_TITLE_WORD = re.compile(r"k\s?[ee]\s?\s?h\s?o\s?a\s?c\s?h(?:\s|$|[:.(–-])")
_TITLE_ALONE = re.compile(r"k\s?e\s+h\s?o\s?a\s?c\s?h\W*$")
_OTHER_TITLE = re.compile(
    r"(?:chuong trinh(?: cong tac)?|phuong an|lich cong tac|de an|huong dan|ke hoach lien tich)(?:\s|$)"
)
_OPENER = re.compile(
    r"(?:can cu|thuc hien|thi hanh|de (?:to chuc|thuc hien|trien khai|day manh|kip|phat huy|nang|"
    r"cu the|tiep|ghi|chao|bao|dam)|nham|tiep tuc|tren co so|thuc hien theo|huong ung|phat huy|"
    r"theo |duoc su|nam \d{4} la|"
    r"ap dung|chuan bi|trong nam|qua |ky niem|chao mung|ubnd|uy ban|so |phong |ban |truong |"
    r"hoi dong|kinh gui|quan triet|thuc thi)"
)
DAY_LINE = re.compile(
    r"(?:(?P<place>[^,:;()]{2,40}?)\s*,?\s*)?\bng[aà]y\s*(?P<day>\d{1,2})?[\s.…_]*th[aá]ng\s*(?P<month>\d{1,2})?[\s.…_]*n[aă]m\s*(?P<year>\d{4})?",
    re.IGNORECASE,
)
"""Place, day, month and year below or beside the number; day and month may be blank."""


def title_line(lines: Sequence[Line]) -> int | None:
    for pattern in (_TITLE_ALONE, _TITLE_WORD, _OTHER_TITLE):
        for place, line in enumerate(lines[:MAX_HEAD_LINES]):
            text = line.text
            if line.is_row and len([cell for cell in line.cells if cell]) > 1:
                continue
            folded = plain(text).strip(" *_")
            if pattern.match(folded) and (mostly_upper(text[:9]) or folded in ("ke hoach", "ke hoach:")):
                return place
            if find_marker(text) is not None and find_marker(text).style == "roman":  # type: ignore[union-attr]
                break
    for place, line in enumerate(lines[:MAX_HEAD_LINES]):
        folded = plain(line.text)
        if find_marker(line.text) is not None or folded.startswith("can cu"):
            break
        if folded.startswith("ke hoach ") and len(line.text) < 200 and not line.text.endswith((";", ":", ",")):
            return place
    return None


def read_title(lines: Sequence[Line], start: int) -> tuple[str, list[int]]:
    """The title with its trích yếu, which may take several lines."""
    used = [start]
    texts = [lines[start].text.strip(" :")]
    alone = len(plain(texts[0]).replace(" ", "")) <= 10
    for place in range(start + 1, min(start + 10, len(lines))):
        line = lines[place]
        if line.is_row and len([cell for cell in line.cells if cell]) > 1:
            break
        if _ends_title(lines, place, texts, alone=alone):
            break
        texts.append(line.text.strip())
        used.append(place)
        alone = False
    title = re.sub(r"\s+", " ", " ".join(texts)).strip(" -–_*")
    return re.sub(r"\bK\s?Ế\s+H\s?O\s?Ạ\s?C\s?H\b", "KẾ HOẠCH", title), used


def _ends_title(lines: Sequence[Line], place: int, texts: list[str], *, alone: bool) -> bool:
    line, text = lines[place], lines[place].text
    folded = plain(text)
    if folded.startswith(("can cu", "kinh gui", "so:")) or (
        DAY_LINE.match(text) and "ngày" in text[:40] and mostly_upper(texts[-1])
    ):
        return True
    marker = find_marker(text)
    if marker is not None and (not marker.is_bullet or len(texts) > 1) and not texts[-1].endswith("-"):
        return True
    if is_time_heading(text) and not alone and not re.match(r"nam\b", folded):
        return not _is_time_of_title(lines, place, texts)
    if not alone and mostly_upper(text) and len(text.split()) <= 6 and names_section(text):
        return True
    if alone:
        return len(text) > 400 or text.endswith((";", "như sau:"))
    if starts_lower(text) or text[:1].isdecimal() or text.startswith(("(", "“")):
        return line.gap and len(text) > 160
    before = texts[-1]
    if not line.gap and hangs(before):
        return False
    if mostly_upper(text):
        return not mostly_upper(before) and line.gap and not line.centered
    if line.centered or (line.bold and lines[place - 1].bold):
        return False
    if mostly_upper(before) and len(texts) > 1:
        return not _short_tail(text, folded)
    if line.gap or _OPENER.match(folded):
        return not (_short_tail(text, folded) and not line.gap)
    if _short_tail(text, folded):
        return False
    follows = _paragraph_from(lines, place)
    return len(follows) > 170 or follows.endswith((";", "như sau:", ".", ":"))


def _is_time_of_title(lines: Sequence[Line], place: int, texts: list[str]) -> bool:
    """ "tháng 3 năm 2026" below "Công tác thi đua": the title's, unless it heads the work that follows."""
    line = lines[place]
    if not re.search(r"20\d\d", line.text) or re.search(r"20\d\d", " ".join(texts)):
        return False
    if starts_lower(line.text) or line.centered or mostly_upper(line.text) == mostly_upper(texts[-1]):
        following = lines[place + 1] if place + 1 < len(lines) else None
        marker = find_marker(following.text) if following is not None else None
        return starts_lower(line.text) or marker is None or not marker.is_bullet
    return False


def _short_tail(text: str, folded: str) -> bool:
    return (
        len(text) < 70 and bool(re.search(r"nam(?: hoc)?\s*:?\s*20\d\d", folded)) and not text.endswith((";", ":", "."))
    )


def _paragraph_from(lines: Sequence[Line], place: int) -> str:
    texts: list[str] = []
    for line in lines[place : place + 6]:
        if texts and (line.gap or find_marker(line.text) is not None):
            break
        texts.append(line.text)
        if line.text.endswith((";", ".", ":")):
            break
    return " ".join(texts)


def first_body_line(lines: Sequence[Line]) -> int:
    """Without a title the body begins at the first basis, number or heading."""
    for place, line in enumerate(lines[:MAX_HEAD_LINES]):
        marker = find_marker(line.text)
        folded = plain(line.text)
        if (
            (marker is not None and not marker.is_bullet)
            or folded.startswith(("can cu", "thuc hien "))
            or is_time_heading(line.text)
        ):
            return place
        if line.is_row and len([cell for cell in line.cells if cell]) > 2:
            return place
    return 0

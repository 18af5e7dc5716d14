"""What follows the last section: recipients, signature, and where an annex begins after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua_desktop.domain.plans import Signer
from thidua_desktop.importing.plans.columns import heading_of
from thidua_desktop.importing.plans.lines import Line
from thidua_desktop.importing.plans.numbering import find_marker
from thidua_desktop.importing.plans.sections import is_time_heading, topic_of_section
from thidua_desktop.importing.plans.text import UPPER, mostly_upper, plain, starts_lower, word_count

_RECIPIENTS = re.compile(r"\W*noi\s*nhan\s*[:.]?")
_POST = re.compile(
    r"(?:t\s?/?\s?m|k\s?/?\s?t|t\s?/?\s?l|tuq|q)\s?[.\s]|(?:pho\s+)?(?:chu tich|giam doc|"
    r"truong ban|truong phong|hieu truong|bi thu|chanh van phong|tong giam doc|cuc truong|"
    r"bo truong|vien truong|chu nhiem|truong khoi|cum truong|khoi truong|doi truong|tram truong|thu truong)\b"
)
_DAY_ALONE = re.compile(r"(?:[a-z .]{2,40},\s*)?ngay\s+[\d.… ]{1,8}\s*thang\s+[\d.… ]{1,8}\s*nam\s+20[\d.… ]{0,4}")
_SIGNS = re.compile(
    r"nguoi (?:lap|viet|xay dung)(?: ke hoach| bieu)?|(?:duyet|xac nhan|phe duyet|y kien)(?: cua)?(?: [a-z]+){0,6}|"
    r"(?:pho )?(?:hieu truong|bi thu|chu tich|giam doc|to truong|truong phong)|tong phu trach(?: doi)?|"
    r"t/?m\.? [a-z. ]{3,40}|ky thay|ky duyet"
)
_NAME_PART = re.compile(rf"[{UPPER}][^\W\d_]*")
_STAMP = re.compile(r"\[.*\]|\(?\s*(?:da ky|ky ten|ky, ghi|dau|chu ky|signed)\b.*|[-_=*. ]+", re.IGNORECASE)
_TITLES = re.compile(r"^(?:TS|ThS|PGS|GS|BS|BSCKI|BSCKII|CN|KS|Ths|Ts|Bs|Ông|Bà|Đ/c)\.?\s*(?:CKI{1,2}\.?\s*)?")
_ANNEX_HEAD = re.compile(
    r"(?:lich|danh muc|danh sach|bieu|bang|ke hoach (?:chi tiet|cu the)|tien do|noi dung cong viec|"
    r"chuong trinh|phan cong|mau )"
)


@dataclass(slots=True)
class Tail:
    """The end of the plan: places of its lines by part, recipients and signer; ``annex`` where the body resumes."""

    recipients: tuple[str, ...] = ()
    signer: Signer = field(default_factory=Signer)
    recipient_lines: list[int] = field(default_factory=list)
    signer_lines: list[int] = field(default_factory=list)
    start: int = 0
    annex: int = 0


def read_tail(lines: Sequence[Line], body: int) -> Tail:
    """The tail; ``start`` and ``annex`` equal the number of lines when there is none."""
    count = len(lines)
    start = next(
        (
            place
            for place in range(body, count)
            if _RECIPIENTS.match(plain(lines[place].text)) and len(lines[place].text) < 400
        ),
        None,
    )
    signing = _signature_start(lines, body, start)
    if start is None and signing is None:
        return Tail(start=count, annex=count)
    begin = min(place for place in (start, signing) if place is not None)
    tail = Tail(start=begin)
    tail.annex = _annex(lines, (start if start is not None else begin) + 1)
    _fill(tail, lines)
    return tail


def _signature_start(lines: Sequence[Line], body: int, recipients: int | None) -> int | None:
    """Posts in capitals: before the recipients (in a PDF) or, without recipients, near the end."""
    if recipients is not None:
        first = recipients
        while first - 1 >= body and recipients - first < 6 and _is_signature(lines[first - 1]):
            first -= 1
        return first if first != recipients else None
    for place in range(max(body, len(lines) - 14), len(lines)):
        line = lines[place]
        if _opens_signature(line) and all(_is_short(after) for after in lines[place + 1 :]):
            return place
        if (
            not line.is_row
            and mostly_upper(line.text)
            and _POST.match(plain(line.text))
            and find_marker(line.text) is None
        ):
            return place
        if line.is_row and any(mostly_upper(cell) and _POST.match(plain(cell)) for cell in line.cells if cell):
            return place
    return None


def _opens_signature(line: Line) -> bool:
    """ "…, ngày 10 tháng 1 năm 2025", "Người lập", "Duyệt của Ban giám hiệu" standing alone."""
    if _is_wide(line):
        return False
    first = next(iter(_columns(line)), "")
    folded = plain(first).strip(" :*_.,")
    return bool(_DAY_ALONE.fullmatch(folded) or _SIGNS.fullmatch(folded))


def _is_wide(line: Line) -> bool:
    return line.is_row and len([cell for cell in line.cells if cell]) > 3


def _is_short(line: Line) -> bool:
    return (
        not _is_wide(line)
        and len(line.text) < 90
        and find_marker(line.text) is None
        and not line.text.endswith((";", ":"))
    )


def _is_signature(line: Line) -> bool:
    return (
        not line.is_row
        and mostly_upper(line.text)
        and bool(_POST.match(plain(line.text)))
        and word_count(line.text) < 12
    )


def _annex(lines: Sequence[Line], start: int) -> int:
    for place in range(start, len(lines)):
        line = lines[place]
        text = line.text
        marker = find_marker(text)
        if marker is not None and marker.style == "annex":
            return place
        if (
            line.is_row
            and len([cell for cell in line.cells if cell]) > 2
            and heading_of(lines[place : place + 3]) is not None
        ):
            return place
        if line.is_row:
            continue
        if marker is not None and marker.style in ("roman", "phan") and topic_of_section(marker.rest) is not None:
            return place
        if is_time_heading(text) and marker is None and place > start + 2:
            return place
        if mostly_upper(text) and _ANNEX_HEAD.match(plain(text)) and word_count(text) > 2 and place > start + 2:
            return place
    return len(lines)


def _fill(tail: Tail, lines: Sequence[Line]) -> None:
    names: list[str] = []
    posts: list[str] = []
    signer: str | None = None
    receiving = False
    for place in range(tail.start, tail.annex):
        signed = False
        for column in _columns(lines[place]):
            head = _RECIPIENTS.match(plain(column))
            receiving = receiving or head is not None
            text = column[head.end() :].strip(" :") if head is not None else column
            folded = plain(text)
            if not text:
                continue
            if _is_post(text, folded):
                posts.append(text)
                signed = True
            elif _STAMP.fullmatch(folded) or len(text) < 3:
                continue
            elif (posts and _is_name(text)) or (
                _is_name(text) and place >= tail.annex - 2 and not text.startswith("-")
            ):
                signer = _TITLES.sub("", text).strip()
                signed = True
            elif receiving:
                _receive(names, text, lines[place])
        (tail.signer_lines if signed else tail.recipient_lines).append(place)
    tail.recipients = tuple(name for name in (name.strip(" ;.,") for name in names) if name)
    tail.signer = Signer(tuple(posts), signer)


def _columns(line: Line) -> list[str]:
    if line.is_row:
        return [piece for cell in line.cells for piece in cell.split("\n") if piece]
    parts = re.split(r"\s{3,}|\t", line.raw.strip()) if line.raw else [line.text]
    return [re.sub(r"\*\*?", "", part).strip() for part in parts if part.strip(" *")]


def _is_post(text: str, folded: str) -> bool:
    bare = text.strip(" *")
    if bare.startswith(("-", "+")) or not mostly_upper(bare):
        return False
    return bool(_POST.match(folded.strip(" *"))) or (
        word_count(bare) >= 2
        and len(bare) < 60
        and bool(re.match(r"(?:uy ban|hoi dong|ban |cong doan|dang uy|chi bo|tap the|bch)", folded))
    )


def _is_name(text: str) -> bool:
    bare = _TITLES.sub("", text.strip())
    words = bare.split()
    return 2 <= len(words) <= 6 and all(_NAME_PART.fullmatch(word) for word in words) and not _POST.match(plain(bare))


def _receive(names: list[str], text: str, line: Line) -> None:
    bulleted = text.startswith(("-", "–", "+", "•", "*")) or bool(line.label)
    bare = text.lstrip("-–+•* ").strip()
    for part in re.split(r";\s*[-–]\s+", bare):
        if not part:
            continue
        if (
            names
            and not bulleted
            and (starts_lower(part) or part.startswith("("))
            and not names[-1].endswith((";", "."))
        ):
            names[-1] = f"{names[-1]} {part}"
        else:
            names.append(part)

"""Who does the work: units named in a cell, an attribute line, a heading or a sentence (PLAN-READING 10)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.importing.plans.text import plain
from thidua_desktop.importing.plans.times import moments
from thidua_desktop.importing.plans.verbs import first_verb, office_spans, order_length, starts_duty, starts_unit

MAX_NAME = 220
MAX_READ = 4_000

_LEAD_WORDS = re.compile(
    r"(?:(?:don vi|co quan|bo phan|nguoi|cac don vi|dong chi|ca nhan)?\s*(?:/\s*(?:don vi|co quan|bo phan|nguoi)\s*)?"
    r"(?:chu tri(?: thuc hien| tham muu)?|thuc hien(?: chinh)?|phu trach|"
    r"chiu trach nhiem(?: chinh)?|dau moi|tham muu|phan cong(?: thuc hien)?)|phan cong)\s*:\s*"
)
_COORD_WORDS = re.compile(r"(?:(?:don vi|co quan|bo phan|nguoi|cac don vi)?\s*phoi hop(?: thuc hien| voi)?)\s*:\s*")
_TAG = re.compile(rf"(?<![a-z])(?:(?P<lead>{_LEAD_WORDS.pattern})|(?P<coord>{_COORD_WORDS.pattern}))")
_BULLET_CUT = re.compile(r"(?:^|\n|(?<=[.;,])\s*|\s)[-–+•*]\s*(?=[^\W\d_])")
_COORDINATES = re.compile(
    r"\b(?:phoi hop|phoi ket hop)\s*(?:chat che\s+)?(?:(?:thuc hien\s+)?(?:voi|cung(?: voi)?)\s*)?(?!:)"
)
_NOT_UNITS = re.compile(
    r"\s*(?:giua|voi nhau|chat che$|trong|de|thuc hien|to chuc|tham muu|dong bo|nhip nhang|cua|"
    r"lien nganh|va\b|cong tac|khi|theo|hieu qua|tot|kip thoi|cung cap)\b"
)
_TAIL = re.compile(
    r"\s*(?:,?\s*(?:trong pham vi|theo chuc nang|theo nhiem vu|can cu|tren co so|theo tham quyen|"
    r"(?<!thi )dua tren|tuy theo|trong qua trinh|"
    r"(?:tu|truoc|den|vao|trong|cham nhat)\s+(?:ngay\s+|thang\s+|quy\s+)?\d|co trach nhiem|chiu trach nhiem|"
    r"chu tri|la co quan|la dau moi|lam dau moi|cac noi dung sau|"
    r"cac nhiem vu sau|thuoc tham quyen).*)$"
)
_DOER_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]{3,200}(?:\([^()]*\)[^()]*)?)\)")
_DOER_VERB = re.compile(
    r"\s*,?\s*(?:chu tri|thuc hien|phu trach|tham muu|chiu trach nhiem|lam dau moi)(?:\s+(?:thuc hien|tham muu|chinh))*"
)
_DONE_BY = re.compile(
    r"\b(?:do|giao(?: cho)?)\s+(?P<unit>[^.;,()]{3,90}?)\s+(?:chu tri|phu trach|chiu trach nhiem|"
    r"dam nhiem|lam dau moi|thuc hien\s*(?=[.;/)]|$))"
)
_LEAD_IN = re.compile(r"[^:]{2,70}:\s*")
_BARE_GENERIC = (
    "co quan",
    "don vi",
    "dia phuong",
    "so",
    "ban",
    "nganh",
    "phong",
    "to chuc",
    "ca nhan",
    "doan the",
    "cac co quan",
)


@dataclass(frozen=True, slots=True)
class Doers:
    """Units in the lead and units that coordinate, as the plan names them."""

    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    sure: bool = True

    def __bool__(self) -> bool:
        return bool(self.lead or self.coordinate)

    def or_else(self, other: Doers) -> Doers:
        """The same, with what is missing taken from ``other``."""
        return Doers(self.lead or other.lead, self.coordinate or other.coordinate, self.sure and other.sure)


NOBODY = Doers()


def tidy(name: str) -> str:
    """A unit's name without bullets, closing signs and "Giao", "Đề nghị"."""
    name = squeeze(name).strip(" \t-–+•*:;.,/")
    name = name[order_length(name) :].strip(" :;,.")
    if name.startswith("(") and name.endswith(")") and name.count("(") == 1:
        name = name[1:-1].strip()
    return name


def names_in_cell(cell: str) -> tuple[str, ...]:
    """The units of a cell, cut at ``;``, at bullets and at lines that begin a new name; never at commas."""
    if not cell.strip():
        return ()
    pieces: list[str] = []
    for part in re.split(r";", _bullets_cut(cell)):
        pieces.extend(_lines_cut(part))
    names = [tidy(piece) for piece in pieces]
    return tuple(dict.fromkeys(name for name in names if name and not re.fullmatch(r"[\W\d]*|nt|như trên|\"|//", name)))


def _bullets_cut(cell: str) -> str:
    """The cell with ``;`` where a bullet begins a name; the dash of "Thi đua - Khen thưởng" is left."""
    bulleted = bool(re.match(r"\s*[-–+•*]", cell))

    def cut(found: re.Match[str]) -> str:
        at_line = found.start() == 0 or "\n" in found[0] or cell[found.start() - 1 : found.start()] in (".", ";", ",")
        following = cell[found.end() : found.end() + 40]
        if at_line or (bulleted and starts_unit(following) and following[:1].isupper()):
            return ";"
        return found[0]

    return _BULLET_CUT.sub(cut, cell)


def _lines_cut(part: str) -> list[str]:
    lines = [line.strip() for line in part.split("\n") if line.strip()]
    made: list[str] = []
    for line in lines:
        new = not made or (
            line[:1].isupper()
            and starts_unit(line)
            and not made[-1].endswith((",", "-", "–", " và", " của", "&", "(", "/"))
        )
        if new:
            made.append(line)
        else:
            made[-1] = f"{made[-1]} {line}"
    return made


def doers_in_cell(cell: str, *, coordinating: bool = False) -> Doers:
    """The units of a column; "Chủ trì: … Phối hợp: …" inside the cell parts them."""
    tagged = tagged_doers(cell)
    if tagged:
        return tagged
    folded = plain(cell)
    split = re.search(r"(?:[;,.\n]|^)\s*[-–+]?\s*phoi hop(?:\s+voi)?\s*:?\s*", folded)
    if split is not None and not coordinating and split.start() > 0:
        return Doers(names_in_cell(_without_role(cell[: split.start()])), names_in_cell(cell[split.end() :]))
    names = names_in_cell(_without_role(cell))
    return Doers((), names) if coordinating else Doers(names)


def _without_role(cell: str) -> str:
    return re.sub(r"\s*,?\s*(?:chủ trì|\(chủ trì\)|thực hiện)\s*$", "", cell, flags=re.IGNORECASE)


_BEFORE_TAG = re.compile(r"(?:^|[.;,:(\n+*–-])\s*(?:va )?$")
_NAMED_SO = re.compile(r"(?:doi|phong|ban|to|bo phan|khoi|cong an|trien khai|to chuc)\s$")


def _is_tag(text: str, folded: str, place: int) -> bool:
    """Whether a role opens here: at a boundary, or with a capital that is no part of "Đội Tham mưu"."""
    before = folded[max(0, place - 12) : place]
    return bool(_BEFORE_TAG.search(before)) or (text[place].isupper() and not _NAMED_SO.search(before))


@lru_cache(maxsize=4096)
def tagged_doers(text: str) -> Doers:
    """The units after "Chủ trì:", "Phối hợp:", "Đơn vị thực hiện:" within a text."""
    folded = plain(text)
    tags = [tag for tag in _TAG.finditer(folded) if _is_tag(text, folded, tag.start())]
    lead: list[str] = []
    coordinate: list[str] = []
    following: list[re.Match[str] | None] = [*tags[1:], None]
    for tag, after in zip(tags, following, strict=False):
        piece = text[tag.end() : after.start() if after else len(text)]
        stop = re.search(
            r"(?:[.;]|\n)\s*(?:[-+]\s*)?(?:Thời (?:gian|hạn)|Sản phẩm|Kết quả|Hoàn thành|Địa điểm|Tiến độ)\b", piece
        )
        if after_time(piece) != piece:
            continue  # "Triển khai thực hiện: từ ngày …"
        names = names_in_cell(piece[: stop.start()] if stop else piece)
        (coordinate if tag["coord"] else lead).extend(names)
    return Doers(tuple(dict.fromkeys(lead)), tuple(dict.fromkeys(coordinate)))


def doers_in_heading(text: str) -> Doers:
    """The unit that a heading names ("1. Giao Phòng Nội vụ:"), for the items below it."""
    bare = text.strip().rstrip(":.; ")
    skipped = order_length(bare)
    name = bare[skipped:]
    if not starts_unit(name) or starts_duty(name) or len(name) > MAX_NAME:
        return NOBODY
    verb = first_verb(name)
    if verb is not None:
        name = name[:verb]
    tail = _TAIL.search(plain(name))
    if tail is not None:
        name = name[: tail.start()]
    parts = [tidy(part) for part in name.split(";")]
    return Doers(tuple(part for part in parts if part))


def is_unit_heading(text: str) -> bool:
    """Whether a line does nothing but name who has the duties below it."""
    bare = text.strip().rstrip(":.; ")
    name = bare[order_length(bare) :]
    if text.rstrip().endswith((".", ";")) and _TAIL.search(plain(name)) is not None:
        return False  # "Sở Nội vụ chủ trì, phối hợp với … theo dõi." is a duty
    return bool(doers_in_heading(text)) and (
        text.rstrip().endswith(":")
        or first_verb(name[: tail.start()] if (tail := _TAIL.search(plain(name))) else name) is None
    )


def doers_in_sentence(text: str) -> Doers:
    """The doers that a sentence names: "Giao X chủ trì, phối hợp với Y …", "… (X chủ trì)", "do X thực hiện"."""
    text = text[:MAX_READ]
    tagged = tagged_doers(text)
    leading = _leading_unit(text)
    bracketed = _bracketed(text)
    coordinate = tagged.coordinate or bracketed.coordinate or coordinators(text)
    lead = tagged.lead or leading or bracketed.lead or _done_by(text)
    return Doers(lead, coordinate)


def _leading_unit(text: str) -> tuple[str, ...]:
    lead_in = _LEAD_IN.match(plain(text))
    if lead_in is not None and moments(text[: lead_in.end()], cell=True):
        text = text[lead_in.end() :]
    else:
        text = after_time(text)
    skipped = order_length(text)
    name = text[skipped:]
    if not starts_unit(name) or (starts_duty(name) and not skipped):
        return ()
    colon = name.find(":")
    verb = first_verb(name)
    if verb is None or (0 <= colon < verb):
        verb = colon if 0 <= colon <= MAX_NAME else None
    if verb is None or verb > MAX_NAME or verb < 3:
        return ()
    unit = name[:verb]
    tail = _TAIL.search(plain(unit))
    unit = unit[: tail.start()] if tail else unit
    if unit.count("(") != unit.count(")"):
        return ()
    return tuple(name for name in (tidy(part) for part in unit.split(";")) if name)


_OPENS_WITH_TIME = re.compile(
    r"[\s(]*(?:tu|truoc|den|trong|vao|het|cham|muon|khoang|du kien|ngay|sang|chieu|toi|dau|giua|cuoi|thuong|trung|ha|"
    r"tuan|thu|luc|la|thoi gian|thang|quy|\d)"
)
_TIME_WORDS = re.compile(
    r"[\s(]*(?:(?:tu|truoc|den|trong|vao|het|cham nhat|muon nhat|khoang|du kien|ngay|sang|chieu|toi|dau|giua|cuoi|"
    r"(?:thuong|trung|ha) tuan|tuan(?: thu)? \w+|thu (?:hai|ba|tu|nam|sau|bay)|luc|\d{1,2}[hg]\d{0,2}|la|nhat|"
    r"thoi gian)"
    r"[\s,:(]*)*"
)


def after_time(text: str) -> str:
    """The text without the time that it opens with: "Từ ngày 01/3 đến ngày 15/3, Phòng A tổ chức …"."""
    if not _OPENS_WITH_TIME.match(plain(text[:24])):
        return text
    found = moments(text[:120], cell=True)
    if not found or not _TIME_WORDS.fullmatch(plain(text[: found[0].start])):
        return text
    rest = re.match(r"[\s,:)\-–.]*", text[found[0].end :])
    return text[found[0].end + (rest.end() if rest else 0) :]


def _bracketed(text: str) -> Doers:
    """(Ban TĐKT chủ trì), (Phòng Nội vụ) at the end, (Sở A chủ trì, Sở B phối hợp)."""
    for found in _DOER_IN_BRACKETS.finditer(text):
        inside = found["inside"].strip()
        tagged = tagged_doers(inside)
        if tagged:
            return tagged
        bare = inside[order_length(inside) :]
        if not starts_unit(bare):
            continue
        verb = re.search(r",?\s*(?:chu tri|thuc hien|phu trach|tham muu|lam dau moi|chiu trach nhiem)", plain(bare))
        closing = not text[found.end() :].strip(" .;/")
        if verb is not None and verb.start() > 2:
            rest = bare[verb.end() :].split(";", 1)[0]
            after = tidy(re.sub(r"^[\s,]*phối hợp(?: với)?:?\s*|\s*phối hợp\s*$", "", rest))
            return Doers((tidy(bare[: verb.start()]),), (after,) if "phối hợp" in rest and after else ())
        if closing and len(bare) < 120 and first_verb(bare) is None:
            return Doers(names_in_cell(bare))
    return NOBODY


def _done_by(text: str) -> tuple[str, ...]:
    found = _DONE_BY.search(plain(text))
    if found is None:
        return ()
    unit = tidy(text[found.start("unit") : found.end("unit")])
    return (unit,) if starts_unit(unit) else ()


def coordinators(text: str) -> tuple[str, ...]:
    """The units after "phối hợp (với)" up to the next verb."""
    folded = plain(text)
    for found in _COORDINATES.finditer(folded):
        rest = text[found.end() :]
        if _NOT_UNITS.match(plain(rest)) or plain(text[max(0, found.start() - 14) : found.start()]).rstrip().endswith(
            ("su", "tang cuong su", "quy che", "cong tac", "moi quan he")
        ):
            continue
        stop = len(rest)
        verb = first_verb(rest)
        if verb is not None:
            stop = min(stop, verb)
        punctuation = re.search(r"[;:]|\.(?:\s|$)|\s\(\s*n[ếe]u|/\.", rest)
        if punctuation is not None:
            stop = min(stop, punctuation.start())
        names = _listed(rest[:stop])
        if names and starts_unit(names[0]):
            return names
    return ()


_LIST_CUT = re.compile(r"\s*,\s*(?:và\s+|cùng\s+)?|\s+và\s+|\s*;\s*")


def _split_outside(text: str) -> list[str]:
    """The parts of a list and the signs between them, in turn; names of offices are not cut."""
    names = office_spans(text)
    pieces: list[str] = []
    start = 0
    for cut in _LIST_CUT.finditer(text):
        if not any(left <= cut.start() < right for left, right in names):
            pieces += [text[start : cut.start()], cut[0]]
            start = cut.end()
    return [*pieces, text[start:]]


def _listed(text: str) -> tuple[str, ...]:
    """A list in a sentence: cut before each part that begins a name of its own."""
    pieces = _split_outside(text.strip(" ,"))
    names: list[str] = []
    for number in range(0, len(pieces), 2):
        piece = pieces[number].strip()
        if not piece:
            continue
        own = starts_unit(piece) and (piece[:1].isupper() or piece.startswith(("các ", "UBND")))
        bare = bool(names) and plain(names[-1]).strip() in _BARE_GENERIC
        if names and (not own or bare):
            names[-1] += pieces[number - 1] + piece
        else:
            names.append(piece)
    return tuple(name for name in (re.sub(r"\s+(?:để|nhằm|về|trong việc)$", "", tidy(name)) for name in names) if name)

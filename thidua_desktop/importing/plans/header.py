"""The first page's head: issuer, number, place and day, title (NĐ 30/2020/NĐ-CP, annex I; PLAN-READING 11)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from thidua_desktop.importing.plans.lines import Line
from thidua_desktop.importing.plans.names import full_name, in_name_case
from thidua_desktop.importing.plans.text import mostly_upper, plain
from thidua_desktop.importing.plans.title import DAY_LINE, first_body_line, read_title, title_line
from thidua_desktop.importing.plans.verbs import starts_unit

_NATION = re.compile(
    r"cong hoa xa hoi(?: chu nghia(?: viet nam)?)?|chu nghia viet nam|"
    r"^viet nam$|^chu nghia$|^hanh phuc$|doc lap\s*[-–—.]?\s*tu\s*do\s*[-–—.]?\s*hanh phuc|dang cong san viet nam"
)
_MOTTO = "cong hoa xa hoi chu nghia viet nam doc lap - tu do - hanh phuc"
_NUMBER = re.compile(
    r"\bs[ốoôó]\s*[:.;]?\s*(?P<digits>\d[\d\s]{0,8}[a-zA-Z]?)\s?(?P<sign>[/\-–])\s?(?P<code>[A-ZĐƠƯÂÊÔ][\wĐđ&.]*(?:\s?[-–/]\s?[A-ZĐƠƯÂÊÔ0-9][\w&.]*)*(?:(?<=\.)\s?[A-ZĐ]{1,4}\b)?)",
    re.IGNORECASE,
)
_CUT_DAY = re.compile(r",\s*ngay(?:\s+\d{1,2})?(?:\s+thang(?:\s+\d{1,2})?)?(?:\s+nam)?\s*$")
_ISSUER_IN_TITLE = re.compile(
    r"\bcua (?P<name>(?:so|ubnd|uy ban nhan dan|phong|truong|benh vien|hoi|lien doan|cong doan)\s[^,;:()\d]{3,60})$"
)
_DAY_CUT_IN_CELL = re.compile(r"(?<=[Nn]gày)\n|\n(?=tháng \d|năm \d)|(?<=tháng)\n|(?<=năm)\n(?=\d)")
_BLANK_TO_FILL = re.compile(
    r"(?<=[Nn]gày)\s+(?=tháng)|(?<=tháng)\s+(?=năm)|(?<=[Ss]ố:)\s+(?=[/-]|\d)|(?<=[Ss]ố)\s+(?=[:/-])"
)
_NUMBER_LINE = re.compile(r"\bso\s*[:.;]?\s*[\d\s.…_]*\s*[-/–]\s*[a-z]|^so\s*:")
_BASIS = re.compile(r"(?:can cu|thuc hien|thi hanh|theo|tiep tuc thuc hien|quan triet|trien khai|xet)\b")
_SCHOOL_YEAR = re.compile(r"nam hoc\s*:?\s*(20\d\d)\s*[-–—/]\s*(?:20)?\d\d")
_PAPER_DAY = re.compile(
    r"ngay\s*\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]|thang\s*\d{1,2}\s*nam)\s*\d{4}|"
    r"\d{1,2}/\d{1,2}/\d{4}|\d+/(?:19|20)\d\d/[a-z]"
)
_SPAN_OF_YEARS = re.compile(r"(?:giai doan\s*)?\(?(20\d\d)\s*[-–—]\s*(20\d\d)\)?")
_WHOLE_COMMITTEE = re.compile(
    r"(?:ubnd|uy ban nhan dan) (?:tinh|huyen|thanh pho|thi xa|quan|xa|phuong|thi tran|tp\.?) \w"
)
_PROVINCE = re.compile(
    r"\b(tỉnh|huyện|thành phố|thị xã|quận|xã|phường|"
    r"thị trấn)\s+((?:[A-ZĐÀ-Ỹ][\wà-ỹ’'-]*)(?:\s+[A-ZĐÀ-Ỹ][\wà-ỹ’'-]*){0,3})"
)


@dataclass(slots=True)
class Head:
    """What the head says, and where the body begins; ``roles`` names the part that each head line plays."""

    title: str | None = None
    number: str | None = None
    issued_on: date | None = None
    issued_year: int | None = None
    issued_month: int | None = None
    place: str | None = None
    issuer: str | None = None
    superior: str | None = None
    year: int | None = None
    school: bool = False
    titled_year: bool = False
    until: int | None = None
    body: int = 0
    title_lines: list[int] = field(default_factory=list)
    number_lines: list[int] = field(default_factory=list)
    day_lines: list[int] = field(default_factory=list)


def read_head(lines: Sequence[Line]) -> Head:
    """The head of the document; ``body`` is the first line after the title."""
    head = Head()
    start = title_line(lines)
    if start is not None:
        head.title, head.title_lines = read_title(lines, start)
        head.body = head.title_lines[-1] + 1
    else:
        head.body = first_body_line(lines)
    above = lines[: start if start is not None else head.body]
    _read_letterhead(head, above)
    if head.issued_on is None and head.issued_year is None and start is not None:
        _read_day(head, lines[head.body : head.body + 3], head.body, brackets=True)
    _settle_year(head)
    return head


def _read_letterhead(head: Head, above: Sequence[Line]) -> None:
    names: list[str] = []
    for place, line in enumerate(above):
        left: list[str] = []
        for text in _pieces(line):
            rest = _without_nation(text)
            if _CUT_DAY.search(plain(rest)) and place + 1 < len(above):
                rest = f"{rest} {above[place + 1].text}"
                head.day_lines.append(place + 1)
            number = _NUMBER.search(rest)
            if number is not None and head.number is None:
                digits = re.sub(r"\s", "", number["digits"])
                code = re.sub(r"(?<=\.)\s", "", number["code"])
                code = re.sub(r"\s*([-–/])\s*", lambda sign: sign[1].replace("–", "-"), code).rstrip(".")
                head.number = f"{digits}{number['sign'].replace('–', '-')}{code}"
            if number is not None or _NUMBER_LINE.search(plain(rest)):
                head.number_lines.append(place)
                rest = rest[number.end() :] if number else _after_blank_number(rest)
            if _take_day(head, rest):
                head.day_lines.append(place)
                continue
            rest = rest.strip(" -–—_*|:.")
            if re.search(rf"(?<![a-z]){re.escape(plain(rest))}(?![a-z])", _MOTTO):
                continue  # a piece of the motto that its column broke off
            if (
                rest
                and (mostly_upper(rest) or starts_unit(rest))
                and not re.fullmatch(r"[\W\d]*", rest)
                and "dự thảo" not in rest.lower()
            ):
                left.append(rest)
        names.extend(left)
    groups = _groups(names)
    if groups:
        head.issuer = groups[-1]
        head.superior = groups[-2] if len(groups) > 1 else None


def _pieces(line: Line) -> list[str]:
    if line.is_row:
        return [piece for cell in line.cells for piece in _DAY_CUT_IN_CELL.sub(" ", cell).split("\n") if piece]
    raw = _BLANK_TO_FILL.sub(" ", line.raw.strip()) if line.raw else line.text
    return [part.strip() for part in re.split(r"\s{3,}|\t", raw) if part.strip()]


def _without_nation(text: str) -> str:
    folded = plain(text)
    for found in reversed(list(_NATION.finditer(folded))):
        text = f"{text[: found.start()]} {text[found.end() :]}"
    return text.strip()


def _after_blank_number(text: str) -> str:
    found = re.match(r".{0,12}?[/-]\s*[A-ZĐ]{2}[\w&]*(?:\s?[-/]\s?[A-ZĐ][\w&]*)*", text)
    return text[found.end() :] if found else ""


def _take_day(head: Head, text: str) -> bool:
    found = DAY_LINE.search(text)
    if found is None or (found["place"] is None and found.start() > 3 and not text[: found.start()].strip(" ,")):
        return False
    place = (found["place"] or "").strip(" ,-–*_")
    if place and head.place is None and place[:1].isupper():
        head.place = place
    head.issued_year = int(found["year"]) if found["year"] else head.issued_year
    head.issued_month = int(found["month"]) if found["month"] else head.issued_month
    if found["day"] and found["month"] and found["year"]:
        try:
            head.issued_on = date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            head.issued_on = None
    return True


def _read_day(head: Head, lines: Sequence[Line], offset: int, *, brackets: bool) -> None:
    """A day below the title: "(Kèm theo …)" lines are others' days."""
    for place, line in enumerate(lines):
        found = DAY_LINE.match(line.text)
        if (
            found is not None
            and len(line.text) < 70
            and found["place"]
            and not (brackets and line.text.startswith("("))
            and _take_day(head, line.text)
        ):
            head.day_lines.append(offset + place)
            return


def _groups(names: Sequence[str]) -> list[str]:
    """Names over several lines put together: "ỦY BAN NHÂN DÂN" + "TỈNH X"."""
    made: list[str] = []
    for name in names:
        folded = plain(name)
        own = starts_unit(name) and not folded.startswith(("xa ", "phuong ", "thi tran", "tinh ", "huyen ", "quan "))
        own = own or (bool(made) and bool(_WHOLE_COMMITTEE.match(plain(made[-1]))))
        broken = bool(made) and (
            made[-1].endswith(("-", "–", ",", "&")) or plain(made[-1]).endswith((" va", " cua", " thi dua", "uy ban"))
        )
        if made and (not own or broken):
            made[-1] = f"{made[-1]} {name}"
        else:
            made.append(name)
    return made


def _settle_year(head: Head) -> None:
    folded = plain(head.title or "")
    school = _SCHOOL_YEAR.search(folded)
    if school is not None:
        head.year, head.school, head.titled_year = int(school[1]), True, True
        return
    bare = _PAPER_DAY.sub(" ", folded)
    spans = _SPAN_OF_YEARS.search(bare)
    head.until = int(spans[2]) if spans else None
    named = re.findall(r"nam\s*:?\s*(20\d\d)", _SPAN_OF_YEARS.sub(" ", bare)) or re.findall(
        r"(?:quy \w+|thang \d+)\s*[/-]\s*(20\d\d)", bare
    )
    if named:
        head.year, head.titled_year = int(named[0]), True
    elif spans is not None and head.issued_year is None:
        head.year, head.titled_year = int(spans[1]), True
    else:
        single = re.findall(r"(?<![\d/-])(20[1-4]\d)(?![\d/-])", _SPAN_OF_YEARS.sub(" ", bare))
        head.year = int(single[-1]) if single else head.issued_year
        head.titled_year = bool(single)


def settle_from_body(head: Head, opening: Sequence[str], text: str) -> None:
    """What a missing letterhead leaves open, taken from the opening and the body."""
    if head.year is None:
        head.year = _year_of(opening, text)
    if head.issuer is None:
        head.issuer = _issuer_of(opening)
    if head.issuer is None and (named := _ISSUER_IN_TITLE.search(plain(head.title or ""))):
        head.issuer = (head.title or "")[named.start("name") :].strip()
    if head.issuer is not None:
        head.issuer = full_name(in_name_case(head.issuer, text))
        found = re.search(r"\b(tỉnh|huyện|thành phố|thị xã|quận|xã|phường)$", head.issuer)
        if found is not None and head.issuer.startswith("Ủy ban") and (name := _place_name(found[1], text)):
            head.issuer = f"{head.issuer} {name}"
    if head.superior is not None:
        head.superior = full_name(in_name_case(head.superior, text))


def _year_of(opening: Sequence[str], text: str) -> int | None:
    for paragraph in reversed(opening):
        found = re.findall(r"nam\s*(20\d\d)", _PAPER_DAY.sub(" ", plain(paragraph)))
        if found:
            return int(found[-1])
    years = [int(year) for year in re.findall(r"(?<!\d)(20[1-4]\d)(?!\d)", text[:200_000])]
    days = [int(year) for year in re.findall(r"\d{1,2}/\d{1,2}/(20[1-4]\d)", text[:200_000])]
    if days:
        return max(days)
    return Counter(years).most_common(1)[0][0] if years else None


def _issuer_of(opening: Sequence[str]) -> str | None:
    """ "…, Sở Xây dựng lập kế hoạch …", "Ủy ban nhân dân tỉnh ban hành Kế hoạch …"."""
    for paragraph in reversed(opening):
        folded = plain(paragraph)
        for found in re.finditer(
            r"\b(?:ban hanh|xay dung|lap|to chuc|trien khai|phat dong|de ra)\s+(?:va\s+\w+\s+)?(?:ke hoach|"
            r"phong trao|thuc hien|trien khai)",
            folded,
        ):
            start = max(folded.rfind(sign, 0, found.start()) for sign in (",", ";", ".")) + 1
            name = paragraph[start : found.start()].strip()
            name = re.sub(r"^(?:nay|do đó|Chủ tịch(?= Ủy| UBND| Uỷ)|Thường trực)\s+", "", name).strip()
            if 3 < len(name) < 110 and starts_unit(name):
                return name
    return None


def _place_name(kind: str, text: str) -> str | None:
    names = Counter(found[2] for found in _PROVINCE.finditer(text[:200_000]) if found[1] == kind)
    return names.most_common(1)[0][0] if names else None


def is_basis(text: str) -> bool:
    """Whether an opening paragraph states what the plan rests on."""
    folded = plain(text)
    return bool(_BASIS.match(folded)) and (
        folded.startswith("can cu") or text.rstrip().endswith((";", ".", ",")) or "so " in folded[:80]
    )

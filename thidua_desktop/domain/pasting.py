"""Nomination lines from a block of cells that was copied out of a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.identity import is_masked, read_birth, tidy_id_number
from thidua_desktop.domain.nominations import Nomination

Cells = Sequence[Sequence[str]]


class PastedField(StrEnum):
    """What a column holds."""

    SKIP = "skip"
    NAME = "name"
    BIRTH = "birth"
    ID_NUMBER = "id_number"
    POSITION = "position"
    UNIT = "unit"
    AWARD = "award"
    CITATION = "citation"
    NOTE = "note"


_F = PastedField

_HEADINGS: tuple[tuple[PastedField, tuple[str, ...]], ...] = (
    # In this order: "Tên đơn vị đề nghị" is a unit, "Danh hiệu, hình thức đề nghị" an award.
    (_F.ID_NUMBER, ("cccd", "cmnd", "dinh danh", "can cuoc")),
    (_F.BIRTH, ("nam sinh", "ngay sinh", "ngay, thang, nam sinh")),
    (_F.AWARD, ("danh hieu", "hinh thuc", "muc khen", "khen thuong de nghi")),
    (_F.NAME, ("ho va ten", "ho ten", "ho, ten", "ten ca nhan", "ten tap the", "nguoi nhan", "ca nhan, tap the")),
    (_F.POSITION, ("chuc vu", "chuc danh", "nghe nghiep")),
    (_F.UNIT, ("don vi", "co quan", "noi cong tac", "phong, ban", "dia chi")),
    (_F.CITATION, ("thanh tich",)),
    (_F.NOTE, ("ghi chu",)),
    (_F.SKIP, ("stt", "so tt", "tt")),
)

_HONORIFICS = {"ong": ("Ông", "male"), "ba": ("Bà", "female")}
_HOUSEHOLD = ("hộ ", "gia đình ", "hộ gia đình ")
_COLLECTIVE = (
    *("phòng ", "ban ", "sở ", "trường ", "tập thể ", "chi cục ", "cục ", "trung tâm ", "ủy ban ", "uỷ ban ", "ubnd "),
    *("văn phòng ", "công ty ", "bệnh viện ", "trạm ", "tổ ", "đội ", "hội ", "công đoàn ", "đoàn thanh niên "),
    *("đoàn tncs ", "chi bộ ", "đảng bộ ", "thôn ", "bản ", "ấp ", "khoa ", "nhân dân và cán bộ "),
)
"""First words of recipients, with diacritics: Hồ, Tô, Đoàn and Trương are family names."""


@dataclass(frozen=True, slots=True)
class PastedTable:
    """What the columns of a block seem to hold, and whether its first row is a heading."""

    fields: tuple[PastedField, ...]
    heading: bool


class LineTrouble(StrEnum):
    """Why a row gives no nomination."""

    NO_NAME = "no_name"
    NO_AWARD = "no_award"
    AWARD_NOT_FOR_KIND = "award_not_for_kind"


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One row: the nomination it gives, or why it gives none. ``row`` counts from 1 in the block."""

    row: int
    nomination: Nomination | None = None
    trouble: LineTrouble | None = None


def guess(rows: Cells, awards: Iterable[Award]) -> PastedTable:
    """What each column holds: by the words of the heading where there is one, otherwise by the content."""
    width = max((len(row) for row in rows), default=0)
    if not width:
        return PastedTable((), heading=False)
    headed = tuple(_of_heading(rows[0][at]) if at < len(rows[0]) else None for at in range(width))
    if _F.NAME in headed and sum(found is not None for found in headed) >= min(2, width):
        return PastedTable(_once(found or _F.SKIP for found in headed), heading=True)
    names = award_names(awards)
    columns = [[row[at] for row in rows if at < len(row) and row[at].strip()] for at in range(width)]
    return PastedTable(_by_content(columns, names), heading=False)


def award_names(awards: Iterable[Award]) -> Mapping[str, str]:
    """Award identifiers by name and abbreviation without diacritics; a spelling of two awards names none."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for award in awards:
        for spelling in (award.name, *_abbreviations(award.abbreviation or "")):
            key = fold(spelling)
            if found.setdefault(key, award.id) != award.id:
                doubtful.add(key)
    return {key: award_id for key, award_id in found.items() if key not in doubtful}


def _abbreviations(written: str) -> Iterator[str]:
    """``BK bộ/tỉnh`` as it stands, and as the units write it: ``BK bộ``, ``BK tỉnh``."""
    if written:
        yield written
    before, slash, after = written.rpartition("/")
    if slash:
        yield before
        yield " ".join([*before.split()[:-1], after])


def lines(
    rows: Cells, table: PastedTable, blank: Nomination, awards: Iterable[Award], *, keep_kind: bool = False
) -> tuple[PastedLine, ...]:
    """The nominations that the rows give. ``blank`` supplies round, occasion, and the award where a row names none.

    The kind of recipient is told from the name ("Bà …", "Hộ …", "Phòng …") unless ``keep_kind``.
    """
    by_id = {award.id: award for award in awards}
    names = award_names(by_id.values())
    body = list(enumerate(rows, start=1))[1 if table.heading else 0 :]
    return tuple(
        _line(number, _cells(row, table), blank, by_id, names, keep_kind=keep_kind)
        for number, row in body
        if any(cell.strip() for cell in row)
    )


def _line(
    number: int,
    cells: Mapping[PastedField, str],
    blank: Nomination,
    awards: Mapping[str, Award],
    names: Mapping[str, str],
    *,
    keep_kind: bool,
) -> PastedLine:
    written = cells.get(_F.NAME, "")
    if not written:
        return PastedLine(number, trouble=LineTrouble.NO_NAME)
    name, honorific, gender = _addressed(written)
    kind = blank.kind if keep_kind else RecipientKind.PERSON if honorific else kind_of(name, blank.kind)
    award_id = names.get(fold(cells[_F.AWARD])) if cells.get(_F.AWARD) else blank.award_id
    if not award_id or award_id not in awards:
        return PastedLine(number, trouble=LineTrouble.NO_AWARD)
    if kind not in awards[award_id].recipients:
        return PastedLine(number, trouble=LineTrouble.AWARD_NOT_FOR_KIND)
    person = kind is RecipientKind.PERSON
    birth, remark = _birth(cells.get(_F.BIRTH, ""))
    id_number, masked = _id_number(cells.get(_F.ID_NUMBER, ""))
    notes = "; ".join(part for part in (cells.get(_F.NOTE, ""), remark, masked) if part)
    return PastedLine(
        number,
        replace(
            blank,
            kind=kind,
            name=name,
            honorific=honorific if person else None,
            gender=gender if person else None,
            birth=birth,
            id_number=id_number,
            position=cells.get(_F.POSITION) or None,
            unit=cells.get(_F.UNIT) or blank.unit,
            award_id=award_id,
            citation=cells.get(_F.CITATION) or None,
            note=notes or None,
        ),
    )


def kind_of(name: str, otherwise: RecipientKind) -> RecipientKind:
    """The kind of recipient that a name speaks of."""
    bare = f"{squeeze(name).casefold()} "
    if bare.startswith(_HOUSEHOLD):
        return RecipientKind.HOUSEHOLD
    return RecipientKind.COLLECTIVE if bare.startswith(_COLLECTIVE) else otherwise


def _addressed(written: str) -> tuple[str, str | None, str | None]:
    first, _, rest = written.partition(" ")
    found = _HONORIFICS.get(fold(first).rstrip("."))
    # "Bà" alone and "Ba" as a family name are told apart by what is typed: a title is written "Bà" or "Ông".
    if found is None or not rest or first.rstrip(".").casefold() != found[0].casefold():
        return written, None, None
    return squeeze(rest), *found


def _birth(text: str) -> tuple[str | None, str]:
    """The birth, or the text as a remark where it is neither a year nor a day: nothing is dropped."""
    try:
        return read_birth(text), ""
    except ValueError:
        return None, f"Năm sinh ghi: {text}"


def _id_number(text: str) -> tuple[str | None, str]:
    """The number, or the text as a remark where most of its digits have been masked."""
    return (None, f"Số CCCD ghi: {text}") if is_masked(text) else (tidy_id_number(text) or None, "")


def _cells(row: Sequence[str], table: PastedTable) -> dict[PastedField, str]:
    return {
        found: squeeze(cell) for found, cell in zip(table.fields, row, strict=False) if found is not PastedField.SKIP
    }


def _of_heading(cell: str) -> PastedField | None:
    words = fold(cell)
    for found, headings in _HEADINGS:
        if words and any(words == heading or (len(heading) > 3 and heading in words) for heading in headings):
            return found
    return None


def _once(fields: Iterable[PastedField]) -> tuple[PastedField, ...]:
    """Each field once; a column that repeats one is left out."""
    seen: set[PastedField] = set()
    kept: list[PastedField] = []
    for found in fields:
        kept.append(_F.SKIP if found in seen else found)
        seen.add(found)
    return tuple(kept)


def _by_content(columns: Sequence[Sequence[str]], names: Mapping[str, str]) -> tuple[PastedField, ...]:
    rest = iter((_F.NAME, _F.POSITION, _F.UNIT, _F.CITATION, _F.NOTE))
    return _once(_of_content(cells, names) or next(rest, _F.SKIP) for cells in columns)


def _of_content(cells: Sequence[str], names: Mapping[str, str]) -> PastedField | None:
    def mostly(test: Callable[[str], bool]) -> bool:
        return bool(cells) and sum(test(cell) for cell in cells) * 2 > len(cells)

    if not cells:
        return _F.SKIP
    if mostly(lambda cell: fold(cell) in names):
        return _F.AWARD
    if mostly(lambda cell: bool(re.fullmatch(r"\d{9}|\d{12}", tidy_id_number(cell)))):
        return _F.ID_NUMBER
    if mostly(_is_birth):
        return _F.BIRTH
    return _F.SKIP if mostly(lambda cell: cell.strip().rstrip(".").isdigit()) else None


def _is_birth(cell: str) -> bool:
    try:
        return read_birth(cell) is not None
    except ValueError:
        return False

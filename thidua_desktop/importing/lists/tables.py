"""Finding the heading of a table: one row or several, merged or not, wherever it begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.awards import award_phrase, speaks_of_award
from thidua_desktop.importing.lists.headings import field_of, field_under
from thidua_desktop.importing.lists.lines import Line
from thidua_desktop.importing.lists.people import addressed, first_part, is_personal_name
from thidua_desktop.importing.lists.vocabulary import kinds_in, only_kind

_F = ListField
_DEEPEST = 3
_NUMBERED = re.compile(r"[(\[]?(\d{1,2})[)\]]?|[A-ZĐ]|\d{1,2}\s*=.*")
_DIGITS = re.compile(r"\d{1,4}\.?")
_ENOUGH = 4
_WORDED = (_F.AWARD, _F.CITATION, _F.NOTE, _F.OTHER, _F.KIND)
"""What a heading over names may be taken for: "Nội dung đề nghị"."""
_RECIPIENTS = re.compile(r"(?:tong )?so(?: luong)? (?:tap the|ca nhan|ho gia dinh)\b.*")
_OF_LISTS = (_F.BIRTH, _F.POSITION, _F.ID_NUMBER, _F.AWARD, _F.AWARD_MARK, _F.POSITION_AND_UNIT)
_SEXES = ("ong", "ba", "nam", "nu")
_COUNTS = re.compile(r"(?:tong )?so (?!hieu|dinh danh|cccd|tt)|ty le|tong|cong|so luong|%")
_IS_COUNT = re.compile(r"(?:tong )?(?:so|sl|ty le|tong)\b|.*%|.*\((?:so|sl|ty le)\b")
"""Begins "Số LĐTT", "Tỷ lệ CSTĐCS": how many, not who."""
_INNER = re.compile(r"(?:ten )?(?:phan xuong|xuong|to san xuat|thon|xom|ap|to dan pho|chi (?:doan|doi|hoi|bo))")
"""Units that lie inside of others, though they stand alone in many lists."""
_SAMPLE = 12
_MOSTLY = 0.6
_ONCE = frozenset(_F) - {
    *(_F.OTHER, _F.NAME, _F.FAMILY_NAME, _F.AWARD, _F.AWARD_MARK, _F.NOTE, _F.CITATION, _F.ORDINAL, _F.POSITION),
    _F.KIND,
}
_NAMES = (_F.NAME, _F.GIVEN_NAME)
_OF_PERSONS = re.compile(r"\bho\b.*\bten\b|\bhoten\b|ca nhan")
_OF_SOMEBODY = re.compile(r"\bho,? ?(?:va )?ten\b")
_LONG_CELL = 130
_WIDEST = 120
"""Heading cells; a form of the state has thirty, beyond that it is no list."""
_YEAR = re.compile(r"20\d\d")
_POST_IN_BRACKETS = re.compile(r"\([^()]*\b(?:chuc vu|chuc danh|nghe nghiep|vi tri|nhiem vu|cong viec)\b")
_PROPOSED = re.compile(r"\b(?:de nghi|dang ky|xet tang|trinh)\b")


@dataclass(frozen=True)
class Header:
    """The heading of a table: what each column holds and how it is called."""

    fields: Mapping[int, ListField]
    headings: Mapping[int, str]
    depth: int
    kind: RecipientKind | None = None
    """The only kind that the name heading speaks of."""
    unsure: bool = False
    """No heading names a person or collective, a unit stands in for it, and no column is for ordinals."""
    promoted: bool = False
    """No heading names a person or collective, so that the column for units is taken for the names."""
    award: str | None = None
    """Named by the heading of the names: "Cá nhân đề nghị tặng Bằng khen của …"."""
    names_go_on: int | None = None
    """A column without a heading that holds the last word of the names."""
    stands_once: frozenset[ListField] = frozenset()
    """Fields that are written only in the first of the rows to which they belong."""
    names_in_marks: bool = False
    """Names stand below the awards, instead of crosses."""
    guessed: frozenset[int] = frozenset()
    """Columns that only their content, or some of the words of their heading, explain."""
    twin: int | None = None
    """Where the same heading begins once more, for a second half of the list beside the first."""
    words: frozenset[str] = field(default_factory=frozenset)
    """The heading cells without diacritics, to know the heading again on the next page."""

    def columns(self, wanted: ListField) -> list[int]:
        """The columns of a field, left to right."""
        return self._by_field.get(wanted, [])

    @cached_property
    def posts_in_brackets(self) -> bool:
        """Whether brackets behind the names hold posts: "Họ và tên (chức vụ)"."""
        return any(_POST_IN_BRACKETS.search(fold(self.headings[at])) for at in self.columns(_F.NAME))

    @cached_property
    def _by_field(self) -> Mapping[ListField, list[int]]:
        found: dict[ListField, list[int]] = {}
        for column in sorted(self.fields):
            found.setdefault(self.fields[column], []).append(column)
        return found

    def has(self, *wanted: ListField) -> bool:
        """Whether any of the fields has a column."""
        return any(found in wanted for found in self.fields.values())

    def repeated_by(self, line: Line) -> bool:
        """Whether a row is this heading (or a row of it) once more."""
        cells = [fold(cell) for cell in line.cells.values()]
        return len(cells) > 1 and sum(cell in self.words for cell in cells) * 4 >= len(cells) * 3


def header_at(lines: Sequence[Line], at: int) -> Header | None:
    """The heading that begins at a line, of one to three rows; None where none begins."""
    best: tuple[int, Header] | None = None
    if not 2 <= len(lines[at].cells) <= _WIDEST:
        return None
    for depth in range(1, _DEEPEST + 1):
        rows = lines[at : at + depth]
        if len(rows) < depth or not all(line.is_row and _may_head(line) for line in rows):
            break
        if depth > 1 and not _goes_below(rows[0], rows[-1]):
            break
        found = _header(rows)
        if found is None or found.promoted:
            below = lines[at + depth : at + depth + _SAMPLE]
            found = _with_names_below(rows, below, unknown_only=found is not None) or found
        if found is not None and depth > 1 and _is_above(rows, found):
            return None
        if found is not None:
            score = _score(found)
            if best is None or score > best[0] or _divided(rows) or _under_merged(rows):
                best = (score, found)
    return best[1] if best else None


def _score(header: Header) -> int:
    return sum(known is not _F.OTHER for known in header.fields.values())


def _is_above(rows: Sequence[Line], found: Header) -> bool:
    """Whether the first row only stands above a heading that is whole without it: a letterhead, a title."""
    if sum(field_of(text) is not None for text in rows[0].cells.values()) > 1:
        return False
    below = _header(rows[1:])
    return below is not None and _score(below) >= _score(found)


def is_number_row(line: Line) -> bool:
    """Whether a row numbers the columns: 1 | 2 | 3, A | B | 1 | 2, 1=(2+3)."""
    cells = list(line.cells.values())
    if len(cells) < 2:
        return False
    found = [_NUMBERED.fullmatch(cell) for cell in cells]
    numbers = [int(seen[1]) for seen in found if seen is not None and seen[1]]
    rising = all(b == a + 1 for a, b in pairwise(numbers))
    return all(found) and len(numbers) >= 1 and rising and numbers[0] <= 3


def _may_head(line: Line) -> bool:
    cells = list(line.cells.values())
    if not cells or is_number_row(line):
        return False
    return not any(_DIGITS.fullmatch(cell) or len(cell) > _LONG_CELL for cell in cells)


def _goes_below(first: Line, below: Line) -> bool:
    """Whether a row can be a lower row of a heading: under merged cells or where the first row is empty."""
    if first.cells.keys() == below.cells.keys() and not any(width > 1 for width in first.widths.values()):
        return False
    named = [column for column, text in first.cells.items() if field_of(text) in _NAMES and first.widths[column] == 1]
    return not any(column in below.cells for column in named)


def _divided(rows: Sequence[Line]) -> bool:
    """Whether the last row only divides columns of the rows above: Nam | Nữ, ngày | tháng | năm, awards, known "
    "words."""
    cells = rows[-1].cells
    known = sum(
        bool(field_of(text)) or fold(text) in ("nam", "nu", "ngay", "thang") or speaks_of_award(text)
        for text in cells.values()
    )
    return len(cells) > 1 and known == len(cells)


def _under_merged(rows: Sequence[Line]) -> bool:
    """Whether all cells of the last row stand under cells that are merged over several columns."""
    above = rows[-2] if len(rows) > 1 else None
    if above is None or len(rows[-1].cells) < 2:
        return False
    wide = [range(at, at + width) for at, width in above.widths.items() if width > 1]
    return all(any(column in area for area in wide) for column in rows[-1].cells)


def _with_names_below(rows: Sequence[Line], body: Sequence[Line], *, unknown_only: bool) -> Header | None:
    """The heading where nothing in it says name, but the cells below one of its unknown columns are names."""
    fields = {column: field_of(text) for line in rows for column, text in line.cells.items()}
    known = {column for column, found in fields.items() if found is not None}
    if len(known) < (2 if _F.ORDINAL in fields.values() else _ENOUGH - 1):
        return None
    others = [at for at, found in sorted(fields.items()) if found in (None, _F.KIND)]
    if not unknown_only:
        others += [at for at, found in sorted(fields.items()) if found in _WORDED]
    for column in others:
        below = [line.cells[column] for line in body if line.is_row and column in line.cells]
        named = sum(is_personal_name(first_part(text)) or addressed(text) for text in below)
        if below and named >= _MOSTLY * len(below):
            return _header(rows, column)
    return None


def _header(rows: Sequence[Line], named_column: int | None = None) -> Header | None:
    columns = sorted({column for line in rows for column in line.cells})
    stacks = {column: _stack(rows, column) for column in columns}
    depth = len(rows)
    parted = _parted(rows)
    columns = [column for column in columns if column not in parted]
    fields: dict[int, ListField] = {}
    for column in columns:
        stack = stacks[column]
        fields[column] = _field(stack) or _F.OTHER
    known = sum(_field(stacks[column]) is not None for column in columns)
    if named_column is not None:
        fields[named_column] = _F.NAME
    named = any(found in (*_NAMES, _F.FAMILY_NAME) for found in fields.values())
    twin = _twin(columns, stacks)
    if twin is not None:
        columns = [column for column in columns if column < twin]
        fields = {column: fields[column] for column in columns}
    fields = _this_year(_one_name(_with_name(fields, stacks), stacks), stacks)
    fields = _settled(_one_number(fields, stacks), stacks)
    if not any(found in _NAMES for found in fields.values()):
        return None
    if not named and known < 3 and _F.ORDINAL not in fields.values():
        return None
    if known < 2 or known * 2 < len(columns) or _counts_recipients(fields, stacks):
        return None
    headings = {column: squeeze(" – ".join(stacks[column])) for column in fields}
    words = frozenset(fold(cell) for line in rows for cell in line.cells.values())
    names = [headings[column] for column, found in fields.items() if found is _F.NAME]
    unsure = not named and _F.ORDINAL not in fields.values()
    award = next((found for name in names if (found := award_phrase(name))), None)
    kind = _kind_of(names)
    return Header(fields, headings, depth, kind, unsure, promoted=not named, award=award, twin=twin, words=words)


def _counts_recipients(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> bool:
    """Whether a heading is that of a table of numbers: "Tên đơn vị | Số tập thể | Số cá nhân"."""
    counted = sum(_RECIPIENTS.fullmatch(fold(" ".join(stacks[at]))) is not None for at in fields)
    return counted > 1 and not any(found in _OF_LISTS for found in fields.values())


def _parted(rows: Sequence[Line]) -> set[int]:
    """Columns that only lie under a merged cell which the rows below it divide among others."""
    found: set[int] = set()
    for order, line in enumerate(rows[:-1]):
        below = {column for later in rows[order + 1 :] for column in later.cells}
        for at, width in line.widths.items():
            area = set(range(at, at + width))
            if width > 1 and area & below:
                found |= area - below
    return found


def _stack(rows: Sequence[Line], column: int) -> tuple[str, ...]:
    """The heading cells that stand over a column, top first; a merged or empty one counts for the columns beside it."""
    found: list[str] = []
    for order, line in enumerate(rows):
        text = line.cells.get(column)
        if text is None and order < len(rows) - 1:
            left = max((at for at in line.cells if at < column), default=None)
            merged = left is not None and left + line.widths[left] > column
            # Without merged cells (.xls, .ods, text) an empty cell above a sub-heading belongs to its neighbour.
            if left is not None and (merged or (column in rows[-1].cells and left in rows[-1].cells)):
                text = line.cells[left]
        if text:
            found.append(text)
    return tuple(dict.fromkeys(found))


def _twin(columns: Sequence[int], stacks: Mapping[int, tuple[str, ...]]) -> int | None:
    """Where a heading of at least two columns begins again word for word: two halves of a list side by side."""
    words = [fold(" ".join(stacks[column])) for column in columns]
    half = len(words) // 2
    if half < 2 or len(words) % 2 or words[:half] != words[half:]:
        return None
    return columns[half] if any(_field(stacks[column]) in _NAMES for column in columns[:half]) else None


def _with_name(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """The column behind the ordinals holds the names where no heading says so and three others are known."""
    ordinals = [column for column, found in fields.items() if found is _F.ORDINAL]
    known = sum(found is not _F.OTHER for found in fields.values())
    behind = sorted(column for column in fields if ordinals and column > ordinals[0])[:1]
    if known < _ENOUGH or not behind or _field(stacks[behind[0]]) is not None:
        return dict(fields)
    if any(found in (*_NAMES, _F.FAMILY_NAME) for found in fields.values()):
        return dict(fields)
    return {**fields, behind[0]: _F.NAME}


def _one_number(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """Of an old and a new identity number the new one."""
    numbers = [column for column, found in fields.items() if found is _F.ID_NUMBER]
    new = [column for column in numbers if re.search(r"cccd|can cuoc|dinh danh", fold(" ".join(stacks[column])))]
    old = {column: _F.OTHER for column in numbers if len(new) == 1 and column not in new}
    return {**fields, **old}


def _this_year(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """Of several award columns those of former years are no part of a nomination."""
    words = {at: fold(" ".join(stacks[at])) for at, found in fields.items() if found in (_F.AWARD, _F.AWARD_MARK)}
    years = {at: max(map(int, found)) for at, text in words.items() if (found := _YEAR.findall(text))}
    meant = {at for at, text in words.items() if _PROPOSED.search(text)}
    if not meant and len(years) == len(words):
        meant = {at for at in years if years[at] == max(years.values())}
    former = {at for at in words.keys() - meant if at in years or "cac nam" in words[at]} if meant else set()
    return {at: _F.OTHER if at in former else found for at, found in fields.items()}


def _field(stack: tuple[str, ...]) -> ListField | None:
    *parents, last = stack
    if fold(last) in _SEXES and any(field_of(parent) is _F.NAME for parent in parents):
        return _F.NAME  # "Ông" and "Bà" below "Họ và tên"
    found = field_under(tuple(parents), last)
    if found in (None, _F.AWARD) and speaks_of_award(last) and _IS_COUNT.match(fold(last)):
        return _F.OTHER
    if found in (None, _F.AWARD) and speaks_of_award(last) and field_of(last) is None:
        return _F.AWARD_MARK
    if found in (None, _F.AWARD) and field_of(last) is None and any(award_phrase(parent) for parent in parents):
        return _F.AWARD_MARK  # "Hạng Nhất" below "Huân chương Lao động"
    return found


def _settled(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """Each field once; a unit or form of address is the name where no other column can be."""
    kept: dict[int, ListField] = {}
    fields = _by_level(fields, stacks)
    has_unit = _F.UNIT in fields.values()
    for column in sorted(fields):
        found = fields[column]
        repeated = found in _ONCE and found in kept.values()
        kept[column] = _second(found, kept, has_unit=has_unit) if repeated else found
    if not any(found in _NAMES for found in kept.values()):
        _promote(kept, stacks)
    if _F.NAME in kept.values() and _F.GIVEN_NAME in kept.values():
        kept |= {at: _F.FAMILY_NAME for at, found in kept.items() if found is _F.NAME}
    if _F.BIRTH_MONTH in kept.values() and _F.BIRTH in kept.values():
        kept[_column(kept, _F.BIRTH)] = _F.BIRTH_YEAR
    if {_F.BIRTH_DAY, _F.BIRTH_MONTH} <= set(kept.values()):
        kept |= {at: _F.BIRTH_YEAR for at in kept if stacks[at][-1].casefold() == "năm"}
    if _F.BIRTH_YEAR not in kept.values():
        kept |= {at: _F.OTHER for at, found in kept.items() if found in (_F.BIRTH_DAY, _F.BIRTH_MONTH)}
    return kept


def _by_level(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> Mapping[int, ListField]:
    """Of two unit columns the inner one is the department where its heading says so: "Phân xưởng | Chi nhánh"."""
    units = [column for column in sorted(fields) if fields[column] is _F.UNIT]
    inner = [column for column in units if _INNER.fullmatch(fold(stacks[column][-1]))]
    if len(units) != 2 or len(inner) != 1 or _F.DEPARTMENT in fields.values():
        return fields
    return {**fields, inner[0]: _F.DEPARTMENT}


def _one_name(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> dict[int, ListField]:
    """Of several name columns the one for persons; "Tên đơn vị" beside it is the unit."""
    names = [column for column, found in fields.items() if found is _F.NAME]
    words = {column: fold(" ".join(stacks[column])).replace("_", " ") for column in names}
    if len(names) == len(_SEXES) // 2 and all(fold(stacks[column][-1]) in _SEXES for column in names):
        return dict(fields)
    chosen = next((column for column in names if _OF_PERSONS.search(words[column])), names[0] if names else None)
    kinds = [only_kind(words[column]) for column in names]
    if len(names) > 1 and None not in kinds and len(set(kinds)) == len(kinds):
        return dict(fields)  # collectives and persons have columns of their own
    others = {column: _F.UNIT if "don vi" in words[column] else _F.OTHER for column in names if column != chosen}
    return {**fields, **others}


def _promote(kept: dict[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> None:
    counts = sum(_COUNTS.match(fold(stacks[at][-1])) is not None for at in kept)
    statistics = counts > 1 and counts * 2 >= len(kept) - 1  # "Đơn vị | Số tập thể | Số cá nhân"
    for stand_in in (_F.HONORIFIC, _F.UNIT, _F.DEPARTMENT):
        if stand_in in kept.values():
            if statistics and not fold(stacks[_column(kept, stand_in)][-1]).startswith("ten "):
                return
            kept[_column(kept, stand_in)] = _F.NAME
            return


def _column(kept: Mapping[int, ListField], wanted: ListField) -> int:
    return next(at for at, found in kept.items() if found is wanted)


def _second(found: ListField, kept: Mapping[int, ListField], *, has_unit: bool) -> ListField:
    if found is _F.UNIT and _F.DEPARTMENT not in kept.values():
        return _F.DEPARTMENT
    if found is _F.DEPARTMENT and not has_unit:
        return _F.UNIT  # "Đội" and "Phòng", both below the sender
    return _F.OTHER


def _kind_of(headings: Sequence[str]) -> RecipientKind | None:
    for heading in headings:
        words = fold(heading)
        if re.search(r"\bchu ho\b", words):
            return RecipientKind.HOUSEHOLD
        if kinds_in(heading) and not (only_kind(heading) is not RecipientKind.PERSON and _OF_SOMEBODY.search(words)):
            return only_kind(heading) if "don vi" not in words or "tap the" in words else None
        if re.search(r"\bdon vi\b|\bphong\b|\bto chuc\b", words) and not {"ho", "vien"} & set(words.split()):
            return RecipientKind.COLLECTIVE
        if re.search(r"\bho\b.*\bten\b|\bhoten\b|nguoi|tac gia", words):
            return None if kinds_in(heading) else RecipientKind.PERSON
    return None

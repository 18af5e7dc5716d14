"""Finding the heading of a table: one row or several, merged or not, wherever it begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListField
from thidua_desktop.importing.lists.above.groups import labelled, names_group
from thidua_desktop.importing.lists.above.titles import lists_collectives
from thidua_desktop.importing.lists.headings.form_labels import names_somebody_by_label
from thidua_desktop.importing.lists.headings.headings import field_of, likely_field
from thidua_desktop.importing.lists.headings.settling import (
    both_sexes,
    one_name,
    one_number,
    settled,
    this_year,
    twin_of,
    with_name,
)
from thidua_desktop.importing.lists.headings.stacks import field_of_stack, parted, stack_over
from thidua_desktop.importing.lists.headings.under_awards import awards_with_names, names_under_awards, own_awards
from thidua_desktop.importing.lists.meanings.awards import award_phrase, speaks_of_award
from thidua_desktop.importing.lists.meanings.lines import Line
from thidua_desktop.importing.lists.meanings.people import addressed, first_part, is_personal_name
from thidua_desktop.importing.lists.meanings.vocabulary import is_household, is_unit, kinds_in, only_kind, sort_of

_F = ListField
_DEEPEST = 3
_NUMBERED = re.compile(r"[(\[]?(\d{1,2})[)\]]?|[A-ZĐ]|\d{1,2}\s*=.*")
_SIGN = re.compile(r"\(?(?:[A-ZĐ]|\d)\)?")
"""Heads a column of crosses whose meaning a note explains."""
_YEAR = re.compile(r"20\d\d")
_MANY = re.compile(r"(?:can bo|nhan dan|tap the|toan the|quan va dan|ba con|phu huynh|ban|cac|doi ngu)\b")
"""Begins the name of a collective that is no unit: "Cán bộ, nhân dân bản Mẫu"."""
_DIGITS = re.compile(r"\d{1,4}\.?")
_ENOUGH = 4
_WORDED = (_F.AWARD, _F.CITATION, _F.NOTE, _F.OTHER, _F.KIND)
"""What a heading over names may be taken for: "Nội dung đề nghị"."""
_RECIPIENTS = re.compile(r"(?:tong )?so(?: luong)? (?:tap the|ca nhan|ho gia dinh)\b.*")
_OF_LISTS = (_F.BIRTH, _F.POSITION, _F.ID_NUMBER, _F.AWARD, _F.AWARD_MARK, _F.POSITION_AND_UNIT)
_FEWEST = _LABEL_AND_WORDS = 2
_LETTERS, _FEWEST_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 3
_IN_CHARGE = re.compile(
    r"(?:(?:ho (?:va )?)?ten )?(?:gvcn|gv chu nhiem|giao vien chu nhiem|nguoi phu trach|lop truong|to truong|dai dien)"
    r"(?: lop)?"
)
_SAMPLE = 12
_FAR = 60
"""Rows in which names below awards are looked for; some awards have few."""
_MOSTLY = 0.6
_NAMES = (_F.NAME, _F.GIVEN_NAME)
_WORD = re.compile(r"\w+")
_UNIT_OR_SOMEBODY = re.compile(r"(?:ten )?(?:don vi|phong|to chuc|bo phan|khoa|truong)\b.*\bho\b.*\bten\b")
"""Over units and the persons below them: "Đơn vị/Họ và tên"."""
_OF_SOMEBODY = re.compile(r"\bho,? ?(?:va )?ten\b")
_OF_UNITS = (_F.UNIT, _F.DEPARTMENT, _F.FAMILY_NAME, _F.CITATION)
"""What a heading over collectives may be taken for: "Đơn vị", "Lớp", "Hộ", "Mô hình"."""
_LONG_CELL = 130
_WIDEST = 120
"""Heading cells; a form of the state has thirty, beyond that it is no list."""
_OF_LETTERHEAD = re.compile(r"\bcong hoa xa hoi chu nghia\b|\bdoc lap ?[-–] ?tu do\b|^dang cong san viet nam$")
_POST_IN_BRACKETS = re.compile(r"\([^()]*\b(?:chuc vu|chuc danh|nghe nghiep|vi tri|nhiem vu|cong viec)\b")


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
    dashed: frozenset[int] = frozenset()
    """Columns in which a dash says "as above"."""
    marks_with_names: frozenset[int] = frozenset()
    """Columns of awards in which names stand, instead of crosses."""
    ringed: frozenset[int] = frozenset()
    """Columns named for awards in which rings tick somebody."""
    only_counts: bool = False
    """The columns named for awards say how many of a unit have them, and no row is one of a person."""
    guessed: frozenset[int] = frozenset()
    """Columns that only their content, or some of the words of their heading, explain."""
    unheaded: frozenset[int] = frozenset()
    """Columns without a heading, which their content explains."""
    twin: int | None = None
    """Where the same heading begins once more, for a second half of the list beside the first."""
    words: frozenset[str] = field(default_factory=frozenset)
    """The heading cells without diacritics, to know the heading again on the next page."""

    def columns(self, wanted: ListField) -> list[int]:
        """The columns of a field, left to right."""
        return self._by_field.get(wanted, [])

    @cached_property
    def ordinals_at(self) -> int | None:
        """The column of the ordinals."""
        return next(iter(self.columns(_F.ORDINAL)), None)

    @property
    def names_in_marks(self) -> bool:
        """Whether names stand below the awards."""
        return bool(self.marks_with_names)

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
        if depth > 1 and _is_group(rows[-1], rows[0]):
            break
        if len(rows) < depth or not all(
            line.is_row and (_may_head(line) or _signs_columns(line, rows) or _has_years(line, rows)) for line in rows
        ):
            break
        if depth > 1 and not _goes_below(rows[0], rows[-1]):
            break
        found = _header(rows, above=lines[:at])
        if found is None or found.promoted:
            below = lines[at + depth : at + depth + _SAMPLE]
            found = _with_names_below(rows, below, unknown_only=found is not None, above=lines[:at]) or found
        if found is None and (named := awards_with_names(rows[-1].cells, lines[at + depth : at + depth + _SAMPLE])):
            found = _header(rows, named[0])
        if found is None:
            found = _with_units_below(rows, lines[at + depth : at + depth + _SAMPLE], lines[:at])
        if found is not None and depth > 1 and _is_above(rows, found):
            return None
        if found is not None:
            score = _score(found)
            if best is None or score > best[0] or _divided(rows) or _under_merged(rows):
                best = (score, found)
    return _by_awards(best[1], lines[at + best[1].depth :]) if best else None


def _by_awards(found: Header, body: Sequence[Line]) -> Header:
    """The heading with the awards below which names stand; what it took for names is the unit then."""
    named = names_under_awards(found.fields, found.headings, body[:_FAR])
    if not named:
        return found
    unit = _F.DEPARTMENT if _F.UNIT in found.fields.values() else _F.UNIT
    fields = {at: unit if known in _NAMES else known for at, known in found.fields.items()}
    fields |= dict.fromkeys(own_awards(found.fields, named, body[:_FAR]), _F.AWARD)
    fields |= dict.fromkeys(named, _F.AWARD_MARK)
    return replace(found, fields=fields, kind=None, award=None, marks_with_names=named)


def _score(header: Header) -> int:
    return sum(known is not _F.OTHER for known in header.fields.values())


def _is_above(rows: Sequence[Line], found: Header) -> bool:
    """Whether the first row only stands above a heading that is whole without it: a letterhead, a title."""
    if any(_OF_LETTERHEAD.search(fold(text)) for text in rows[0].cells.values()):
        return True
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
    if len(cells) >= _FEWEST_LETTERS and "".join(cells) == _LETTERS[: len(cells)]:
        return True  # A | B | C | D
    return all(found) and len(numbers) >= 1 and rising and numbers[0] <= 3


def _may_head(line: Line) -> bool:
    cells = list(line.cells.values())
    if not cells or is_number_row(line):
        return False
    if any(":" in cell and names_somebody_by_label(cell) for cell in cells):
        return False  # a form
    return not any(_DIGITS.fullmatch(cell) or len(cell) > _LONG_CELL for cell in cells)


def _signs_columns(line: Line, rows: Sequence[Line]) -> bool:
    """Whether 1 | 2 | 3 stand below one merged cell only, as signs for the awards that a note explains."""
    above = rows[0]
    if line is above or not (is_number_row(line) or all(map(_YEAR.fullmatch, line.cells.values()))):
        return False
    wide = [range(at, at + width) for at, width in above.widths.items() if width > 1]
    return any(all(column in area for column in line.cells) for area in wide)


def _has_years(line: Line, rows: Sequence[Line]) -> bool:
    """Whether a row has years below one merged cell, and words below others: "2023 | 2024 | Danh hiệu"."""
    wide = [range(at, at + width) for at, width in rows[0].widths.items() if width > 1]
    years = {at for at, text in line.cells.items() if _YEAR.fullmatch(text)}
    if line is rows[0] or not years or not all(any(at in area for area in wide) for at in years):
        return False
    rest = [text for at, text in line.cells.items() if at not in years]
    return bool(rest) and not any(_DIGITS.fullmatch(text) or len(text) > _LONG_CELL for text in rest)


def _is_group(line: Line, first: Line) -> bool:
    """Whether a row below a heading is a group: an award or a kind alone, left of all that the heading names."""
    at = min(line.cells, default=0)
    return len(line.cells) == 1 and at < min(first.cells) and names_group(labelled(line.cells[at]).rest)


def _goes_below(first: Line, below: Line) -> bool:
    """Whether a row can be a lower row of a heading: under merged cells or where the first row is empty."""
    if first.cells.keys() == below.cells.keys() and not any(width > 1 for width in first.widths.values()):
        return False
    named = [column for column, text in first.cells.items() if field_of(text) in _NAMES and first.widths[column] == 1]
    divided = all(map(speaks_of_award, below.cells.values()))  # "TẬP THỂ" over "TTLĐTT", without merged cells
    return not any(column in below.cells and not (divided and only_kind(first.cells[column])) for column in named)


def _divided(rows: Sequence[Line]) -> bool:
    """Whether the last row only divides columns of the rows above: Nam | Nữ, ngày | tháng | năm, awards."""
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


def _with_names_below(
    rows: Sequence[Line], body: Sequence[Line], *, unknown_only: bool, above: Sequence[Line] = ()
) -> Header | None:
    """The heading where nothing in it says name, but the cells below one of its unknown columns are names."""
    fields = {column: field_of(text) for line in rows for column, text in line.cells.items()}
    known = {column for column, found in fields.items() if found is not None}
    if len(known) < (2 if _F.ORDINAL in fields.values() else _ENOUGH - 1):
        return None
    others = [at for at, found in sorted(fields.items()) if found in (None, _F.KIND)]
    if not unknown_only:
        others += [at for at, found in sorted(fields.items()) if found in _WORDED]
    heads = [text for line in rows for text in line.cells.values() if _IN_CHARGE.fullmatch(fold(text))]
    leaders = {text for text in heads if lists_collectives(above)}
    for column in others:
        if leaders and any(line.cells.get(column) in leaders for line in rows):
            continue  # "Lớp | GVCN" of a list of collectives
        rows_below = [line for line in body if line.is_row and column in line.cells]
        full = [line for line in rows_below if len(line.cells) > _LABEL_AND_WORDS] or rows_below
        below = [line.cells[column] for line in full]
        named = sum(map(_is_recipient if fields[column] is _F.KIND else _is_person, below))
        if below and named >= _MOSTLY * len(below):
            return _header(rows, column)
    return None


def _is_person(text: str) -> bool:
    """Whether a cell names somebody, or a household by its head: "Hộ gia đình bà Vi Thị Hà"."""
    named = any(word[:1].isupper() for word in text.split()[2:])
    return is_personal_name(first_part(text)) or addressed(text) or (named and is_household(text))


def _is_recipient(text: str) -> bool:
    """Whether a cell below "Đối tượng" names somebody: it has a name, where a kind has bare words ("Tập thể", "Hộ")."""
    named = any(word[:1].isupper() for word in text.split()[1:]) or any(map(str.isdigit, text))
    collective = is_unit(text) or is_household(text) or _MANY.match(fold(text)) is not None
    return _is_person(text) or (named and collective and not text.isupper())


def _with_units_below(rows: Sequence[Line], body: Sequence[Line], above: Sequence[Line]) -> Header | None:
    """The heading of a list of collectives that calls them by a sort we need not know: "STT | Dòng họ | Số hộ"."""
    fields = {column: field_of_stack((text,)) for line in rows for column, text in line.cells.items()}
    ordinals = [column for column, found in fields.items() if found is _F.ORDINAL]
    behind = min((column for column in fields if ordinals and column > ordinals[0]), default=None)
    if behind is None or fields[behind] not in (None, *_OF_UNITS) or sum(map(bool, fields.values())) < _FEWEST:
        return None
    below = [line.cells[behind] for line in body if line.is_row and behind in line.cells]
    named = sum(is_unit(text) or is_household(text) for text in below)
    if not below or named < _MOSTLY * len(below) or not lists_collectives(above):
        return None
    return _header(rows, behind, above=above)


def _header(rows: Sequence[Line], named_column: int | None = None, above: Sequence[Line] = ()) -> Header | None:
    columns = sorted({column for line in rows for column in line.cells})
    stacks = {column: stack_over(rows, column) for column in columns}
    depth = len(rows)
    divided = parted(rows)
    columns = [column for column in columns if column not in divided]
    fields: dict[int, ListField] = {}
    for column in columns:
        stack = stacks[column]
        fields[column] = field_of_stack(stack) or _F.OTHER
    known = sum(field_of_stack(stacks[column]) is not None for column in columns)
    if named_column is not None:
        fields[named_column] = _F.NAME
    named = any(found in (*_NAMES, _F.FAMILY_NAME) for found in fields.values())
    half = twin_of(columns, stacks)
    if half is not None:
        columns = [column for column in columns if column < half]
        fields = {column: fields[column] for column in columns}
    fields = both_sexes(fields, stacks)
    fields = this_year(one_name(with_name(fields, stacks), stacks), stacks)
    fields = settled(one_number(fields, stacks), stacks, above)
    if not any(found in _NAMES for found in fields.values()) and (likely := _likely_name(fields, stacks)) is not None:
        fields[likely] = _F.NAME
        named = True
    if not any(found in _NAMES for found in fields.values()):
        return None
    if not named and known < 3 and _F.ORDINAL not in fields.values():
        return None
    worded = sum(_SIGN.fullmatch(" ".join(stacks[column])) is None for column in columns)
    if known < 2 or known * 2 < worded or _counts_recipients(fields, stacks):
        return None
    headings = {column: squeeze(" – ".join(stacks[column])) for column in fields}
    words = frozenset(fold(cell) for line in rows for cell in line.cells.values())
    names = [headings[column] for column, found in fields.items() if found is _F.NAME]
    unsure = not named and _F.ORDINAL not in fields.values()
    award = next((found for name in names if (found := award_phrase(name))), None)
    kind = _kind_of(names)
    return Header(fields, headings, depth, kind, unsure, promoted=not named, award=award, twin=half, words=words)


def _likely_name(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> int | None:
    """The column whose heading asks for recipients by some of its words, in a heading that has ordinals and more."""
    known = sum(found is not _F.OTHER for found in fields.values())
    if _F.ORDINAL not in fields.values() or known < _FEWEST:
        return None
    free = [at for at, found in sorted(fields.items()) if found is _F.OTHER]
    return next((at for at in free if likely_field(stacks[at][-1]) is _F.NAME), None)


def _counts_recipients(fields: Mapping[int, ListField], stacks: Mapping[int, tuple[str, ...]]) -> bool:
    """Whether a heading is that of a table of numbers: "Tên đơn vị | Số tập thể | Số cá nhân"."""
    counted = sum(_RECIPIENTS.fullmatch(fold(" ".join(stacks[at]))) is not None for at in fields)
    return counted > 1 and not any(found in _OF_LISTS for found in fields.values())


def _kind_of(headings: Sequence[str]) -> RecipientKind | None:
    for heading in headings:
        words = fold(heading)
        if re.search(r"\bchu ho\b", words):
            return RecipientKind.HOUSEHOLD
        if kinds_in(heading) and not (only_kind(heading) is not RecipientKind.PERSON and _OF_SOMEBODY.search(words)):
            return only_kind(heading) if "don vi" not in words or "tap the" in words else None
        if re.search(r"\bdon vi\b|\bphong\b|\bto chuc\b", words) and not {"ho", "vien"} & set(_WORD.findall(words)):
            return RecipientKind.COLLECTIVE
        if _UNIT_OR_SOMEBODY.match(words):
            return None
        if re.search(r"\bho\b.*\bten\b|\bhoten\b|nguoi|tac gia", words):
            return None if kinds_in(heading) else RecipientKind.PERSON
        if (sort := sort_of(heading)) is not None:
            return sort
    return None

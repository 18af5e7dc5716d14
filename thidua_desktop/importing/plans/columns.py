"""What the columns of a table hold, told by its heading or, without one, by the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.importing.plans.lines import Line
from thidua_desktop.importing.plans.text import plain
from thidua_desktop.importing.plans.times import Moment, moments
from thidua_desktop.importing.plans.verbs import starts_duty, starts_unit


class Column(StrEnum):
    """What a column tells."""

    ORDINAL = "ordinal"
    TEXT = "text"
    TIME = "time"
    LEAD = "lead"
    COORDINATE = "coordinate"
    PRODUCT = "product"
    MARK = "mark"
    """A quarter or month of its own, ticked where the work falls into it."""
    OTHER = "other"


_ORDINAL = re.compile(r"(?:s\.?\s?)?t\.?\s?t\.?|so tt|so thu tu|thu tu|so|no\.?|#")
_WORDS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    (
        Column.LEAD,
        re.compile(
            r"chu tri|phu trach|chiu trach nhiem|dau moi|nguoi |phan cong|don vi|co quan|bo phan|can bo|"
            r"cap thuc hien|thuc hien$|luc luong|truong doan|doan (?:kiem tra|cong tac)|thanh vien"
        ),
    ),
    (Column.COORDINATE, re.compile(r"phoi hop")),
    (
        Column.TEXT,
        re.compile(
            r"noi dung|nhiem vu|cong viec|hoat dong|\bten\b|dau viec|phan viec|cong tac|viec (?:lam|can)|"
            r"chu diem|chuyen de|dot thi dua|phong trao"
        ),
    ),
    (
        Column.TIME,
        re.compile(
            r"thoi gian|thoi han|tien do|^thu$|thu ngay|ngay thu|ngay thang|^buoi\b|"
            r"\bhan\b|thoi diem|^thang\b|^quy\b|^ngay\b|^tuan\b|hoan thanh|"
            r"\blich\b|bat dau|ket thuc|moc|thang, nam|thang/nam"
        ),
    ),
    (Column.PRODUCT, re.compile(r"san pham|ket qua|dau ra|hinh thuc van ban|minh chung")),
    (
        Column.OTHER,
        re.compile(
            r"ghi chu|dia diem|kinh phi|so luong|thanh phan|doi tuong|chi tieu|hinh thuc|bien phap|yeu cau|"
            r"muc |dieu chinh|theo doi|lanh dao|chi dao|noi to chuc|diem|tieu chi|trong so"
        ),
    ),
)
_WORK_HEAD = re.compile(r"noi dung|nhiem vu|cong viec|hoat dong|dau viec|phan viec|viec lam")
_MONTH_HEAD = re.compile(r"(?:t|thang)?\s*\.?\s*(0?[1-9]|1[0-2])")
_MARKED = re.compile(r"[xX✓✔√vV*+●•☒☑1]")


@dataclass(frozen=True, slots=True)
class Columns:
    """The kinds of a table's columns in order; ``marks`` the time of each ticked column."""

    kinds: tuple[Column, ...]
    marks: tuple[Moment | None, ...] = ()
    headed: bool = True
    heads: tuple[str, ...] = ()
    """The headings in plain form."""

    def places(self, kind: Column) -> list[int]:
        """Where the columns of a kind stand."""
        return [place for place, found in enumerate(self.kinds) if found is kind]

    @property
    def text(self) -> int:
        """Where the work itself stands."""
        return self.places(Column.TEXT)[0]

    @property
    def parted(self) -> bool:
        """Whether the table has time or units of its own, as a schedule has."""
        return any(kind in (Column.TIME, Column.LEAD, Column.COORDINATE, Column.MARK) for kind in self.kinds)


def kind_of_heading(cell: str) -> Column | None:
    """What a column with this heading holds, or None when the cell is no heading that we know."""
    folded = " ".join(re.sub(r"[\n/,;():.–-]+", " ", plain(cell)).split())
    if not folded or len(folded) > 70:
        return None
    if _ORDINAL.fullmatch(plain(cell).strip()) or folded in ("tt", "stt", "so tt", "so thu tu", "s t t"):
        return Column.ORDINAL
    if "phoi hop" in folded and not re.search(r"chu tri|thuc hien.*phoi hop|phu trach", folded):
        return Column.COORDINATE
    if folded.startswith("ket qua thuc hien"):
        return Column.OTHER
    places = [
        (found.start(), order, kind) for order, (kind, words) in enumerate(_WORDS) if (found := words.search(folded))
    ]
    return min(places)[2] if places else None


def heading_of(rows: Sequence[Line]) -> tuple[Columns, int] | None:
    """The columns told by the heading rows at the beginning, and how many rows they take."""
    first = rows[0]
    if _holds_work(first):
        return None
    kinds = [kind_of_heading(cell) for cell in first.cells]
    known = [kind for kind in kinds if kind is not None]
    marks = [_mark_of(cell) for cell in first.cells]
    ticked = sum(mark is not None for mark in marks)
    filled = sum(bool(cell) for cell in first.cells)
    if ticked >= 3 and Column.TEXT in known:
        pass
    elif (
        len(set(known)) < 2
        or len(known) < 0.5 * filled
        or any(len(cell) > 90 for cell in first.cells)
        or (Column.TEXT not in known and not (Column.ORDINAL in known or Column.TIME in known))
    ):
        return None
    count = 1
    cells = list(first.cells)
    while count < min(3, len(rows)) and _goes_on(rows[count], cells):
        cells = _merged(cells, rows[count].cells)
        count += 1
    while count < len(rows) and _is_number_row(rows[count]):
        count += 1
    return _columns(cells), count


def _holds_work(row: Line) -> bool:
    """A row with an ordinal or a time of its own is no heading."""
    if any(cell.strip("(). ").isdecimal() for cell in row.cells[:1]):
        return True
    timed = [cell for cell in row.cells if cell and moments(cell, cell=True)]
    return 0 < len(timed) < 3 or any(starts_duty(cell) and len(cell) > 25 for cell in row.cells)


def _goes_on(row: Line, cells: Sequence[str]) -> bool:
    """A second heading row: short words that name columns, no ordinal, nothing below an ordinal's heading."""
    filled = [cell for cell in row.cells if cell]
    if not filled or len(row.cells) < 2 or any(len(cell) > 45 for cell in filled):
        return False
    if _is_number_row(row) or (row.cells[0] and row.cells[0].strip(".").isdecimal()):
        return False
    if all(cell in cells for cell in filled) and len(filled) > 1:
        return True
    named = [cell for cell in filled if kind_of_heading(cell) is not None or _mark_of(cell) is not None]
    return (
        len(filled) >= 2
        and len(named) == len(filled)
        and not any(starts_duty(cell) and len(cell) > 25 for cell in filled)
    )


def _merged(above: list[str], below: Sequence[str]) -> list[str]:
    width = max(len(above), len(below))
    upper = [*above, *[""] * (width - len(above))]
    lower = [*below, *[""] * (width - len(below))]
    made: list[str] = []
    spanning = ""
    for top, bottom in zip(upper, lower, strict=True):
        spanning = top or spanning
        if bottom and bottom != top:
            own = kind_of_heading(bottom)
            made.append(bottom if own is not None or _mark_of(bottom) else f"{spanning} {bottom}".strip())
        else:
            made.append(top)
    return made


def _is_number_row(row: Line) -> bool:
    """(1) (2) (3) under the heading."""
    filled = [cell.strip("()[]. ") for cell in row.cells if cell]
    return len(filled) >= 2 and all(len(cell) <= 2 and (cell.isdecimal() or cell in "ABCD") for cell in filled)


def _columns(cells: Sequence[str]) -> Columns:
    marks = [_mark_of(cell) for cell in cells]
    ticked = sum(mark is not None for mark in marks) >= 3
    kinds = [
        Column.MARK if ticked and mark is not None else kind_of_heading(cell) or Column.OTHER
        for cell, mark in zip(cells, marks, strict=True)
    ]
    if Column.TEXT not in kinds:
        kinds[_text_among(kinds, cells)] = Column.TEXT
    work = [place for place, cell in enumerate(cells) if kinds[place] is Column.TEXT and _WORK_HEAD.search(plain(cell))]
    if work:  # "Chủ điểm" and "Đợt thi đua" beside "Nội dung" only say what the work is for
        kinds = [
            Column.OTHER if kind is Column.TEXT and place not in work else kind for place, kind in enumerate(kinds)
        ]
    return Columns(tuple(kinds), tuple(marks) if ticked else (), heads=tuple(plain(cell) for cell in cells))


_VISITED = re.compile(r"duoc (?:kiem tra|tham|giam sat|khao sat|lam viec|phuc tra)|(?:den|noi) (?:kiem tra|lam viec)")
_UNIT_VISITED = re.compile(
    r"(?:ten )?(?:don vi|co quan|dia phuong|truong|xa|cum|khoi)(?:,? (?:co quan|don vi|dia phuong))*\W*$"
)
_BESIDE = re.compile(
    r"dia diem|noi to chuc|ghi chu|so luong|kinh phi|thanh phan|lanh dao|theo doi|dieu chinh|diem|trong so"
)
"""Columns that only tell about the work of others."""


def _text_among(kinds: Sequence[Column], cells: Sequence[str]) -> int:
    """Where the work stands when no heading says so: a unit to visit, or a column with an unknown heading."""
    heads = [plain(cell) for cell in cells]
    choices = [
        [place for place, head in enumerate(heads) if kinds[place] is Column.LEAD and _VISITED.search(head)],
        [place for place, cell in enumerate(cells) if kinds[place] is Column.OTHER and kind_of_heading(cell) is None],
        [place for place, head in enumerate(heads) if kinds[place] is Column.LEAD and _UNIT_VISITED.match(head)],
        [place for place, head in enumerate(heads) if kinds[place] is Column.OTHER and not _BESIDE.search(head)],
        *([place for place, kind in enumerate(kinds) if kind is wanted]
          for wanted in (Column.OTHER, Column.LEAD, Column.PRODUCT, Column.TIME)),
    ]  # fmt: skip
    return next((places[0] for places in choices if places), len(kinds) - 1)


def _mark_of(cell: str) -> Moment | None:
    folded = plain(cell).strip()
    if len(folded) > 14 or not folded:
        return None
    if _MONTH_HEAD.fullmatch(folded) and not folded.isdecimal():
        return next(iter(moments(f"tháng {_MONTH_HEAD.fullmatch(folded)[1]}", cell=True)), None)  # type: ignore[index]
    found = moments(cell, cell=True)
    return found[0] if len(found) == 1 and found[0].start == 0 else None


def is_tick(cell: str) -> bool:
    """Whether the cell only says that the work falls into its column."""
    return bool(_MARKED.fullmatch(cell.strip()))


def guessed(rows: Sequence[Line]) -> Columns | None:
    """The columns of a table without a heading, told by their cells; None when it does not look like a schedule."""
    width = max(len(row.cells) for row in rows)
    full = [row.cells for row in rows if len(row.cells) == width]
    if width < 2 or not full:
        return None
    kinds = [_guess([cells[place] for cells in full if cells[place]]) for place in range(width)]
    longest = max(range(width), key=lambda place: sum(len(cells[place]) for cells in full))
    if kinds[longest] is Column.ORDINAL:
        return None
    kinds[longest] = Column.TEXT
    kinds = [Column.OTHER if kind is Column.TEXT and place != longest else kind for place, kind in enumerate(kinds)]
    return Columns(tuple(kinds), headed=False)


def _guess(cells: list[str]) -> Column:
    if not cells:
        return Column.OTHER
    half = 0.5 * len(cells)
    if (
        sum(cell.strip("().- ").isdecimal() or cell.strip(". ") in ("I", "II", "III", "IV", "V") for cell in cells)
        > half
    ):
        return Column.ORDINAL
    if sum(len(cell) < 60 and bool(moments(cell, cell=True)) for cell in cells) > half:
        return Column.TIME
    if sum(starts_unit(cell.lstrip("-+ ")) and not starts_duty(cell) for cell in cells) > half:
        return Column.LEAD
    return Column.TEXT

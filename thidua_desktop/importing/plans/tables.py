"""Schedules in tables: rows made whole again, group rows, and what each column says (PLAN-READING 1, 8, 10, 12)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.importing.plans.columns import Column, Columns, guessed, heading_of, is_tick
from thidua_desktop.importing.plans.grids import unglued
from thidua_desktop.importing.plans.joining import Layout, Paragraph, hangs, join
from thidua_desktop.importing.plans.lines import Line
from thidua_desktop.importing.plans.numbering import Marker, find_marker
from thidua_desktop.importing.plans.outline import Builder, RowFacts
from thidua_desktop.importing.plans.sections import attribute_of, is_time_heading
from thidua_desktop.importing.plans.text import mostly_upper, plain, starts_lower, unended, word_count
from thidua_desktop.importing.plans.times import Moment
from thidua_desktop.importing.plans.verbs import starts_duty

_EMPTY_ROW = re.compile(
    r"\(?(?:khong phat sinh.{0,60}|.{0,90}\(khong (?:co|phat sinh)[^)]{0,40}|khong co(?: noi dung| nhiem vu|"
    r" cong viec| hoat dong)?(?: rieng| moi| phat sinh)*|khong|tong(?: cong| so)\b.{0,40}|tong|cong|\.{2,}|…+|-+)\W*"
)
TORN_WORDS = 3
"""A capital after a page's or line's end may be the rest of a name ("Hội Liên hiệp | Phụ nữ"), if it is short."""


@dataclass(slots=True)
class Record:
    """A table row under way: cells by column, the blocks that they came from."""

    cells: list[str]
    blocks: list[int]
    label: str | None = None
    heading: bool = False
    group: bool = False


@dataclass(slots=True)
class TableReader:
    """Reads the rows of one table after the other and hangs them into the outline."""

    builder: Builder
    columns: Columns | None = None
    headings: list[int] = field(default_factory=list)
    """Blocks that are table headings."""
    empty: list[int] = field(default_factory=list)
    """Blocks of rows that say there is no work."""

    def read(self, rows: Sequence[Line]) -> bool:
        """Takes the rows of a table. False when they are no schedule (letterhead, signatures, lines with tabs)."""
        rows = unglued(rows)
        columns = self._columns_for(rows)
        if columns is None:
            return False
        self.columns = columns
        records = self._records(rows, columns)
        _carry_down(records, columns)
        for record in records:
            self._hang(record, columns)
        return True

    def _columns_for(self, rows: Sequence[Line]) -> Columns | None:
        for place in range(min(3, len(rows))):
            if len(rows[place].cells) > 1 and (found := heading_of(rows[place:])) is not None:
                return found[0]
        widths = [len(row.cells) for row in rows]
        if self.columns is not None and max(widths) <= len(self.columns.kinds) and not _is_stray(rows):
            return self.columns
        if _is_stray(rows):
            return None
        return guessed(rows)

    def _records(self, rows: Sequence[Line], columns: Columns) -> list[Record]:
        records: list[Record] = []
        place = 0
        while place < len(rows):
            row = rows[place]
            found = heading_of(rows[place:]) if len(row.cells) > 1 else None
            if found is not None or row.header_row:
                count = found[1] if found else 1
                self.headings.extend(
                    block for line in rows[place : place + count] for block in (line.block, *line.also)
                )
                if found is not None and len(found[0].kinds) == len(columns.kinds):
                    columns = found[0]
                place += count
                continue
            place += 1
            row = replace(row, cells=tuple(_mended(cell) for cell in row.cells))
            if len(row.cells) == 1 and starts_lower(row.text.lstrip("-–+ ")):
                row = replace(row, cells=(*[""] * columns.text, row.text))
            record = Record(_fitted(row.cells, columns), [row.block, *row.also], row.label)
            if records and _goes_on(records[-1], record, columns, broken=row.broken):
                _append(records[-1], record, columns)
            else:
                record.group = _is_group(record, columns, row)
                records.append(record)
        return records

    def _hang(self, record: Record, columns: Columns) -> None:
        if record.group:
            text = next(cell for cell in reversed(record.cells) if cell).replace("\n", " ")
            marker = _ordinal(record, columns) or find_marker(text)
            if marker is not None and marker.rest:
                text = marker.rest
            self.builder.row(text, marker, record.blocks, RowFacts(group=True))
            return
        cell = record.cells[columns.text]
        if not columns.headed and not cell:
            cell = max(record.cells, key=len)
        if _EMPTY_ROW.fullmatch(plain(cell)) or not cell:
            self.empty.extend(record.blocks)
            return
        self._hang_work(record, columns, cell)

    def _hang_work(self, record: Record, columns: Columns, cell: str) -> None:
        facts = _facts(record, columns)
        marker = _ordinal(record, columns)
        pieces = _pieces(cell, record.blocks, several=_lists_work(columns))
        first = pieces[0]
        if len(pieces) == 1:
            own = first.marker if marker is None else None
            text = first.text if own is not None or marker is None else first.whole if first.marker else first.text
            if marker is not None and first.marker is not None and first.marker.is_bullet:
                text = first.text
            self.builder.row(text, marker or own, record.blocks, facts)
            return
        opening = first.marker is None and not _lists_work(columns)
        node = self.builder.row(first.text if opening else "", marker, record.blocks, facts)
        for piece in pieces[1 if opening else 0 :]:
            self.builder.below(node, piece, facts)


def _lists_work(columns: Columns) -> bool:
    """A table of months or weeks: the time stands first, and a cell lists all the work of that time."""
    times = columns.places(Column.TIME)
    return (
        bool(times)
        and times[0] < columns.text
        and not (columns.places(Column.ORDINAL) and columns.places(Column.ORDINAL)[0] < times[0])
    )


def _pieces(cell: str, blocks: list[int], *, several: bool) -> list[Paragraph]:
    """The paragraphs within a cell: bullets and numbers begin items, other lines go on."""
    lines = [Line(text, blocks[0], soft=bool(number)) for number, text in enumerate(cell.split("\n"))]
    paragraphs = list(join(lines, Layout()))
    if several:
        return paragraphs
    made: list[Paragraph] = []
    for paragraph in paragraphs:
        if made and paragraph.marker is None and attribute_of(paragraph.text) is None:
            made[-1].text = f"{made[-1].text} {paragraph.text}".strip()
        else:
            made.append(paragraph)
    return made


def _facts(record: Record, columns: Columns) -> RowFacts:
    def joined(kind: Column) -> str:
        return "\n".join(record.cells[place] for place in columns.places(kind) if record.cells[place])

    marks: list[Moment] = []
    for place in columns.places(Column.MARK):
        mark = columns.marks[place]
        if record.cells[place] and mark is not None and (is_tick(record.cells[place]) or len(record.cells[place]) < 40):
            marks.append(mark)
    times = [
        _named_time(record.cells[place], place, columns) for place in columns.places(Column.TIME) if record.cells[place]
    ]
    span = any(head.startswith(("bat dau", "tu ")) or "bat dau" in head for head in columns.heads)
    return RowFacts(
        time=(" - " if span else "; ").join(times),
        marks=tuple(marks),
        lead=joined(Column.LEAD),
        coordinate=joined(Column.COORDINATE),
        product=joined(Column.PRODUCT).replace("\n", " "),
        time_column=bool(columns.places(Column.TIME) or columns.places(Column.MARK)),
    )


def _named_time(cell: str, place: int, columns: Columns) -> str:
    """A bare "9" under "Tháng" is a month, a bare "II" under "Quý" a quarter."""
    text = cell.replace("\n", " ")
    head = columns.heads[place] if place < len(columns.heads) else ""
    if re.fullmatch(r"\d{1,2}(?:\s*[-–,]\s*\d{1,2})*", text) and head.startswith("tuan"):
        return f"Tuần {text}"
    if re.fullmatch(r"[\divxIVX]+(?:/\d{4})?(?:\s*[-–,;&]\s*(?:[\divxIVX]+(?:/\d{4})?))*", text):
        word = re.match(r"(thang|quy)\b", head)
        if word is not None:
            return f"{'Tháng' if word[1] == 'thang' else 'Quý'} {text}"
    return text


def _ordinal(record: Record, columns: Columns) -> Marker | None:
    places = columns.places(Column.ORDINAL)
    typed = record.label or (record.cells[places[0]].replace("\n", " ") if places else "")
    if not typed or len(typed) > 12:
        return None
    found = find_marker(f"{typed} X") or find_marker(f"{typed}. X")
    if found is None or found.rest != "X":
        return None
    style = "number:1" if found.style == "number:1)" else found.style
    return Marker(style, typed, "", found.number, found.numeral)


def _mended(cell: str) -> str:
    """A time torn inside a word by a narrow column: "Thán | g 3"."""
    if "\n" not in cell or len(cell) > 20:
        return cell
    glued = cell.replace("\n", "")
    return glued if is_time_heading(glued) and not is_time_heading(cell.replace("\n", " ")) else cell


def _fitted(cells: Sequence[str], columns: Columns) -> list[str]:
    width = len(columns.kinds)
    made = [*cells[:width], *[""] * (width - len(cells))]
    if len(cells) > width:
        made[-1] = "\n".join(cell for cell in cells[width - 1 :] if cell)
    return made


def _is_group(record: Record, columns: Columns, row: Line) -> bool:
    filled = {cell for cell in record.cells if cell}
    if not filled:
        return False
    if len(filled) == 1:
        text = next(iter(filled))
        if len(row.cells) == 1 or record.cells.count(text) > 1 or record.cells[columns.text] != text:
            return not text.strip(".() ").isdecimal()
        return is_time_heading(text) or mostly_upper(text)
    ordinal = _ordinal(record, columns)
    others = [
        cell
        for place, cell in enumerate(record.cells)
        if cell and columns.kinds[place] not in (Column.ORDINAL, Column.TEXT)
    ]
    if others:
        merged = len(set(others) | {record.cells[columns.text]}) == 1
        return merged and columns.parted
    if ordinal is not None and ordinal.style in ("roman", "capital"):
        return columns.parted or mostly_upper(record.cells[columns.text])
    return is_time_heading(record.cells[columns.text])


def _goes_on(before: Record, record: Record, columns: Columns, *, broken: bool) -> bool:
    """A row broken by the page: no ordinal, and its text goes on where the row before stopped."""
    if before.group or _ordinal(record, columns) is not None:
        return False
    text, earlier = record.cells[columns.text], before.cells[columns.text]
    filled = {cell for cell in record.cells if cell}
    if not filled:
        return True
    only = next(iter(filled)) if len(filled) == 1 else ""
    leading = only in (record.cells[0], text)
    if only and leading and (is_time_heading(only) or mostly_upper(only) or only == record.cells[0] != text):
        return False
    if not text:
        return True
    if _EMPTY_ROW.fullmatch(plain(text)):
        return False
    marker = find_marker(text)
    if marker is not None:
        return marker.is_bullet and starts_lower(marker.rest) and unended(earlier)
    if not columns.places(Column.ORDINAL):
        return starts_lower(text) and unended(earlier)
    if starts_lower(text) or text[:1].isdecimal():
        return True
    own = any(record.cells[place] for kind in (Column.TIME, Column.LEAD) for place in columns.places(kind))
    had = any(before.cells[place] for kind in (Column.TIME, Column.LEAD) for place in columns.places(kind))
    torn = unended(earlier) and not own and not starts_duty(text)
    # A row that is whole in itself ("Các nhiệm vụ khác …") is one of its own, however empty its other cells are.
    return torn and (hangs(earlier) or (had and (broken or word_count(text) <= TORN_WORDS)))


def _append(before: Record, record: Record, columns: Columns) -> None:
    for place, cell in enumerate(record.cells):
        if cell:
            glue = " " if columns.kinds[place] is Column.TEXT else "\n"
            before.cells[place] = f"{before.cells[place]}{glue}{cell}".strip()
    before.blocks.extend(block for block in record.blocks if block not in before.blocks)


def _carry_down(records: list[Record], columns: Columns) -> None:
    """A time or unit that stands once for several rows (cells merged downwards)."""
    rows = [record for record in records if not record.group]
    for kind in (Column.TIME, Column.LEAD):
        for place in columns.places(kind):
            filled = sum(bool(record.cells[place]) for record in rows)
            first = kind is Column.TIME and place < columns.text
            grouped = any(record.group for record in records)
            sparse = filled <= (0.5 if kind is Column.TIME else 0.34) * len(rows) and not grouped
            if not rows or not rows[0].cells[place] or not (first or sparse):
                continue
            held = ""
            for record in records:
                if record.group:
                    held = ""
                    continue
                held = record.cells[place] or held
                record.cells[place] = held


def _is_stray(rows: Sequence[Line]) -> bool:
    """Lines that only have tabs in them: one or two cells, nothing like a table."""
    if all(sum(bool(cell) for cell in row.cells) <= 1 for row in rows):
        return True
    widest = max(len([cell for cell in row.cells if cell]) for row in rows)
    numbered = sum(bool(row.cells[0]) and row.cells[0].strip(".)").isdecimal() for row in rows)
    return (widest <= 2 and (len(rows) < 3 or numbered < 0.3 * len(rows))) or (
        widest <= 2 and all(find_marker(f"{row.cells[0]} X") is not None for row in rows if row.cells[0])
    )

"""Reading a tracker back, however it was sorted, pasted and added to meanwhile.

History of the format: version 1 — columns of ``wording.tracker``, hidden columns with identifier, deadline and period,
very hidden sheet with the values that were sent out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import ClassVar

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.common.vietnamese import fold, nfc, squeeze
from thidua_desktop.domain.documents import Block, BlockKind, Document
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.trackers import TrackerField, TrackerRow, Value
from thidua_desktop.importing import tracker_base, tracker_cells
from thidua_desktop.importing.readers.sniffing import Kind, kind_of, load
from thidua_desktop.importing.tracker_base import Base
from thidua_desktop.wording import papers
from thidua_desktop.wording.tracker import BASE_SHEET, COLUMNS, OTHER_HEADINGS, SUMMARY, Key

_HEADINGS = {
    fold(text): column.key for column in COLUMNS for text in (*OTHER_HEADINGS.get(column.key, ()), column.heading)
}
_ENTRIES = {
    Key.STATE: TrackerField.STATE,
    Key.PROGRESS: TrackerField.PROGRESS,
    Key.COMPLETED_ON: TrackerField.COMPLETED_ON,
    Key.DELAY_REASON: TrackerField.DELAY_REASON,
    Key.NOTE: TrackerField.NOTE,
}
_NAMES = {column.key: column.heading for column in COLUMNS}
_LEAST_HEADINGS = 3
_ENDS = (fold(SUMMARY), fold(papers.COMPILER))
_GROUP = re.compile(r"quy [ivx]+ nam \d{4}|quy [ivx1-4]+\b.{0,12}|ca nam( \d{4})?|chua co nhiem vu")
_MISSING = "tracker.column_missing"


class NotATracker(FileTrouble):
    """The file can be read, but no table in it has the headings of a tracker."""

    code: ClassVar[str] = "tracker.not_a_tracker"


@dataclass(frozen=True, slots=True)
class ReturnedTracker:
    """The rows of a tracker as they came back, not yet compared with anything."""

    rows: tuple[TrackerRow, ...]
    base: Base
    findings: tuple[Finding, ...]


def read(path: Path) -> ReturnedTracker:
    """The task rows of a tracker (.xlsx; .xls and .ods too, which lose what was sent out).

    Raises:
        NotATracker: another kind of file, or a workbook without the table.
        FileTrouble: the file cannot be read; each kind has its sentence.
    """
    document = _workbook(path)
    visible: list[Block] = []
    hidden: list[Block] = []
    for block in document.blocks:
        (hidden if block.source.sheet == BASE_SHEET else visible).append(block)
    base = tracker_base.read(hidden)
    rows: list[TrackerRow] = []
    findings: list[Finding] = []
    found = False
    for _, blocks in groupby(visible, key=lambda block: block.source.sheet):
        table = _table(list(blocks))
        if table is not None:
            found = True
            findings.extend(table.missing())
            for row, remarks in table.rows(base):
                rows.append(row)
                findings.extend(remarks)
    if not found:
        raise NotATracker(path=path)
    if not base.believed:
        findings.insert(0, Finding("tracker.base_missing", Severity.WARNING))
    return ReturnedTracker(tuple(rows), base, (*findings, *_notes(document)))


def _notes(document: Document) -> Iterator[Finding]:
    """What the reader had to say, apart from our own hidden sheet, and from formulas: nothing is taken from them."""
    for note in document.notes:
        if note.code != "reader.formula_without_value" and note.params.get("sheet") != BASE_SHEET:
            yield note


def _workbook(path: Path) -> Document:
    data = load(path)
    name = nfc(path.name)
    mark = hashlib.sha256(data).hexdigest()
    match kind_of(data, name):
        case Kind.WORKBOOK:
            from thidua_desktop.importing.readers import workbook

            return workbook.read(data, name, mark, also=BASE_SHEET)
        case Kind.OLD_WORKBOOK | Kind.OPEN_WORKBOOK as kind:
            from thidua_desktop.importing.readers import other_workbooks

            return other_workbooks.read(data, name, mark, kind.value)
        case _:
            raise NotATracker(path=path)


def _cells(block: Block) -> dict[int, str]:
    """The cells by column, counted from 0; merged ones stand where they begin."""
    found: dict[int, str] = {}
    column = 0
    spans = block.spans or (1,) * len(block.cells)
    for text, width in zip(block.cells, spans, strict=True):
        if text.strip():
            found[column] = text
        column += width
    return found


def _table(blocks: Sequence[Block]) -> _Table | None:
    """The table of a sheet: where most headings stand, in one row or in two."""
    rows = [block for block in blocks if block.kind is BlockKind.ROW]
    best: tuple[int, int, dict[Key, int]] | None = None
    for at, block in enumerate(rows):
        upper = _cells(block)
        lower = _cells(rows[at + 1]) if at + 1 < len(rows) else {}
        alone, both = _named(upper), _named({**upper, **lower})
        # A second heading row is believed only if it names more columns and no ordinal stands in it.
        names, height = (both, 2) if len(both) > len(alone) and _is_heading(lower) else (alone, 1)
        if len(names) >= _LEAST_HEADINGS and Key.TEXT in names and (best is None or len(names) > len(best[2])):
            best = at, height, names
    if best is None:
        return None
    at, height, names = best
    return _Table(names, rows[at + height :])


def _named(cells: Mapping[int, str]) -> dict[Key, int]:
    """Which column carries which heading; the first of its kind counts."""
    names: dict[Key, int] = {}
    for column, text in sorted(cells.items()):
        key = _HEADINGS.get(fold(text))
        if key is not None:
            names.setdefault(key, column)
    return names


def _is_heading(cells: Mapping[int, str]) -> bool:
    named = sum(fold(text) in _HEADINGS for text in cells.values())
    return named * 2 > len(cells)


class _Table:
    def __init__(self, columns: dict[Key, int], blocks: Sequence[Block]) -> None:
        self._columns = columns
        self._blocks = blocks

    def missing(self) -> Iterator[Finding]:
        """The columns for entries that are not there any more."""
        for key in _ENTRIES:
            if key not in self._columns:
                yield Finding(_MISSING, Severity.WARNING, {"column": _NAMES[key]})

    def rows(self, base: Base) -> Iterator[tuple[TrackerRow, list[Finding]]]:
        """The task rows up to the totals or the signatures, each with remarks on its cells."""
        for block in self._blocks:
            shown = _cells(block)
            if any(fold(text) in _ENDS for text in shown.values()):
                return
            cells = {key: shown[column] for key, column in self._columns.items() if column in shown}
            if _is_heading(shown) or _is_group(cells):
                continue
            yield self._row(block, cells, base)

    def _row(self, block: Block, cells: Mapping[Key, str], base: Base) -> tuple[TrackerRow, list[Finding]]:
        findings: list[Finding] = []
        values: dict[TrackerField, Value] = {}
        for key, which in _ENTRIES.items():
            if key not in self._columns:
                continue
            text = cells.get(key, "").strip()
            value = _value(which, text)
            if text and value is None:
                params = {"column": _NAMES[key], "text": squeeze(text)[:60]}
                findings.append(Finding("tracker.cell_not_read", Severity.WARNING, params, block.source))
            else:
                values[which] = value
        code = cells.get(Key.ID, "")
        task_id = TaskId(int(code)) if code.isdecimal() and len(code) < 12 else None
        sent = base.tasks.get(task_id) if task_id is not None else None
        row = TrackerRow(
            source=block.source,
            text=cells.get(Key.TEXT, ""),
            values=values,
            base=sent.values if sent is not None else None,
            task_id=task_id,
            number=cells.get(Key.ASSIGNED_BY),
            fixed={key.value: cells.get(key, "") for key in self._columns if key in _FIXED},
        )
        return row, findings


_FIXED = frozenset((Key.TEXT, Key.ASSIGNED_BY, Key.LEAD, Key.COORDINATE, Key.PRODUCT, Key.STARTS, Key.DUE))


def _value(which: TrackerField, text: str) -> Value:
    if not text:
        return None
    match which:
        case TrackerField.STATE:
            return tracker_cells.state(text)
        case TrackerField.PROGRESS:
            return tracker_cells.percent(text)
        case TrackerField.COMPLETED_ON:
            return tracker_cells.day(text)
        case _:
            return text


def _is_group(cells: Mapping[Key, str]) -> bool:
    """A row that names a quarter, or carries nothing of a task."""
    said = set(cells) - {Key.ORDINAL, Key.TEXT, Key.DEADLINE, Key.PERIOD, Key.STANDING}
    return not said and (Key.TEXT not in cells or _GROUP.fullmatch(fold(cells[Key.TEXT])) is not None)


def headings(keys: Iterable[str]) -> str:
    """The headings of columns, for a sentence."""
    return ", ".join(_NAMES[Key(key)] for key in keys)

"""The check of a report: everything that its numbers say against each other, and against what they should be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.figure_check import grids, sums
from thidua_desktop.domain.figure_check.arithmetic import mismatches
from thidua_desktop.domain.figure_check.claims import Claim, Key, Where, of
from thidua_desktop.domain.figure_check.lexicon import Lexicon
from thidua_desktop.domain.figure_check.material import Grid, Material, Passage
from thidua_desktop.domain.figure_check.passages import PassageReader, ReadSentence, claims_of
from thidua_desktop.domain.figure_check.quantities import quantities
from thidua_desktop.domain.figure_check.slips import Slip
from thidua_desktop.domain.figure_check.times import own_times

_ANNEX = re.compile(r"(?:phụ lục|biểu số liệu)\b", re.IGNORECASE)
_REPORT = re.compile(r"báo cáo$", re.IGNORECASE)
_TITLE_LINES = 4
_LONGEST = 20_000
"""Signs of a paragraph; what is longer is no text that somebody wrote."""
_HEADING = 60
"""Signs of a heading at most."""


class Kind(StrEnum):
    """What does not agree."""

    TWO_VALUES = "two_values"
    """The same thing with two numbers."""
    SUM = "sum"
    """A number in the text and its parts."""
    TABLE_ROWS = "table_rows"
    """A total of a table and the rows that it is of."""
    TABLE_COLUMNS = "table_columns"
    """A total of a table and the columns that it is of."""
    SHARE = "share"
    CHANGE = "change"
    DIRECTION = "direction"
    """ "tăng" where it is less, or the same."""
    STORE = "store"
    """Not what the office file has today."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing that does not agree: what stands where, and what it should be."""

    kind: Kind
    said: str
    """The number with its words, or row and column of its cell."""
    value: Decimal
    right: Decimal
    place: Source
    where: Where
    digits: int = 0
    percent: bool = False
    other: str = ""
    """Where ``right`` comes from: words, or row and column."""
    other_place: Source | None = None
    other_where: Where | None = None
    parts: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A report with everything that it claims."""

    claims: tuple[Claim, ...]
    wrong: tuple[Disagreement, ...]
    """What its sentences and tables say against themselves."""
    count: int
    """How many numbers were understood."""


def check(report: Material, lexicon: Lexicon, expected: Material | None = None) -> tuple[Disagreement, ...]:
    """What does not agree in a report.

    Args:
        expected: the same report as the office file would have it today; None where there is no file to ask.
    """
    found = read(report, lexicon)
    wrong = [*found.wrong, *_two_values(found.claims)]
    if expected is not None:
        wrong += _against(report, found, expected, read(expected, lexicon))
    return tuple(_once(wrong))


def read(report: Material, lexicon: Lexicon) -> Reading:
    """Everything that a report claims."""
    reader = _ReportReader(lexicon, report)
    for part in report:
        if isinstance(part, Passage):
            reader.passage(part)
        else:
            reader.grid(part)
    return Reading(tuple(reader.claims), tuple(reader.wrong), reader.count)


class _ReportReader:
    def __init__(self, lexicon: Lexicon, report: Material) -> None:
        self.claims: list[Claim] = []
        self.wrong: list[Disagreement] = []
        self.count = 0
        self._lexicon = lexicon
        self._own = own_times(title_of(report))
        self._passages = PassageReader(lexicon.with_silent((*lexicon.agencies, *_letterhead(report))), self._own)

    def passage(self, part: Passage) -> None:
        """Take in a paragraph."""
        if _ANNEX.match(f"{part.label} {part.text}".strip()) and len(part.text) < _HEADING:
            self._passages.begin_annex()
        if len(part.text) > _LONGEST:
            return
        read_sentences = self._passages.read(part)
        known = [each.spot.quantity.value for one in read_sentences for each in one.numbers]
        for sentence in read_sentences:
            self.count += len(sentence.numbers)
            self.claims += _clear(list(claims_of(sentence, part, self._passages.where)))
            self.wrong += self._slips(sentence, part, known)

    def grid(self, part: Grid) -> None:
        """Take in a table."""
        table = grids.read(part)
        if table is None:
            return
        where = Where.ANNEX if self._passages.where is Where.ANNEX else Where.TABLE
        self.count += sum(number is not None for line in table.lines for number in line.numbers)
        scope = self._passages.scope()
        self._passages.passed_table()
        self.claims += _clear(list(grids.claims_of(table, self._lexicon, self._own, scope, where)))
        for cell in sums.wrong_cells(table):
            number = cell.line.numbers[cell.column]
            if number is not None:
                kind = Kind.SHARE if cell.rate else Kind.TABLE_ROWS if cell.rows else Kind.TABLE_COLUMNS
                text = f"{cell.line.head or cell.line.label} – {table.heads[cell.column]}"
                self.wrong.append(
                    Disagreement(kind, text, number.value, cell.right, cell.line.place, where, number.digits)
                )

    def _slips(self, sentence: ReadSentence, part: Passage, known: Sequence[Decimal]) -> Iterator[Disagreement]:
        kinds = {Slip.SUM: Kind.SUM, Slip.SHARE: Kind.SHARE, Slip.CHANGE: Kind.CHANGE, Slip.DIRECTION: Kind.DIRECTION}
        for slip in mismatches(sentence, known):
            quantity = slip.number.spot.quantity
            yield Disagreement(
                *(kinds[slip.slip], slip.number.said, quantity.value, slip.right, part.place, self._passages.where),
                digits=quantity.digits,
                percent=quantity.percent,
                parts=slip.parts,
            )


def title_of(report: Material) -> str:
    """The lines below "BÁO CÁO", in one; else the first line that names a time."""
    passages = [part for part in report if isinstance(part, Passage)]
    for at, part in enumerate(passages[:30]):
        if _REPORT.fullmatch(part.text.strip()):
            lines = passages[at + 1 : at + 1 + _TITLE_LINES]
            return " ".join(each.text for order, each in enumerate(lines) if order == 0 or each.centered)
        if part.text.casefold().startswith("báo cáo") and len(part.text) < 300:
            return " ".join(each.text for each in passages[at : at + 2])
    return next((part.text for part in passages[:12] if own_times(part.text)), "")


def _letterhead(report: Material) -> list[str]:
    """The names above the title: in the text they say who reports, not what is counted."""
    names: list[str] = []
    for part in report[:20]:
        texts = [part.text] if isinstance(part, Passage) else [cell.text for row in part.rows for cell in row.cells]
        lines = [line.strip() for text in texts for line in text.splitlines()]
        if any(_REPORT.fullmatch(line) for line in lines):
            break
        names += [line for line in lines if line.isupper() and 1 < len(line.split()) < 16]
    return names


def _clear(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a table or sentence whose keys tell them apart; the others say something not understood."""
    values: dict[Key, set[Decimal]] = defaultdict(set)
    for claim in claims:
        values[claim.key].add(claim.value)
    return [claim for claim in claims if len(values[claim.key]) == 1]


def _two_values(claims: Sequence[Claim]) -> Iterator[Disagreement]:
    by_key: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        if not of(claim.key, "part"):
            by_key[claim.key].append(claim)
    for same in by_key.values():
        first = same[0]
        told: set[Decimal] = {first.value}
        for claim in same[1:]:
            if claim.value not in told:
                told.add(claim.value)
                yield _between(Kind.TWO_VALUES, claim, first)


def _between(kind: Kind, claim: Claim, other: Claim) -> Disagreement:
    return Disagreement(
        *(kind, claim.said, claim.value, other.value, claim.place, claim.where),
        other=other.said,
        other_place=other.place,
        other_where=other.where,
    )


def _against(report: Material, found: Reading, expected: Material, right: Reading) -> Iterator[Disagreement]:
    """What is not as the office file has it: passages that differ in nothing but numbers, then equal things."""
    yield from _same_words(report, expected)
    values: dict[Key, set[Decimal]] = defaultdict(set)
    for claim in right.claims:
        values[claim.key].add(claim.value)
    for claim in found.claims:
        known = values.get(claim.key, set())
        if len(known) == 1 and claim.value not in known:
            yield Disagreement(Kind.STORE, claim.said, claim.value, next(iter(known)), claim.place, claim.where)


def _same_words(report: Material, expected: Material) -> Iterator[Disagreement]:
    waiting: dict[str, list[Passage]] = defaultdict(list)
    for part in expected:
        if isinstance(part, Passage):
            waiting[_skeleton(part.text)].append(part)
    for part in report:
        if not isinstance(part, Passage) or not (same := waiting.get(_skeleton(part.text))):
            continue
        other = same.pop(0) if len(same) > 1 else same[0]
        for told, right in zip(quantities(part.text), quantities(other.text), strict=True):
            if told.value != right.value:
                said = _words_around(part.text, told.start, told.end)
                yield Disagreement(
                    *(Kind.STORE, said, told.value, right.value, part.place, Where.TEXT), told.digits, told.percent
                )


def _skeleton(text: str) -> str:
    """A text without its numbers; days and years stay."""
    at, kept = 0, []
    for quantity in quantities(text):
        kept.append(text[at : quantity.start])
        at = quantity.end
    return "#".join([*kept, text[at:]]).casefold()


def _words_around(text: str, start: int, end: int) -> str:
    before = " ".join(text[:start].split()[-4:])
    return f"{before} {text[start:end]} {' '.join(text[end:].split()[:4])}".strip()


def _once(wrong: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """Each number once for each kind of trouble."""
    seen: set[tuple[Kind, Source, Decimal, Decimal]] = set()
    for each in wrong:
        mark = (each.kind, each.place, each.value, each.right)
        if mark not in seen:
            seen.add(mark)
            yield each

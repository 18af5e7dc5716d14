"""A report in words, taken apart so that each of its numbers can be followed to what it was counted from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Question


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is printed, with the questions that it answers: itself, or a part and its whole, now and before.

    ``tasks`` are the records behind a number that no question asks for: tasks told apart by their words.
    """

    text: str
    value: int | Decimal
    questions: tuple[Question, ...] = ()
    tasks: tuple[int, ...] = ()


Part = str | Number


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words and numbers in order."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The sentence as it is printed."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def numbers(self) -> tuple[Number, ...]:
        """Its numbers in order."""
        return tuple(part for part in self.parts if isinstance(part, Number))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the report."""

    key: str
    """Its name in the data file of the texts; several paragraphs made of one list share it."""
    sentences: tuple[Sentence, ...]
    label: str = ""
    """The sign that opens it: "-", "a)"."""
    to_fill: bool = False
    """Nothing is known: the text says what the clerk has to write here."""

    @property
    def text(self) -> str:
        """The paragraph without its sign."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it; level 0 is a phần, 1 has a Roman number, 2 a plain one."""

    key: str
    title: str
    level: int
    label: str = ""
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of an annexed table."""

    head: str
    cells: tuple[Number | None, ...]
    label: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class TracedTable:
    """A table of the annex; ``heads`` are those of its number columns, "group / column" below a common heading."""

    key: str
    title: str
    stub: str
    """The heading of the names of its rows."""
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Narrative:
    """A whole report."""

    period: Period
    title: tuple[str, ...]
    """The trích yếu, a line each."""
    opening: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    closing: Sentence
    tables: tuple[TracedTable, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What is still to be written, and what keeps numbers from being whole."""

    def numbers(self) -> Iterator[Number]:
        """Every number of text and tables."""
        paragraphs = [*self.opening, *(paragraph for section in self.sections for paragraph in section.paragraphs)]
        for paragraph in paragraphs:
            for sentence in paragraph.sentences:
                yield from sentence.numbers()
        for table in self.tables:
            for row in table.rows:
                yield from (cell for cell in row.cells if cell is not None)

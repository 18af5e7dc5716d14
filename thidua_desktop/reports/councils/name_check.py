"""Bảng đối chiếu họ tên: council result, list of the decision and the text to print, line by line."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.name_marks import Stretch, marked
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.model import (
    A4_LANDSCAPE,
    Align,
    Block,
    Closing,
    Column,
    HeadCell,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Signature,
    Style,
    Table,
)
from thidua_desktop.wording import council_papers, name_checks, papers

_COLUMNS = (Column(11, Align.CENTER), Column(60), Column(60), Column(60), Column(66))
_HEADS = (
    council_papers.ORDINAL,
    name_checks.COUNCIL,
    name_checks.LISTED,
    name_checks.PRINTED,
    name_checks.RESULT,
)


@dataclass(frozen=True, slots=True)
class ComparedName:
    """The three texts of a line; ``answer`` says why a difference stands."""

    council: str | None
    listed: str | None
    printed: str | None
    answer: str = ""

    @property
    def same(self) -> bool:
        """Whether the three are equal, character by character."""
        return self.council == self.listed == self.printed


def name_check(office: Office, subject: str, names: Sequence[ComparedName]) -> Report:
    """All lines of a decision, differing ones in bold, what differs in brackets: the eye misses a second blank."""
    differing = sum(not one.same for one in names)
    rows = [_row(number, one) for number, one in enumerate(names, start=1)]
    blocks: tuple[Block, ...] = (
        Letterhead(office.name.upper(), papers.superior_line(office.superior), undated=True),
        Heading((HeadingLine(name_checks.TITLE), HeadingLine(subject, Style.REGULAR))),
        Table(_COLUMNS, (tuple(map(HeadCell, _HEADS)),), rows),
        Paragraph(name_checks.end(len(names), differing), Align.LEFT, before=10),
        Closing((Signature((name_checks.CHECKED_BY,), office.compiler_name, papers.SIGN_AND_NAME),)),
    )
    return Report(name_checks.TITLE, blocks, A4_LANDSCAPE)


def _row(number: int, one: ComparedName) -> Row:
    texts = [None if text is None else without_id_numbers(text) for text in (one.council, one.listed, one.printed)]
    shown = tuple(name_checks.MISSING if cut is None else "".join(map(_shown, cut)) for cut in marked(texts))
    return Row((number, *shown, name_checks.result(one.answer, same=one.same)), bold=not one.same)


def _shown(stretch: Stretch) -> str:
    if not stretch.differs:
        return stretch.text
    if any(map(unicodedata.combining, stretch.text)):
        bare = "".join(letter for letter in stretch.text if not unicodedata.combining(letter))
        return f"[{bare}{name_checks.LOOSE_MARK}]"
    return f"[{''.join(name_checks.BLANK if letter.isspace() else letter for letter in stretch.text)}]"

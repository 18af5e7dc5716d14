"""Papers about what units send to a round: receipt slip, letters about missing documents, reminders, who is waited for.

Letters follow NĐ 30/2020/NĐ-CP, annex III, model 1.5 (công văn); the slip is a form of the office and may be A5.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.identity import without_id_numbers
from thidua_desktop.domain.nominations import Round
from thidua_desktop.domain.submissions import Return, Submission
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders import columns
from thidua_desktop.reports.builders.letters import Letter, official_letter
from thidua_desktop.reports.model import (
    A4_PORTRAIT,
    Align,
    Block,
    Closing,
    GroupRow,
    Heading,
    HeadingLine,
    Letterhead,
    PageFormat,
    Paragraph,
    Report,
    Row,
    Signature,
    Style,
)
from thidua_desktop.wording import papers, submission_papers, work_papers

_A5_SCALE = 0.75
A5_LANDSCAPE = PageFormat(210 / _A5_SCALE, 148 / _A5_SCALE, top=11, bottom=9, left=27, right=20, scale=_A5_SCALE)
"""Half a sheet, written smaller: with seven kinds of documents and both signatures it is one page."""

_RECEIVED = (
    columns.Heading("TT", 11, Align.CENTER),
    columns.Heading("Thành phần hồ sơ", 79, share=2),
    columns.Heading("Có", 15, Align.CENTER),
    columns.Heading("Thiếu", 15, Align.CENTER),
    columns.Heading("Ghi chú", 45, empty=25, share=1),
)
_MISSING = (
    columns.Heading("TT", 11, Align.CENTER),
    columns.Heading("Tập thể, cá nhân", 47, share=1),
    columns.Heading("Hình thức đề nghị", 40, share=1),
    columns.Heading("Giấy tờ thiếu, chưa đúng", 67, share=2),
)
_WAITING = (
    columns.Heading("TT", 13, Align.CENTER),
    columns.Heading("Đơn vị", 82, share=2),
    columns.Heading("Hạn gửi", 30, Align.CENTER),
    columns.Heading("Tình trạng", 40, Align.CENTER),
)


@dataclass(frozen=True, slots=True)
class DocumentCount:
    """One kind of document of a submission: for how many lines it is there, for how many not."""

    name: str
    there: int
    missing: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class MissingLine:
    """One line, and what its dossier lacks: names of documents with what is wrong with them."""

    name: str
    award: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What one submission lacks: documents of the whole of it, then those of its lines."""

    submission: Submission
    unit: str
    shared: tuple[str, ...]
    lines: tuple[MissingLine, ...]

    @property
    def count(self) -> int:
        """How many cases there are."""
        return len(self.lines) + bool(self.shared)


def receipt_slip(
    office: Office,
    round_: Round,
    submission: Submission,
    unit: str,
    *,
    lines: Mapping[RecipientKind, int],
    documents: Sequence[DocumentCount],
    owes: Sequence[Return] = (),
    page: PageFormat = A4_PORTRAIT,
) -> Report:
    """Phiếu tiếp nhận hồ sơ: what a unit has handed in, and what is missing.

    Args:
        lines: how many lines of each kind of recipient.
        documents: what was found when the papers were looked at; empty: nobody has looked yet.
        owes: what was given back and not answered.
        page: A4, or half of it (``A5_LANDSCAPE``).
    """
    rows = tuple(
        Row((number, each.name, each.there or None, each.missing or None, without_id_numbers(each.note)))
        for number, each in enumerate(documents, start=1)
    )
    said = [Paragraph(text, Align.LEFT, indent=0, before=3) for text in _lines_of_slip(submission, unit, lines)]
    blocks: list[Block] = [
        Letterhead(
            office.name.upper(),
            papers.superior_line(office.superior),
            office.place,
            submission.received_on,
            submission_papers.slip_number(submission.receipt_number),
        ),
        Heading(
            (
                HeadingLine(submission_papers.SLIP_TITLE),
                HeadingLine(submission_papers.slip_subject(round_.name), Style.REGULAR),
            ),
            rule=False,
        ),
        *said,
    ]
    if rows:
        missing = sum(bool(each.missing) for each in documents)
        blocks += [
            columns.table(_wider(_RECEIVED, page), rows),
            Paragraph(submission_papers.slip_missing(missing, owes), Align.LEFT, indent=0, before=3),
        ]
    note = papers.SIGN_AND_NAME
    signatures = (
        Signature((submission_papers.WHO_DELIVERS,), submission.delivered_by or "", note),
        Signature((submission_papers.WHO_RECEIVES,), submission.received_by or "", note),
    )
    blocks.append(Closing(signatures))
    return Report(f"{submission_papers.SLIP_TITLE} - {unit}", tuple(blocks), page)


def missing_letter(office: Office, round_: Round, letter: Letter, missing: Missing) -> Report:
    """Công văn đề nghị bổ sung hồ sơ: which lines of a unit lack which documents, and until when they may come."""
    ours = papers.in_text(office.name)
    opening = submission_papers.missing_opening(ours, letter.unit, missing.submission, round_.name, missing.count)
    request = submission_papers.missing_request(ours, letter.unit, letter.answer_by)
    table = columns.table(_MISSING, tuple(_missing_rows(missing)))
    return _letter(office, letter, submission_papers.missing_subject(round_.name), (opening, table, request))


def reminder_letter(office: Office, round_: Round, letter: Letter, *, today: date) -> Report:
    """A letter to a unit that has not sent anything yet."""
    ours = papers.in_text(office.name)
    opening = submission_papers.reminder_opening(ours, letter.unit, round_.name, round_.closes, today)
    request = submission_papers.reminder_request(ours, letter.unit, letter.answer_by)
    return _letter(office, letter, submission_papers.reminder_subject(round_.name), (opening, request))


def waiting_list(
    office: Office, round_: Round, waiting: Sequence[tuple[str, int | None]], *, expected: int, today: date
) -> Report:
    """Which units have not sent anything.

    Args:
        waiting: each unit with the days that it still has, below zero: late.
        expected: how many units have to send.
    """
    rows = tuple(
        Row((number, unit, round_.closes, submission_papers.waiting(left)))
        for number, (unit, left) in enumerate(waiting, start=1)
    )
    heading = Heading(
        (
            HeadingLine(submission_papers.WAITING_TITLE),
            HeadingLine(round_.name),
            HeadingLine(work_papers.as_of(today), Style.ITALIC),
        )
    )
    text = submission_papers.waiting_total(len(rows), expected) if rows else submission_papers.EVERYTHING_SENT
    table = (columns.table(_WAITING, rows),) if rows else ()
    blocks = (
        Letterhead(office.name.upper(), papers.superior_line(office.superior), office.place),
        heading,
        *table,
        Paragraph(text, Align.LEFT),
        Closing((Signature((papers.COMPILER,), office.compiler_name, papers.SIGN_AND_NAME),)),
    )
    return Report(submission_papers.WAITING_TITLE, blocks)


def _letter(office: Office, letter: Letter, subject: str, body: Sequence[Block | str]) -> Report:
    said = [
        each if not isinstance(each, str) else Paragraph(f"{each}." if not each.endswith((".", ":")) else each)
        for each in body
    ]
    return official_letter(office, letter, subject, said, submission_papers.LETTER_END)


def _wider(headings: Sequence[columns.Heading], page: PageFormat) -> tuple[columns.Heading, ...]:
    """Columns made for upright A4 on a wider page: those that share what is free get the rest."""
    free = page.text_width - sum(heading.width for heading in headings)
    shares = sum(heading.share for heading in headings)
    return tuple(replace(heading, width=heading.width + free * heading.share / shares) for heading in headings)


def _lines_of_slip(submission: Submission, unit: str, lines: Mapping[RecipientKind, int]) -> tuple[str, ...]:
    return tuple(map(without_id_numbers, submission_papers.slip_lines(submission, unit, lines)))


def _missing_rows(missing: Missing) -> list[Row | GroupRow]:
    rows: list[Row | GroupRow] = []
    if missing.shared:
        rows.append(Row((1, submission_papers.SHARED_PAPERS, None, _listed(missing.shared))))
    first = len(rows) + 1
    rows += [
        Row((number, without_id_numbers(line.name), line.award, _listed(line.documents)))
        for number, line in enumerate(missing.lines, start=first)
    ]
    return rows


def _listed(documents: Sequence[str]) -> str:
    return "\n".join(f"- {without_id_numbers(document)}" for document in documents)

"""Papers about what units send to a round: gathers the data, builds the report, writes the file whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.dossiers import CheckedDocument, Checklist, DocumentState
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.ids import RoundId, SubmissionId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.domain.submission_board import BoardRow
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders import submission_papers
from thidua_desktop.reports.builders.letters import Letter
from thidua_desktop.reports.builders.submission_papers import A5_LANDSCAPE, DocumentCount, Missing, MissingLine
from thidua_desktop.reports.model import A4_PORTRAIT, Report
from thidua_desktop.services.dossiers import DossierService
from thidua_desktop.services.report_files import refuse_format, write_report
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.submissions import SubmissionService
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import labels

__all__ = ["Format", "Letter", "NothingMissing", "SlipPaper", "SubmissionPaperService"]

_D = DocumentState
_NAMED = (_D.FAULTY,)
"""States that a paper names beside the document; "missing" goes without saying."""


class SlipPaper(StrEnum):
    """The sheets that a receipt slip is printed on."""

    A4 = "a4"
    A5 = "a5"


class NothingMissing(AppError):
    """No letter is written to a unit whose papers lack nothing, or that has sent already."""

    code = "submission.nothing_missing"


class SubmissionPaperService:
    """Writes papers (PDF, Word); each method gives its path, and a failure leaves a former file as it was."""

    def __init__(
        self,
        store: Store,
        submissions: SubmissionService,
        dossiers: DossierService,
        rulebooks: RulebookService,
        today: Callable[[], date],
    ) -> None:
        self._store = store
        self._submissions, self._dossiers, self._rulebooks = submissions, dossiers, rulebooks
        self._today = today

    def receipt_slip(
        self, submission_id: SubmissionId, out: Path, format: Format, *, paper: SlipPaper = SlipPaper.A4
    ) -> Path:
        """Phiếu tiếp nhận hồ sơ of one unit.

        Raises:
            RecordMissing: no such submission.
        """
        refuse_format(format, Format.XLSX)
        submission = self._submissions.get(submission_id)
        row = next(
            row for row in self._submissions.board(submission.round_id).rows if row.submission.id == submission_id
        )
        with self._store.read() as work:
            round_ = work.rounds.get(submission.round_id)
        report = submission_papers.receipt_slip(
            self._office(),
            round_,
            submission,
            row.unit,
            lines=row.lines,
            documents=self._counted(submission_id, submission.round_id),
            owes=row.owes,
            page=A5_LANDSCAPE if paper is SlipPaper.A5 else A4_PORTRAIT,
        )
        return write_report(report, out, format)

    def lacking(self, round_id: RoundId) -> tuple[BoardRow, ...]:
        """The units whose papers have been looked at and lack something.

        Raises:
            RecordMissing: no such round.
        """
        found = {missing.submission.id for missing in self._missing(round_id, None)}
        return tuple(row for row in self._submissions.board(round_id).rows if row.submission.id in found)

    def waiting(self, round_id: RoundId) -> tuple[BoardRow, ...]:
        """The units that have not sent anything.

        Raises:
            RecordMissing: no such round.
        """
        return self._submissions.board(round_id).in_state(SubmissionState.NOT_SENT)

    def missing_letters(
        self, round_id: RoundId, letters: Sequence[tuple[Letter, SubmissionId]], out: Path, format: Format
    ) -> Path:
        """Letters about missing documents, each from a page of its own, in one file.

        That something went back is kept by ``SubmissionService.give_back``; this only writes.

        Raises:
            NothingMissing: one of the units lacks nothing.
            RecordMissing: no such round.
        """
        refuse_format(format, Format.XLSX)
        office = self._office()
        round_ = self._submissions.board(round_id).round
        missing = {each.submission.id: each for each in self._missing(round_id, {each for _, each in letters})}
        made = []
        for letter, submission_id in letters:
            if submission_id not in missing:
                raise NothingMissing(unit=letter.unit)
            made.append(submission_papers.missing_letter(office, round_, letter, missing[submission_id]))
        return write_report(_together(made), out, format)

    def reminder_letters(self, round_id: RoundId, letters: Sequence[Letter], out: Path, format: Format) -> Path:
        """Letters to units that have not sent anything, each from a page of its own, in one file.

        Raises:
            NothingMissing: no unit is to be reminded.
            RecordMissing: no such round.
        """
        refuse_format(format, Format.XLSX)
        office, today = self._office(), self._today()
        with self._store.read() as work:
            round_ = work.rounds.get(round_id)
        if not letters:
            raise NothingMissing(unit=round_.name)
        made = [submission_papers.reminder_letter(office, round_, letter, today=today) for letter in letters]
        return write_report(_together(made), out, format)

    def waiting_list(self, round_id: RoundId, out: Path, format: Format) -> Path:
        """The list of units that have not sent anything (PDF, Word, Excel).

        Raises:
            RecordMissing: no such round.
        """
        board = self._submissions.board(round_id)
        waiting = [(row.unit, row.days_left) for row in board.in_state(SubmissionState.NOT_SENT)]
        report = submission_papers.waiting_list(
            self._office(), board.round, waiting, expected=len(board.rows), today=self._today()
        )
        return write_report(report, out, format)

    def _missing(self, round_id: RoundId, wanted: Collection[SubmissionId] | None) -> Iterator[Missing]:
        board, names = self._submissions.board(round_id), self._dossiers.document_names()
        checked, awards = self._dossiers.of_round(round_id), {each.id: each.name for each in self._rulebooks.awards()}
        with self._store.read() as work:
            lines = work.nominations.of_round(round_id)
        for row in board.rows:
            submission_id = row.submission.id
            if submission_id is None or (wanted is not None and submission_id not in wanted):
                continue
            own = [line for line in lines if line.submission_id == submission_id and _goes_on(line)]
            shared = _lacking(self._dossiers.of_submission(submission_id), names, shared=True)
            found = [(line, _lacking(checked[line.id], names)) for line in own if line.id is not None]
            lacking = tuple(
                MissingLine(_named(line), awards.get(line.award_id, line.award_id), documents)
                for line, documents in found
                if documents
            )
            if lacking or shared:
                yield Missing(row.submission, row.unit, shared, lacking)

    def _counted(self, submission_id: SubmissionId, round_id: RoundId) -> tuple[DocumentCount, ...]:
        """Each kind of document with the number of lines for which it is there or not; none while nobody has looked."""
        names, checked = self._dossiers.document_names(), self._dossiers.of_round(round_id)
        with self._store.read() as work:
            lines = work.nominations.of_round(round_id)
        own = [checked[line.id] for line in lines if line.submission_id == submission_id and line.id and _goes_on(line)]
        if not any(each.checked for each in own):
            return ()
        there, missing, notes = Counter[str](), Counter[str](), dict[str, str]()
        for document in (document for each in own for document in each.documents):
            there[document.code] += document.state in (_D.PRESENT, _D.COPY)
            missing[document.code] += document.lacking
            if document.note and document.lacking:
                notes[document.code] = document.note
        codes = dict.fromkeys(document.code for each in own for document in each.documents)
        return tuple(
            DocumentCount(names.get(code, code), there[code], missing[code], notes.get(code, "")) for code in codes
        )

    def _office(self) -> Office:
        with self._store.read() as work:
            return work.office.get()


def _together(reports: Sequence[Report]) -> Report:
    first, *others = reports
    return replace(first, annexes=tuple(others))


def _goes_on(line: Nomination) -> bool:
    return line.state is not NominationState.NOT_AWARDED


def _named(line: Nomination) -> str:
    return f"{line.honorific} {line.name}" if line.honorific else line.name


def _lacking(found: Checklist, names: Mapping[str, str], *, shared: bool = False) -> tuple[str, ...]:
    """What is missing, by name. Of a line, only what is not missing from the whole submission already."""
    if shared:
        return tuple(_said(each, names) for each in found.documents if each.state in (_D.MISSING, _D.FAULTY))
    if not found.checked:
        return ()
    return tuple(_said(each, names) for each in found.lacking() if not each.shared)


def _said(document: CheckedDocument, names: Mapping[str, str]) -> str:
    wrong = labels.of(document.state).lower() if document.state in _NAMED else ""
    remark = ": ".join(part for part in (wrong, document.note or "") if part)
    return f"{names.get(document.code, document.code)}{f' ({remark})' if remark else ''}"

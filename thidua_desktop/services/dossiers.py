"""Dossiers: what each line needs by the law of its day, what is there, and the files that prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.domain import dossiers
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.dossiers import (
    CheckedDocument,
    Checklist,
    Document,
    DocumentState,
    DossierFile,
    checklist,
    shared_checklist,
)
from thidua_desktop.domain.ids import DossierDocumentId, DossierFileId, NominationId, RoundId, SubmissionId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.domain.rulebooks import AwardLaw, RulebookMissing
from thidua_desktop.domain.submissions import Submission, law_day
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.errors import reached
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["CheckedDocument", "Checklist", "DossierFileUnreadable", "DossierService"]

_NOMINATION = frozenset({Kind.NOMINATION})


class DossierFileUnreadable(FileTrouble):
    """A file that the clerk wants to attach is not there or cannot be read."""

    code = "dossier.file_unreadable"


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose document it is: one line's, or that of a whole submission."""

    line: NominationId | None = None
    submission: SubmissionId | None = None

    def kept(self, work: Work) -> Sequence[Document]:
        if self.line is not None:
            return work.dossiers.of_lines([self.line]).get(self.line, ())
        if self.submission is not None:
            return work.dossiers.of_submissions([self.submission]).get(self.submission, ())
        return ()

    def document(self, work: Work, code: str) -> Document:
        return next((each for each in self.kept(work) if each.code == code), Document(code))

    def save(self, work: Work, document: Document) -> DossierDocumentId:
        return work.dossiers.save(self.line, self.submission, document)


class DossierService:
    """The checklists of lines and submissions. Which documents there are is the law's, by the day of the papers."""

    def __init__(self, store: Store, rulebooks: RulebookService, today: Callable[[], date]) -> None:
        self._store = store
        self._rulebooks = rulebooks
        self._today = today

    def of_round(self, round_id: RoundId) -> Mapping[NominationId, Checklist]:
        """The checklists of all lines of a round, read at once."""
        with self._store.read() as work:
            return self._of(work, work.nominations.of_round(round_id))

    def of_lines(self, nomination_ids: Iterable[NominationId]) -> Mapping[NominationId, Checklist]:
        """The checklists of lines.

        Raises:
            RecordMissing: one of them is not there.
        """
        with self._store.read() as work:
            return self._of(work, work.nominations.among(nomination_ids))

    def of_submission(self, submission_id: SubmissionId) -> Checklist:
        """What the lines of a submission need, each document as it was said of the whole submission.

        Raises:
            RecordMissing: no such submission.
        """
        with self._store.read() as work:
            submission = work.submissions.get(submission_id)
            lines = work.nominations.of_round(submission.round_id)
            law = self._laws(work, submission.round_id, [submission])
            laws = [law(line) for line in lines if line.submission_id == submission_id]
            return shared_checklist(laws, work.dossiers.of_submissions([submission_id]).get(submission_id, ()))

    def document_names(self) -> Mapping[str, str]:
        """What the documents of all rulebooks are called, by code."""
        return {code: name for book in self._rulebooks.books() for code, name in book.vocabulary.documents.items()}

    def mark(
        self,
        nomination_ids: Iterable[NominationId],
        documents: Iterable[str],
        state: DocumentState,
        *,
        note: str | None = None,
    ) -> Changes:
        """Say of documents of many lines at once what was found: "all have their biên bản họp".

        A document that some of the lines need is marked in those; one that none of them needs is added to all.

        Args:
            documents: codes, or names of documents that no rulebook has.
            note: replaces what is noted; None leaves it.

        Raises:
            DocumentNameMissing: a document without a name.
            RecordMissing: a line is not there.
        """
        lines, codes = tuple(nomination_ids), self._codes(documents)
        with self._store.write("dossier.mark", count=len(lines), document_state=state) as work:
            known, kept = self._of(work, work.nominations.among(lines)), work.dossiers.of_lines(lines)
            needed = {line: {each.code for each in known[line].documents} for line in lines}
            by_some = set().union(*needed.values())
            marked: list[tuple[NominationId, Document]] = []
            for line in lines:
                own = [code for code in codes if code in needed[line] or code not in by_some]
                marked += [(line, document) for document in self._marked(kept.get(line, ()), own, state, note)]
            work.dossiers.save_of_lines(marked)
        return Changes("dossier.mark", _NOMINATION)

    def mark_shared(
        self,
        submission_id: SubmissionId,
        documents: Iterable[str],
        state: DocumentState,
        *,
        note: str | None = None,
    ) -> Changes:
        """Say of documents of a whole submission what was found; it holds for its lines that say nothing else.

        Raises:
            DocumentNameMissing: a document without a name.
            RecordMissing: no such submission.
        """
        codes, unit = self._codes(documents), self._unit(submission_id)
        with self._store.write("dossier.mark_shared", unit=unit, document_state=state) as work:
            work.submissions.get(submission_id)
            owner = _Owner(submission=submission_id)
            for document in self._marked(owner.kept(work), codes, state, note):
                owner.save(work, document)
        return Changes("dossier.mark_shared", _NOMINATION)

    def attach(self, nomination_id: NominationId, document: str, files: Sequence[Path]) -> Changes:
        """Attach files to a document of a line; a document that was not there is there now.

        The files are copied beside the office file and belong to its backups.

        Raises:
            DossierFileUnreadable: one of them cannot be read; nothing has been attached.
            StoreTrouble: the folder of attachments cannot be written to; nothing has been attached.
            RecordMissing: the line is not there.
        """
        (code,) = self._codes([document])
        with self._store.read() as work:
            name = brief(work.nominations.get(nomination_id).name)
        kept = self._kept(files)
        with self._store.write("dossier.attach", name=name, count=len(kept)) as work:
            created = self._attach(work, _Owner(line=nomination_id), code, kept)
        return Changes("dossier.attach", _NOMINATION, created)

    def attach_shared(self, submission_id: SubmissionId, document: str, files: Sequence[Path]) -> Changes:
        """Attach files to a document of a whole submission, for instance the unit's tờ trình.

        Raises:
            DossierFileUnreadable, StoreTrouble, RecordMissing: as ``attach``.
        """
        (code,) = self._codes([document])
        unit, kept = self._unit(submission_id), self._kept(files)
        with self._store.write("dossier.attach_shared", unit=unit, count=len(kept)) as work:
            created = self._attach(work, _Owner(submission=submission_id), code, kept)
        return Changes("dossier.attach_shared", _NOMINATION, created)

    def detach(self, file_id: DossierFileId) -> Changes:
        """Take a file away from its document; its content stays, so that this can be undone.

        Raises:
            RecordMissing: no such file.
        """
        with self._store.read() as work:
            name = brief(work.dossier_files.get(file_id).file_name)
        with self._store.write("dossier.detach", name=name) as work:
            work.dossier_files.remove(file_id)
        return Changes("dossier.detach", _NOMINATION)

    def open_file(self, file: DossierFile) -> Path | None:
        """A copy of an attached file, to look at with another program; gone when the office file is closed.

        None where it is missing or damaged. Reads the file.

        Raises:
            StoreTrouble: no room for the copy.
        """
        return self._store.attachment(file.sha256, file.file_name)

    def proposals(self, nomination_ids: Iterable[NominationId]) -> Mapping[NominationId, NominationState]:
        """What the states of lines should become by their documents; lines that are right are not in the answer.

        Raises:
            RecordMissing: one of them is not there.
        """
        with self._store.read() as work:
            lines = work.nominations.among(nomination_ids)
            found = self._of(work, lines)
        proposed = {line.id: found[line.id].proposed_state(line.state) for line in lines if line.id is not None}
        return {line: state for line, state in proposed.items() if state is not None}

    def settle(self, nomination_ids: Iterable[NominationId]) -> Changes:
        """Give lines the states that their documents propose, as one operation.

        Raises:
            RecordMissing: one of them is not there.
        """
        proposed = self.proposals(nomination_ids)
        with self._store.write("dossier.settle", count=len(proposed)) as work:
            lines = zip(work.nominations.among(proposed), proposed.values(), strict=True)
            work.nominations.save_many([line.moved_to(state) for line, state in lines])
        return Changes("dossier.settle", _NOMINATION)

    def _of(self, work: Work, lines: Sequence[Nomination]) -> dict[NominationId, Checklist]:
        own = work.dossiers.of_lines(line.id for line in lines if line.id is not None)
        found: dict[NominationId, Checklist] = {}
        for round_id in {line.round_id for line in lines}:
            submissions = work.submissions.of_round(round_id)
            shared = work.dossiers.of_submissions(each.id for each in submissions if each.id is not None)
            law = self._laws(work, round_id, submissions)
            for line in lines:
                if line.round_id == round_id and line.id is not None:
                    with_it = shared.get(line.submission_id, ()) if line.submission_id is not None else ()
                    found[line.id] = checklist(law(line), own.get(line.id, ()), with_it)
        return found

    def _laws(
        self, work: Work, round_id: RoundId, submissions: Iterable[Submission]
    ) -> Callable[[Nomination], AwardLaw | None]:
        """Tells what the law of its day says of a line's award."""
        closes, today = work.rounds.get(round_id).closes, self._today()
        known = {each.id: each for each in submissions}
        books: dict[SubmissionId | None, Mapping[str, AwardLaw]] = {}

        def law(line: Nomination) -> AwardLaw | None:
            came = known.get(line.submission_id)
            key = came.id if came is not None else None
            if key not in books:
                accepted = came.received_on if came is not None else None
                books[key] = self._in_force(law_day(came, closes, today), accepted)
            return books[key].get(line.award_id)

        return law

    def _in_force(self, day: date, accepted: date | None) -> Mapping[str, AwardLaw]:
        try:
            return self._rulebooks.on(day, accepted=accepted).awards
        except RulebookMissing:  # older than any law that the program knows
            return {}

    def _codes(self, documents: Iterable[str]) -> tuple[str, ...]:
        names = self.document_names()
        return tuple(dict.fromkeys(dossiers.document_code(document, names) for document in documents))

    def _marked(
        self, kept: Iterable[Document], codes: Iterable[str], state: DocumentState, note: str | None
    ) -> Iterator[Document]:
        """The documents as they are now; nothing is kept of one of which nothing is said."""
        there = {each.code: each for each in kept}
        for code in codes:
            document = there.get(code)
            if document is not None or state is not DocumentState.UNCHECKED or note:
                yield dossiers.marked(document or Document(code), state, self._today(), note)

    def _attach(self, work: Work, owner: _Owner, code: str, files: Iterable[DossierFile]) -> tuple[DossierFileId, ...]:
        document = owner.document(work, code)
        if document.state in (DocumentState.UNCHECKED, DocumentState.MISSING) or document.id is None:
            document = dossiers.marked(document, DocumentState.PRESENT, self._today(), None)
        document_id = owner.save(work, document)
        there = {file.sha256 for file in document.files}
        fresh = {file.sha256: file for file in files if file.sha256 not in there}
        return tuple(work.dossier_files.add(document_id, file) for file in fresh.values())

    def _kept(self, files: Iterable[Path]) -> tuple[DossierFile, ...]:
        wanted = tuple(files)
        for file in wanted:
            try:
                with file.open("rb") as opened:
                    opened.read(1)
            except OSError as error:
                raise DossierFileUnreadable(path=file) from error
        attachments = self._store.attachments
        with reached(attachments.folder):
            return tuple(DossierFile(file.name, attachments.keep(file)) for file in wanted)

    def _unit(self, submission_id: SubmissionId) -> str:
        with self._store.read() as work:
            return brief(work.units.get(work.submissions.get(submission_id).unit_id).name)

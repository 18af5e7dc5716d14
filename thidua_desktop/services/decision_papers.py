"""The papers of a decision: which there are, and all of them written by one action, names checked before."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.domain.papers import PaperKind, PaperRef, PaperRow, PaperUnknown, WrittenPapers
from thidua_desktop.reports.model import Report
from thidua_desktop.services import paper_context
from thidua_desktop.services.addressees import Addressee, stands_alone
from thidua_desktop.services.decision_lines import whole
from thidua_desktop.services.decision_reports import DecisionReports, DecisionTexts
from thidua_desktop.services.name_checks import NameCheckService
from thidua_desktop.services.paper_folders import formats_of, ready_row, write_folder
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.services.templates import TemplateService
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import paper_files

if TYPE_CHECKING:
    from thidua_desktop.services.meeting_builders import MeetingBuilders

__all__ = ["DecisionPaperService", "DecisionTexts", "Format", "formats_of"]

_K = PaperKind


class DecisionPaperService:
    """Writes decisions (PDF, Word, as a workbook) and what goes with them."""

    def __init__(
        self,
        store: Store,
        rulebooks: RulebookService,
        templates: TemplateService,
        reports: DecisionReports,
        names: NameCheckService,
    ) -> None:
        self._store = store
        self._rulebooks, self._templates = rulebooks, templates
        self._reports, self._names = reports, names

    def texts(self, decision_id: DecisionId) -> DecisionTexts:
        """What the paper says around the list: the clerk's own words, and proposed ones where there are none.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        return self._reports.texts(decision_id)

    def catalogue(self, decision_id: DecisionId) -> tuple[PaperRow, ...]:
        """Every paper of a decision, those that are not ready with the reason.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        decision = self._get(decision_id)
        rows = []
        for order, (ref, detail, lacks) in enumerate(self._every(decision), start=1):
            name = paper_files.file_name(order, ref.kind, detail)
            alone = ref.kind is _K.NOTICE and stands_alone(ref.key)
            remark = Finding("paper.no_addressee", params={"name": detail}) if alone else None
            rows.append(PaperRow(ref, paper_files.detailed(ref.kind, detail), name, lacks, remark))
        return tuple(rows)

    def folder_name(self, decision_id: DecisionId) -> str:
        """What a folder for the papers of a decision may be called.

        Raises:
            RecordMissing: no such decision, or in the trash.
        """
        decision = self._get(decision_id)
        return paper_files.folder_name(decision.number or decision.title, decision.signed_on)

    def write(self, decision_id: DecisionId, ref: PaperRef, out: Path, format: Format) -> Path:
        """Write one paper whole or not at all; gives where it lies.

        Raises:
            NamesDiffer: names of the decision are not the same everywhere and nobody has said why; nothing is written.
            PaperUnknown, PaperNotReady: there is none, or not yet.
            FormatNotOffered, GlyphMissing, FileTrouble: a former file is what it was.
            RecordMissing, RulebookMissing: no such decision, or no rulebook for its day.
        """
        ready_row(self.catalogue(decision_id), ref, format)
        return self._templates.write(self.report(decision_id, ref), out, format)

    def write_all(
        self,
        decision_id: DecisionId,
        folder: Path,
        formats: Sequence[Format] = (Format.PDF,),
        refs: Collection[PaperRef] | None = None,
    ) -> WrittenPapers:
        """Write every paper that is ready, or those asked for, into a folder that is new or empty: all or none.

        Raises:
            NamesDiffer, FolderTaken, GlyphMissing, FileTrouble, Cancelled: nothing is written.
            RecordMissing, RulebookMissing: no such decision, or no rulebook for its day.
        """
        rows = [row for row in self.catalogue(decision_id) if refs is None or row.ref in refs]
        # The meeting is read once, however many units are told.
        meeting = cache(partial(self._of_meeting, decision_id))
        return write_folder(
            folder, rows, formats, lambda row: self._report(decision_id, row.ref, meeting), self._templates.write
        )

    def report(self, decision_id: DecisionId, ref: PaperRef) -> Report:
        """A paper as it is going to be printed.

        Raises:
            NamesDiffer: of a decision whose names are not the same everywhere.
            RecordMissing, RulebookMissing: no such decision, or no rulebook for its day.
        """
        return self._report(decision_id, ref, partial(self._of_meeting, decision_id))

    def _report(self, decision_id: DecisionId, ref: PaperRef, meeting: Callable[[], MeetingBuilders]) -> Report:
        match ref.kind:
            case PaperKind.NAME_CHECK:
                return self._name_check(decision_id)
            case PaperKind.PAY_LIST:
                return self._reports.pay_list(decision_id)
            case PaperKind.PROPOSAL:
                return self._reports.proposal(decision_id)
            case PaperKind.NOTICE:
                return meeting().build(ref)
            case _:
                report = self._reports.document(decision_id)
                self._names.of(decision_id, report).require()
                return report

    def _every(self, decision: Decision) -> Iterator[tuple[PaperRef, str, Finding | None]]:
        changes = decision.corrects is not None
        empty = None if decision.lines or changes else Finding("paper.decision_empty")
        yield PaperRef(_K.DECISION), "", empty
        if changes:
            return
        yield PaperRef(_K.NAME_CHECK), "", empty
        yield PaperRef(_K.PROPOSAL), "", empty
        yield PaperRef(_K.PAY_LIST), "", empty or self._without_rulebook(decision)
        for told in self._addressees(decision):
            yield PaperRef(_K.NOTICE, told.key), told.name, None

    def _without_rulebook(self, decision: Decision) -> Finding | None:
        day = decision.signed_on
        if day is None or any(book.basis.covers(day) for book in self._rulebooks.books()):
            return None
        return Finding("paper.no_rulebook", params={"day": day})

    def _addressees(self, decision: Decision) -> tuple[Addressee, ...]:
        """Who is told the results of the lines in the decision, as the notices of its meeting name them."""
        if decision.meeting_id is None:
            return ()
        listed = {line.nomination_id for line in decision.lines}
        with self._store.read() as work:
            context = paper_context.read(work, self._rulebooks, decision.meeting_id)
        own = (one.addressee for one in context.lines if one.line.nomination_id in listed)
        return tuple({one.key: one for one in own}.values())

    def _of_meeting(self, decision_id: DecisionId) -> MeetingBuilders:
        from thidua_desktop.services.meeting_builders import Judged, MeetingBuilders  # what sets type is loaded late

        meeting_id = self._get(decision_id).meeting_id
        if meeting_id is None:
            raise PaperUnknown(kind=paper_files.detailed(PaperKind.NOTICE, ""), key="")
        with self._store.read() as work:
            context = paper_context.read(work, self._rulebooks, meeting_id)
        return MeetingBuilders(context, Judged(tuple, dict, tuple))

    def _name_check(self, decision_id: DecisionId) -> Report:
        from thidua_desktop.reports.councils.name_check import ComparedName, name_check

        decision = self._get(decision_id)
        checked = self._names.of(decision_id)
        answers = {one.line.id: one.answer.reason for one in checked.differences if one.answer is not None}
        names = [
            ComparedName(council, line.name, printed, answers.get(line.id, ""))
            for line, council, printed in zip(checked.lines, checked.council, checked.printed, strict=True)
        ]
        with self._store.read() as work:
            office = work.office.get()
        subject = paper_files.pay_subject(decision.number, decision.signed_on, brief(decision.title))
        return name_check(office, subject, names)

    def _get(self, decision_id: DecisionId) -> Decision:
        with self._store.read() as work:
            return whole(work, work.decision.decisions.get(decision_id))

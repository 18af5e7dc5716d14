"""The papers of a meeting: which there are, what each still lacks, and all of them written by one action."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.ids import DecisionId, MeetingId, NominationId
from thidua_desktop.domain.judgements import Judgement
from thidua_desktop.domain.papers import PaperKind, PaperRef, PaperRow, WrittenPapers
from thidua_desktop.domain.quota_boards import UnitGauge
from thidua_desktop.reports.model import Report
from thidua_desktop.services import paper_context
from thidua_desktop.services.addressees import stands_alone
from thidua_desktop.services.decision_papers import DecisionPaperService
from thidua_desktop.services.hand_decisions import HandDecisionService
from thidua_desktop.services.judging import JudgingService
from thidua_desktop.services.paper_context import MeetingContext
from thidua_desktop.services.paper_folders import formats_of, ready_row, write_folder
from thidua_desktop.services.quotas import QuotaService
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.services.templates import TemplateService
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import bases as base_words
from thidua_desktop.wording import paper_files

if TYPE_CHECKING:
    from thidua_desktop.services.meeting_builders import MeetingBuilders

__all__ = ["Format", "MeetingPaperService", "formats_of"]

_K = PaperKind
_CONCLUDED = frozenset({MeetingState.COUNTED, MeetingState.SIGNED})
_WITH_LINES = (_K.LIST_AWARD, _K.LIST_UNIT, _K.LIST_OCCASION, _K.SUMMARIES, _K.QUOTAS, _K.FINDINGS)


class NothingToWrite(AppError):
    """None of the papers asked for is ready."""

    code = "paper.nothing_ready"


class MeetingPaperService:
    """Writes the papers of meetings (PDF, Word, some as a workbook)."""

    def __init__(
        self,
        store: Store,
        rulebooks: RulebookService,
        judging: JudgingService,
        quotas: QuotaService,
        *,
        hand_decisions: HandDecisionService,
        decision_papers: DecisionPaperService,
        templates: TemplateService,
    ) -> None:
        self._store = store
        self._rulebooks = rulebooks
        self._judging, self._quotas = judging, quotas
        self._hand_decisions, self._decision_papers = hand_decisions, decision_papers
        self._templates = templates

    def catalogue(self, meeting_id: MeetingId) -> tuple[PaperRow, ...]:
        """Every paper of a meeting in the order in which they are needed, those that are not ready with the reason.

        Raises:
            RecordMissing: no such meeting, or in the trash.
            RulebookMissing: no rulebook covers its day.
        """
        return tuple(_rows(*self._read(meeting_id)))

    def folder_name(self, meeting_id: MeetingId) -> str:
        """What a folder for the papers of a meeting may be called: day and name, in letters that every system takes.

        Raises:
            RecordMissing: no such meeting, or in the trash.
        """
        with self._store.read() as work:
            meeting = work.council.meetings.get(meeting_id)
        return paper_files.folder_name(meeting.name, meeting.day)

    def write(self, meeting_id: MeetingId, ref: PaperRef, out: Path, format: Format) -> Path:
        """Write one paper whole or not at all; gives where it lies.

        Raises:
            PaperUnknown, PaperNotReady: there is none, or not yet.
            FormatNotOffered, GlyphMissing, FileTrouble: a former file is what it was.
            NamesDiffer: a decision that is not to be printed as it is (``DecisionPaperService.write``).
            RecordMissing, RulebookMissing: no such meeting, or no rulebook for its day.
        """
        context, builders = self._read(meeting_id)
        row = ready_row(_rows(context, builders), ref, format)
        return self._templates.write(self._build(builders, row), out, format)

    def write_all(
        self,
        meeting_id: MeetingId,
        folder: Path,
        formats: Sequence[Format] = (Format.PDF,),
        refs: Collection[PaperRef] | None = None,
    ) -> WrittenPapers:
        """Write every paper that is ready, or those asked for, into a folder that is new or empty: all or none.

        ``common.progress.current`` is told of every paper.

        Raises:
            NothingToWrite: none is ready.
            FolderTaken: there are files in the folder.
            GlyphMissing, NamesDiffer, FileTrouble, Cancelled: nothing is written.
            RecordMissing, RulebookMissing: no such meeting, or no rulebook for its day.
        """
        context, builders = self._read(meeting_id)
        rows = [row for row in _rows(context, builders) if refs is None or row.ref in refs]
        if not any(row.ready for row in rows):
            raise NothingToWrite(name=brief(context.meeting.name))
        return write_folder(folder, rows, formats, lambda row: self._build(builders, row), self._templates.write)

    def _read(self, meeting_id: MeetingId) -> tuple[MeetingContext, MeetingBuilders]:
        from thidua_desktop.services.meeting_builders import Judged, MeetingBuilders  # what sets type is loaded late

        with self._store.read() as work:
            context = paper_context.read(work, self._rulebooks, meeting_id)
        judged = Judged(lambda: self._gauges(context), lambda: self._judgements(context), lambda: self._bases(context))
        return context, MeetingBuilders(context, judged)

    def _build(self, builders: MeetingBuilders, row: PaperRow) -> Report:
        if row.ref.kind is _K.DECISION:
            return self._decision_papers.report(DecisionId(int(row.ref.key)), PaperRef(_K.DECISION))
        return builders.build(row.ref)

    def _gauges(self, context: MeetingContext) -> Sequence[UnitGauge]:
        ids = frozenset(one.line.nomination_id for one in context.lines)
        return [gauge for each in context.meeting.rounds for gauge in self._quotas.board(each).gauges(ids)]

    def _judgements(self, context: MeetingContext) -> Mapping[NominationId, Judgement]:
        ids = {one.line.nomination_id for one in context.lines}
        found: dict[NominationId, Judgement] = {}
        for each in context.meeting.rounds:
            found.update(self._judging.judge(each, ids))
        return found

    def _bases(self, context: MeetingContext) -> tuple[str, ...]:
        """Căn cứ of the meeting's day, the minutes as the last."""
        meeting = context.meeting
        bases = self._hand_decisions.bases(Decision("", meeting_id=meeting.id, signed_on=meeting.day))
        return tuple(each for each in bases if each != base_words.proposed_by(context.council.name))


def _rows(context: MeetingContext, builders: MeetingBuilders) -> Iterator[PaperRow]:
    for order, (ref, detail, lacks) in enumerate(_every(context, builders), start=1):
        name = paper_files.file_name(order, ref.kind, detail)
        remark = _remark(context, ref, detail) if lacks is None else None
        yield PaperRow(ref, paper_files.detailed(ref.kind, detail), name, lacks, remark)


def _remark(context: MeetingContext, ref: PaperRef, detail: str) -> Finding | None:
    """What to look at before a paper is printed."""
    if ref.kind is _K.NOTICE and stands_alone(ref.key):
        return Finding("paper.no_addressee", params={"name": detail})
    if ref.kind is _K.VOTE_COUNT:
        ballot = next(one.ballot for one in context.ballots if str(one.ballot.number) == ref.key)
        return Finding("paper.no_counters", params={"number": ballot.number}) if not ballot.counters else None
    return None


def _every(context: MeetingContext, builders: MeetingBuilders) -> Iterator[tuple[PaperRef, str, Finding | None]]:
    """Every paper of a meeting: which, by what it is told apart, and what it lacks."""
    no_lines = None if context.lines else Finding("paper.no_lines")
    yield PaperRef(_K.INVITATIONS), "", None if context.members else Finding("paper.no_members")
    for kind in _WITH_LINES:
        yield PaperRef(kind), "", no_lines
    yield from _ballots(context, builders)
    concluded = None if context.meeting.state in _CONCLUDED else Finding("paper.not_concluded")
    yield PaperRef(_K.MINUTES), "", concluded
    levels = builders.levels() if concluded is None else ()
    for body, _ in levels:
        detail = builders.issuer(body).authority if len(levels) > 1 else ""
        yield PaperRef(_K.PROPOSAL, body), detail, None
    if not levels:
        yield PaperRef(_K.PROPOSAL), "", concluded or Finding("paper.nothing_agreed")
    for decision in context.decisions:
        empty = None if decision.lines or decision.corrects is not None else Finding("paper.decision_empty")
        yield PaperRef(_K.DECISION, str(decision.id)), brief(decision.title), empty
    if not context.decisions:
        yield PaperRef(_K.DECISION), "", concluded or Finding("paper.no_decision")
    told = builders.addressees() if concluded is None else ()
    for one in told:
        yield PaperRef(_K.NOTICE, one.key), one.name, None
    if not told:
        yield PaperRef(_K.NOTICE), "", concluded or no_lines


def _ballots(context: MeetingContext, builders: MeetingBuilders) -> Iterator[tuple[PaperRef, str, Finding | None]]:
    numbers = [str(one.ballot.number) for one in context.ballots] or [""]
    several = len(numbers) > 1
    nothing = Finding("paper.nothing_to_vote")
    everybody = context.absent() == ()
    for number in numbers:
        detail = paper_files.voting(int(number)) if several else ""
        lacks = None if builders.to_vote_on(number) else nothing
        yield PaperRef(_K.BALLOT_A4, number), detail, lacks
        yield PaperRef(_K.BALLOT_A5, number), detail, lacks
        yield PaperRef(_K.OPINIONS, number), detail, Finding("paper.nobody_absent") if everybody else lacks
    for kind in (_K.VOTE_COUNT, _K.VOTE_SUMMARY):
        for one in context.ballots:
            detail = paper_files.voting(one.ballot.number) if several else ""
            missing = None if one.counted else Finding("paper.not_counted", params={"number": one.ballot.number})
            yield PaperRef(kind, str(one.ballot.number)), detail, missing
        if not context.ballots:
            yield PaperRef(kind), "", Finding("paper.no_ballot")

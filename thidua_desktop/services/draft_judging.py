"""Lines that nobody has kept yet, judged as they would be once they stand in their round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.domain.double_nominations import Neighbours
from thidua_desktop.domain.eligibility.claims import also_nominated
from thidua_desktop.domain.ids import NominationId, RoundId
from thidua_desktop.domain.judgements import NEW_RECIPIENT, NOT_IN_DIRECTORY, Judgement
from thidua_desktop.domain.list_doctor import DoctorDraft, DoctorRow, Sureness
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.judging import JudgingService
from thidua_desktop.services.list_batches import nomination_of, sender_submission
from thidua_desktop.services.list_recipients import known_recipient
from thidua_desktop.services.recipient_ties import Intake
from thidua_desktop.services.round_judging import JudgedRound, judge_lines
from thidua_desktop.storage.judging import Moment
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work
from thidua_desktop.wording import judging as wording
from thidua_desktop.wording.rules import Names


class DraftJudgingService:
    """Says of rows before they are stored what the round will say of them after; nothing is kept."""

    def __init__(
        self, store: Store, judging: JudgingService, eligibility: EligibilityService, today: Callable[[], date]
    ) -> None:
        self._store = store
        self._judging = judging
        self._eligibility = eligibility
        self._today = today
        self._known: tuple[RoundId, Moment, Neighbours] | None = None

    def judged(self, draft: DoctorDraft) -> DoctorDraft:
        """A list of nominations with the judgement of every row that is to be stored and says for which award.

        Rows that are judged already stay so: a row that the clerk changes loses its judgement by being made anew. A
        list for something else, or for no round, is given back as it is.

        Raises:
            RecordMissing: no such round.
            Cancelled: somebody has asked for the end.
        """
        if draft.target is not ListTarget.NOMINATIONS or draft.round_id is None:
            return draft
        places = [at for at, row in enumerate(draft.rows) if row.taken and row.row.award_id and row.row.name]
        with self._store.read() as work:
            letter = sender_submission(work, draft, draft.round_id)
            lines = [
                nomination_of(draft.rows[at], draft, known_recipient(draft.rows[at]), letter, draft.round_id)
                for at in places
            ]
            found = self._judged(work, draft.round_id, lines, [draft.rows[at].judgement for at in places])
        rows = [row._replace(judgement=None) if row.judgement is not None else row for row in draft.rows]
        for at, judgement in zip(places, found, strict=True):
            rows[at] = draft.rows[at]._replace(judgement=_of_row(draft.rows[at], judgement))
        return replace(draft, rows=tuple(rows))

    def of_lines(self, round_id: RoundId, lines: Sequence[Nomination]) -> tuple[Judgement, ...]:
        """What is found of lines that are to be added to a round, in their order.

        A line that names no recipient is judged by the file of the one that it means for certain.

        Raises:
            RecordMissing: no such round.
            Cancelled: somebody has asked for the end.
        """
        with self._store.read() as work:
            tied = Intake(work, self._today()).tied(lines, make_missing=False)
            return self._judged(work, round_id, tied, [None] * len(tied))

    def names(self, judgement: Judgement) -> Names:
        """The names behind the codes of a judgement."""
        return self._judging.names(judgement.assessment.claim.day) if judgement.book else Names()

    def sentences(self, judgement: Judgement) -> tuple[str, ...]:
        """All that is said of a line, the verdict first, then what is graver before what is not, with the articles."""
        return wording.line(judgement, self.names(judgement))

    def _judged(
        self, work: Work, round_id: RoundId, lines: Sequence[Nomination], known: Sequence[Judgement | None]
    ) -> tuple[Judgement, ...]:
        """The judgements of lines beside those of their round.

        What is ``known`` of a line holds as long as its recipient is nominated for the same other awards as before.
        """
        drafts = [replace(line, id=_id(at)) for at, line in enumerate(lines)]
        state = self._state(work, round_id, drafts)
        for draft, judgement in zip(drafts, known, strict=True):
            assert draft.id is not None
            if judgement is not None and judgement.assessment.claim.also == state.also[draft.id]:
                state.judged[draft.id] = judgement
        judge_lines(state, work, self._eligibility, list(state.lines))
        return tuple(state.judged[line_id] for line_id in state.lines)

    def _state(self, work: Work, round_id: RoundId, drafts: Sequence[Nomination]) -> JudgedRound:
        """The drafts as a round of their own, beside the lines of the round that they are for."""
        beside = self._beside(work, round_id).of(drafts)
        also = also_nominated([*drafts, *beside])[: len(drafts)]
        ids = [draft.id for draft in drafts if draft.id is not None]
        return JudgedRound(
            round=work.rounds.get(round_id),
            lines=dict(zip(ids, drafts, strict=True)),
            letters=work.judging.letters(round_id),
            also=dict(zip(ids, also, strict=True)),
            overrides={},
            moment=work.judging.now(),
            today=self._today(),
        )

    def _beside(self, work: Work, round_id: RoundId) -> Neighbours:
        """The lines of a round, read again only when something was kept since: a folder asks for every file."""
        now = work.judging.now()
        known = self._known
        if known is None or known[:2] != (round_id, now):
            known = self._known = (round_id, now, Neighbours(work.nominations.of_round(round_id)))
        return known[2]


def _of_row(row: DoctorRow, judgement: Judgement) -> Judgement:
    """Of somebody new there is nothing to tie the row to: the note says what storing it will do."""
    if row.recipient.sure is not Sureness.NEW:
        return judgement
    notes = (replace(note, code=NEW_RECIPIENT) if note.code == NOT_IN_DIRECTORY else note for note in judgement.notes)
    return replace(judgement, notes=tuple(notes))


def _id(place: int) -> NominationId:
    """What stands for the number of a line that has none yet; numbers of kept lines are never below 1."""
    return NominationId(-1 - place)

"""Decisions that no meeting drafts (khen đột xuất and the like), what a draft can still take in, its căn cứ."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.decisions import Decision, DecisionLine, DecisionState
from thidua_desktop.domain.ids import DecisionId, MeetingId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.rulebooks import RulebookMissing
from thidua_desktop.services.decision_lines import AGREED, verdicts
from thidua_desktop.services.decisions import DecisionNotDraft, DecisionTitleMissing
from thidua_desktop.services.legal import legal_register
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work
from thidua_desktop.wording import bases as wording

__all__ = ["Candidate", "DecisionYearMissing", "HandDecisionService"]

_DECISION = frozenset({Kind.DECISION})
_NUMBER = re.compile(r"\d{1,4}/\d{4}/[A-ZĐ][A-ZĐ0-9-]*")
"""``06/2022/QH15``, ``152/2025/NĐ-CP``: how a rulebook names the documents that it rests on."""


class DecisionYearMissing(AppError):
    """A decision belongs to the books of a year."""

    code = "decision.year_missing"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An agreed line that is in no decision and with no higher level; ``meeting`` empty where none agreed to it."""

    nomination: Nomination
    round: str
    meeting: str
    meeting_id: MeetingId | None = None


class HandDecisionService:
    """Begins decisions by hand and says what can go into a draft."""

    def __init__(self, store: Store, rulebooks: RulebookService, today: Callable[[], date]) -> None:
        self._store = store
        self._rulebooks = rulebooks
        self._today = today

    def create(self, decision: Decision) -> Changes:
        """Keep a new draft without lines; number, day and state of what is given are left aside.

        Raises:
            DecisionTitleMissing: no subject.
            DecisionYearMissing: no year.
        """
        title = squeeze(decision.title)
        if not title:
            raise DecisionTitleMissing
        if not decision.year:
            raise DecisionYearMissing(title=brief(title))
        draft = replace(
            decision,
            title=title,
            id=None,
            lines=(),
            number=None,
            signed_on=None,
            issued_on=None,
            state=DecisionState.DRAFT,
            state_reason=None,
        )
        with self._store.write("decision.create", title=brief(title)) as work:
            created = work.decision.decisions.save(draft)
        return Changes("decision.create", _DECISION, (created,))

    def change_lines(self, decision_id: DecisionId, lines: Sequence[DecisionLine]) -> Changes:
        """Keep the texts of some lines of a draft; all others, and the order, stay as the file has them.

        Raises:
            DecisionNotDraft: it is on its way to be signed, or signed.
            RecordMissing: no such decision, or a line that it does not have any more.
        """
        with self._store.read() as work:
            title = brief(work.decision.decisions.get(decision_id).title)
        with self._store.write("decision.change_lines", title=title, count=len(lines)) as work:
            decision = work.decision.decisions.get(decision_id)
            if decision.state is not DecisionState.DRAFT:
                raise DecisionNotDraft(title=title, state=decision.state)
            own = {each.id: each for each in work.decision.lines.of(decision_id=decision_id)}
            for line in lines:
                kept = own.get(line.id)
                if kept is None:  # gone since, or of another decision, which may be locked
                    raise RecordMissing(kind=Kind.DECISION, id=line.id or 0)
                work.decision.lines.save(
                    replace(
                        kept,
                        name=line.name,
                        honorific=line.honorific,
                        position=line.position,
                        unit=line.unit,
                        achievement=line.achievement,
                    )
                )
        return Changes("decision.change_lines", _DECISION)

    def every(self) -> tuple[Decision, ...]:
        """The decisions of all years without their lists, the earliest first."""
        with self._store.read() as work:
            return work.decision.decisions.of()

    def candidates(self) -> tuple[Candidate, ...]:
        """Every agreed line that waits for a decision, the latest round first."""
        with self._store.read() as work:
            waiting = work.nominations.in_states(AGREED)
            said = verdicts(work, [line.id for line in waiting if line.id is not None])
            rounds = {each: work.rounds.any(each) for each in {line.round_id for line in waiting}}
            found = []
            for line in sorted(waiting, key=lambda line: (-rounds[line.round_id].year, line.round_id, line.id or 0)):
                verdict = said.get(line.id) if line.id is not None else None
                meeting_id = verdict.meeting_id if verdict is not None else None
                name = work.council.meetings.any(meeting_id).name if meeting_id is not None else ""
                found.append(Candidate(line, rounds[line.round_id].name, name, meeting_id))
        return tuple(found)

    def bases(self, decision: Decision) -> tuple[str, ...]:
        """The căn cứ that a decision of its day begins with: the law of the day, then the minutes of its meeting.

        A document on some awards alone is cited where the list has one of them; where the list is empty it is not.
        A document that has been replaced by that day gives way to what stands in its place; one that the register of
        legal documents does not know is left out. Nothing where no rulebook covers the day.
        """
        day = decision.signed_on or self._today()
        register, cited, named = legal_register(), list[str](), set[str]()
        for number in self._cited(day, frozenset(line.award_id for line in decision.lines)):
            documents = [one for one in register.of_day(number, day) if one.number not in named]
            named |= {one.number for one in documents}
            if documents:
                cited.append(wording.basis(documents))
        if not cited:
            return ()
        with self._store.read() as work:
            return (*cited, *_of_meeting(work, decision.meeting_id))

    def _cited(self, day: date, award_ids: frozenset[str]) -> tuple[str, ...]:
        """The documents that the rulebook of a day rests on, and those of the one that it goes on from."""
        try:
            book = self._rulebooks.on(day)
        except RulebookMissing:
            return ()
        below = [one.basis.citation for one in self._rulebooks.books() if one.code == book.inherits]
        numbers = [number for citation in (book.basis.citation, *below) for number in _NUMBER.findall(citation)]
        return tuple(number for number in numbers if book.rests_on(number, award_ids))


def _of_meeting(work: Work, meeting_id: MeetingId | None) -> tuple[str, ...]:
    if meeting_id is None:
        return ()
    meeting = work.council.meetings.any(meeting_id)
    council = work.council.councils.any(meeting.council_id)
    return wording.minutes(council.name, meeting.day), wording.proposed_by(council.name)

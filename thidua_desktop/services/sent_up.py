"""What goes to a higher level after the council has agreed, followed until its answer comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.decision_changes import AnsweredTooEarly, SentUp
from thidua_desktop.domain.decision_drafts import line_of
from thidua_desktop.domain.decisions import Decision, DecisionLine
from thidua_desktop.domain.ids import NominationId, SentUpId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.services.decision_lines import enter
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store

__all__ = ["Answer", "SentUpRow", "SentUpService"]

_LONGEST_AHEAD = timedelta(days=31)
_SENT = frozenset({Kind.NOMINATION})
_ANSWERED = frozenset({Kind.NOMINATION, Kind.RECIPIENT, Kind.AWARD_RECORD})


class LevelMissing(AppError):
    """Nobody said to whom the lines go."""

    code = "sent_up.level_missing"


class AlreadySent(AppError):
    """A line is with a higher level, and its answer has not come."""

    code = "sent_up.sent"


class SentUpTooFarAhead(AppError):
    """A day of sending or of an answer so far ahead that it must be a slip."""

    code = "sent_up.too_far_ahead"


class AlreadyAnswered(AppError):
    """The answer to a line has come already."""

    code = "sent_up.answered"


class AnswerWithoutDecision(AppError):
    """An award without the number of its decision cannot go into the register."""

    code = "sent_up.decision_missing"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a higher level said: the number of its decision where it gave the award, the reason where it did not."""

    day: date
    awarded: bool
    decision: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SentUpRow:
    """A line with a higher level, and the days that it has been there, up to its answer."""

    sent: SentUp
    nomination: Nomination
    days: int


class SentUpService:
    """The lines that wait for a higher level."""

    def __init__(self, store: Store, rulebooks: RulebookService, today: Callable[[], date]) -> None:
        self._store = store
        self._rulebooks = rulebooks
        self._today = today

    def all(self, *, waiting: bool = True) -> tuple[SentUpRow, ...]:
        """What was sent up, the oldest first; with ``waiting`` only what has no answer yet."""
        with self._store.read() as work:
            sent = [one for one in work.decision.sent_up.of() if one.waits or not waiting]
            held = {one.id: one for one in work.nominations.among({one.nomination_id for one in sent})}
        today = self._today()
        return tuple(
            SentUpRow(one, held[one.nomination_id], ((one.answered_on or today) - one.sent_on).days) for one in sent
        )

    def send(
        self, nomination_ids: Iterable[NominationId], level: str, sent_on: date, *, letter_number: str = ""
    ) -> Changes:
        """Note that agreed lines went to a higher level with one letter.

        Args:
            level: code of the body that is asked (``Vocabulary.bodies``).

        Raises:
            LevelMissing, SentUpTooFarAhead: no body, or a day far ahead.
            MoveNotAllowed, AlreadySent: a line has not been agreed to, or is there already; none is sent.
            RecordMissing: a line is not there.
        """
        if not level.strip():
            raise LevelMissing
        self._check_day(sent_on)
        going = tuple(dict.fromkeys(nomination_ids))
        with self._store.write("sent_up.send", count=len(going)) as work:
            for nomination in work.nominations.among(going):
                if nomination.state is NominationState.SENT_UP:
                    raise AlreadySent(name=brief(nomination.name))
                work.nominations.save(nomination.moved_to(NominationState.SENT_UP))
            created = work.decision.sent_up.add_many(
                [SentUp(nomination_id, level.strip(), sent_on, letter_number.strip()) for nomination_id in going]
            )
        return Changes("sent_up.send", _SENT, created)

    def answer(self, sent_ids: Iterable[SentUpId], answer: Answer) -> Changes:
        """Keep what a higher level said: awards go into the register with its decision, the rest is not awarded.

        Raises:
            AnswerWithoutDecision, AnsweredTooEarly, SentUpTooFarAhead, AlreadyAnswered: it cannot be kept so; nothing
                has changed.
            NominationReasonMissing: refused without a reason.
            RecordMissing: one is not there.
        """
        if answer.awarded and not answer.decision.strip():
            raise AnswerWithoutDecision
        self._check_day(answer.day)
        asked, given = tuple(sent_ids), defaultdict[str, list[DecisionLine]](list)
        with self._store.write("sent_up.answer", count=len(asked)) as work:
            for sent in map(work.decision.sent_up.get, asked):
                nomination = work.nominations.get(sent.nomination_id)
                if sent.answered_on is not None:
                    raise AlreadyAnswered(name=brief(nomination.name), day=sent.answered_on)
                if answer.day < sent.sent_on:
                    raise AnsweredTooEarly(day=answer.day, sent_on=sent.sent_on)
                said = replace(sent, answered_on=answer.day, decision=answer.decision.strip(), note=answer.reason)
                work.decision.sent_up.save(said)
                if answer.awarded:
                    given[sent.level].append(line_of(nomination, len(given[sent.level]) + 1))
                else:
                    work.nominations.save(nomination.moved_to(NominationState.NOT_AWARDED, reason=answer.reason))
            for level, lines in given.items():
                decision = Decision("", number=answer.decision.strip(), signed_on=answer.day, lines=tuple(lines))
                enter(work, decision, self._body(level, answer.day))
        return Changes("sent_up.answer", _ANSWERED)

    def _check_day(self, day: date) -> None:
        today = self._today()
        if day - today > _LONGEST_AHEAD:
            raise SentUpTooFarAhead(day=day, today=today)

    def _body(self, level: str, day: date) -> str:
        return self._rulebooks.on(day).vocabulary.bodies.get(level, level)

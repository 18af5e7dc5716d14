"""What is known of the lines of a round besides what stands in them: findings, dossiers, senders, doubles, ceilings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from thidua_desktop.domain.dossiers import Checklist
from thidua_desktop.domain.double_nominations import Double
from thidua_desktop.domain.ids import NominationId, RoundId, SubmissionId
from thidua_desktop.domain.judgements import Judgement
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.quota_boards import QuotaBoard
from thidua_desktop.domain.rulebooks import RulebookMissing
from thidua_desktop.services.container import Services
from thidua_desktop.wording.rules import Names


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """Looked up aside; empty until then. Whatever is not known yet of a line is simply not in here."""

    round_id: RoundId | None = None
    judged: Mapping[NominationId, Judgement] = field(default_factory=dict)
    names: Mapping[date, Names] = field(default_factory=dict)
    """The words of the rulebook of each day by which a line is judged."""
    dossiers: Mapping[NominationId, Checklist] = field(default_factory=dict)
    senders: Mapping[SubmissionId, str] = field(default_factory=dict)
    """The units that have sent something, by submission."""
    doubles: Mapping[NominationId, tuple[Double, ...]] = field(default_factory=dict)
    board: QuotaBoard | None = None
    own: frozenset[NominationId] = frozenset()
    """The lines about which the clerk has decided otherwise."""
    complete: bool = False
    """Whether everything has been looked up."""

    def names_of(self, judgement: Judgement) -> Names:
        """The words for the findings of a line."""
        return self.names.get(judgement.assessment.claim.day, Names())

    def sender(self, line: Nomination) -> str:
        """The unit that has sent a line; empty where it came alone."""
        return self.senders.get(line.submission_id, "") if line.submission_id is not None else ""


def first_look(services: Services, before: RoundFacts, wanted: Collection[NominationId]) -> RoundFacts:
    """The findings of the lines that are seen now, on top of what was known of the round.

    Raises:
        RecordMissing: the round is not there any more.
    """
    assert before.round_id is not None
    judged = services.judging.judge(before.round_id, wanted)
    own = before.own.difference(judged) | _own(judged)
    names = _names(services, judged.values(), before.names)
    return replace(before, judged={**before.judged, **judged}, own=own, names=names)


def whole_look(services: Services, round_id: RoundId) -> RoundFacts:
    """Everything of a round.

    Raises:
        RecordMissing: the round is not there any more.
    """
    judged = services.judging.judge(round_id)
    doubles: dict[NominationId, list[Double]] = defaultdict(list)
    for double in services.judging.doubles(round_id):
        for line in (double.first, double.second):
            if line.id is not None:
                doubles[line.id].append(double)
    return RoundFacts(
        round_id,
        judged,
        _names(services, judged.values(), {}),
        services.dossiers.of_round(round_id),
        services.submissions.senders(round_id),
        {line: tuple(found) for line, found in doubles.items()},
        services.quotas.board(round_id),
        _own(judged),
        complete=True,
    )


def _own(judged: Mapping[NominationId, Judgement]) -> frozenset[NominationId]:
    return frozenset(line for line, one in judged.items() if one.assessment.override is not None)


def _names(services: Services, judged: Iterable[Judgement], known: Mapping[date, Names]) -> dict[date, Names]:
    names = dict(known)
    for day in {one.assessment.claim.day for one in judged} - set(names):
        try:
            names[day] = services.judging.names(day)
        except RulebookMissing:  # older than any law that the program knows; the line says so
            names[day] = Names()
    return names

"""What a decision's list is measured by: who may decide, what stands against signing, which numbers are taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.councils.records import MeetingLine
from thidua_desktop.domain.decision_drafts import Authorities
from thidua_desktop.domain.decision_numbers import series_number
from thidua_desktop.domain.decisions import Decision, DecisionLine, list_findings
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import MeetingId, NominationId
from thidua_desktop.domain.issuers import own_first
from thidua_desktop.domain.rulebooks import Rulebook
from thidua_desktop.domain.units import Office
from thidua_desktop.services.decision_lines import AGREED, verdicts
from thidua_desktop.services.meeting_standing import nominations_of
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.work import Work


class DecisionFaulty(AppError):
    """The list has faults that stand against signing."""

    code = "decision.faulty"


def authorities(book: Rulebook, office: Office) -> Authorities:
    """Who may decide on an award by a rulebook, the one who does so for an office first."""

    def bodies(award_id: str) -> tuple[str, ...]:
        law = book.awards.get(award_id)
        allowed = law.decided_by if law is not None and law.decided_by is not None else ()
        return own_first(allowed, office.name, office.superior)

    return bodies


def nominations_in(lines: Sequence[DecisionLine]) -> tuple[NominationId, ...]:
    """The nominations that stand in a list."""
    return tuple(line.nomination_id for line in lines if line.nomination_id is not None)


def findings_of(work: Work, decision: Decision) -> tuple[Finding, ...]:
    """What stands against signing, and what has been left out."""
    if decision.corrects is not None:  # it has no list of its own
        changes = work.decision.pending.of(by_id=decision.id)
        return () if changes else (Finding("decision.nothing_changed", Severity.BLOCKING),)
    listed_here = set(nominations_in(decision.lines))
    agreed = set(verdicts(work, listed_here))
    if decision.meeting_id is not None:
        agreed |= {line.nomination_id for line in waiting_for_decision(work, decision.meeting_id)}
        return list_findings(decision, agreed)
    # No council stands behind it (khen đột xuất): what was agreed to when it was taken in is agreed to.
    alone = len(listed_here - agreed)
    warned = (Finding("decision.without_council", params={"count": alone}),) if alone else ()
    return (*list_findings(decision, agreed | listed_here), *warned)


def waiting_for_decision(work: Work, meeting_id: MeetingId) -> list[MeetingLine]:
    """The lines that a meeting agreed to and that wait for a decision."""
    waiting = {number for number, one in nominations_of(work, meeting_id).items() if one.state in AGREED}
    lines = work.council.lines.of(meeting_id=meeting_id)
    return [line for line in lines if line.agreed and line.nomination_id in waiting]


def check_faultless(work: Work, decision: Decision) -> None:
    """Refuse a decision whose list has faults.

    Raises:
        DecisionFaulty: with their number.
    """
    blocking = [found for found in findings_of(work, decision) if found.severity is Severity.BLOCKING]
    if blocking:
        raise DecisionFaulty(title=brief(decision.title), count=len(blocking))


def numbers_taken(work: Work, year: int, decision: Decision, decided_by: str) -> frozenset[str]:
    """The numbers of the other decisions of a year; an old decision of another authority has a series of its own."""
    others = (one for one in work.decision.decisions.of(year=year) if one.id != decision.id)
    own = (one for one in others if not one.historical or fold(one.signed_by) == fold(decided_by))
    return frozenset(series_number(one.number) for one in own if one.number is not None)


def held_on(work: Work, decision: Decision) -> date | None:
    """The day of the meeting that agreed to the list; None without one."""
    return None if decision.meeting_id is None else work.council.meetings.any(decision.meeting_id).day

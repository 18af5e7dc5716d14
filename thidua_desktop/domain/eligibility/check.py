"""The check of a nomination: every way to the award, the general rules, and the verdict of all together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.eligibility import bars, careers, collectives, counts, runs
from thidua_desktop.domain.eligibility.prepared import (
    Case,
    Judge,
    PreparedAward,
    PreparedEvidence,
    PreparedPath,
    PreparedRulebook,
    Step,
)
from thidua_desktop.domain.eligibility.verdicts import (
    Ask,
    AskKind,
    Assessment,
    Claim,
    PathResult,
    RuleFinding,
    Verdict,
    latest_of,
    together,
)
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.rulebooks import AwardLaw, Basis, Path, Rule, Rulebook
from thidua_desktop.domain.rules import (
    AchievementOnce,
    AllOf,
    Anniversary,
    AnyOf,
    AwardExists,
    AwardOfYear,
    AwardRun,
    AwardsInWindow,
    AwardsInYears,
    ClusterLead,
    Condition,
    Confirmed,
    EarlierAward,
    Existence,
    ForOccasion,
    ForRecipient,
    InitiativeCount,
    InMovement,
    Interval,
    MembersCompleted,
    MembersHolding,
    MembersUndisciplined,
    MembersWith,
    NoDiscipline,
    NoDisciplineInPosts,
    NoOpenCase,
    NotTogether,
    OfClass,
    OneStateForm,
    PostYears,
    RatingOfYear,
    RatingRun,
    RatingsInWindow,
    Registered,
    Score,
    SpellMonths,
    SpellYears,
    StandardWritten,
)

_JUDGES: dict[type[Condition], object] = {
    AwardOfYear: counts.award_of_year,
    AwardRun: runs.award_run,
    EarlierAward: counts.earlier_award,
    AwardsInWindow: counts.awards_in_window,
    AwardsInYears: counts.awards_in_years,
    Interval: counts.interval,
    RatingOfYear: counts.rating_of_year,
    RatingRun: runs.rating_run,
    RatingsInWindow: counts.ratings_in_window,
    InitiativeCount: counts.initiatives,
    NoDiscipline: careers.no_discipline,
    MembersHolding: collectives.members_holding,
    MembersCompleted: collectives.members_completed,
    MembersWith: collectives.members_with,
    MembersUndisciplined: collectives.members_undisciplined,
    SpellYears: careers.spell_years,
    SpellMonths: careers.spell_months,
    PostYears: careers.post_years,
    Existence: careers.existence,
    Anniversary: careers.anniversary,
    ClusterLead: collectives.cluster_lead,
    InMovement: collectives.in_movement,
    OfClass: careers.of_class,
    Registered: collectives.registered,
    Score: collectives.score,
    Confirmed: bars.confirmed,
    NoOpenCase: careers.no_open_case,
    NoDisciplineInPosts: careers.no_discipline_in_posts,
    AchievementOnce: bars.achievement_once,
    OneStateForm: bars.one_state_form,
    NotTogether: bars.not_together,
}
JUDGES = cast("dict[type[Condition], Judge]", _JUDGES)
"""Each kind of rule with what judges it; a judge only ever sees rules of its own kind."""
JUDGES[AnyOf] = bars.any_of(JUDGES)
JUDGES[AllOf] = bars.all_of(JUDGES)


def prepare(book: Rulebook, catalogue: Iterable[Award]) -> PreparedRulebook:
    """A rulebook made ready for many nominations."""
    return PreparedRulebook(book, catalogue, JUDGES)


def check(claim: Claim, evidence: Evidence | PreparedEvidence, book: PreparedRulebook) -> Assessment:
    """What the rulebook says of a nomination: met, not met or cannot tell, each finding with its article."""
    file = evidence if isinstance(evidence, PreparedEvidence) else PreparedEvidence(evidence)
    asked = book.asked(claim)
    if asked is None or asked.law.exists is False:
        basis = asked.law.basis if asked is not None else book.book.basis
        refusal = RuleFinding(Rule(AwardExists(), basis), Verdict.NOT_MET)
        return Assessment(claim, Verdict.NOT_MET, None, (refusal,))
    if refusals := _refusals(claim, asked.law):
        return Assessment(claim, Verdict.NOT_MET, None, tuple(refusals))
    floor = _floor(claim, file, asked)
    general = tuple(_judged(asked.generals, Case(claim, file, book, floor, asked.ends, asked.once)))
    any_way = claim.path is None
    active = [path for path in asked.paths if (any_way and path.for_anybody) or path.claimed(claim, file)]
    results: list[PathResult] = []
    for path in active or asked.paths:
        results.append(_walk(path, Case(claim, file, book, floor, asked.ends, asked.once)))
        if results[-1].verdict is Verdict.MET:
            break
    if not results:
        general = (_no_standard(asked.law), *general)
        verdict = together([one.verdict for one in general])
        return Assessment(claim, verdict, None, general, earliest=latest_of(general))
    best = results[0] if len(results) == 1 else max(results, key=_worth)
    findings = best.findings + general
    verdict = together([one.verdict for one in findings])
    return Assessment(
        claim=claim,
        verdict=verdict,
        path=best.path,
        findings=findings,
        others=tuple(one for one in results if one is not best) if len(results) > 1 else (),
        open_paths=_left_open(asked.paths, active),
        earliest=latest_of(findings) if verdict is Verdict.NOT_MET else None,
    )


def check_best(
    claim: Claim, file: PreparedEvidence, books: Sequence[PreparedRulebook]
) -> tuple[PreparedRulebook, Assessment]:
    """What the first rulebook says, unless a later one says better: a dossier that came in before a new law is judged
    by the old one, or by the new one where that is more favourable (Luật 06/2026/QH16 Điều 4)."""
    best = books[0], check(claim, file, books[0])
    for book in books[1:]:
        if best[1].verdict is not Verdict.MET:
            found = check(claim, file, book)
            if _WORTH[found.verdict] > _WORTH[best[1].verdict]:
                best = book, found
    return best


def check_all(
    nominations: Iterable[tuple[Claim, Evidence | PreparedEvidence]], book: PreparedRulebook
) -> Iterator[Assessment]:
    """One assessment after another, so that the caller can show progress and stop."""
    for claim, evidence in nominations:
        yield check(claim, evidence, book)


def _left_open(paths: Sequence[PreparedPath], active: Sequence[PreparedPath]) -> tuple[Path, ...]:
    if not active or len(active) == len(paths):
        return ()
    return tuple([one.path for one in paths if one not in active])


def _refusals(claim: Claim, law: AwardLaw) -> list[RuleFinding]:
    found: list[RuleFinding] = []
    if law.recipients is not None and claim.kind not in law.recipients:
        found.append(RuleFinding(Rule(ForRecipient(law.recipients), law.basis), Verdict.NOT_MET))
    if law.occasions and claim.occasion not in law.occasions:
        found.append(RuleFinding(Rule(ForOccasion(law.occasions), law.basis), Verdict.NOT_MET))
    return found


def _no_standard(law: AwardLaw) -> RuleFinding:
    basis = Basis(law.basis.citation, law.basis.confidence, law.basis.valid_from, law.basis.valid_to, law.no_paths)
    return RuleFinding(
        Rule(StandardWritten(), basis), Verdict.CANNOT_TELL, asks=(Ask(AskKind.STANDARD, (law.award_id,)),)
    )


def _floor(claim: Claim, file: PreparedEvidence, asked: PreparedAward) -> int:
    """The last year that does not count any more: used by the same award, or before the end of a discipline."""
    floor = 0
    if asked.used_years:
        for record in file.awards.get(claim.award_id, ()):
            if record.occasion in (Occasion.MERIT, None):
                floor = max(floor, record.last_year)
    if asked.after_discipline:
        for one in file.evidence.discipline:
            if one.since <= claim.day:
                floor = max(floor, min(one.until, claim.day).year if one.until is not None else claim.day.year)
    return floor


def _judged(steps: Iterable[Step], case: Case) -> list[RuleFinding]:
    found: list[RuleFinding] = []
    for judge, condition, rule, dated in steps:
        if not dated or rule.basis.covers(case.claim.day):
            finding = judge(condition, rule, case)
            if finding is not None:
                found.append(finding)
    return found


def _walk(path: PreparedPath, case: Case) -> PathResult:
    findings = tuple(_judged(path.steps, case))
    verdict = together([one.verdict for one in findings]) if findings else Verdict.CANNOT_TELL
    return PathResult(path.path, verdict, findings, latest_of(findings) if verdict is Verdict.NOT_MET else None)


_WORTH = {Verdict.MET: 2, Verdict.CANNOT_TELL: 1, Verdict.NOT_MET: 0}


def _worth(result: PathResult) -> tuple[int, int, int]:
    """How near a way comes: its verdict, how few of its rules fail, how early it could be met."""
    failing = sum(one.verdict is Verdict.NOT_MET for one in result.findings)
    return _WORTH[result.verdict], -failing, -(result.earliest or 9999)

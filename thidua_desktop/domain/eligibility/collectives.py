"""Rules about collectives, areas and households: shares of members, clusters, movements, points."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from thidua_desktop.domain.eligibility.prepared import Case
from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind, RuleFinding, Verdict
from thidua_desktop.domain.evidence import MemberFigures, YearScore
from thidua_desktop.domain.rulebooks import Rule
from thidua_desktop.domain.rules import (
    ClusterLead,
    InMovement,
    MembersCompleted,
    MembersHolding,
    MembersUndisciplined,
    MembersWith,
    Registered,
    Score,
)

_MET, _NOT_MET, _CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL


def _figures(case: Case) -> MemberFigures | None:
    for one in case.file.evidence.members:
        if one.year == case.claim.year and one.members > 0:
            return one
    return None


def _unknown(rule: Rule, case: Case, kind: AskKind, names: tuple[str, ...] = ()) -> RuleFinding:
    year = case.claim.year
    return RuleFinding(rule, _CANNOT_TELL, years=(year,), asks=(Ask(kind, names, (year,)),))


def _compared(rule: Rule, figures: MemberFigures, have: Fraction, need: Fraction, *, met: bool) -> RuleFinding:
    year = figures.year
    if met:
        return RuleFinding(rule, _MET, (figures,), have, need, (year,))
    return RuleFinding(rule, _NOT_MET, (figures,), have, need, (year,), earliest=year + 1)


def _holders(figures: MemberFigures, awards: tuple[str, ...]) -> int | None:
    counted = [number for award, number in figures.holders if award in awards]
    return sum(counted) if counted else None


def members_holding(condition: MembersHolding, rule: Rule, case: Case) -> RuleFinding:
    """The share of members who hold a title: exact, so that 70 of 100 is 70 % and 50 of 100 is not over 50 %."""
    figures = _figures(case)
    holders = _holders(figures, condition.awards) if figures is not None else None
    if figures is None or holders is None:
        return _unknown(rule, case, AskKind.MEMBERS, condition.awards)
    have, need = Fraction(holders, figures.members), Fraction(str(condition.percent)) / 100
    return _compared(rule, figures, have, need, met=have > need if condition.more else have >= need)


def members_completed(condition: MembersCompleted, rule: Rule, case: Case) -> RuleFinding:
    """The share of members who completed their tasks."""
    figures = _figures(case)
    if figures is None or figures.completed is None:
        return _unknown(rule, case, AskKind.MEMBERS_COMPLETED)
    have, need = Fraction(figures.completed, figures.members), Fraction(str(condition.percent)) / 100
    return _compared(rule, figures, have, need, met=have >= need)


def members_with(condition: MembersWith, rule: Rule, case: Case) -> RuleFinding:
    """How many members hold an award."""
    figures, year = _figures(case), case.claim.year
    holders = _holders(figures, condition.awards) if figures is not None else None
    if figures is None or holders is None:
        return _unknown(rule, case, AskKind.MEMBERS, condition.awards)
    if holders >= condition.count:
        return RuleFinding(rule, _MET, (figures,), holders, condition.count, (year,))
    return RuleFinding(rule, _NOT_MET, (figures,), holders, condition.count, (year,), earliest=year + 1)


def members_undisciplined(_condition: MembersUndisciplined, rule: Rule, case: Case) -> RuleFinding:
    """No member was disciplined from a warning upwards."""
    figures, year = _figures(case), case.claim.year
    if figures is None or figures.disciplined is None:
        return _unknown(rule, case, AskKind.MEMBERS_DISCIPLINE)
    if not figures.disciplined:
        return RuleFinding(rule, _MET, (figures,), 0, 0, (year,))
    return RuleFinding(rule, _NOT_MET, (figures,), figures.disciplined, 0, (year,), earliest=year + 1)


def cluster_lead(condition: ClusterLead, rule: Rule, case: Case) -> RuleFinding:
    """The place in the cluster."""
    year = case.claim.year
    places = [one for one in case.file.evidence.ranks if one.year == year and one.organiser == condition.organiser]
    if not places:
        return _unknown(rule, case, AskKind.CLUSTER_RANK, (condition.organiser,))
    best = min(places, key=lambda one: one.rank)
    if best.rank <= condition.rank:
        return RuleFinding(rule, _MET, (best,), best.rank, condition.rank, (year,))
    return RuleFinding(rule, _NOT_MET, (best,), best.rank, condition.rank, (year,), earliest=year + 1)


def in_movement(condition: InMovement, rule: Rule, case: Case) -> RuleFinding:
    """Outstanding in a movement that has lasted long enough."""
    year = case.claim.year
    fitting = [
        one
        for one in case.file.evidence.movements
        if one.year == year and one.launched_by in condition.launched_by and one.stage in condition.stages
    ]
    if not fitting:
        return _unknown(rule, case, AskKind.MOVEMENT, condition.launched_by)
    longest = max(fitting, key=lambda one: one.years)
    if longest.years >= condition.years:
        return RuleFinding(rule, _MET, (longest,), longest.years, condition.years, (year,))
    earliest = max(year + condition.years - longest.years, year + 1)
    return RuleFinding(rule, _NOT_MET, (longest,), longest.years, condition.years, (year,), earliest=earliest)


def _score(case: Case) -> YearScore | None:
    scores = [one for one in case.file.evidence.scores if one.year == case.claim.year]
    return max(scores, key=lambda one: one.points) if scores else None


def registered(condition: Registered, rule: Rule, case: Case) -> RuleFinding:
    """Registered in time."""
    score, year = _score(case), case.claim.year
    if score is None or score.registered is None:
        return _unknown(rule, case, AskKind.SCORE)
    if score.registered <= date(year, condition.month, condition.day):
        return RuleFinding(rule, _MET, (score,), years=(year,))
    return RuleFinding(rule, _NOT_MET, (score,), years=(year,), earliest=year + 1)


def score(condition: Score, rule: Rule, case: Case) -> RuleFinding:
    """Enough points for the area, and in each standard the least share of them."""
    held, year = _score(case), case.claim.year
    least = dict(condition.least)
    if held is None or held.area not in least or (condition.weakest is not None and held.weakest is None):
        return _unknown(rule, case, AskKind.SCORE)
    have, need = Fraction(str(held.points)), Fraction(str(least[held.area]))
    even = condition.weakest is None or held.weakest is None or held.weakest >= condition.weakest
    if have >= need and even:
        return RuleFinding(rule, _MET, (held,), have, need, (year,))
    return RuleFinding(rule, _NOT_MET, (held,), have, need, (year,), earliest=year + 1)

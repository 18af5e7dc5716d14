"""Rules about years on end: the same title year after year, ratings up to the proposal.

A year is good, bad, not known, or still open (not over on the day of the document). A run may end with the year
commended or with the year before it, as the rulebook says.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from thidua_desktop.domain.eligibility.prepared import Case
from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind, Proof, Remark, RuleFinding, Verdict
from thidua_desktop.domain.rulebooks import Rule
from thidua_desktop.domain.rules import AwardRun, LastYear, RatingRun


class Year(Enum):
    """What is known of one year."""

    GOOD = 1
    BAD = 2
    UNKNOWN = 3
    OPEN = 4


class Run(NamedTuple):
    """The run of good years that comes nearest to what is asked."""

    verdict: Verdict
    last: int
    length: int
    """Good years on end up to ``last``."""
    unknown: tuple[int, ...] = ()
    """Years that would have to be good."""
    target: tuple[int, ...] = ()
    """The years of the first run that could still be made."""
    earliest: int | None = None


YearState = Callable[[int], Year]


def find_run(case: Case, need: int, state: YearState) -> Run:
    """The run of ``need`` good years that the nomination can rest on, or the one that comes nearest."""
    best: Run | None = None
    for last in _ends(case, state):
        found = _run_to(last, need, case.floor, state)
        if found.verdict is Verdict.MET:
            return found
        if best is None or _worth(found) > _worth(best):
            best = found
    assert best is not None
    return best if best.verdict is Verdict.CANNOT_TELL else _with_target(best, case, need, state)


def _ends(case: Case, state: YearState) -> tuple[int, ...]:
    year = case.claim.year
    if case.ends is LastYear.SAME:
        return (year,)
    if case.ends is LastYear.PREVIOUS:
        return (year - 1,)
    return (year,) if state(year) in (Year.GOOD, Year.BAD) else (year, year - 1)


def _run_to(last: int, need: int, floor: int, state: YearState) -> Run:
    length = 0
    while last - length > floor and state(last - length) is Year.GOOD:
        length += 1
    if length >= need:
        return Run(Verdict.MET, last, length)
    unknown: list[int] = []
    for year in range(last - length, last - need, -1):
        if year <= floor:
            return Run(Verdict.NOT_MET, last, length)
        known = state(year)
        if known is Year.UNKNOWN:
            unknown.append(year)
        elif known is not Year.GOOD:
            return Run(Verdict.NOT_MET, last, length)
    return Run(Verdict.CANNOT_TELL, last, length, tuple(sorted(unknown)))


def _worth(run: Run) -> tuple[bool, int]:
    return run.verdict is Verdict.CANNOT_TELL, run.length


def _with_target(run: Run, case: Case, need: int, state: YearState) -> Run:
    year = case.claim.year
    while year > case.floor and state(year) is not Year.BAD and year > case.claim.year - need:
        year -= 1
    bad = max(year, case.floor)
    last = bad + need
    earliest = max(last if case.ends is LastYear.SAME else last + 1, case.claim.year + 1)
    return run._replace(target=tuple(range(bad + 1, last + 1)), earliest=earliest)


def rating_run(condition: RatingRun, rule: Rule, case: Case) -> RuleFinding:
    """Years on end rated well enough; the run is the window in which later rules count."""
    ratings, by_year, open_from = case.file.ratings, case.file.by_year, case.claim.day.year

    def state(year: int) -> Year:
        rated = ratings.get(year)
        if rated is not None and rated.rating >= condition.level:
            return Year.GOOD
        for award in condition.or_award:
            if (award, year) in by_year:
                return Year.GOOD
        if rated is not None:
            return Year.BAD
        return Year.OPEN if year >= open_from else Year.UNKNOWN

    run = find_run(case, condition.years, state)
    length = run.length
    start = run.last - max(length, condition.years) + 1
    case.first = max(start, case.floor + 1)
    used: list[Proof] = []
    for year in range(run.last - length + 1, run.last + 1):
        rated = ratings.get(year)
        good = rated if rated is not None and rated.rating >= condition.level else None
        used.append(good or by_year[next((award, year) for award in condition.or_award if (award, year) in by_year)])
    verdict, remark = run.verdict, None
    asks = (Ask(AskKind.RATING, (), run.unknown),) if run.unknown else ()
    if condition.after_award and case.awaited:
        remark = Remark.AWARD_FIRST
        if verdict is Verdict.MET:
            verdict, asks = Verdict.CANNOT_TELL, (Ask(AskKind.AWARD, case.awaited),)
    return RuleFinding(
        rule,
        verdict,
        tuple(used),
        have=length,
        need=condition.years,
        years=run.target or tuple(range(run.last - condition.years + 1, run.last + 1)),
        asks=asks,
        earliest=run.earliest,
        remark=remark,
    )


def award_run(condition: AwardRun, rule: Rule, case: Case) -> RuleFinding:
    """A title again and again up to the proposal."""
    if condition.gap > 1:
        return _spaced(condition, rule, case)
    file, awards, open_from = case.file, condition.awards, case.claim.day.year

    def state(year: int) -> Year:
        if file.award_in(awards, year) is not None:
            return Year.GOOD
        if year >= open_from:
            return Year.OPEN
        return Year.BAD if file.awards_known(year) else Year.UNKNOWN

    run = find_run(case, condition.count, state)
    case.first = run.last - max(run.length, condition.count) + 1
    held = [file.award_in(awards, year) for year in range(run.last - run.length + 1, run.last + 1)]
    return RuleFinding(
        rule,
        run.verdict,
        tuple([record for record in held if record is not None]),
        have=run.length,
        need=condition.count,
        years=run.target or tuple(range(run.last - condition.count + 1, run.last + 1)),
        asks=(Ask(AskKind.AWARD, awards, run.unknown),) if run.unknown else (),
        earliest=run.earliest,
    )


def _spaced(condition: AwardRun, rule: Rule, case: Case) -> RuleFinding:
    """Grants up to ``gap`` years apart, the title of the years between them held throughout."""
    file, year = case.file, case.claim.year
    held = [record for record in file.records(condition.awards) if case.floor < record.year <= year]
    chain = [held.pop()] if held and held[-1].year >= year - condition.gap else []
    broken: list[int] = []
    while chain and held and len(chain) < condition.count and not broken:
        before = held[-1].year
        if chain[-1].year - before > condition.gap:
            break
        between = range(before + 1, chain[-1].year)
        broken = [one for one in between if file.award_in(condition.bridge, one) is None]
        if not broken:
            chain.append(held.pop())
    unknown = [one for one in broken if not file.awards_known(one)]
    case.first = chain[-1].year if chain else year
    verdict, asks = _spaced_verdict(condition, case, len(chain), broken, unknown)
    return RuleFinding(
        rule,
        verdict,
        tuple(reversed(chain)),
        have=len(chain),
        need=condition.count,
        years=tuple(broken),
        asks=asks,
        earliest=max(case.claim.day.year, year) + condition.count - len(chain) + 1
        if verdict is Verdict.NOT_MET
        else None,
    )


def _spaced_verdict(
    condition: AwardRun, case: Case, length: int, broken: list[int], unknown: list[int]
) -> tuple[Verdict, tuple[Ask, ...]]:
    if length >= condition.count:
        return Verdict.MET, ()
    if broken:
        if len(unknown) == len(broken):
            return Verdict.CANNOT_TELL, (Ask(AskKind.AWARD, condition.bridge, tuple(unknown)),)
        return Verdict.NOT_MET, ()
    last = case.claim.year
    since = last - condition.gap * condition.count
    if case.file.awards_known(since):
        return Verdict.NOT_MET, ()
    return Verdict.CANNOT_TELL, (Ask(AskKind.AWARD, condition.awards, tuple(range(since, last))),)

"""Rules about a person's or a collective's own life: years of work, posts, discipline, age of a collective."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.domain.eligibility.prepared import Case
from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind, Remark, RuleFinding, Verdict
from thidua_desktop.domain.evidence import Cleared, Discipline, PostHeld, Sanction, Spell
from thidua_desktop.domain.rulebooks import Rule
from thidua_desktop.domain.rules import (
    Anniversary,
    Existence,
    NoDiscipline,
    NoDisciplineInPosts,
    NoOpenCase,
    OfClass,
    PostYears,
    SpellMonths,
    SpellYears,
)

_MET, _NOT_MET, _CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL
_YEAR = 12


def spell_years(condition: SpellYears, rule: Rule, case: Case) -> RuleFinding:
    """Years of a kind of work up to the day of the document."""
    spells = tuple(one for one in case.file.evidence.spells if one.kind == condition.spell)
    if not spells:
        asks = (Ask(AskKind.SPELL, (condition.spell,)),)
        return RuleFinding(rule, _CANNOT_TELL, need=condition.years, asks=asks)
    months = _months(spells, case.claim.day)
    years = months // _YEAR
    if years >= condition.years:
        above = condition.below is not None and years >= condition.below
        remark = Remark.ABOVE_RANGE if above else None
        return RuleFinding(rule, _MET, spells, years, condition.years, remark=remark)
    earliest = _reached(spells, condition.years * _YEAR - months, case)
    return RuleFinding(rule, _NOT_MET, spells, years, condition.years, earliest=earliest)


def spell_months(condition: SpellMonths, rule: Rule, case: Case) -> RuleFinding:
    """Months of a kind of work within the year commended."""
    year = case.claim.year
    spells = tuple(one for one in case.file.evidence.spells if one.kind == condition.spell)
    if not spells:
        asks = (Ask(AskKind.SPELL, (condition.spell,), (year,)),)
        return RuleFinding(rule, _CANNOT_TELL, need=condition.months, years=(year,), asks=asks)
    months = _months(spells, date(year, 12, 31), since=date(year, 1, 1))
    if months >= condition.months:
        return RuleFinding(rule, _MET, spells, months, condition.months, (year,))
    return RuleFinding(rule, _NOT_MET, spells, months, condition.months, (year,), earliest=year + 1)


def post_years(condition: PostYears, rule: Rule, case: Case) -> RuleFinding:
    """Years in posts of a group or a higher one; for women the law may take a part off."""
    file = case.file.evidence
    group = case.book.posts[condition.group]
    posts = tuple(one for one in file.posts if case.book.posts.get(one.group, group + 1) <= group)
    if not file.posts:
        asks = (Ask(AskKind.POSTS, (condition.group,)),)
        return RuleFinding(rule, _CANNOT_TELL, need=condition.years, asks=asks)
    months, need = _months(posts, case.claim.day), condition.years * _YEAR
    less = need - need // condition.women_less if condition.women_less and file.gender == "female" else need
    years = months // _YEAR
    if months >= need or (months >= less and file.later_retirement is False):
        above = condition.below is not None and years >= condition.below
        return RuleFinding(rule, _MET, posts, years, condition.years, remark=Remark.ABOVE_RANGE if above else None)
    if months >= less and file.later_retirement is None:
        asks = (Ask(AskKind.RETIREMENT),)
        return RuleFinding(rule, _CANNOT_TELL, posts, years, condition.years, asks=asks)
    short = (need if file.later_retirement else less) - months
    earliest = _reached(posts, short, case)
    return RuleFinding(rule, _NOT_MET, posts, years, condition.years, earliest=earliest)


def _months(stretches: Sequence[Spell | PostHeld], day: date, since: date | None = None) -> int:
    """Whole months of some stretches up to a day; time that several share counts once, by the highest factor."""
    spans: list[tuple[date, date, int]] = []
    for one in stretches:
        start = one.since if since is None else max(one.since, since)
        end = day if one.until is None else min(one.until, day)
        if end >= start:
            spans.append((start, end, _factor(one)))
    spans.sort()
    levels = range(1, max((factor for _, _, factor in spans), default=0) + 1)
    return sum(_covered([(start, end) for start, end, factor in spans if factor >= level]) for level in levels)


def _factor(stretch: Spell | PostHeld) -> int:
    return stretch.factor if isinstance(stretch, Spell) else 1


def _covered(spans: Sequence[tuple[date, date]]) -> int:
    """Whole months of spans in the order of their starts, drawn together where they touch."""
    total, first, last = 0, spans[0][0], spans[0][1]
    for start, end in spans[1:]:
        if start.toordinal() > last.toordinal() + 1:
            total += _whole_months(first, last)
            first, last = start, end
        last = max(last, end)
    return total + _whole_months(first, last)


def _whole_months(start: date, end: date) -> int:
    """Whole months from one day to another, both included."""
    after = date.fromordinal(end.toordinal() + 1) if end < date.max else end
    return (after.year - start.year) * _YEAR + after.month - start.month - (after.day < start.day)


def _reached(stretches: Sequence[Spell | PostHeld], short: int, case: Case) -> int | None:
    """The year in which the missing months are served, where one of the stretches goes on."""
    going = [one for one in stretches if one.until is None or one.until >= case.claim.day]
    if not going:
        return None
    factor = max(map(_factor, going))
    months = case.claim.day.month - 1 + -(-short // factor)
    return max(case.claim.day.year + months // _YEAR, case.claim.year + 1)


def existence(condition: Existence, rule: Rule, case: Case) -> RuleFinding:
    """How long a collective has existed."""
    founded = case.file.founded
    if founded is None:
        return RuleFinding(rule, _CANNOT_TELL, need=condition.years, asks=(Ask(AskKind.FOUNDED),))
    years = case.claim.year - founded.year
    if years >= condition.years:
        return RuleFinding(rule, _MET, (founded,), years, condition.years)
    return RuleFinding(rule, _NOT_MET, (founded,), years, condition.years, earliest=founded.year + condition.years)


def anniversary(condition: Anniversary, rule: Rule, case: Case) -> RuleFinding:
    """A founding day that is a round number of years ago."""
    founded = case.file.founded
    if founded is None:
        return RuleFinding(rule, _CANNOT_TELL, need=condition.multiple, asks=(Ask(AskKind.FOUNDED),))
    years = case.claim.year - founded.year
    over = years % condition.multiple
    if years > 0 and not over:
        return RuleFinding(rule, _MET, (founded,), years, condition.multiple)
    earliest = max(case.claim.year - over, founded.year) + condition.multiple
    return RuleFinding(rule, _NOT_MET, (founded,), years, condition.multiple, earliest=earliest)


def of_class(condition: OfClass, rule: Rule, case: Case) -> RuleFinding:
    """The recipient is of one of the classes."""
    for code in condition.classes:
        held = case.file.classes.get(code)
        if held is not None:
            return RuleFinding(rule, _MET, (held,))
    return RuleFinding(rule, _CANNOT_TELL, asks=(Ask(AskKind.CLASS, condition.classes),))


def no_discipline(condition: NoDiscipline, rule: Rule, case: Case) -> RuleFinding:
    """Not disciplined in the year commended."""
    year = case.claim.year
    start, end = date(year, 1, 1), date(year, 12, 31)
    hit = _within(case.file.evidence.discipline, condition.sanction, start, end)
    if hit:
        until = max(one.until.year if one.until else year for one in hit)
        return RuleFinding(rule, _NOT_MET, hit, years=(year,), earliest=max(until, year) + 1)
    clear = case.file.cleared(Cleared.DISCIPLINE, min(end, case.claim.day))
    if clear:
        return RuleFinding(rule, _MET, clear, years=(year,))
    return RuleFinding(rule, _CANNOT_TELL, years=(year,), asks=(Ask(AskKind.NO_DISCIPLINE, (), (year,)),))


def _within(sanctions: Sequence[Discipline], least: Sanction, start: date, end: date) -> tuple[Discipline, ...]:
    if not sanctions:
        return ()  # as with nearly everybody
    return tuple(
        one
        for one in sanctions
        if one.sanction >= least and one.since <= end and (one.until is None or one.until >= start)
    )


def no_open_case(_condition: NoOpenCase, rule: Rule, case: Case) -> RuleFinding:
    """Nothing is being looked into and no discipline is in force on the day of the document."""
    day = case.claim.day
    cases = case.file.evidence.cases
    opened = cases and tuple(one for one in cases if one.opened <= day and not (one.closed and one.closed <= day))
    if opened:
        return RuleFinding(rule, _NOT_MET, opened)
    disciplined = case.file.evidence.discipline
    serving = disciplined and _within(disciplined, Sanction.REPRIMAND, day, day)
    if serving:
        ends = [one.until for one in serving]
        known = max((end.year for end in ends if end is not None), default=None)
        earliest = None if None in ends or known is None else max(known + 1, case.claim.year + 1)
        return RuleFinding(rule, _NOT_MET, serving, earliest=earliest)
    clear = case.file.cleared(Cleared.CASES, day)
    if clear:
        return RuleFinding(rule, _MET, clear)
    return RuleFinding(rule, _CANNOT_TELL, asks=(Ask(AskKind.NO_CASES),))


def no_discipline_in_posts(condition: NoDisciplineInPosts, rule: Rule, case: Case) -> RuleFinding:
    """Never disciplined while holding posts; under some laws that only takes one class off."""
    file = case.file.evidence
    hit = tuple(
        one
        for one in file.discipline
        if one.sanction >= condition.sanction
        and any(post.since <= one.since and (post.until is None or one.since <= post.until) for post in file.posts)
    )
    if hit:
        lower = condition.lower and all(one.sanction < Sanction.DISMISSED for one in hit)
        return RuleFinding(rule, _NOT_MET, hit, remark=Remark.ONE_CLASS_LOWER if lower else None)
    clear = case.file.cleared(Cleared.DISCIPLINE, case.claim.day)
    if clear:
        return RuleFinding(rule, _MET, clear)
    return RuleFinding(rule, _CANNOT_TELL, asks=(Ask(AskKind.NO_DISCIPLINE),))

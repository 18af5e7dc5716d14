"""Rules about what was given and recognised before: earlier awards, ratings, initiatives, intervals."""

from __future__ import annotations

from thidua_desktop.domain.eligibility.prepared import BEGINNING, Case
from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind, Proof, Remark, RuleFinding, Verdict
from thidua_desktop.domain.evidence import AwardRecord, Initiative, MeritKind
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.rulebooks import Rule
from thidua_desktop.domain.rules import (
    AwardOfYear,
    AwardsInWindow,
    AwardsInYears,
    EarlierAward,
    InitiativeCount,
    Interval,
    RatingOfYear,
    RatingsInWindow,
    Within,
)

_MET, _NOT_MET, _CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL
_TITLES = "danh_hieu_thi_dua"


def award_of_year(condition: AwardOfYear, rule: Rule, case: Case) -> RuleFinding:
    """Holds one of the awards for the year commended."""
    year = case.claim.year
    record = case.file.award_in(condition.awards, year)
    if record is not None:
        return RuleFinding(rule, _MET, (record,), years=(year,))
    if case.file.awards_known(year) and year < case.claim.day.year:
        return RuleFinding(rule, _NOT_MET, years=(year,), earliest=year + 1)
    return RuleFinding(rule, _CANNOT_TELL, years=(year,), asks=(Ask(AskKind.AWARD, condition.awards, (year,)),))


def earlier_award(condition: EarlierAward, rule: Rule, case: Case) -> RuleFinding:
    """Holds one of the awards from before; later rules may count only what comes after it."""
    year, day = case.claim.year, case.claim.day
    before = [
        record
        for record in case.file.records(condition.awards)
        if record.last_year < year or (not condition.starts and record.day is not None and record.day < day)
    ]
    sure = [one for one in before if not condition.merit_only or one.occasion is Occasion.MERIT]
    if sure:
        if condition.starts:
            case.floor = max(case.floor, sure[0].last_year)
        return RuleFinding(rule, _MET, (sure[0] if condition.starts else sure[-1],))
    if condition.starts:
        case.awaited = condition.awards
    doubtful = tuple(one for one in before if one.occasion is None)
    if doubtful:
        asks = (Ask(AskKind.AWARD, (doubtful[-1].award_id,), (doubtful[-1].year,)),)
        return RuleFinding(rule, _CANNOT_TELL, doubtful, asks=asks, remark=Remark.NOT_FOR_MERIT)
    remark = Remark.NOT_FOR_MERIT if before else None
    if case.file.evidence.awards_known_from == BEGINNING:
        if condition.starts:
            case.floor = max(case.floor, case.claim.day.year)
        return RuleFinding(rule, _NOT_MET, tuple(before), earliest=year + 1, remark=remark)
    return RuleFinding(rule, _CANNOT_TELL, asks=(Ask(AskKind.AWARD, condition.awards),), remark=remark)


def awards_in_window(condition: AwardsInWindow, rule: Rule, case: Case) -> RuleFinding:
    """So many grants within the run of years that an earlier rule found."""
    year = case.claim.year
    first = case.first if case.first is not None else case.floor + 1
    inside = [record for record in case.file.records(condition.awards) if first <= record.year <= year]
    sure = [one for one in inside if not condition.merit_only or one.occasion is Occasion.MERIT]
    years = tuple(range(first, year + 1))
    if len(sure) >= condition.count:
        return RuleFinding(rule, _MET, tuple(sure), have=len(sure), need=condition.count, years=years)
    doubtful = [one for one in inside if one not in sure and one.occasion is None]
    unknown = [one for one in years if not case.file.awards_known(one) and _lacks(sure, one)]
    short = condition.count - len(sure)
    remark = Remark.NOT_FOR_MERIT if len(inside) > len(sure) else None
    if len(doubtful) + len(unknown) >= short:
        asked = tuple(sorted({*unknown, *(one.year for one in doubtful)}))
        asks = (Ask(AskKind.AWARD, condition.awards, asked),)
        found = tuple(sure)
        return RuleFinding(rule, _CANNOT_TELL, found, len(sure), condition.count, years, asks, remark=remark)
    earliest = max(_first_open(sure, case) + short, year + 1)
    return RuleFinding(rule, _NOT_MET, tuple(sure), len(sure), condition.count, years, earliest=earliest, remark=remark)


def _lacks(records: list[AwardRecord], year: int) -> bool:
    return all(record.year != year for record in records)


def _first_open(records: list[AwardRecord], case: Case) -> int:
    year = case.claim.day.year
    while not _lacks(records, year):
        year += 1
    return year


def awards_in_years(condition: AwardsInYears, rule: Rule, case: Case) -> RuleFinding:
    """So many grants within the last years, the year commended included."""
    year = case.claim.year
    first = year - condition.years + 1
    inside = [record for record in case.file.records(condition.awards) if first <= record.year <= year]
    years = tuple(range(first, year + 1))
    if len(inside) >= condition.count:
        return RuleFinding(rule, _MET, tuple(inside), len(inside), condition.count, years)
    unknown = tuple(one for one in years if not case.file.awards_known(one) and _lacks(inside, one))
    if len(inside) + len(unknown) >= condition.count:
        asks = (Ask(AskKind.AWARD, condition.awards, unknown),)
        return RuleFinding(rule, _CANNOT_TELL, tuple(inside), len(inside), condition.count, years, asks)
    since = _first_open(inside, case)
    earliest = year + 1
    while True:
        still = sum(record.year > earliest - condition.years for record in inside)
        if still + max(0, earliest - max(since, earliest - condition.years + 1)) >= condition.count:
            break
        earliest += 1
    return RuleFinding(rule, _NOT_MET, tuple(inside), len(inside), condition.count, years, earliest=earliest)


def interval(condition: Interval, rule: Rule, case: Case) -> RuleFinding:
    """So many years since the last of the awards."""
    year = case.claim.year
    held = case.file.records(condition.awards or (case.claim.award_id,))
    before = [record for record in held if record.last_year <= year]
    if not before:
        if case.file.evidence.awards_known_from == BEGINNING and case.file.history is not None:
            return RuleFinding(rule, _MET, (case.file.history,), need=condition.years)
        asks = (Ask(AskKind.AWARD, condition.awards or (case.claim.award_id,)),)
        return RuleFinding(rule, _CANNOT_TELL, need=condition.years, asks=asks)
    last = before[-1]
    passed = year - last.last_year
    if passed >= condition.years:
        return RuleFinding(rule, _MET, (last,), passed, condition.years)
    return RuleFinding(rule, _NOT_MET, (last,), passed, condition.years, earliest=last.last_year + condition.years)


def rating_of_year(condition: RatingOfYear, rule: Rule, case: Case) -> RuleFinding:
    """The rating of the year commended."""
    year = case.claim.year
    rated = case.file.ratings.get(year)
    if rated is None:
        return RuleFinding(rule, _CANNOT_TELL, years=(year,), asks=(Ask(AskKind.RATING, (), (year,)),))
    if rated.rating >= condition.level:
        return RuleFinding(rule, _MET, (rated,), years=(year,))
    return RuleFinding(rule, _NOT_MET, (rated,), years=(year,), earliest=year + 1)


def ratings_in_window(condition: RatingsInWindow, rule: Rule, case: Case) -> RuleFinding:
    """So many years of the window with the rating."""
    year = case.claim.year
    first = case.first if case.first is not None else case.floor + 1
    years = tuple(range(first, year + 1))
    rated = [(one, case.file.ratings.get(one)) for one in years]
    good: tuple[Proof, ...] = tuple(one for _, one in rated if one is not None and one.rating >= condition.level)
    if len(good) >= condition.years:
        return RuleFinding(rule, _MET, good, len(good), condition.years, years)
    unknown = tuple(one for one, known in rated if known is None and one < case.claim.day.year)
    if len(good) + len(unknown) >= condition.years:
        asks = (Ask(AskKind.RATING, (), unknown),)
        return RuleFinding(rule, _CANNOT_TELL, good, len(good), condition.years, years, asks)
    since = case.claim.day.year if case.file.ratings.get(case.claim.day.year) is None else case.claim.day.year + 1
    earliest = max(since + condition.years - len(good), year + 1)
    return RuleFinding(rule, _NOT_MET, good, len(good), condition.years, years, earliest=earliest)


def initiatives(condition: InitiativeCount, rule: Rule, case: Case) -> RuleFinding:
    """So many initiatives of a reach; those used up by another award are left out and named."""
    year = case.claim.year
    first = _first_year(condition, case)
    kinds = (MeritKind.INITIATIVE, *condition.also)
    fitting = [
        one
        for one in case.file.evidence.initiatives
        if one.reach >= condition.reach and one.kind in kinds and first <= one.year <= year
    ]
    spent = tuple([one for one in fitting if _spent(one, case)]) if case.once else ()
    free = tuple([one for one in fitting if one not in spent] if spent else fitting)
    years = tuple(range(first, year + 1)) if condition.within is not Within.EVER else ()
    remark = Remark.USED_INITIATIVE if spent else None
    have, need = len(free), condition.count
    if have >= need:
        return RuleFinding(rule, _MET, free, have, need, years, left_out=spent, remark=remark)
    if case.file.initiatives_known(first):
        return RuleFinding(rule, _NOT_MET, free, have, need, years, (), year + 1, spent, remark)
    asks = (Ask(AskKind.INITIATIVE, (), years),)
    return RuleFinding(rule, _CANNOT_TELL, free, have, need, years, asks, None, spent, remark)


def _first_year(condition: InitiativeCount, case: Case) -> int:
    if condition.within is Within.YEAR:
        return case.claim.year
    if condition.within is Within.WINDOW and case.first is not None:
        return case.first
    return BEGINNING


def _spent(one: Initiative, case: Case) -> bool:
    """Whether an initiative that another award rests on is lost for this one (title → title is left alone)."""
    if not one.used_for:
        return False
    if case.book.awards[case.claim.award_id].kind != _TITLES:
        return True
    known = case.book.awards
    return any(award not in known or known[award].kind != _TITLES for award in one.used_for)

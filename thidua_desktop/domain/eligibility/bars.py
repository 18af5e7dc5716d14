"""What stands in the way of an award, questions to a person, and rules put together from others."""

from __future__ import annotations

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.eligibility.prepared import Case, Judge
from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind, RuleFinding, Verdict, latest_of, together
from thidua_desktop.domain.rulebooks import Rule
from thidua_desktop.domain.rules import (
    AchievementOnce,
    AllOf,
    AnyOf,
    Condition,
    Confirmed,
    NotTogether,
    OneStateForm,
)

_MET, _NOT_MET, _CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL
_TITLES = "danh_hieu_thi_dua"


def confirmed(condition: Confirmed, rule: Rule, case: Case) -> RuleFinding:
    """A person said so, of this year or of any."""
    year = case.claim.year
    said = [
        one for one in case.file.evidence.confirmations if one.code == condition.question and one.year in (None, year)
    ]
    if not said:
        asks = (Ask(AskKind.CONFIRMATION, (condition.question,), (year,)),)
        return RuleFinding(rule, _CANNOT_TELL, years=(year,), asks=asks)
    last = said[-1]
    return RuleFinding(rule, _MET if last.holds else _NOT_MET, (last,), years=(year,))


def achievement_once(_condition: AchievementOnce, rule: Rule, case: Case) -> RuleFinding:
    """Whether the achievement that the nomination names was rewarded before."""
    achievement = case.claim.achievement
    if achievement is None:
        return RuleFinding(rule, _CANNOT_TELL, asks=(Ask(AskKind.ACHIEVEMENT),))
    wanted = _plain(achievement)
    before = tuple(one for one in case.file.evidence.awards if one.achievement and _plain(one.achievement) == wanted)
    if before:
        return RuleFinding(rule, _NOT_MET, before)
    if case.file.history is not None and case.file.awards_known(case.claim.year):
        return RuleFinding(rule, _MET, (case.file.history,))
    return RuleFinding(rule, _CANNOT_TELL, asks=(Ask(AskKind.AWARD, (), (case.claim.year,)),))


def _plain(text: str) -> str:
    """An achievement as it is compared: blanks, case and the place of tone marks do not make another one."""
    return fold(text)


def one_state_form(condition: OneStateForm, rule: Rule, case: Case) -> RuleFinding:
    """No other form of the level in the same year."""
    year, known = case.claim.year, case.book.awards
    same = tuple(
        one
        for one in case.file.evidence.awards
        if one.year == year
        and one.award_id in known
        and known[one.award_id].level == condition.level
        and known[one.award_id].kind != _TITLES
        and one.occasion not in condition.besides
    )
    if same:
        return RuleFinding(rule, _NOT_MET, same, years=(year,), earliest=year + 1)
    if case.file.history is not None and case.file.awards_known(year):
        return RuleFinding(rule, _MET, (case.file.history,), years=(year,))
    return RuleFinding(rule, _CANNOT_TELL, years=(year,), asks=(Ask(AskKind.AWARD, (), (year,)),))


def not_together(condition: NotTogether, rule: Rule, case: Case) -> RuleFinding | None:
    """Not nominated for the other award at the same time; nothing to say where that is so."""
    if any(award in condition.awards for award in case.claim.also):
        return RuleFinding(rule, _NOT_MET)
    return None


def any_of(judges: dict[type[Condition], Judge]) -> Judge:
    """The judge of rules of which one is enough."""

    def judge(condition: Condition, rule: Rule, case: Case) -> RuleFinding:
        options = _options(judges, condition, rule, case)
        for one in options:
            if one.verdict is _MET:
                return one._replace(rule=rule, options=options)
        if any(one.verdict is _CANNOT_TELL for one in options):
            asks = tuple(dict.fromkeys(ask for one in options for ask in one.asks if one.verdict is _CANNOT_TELL))
            return RuleFinding(rule, _CANNOT_TELL, asks=asks, options=options)
        years = [one.earliest for one in options if one.earliest is not None]
        return RuleFinding(rule, _NOT_MET, earliest=min(years, default=None), options=options)

    return judge


def all_of(judges: dict[type[Condition], Judge]) -> Judge:
    """The judge of rules that have to be met together."""

    def judge(condition: Condition, rule: Rule, case: Case) -> RuleFinding:
        options = _options(judges, condition, rule, case)
        verdict = together([one.verdict for one in options])
        used = tuple(proof for one in options for proof in one.used) if verdict is _MET else ()
        asks = tuple(dict.fromkeys(ask for one in options for ask in one.asks))
        return RuleFinding(rule, verdict, used, asks=asks, earliest=latest_of(options), options=options)

    return judge


def _options(
    judges: dict[type[Condition], Judge], condition: Condition, rule: Rule, case: Case
) -> tuple[RuleFinding, ...]:
    assert isinstance(condition, AnyOf | AllOf)
    basis = rule.basis
    found = [judges[type(option)](option, Rule(option, basis), case) for option in condition.options]
    return tuple([one for one in found if one is not None])

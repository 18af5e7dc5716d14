"""Facts for tests: a handful by hand, any number by hypothesis."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.facts import AwardFact, Facts, NominationFact, Place, Traits
from thidua_desktop.domain.statistics.questions import Subject

YEAR = periods.year(2026)


def award(number: int, **other: object) -> AwardFact:
    values: dict[str, object] = {
        "id": number,
        "day": date(2026, 3, 15),
        "year": 2026,
        "award_id": "bang_khen_bo_tinh",
        "group": "bang_khen",
        "level": "bo_tinh",
        "occasion": "merit",
        "traits": Traits("person", "female", "01", "direct", "no", "no"),
        "place": Place(1, 1),
    }
    return AwardFact(**(values | other))  # type: ignore[arg-type]


def facts(*rows: AwardFact, period: periods.Period = YEAR) -> Facts:
    return Facts(period, {Subject.AWARDS: rows})


_UNITS = st.sampled_from([None, 1, 2, 3])
_SEXES = st.sampled_from(["male", "female", "?"])
_KINDS = st.sampled_from(["person", "collective", "household"])
_LEVELS = st.sampled_from(["nha_nuoc", "bo_tinh", "co_so", ""])
_DAYS = st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2027, 12, 31)))


@st.composite
def _awards(draw: st.DrawFn, number: int) -> AwardFact:
    day = draw(_DAYS)
    return award(
        number,
        day=day,
        year=day.year if day else draw(st.integers(2025, 2027)),
        level=draw(_LEVELS),
        award_id=draw(st.sampled_from(["a", "b", "c"])),
        occasion=draw(st.sampled_from(["merit", "sudden", "?"])),
        traits=Traits(draw(_KINDS), draw(_SEXES), draw(st.sampled_from(["01", "05", "?"]))),
        place=Place(draw(_UNITS), draw(_UNITS)),
    )


@st.composite
def _nominations(draw: st.DrawFn, number: int) -> NominationFact:
    one = draw(_awards(number))
    state = draw(st.sampled_from(NominationState))
    shared = (one.id, one.day, one.year, one.award_id, one.group, one.level, one.occasion, one.traits)
    return NominationFact(*shared, state=state, place=one.place)


@st.composite
def any_facts(draw: st.DrawFn) -> Facts:
    """Awards and nominations of three years."""
    awards = [draw(_awards(number)) for number in range(draw(st.integers(0, 25)))]
    nominations = [draw(_nominations(number)) for number in range(draw(st.integers(0, 25)))]
    return Facts(periods.term(2025, 3), {Subject.AWARDS: awards, Subject.NOMINATIONS: nominations})

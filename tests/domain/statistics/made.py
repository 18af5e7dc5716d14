"""Facts for tests: a handful by hand, any number by hypothesis."""

from __future__ import annotations

import random
from datetime import date, timedelta

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


def any_facts() -> st.SearchStrategy[Facts]:
    """Awards and nominations of three years, by chance: fields drawn one by one would take longer than the test."""
    return st.builds(_by_chance, st.integers(0, 2**32))


def _by_chance(seed: int) -> Facts:
    chance = random.Random(seed)
    awards = [_award(chance, number) for number in range(chance.randrange(25))]
    nominations = [_nomination(chance, number) for number in range(chance.randrange(25))]
    return Facts(periods.term(2025, 3), {Subject.AWARDS: awards, Subject.NOMINATIONS: nominations})


def _award(chance: random.Random, number: int) -> AwardFact:
    day = chance.choice([None, date(2025, 1, 1) + timedelta(days=chance.randrange(3 * 365))])
    ethnic = chance.choice(["01", "05", "?"])
    return award(
        number,
        day=day,
        year=day.year if day else chance.randrange(2025, 2028),
        level=chance.choice(["nha_nuoc", "bo_tinh", "co_so", ""]),
        award_id=chance.choice("abc"),
        occasion=chance.choice(["merit", "sudden", "?"]),
        traits=Traits(chance.choice(["person", "household"]), chance.choice(["male", "female", "?"]), ethnic),
        place=Place(chance.choice([None, 1, 2, 3]), chance.choice([None, 1, 2])),
    )


def _nomination(chance: random.Random, number: int) -> NominationFact:
    one = _award(chance, number)
    shared = (one.id, one.day, one.year, one.award_id, one.group, one.level, one.occasion, one.traits)
    return NominationFact(*shared, state=chance.choice(list(NominationState)), place=one.place)

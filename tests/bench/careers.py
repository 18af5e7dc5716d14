"""Careers of diligent officials, each different from the next, and what they are proposed for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.domain.eligibility.files import BKBT, BKTTG, CSBT, CSCS, LDTT, PERSON, held, ideas, rated
from thidua_desktop.domain.eligibility.verdicts import Claim
from thidua_desktop.domain.evidence import Evidence, Reach

_YEARS = tuple(range(2016, 2026))


def career(number: int) -> Evidence:
    """Ten years of a diligent official."""
    return replace(
        PERSON,
        key=str(number),
        awards=held(LDTT, *_YEARS) + held(CSCS, *_YEARS[number % 5 :]) + held(BKBT, 2018 + number % 4),
        ratings=rated(2016 + number % 3, 2025),
        initiatives=ideas(Reach(1 + number % 3), 2023, 2024, 2025),
    )


def claims(day: date) -> tuple[Claim, ...]:
    """Titles and praise of the year 2025."""
    return tuple(Claim(award, PERSON.kind, 2025, day) for award in (LDTT, CSCS, CSCS, CSBT, BKBT, BKTTG))

"""A round of thousands of nominations is judged while the clerk waits: at least 20 000 a second of computing time."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest

from tests.domain.eligibility.files import BKBT, BKTTG, CSBT, CSCS, LDTT, PERSON, held, ideas, prepared, rated
from thidua_desktop.domain.eligibility.check import check
from thidua_desktop.domain.eligibility.prepared import PreparedEvidence
from thidua_desktop.domain.eligibility.verdicts import Claim
from thidua_desktop.domain.evidence import Evidence, Reach

DAY = date(2025, 12, 1)
YEARS = tuple(range(2016, 2026))
ROUND = 10_000


def career(number: int) -> Evidence:
    """Ten years of a diligent official, different from one to the next."""
    return replace(
        PERSON,
        key=str(number),
        awards=held(LDTT, *YEARS) + held(CSCS, *YEARS[number % 5 :]) + held(BKBT, 2018 + number % 4),
        ratings=rated(2016 + number % 3, 2025),
        initiatives=ideas(Reach(1 + number % 3), 2023, 2024, 2025),
    )


@pytest.mark.bench
def test_twenty_thousand_nominations_a_second() -> None:
    book = prepared(DAY)
    files = [PreparedEvidence(career(number)) for number in range(ROUND)]
    claims = [Claim(award, PERSON.kind, 2025, DAY) for award in (LDTT, CSCS, CSCS, CSBT, BKBT, BKTTG)]
    lines = [(claims[number % len(claims)], file) for number, file in enumerate(files)]
    check(*lines[0], book)
    fastest = float("inf")
    for _ in range(3):
        start = time.process_time()
        for claim, file in lines:
            check(claim, file, book)
        fastest = min(fastest, time.process_time() - start)
    rate = ROUND / fastest
    assert rate >= 20_000, f"{rate:,.0f} nominations a second"

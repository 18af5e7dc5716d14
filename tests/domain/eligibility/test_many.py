"""A round judged in one go says of every line what the rule says of it alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.eligibility.files import BKBT, BKTTG, CSBT, CSCS, LDTT, PERSON, held, ideas, prepared, rated
from thidua_desktop.domain.eligibility.check import check, check_all
from thidua_desktop.domain.eligibility.prepared import PreparedEvidence
from thidua_desktop.domain.eligibility.verdicts import Claim
from thidua_desktop.domain.evidence import Evidence, Reach

DAY = date(2025, 12, 1)
AWARDS = (LDTT, CSCS, CSBT, BKBT, BKTTG)
YEARS = st.sets(st.integers(2014, 2026), max_size=8)


@st.composite
def careers(draw: st.DrawFn) -> Evidence:
    awards = [record for award in AWARDS for record in held(award, *draw(YEARS))]
    first = draw(st.integers(2014, 2025))
    return replace(
        PERSON,
        awards=tuple(draw(st.permutations(awards))),
        ratings=rated(first, draw(st.integers(first, 2025))),
        initiatives=ideas(draw(st.sampled_from(Reach)), *draw(YEARS)),
        awards_known_from=draw(st.sampled_from((None, 0, 2020))),
        clearances=draw(st.sampled_from((PERSON.clearances, ()))),
        confirmations=draw(st.sampled_from((PERSON.confirmations, ()))),
    )


@settings(deadline=None, max_examples=40)
@given(files=st.lists(careers(), min_size=1, max_size=4), awards=st.lists(st.sampled_from(AWARDS), min_size=1))
def test_together_as_one_by_one(files: list[Evidence], awards: list[str]) -> None:
    book = prepared(DAY)
    claims = [Claim(award, PERSON.kind, 2025, DAY) for award in awards]
    ready = [PreparedEvidence(file) for file in files]
    lines = [(claim, at) for claim in claims for at in range(len(files))]
    together = list(check_all(((claim, ready[at]) for claim, at in lines), book))
    assert together == [check(claim, files[at], book) for claim, at in lines]

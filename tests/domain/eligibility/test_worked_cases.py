"""The table of worked cases: verdict, deciding article, earliest year."""

from __future__ import annotations

import pytest

from tests.domain.eligibility.cases import EVERY
from tests.domain.eligibility.files import prepared
from tests.domain.eligibility.worked import Worked
from thidua_desktop.domain.eligibility.check import check
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.wording import eligibility
from thidua_desktop.wording.rules import Names


def test_there_are_enough_cases_and_every_period_has_some() -> None:
    assert len(EVERY) >= 60
    assert len({case.id for case in EVERY}) == len(EVERY)
    assert {prepared(case.claim.day).book.code for case in EVERY} == {"A", "B", "C1", "C2"}


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.id)
def test_worked_case(case: Worked) -> None:
    book = prepared(case.claim.day)
    found = check(case.claim, case.evidence, book)
    names = Names({award.id: award.name for award in book.awards.values()}, book.book.vocabulary)
    said = "\n".join(eligibility.sentence(finding, names) for finding in found.findings)
    assert found.verdict is case.verdict, said
    deciding = [one for one in found.findings if one.verdict is case.verdict]
    assert any(case.article in one.rule.basis.citation for one in deciding), said
    assert found.earliest == case.earliest, said
    for finding in found.findings:
        if finding.verdict is Verdict.MET:
            assert finding.used, said
        if finding.verdict is Verdict.CANNOT_TELL:
            assert finding.asks, said

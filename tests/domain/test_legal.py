"""The register of legal documents: whole, and every chain ends."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.legal import Confidence, LegalDocument, LegalRegister, amended_by, ended_by
from thidua_desktop.services.legal import legal_register

REGISTER = legal_register()


def test_every_entry_has_a_source_and_every_successor_an_entry() -> None:
    assert len({known.number for known in REGISTER.documents}) == len(REGISTER.documents)
    for known in REGISTER.documents:
        assert known.source
        assert known.replaced_by is None or REGISTER.numbered(known.replaced_by) is not None
        assert known.replaced_by is None or known.ended is not None
        assert (known.amended_on is None) == (known.amended_by is None)


def test_numbers_are_found_whatever_their_blanks_and_letters() -> None:
    found = REGISTER.numbered("98/2023/nđ-cp ")
    assert found is not None and found.ended == date(2025, 7, 1)
    assert REGISTER.numbered("1/2000/NĐ-CP") is None


@pytest.mark.parametrize(
    ("day", "number"), [(date(2003, 11, 26), "15/2003/QH11"), (date(2013, 11, 16), "39/2013/QH13")]
)
def test_a_law_is_known_by_its_day(day: date, number: str) -> None:
    found = REGISTER.law_of(day=day)
    assert found is not None and found.number == number
    assert REGISTER.law_of(day=date(2001, 1, 1)) is None
    by_year = REGISTER.law_of(year=day.year)
    assert by_year == found


def test_a_document_without_a_known_successor_has_none() -> None:
    decree = REGISTER.numbered("152/2025/NĐ-CP")
    assert decree is not None and decree.confidence is Confidence.UNSURE
    assert not ended_by(decree, 2026) and ended_by(decree, 2027)
    assert REGISTER.successor(decree, 2027) is None
    law = REGISTER.numbered("06/2022/QH15")
    assert law is not None and not amended_by(law, 2025) and amended_by(law, 2026)


def test_a_circle_of_replacements_ends() -> None:
    day = date(2020, 1, 1)
    one = LegalDocument("1/A", "a", "x", Confidence.SEEN, ended=day, replaced_by="2/A")
    two = LegalDocument("2/A", "b", "x", Confidence.SEEN, ended=day, replaced_by="1/A")
    assert LegalRegister((one, two)).successor(one, 2021) is None

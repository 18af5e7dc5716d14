"""The rulebook of each document's own day is used, and made ready once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.domain.eligibility.files import BKBT, CSCS, LDTT, PERSON, held, rated
from thidua_desktop.domain.eligibility.verdicts import Claim, Verdict
from thidua_desktop.domain.evidence import Rating
from thidua_desktop.domain.rulebooks import RulebookMissing
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.rulebooks import RulebookService

TITLE = Claim(CSCS, PERSON.kind, 2024, date(2024, 12, 1))
RATED = replace(PERSON, awards=held(LDTT, 2022, 2024), ratings=rated(2022, 2024))


def test_one_round_over_two_laws() -> None:
    """Without an initiative: refused by the law of 2022, granted by that of 2024."""
    service = EligibilityService(RulebookService())
    old = replace(TITLE, year=2022, day=date(2022, 12, 1))
    assert [found.verdict for found in service.check_all([(old, RATED), (TITLE, RATED)])] == [
        Verdict.NOT_MET,
        Verdict.MET,
    ]
    assert service.book(TITLE.day) is service.book(date(2024, 3, 1))


def test_the_law_of_the_day_on_which_the_dossier_was_taken_in() -> None:
    service = EligibilityService(RulebookService())
    late = replace(TITLE, year=2026, day=date(2026, 10, 9))
    file = replace(PERSON, awards=held(LDTT, 2026), ratings=rated(2026, 2026))
    under_new = service.check(late, file)
    under_old = service.check(late, file, accepted=date(2026, 9, 9))
    assert under_new.verdict is under_old.verdict is Verdict.MET
    assert under_new.confidence is not under_old.confidence


def test_a_document_older_than_every_rulebook() -> None:
    with pytest.raises(RulebookMissing):
        EligibilityService(RulebookService()).check(replace(TITLE, day=date(2016, 1, 1)), PERSON)


def test_who_is_due() -> None:
    service = EligibilityService(RulebookService())
    file = replace(PERSON, awards=held(CSCS, 2024, 2025), ratings=rated(2024, 2025, Rating.WELL))
    awards = {one.award_id for one in service.due([file], year=2025, day=date(2025, 12, 1))}
    assert BKBT in awards


def test_an_office_judges_by_its_own_rules(tmp_path: Path) -> None:
    (tmp_path / "quy-che.toml").write_text(
        """
code = "so-noi-vu"
title = "Quy chế của Sở Nội vụ"
citation = "Quyết định 15/QĐ-SNV"
confidence = "seen"
valid_from = 2024-01-01
[[general]]
id = "cach-nhau"
awards = ["chien_si_thi_dua_co_so"]
rule = { kind = "interval", years = 2 }
citation = "Điều 6 Quyết định 15/QĐ-SNV"
""",
        encoding="utf-8",
    )
    file = replace(RATED, awards=RATED.awards + held(CSCS, 2023))
    law, office = EligibilityService(RulebookService()), EligibilityService(RulebookService(tmp_path))
    assert law.check(TITLE, file).verdict is Verdict.MET
    refused = office.check(TITLE, file)
    assert refused.verdict is Verdict.NOT_MET
    assert refused.earliest == 2025
    assert any("15/QĐ-SNV" in finding.rule.basis.citation for finding in refused.findings)


def test_what_an_office_has_changed_counts_at_once(tmp_path: Path) -> None:
    rulebooks = RulebookService(tmp_path)
    service = EligibilityService(rulebooks)
    service.book(TITLE.day)
    own = tmp_path / "quy-che.toml"
    head = 'code = "so"\ntitle = "Quy chế"\ncitation = "QĐ 1"\nconfidence = "seen"\n'
    own.write_text(head, encoding="utf-8")
    rulebooks.reload()
    before = service.book(TITLE.day)
    own.write_text(head + 'drop = ["chien_si_thi_dua_co_so/a"]\n', encoding="utf-8")
    rulebooks.reload()
    after = service.book(TITLE.day)
    assert before.book.awards["chien_si_thi_dua_co_so"].paths
    assert not after.book.awards["chien_si_thi_dua_co_so"].paths

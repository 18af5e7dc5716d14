"""Findings, rules and evidence in Vietnamese."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from tests.domain.eligibility.cases import EVERY
from tests.domain.eligibility.files import BKBT, CSCS, PERSON, held, ideas, prepared, rated
from tests.domain.eligibility.worked import Worked
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.eligibility.check import JUDGES, check
from thidua_desktop.domain.eligibility.verdicts import AskKind, Claim, Override, Remark, Verdict
from thidua_desktop.domain.evidence import CaseKind, MeritKind, Rating, Reach, Sanction
from thidua_desktop.domain.rulebooks import Rulebook
from thidua_desktop.importing.rulebooks.kinds import KINDS
from thidua_desktop.services.rulebooks import shipped
from thidua_desktop.wording import eligibility, rules

DAY = date(2025, 12, 5)
CLAIM = Claim(BKBT, RecipientKind.PERSON, 2025, DAY)


def names(book: Rulebook) -> rules.Names:
    awards = {award.id: award.name for award in prepared(book.valid_from or DAY).awards.values()}
    return rules.Names(awards, book.vocabulary)


def deciding(claim: Claim, file: object) -> str:
    found = check(claim, file, prepared(claim.day))
    (finding,) = [one for one in found.findings if one.verdict is found.verdict]
    return eligibility.sentence(finding, names(prepared(claim.day).book))


def test_what_is_asked_what_is_there_when_and_where() -> None:
    assert deciding(CLAIM, replace(PERSON, awards=held(CSCS, 2024))) == (
        "Chưa đủ: cần 2 năm liên tục đạt “Chiến sĩ thi đua cơ sở” (2024, 2025); mới có 2024 – sớm nhất xét năm 2026. "
        "Căn cứ: điểm d khoản 1 Điều 74 Luật Thi đua, khen thưởng năm 2022 (chưa chắc chắn)."
    )


def test_what_is_not_known_is_asked_for() -> None:
    file = replace(PERSON, awards=held(CSCS, 2024), awards_known_from=None)
    assert deciding(CLAIM, file) == (
        "Chưa rõ: cần 2 năm liên tục đạt “Chiến sĩ thi đua cơ sở” (2023, 2024); "
        "đã có “Chiến sĩ thi đua cơ sở” năm 2024 (QĐ 2024/QĐ-UBND); "
        "hãy hỏi: quyết định tặng “Chiến sĩ thi đua cơ sở” năm 2023. "
        "Căn cứ: điểm d khoản 1 Điều 74 Luật Thi đua, khen thưởng năm 2022 (chưa chắc chắn)."
    )


def test_long_runs_of_years_are_drawn_together() -> None:
    day = date(2022, 12, 1)
    claim = Claim("bang_khen_thu_tuong", RecipientKind.PERSON, 2022, day)
    file = replace(
        PERSON,
        awards=held(BKBT, 2018),
        ratings=rated(2019, 2022),
        initiatives=ideas(Reach.UNIT, 2019, 2020, 2021, 2022, 2022),
    )
    assert "(2019 - 2023)" in deciding(claim, file)


def test_the_verdict_names_who_decided_otherwise() -> None:
    found = check(CLAIM, replace(PERSON, awards=held(CSCS, 2024)), prepared(DAY))
    assert eligibility.verdict(found) == "Chưa đủ điều kiện – sớm nhất xét năm 2026"
    own = found.overridden(Override(Verdict.MET, "Trần Thị Bình", "có quyết định giấy", DAY))
    assert eligibility.verdict(own) == (
        "Đủ điều kiện (theo quyết định của Trần Thị Bình, 05/12/2025: có quyết định giấy; máy xét: chưa đủ điều kiện)"
    )


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.id)
def test_every_sentence_is_vietnamese(case: Worked) -> None:
    book = prepared(case.claim.day)
    found = check(case.claim, case.evidence, book)
    for finding in found.findings:
        said = eligibility.sentence(finding, names(book.book))
        assert unicodedata.is_normalized("NFC", said)
        assert "_" not in said
        assert "None" not in said
        assert said.endswith(".")
        assert said.startswith(("Đạt: ", "Chưa đủ: ", "Chưa rõ: ", "Không đề nghị được: "))
        assert "Căn cứ: " in said


@pytest.mark.parametrize("book", shipped(), ids=lambda book: book.code)
def test_every_rule_is_told_without_a_code(book: Rulebook) -> None:
    known = names(book)
    told = [rule.condition for law in book.awards.values() for path in law.paths for rule in path.rules]
    told += [general.rule.condition for general in book.generals]
    for condition in told:
        said = rules.requirement(condition, known)
        assert said
        assert "_" not in said
        assert said[0] == said[0].lower() or said[:2].isupper(), said


def test_nothing_is_without_words() -> None:
    for kind in set(KINDS.values()) | set(JUDGES):
        assert kind in rules.PHRASES
    assert set(eligibility.ASKS) == set(AskKind)
    assert set(eligibility.REMARKS) == set(Remark)
    assert set(eligibility.CASES) == set(CaseKind)
    assert set(rules.MERITS) == set(MeritKind)
    assert set(rules.SANCTIONS) == set(Sanction)
    assert set(rules.RATINGS) == set(Rating)
    assert set(rules.REACHES) == set(Reach)

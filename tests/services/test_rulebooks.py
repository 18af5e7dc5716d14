"""The rulebooks that ship with the program, and an office's own laid over them."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.eligibility.prepared import leaves
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.rulebooks import Basis, Rule, Rulebook, RulebookMissing, base_salary, bonus_amount, in_force
from thidua_desktop.domain.rules import Confirmed, RatingRun
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.rulebooks import PERIODS, RulebookNotRead, RulebookService, RulebookUnreachable, shipped
from thidua_desktop.wording import messages

LAW = RulebookService()
BOOKS = {book.code: book for book in LAW.books()}
CATALOGUE = AwardService().catalogue()

OFFICE = """
code = "tinh-2025"
title = "Quy chế thi đua, khen thưởng của tỉnh"
citation = "Quyết định 86/2025/QĐ-UBND"
confidence = "seen"
valid_from = 2025-12-15

[questions]
nop_bao_cao = "Đã nộp báo cáo đúng hạn"

[[new_award]]
id = "giay_khen_dang_uy"
name = "Giấy khen của Đảng ủy"
group = "giay_khen"
recipients = ["person"]
level = "co_so"
rank = 1030
citation = "Điều 3"
confidence = "seen"

[[award]]
id = "chien_si_thi_dua_co_so"
  [award.quota]
  percent = 20
  of = "holders"
  citation = "Điều 7 Quyết định 86/2025/QĐ-UBND"
  [[award.path]]
  id = "bao_cao"
  citation = "Điều 8 Quyết định 86/2025/QĐ-UBND"
  rules = [
    { kind = "confirmed", question = "nop_bao_cao" },
    { kind = "awards_in_years", awards = ["chien_si_thi_dua_co_so"], count = 1, years = 3 },
  ]

[[general]]
id = "runs_end"
rule = { kind = "runs_end", last_year = "previous" }
citation = "Điều 4 Quyết định 86/2025/QĐ-UBND"
"""


def every_rule(book: Rulebook) -> list[tuple[str, Rule]]:
    found = [
        (f"{law.award_id}/{path.id}", rule) for law in book.awards.values() for path in law.paths for rule in path.rules
    ]
    return found + [(general.id, general.rule) for general in book.generals]


def every_basis(book: Rulebook) -> list[tuple[str, Basis]]:
    found = [(name, rule.basis) for name, rule in every_rule(book)]
    for law in book.awards.values():
        parts = (law.quota, law.vote, law.dossier, law.bonus, law.deadline)
        found += [(law.award_id, law.basis)] + [(law.award_id, part.basis) for part in parts if part is not None]
    return found + [(principle.id, principle.basis) for principle in book.principles]


@pytest.mark.parametrize("code", ["A", "B", "C1", "C2"])
def test_every_award_of_the_catalogue_has_rules_or_says_that_none_are_known(code: str) -> None:
    book = BOOKS[code]
    assert set(book.awards) == {award.id for award in CATALOGUE}
    for law in book.awards.values():
        assert law.exists is not None, law.award_id
        assert not law.exists or law.paths or law.no_paths, law.award_id
        assert not law.exists or law.decided_by, law.award_id


@pytest.mark.parametrize("code", ["A", "B", "C1", "C2"])
def test_every_rule_has_citation_validity_and_confidence(code: str) -> None:
    book = BOOKS[code]
    assert len(every_rule(book)) > 100
    for name, basis in every_basis(book):
        assert basis.citation.strip(), name
        assert isinstance(basis.confidence, Confidence), name
        assert basis.valid_from is not None, name
        assert basis.valid_from >= (book.valid_from or date.min), name
        assert book.valid_to is None or basis.valid_to == book.valid_to, name


@pytest.mark.parametrize("code", ["A", "B", "C1", "C2"])
def test_the_rulebook_and_the_catalogue_agree_on_what_exists(code: str) -> None:
    book = BOOKS[code]
    assert book.valid_from is not None
    for award in CATALOGUE:
        law = book.awards[award.id]
        assert law.exists is award.exists_on(book.valid_from), award.id
        if law.exists:
            assert law.recipients == award.recipients, award.id


def test_periods_have_no_gap_and_no_overlap() -> None:
    books = shipped()
    assert [book.code for book in books] == ["A", "B", "C1", "C2"]
    assert books[-1].valid_to is None
    for earlier, later in pairwise(books):
        assert earlier.valid_to is not None
        assert later.valid_from == earlier.valid_to + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2017, 10, 1), "A"),
        (date(2023, 12, 31), "A"),
        (date(2024, 1, 1), "B"),
        (date(2025, 6, 30), "B"),
        (date(2025, 7, 1), "C1"),
        (date(2026, 9, 30), "C1"),
        (date(2026, 10, 1), "C2"),
        (date(2031, 5, 5), "C2"),
    ],
)
def test_the_day_of_the_document_picks_the_rulebook(day: date, code: str) -> None:
    assert LAW.on(day).code == code
    assert [book.code for book in shipped() if book.basis.covers(day)] == [code]


def test_a_day_before_all_of_them() -> None:
    with pytest.raises(RulebookMissing) as caught:
        in_force(shipped(), date(2017, 9, 30))
    assert "30/09/2017" in messages.error(caught.value)


def test_the_newest_rulebook_inherits_and_says_that_nothing_is_sure() -> None:
    newest = BOOKS["C2"]
    assert newest.basis.note
    assert newest.basis.confidence is Confidence.UNSURE
    assert {rule.basis.confidence for _, rule in every_rule(newest)} == {Confidence.UNSURE}
    assert [name for name, _ in every_rule(newest)] == [name for name, _ in every_rule(BOOKS["C1"])]
    assert {rule.basis.valid_from for _, rule in every_rule(newest)} == {date(2026, 10, 1)}


def test_what_is_not_certain_in_the_facts_is_not_certain_here() -> None:
    assert BOOKS["A"].awards["chien_si_thi_dua_co_so"].paths[0].basis.confidence is Confidence.SEEN
    flag = BOOKS["C1"].awards["co_thi_dua_chinh_phu"]
    assert flag.quota is not None
    assert flag.vote is not None
    assert (flag.quota.percent, flag.quota.basis.confidence) == (20, Confidence.UNSURE)
    assert (flag.vote.percent, flag.vote.basis.confidence) == (80, Confidence.UNSURE)
    before = BOOKS["B"].awards["co_thi_dua_chinh_phu"].vote
    assert before is not None
    assert (before.percent, before.base, before.basis.confidence) == (80, "all_members", Confidence.SEEN)


@pytest.mark.parametrize(
    ("code", "award", "person", "collective"),
    [
        ("A", "giay_khen_xa", 15, 30),
        ("C1", "giay_khen_xa", 30, 60),
        ("A", "bang_khen_bo_tinh", 100, 200),
        ("B", "bang_khen_bo_tinh", 150, 300),
        ("C1", "chien_si_thi_dua_co_so", 100, None),
        ("B", "tap_the_lao_dong_xuat_sac", None, 150),
    ],
)
def test_bonus_coefficients(code: str, award: str, person: int | None, collective: int | None) -> None:
    bonus = BOOKS[code].awards[award].bonus
    assert bonus is not None
    assert (bonus.person, bonus.collective) == (person, collective)


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2023, 6, 30), 1490000),
        (date(2023, 7, 1), 1800000),
        (date(2026, 6, 30), 2340000),
        (date(2026, 7, 1), 2530000),
    ],
)
def test_base_salary_of_a_day(day: date, amount: int) -> None:
    salary = base_salary(LAW.on(day), day)
    assert salary is not None
    assert salary.amount == amount
    assert base_salary(LAW.on(date(2017, 12, 1)), date(2017, 12, 1)) is None


@pytest.mark.parametrize(
    ("rate", "amounts"),
    [
        (15, (230000, 270000, 360000, 380000)),
        (30, (450000, 540000, 710000, 760000)),
        (80, (1200000, 1440000, 1880000, 2030000)),
        (100, (1490000, 1800000, 2340000, 2530000)),
        (150, (2240000, 2700000, 3510000, 3800000)),
        (350, (5220000, 6300000, 8190000, 8860000)),
        (225, (3360000, 4050000, 5270000, 5700000)),
    ],
)
def test_bonuses_are_rounded_up(rate: int, amounts: tuple[int, ...]) -> None:
    days = (date(2023, 1, 1), date(2024, 1, 1), date(2025, 1, 1), date(2026, 8, 1))
    assert tuple(bonus_amount(LAW.on(day), rate, day) for day in days) == amounts
    assert bonus_amount(LAW.on(date(2017, 12, 1)), rate, date(2017, 12, 1)) is None


def test_dossiers_name_documents_that_have_names() -> None:
    for book in BOOKS.values():
        for law in book.awards.values():
            for code in law.dossier.documents if law.dossier else ():
                assert book.vocabulary.documents[code][0].isupper()
            for body in law.decided_by or ():
                assert book.vocabulary.bodies[body]


def test_questions_are_asked_somewhere() -> None:
    asked = {
        one.question
        for book in BOOKS.values()
        for _, rule in every_rule(book)
        for one in leaves(rule.condition)
        if isinstance(one, Confirmed)
    }
    assert asked == set(BOOKS["C2"].vocabulary.questions)


def test_files_are_nfc_and_have_no_machine_names() -> None:
    for name in (*PERIODS, "common"):
        text = resource(f"rulebooks/{name}.toml").read_text(encoding="utf-8")
        tomllib.loads(text)
        assert "[K" not in text
        assert "[S" not in text


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "quy-che.toml").write_text(OFFICE, encoding="utf-8")
    return tmp_path


def test_an_office_adds_and_overrides(office: Path) -> None:
    service = RulebookService(office)
    assert service.troubles == ()
    book = service.on(date(2026, 1, 5))
    law = book.awards["chien_si_thi_dua_co_so"]
    assert (book.code, book.layers) == ("C1", ("tinh-2025",))
    assert law.quota is not None
    assert law.quota.percent == 20
    assert law.quota.basis.valid_from == date(2025, 12, 15)
    assert [path.id for path in law.paths] == ["bao_cao", "a"]
    assert law.decided_by == BOOKS["C1"].awards["chien_si_thi_dua_co_so"].decided_by
    (runs_end,) = [general for general in book.generals if general.id == "runs_end"]
    assert runs_end.rule.basis.citation == "Điều 4 Quyết định 86/2025/QĐ-UBND"
    assert "giay_khen_dang_uy" in {award.id for award in service.awards()}
    assert service.on(date(2026, 1, 5)) is book


def test_before_its_first_day_the_law_stands_alone(office: Path) -> None:
    service = RulebookService(office)
    assert service.on(date(2025, 12, 14)).layers == ()
    assert [book.code for book in service.books() if book.layers] == ["C1", "C2"]


def test_the_law_goes_on_without_a_rulebook_that_has_mistakes(office: Path) -> None:
    (office / "sai.toml").write_text(OFFICE.replace("percent = 20", 'percent = "hai mươi"'), encoding="utf-8")
    (office / "nhi-phan.toml").write_bytes(b"\xff\xfe\x00x")
    service = RulebookService(office)
    unreadable, wrong = service.troubles
    assert isinstance(wrong, RulebookNotRead)
    assert isinstance(unreadable, RulebookUnreachable)
    assert "“sai.toml”" in messages.error(wrong)
    assert "1 chỗ sai" in messages.error(wrong)
    (finding,) = wrong.findings
    assert (
        messages.finding(finding)
        == "Tệp “sai.toml” dòng 24: giá trị của “award.quota.percent” không đúng dạng; cần số."
    )
    assert service.on(date(2026, 1, 5)).layers == ("tinh-2025",)


def test_an_office_can_drop_a_rule_of_the_law(office: Path) -> None:
    text = OFFICE.replace("[questions]", 'drop = ["chien_si_thi_dua_co_so/a", "initiative_once", "women"]\n[questions]')
    (office / "quy-che.toml").write_text(text, encoding="utf-8")
    book = RulebookService(office).on(date(2026, 1, 5))
    assert [path.id for path in book.awards["chien_si_thi_dua_co_so"].paths] == ["bao_cao"]
    assert "initiative_once" not in {general.id for general in book.generals}
    assert "women" not in {principle.id for principle in book.principles}


def test_no_folder_of_the_office_is_no_trouble(tmp_path: Path) -> None:
    assert RulebookService(tmp_path / "nothing").troubles == ()


def test_the_example_changes_nothing_until_its_lines_are_freed(tmp_path: Path) -> None:
    service = RulebookService(tmp_path / "quy-dinh")
    folder = service.start_own()
    (sample,) = folder.iterdir()
    before = BOOKS["C1"].awards
    assert service.on(date(2026, 3, 1)).awards == before
    text = sample.read_text(encoding="utf-8")
    sample.write_text(re.sub(r"^#(?! )", "", text, flags=re.MULTILINE), encoding="utf-8")
    service.reload()
    assert [messages.finding(one) for trouble in service.troubles for one in getattr(trouble, "findings", ())] == []
    book = service.on(date(2026, 3, 1))
    title = book.awards["chien_si_thi_dua_co_so"]
    assert (title.quota.percent if title.quota else None) == 20
    assert [path.id for path in title.paths] == ["a"]
    assert len(title.paths[0].rules) == 3
    assert book.awards["giay_khen_hieu_truong"].exists
    assert "initiative_once" not in {general.id for general in book.generals}
    assert "cach_hai_nam" in {general.id for general in book.generals}


def test_windows_follow_the_award_they_start_from() -> None:
    """A run that counts after an earlier award stands after that award, or it would count from the beginning."""
    for book in BOOKS.values():
        for law in book.awards.values():
            for path in law.paths:
                started = False
                for rule in path.rules:
                    if isinstance(rule.condition, RatingRun) and rule.condition.after_award:
                        assert started, (law.award_id, path.id)
                    started = started or getattr(rule.condition, "starts", False)


@pytest.mark.parametrize(
    ("code", "mark"), [("A", Confidence.SEEN), ("B", Confidence.UNSURE), ("C2", Confidence.UNSURE)]
)
def test_meetings_need_two_thirds(code: str, mark: Confidence) -> None:
    quorum = BOOKS[code].quorum
    assert quorum is not None
    assert (quorum.share, quorum.basis.confidence) == (Fraction(2, 3), mark)


def test_an_office_asks_for_more_members(tmp_path: Path) -> None:
    (tmp_path / "hoi-dong.toml").write_text(f'{OFFICE}\n[quorum]\nshare = "4/5"\ncitation = "Điều 8"\n', "utf-8")
    laid = RulebookService(tmp_path)
    after, before = laid.on(date(2026, 1, 5)).quorum, laid.on(date(2025, 7, 5)).quorum
    assert after is not None and before is not None
    assert (after.share, after.basis.citation) == (Fraction(4, 5), "Điều 8")
    assert before.share == Fraction(2, 3)


def test_documents_if_any_are_said_by_the_rulebooks_and_not_by_their_codes() -> None:
    book = RulebookService().on(date(2022, 6, 1))
    dossiers = [law.dossier for law in book.awards.values() if law.dossier is not None]
    flagged = {code for dossier in dossiers for code in dossier.if_any}
    assert "xac_nhan_phat_minh_sang_che_sang_kien_neu_co" in flagged
    assert flagged <= set(book.vocabulary.documents_if_any)
    assert all(set(dossier.if_any) <= set(dossier.documents) for dossier in dossiers)


def test_who_decides_pays_and_an_office_can_say_otherwise(tmp_path: Path) -> None:
    for book in BOOKS.values():
        assert book.paid_by("thu_truong_so") == ("thu_truong_so",)
        assert "chu_tich_ubnd_tinh" in book.paid_by("thu_tuong")
        assert any(one.id == "fund_payer" for one in book.principles)
    own = '[[payer]]\ndecided_by = ["chu_tich_ubnd_tinh"]\npaid_by = ["thu_truong_so"]\n'
    (tmp_path / "quy.toml").write_text(f"{OFFICE}\n{own}", "utf-8")
    service = RulebookService(tmp_path)
    assert service.troubles == ()
    assert service.on(date(2026, 3, 1)).paid_by("chu_tich_ubnd_tinh") == ("thu_truong_so",)

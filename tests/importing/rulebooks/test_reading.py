"""A rulebook's file: what is read, and a sentence with its line for every mistake."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.evidence import MeritKind, Rating, Reach
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.rulebooks import Rulebook, Vocabulary
from thidua_desktop.domain.rules import AnyOf, InitiativeCount, RatingRun, Score, Within
from thidua_desktop.importing.rulebooks.lines import line_of
from thidua_desktop.importing.rulebooks.reading import read_rulebook
from thidua_desktop.wording import messages

KNOWN = frozenset({"bang_khen_bo_tinh", "chien_si_thi_dua_co_so"})
NAMES = Vocabulary(
    questions={"tot": "Làm tốt"}, documents={"to_trinh": "Tờ trình"}, areas={"city": "quận"}, bodies={"tinh": "tỉnh"}
)

GOOD = """code = "X"
title = "Quy chế"
citation = "Quyết định 1/QĐ-UBND"
confidence = "known"
valid_from = 2025-01-01

[[award]]
id = "bang_khen_bo_tinh"
recipients = ["person"]
decided_by = ["tinh"]
  [award.vote]
  percent = 80
  ballot = "secret"
  [award.dossier]
  documents = ["to_trinh"]
  sets = 2
  [award.deadline]
  day = 30
  month = 6
  [[award.path]]
  id = "a"
  citation = "Điều 5"
  confidence = "seen"
  rules = [
    { kind = "rating_run", level = "excellent", years = 2 },
    { kind = "initiatives", count = 2, reach = "unit", within = "window", also = ["topic"], confidence = "unsure" },
    { kind = "any_of", options = [{ kind = "confirmed", question = "tot" }, { kind = "interval", years = 3 }] },
    { kind = "score", least = { city = 90 } },
  ]

[[general]]
id = "mo"
groups = ["bang_khen"]
rule = { kind = "no_open_case" }
citation = "Điều 6"
"""


def read(text: str) -> tuple[Rulebook | None, tuple[Finding, ...]]:
    return read_rulebook(text, file="quy-che.toml", awards=KNOWN, below=NAMES)


def test_everything_is_read() -> None:
    book, findings = read(GOOD)
    assert findings == ()
    assert book is not None
    law = book.awards["bang_khen_bo_tinh"]
    (path,) = law.paths
    run, ideas, either, score = (rule.condition for rule in path.rules)
    assert run == RatingRun(Rating.EXCELLENT, 2)
    assert ideas == InitiativeCount(2, Reach.UNIT, Within.WINDOW, (MeritKind.TOPIC,))
    assert isinstance(either, AnyOf)
    assert score == Score((("city", 90.0),))
    assert [rule.basis.confidence for rule in path.rules[:2]] == [Confidence.SEEN, Confidence.UNSURE]
    assert {rule.basis.citation for rule in path.rules} == {"Điều 5"}
    assert law.vote is not None
    assert law.vote.basis.citation == "Quyết định 1/QĐ-UBND"
    assert law.deadline is not None
    assert (law.deadline.day, law.deadline.month, law.deadline.years_after) == (30, 6, 1)
    assert book.valid_from == date(2025, 1, 1)


def test_decomposed_text_becomes_whole() -> None:
    book, _ = read(GOOD.replace("Quy chế", "Quy che\u0302\u0301"))
    assert book is not None
    assert book.title == "Quy chế"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('title = "Quy chế"', 'title = "Quy chế', "dòng 2: viết sai cú pháp TOML"),
        ('title = "Quy chế"\n', "", "dòng 1: thiếu khóa “title”"),
        ('confidence = "known"', 'confidence = "chắc"', "dòng 4: “confidence” ghi “chắc”"),
        ("percent = 80", "percent = 180", "dòng 12: “award.vote.percent” ghi 180"),
        ("percent = 80", "percent = -1", "dòng 12: “award.vote.percent” ghi -1"),
        ("percent = 80", 'percent = "80"', "dòng 12: giá trị của “award.vote.percent” không đúng dạng; cần số."),
        ("sets = 2", "sets = true", "dòng 16: giá trị của “award.dossier.sets” không đúng dạng; cần số."),
        ("percent = 80", "percnt = 80", "dòng 12: không có khóa nào tên “award.vote.percnt”"),
        ('ballot = "secret"', 'ballot = "kín"', "dòng 13: “award.vote.ballot” ghi “kín”"),
        ('["to_trinh"]', '["to_trinhh"]', "dòng 15: “award.dossier.documents” nhắc đến “to_trinhh”"),
        ('["person"]', '["people"]', "dòng 9: “award.recipients” ghi “people”"),
        ('["person"]', '"person"', "dòng 9: giá trị của “award.recipients” không đúng dạng; cần danh sách"),
        ('["tinh"]', '["huyen"]', "dòng 10: “award.decided_by” nhắc đến “huyen”"),
        ("month = 6", "month = 16", "dòng 19: “award.deadline.month” ghi 16"),
        ('id = "bang_khen_bo_tinh"', 'id = "bang_khen"', "dòng 8: “award.id” nhắc đến “bang_khen”"),
        ('  citation = "Điều 5"\n', "", "dòng 20: thiếu khóa “citation”"),
        ('kind = "rating_run"', 'kind = "xep_loai"', "dòng 25: không có loại quy tắc “xep_loai”"),
        ('level = "excellent"', 'level = "gioi"', "dòng 25: “award.path.rules.level” ghi “gioi”"),
        (", years = 2 }", " }", "dòng 25: thiếu khóa “years”"),
        ('question = "tot"', 'question = "xau"', "dòng 27: “award.path.rules.options.question” nhắc đến “xau”"),
        ("years = 3 }]", 'years = "ba" }]', "dòng 27: giá trị của “award.path.rules.options.years”"),
        ("rule = { kind", "rules = { kind", "thiếu khóa “rule”"),
        ("valid_from = 2025-01-01", "valid_from = 2025-01-01\nvalid_to = 2024-01-01", "dòng 6: ngày hết hiệu lực đứng"),
        ("valid_from = 2025-01-01", "valid_from = 2025-01-01T08:00:00", "dòng 5: giá trị của “valid_from” không đúng"),
        ("percent = 80", "percent = inf", "dòng 12: “award.vote.percent” ghi inf"),
        ("percent = 80", "percent = nan", "dòng 12: “award.vote.percent” ghi nan"),
        ('[[general]]\nid = "mo"', '[[award]]\nid = "bang_khen_bo_tinh"\n[[general]]\nid = "mo"', "đã có ở trên"),
        ("[[general]]", "[general]", "giá trị của “general” không đúng dạng; cần danh sách trong ngoặc vuông."),
        ('["topic"]', "[1]", "dòng 26: giá trị của “award.path.rules.also” không đúng dạng"),
        ("{ city = 90 }", "{ city = true }", "dòng 28: giá trị của “award.path.rules.least.city” không đúng dạng"),
    ],
)
def test_each_mistake_has_a_sentence_with_its_line(old: str, new: str, sentence: str) -> None:
    assert old in GOOD
    _, findings = read(GOOD.replace(old, new, 1))
    said = [messages.finding(finding) for finding in findings]
    assert any(sentence in one for one in said), said
    assert all(one.startswith("Tệp “quy-che.toml” dòng ") for one in said)


def test_all_mistakes_are_told_at_once() -> None:
    _, findings = read(GOOD.replace("percent = 80", "percent = 180").replace("years = 3", "year = 3"))
    assert len(findings) == 3  # the percentage, the key that is missing, the key that nobody knows


def test_an_office_inherits_from_nobody() -> None:
    text = GOOD.replace("valid_from", 'inherits = "B"\nvalid_from', 1)
    _, findings = read_rulebook(text, file="x.toml", awards=KNOWN, below=NAMES, office=True)
    assert [finding.code for finding in findings] == ["rulebook.unknown_key"]


def test_lines_of_keys_that_are_not_there() -> None:
    assert line_of(["[[award]]", "id = 1"], ("award", 3, "id")) is None
    assert line_of(["[[award]]", "id = 1"], ("award", 0, "name")) == 1


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD)), st.integers(0, 30), st.sampled_from(["", "x", '"', "= ", "[", "\n", "1", "ế"]))
def test_a_damaged_file_ends_in_findings_not_in_a_crash(start: int, length: int, other: str) -> None:
    book, findings = read(GOOD[:start] + other + GOOD[start + length :])
    assert book is not None or findings
    for finding in findings:
        assert messages.finding(finding).startswith("Tệp “quy-che.toml” dòng ")


@pytest.mark.parametrize("written", ["2/3", "4/5", "1/1"])
def test_the_quorum_of_meetings(written: str) -> None:
    book, findings = read(GOOD + f'[quorum]\nshare = "{written}"\n')
    assert findings == ()
    assert book is not None and book.quorum is not None
    assert book.quorum.share == Fraction(written)
    assert book.quorum.basis.citation == "Quyết định 1/QĐ-UBND"


@pytest.mark.parametrize("written", ["3/2", "80%", "0/3", "2/0", "nửa"])
def test_a_share_that_is_none_is_a_mistake(written: str) -> None:
    _, (finding,) = read(GOOD + f'[quorum]\nshare = "{written}"\n')
    assert finding.code == "rulebook.share_unreadable"
    assert written in messages.finding(finding)


def test_whose_fund_pays() -> None:
    book, findings = read(
        GOOD + '[[payer]]\ndecided_by = ["chu_tich_ubnd_tinh"]\npaid_by = ["thu_truong_so"]\n[bodies]\n'
        'chu_tich_ubnd_tinh = "Chủ tịch UBND tỉnh"\nthu_truong_so = "Giám đốc sở"\n'
    )
    assert findings == ()
    assert book is not None
    assert (book.paid_by("chu_tich_ubnd_tinh"), book.paid_by("thu_truong_so")) == (("thu_truong_so",),) * 2
    assert book.payers[0].basis.citation == "Quyết định 1/QĐ-UBND"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ('decided_by = ["khong_co"]\npaid_by = []', "rulebook.unknown_name"),
        ("paid_by = []", "rulebook.key_missing"),
    ],
)
def test_a_payer_that_is_none_is_a_mistake(written: str, code: str) -> None:
    _, findings = read(GOOD + f"[[payer]]\n{written}\n")
    assert [one.code for one in findings] == [code]

"""The worst cases and the likely mistakes of document-forms §7, each by its name and on a real page.

What a case needs besides is tested where it belongs: ballots in ``councils/test_ballots.py``, votes in
``tests/domain/councils``, plans in ``test_plan_document.py``, workbooks in ``test_tracker.py``, numbers and their
series in ``tests/domain/test_decision_numbers.py``.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.reports import cases, paper, said
from tests.reports.councils.cases import (
    COUNCIL,
    DECIDED,
    DECISION,
    DECISION_PAPER,
    HEAD,
    ISSUER,
    LINES,
    LONG_NAME,
    MEETING,
    MEMBERS,
    NOTICE,
    PROPOSAL,
    RECORD,
    SUBJECT,
    TELLERS,
    TURNOUT,
    crowd,
)
from tests.reports.councils.page_cases import HOLDER, SIGNED, given
from tests.reports.councils.papers import BALLOT, PAPERS, council_list_of
from tests.reports.paper import Paper
from thidua_desktop.common.vietnamese import POINT_LETTERS
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.bonuses import Payee, pay_list
from thidua_desktop.domain.decision_numbers import tidy_number
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.reports import fonts, pdf, word
from thidua_desktop.reports.builders.plan_document import plan_document
from thidua_desktop.reports.councils.ballots import ballot
from thidua_desktop.reports.councils.confirmation import confirmation
from thidua_desktop.reports.councils.decision import decision_document
from thidua_desktop.reports.councils.invitation import invitations
from thidua_desktop.reports.councils.minutes import minutes
from thidua_desktop.reports.councils.pay_list import pay_document
from thidua_desktop.reports.councils.proposal import proposal
from thidua_desktop.reports.councils.result_notice import result_notice
from thidua_desktop.reports.councils.vote_papers import vote_count
from thidua_desktop.reports.model import Letterhead, Report
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.wording import formats, messages

FAR_DAY = date(2026, 12, 29)
"""A day whose date line is as long as such lines get."""
CITY = replace(HEAD, place="Thành phố Hồ Chí Minh")
THREE_LINES = "HỘI ĐỒNG SÁNG KIẾN NGÀNH GIÁO DỤC VÀ ĐÀO TẠO THUỘC SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH HỒNG SƠN"

OF_HEAD: dict[str, Callable[..., Report]] = {
    "decision": lambda head: decision_document(
        replace(DECISION_PAPER, head=head), replace(SIGNED, signed_on=FAR_DAY, number="1234/QĐ-HĐTĐKT")
    ),
    "proposal": lambda head: proposal(replace(PROPOSAL, head=head, day=FAR_DAY, number="1234/TTr-HĐTĐKT"), DECIDED[:3]),
    "invitation": lambda head: invitations(
        replace(RECORD, head=head), MEMBERS[:1], number="1234/GM-HĐTĐKT", day=FAR_DAY
    ),
    "notice": lambda head: result_notice(
        replace(RECORD, head=head), replace(NOTICE, day=FAR_DAY, number="1234/TB-HĐTĐKT")
    ),
    "confirmation": lambda head: confirmation(
        replace(HOLDER, head=head, day=FAR_DAY, number="1234/GXN-HĐTĐKT"), [given("gk", 2020, "1/QĐ-SNV")]
    ),
}
"""Every document with a number and a date line, issued by somebody."""


def printed(report: Report, tmp_path: Path) -> Paper:
    pdf.write(report, tmp_path / "giấy.pdf")
    return paper.read(tmp_path / "giấy.pdf")


# the worst cases


@pytest.mark.parametrize("name", OF_HEAD)
def test_the_date_line_of_ho_chi_minh_city(name: str, tmp_path: Path) -> None:
    page = printed(OF_HEAD[name](CITY), tmp_path)
    day = page.find("Thành phố Hồ Chí Minh")
    assert day.text == "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026"
    assert day.size == 13
    assert day.right - day.left == pytest.approx(98.7, abs=1)
    assert day.right <= 195.3
    assert day.base == pytest.approx(page.find("Số: 1234").base, abs=0.1)


@pytest.mark.parametrize("name", OF_HEAD)
def test_an_agency_of_three_lines(name: str, tmp_path: Path) -> None:
    page = printed(OF_HEAD[name](replace(CITY, name=THREE_LINES)), tmp_path)
    number, day = page.find("Số: 1234"), page.find("Thành phố Hồ")
    agency = [run for run in page.on(1) if run.font.endswith("Bold") and run.right < 93 and run.base < number.base]
    assert " ".join(run.text for run in agency) == THREE_LINES
    assert len(agency) >= 3
    assert not {run.text.split()[-1] for run in agency[:-1]} & {"VÀ", "SỞ", "GIÁO", "ĐÀO", "HỘI", "SÁNG"}
    assert number.base == pytest.approx(day.base, abs=0.1)
    assert number.base - agency[-1].base > 4
    assert page.rule_below(agency[-1]).top < number.base - 13 * 0.7 / paper.MM


def test_23_points_have_the_letters_of_laws(tmp_path: Path) -> None:
    tasks = [replace(cases.TASKS[2], id=None, text=f"Việc thứ {at}", position=at, quarter=1) for at in range(1, 24)]
    page = printed(plan_document(cases.PLAN, (), tasks, cases.OFFICE), tmp_path)
    marks = re.findall(r"([a-zđ])\) Việc thứ (\d+)", page.words())
    assert [letter for letter, _ in marks] == list("abcdđeghiklmnopqrstuvxy")
    assert [int(number) for _, number in marks] == list(range(1, 24))
    assert POINT_LETTERS == "abcdđeghiklmnopqrstuvxy"


def test_a_list_of_one_line(tmp_path: Path) -> None:
    one = printed(council_list_of(LINES[:1]), tmp_path)
    assert len(one.sizes) == 1
    assert "Danh sách gồm: 01 cá nhân./." in one.words()
    decided = printed(decision_document(DECISION_PAPER, replace(DECISION, lines=DECIDED[3:4]), few=0), tmp_path)
    assert len(decided.sizes) == 2
    assert "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG" in decided.words()
    assert "Danh sách gồm: 01 cá nhân./." in decided.words()


@pytest.mark.parametrize("count", [120, pytest.param(2000, marks=pytest.mark.bench)])
def test_a_list_of_two_thousand_lines(count: int, tmp_path: Path) -> None:
    """Every line once, the heads on every page, counts that add up; the short list stands in for the long one."""
    page = printed(council_list_of(crowd(count)), tmp_path)
    ordinals = [run for run in page.texts if run.middle < 31 and run.text.strip().isdecimal() and run.base > 20]
    assert len(ordinals) == count
    heads = [run.page for run in page.texts if run.text.startswith("STT")]
    assert set(range(1, len(page.sizes))) <= set(heads)
    assert f"Danh sách gồm: {count // 7:02d} tập thể, {count - count // 7} cá nhân./." in page.words()
    assert page.find("TM. HỘI ĐỒNG").page == len(page.sizes)


def test_a_name_of_sixty_letters_on_every_paper(tmp_path: Path) -> None:
    assert len(LONG_NAME) == 60
    line, decided = LINES[5], DECIDED[4]
    voted = next(one for one in RECORD.lines if one.nomination.name == LONG_NAME)
    papers = (
        council_list_of((line,)),
        ballot(BALLOT, (line,)),
        vote_count(replace(RECORD, lines=(voted,)), TURNOUT, TELLERS, subject=SUBJECT),
        minutes(replace(RECORD, lines=(voted,)), subject=MEETING.name),
        result_notice(replace(RECORD, lines=(voted,)), NOTICE),
        decision_document(DECISION_PAPER, replace(DECISION, lines=(decided,)), few=0),
        decision_document(DECISION_PAPER, replace(DECISION, lines=(decided,))),
        proposal(PROPOSAL, (decided,)),
        confirmation(replace(HOLDER, holder=f"Bà {LONG_NAME}"), [given("gk", 2020, "1/QĐ-SNV", LONG_NAME)]),
    )
    for report in papers:
        page = printed(report, tmp_path)
        words = set(LONG_NAME.split())
        assert words <= set(page.words().replace(",", " ").replace(".", " ").replace(":", " ").split()), report.title
        edge = report.page.width - report.page.right
        assert all(run.right <= edge + 0.6 for run in page.texts), report.title


def test_decomposed_input_is_printed_composed(tmp_path: Path) -> None:
    decomposed = tuple(replace(line, name=unicodedata.normalize("NFD", line.name)) for line in DECIDED)
    head = replace(ISSUER, name=unicodedata.normalize("NFD", ISSUER.name))
    composed = printed(decision_document(DECISION_PAPER, DECISION), tmp_path)
    page = printed(decision_document(replace(DECISION_PAPER, head=head), replace(DECISION, lines=decomposed)), tmp_path)
    assert page.texts == composed.texts
    combining = {chr(code) for code in (0x300, 0x301, 0x303, 0x309, 0x323)}
    assert not combining & set(page.words())


@pytest.mark.parametrize("character", ["漢", "😀", "\u2713", "ꦲ"])
def test_a_missing_glyph_is_told(character: str, tmp_path: Path) -> None:
    line = replace(DECIDED[0], name=f"Nguyễn {character} An")
    with pytest.raises(fonts.GlyphMissing) as trouble:
        printed(decision_document(DECISION_PAPER, replace(DECISION, lines=(line,))), tmp_path)
    assert character in messages.error(trouble.value)
    assert "Nguyễn" in messages.error(trouble.value)


# the likely mistakes, by their numbers


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 28), "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 6, 10), "ngày 10 tháng 6 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_7_1_noughts_before_days_below_ten_and_the_first_two_months_only(day: date, line: str, tmp_path: Path) -> None:
    page = printed(decision_document(DECISION_PAPER, replace(SIGNED, signed_on=day)), tmp_path)
    assert page.find("Hồng Sơn, ngày").text == f"Hồng Sơn, {line}"
    assert formats.long_day(day) == line


def test_7_2_the_head_is_not_divided_in_halves(tmp_path: Path) -> None:
    for report in (OF_HEAD["decision"](CITY), PAPERS["minutes"], PAPERS["ballot"]):
        page = printed(report, tmp_path)
        assert page.find("CỘNG HÒA").text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        assert page.find("CỘNG HÒA").middle == pytest.approx(30 + 62 + 103 / 2, abs=0.5)
        assert not any(run.text.strip() == "THƯỞNG" for run in page.on(1))


def test_7_3_rules_are_drawn_and_the_motto_has_plain_hyphens(tmp_path: Path) -> None:
    for name in ("decision", "minutes", "council_list", "quota_page"):
        page = printed(PAPERS[name], tmp_path)
        mottos = [run for run in page.texts if run.text.startswith("Độc lập")]
        assert {run.text for run in mottos} <= {"Độc lập - Tự do - Hạnh phúc"}
        assert not any(set(run.text.strip()) <= {"-", "_", "–", "—"} and len(run.text) > 3 for run in page.texts)


def test_7_4_the_parent_is_light_and_the_issuer_bold(tmp_path: Path) -> None:
    page = printed(PAPERS["proposal"], tmp_path)
    assert page.find("UBND TỈNH").font == "LiberationSerif"
    assert page.find("HỘI ĐỒNG").font == "LiberationSerif-Bold"
    assert page.find("Nơi nhận:").font == "LiberationSerif-BoldItalic"
    assert {run.size for run in page.texts if run.text.startswith("- Như trên")} == {11}


def test_7_5_pages_are_numbered_at_the_top_and_annexes_anew(tmp_path: Path) -> None:
    many = tuple(replace(DECIDED[3], name=f"Nguyễn Văn {number}") for number in range(1, 101))
    page = printed(decision_document(DECISION_PAPER, replace(DECISION, lines=many)), tmp_path)
    numbers = [[run.text for run in page.on(at) if run.base < 20] for at in range(1, len(page.sizes) + 1)]
    assert numbers == [[], [], *([str(at)] for at in range(2, len(page.sizes)))]
    assert not any(run.base > 277 for run in page.texts)


def test_7_6_points_are_typed_and_no_automatic_list(tmp_path: Path) -> None:
    word.write(plan_document(cases.PLAN, (), cases.TASKS, cases.OFFICE), tmp_path / "văn bản.docx")
    with zipfile.ZipFile(tmp_path / "văn bản.docx") as package:
        assert b"<w:numPr>" not in package.read("word/document.xml")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("decision", "/QĐ-UBND"),
        ("proposal", "/TTr-HĐTĐKT"),
        ("minutes", "/BB-HĐTĐKT"),
        ("invitation", "/GM-HĐTĐKT"),
        ("result_notice", "/TB-HĐTĐKT"),
    ],
)
def test_7_7_codes_are_those_of_the_decree_and_of_the_issuer(name: str, code: str) -> None:
    head = next(block for block in PAPERS[name].blocks if isinstance(block, Letterhead))
    assert (head.number or "").strip() == code
    assert tidy_number("5 / QĐ - SNV") == "05/QĐ-SNV"


def test_7_8_only_the_faces_that_ship_are_in_the_file(tmp_path: Path) -> None:
    pdf.write(PAPERS["decision"], tmp_path / "giấy.pdf")
    content = (tmp_path / "giấy.pdf").read_bytes()
    assert {found.split(b"+")[-1] for found in re.findall(rb"/BaseFont\s*/([\w+-]+)", content)} <= {
        b"LiberationSerif",
        b"LiberationSerif-Bold",
        b"LiberationSerif-Italic",
        b"LiberationSerif-BoldItalic",
    }


def test_7_9_minutes_have_no_date_line_and_the_secretary_signs_at_the_left(tmp_path: Path) -> None:
    page = printed(PAPERS["minutes"], tmp_path)
    assert not any(run.text.startswith("Hồng Sơn, ngày") for run in page.texts)
    secretary, chair = page.find("THƯ KÝ"), page.find("CHỦ TỌA")
    assert secretary.middle < chair.middle
    assert secretary.base == pytest.approx(chair.base, abs=0.1)


def test_7_9_as_above_in_what_goes_up_and_the_article_in_a_decision(tmp_path: Path) -> None:
    assert "- Như trên;" in printed(PAPERS["proposal"], tmp_path).words()
    decision = printed(PAPERS["decision"], tmp_path).words()
    assert "- Như Điều 3;" in decision
    assert "Như trên" not in decision


@pytest.mark.parametrize(
    ("posts", "name"),
    [
        (("CHỦ TỊCH",), "chairman"),
        (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "deputy"),
        (("TM. HỘI ĐỒNG", "CHỦ TỊCH"), "collective"),
        (("TM. HỘI ĐỒNG", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "deputy of a collective"),
        (("TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG THI ĐUA - KHEN THƯỞNG"), "by order"),
        (("TUQ. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"), "by authority"),
        (("Q. GIÁM ĐỐC",), "acting"),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"), "three lines"),
    ],
)
def test_7_9_every_mark_of_authority_stands_on_lines_of_its_own(
    posts: tuple[str, ...], name: str, tmp_path: Path
) -> None:
    head = replace(ISSUER, signer_posts=posts)
    page = printed(decision_document(replace(DECISION_PAPER, head=head), DECISION), tmp_path)
    signed = page.find("Trần Quốc Bảo")
    above = [run for run in page.on(1) if run.middle > 100 and run.base < signed.base and run.base > signed.base - 62]
    above = [run for run in above if run.font == "LiberationSerif-Bold" and run.size == 14]
    assert " ".join(run.text for run in above) == " ".join(posts)
    for upper, lower in pairwise(above):
        assert lower.base - upper.base == pytest.approx(14 * 1.15 * 25.4 / 72, abs=0.6)
    assert all(run.middle == pytest.approx(143.5, abs=0.7) for run in above)


def test_7_9_two_signers_stand_side_by_side(tmp_path: Path) -> None:
    page = printed(vote_count(RECORD, TURNOUT, TELLERS[:2], subject=SUBJECT), tmp_path)
    left, right = page.find("THÀNH VIÊN BAN KIỂM PHIẾU"), page.find("TRƯỞNG BAN KIỂM PHIẾU")
    assert left.base == pytest.approx(right.base, abs=0.1)
    assert (left.middle, right.middle) == pytest.approx((30 + 165 / 4, 30 + 165 * 3 / 4), abs=0.7)
    names = [run for run in page.texts if run.size == 14 and run.text in ("Nông Văn Hùng", "Hoàng Thị Mai Lan")]
    assert len(names) == 2
    assert names[0].base == pytest.approx(names[1].base, abs=0.1)


def test_7_10_shares_are_of_all_members_and_never_rounded_up_to_the_threshold(tmp_path: Path) -> None:
    words = printed(PAPERS["vote_count"], tmp_path).words()
    assert "trên tổng" in words
    assert "88,89" in words
    ballots = printed(PAPERS["ballot"], tmp_path).words()
    assert not any(member.name in ballots for member in MEMBERS)
    assert COUNCIL.name not in ballots.replace("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "")


def test_7_11_names_stay_as_they_are_written_and_the_book_counts_their_places(tmp_path: Path) -> None:
    names = ("Đỗ Thị Thu hà", "H'Hen Niê", "Y Moan Ênuôl", "K'Brêu", LONG_NAME)
    lines = tuple(replace(DECIDED[0], name=name, golden_book=None) for name in names)
    sent = replace(DECISION, lines=lines[::-1], state=DecisionState.TO_SIGN)
    signed_ = sent.signed("5/QĐ-UBND", FAR_DAY, today=FAR_DAY)
    assert [(line.name, line.golden_book) for line in signed_.lines] == list(zip(names[::-1], range(1, 6), strict=True))
    words = printed(decision_document(DECISION_PAPER, signed_), tmp_path).words()
    assert all(name in words for name in names)


def test_7_12_an_old_paper_keeps_its_old_names_and_laws(tmp_path: Path) -> None:
    old = replace(
        DECISION_PAPER,
        bases=("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", "Căn cứ Nghị định số 91/2017/NĐ-CP"),
    )
    line = replace(DECIDED[0], unit="Ủy ban nhân dân huyện Yên Khê")
    signed = replace(DECISION, signed_on=date(2019, 3, 4), number="12/QĐ-UBND", lines=(line,))
    words = printed(decision_document(old, signed), tmp_path).words()
    assert "Nghị định số 91/2017/NĐ-CP" in words
    assert "huyện Yên Khê" in words


def test_7_13_no_identity_number_is_printed_whole() -> None:
    for name, report in PAPERS.items():
        assert not re.search(r"(?<!\d)0\d{11}(?!\d)", said.text_of(report)), name


@pytest.mark.parametrize(
    ("day", "amount"), [(date(2024, 6, 30), 540_000), (date(2026, 6, 30), 710_000), (date(2026, 7, 1), 760_000)]
)
def test_7_13_money_is_of_the_day_of_the_decision_and_rounded_up(day: date, amount: int, tmp_path: Path) -> None:
    payee = Payee("Ông Lê An", "Sở Y tế", "lao_dong_tien_tien", RecipientKind.PERSON)
    pay = pay_list([payee], RulebookService().on(day), day)
    words = printed(pay_document(cases.OFFICE, pay, {}, subject="x"), tmp_path).words()
    assert words.count(formats.whole(amount)) == 3


def test_7_14_counts_are_those_of_the_list_and_its_order_is_kept(tmp_path: Path) -> None:
    page = printed(decision_document(DECISION_PAPER, SIGNED), tmp_path)
    assert "cho 03 tập thể, 03 cá nhân và 01 hộ gia đình" in page.words()
    assert "Danh sách gồm: 03 tập thể, 03 cá nhân, 01 hộ gia đình./." in page.words()
    book = [int(run.text) for run in page.on(2) if run.left > 176 and run.text.strip().isdecimal()]
    assert book == list(range(1, len(DECIDED) + 1))

"""Certificates of decisions: only of signed ones, names held against the council's, forms and printers remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from tests.services.sittings import BANG_KHEN, Sitting, sitting
from thidua_desktop.domain.certificates import (
    CertificateBlankUnknown,
    CertificateMeasureImpossible,
    Letters,
    Offset,
    Placement,
    Zone,
    ZoneShift,
)
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.ids import AwardRecordId, DecisionId
from thidua_desktop.domain.units import Office
from thidua_desktop.services.certificates import CertificateNothing, CertificateNotSigned, CertificateWish
from thidua_desktop.services.container import Services
from thidua_desktop.services.corrections import By
from thidua_desktop.services.name_checks import NamesDiffer
from thidua_desktop.wording import history

GIAY_KHEN = "giay_khen_so"
OFFICE = Office("SỞ NỘI VỤ", "UBND TỈNH HỒNG SƠN", "Hồng Sơn", "SNV", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Lê Thị Hoa")
DAY = date(2024, 6, 20)
WISH = CertificateWish("giay-khen-a4-day-du")
PLAIN = CertificateWish("giay-khen-a4-trang")


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


@pytest.fixture
def held(services: Services) -> Sitting:
    services.office.save(OFFICE)
    made = sitting(services, [GIAY_KHEN] * 3)
    services.verdicts.conclude(made.meeting)
    return made


@pytest.fixture
def draft(services: Services, held: Sitting) -> DecisionId:
    (number,) = services.decisions.draft(held.meeting, services.decisions.proposals(held.meeting)).created
    return DecisionId(number)


def sign(services: Services, decision_id: DecisionId) -> DecisionId:
    services.decisions.move(decision_id, DecisionState.TO_SIGN)
    services.decisions.sign(decision_id, "5/QĐ-SNV", DAY)
    return decision_id


@pytest.fixture
def signed(services: Services, draft: DecisionId) -> DecisionId:
    return sign(services, draft)


def test_a_page_for_each_line_with_the_words_of_the_decision(
    services: Services, signed: DecisionId, tmp_path: Path
) -> None:
    found = pages(services.certificates.write(signed, PLAIN, tmp_path / "gk.pdf"))
    assert len(found) == 3
    for said in (
        *("GIÁM ĐỐC SỞ NỘI VỤ", "TẶNG GIẤY KHEN", "Người Thứ 1", "Sở Y tế", "Đã có thành tích trong công tác"),
        *("Quyết định số 05/QĐ-SNV, ngày 20 tháng 6 năm 2024", "Vào sổ vàng số: 2", "Hồng Sơn, ngày 20 tháng 6"),
        *("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", "Lê Thị Hoa"),
    ):
        assert said in found[1]


def test_lines_are_chosen_and_words_replaced(services: Services, signed: DecisionId, tmp_path: Path) -> None:
    wish = replace(
        WISH,
        lines=(3, 1),
        merit="có thành tích trong phòng chống bão",
        signer_posts=("Giám đốc",),
        signer_name="Trần Bình",
        placement=Placement(letters=Letters.CAPITALS, bare=True),
    )
    third, first = pages(services.certificates.write(signed, wish, tmp_path / "gk.pdf"))
    assert "NGƯỜI THỨ 2" in third and "NGƯỜI THỨ 0" in first
    assert "Đã có thành tích trong phòng chống bão." in third
    assert "GIÁM ĐỐC Trần Bình" in third and "Lê Thị Hoa" not in third
    assert "Quyết định" not in third and "05/QĐ-SNV, ngày 20" in third and "sổ vàng" not in third


def test_of_a_draft_only_a_proof_is_printed(services: Services, draft: DecisionId, tmp_path: Path) -> None:
    out = tmp_path / "gk.pdf"
    with pytest.raises(CertificateNotSigned):
        services.certificates.write(draft, WISH, out)
    assert not out.exists()
    found = pages(services.certificates.write(draft, replace(WISH, proof=True), out))
    assert len(found) == 3 and all("BẢN IN THỬ" in page for page in found)
    assert all("Quyết định số" not in page for page in found)


def test_another_name_than_the_councils_is_not_printed_until_somebody_says_why(
    services: Services, draft: DecisionId, tmp_path: Path
) -> None:
    lines = services.decisions.get(draft).lines
    services.decisions.save_lines(draft, [replace(lines[0], name="Nguời Thứ 0"), *lines[1:]])
    proof, out = replace(WISH, proof=True), tmp_path / "gk.pdf"
    with pytest.raises(NamesDiffer):
        services.certificates.write(draft, proof, out)
    assert not out.exists()
    assert services.certificates.write(draft, replace(proof, lines=(2, 3)), out).exists()
    (one,) = services.certificates.check(draft, proof).open
    assert (one.difference.council, one.difference.printed, one.difference.at) == ("Người Thứ 0", "Nguời Thứ 0", 2)
    assert one.line.id is not None
    services.certificates.answer(draft, proof, {one.line.id: "Theo căn cước"})
    assert services.certificates.check(draft, proof).open == ()
    assert len(pages(services.certificates.write(sign(services, draft), WISH, out))) == 3


def test_an_answer_given_for_the_decision_holds_for_its_certificate(
    services: Services, draft: DecisionId, tmp_path: Path
) -> None:
    lines = services.decisions.get(draft).lines
    services.decisions.save_lines(draft, [replace(lines[0], name="Người Thứ Không"), *lines[1:]])
    (one,) = services.name_checks.of(draft).open
    assert one.line.id is not None
    services.name_checks.answer(draft, {one.line.id: "Theo căn cước"})
    assert services.certificates.check(draft, WISH).open == ()


def test_corrected_names_are_printed_and_withdrawn_lines_are_not(
    services: Services, signed: DecisionId, tmp_path: Path
) -> None:
    ids = [line.id for line in services.decisions.get(signed).lines if line.id is not None]
    by = By(date(2024, 7, 1), "Ghi sai tên", "9/QĐ-SNV")
    services.corrections.correct(signed, {ids[0]: {CorrectedField.NAME: "Người Thứ Nhất"}}, by)
    services.corrections.withdraw_lines(signed, [ids[1]], by)
    first, last = pages(services.certificates.write(signed, WISH, tmp_path / "gk.pdf"))
    assert "Người Thứ Nhất" in first and "sổ vàng số: 1" in first
    assert "Người Thứ 2" in last and "sổ vàng số: 3" in last
    with pytest.raises(CertificateNothing):
        services.certificates.write(signed, replace(WISH, lines=(2,)), tmp_path / "b.pdf")


def test_what_was_settled_is_remembered_by_form_and_printer(services: Services) -> None:
    held = services.certificates
    settled = Placement({Zone.RECIPIENT: ZoneShift(down=3.5)}, Letters.CAPITALS)
    held.place(WISH.blank, settled, printer="HP phòng 2", offset=Offset(1.5, -0.5))
    assert held.placement(WISH.blank) == settled
    assert held.offset(WISH.blank, "HP phòng 2") == Offset(1.5, -0.5)
    assert held.offset(WISH.blank, "Canon") == Offset()
    assert held.placement(PLAIN.blank) == Placement()
    services.undo.undo()
    assert held.placement(WISH.blank) == Placement()


def test_the_history_says_in_words_what_was_settled(services: Services) -> None:
    settled = Placement({Zone.AWARD: ZoneShift(printed=False), Zone.MERIT: ZoneShift(down=-1.5, size=18)}, bare=True)
    services.certificates.place(WISH.blank, settled, printer="HP", offset=Offset(0.5, 0))
    entry = services.history.recent(1)[0]
    told = history.field_changes(services.history.changes(entry.id), history.Names())
    assert [line.record for line in told[::3]] == [
        "Vị trí in trên phôi: giay-khen-a4-day-du",
        "Vị trí in trên phôi: giay-khen-a4-day-du @ HP",
    ]
    said = [line.after for line in told]
    assert "Bằng khen, giấy khen" in said
    assert (
        "phôi đã có chữ “Quyết định số”, “Vào sổ vàng số”; Tên hình thức, danh hiệu: không in; "
        "Thành tích: sang phải 0 mm, xuống -1,5 mm, cỡ chữ 18"
    ) in said
    assert "lệch sang phải 0,5 mm, xuống 0 mm" in said


def test_nothing_impossible_is_kept(services: Services, tmp_path: Path) -> None:
    with pytest.raises(CertificateBlankUnknown):
        services.certificates.place("giấy", Placement())
    with pytest.raises(CertificateMeasureImpossible):
        services.certificates.place(WISH.blank, Placement(), offset=Offset(99, 0))
    with pytest.raises(CertificateBlankUnknown):
        services.certificates.write_sample(CertificateWish("giấy"), tmp_path / "s.pdf")


def test_the_usual_form_follows_the_award(services: Services, signed: DecisionId) -> None:
    assert services.certificates.usual(signed).code == WISH.blank
    again = sitting(services, [BANG_KHEN])
    services.verdicts.conclude(again.meeting)
    (number,) = services.decisions.draft(again.meeting, services.decisions.proposals(again.meeting)).created
    assert services.certificates.usual(DecisionId(number)).code.startswith("bang-khen-a3")


def test_an_entry_of_the_register_is_printed_again(services: Services, signed: DecisionId, tmp_path: Path) -> None:
    line = services.decisions.get(signed).lines[1]
    assert line.award_record_id is not None
    assert services.certificates.place_in_decision(line.award_record_id) == (signed, 2)
    entry = services.register.get(line.award_record_id)
    alone = replace(entry, id=None, nomination_id=None, year=2019, decision="7/QĐ-SNV", decided_by="Giám đốc Sở Nội vụ")
    alone = replace(alone, golden_book="15/2019")
    (number,) = services.register.save(alone).created
    record = AwardRecordId(number)
    assert services.certificates.place_in_decision(record) is None
    (page,) = pages(services.certificates.write_record(record, PLAIN, tmp_path / "gk.pdf"))
    assert "Người Thứ 1" in page and "7/QĐ-SNV" in page and "Vào sổ vàng số: 15/2019" in page
    assert "GIÁM ĐỐC SỞ NỘI VỤ" in page and "Lê Thị Hoa" in page

"""A rulebook line by line: no code, no empty citation, bonuses in đồng."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from thidua_desktop.domain.rulebooks import Rulebook
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.rulebooks import shipped
from thidua_desktop.wording import rulebook_lines
from thidua_desktop.wording.rules import Names

CATALOGUE = AwardService().catalogue()
BOOKS = {book.code: book for book in shipped()}


def names(book: Rulebook) -> Names:
    return Names({award.id: award.name for award in CATALOGUE}, book.vocabulary)


@pytest.mark.parametrize("book", shipped(), ids=lambda book: book.code)
def test_every_line_can_be_read(book: Rulebook) -> None:
    lines = [*rulebook_lines.general_lines(book, names(book))]
    for law in book.awards.values():
        if law.exists:
            lines += rulebook_lines.award_lines(law, book, names(book), date(2026, 8, 1))
    assert len(lines) > 500
    for line in lines:
        assert line.text
        assert line.section
        assert line.basis.citation
        for text in (line.text, line.section, line.basis.citation, line.validity):
            assert "_" not in text, text
            assert "None" not in text, text
            assert "Đ84" not in text and "NĐ 98" not in text, text
            assert ".." not in text, text
            assert unicodedata.is_normalized("NFC", text)
        assert line.text[0] == line.text[0].upper(), line.text


def test_groups_hold_the_awards_of_the_period() -> None:
    groups = dict(rulebook_lines.grouped(CATALOGUE, BOOKS["C1"]))
    assert tuple(groups)[:3] == ("Danh hiệu thi đua", "Giấy khen", "Bằng khen")
    assert "giay_khen_huyen" not in {award.id for award in groups["Giấy khen"]}
    assert "Huy hiệu" not in groups
    assert "Huy hiệu" in dict(rulebook_lines.grouped(CATALOGUE, BOOKS["A"]))


@pytest.mark.parametrize(
    ("code", "award", "section", "text"),
    [
        (
            "A",
            "chien_si_thi_dua_co_so",
            "Tỷ lệ",
            "Không quá 15 % số người đạt “Lao động tiên tiến” hoặc “Chiến sĩ tiên tiến”",
        ),
        ("B", "chien_si_thi_dua_co_so", "Tỷ lệ", "Không khống chế tỷ lệ"),
        ("B", "chien_si_thi_dua_toan_quoc", "Thời hạn gửi hồ sơ", "Trước hết ngày 31/12 của năm sau"),
        ("A", "co_thi_dua_chinh_phu", "Thời hạn gửi hồ sơ", "ngành giáo dục: 15/10"),
        ("A", "chien_si_thi_dua_bo_tinh", "Bỏ phiếu", "Bỏ phiếu kín, từ 90 % tổng số thành viên hội đồng"),
        ("A", "gia_dinh_van_hoa", "Bỏ phiếu", "từ 60 % số người dự họp đồng ý; họp có từ 60 % thành viên"),
        ("A", "huan_chuong_lao_dong_ba", "Hồ sơ", "Số bộ hồ sơ: 03 bộ"),
        (
            "C1",
            "bang_khen_bo_tinh",
            "Tiền thưởng",
            "Cá nhân: 1,5 lần mức lương cơ sở (ngày 01/08/2026 là 3.800.000 đồng)",
        ),
        ("B", "ky_niem_chuong_bo_tinh", "Tiêu chuẩn", "Hội đồng nhân dân tỉnh"),
    ],
)
def test_what_is_said(code: str, award: str, section: str, text: str) -> None:
    book = BOOKS[code]
    lines = rulebook_lines.award_lines(book.awards[award], book, names(book), date(2026, 8, 1))
    said = [line.text for line in lines if line.section == section]
    assert any(text in one for one in said), said


def test_titles_of_periods() -> None:
    assert rulebook_lines.title(BOOKS["B"]).startswith("01/01/2024 – 30/06/2025: Luật")
    assert rulebook_lines.title(BOOKS["C2"]).startswith("Từ 01/10/2026: Luật")

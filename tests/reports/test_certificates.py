"""Certificates on paper: read from the PDF in millimetres; the longest names, letters that no face has."""

from __future__ import annotations

import unicodedata
from itertools import combinations
from pathlib import Path

import pytest

from tests.reports.paper import MM, Paper, read
from thidua_desktop.domain.certificates import (
    UNMOVED,
    USUAL,
    Blank,
    Certificate,
    Letters,
    Offset,
    Placement,
    Zone,
    ZoneBox,
    ZoneShift,
    placed,
)
from thidua_desktop.reports.certificates import CertificateTextTooLong, laid_out, printed_name
from thidua_desktop.reports.fonts import GlyphMissing
from thidua_desktop.reports.pdf import certificates as pdf
from thidua_desktop.services.certificate_blanks import blank_of, blanks

A4, PLAIN, A3 = "giay-khen-a4-day-du", "giay-khen-a4-trang", "bang-khen-a3-day-du"
SIXTY = "Công Tằng Tôn Nữ Thị Huyền Trân Nguyễn Phúc Hồng Ngọc Thượng"
COLLECTIVE = (
    "Phòng Nghiệp vụ Thi đua - Khen thưởng và Công tác thanh niên thuộc Ban Quản lý các khu kinh tế, khu công nghiệp "
    "và khu công nghệ cao tỉnh Hồng Sơn, đơn vị chủ trì phong trào thi đua yêu nước giai đoạn 2021 - 2026 của Khối "
    "các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh"
)
WORDS = {
    Zone.NATION: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    Zone.MOTTO: "Độc lập - Tự do - Hạnh phúc",
    Zone.AUTHORITY: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HỒNG SƠN",
    Zone.GIVES: "TẶNG",
    Zone.AWARD: "GIẤY KHEN",
    Zone.RECIPIENT: "Ông Nguyễn Văn An",
    Zone.POST: "Trưởng phòng Nội vụ",
    Zone.MERIT: "Đã có thành tích xuất sắc trong công tác năm 2026.",
    Zone.DECISION: "Quyết định số 05/QĐ-SNV, ngày 20 tháng 6 năm 2026",
    Zone.GOLDEN_BOOK: "Vào sổ vàng số: 12",
    Zone.PLACE_DAY: "Hồng Sơn, ngày 20 tháng 6 năm 2026",
    Zone.SIGNER_NAME: "Lê Thị Hoa",
}


def certificate(name: str = "Nguyễn Văn An", honorific: str = "Ông", **more: str) -> Certificate:
    texts: dict[Zone, tuple[str, ...]] = {zone: (text,) for zone, text in WORDS.items()}
    texts[Zone.SIGNER_POSTS] = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    texts[Zone.RECIPIENT] = (f"{honorific} {name}".strip(),)
    texts.update({Zone(zone): (text,) for zone, text in more.items()})
    return Certificate(texts, honorific, name)


def printed(out: Path, blank: str, one: Certificate, placement: Placement = USUAL, offset: Offset = UNMOVED) -> Paper:
    form = blank_of(blank)
    pdf.write([laid_out(one, placed(form, placement, offset))], form, out, title="Giấy khen")
    return read(out)


def box_of(blank: str, zone: Zone) -> ZoneBox:
    return next(box for box in blank_of(blank).boxes if box.zone is zone)


@pytest.mark.parametrize("blank", blanks(), ids=lambda blank: blank.code)
def test_no_two_lines_of_a_form_share_their_place(blank: Blank) -> None:
    assert {box.zone for box in blank.boxes} == set(Zone)
    for one, other in combinations(blank.boxes, 2):
        beside = one.left + one.width <= other.left or other.left + other.width <= one.left
        below = one.top + one.height <= other.top + 0.01 or other.top + other.height <= one.top + 0.01
        assert beside or below, (one.zone, other.zone)
    for box in blank.boxes:
        assert box.left >= 10 and box.left + box.width <= blank.width - 10
        assert box.top >= 10 and box.top + box.height <= blank.height - 10
        assert box.size * 1.15 / MM <= box.height + 0.01, box.zone


@pytest.mark.parametrize("blank", blanks(), ids=lambda blank: blank.code)
def test_there_is_room_for_signature_and_seal(blank: Blank) -> None:
    posts, name = (next(b for b in blank.boxes if b.zone is zone) for zone in (Zone.SIGNER_POSTS, Zone.SIGNER_NAME))
    two_lines = 2 * posts.size * 1.15 / MM
    assert name.top - (posts.top + two_lines) >= (35 if blank.width > 300 else 25)


def test_a_page_is_exactly_as_large_as_the_form(tmp_path: Path) -> None:
    sizes = {"giay-khen-a4-khung": (297, 210), "bang-khen-a3-khung": (420, 297), "bang-khen-400x300-khung": (400, 300)}
    for code, size in sizes.items():
        assert printed(tmp_path / "a.pdf", code, certificate()).sizes[0] == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize("blank", [A4, A3, "bang-khen-400x300-day-du"])
def test_only_what_the_form_lacks_is_printed_and_stands_in_its_place(tmp_path: Path, blank: str) -> None:
    page = printed(tmp_path / "a.pdf", blank, certificate())
    assert "GIẤY KHEN" not in page.words()
    assert "CỘNG HÒA" not in page.words()
    name, box = page.find("Ông Nguyễn Văn An"), box_of(blank, Zone.RECIPIENT)
    assert name.middle == pytest.approx(page.sizes[0][0] / 2, abs=0.3)
    assert box.top < name.base < box.top + box.height
    assert name.size == pytest.approx(box.size, abs=0.1)
    left, book = page.find("Quyết định số"), box_of(blank, Zone.DECISION)
    assert left.left == pytest.approx(book.left, abs=0.3)
    day = page.find("Hồng Sơn, ngày")
    right = box_of(blank, Zone.PLACE_DAY)
    assert day.middle == pytest.approx(right.left + right.width / 2, abs=0.3)


def test_everything_is_moved_with_the_printer_and_one_line_with_its_form(tmp_path: Path) -> None:
    usual = printed(tmp_path / "a.pdf", A4, certificate())
    moved = printed(
        tmp_path / "b.pdf", A4, certificate(), Placement({Zone.MERIT: ZoneShift(right=4, down=-2)}), Offset(1.5, -0.7)
    )
    for start, right, down in (("Ông Nguyễn", 1.5, -0.7), ("Lê Thị Hoa", 1.5, -0.7), ("Đã có thành", 5.5, -2.7)):
        before, after = usual.find(start), moved.find(start)
        assert after.left - before.left == pytest.approx(right, abs=0.02)
        assert after.base - before.base == pytest.approx(down, abs=0.02)


def test_plain_paper_bears_everything_with_the_rule_as_long_as_the_motto(tmp_path: Path) -> None:
    page = printed(tmp_path / "a.pdf", PLAIN, certificate())
    order = [
        "CỘNG HÒA",
        "Độc lập",
        "CHỦ TỊCH",
        "TẶNG",
        "GIẤY KHEN",
        "Ông Nguyễn",
        "Trưởng phòng",
        "Đã có",
        "KT. GIÁM",
        "Lê Thị",
    ]
    bases = [page.find(start).base for start in order]
    assert bases == sorted(bases)
    motto = page.find("Độc lập")
    assert page.rule_below(motto).length == pytest.approx(motto.right - motto.left, abs=0.6)


@pytest.mark.parametrize("blank", [A4, A3])
@pytest.mark.parametrize(
    ("name", "honorific", "most"), [(SIXTY, "Bà", 2), (SIXTY.upper(), "Bà", 2), (COLLECTIVE, "", 3)]
)
def test_long_names_are_whole_and_inside_their_place(
    tmp_path: Path, blank: str, name: str, honorific: str, most: int
) -> None:
    page = printed(tmp_path / "a.pdf", blank, certificate(name, honorific))
    box = box_of(blank, Zone.RECIPIENT)
    lines = [run for run in page.on(1) if box.top < run.base <= box.top + box.height]
    assert " ".join(run.text.strip() for run in lines) == f"{honorific} {name}".strip()
    assert 1 <= len(lines) <= most
    for run in lines:
        assert run.left >= box.left - 0.1 and run.right <= box.left + box.width + 0.1
        assert run.size >= box.least


def test_a_name_of_three_words_too_wide_for_any_size_is_refused_not_cut() -> None:
    with pytest.raises(CertificateTextTooLong):
        laid_out(certificate("N" * 200), placed(blank_of(A4), Placement()))
    with pytest.raises(CertificateTextTooLong):
        laid_out(certificate(merit="thành tích xuất sắc " * 60), placed(blank_of(A4), Placement()))


def test_a_letter_that_no_face_has_is_refused() -> None:
    with pytest.raises(GlyphMissing):
        laid_out(certificate("Nguyễn 漢 An"), placed(blank_of(A4), Placement()))


def test_all_capitals_with_marks_can_be_printed(tmp_path: Path) -> None:
    name = "Đặng Ẫm Ậc Ẵng Ẳn Ỡm Ữu Ỹ"
    assert name.upper() in printed(tmp_path / "a.pdf", A4, certificate(name.upper())).words()


def test_the_name_is_read_out_of_what_is_printed() -> None:
    boxes = placed(blank_of(A4), Placement())
    for name in ("Nguyễn Văn An", "H'Hen Niê", SIXTY):
        one = certificate(name)
        assert printed_name(laid_out(one, boxes), one, Letters.AS_WRITTEN) == name
    one = Certificate({Zone.RECIPIENT: ("Ông NGUYỄN VĂN AN",)}, "Ông", "Nguyễn Văn An")
    assert printed_name(laid_out(one, boxes), one, Letters.CAPITALS) == "Nguyễn Văn An"
    assert printed_name(laid_out(one, boxes), one, Letters.AS_WRITTEN) == "NGUYỄN VĂN AN"
    for odd in (unicodedata.normalize("NFD", "Nguyễn Văn An"), "Nguyễn  Văn An", "Nguyễn\u00a0Văn An"):
        two = certificate(odd)
        assert printed_name(laid_out(two, boxes), two, Letters.AS_WRITTEN) == "Nguyễn Văn An"


def test_a_page_to_hold_against_the_form(tmp_path: Path) -> None:
    form = blank_of(A4)
    pdf.write_sample(form, placed(form, Placement(), Offset(2, 3)), Offset(2, 3), tmp_path / "s.pdf", title="In thử")
    page = read(tmp_path / "s.pdf")
    assert "Người, tập thể được khen" in page.words()
    box = box_of(A4, Zone.RECIPIENT)
    run = page.find("Người, tập thể")
    assert run.left == pytest.approx(box.left + 2 + 2 / MM, abs=0.3)
    assert any(
        rule.top == pytest.approx(3, abs=0.05) and rule.left == pytest.approx(102, abs=0.05) for rule in page.rules
    )

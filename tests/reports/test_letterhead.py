"""The head of a paper to a millimetre (document-forms §1.2 and §1.3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.reports import paper
from tests.reports.paper import Paper
from thidua_desktop.reports import pdf
from thidua_desktop.reports.model import Heading, HeadingLine, Letterhead, Report, Style
from thidua_desktop.reports.pdf.letterhead import short_rule

HEAD = Letterhead(
    "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
    "UBND TỈNH HỒNG SƠN",
    "Thành phố Hồ Chí Minh",
    date(2026, 12, 29),
    "1234/QĐ-HĐTĐKT",
)


def written(tmp_path: Path, *blocks: Letterhead | Heading) -> Paper:
    pdf.write(Report("Thử", blocks), tmp_path / "thử.pdf")
    return paper.read(tmp_path / "thử.pdf")


def test_columns_of_62_and_103_millimetres(tmp_path: Path) -> None:
    page = written(tmp_path, HEAD)
    assert page.sizes == (pytest.approx((210, 297), abs=0.1),)
    left, right = 30 + 62 / 2, 30 + 62 + 103 / 2
    for start in ("UBND TỈNH", "HỘI ĐỒNG", "THI ĐUA", "Số:"):
        assert page.find(start).middle == pytest.approx(left, abs=0.5), start
    for start in ("CỘNG HÒA", "Độc lập", "Thành phố"):
        assert page.find(start).middle == pytest.approx(right, abs=0.5), start


@pytest.mark.parametrize(
    ("start", "font", "size"),
    [
        ("UBND TỈNH", "LiberationSerif", 12),
        ("HỘI ĐỒNG", "LiberationSerif-Bold", 12),
        ("CỘNG HÒA", "LiberationSerif-Bold", 12),
        ("Độc lập", "LiberationSerif-Bold", 13),
        ("Số:", "LiberationSerif", 13),
        ("Thành phố", "LiberationSerif-Italic", 13),
    ],
)
def test_faces_and_sizes(tmp_path: Path, start: str, font: str, size: float) -> None:
    run = written(tmp_path, HEAD).find(start)
    assert (run.font, run.size) == (font, size)


def test_the_rule_below_the_motto_is_as_long_as_the_motto(tmp_path: Path) -> None:
    page = written(tmp_path, HEAD)
    motto = page.find("Độc lập")
    rule = page.rule_below(motto)
    assert rule.length == pytest.approx(56.1, abs=0.3)
    assert rule.middle == pytest.approx(motto.middle, abs=0.3)
    assert 0.5 < rule.top - motto.base < 3


def test_the_rule_below_the_agency_is_a_third_to_a_half(tmp_path: Path) -> None:
    page = written(tmp_path, HEAD)
    last = page.find("THI ĐUA")
    rule = page.rule_below(last)
    width = last.right - last.left
    assert width / 3 <= rule.length <= width / 2
    assert rule.middle == pytest.approx(30 + 31, abs=0.3)


@pytest.mark.parametrize("name", ["SỞ NỘI VỤ", "BAN THI ĐUA - KHEN THƯỞNG TỈNH ĐỒNG NAI"])
def test_number_and_day_stand_on_one_row_whatever_the_name_needs(tmp_path: Path, name: str) -> None:
    page = written(tmp_path, Letterhead(name, "UBND TỈNH", "Hà Nội", date(2026, 3, 5), "05/QĐ-SNV"))
    number, day = page.find("Số:"), page.find("Hà Nội")
    assert number.base == pytest.approx(day.base, abs=0.1)
    assert day.text == "Hà Nội, ngày 05 tháng 3 năm 2026"
    lowest = max(run.base for run in page.texts if run.size == 12)
    assert number.base - lowest > 5


def test_ho_chi_minh_city_stays_on_one_line_inside_the_margin(tmp_path: Path) -> None:
    day = written(tmp_path, HEAD).find("Thành phố Hồ Chí Minh")
    assert day.text == "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026"
    assert day.right <= 195


def test_blanks_are_left_for_the_pen(tmp_path: Path) -> None:
    page = written(tmp_path, Letterhead("SỞ NỘI VỤ", "UBND TỈNH", "Hồng Sơn", None, "      /KH-SNV"))
    day = page.find("Hồng Sơn")
    # Without blanks "ngày tháng năm" is 41 mm long.
    assert day.right - day.left > 50
    number = page.find("Số:")
    assert number.right - number.left > 27
    assert number.base == pytest.approx(day.base, abs=0.1)


def test_a_paper_without_a_number_has_none(tmp_path: Path) -> None:
    page = written(tmp_path, Letterhead("SỞ NỘI VỤ", "", "Hồng Sơn", date(2026, 1, 9)))
    assert not any(run.text.startswith("Số") for run in page.texts)
    assert page.find("Hồng Sơn").text == "Hồng Sơn, ngày 09 tháng 01 năm 2026"


def test_an_office_that_has_not_been_set_up_still_prints(tmp_path: Path) -> None:
    page = written(tmp_path, Letterhead(""))
    assert page.find("CỘNG HÒA")
    assert page.find("ngày").font == "LiberationSerif-Italic"


def test_title_is_bold_centred_and_has_its_rule(tmp_path: Path) -> None:
    lines = (HeadingLine("KẾ HOẠCH"), HeadingLine("Công tác thi đua năm 2026", Style.BOLD))
    page = written(tmp_path, HEAD, Heading(lines))
    middle = 30 + 165 / 2
    for start in ("KẾ HOẠCH", "Công tác"):
        run = page.find(start)
        assert (run.font, run.size) == ("LiberationSerif-Bold", 14)
        assert run.middle == pytest.approx(middle, abs=0.5)
    subject = page.find("Công tác")
    rule = page.rule_below(subject)
    assert (subject.right - subject.left) / 3 <= rule.length <= (subject.right - subject.left) / 2


@pytest.mark.parametrize("widths", [(60,), (60, 55), (30, 60), (60, 20)])
def test_short_rules_suit_the_longest_line(widths: tuple[float, ...]) -> None:
    length = short_rule(widths)
    assert max(widths) / 3 <= length <= max(widths) / 2

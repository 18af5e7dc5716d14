"""Days and numbers as offices write them (document-forms §1.2, §6.3)."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.wording import formats


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2026, 1, 5), "Hà Nội, ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 15), "Hà Nội, ngày 15 tháng 02 năm 2026"),
        (date(2026, 6, 9), "Hà Nội, ngày 09 tháng 6 năm 2026"),
        (date(2026, 12, 31), "Hà Nội, ngày 31 tháng 12 năm 2026"),
        (None, "Hà Nội, ngày      tháng      năm "),
    ],
)
def test_the_date_line(day: date | None, line: str) -> None:
    assert formats.date_line("Hà Nội", day) == line


def test_days_in_lists_and_in_text() -> None:
    assert formats.day(date(2026, 3, 5)) == "05/03/2026"
    assert formats.day_in_text(date(2026, 3, 5)) == "05/3/2026"
    assert formats.day(None) == ""


@pytest.mark.parametrize(("number", "roman"), [(1, "I"), (4, "IV"), (14, "XIV"), (39, "XXXIX"), (94, "XCIV")])
def test_roman(number: int, roman: str) -> None:
    assert formats.roman(number) == roman


@pytest.mark.parametrize(
    ("part", "total", "written"), [(8, 9, "88,9 %"), (0, 5, "0,0 %"), (5, 5, "100,0 %"), (0, 0, "–")]
)
def test_percent(part: int, total: int, written: str) -> None:
    assert formats.percent(part, total) == written


def test_whole_numbers() -> None:
    assert formats.whole(1234567) == "1.234.567"


def test_sizes_of_files() -> None:
    sizes = [formats.file_size(size) for size in (0, 812_300, 1_234_567, 52_000_000)]
    assert sizes == ["1 KB", "812 KB", "1,2 MB", "52,0 MB"]

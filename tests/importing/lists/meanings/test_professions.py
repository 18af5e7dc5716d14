"""Professions and degrees before names, alone and with a post and a unit behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import workbook
from thidua_desktop.importing.lists import read_list
from thidua_desktop.importing.lists.meanings.people import addressed, take_apart
from thidua_desktop.importing.lists.meanings.vocabulary import is_household, is_unit
from thidua_desktop.services.awards import AwardService

_TITLES = (
    "Điều dưỡng", "Hộ sinh", "Nữ hộ sinh", "Dược sĩ", "Dược sỹ", "Cử nhân", "Kiến trúc sư", "Luật sư", "Kỹ sư",
    "Kĩ sư", "Bác", "Bác sĩ", "BSCK2", "BSCKII", "BSCK II", "Bác sĩ chuyên khoa I", "CNHS", "ĐDCKI", "DSĐH", "KTS",
    "Y sĩ", "Cử nhân điều dưỡng", "ThS.BSCK2", "TS. BSCKII",
)  # fmt: skip


@pytest.mark.parametrize("title", _TITLES)
def test_the_name_behind_a_profession(title: str) -> None:
    for name in ("Trần Thị Hoa", "Lý Mùi", "Dương Thị Kim Ngân"):
        found = take_apart(f"{title} {name}", split=True)
        assert (found.name, found.rest) == (name, ())
        assert found.honorific is not None and found.honorific.startswith(title[:2])
        assert take_apart(f"{title} {name}, Trưởng khoa, Khoa Nội", split=True).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Điều dưỡng trưởng Khoa Nội",
        "Điều dưỡng Khoa Nội",
        "Cử nhân xét nghiệm",
        "Bác Ái",
        "Kỹ sư",
        "Luật sư Đoàn",
        "CNHS",
    ],
)
def test_posts_and_places_address_nobody(text: str) -> None:
    assert not addressed(text)


def test_midwives_are_no_households() -> None:
    assert not any(map(is_household, ("Hộ sinh Lê Thị Dung", "HỘ SINH", "Hộ lý Lê Thị Dung")))
    assert all(map(is_household, ("Hộ Lý Văn Páo", "Hộ ông Sinh", "Hộ bà Lê Thị Dung")))
    assert not any(map(is_unit, ("ĐDCKI Lò Thị Bích", "CNHS Hà Thị Mận")))


def test_a_list_of_a_hospital(tmp_path: Path) -> None:
    names = ["Điều dưỡng Trần Thị Hoa", "Hộ sinh Lê Thị Dung, Khoa Sản", "CNHS Hà Thị Mận", "ĐDCKI Lò Thị Bích"]
    rows = [("DANH SÁCH LAO ĐỘNG TIÊN TIẾN",), ("TT", "Họ và tên"), *((at, name) for at, name in enumerate(names, 1))]
    draft = read_list(workbook(rows)(tmp_path), AwardService().catalogue())
    assert [row.name for row in draft.rows] == ["Trần Thị Hoa", "Lê Thị Dung", "Hà Thị Mận", "Lò Thị Bích"]
    assert {row.kind.value for row in draft.rows} == {"person"}
    assert draft.rows[1].unit == "Khoa Sản"

"""Which unit a text means, and when that is not certain."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.ids import UnitEventId, UnitId
from thidua_desktop.domain.unit_events import UnitEvent, UnitEventKind
from thidua_desktop.domain.unit_finding import MatchHow
from thidua_desktop.domain.unit_names import spelled_out
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import Unit, UnitSpelling

TODAY = date(2026, 3, 1)
ENDED, BEGUN = date(2025, 2, 28), date(2025, 3, 1)
EDUCATION, INTERIOR, OLD_PLAN, FINANCE, SCIENCE, COMMUNE, DIVISION, SAME_A, SAME_B, SECOND, THIRD = map(
    UnitId, range(1, 12)
)
UNITS = (
    Unit("Sở Giáo dục và Đào tạo", short_name="SGDĐT", id=EDUCATION),
    Unit("Sở Nội vụ", short_name="SNV", id=INTERIOR),
    Unit("Sở Kế hoạch và Đầu tư", valid_to=ENDED, id=OLD_PLAN),
    Unit("Sở Tài chính", valid_from=BEGUN, id=FINANCE),
    Unit("Sở Khoa học và Công nghệ", id=SCIENCE),
    Unit("UBND xã Tân An", id=COMMUNE),
    Unit("Phòng Thi đua - Khen thưởng", parent_id=INTERIOR, id=DIVISION),
    Unit("Văn phòng", parent_id=INTERIOR, id=SAME_A),
    Unit("Văn phòng", parent_id=EDUCATION, id=SAME_B),
    Unit("Trường Tiểu học số 2", id=SECOND),
    Unit("Trường Tiểu học số 3", id=THIRD),
)
EVENTS = (UnitEvent(UnitEventKind.MERGE, BEGUN, (OLD_PLAN,), (FINANCE,), id=UnitEventId(1)),)
SPELLINGS = (UnitSpelling(EDUCATION, "Ngành giáo dục"), UnitSpelling(OLD_PLAN, "Sở KHĐT tỉnh"))


@pytest.fixture(scope="module")
def tree() -> UnitTree:
    return UnitTree(UNITS, EVENTS, SPELLINGS)


@pytest.mark.parametrize(
    ("text", "unit", "how"),
    [
        ("Sở Nội vụ", INTERIOR, MatchHow.EXACT),
        ("  sở   NỘI VỤ ", INTERIOR, MatchHow.EXACT),
        ("Ngành  Giáo dục", EDUCATION, MatchHow.SPELLING),
        ("nganh giao duc", EDUCATION, MatchHow.SPELLING),
        ("So Noi vu", INTERIOR, MatchHow.FOLD),
        ("UBND xa Tan An", COMMUNE, MatchHow.FOLD),
        ("snv", INTERIOR, MatchHow.SHORT_NAME),
        ("Sở GD&ĐT", EDUCATION, MatchHow.ABBREVIATION),
        ("Sở GDĐT", EDUCATION, MatchHow.ABBREVIATION),
        ("Sở KH & CN", SCIENCE, MatchHow.ABBREVIATION),
        ("Ủy ban nhân dân xã Tân An", COMMUNE, MatchHow.ABBREVIATION),
        ("Phòng Thi đua, Khen thưởng", DIVISION, MatchHow.EXACT),
        ("Phòng TĐKT, Sở Nội vụ", DIVISION, MatchHow.ABBREVIATION),
        ("Văn phòng - Sở Nội vụ", SAME_A, MatchHow.ABBREVIATION),
        ("Văn phòng thuộc SGDĐT", SAME_B, MatchHow.ABBREVIATION),
    ],
)
def test_what_is_certain(tree: UnitTree, text: str, unit: UnitId, how: MatchHow) -> None:
    found = tree.find(text, TODAY)
    assert (found.unit_id, found.how) == (unit, how)


def test_an_old_name_leads_to_what_it_has_become(tree: UnitTree) -> None:
    found = tree.find("Sở Kế hoạch và Đầu tư", TODAY)
    assert (found.unit_id, found.named) == (FINANCE, OLD_PLAN)
    assert tree.find("Sở Kế hoạch và Đầu tư", date(2024, 1, 1)).unit_id == OLD_PLAN
    assert tree.find("Sở KHĐT tỉnh", TODAY).unit_id == FINANCE
    assert tree.find("Sở Kế hoạch và Đầu tư").unit_id == FINANCE


@pytest.mark.parametrize("text", ["", "   ", "Bệnh viện Chợ Rẫy", "Sở"])
def test_what_nobody_knows(tree: UnitTree, text: str) -> None:
    assert tree.find(text, TODAY).unit_id is None


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("Sở Giáo dục Đào tạo", EDUCATION),
        ("Phòng Thi đua Khen thưởg", DIVISION),
        ("UBND xã Tấn An", COMMUNE),
        ("UBND xã Tan An", COMMUNE),
        ("Văn phòng", SAME_A),
        ("Ban Pháp chế, Sở Nội vụ", INTERIOR),
    ],
)
def test_what_is_only_near_is_proposed_and_never_taken(tree: UnitTree, text: str, proposed: UnitId) -> None:
    found = tree.find(text, TODAY)
    assert found.unit_id is None
    assert proposed in {each.unit_id for each in found.proposals}


def test_a_name_of_two_units_is_nobodys(tree: UnitTree) -> None:
    found = tree.find("Văn phòng", TODAY)
    assert found.unit_id is None
    assert {each.unit_id for each in found.proposals} == {SAME_A, SAME_B}


def test_numbers_are_part_of_a_name(tree: UnitTree) -> None:
    assert tree.find("Trường TH số 2", TODAY).unit_id == SECOND
    assert tree.find("Trường Tiểu học số 4", TODAY).proposals == ()


def test_one_that_was_divided_is_a_question() -> None:
    split = UnitEvent(UnitEventKind.SPLIT, BEGUN, (UnitId(1),), (UnitId(2), UnitId(3)), id=UnitEventId(1))
    units = (
        Unit("Sở A", valid_to=ENDED, id=UnitId(1)),
        *(Unit(name, valid_from=BEGUN, id=UnitId(number)) for number, name in ((2, "Sở B"), (3, "Sở C"))),
    )
    found = UnitTree(units, [split]).find("Sở A", TODAY)
    assert (found.unit_id, found.named) == (None, 1)
    assert {each.unit_id for each in found.proposals} == {2, 3}


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("Sở LĐ-TB&XH", "so lao dong thuong binh va xa hoi"),
        ("Sở VH,TT&DL", "so van hoa the thao va du lich"),
        ("BVĐK tỉnh", "benh vien da khoa tinh"),
        ("Trường THPT Lê Lợi", "truong trung hoc pho thong le loi"),
        ("Phòng Kế hoạch & Tài chính", "phong ke hoach va tai chinh"),
        ("TT Y tế", "tt y te"),
    ],
)
def test_abbreviations_spelled_out(written: str, spelled: str) -> None:
    assert spelled_out(written) == spelled

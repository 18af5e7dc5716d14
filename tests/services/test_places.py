"""The map of July 2025 and the ethnic groups, as the data tell them; what the map makes of an office's units."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.name_forms import toned
from thidua_desktop.domain.provinces import PlannedChange
from thidua_desktop.domain.unit_events import UnitEventKind
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.places import ethnic_groups, province_map

LAST_OLD, FIRST_NEW = date(2025, 6, 30), date(2025, 7, 1)
NOW = date(2026, 11, 1)


def test_63_before_and_34_after() -> None:
    known = province_map()
    assert len(known.on(LAST_OLD)) == 63
    assert len(known.on(FIRST_NEW)) == len(known.on(NOW)) == 34
    assert sum(each.type == "thành phố" for each in known.on(FIRST_NEW)) == 6
    assert sum(each.type == "thành phố" for each in known.on(date(2026, 9, 20))) == 9
    assert len(known.cccd_codes) == 63


def test_every_old_province_has_become_one_of_today() -> None:
    known = province_map()
    reached = {known.become(each.name, LAST_OLD, FIRST_NEW) for each in known.on(LAST_OLD)}
    assert reached == set(known.on(FIRST_NEW))
    kept = ((each, found) for each in known.on(LAST_OLD) if (found := known.become(each.name, LAST_OLD, NOW)))
    assert sum(toned(found.name) in each.names for each, found in kept) == 34


@pytest.mark.parametrize(
    ("old", "day", "new"),
    [
        ("Hà Giang", FIRST_NEW, "tỉnh Tuyên Quang"),
        ("tỉnh Quảng Bình", NOW, "tỉnh Quảng Trị"),
        ("Thanh Hoá", NOW, "tỉnh Thanh Hóa"),
        ("Bình Phước", FIRST_NEW, "tỉnh Đồng Nai"),
        ("Bình Phước", date(2026, 4, 29), "tỉnh Đồng Nai"),
        ("Bình Phước", date(2026, 4, 30), "thành phố Đồng Nai"),
        ("Bắc Giang", date(2026, 9, 19), "tỉnh Bắc Ninh"),
        ("Bắc Giang", date(2026, 9, 20), "thành phố Bắc Ninh"),
        ("Hải Dương", NOW, "thành phố Hải Phòng"),
        ("Nghệ An", NOW, "tỉnh Nghệ An"),
    ],
)
def test_what_a_province_has_become(old: str, day: date, new: str) -> None:
    found = province_map().become(old, LAST_OLD, day)
    assert found is not None
    assert found.full_name == new


def test_a_province_that_is_none() -> None:
    assert province_map().become("Hồng Sơn", LAST_OLD, NOW) is None
    assert province_map().become("Hà Giang", FIRST_NEW, NOW) is None


def test_numbers_begin_with_a_code_of_the_old_map() -> None:
    codes = province_map().cccd_codes
    assert len(codes) == 63
    assert "002" in codes
    assert "003" not in codes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kinh", "Kinh"),
        ("dân tộc Kinh", "Kinh"),
        ("01", "Kinh"),
        ("1", "Kinh"),
        ("Mông", "HMông"),
        ("H'mông", "HMông"),
        ("ê đê", "Ê-đê"),
        ("Ede", "Ê-đê"),
        ("Người dân tộc Tày", "Tày"),
        ("Khmer", "Khơ-me"),
        ("55", "Người nước ngoài"),
        ("Việt Nam", None),
        ("99", None),
        ("", None),
    ],
)
def test_ethnic_groups_by_name_alias_and_code(text: str, name: str | None) -> None:
    assert ethnic_groups().named(text) == name


def test_54_groups_and_no_two_alike() -> None:
    groups = ethnic_groups().all
    assert len(groups) == 55
    assert all(
        ethnic_groups().named(text) == each.name for each in groups for text in (each.name, *each.aliases, each.code)
    )


@pytest.fixture
def office(services: Services) -> Services:
    for name in ("UBND tỉnh Bình Phước", "UBND tỉnh Đồng Nai", "tỉnh Hà Giang", "Nghệ An", "Sở Nội vụ", "Phú Thọ"):
        services.units.save(Unit(name))
    parent = next(unit.id for unit in services.units.all() if unit.name == "UBND tỉnh Bình Phước")
    services.units.save(Unit("Sở Y tế tỉnh Bình Phước", parent_id=parent))
    return services


def planned(changes: tuple[PlannedChange, ...]) -> list[tuple[UnitEventKind, tuple[str, ...], str]]:
    return [(each.kind, tuple(sorted(each.names)), each.after) for each in changes]


def test_what_the_map_makes_of_an_office(office: Services) -> None:
    merge, rename = UnitEventKind.MERGE, UnitEventKind.RENAME
    assert sorted(planned(office.units.province_changes(date(2026, 1, 1)))) == sorted(
        [
            (merge, ("UBND tỉnh Bình Phước", "UBND tỉnh Đồng Nai"), "UBND tỉnh Đồng Nai"),
            (rename, ("tỉnh Hà Giang",), "tỉnh Tuyên Quang"),
            (rename, ("Phú Thọ",), "Phú Thọ"),
            (rename, ("Sở Y tế tỉnh Bình Phước",), "Sở Y tế tỉnh Đồng Nai"),
        ]
    )
    assert office.units.province_changes(LAST_OLD) == ()


def test_the_map_is_applied_in_one_step_and_taken_back_in_one(office: Services) -> None:
    before = office.units.tree()
    office.units.apply_provinces(office.units.province_changes(date(2026, 6, 1)))
    tree = office.units.tree()
    old = next(each.id for each in before.units.values() if each.name == "UBND tỉnh Bình Phước" and each.id)
    (now,) = tree.at(old, date(2026, 6, 1))
    assert tree.name(now) == "UBND thành phố Đồng Nai"
    assert [tree.name(each) for each in tree.at(old, FIRST_NEW)] == ["UBND tỉnh Đồng Nai"]
    assert {"UBND tỉnh Bình Phước", "UBND tỉnh Đồng Nai"} == {tree.name(each) for each in tree.predecessors(now)}
    assert tree.find("UBND tỉnh Bình Phước", date(2026, 6, 1)).unit_id == now
    below = [node.unit.name for node in tree.rows_on(date(2026, 6, 1)) if node.level]
    assert below == ["Sở Y tế thành phố Đồng Nai"]
    assert {event.decision for event in tree.events} >= {"Nghị quyết 202/2025/QH15", "Nghị quyết 30/2026/QH16"}
    assert office.units.province_changes(date(2026, 6, 1)) == ()
    office.undo.undo()
    assert office.units.tree().units == before.units


def test_what_was_not_chosen_stays(office: Services) -> None:
    chosen = [each for each in office.units.province_changes(date(2026, 1, 1)) if each.names == ("tỉnh Hà Giang",)]
    office.units.apply_provinces(chosen)
    names = {unit.name for unit in office.units.all() if unit.valid_to is None}
    assert "tỉnh Tuyên Quang" in names
    assert {"UBND tỉnh Bình Phước", "Phú Thọ"} < names

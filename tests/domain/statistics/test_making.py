from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.statistics.facts import Place, Traits
from thidua_desktop.domain.statistics.making import FactMaker, Known, Places, PostThen, reason_text, within_year
from thidua_desktop.domain.statistics.workers import PostRule, WorkerClass, WorkerTable
from thidua_desktop.domain.unit_events import UnitEvent, UnitEventKind
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import Unit, UnitKind

MERGED = date(2025, 7, 1)
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
PROVINCE, OLD, OTHER, NEW, SCHOOL, FIRM, ROOM = map(UnitId, range(1, 8))


def unit(number: UnitId, name: str, parent: UnitId | None, kind: UnitKind | None = None) -> Unit:
    return Unit(name, parent_id=parent, kind=kind, id=number)


UNITS = (
    unit(PROVINCE, "Tỉnh Bình Minh", None, UnitKind.PROVINCE),
    replace(unit(OLD, "Sở Lao động", PROVINCE, UnitKind.DEPARTMENT), valid_to=BEFORE),
    replace(unit(OTHER, "Sở Thông tin", PROVINCE, UnitKind.DEPARTMENT), valid_to=BEFORE),
    replace(unit(NEW, "Sở Văn hóa và Xã hội", PROVINCE, UnitKind.DEPARTMENT), valid_from=AFTER),
    unit(SCHOOL, "Trường nghề", OLD, UnitKind.SCHOOL),
    unit(FIRM, "Công ty A", PROVINCE, UnitKind.ENTERPRISE),
    unit(ROOM, "Phòng Tài vụ", FIRM, UnitKind.DIVISION),
)
MERGER = UnitEvent(UnitEventKind.MERGE, MERGED, (OLD, OTHER), (NEW,))


@pytest.mark.parametrize(
    ("unit_id", "day", "place"),
    [
        (OLD, BEFORE, Place(OLD, OLD)),
        (OLD, AFTER, Place(NEW, NEW)),  # the record names what was; the report of the day lists what is
        (NEW, BEFORE, Place(NEW, NEW)),  # two forebears: nobody can say which
        (SCHOOL, BEFORE, Place(SCHOOL, OLD)),
        (SCHOOL, AFTER, Place(SCHOOL, NEW)),
        (PROVINCE, AFTER, Place(PROVINCE, PROVINCE)),
        (ROOM, AFTER, Place(ROOM, FIRM)),
        (None, AFTER, Place()),
        (UnitId(99), AFTER, Place()),
    ],
)
def test_places(unit_id: UnitId | None, day: date, place: Place) -> None:
    assert Places(UnitTree(UNITS, (MERGER,))).at(unit_id, day) == place


def test_the_office_itself_is_no_unit_that_it_lists() -> None:
    tree = UnitTree((unit(OLD, "Sở Y tế", None), unit(SCHOOL, "Bệnh viện A", OLD), unit(ROOM, "Khoa Nội", SCHOOL)))
    assert Places(tree).at(ROOM, AFTER) == Place(ROOM, SCHOOL)
    assert Places(tree).at(OLD, AFTER) == Place(OLD, OLD)


def test_units_without_a_superior_are_listed_themselves() -> None:
    tree = UnitTree((unit(OLD, "Sở Y tế", None), unit(SCHOOL, "Bệnh viện A", OLD), unit(FIRM, "Công ty A", None)))
    assert Places(tree).at(SCHOOL, AFTER) == Place(SCHOOL, OLD)


def maker() -> FactMaker:
    award = Award("bang_khen", "Bằng khen", "bang_khen", (RecipientKind.PERSON,), "bo_tinh", 1)
    rules = (PostRule(WorkerClass.OTHER_LEADER, ("trưởng phòng",)), PostRule(WorkerClass.DIRECT, ("công nhân",)))
    codes = {"Kinh": "01", "Tày": "02"}
    return FactMaker(
        places=Places(UnitTree(UNITS, (MERGER,))),
        awards=(award,),
        ethnic_code=codes.get,
        workers=WorkerTable(rules, {}, {}),
    )


def test_what_the_catalogue_does_not_have_is_not_known() -> None:
    assert (maker().level("bang_khen"), maker().group("bang_khen")) == ("bo_tinh", "bang_khen")
    assert (maker().level("x"), maker().group("x")) == ("?", "?")


def test_a_person() -> None:
    known = Known("person", "female", "Tày", position="Công nhân")
    assert maker().traits(known, FIRM, AFTER) == Traits("person", "female", "02", WorkerClass.DIRECT, "no", "yes")


def test_of_whom_nothing_is_known_nothing_is_said() -> None:
    assert maker().traits(Known("person", ethnic_group="Người lạ"), None, AFTER) == Traits("person")


def test_collectives_have_neither_sex_nor_post() -> None:
    found = maker().traits(Known("collective", position="Trưởng phòng"), SCHOOL, AFTER)
    assert found == Traits("collective", "-", "-", "-", "-", "no")


@pytest.mark.parametrize(
    ("said", "unit_id", "enterprise"),
    [
        (None, FIRM, "yes"),
        (False, FIRM, "no"),
        (None, SCHOOL, "no"),
        (None, ROOM, "?"),
        (None, None, "?"),
        (True, None, "yes"),
    ],
)
def test_enterprises(said: bool | None, unit_id: UnitId | None, enterprise: str) -> None:
    assert maker().traits(Known("collective", enterprise=said), unit_id, AFTER).enterprise == enterprise


def test_the_post_of_the_day_counts_not_that_of_today() -> None:
    then = PostThen("Công nhân", None, "", None, date(2025, 12, 31))
    now = PostThen("Trưởng phòng", None, "", date(2026, 1, 1), None)
    known = Known("person", posts=(then, now))
    assert maker().traits(known, None, date(2025, 5, 5)).worker == WorkerClass.DIRECT
    assert maker().traits(known, None, date(2026, 5, 5)).worker == WorkerClass.OTHER_LEADER


def test_the_decisions_own_words_come_before_the_posts() -> None:
    known = Known("person", position="Công nhân", posts=(PostThen("Trưởng phòng", None, "", None, None),))
    assert maker().traits(known, None, AFTER).worker == WorkerClass.DIRECT


def test_a_post_with_days_comes_before_one_without() -> None:
    posts = (PostThen("Công nhân", None, "", None, None), PostThen("Trưởng phòng", None, "", date(2020, 1, 1), None))
    assert maker().traits(Known("person", posts=posts), None, AFTER).worker == WorkerClass.OTHER_LEADER


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (("  chờ  văn bản. ",), "Chờ văn bản"),
        ((None, "Chờ văn bản"), "Chờ văn bản"),
        (("", " . "), "?"),
        ((None,), "?"),
    ],
)
def test_reasons_are_told_in_one_spelling(written: tuple[str | None, ...], said: str) -> None:
    assert reason_text(*written) == said


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        (date(2026, 5, 1), date(2026, 5, 1)),
        (date(2025, 12, 20), date(2026, 1, 1)),
        (date(2027, 1, 15), date(2026, 12, 31)),
        (None, date(2026, 12, 31)),
    ],
)
def test_a_day_within_its_year(day: date | None, counted: date) -> None:
    assert within_year(day, 2026) == counted

"""Units as the clerk changes them: events, spellings, order, the trash; what the register keeps of all that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import RecipientId, RoundId, UnitId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.unit_events import UnitEndedBefore, UnitEventKind, UnitLaterEvent
from thidua_desktop.domain.unit_tree import UnitBelowItself, UnitNameTaken
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.organisation import (
    SpellingMissing,
    SpellingTaken,
    UnitInUse,
    UnitNameMissing,
    UnitParentInTrash,
    UnitWithItself,
)
from thidua_desktop.services.undo import ChangedSince
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.wording import messages

DAY = date(2024, 3, 1)


def made(changes: Changes) -> UnitId:
    return UnitId(changes.created[0])


@pytest.fixture
def industry(services: Services) -> UnitId:
    return made(services.units.save(Unit("Sở Công Thương", short_name="SCT")))


@pytest.fixture
def division(services: Services, industry: UnitId) -> UnitId:
    return made(services.units.save(Unit("Phòng Tổng hợp", parent_id=industry)))


def awarded(services: Services, unit_id: UnitId, year: int) -> RecipientId:
    person = Recipient(RecipientKind.PERSON, f"Người {year}", unit_id=unit_id)
    who = RecipientId(services.recipients.save(person).created[0])
    unit = services.units.tree().name(unit_id)
    services.register.save(RegisterEntry(who, "lao_dong_tien_tien", year, person.name, unit=unit, unit_id=unit_id))
    return who


def test_an_award_keeps_the_name_of_its_day_and_the_successor_finds_it(services: Services, industry: UnitId) -> None:
    awarded(services, industry, 2020)
    renamed = made(services.units.rename(industry, "Sở Công nghiệp", DAY, decision="10/QĐ-UBND"))
    awarded(services, renamed, 2024)
    other = made(services.units.save(Unit("Sở Thương mại")))
    awarded(services, other, 2022)
    merged = made(services.units.merge([renamed, other], Unit("Sở Kinh tế"), date(2024, 6, 1)))
    assert [(each.year, each.unit) for each in services.register.of_unit(merged)] == [
        (2024, "Sở Công nghiệp"),
        (2022, "Sở Thương mại"),
        (2020, "Sở Công Thương"),
    ]
    assert [each.year for each in services.register.search(unit_id=merged)] == [2024, 2022, 2020]
    assert [each.year for each in services.register.of_unit(renamed)] == [2024, 2020]
    assert {row.recipient.name for row in services.recipients.rows(unit_id=merged)} == {
        "Người 2020",
        "Người 2022",
        "Người 2024",
    }
    assert services.units.find("Sở Công Thương").unit_id == merged


def test_the_tree_of_a_day(services: Services, industry: UnitId, division: UnitId) -> None:
    services.units.rename(industry, "Sở Công nghiệp", DAY)
    tree = services.units.tree()
    assert [unit.name for unit in tree.path(division, date(2024, 2, 29))] == ["Sở Công Thương", "Phòng Tổng hợp"]
    assert [unit.name for unit in tree.path(division, DAY)] == ["Sở Công nghiệp", "Phòng Tổng hợp"]


def test_a_split_gives_each_sub_unit_its_place(services: Services, industry: UnitId, division: UnitId) -> None:
    other = made(services.units.save(Unit("Phòng Thương mại", parent_id=industry)))
    parts = [Unit("Sở Công nghiệp"), Unit("Sở Thương mại")]
    services.units.split(industry, parts, DAY, children={other: 1})
    tree = services.units.tree()
    assert [(node.level, node.unit.name) for node in tree.rows_on(DAY)] == [
        (0, "Sở Công nghiệp"),
        (1, "Phòng Tổng hợp"),
        (0, "Sở Thương mại"),
        (1, "Phòng Thương mại"),
    ]
    assert [unit.name for unit in tree.path(other, date(2024, 1, 1))] == ["Sở Công Thương", "Phòng Thương mại"]
    assert division in tree.below(tree.at(industry, DAY)[0], DAY)


def test_a_part_leaves_and_the_unit_goes_on(services: Services, industry: UnitId) -> None:
    changes = services.units.split(industry, [industry, Unit("Cục Quản lý thị trường")], DAY)
    tree = services.units.tree()
    assert tree.at(industry, DAY) == (industry,)
    assert tree.predecessors(made(changes)) == {industry}


def test_events_of_a_chain_are_told_from_every_link(services: Services, industry: UnitId) -> None:
    renamed = made(services.units.rename(industry, "Sở Công nghiệp", date(2023, 1, 1)))
    services.units.dissolve(renamed, DAY, note="Theo đề án")
    for unit_id in (industry, renamed):
        assert [event.kind for event in services.units.events(unit_id)] == [
            UnitEventKind.RENAME,
            UnitEventKind.DISSOLVE,
        ]
    assert services.units.find("Sở Công nghiệp").unit_id == renamed


def test_an_event_on_the_wrong_day_is_corrected(services: Services, industry: UnitId) -> None:
    renamed = made(services.units.rename(industry, "Sở Công nghiệp", DAY))
    (event,) = services.units.events(industry)
    services.units.correct(replace(event, happened_on=date(2024, 4, 1), decision="11/QĐ-UBND"))
    tree = services.units.tree()
    assert tree.unit(industry).valid_to == date(2024, 3, 31)
    assert tree.unit(renamed).valid_from == date(2024, 4, 1)
    assert services.units.events(industry)[0].decision == "11/QĐ-UBND"


REFUSED: dict[str, tuple[Callable[[Services, UnitId, UnitId], Changes], type[AppError]]] = {
    "no name": (lambda s, top, _low: s.units.rename(top, "  ", DAY), UnitNameMissing),
    "below its own unit": (lambda s, top, low: s.units.move(top, low, DAY), UnitBelowItself),
    "saved below its own unit": (
        lambda s, top, low: s.units.save(replace(s.units.tree().unit(top), parent_id=low)),
        UnitBelowItself,
    ),
    "a name that is taken": (lambda s, _top, low: s.units.rename(low, "Phòng Kế hoạch", DAY), UnitNameTaken),
    "the same name again": (lambda s, top, _low: s.units.save(Unit("phòng  kế hoạch", parent_id=top)), UnitNameTaken),
    "one with itself": (lambda s, top, _low: s.units.unify(top, top), UnitWithItself),
    "into what stands below it": (lambda s, top, low: s.units.unify(top, low), UnitBelowItself),
    "an empty spelling": (lambda s, top, _low: s.units.learn(top, " . ".strip(" .")), SpellingMissing),
    "a spelling that is a name": (lambda s, top, _low: s.units.learn(top, "phong ke hoach"), SpellingTaken),
    "a unit in use": (lambda s, top, _low: s.units.delete(top), UnitInUse),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_a_sentence_and_nothing_changed(
    services: Services, industry: UnitId, division: UnitId, case: str
) -> None:
    services.units.save(Unit("Phòng Kế hoạch", parent_id=industry))
    before, entries = services.units.tree().units, services.history.recent()
    step, error = REFUSED[case]
    with pytest.raises(error) as caught:
        step(services, industry, division)
    assert messages.error(caught.value)[-1] == "."
    assert "{" not in messages.error(caught.value)
    assert services.units.tree().units == before
    assert services.history.recent() == entries


def test_events_come_one_after_the_other(services: Services, industry: UnitId) -> None:
    renamed = made(services.units.rename(industry, "Sở Công nghiệp", DAY))
    with pytest.raises(UnitEndedBefore):
        services.units.rename(industry, "Sở X", date(2024, 4, 1))
    with pytest.raises(UnitLaterEvent):
        services.units.dissolve(industry, date(2024, 1, 1))
    with pytest.raises(UnitLaterEvent):
        services.units.rename(industry, "Sở X", DAY)
    services.units.rename(renamed, "Sở Công Thương", date(2024, 5, 1))
    assert services.units.find("Sở Công Thương", date(2024, 6, 1)).named != industry


def test_a_name_is_put_in_before_what_came_later(services: Services, industry: UnitId, division: UnitId) -> None:
    last = made(services.units.rename(industry, "Sở Công nghiệp", DAY))
    before = services.units.tree().units
    between = made(services.units.rename(industry, "Sở Thương mại", date(2023, 1, 1), decision="5/QĐ-UBND"))
    tree = services.units.tree()
    assert [(tree.unit(one).valid_from, tree.unit(one).valid_to) for one in (industry, between, last)] == [
        (None, date(2022, 12, 31)),
        (date(2023, 1, 1), DAY - timedelta(days=1)),
        (DAY, None),
    ]
    assert [(event.before, event.after) for event in tree.story(industry)] == [
        ((industry,), (between,)),
        ((between,), (last,)),
    ]
    assert tree.at(industry, date(2023, 6, 1)) == (between,)
    assert tree.at(last, date(2022, 6, 1)) == (industry,)
    assert tree.parent_on(division, date(2023, 6, 1)) == between
    services.undo.undo()
    assert services.units.tree().units == before
    assert [event.before for event in services.units.tree().story(industry)] == [(industry,)]


def test_a_spelling_agreed_once_finds_the_unit_for_ever(services: Services, industry: UnitId) -> None:
    assert services.units.find("Ngành công thương").unit_id is None
    services.units.learn(industry, "Ngành Công thương")
    assert services.units.learn(industry, "ngành công thương").created == ()
    assert services.units.find("NGANH CONG THUONG").unit_id == industry
    services.plans.create(Plan("Kế hoạch", 2024))
    services.tasks.add(Task(services.plans.of_year(2024)[0].plan.id or 0, "Việc", 2024, lead=("ngành Công thương",)))  # type: ignore[arg-type]
    assert [unit.name for unit in services.units.all()] == ["Sở Công Thương"]
    (spelling,) = services.units.spellings(industry)
    assert spelling.id is not None
    services.units.forget(spelling.id)
    assert services.units.find("Ngành công thương").unit_id is None


def test_a_unit_entered_twice_becomes_one(services: Services, industry: UnitId, division: UnitId) -> None:
    wrong = made(services.units.save(Unit("Sở CT tỉnh")))
    below = made(services.units.save(Unit("Phòng Năng lượng", parent_id=wrong)))
    who = awarded(services, wrong, 2021)
    services.units.learn(wrong, "So CT")
    services.units.unify(wrong, industry)
    assert services.recipients.get(who).unit_id == industry
    assert services.register.of_recipient(who)[0].unit_id == industry
    assert services.register.of_recipient(who)[0].unit == "Sở CT tỉnh"
    assert services.units.tree().unit(below).parent_id == industry
    assert services.units.find("Sở CT tỉnh").unit_id == services.units.find("so ct").unit_id == industry
    services.undo.undo()
    assert services.recipients.get(who).unit_id == wrong
    assert services.units.find("so ct").unit_id == wrong


def test_lines_of_closed_years_stay_with_the_old_unit(services: Services, industry: UnitId) -> None:
    wrong = made(services.units.save(Unit("Sở CT tỉnh")))
    for year in (2023, 2024):
        round_id = RoundId(services.nominations.save_round(Round(f"Đợt {year}", year)).created[0])
        services.nominations.add(Nomination(round_id, RecipientKind.PERSON, "An", "lao_dong_tien_tien", unit_id=wrong))
    services.years.close(2023)
    services.units.unify(wrong, industry)
    lines = [services.nominations.of_round(RoundId(number))[0].unit_id for number in (1, 2)]
    assert lines == [wrong, industry]


def test_the_order_of_the_office(services: Services, industry: UnitId) -> None:
    names = ("Phòng B", "Phòng A", "Phòng C")
    ids = [made(services.units.save(Unit(name, parent_id=industry))) for name in names]
    services.units.arrange(ids)
    rows = services.units.tree().rows_on(DAY)
    assert [node.unit.name for node in rows] == ["Sở Công Thương", *names]


def test_what_uses_a_unit_is_said_before_it_is_deleted(services: Services, industry: UnitId, division: UnitId) -> None:
    awarded(services, division, 2020)
    assert services.units.uses(industry) == {Kind.UNIT: 1}
    assert services.units.uses(division) == {Kind.RECIPIENT: 1, Kind.AWARD_RECORD: 1}
    with pytest.raises(UnitInUse) as caught:
        services.units.delete(division)
    assert "còn được dùng ở 2 chỗ (Người nhận, Mục trong sổ khen thưởng)" in messages.error(caught.value)


def test_the_trash_gives_units_back_from_the_top_downwards(
    services: Services, industry: UnitId, division: UnitId
) -> None:
    services.units.delete(division)
    services.units.delete(industry)
    listed = {item.name: item for item in services.trash.all()}
    assert {item.kind for item in listed.values()} == {Kind.UNIT}
    assert (listed["Phòng Tổng hợp"].within, listed["Phòng Tổng hợp"].year) == ("Sở Công Thương", None)
    with pytest.raises(UnitParentInTrash):
        services.units.restore(division)
    services.trash.restore(list(listed.values()))
    assert services.trash.all() == ()
    assert services.units.uses(industry) == {Kind.UNIT: 1}
    with pytest.raises(RecordMissing):
        services.units.restore(industry)


def test_a_name_that_was_taken_meanwhile(services: Services, industry: UnitId) -> None:
    services.units.delete(industry)
    services.units.save(Unit("Sở Công Thương"))
    with pytest.raises(UnitNameTaken):
        services.units.restore(industry)


def test_an_event_is_not_taken_back_once_its_unit_is_used(services: Services, industry: UnitId) -> None:
    renamed = made(services.units.rename(industry, "Sở Công nghiệp", DAY))
    entry = services.history.recent(1)[0]
    awarded(services, renamed, 2024)
    with pytest.raises(ChangedSince):
        services.undo.undo(entry.id)
    assert services.units.tree().unit(industry).valid_to == date(2024, 2, 29)

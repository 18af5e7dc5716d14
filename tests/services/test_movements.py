"""Movements as the clerk keeps them, and registrations beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import MovementId, RecipientId, UnitId
from thidua_desktop.domain.movements import LaunchLevel, Movement, MovementScope
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.registrations import Cell, FewerThanNamed
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.movements import MovementClosed
from thidua_desktop.services.registrations import NothingBefore, RegisteredByName, RegistrationUnitMissing
from thidua_desktop.storage.errors import RecordMissing, YearClosed

RURAL = Movement(
    " Cả nước  chung sức xây dựng nông thôn mới",
    2022,
    MovementScope.NATION,
    LaunchLevel.CENTRAL,
    started_on=date(2022, 3, 1),
    ends_on=date(2025, 12, 31),
)
LDTT, CSTD, GIAY_KHEN = "lao_dong_tien_tien", "chien_si_thi_dua_co_so", "giay_khen_so"
PERSON = RecipientKind.PERSON


def test_a_movement_is_shown_in_every_year_that_it_runs_in(services: Services) -> None:
    made = MovementId(services.movements.save(RURAL).created[0])
    services.movements.save(Movement("Thi đua cải cách hành chính", 2024))
    assert services.movements.get(made).name == "Cả nước chung sức xây dựng nông thôn mới"
    assert [len(services.movements.of_year(year)) for year in (2021, 2022, 2024, 2025, 2026)] == [0, 1, 2, 1, 0]
    assert services.movements.years() == (2024, 2022)


def test_a_movement_is_summed_up_once(services: Services) -> None:
    made = MovementId(services.movements.save(RURAL).created[0])
    services.movements.close([made], date(2024, 6, 1), " 5 xã đạt chuẩn ")
    assert (services.movements.get(made).closed_on, services.movements.get(made).result) == (
        date(2024, 6, 1),
        "5 xã đạt chuẩn",
    )
    with pytest.raises(MovementClosed):
        services.movements.close([made], date(2024, 7, 1))
    assert [one.id for one in services.movements.of_year(2025)] == []


def test_thrown_away_and_taken_back_with_the_rest_of_the_trash(services: Services) -> None:
    made = MovementId(services.movements.save(RURAL).created[0])
    services.movements.delete([made])
    with pytest.raises(RecordMissing):
        services.movements.get(made)
    (lying,) = services.trash.all()
    assert (lying.name, lying.year) == ("Cả nước chung sức xây dựng nông thôn mới", 2022)
    services.trash.restore([lying])
    assert services.movements.get(made).year == 2022


def test_a_movement_of_a_closed_year_stays_as_it_is(services: Services) -> None:
    made = MovementId(services.movements.save(RURAL).created[0])
    services.years.close(2022)
    with pytest.raises(YearClosed):
        services.movements.save(replace(services.movements.get(made), note="Bổ sung"))


def test_a_movement_is_summed_up_after_the_books_of_its_first_year_were_closed(services: Services) -> None:
    made = MovementId(services.movements.save(RURAL).created[0])
    services.years.close(2022)
    services.movements.close([made], date(2025, 12, 20), "Đạt")
    assert services.movements.get(made).closed_on == date(2025, 12, 20)
    services.years.close(2025)
    with pytest.raises(YearClosed) as refused:
        services.movements.save(replace(services.movements.get(made), closed_on=date(2026, 1, 5)))
    assert refused.value.params["year"] == "2025"
    with pytest.raises(YearClosed):
        services.movements.delete([made])


@pytest.fixture
def units(services: Services) -> tuple[UnitId, UnitId]:
    one, other = (UnitId(services.units.save(Unit(name)).created[0]) for name in ("Sở Nội vụ", "Sở Y tế"))
    return one, other


def test_the_table_of_a_year(services: Services, units: tuple[UnitId, UnitId]) -> None:
    services.registrations.set_counts(2024, {Cell(units[0], LDTT, PERSON): 12, Cell(units[1], LDTT, PERSON): 7})
    services.registrations.set_counts(2024, {Cell(units[1], GIAY_KHEN, RecipientKind.COLLECTIVE): 2})
    table = services.registrations.table(2024)
    assert [name for _, name in table.units] == ["Sở Nội vụ", "Sở Y tế"]
    column = next(one for one in table.columns if (one.award.id, one.kind) == (LDTT, PERSON))
    assert (table.of(units[0], column), table.of_column(column), table.of_unit(units[1]), table.total) == (
        12,
        19,
        9,
        21,
    )
    shown = {(one.award.id, one.kind) for one in table.columns}
    assert (GIAY_KHEN, RecipientKind.COLLECTIVE) in shown
    assert (GIAY_KHEN, PERSON) not in shown  # a form, and nobody has registered for it
    assert (GIAY_KHEN, PERSON) in {(one.award.id, one.kind) for one in services.registrations.awards_to_add(2024)}
    empty = services.registrations.table(2023)
    assert (empty.total, [name for _, name in empty.units]) == (0, ["Sở Nội vụ", "Sở Y tế"])


def test_the_named_are_counted_with_their_unit_and_once(services: Services, units: tuple[UnitId, UnitId]) -> None:
    people = [Recipient(PERSON, "Lê Thị Thúy", unit_id=units[0]), Recipient(PERSON, "Vũ Bình")]
    known, stray = (RecipientId(number) for number in services.recipients.save_many(people).created)
    services.registrations.register_named(2024, CSTD, [known, known])
    cell = Cell(units[0], CSTD, PERSON)
    assert services.registrations.table(2024).named == {cell: 1}
    with pytest.raises(RegisteredByName):
        services.registrations.register_named(2024, CSTD, [known])
    with pytest.raises(RegistrationUnitMissing):
        services.registrations.register_named(2024, CSTD, [stray])
    with pytest.raises(FewerThanNamed):
        services.registrations.set_counts(2024, {cell: 0})
    services.registrations.set_counts(2024, {cell: 4})
    assert services.registrations.table(2024).counts == {cell: 4}


def test_the_year_before_is_carried_over_to_what_units_have_become(
    services: Services, units: tuple[UnitId, UnitId]
) -> None:
    services.registrations.set_counts(2023, {Cell(units[0], LDTT, PERSON): 12, Cell(units[1], LDTT, PERSON): 7})
    services.registrations.set_counts(2024, {Cell(units[1], LDTT, PERSON): 9})
    renamed = UnitId(services.units.rename(units[0], "Sở Nội vụ và Lao động", date(2023, 7, 1)).created[0])
    services.registrations.carry_over(2024)
    assert services.registrations.table(2024).counts == {
        Cell(renamed, LDTT, PERSON): 12,
        Cell(units[1], LDTT, PERSON): 9,
    }
    with pytest.raises(NothingBefore):
        services.registrations.carry_over(2024)
    services.undo.undo()
    assert services.registrations.table(2024).total == 9


def test_two_records_of_one_person_are_one_registration(services: Services, units: tuple[UnitId, UnitId]) -> None:
    people = [Recipient(PERSON, name, unit_id=units[0]) for name in ("Lê Thị Thúy", "Lê Thị Thuý")]
    kept, other = (RecipientId(number) for number in services.recipients.save_many(people).created)
    services.registrations.register_named(2024, CSTD, [kept, other])
    services.registrations.register_named(2024, LDTT, [other])
    services.recipients.merge(kept, [other])
    registered = services.registrations.of_year(2024)
    assert sorted((one.award_id, one.recipient_id) for one in registered) == [(CSTD, kept), (LDTT, kept)]

"""Councils and their rosters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.sittings import council, sitting
from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Member, Size
from thidua_desktop.domain.ids import CouncilId
from thidua_desktop.services.container import Services
from thidua_desktop.services.councils import (
    CouncilBelowItself,
    CouncilDaysReversed,
    CouncilInTrash,
    CouncilInUse,
    CouncilNameMissing,
    MemberNameMissing,
    MemberTookPart,
)
from thidua_desktop.wording import messages

YEAR_END, NEW_YEAR = date(2023, 12, 31), date(2024, 1, 1)


def test_a_council_keeps_what_it_is_given(services: Services) -> None:
    given = Council("  Hội đồng  TĐKT ", "HĐ", "12/QĐ-SNV", NEW_YEAR, NEW_YEAR, None, Size.ODD)
    (number,) = services.councils.save(given).created
    council_id = CouncilId(number)
    assert services.councils.get(council_id) == replace(given, name="Hội đồng TĐKT", id=council_id)
    services.councils.save(replace(given, name="Hội đồng Sở", id=council_id))
    assert [one.name for one in services.councils.all()] == ["Hội đồng Sở"]


def test_sub_committees_stand_below_their_council(services: Services) -> None:
    first, second = (CouncilId(services.councils.save(Council(name)).created[0]) for name in ("A", "B"))
    below = CouncilId(services.councils.save(Council("Sáng kiến", parent_id=first)).created[0])
    assert [one.id for one in services.councils.all()] == [first, below, second]
    with pytest.raises(CouncilBelowItself):
        services.councils.save(replace(services.councils.get(first), parent_id=below))


def test_members_come_and_go_with_their_days(services: Services) -> None:
    council_id = CouncilId(services.councils.save(Council("Hội đồng")).created[0])
    former = Member(council_id, "Lê Cũ", CouncilRole.CHAIR, until=YEAR_END)
    now = Member(council_id, "Trần Mới", CouncilRole.CHAIR, since=NEW_YEAR)
    clerk = Member(council_id, "Hà Thư", CouncilRole.SECRETARY)
    services.councils.save_members(council_id, [former, clerk, now])
    assert [one.name for one in services.councils.roster(council_id, YEAR_END).members] == ["Lê Cũ", "Hà Thư"]
    today = services.councils.roster(council_id)
    assert [one.name for one in today.members] == ["Trần Mới", "Hà Thư"]
    assert today.findings == ()
    assert [one.name for one in services.councils.members(council_id)] == ["Lê Cũ", "Hà Thư", "Trần Mới"]


def test_the_roster_keeps_numbers_and_takes_its_order_from_the_list(services: Services) -> None:
    council_id, seats = council(services, 3)
    members = services.councils.members(council_id)
    services.councils.save_members(council_id, [members[2], members[0]])
    assert [one.id for one in services.councils.members(council_id)] == [seats[2], seats[0]]


def test_who_took_part_in_a_meeting_stays_in_the_roster(services: Services) -> None:
    held = sitting(services)
    council_id = services.meetings.get(held.meeting).council_id
    members = services.councils.members(council_id)
    with pytest.raises(MemberTookPart) as caught:
        services.councils.save_members(council_id, members[1:])
    assert "Ủy viên 0" in messages.error(caught.value)
    assert services.councils.members(council_id) == members


@pytest.mark.parametrize(
    ("bad", "error"),
    [(Council(" "), CouncilNameMissing), (Council("A", since=NEW_YEAR, until=YEAR_END), CouncilDaysReversed)],
)
def test_councils_that_cannot_be(services: Services, bad: Council, error: type[Exception]) -> None:
    with pytest.raises(error):
        services.councils.save(bad)


def test_seats_that_cannot_be(services: Services) -> None:
    council_id, _ = council(services, 3)
    for seat, error in (
        (Member(council_id, " "), MemberNameMissing),
        (Member(council_id, "Lê", since=NEW_YEAR, until=YEAR_END), CouncilDaysReversed),
    ):
        with pytest.raises(error):
            services.councils.save_members(council_id, [seat])
    assert len(services.councils.members(council_id)) == 3


def test_a_council_in_use_is_not_thrown_away(services: Services) -> None:
    first = CouncilId(services.councils.save(Council("A")).created[0])
    below = CouncilId(services.councils.save(Council("B", parent_id=first)).created[0])
    with pytest.raises(CouncilInUse):
        services.councils.delete(first)
    services.councils.delete(below)
    services.councils.delete(first)
    with pytest.raises(CouncilInTrash):
        services.councils.restore(below)
    services.trash.restore(services.trash.all())
    assert [one.id for one in services.councils.all()] == [first, below]

"""Members of a council out of the directory: known by who they are, called as they are called there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.sittings import DAY, council, sitting
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.councils.rosters import Council, Member, is_about
from thidua_desktop.domain.ids import CouncilId, MemberId, RecipientId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services.container import Services
from thidua_desktop.storage.errors import RecordMissing


def person(services: Services, name: str, birth: str = "") -> RecipientId:
    made = services.recipients.save(Recipient(RecipientKind.PERSON, name, birth=birth or None))
    return RecipientId(made.created[0])


def seat(services: Services, person_id: RecipientId | None, name: str = "Lê Văn An") -> tuple[CouncilId, MemberId]:
    council_id = CouncilId(services.councils.save(Council("Hội đồng")).created[0])
    (member,) = services.councils.save_members(council_id, [Member(council_id, name, person_id=person_id)]).created
    return council_id, MemberId(member)


def names(services: Services, council_id: CouncilId) -> list[tuple[str, RecipientId | None]]:
    listed = services.councils.members(council_id)
    sitting_ = services.councils.roster(council_id, DAY).members
    assert listed == sitting_
    return [(one.name, one.person_id) for one in listed]


def test_a_member_is_called_as_in_the_directory(services: Services) -> None:
    an = person(services, "Lê Văn An")
    council_id, _ = seat(services, an)
    services.recipients.save(replace(services.recipients.get(an), name="Lê Văn Ân"))
    assert names(services, council_id) == [("Lê Văn Ân", an)]
    services.councils.save_members(council_id, services.councils.members(council_id))
    assert names(services, council_id) == [("Lê Văn Ân", an)]


def test_another_name_is_another_person(services: Services) -> None:
    an = person(services, "Lê Văn An")
    council_id, member = seat(services, an)
    services.councils.save_members(council_id, [Member(council_id, "Lê Văn Ân", id=member, person_id=an)])
    assert names(services, council_id) == [("Lê Văn Ân", None)]


def test_typed_members_stay_as_they_are(services: Services) -> None:
    council_id, _ = seat(services, None)
    person(services, "Lê Văn An")
    assert names(services, council_id) == [("Lê Văn An", None)]


def test_nobody_is_tied_to_who_is_not_there(services: Services) -> None:
    with pytest.raises(RecordMissing):
        seat(services, RecipientId(99))


def test_a_merged_person_goes_on_as_the_other(services: Services) -> None:
    an, other = person(services, "Lê Văn An"), person(services, "Lê Văn Ân", "1980")
    council_id, _ = seat(services, an)
    services.recipients.merge(other, [an])
    assert names(services, council_id) == [("Lê Văn Ân", other)]
    services.undo.undo()
    assert names(services, council_id) == [("Lê Văn An", an)]


def test_a_conflict_is_found_by_who_it_is_and_not_only_by_the_name(services: Services) -> None:
    held = sitting(services, ("lao_dong_tien_tien",) * 3)
    an, namesake = person(services, "Người Thứ 0", "1980"), person(services, "Người Thứ 1", "1990")
    council_id = services.councils.all()[0].id or CouncilId(0)
    chair, vice, *rest = services.councils.members(council_id)
    renamed = replace(chair, name="Người Thứ 0", person_id=an)
    typed = replace(vice, name="Người Thứ 2")
    services.councils.save_members(council_id, [renamed, typed, *rest])
    # The line of the chair under his former name, that of somebody else of his name, that of a typed member.
    for at, (name, who) in enumerate((("Tên Cũ", an), ("Người Thứ 0", namesake), ("Người Thứ 2", None))):
        line = services.nominations.get(held.lines[at])
        services.nominations.save(replace(line, name=name, recipient_id=who))
    found = {(one.member_id, one.nomination_id) for one in services.meetings.likely_conflicts(held.meeting)}
    assert (chair.id, held.lines[0]) in found
    assert (chair.id, held.lines[1]) not in found
    assert (vice.id, held.lines[2]) in found


@pytest.mark.parametrize(
    ("tied", "name", "line", "about"),
    [
        (RecipientId(1), "Lê An", RecipientId(1), True),
        (RecipientId(1), "Khác Hẳn", RecipientId(1), True),
        (RecipientId(1), "Lê An", RecipientId(2), False),
        (RecipientId(1), "lê an", None, True),
        (None, "Lê An", RecipientId(2), True),
        (None, "Lê Bá", None, False),
    ],
)
def test_who_a_line_is_about(tied: RecipientId | None, name: str, line: RecipientId | None, about: bool) -> None:
    assert is_about(Member(CouncilId(1), "Lê An", person_id=tied), name, line) is about


def test_two_seats_of_one_person(services: Services) -> None:
    an, other = person(services, "Lê Văn An"), person(services, "Lê Văn An", "1990")
    council_id, _ = council(services, 3)
    same = Member(council_id, "Lê Văn An", unit="Sở Y tế")
    others = services.councils.members(council_id)
    for pair, twice in (((an, an), True), ((an, other), False), ((an, None), True), ((None, None), True)):
        seats = [replace(same, person_id=each) for each in pair]
        services.councils.save_members(council_id, [*others, *seats])
        codes = [one.code for one in services.councils.roster(council_id, DAY).findings]
        assert ("council.member_twice" in codes) is twice

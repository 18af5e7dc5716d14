"""Recipients as the clerk keeps them: rows, look-alikes, mergers, the trash."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.test_undo import content
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.evidence import Rating, YearRating
from thidua_desktop.domain.facts import KeptFact
from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId, UnitId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.recipients import Post, Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.recipient_mergers import MergeOfKinds, MergeOfOne
from thidua_desktop.services.recipients import (
    PostTitleMissing,
    RecipientBirthImpossible,
    RecipientInUse,
    RecipientMerged,
    RecipientNameMissing,
    RecipientNumberTaken,
)
from thidua_desktop.services.register import RecipientInTrash
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

PERSON, COLLECTIVE, HOUSEHOLD = RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD
NUMBER = "001080000001"
ROUND = RoundId(1)


def add(services: Services, name: str, kind: RecipientKind = PERSON, **said: str | int | None) -> RecipientId:
    recipient = replace(Recipient(kind, name), **said)  # type: ignore[arg-type]
    return RecipientId(services.recipients.save(recipient).created[0])


def award(services: Services, who: RecipientId, year: int, decision: str | None = None) -> Changes:
    return services.register.save(RegisterEntry(who, "lao_dong_tien_tien", year, "An", decision=decision))


def line(services: Services, who: RecipientId | None, year: int = 2024) -> NominationId:
    round_id = RoundId(services.nominations.save_round(Round(f"Đợt {year}", year)).created[0])
    told = Nomination(round_id, PERSON, "Lê An", "lao_dong_tien_tien", recipient_id=who)
    return NominationId(services.nominations.add(told).created[0])


def test_persons_stand_in_the_order_of_names_and_collectives_in_that_of_the_office(services: Services) -> None:
    names = ("Trần Thị Ân", "Lê Anh", "Nguyễn Thị Ánh", "Đỗ Văn Anh", "Vũ Đạt", "Bùi Dũng")
    services.recipients.save_many([Recipient(PERSON, name) for name in names])
    units = [
        UnitId(services.units.save(Unit(name, position=at)).created[0]) for at, name in enumerate(("Sở Z", "Sở A"))
    ]
    services.recipients.save_many(
        [Recipient(COLLECTIVE, "Phòng A", unit_id=units[1]), Recipient(COLLECTIVE, "Phòng B", unit_id=units[0])]
    )
    people = [row.recipient.name for row in services.recipients.rows(PERSON)]
    assert people == ["Đỗ Văn Anh", "Lê Anh", "Nguyễn Thị Ánh", "Trần Thị Ân", "Bùi Dũng", "Vũ Đạt"]
    assert [(row.unit, row.recipient.name) for row in services.recipients.rows(COLLECTIVE)] == [
        ("Sở Z", "Phòng B"),
        ("Sở A", "Phòng A"),
    ]
    assert [row.recipient.name for row in services.recipients.rows()] == [*people, "Phòng B", "Phòng A"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("dat", ["Đỗ Tiến Đạt"]),
        ("DO dat", ["Đỗ Tiến Đạt"]),
        ("đạt", ["Đỗ Tiến Đạt"]),
        ("thuy", ["Lê Thị Thuý", "Trần Văn Thùy"]),
        ("000001", ["Lê Thị Thuý"]),
        ("", ["Đỗ Tiến Đạt", "Lê Thị Thuý", "Trần Văn Thùy"]),
        ("%", []),
    ],
)
def test_search_leaves_marks_aside(services: Services, text: str, names: list[str]) -> None:
    add(services, "Đỗ Tiến Đạt")
    add(services, "Lê Thị Thuý", id_number="001180000001")
    add(services, "Trần Văn Thùy")
    assert sorted(each.name for each in services.recipients.find(text)) == sorted(names)
    assert sorted(row.recipient.name for row in services.recipients.rows(text=text)) == sorted(names)
    assert services.recipients.find(text, COLLECTIVE) == ()


def test_a_recipient_is_kept_as_it_was_told(services: Services) -> None:
    unit = UnitId(services.units.save(Unit("Sở Nội vụ")).created[0])
    told = Recipient(
        PERSON,
        "H'Hen Niê",
        honorific="Bà",
        gender="female",
        birth="1992-05-15",
        id_number="066192000001",
        ethnic_group="Êđê",
        position="Chuyên viên",
        unit_id=unit,
        address="Buôn Sứt M'Đưng",
        classes=("direct", "leader"),
        enterprise=False,
        later_retirement=True,
        awards_known_from=2015,
        initiatives_known_from=2016,
        note="Ghi chú",
        sort_name="Hen Niê",
    )
    who = RecipientId(services.recipients.save(told).created[0])
    assert services.recipients.get(who) == replace(told, id=who, ethnic_group="Ê-đê")
    services.recipients.save(replace(services.recipients.get(who), ethnic_group="Dân tộc khác", enterprise=None))
    assert services.recipients.get(who).ethnic_group == "Dân tộc khác"
    assert services.recipients.get(who).enterprise is None


def test_rows_count_awards_that_are_still_held(services: Services) -> None:
    who = add(services, "Lê An")
    for year in (2020, 2023):
        award(services, who, year)
    (row,) = services.recipients.rows()
    assert (row.awards, row.last_award_year) == (2, 2023)


@pytest.mark.parametrize(
    ("recipient", "error"),
    [
        (Recipient(PERSON, " "), RecipientNameMissing),
        (Recipient(PERSON, "An", birth="2030"), RecipientBirthImpossible),
        (Recipient(PERSON, "An", id_number="001 080 000 001"), RecipientNumberTaken),
        (Recipient(PERSON, "An", id=RecipientId(99)), RecordMissing),
    ],
)
def test_what_cannot_be_kept(services: Services, recipient: Recipient, error: type[AppError]) -> None:
    add(services, "Lê An", id_number=NUMBER)
    for keep in (services.recipients.save, lambda one: services.recipients.save_many([Recipient(PERSON, "Bình"), one])):
        with pytest.raises(error) as caught:
            keep(recipient)
        assert "{" not in messages.error(caught.value)
    assert [row.recipient.name for row in services.recipients.rows()] == ["Lê An"]


def test_posts_over_time(services: Services) -> None:
    who = add(services, "Lê An")
    first, second = Post(who, "Chuyên viên", since=date(2010, 1, 1)), Post(who, "Giám đốc", "director", unit="Sở cũ")
    services.recipients.save_posts(who, [first, second])
    kept = services.recipients.posts(who)
    assert [(post.title, post.group) for post in kept] == [("Giám đốc", "director"), ("Chuyên viên", None)]
    services.recipients.save_posts(who, [replace(kept[1], until=date(2015, 12, 31))])
    assert [(post.title, post.until) for post in services.recipients.posts(who)] == [
        ("Chuyên viên", date(2015, 12, 31))
    ]
    with pytest.raises(PostTitleMissing):
        services.recipients.save_posts(who, [Post(who, " ")])


def test_look_alikes_until_the_clerk_says_that_they_are_two(services: Services) -> None:
    one = add(services, "Lê Thị Thuý", birth="1980-05-17")
    other = add(services, "Lê Thị Thúy", birth="1980")
    add(services, "Phòng Thúy", COLLECTIVE)
    (found,) = services.recipients.look_alikes()
    assert (found.first, found.second) == (one, other)
    assert [each.recipient_id for each in services.recipients.alike_to(services.recipients.get(one))] == [other]
    typed = Recipient(PERSON, "Le Thi Thuy", birth="1980")
    assert {each.recipient_id for each in services.recipients.alike_to(typed)} == {one, other}
    assert services.recipients.look_alikes(COLLECTIVE) == ()
    services.recipients.not_same(other, one)
    assert services.recipients.look_alikes() == ()
    assert services.recipients.alike_to(services.recipients.get(one)) == ()
    services.recipients.forget_pair(one, other)
    assert len(services.recipients.look_alikes()) == 1


def test_a_renamed_unit_is_the_same_unit(services: Services) -> None:
    old = UnitId(services.units.save(Unit("Sở A")).created[0])
    new = UnitId(services.units.rename(old, "Sở B", date(2024, 1, 1)).created[0])
    add(services, "Lê An", unit_id=old)
    add(services, "Lê An", unit_id=new)
    assert len(services.recipients.look_alikes()) == 1


@pytest.fixture
def pair(services: Services) -> tuple[RecipientId, RecipientId]:
    """Two records of one person: each has awards, facts, a post; the second one a line too."""
    kept = add(services, "Le An", birth="1980-05-17", position="Trưởng phòng")
    other = add(services, "Lê An", birth="1980", id_number=NUMBER, position="Phó phòng")
    award(services, kept, 2020, "12/QĐ")
    award(services, other, 2020)
    award(services, other, 2021)
    ratings = [YearRating(2023, Rating.WELL), YearRating(2024, Rating.EXCELLENT)]
    facts = [KeptFact(kept, ratings[0]), *(KeptFact(other, rating) for rating in ratings)]
    services.evidence.save_many(facts)
    services.recipients.save_posts(other, [Post(other, "Phó phòng")])
    services.recipients.not_same(other, add(services, "Vũ Bình"))
    line(services, other)
    return kept, other


def test_what_a_merger_will_do(services: Services, pair: tuple[RecipientId, RecipientId]) -> None:
    preview = services.recipients.merge_preview(pair[0], [pair[1]])
    assert {field.name: (field.chosen, field.conflict) for field in preview.fields} == {
        "name": (1, False),
        "birth": (0, False),
        "id_number": (1, False),
        "position": (0, True),
    }
    assert preview.moved == {Kind.AWARD_RECORD: 2, Kind.NOMINATION: 1, Kind.RECIPIENT: 3}
    assert [entry.year for entry in preview.doubles] == [2020]


def test_a_merger_is_one_step_forward_and_one_back(
    store: Store, services: Services, pair: tuple[RecipientId, RecipientId]
) -> None:
    kept, other = pair
    before = content(store)
    services.recipients.merge(kept, [other], {"position": 1})
    whole = services.recipients.get(kept)
    assert (whole.name, whole.birth, whole.id_number, whole.position) == ("Lê An", "1980-05-17", NUMBER, "Phó phòng")
    assert [(entry.year, entry.decision) for entry in services.register.of_recipient(kept)] == [
        (2021, None),
        (2020, "12/QĐ"),
    ]
    facts = [each.fact for each in services.evidence.of(kept)]
    assert len(facts) == 2
    assert [post.title for post in services.recipients.posts(kept)] == ["Phó phòng"]
    assert services.nominations.of_round(ROUND)[0].recipient_id == kept
    with store.read() as work:
        assert work.recipients.resolve(other) == kept
    assert Kind.RECIPIENT not in {item.kind for item in services.trash.all()}
    with pytest.raises(RecipientMerged):
        services.recipients.restore([other])
    services.undo.undo()
    assert content(store) == before


def test_mergers_follow_one_another(store: Store, services: Services) -> None:
    first, second, third = (add(services, "Lê An") for _ in range(3))
    services.recipients.merge(second, [first])
    services.recipients.merge(third, [second])
    with store.read() as work:
        assert [work.recipients.resolve(each) for each in (first, second, third)] == [third] * 3
    assert [row.recipient.id for row in services.recipients.rows()] == [third]


def test_lines_of_closed_years_stay_with_the_record_that_was_merged(services: Services) -> None:
    kept, other = add(services, "Lê An"), add(services, "Lê An")
    line(services, other, 2023)
    services.years.close(2023)
    services.recipients.merge(kept, [other])
    assert services.nominations.of_round(ROUND)[0].recipient_id == other


def test_what_is_no_merger(services: Services) -> None:
    person, team = add(services, "Lê An"), add(services, "Phòng", COLLECTIVE)
    with pytest.raises(MergeOfOne):
        services.recipients.merge(person, [person])
    with pytest.raises(MergeOfKinds):
        services.recipients.merge(person, [team])


def test_awards_go_to_the_trash_with_their_recipient_and_come_back(services: Services) -> None:
    who = add(services, "Lê An", id_number=NUMBER)
    award(services, who, 2020)
    gone = award(services, who, 2021).created[0]
    services.register.delete([gone])  # type: ignore[list-item]
    services.recipients.delete([who])
    listed = {item.kind: item for item in services.trash.all()}
    assert (listed[Kind.RECIPIENT].members, listed[Kind.AWARD_RECORD].year) == (1, 2021)
    with pytest.raises(RecipientInTrash):
        services.trash.restore([listed[Kind.AWARD_RECORD]])
    services.trash.restore([listed[Kind.RECIPIENT]])
    assert [entry.year for entry in services.register.of_recipient(who)] == [2020]
    services.trash.restore(services.trash.all())
    assert [entry.year for entry in services.register.of_recipient(who)] == [2021, 2020]


def test_several_of_the_directory_come_back_in_one_step(services: Services) -> None:
    unit = UnitId(services.units.save(Unit("Sở A")).created[0])
    who = add(services, "Lê An")
    gone = award(services, who, 2021).created[0]
    services.register.delete([gone])  # type: ignore[list-item]
    services.recipients.delete([who])
    services.units.delete(unit)
    services.trash.restore(services.trash.all())
    assert services.trash.all() == ()
    assert services.register.of_recipient(who)


def test_one_in_a_round_is_not_deleted(services: Services) -> None:
    who = add(services, "Lê An")
    line(services, who)
    with pytest.raises(RecipientInUse) as caught:
        services.recipients.delete([who])
    assert "1 đề nghị" in messages.error(caught.value)
    assert services.recipients.get(who).name == "Lê An"


def test_a_number_that_was_taken_meanwhile(services: Services) -> None:
    who = add(services, "Lê An", id_number=NUMBER)
    services.recipients.delete([who])
    add(services, "Vũ Bình", id_number=NUMBER)
    with pytest.raises(RecipientNumberTaken):
        services.recipients.restore([who])


def test_the_history_of_a_recipient_tells_its_awards_and_posts(services: Services) -> None:
    who = add(services, "Lê An")
    award(services, who, 2021)
    services.recipients.save_posts(who, [Post(who, "Chuyên viên")])
    entries = services.history.of_record(Kind.RECIPIENT, who)
    assert [entry.operation for entry in entries] == ["recipient.save_posts", "award_record.save", "recipient.save"]

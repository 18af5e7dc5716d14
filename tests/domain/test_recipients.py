"""Recipients as they are kept, what should be looked at in them, and records made into one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.evidence import AwardRecord
from thidua_desktop.domain.ids import AwardRecordId, RecipientId
from thidua_desktop.domain.merging import MergeOfKinds, MergeOfOne, differing, doubled, merged
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.recipients import (
    Post,
    PostDaysReversed,
    PostTitleMissing,
    Recipient,
    RecipientBirthImpossible,
    RecipientNameMissing,
    check,
    check_birth,
)
from thidua_desktop.domain.register import RecordState, RecordYearImpossible, RegisterEntry

PERSON, COLLECTIVE = RecipientKind.PERSON, RecipientKind.COLLECTIVE
TODAY = date(2026, 3, 1)
PLACES = frozenset({"001", "040"})
ME = RecipientId(1)


def test_kept_without_blanks_and_doubles() -> None:
    kept = Recipient(
        PERSON, "  Lê   An ", id_number=" 001 080.123-456 ", classes=("worker", "direct", "worker")
    ).tidied()
    assert (kept.name, kept.id_number, kept.classes) == ("Lê An", "001080123456", ("worker", "direct"))
    assert Recipient(PERSON, "An", id_number="  ").tidied().id_number is None
    with pytest.raises(RecipientNameMissing):
        Recipient(PERSON, " ").tidied()


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({"id_number": "040080123456", "gender": "male", "birth": "1980"}, []),
        ({"id_number": "003080123456"}, ["identity.place"]),
        ({"id_number": "003180123456", "gender": "male"}, ["identity.sex", "identity.place"]),
        ({"id_number": "0400801234"}, ["identity.length"]),
        ({"birth": "1900"}, ["recipient.age"]),
        ({"birth": "2020-01-01"}, ["recipient.age"]),
        ({"birth": "1980-05"}, []),
        ({}, []),
    ],
)
def test_what_should_be_looked_at(said: dict[str, str], codes: list[str]) -> None:
    person = Recipient(
        PERSON, "An", id_number=said.get("id_number"), gender=said.get("gender"), birth=said.get("birth")
    )
    assert [found.code for found in check(person, PLACES, TODAY)] == codes


@pytest.mark.parametrize(
    ("year", "codes"), [(1900, []), (None, []), (1700, ["recipient.founded"]), (2030, ["recipient.founded"])]
)
def test_the_year_of_a_collective(year: int | None, codes: list[str]) -> None:
    assert [found.code for found in check(Recipient(COLLECTIVE, "Phòng", founded=year), PLACES, TODAY)] == codes


@pytest.mark.parametrize("birth", ["1980", "1980-05", "1980-05-17", "", None, "2026-02-28"])
def test_births_that_can_be(birth: str | None) -> None:
    assert _can_be(birth)


@pytest.mark.parametrize("birth", ["80", "1980-13", "1980-02-30", "2027", "17/5/1980", "1980-05-1", "198O"])
def test_births_that_cannot_be(birth: str) -> None:
    assert not _can_be(birth)


def _can_be(birth: str | None) -> bool:
    try:
        check_birth(birth, TODAY)
    except RecipientBirthImpossible:
        return False
    return True


def test_posts_that_cannot_be() -> None:
    Post(ME, "Trưởng phòng", since=date(2020, 1, 1), until=date(2020, 1, 1)).check()
    with pytest.raises(PostTitleMissing):
        Post(ME, " ").check()
    with pytest.raises(PostDaysReversed):
        Post(ME, "Trưởng phòng", since=date(2020, 1, 2), until=date(2020, 1, 1)).check()


def test_an_entry_of_the_register_is_evidence() -> None:
    entry = RegisterEntry(
        ME, "huan_chuong", 2024, "An", date(2024, 5, 1), "12/QĐ", None, Occasion.SUDDEN, 2020, 2024, "Cứu người"
    )
    told = AwardRecord("huan_chuong", 2024, date(2024, 5, 1), "12/QĐ", Occasion.SUDDEN, 2020, 2024, "Cứu người")
    assert entry.record() == told
    assert entry.counts
    assert not replace(entry, state=RecordState.WITHDRAWN).counts
    entry.check()
    for wrong in (replace(entry, year=1800), replace(entry, counted_from=2025), replace(entry, counted_to=3000)):
        with pytest.raises(RecordYearImpossible):
            wrong.check()


FULL = Recipient(PERSON, "Lê Thị Thúy", birth="1980", unit_id=None, classes=("worker",), id=RecipientId(1))
BARE = Recipient(PERSON, "Le Thi Thuy", birth="1980-05-17", id_number="001180000001", note="x", id=RecipientId(2))


def test_the_fuller_value_wins_and_contradictions_are_told() -> None:
    found = {field.name: field for field in differing(BARE, [FULL])}
    assert {name: (field.chosen, field.conflict) for name, field in found.items()} == {
        "name": (1, False),
        "birth": (0, False),
        "id_number": (0, False),
        "note": (0, False),
    }
    whole = merged(BARE, [FULL], {})
    assert (whole.name, whole.birth, whole.id_number, whole.classes) == (
        "Lê Thị Thúy",
        "1980-05-17",
        "001180000001",
        ("worker",),
    )
    assert whole.id == BARE.id


def test_the_clerk_decides_contradictions() -> None:
    other = replace(FULL, birth="1981", position="Chuyên viên", awards_known_from=2015)
    kept = replace(FULL, id=RecipientId(3), position="Phó phòng", awards_known_from=2018)
    found = {field.name: field for field in differing(kept, [other])}
    assert {name for name, field in found.items() if field.conflict} == {"birth", "position"}
    assert merged(kept, [other], {}).position == "Phó phòng"
    assert merged(kept, [other], {"position": 1}).position == "Chuyên viên"
    assert merged(kept, [other], {}).awards_known_from == 2015


def test_what_cannot_be_one() -> None:
    with pytest.raises(MergeOfOne):
        differing(FULL, [])
    with pytest.raises(MergeOfOne):
        differing(FULL, [FULL])
    with pytest.raises(MergeOfKinds):
        differing(FULL, [Recipient(COLLECTIVE, "Phòng", id=RecipientId(9))])


def test_awards_that_both_have() -> None:
    first = RegisterEntry(ME, "ldtt", 2024, "An", decision="12/QĐ", id=AwardRecordId(1))
    same = replace(first, decision=None, id=AwardRecordId(2))
    fuller = replace(first, golden_book="7", id=AwardRecordId(3))
    other = replace(first, decision="13/QĐ", id=AwardRecordId(4))
    later = replace(first, year=2025, id=AwardRecordId(5))
    assert doubled([first], [same, fuller, other, later]) == (same,)
    assert doubled([], [later, replace(later, id=AwardRecordId(6))]) == (replace(later, id=AwardRecordId(6)),)

"""Whom a line of a list means: certain, probable, nobody. Two people are never joined in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.domain.look_alikes import UnitPlaces
from thidua_desktop.domain.recipient_matching import Certainty, RecipientIndex, RecipientLine
from thidua_desktop.domain.recipients import Recipient

PERSON, COLLECTIVE, HOUSEHOLD = RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD
HERE, THERE, RENAMED, ABOVE = UnitId(1), UnitId(2), UnitId(3), UnitId(4)
THUY = Recipient(PERSON, "Lê Thị Thúy", birth="1980-05-17", id_number="001180000001", unit_id=HERE, id=RecipientId(1))
AN = Recipient(PERSON, "Nguyễn Văn An", birth="1975", unit_id=HERE, id=RecipientId(2))
TEAM = Recipient(COLLECTIVE, "Phòng TĐKT", unit_id=HERE, id=RecipientId(3))
HOUSE = Recipient(HOUSEHOLD, "Hộ ông Lò Văn Pán", unit_id=HERE, id=RecipientId(4))
KNOWN = (THUY, AN, TEAM, HOUSE)
C, P, N = Certainty.CERTAIN, Certainty.PROBABLE, Certainty.NONE


def line(
    name: str, *, number: str | None = None, birth: str | None = None, unit: UnitId | None = None
) -> RecipientLine:
    return RecipientLine(PERSON, name, id_number=number, birth=birth, unit_id=unit)


@pytest.fixture(scope="module")
def index() -> RecipientIndex:
    places = UnitPlaces(lambda unit: HERE if unit == RENAMED else unit, lambda unit: frozenset({ABOVE} - {unit}))
    return RecipientIndex(KNOWN, places)


@pytest.mark.parametrize(
    ("told", "certainty", "who"),
    [
        (line("Lê Thị Thúy", number="001180000001"), C, 1),
        (line("LÊ THỊ THUÝ", number="001180000001"), C, 1),
        (line("Le Thi Thuy", number="001 180 000 001", unit=THERE), C, 1),
        (line("Lê T. Thúy", number="001180000001", birth="1980"), C, 1),
        (line("Lê Thị Thúy", number="001180000001", birth="1979"), P, None),
        (line("Vũ Thị Hoa", number="001180000001"), P, None),
        (line("Lê Thị Thuý", birth="1980-05-17", unit=HERE), C, 1),
        (line("Lê Thị Thuý", birth="1980", unit=HERE), C, 1),
        (line("Lê Thị Thuý", birth="1980", unit=RENAMED), C, 1),
        (line("Lê Thị Thuý", birth="1980", unit=THERE), P, None),
        (line("Lê Thị Thuý", birth="1980-05-17", unit=ABOVE), C, 1),
        (line("Lê Thị Thuý", birth="1980", unit=ABOVE), P, None),
        (line("Lê Thị Thuý", birth="1980-05-17", unit=THERE), P, None),
        (line("Lê Thị Thuý", birth="1980-05-17"), P, None),
        (line("Lê Thị Thuý", unit=HERE), P, None),
        (line("Le Thi Thuy", birth="1980-05-17", unit=HERE), P, None),
        (line("Lê Thị Thúy", birth="1980-05-18", unit=HERE), N, None),
        (line("Lê Thị Thúy", number="001180000002", birth="1980-05-17", unit=HERE), N, None),
        (line("Nguyễn Văn An", birth="1975-02-01", unit=HERE), C, 2),
        (line("Nguyễn Văn An", number="001075000001", birth="1975", unit=HERE), C, 2),
        (line("Nguyễn Văn An", birth="1976", unit=HERE), N, None),
        (line("Nguyễn Văn An", unit=THERE), P, None),
        (line("Nguyễn Văn Ân", birth="1975", unit=HERE), P, None),
        (line("Trần Văn Bình", birth="1975", unit=HERE), N, None),
        (RecipientLine(COLLECTIVE, "Phòng Thi đua - Khen thưởng", unit_id=HERE), C, 3),
        (RecipientLine(COLLECTIVE, "Phòng TĐKT", unit_id=THERE), P, None),
        (RecipientLine(COLLECTIVE, "Phòng TĐKT"), P, None),
        (RecipientLine(HOUSEHOLD, "Gia đình ông Lò Văn Pán", unit_id=HERE), P, None),
        (RecipientLine(PERSON, "Phòng TĐKT", unit_id=HERE), N, None),
    ],
)
def test_lines(index: RecipientIndex, told: RecipientLine, certainty: Certainty, who: int | None) -> None:
    found = index.match(told)
    assert (found.certainty, found.recipient_id) == (certainty, who)
    assert bool(found.candidates) is (certainty is not N)


def test_two_who_fit_are_a_question() -> None:
    twin = replace(AN, id=RecipientId(5))
    found = RecipientIndex([AN, twin]).match(line("Nguyễn Văn An", birth="1975", unit=HERE))
    assert (found.certainty, {each.recipient_id for each in found.candidates}) == (P, {2, 5})


def test_the_number_decides_between_two_of_one_name() -> None:
    twin = replace(AN, id=RecipientId(5), id_number="001075000009")
    found = RecipientIndex([AN, twin]).match(line("Nguyễn Văn An", number="001075000009", birth="1975", unit=HERE))
    assert (found.certainty, found.recipient_id) == (C, 5)


def test_one_who_was_just_made_is_known_to_the_next_line() -> None:
    index = RecipientIndex()
    told = line("Trần Văn Bình", birth="1970", unit=HERE)
    assert index.match(told).certainty is N
    index.add(replace(told.recipient(), id=RecipientId(7)))
    assert index.match(told).recipient_id == 7


NAME_PARTS = st.sampled_from(
    ["Lê", "Lý", "Lí", "Thị", "Thi", "Thúy", "Thuý", "Thuy", "An", "Ân", "Anh", "Hòa", "Hoà", "Hoa"]
)
BIRTHS = st.sampled_from([None, "1980", "1981", "1980-05-17", "1980-05-18"])
NUMBERS = st.sampled_from([None, None, "001180000001", "001180000002"])
PEOPLE = st.builds(
    line,
    st.lists(NAME_PARTS, min_size=2, max_size=3).map(" ".join),
    number=NUMBERS,
    birth=BIRTHS,
    unit=st.sampled_from([None, HERE, THERE]),
)


@given(st.lists(PEOPLE, min_size=1, max_size=5), PEOPLE)
@settings(deadline=None, max_examples=70)
def test_nobody_is_certain_against_what_is_written(known: list[RecipientLine], told: RecipientLine) -> None:
    index = RecipientIndex(replace(each.recipient(), id=RecipientId(at)) for at, each in enumerate(known, start=1))
    found = index.match(told)
    if found.certainty is not C:
        assert found.recipient_id is None
        return
    assert found.recipient_id is not None
    who = known[found.recipient_id - 1]
    if who.id_number and told.id_number:
        assert who.id_number == told.id_number
    else:
        assert who.unit_id == told.unit_id is not None
        assert who.birth
        assert told.birth
    if who.birth and told.birth:
        shorter = min(len(who.birth), len(told.birth))
        assert who.birth[:shorter] == told.birth[:shorter]

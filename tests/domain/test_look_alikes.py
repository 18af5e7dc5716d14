"""Who looks like whom, why, and that few have to be compared at all."""

from __future__ import annotations

import random

import pytest

from thidua_desktop.common.progress import Cancelled, Progress, watched
from thidua_desktop.domain import look_alikes as module
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.domain.look_alikes import LEAST, AlikeReason, Traits, compare, keys, look_alikes, traits
from thidua_desktop.domain.recipients import Recipient

R = AlikeReason
PERSON, COLLECTIVE, HOUSEHOLD = RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD


def person(name: str, birth: str | None = None, number: str | None = None, unit: int | None = None) -> Recipient:
    return Recipient(PERSON, name, birth=birth, id_number=number, unit_id=None if unit is None else UnitId(unit))


def reasons(first: Recipient, second: Recipient) -> tuple[AlikeReason, ...]:
    return compare(traits(first), traits(second))[1]


def score(first: Recipient, second: Recipient) -> int:
    return compare(traits(first), traits(second))[0]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Nguyễn Văn An", "NGUYỄN  VĂN AN", R.SAME_NAME),
        ("Lê Thị Thuý", "Lê Thị Thúy", R.TONE_PLACE),
        ("Phan Thanh Hòa", "Phan Thanh Hoà", R.TONE_PLACE),
        ("Lý Văn Quý", "Lí Văn Quí", R.I_AND_Y),
        ("Trần Mỹ Linh", "Trần Mĩ Linh", R.I_AND_Y),
        ("Nguyễn Văn Đạt", "Nguyen Van Dat", R.DIACRITICS),
        ("Lê Thị Mỹ", "Le Thi Mi", R.DIACRITICS),
        ("Nguyễn Văn An", "Nguyễn V. An", R.ABBREVIATED),
        ("Nguyễn Văn An", "N.V.An", R.ABBREVIATED),
        ("Nguyễn Văn An", "An Nguyễn Văn", R.TRANSPOSED),
        ("Nguyễn Thị Hạnh", "Nguyễn Thị Hành", R.NEAR_NAME),
        ("Nguyễn Thị Hằng", "Nguyễn Thị Hăng", R.NEAR_NAME),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hùgn", None),
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hun", R.NEAR_NAME),
        ("Nguyễn Văn An", "Nguyễn Văn Bình", None),
        ("Nguyễn Văn An", "Trần Văn An", None),
        ("Nguyễn Văn An", "Nguyễn Văn A", R.NEAR_NAME),
        ("Lê An", "Lê A", None),
    ],
)
def test_names(first: str, second: str, reason: AlikeReason | None) -> None:
    one, other = person(first, number="001080000001"), person(second, number="001080000001")
    found = [each for each in reasons(one, other) if each is not R.SAME_ID_NUMBER]
    assert found == ([reason] if reason else [])
    assert reasons(one, other) == reasons(other, one)
    assert score(one, other) == score(other, one)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (person("Lê An", "1980-05-17"), person("Lê An", "1980-05-17"), True),
        (person("Lê An", "1980-05-17"), person("Le An", "1980-05-17"), True),
        (person("Lê An", "1980"), person("Lê An", "1980-05-17"), True),
        (person("Lê An", unit=1), person("Lê An", unit=1), True),
        (person("Lê An", unit=1), person("Lê An", unit=2), False),
        (person("Lê An"), person("Lê An"), False),
        (person("Lê An", "1980-05-17"), person("Lê An", "1981-05-17"), False),
        (person("Lê An", "1980", "001080000001"), person("Lê An", "1980", "001080000002"), False),
        (person("Lê An", "1980", "001080000001"), person("Vũ Bình", "1975", "001080000001"), False),
        (person("Lê An", "1980", "001080000001"), person("Vũ Bình", "1980", "001080000001"), True),
        (person("Lê An", None, "012345678"), person("Lê An", None, "001080000001"), False),
        (person("Lê Thị Hoài An", "1980-05-17"), person("Lê Thị Hoa An", "1980-05-17"), True),
        (person("Lê Thị Hoài An", "1980"), person("Lê Thị Hoa An", "1980"), False),
        (person("Lê Thị Hoài An", "1980-05-17"), person("Lê Thị Hoà An", "1980-05-17"), True),
    ],
)
def test_who_is_shown_to_the_clerk(first: Recipient, second: Recipient, *, shown: bool) -> None:
    assert (score(first, second) >= LEAST) is shown


def test_kinds_are_never_mixed() -> None:
    assert score(Recipient(COLLECTIVE, "Lê An"), person("Lê An")) == 0


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("Trường THPT Lê Lợi", "Trường Trung học phổ thông Lê Lợi", False),
        ("Đội Cảnh sát giao thông số 1", "Đội Cảnh sát giao thông số 2", False),
        ("Phòng Tổng hợp", "phòng tổng hợp", True),
    ],
)
def test_collectives(first: str, second: str, *, shown: bool) -> None:
    assert (score(Recipient(COLLECTIVE, first), Recipient(COLLECTIVE, second)) >= LEAST) is shown
    at = UnitId(3)
    inside = [Recipient(COLLECTIVE, name, unit_id=at) for name in (first, second)]
    assert (score(*inside) >= LEAST) is ("số" not in first)


def test_households_by_the_person_in_them() -> None:
    first, second = Recipient(HOUSEHOLD, "Hộ ông Lò Văn Pán"), Recipient(HOUSEHOLD, "Hộ gia đình ông Lò Văn Pán")
    assert R.SAME_NAME in reasons(first, second)


def test_pairs_are_found_once_and_those_said_to_be_two_are_left_out() -> None:
    known = [person("Lê An", "1980-05-17"), person("Lê An", "1980-05-17", unit=2), person("Le An", "1980-05-17")]
    listed = [(RecipientId(9 - at), traits(each)) for at, each in enumerate(known)]
    found = look_alikes(listed)
    assert [(each.first, each.second) for each in found] == [(8, 9), (7, 8), (7, 9)]
    assert [each.score for each in found] == [85, 75, 75]
    left = look_alikes(listed, apart={(RecipientId(8), RecipientId(9))})
    assert [(each.first, each.second) for each in left] == [(7, 8), (7, 9)]


FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
MIDDLES = ("Văn", "Thị", "Đức", "Hữu", "Ngọc", "Thanh", "Minh", "Quang", "Thu", "Xuân", "Kim", "Hồng")
GIVEN = (
    *("An", "Anh", "Bình", "Chi", "Cường", "Dung", "Dũng", "Đạt", "Giang", "Hà", "Hải", "Hạnh", "Hiền", "Hoa", "Hòa"),
    *("Hùng", "Hương", "Lan", "Linh", "Nam", "Nga", "Thúy"),
)


def crowd(count: int) -> list[Recipient]:
    chance = random.Random(4)
    made = []
    for at in range(count):
        name = " ".join(chance.choice(words) for words in (FAMILIES, MIDDLES, GIVEN))
        day = f"{chance.randint(1960, 2000)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        birth = chance.choice((day, day, day[:4], None))
        made.append(
            Recipient(PERSON, name, birth=birth, unit_id=UnitId(chance.randint(1, 300)), id=RecipientId(at + 1))
        )
    return made


def test_pairs_that_blocks_give_are_those_of_everybody_with_everybody() -> None:
    """The groups leave out nobody who would be shown: compared with all pairs of a small office."""
    known = [(RecipientId(each.id or 0), traits(each)) for each in [*crowd(150), *crowd(30)[10:]]]
    known = [(RecipientId(at), one) for at, (_, one) in enumerate(known)]
    every = {
        (first, second)
        for at, (first, one) in enumerate(known)
        for second, other in known[at + 1 :]
        if compare(one, other)[0] >= LEAST
    }
    assert every
    assert {(each.first, each.second) for each in look_alikes(known)} == every


def namesakes(count: int) -> list[tuple[RecipientId, Traits]]:
    """A list in which a few names come again and again, with numbers, births and units that tell them apart or not."""
    chance = random.Random(7)
    made = []
    for at in range(count):
        name = " ".join(chance.choice(words) for words in (FAMILIES[:2], MIDDLES[:2], ("An", "Anh", "Ân")))
        birth = chance.choice((f"198{at % 4}-05-17", f"198{at % 4}", None))
        number = chance.choice((None, f"0010800{chance.randint(1, 40):05}", "012345678"))
        made.append((RecipientId(at), traits(person(name, birth, number, chance.choice((None, 1, 2, 3))))))
    return made


def test_births_and_numbers_that_keep_two_apart_hide_nobody() -> None:
    known = namesakes(280)
    shares = [(first, second) for at, first in enumerate(known) for second in known[at + 1 :]]
    every = {(one, other) for (one, first), (other, second) in shares if compare(first, second)[0] >= LEAST}
    every = {(one, other) for one, other in every if set(keys(known[one][1])) & set(keys(known[other][1]))}
    assert len(every) > 300
    assert {(each.first, each.second) for each in look_alikes(known)} == every


def test_with_a_low_bar_nothing_is_left_out() -> None:
    known = namesakes(60)
    low = {(each.first, each.second, each.score) for each in look_alikes(known, least=1)}
    shares = [(first, second) for at, first in enumerate(known) for second in known[at + 1 :]]
    together = [(one, two) for one, two in shares if set(keys(one[1])) & set(keys(two[1]))]
    every = {(one[0], two[0], compare(one[1], two[1])[0]) for one, two in together}
    assert low == {found for found in every if found[2] >= 1}


def test_the_search_can_be_stopped() -> None:
    progress = Progress()
    progress.cancel()
    with watched(progress), pytest.raises(Cancelled):
        look_alikes(namesakes(20))


def test_only_few_of_all_pairs_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else ten thousand would be fifty million comparisons."""
    compared = 0

    def counted(first: Traits, second: Traits) -> tuple[int, tuple[AlikeReason, ...]]:
        nonlocal compared
        compared += 1
        return compare(first, second)

    monkeypatch.setattr(module, "compare", counted)
    known = [(RecipientId(each.id or 0), traits(each)) for each in crowd(2000)]
    look_alikes(known)
    assert 0 < compared < 2000 * 2000 / 2 / 100

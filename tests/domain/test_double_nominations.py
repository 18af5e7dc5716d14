"""The same recipient in two submissions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.double_nominations import DoubleReason, doubles
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.wording import eligibility

HOA = Nomination(
    RoundId(1), RecipientKind.PERSON, "Nguyễn Thị Hòa", "bang_khen_bo_tinh", birth="1985-03-02", unit="Sở Nội vụ"
)


def reason(second: Nomination, first: Nomination = HOA) -> DoubleReason | None:
    found = doubles((first, second))
    return found[0].reason if found else None


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (replace(HOA, unit="Sở Tài chính"), DoubleReason.NAME_AND_BIRTH),
        (replace(HOA, name="NGUYỄN THỊ HOÀ", unit="Sở Tài chính"), DoubleReason.NAME_AND_BIRTH),
        (replace(HOA, birth=None), DoubleReason.NAME_AND_UNIT),
        (replace(HOA, birth=None, unit="Sở Tài chính"), None),
        (replace(HOA, birth="1990"), None),
        (replace(HOA, name="Nguyễn Thị Hoa Mai"), None),
        (replace(HOA, kind=RecipientKind.HOUSEHOLD), None),
    ],
)
def test_who_is_one_person(second: Nomination, expected: DoubleReason | None) -> None:
    assert reason(second) is expected


def test_the_identity_number_is_the_surest() -> None:
    first = replace(HOA, id_number="001185000123")
    second = replace(HOA, name="Nguyễn Thị Hoà", id_number="001 185 000 123", unit="Sở Tài chính")
    assert reason(second, first) is DoubleReason.ID_NUMBER
    assert reason(replace(second, id_number="001185000999"), first) is None


def test_the_same_achievement_is_pointed_out() -> None:
    first = replace(HOA, citation="Có thành tích trong phòng, chống dịch")
    second = replace(HOA, award_id="giay_khen_so", citation="có thành tích trong phòng,  chống dịch")
    (found,) = doubles((first, second))
    assert found.same_achievement
    assert not found.same_award
    assert "thành tích ghi giống nhau" in eligibility.double(found)
    assert "hai danh hiệu" in eligibility.double(found)


def test_each_pair_once_and_in_order() -> None:
    three = (HOA, replace(HOA, award_id="giay_khen_so"), replace(HOA, award_id="giay_khen_xa"))
    assert [(one.first.award_id, one.second.award_id) for one in doubles(three)] == [
        ("bang_khen_bo_tinh", "giay_khen_so"),
        ("bang_khen_bo_tinh", "giay_khen_xa"),
        ("giay_khen_so", "giay_khen_xa"),
    ]


def test_collectives_are_known_by_their_name() -> None:
    team = replace(HOA, kind=RecipientKind.COLLECTIVE, name="Phòng Tổ chức", birth=None, unit=None)
    assert reason(replace(team, name="phòng tổ chức"), team) is DoubleReason.NAME_AND_UNIT

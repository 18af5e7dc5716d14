"""The same recipient in two submissions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.double_nominations import DoubleReason, doubles
from thidua_desktop.domain.ids import RecipientId, RoundId, SubmissionId
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


def test_the_directory_is_the_surest() -> None:
    known = replace(HOA, recipient_id=RecipientId(7))
    assert reason(replace(known, name="Ng. Thị Hòa", birth=None), known) is DoubleReason.RECIPIENT
    assert reason(replace(HOA, recipient_id=RecipientId(8)), known) is None


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (replace(HOA, birth="1985", unit="Sở Tài chính"), DoubleReason.LOOK_ALIKE),
        (replace(HOA, birth="1985-07-09", unit="Sở Tài chính"), None),
        (replace(HOA, birth="1985-07-09"), None),
    ],
)
def test_a_year_alone_may_be_of_the_same_day(second: Nomination, expected: DoubleReason | None) -> None:
    assert reason(second) is expected


def test_names_written_with_i_or_y() -> None:
    ly = replace(HOA, name="Lý Thị Mỹ Quyên")
    assert reason(replace(ly, name="Lí Thị Mĩ Quyên"), ly) is DoubleReason.LOOK_ALIKE
    assert reason(replace(ly, name="Lí Thị Mĩ Quyên", birth=None, unit="Sở Tài chính"), ly) is None


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (("Sở Nội vụ", "Sở Tài chính"), None),
        (("Sở Nội vụ", "sở nội vụ"), DoubleReason.NAME_AND_UNIT),
        (("Sở Nội vụ", None), DoubleReason.NAME_AND_UNIT),
        (("Sở Nội vụ", "Phòng Tổng hợp"), DoubleReason.NAME_AND_UNIT),
    ],
)
def test_every_unit_has_its_own_office_of_that_name(
    units: tuple[str, str | None], expected: DoubleReason | None
) -> None:
    office = replace(HOA, kind=RecipientKind.COLLECTIVE, name="Phòng Tổng hợp", birth=None)
    first, second = (replace(office, unit=unit) for unit in units)
    assert reason(second, first) is expected


def test_rounds_and_submissions_are_told_apart() -> None:
    first = replace(HOA, submission_id=SubmissionId(1))
    (sent_twice,) = doubles((first, replace(HOA, submission_id=SubmissionId(2))))
    (two_rounds,) = doubles((first, replace(HOA, round_id=RoundId(2))))
    assert (sent_twice.same_round, sent_twice.two_submissions, sent_twice.sure) == (True, True, True)
    assert (two_rounds.same_round, two_rounds.two_submissions) == (False, False)
    assert "do hai đơn vị trình" in eligibility.double(sent_twice)
    assert "ở hai đợt xét" in eligibility.double(two_rounds)

"""The catalogue that ships with the program."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.services.awards import CATALOGUE, AwardService, AwardUnknown

AWARDS = AwardService()
PERIODS = (date(2023, 1, 1), date(2024, 6, 1), date(2025, 8, 1), date(2026, 11, 1))
"""A day in each legal period: A, B, C1, C2."""


def test_every_entry_is_loaded() -> None:
    written = tomllib.loads(resource(CATALOGUE).read_text(encoding="utf-8"))["award"]
    catalogue = AWARDS.catalogue()
    assert len(catalogue) == len(written) == 67
    assert len({award.id for award in catalogue}) == 67
    for award in catalogue:
        assert award.name
        assert "(" not in award.name
        assert award.recipients
        assert all(period.legal_bases for period in award.periods)
    assert [award.rank for award in catalogue] == sorted(award.rank for award in catalogue)


def test_periods_of_an_award_follow_each_other_without_a_gap() -> None:
    written = tomllib.loads(resource(CATALOGUE).read_text(encoding="utf-8"))["award"]
    for award in written:
        ends = [period.get("valid_to") for period in award["periods"]]
        starts = [period.get("valid_from") for period in award["periods"]]
        assert ends[-1] is None, award["id"]
        assert all((start - end).days == 1 for end, start in zip(ends[:-1], starts[1:], strict=True)), award["id"]


@pytest.mark.parametrize(
    ("award_id", "exists"),
    [
        ("giay_khen_huyen", (True, True, False, False)),  # no district level from 2025-07-01
        ("giay_khen_xa", (True, True, True, True)),
        ("xa_phuong_tieu_bieu", (False, True, True, True)),  # new in Luật 06/2022/QH15
        ("huy_hieu_tinh", (True, False, False, False)),
        ("huy_chuong_tnxp_ve_vang", (False, True, True, True)),
    ],
)
def test_when_an_award_exists(award_id: str, exists: tuple[bool, ...]) -> None:
    award = AWARDS.get(award_id)
    assert tuple(award.exists_on(day) for day in PERIODS) == exists


def test_the_last_and_the_first_day() -> None:
    district = AWARDS.get("giay_khen_huyen")
    assert district.exists_on(date(2025, 6, 30))
    assert not district.exists_on(date(2025, 7, 1))


def test_what_is_not_settled_says_so() -> None:
    award = AWARDS.get("lao_dong_tien_tien")
    assert [period.certain for period in award.periods] == [True, True, True, False]


def test_what_can_be_proposed_depends_on_recipient_and_day() -> None:
    households = AWARDS.available(date(2025, 8, 1), RecipientKind.HOUSEHOLD)
    assert "gia_dinh_van_hoa" in {award.id for award in households}
    assert "giay_khen_huyen" not in {award.id for award in households}
    assert all(RecipientKind.HOUSEHOLD in award.recipients for award in households)
    ranks = [award.rank for award in AWARDS.available(date(2024, 1, 1), RecipientKind.PERSON)]
    assert ranks == sorted(ranks)


def test_an_unknown_award() -> None:
    with pytest.raises(AwardUnknown):
        AWARDS.get("huan_chuong_mat_trang")

"""Rounds and nominations: what may be entered, states, trash."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import NominationId, RoundId
from thidua_desktop.domain.nominations import (
    MoveNotAllowed,
    Nomination,
    NominationReasonMissing,
    NominationState,
    Round,
)
from thidua_desktop.services.awards import AwardUnknown
from thidua_desktop.services.container import Services
from thidua_desktop.services.nominations import AwardNotFor, NominationNameMissing, RoundInTrash, RoundNameMissing
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.wording import messages

ROUND = RoundId(1)
AN = Nomination(ROUND, RecipientKind.PERSON, "Nguyễn Văn An", "lao_dong_tien_tien", id_number="001099000001")
SCHOOL = Nomination(ROUND, RecipientKind.COLLECTIVE, "Trường THCS Hồng Sơn", "tap_the_lao_dong_xuat_sac")
FAMILY = Nomination(ROUND, RecipientKind.HOUSEHOLD, "Hộ ông Lê Văn Ba", "gia_dinh_van_hoa")


@pytest.fixture(autouse=True)
def lines(services: Services) -> None:
    services.nominations.save_round(Round("  Tổng kết   năm 2024 ", 2024))
    services.nominations.save_many([AN, SCHOOL, FAMILY])


def test_a_round_counts_its_lines_by_kind(services: Services) -> None:
    services.nominations.save_round(Round("Đợt trống", 2024))
    full, empty = services.nominations.rounds(2024)
    assert full.round == Round("Tổng kết năm 2024", 2024, id=ROUND)
    assert (full.nominations, full.persons, full.collectives, full.households) == (3, 1, 1, 1)
    assert (empty.nominations, empty.persons, empty.collectives, empty.households) == (0, 0, 0, 0)
    assert services.nominations.rounds(2023) == ()


def test_a_saved_round_keeps_its_number(services: Services) -> None:
    changes = services.nominations.save_round(Round("Tổng kết", 2024, id=ROUND))
    assert changes.created == ()
    assert services.nominations.get_round(ROUND).name == "Tổng kết"
    with pytest.raises(RoundNameMissing):
        services.nominations.save_round(Round(" ", 2024))


def test_lines_come_in_the_order_of_entry(services: Services) -> None:
    assert [line.name for line in services.nominations.of_round(ROUND)] == [AN.name, SCHOOL.name, FAMILY.name]
    assert services.nominations.get(NominationId(1)).id_number == "001099000001"


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        (replace(AN, name="  "), NominationNameMissing),
        (replace(AN, award_id="huan_chuong_mat_trang"), AwardUnknown),
        (replace(AN, kind=RecipientKind.HOUSEHOLD), AwardNotFor),
        (replace(AN, round_id=RoundId(9)), RecordMissing),
    ],
)
def test_a_line_that_cannot_be_kept(services: Services, line: Nomination, trouble: type[Exception]) -> None:
    before = services.nominations.of_round(ROUND)
    saved = replace(line, id=NominationId(1))
    for attempt in (
        lambda: services.nominations.add(line),
        lambda: services.nominations.save(saved),
        lambda: services.nominations.save_many([SCHOOL, line]),
    ):
        with pytest.raises(trouble):
            attempt()
    assert services.nominations.of_round(ROUND) == before


def test_the_refusal_names_award_and_recipient(services: Services) -> None:
    with pytest.raises(AwardNotFor) as caught:
        services.nominations.add(replace(AN, kind=RecipientKind.HOUSEHOLD))
    assert "Lao động tiên tiến" in messages.error(caught.value)
    assert "Hộ gia đình" in messages.error(caught.value)


def test_states_move_together_or_not_at_all(services: Services) -> None:
    both = [NominationId(1), NominationId(2)]
    services.nominations.move([NominationId(1)], NominationState.DOSSIER_COMPLETE)
    with pytest.raises(MoveNotAllowed):
        services.nominations.move(both, NominationState.ELIGIBLE)
    assert services.nominations.get(NominationId(1)).state is NominationState.DOSSIER_COMPLETE
    with pytest.raises(NominationReasonMissing):
        services.nominations.move([NominationId(1)], NominationState.ENTERED)
    services.nominations.move([NominationId(1)], NominationState.ENTERED, reason="Nhập nhầm")
    assert services.nominations.get(NominationId(1)).state_reason == "Nhập nhầm"


def test_a_round_takes_its_lines_to_the_trash_and_back(services: Services) -> None:
    services.nominations.delete([NominationId(2)])
    services.nominations.delete_round(ROUND)
    assert services.nominations.rounds(2024) == ()
    assert services.nominations.of_round(ROUND) == ()
    assert [item.id for item in services.trash.all() if item.kind is Kind.ROUND] == [ROUND]
    with pytest.raises(RoundInTrash) as caught:
        services.nominations.restore([NominationId(1)])
    assert "Tổng kết năm 2024" in messages.error(caught.value)
    services.nominations.restore_round(ROUND)
    assert [line.id for line in services.nominations.of_round(ROUND)] == [1, 3]
    assert [line.id for line in services.nominations.trash(ROUND)] == [2]
    services.nominations.restore([NominationId(2)])
    assert len(services.nominations.of_round(ROUND)) == 3

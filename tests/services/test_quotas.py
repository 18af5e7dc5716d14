"""The ceilings of a round: what they are counted of, how full they are, unit by unit, while lines are chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from tests.conftest import fixed_today
from tests.domain.eligibility.files import CO_CP, COLLECTIVE, CSCS, LDTT, PERSON, held, members
from tests.services.filed import LINE, keep_file, keep_letter, keep_round, keep_unit
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.evidence import ClusterRank
from thidua_desktop.domain.ids import NominationId, RoundId, UnitId
from thidua_desktop.domain.nominations import Nomination, NominationState, Round
from thidua_desktop.domain.quota_boards import CLUSTER_LEADERS, HOLDERS, BaseSource, QuotaBoard, UnitGauge
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.judging import JudgingService
from thidua_desktop.services.quotas import BaseImpossible, QuotaService
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.undo import UndoService
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import quotas as wording
from thidua_desktop.wording.rules import Names

OLD = Round("Tổng kết năm 2022", 2022)
"""Judged by the law of 2003: at most 15 % of those with LĐTT get CSTĐCS."""


@pytest.fixture
def quotas(store: Store) -> QuotaService:
    return QuotaService(store, EligibilityService(RulebookService()), fixed_today)


@pytest.fixture
def names(store: Store) -> Names:
    rulebooks = RulebookService()
    return JudgingService(store, rulebooks, EligibilityService(rulebooks), fixed_today).names(date(2022, 12, 1))


def lines(award: str, count: int, unit: str, unit_id: UnitId | None = None) -> list[Nomination]:
    return [
        replace(LINE, name=f"{unit} {award} {number}", award_id=award, unit=unit, unit_id=unit_id)
        for number in range(count)
    ]


def gauges(board: QuotaBoard, award: str = CSCS, chosen: list[NominationId] | None = None) -> dict[str, UnitGauge]:
    return {one.unit or wording.WHOLE: one for one in board.gauges(chosen) if one.award_id == award}


def test_two_of_thirteen_are_too_many(store: Store, quotas: QuotaService, names: Names) -> None:
    asked = lines(CSCS, 2, "Sở Y tế")
    round_id, ids = keep_round(store, [*asked, *lines(LDTT, 13, "Sở Y tế")], OLD)
    board = quotas.board(round_id)
    over = gauges(board)["Sở Y tế"]
    assert (over.over, over.gauge.share, over.base.source) == (True, Fraction(200, 13), BaseSource.LINES)
    assert wording.gauge(over, names, "CSTĐCS") == "CSTĐCS – Sở Y tế: 15,4 % > 15 % (2/13, chọn nhiều nhất 1)"
    told = wording.basis(over, names)
    assert "đếm trong các dòng đề nghị của đợt" in told
    assert "khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP" in told
    one = gauges(board, chosen=ids[:1])["Sở Y tế"]
    assert not one.over
    assert one.gauge.left == 0


def test_units_and_the_whole_round(store: Store, quotas: QuotaService) -> None:
    health, home = keep_unit(store, "Sở Y tế"), keep_unit(store, "Sở Nội vụ")
    kept = [
        *lines(CSCS, 1, "Sở Y tế", health),
        *lines(LDTT, 10, "sở y tế", health),
        *lines(CSCS, 3, "Sở Nội vụ", home),
        *lines(LDTT, 10, "Sở Nội vụ", home),
        *lines(LDTT, 7, "Sở Tư pháp"),
    ]
    round_id, _ = keep_round(store, kept, OLD)
    found = gauges(quotas.board(round_id))
    assert list(found) == [wording.WHOLE, "Sở Nội vụ", "Sở Y tế"]
    assert [(one.gauge.chosen, one.gauge.base, one.over) for one in found.values()] == [
        (4, 27, False),
        (3, 10, True),
        (1, 10, False),
    ]


def test_one_name_written_in_two_ways_is_one_unit(store: Store, quotas: QuotaService) -> None:
    round_id, _ = keep_round(store, [*lines(CSCS, 1, "Sở Y tế"), *lines(LDTT, 9, "SỞ Y TẾ")], OLD)
    assert gauges(quotas.board(round_id))["Sở Y tế"].gauge.base == 9


def test_lines_that_are_out_do_not_count(store: Store, quotas: QuotaService) -> None:
    out = [replace(line, state=NominationState.NOT_ELIGIBLE) for line in lines(LDTT, 3, "Sở Y tế")]
    asked = lines(CSCS, 2, "Sở Y tế")
    refused = replace(asked[1], state=NominationState.REFUSED)
    round_id, _ = keep_round(store, [asked[0], refused, *out, *lines(LDTT, 7, "Sở Y tế")], OLD)
    found = gauges(quotas.board(round_id))["Sở Y tế"].gauge
    assert (found.chosen, found.base) == (1, 7)


def test_what_a_unit_has_sent_is_its_own_whatever_the_lines_name(store: Store, quotas: QuotaService) -> None:
    health = keep_unit(store, "Sở Y tế")
    round_id, ids = keep_round(store, [*lines(CSCS, 1, "Bệnh viện A"), *lines(LDTT, 8, "Trung tâm B")], OLD)
    letter = keep_letter(store, round_id, health, date(2022, 12, 1))
    with store.write("submission.assign", count=9) as work:
        for one in ids:
            work.nominations.save(replace(work.nominations.get(one), submission_id=letter))
    assert gauges(quotas.board(round_id))["Sở Y tế"].gauge.base == 8


@pytest.fixture
def asked(store: Store) -> tuple[RoundId, UnitId]:
    """A round in which a unit asks for one CSTĐCS and names no LĐTT."""
    health = keep_unit(store, "Sở Y tế")
    round_id, _ = keep_round(store, lines(CSCS, 1, "Sở Y tế", health), OLD)
    return round_id, health


def base(quotas: QuotaService, round_id: RoundId, unit: str = "Sở Y tế") -> tuple[int | None, BaseSource]:
    found = gauges(quotas.board(round_id))[unit].base
    return found.amount, found.source


def test_a_base_that_nobody_knows_is_no_excess(
    quotas: QuotaService, asked: tuple[RoundId, UnitId], names: Names
) -> None:
    found = gauges(quotas.board(asked[0]))
    assert not any(one.over for one in found.values())
    assert "chưa có số làm gốc" in wording.gauge(found["Sở Y tế"], names)
    assert base(quotas, asked[0]) == base(quotas, asked[0], wording.WHOLE) == (None, BaseSource.UNKNOWN)


def test_the_register_the_figures_and_the_clerk_in_turn(
    store: Store, quotas: QuotaService, asked: tuple[RoundId, UnitId]
) -> None:
    round_id, health = asked
    for number in range(3):
        person = keep_file(store, replace(PERSON, name=f"Người {number}", awards=held(LDTT, 2022)))
        with store.write("award_record.save", name="") as work:
            (record,) = work.award_records.of_recipient(person)
            work.award_records.save(replace(record, unit_id=health))
    assert base(quotas, round_id) == (3, BaseSource.REGISTER)
    keep_file(store, replace(COLLECTIVE, name="Sở Y tế", members=members(2022, 50, ldtt=40)), health)
    keep_file(store, replace(COLLECTIVE, name="Phòng Y", members=members(2022, 5, ldtt=4)), health)
    assert base(quotas, round_id) == (40, BaseSource.MEMBERS)
    quotas.set_base(round_id, HOLDERS, 44, health)
    quotas.set_base(round_id, HOLDERS, 45, health)
    assert base(quotas, round_id) == (45, BaseSource.STATED)
    assert [(one.amount, one.unit_id) for one in quotas.stated(round_id)] == [(45, health)]
    quotas.set_base(round_id, HOLDERS, 99)
    assert base(quotas, round_id, wording.WHOLE) == (99, BaseSource.STATED)
    quotas.clear_base(round_id, HOLDERS, health)
    assert base(quotas, round_id) == (40, BaseSource.MEMBERS)
    UndoService(store).undo()
    assert base(quotas, round_id) == (45, BaseSource.STATED)


def test_a_stated_base_of_nobody_is_exceeded(quotas: QuotaService, asked: tuple[RoundId, UnitId], names: Names) -> None:
    quotas.set_base(asked[0], HOLDERS, 0, asked[1])
    found = gauges(quotas.board(asked[0]))["Sở Y tế"]
    assert found.over
    assert "vượt" in wording.gauge(found, names)


def test_what_cannot_be_is_refused(quotas: QuotaService, asked: tuple[RoundId, UnitId]) -> None:
    with pytest.raises(BaseImpossible):
        quotas.set_base(asked[0], HOLDERS, -1)
    with pytest.raises(RecordMissing):
        quotas.set_base(asked[0], HOLDERS, 1, UnitId(99))
    with pytest.raises(RecordMissing):
        quotas.board(RoundId(99))
    assert quotas.stated(asked[0]) == ()


def test_todays_law_sets_no_ceiling_and_says_so(store: Store, quotas: QuotaService, names: Names) -> None:
    kept = [*lines(CSCS, 5, "Sở Y tế"), *lines(LDTT, 9, "Sở Y tế")]
    round_id, _ = keep_round(store, kept, Round("Năm 2024", 2024))
    found = gauges(quotas.board(round_id))["Sở Y tế"]
    assert not found.over
    assert "không khống chế tỷ lệ" in wording.gauge(found, names)


def test_the_letter_of_a_unit_decides_its_ceiling(store: Store, quotas: QuotaService) -> None:
    home, health = keep_unit(store, "Sở Nội vụ"), keep_unit(store, "Sở Y tế")
    kept = [*lines(CSCS, 2, "Sở Nội vụ", home), *lines(CSCS, 2, "Sở Y tế", health)]
    round_id, ids = keep_round(store, kept, Round("Năm 2023", 2023, closes=date(2024, 1, 31)))
    letters = [keep_letter(store, round_id, *said) for said in ((home, date(2023, 12, 1)), (health, date(2024, 1, 5)))]
    with store.write("submission.assign", count=4) as work:
        for place, one in enumerate(ids):
            work.nominations.save(replace(work.nominations.get(one), submission_id=letters[place // 2]))
    found = gauges(quotas.board(round_id))
    assert found["Sở Nội vụ"].quota.percent == 15
    assert found["Sở Y tế"].quota.percent is None


def test_collectives_are_measured_in_the_whole_round(store: Store, quotas: QuotaService) -> None:
    flags = [replace(LINE, kind=RecipientKind.COLLECTIVE, name=f"Sở {number}", award_id=CO_CP) for number in range(2)]
    round_id, _ = keep_round(store, flags, Round("Năm 2024", 2024))
    assert gauges(quotas.board(round_id), CO_CP)[wording.WHOLE].base.source is BaseSource.UNKNOWN
    for number in range(5):
        rank = ClusterRank(2024, "bo_tinh", 1 + number // 4, f"Cụm {number}")
        keep_file(store, replace(COLLECTIVE, name=f"Sở {number}", ranks=(rank,)))
    (only,) = gauges(quotas.board(round_id), CO_CP).values()
    assert (only.quota.of, only.base.amount, only.base.source) == (CLUSTER_LEADERS, 4, BaseSource.RANKS)
    assert only.over

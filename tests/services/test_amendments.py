"""Corrections and withdrawals as decisions of their own: nothing changes before they are signed, both texts stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.sittings import LDTT, sitting
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decisions import Decision, DecisionState
from thidua_desktop.domain.ids import DecisionId, DecisionLineId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.papers import PaperKind, PaperRef
from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.units import Office
from thidua_desktop.services.amendments import Amendment
from thidua_desktop.services.container import Services
from thidua_desktop.services.decision_papers import Format

DAY, LATER = date(2024, 6, 20), date(2024, 6, 27)
_F = CorrectedField


def signed(services: Services, count: int = 3) -> Decision:
    services.office.save(Office("SỞ NỘI VỤ", "UBND TỈNH HỒNG SƠN", "Hồng Sơn", "SNV", ("GIÁM ĐỐC",), "Lê Thị Hoa"))
    sat = sitting(services, [LDTT] * count)
    services.decisions.draft_from_tally(sat.meeting)
    (decision,) = services.decisions.of_meeting(sat.meeting)
    assert decision.id is not None
    services.decisions.move(decision.id, DecisionState.TO_SIGN)
    services.decisions.sign(decision.id, "5/QĐ-SNV", DAY)
    return services.decisions.get(decision.id)


def line(decision: Decision, place: int) -> DecisionLineId:
    number = decision.lines[place].id
    assert number is not None
    return number


def amended(services: Services, decision: Decision, amendment: Amendment) -> DecisionId:
    assert decision.id is not None
    (number,) = services.amendments.draft(decision.id, amendment).created
    return DecisionId(number)


def sign(services: Services, number: DecisionId, written: str = "6/QĐ-SNV") -> None:
    services.decisions.move(number, DecisionState.TO_SIGN)
    services.decisions.sign(number, written, LATER)


def test_nothing_is_corrected_before_the_signature(services: Services) -> None:
    decision = signed(services)
    assert decision.id is not None
    wish = Amendment("Lỗi đánh máy", {line(decision, 0): {_F.NAME: "Người Thứ Không", _F.UNIT: "Sở Nội vụ"}})
    number = amended(services, decision, wish)
    assert services.corrections.of(decision.id) == ()
    assert [one.now for one in services.corrections.as_read(decision.id)] == list(decision.lines)
    assert services.decisions.get(decision.id).state is DecisionState.SIGNED
    assert {one.field for one in services.amendments.of(number).changes} == {_F.NAME, _F.UNIT}

    sign(services, number)
    first = services.corrections.as_read(decision.id)[0]
    assert first.signed == decision.lines[0]
    assert first.now is not None
    assert (first.now.name, first.now.unit) == ("Người Thứ Không", "Sở Nội vụ")
    assert {(one.by_number, one.corrected_on) for one in services.corrections.of(decision.id)} == {("06/QĐ-SNV", LATER)}
    assert services.decisions.get(decision.id).state is DecisionState.CORRECTED
    entry = services.register.get(decision.lines[0].award_record_id)  # type: ignore[arg-type]
    assert (entry.name, entry.state) == ("Người Thứ Không", RecordState.CORRECTED)
    assert services.amendments.of(number).first.id == decision.id
    services.undo.undo()
    assert services.corrections.of(decision.id) == ()
    assert services.decisions.get(number).state is DecisionState.TO_SIGN


def test_lines_and_whole_decisions_are_withdrawn(services: Services) -> None:
    decision = signed(services)
    assert decision.id is not None
    number = amended(services, decision, Amendment("Khai sai", withdrawn=(line(decision, 1),)))
    assert services.amendments.of(number).withdraws
    sign(services, number)
    assert [one.now is None for one in services.corrections.as_read(decision.id)] == [False, True, False]
    assert services.decisions.get(decision.id).state is DecisionState.CORRECTED
    rest = amended(services, decision, Amendment("Ban hành nhầm", whole=True))
    assert len(services.amendments.of(rest).changes) == 2
    sign(services, rest, "7/QĐ-SNV")
    assert services.decisions.get(decision.id).state is DecisionState.WITHDRAWN
    states = {services.nominations.get(one.nomination_id).state for one in decision.lines if one.nomination_id}
    assert states == {NominationState.WITHDRAWN}
    assert [one.id for one in services.amendments.about(decision.id)] == [number, rest]
    with pytest.raises(AppError) as refused:
        amended(services, decision, Amendment("Lần nữa", whole=True))
    assert refused.value.code == "decision.move_not_allowed"


def test_what_is_no_amendment(services: Services) -> None:
    decision = signed(services)
    assert decision.id is not None
    same = {line(decision, 0): {_F.NAME: "Người Thứ 0"}}
    for wish, code in (
        (Amendment("Vì"), "amendment.empty"),
        (Amendment(" ", whole=True), "decision.correction_empty"),
        (Amendment("Vì", same), "decision.correction_empty"),
        (Amendment("Vì", {line(decision, 0): {_F.NAME: "Khác"}}, (line(decision, 0),)), "decision.correction_empty"),
    ):
        with pytest.raises(AppError) as refused:
            amended(services, decision, wish)
        assert refused.value.code == code
    assert services.amendments.about(decision.id) == ()
    with pytest.raises(AppError) as refused:
        services.amendments.of(decision.id)
    assert refused.value.code == "amendment.of_other"


def test_a_draft_is_thrown_away_and_fetched_back(services: Services) -> None:
    decision = signed(services)
    assert decision.id is not None
    number = amended(services, decision, Amendment("Sai", {line(decision, 2): {_F.POSITION: "Trưởng phòng"}}))
    assert [(one.line_id, one.reads) for one in services.amendments.of(number).changes] == [
        (line(decision, 2), "Trưởng phòng")
    ]
    services.decisions.delete(number)
    assert services.amendments.about(decision.id) == ()
    services.decisions.restore(number)
    sign(services, number)
    assert services.corrections.of(decision.id)[0].reads == "Trưởng phòng"


def test_a_correction_is_not_dated_before_what_it_corrects(services: Services) -> None:
    decision = signed(services)
    number = amended(services, decision, Amendment("Sai", whole=True))
    services.decisions.move(number, DecisionState.TO_SIGN)
    with pytest.raises(AppError) as refused:
        services.decisions.sign(number, "6/QĐ-SNV", date(2024, 6, 1))
    assert refused.value.code == "decision.correction_too_early"
    assert services.decisions.get(number).state is DecisionState.TO_SIGN


def test_both_texts_are_printed(services: Services, tmp_path: Path) -> None:
    decision = signed(services)
    wishes = (
        Amendment("lỗi đánh máy", {line(decision, 0): {_F.NAME: "Người Thứ Không"}}),
        Amendment("khai sai thành tích", withdrawn=(line(decision, 1),)),
    )
    for at, wish in enumerate(wishes):
        number = amended(services, decision, wish)
        services.decisions.save(replace(services.decisions.get(number), signer_name="Đỗ Văn Sáu"))
        (row,) = services.decision_papers.catalogue(number)
        assert row.ready
        report = services.decision_papers.report(number, PaperRef(PaperKind.DECISION))
        said = " ".join(getattr(block, "text", "") for block in report.blocks)
        assert wish.reason in said
        assert ("Người Thứ Không" in said and "Người Thứ 0" in said) if at == 0 else "Người Thứ 1" in said
        out = services.decision_papers.write(number, row.ref, tmp_path / f"{at}.pdf", Format.PDF)
        assert out.stat().st_size > 1000

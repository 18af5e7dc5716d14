"""Decisions: days, the lock, golden-book numbers, the three-way name check."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.decision_numbers import series_number
from thidua_desktop.domain.decisions import (
    LOCKED,
    MOVES,
    Decision,
    DecisionBeforeMeeting,
    DecisionLine,
    DecisionMoveNotAllowed,
    DecisionNumberTaken,
    DecisionReasonMissing,
    DecisionState,
    DecisionTooFarAhead,
    NameDifference,
    compare_names,
    list_findings,
)
from thidua_desktop.domain.ids import NominationId

TODAY = date(2026, 12, 20)
MET = date(2026, 12, 15)


def line(number: int, name: str) -> DecisionLine:
    return DecisionLine(NominationId(number), name, "giay_khen", "person", unit="Sở Y tế")


LINES = (line(5, "Trần Thị Bình"), line(2, "Nguyễn Văn An"), line(9, "Ê Ban"))
TO_SIGN = Decision("Về việc tặng Giấy khen", lines=LINES, state=DecisionState.TO_SIGN)


def signed(number: str = "5 / QĐ - SNV", day: date = TODAY, *, taken: tuple[str, ...] = ()) -> Decision:
    return TO_SIGN.signed(number, day, taken=taken, not_before=MET, today=TODAY)


def test_signing_locks_and_the_order_gives_the_golden_book_numbers() -> None:
    decision = signed()
    assert (decision.number, decision.signed_on, decision.state) == ("05/QĐ-SNV", TODAY, DecisionState.SIGNED)
    assert [(one.name, one.golden_book) for one in decision.lines] == [
        ("Trần Thị Bình", 1),
        ("Nguyễn Văn An", 2),
        ("Ê Ban", 3),
    ]
    assert decision.locked


def test_a_number_comes_once_a_year() -> None:
    with pytest.raises(DecisionNumberTaken):
        signed("005/qđ-snv", taken=(series_number("5/QĐ-SNV"),))
    assert signed("5/QĐ-HĐTĐKT", taken=(series_number("5/QĐ-SNV"),)).locked


def test_impossible_days() -> None:
    with pytest.raises(DecisionBeforeMeeting):
        signed(day=date(2026, 12, 14))
    with pytest.raises(DecisionTooFarAhead):
        signed(day=date(2027, 12, 20))
    assert signed(day=MET).signed_on == MET


def test_only_what_was_sent_to_be_signed_gets_a_number() -> None:
    with pytest.raises(DecisionMoveNotAllowed):
        Decision("Về việc tặng Giấy khen", lines=LINES).signed("5/QĐ-SNV", TODAY, today=TODAY)
    with pytest.raises(DecisionMoveNotAllowed):
        TO_SIGN.moved_to(DecisionState.SIGNED)


def test_no_way_leads_back_from_a_signature() -> None:
    for state in LOCKED:
        assert set(MOVES[state]) <= LOCKED


def test_a_correction_needs_a_reason_and_keeps_the_list() -> None:
    decision = signed()
    with pytest.raises(DecisionReasonMissing):
        decision.moved_to(DecisionState.CORRECTED)
    corrected = decision.moved_to(DecisionState.CORRECTED, reason="Sai tên đệm ở dòng 2")
    assert (corrected.lines, corrected.state_reason) == (decision.lines, "Sai tên đệm ở dòng 2")


def test_the_three_texts_are_compared_character_by_character() -> None:
    same = ["Nguyễn Văn An", "Hoà", "Lê Thị  Thu", "Đỗ Văn Bình"]
    decision = ["Nguyễn Văn An", "Hòa", "Lê Thị Thu", None]
    assert compare_names(same, decision, same) == (
        NameDifference(1, "Hoà", "Hòa", "Hoà", at=1),
        NameDifference(2, "Lê Thị  Thu", "Lê Thị Thu", "Lê Thị  Thu", at=7),
        NameDifference(3, "Đỗ Văn Bình", None, "Đỗ Văn Bình", at=0),
    )
    assert compare_names(same, same, same) == ()


def test_a_text_that_goes_on_differs_at_its_end() -> None:
    (found,) = compare_names(["An"], ["An"], ["An "])
    assert found.at == 2


@given(st.lists(st.text(max_size=8), max_size=5), st.data())
def test_any_single_change_is_found(names: list[str], data: st.DataObject) -> None:
    printed = list(names)
    if names:
        at = data.draw(st.integers(0, len(names) - 1))
        printed[at] = printed[at] + data.draw(st.text(min_size=1, max_size=2))
        assert [found.line for found in compare_names(names, names, printed)] == [at]
    else:
        assert compare_names(names, names, printed) == ()


def test_lists_of_different_length_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="zip"):
        compare_names(["An"], [], ["An"])


def test_what_stands_against_signing() -> None:
    agreed = {NominationId(5), NominationId(2), NominationId(7)}
    twice = replace(TO_SIGN, lines=(*LINES, line(2, "Nguyễn Văn An")))
    assert [finding.code for finding in list_findings(twice, agreed)] == [
        "decision.not_agreed",
        "decision.left_out",
        "decision.line_twice",
    ]
    assert [finding.code for finding in list_findings(replace(TO_SIGN, lines=()), set())] == ["decision.no_lines"]
    assert list_findings(TO_SIGN, {NominationId(5), NominationId(2), NominationId(9)}) == ()

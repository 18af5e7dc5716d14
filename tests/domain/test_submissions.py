"""The way of a submission, its receipt and what goes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.ids import RoundId, SubmissionId, UnitId
from thidua_desktop.domain.submissions import (
    ORDER,
    Receipt,
    ReceivedTooEarly,
    Return,
    ReturnDaysReversed,
    ReturnReasonMissing,
    Submission,
    SubmissionMoveNotAllowed,
    SubmissionReasonMissing,
    SubmissionState,
    check_return,
    days_left,
    law_day,
    needs_reason,
    open_returns,
    unit_or_above,
)

S = SubmissionState
DAY = date(2026, 11, 20)
SENT = Submission(RoundId(1), UnitId(1), id=SubmissionId(1))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (S.NOT_SENT, S.RECEIVED, False),
        (S.RECEIVED, S.RETURNED, False),
        (S.RECEIVED, S.COMPLETE, False),
        (S.RETURNED, S.RECEIVED, False),
        (S.RETURNED, S.COMPLETE, False),
        (S.COMPLETE, S.SUMMED_UP, False),
        (S.COMPLETE, S.RETURNED, True),
        (S.SUMMED_UP, S.COMPLETE, True),
        (S.RECEIVED, S.NOT_SENT, True),
    ],
)
def test_only_a_step_back_needs_a_reason(old: SubmissionState, new: SubmissionState, reason: bool) -> None:
    submission = replace(SENT, state=old)
    assert needs_reason(old, new) is reason
    assert submission.moved_to(new, reason="Ghi nhầm").state is new
    if reason:
        with pytest.raises(SubmissionReasonMissing):
            submission.moved_to(new, reason="  ")
    else:
        assert submission.moved_to(new).state_reason is None


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(ORDER), max_size=8))
def test_every_state_is_reached_and_left_only_by_the_rules(wanted: list[SubmissionState]) -> None:
    submission = SENT
    for state in wanted:
        if state is submission.state or state in submission.moves():
            submission = submission.moved_to(state, reason="Có lý do")
            assert submission.state is state
        else:
            assert ORDER.index(state) > ORDER.index(submission.state)
            with pytest.raises(SubmissionMoveNotAllowed):
                submission.moved_to(state, reason="Có lý do")


def test_a_receipt_number_stays_when_papers_come_again() -> None:
    first = SENT.received(Receipt(DAY, "45/TTr-SYT", DAY), 7)
    again = replace(first, state=S.RETURNED).received(Receipt(date(2026, 11, 25), "52/TTr-SYT"), 8)
    assert (first.receipt_number, again.receipt_number) == (7, 7)
    assert (again.letter_number, again.received_on, again.state) == ("52/TTr-SYT", date(2026, 11, 25), S.RECEIVED)


def test_a_letter_is_not_received_before_its_day_nor_after_it_was_complete() -> None:
    with pytest.raises(ReceivedTooEarly):
        SENT.received(Receipt(DAY, letter_on=date(2026, 11, 21)), 1)
    with pytest.raises(SubmissionMoveNotAllowed):
        replace(SENT, state=S.COMPLETE).received(Receipt(DAY), 1)


def test_what_goes_back_has_a_reason_and_days_in_order() -> None:
    check_return(Return(DAY, "Thiếu biên bản", answer_by=DAY, answered_on=DAY))
    with pytest.raises(ReturnReasonMissing):
        check_return(Return(DAY, "  "))
    for wrong in ({"answer_by": date(2026, 11, 19)}, {"answered_on": date(2026, 11, 19)}):
        with pytest.raises(ReturnDaysReversed):
            check_return(replace(Return(DAY, "Thiếu"), **wrong))


def test_only_what_asks_for_an_answer_waits_and_the_most_urgent_comes_first() -> None:
    late, soon = Return(DAY, "a", answer_by=date(2026, 11, 30)), Return(DAY, "b", answer_by=date(2026, 11, 22))
    done, refused = replace(soon, answered_on=DAY), Return(DAY, "c")
    assert open_returns([late, done, refused, soon]) == (soon, late)


def test_days_left_and_the_day_that_the_law_is_asked_for() -> None:
    assert days_left(date(2026, 11, 30), DAY) == 10
    assert days_left(date(2026, 11, 18), DAY) == -2
    assert days_left(None, DAY) is None
    letter = replace(SENT, letter_on=date(2026, 9, 28), received_on=date(2026, 10, 2))
    assert law_day(letter, None, DAY) == date(2026, 9, 28)
    assert law_day(replace(letter, letter_on=None), None, DAY) == date(2026, 10, 2)
    assert law_day(SENT, date(2023, 11, 30), DAY) == date(2023, 11, 30)
    assert law_day(None, date(2026, 12, 30), DAY) == DAY


def test_lines_of_a_school_come_with_the_department_above_it() -> None:
    school, department, province = UnitId(3), UnitId(2), UnitId(1)
    parents = {school: department, department: province, province: None}
    assert unit_or_above(school, parents, [department, province]) == department
    assert unit_or_above(school, parents, [school, department]) == school
    assert unit_or_above(school, parents, [UnitId(9)]) is None
    assert unit_or_above(None, parents, [department]) is None
    assert unit_or_above(school, {school: department, department: school}, [UnitId(9)]) is None

"""The way of a nomination."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.nominations import (
    MOVES,
    STAGE,
    MoveNotAllowed,
    Nomination,
    NominationReasonMissing,
    NominationState,
    needs_reason,
)

LINE = Nomination(RoundId(1), RecipientKind.PERSON, "Nguyễn Thị Thu Hà", "lao_dong_tien_tien")


def test_the_way_from_the_first_line_to_the_certificate() -> None:
    nomination = LINE
    for state in (
        NominationState.DOSSIER_COMPLETE,
        NominationState.ELIGIBLE,
        NominationState.BEFORE_COUNCIL,
        NominationState.AGREED,
        NominationState.TO_SIGN,
        NominationState.DECIDED,
        NominationState.HANDED_OVER,
    ):
        nomination = nomination.moved_to(state)
    assert nomination.state is NominationState.HANDED_OVER


def test_no_step_is_left_out() -> None:
    with pytest.raises(MoveNotAllowed):
        LINE.moved_to(NominationState.DECIDED)


def test_a_step_back_and_a_refusal_ask_for_a_reason() -> None:
    checked = LINE.moved_to(NominationState.DOSSIER_COMPLETE)
    with pytest.raises(NominationReasonMissing):
        checked.moved_to(NominationState.NOT_ELIGIBLE)
    with pytest.raises(NominationReasonMissing):
        checked.moved_to(NominationState.ENTERED, reason=" ")
    assert checked.moved_to(NominationState.ENTERED, reason="Nhập nhầm").state_reason == "Nhập nhầm"


@pytest.mark.parametrize("state", list(NominationState))
def test_every_state_has_its_steps_and_forward_never_falls_back_unasked(state: NominationState) -> None:
    assert state in MOVES
    for following in MOVES[state]:
        assert needs_reason(state, following) or STAGE[following] >= STAGE[state]


@pytest.mark.parametrize("state", [state for state in NominationState if state is not NominationState.ENTERED])
def test_every_state_can_be_taken_back(state: NominationState) -> None:
    assert any(STAGE[earlier] < STAGE[state] for earlier in replace(LINE, state=state).moves())

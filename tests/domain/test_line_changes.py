"""One change for many lines, and awards lowered or sent up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RoundId, UnitId
from thidua_desktop.domain.line_changes import (
    AwardReasonMissing,
    CountedYearsReversed,
    LineChange,
    LineDecided,
    NothingToChange,
    with_award,
)
from thidua_desktop.domain.nominations import Nomination, NominationState, Occasion

LINE = Nomination(RoundId(1), RecipientKind.PERSON, "An", "cao", unit="Sở Y tế", unit_id=UnitId(4), note="cũ")


def test_only_the_named_fields_change() -> None:
    changed = LineChange(occasion=Occasion.SUDDEN, counted_from=2021, counted_to=2025).applied_to(LINE)
    assert changed == replace(LINE, occasion=Occasion.SUDDEN, counted_from=2021, counted_to=2025)
    assert LineChange(note="").applied_to(LINE).note == ""
    with pytest.raises(NothingToChange):
        LineChange().applied_to(LINE)


def test_another_unit_by_name_is_looked_for_anew() -> None:
    assert LineChange(unit="Sở Y tế").applied_to(LINE).unit_id == 4
    assert LineChange(unit="Sở Nội vụ").applied_to(LINE).unit_id is None
    assert LineChange(unit="Sở Nội vụ", unit_id=UnitId(7)).applied_to(LINE).unit_id == 7


def test_years_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(CountedYearsReversed):
        LineChange(counted_from=2026).applied_to(replace(LINE, counted_to=2025))


def test_what_the_unit_asked_for_is_kept_and_forgotten_when_it_is_back() -> None:
    lowered = with_award(LINE, "thap", "Chưa đủ thời gian")
    assert (lowered.award_id, lowered.asked_award_id, lowered.state_reason) == ("thap", "cao", "Chưa đủ thời gian")
    lower_still = with_award(lowered, "thap_nua", "Chưa đủ sáng kiến")
    assert (lower_still.award_id, lower_still.asked_award_id) == ("thap_nua", "cao")
    back = with_award(lower_still, "cao", "")
    assert (back.award_id, back.asked_award_id) == ("cao", None)
    assert with_award(LINE, "cao", "") is LINE


def test_another_award_needs_a_reason_and_no_decision() -> None:
    with pytest.raises(AwardReasonMissing):
        with_award(LINE, "thap", " ")
    with pytest.raises(LineDecided):
        with_award(replace(LINE, state=NominationState.DECIDED), "thap", "Sai")

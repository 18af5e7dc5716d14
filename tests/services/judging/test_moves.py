"""What follows from the findings: overrides, and the states that lines are moved to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import fixed_today
from tests.domain.eligibility.files import BKBT, LDTT, PERSON, held, rated
from tests.services.filed import LINE, NAME, keep_file, keep_round
from tests.services.judging.judged import READY, only
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.evidence import Rating
from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId
from thidua_desktop.domain.judgements import STATES
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.services.judging import JudgingService, OverrideReasonMissing
from thidua_desktop.services.undo import UndoService
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import judging as wording


def test_an_override_holds_until_it_is_withdrawn(store: Store, judging: JudgingService, an: RecipientId) -> None:
    round_id, (line_id,) = keep_round(store, [replace(LINE, recipient_id=an)])
    found = only(judging, round_id).final
    for by, reason in (("", "Lý do"), ("Giám đốc", " ")):
        with pytest.raises(OverrideReasonMissing):
            judging.override([line_id], Verdict.MET, by=by, reason=reason)
    judging.override([line_id], Verdict.NOT_MET, by="Giám đốc", reason="Chưa nộp báo cáo")
    judging.override([line_id], Verdict.MET, by="Giám đốc", reason="Đã nộp báo cáo")
    held_now = only(judging, round_id)
    assert held_now.final is Verdict.MET
    assert "Đã nộp báo cáo" in wording.line(held_now, judging.names(fixed_today()))[0]
    assert [kept.override.reason for kept in judging.overrides(line_id)] == ["Chưa nộp báo cáo", "Đã nộp báo cáo"]
    judging.withdraw_override([line_id])
    assert only(judging, round_id).final is found
    UndoService(store).undo()
    assert only(judging, round_id).final is Verdict.MET


def test_an_override_is_of_one_award(store: Store, judging: JudgingService) -> None:
    round_id, (line_id,) = keep_round(store, [LINE])
    judging.override([line_id], Verdict.MET, by="Giám đốc", reason="Hồ sơ giấy đủ")
    with store.write("nomination.save", name=NAME) as work:
        work.nominations.save(replace(work.nominations.get(line_id), award_id=BKBT))
    assert only(judging, round_id).final is Verdict.CANNOT_TELL
    judging.withdraw_override([line_id])
    assert len(judging.overrides(line_id)) == 1


def test_a_line_that_is_not_there_is_not_overridden(store: Store, judging: JudgingService) -> None:
    _, (line_id,) = keep_round(store, [LINE])
    with pytest.raises(RecordMissing):
        judging.override([line_id, NominationId(99)], Verdict.MET, by="Giám đốc", reason="Đủ")
    assert judging.overrides(line_id) == ()


@pytest.fixture
def round_of_three(store: Store, judging: JudgingService, an: RecipientId) -> tuple[RoundId, list[NominationId]]:
    """Met, not met, cannot tell; then one whose dossier is open and one before the council."""
    poor = keep_file(
        store, replace(PERSON, name="Lê Chi", awards=held(LDTT, 2023), ratings=rated(2023, 2023, Rating.DONE))
    )
    lines = [
        replace(READY, recipient_id=an, counted_to=2023),
        replace(READY, name="Lê Chi", recipient_id=poor, counted_to=2023),
        replace(READY, name="Trần Bình"),
        replace(LINE, name="Phạm Dũng"),
        replace(LINE, name="Vũ Én", state=NominationState.BEFORE_COUNCIL),
    ]
    return keep_round(store, lines)


def states(store: Store, ids: list[NominationId]) -> list[Nomination]:
    with store.read() as work:
        return [work.nominations.get(one) for one in ids]


def test_lines_go_where_the_findings_say_in_one_step(
    store: Store, judging: JudgingService, round_of_three: tuple[RoundId, list[NominationId]]
) -> None:
    round_id, ids = round_of_three
    proposals = judging.proposals(round_id)
    assert [(move.nomination_id, move.new) for move in proposals.moves] == list(
        zip(ids[:3], STATES.values(), strict=False)
    )
    assert (proposals.early, proposals.late, proposals.settled) == (1, 1, 0)
    judging.apply(proposals.moves)
    met, not_met, unsure, early, late = states(store, ids)
    assert (met.state, met.state_reason) == (NominationState.ELIGIBLE, None)
    assert "Căn cứ: " in (not_met.state_reason or "")
    assert "Cần xác minh" in (unsure.state_reason or "")
    assert (early.state, late.state) == (NominationState.ENTERED, NominationState.BEFORE_COUNCIL)
    again = judging.proposals(round_id)
    assert (again.moves, again.settled) == ((), 3)
    UndoService(store).undo()
    assert {line.state for line in states(store, ids[:3])} == {NominationState.DOSSIER_COMPLETE}


def test_nothing_is_moved_against_the_clerk(
    store: Store, judging: JudgingService, round_of_three: tuple[RoundId, list[NominationId]]
) -> None:
    round_id, ids = round_of_three
    before = judging.proposals(round_id)
    judging.override([ids[1]], Verdict.MET, by="Giám đốc", reason="Có xác nhận của Hội đồng")
    moves = {move.nomination_id: move.new for move in judging.proposals(round_id, ids[:2]).moves}
    assert moves == dict.fromkeys(ids[:2], NominationState.ELIGIBLE)
    judging.apply(before.moves)
    assert states(store, ids[1:2])[0].state is NominationState.DOSSIER_COMPLETE

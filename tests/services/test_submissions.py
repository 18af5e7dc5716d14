"""Units of a round: expected, received, given back, complete; their lines; the trash."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import NominationId, RoundId, SubmissionId, UnitId
from thidua_desktop.domain.line_changes import LineChange
from thidua_desktop.domain.nominations import MoveNotAllowed, Nomination, NominationState, Round
from thidua_desktop.domain.submissions import Receipt, SubmissionMoveNotAllowed, SubmissionState
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.awards import AwardUnknown
from thidua_desktop.services.container import Services
from thidua_desktop.services.nominations import AwardNotFor, RoundInTrash
from thidua_desktop.services.submission_lines import UnitThereAlready
from thidua_desktop.services.submissions import BoardRow, SubmissionHasArrived, SubmissionOfOtherRound

S = SubmissionState
DAY = date(2024, 6, 18)


def _line(round_id: RoundId, name: str, unit: str) -> Nomination:
    return Nomination(round_id, RecipientKind.PERSON, name, "lao_dong_tien_tien", unit=unit)


@pytest.fixture
def round_id(services: Services) -> RoundId:
    """A round with four lines; the hospital stands below the department of health."""
    health = UnitId(services.units.save(Unit("Sở Y tế")).created[0])
    services.units.save(Unit("Bệnh viện Đa khoa", parent_id=health))
    made = services.nominations.save_round(Round("Cuối năm", 2024, closes=date(2024, 6, 15)))
    round_id = RoundId(made.created[0])
    lines = [("An", "Sở Y tế"), ("Bình", "Bệnh viện Đa khoa"), ("Chi", "UBND xã Yên Khê"), ("Dung", "Công an tỉnh")]
    services.nominations.save_many([_line(round_id, name, unit) for name, unit in lines])
    return round_id


def _rows(services: Services, round_id: RoundId) -> dict[str, BoardRow]:
    return {row.unit: row for row in services.submissions.board(round_id).rows}


def _expect(services: Services, round_id: RoundId, *names: str) -> dict[str, SubmissionId]:
    services.submissions.expect(round_id, [], names)
    found = {row.unit: row.submission.id for row in services.submissions.board(round_id).rows}
    return {name: each for name, each in found.items() if each is not None}


def _receive(services: Services, submission_id: SubmissionId) -> None:
    services.submissions.receive(submission_id, Receipt(DAY, "45/TTr", date(2024, 6, 14)))


def test_who_has_not_sent_yet_and_for_how_long(services: Services, round_id: RoundId) -> None:
    ids = _expect(services, round_id, "Sở Y tế", "Công an tỉnh")
    assert {row.days_left for row in services.submissions.board(round_id).rows} == {-5}
    _receive(services, ids["Sở Y tế"])
    health, police = _rows(services, round_id)["Sở Y tế"], _rows(services, round_id)["Công an tỉnh"]
    assert (health.days_left, health.days_late, health.submission.state) == (None, 3, S.RECEIVED)
    assert (police.days_left, police.days_late) == (-5, 0)
    assert [row.unit for row in services.submissions.board(round_id).in_state(S.NOT_SENT)] == ["Công an tỉnh"]


def test_lines_come_with_their_unit_and_those_below_it(services: Services, round_id: RoundId) -> None:
    ids = _expect(services, round_id, "Sở Y tế")
    _receive(services, ids["Sở Y tế"])
    board = services.submissions.board(round_id)
    assert board.rows[0].lines == {RecipientKind.PERSON: 2}
    assert {line.name for line in board.loose} == {"Chi", "Dung"}
    _expect(services, round_id, "UBND xã Yên Khê", "Công an tỉnh")
    services.submissions.tie(round_id)
    assert services.submissions.board(round_id).loose == ()


def test_expecting_a_unit_twice_changes_nothing(services: Services, round_id: RoundId) -> None:
    _expect(services, round_id, "Sở Y tế", "Công an tỉnh")
    entries = len(services.history.recent())
    assert services.submissions.expect(round_id, [], ["Sở Y tế"]).created == ()
    assert len(services.history.recent()) == entries


def test_units_to_choose_from(services: Services, round_id: RoundId) -> None:
    last = RoundId(services.nominations.save_round(Round("Cuối năm trước", 2023)).created[0])
    services.submissions.expect(last, [], ["Sở Y tế", "Sở Tài chính"])
    services.submissions.expect(round_id, [], ["Sở Y tế"])
    names = {unit.id: unit.name for unit in services.units.all()}
    found = services.submissions.candidates(round_id)
    assert [names[each] for each in found.last_year] == ["Sở Tài chính"]
    assert [names[each] for each in found.of_lines] == ["Bệnh viện Đa khoa"]
    assert set(found.unknown) == {"UBND xã Yên Khê", "Công an tỉnh"}
    assert found.last_round == "Cuối năm trước"


def test_receipt_numbers_run_through_the_round(services: Services, round_id: RoundId) -> None:
    ids = _expect(services, round_id, "Sở Y tế", "Công an tỉnh", "Sở Nội vụ")
    for name in ("Công an tỉnh", "Sở Y tế", "Sở Nội vụ"):
        _receive(services, ids[name])
    numbers = {row.unit: row.submission.receipt_number for row in services.submissions.board(round_id).rows}
    assert numbers == {"Công an tỉnh": 1, "Sở Y tế": 2, "Sở Nội vụ": 3}


def test_a_whole_submission_goes_back_and_comes_again(services: Services, round_id: RoundId) -> None:
    ids = _expect(services, round_id, "Sở Y tế", "Công an tỉnh")
    health = ids["Sở Y tế"]
    with pytest.raises(SubmissionMoveNotAllowed):
        services.submissions.give_back([health], "Thiếu", DAY)
    _receive(services, health)
    services.submissions.give_back([health], "Thiếu biên bản họp", DAY, answer_by=date(2024, 6, 25))
    row = _rows(services, round_id)["Sở Y tế"]
    assert row.submission.state is S.RETURNED
    assert [each.reason for each in row.owes] == ["Thiếu biên bản họp"]
    services.submissions.receive(health, Receipt(date(2024, 6, 24), "60/TTr"))
    row = _rows(services, round_id)["Sở Y tế"]
    assert (row.submission.state, row.submission.receipt_number, row.owes) == (S.RECEIVED, 1, ())
    assert row.returns[0].answered_on == date(2024, 6, 24)


def test_one_line_is_refused_while_the_rest_goes_on(services: Services, round_id: RoundId) -> None:
    ids = _expect(services, round_id, "Sở Y tế")
    _receive(services, ids["Sở Y tế"])
    an, binh = (line.id for line in services.nominations.of_round(round_id)[:2])
    assert an is not None
    assert binh is not None
    services.submissions.refuse_lines([an], "Đang bị xem xét kỷ luật", DAY)
    services.submissions.give_back_lines([binh], "Thiếu xác nhận", DAY, answer_by=date(2024, 6, 25))
    services.submissions.move([ids["Sở Y tế"]], S.COMPLETE)
    row = _rows(services, round_id)["Sở Y tế"]
    assert (row.submission.state, row.refused, len(row.returns), len(row.owes)) == (S.COMPLETE, 1, 2, 1)
    refused, missing = services.nominations.get(an), services.nominations.get(binh)
    assert (refused.state, refused.state_reason) == (NominationState.NOT_AWARDED, "Đang bị xem xét kỷ luật")
    assert missing.state is NominationState.DOSSIER_MISSING
    owed = row.owes[0].id
    assert owed is not None
    services.submissions.answer([owed], date(2024, 6, 20))
    assert _rows(services, round_id)["Sở Y tế"].submission.state is S.COMPLETE  # the rest had gone on


def test_a_line_before_the_council_is_not_refused_by_the_desk(services: Services, round_id: RoundId) -> None:
    line = NominationId(services.nominations.of_round(round_id)[0].id or 0)
    for state in (NominationState.DOSSIER_COMPLETE, NominationState.ELIGIBLE, NominationState.BEFORE_COUNCIL):
        services.nominations.move([line], state)
    with pytest.raises(MoveNotAllowed):
        services.submissions.refuse_lines([line], "Trùng", DAY)


def test_what_has_not_come_is_never_complete_and_what_has_come_is_not_thrown_away(
    services: Services, round_id: RoundId
) -> None:
    ids = _expect(services, round_id, "Sở Y tế", "Công an tỉnh")
    with pytest.raises(SubmissionMoveNotAllowed):
        services.submissions.move([ids["Sở Y tế"]], S.RECEIVED)
    _receive(services, ids["Sở Y tế"])
    with pytest.raises(SubmissionHasArrived):
        services.submissions.delete(list(ids.values()))
    assert len(services.submissions.board(round_id).rows) == 2


def test_an_expected_unit_comes_back_from_the_trash_once(services: Services, round_id: RoundId) -> None:
    health = _expect(services, round_id, "Sở Y tế")["Sở Y tế"]
    services.submissions.delete([health])
    (thrown,) = services.trash.all()
    assert (thrown.kind, thrown.name, thrown.within) == (Kind.SUBMISSION, "Sở Y tế", "Cuối năm")
    services.trash.restore([thrown])
    assert services.trash.all() == ()
    services.submissions.delete([health])
    _expect(services, round_id, "Sở Y tế")
    with pytest.raises(UnitThereAlready):
        services.submissions.restore([health])


def test_a_round_takes_its_submissions_to_the_trash_and_back(services: Services, round_id: RoundId) -> None:
    ids = _expect(services, round_id, "Sở Y tế", "Công an tỉnh")
    services.submissions.delete([ids["Công an tỉnh"]])
    services.nominations.delete_round(round_id)
    assert services.submissions.of_round(round_id) == ()
    with pytest.raises(RoundInTrash):
        services.submissions.restore([ids["Công an tỉnh"]])
    services.nominations.restore_round(round_id)
    assert [row.unit for row in services.submissions.board(round_id).rows] == ["Sở Y tế"]
    services.nominations.delete_round(round_id)
    services.trash.restore([each for each in services.trash.all() if each.kind is not Kind.SUBMISSION])
    services.trash.restore(services.trash.all())
    assert {row.unit for row in services.submissions.board(round_id).rows} == {"Sở Y tế", "Công an tỉnh"}


def test_lines_are_assigned_by_hand_within_their_round(services: Services, round_id: RoundId) -> None:
    health = _expect(services, round_id, "Sở Y tế")["Sở Y tế"]
    chi = services.nominations.of_round(round_id)[2].id
    assert chi is not None
    services.submissions.assign([chi], health)
    assert services.nominations.get(chi).submission_id == health
    other = RoundId(services.nominations.save_round(Round("Đột xuất", 2024)).created[0])
    foreign = NominationId(services.nominations.add(_line(other, "Em", "")).created[0])
    with pytest.raises(SubmissionOfOtherRound):
        services.submissions.assign([foreign], health)
    services.submissions.assign([chi], None)
    assert services.nominations.get(chi).submission_id is None


def test_many_lines_change_together_or_not_at_all(services: Services, round_id: RoundId) -> None:
    ids = [line.id for line in services.nominations.of_round(round_id) if line.id is not None]
    services.bulk.change(ids, LineChange(counted_from=2020, counted_to=2024))
    assert {line.counted_from for line in services.nominations.of_round(round_id)} == {2020}
    services.bulk.change_award(ids[:2], "bang_khen_bo_tinh", "Khen cao theo thành tích")
    first = services.nominations.get(ids[0])
    assert (first.award_id, first.asked_award_id) == ("bang_khen_bo_tinh", "lao_dong_tien_tien")
    with pytest.raises(AwardUnknown):
        services.bulk.change_award(ids, "khong_co", "x")
    with pytest.raises(AwardNotFor):
        services.bulk.change_award(ids, "tap_the_lao_dong_xuat_sac", "x")
    assert services.nominations.get(ids[3]).award_id == "lao_dong_tien_tien"


def test_a_unit_that_bears_another_name_since_still_has_its_lines(services: Services, round_id: RoundId) -> None:
    last = RoundId(services.nominations.save_round(Round("Cuối năm trước", 2023)).created[0])
    services.submissions.expect(last, [], ["Công an huyện"])
    (old,) = (each.unit_id for each in services.submissions.of_round(last))
    new = UnitId(services.units.rename(old, "Công an tỉnh", date(2024, 3, 1)).created[0])
    assert services.submissions.candidates(round_id).last_year == (new,)
    services.submissions.expect(round_id, [old])
    services.submissions.tie(round_id)
    assert _rows(services, round_id)["Công an huyện"].total == 1

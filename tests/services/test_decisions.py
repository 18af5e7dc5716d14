"""Decisions: drafts, the list, number and day, the register; what is written beside them later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.sittings import BANG_KHEN, CSTD, DAY, LDTT, Sitting, sitting
from thidua_desktop.domain.decision_changes import (
    AnsweredTooEarly,
    CorrectedField,
    CorrectionEmpty,
    CorrectionTooEarly,
)
from thidua_desktop.domain.decision_drafts import Split, line_of
from thidua_desktop.domain.decision_numbers import DecisionNumberUnreadable
from thidua_desktop.domain.decisions import (
    Decision,
    DecisionBeforeMeeting,
    DecisionLocked,
    DecisionMoveNotAllowed,
    DecisionNumberTaken,
    DecisionState,
    DecisionTooFarAhead,
)
from thidua_desktop.domain.funds import AmountTooLarge
from thidua_desktop.domain.ids import DecisionId, DecisionLineId, SentUpId
from thidua_desktop.domain.nominations import NominationReasonMissing, NominationState
from thidua_desktop.domain.register import RecordState, RegisterEntry
from thidua_desktop.domain.units import Office
from thidua_desktop.services.container import Services
from thidua_desktop.services.corrections import By, DecisionNotSigned
from thidua_desktop.services.decision_checks import DecisionFaulty
from thidua_desktop.services.decisions import (
    DecisionLineTaken,
    DecisionNotDraft,
    DecisionTitleMissing,
    NothingAgreed,
)
from thidua_desktop.services.meeting_standing import MeetingClosed
from thidua_desktop.services.pay_lists import BonusNegative, BonusOfOtherDecision
from thidua_desktop.services.sent_up import (
    AlreadyAnswered,
    AlreadySent,
    Answer,
    AnswerWithoutDecision,
    LevelMissing,
    SentUpTooFarAhead,
)
from thidua_desktop.wording import messages

_S = NominationState
SIGNED_ON = date(2024, 6, 20)
GIAY_KHEN = "giay_khen_so"


def drafted(services: Services, *awards: str) -> tuple[Sitting, Decision]:
    """A draft with a line for each award, which one body decides on."""
    held = sitting(services, awards or (GIAY_KHEN, GIAY_KHEN, GIAY_KHEN))
    (number,) = services.decisions.draft_from_tally(held.meeting).created
    return held, services.decisions.get(DecisionId(number))


def signed(services: Services, number: str = "05/QĐ-SNV") -> tuple[Sitting, Decision]:
    held, decision = drafted(services)
    assert decision.id is not None
    services.decisions.move(decision.id, DecisionState.TO_SIGN)
    services.decisions.sign(decision.id, number, SIGNED_ON)
    return held, services.decisions.get(decision.id)


def register(services: Services, held: Sitting) -> list[RegisterEntry]:
    """The entries of the register of a sitting's lines."""
    recipients = [services.nominations.get(line).recipient_id for line in held.lines]
    return [entry for each in recipients if each is not None for entry in services.register.of_recipient(each)]


def test_the_register_names_who_has_decided_as_the_papers_do(services: Services) -> None:
    services.office.save(Office(name="SỞ Y TẾ", signer_posts=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")))
    held, _ = signed(services)
    assert {entry.decided_by for entry in register(services, held)} == {"Giám đốc Sở Y tế"}


def number_of(decision: Decision) -> DecisionId:
    assert decision.id is not None
    return decision.id


def line_number(decision: Decision, place: int = 0) -> DecisionLineId:
    number = decision.lines[place].id
    assert number is not None
    return number


def test_agreed_lines_are_divided_as_the_office_wishes(services: Services) -> None:
    held = sitting(services, [GIAY_KHEN, BANG_KHEN, LDTT, GIAY_KHEN])
    services.verdicts.conclude(held.meeting)
    by_award = services.decisions.proposals(held.meeting, Split.AWARD)
    assert [(one.award_ids, len(one.nomination_ids)) for one in by_award] == [
        ((GIAY_KHEN,), 2),
        ((BANG_KHEN,), 1),
        ((LDTT,), 1),
    ]
    by_body = services.decisions.proposals(held.meeting)
    assert len({one.authorities for one in by_body}) == len(by_body)
    assert sum(len(one.nomination_ids) for one in by_body) == 4
    assert by_award[1].title == "Về việc tặng Bằng khen của Bộ, ban, ngành, tỉnh năm 2024"
    created = services.decisions.draft(held.meeting, by_award[:1]).created
    decision = services.decisions.get(DecisionId(created[0]))
    assert [line.name for line in decision.lines] == ["Người Thứ 0", "Người Thứ 3"]
    assert [held.state(at) for at in range(4)] == [_S.TO_SIGN, _S.AGREED, _S.AGREED, _S.TO_SIGN]
    assert services.decisions.proposals(held.meeting, Split.AWARD) == by_award[1:]
    with pytest.raises(DecisionLineTaken):
        services.decisions.draft(held.meeting, by_award)
    assert held.state(1) is _S.AGREED


def test_nothing_is_drafted_from_a_meeting_that_has_not_decided(services: Services) -> None:
    held = sitting(services, [LDTT])
    with pytest.raises(NothingAgreed):
        services.decisions.draft(held.meeting, [])
    services.verdicts.conclude(held.meeting)
    proposals = services.decisions.proposals(held.meeting)
    with pytest.raises(DecisionTitleMissing):
        services.decisions.draft(held.meeting, [replace(proposals[0], title=" ")])
    other = sitting(services, [LDTT])
    with pytest.raises(MeetingClosed):
        services.decisions.draft(other.meeting, proposals)


def test_the_list_of_a_draft_is_edited_and_ordered(services: Services) -> None:
    held, decision = drafted(services)
    number = number_of(decision)
    first, second, third = decision.lines
    services.decisions.save_lines(number, [third, replace(first, position="Trưởng phòng")])
    assert [(line.place, line.name, line.position) for line in services.decisions.get(number).lines] == [
        (1, "Người Thứ 2", ""),
        (2, "Người Thứ 0", "Trưởng phòng"),
    ]
    assert held.state(1) is _S.AGREED
    assert [finding.code for finding in services.decisions.findings(number)] == ["decision.left_out"]
    again = line_of(services.nominations.get(held.lines[1]), 3)
    services.decisions.save_lines(number, [*services.decisions.get(number).lines, again])
    assert held.state(1) is _S.TO_SIGN
    assert services.decisions.findings(number) == ()
    with pytest.raises(DecisionLineTaken):
        services.decisions.save_lines(number, [*services.decisions.get(number).lines, again])
    assert second.name == "Người Thứ 1"


def test_the_signature_locks_numbers_and_registers(services: Services) -> None:
    held, decision = signed(services, " 5 / QĐ - SNV ")
    assert (decision.number, decision.signed_on, decision.year) == ("05/QĐ-SNV", SIGNED_ON, 2024)
    assert [line.golden_book for line in decision.lines] == [1, 2, 3]
    entries = register(services, held)
    assert [(entry.name, entry.golden_book, entry.decision) for entry in entries] == [
        (f"Người Thứ {at}", str(at + 1), "05/QĐ-SNV") for at in range(3)
    ]
    assert [line.award_record_id for line in decision.lines] == [entry.id for entry in entries]
    assert {(entry.year, entry.unit, entry.achievement) for entry in entries} == {(2024, "Sở Y tế", "Tốt")}
    assert all(entry.decided_by for entry in entries)
    assert [held.state(at) for at in range(3)] == [_S.DECIDED] * 3
    for change in (
        lambda: services.decisions.save_lines(number_of(decision), decision.lines[:1]),
        lambda: services.decisions.save(decision),
    ):
        with pytest.raises(DecisionLocked):
            change()
    with pytest.raises(DecisionMoveNotAllowed):
        services.decisions.move(number_of(decision), DecisionState.DRAFT, reason="Sửa")
    services.decisions.move(number_of(decision), DecisionState.ISSUED)
    assert services.decisions.get(number_of(decision)).issued_on == SIGNED_ON


@pytest.mark.parametrize(
    ("number", "day", "error"),
    [
        ("5/qđ-snv", SIGNED_ON, DecisionNumberTaken),
        ("năm", SIGNED_ON, DecisionNumberUnreadable),
        ("6/QĐ-SNV.", SIGNED_ON, DecisionNumberUnreadable),
        ("6/hôm-nay", SIGNED_ON, DecisionNumberUnreadable),
        ("6/QĐ-SNV", date(2024, 6, 17), DecisionBeforeMeeting),
        ("6/QĐ-SNV", date(2025, 6, 20), DecisionTooFarAhead),
    ],
)
def test_numbers_and_days_that_cannot_be(services: Services, number: str, day: date, error: type[Exception]) -> None:
    signed(services)
    held, decision = drafted(services)
    services.decisions.move(number_of(decision), DecisionState.TO_SIGN)
    with pytest.raises(error):
        services.decisions.sign(number_of(decision), number, day)
    assert held.state(0) is _S.TO_SIGN
    assert register(services, held) == []


def test_the_number_of_the_issuer_is_proposed(services: Services) -> None:
    _, decision = drafted(services)
    office = services.office.get()
    services.office.save(replace(office, code="SYT"))
    services.decisions.move(number_of(decision), DecisionState.TO_SIGN)
    services.decisions.save(replace(services.decisions.get(number_of(decision)), authority=None))
    with pytest.raises(DecisionNumberUnreadable) as refused:
        services.decisions.sign(number_of(decision), "17", SIGNED_ON)
    assert "17/QĐ-SYT" in messages.error(refused.value)


def test_a_list_with_faults_is_not_sent_to_be_signed(services: Services) -> None:
    _, decision = drafted(services)
    number = number_of(decision)
    with pytest.raises(DecisionMoveNotAllowed):
        services.decisions.sign(number, "5/QĐ-SNV", SIGNED_ON)
    services.decisions.save_lines(number, [replace(line, name="Lê An") for line in decision.lines])
    with pytest.raises(DecisionFaulty):
        services.decisions.move(number, DecisionState.TO_SIGN)
    assert services.decisions.get(number).state is DecisionState.DRAFT


def test_a_draft_that_is_thrown_away_frees_its_lines(services: Services) -> None:
    held, decision = drafted(services)
    number = number_of(decision)
    services.decisions.delete(number)
    assert [held.state(at) for at in range(3)] == [_S.AGREED] * 3
    (trashed,) = services.trash.all()
    services.trash.restore([trashed])
    assert services.decisions.get(number).lines == decision.lines
    assert held.state(0) is _S.TO_SIGN
    services.decisions.delete(number)
    services.decisions.draft(held.meeting, services.decisions.proposals(held.meeting))
    with pytest.raises(DecisionLineTaken):
        services.decisions.restore(number)
    _, other = signed(services)
    with pytest.raises(DecisionNotDraft):
        services.decisions.delete(number_of(other))


def test_a_correction_keeps_the_old_text_and_the_register_follows(services: Services) -> None:
    held, decision = signed(services)
    number, by = number_of(decision), By(SIGNED_ON, "Sai họ tên", "07/QĐ-SNV")
    wrong = {line_number(decision): {CorrectedField.NAME: "Người Thứ Không", CorrectedField.UNIT: "Sở Nội vụ"}}
    services.corrections.correct(number, wrong, by)
    now = services.corrections.as_read(number)
    assert now[0].signed.name == "Người Thứ 0"
    assert now[0].now is not None and (now[0].now.name, now[0].now.unit) == ("Người Thứ Không", "Sở Nội vụ")
    assert now[1].now == now[1].signed == decision.lines[1]
    entry = register(services, held)[0]
    assert (entry.name, entry.unit, entry.state) == ("Người Thứ Không", "Sở Nội vụ", RecordState.CORRECTED)
    assert services.decisions.get(number).state is DecisionState.CORRECTED
    assert held.state(0) is _S.CORRECTED
    written = services.corrections.of(number)
    assert [(one.was, one.reads, one.by_number) for one in written] == [
        ("Người Thứ 0", "Người Thứ Không", "07/QĐ-SNV"),
        ("Sở Y tế", "Sở Nội vụ", "07/QĐ-SNV"),
    ]
    with pytest.raises(CorrectionEmpty):
        services.corrections.correct(number, wrong, by)
    services.corrections.correct(number, {line_number(decision): {CorrectedField.NAME: "Người Thứ Tư"}}, by)
    assert services.corrections.of(number)[-1].was == "Người Thứ Không"


def test_lines_and_whole_decisions_are_withdrawn(services: Services) -> None:
    held, decision = signed(services)
    number, by = number_of(decision), By(SIGNED_ON, "Khai man thành tích")
    services.corrections.withdraw_lines(number, [line_number(decision, 1)], by)
    assert [line.now is None for line in services.corrections.as_read(number)] == [False, True, False]
    assert [entry.state for entry in register(services, held)] == [
        RecordState.VALID,
        RecordState.WITHDRAWN,
        RecordState.VALID,
    ]
    with pytest.raises(CorrectionEmpty):
        services.corrections.withdraw_lines(number, [line_number(decision, 1)], by)
    services.corrections.withdraw(number, by)
    assert {entry.state for entry in register(services, held)} == {RecordState.WITHDRAWN}
    assert services.decisions.get(number).state is DecisionState.WITHDRAWN
    assert services.decisions.get(number).lines == decision.lines
    assert services.nominations.get(held.lines[0]).state_reason == "Khai man thành tích"


def test_a_decision_without_a_line_left_is_withdrawn(services: Services) -> None:
    _, decision = signed(services)
    number, by = number_of(decision), By(SIGNED_ON, "Khai man thành tích")
    twice = [line_number(decision, 0), line_number(decision, 0)]
    services.corrections.withdraw_lines(number, twice, by)
    assert len(services.corrections.of(number)) == 1
    with pytest.raises(CorrectionEmpty):
        services.corrections.correct(number, {line_number(decision, 0): {CorrectedField.NAME: "Khác"}}, by)
    services.corrections.withdraw_lines(number, [line_number(decision, at) for at in (1, 2)], by)
    assert services.decisions.get(number).state is DecisionState.WITHDRAWN


def test_corrections_that_cannot_be(services: Services) -> None:
    _, decision = signed(services)
    number, line = number_of(decision), line_number(decision)
    for fields, by, error in (
        ({}, By(SIGNED_ON, "Sai"), CorrectionEmpty),
        ({line: {CorrectedField.NAME: " "}}, By(SIGNED_ON, "Sai"), CorrectionEmpty),
        ({line: {CorrectedField.NAME: "Khác"}}, By(SIGNED_ON, " "), CorrectionEmpty),
        ({line: {CorrectedField.NAME: "Khác"}}, By(DAY, "Sai"), CorrectionTooEarly),
    ):
        with pytest.raises(error):
            services.corrections.correct(number, fields, by)
    _, draft = drafted(services)
    with pytest.raises(DecisionNotSigned):
        services.corrections.withdraw(number_of(draft), By(SIGNED_ON, "Sai"))


def test_bonuses_follow_the_rulebook_until_the_clerk_types_one(services: Services) -> None:
    _, decision = drafted(services)
    number = number_of(decision)
    before = services.pay_lists.of(number)
    assert [line.amount for group in before.groups for line in group.lines] == [540_000] * 3  # 0,3 × 1.800.000
    services.pay_lists.set_bonus(number, {line_number(decision): 600_000})
    assert services.pay_lists.of(number).total == 600_000 + 2 * 540_000
    services.pay_lists.set_bonus(number, {line_number(decision): None})
    assert services.pay_lists.of(number) == before
    with pytest.raises(AmountTooLarge):
        services.pay_lists.set_bonus(number_of(decision), {line_number(decision): 10**19})
    with pytest.raises(BonusNegative):
        services.pay_lists.set_bonus(number, {line_number(decision): -1})
    _, other = drafted(services)
    with pytest.raises(BonusOfOtherDecision):
        services.pay_lists.set_bonus(number, {line_number(other): 1})


def test_lines_with_a_higher_level_are_followed(services: Services) -> None:
    held = sitting(services, [LDTT, LDTT, LDTT])
    services.verdicts.conclude(held.meeting)
    with pytest.raises(LevelMissing):
        services.sent_up.send(held.lines, " ", DAY)
    with pytest.raises(SentUpTooFarAhead):
        services.sent_up.send(held.lines, "chu_tich_ubnd_tinh", date(2026, 6, 18))
    services.sent_up.send(held.lines, "chu_tich_ubnd_tinh", DAY, letter_number="15/TTr-SNV")
    assert [(row.sent.letter_number, row.days) for row in services.sent_up.all()] == [("15/TTr-SNV", 2)] * 3
    with pytest.raises(AlreadySent):
        services.sent_up.send(held.lines, "chu_tich_ubnd_tinh", DAY)
    first, second = SentUpId(1), SentUpId(2)
    given = Answer(SIGNED_ON, awarded=True, decision="99/QĐ-UBND")
    for answer, error in (
        (Answer(SIGNED_ON, awarded=True), AnswerWithoutDecision),
        (replace(given, day=date(2024, 6, 17)), AnsweredTooEarly),
        (replace(given, day=date(2028, 6, 17)), SentUpTooFarAhead),
        (Answer(SIGNED_ON, awarded=False), NominationReasonMissing),
    ):
        with pytest.raises(error):
            services.sent_up.answer([first], answer)
    services.sent_up.answer([first], given)
    services.sent_up.answer([second], Answer(SIGNED_ON, awarded=False, reason="Chưa đủ tiêu chuẩn"))
    assert [held.state(at) for at in range(3)] == [_S.DECIDED, _S.NOT_AWARDED, _S.SENT_UP]
    (entry,) = register(services, held)
    assert (entry.decision, entry.decided_by, entry.golden_book) == ("99/QĐ-UBND", "Chủ tịch UBND cấp tỉnh", None)
    assert [row.sent.id for row in services.sent_up.all()] == [3]
    assert len(services.sent_up.all(waiting=False)) == 3
    with pytest.raises(AlreadyAnswered):
        services.sent_up.answer([first], given)


def test_a_ballot_that_agrees_to_nobody_makes_no_draft(services: Services) -> None:
    held = sitting(services, [CSTD])
    held.vote([3])
    with pytest.raises(NothingAgreed):
        services.decisions.draft_from_tally(held.meeting)
    assert held.state(0) is _S.BEFORE_COUNCIL

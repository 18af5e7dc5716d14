"""A round judged through the store, by the law of each letter's day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import fixed_today
from tests.domain.eligibility.cases import EVERY
from tests.domain.eligibility.files import BKBT, COLLECTIVE, CSCS, LDTT, PERSON, held, ideas, members, rated
from tests.domain.eligibility.test_properties import CLAIMS, FILES, every
from tests.services.filed import LINE, NAME, entry, keep_file, keep_letter, keep_round, keep_unit
from tests.services.judging.judged import TITLED, only, service
from thidua_desktop.domain.double_nominations import DoubleReason
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.evidence import CaseKind, Evidence, OpenCase, Rating, Reach
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.nominations import NominationState, Occasion, Round
from thidua_desktop.domain.units import Unit, UnitKind
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.evidence import EvidenceService
from thidua_desktop.services.judging import JudgingService
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import judging as wording
from thidua_desktop.wording import messages

ROUND_2023 = Round("Tổng kết năm 2023", 2023, closes=date(2024, 1, 31))


def test_the_day_of_the_letter_picks_the_law(store: Store, judging: JudgingService, an: RecipientId) -> None:
    unit = keep_unit(store, "Sở Nội vụ")
    line = replace(LINE, recipient_id=an)
    round_id, (first, second, third) = keep_round(store, [line, line, line], ROUND_2023)
    old = keep_letter(store, round_id, unit, date(2023, 12, 20), date(2024, 1, 3))
    new = keep_letter(store, round_id, unit, None, date(2024, 1, 4))
    with store.write("submission.assign", count=2) as work:
        for line_id, letter in ((first, old), (second, new)):
            work.nominations.save(replace(work.nominations.get(line_id), submission_id=letter))
    judged = judging.judge(round_id)
    assert [judged[one].final for one in (first, second, third)] == [Verdict.NOT_MET, Verdict.MET, Verdict.MET]
    assert [judging.day_of(one) for one in (first, second, third)] == [
        date(2023, 12, 20),
        date(2024, 1, 4),
        date(2024, 1, 31),
    ]
    assert judged[first].book != judged[second].book
    assert "91/2017" in " ".join(wording.line(judged[first], judging.names(date(2023, 12, 20))))


def test_a_dossier_taken_in_before_a_new_law_is_judged_by_the_old_one(store: Store) -> None:
    late = JudgingService(store, RulebookService(), EligibilityService(RulebookService()), lambda: date(2026, 11, 21))
    an, unit = keep_file(store, PERSON), keep_unit(store, "Sở Nội vụ")
    round_id, ids = keep_round(store, [replace(LINE, recipient_id=an)] * 2, Round("Năm 2026", 2026))
    before = keep_letter(store, round_id, unit, date(2026, 10, 2), date(2026, 9, 28))
    after = keep_letter(store, round_id, unit, date(2026, 10, 2), date(2026, 10, 3))
    with store.write("submission.assign", count=2) as work:
        for line_id, letter in zip(ids, (before, after), strict=True):
            work.nominations.save(replace(work.nominations.get(line_id), submission_id=letter))
    judged = late.judge(round_id)
    assert judged[ids[0]].book != judged[ids[1]].book
    assert judged[ids[0]].accepted == date(2026, 9, 28)


def test_a_round_that_runs_is_judged_by_the_law_of_today(store: Store, judging: JudgingService) -> None:
    round_id, (line,) = keep_round(store, [LINE], Round("Tổng kết năm 2024", 2024, closes=date(2024, 12, 15)))
    assert judging.day_of(line) == fixed_today()
    other_id, (other,) = keep_round(store, [LINE], Round("Năm 2023", 2023))
    assert judging.day_of(other) == date(2023, 12, 31)
    assert only(judging, round_id).book != only(judging, other_id).book


def test_a_line_without_a_recipient_cannot_be_told(store: Store, judging: JudgingService) -> None:
    round_id, _ = keep_round(store, [LINE])
    found = only(judging, round_id)
    assert (found.final, found.recipient_id) == (Verdict.CANNOT_TELL, None)
    assert "danh bạ" in messages.finding(found.notes[0])
    assert found.assessment.asks()


def test_a_day_before_every_rulebook_is_a_note_and_stops_nobody_else(store: Store, judging: JudgingService) -> None:
    unit = keep_unit(store, "Sở Nội vụ")
    round_id, ids = keep_round(store, [LINE, LINE])
    letter = keep_letter(store, round_id, unit, date(2016, 1, 1))
    with store.write("submission.assign", count=1) as work:
        work.nominations.save(replace(work.nominations.get(ids[0]), submission_id=letter))
    judged = judging.judge(round_id)
    assert (judged[ids[0]].book, judged[ids[0]].final) == ("", Verdict.CANNOT_TELL)
    assert any("01/01/2016" in messages.finding(note) for note in judged[ids[0]].notes)
    assert judged[ids[1]].book


def test_the_years_of_a_line_go_before_that_of_the_round(
    store: Store, judging: JudgingService, an: RecipientId
) -> None:
    line = replace(LINE, award_id=LDTT, recipient_id=an)
    lines = [line, replace(line, counted_to=2022), replace(line, counted_from=2021)]
    round_id, _ = keep_round(store, lines)
    assert [one.assessment.claim.year for one in judging.judge(round_id).values()] == [2024, 2022, 2024]


def test_an_award_of_that_year_in_the_register_is_in_the_way(
    store: Store, judging: JudgingService, an: RecipientId
) -> None:
    lines = [
        replace(LINE, award_id=LDTT, recipient_id=an, counted_to=2023),
        replace(LINE, award_id=BKBT, recipient_id=an, counted_to=2023, occasion=Occasion.SUDDEN),
        replace(LINE, award_id=LDTT, recipient_id=an, counted_to=2023, state=NominationState.DECIDED),
    ]
    round_id, ids = keep_round(store, lines)
    judged = judging.judge(round_id)
    assert judged[ids[0]].blocked
    assert "QĐ 2023/QĐ-UBND" in messages.finding(judged[ids[0]].notes[0])
    assert not judged[ids[1]].notes
    assert not judged[ids[2]].notes


def test_an_achievement_is_not_rewarded_twice(store: Store, judging: JudgingService) -> None:
    an = keep_file(store, PERSON)
    (before,) = held(BKBT, 2022, occasion=Occasion.SUDDEN)
    with store.write("award_record.save", name=NAME) as work:
        work.award_records.save(entry(an, replace(before, achievement="Cứu người  bị nạn")))
    lines = [
        replace(LINE, award_id=BKBT, recipient_id=an, occasion=Occasion.SUDDEN, citation=citation)
        for citation in ("Cứu người bị nạn", "Dập tắt đám cháy")
    ]
    round_id, ids = keep_round(store, lines)
    first, second = (judging.judge(round_id)[one] for one in ids)
    assert first.final is Verdict.NOT_MET
    assert second.final is not Verdict.NOT_MET


@pytest.mark.parametrize("case", [OpenCase(CaseKind.COMPLAINT, date(2024, 1, 5), about="Đơn tố cáo")])
def test_an_open_complaint_keeps_an_award_waiting(store: Store, judging: JudgingService, case: OpenCase) -> None:
    file = replace(TITLED, awards=held(LDTT, 2023), cases=(case,))
    line = replace(LINE, recipient_id=keep_file(store, file), counted_to=2023)
    round_id, (line_id,) = keep_round(store, [line])
    found = only(judging, round_id)
    assert found.final is Verdict.NOT_MET
    assert "Đơn tố cáo" in " ".join(wording.line(found, judging.names(found.assessment.claim.day)))
    evidence = EvidenceService(store)
    (kept,) = (one for one in evidence.of(line.recipient_id or RecipientId(0)) if one.fact == case)
    evidence.save(replace(kept, fact=replace(case, closed=date(2024, 2, 1))))
    assert judging.judge(round_id)[line_id].final is Verdict.MET


def test_doubles_within_a_round_and_beside_it(store: Store, judging: JudgingService, an: RecipientId) -> None:
    unit, other = keep_unit(store, "Sở Nội vụ"), keep_unit(store, "Sở Y tế")
    round_id, ids = keep_round(store, [replace(LINE, recipient_id=an), replace(LINE, name="Lý Thúy", birth="1990")])
    letters = [keep_letter(store, round_id, one, None) for one in (unit, other)]
    with store.write("submission.assign", count=2) as work:
        work.nominations.save(replace(work.nominations.get(ids[0]), submission_id=letters[0]))
        second = replace(LINE, name="Ng. Văn An", recipient_id=an, round_id=round_id, submission_id=letters[1])
        work.nominations.save(second)
    keep_round(store, [replace(LINE, name="Lí Thuý", birth="1990-05-02")], Round("Đợt 2", 2024))
    keep_round(store, [replace(LINE, name="Lý Thúy", birth="1990")], Round("Năm trước", 2023))
    pairs = judging.doubles(round_id)
    assert [(pair.reason, pair.same_round, pair.two_submissions) for pair in pairs] == [
        (DoubleReason.RECIPIENT, True, True),
        (DoubleReason.LOOK_ALIKE, False, False),
    ]
    told = [wording.eligibility.double(pair) for pair in pairs]
    assert "do hai đơn vị trình" in told[0]
    assert "ở hai đợt xét" in told[1]


def test_who_is_due_from_the_register(store: Store, judging: JudgingService) -> None:
    unit = keep_unit(store, "Sở Nội vụ")
    file = replace(PERSON, awards=held(CSCS, 2023, 2024), ratings=rated(2022, 2024, Rating.WELL))
    chi = keep_file(store, replace(file, name="Lê Chi"), unit)
    keep_file(store, replace(PERSON, name="Trần Bình"))
    rows = judging.due(2024).rows
    assert {row.recipient_id for row in rows if row.award_id == BKBT} == {chi}
    (row,) = judging.due(2024, awards=[BKBT]).rows
    assert (row.name, row.unit, row.year) == ("Lê Chi", "Sở Nội vụ", 2024)
    assert "Chiến sĩ thi đua cơ sở" in wording.due(row, judging.names(fixed_today()))
    assert judging.due(2024, awards=[]).rows == ()


@settings(max_examples=25, deadline=None)
@given(file=FILES, asked=CLAIMS)
def test_met_through_the_store_names_its_evidence(
    one_store: Store, file: Evidence, asked: tuple[str, date, Occasion, int]
) -> None:
    award, day, occasion, back = asked
    recipient_id = keep_file(one_store, file)
    line = replace(
        LINE, kind=file.kind, award_id=award, occasion=occasion, recipient_id=recipient_id, citation="Cứu người"
    )
    round_id, _ = keep_round(one_store, [line], Round("Đợt", day.year - back, closes=day))
    rulebooks = RulebookService()
    judging = JudgingService(one_store, rulebooks, EligibilityService(rulebooks), lambda: day)
    found = only(judging, round_id)
    names = judging.names(day)
    for finding in (one for outer in found.assessment.findings for one in every(outer)):
        if finding.verdict is Verdict.MET:
            assert finding.used
            assert all(wording.eligibility.proof(one, names).strip() for one in finding.used)
    assert wording.line(found, names)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(EVERY), min_size=2, max_size=6))
def test_all_together_are_judged_as_one_by_one(one_store: Store, cases: list) -> None:
    lines = [
        replace(
            LINE,
            kind=case.claim.kind,
            name=f"{case.evidence.name} {number}",
            award_id=case.claim.award_id,
            occasion=case.claim.occasion,
            recipient_id=keep_file(one_store, case.evidence),
            counted_to=case.claim.year,
            citation=case.claim.achievement,
        )
        for number, case in enumerate(cases)
    ]
    round_id, ids = keep_round(one_store, lines)
    together = service(one_store).judge(round_id)
    assert together == {one: service(one_store).judge(round_id, [one])[one] for one in ids}


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One office file for all examples of a property."""
    with Store.open(tmp_path_factory.mktemp("dot-xet") / "co-quan.tdkt", create=True) as store:
        yield store


def test_initiatives_are_read_from_the_store(store: Store, judging: JudgingService) -> None:
    """By the law of 2003 the title needs an initiative, and it is named."""
    file = replace(PERSON, awards=held(LDTT, 2022), ratings=rated(2022, 2022), initiatives=ideas(Reach.UNIT, 2022))
    line = replace(LINE, recipient_id=keep_file(store, file))
    round_id, _ = keep_round(store, [line], Round("Năm 2022", 2022))
    found = only(judging, round_id)
    assert found.final is Verdict.MET
    assert "Giải pháp 0" in " ".join(wording.line(found, judging.names(date(2022, 12, 31))))


@pytest.mark.parametrize(
    ("kind", "name", "sure"),
    [
        (UnitKind.DEPARTMENT, "Sở Nội vụ", None),
        (UnitKind.DEPARTMENT, "Chi cục Hải quan", None),
        (UnitKind.ARMED_FORCES, "Đơn vị 559", True),
        (None, "Công an tỉnh", True),
        (None, "Cơ quan lạ", False),
    ],
)
def test_titles_of_the_armed_forces_are_offered_to_nobody_else(
    store: Store, judging: JudgingService, kind: UnitKind | None, name: str, sure: bool | None
) -> None:
    with store.write("unit.save", name=name) as work:
        above = work.units.save(Unit(name, kind=kind))
        unit = work.units.save(Unit("Phòng Tham mưu", parent_id=above, kind=UnitKind.DIVISION))
    file = replace(COLLECTIVE, ratings=rated(2023, 2024), members=members(2024, 10, ldtt=10, cscs=2))
    keep_file(store, file, unit)
    title = "don_vi_tien_tien"
    found = judging.due(2024, awards=[title])
    assert [row.sure for row in found.rows] == ([] if sure is None else [sure])
    assert [(one.award_id, one.times) for one in found.barred] == ([(title, 1)] if sure is None else [])
    names = judging.names(fixed_today())
    for one in found.barred:
        assert "chỉ dành cho Quân đội nhân dân" in wording.barred(one, names)
        assert "Điều 28" in wording.barred(one, names)
    if sure is False:
        assert "hãy ghi loại đơn vị" in wording.due(found.rows[0], names)

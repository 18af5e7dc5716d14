"""A round judged through the store: by the law of each letter's day, again only where something has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import fixed_today
from tests.domain.eligibility.cases import EVERY
from tests.domain.eligibility.files import BKBT, COLLECTIVE, CSCS, LDTT, PERSON, held, ideas, members, rated
from tests.domain.eligibility.test_properties import CLAIMS, FILES, every
from tests.services.filed import LINE, NAME, entry, keep_file, keep_letter, keep_round, keep_unit
from thidua_desktop.common.progress import Cancelled, Progress, watched
from thidua_desktop.domain.double_nominations import DoubleReason
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.evidence import CaseKind, Evidence, OpenCase, Rating, Reach, YearRating
from thidua_desktop.domain.facts import KeptFact
from thidua_desktop.domain.ids import NominationId, RecipientId, RoundId
from thidua_desktop.domain.judgements import STATES, Judgement
from thidua_desktop.domain.nominations import Nomination, NominationState, Occasion, Round
from thidua_desktop.domain.units import Unit, UnitKind
from thidua_desktop.services import round_judging
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.evidence import EvidenceService
from thidua_desktop.services.judging import JudgingService, OverrideReasonMissing
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.undo import UndoService
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import judging as wording
from thidua_desktop.wording import messages

READY = replace(LINE, state=NominationState.DOSSIER_COMPLETE)
TITLED = replace(PERSON, awards=held(LDTT, 2022, 2023), ratings=rated(2022, 2023))
"""Excellent in 2022 and 2023 without an initiative: too little by the law of 2003, enough by that of 2022."""
ROUND_2023 = Round("Tổng kết năm 2023", 2023, closes=date(2024, 1, 31))


def service(store: Store, folder: Path | None = None) -> JudgingService:
    rulebooks = RulebookService(folder)
    return JudgingService(store, rulebooks, EligibilityService(rulebooks), fixed_today)


@pytest.fixture
def judging(store: Store) -> JudgingService:
    return service(store)


@pytest.fixture
def an(store: Store) -> RecipientId:
    return keep_file(store, TITLED)


def only(judging: JudgingService, round_id: RoundId) -> Judgement:
    (judgement,) = judging.judge(round_id).values()
    return judgement


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


class Counted:
    """How many lines were judged since it was last asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._count = 0
        check = round_judging.check_best

        def counting(*arguments: object) -> object:
            self._count += 1
            return check(*arguments)

        monkeypatch.setattr(round_judging, "check_best", counting)

    def since(self) -> int:
        count, self._count = self._count, 0
        return count


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


def test_only_what_a_change_touched_is_judged_again(
    store: Store, judging: JudgingService, counted: Counted, tmp_path: Path
) -> None:
    people = [keep_file(store, replace(TITLED, name=name)) for name in ("An", "Bình", "Chi")]
    round_id, ids = keep_round(store, [replace(LINE, name=str(one), recipient_id=one) for one in people])
    judging.judge(round_id, ids[:1])
    assert counted.since() == 1
    judging.judge(round_id)
    assert counted.since() == 2
    judging.judge(round_id)
    assert counted.since() == 0
    EvidenceService(store).save(KeptFact(people[1], YearRating(2024, Rating.EXCELLENT)))
    judging.judge(round_id)
    assert counted.since() == 1
    UndoService(store).undo()
    judging.judge(round_id)
    assert counted.since() == 1
    judging.override(ids[2:], Verdict.MET, by="Giám đốc", reason="Hồ sơ giấy đủ")
    judging.judge(round_id)
    assert counted.since() == 1
    with store.write("round.save", name="") as work:
        work.rounds.save(replace(work.rounds.get(round_id), closes=date(2024, 5, 1)))
    judging.judge(round_id)
    assert counted.since() == 3


def test_a_second_line_of_a_recipient_is_news_for_the_first(
    store: Store, judging: JudgingService, counted: Counted, an: RecipientId
) -> None:
    round_id, ids = keep_round(store, [replace(LINE, recipient_id=an), replace(LINE, name="Lê Chi")])
    judging.judge(round_id)
    counted.since()
    with store.write("nomination.add", name=NAME) as work:
        work.nominations.save(replace(LINE, award_id=LDTT, recipient_id=an, round_id=round_id))
    judged = judging.judge(round_id)
    assert counted.since() == 2
    assert judged[ids[0]].assessment.claim.also == (LDTT,)


def test_rulebooks_that_were_read_again_count_at_once(store: Store, tmp_path: Path, an: RecipientId) -> None:
    folder = tmp_path / "quy-dinh"
    folder.mkdir()
    rulebooks = RulebookService(folder)
    judging = JudgingService(store, rulebooks, EligibilityService(rulebooks), fixed_today)
    round_id, _ = keep_round(store, [replace(LINE, recipient_id=an, counted_to=2023)])
    assert only(judging, round_id).final is Verdict.MET
    own = 'code = "so"\ntitle = "Quy chế"\ncitation = "QĐ 1"\nconfidence = "seen"\n'
    (folder / "rieng.toml").write_text(
        own
        + f'[[general]]\nid = "cach"\nawards = ["{CSCS}"]\ncitation = "Điều 1"\n'
        + 'rule = { kind = "rating_run", level = "excellent", years = 9 }\n',
        encoding="utf-8",
    )
    rulebooks.reload()
    assert not rulebooks.troubles
    assert only(judging, round_id).final is not Verdict.MET


def test_what_was_found_is_known_without_asking_the_file(store: Store, judging: JudgingService) -> None:
    round_id, (line_id,) = keep_round(store, [LINE])
    assert judging.known(line_id) is None
    judged = judging.judge(round_id)
    assert judging.known(line_id) is judged[line_id]


def test_a_stopped_check_keeps_what_it_has_found(
    store: Store, judging: JudgingService, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(round_judging, "_AT_ONCE", 2)
    round_id, _ = keep_round(store, [replace(LINE, name=f"Người {number}") for number in range(5)])
    progress = Progress(lambda step: progress.cancel() if step.done >= 2 else None)
    with watched(progress), pytest.raises(Cancelled):
        judging.judge(round_id)
    first = counted.since()
    assert 0 < first < 5
    assert len(judging.judge(round_id)) == 5
    assert counted.since() == 5 - first


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

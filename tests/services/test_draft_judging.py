"""What the law says of lines before they are stored: the same that the round says of them afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.domain.eligibility.files import LDTT, PERSON, held, rated
from tests.services import lists_made
from tests.services.filed import keep_file, keep_letter
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.double_nominations import Neighbours
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.evidence import Rating
from thidua_desktop.domain.ids import RoundId, UnitId
from thidua_desktop.domain.judgements import NEW_RECIPIENT, NOT_IN_DIRECTORY, Judgement, Tally
from thidua_desktop.domain.list_doctor import DoctorDraft
from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import judging as wording

HEALTH = UnitId(1)
MAN = replace(PERSON, key="man", name="Nguyễn Văn Mẫu", unit="Sở Y tế", ratings=rated(2023, 2024, Rating.NOT_DONE))
LIST = [(1, "Ông Nguyễn Văn Mẫu", None, None, "Phó Giám đốc", "Sở Y tế", "CSTĐCS"), lists_made.WOMAN]


@pytest.fixture
def round_id(services: Services, store: Store) -> RoundId:
    services.units.save(Unit("Sở Y tế"))
    keep_file(store, MAN, HEALTH)
    return RoundId(services.nominations.save_round(Round("Tổng kết năm 2024", 2024)).created[0])


def read(services: Services, round_id: RoundId, folder: Path) -> DoctorDraft:
    path = lists_made.workbook(folder / "so-y-te.xlsx", LIST)
    draft = services.list_doctor.read(path, ListTarget.NOMINATIONS, round_id=round_id)
    man = draft.rows[0]
    return services.list_doctor.choose_recipient(draft, [man.key], man.recipient.others[0])


def judged(services: Services, draft: DoctorDraft) -> tuple[Judgement, Judgement]:
    first, second = (row.judgement for row in services.draft_judging.judged(draft).rows)
    assert first is not None
    assert second is not None
    return first, second


def test_rows_are_judged_as_the_round_judges_them_once_stored(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    draft = services.draft_judging.judged(read(services, round_id, tmp_path))
    before = [row.judgement for row in draft.rows]
    assert draft.tally() == Tally(met=0, not_met=1, open=1)
    assert wording.tally(draft.tally()) == "Xét điều kiện: 1 không đủ, 1 chưa rõ"
    services.list_batches.store(draft)
    after = list(services.judging.judge(round_id).values())
    assert [one.assessment.findings for one in after] == [one.assessment.findings for one in before if one]
    assert not services.draft_judging.judged(replace(draft, round_id=None)).tally().met


def test_every_sentence_names_the_article_and_what_is_missing(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    man, woman = judged(services, read(services, round_id, tmp_path))
    said = services.draft_judging.sentences(man)
    assert said[0].startswith("Chưa đủ điều kiện")
    assert any("sáng kiến" in one and "Căn cứ: " in one for one in said), said
    assert [note.code for note in woman.notes] == [NEW_RECIPIENT]
    assert "thêm vào danh bạ" in services.draft_judging.sentences(woman)[1]


def test_only_what_the_clerk_has_changed_is_judged_anew(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    first = services.draft_judging.judged(read(services, round_id, tmp_path))
    man, woman = first.rows
    edited = services.list_doctor.edit(first, woman.key, ListField.AWARD, "Chiến sĩ thi đua cơ sở")
    assert edited.rows[1].judgement is None
    again = services.draft_judging.judged(edited)
    assert again.rows[0].judgement is man.judgement
    assert again.rows[1].judgement is not None
    assert again.rows[1].judgement.assessment.claim.award_id == "chien_si_thi_dua_co_so"


def test_rows_left_out_are_not_judged(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    first = services.draft_judging.judged(read(services, round_id, tmp_path))
    without = services.draft_judging.judged(services.list_doctor.take(first, [first.rows[0].key], taken=False))
    assert [row.judgement is None for row in without.rows] == [True, False]


def test_the_day_of_the_units_letter_picks_the_law(
    services: Services, store: Store, round_id: RoundId, tmp_path: Path
) -> None:
    keep_letter(store, round_id, HEALTH, date(2023, 12, 20))
    man, _ = judged(services, read(services, round_id, tmp_path))
    assert man.assessment.claim.day == date(2023, 12, 20)


def test_another_award_for_the_same_person_in_the_round_is_seen(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    draft = read(services, round_id, tmp_path)
    known = draft.rows[0].recipient.recipient_id
    line = Nomination(round_id, RecipientKind.PERSON, MAN.name, LDTT, recipient_id=known)
    man, _ = judged(services, draft)
    services.nominations.save_many([line])
    later, _ = judged(services, draft)
    assert (man.assessment.claim.also, later.assessment.claim.also) == ((), (LDTT,))


def test_lines_to_be_pasted_are_judged_by_the_file_of_whom_they_mean(
    services: Services, store: Store, round_id: RoundId
) -> None:
    keep_file(store, replace(PERSON, name="Phòng Kế toán", kind=RecipientKind.COLLECTIVE, awards=held(LDTT)), HEALTH)
    lines = [
        Nomination(round_id, RecipientKind.COLLECTIVE, "Phòng Kế toán", "tap_the_lao_dong_tien_tien", unit="Sở Y tế"),
        Nomination(round_id, RecipientKind.PERSON, "Lê Thị Lạ", LDTT, unit="Sở Y tế"),
    ]
    known, stranger = services.draft_judging.of_lines(round_id, lines)
    assert known.recipient_id is not None
    assert [note.code for note in stranger.notes] == [NOT_IN_DIRECTORY]
    assert (stranger.final, services.nominations.of_round(round_id)) == (Verdict.CANNOT_TELL, ())


def test_neighbours_are_the_lines_that_share_a_name_a_number_or_a_recipient() -> None:
    line = Nomination(RoundId(1), RecipientKind.PERSON, "Lý Thị Hoà", LDTT)
    kept = [
        replace(line, name="Lí Thị Hoà"),
        replace(line, name="Trần Văn Bình", id_number="001180000123"),
        replace(line, name="Lê Thị Chi"),
    ]
    found = Neighbours(kept).of([line, replace(line, name="Ai khác", id_number="001180000123")])
    assert found == (kept[0], kept[1])

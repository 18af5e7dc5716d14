"""Checklists by the law of the letter's day, bulk marks, attached files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import fixed_today
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.dossiers import Checklist, DocumentState
from thidua_desktop.domain.ids import DossierFileId, NominationId, RoundId, SubmissionId
from thidua_desktop.domain.nominations import Nomination, NominationState, Round
from thidua_desktop.domain.submissions import Receipt
from thidua_desktop.services.container import Services
from thidua_desktop.services.dossiers import DossierFileUnreadable
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store

pytestmark = pytest.mark.usefixtures("cheap_derivation")

D = DocumentState
AWARD = "bang_khen_bo_tinh"
FIRST, SECOND = NominationId(1), NominationId(2)
SENT = SubmissionId(1)


@pytest.fixture
def round_id(services: Services) -> RoundId:
    """Two lines of one unit, whose papers came by a letter of June 2024."""
    round_id = RoundId(services.nominations.save_round(Round("Cuối năm", 2024)).created[0])
    services.nominations.save_many(
        [Nomination(round_id, RecipientKind.PERSON, name, AWARD, unit="Sở Y tế") for name in ("An", "Bình")]
    )
    services.submissions.expect(round_id, [], ["Sở Y tế"])
    services.submissions.receive(SENT, Receipt(date(2024, 6, 18), letter_on=date(2024, 6, 14)))
    return round_id


def _of(services: Services, line: NominationId = FIRST) -> Checklist:
    return services.dossiers.of_lines([line])[line]


def _states(services: Services, line: NominationId = FIRST) -> dict[str, DocumentState]:
    return {each.code: each.state for each in _of(services, line).documents}


def test_the_law_of_the_letter_says_which_documents(services: Services, round_id: RoundId) -> None:
    found = _of(services)
    law = services.rulebooks.on(date(2024, 6, 14)).awards[AWARD]
    assert law.dossier is not None
    assert tuple(each.code for each in found.documents) == law.dossier.documents
    assert found.basis == law.dossier.basis
    assert not found.checked
    names = services.dossiers.document_names()
    assert all(each.code in names for each in found.documents)


@pytest.mark.parametrize("day", [date(2019, 6, 14), date(2024, 6, 14), date(2025, 9, 1), date(2026, 11, 1)])
def test_every_period_has_its_own_dossiers(services: Services, round_id: RoundId, day: date) -> None:
    services.submissions.receive(SENT, Receipt(day, letter_on=day))
    law = services.rulebooks.on(day, accepted=day).awards[AWARD]
    assert law.dossier is not None
    assert tuple(each.code for each in _of(services).documents) == law.dossier.documents


def test_papers_older_than_any_law_have_no_checklist(services: Services, round_id: RoundId) -> None:
    services.submissions.receive(SENT, Receipt(date(1950, 1, 2), letter_on=date(1950, 1, 1)))
    assert _of(services) == Checklist()


def test_all_have_their_minutes(services: Services, round_id: RoundId) -> None:
    code = _of(services).documents[0].code
    services.dossiers.mark([FIRST, SECOND], [code, "Ảnh chân dung"], D.PRESENT)
    for line in (FIRST, SECOND):
        assert _states(services, line)[code] is D.PRESENT
        assert _states(services, line)["Ảnh chân dung"] is D.PRESENT
    services.dossiers.mark([FIRST], [code], D.FAULTY, note="Chưa đóng dấu")
    assert _of(services).documents[0].note == "Chưa đóng dấu"
    assert _states(services, SECOND)[code] is D.PRESENT


def test_what_is_said_of_the_submission_holds_for_its_lines(services: Services, round_id: RoundId) -> None:
    code = _of(services).documents[0].code
    services.dossiers.mark_shared(SENT, [code], D.COPY)
    services.dossiers.mark([SECOND], [code], D.MISSING)
    assert (_states(services)[code], _states(services, SECOND)[code]) == (D.COPY, D.MISSING)
    assert services.dossiers.of_submission(SENT).documents[0].state is D.COPY
    services.dossiers.mark([SECOND], [code], D.UNCHECKED)
    assert _states(services, SECOND)[code] is D.COPY


def test_unchecking_what_was_never_checked_keeps_nothing(services: Services, round_id: RoundId) -> None:
    entries = len(services.history.recent())
    services.dossiers.mark([FIRST], ["to_trinh"], D.UNCHECKED)
    assert len(services.history.recent()) == entries


def test_states_follow_by_a_proposal(services: Services, round_id: RoundId) -> None:
    codes = [each.code for each in _of(services).documents]
    services.dossiers.mark([FIRST], codes, D.PRESENT)
    services.dossiers.mark([SECOND], codes[:1], D.MISSING)
    proposed = services.dossiers.proposals([FIRST, SECOND])
    assert proposed == {FIRST: NominationState.DOSSIER_COMPLETE, SECOND: NominationState.DOSSIER_MISSING}
    assert services.nominations.get(FIRST).state is NominationState.ENTERED  # only proposed
    services.dossiers.settle([FIRST, SECOND])
    assert services.dossiers.proposals([FIRST, SECOND]) == {}
    assert services.nominations.get(SECOND).state is NominationState.DOSSIER_MISSING
    (row,) = services.submissions.board(round_id).rows
    assert row.lacking == 1


def test_a_file_is_attached_opened_and_removed(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    scan = tmp_path / "Báo cáo.pdf"
    scan.write_bytes(b"%PDF-1.7 noi dung")
    services.dossiers.attach(FIRST, "bao_cao_thanh_tich", [scan, scan])
    document = next(each for each in _of(services).documents if each.code == "bao_cao_thanh_tich")
    (file,) = document.files  # the same content is attached once
    assert (document.state, file.file_name) == (D.PRESENT, "Báo cáo.pdf")
    shown = services.dossiers.open_file(file)
    assert shown is not None
    assert (shown.name, shown.read_bytes()) == ("Báo cáo.pdf", scan.read_bytes())
    assert file.id is not None
    services.dossiers.detach(file.id)
    assert all(not each.files for each in _of(services).documents)
    services.undo.undo()
    assert any(each.files for each in _of(services).documents)
    with pytest.raises(RecordMissing):
        services.dossiers.detach(DossierFileId(99))


def test_a_file_of_the_submission_is_seen_from_every_line(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    scan = tmp_path / "to-trinh.pdf"
    scan.write_bytes(b"%PDF-1.7 to trinh")
    services.dossiers.attach_shared(SENT, "to_trinh", [scan])
    for line in (FIRST, SECOND):
        letter = next(each for each in _of(services, line).documents if each.code == "to_trinh")
        assert [file.file_name for file in letter.files] == ["to-trinh.pdf"]
        assert letter.shared


def test_a_file_that_cannot_be_read_leaves_everything_as_it_was(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    good = tmp_path / "co.pdf"
    good.write_bytes(b"%PDF")
    entries = len(services.history.recent())
    with pytest.raises(DossierFileUnreadable):
        services.dossiers.attach(FIRST, "to_trinh", [good, tmp_path / "khong-co.pdf"])
    assert len(services.history.recent()) == entries
    assert not _of(services).checked


def test_files_of_an_office_with_a_password_are_sealed(tmp_path: Path, store_path: Path) -> None:
    path = tmp_path / "co-mat-khau.tdkt"
    with Store.open(path, create=True, password="mat khau dai") as store:
        services = Services(store, fixed_today)
        round_id = RoundId(services.nominations.save_round(Round("Đợt", 2024)).created[0])
        services.nominations.add(Nomination(round_id, RecipientKind.PERSON, "An", AWARD))
        scan = tmp_path / "ho-so.txt"
        scan.write_bytes("CCCD của ông An".encode())
        services.dossiers.attach(FIRST, "Bản sao CCCD", [scan])
        (file,) = next(each.files for each in _of(services).documents if each.files)
        kept = [each.read_bytes() for each in store.attachments.folder.iterdir()]
        assert len(kept) == 1
        assert scan.read_bytes() not in kept[0]
        shown = services.dossiers.open_file(file)
        assert shown is not None
        assert shown.read_bytes() == scan.read_bytes()


def test_a_document_that_only_some_lines_need_is_marked_in_those(services: Services, round_id: RoundId) -> None:
    collective = Nomination(round_id, RecipientKind.COLLECTIVE, "Khoa Dược", "tap_the_lao_dong_xuat_sac")
    third = NominationId(services.nominations.add(collective).created[0])
    first, other = set(_states(services)), set(_states(services, third))
    services.dossiers.mark([FIRST, third], [*first, *other, "Ảnh"], D.PRESENT)
    assert set(_states(services)) == {*first, "Ảnh"}
    assert set(_states(services, third)) == {*other, "Ảnh"}
    assert set(_states(services).values()) == set(_states(services, third).values()) == {D.PRESENT}

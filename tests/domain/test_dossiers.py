"""Checklists: what the law asks for, what is said of a line or of the whole submission, what follows from it."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.dossiers import (
    Checklist,
    Document,
    DocumentNameMissing,
    DocumentState,
    DossierFile,
    checklist,
    document_code,
    marked,
    shared_checklist,
)
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.rulebooks import AwardLaw, Basis, Dossier

D, N = DocumentState, NominationState
BASIS = Basis("NĐ 152/2025/NĐ-CP Đ33", Confidence.SEEN)
LAW = AwardLaw("x", BASIS, dossier=Dossier(("to_trinh", "bao_cao", "xac_nhan"), BASIS, sets=1, if_any=("xac_nhan",)))
OTHER = AwardLaw("y", BASIS, dossier=Dossier(("to_trinh", "bien_ban"), BASIS))
DAY = date(2026, 11, 20)


def states(found: Checklist) -> dict[str, DocumentState]:
    return {each.code: each.state for each in found.documents}


def test_the_line_says_first_then_the_submission() -> None:
    shared = [Document("to_trinh", D.PRESENT), Document("bao_cao", D.PRESENT)]
    found = checklist(LAW, [Document("bao_cao", D.FAULTY, note="thiếu dấu")], shared)
    assert states(found) == {"to_trinh": D.PRESENT, "bao_cao": D.FAULTY, "xac_nhan": D.UNCHECKED}
    assert [each.shared for each in found.documents] == [True, False, False]
    assert [each.code for each in found.lacking()] == ["bao_cao"]
    assert (found.basis, found.sets) == (BASIS, 1)


def test_an_unchecked_entry_of_the_line_does_not_hide_the_submission() -> None:
    file = DossierFile("a.pdf", "0" * 64)
    found = checklist(LAW, [Document("to_trinh", files=(file,))], [Document("to_trinh", D.COPY)])
    assert states(found)["to_trinh"] is D.COPY
    assert found.documents[0].files == (file,)


@pytest.mark.parametrize(
    ("report", "letter", "maybe", "lacking"),
    [
        (D.PRESENT, D.PRESENT, D.UNCHECKED, 0),
        (D.COPY, D.NOT_NEEDED, D.UNCHECKED, 0),
        (D.PRESENT, D.UNCHECKED, D.UNCHECKED, 1),
        (D.PRESENT, D.PRESENT, D.MISSING, 1),
        (D.MISSING, D.FAULTY, D.PRESENT, 2),
    ],
)
def test_only_a_document_for_some_dossiers_may_stay_unchecked(
    report: DocumentState, letter: DocumentState, maybe: DocumentState, lacking: int
) -> None:
    own = [Document("bao_cao", report), Document("to_trinh", letter), Document("xac_nhan", maybe)]
    assert len(checklist(LAW, own).lacking()) == lacking


def test_what_the_law_does_not_ask_for_comes_last_and_matters_only_when_missing() -> None:
    found = checklist(LAW, [Document("Ảnh chân dung", D.MISSING), Document("Khác")])
    assert [each.code for each in found.documents][-2:] == ["Ảnh chân dung", "Khác"]
    assert {each.code for each in found.lacking()} == {"to_trinh", "bao_cao", "Ảnh chân dung"}


@pytest.mark.parametrize("law", [None, AwardLaw("z", BASIS)])
def test_a_rulebook_that_knows_no_dossier_proposes_nothing_of_its_own(law: AwardLaw | None) -> None:
    found = checklist(law, [])
    assert (found.documents, found.basis) == ((), None)
    assert found.proposed_state(N.ENTERED) is None
    by_hand = checklist(law, [Document("Tờ trình", D.NOT_NEEDED)])
    assert by_hand.proposed_state(N.ENTERED) is None
    assert checklist(law, [Document("Tờ trình", D.PRESENT)]).proposed_state(N.ENTERED) is N.DOSSIER_COMPLETE


@pytest.mark.parametrize(
    ("state", "letter", "proposed"),
    [
        (N.ENTERED, D.PRESENT, N.DOSSIER_COMPLETE),
        (N.ENTERED, D.MISSING, N.DOSSIER_MISSING),
        (N.ENTERED, D.UNCHECKED, None),
        (N.DOSSIER_MISSING, D.PRESENT, N.DOSSIER_COMPLETE),
        (N.DOSSIER_MISSING, D.MISSING, None),
        (N.DOSSIER_COMPLETE, D.MISSING, N.DOSSIER_MISSING),
        (N.DOSSIER_COMPLETE, D.PRESENT, None),
        (N.ELIGIBLE, D.MISSING, None),
        (N.BEFORE_COUNCIL, D.MISSING, None),
    ],
)
def test_the_state_of_a_line_follows_from_its_papers(
    state: NominationState, letter: DocumentState, proposed: NominationState | None
) -> None:
    report = D.PRESENT if letter is not D.UNCHECKED else D.UNCHECKED
    found = checklist(LAW, [Document("to_trinh", letter), Document("bao_cao", report)])
    assert found.proposed_state(state) is proposed


def test_a_submission_lists_what_any_of_its_lines_needs() -> None:
    found = shared_checklist([LAW, None, OTHER], [Document("bien_ban", D.PRESENT), Document("Đĩa CD", D.MISSING)])
    assert [each.code for each in found.documents] == ["to_trinh", "bao_cao", "xac_nhan", "bien_ban", "Đĩa CD"]
    assert states(found)["bien_ban"] is D.PRESENT
    assert shared_checklist([], []).documents == ()


def test_a_document_is_found_by_its_name_or_kept_by_it() -> None:
    names = {"to_trinh": "Tờ trình"}
    assert document_code("  tờ  trình ", names) == "to_trinh"
    assert document_code("to_trinh", names) == "to_trinh"
    assert document_code("Ảnh chân dung", names) == "Ảnh chân dung"
    with pytest.raises(DocumentNameMissing):
        document_code("  ", names)


def test_marking_keeps_a_note_until_another_comes() -> None:
    faulty = marked(Document("to_trinh"), D.FAULTY, DAY, "thiếu dấu")
    assert (faulty.checked_on, faulty.note) == (DAY, "thiếu dấu")
    assert marked(faulty, D.PRESENT, DAY, None).note == "thiếu dấu"
    assert marked(faulty, D.PRESENT, DAY, "").note == ""
    assert marked(faulty, D.UNCHECKED, DAY, None).checked_on is None

"""Several lines at once: one change for all, another award, ties to the directory, those who are due."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback
from tests.ui.nominations.conftest import CSTDCS, LDTT, RoundOf2024
from tests.ui.nominations.driving import select
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.evidence import Clearance, Cleared, Rating, YearRating
from thidua_desktop.domain.facts import KeptFact
from thidua_desktop.domain.line_changes import LineChange
from thidua_desktop.domain.nominations import NominationState, Occasion
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.services.container import Services
from thidua_desktop.ui.nominations.award_dialog import AwardDialog
from thidua_desktop.ui.nominations.bulk_dialog import BulkDialog
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.nominations.tie_dialog import TieDialog

S = NominationState
BANG_KHEN = "bang_khen_bo_tinh"


# one change for all


def test_only_what_is_ticked_changes(page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback) -> None:
    select(page, round_2024, "an", "dat")
    page.line_deeds.bulk_action.trigger()
    dialog = page.dialog
    assert isinstance(dialog, BulkDialog)
    assert dialog.unit.text() == "Phòng Tổ chức"  # what all of them have is shown
    assert not dialog.yes.isEnabled()
    dialog.note.setText("theo tờ trình 12")
    dialog.ticks[dialog.note].setChecked(True)
    dialog.accept()
    assert [round_2024.line(name).note for name in ("an", "dat", "dung")] == ["theo tờ trình 12"] * 2 + [None]
    assert round_2024.line("an").unit == "Phòng Tổ chức"
    assert feedback.said[-1] == "Đã sửa 2 dòng."
    feedback.offers[0].do()
    assert round_2024.line("an").note is None


def test_the_change_as_the_dialog_gives_it(qtbot: QtBot, round_2024: RoundOf2024) -> None:
    dialog = BulkDialog(round_2024.all(), tuple)
    qtbot.addWidget(dialog)
    dialog.occasion.setCurrentIndex(1)
    dialog.ticks[dialog.occasion].setChecked(True)
    dialog.citation.setPlainText("Hoàn thành  tốt\nnhiệm vụ")  # typed: it ticks itself
    dialog.since.setText("2025")
    dialog.until.setText("2021")
    for field in (dialog.since, dialog.until):
        dialog.ticks[field].setChecked(True)
    assert not dialog.yes.isEnabled()
    dialog.until.setText("2026")
    dialog.ticks[dialog.until].setChecked(False)
    dialog.ticks[dialog.until].setChecked(True)
    assert dialog.yes.isEnabled()
    assert dialog.change() == LineChange(
        occasion=Occasion.SUDDEN, citation="Hoàn thành tốt nhiệm vụ", counted_from=2025, counted_to=2026
    )


# another award


def test_an_award_is_lowered_with_a_reason_and_what_was_asked_stays(
    page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback
) -> None:
    select(page, round_2024, "dat")
    page.line_deeds.award_action.trigger()
    dialog = page.dialog
    assert isinstance(dialog, AwardDialog)
    assert dialog.award_id() == LDTT, "not the title that soldiers get in its place, though it ranks higher"
    dialog.award.setCurrentIndex(dialog.award.findData(LDTT))
    assert dialog.told() == "1 dòng hạ mức."
    assert not dialog.yes.isEnabled()
    dialog.reason.setPlainText("chưa có sáng kiến")
    dialog.accept()
    kept = round_2024.line("dat")
    assert (kept.award_id, kept.asked_award_id, kept.state_reason) == (LDTT, CSTDCS, "chưa có sáng kiến")
    shown = next(one for one in page.model.rows() if one.nomination.id == kept.id)
    assert shown.asked is not None
    assert shown.asked.id == CSTDCS
    feedback.offers[0].do()
    assert round_2024.line("dat").award_id == CSTDCS


def test_lines_are_sent_up_together_and_back_without_a_reason(
    qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024
) -> None:
    lines = [round_2024.line("an"), round_2024.line("dung")]
    choices = [page.awards[LDTT], page.awards[CSTDCS]]
    dialog = AwardDialog(lines, choices, page.awards)
    qtbot.addWidget(dialog)
    dialog.award.setCurrentIndex(1)
    assert dialog.told() == "2 dòng khen cao."
    raised = [replace(line, award_id=CSTDCS, asked_award_id=LDTT) for line in lines]
    back = AwardDialog(raised, choices, page.awards)
    qtbot.addWidget(back)
    back.award.setCurrentIndex(0)
    assert back.told() == "2 dòng đúng mức đơn vị đề nghị."
    assert back.yes.isEnabled()


def test_a_line_with_a_decision_keeps_its_award(
    page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback
) -> None:
    round_2024.move("an", S.DOSSIER_COMPLETE, S.ELIGIBLE, S.BEFORE_COUNCIL, S.AGREED, S.TO_SIGN, S.DECIDED)
    page.reload()
    select(page, round_2024, "an")
    page.line_deeds.change_award()
    assert page.dialog is None
    assert "đã có quyết định" in feedback.said[-1]


# the directory


def test_all_lines_that_are_certain_are_tied_at_once(
    page: NominationsPage, round_2024: RoundOf2024, services: Services, feedback: FakeFeedback
) -> None:
    services.recipients.save(Recipient(RecipientKind.PERSON, "Lê Thị Dung", birth="1985"))
    page.line_deeds.tie_all_action.trigger()
    tied = [name for name in round_2024.ids if round_2024.line(name).recipient_id is not None]
    assert tied == ["dat", "an", "office", "house"]
    assert feedback.said[-1] == "Đã gắn 4 dòng với danh bạ. Còn 1 dòng giống nhiều người, cần chọn (Ctrl+G)."
    feedback.offers[0].do()
    assert all(round_2024.line(name).recipient_id is None for name in round_2024.ids)


def test_the_clerk_chooses_whom_a_line_means(
    page: NominationsPage, round_2024: RoundOf2024, services: Services
) -> None:
    known = services.recipients.save(
        Recipient(RecipientKind.PERSON, "Lê Thị Dung", honorific="Bà", birth="1985", position="Chuyên viên")
    ).created[0]
    services.ties.tie_round(round_2024.id)
    page.reload()
    page.line_deeds.tie_action.trigger()
    dialog = page.dialog
    assert isinstance(dialog, TieDialog)
    assert dialog.current() == round_2024.line("dung")
    assert dialog.list.item(0).text() == "Bà Lê Thị Dung · sinh 1985 · Chuyên viên"
    assert dialog.list.item(dialog.list.count() - 1).text() == "Tạo người nhận mới trong danh bạ"
    dialog.accept()
    assert round_2024.line("dung").recipient_id == known
    assert not page.line_deeds.tie_action.isEnabled()


def test_a_line_may_mean_somebody_new_or_wait(
    page: NominationsPage, round_2024: RoundOf2024, services: Services
) -> None:
    select(page, round_2024, "an", "dat")
    page.line_deeds.tie()
    dialog = page.dialog
    assert isinstance(dialog, TieDialog)
    dialog.later.click()
    assert dialog.yes.text() == "Tạo mới và gắn"
    dialog.accept()
    tied = [name for name in ("an", "dat") if round_2024.line(name).recipient_id is not None]
    assert len(tied) == 1
    assert dialog.isHidden()


# who is due


@pytest.fixture
def deserving(round_2024: RoundOf2024, services: Services) -> int:
    """Somebody who meets what a Bằng khen of the province asks for in 2024."""
    known = Recipient(RecipientKind.PERSON, "Đỗ Thị Én", honorific="Bà", birth="1990", position="Kế toán viên")
    services.recipients.save(known)
    (row,) = services.recipients.rows(text="Đỗ Thị Én")
    who = row.recipient.id
    assert who is not None
    day = services.today()
    services.evidence.save_many(
        [
            KeptFact(who, YearRating(2024, Rating.EXCELLENT)),
            KeptFact(who, Clearance(Cleared.CASES, day, "Thanh tra")),
            KeptFact(who, Clearance(Cleared.DISCIPLINE, day, "Đơn vị")),
        ]
    )
    services.register.add_many(
        [RegisterEntry(who, CSTDCS, year, "Đỗ Thị Én", decision="1/QĐ") for year in (2022, 2023)]
    )
    return who


def test_who_is_due_comes_into_the_round(
    page: NominationsPage, round_2024: RoundOf2024, deserving: int, feedback: FakeFeedback
) -> None:
    page.line_deeds.due_action.trigger()
    window = page.line_deeds.due
    assert window is not None
    rows = [row for row in window.rows() if row.recipient_id == deserving]
    assert BANG_KHEN in {row.award_id for row in rows}
    window.grid.go_to((deserving, BANG_KHEN))
    assert "“Chiến sĩ thi đua cơ sở” năm 2023" in window.why.toPlainText()
    window.accept()
    added = next(line for line in round_2024.all() if line.name == "Đỗ Thị Én")
    assert (added.recipient_id, added.award_id, added.position) == (deserving, BANG_KHEN, "Kế toán viên")
    assert added.honorific == "Bà"
    page.line_deeds.open_due()
    again = page.line_deeds.due
    assert again is not None
    again.grid.go_to((deserving, BANG_KHEN))
    again.accept()
    assert feedback.said[-1] == "Không thêm dòng nào. 1 dòng đã có trong đợt."


def test_nobody_is_due_while_nothing_is_known(page: NominationsPage) -> None:
    page.line_deeds.open_due()
    window = page.line_deeds.due
    assert window is not None
    assert window.pages.currentIndex() == 2
    assert not window.yes.isEnabled()
    window.year.set_value(2023)
    assert window.rows() == ()

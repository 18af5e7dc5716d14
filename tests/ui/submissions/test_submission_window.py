"""The window of the units: who has sent, taking papers in, sending them back, papers for units."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Make
from tests.ui.helpers import FakeFeedback, unnamed
from tests.ui.submissions.conftest import AN, BINH, HEALTH, POLICE
from thidua_desktop.domain.dossiers import DocumentState
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.submission_board import Candidates
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.submissions.dialogs import AnswerDialog, LettersDialog, ReceiveDialog, ReturnDialog
from thidua_desktop.ui.submissions.expect_dialog import ExpectDialog
from thidua_desktop.ui.submissions.window import SubmissionWindow

S, Key = SubmissionState, Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(make: Make, round_id: RoundId) -> SubmissionWindow:
    made = make(SubmissionWindow)
    made.show_round(round_id)
    made.show()
    return made


def test_the_board_says_who_is_late(shown: SubmissionWindow) -> None:
    told = [[shown.grid.proxy.index(line, column).data() for column in range(3)] for line in range(2)]
    assert told == [["Công an tỉnh", "Chưa gửi", "quá hạn 5 ngày"], ["Sở Y tế", "Đã nhận", "muộn 3 ngày"]]
    assert "2 đơn vị: 1 chưa gửi, 1 đã nhận · 1 dòng chưa rõ đơn vị gửi" in shown._count.text()


def test_papers_are_taken_in_by_keys(
    qtbot: QtBot, services: Services, shown: SubmissionWindow, feedback: FakeFeedback
) -> None:
    shown.grid.go_to(POLICE)
    qtbot.keyClick(shown.grid, Key.Key_T, CONTROL)
    dialog = shown.deeds.dialog
    assert isinstance(dialog, ReceiveDialog)
    qtbot.keyClicks(dialog.number, "12/TTr-CAT")
    dialog.letter_on.setText("21/06/2024")
    assert not dialog.yes.isEnabled()
    dialog.letter_on.setText("19/06/2024")
    qtbot.keyClick(dialog.number, Key.Key_Return)
    sent = services.submissions.get(POLICE)
    assert (sent.state, sent.letter_number, sent.receipt_number) == (S.RECEIVED, "12/TTr-CAT", 2)
    assert [offer.text for offer in feedback.offers] == ["In phiếu tiếp nhận", "Hoàn tác"]
    feedback.offers[1].do()
    assert services.submissions.get(POLICE).state is S.NOT_SENT


def test_papers_go_back_and_come_again(qtbot: QtBot, services: Services, shown: SubmissionWindow) -> None:
    shown.grid.go_to(HEALTH)
    shown.give_back.trigger()
    dialog = shown.deeds.dialog
    assert isinstance(dialog, ReturnDialog)
    assert not dialog.yes.isEnabled()
    dialog.reason.setText("Thiếu biên bản họp")
    dialog.until.setText("19/06/2024")
    assert not dialog.yes.isEnabled()
    dialog.until.setText("30/06/2024")
    dialog.accept()
    assert services.submissions.get(HEALTH).state is S.RETURNED
    assert "Thiếu biên bản họp (hẹn 30/06/2024)" in shown.grid.proxy.index(1, 9).data()
    assert shown.answered.isEnabled()
    shown.answered.trigger()
    assert services.submissions.get(HEALTH).state is S.RECEIVED


def test_with_several_returns_the_clerk_says_which_were_answered(
    services: Services, shown: SubmissionWindow, round_id: RoundId
) -> None:
    today = services.today()
    for reason in ("Thiếu biên bản", "Thiếu báo cáo"):
        services.submissions.give_back([HEALTH], reason, today, answer_by=date(2024, 6, 30))
    shown.reload()
    shown.grid.go_to(HEALTH)
    shown.answered.trigger()
    dialog = shown.deeds.dialog
    assert isinstance(dialog, AnswerDialog)
    first, second = (dialog.list.item(at) for at in range(2))
    assert "Thiếu biên bản" in first.text()
    second.setCheckState(Qt.CheckState.Unchecked)
    first.setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.yes.isEnabled()
    first.setCheckState(Qt.CheckState.Checked)
    dialog.on.setText("01/01/2024")
    assert not dialog.yes.isEnabled()
    dialog.on.set_day(today)
    dialog.accept()
    waiting = {given.reason: given.waits() for given in services.submissions.returns(round_id)}
    assert waiting == {"Thiếu biên bản": False, "Thiếu báo cáo": True}
    assert services.submissions.get(HEALTH).state is S.RETURNED


def test_complete_asks_where_documents_are_missing_and_a_step_back_asks_why(
    services: Services, shown: SubmissionWindow, feedback: FakeFeedback
) -> None:
    code = services.dossiers.of_lines([AN])[AN].documents[0].code
    services.dossiers.mark([AN], [code], DocumentState.MISSING)
    shown.reload()
    shown.grid.go_to(HEALTH)
    feedback.agree = False
    shown.complete.trigger()
    assert services.submissions.get(HEALTH).state is S.RECEIVED
    feedback.agree = True
    shown.complete.trigger()
    shown.sum_up.trigger()
    assert services.submissions.get(HEALTH).state is S.SUMMED_UP
    shown._fill_back_menu()
    assert [each.text() for each in shown.back_menu.actions()] == ["Chưa gửi…", "Đã nhận…", "Đủ…"]
    shown.back_menu.actions()[-1].trigger()
    sent = services.submissions.get(HEALTH)
    assert (sent.state, sent.state_reason) == (S.COMPLETE, "vì lý do khách quan")


def test_units_are_chosen_without_diacritics_and_by_the_lines_there(
    qtbot: QtBot, services: Services, shown: SubmissionWindow, round_id: RoundId
) -> None:
    qtbot.keyClick(shown.grid, Key.Key_N, CONTROL)
    dialog = shown.deeds.dialog
    assert isinstance(dialog, ExpectDialog)
    assert not dialog.yes.isEnabled()
    dialog.of_lines.click()
    assert dialog.names() == ("Sở Tài chính",)
    dialog.search.setText("so tai")
    assert [item.isHidden() for item in dialog._items()] == [False]
    dialog.search.setText("cong an")
    assert [item.isHidden() for item in dialog._items()] == [True]
    dialog.accept()
    assert {row.unit for row in services.submissions.board(round_id).rows} >= {"Sở Tài chính"}
    assert shown.tie.isEnabled()
    shown.tie.trigger()
    assert services.submissions.board(round_id).loose == ()


def test_an_office_without_units_begins_with_typed_names(qtbot: QtBot) -> None:
    dialog = ExpectDialog((), (), Candidates((), (), (), None))
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Danh bạ chưa có đơn vị nào" in dialog._count.text()
    for name in ("Trường THCS Lê Lợi", "Trạm Y tế"):
        dialog.search.setText(name)
        qtbot.keyClick(dialog.search, Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.names() == ("Trường THCS Lê Lợi", "Trạm Y tế")
    dialog.search.setText("tram y te")
    assert not dialog.new.isEnabled()
    qtbot.keyClick(dialog.search, Key.Key_Return)
    assert dialog.isVisible()
    assert len(dialog.names()) == 2


def test_letters_of_all_units_are_one_action_and_are_kept_as_returns(
    services: Services, shown: SubmissionWindow, feedback: FakeFeedback, tmp_path: Path
) -> None:
    shown.missing.trigger()
    assert "Chưa có hồ sơ nào" in feedback.said[-1]
    code = services.dossiers.of_lines([BINH])[BINH].documents[0].code
    services.dossiers.mark([BINH], [code], DocumentState.MISSING)
    shown.missing.trigger()
    dialog = shown.deeds.dialog
    assert isinstance(dialog, LettersDialog)
    assert [box.text() for box in dialog.boxes] == ["Sở Y tế (1 dòng thiếu giấy tờ)"]
    feedback.target = tmp_path / "cong-van.docx"
    dialog.log.setChecked(True)
    dialog.word.click()
    assert feedback.target.exists()
    (owed,) = services.submissions.returns(RoundId(1))
    assert (owed.submission_id, owed.answer_by) == (HEALTH, date(2024, 6, 27))


def test_the_slip_and_the_reminders_are_previewed(
    services: Services, shown: SubmissionWindow, feedback: FakeFeedback
) -> None:
    shown.grid.go_to(HEALTH)
    shown.slip.trigger()
    assert shown.deeds.preview is not None
    shown.deeds.preview.close()
    shown.remind.trigger()
    dialog = shown.deeds.dialog
    assert isinstance(dialog, LettersDialog)
    assert dialog.log.isHidden()
    assert [box.text() for box in dialog.boxes] == ["Công an tỉnh (quá hạn 5 ngày)"]
    dialog.boxes[0].setChecked(False)
    assert not dialog.yes.isEnabled()
    dialog.reject()


def test_what_has_come_cannot_be_dropped_and_lines_are_refused_one_by_one(
    services: Services, shown: SubmissionWindow, feedback: FakeFeedback
) -> None:
    shown.grid.go_to(HEALTH)
    assert not shown.remove.isEnabled()
    shown.grid.go_to(POLICE)
    shown.remove.trigger()
    assert [row.unit for row in shown.model.rows()] == ["Sở Y tế"]
    shown.deeds.refuse_lines([services.nominations.get(AN)])
    assert services.nominations.get(AN).state is NominationState.NOT_AWARDED
    assert services.nominations.get(BINH).state is NominationState.ENTERED
    assert shown.grid.proxy.index(0, 5).data() == "1"


def test_an_empty_round_offers_to_add_units(services: Services, shown: SubmissionWindow) -> None:
    services.submissions.delete([POLICE])
    shown.show_round(None)
    assert shown.pages.currentIndex() == 1
    assert not shown.add.isEnabled()


def test_names_and_model(shown: SubmissionWindow, qtmodeltester: ModelTester) -> None:
    assert unnamed(shown) == []
    qtmodeltester.check(shown.model)


def test_all_returns_of_a_unit_are_told(services: Services, shown: SubmissionWindow) -> None:
    services.submissions.give_back([HEALTH], "Thiếu biên bản", date(2024, 6, 18), answer_by=date(2024, 6, 25))
    services.submissions.give_back_lines([AN], "Thiếu xác nhận", date(2024, 6, 19), answer_by=date(2024, 6, 22))
    shown.reload()
    assert not shown._log.text()
    shown.grid.go_to(HEALTH)
    assert shown._log.text().splitlines() == [
        "Các lần trả của Sở Y tế:",
        "19/06/2024, An: Thiếu xác nhận (hẹn 22/06/2024)",
        "18/06/2024, cả hồ sơ: Thiếu biên bản (hẹn 25/06/2024)",
    ]
    assert shown.grid.proxy.index(1, 9).data().startswith("An: Thiếu xác nhận (hẹn 22/06/2024) và 1 lần trả khác")

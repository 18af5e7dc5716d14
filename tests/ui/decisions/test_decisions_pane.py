"""The decisions of a year: drafts, list, signature, corrections, withdrawals, papers."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.services.sittings import Sitting, sitting
from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.decisions.change_dialogs import CorrectDialog, WithdrawDialog
from thidua_desktop.ui.decisions.decision_dialog import DecisionDialog
from thidua_desktop.ui.decisions.decisions_pane import DecisionsPane
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.draft_dialog import DraftDialog
from thidua_desktop.ui.decisions.names_dialog import NamesDialog
from thidua_desktop.ui.decisions.pick_dialog import PickDialog
from thidua_desktop.ui.decisions.sign_dialog import SignDialog

_S = DecisionState
YEAR = 2024


@pytest.fixture
def pane(qtbot: QtBot, deeds: DecisionDeeds) -> DecisionsPane:
    made = DecisionsPane(deeds, deeds.parent_widget())
    made.resize(1200, 660)
    deeds.navigation.changes_made.connect(lambda _changes: made.reload())
    made.show_year(YEAR)
    return made


@pytest.fixture
def of_draft(pane: DecisionsPane, draft: DecisionId) -> DecisionsPane:
    """The pane with the draft in front."""
    pane.show_year(YEAR)
    pane.show_decision(draft)
    return pane


@pytest.fixture
def signed(of_draft: DecisionsPane) -> DecisionsPane:
    """The pane with the decision signed."""
    of_draft.to_sign.trigger()
    sign(of_draft, "5/QĐ-SYT")
    return of_draft


def names(pane: DecisionsPane) -> list[str]:
    return [row.line.name for row in pane.model.rows()]


def sign(pane: DecisionsPane, number: str, day: str = "20/06/2024") -> SignDialog:
    pane.sign.trigger()
    dialog = pane.deeds.dialog
    assert isinstance(dialog, SignDialog)
    dialog.number.setText(number)
    dialog.day.setText(day)
    dialog.yes.click()
    return dialog


def checks(pane: DecisionsPane) -> list[str]:
    return [check.text for check in pane.checks.checks()]


def rename(qtbot: QtBot, pane: DecisionsPane, name: str) -> None:
    """Type another name into the first line."""
    with qtbot.waitSignal(pane.model.edited):
        pane.model.setData(pane.model.index(0, 2), name)


def test_a_year_without_decisions_says_how_to_begin(pane: DecisionsPane) -> None:
    assert pane.pages.currentIndex() == 1
    assert pane.add.isEnabled() and pane.draft.isEnabled()
    assert not any(deed.isEnabled() for deed in (pane.sign, pane.to_sign, pane.preview, pane.correct))


def test_from_the_tally_to_the_register_in_the_window(
    pane: DecisionsPane, held: Sitting, services: Services, feedback: FakeFeedback
) -> None:
    pane.draft.trigger()
    dialog = pane.deeds.dialog
    assert isinstance(dialog, DraftDialog)
    assert [len(one.nomination_ids) for one in dialog.proposals()] == [3]
    dialog.yes.click()

    assert names(pane) == ["Người Thứ 0", "Người Thứ 1", "Người Thứ 2"]
    assert pane.current() is not None and pane.current().state is _S.DRAFT
    pane.to_sign.trigger()
    assert not sign(pane, "5/QĐ-SYT").isVisible()

    decision = pane.current()
    assert decision is not None
    assert (decision.number, decision.state) == ("05/QĐ-SYT", _S.SIGNED)
    assert [held.state(at) for at in range(3)] == [NominationState.DECIDED] * 3
    assert not pane.model.editable
    pane.issue.trigger()
    assert pane.current().state is _S.ISSUED
    assert "Sổ khen thưởng" in feedback.said[-2]


def test_a_meeting_that_sits_is_concluded_by_drafting(pane: DecisionsPane, services: Services, qtbot: QtBot) -> None:
    sitting(services, ["giay_khen_so"])
    pane.draft.trigger()
    dialog = pane.deeds.dialog
    assert isinstance(dialog, DraftDialog) and not dialog.concluded()
    dialog.yes.click()

    assert names(pane) == ["Người Thứ 0"]


def test_a_decision_by_hand_takes_agreed_lines(pane: DecisionsPane, held: Sitting, services: Services) -> None:
    pane.add.trigger()
    dialog = pane.deeds.dialog
    assert isinstance(dialog, DecisionDialog)
    assert dialog.legal_bases.toPlainText().startswith("Căn cứ Luật Thi đua, khen thưởng")
    assert not dialog.yes.isEnabled()
    dialog.title.setPlainText("Về việc khen đột xuất")
    dialog.yes.click()
    assert pane.lists.currentIndex() == 1, "an empty list offers to add lines"
    pane.add_lines.trigger()
    picking = pane.deeds.dialog
    assert isinstance(picking, PickDialog)
    picking.search.setText("thu 1")
    picking.every.click()
    picking.yes.click()

    assert names(pane) == ["Người Thứ 1"]
    assert services.nominations.get(held.lines[1]).state is NominationState.TO_SIGN


def test_numbers_that_are_taken_and_days_that_cannot_be_are_said_in_the_dialog(of_draft: DecisionsPane) -> None:
    of_draft.to_sign.trigger()
    dialog = sign(of_draft, "5/QĐ-SYT", "17/06/2024")
    assert "sớm hơn ngày họp" in dialog.told()
    assert dialog.yes.isEnabled()
    dialog.day.setText("20/06/2025")
    dialog.yes.click()
    assert "quá xa" in dialog.told()
    dialog.day.setText("31/02/2024")
    assert not dialog.yes.isEnabled()
    assert of_draft.current() is not None and of_draft.current().state is _S.TO_SIGN


def test_typing_into_the_list_is_kept_and_the_council_is_asked_again(
    qtbot: QtBot, of_draft: DecisionsPane, services: Services, draft: DecisionId
) -> None:
    rename(qtbot, of_draft, "Người Thứ Không")

    assert services.decisions.get(draft).lines[0].name == "Người Thứ Không"
    assert of_draft.model.rows()[0].differs
    assert any("không khớp từng chữ" in text for text in checks(of_draft))


def test_names_that_differ_hold_the_decision_back_until_somebody_says_why(
    qtbot: QtBot, of_draft: DecisionsPane
) -> None:
    rename(qtbot, of_draft, "Người Thứ Khôngg")
    of_draft.to_sign.trigger()
    dialog = of_draft.names.dialog
    assert isinstance(dialog, NamesDialog)
    assert of_draft.current() is not None and of_draft.current().state is _S.DRAFT
    assert dialog.open_cases() == 1
    assert dialog.focusWidget() is dialog.reason, "what is typed at once is the reason"
    dialog.reason.setText("Đúng theo căn cước")
    dialog.keep.click()
    assert dialog.open_cases() == 0
    of_draft.to_sign.trigger()

    assert of_draft.current().state is _S.TO_SIGN


def test_a_name_of_the_council_can_be_taken_back_into_the_draft(qtbot: QtBot, of_draft: DecisionsPane) -> None:
    rename(qtbot, of_draft, "Người Khác")
    of_draft.names_action.trigger()
    dialog = of_draft.names.dialog
    assert isinstance(dialog, NamesDialog)
    dialog.take_council.click()

    assert names(of_draft)[0] == "Người Thứ 0"
    assert dialog.open_cases() == 0


def test_lines_move_leave_and_come_back(of_draft: DecisionsPane, feedback: FakeFeedback) -> None:
    of_draft.grid.selectRow(2)
    of_draft.up.trigger()
    assert names(of_draft) == ["Người Thứ 0", "Người Thứ 2", "Người Thứ 1"]
    of_draft.by_name.trigger()
    assert names(of_draft) == ["Người Thứ 0", "Người Thứ 1", "Người Thứ 2"]
    of_draft.grid.selectRow(0)
    of_draft.take_out.trigger()
    assert names(of_draft) == ["Người Thứ 1", "Người Thứ 2"]
    assert any("chưa có trong danh sách" in text for text in checks(of_draft))
    feedback.offers[-1].do()
    assert len(names(of_draft)) == 3


def test_going_back_to_the_draft_asks_why(of_draft: DecisionsPane, feedback: FakeFeedback) -> None:
    of_draft.to_sign.trigger()
    assert not of_draft.model.editable
    feedback.text = "Sai chức vụ"
    of_draft.back.trigger()

    assert of_draft.current() is not None
    assert (of_draft.current().state, of_draft.current().state_reason) == (_S.DRAFT, "Sai chức vụ")
    assert of_draft.model.editable


def test_a_correction_shows_both_texts(signed: DecisionsPane) -> None:
    signed.grid.selectRow(1)
    signed.correct.trigger()
    dialog = signed.deeds.dialog
    assert isinstance(dialog, CorrectDialog)
    assert not dialog.yes.isEnabled()
    dialog.fields[CorrectedField.NAME].setText("Người Thứ Nhất")
    dialog.number.setText("06/QĐ-SYT")
    dialog.reason.setPlainText("Sai họ tên")
    dialog.yes.click()

    column = next(at for at, one in enumerate(signed.model.columns) if one.key == "name")
    assert signed.model.columns[column].text(signed.model.rows()[1]) == "Người Thứ Nhất\n(khi ký: Người Thứ 1)"
    assert signed.changes.sentences() == [
        "Dòng 2 – Họ tên, tên gọi: “Người Thứ 1” → “Người Thứ Nhất” (06/QĐ-SYT ngày 20/06/2024). Lý do: Sai họ tên"
    ]
    assert signed.current() is not None and signed.current().state is _S.CORRECTED


def test_a_correction_before_the_signature_is_refused_in_the_dialog(signed: DecisionsPane) -> None:
    signed.grid.selectRow(0)
    signed.correct.trigger()
    dialog = signed.deeds.dialog
    assert isinstance(dialog, CorrectDialog)
    dialog.fields[CorrectedField.NAME].setText("Người Khác")
    dialog.reason.setPlainText("Sai")
    dialog.day.setText("19/06/2024")
    dialog.yes.click()

    assert "sớm hơn ngày ký" in dialog.told()


def test_lines_and_then_the_whole_are_withdrawn(signed: DecisionsPane) -> None:
    signed.grid.selectRow(0)
    signed.withdraw_lines.trigger()
    dialog = signed.deeds.dialog
    assert isinstance(dialog, WithdrawDialog)
    dialog.reason.setPlainText("Khai man thành tích")
    dialog.yes.click()
    assert [row.withdrawn for row in signed.model.rows()] == [True, False, False]
    signed.grid.selectRow(0)
    assert not signed.withdraw_lines.isEnabled()
    signed.withdraw.trigger()
    dialog = signed.deeds.dialog
    assert isinstance(dialog, WithdrawDialog)
    dialog.reason.setPlainText("Ban hành trái thẩm quyền")
    dialog.yes.click()

    assert all(row.withdrawn for row in signed.model.rows())
    assert signed.current() is not None and signed.current().state is _S.WITHDRAWN
    assert not signed.correct.isEnabled() and not signed.withdraw.isEnabled()


def test_a_correcting_decision_is_drafted_printed_and_carried_out_by_its_signature(
    signed: DecisionsPane, services: Services
) -> None:
    first = signed.current()
    assert first is not None and first.id is not None
    signed.deeds.navigation.open_requested.connect(lambda _kind, number: signed.show_decision(DecisionId(number)))
    signed.grid.selectRow(0)
    signed.correct.trigger()
    dialog = signed.deeds.dialog
    assert isinstance(dialog, CorrectDialog)
    dialog.fields[CorrectedField.NAME].setText("Người Thứ Nhất")
    assert not dialog.drafting.isEnabled()
    dialog.reason.setPlainText("Sai họ tên")
    dialog.drafting.click()

    assert signed.current() is not None and signed.current().corrects == first.id
    assert "“Người Thứ 0” → “Người Thứ Nhất”" in signed.amends.sentences()[0]
    assert services.decisions.get(first.id).state is _S.SIGNED, "nothing is changed before the signature"
    signed.preview.trigger()
    assert signed.deeds.preview is not None
    signed.to_sign.trigger()
    sign(signed, "6/QĐ-SYT")
    read = services.corrections.as_read(first.id)[0]
    assert read.now is not None and read.now.name == "Người Thứ Nhất"


def test_the_very_pdf_is_shown(of_draft: DecisionsPane, deeds: DecisionDeeds) -> None:
    of_draft.preview.trigger()

    assert deeds.preview is not None
    assert deeds.preview.page_count() >= 1


def test_a_key_pressed_before_anything_is_looked_up_prints_the_decision_in_front(
    pane: DecisionsPane, deeds: DecisionDeeds, draft: DecisionId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Just drafted, it stands in front while its papers are looked up beside."""
    monkeypatch.setattr(deeds.runner, "run_aside", lambda *_: None)
    pane.show_year(YEAR)
    pane.show_decision(draft)
    pane.preview.trigger()

    assert deeds.preview is not None
    assert deeds.preview.page_count() >= 1


def test_the_menu_of_papers_has_what_the_decision_has(of_draft: DecisionsPane) -> None:
    of_draft.paper_menu.fill()
    titles = [deed.text() for deed in of_draft.paper_menu.actions() if not deed.isSeparator()]

    assert titles[0].startswith("Quyết định")
    assert titles[-1] == "Ghi tất cả vào một thư mục…"
    assert any(title.startswith("Danh sách chi tiền thưởng") for title in titles)


def test_a_draft_goes_to_the_trash_and_its_lines_wait(of_draft: DecisionsPane, held: Sitting) -> None:
    of_draft.remove.trigger()

    assert of_draft.pages.currentIndex() == 1
    assert held.state(0) is NominationState.AGREED


def test_a_closed_year_lets_nothing_be_changed(of_draft: DecisionsPane) -> None:
    of_draft.lock(True)

    may = [of_draft.edit, of_draft.to_sign, of_draft.add_lines, of_draft.remove, of_draft.add, of_draft.draft]
    assert not any(deed.isEnabled() for deed in may)
    assert of_draft.preview.isEnabled() and of_draft.names_action.isEnabled()
    assert not of_draft.model.editable


def test_history_is_asked_for_by_kind_and_number(qtbot: QtBot, of_draft: DecisionsPane, draft: DecisionId) -> None:
    with qtbot.waitSignal(of_draft.deeds.navigation.history_requested) as wish:
        of_draft.history.trigger()

    assert wish.args == [Kind.DECISION.value, draft]


def test_everything_has_a_name_for_a_screen_reader(qtbot: QtBot, of_draft: DecisionsPane) -> None:
    with qtbot.waitExposed(of_draft.deeds.parent_widget()):
        of_draft.deeds.parent_widget().show()

    assert unnamed(of_draft) == []
    of_draft.panel.trigger()
    assert of_draft.tabs.isHidden()


def test_days_are_read_as_they_are_typed(of_draft: DecisionsPane) -> None:
    of_draft.to_sign.trigger()
    sign(of_draft, "7 / QĐ - SYT", "20.6")

    assert of_draft.current() is not None
    assert (of_draft.current().number, of_draft.current().signed_on) == ("07/QĐ-SYT", date(2024, 6, 20))

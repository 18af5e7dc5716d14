"""Several nominations at once, pasted ones, and the rounds that they stand in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, compose, unnamed
from tests.ui.nominations.conftest import LDTT, RoundOf2024
from tests.ui.nominations.driving import CONTROL, LEFT, S, entry, names, select
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.services.container import Services
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.nominations.paste_dialog import PasteDialog
from thidua_desktop.ui.nominations.round_dialog import RoundDialog

# several lines


def test_several_lines_move_together(page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback) -> None:
    select(page, round_2024, "an", "dung", "dat")
    assert page.header.shown.text() == "Đang chọn 3"
    menu = page.move_menu()
    assert [found.text() for found in menu.actions()] == ["Đủ hồ sơ", "Thiếu hồ sơ", "Không được khen…"]
    entry(menu, "Đủ hồ sơ").trigger()
    assert feedback.questions == []
    assert {round_2024.line(name).state for name in ("an", "dung", "dat")} == {S.DOSSIER_COMPLETE}
    assert round_2024.line("office").state is S.ENTERED
    assert feedback.said[-1] == "Đã chuyển 3 đề nghị sang “Đủ hồ sơ”."


def test_a_negative_result_asks_for_a_reason(
    page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback, navigation: Navigation
) -> None:
    for name in ("an", "dung"):
        round_2024.move(name, S.DOSSIER_COMPLETE)
    navigation.changes_made.emit(Changes("nomination.move", frozenset({Kind.NOMINATION})))
    select(page, round_2024, "an", "dung")
    feedback.text = None
    entry(page.move_menu(), "Không đủ điều kiện…").trigger()
    assert feedback.questions == ["Vì sao chuyển 2 đề nghị sang “Không đủ điều kiện”?"]
    assert round_2024.line("an").state is S.DOSSIER_COMPLETE
    feedback.text = "Chưa đủ thời gian công tác"
    entry(page.move_menu(), "Không đủ điều kiện…").trigger()
    assert round_2024.line("an").state is S.NOT_ELIGIBLE
    assert round_2024.line("dung").state_reason == "Chưa đủ thời gian công tác"


def test_a_step_back_asks_for_a_reason(
    page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback, navigation: Navigation
) -> None:
    round_2024.move("an", S.DOSSIER_COMPLETE, S.ELIGIBLE)
    navigation.changes_made.emit(Changes("nomination.move", frozenset({Kind.NOMINATION})))
    select(page, round_2024, "an")
    entry(page.move_menu(), "Trả về: Đủ hồ sơ…").trigger()
    assert (round_2024.line("an").state, round_2024.line("an").state_reason) == (S.DOSSIER_COMPLETE, feedback.text)


def test_nothing_selected_moves_nothing(page: NominationsPage) -> None:
    page.grid.clearSelection()
    (told,) = page.move_menu().actions()
    assert not told.isEnabled()


def test_delete_to_the_trash_and_back(
    qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback
) -> None:
    select(page, round_2024, "an", "dung")
    qtbot.keyClick(page.grid, Qt.Key.Key_Minus, CONTROL)
    assert names(page) == ["Văn phòng", "Bùi Văn Đạt", "Hộ ông Lê Ba"]
    feedback.offers[0].do()
    assert len(names(page)) == 5


def test_copy_with_titles(qtbot: QtBot, page: NominationsPage, feedback: FakeFeedback) -> None:
    page.grid.clearSelection()
    qtbot.keyClick(page.grid, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    rows = [row.split("\t") for row in QGuiApplication.clipboard().text().splitlines()]
    assert rows[0][:3] == ["STT", "Người nhận", "Năm sinh"]
    assert [row[1] for row in rows[1:]] == [
        "Văn phòng",
        "Ông Nguyễn Văn An",
        "Bà Lê Thị Dung",
        "Ông Bùi Văn Đạt",
        "Hộ ông Lê Ba",
    ]


def test_paste_with_a_heading_and_take_back(
    qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback
) -> None:
    QGuiApplication.clipboard().setText(
        "STT\tHọ và tên\tChức vụ\tĐơn vị\tDanh hiệu\n"
        "1\tBà Trần Thị Yên\tChuyên viên\tVăn phòng\tLĐTT\n"
        "2\tPhòng Tổ chức\t\t\tTTLĐTT\n"
        "3\tĐỗ Ước\t\tVăn phòng\tHuân chương lạ\n"
    )
    qtbot.keyClick(page.grid, Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    dialog = page.dialog
    assert isinstance(dialog, PasteDialog)
    assert dialog.heading.isChecked()
    assert dialog.told().startswith("Sẽ thêm 2 đề nghị. 1 dòng không thêm được")
    assert dialog.told().endswith("Xét điều kiện: 2 chưa rõ.")
    dialog.table.setCurrentCell(2, 0)
    said = [line.text for line in dialog.findings.lines()]
    assert "danh bạ" in said[0]
    assert any(line.detail for line in dialog.findings.lines())
    dialog.columns[4].setCurrentText("(bỏ qua)")
    assert (dialog.told(), dialog.findings.lines()) == (
        "Sẽ thêm 0 đề nghị. 3 dòng không thêm được, lý do ghi ở cột Kết quả.",
        (),
    )
    dialog.columns[4].setCurrentText("Danh hiệu, hình thức")
    qtbot.mouseClick(dialog.yes, LEFT)
    found = {line.name: line for line in round_2024.all()}
    assert (found["Trần Thị Yên"].honorific, found["Trần Thị Yên"].award_id) == ("Bà", LDTT)
    assert found["Phòng Tổ chức"].kind is RecipientKind.COLLECTIVE
    assert "Đỗ Ước" not in found
    assert {line.name for line in page.selected_lines()} == {"Trần Thị Yên", "Phòng Tổ chức"}  # for what comes next
    assert page.grid.hasFocus()
    feedback.offers[0].do()
    assert len(round_2024.all()) == 5


def test_paste_without_heading_is_mapped_by_hand(page: NominationsPage, round_2024: RoundOf2024) -> None:
    QGuiApplication.clipboard().setText("Văn phòng\tTrần Thị Yên\nVăn phòng\tĐỗ Ước")
    page.open_paste()
    dialog = page.dialog
    assert isinstance(dialog, PasteDialog)
    dialog.columns[0].setCurrentText("Đơn vị")
    assert not dialog.yes.isEnabled()
    dialog.columns[1].setCurrentText("Người nhận")
    dialog.award.setCurrentIndex(dialog.award.findText("Lao động tiên tiến (LĐTT)"))
    dialog.accept()
    added = [line for line in round_2024.all() if line.unit == "Văn phòng" and line.award_id == LDTT]
    assert [line.name for line in added] == ["Lê Thị Dung", "Trần Thị Yên", "Đỗ Ước"]


def test_an_empty_clipboard_is_said(page: NominationsPage, feedback: FakeFeedback) -> None:
    QGuiApplication.clipboard().clear()
    page.open_paste()
    assert page.dialog is None
    assert feedback.said[-1].startswith("Bộ nhớ tạm chưa có gì.")


# rounds


def test_an_empty_year_offers_the_first_round(qtbot: QtBot, empty_page: NominationsPage, services: Services) -> None:
    empty_page.show_year(2024)
    offer = next(made for made in empty_page.findChildren(QPushButton) if made.text() == "Thêm đợt xét…")
    assert offer.isVisible()
    qtbot.mouseClick(offer, LEFT)
    dialog = empty_page.dialog
    assert isinstance(dialog, RoundDialog)
    assert dialog.name.text()  # proposed
    dialog.name.clear()
    assert not dialog.yes.isEnabled()
    compose(dialog.name, "Sơ kết 6 tháng")
    dialog.opens.setText("15/7/2024")
    dialog.closes.setText("1/7/2024")
    assert not dialog.yes.isEnabled()
    assert "phải sau" in dialog.trouble()
    dialog.closes.setText("31/7/2024")
    qtbot.mouseClick(dialog.yes, LEFT)
    (row,) = services.nominations.rounds(2024)
    assert (row.round.name, row.round.closes) == ("Sơ kết 6 tháng", date(2024, 7, 31))
    assert empty_page.lines.currentIndex() == 1


def test_a_new_round_is_put_in_front(page: NominationsPage) -> None:
    page.add_round()
    dialog = page.dialog
    assert isinstance(dialog, RoundDialog)
    dialog.name.setText("Chuyên đề nông thôn mới")
    dialog.accept()
    chosen = page.rounds.row()
    assert chosen is not None
    assert chosen.round.name == "Chuyên đề nông thôn mới"
    assert names(page) == []


def test_a_round_goes_to_the_trash_and_comes_back(page: NominationsPage, feedback: FakeFeedback) -> None:
    page.delete_round()
    assert [row.round.name for row in page.rounds.rows()] == ["Đột xuất tháng 9"]
    feedback.offers[0].do()
    assert len(page.rounds.rows()) == 2


def test_show_nomination_puts_it_in_front(page: NominationsPage, round_2024: RoundOf2024) -> None:
    page.rounds.choose(round_2024.other)
    page.header.search.setText("khong co")
    page.show_nomination(round_2024.ids["dat"])
    current = page.grid.current()
    assert current is not None
    assert current.nomination.name == "Bùi Văn Đạt"


def test_every_field_has_a_name(page: NominationsPage) -> None:
    QGuiApplication.clipboard().setText("Nguyễn Văn An\tVăn phòng")
    for show in (page.add_nomination, page.add_round, page.open_paste):
        show()
        assert page.dialog is not None
        assert unnamed(page.dialog) == []
        page.dialog.reject()
    assert unnamed(page) == []

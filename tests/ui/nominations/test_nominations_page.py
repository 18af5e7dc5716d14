"""The list of nominations driven by keys and mouse on a real office file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, compose, unnamed
from tests.ui.nominations.conftest import CSTDCS, LDTT, RoundOf2024
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.nominations import NominationState, Occasion
from thidua_desktop.services.container import Services
from thidua_desktop.services.nominations import AwardNotFor
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.nominations.nomination_dialog import NominationDialog
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.nominations.paste_dialog import PasteDialog
from thidua_desktop.ui.nominations.round_dialog import RoundDialog

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
S = NominationState


def names(page: NominationsPage) -> list[str]:
    return [line.nomination.name for line in page.shown_lines()]


def select(page: NominationsPage, round_2024: RoundOf2024, *chosen: str) -> None:
    page.grid.go_to(round_2024.ids[chosen[0]])
    page.grid.clearSelection()
    flag = QItemSelectionModel.SelectionFlag
    for name in chosen:
        line = page.model.line_of(round_2024.ids[name])
        assert line is not None
        index = page.grid.proxy.mapFromSource(page.model.index(line, 0))
        page.grid.selectionModel().select(index, flag.Select | flag.Rows)


def entry(menu: QMenu, text: str) -> QAction:
    return next(found for found in menu.actions() if found.text() == text)


def set_award(dialog: NominationDialog, name: str) -> None:
    at = next(at for at in range(dialog.award.count()) if dialog.award.itemText(at).startswith(name))
    dialog.award.setCurrentIndex(at)


def nomination_dialog(page: NominationsPage) -> NominationDialog:
    assert isinstance(page.dialog, NominationDialog)
    return page.dialog


# the list


def test_kinds_apart_and_names_in_vietnamese_order(page: NominationsPage) -> None:
    assert names(page) == ["Văn phòng", "Nguyễn Văn An", "Lê Thị Dung", "Bùi Văn Đạt", "Hộ ông Lê Ba"]


def test_counts_add_up(page: NominationsPage) -> None:
    assert page.header.kind_counts.text() == "5 đề nghị: 1 tập thể, 3 cá nhân, 1 hộ gia đình"
    assert page.header.award_counts.text().startswith("LĐTT 2 · ")
    shown = page.header.award_counts.text().split(" · ")
    assert sum(int(part.rsplit(" ", 1)[1]) for part in shown) == 5


def test_the_model_is_sound(page: NominationsPage) -> None:
    lines = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rounds = QAbstractItemModelTester(page.rounds.cards, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.header.search.setText("an")
    page.header.search.setText("")
    page.header.groups.setCurrentIndex(2)
    page.header.grouping_changed.emit()
    page.rounds.choose(page.rounds.rows()[1].round.id)
    assert lines.model() is page.model
    assert rounds.model() is page.rounds.cards


def test_grouped_by_unit_in_alphabetical_order(page: NominationsPage) -> None:
    page.header.groups.setCurrentIndex(2)
    page.header.grouping_changed.emit()
    assert [line.group for line in page.model.rows()] == [
        "Phòng Tổ chức",
        "Phòng Tổ chức",
        "Văn phòng",
        "Chưa ghi đơn vị",
        "Chưa ghi đơn vị",
    ]
    assert [line.number for line in page.model.rows()] == [1, 2, 1, 1, 2]


def test_search_needs_no_diacritics(qtbot: QtBot, page: NominationsPage) -> None:
    qtbot.keyClick(page.grid, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(page.header.search, "bui dat")
    assert names(page) == ["Bùi Văn Đạt"]
    assert page.header.shown.text() == "Đang hiện 1/5"
    page.header.search.setText("khong co ai")
    assert page.lines.currentIndex() == 2
    page.header.clear()
    assert len(names(page)) == 5


@pytest.mark.parametrize(
    ("combo", "choice", "found"),
    [
        ("kinds", "Tập thể", ["Văn phòng"]),
        ("awards", "Chiến sĩ thi đua cơ sở", ["Bùi Văn Đạt"]),
        ("units", "Phòng Tổ chức", ["Nguyễn Văn An", "Bùi Văn Đạt"]),
        ("states", "Đủ hồ sơ", ["Nguyễn Văn An"]),
    ],
)
def test_filters(  # noqa: PLR0917 - a table of cases
    page: NominationsPage, round_2024: RoundOf2024, navigation: Navigation, combo: str, choice: str, found: list[str]
) -> None:
    round_2024.move("an", S.DOSSIER_COMPLETE)
    navigation.changes_made.emit(Changes("nomination.move", frozenset({Kind.NOMINATION})))
    box = getattr(page.header, combo)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(choice))
    box.activated.emit(box.currentIndex())
    assert names(page) == found


# one line


def test_add_by_keyboard(qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024) -> None:
    page.grid.go_to(round_2024.ids["an"])
    qtbot.keyClick(page.grid, Qt.Key.Key_N, CONTROL)
    dialog = nomination_dialog(page)
    assert not dialog.yes.isEnabled()
    dialog.honorific.setCurrentText("Bà")
    compose(dialog.name, "Trần Thị Bình")
    qtbot.keyClicks(dialog.birth, "17/5/1985")
    qtbot.keyClicks(dialog.id_number, "001 185 123456")
    set_award(dialog, "Chiến sĩ thi đua cơ sở")
    assert dialog.warnings() == ""
    qtbot.mouseClick(dialog.yes, LEFT)
    kept = next(line for line in round_2024.all() if line.name == "Trần Thị Bình")
    assert (kept.honorific, kept.gender, kept.birth, kept.id_number) == ("Bà", "female", "1985-05-17", "001185123456")
    assert (kept.unit, kept.award_id, kept.occasion) == ("Phòng Tổ chức", CSTDCS, Occasion.MERIT)
    current = page.grid.current()
    assert current is not None
    assert current.nomination.id == kept.id


def test_one_recipient_after_another(qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024) -> None:
    page.add_nomination()
    dialog = nomination_dialog(page)
    set_award(dialog, "Lao động tiên tiến")
    for name in ("Đỗ Văn Hai", "Đỗ Văn Ba"):
        compose(dialog.name, name)
        qtbot.mouseClick(dialog.more, LEFT)
        assert dialog.name.text() == ""
    assert {"Đỗ Văn Hai", "Đỗ Văn Ba"} <= {line.name for line in round_2024.all()}
    compose(dialog.name, "Đỗ Văn Hai")
    assert "đã có dòng cùng người nhận" in dialog.warnings()


def test_only_awards_of_the_kind_and_day_are_offered(page: NominationsPage, round_2024: RoundOf2024) -> None:
    page.add_nomination()
    dialog = nomination_dialog(page)
    person = {dialog.award.itemText(at) for at in range(dialog.award.count())}
    dialog.kind.setCurrentText("Hộ gia đình")
    household = {dialog.award.itemText(at) for at in range(dialog.award.count())}
    assert any(text.startswith("Lao động tiên tiến") for text in person)
    assert not any(text.startswith("Lao động tiên tiến") for text in household)
    assert any(text.startswith("Gia đình văn hóa") for text in household)
    assert not dialog.birth.isVisible()


@pytest.mark.parametrize(
    ("number", "birth", "blocked", "warned"),
    [
        ("001080123456", "1980", False, ""),
        ("00108012345", "1980", True, ""),
        ("012345678", "1980", False, ""),
        ("001180123456", "1980", False, "giới tính nữ"),
        ("001080123456", "1981", False, "năm sinh 1980"),
        ("001080123456", "80", True, ""),
    ],
)
def test_identity_number_is_checked(page: NominationsPage, number: str, birth: str, blocked: bool, warned: str) -> None:
    page.add_nomination()
    dialog = nomination_dialog(page)
    dialog.honorific.setCurrentText("Ông")
    dialog.name.setText("Nguyễn Văn Mới")
    set_award(dialog, "Lao động tiên tiến")
    dialog.birth.setText(birth)
    dialog.id_number.setText(number)
    assert dialog.yes.isEnabled() is not blocked
    assert bool(dialog.trouble()) is blocked
    assert warned in dialog.warnings()
    assert bool(dialog.warnings()) is bool(warned)


def test_edit_keeps_what_was_not_changed(qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024) -> None:
    page.grid.go_to(round_2024.ids["dung"])
    qtbot.keyClick(page.grid, Qt.Key.Key_E, CONTROL)
    dialog = nomination_dialog(page)
    before = round_2024.line("dung")
    assert dialog.nomination() == before
    assert dialog.warnings() == ""
    dialog.position.setText("Chánh Văn phòng")
    dialog.accept()
    assert round_2024.line("dung").position == "Chánh Văn phòng"
    assert round_2024.line("dung").birth == before.birth


def test_an_award_that_the_day_does_not_know_stays_with_a_warning(
    page: NominationsPage, round_2024: RoundOf2024, services: Services
) -> None:
    catalogue = services.awards.catalogue()
    gone = next(
        award
        for award in catalogue
        if RecipientKind.PERSON in award.recipients and not award.exists_on(date(2024, 12, 15))
    )
    services.nominations.save(replace(round_2024.line("an"), award_id=gone.id))
    page.reload()
    page.grid.go_to(round_2024.ids["an"])
    page.edit_nomination()
    dialog = nomination_dialog(page)
    assert dialog.nomination().award_id == gone.id
    assert "không có danh hiệu" in dialog.warnings()
    dialog.kind.setCurrentText("Hộ gia đình")
    assert dialog.award.currentIndex() == -1


def test_typing_into_the_list(
    qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback
) -> None:
    line = page.model.line_of(round_2024.ids["an"])
    assert line is not None
    at = {column.key: number for number, column in enumerate(page.model.columns)}
    assert page.model.enter({(line, at["name"]): "Bà Lê Thị An", (line, at["birth"]): "1990"})
    qtbot.waitUntil(lambda: round_2024.line("an").name == "Lê Thị An")
    kept = round_2024.line("an")
    assert (kept.honorific, kept.gender, kept.name, kept.birth) == ("Bà", "female", "Lê Thị An", "1990")
    assert not page.model.enter({(line, at["birth"]): "năm Thân"})
    assert "không phải là năm sinh" in feedback.said[-1]


def test_an_award_for_another_kind_is_refused_and_the_list_shows_what_is_kept(
    qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback
) -> None:
    line = page.model.line_of(round_2024.ids["office"])
    assert line is not None
    at = next(number for number, column in enumerate(page.model.columns) if column.key == "award")
    page.model.enter({(line, at): "Lao động tiên tiến (LĐTT)"})
    qtbot.waitUntil(lambda: bool(feedback.troubles))
    assert isinstance(feedback.troubles[-1], AwardNotFor)
    shown = page.model.line(line)
    assert shown is not None
    assert shown.nomination == round_2024.line("office")


def test_repeated_lines_are_pointed_out(page: NominationsPage, round_2024: RoundOf2024, services: Services) -> None:
    services.nominations.add(round_2024.line("an"))
    page.reload()
    marked = [line.nomination.name for line in page.model.rows() if line.remarks]
    assert marked == ["Nguyễn Văn An", "Nguyễn Văn An"]


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

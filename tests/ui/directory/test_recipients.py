"""The lists of recipients driven by keys and mouse on a real office file."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.directory.conftest import Office
from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.ui.directory.merge_dialog import MergeDialog
from thidua_desktop.ui.directory.page import DirectoryPage
from thidua_desktop.ui.directory.recipient_dialog import RecipientDialog
from thidua_desktop.ui.directory.recipients_pane import RecipientsPane

CONTROL = Qt.KeyboardModifier.ControlModifier


def names(people: RecipientsPane) -> list[str]:
    proxy = people.grid.proxy
    lines = (people.model.line(proxy.mapToSource(proxy.index(at, 0)).row()) for at in range(proxy.rowCount()))
    return [line.recipient.name for line in lines if line is not None]


def cell(people: RecipientsPane, office: Office, person: str, key: str) -> str:
    line = people.model.line(people.model.line_of(office.people[person]) or 0)
    assert line is not None
    return next(column.text(line) for column in people.model.columns if column.key == key)


def type_into(people: RecipientsPane, office: Office, person: str, key: str, text: str) -> bool:
    row = people.model.line_of(office.people[person])
    number = next(at for at, column in enumerate(people.model.columns) if column.key == key)
    assert row is not None
    return people.model.enter({(row, number): text})


def select(people: RecipientsPane, office: Office, *chosen: str) -> None:
    people.grid.go_to(office.people[chosen[-1]])
    flag = QItemSelectionModel.SelectionFlag
    for person in chosen:
        line = people.model.line_of(office.people[person])
        assert line is not None
        index = people.grid.proxy.mapFromSource(people.model.index(line, 0))
        people.grid.selectionModel().select(index, flag.Select | flag.Rows)


def opened(people: RecipientsPane) -> RecipientDialog:
    assert isinstance(people.dialog, RecipientDialog)
    return people.dialog


def test_names_stand_in_vietnamese_order(people: RecipientsPane) -> None:
    assert names(people) == ["Nguyễn Văn An", "Trần Văn Bình", "Bùi Văn Đạt", "Lê Thị Thúy"]


def test_the_model_is_sound(people: RecipientsPane) -> None:
    tester = QAbstractItemModelTester(people.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    people.search.setText("an")
    people._filter()
    people.reload()
    assert tester.model() is people.model


def test_search_needs_no_diacritics_and_finds_a_masked_number(people: RecipientsPane) -> None:
    for typed, found in (("bui van dat", "Bùi Văn Đạt"), ("so tai chinh", "Lê Thị Thúy"), ("0800012", "Nguyễn Văn An")):
        people.search.setText(typed)
        people._filter()
        assert names(people) == [found], typed
    assert people.count.text() == "1/4 cá nhân"
    people.search.setText("không ai")
    people._filter()
    assert people.lines.currentIndex() == 2
    people.clear_filters()
    assert len(names(people)) == 4


def test_identity_numbers_are_masked_until_the_key_is_pressed(people: RecipientsPane, office: Office) -> None:
    assert cell(people, office, "an", "id_number") == "********1234"
    people.show_recipient(office.people["an"])
    assert "********1234" in people.card.head.told()
    people.numbers_action.trigger()
    assert cell(people, office, "an", "id_number") == "001080001234"
    assert "001080001234" in people.card.head.told()
    people.numbers_action.trigger()
    assert cell(people, office, "an", "id_number") == "********1234"


def test_a_copied_block_shows_the_last_digits_only(people: RecipientsPane, office: Office) -> None:
    people.numbers_action.trigger()
    select(people, office, "an", "binh")
    people.grid.copy()
    text = QGuiApplication.clipboard().text()
    assert "1234" in text
    assert "001080001234" not in text


def test_a_cell_is_typed_into_and_kept(qtbot: QtBot, people: RecipientsPane, office: Office) -> None:
    for key, text in (
        ("name", "Bà Trần Thị Bình"),
        ("birth", "05/1985"),
        ("unit", "so noi vu"),
        ("ethnic_group", "mèo"),
        ("id_number", "001 185 001 234"),
    ):
        with qtbot.waitSignal(people.model.edited):
            assert type_into(people, office, "binh", key, text), key
    kept = office.person("binh")
    assert (kept.honorific, kept.gender, kept.name) == ("Bà", "female", "Trần Thị Bình")
    assert (kept.birth, kept.unit_id, kept.id_number) == ("1985-05", office.units["snv"], "001185001234")
    assert kept.ethnic_group == office.services.recipients.ethnic_group("Mông")


def test_what_a_cell_cannot_take_is_said_and_nothing_changes(
    people: RecipientsPane, office: Office, feedback: FakeFeedback
) -> None:
    for key, text, code in (
        ("birth", "mùa xuân", "entry.birth_not_read"),
        ("id_number", "********1234", "entry.masked_number"),
        ("unit", "Sở Mây", "entry.unit_not_known"),
        ("ethnic_group", "Sao Hỏa", "entry.not_read"),
    ):
        assert not type_into(people, office, "binh", key, text)
        assert feedback.troubles[-1].code == code
    assert office.person("binh") == Recipient(RecipientKind.PERSON, "Trần Văn Bình", id=office.people["binh"])


def test_after_typing_it_is_said_who_looks_alike(
    qtbot: QtBot, people: RecipientsPane, office: Office, feedback: FakeFeedback
) -> None:
    with qtbot.waitSignal(people.model.edited):
        type_into(people, office, "binh", "name", "Bùi Văn Dat")
    with qtbot.waitSignal(people.model.edited):
        type_into(people, office, "binh", "unit", "Phòng Tổng hợp")
    with qtbot.waitSignal(people.model.edited):
        type_into(people, office, "binh", "position", "Chuyên viên")
    assert "Có thể trùng với Bùi Văn Đạt" in feedback.said[-1]


def test_rows_from_a_spreadsheet_become_new_records(
    qtbot: QtBot, people: RecipientsPane, office: Office, feedback: FakeFeedback
) -> None:
    QGuiApplication.clipboard().setText(
        "Họ và tên\tNgày sinh\tĐơn vị\nÔng Vũ Văn Lâm\t17/5/1985\tSở Nội vụ\n\t\t\nBà Đỗ Thị Na\t1990\tSở Tài chính\n"
    )
    with qtbot.waitSignal(people.model.edited):
        people.paste_action.trigger()
    assert feedback.said[-1] == "Đã thêm 2 người nhận."
    assert {"Vũ Văn Lâm", "Đỗ Thị Na"} <= set(names(people))
    feedback.offers[0].do()
    assert len(names(people)) == 4


def test_an_empty_clipboard_is_said(people: RecipientsPane, feedback: FakeFeedback) -> None:
    QGuiApplication.clipboard().clear()
    people.paste_new()
    assert feedback.said[-1].startswith("Bộ nhớ tạm chưa có gì")


def test_a_new_person_comes_to_the_front(qtbot: QtBot, people: RecipientsPane, office: Office) -> None:
    people.grid.setFocus()
    qtbot.keyClick(people.grid, Qt.Key.Key_N, CONTROL)
    dialog = opened(people)
    assert not dialog.yes.isEnabled()
    dialog.name.setText("Phạm Thị Hoa")
    dialog.honorific.setCurrentText("Bà")
    assert dialog.gender.currentText() == "Nữ"
    dialog.accept()
    current = people.grid.current()
    assert current is not None
    assert current.recipient.name == "Phạm Thị Hoa"
    assert current.recipient.gender == "female"
    del office


def test_doubts_are_said_while_one_types(people: RecipientsPane) -> None:
    people.add()
    dialog = opened(people)
    dialog.name.setText("Lê Thị Thuý")
    dialog.gender.setCurrentText("Nữ")
    dialog.birth.setText("17/5/1990")
    dialog.id_number.setText("0010900")
    assert "12 chữ số" in dialog.trouble()
    assert not dialog.yes.isEnabled()
    dialog.id_number.setText("001080009999")
    dialog.look()
    assert dialog.trouble() == ""
    said = dialog.warning()
    assert "giới tính nam" in said
    assert "năm sinh 1980" in said
    assert "Có thể trùng với Lê Thị Thúy (sinh 17/05/1990, Sở Tài chính)" in said
    assert "Thuý – Thúy" in said


def test_the_record_that_looks_alike_is_opened_instead(people: RecipientsPane, office: Office) -> None:
    people.add()
    dialog = opened(people)
    dialog.name.setText("Lê Thị Thuý")
    dialog.birth.setText("17/5/1990")
    dialog.look()
    dialog._go.click()
    current = people.grid.current()
    assert current is not None
    assert current.recipient.id == office.people["thuy"]
    assert len(names(people)) == 4


def test_lines_go_to_the_trash_and_come_back(people: RecipientsPane, office: Office, feedback: FakeFeedback) -> None:
    select(people, office, "an", "binh")
    people.grid.delete_wanted.emit()
    assert names(people) == ["Bùi Văn Đạt", "Lê Thị Thúy"]
    feedback.offers[0].do()
    assert len(names(people)) == 4


def test_two_records_become_one_and_undo_parts_them(
    people: RecipientsPane, office: Office, page: DirectoryPage, feedback: FakeFeedback
) -> None:
    select(people, office, "binh", "dat")
    people.merge_action.trigger()
    dialog = people.dialog
    assert isinstance(dialog, MergeDialog)
    assert dialog.chosen()["name"] == 0
    dialog.choose("name", 1)
    dialog.accept()
    assert names(people) == ["Nguyễn Văn An", "Trần Văn Bình", "Lê Thị Thúy"]
    kept = office.person("dat")
    assert (kept.name, kept.position) == ("Trần Văn Bình", "Chuyên viên")
    page._frame.navigation.changes_made.emit(office.services.undo.undo())
    assert len(names(people)) == 4
    del feedback


def test_merging_needs_two(people: RecipientsPane, office: Office, feedback: FakeFeedback) -> None:
    select(people, office, "an")
    people.merge_selected()
    assert feedback.said[-1].startswith("Hãy chọn từ hai dòng")


def test_the_card_can_be_put_away(people: RecipientsPane) -> None:
    people.card_action.trigger()
    assert not people.card.isVisible()
    people.card_action.trigger()
    assert people.card.isVisible()


def test_other_kinds_have_lists_of_their_own(page: DirectoryPage, office: Office) -> None:
    page.show_part(2)
    pane = page.pane()
    assert isinstance(pane, RecipientsPane)
    assert pane.lines.currentIndex() == 1
    assert not pane.card.isVisible()
    made = office.services.recipients.save(Recipient(RecipientKind.HOUSEHOLD, "Hộ ông Lò Văn Páo"))
    page._frame.navigation.changes_made.emit(Changes("recipient.save", frozenset({Kind.RECIPIENT})))
    page.show_recipient(made.created[0])  # type: ignore[arg-type]
    assert page.parts.currentIndex() == 3
    shown = page.pane()
    assert isinstance(shown, RecipientsPane)
    assert names(shown) == ["Hộ ông Lò Văn Páo"]
    assert shown.card.isVisible()


def test_parts_are_made_when_they_are_looked_at(page: DirectoryPage, people: RecipientsPane) -> None:
    assert len(page._panes) == 2
    page.make_all()
    assert len(page._panes) == 4
    assert page.pane() is people


def test_everything_has_a_name(people: RecipientsPane) -> None:
    assert unnamed(people) == []
    people.add()
    assert unnamed(opened(people)) == []


def test_keys_of_a_cell_open_a_field(qtbot: QtBot, people: RecipientsPane, office: Office) -> None:
    number = next(at for at, column in enumerate(people.model.columns) if column.key == "id_number")
    people.grid.go_to(office.people["an"], column=number)
    people.grid.setFocus()
    qtbot.keyClick(people.grid, Qt.Key.Key_F2)
    field = next(found for found in people.grid.viewport().findChildren(QLineEdit) if found.isVisible())
    assert field.text() == "001080001234"

"""The import doctor: both sides at the same place, everything corrected in place, nothing stored by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from tests.ui.doctor.conftest import HEADINGS, Opened, write
from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.list_doctor import DoctorRow, RowState
from thidua_desktop.domain.lists import LineRole, ListField, ListTarget, RepairKind
from thidua_desktop.ui.common.table_model import GROUND_ROLE, MARK_ROLE
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.doctor.defaults_dialog import DefaultsDialog
from thidua_desktop.ui.doctor.pick_dialog import PickDialog
from thidua_desktop.ui.doctor.row_columns import column_of
from thidua_desktop.ui.doctor.window import DoctorWindow

Key = Qt.Key


def states(window: DoctorWindow) -> list[RowState]:
    return [row.state for row in window.draft().rows]


def row(window: DoctorWindow, at: int) -> DoctorRow:
    return window.draft().rows[at]


def type_in(window: DoctorWindow, at: int, field: ListField, text: str) -> None:
    """As if the text had been typed into a cell."""
    line = window.rows.model.line_of(row(window, at).key)
    assert line is not None
    assert window.rows.model.enter({(line, column_of(window.draft().fields, field)): text})


def told(window: DoctorWindow, at: int, field: ListField, role: int) -> object:
    line = window.rows.model.line_of(row(window, at).key)
    assert line is not None
    return window.rows.model.index(line, column_of(window.draft().fields, field)).data(role)


def test_a_clean_list_only_needs_enter(qtbot: QtBot, clean: DoctorWindow) -> None:
    assert states(clean) == [RowState.CLEAN] * 3
    assert clean.keep.text() == "Lưu tất cả 3 đề nghị"
    with qtbot.waitSignal(clean.keep_wanted, timeout=1000) as heard:
        qtbot.keyClick(clean.focusWidget(), Key.Key_Return)
    assert heard.args == [clean.draft()]


def test_every_line_of_the_file_is_shown_with_what_became_of_it(clean: DoctorWindow) -> None:
    lines, seen = clean.sheet.lines.rows(), clean.steps.look.lines
    assert [(block.source.row, seen.role(block)) for block in lines] == [
        (1, LineRole.TITLE),
        (2, LineRole.TITLE),
        (3, LineRole.HEADING),
        *((number, LineRole.ROW) for number in (4, 5, 6)),
        (8, LineRole.FOOTER),
    ]
    assert seen.why(lines[-1])
    assert [box.field() for box in clean.sheet.boxes.values()] == [
        ListField.ORDINAL,
        ListField.NAME,
        ListField.BIRTH,
        ListField.ID_NUMBER,
        ListField.POSITION,
        ListField.AWARD,
    ]


def test_it_begins_at_the_first_fault_and_f8_goes_round(qtbot: QtBot, faulty: DoctorWindow) -> None:
    assert faulty.rows.place() == (row(faulty, 1).key, ListField.AWARD)
    seen = []
    for _ in range(3):
        seen.append(faulty.rows.place())
        qtbot.keyClick(faulty.rows.grid, Key.Key_F8)
    assert (row(faulty, 2).key, ListField.AWARD) in seen
    assert "chưa rõ" in faulty.rows.detail()


def test_a_faulty_list_cannot_be_stored_and_says_what_to_do(faulty: DoctorWindow, feedback: FakeFeedback) -> None:
    spy = QSignalSpy(faulty.keep_wanted)
    faulty.save()
    assert spy.count() == 0
    assert feedback.said[-1].startswith("Còn 2 dòng chưa lưu được")
    assert "sẽ lưu 2" in faulty.footer.summary()


def test_a_fault_is_corrected_in_its_cell_and_taken_back(qtbot: QtBot, faulty: DoctorWindow) -> None:
    assert told(faulty, 1, ListField.AWARD, GROUND_ROLE) == Tone.DANGER
    type_in(faulty, 1, ListField.AWARD, "CSTĐCS")
    qtbot.waitUntil(lambda: row(faulty, 1).row.award_id == "chien_si_thi_dua_co_so")
    assert told(faulty, 1, ListField.AWARD, GROUND_ROLE) is None
    assert told(faulty, 1, ListField.AWARD, MARK_ROLE) == Tone.SUCCESS
    assert "trong tệp ghi: Chiến sĩ thi đua giỏi" in str(
        told(faulty, 1, ListField.AWARD, int(Qt.ItemDataRole.ToolTipRole))
    )
    faulty.undo_action.trigger()
    assert row(faulty, 1).row.award_id is None
    assert not faulty.undo_action.isEnabled()


def test_rows_are_left_out_and_taken_again(qtbot: QtBot, faulty: DoctorWindow) -> None:
    for at in (1, 2):
        faulty.rows.go_to(row(faulty, at).key, ListField.NAME)
        qtbot.keyClick(faulty.rows.grid, Key.Key_Delete)
    assert [each.taken for each in faulty.draft().rows] == [True, False, False, True]
    assert faulty.draft().storable
    assert faulty.keep.text() == "Lưu tất cả 2 đề nghị"
    assert faulty.rows.model.rows()[-1].key == row(faulty, 2).key
    faulty.rows.go_to(row(faulty, 2).key, ListField.NAME)
    qtbot.keyClick(faulty.rows.grid, Key.Key_Delete)
    assert row(faulty, 2).taken


def test_repairs_are_listed_and_each_can_be_taken_back(qtbot: QtBot, faulty: DoctorWindow) -> None:
    lines = faulty.steps.look.repairs
    name = next(line for line in lines if line.repair.field is ListField.NAME)
    assert (name.repair.before, name.repair.after) == ("NguyÔn V¨n Dòng", "Nguyễn Văn Dũng")
    assert told(faulty, 3, ListField.NAME, MARK_ROLE) == Tone.INFO
    faulty.tabs.setCurrentIndex(2)
    faulty.tabs.repairs.grid.go_to(name.ident)
    qtbot.keyClick(faulty.tabs.repairs.grid, Key.Key_Space)
    assert row(faulty, 3).values[ListField.NAME] == "NguyÔn V¨n Dòng"
    assert next(line for line in faulty.steps.look.repairs if line.ident == name.ident).back
    qtbot.keyClick(faulty.tabs.repairs.grid, Key.Key_Space)
    assert row(faulty, 3).values[ListField.NAME] == "Nguyễn Văn Dũng"


def test_all_repairs_of_a_kind_at_once(qtbot: QtBot, faulty: DoctorWindow) -> None:
    faulty.tabs.setCurrentIndex(2)
    first = next(line for line in faulty.steps.look.repairs if line.repair.kind is RepairKind.ENCODING)
    faulty.tabs.repairs.grid.go_to(first.ident)
    faulty.tabs.repairs.kind_action.trigger()
    faulty.tabs.repairs.back_action.trigger()
    assert row(faulty, 3).values[ListField.NAME] == "NguyÔn V¨n Dòng"
    assert row(faulty, 3).values[ListField.POSITION] == "B¸c sÜ"
    assert row(faulty, 1).values[ListField.ID_NUMBER] == "001075000456"


def test_a_column_is_given_another_meaning(faulty: DoctorWindow, feedback: FakeFeedback) -> None:
    faulty.sheet.field_chosen.emit(4, ListField.NOTE)
    assert row(faulty, 0).values[ListField.POSITION] == ""
    assert row(faulty, 0).values[ListField.NOTE] == "Giáo viên"
    faulty.sheet.field_chosen.emit(1, ListField.OTHER)
    assert feedback.troubles[-1].code == "doctor.no_name_column"
    assert row(faulty, 0).values[ListField.NAME] == "Nguyễn Thị An"
    assert faulty.sheet.boxes[1].field() is ListField.NAME


def test_both_sides_stand_at_the_same_place(clean: DoctorWindow) -> None:
    clean.rows.go_to(row(clean, 2).key, ListField.NAME)
    assert clean.sheet.currentIndex().siblingAtColumn(0).data() == "6"
    line = clean.sheet.lines.line_of(row(clean, 0).key.block)
    assert line is not None
    clean.sheet.setCurrentIndex(clean.sheet.lines.index(line, 3))
    current = clean.rows.grid.current()
    assert current is not None
    assert current.key == row(clean, 0).key


def test_an_award_is_told_once_for_all_rows(faulty: DoctorWindow) -> None:
    faulty.deeds.ask_award(row(faulty, 1))
    asked = faulty.deeds.dialog
    assert isinstance(asked, PickDialog)
    asked.search.setText("chien si thi dua co so")
    asked.accept()
    assert row(faulty, 1).row.award_id == "chien_si_thi_dua_co_so"


def test_what_holds_for_rows_that_say_nothing(opened: Opened, tmp_path: Path) -> None:
    rows = [("1", "Nguyễn Thị An", "1980", "", "Giáo viên")]
    window = opened(write(tmp_path / "khong-ghi.xlsx", rows, HEADINGS[:5]))
    assert states(window) == [RowState.FAULTY]
    window.deeds.ask_defaults()
    asked = window.deeds.dialog
    assert isinstance(asked, DefaultsDialog)
    asked.award.setCurrentIndex(asked.award.findData("lao_dong_tien_tien"))
    asked.accept()
    assert row(window, 0).row.award_id == "lao_dong_tien_tien"
    assert window.draft().storable
    assert "Lao động tiên tiến" in window.header.defaults.text()


def test_the_same_list_read_for_people(faulty: DoctorWindow) -> None:
    faulty.header.target_chosen.emit(ListTarget.PEOPLE)
    assert faulty.draft().target is ListTarget.PEOPLE
    assert ListField.AWARD not in faulty.draft().fields
    assert faulty.rows.model.columnCount() == len(faulty.draft().fields) + 3
    assert faulty.header.rounds.isHidden()


def test_what_is_no_list_is_refused_with_a_sentence(opened: Opened, feedback: FakeFeedback, tmp_path: Path) -> None:
    path = tmp_path / "thu.csv"
    path.write_text("Kính gửi;Sở Nội vụ\nV/v góp ý;dự thảo\n", encoding="utf-8")
    window = opened(path)
    assert window.draft().refused is not None
    assert feedback.said[0].startswith("Không thấy danh sách")
    assert not window.keep.isEnabled()


def test_leaving_asks_only_after_corrections(faulty: DoctorWindow, feedback: FakeFeedback) -> None:
    feedback.agree = False
    faulty.deeds.drop([row(faulty, 1)])
    faulty.reject()
    assert faulty.isVisible()
    assert feedback.questions == ["Đóng mà không lưu danh sách này?"]
    faulty.undo_action.trigger()
    faulty.reject()
    assert not faulty.isVisible()


def test_everything_can_be_named_and_reached(faulty: DoctorWindow) -> None:
    assert unnamed(faulty) == []
    assert faulty.sheet.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers


def test_what_the_law_says_is_seen_before_anything_is_stored(qtbot: QtBot, clean: DoctorWindow) -> None:
    verdicts = [one.judgement.final for one in clean.rows.model.rows() if one.judgement is not None]
    assert verdicts == [Verdict.CANNOT_TELL] * 3
    qtbot.keyClick(clean.rows.grid, Key.Key_F9)
    assert clean.tabs.tabText(clean.tabs.currentIndex()) == "Xét điều kiện (3 chưa rõ)"
    lines = clean.tabs.verdicts.list.lines()
    assert "chưa có trong danh bạ" in lines[0].text
    assert any(line.detail for line in lines)
    assert all(line.ask is None for line in lines), "nothing can be entered of a row that is not stored"
    clean.tabs.verdicts.grid.opened.emit(row(clean, 2))
    assert clean.rows.place() == (row(clean, 2).key, ListField.AWARD)


def test_a_row_is_judged_anew_when_its_award_is_changed(qtbot: QtBot, clean: DoctorWindow) -> None:
    type_in(clean, 0, ListField.AWARD, "Huân chương Lao động hạng Ba")
    qtbot.waitUntil(lambda: row(clean, 0).row.award_id == "huan_chuong_lao_dong_ba")
    changed = clean.rows.model.rows()[0].judgement
    assert changed is not None
    assert changed.assessment.claim.award_id == "huan_chuong_lao_dong_ba"


def test_a_list_of_people_has_no_verdicts(qtbot: QtBot, opened: Opened, clean_file: Path) -> None:
    people = opened(clean_file, ListTarget.PEOPLE)
    assert not people.tabs.isTabVisible(3)
    qtbot.keyClick(people.rows.grid, Key.Key_F9)
    assert people.tabs.currentIndex() == 0

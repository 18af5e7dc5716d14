"""What goes out of the calendar: keys and menu, the preview, Word and Excel files, letters that urge."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.calendar.conftest import Year
from tests.ui.helpers import FakeFeedback
from thidua_desktop.domain.task_details import Urging, UrgingWay
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.common.preferences import Preferences


@pytest.fixture
def folder(preferences: Preferences, tmp_path: Path) -> Path:
    """The folder that files are offered to be written to."""
    preferences.set_folder("export", tmp_path)
    return tmp_path


def entries(menu: QMenu) -> list[QAction]:
    """The actions of a menu and of those inside it."""
    inner = [menu_.actions() for menu_ in menu.findChildren(QMenu)]
    return [deed for deed in (*menu.actions(), *(deed for deeds in inner for deed in deeds)) if deed.text()]


def entry(page: CalendarPage, text: str) -> QAction:
    return next(deed for deed in entries(page.print_menu) if deed.text().startswith(text))


def text_of(page: CalendarPage) -> str:
    """The words of the PDF in the preview, which is then closed."""
    preview = page.papers.preview
    assert preview is not None
    words = " ".join(sheet.extract_text() for sheet in PdfReader(preview._path).pages)
    preview.close()
    return " ".join(words.split())


@pytest.mark.parametrize(
    ("view", "title"),
    [
        (View.MONTH, "LỊCH CÔNG VIỆC THÁNG 6 NĂM 2024"),
        (View.QUARTER, "LỊCH CÔNG VIỆC QUÝ II NĂM 2024"),
        (View.WEEK, "Tuần 25 năm 2024"),
        (View.YEAR, "LỊCH CÔNG VIỆC THI ĐUA"),
        (View.LIST, "DANH SÁCH VIỆC CẦN LÀM"),
    ],
)
def test_one_key_prints_the_view(qtbot: QtBot, page: CalendarPage, view: View, title: str) -> None:
    page.show_view(view)
    page.activateWindow()
    page.views[view].setFocus()
    qtbot.keyClick(page.views[view], Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert title in text_of(page)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Lịch công tác tuần…", "Họp Hội đồng thi đua"),
        ("Lịch tháng treo tường A4", "Rà soát danh hiệu thi đua"),
        ("Lịch tháng treo tường A3", "Rà soát danh hiệu thi đua"),
        ("Lịch quý treo tường A3", "Tuyên truyền gương điển hình tiên tiến"),
        ("Lịch quý treo tường A4", "THÁNG 5 NĂM 2024"),
        ("Lịch công tác cả năm", "Cập nhật sổ khen thưởng"),
        ("Việc cần làm của kỳ", "Quý II năm 2024"),
        ("Nhiệm vụ theo đơn vị của kỳ", "CỦA SỞ NỘI VỤ"),
        ("Kết quả thực hiện của kỳ", "TỔNG HỢP THEO ĐƠN VỊ CHỦ TRÌ"),
    ],
)
def test_every_paper_is_previewed_from_the_menu(page: CalendarPage, name: str, words: str) -> None:
    page.show_view(View.MONTH)
    entry(page, name).trigger()
    assert words in text_of(page)


def test_the_year_view_asks_for_the_papers_of_the_year(page: CalendarPage) -> None:
    page.show_view(View.YEAR)
    entry(page, "Kết quả thực hiện của kỳ").trigger()
    assert "CẢ NĂM 2024" in text_of(page)


@pytest.mark.parametrize("kind", ["Word", "Excel"])
@pytest.mark.parametrize("name", ["Lịch công tác tuần", "Việc cần làm", "Nhiệm vụ theo đơn vị", "Kết quả thực hiện"])
def test_word_and_excel_are_written_where_the_clerk_says(
    page: CalendarPage, feedback: FakeFeedback, folder: Path, kind: str, name: str
) -> None:
    entry(page, f"{name} ({kind})").trigger()
    written = feedback.proposed[-1]
    assert written.parent == folder
    if kind == "Word":
        assert docx.Document(str(written)).tables
    else:
        assert openpyxl.load_workbook(written).worksheets
    assert written.name in feedback.said[-1]


def test_the_calendar_file_leaves_from_here_too(page: CalendarPage, feedback: FakeFeedback, folder: Path) -> None:
    entry(page, "Lịch điện tử").trigger()
    assert feedback.proposed[-1].read_bytes().count(b"BEGIN:VALARM") > 4


def test_letters_go_to_the_units_that_owe_something(qtbot: QtBot, page: CalendarPage) -> None:
    entry(page, "Công văn đôn đốc").trigger()
    dialog = page.papers.dialog
    assert dialog is not None
    assert dialog.chosen() == ("Văn phòng",), "its report was due on 15/6"
    assert dialog.by.day() == date(2024, 6, 27), "five working days from today"
    dialog.number.setText("12/SNV-TĐKT")
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    words = text_of(page)
    assert "Kính gửi: Văn phòng" in words
    assert "Báo cáo sơ kết 6 tháng" in words
    assert "Số: 12/SNV-TĐKT" in words
    assert "trước ngày 27 tháng 6 năm 2024" in words


def test_who_was_written_to_is_kept_in_the_log(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    entry(page, "Công văn đôn đốc").trigger()
    dialog = page.papers.dialog
    assert dialog is not None and not dialog.log.isChecked(), "a letter that is only looked at is not kept"
    dialog.log.setChecked(True)
    dialog.number.setText("12/SNV-TĐKT")
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    (kept,) = page._services.task_details.of_task(year.ids["late"]).urgings
    assert (kept.unit, kept.way, kept.letter_number) == ("Văn phòng", UrgingWay.LETTER, "12/SNV-TĐKT")
    assert (kept.urged_on, kept.answer_by) == (date(2024, 6, 20), date(2024, 6, 27))
    text_of(page)
    entry(page, "Công văn đôn đốc").trigger()
    assert page.papers.dialog is not None
    qtbot.mouseClick(page.papers.dialog.yes, Qt.MouseButton.LeftButton)
    assert len(page._services.task_details.of_task(year.ids["late"]).urgings) == 1
    text_of(page)


def test_letters_as_a_word_file(qtbot: QtBot, page: CalendarPage, feedback: FakeFeedback, folder: Path) -> None:
    entry(page, "Công văn đôn đốc").trigger()
    assert page.papers.dialog is not None
    qtbot.mouseClick(page.papers.dialog.word, Qt.MouseButton.LeftButton)
    assert feedback.proposed[-1].name == "Công văn đôn đốc Văn phòng.docx"
    assert docx.Document(str(feedback.proposed[-1])).tables


def test_a_letter_needs_a_unit_and_a_day(page: CalendarPage) -> None:
    entry(page, "Công văn đôn đốc").trigger()
    dialog = page.papers.dialog
    assert dialog is not None and dialog.yes.isEnabled()
    dialog.by.setText("")
    assert not dialog.yes.isEnabled() and not dialog.word.isEnabled()
    dialog.by.set_day(date(2024, 7, 1))
    dialog.boxes[0].setChecked(False)
    assert not dialog.yes.isEnabled()
    dialog.reject()


def test_nobody_owes_anything(page: CalendarPage, year: Year, feedback: FakeFeedback) -> None:
    page._services.tasks.delete([year.ids["late"]])
    entry(page, "Công văn đôn đốc").trigger()
    assert page.papers.dialog is None
    assert "Không có đơn vị nào còn nợ việc" in feedback.said[-1]


def test_a_letter_that_nobody_waits_for_is_not_asked_for(
    page: CalendarPage, feedback: FakeFeedback, year: Year
) -> None:
    page.choose(year.ids["late"])
    page.details.letter_action.trigger()
    assert "Không còn đơn vị nào phải trả lời" in feedback.said[-1]
    assert page.papers.dialog is None


def test_the_letter_of_one_task_leaves_from_its_panel(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    task_id = year.ids["today"]
    page._services.urging.log([Urging(task_id, "Sở Y tế", date(2024, 6, 19), UrgingWay.PHONE)])
    page.show_task(task_id)
    page.panel.urging.letter_wanted.emit(task_id, page.panel.urging.units_to_write_to() or ("Sở Y tế",))
    assert page.papers.dialog is not None
    assert page.papers.dialog.chosen() == ("Sở Y tế",)
    qtbot.mouseClick(page.papers.dialog.yes, Qt.MouseButton.LeftButton)
    assert "Họp Hội đồng thi đua" in text_of(page)


def test_the_menu_of_the_window_has_them_all(page: CalendarPage) -> None:
    menu = QMenu()
    page.fill_menu(menu)
    assert page.print_menu.menuAction() in menu.actions()
    assert len(entries(page.print_menu)) == 22
    keys = [deed.shortcut().toString() for deed in entries(page.print_menu) if not deed.shortcut().isEmpty()]
    assert len(keys) == len(set(keys)) == 20

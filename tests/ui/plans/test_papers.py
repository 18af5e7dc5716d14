"""What goes out of the plans tab, and what comes back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.ui.common import pdf_printing
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.plans.tracker_return import TrackerDialog
from thidua_desktop.wording import tracker
from thidua_desktop.wording.tracker import Key

Button = Qt.Key


@pytest.fixture
def ready(with_plan: PlanId, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window with the sample plan in front; pages are printed coarsely, which is fast."""
    monkeypatch.setattr(pdf_printing, "_DPI", 30)
    assert window.plans.plan() is not None
    return window


def test_the_annex_is_previewed_saved_and_printed(
    qtbot: QtBot, ready: MainWindow, feedback: FakeFeedback, tmp_path: Path
) -> None:
    ready.plans.annex_action.trigger()
    preview = ready.plans.papers.preview
    assert preview is not None
    pages = preview.page_count()
    assert pages >= 2
    scratch = preview._path
    preview.activateWindow()
    qtbot.waitUntil(preview.isActiveWindow)
    qtbot.keyClick(preview, Button.Key_PageDown)
    qtbot.waitUntil(lambda: preview.page() == 2)
    feedback.target = tmp_path / "phụ lục.pdf"
    preview.save()
    assert len(PdfReader(feedback.target).pages) == pages
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    preview.print_to(printer)
    qtbot.waitUntil(lambda: not preview.printing())
    assert len(PdfReader(tmp_path / "in.pdf").pages) == pages
    preview.close()
    assert not scratch.exists()


@pytest.mark.parametrize("name", ["word_action", "flat_action", "ics_action", "tracker_action"])
def test_every_export_writes_a_file_and_offers_to_open_it(
    ready: MainWindow, feedback: FakeFeedback, tmp_path: Path, name: str
) -> None:
    ready.preferences.set_folder("export", tmp_path)
    getattr(ready.plans, name).trigger()
    written = feedback.proposed[-1]
    assert written.parent == tmp_path
    assert written.stat().st_size > 500
    feedback.offers[0].do()
    assert feedback.opened == [written]


def entry(ready: MainWindow, text: str) -> QAction:
    """The entry of the menu "In" that begins so."""
    menu = ready.plans.header.print_menu
    inner = [deed for other in menu.findChildren(QMenu) for deed in other.actions()]
    return next(deed for deed in (*menu.actions(), *inner) if deed.text().startswith(text))


def shown(ready: MainWindow) -> str:
    """The words of the PDF in the preview, which is then closed."""
    preview = ready.plans.papers.preview
    assert preview is not None
    words = " ".join(page.extract_text() for page in PdfReader(preview._path).pages)
    preview.close()
    return " ".join(words.split())


def test_the_whole_document_is_previewed_with_a_key(qtbot: QtBot, ready: MainWindow) -> None:
    ready.activateWindow()
    ready.plans.list.setFocus()
    qtbot.keyClick(
        ready.plans.list, Button.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    words = shown(ready)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words
    assert "Nơi nhận:" in words
    assert "./." in words
    assert "Phụ lục DANH MỤC" not in words


@pytest.mark.parametrize(
    ("name", "said"),
    [("In kế hoạch kèm phụ lục", "Phụ lục DANH MỤC"), ("In danh mục điều chỉnh", "DANH MỤC NHIỆM VỤ ĐIỀU CHỈNH")],
)
def test_annexed_and_adjusted_plans_are_previewed(ready: MainWindow, name: str, said: str) -> None:
    entry(ready, name).trigger()
    assert said in shown(ready)


def test_every_page_is_printed_as_it_is_turned(qtbot: QtBot, ready: MainWindow, tmp_path: Path) -> None:
    entry(ready, "In kế hoạch kèm phụ lục").trigger()
    preview = ready.plans.papers.preview
    assert preview is not None
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    preview.print_to(printer)
    qtbot.waitUntil(lambda: not preview.printing())
    made, seen = PdfReader(preview._path), PdfReader(tmp_path / "in.pdf")
    turned = [page.mediabox.width > page.mediabox.height for page in made.pages]
    assert [page.mediabox.width > page.mediabox.height for page in seen.pages] == turned
    assert True in turned and False in turned
    preview.close()


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("Toàn văn kế hoạch (Word)", ".docx"),
        ("Kế hoạch kèm phụ lục (Word)", ".docx"),
        ("Danh mục điều chỉnh (Word)", ".docx"),
        ("Phụ lục nhiệm vụ (Excel)", ".xlsx"),
        ("Danh mục điều chỉnh (Excel)", ".xlsx"),
    ],
)
def test_documents_are_written_as_word_and_excel(
    ready: MainWindow, feedback: FakeFeedback, tmp_path: Path, name: str, suffix: str
) -> None:
    ready.preferences.set_folder("export", tmp_path)
    entry(ready, name).trigger()
    assert feedback.proposed[-1].suffix == suffix
    assert feedback.proposed[-1].read_bytes().startswith(b"PK")


def test_quarter_and_year_schedules_are_previewed(ready: MainWindow) -> None:
    entries = [deed for deed in ready.plans.header.print_menu.actions() if "lịch công tác" in deed.text()]
    assert len(entries) == 5
    for entry in entries:
        entry.trigger()
        preview = ready.plans.papers.preview
        assert preview is not None
        assert preview.page_count() >= 1
        preview.close()


def filled_in(path: Path) -> None:
    """The first two tasks as a unit would fill them in: one done, one waiting."""
    book = openpyxl.load_workbook(path)
    sheet = book[tracker.SHEET]
    ordinal, state, progress = (tracker.INDEX[key] + 1 for key in (Key.ORDINAL, Key.STATE, Key.PROGRESS))
    first = next(row for row in range(1, sheet.max_row) if sheet.cell(row, ordinal).value == 1)
    for row, said, done in ((first, "Hoàn thành", 100), (first + 1, "Chờ đơn vị", 40)):
        sheet.cell(row, state).value = said
        sheet.cell(row, progress).value = done
    book.save(path)


def test_a_returned_tracker_is_shown_chosen_from_and_taken_over(
    qtbot: QtBot, ready: MainWindow, feedback: FakeFeedback, tmp_path: Path, with_plan: PlanId
) -> None:
    path = ready.services.trackers.export(2024, tmp_path / "theo dõi.xlsx", plan_id=with_plan)
    filled_in(path)
    first, second = ready.services.tasks.of_plan(with_plan)[:2]
    assert second.id is not None
    ready.services.tasks.move([second.id], TaskState.IN_PROGRESS)

    ready.files.take(path)
    dialog = ready.plans.receipt.dialog
    assert isinstance(dialog, TrackerDialog)
    rows = {(choice.change.task_id, choice.change.field.value): choice for choice in dialog.model.rows()}
    assert rows[(first.id, "state")].taken
    conflict = rows[(second.id, "state")]
    assert conflict.change.conflict and not conflict.taken

    dialog.grid.go_to(conflict.at)
    qtbot.keyClick(dialog.grid, Button.Key_Space)
    assert conflict.change in dialog.taken()
    qtbot.keyClick(dialog.grid, Button.Key_Space)
    assert conflict.change not in dialog.taken()
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)

    states = [task.state for task in ready.services.tasks.of_plan(with_plan)[:2]]
    assert states == [TaskState.DONE, TaskState.IN_PROGRESS]
    assert "theo dõi.xlsx" in feedback.said[-1]


def test_an_untouched_tracker_says_so(ready: MainWindow, feedback: FakeFeedback, tmp_path: Path) -> None:
    path = ready.services.trackers.export(2024, tmp_path / "nguyên.xlsx")
    ready.files.take(path)
    assert "không có gì khác" in feedback.said[-1]


def test_a_workbook_that_is_no_tracker_is_read_as_a_plan(ready: MainWindow, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["KẾ HOẠCH năm 2025"], ["TT", "Nội dung", "Thời gian"], [1, "Họp Hội đồng", "Quý I"]):
        sheet.append(row)
    book.save(tmp_path / "kế hoạch.xlsx")
    ready.files.take(tmp_path / "kế hoạch.xlsx")
    assert ready.plans.intake.preview is not None

"""The window in which a superior's workbook is tied and filled, driven by its keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.nasty_workbooks import SHEET, loaded, province_form
from tests.ui.helpers import FakeFeedback
from tests.ui.reports.making import Maker
from thidua_desktop.domain.statistics.questions import Dimension, Subject
from thidua_desktop.services.container import Services
from thidua_desktop.ui.reports.workbook_board import CellState
from thidua_desktop.ui.reports.workbook_fill_dialog import FillDialog
from thidua_desktop.ui.reports.workbook_panel import TEXT
from thidua_desktop.ui.reports.workbook_window import WorkbookWindow


@pytest.fixture(scope="session")
def form_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return province_form(tmp_path_factory.mktemp("form") / "Biểu tổng hợp.xlsx")


@pytest.fixture
def window(maker: Maker, form_path: Path) -> WorkbookWindow:
    made = maker.show(WorkbookWindow)
    made.open_file(form_path)
    return made


def _state(window: WorkbookWindow, row: int, column: int) -> CellState:
    assert window.board is not None
    return window.board.state((SHEET, row, column))


def test_enter_takes_a_proposal_and_goes_on(qtbot: QtBot, window: WorkbookWindow) -> None:
    window.view.go_to((SHEET, 9, 4))
    assert _state(window, 9, 4) is CellState.SURE
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    assert _state(window, 9, 4) is CellState.TIED
    assert window.view.current_place() == (SHEET, 9, 5)
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    assert window.view.current_place() == (SHEET, 9, 6)
    window.view.go_to((SHEET, 9, 4))
    qtbot.keyClick(window.view, Qt.Key.Key_Delete)
    assert _state(window, 9, 4) is CellState.SURE


def test_the_panel_shows_what_a_proposal_asks(window: WorkbookWindow) -> None:
    window.view.go_to((SHEET, 15, 5))
    draft = window.panel.draft()
    assert draft is not None
    assert draft.question is not None
    assert draft.question.text().endswith("|award_group=giay_khen;kind=person;worker=direct")
    assert window.panel.heads_label.text().splitlines()[1] == "Trong đó › Cá nhân"
    assert window.panel.value.text() == "0"
    assert "Giấy khen" in window.panel.sentence.text()


def test_the_clerk_chooses_another_figure(window: WorkbookWindow) -> None:
    window.view.go_to((SHEET, 12, 7))
    assert _state(window, 12, 7) is CellState.OPEN
    panel = window.panel
    panel.subject.setCurrentIndex(1)
    panel.subject.activated.emit(1)
    box = panel.boxes[Dimension.SEX]
    box.setCurrentIndex(box.findText("Nữ"))
    box.activated.emit(box.currentIndex())
    panel.tie_button.click()
    assert window.board is not None
    tie = window.board.tie((SHEET, 12, 7))
    assert tie is not None
    assert tie.question is not None
    assert tie.question.subject is Subject.NOMINATIONS
    assert [one.text() for one in tie.question.conditions] == ["sex=female"]


def test_a_fixed_text_and_a_cell_left_alone(window: WorkbookWindow) -> None:
    window.view.go_to((SHEET, 4, 8))
    window.panel.what.setCurrentIndex(TEXT)
    window.panel.what.activated.emit(TEXT)
    window.panel.text.setText("15/12/2026")
    window.panel.tie()
    window.view.go_to((SHEET, 8, 7))
    window.leave_alone()
    assert (_state(window, 4, 8), _state(window, 8, 7)) == (CellState.TIED, CellState.ALONE)


def test_a_formula_is_asked_about(window: WorkbookWindow, feedback: FakeFeedback) -> None:
    feedback.agree = False
    window.view.go_to((SHEET, 9, 3))
    window.panel.tie()
    assert feedback.questions == ["Ô C9 có công thức. Thay công thức bằng số?"]
    assert _state(window, 9, 3) is CellState.FORMULA
    feedback.agree = True
    window.panel.tie()
    assert _state(window, 9, 3) is CellState.TIED
    assert window.filling.over == {(SHEET, 9, 3)}


def test_filling_keeps_the_ties_and_writes_the_file(
    window: WorkbookWindow, feedback: FakeFeedback, tmp_path: Path, services: Services
) -> None:
    window.accept_sure()
    assert feedback.said[-1] == "Đã nhận 26 đề xuất chắc chắn."
    window.filling.fill()
    dialog = window.dialog
    assert isinstance(dialog, FillDialog)
    assert dialog.grid.proxy.rowCount() == 26
    feedback.target = tmp_path / "đã điền.xlsx"
    dialog.accept()
    assert feedback.proposed[-1].name == "Biểu tổng hợp - 2024.xlsx"
    assert loaded(tmp_path / "đã điền.xlsx")[SHEET]["E9"].value == 0
    assert "Đã điền 26 ô" in feedback.said[-1]
    wanted: list[tuple[object, ...]] = []
    window.archive_wanted.connect(lambda *told: wanted.append(told))
    feedback.offers[-1].do()
    assert wanted == [(feedback.target, "Biểu tổng hợp", window.period())]
    assert [one.name for one in services.workbook_ties.all()] == ["Biểu tổng hợp"]
    assert window.board is not None
    assert not window.board.changed


def test_the_next_version_shows_where_ties_have_gone(
    window: WorkbookWindow, feedback: FakeFeedback, tmp_path: Path
) -> None:
    window.accept_sure()
    window.filling.keep()
    window.open_file(province_form(tmp_path / "2025.xlsx", year=2025, above=1))
    assert _state(window, 10, 4) is CellState.MOVED
    assert any("tìm lại theo đầu dòng" in text for text in feedback.said)
    assert window.name.text() == "Biểu tổng hợp"
    window.view.go_to((SHEET, 10, 4))
    window.accept_current()
    assert _state(window, 10, 4) is CellState.TIED


def test_ties_that_are_not_kept_are_asked_about(window: WorkbookWindow, feedback: FakeFeedback) -> None:
    window.accept_sure()
    feedback.agree = False
    window.reject()
    assert feedback.questions == ["Bỏ các ô vừa nối?"]
    assert window.board is not None


def test_a_file_that_is_no_workbook(window: WorkbookWindow, feedback: FakeFeedback, tmp_path: Path) -> None:
    (tmp_path / "bieu.xls").write_bytes(b"<html><table><tr><td>1</td></tr></table></html>")
    before = window.board
    window.open_file(tmp_path / "bieu.xls")
    assert "Lưu thành dạng .xlsx" in feedback.said[-1]
    assert window.board is before


def test_a_kept_workbook_is_deleted_and_what_lies_open_stays(window: WorkbookWindow, services: Services) -> None:
    window.accept_sure()
    window.filling.keep()
    (kept,) = services.workbook_ties.all()
    window.kept.delete(kept)
    assert services.workbook_ties.all() == ()
    assert window.board is not None
    assert window.board.changed
    assert len(window.board.ties) == 26

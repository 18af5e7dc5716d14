"""The list behind a figure: read, copied, written, kept up to date, told when there is nothing in it."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from tests.ui.reports.conftest import Filled
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.questions import Question, Subject, ask
from thidua_desktop.services.container import Services
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reports.behind import behind_tasks
from thidua_desktop.ui.reports.behind_window import BehindWindow
from thidua_desktop.ui.reports.desk import ReportDesk

YEAR = periods.year(2024)


class Opened:
    """Opens lists of questions on the filled office."""

    def __init__(self, qtbot: QtBot, desk: ReportDesk, feedback: FakeFeedback) -> None:
        self._qtbot, self._desk, self._feedback = qtbot, desk, feedback

    def __call__(self, question: Question) -> BehindWindow:
        held = self._desk.services.statistics
        (figure,) = held.answer((question,))
        return self.window(figure, held.facts(question.period, {question.subject}).names)

    def window(self, figure: object, names: object) -> BehindWindow:
        desk = self._desk
        made = BehindWindow(
            *(desk.services, desk.runner, desk.navigation, figure, names),  # type: ignore[arg-type]
            preferences=desk.preferences,
            feedback=self._feedback,
        )
        self._qtbot.addWidget(made)
        made.show()
        return made


@pytest.fixture
def opened(qtbot: QtBot, desk: ReportDesk, feedback: FakeFeedback, filled: Filled) -> Opened:
    return Opened(qtbot, desk, feedback)


def test_the_list_has_every_record_and_can_be_copied(opened: Opened) -> None:
    shown = opened(ask(Subject.AWARDS, YEAR, kind="person"))
    assert shown.told.text().endswith("Đối tượng: Cá nhân: 3")
    shown.copy_list.trigger()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 4
    assert copied[0].startswith("Nội dung\t")
    assert unnamed(shown) == []


def test_the_list_goes_to_excel(opened: Opened, tmp_path: Path, feedback: FakeFeedback) -> None:
    shown = opened(ask(Subject.AWARDS, YEAR))
    shown.excel.trigger()
    (sheet,) = openpyxl.load_workbook(tmp_path / "Danh sách của số liệu.xlsx").worksheets
    said = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert {"Nguyễn Văn An", "Phòng Tổ chức", "4/QĐ-SYT"} <= said
    assert "Đã ghi" in feedback.said[-1]


def test_a_list_without_records_says_so(opened: Opened) -> None:
    shown = opened(ask(Subject.AWARDS, YEAR, kind="household"))
    assert shown.places.currentWidget() is shown.empty
    for deed in (shown.open_record, shown.copy_list, shown.excel):
        assert not deed.isEnabled()


def test_a_record_that_goes_while_the_list_is_open_leaves_it(
    opened: Opened, services: Services, filled: Filled, navigation: Navigation
) -> None:
    shown = opened(ask(Subject.AWARDS, YEAR))
    key = shown.model.rows()[0].key
    navigation.changes_made.emit(services.register.delete([key.id]))  # type: ignore[list-item]
    assert len(shown.model.rows()) == 3
    assert shown.told.text().endswith(": 3")


def test_tasks_that_no_question_asks_for_have_a_list_too(opened: Opened, services: Services, filled: Filled) -> None:
    ids = tuple(row.task.id or 0 for row in services.tasks.of_year(2024))
    held = services.statistics
    shown = opened.window(behind_tasks(held, ids, "Nhiệm vụ của kế hoạch"), held.facts(YEAR, ()).names)
    assert {line.text for line in shown.model.rows()} == {"Kiểm tra công tác thi đua", "Sơ kết 6 tháng", "Tổng kết năm"}
    assert shown.told.text() == "Nhiệm vụ của kế hoạch: 3"

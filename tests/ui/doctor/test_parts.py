"""The parts of the doctor by themselves: dropped files, a question with many answers, changes one after the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.documents import Document
from thidua_desktop.domain.list_doctor import DoctorDraft, Wishes
from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.services.list_doctor import ListNameColumnMissing
from thidua_desktop.ui.doctor.dropping import ListDrops, is_list, may_be_lists
from thidua_desktop.ui.doctor.look import Look, look_at
from thidua_desktop.ui.doctor.pick_dialog import Answer, PickDialog
from thidua_desktop.ui.doctor.sheet_view import letters
from thidua_desktop.ui.doctor.steps import DraftSteps


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        *(("a.xlsx", True), ("a.XLS", True), ("a.ods", True), ("a.csv", True), ("a.docx", True)),
        *(("~$a.xlsx", False), ("a.pdf", False), ("a.tdkt", False), ("a", False)),
    ],
)
def test_which_files_may_be_lists(name: str, taken: bool) -> None:
    assert is_list(Path(name)) is taken
    assert may_be_lists([Path(name)]) is taken


def drop(target: QWidget, *paths: Path) -> bool:
    """Whether the widget takes what is dragged over it and dropped."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *rest)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(5, 5), *rest)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def test_lists_and_folders_are_taken_where_they_are_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    target, heard = QWidget(), list[list[Path]]()
    qtbot.addWidget(target)
    ListDrops(target).dropped.connect(heard.append)
    assert drop(target, tmp_path, tmp_path / "a.xlsx")
    assert heard == [[tmp_path, tmp_path / "a.xlsx"]]
    assert not drop(target, tmp_path / "so-noi-vu.tdkt")
    assert len(heard) == 1


def test_an_answer_is_found_without_diacritics_and_by_arrows(qtbot: QtBot) -> None:
    answers = [Answer("Sở Y tế", 1), Answer("Sở Nội vụ", 2), Answer("Đơn vị khác", None, "Giữ tên như đơn vị ghi")]
    dialog = PickDialog("Là đơn vị nào", "Đó là đơn vị nào?", answers, yes="Chọn")
    qtbot.addWidget(dialog)
    assert dialog.value() == 1
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.value() == 2
    dialog.search.setText("giu ten")
    assert dialog.texts() == ["Đơn vị khác"]
    assert dialog.value() is None
    dialog.search.setText("không có")
    assert not dialog.yes.isEnabled()


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_the_names_that_excel_shows(column: int, name: str) -> None:
    assert letters(column) == name


def empty(name: str) -> DoctorDraft:
    return DoctorDraft(name, Document(name), ListDraft(), Wishes(), ())


class LateRunner:
    """Does the work only when told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Any, done: Any, failed: Any = None, *, label: str = "") -> None:
        def settle() -> None:
            try:
                result = work()
            except AppError as trouble:
                failed(trouble)
            else:
                done(result)

        self.waiting.append(settle)

    run_aside = run


def test_changes_are_made_one_after_the_other_on_what_the_one_before_gave(qtbot: QtBot) -> None:
    runner = LateRunner()
    steps = DraftSteps(look_at(empty("0")), runner, lambda draft: draft)
    for _ in range(3):
        steps.apply(lambda draft: empty(f"{draft.name}+"))
    while runner.waiting:
        runner.waiting.pop(0)()
    assert steps.draft.name == "0+++"
    steps.undo()
    assert steps.draft.name == "0++"


def test_a_refused_change_leaves_the_draft_and_drops_what_was_wished_after_it(qtbot: QtBot) -> None:
    runner = LateRunner()
    steps = DraftSteps(look_at(empty("0")), runner, lambda draft: draft)
    heard: list[AppError] = []
    steps.refused.connect(heard.append)

    def refused(_draft: DoctorDraft) -> DoctorDraft:
        raise ListNameColumnMissing

    steps.apply(refused)
    steps.apply(lambda _draft: empty("never"))
    while runner.waiting:
        runner.waiting.pop(0)()
    assert steps.draft.name == "0"
    assert [trouble.code for trouble in heard] == ["doctor.no_name_column"]
    assert not steps.can_undo


def test_a_change_made_while_rows_are_judged_is_judged_after(qtbot: QtBot) -> None:
    runner = LateRunner()
    asked: list[DoctorDraft] = []

    def judge(draft: DoctorDraft) -> DoctorDraft:
        asked.append(draft)
        return draft

    steps = DraftSteps(look_at(empty("0")), runner, judge)
    found: list[Look] = []
    steps.judged.connect(found.append)
    steps.judge()
    steps.apply(lambda _draft: empty("1"))
    while runner.waiting:
        runner.waiting.pop()()
    assert [draft.name for draft in asked] == ["0", "1"]
    assert [look.draft.name for look in found] == ["1"]

"""A folder of lists: every file has its outcome, the clean ones are stored at once, the others opened one by one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.doctor.conftest import CLEAN, FAULTY, write
from tests.ui.helpers import FakeFeedback, ImmediateRunner, unnamed
from thidua_desktop.common.progress import Cancelled
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.services.container import Services
from thidua_desktop.services.list_folders import FileOutcome
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.doctor.board import FolderBoard
from thidua_desktop.ui.doctor.destination import Destination


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "danh-sach"
    made.mkdir()
    write(made / "1 sach.xlsx", CLEAN)
    write(made / "2 loi.xlsx", FAULTY)
    (made / "3 hong.xlsx").write_bytes(b"PK\x03\x04 nothing")
    return made


@pytest.fixture
def board(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    services: Services,
    runner: ImmediateRunner,
    feedback: FakeFeedback,
    preferences: Preferences,
    round_id: RoundId,
) -> FolderBoard:
    where = Destination(ListTarget.NOMINATIONS, round_id)
    made = FolderBoard(services, runner, where, preferences=preferences, feedback=feedback)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def read(qtbot: QtBot, board: FolderBoard, folder: Path) -> None:
    board.read([folder])
    qtbot.waitUntil(lambda: len(board.files()) == 3)


def test_every_file_of_a_folder_has_its_outcome(qtbot: QtBot, board: FolderBoard, folder: Path) -> None:
    read(qtbot, board, folder)
    assert [(file.path.name, file.outcome) for file in board.files()] == [
        ("1 sach.xlsx", FileOutcome.READY),
        ("2 loi.xlsx", FileOutcome.NEEDS_CLERK),
        ("3 hong.xlsx", FileOutcome.REFUSED),
    ]
    assert board._told.text() == "3 tệp  ·  1 không có lỗi  ·  1 cần xem  ·  1 không nhận được"
    assert board.take.text() == "Lưu 1 tệp không có lỗi"
    assert unnamed(board) == []


def test_the_clean_files_are_stored_and_stay_on_the_board(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, board: FolderBoard, folder: Path, services: Services, feedback: FakeFeedback, round_id: RoundId
) -> None:
    read(qtbot, board, folder)
    with qtbot.waitSignal(board.stored):
        board.take_clean()
    assert len(services.nominations.of_round(round_id)) == 3
    assert [file.stored for file in board.files()] == [True, False, False]
    assert feedback.said[-1].startswith("Đã lưu 1 tệp, 3 dòng.")
    assert not board.take.isEnabled()


def test_a_file_is_opened_for_the_doctor(
    qtbot: QtBot, board: FolderBoard, folder: Path, feedback: FakeFeedback
) -> None:
    read(qtbot, board, folder)
    board.grid.go_to(1)
    with qtbot.waitSignal(board.open_wanted) as heard:
        board.open_current()
    assert heard.args[0].path.name == "2 loi.xlsx"
    board.mark_stored(folder / "2 loi.xlsx", heard.args[0].draft)
    assert board.files()[1].stored
    assert board.files()[1].sentence == "Đã xem và lưu 4 dòng."
    board.grid.go_to(2)
    board.open_current()
    assert "hỏng" in feedback.said[-1]


def test_an_empty_folder_says_what_belongs_there(board: FolderBoard, tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    board.read([tmp_path / "trong"])
    assert board.pages.currentIndex() == 1


def test_what_was_read_before_a_stop_stays(
    qtbot: QtBot, board: FolderBoard, folder: Path, feedback: FakeFeedback
) -> None:
    read(qtbot, board, folder)
    board._on_stopped(Cancelled())
    assert len(board.files()) == 3
    assert feedback.said[-1].startswith("Đã dừng khi đọc được 3 tệp; chưa lưu gì.")
    with qtbot.waitSignal(board.stored):
        board.take_clean()
    board._on_stopped(Cancelled())
    assert feedback.said[-1].startswith("Đã dừng. 1 tệp đã lưu vẫn giữ")


def test_it_is_not_left_before_the_work_has_stopped(qtbot: QtBot, board: FolderBoard, folder: Path) -> None:
    read(qtbot, board, folder)
    board.show()
    board._set_reading(True)
    qtbot.keyClick(board, Qt.Key.Key_Escape)
    assert board.isVisible()
    board._on_stopped(Cancelled())
    assert board.isHidden()


def test_a_stored_file_is_taken_back_on_the_board_and_can_be_stored_again(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, board: FolderBoard, folder: Path, services: Services, feedback: FakeFeedback, round_id: RoundId
) -> None:
    write(folder / "0 cung sach.xlsx", [("1", "Phạm Thị Mai", "1990", "001190000777", "Y sĩ", "Lao động tiên tiến")])
    board.read([folder])
    qtbot.waitUntil(lambda: len(board.files()) == 4)
    board.take_clean()
    qtbot.waitUntil(lambda: sum(file.stored for file in board.files()) == 2)
    assert len(services.nominations.of_round(round_id)) == 4
    board.grid.go_to(1)
    qtbot.keyClick(board.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not board.files()[1].stored)
    assert [line.name for line in services.nominations.of_round(round_id)] == ["Phạm Thị Mai"]
    assert (board.files()[1].outcome, board.take.isEnabled()) == (FileOutcome.READY, True)
    board.take_clean()
    qtbot.waitUntil(lambda: board.files()[1].stored)
    feedback.offers[0].do()
    qtbot.waitUntil(lambda: not board.files()[1].stored)
    board.grid.go_to(3)
    board.take_back()
    assert "chưa lưu" in feedback.said[-1]

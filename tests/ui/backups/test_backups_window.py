"""Backups looked at, made, tried and restored; the second place and the schedule."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.services.conftest import Clock
from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.container import Services
from thidua_desktop.ui.backups.settings_strip import interval_name
from thidua_desktop.ui.backups.window import BackupsWindow
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.main_window import MainWindow

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def backups(with_plan: PlanId, window: MainWindow) -> BackupsWindow:
    """The window of backups over a file with a plan; the backup before the import is there."""
    window.keeping.open_backups()
    assert window.keeping.backups is not None
    return window.keeping.backups


def texts(window: BackupsWindow, line: int) -> list[str]:
    return [str(window.grid.proxy.index(line, column).data()) for column in range(6)]


def test_a_new_file_has_none_and_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.tabs, Key.Key_B, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    shown = window.keeping.backups
    assert shown is not None and shown.isVisible()
    assert shown.pages.currentIndex() == 1
    assert not shown.back.isEnabled() and not shown.test.isEnabled()
    assert window.status.stamp.text() == "Chưa có bản sao lưu"


def test_make_now(qtbot: QtBot, window: MainWindow, backups: BackupsWindow, feedback: FakeFeedback) -> None:
    before = len(backups.model.rows())
    qtbot.mouseClick(backups.now, LEFT)
    assert len(backups.model.rows()) == before + 1
    at, reason, size, proof, second, locked = texts(backups, 0)
    assert (at, reason) == ("14:05 ngày 20/06/2024", "Sao lưu theo yêu cầu")
    assert size.endswith(("KB", "MB"))
    assert (proof, second, locked) == ("Đã thử khôi phục được (20/06/2024)", "", "Không")
    assert feedback.said[-1] == "Đã sao lưu và thử khôi phục được."
    assert window.status.stamp.text() == "Sao lưu: đã thử khôi phục được 14:05 ngày 20/06/2024"


def test_the_models_keep_qts_rules(backups: BackupsWindow, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(backups.model)


def test_the_stamp_in_the_status_bar_opens_it(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.status.stamp, LEFT)
    assert window.keeping.backups is not None and window.keeping.backups.isVisible()


def test_try_one_by_key(qtbot: QtBot, backups: BackupsWindow, feedback: FakeFeedback) -> None:
    qtbot.mouseClick(backups.now, LEFT)
    backups.grid.go_to(backups.model.rows()[0].backup.path)
    qtbot.keyClick(backups.grid, Key.Key_Return, CONTROL)
    assert "khôi phục được: 1 kế hoạch, 27 nhiệm vụ, 0 đợt xét, 0 đề nghị khen thưởng." in feedback.said[-1]


def test_a_damaged_one_is_told(qtbot: QtBot, backups: BackupsWindow, feedback: FakeFeedback) -> None:
    qtbot.mouseClick(backups.now, LEFT)
    path = backups.model.rows()[0].backup.path
    path.write_bytes(path.read_bytes()[:5000])
    qtbot.mouseClick(backups.test, LEFT)
    assert "bị hỏng nên không dùng được" in feedback.said[-1]
    backups.reload()
    assert texts(backups, 0)[3] == "Chưa thử"


def test_restoring_keeps_what_was_there(
    qtbot: QtBot, window: MainWindow, backups: BackupsWindow, feedback: FakeFeedback, clock: Clock
) -> None:
    qtbot.mouseClick(backups.now, LEFT)
    clock.forward(minutes=5)
    window.navigation.changes_made.emit(window.services.plans.delete(PlanId(1)))
    assert window.plans.plan() is None
    backups.grid.go_to(backups.model.rows()[0].backup.path)
    qtbot.mouseClick(backups.back, LEFT)
    assert feedback.questions[-1] == "Khôi phục dữ liệu từ bản sao lưu lúc 14:05 ngày 20/06/2024?"
    assert "không mất" in feedback.details[-1]
    assert window.plans.plan() is not None
    assert feedback.said[-1].startswith("Đã khôi phục. Dữ liệu trước đó được giữ trong bản “co-quan-20240620-1410")
    assert texts(backups, 0)[1] == "Giữ lại trước khi khôi phục"


def test_restoring_is_asked_first(
    qtbot: QtBot, window: MainWindow, backups: BackupsWindow, feedback: FakeFeedback
) -> None:
    qtbot.mouseClick(backups.now, LEFT)
    window.services.plans.delete(PlanId(1))
    feedback.agree = False
    qtbot.mouseClick(backups.back, LEFT)
    assert window.services.plans.of_year(2024) == ()


def test_a_backup_from_elsewhere(
    qtbot: QtBot, window: MainWindow, backups: BackupsWindow, feedback: FakeFeedback, tmp_path: Path
) -> None:
    made = window.services.backups.make(Reason.BY_HAND)
    feedback.file = tmp_path / "tu-may-khac.tdkt"
    feedback.file.write_bytes(made.backup.path.read_bytes())
    window.services.plans.delete(PlanId(1))
    qtbot.mouseClick(backups.other, LEFT)
    assert feedback.questions[-1] == "Khôi phục dữ liệu từ bản sao lưu “tu-may-khac.tdkt”?"
    assert len(window.services.plans.of_year(2024)) == 1
    assert "không có tệp mô tả" not in feedback.questions[-1]


def test_the_second_place(
    qtbot: QtBot, backups: BackupsWindow, services: Services, feedback: FakeFeedback, tmp_path: Path
) -> None:
    feedback.folder = tmp_path / "USB"
    feedback.folder.mkdir()
    qtbot.mouseClick(backups.strip.choose, LEFT)
    assert services.backups.settings().second == feedback.folder
    assert backups.strip.place() == str(feedback.folder)
    feedback.offers[0].do()
    assert feedback.said[-1] == "Đã sao lưu và thử khôi phục được. Đã chép sang nơi thứ hai."
    assert texts(backups, 0)[4] == "Có"
    feedback.folder.rename(tmp_path / "đã rút")
    qtbot.mouseClick(backups.now, LEFT)
    assert feedback.tones[-1] is Tone.WARNING
    assert "đang vắng" in backups.strip.place()
    assert texts(backups, 0)[4] == ""
    qtbot.mouseClick(backups.strip.drop, LEFT)
    assert services.backups.settings().second is None
    assert backups.strip.drop.isHidden()


def test_the_schedule_is_chosen_by_key(qtbot: QtBot, backups: BackupsWindow, services: Services) -> None:
    assert backups.strip.intervals.currentText() == "Mỗi 1 giờ"
    backups.strip.intervals.setFocus()
    qtbot.keyClick(backups.strip.intervals, Key.Key_Down)
    assert services.backups.settings().every == timedelta(hours=2)
    assert backups.strip.intervals.currentText() == "Mỗi 2 giờ"


@pytest.mark.parametrize(
    ("every", "name"),
    [
        (timedelta(minutes=15), "Mỗi 15 phút"),
        (timedelta(minutes=90), "Mỗi 90 phút"),
        (timedelta(hours=4), "Mỗi 4 giờ"),
        (None, "Không định kỳ"),
    ],
)
def test_names_of_intervals(every: timedelta | None, name: str) -> None:
    assert interval_name(every) == name


def test_settings_that_cannot_be_read_are_said(backups: BackupsWindow, feedback: FakeFeedback, tmp_path: Path) -> None:
    (tmp_path / "sao-luu.json").write_text("{", encoding="utf-8")
    backups.reload()
    assert "nơi sao lưu thứ hai" in feedback.said[-1]


def test_the_folder_is_opened(qtbot: QtBot, backups: BackupsWindow, feedback: FakeFeedback) -> None:
    qtbot.mouseClick(backups.now, LEFT)
    qtbot.mouseClick(backups.folder, LEFT)
    assert feedback.opened[-1].name == "co-quan-sao-luu"


def test_a_file_open_for_reading_is_not_restored(
    backups: BackupsWindow, window: MainWindow, services: Services
) -> None:
    services.plans.create(Plan("Kế hoạch sau", 2024))
    services.backups.make(Reason.BY_HAND)
    services.read_only = True
    backups.reload()
    assert backups.test.isEnabled()
    assert not backups.back.isEnabled() and not backups.other.isEnabled()


def test_every_part_has_a_name(backups: BackupsWindow) -> None:
    assert unnamed(backups) == []

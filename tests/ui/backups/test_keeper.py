"""Backups that make themselves: on schedule, and before the window closes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.services.conftest import Clock
from tests.ui.helpers import FakeFeedback
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.backup import BackupSettings
from thidua_desktop.services.container import Services
from thidua_desktop.storage.errors import DiskFull
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow


@pytest.fixture
def kept(with_plan: PlanId, window: MainWindow) -> MainWindow:
    """The window with its keeper at work."""
    window.keeping.keeper.start()
    return window


@pytest.fixture
def working(
    qtbot: QtBot, with_plan: PlanId, services: Services, preferences: Preferences, feedback: FakeFeedback
) -> Iterator[MainWindow]:
    """The same with the real worker thread."""
    made = MainWindow(services, preferences, feedback=feedback)
    qtbot.addWidget(made)
    made.show()
    made.keeping.keeper.start()
    yield made
    made.keeping.keeper.stop()
    made.close()


def reasons(services: Services) -> list[Reason]:
    return [backup.reason for backup in services.backups.all()]


def broken(_reason: Reason) -> None:
    raise DiskFull(path=Path("E:/"))


def test_the_schedule_makes_one_when_something_has_changed(kept: MainWindow, clock: Clock) -> None:
    keeper, services = kept.keeping.keeper, kept.services
    services.backups.make(Reason.BY_HAND)
    keeper.look()
    assert reasons(services)[0] is Reason.BY_HAND
    clock.forward(hours=1)
    keeper.look()
    assert reasons(services)[0] is Reason.BY_HAND  # nothing has changed
    services.plans.create(Plan("Kế hoạch sau", 2024))
    keeper.look()
    assert reasons(services)[0] is Reason.SCHEDULE
    assert kept.status.stamp.text() == "Sao lưu: đã thử khôi phục được 15:05 ngày 20/06/2024"


def test_the_stamp_follows_a_backup_made_before_an_import(kept: MainWindow, clock: Clock) -> None:
    kept.services.backups.make(Reason.BEFORE_IMPORT)
    kept.navigation.changes_made.emit(kept.services.plans.create(Plan("Kế hoạch sau", 2024)))
    assert "14:05 ngày 20/06/2024" in kept.status.stamp.text()


def test_a_stick_that_is_away_is_told_once(
    kept: MainWindow, clock: Clock, feedback: FakeFeedback, tmp_path: Path
) -> None:
    kept.services.backups.save_settings(BackupSettings(tmp_path / "USB"))
    for title in ("Một", "Hai", "Ba"):
        kept.services.plans.create(Plan(title, 2024))
        clock.forward(hours=2)
        kept.keeping.keeper.look()
    assert len([text for text in feedback.said if "đang vắng" in text]) == 1


def test_trouble_is_told_once(
    kept: MainWindow, clock: Clock, feedback: FakeFeedback, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.services.plans.create(Plan("Một", 2024))
    clock.forward(hours=2)
    monkeypatch.setattr(kept.services.backups, "make", broken)
    kept.keeping.keeper.look()
    kept.keeping.keeper.look()
    assert [text[:29] for text in feedback.said] == ["Chưa sao lưu định kỳ được. Ổ "]


def test_closing_makes_the_last_one_without_holding_the_window(
    qtbot: QtBot, working: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = working.services
    services.plans.create(Plan("Kế hoạch sau", 2024))
    begun, beaten = Event(), Event()
    make = services.backups.make

    def waits(reason: Reason) -> object:
        begun.set()
        assert beaten.wait(20)  # for ever, if the window waited for the backup
        return make(reason)

    monkeypatch.setattr(services.backups, "make", waits)
    pulse = QTimer(interval=1)
    pulse.timeout.connect(lambda: beaten.set() if begun.is_set() else None)
    pulse.start()
    with qtbot.waitSignal(working.closed):
        assert not working.close()
        assert not working.isEnabled()
    assert reasons(services)[0] is Reason.CLOSING
    assert not working.isVisible()


def test_closing_after_the_work_under_way(qtbot: QtBot, working: MainWindow) -> None:
    def work() -> None:
        working.services.plans.create(Plan("Đang lưu", 2024))

    working.runner.run(work, lambda _nothing: None)
    with qtbot.waitSignal(working.closed):
        working.close()
    assert [row.plan.title for row in working.services.plans.of_year(2024)][-1] == "Đang lưu"
    assert reasons(working.services)[0] is Reason.CLOSING


def test_nothing_changed_nothing_made(qtbot: QtBot, working: MainWindow) -> None:
    before = working.services.backups.make(Reason.BY_HAND).backup
    with qtbot.waitSignal(working.closed):
        working.close()
    assert working.services.backups.all()[0] == before


def test_a_failure_is_asked_about_and_the_clerk_may_stay_or_go(
    qtbot: QtBot, working: MainWindow, feedback: FakeFeedback, monkeypatch: pytest.MonkeyPatch
) -> None:
    working.services.plans.create(Plan("Kế hoạch sau", 2024))
    monkeypatch.setattr(working.services.backups, "make", broken)
    feedback.agree = False
    working.close()
    qtbot.waitUntil(lambda: feedback.questions == ["Chưa sao lưu được. Vẫn đóng chương trình?"])
    assert "Ổ đĩa chứa" in feedback.details[-1]
    assert working.isEnabled() and working.isVisible()
    feedback.agree = True
    with qtbot.waitSignal(working.closed):
        working.close()


def test_a_mistake_of_ours_does_not_lock_the_clerk_in(
    qtbot: QtBot, working: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(_reason: Reason) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(working.services.backups, "make_if_changed", wrong)
    with qtbot.waitSignal(working.tasks.crashed):
        working.close()
    assert working.isEnabled()


def test_a_window_that_is_only_drawn_makes_none(window: MainWindow) -> None:
    window.services.plans.create(Plan("Kế hoạch", 2024))
    assert window.close()
    assert window.services.backups.all() == ()

"""Reminders in the window: said once, put off, never while somebody is typing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSystemTrayIcon, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.reminders import Reminder, ReminderKind
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.services.calendar import office_calendar
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.reminders.keeper import ReminderKeeper
from thidua_desktop.ui.reminders.tray import Tray, message
from thidua_desktop.wording import reminders as words

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2024, 6, 20)


class Clock:
    """A moment that the test moves."""

    def __init__(self) -> None:
        self.moment = datetime(2024, 6, 20, 8, 0)

    def __call__(self) -> datetime:
        return self.moment

    def pass_(self, **much: int) -> None:
        self.moment += timedelta(**much)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tasks(services: Services) -> dict[str, TaskId]:
    """One task five days late, one due tomorrow, one far away."""
    plan = PlanId(services.plans.create(Plan(title="Kế hoạch", year=2024)).created[0])
    days = {"late": date(2024, 6, 14), "soon": date(2024, 6, 21), "far": date(2024, 9, 30)}
    return {
        name: TaskId(services.tasks.add(Task(plan, f"Việc {name}", 2024, 2, 6, day)).created[0])
        for name, day in days.items()
    }


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.resize(1100, 200)
    made.show()
    return made


@pytest.fixture
def keeper(  # noqa: PLR0917 - fixtures
    host: QWidget,
    services: Services,
    tasks: dict[str, TaskId],
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
    clock: Clock,
) -> ReminderKeeper:
    made = ReminderKeeper(host, services, runner, navigation, feedback, preferences=preferences, now=clock)
    layout = host.layout()
    assert layout is not None
    layout.addWidget(made.strip)
    return made


def shown(keeper: ReminderKeeper) -> list[str]:
    """The texts in the strip, none while it is hidden."""
    return [found.text for found in keeper.strip.shown_reminders()] if keeper.strip.isVisible() else []


def choose(keeper: ReminderKeeper, start: str) -> None:
    """Take a choice of "Nhắc lại sau"."""
    next(entry for entry in keeper.strip.menu.actions() if entry.text().startswith(start)).trigger()


def test_the_most_urgent_comes_first_and_the_others_are_counted(keeper: ReminderKeeper) -> None:
    keeper.look()
    assert shown(keeper) == ["Việc late", "Việc soon"]
    assert keeper.strip.text() == "Quá hạn 6 ngày: Việc late"
    assert keeper.strip.others.text() == "và 1 việc khác"


def test_nothing_is_looked_at_before_the_start(keeper: ReminderKeeper, navigation: Navigation) -> None:
    navigation.changes_made.emit(Changes("task.save", frozenset({Kind.TASK})))
    assert shown(keeper) == []


def test_what_was_seen_is_quiet_until_tomorrow(qtbot: QtBot, keeper: ReminderKeeper, clock: Clock) -> None:
    keeper.look()
    qtbot.mouseClick(keeper.strip.seen, LEFT)
    assert shown(keeper) == []
    clock.pass_(hours=6)
    keeper.look()
    assert shown(keeper) == []
    clock.pass_(hours=12)
    keeper.look()
    assert shown(keeper) == ["Việc late", "Việc soon"]


def test_an_hour_later_it_comes_again_also_after_a_restart(  # noqa: PLR0917 - fixtures
    keeper: ReminderKeeper,
    host: QWidget,
    services: Services,
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
    clock: Clock,
) -> None:
    keeper.look()
    choose(keeper, "Sau 1 giờ")
    assert shown(keeper) == ["Việc soon"]
    assert feedback.said[-1] == "Sẽ nhắc lại lúc 09:00."
    again = ReminderKeeper(host, services, runner, navigation, feedback, preferences=preferences, now=clock)
    again.strip.setParent(host)
    again.look()
    assert shown(again) == ["Việc soon"]
    clock.pass_(minutes=61)
    again.look()
    assert shown(again) == ["Việc late", "Việc soon"]


@pytest.mark.parametrize(
    ("choice", "until"), [("Ngày mai", "Thứ Sáu, 21/06/2024"), ("Tuần sau", "Thứ Hai, 24/06/2024")]
)
def test_a_reminder_is_put_off_to_a_day(
    keeper: ReminderKeeper, services: Services, feedback: FakeFeedback, choice: str, until: str
) -> None:
    keeper.look()
    choose(keeper, choice)
    assert shown(keeper) == ["Việc soon"]
    assert [found.text for found in services.reminders.due()] == ["Việc soon"]
    assert feedback.said[-1] == f"Sẽ nhắc lại vào {until}."
    services.undo.undo()
    assert len(services.reminders.due()) == 2


def test_a_day_of_ones_own_lies_after_today(qtbot: QtBot, keeper: ReminderKeeper, services: Services) -> None:
    keeper.look()
    choose(keeper, "Chọn ngày…")
    dialog = keeper.question
    assert dialog is not None
    assert dialog.until() == date(2024, 6, 25)
    dialog.day.setText("20/6/2024")
    assert not dialog.yes.isEnabled()
    dialog.day.setText("1/7/2024")
    qtbot.mouseClick(dialog.yes, LEFT)
    assert [found.text for found in services.reminders.due()] == ["Việc soon"]


def test_nothing_appears_while_somebody_types(
    qtbot: QtBot, keeper: ReminderKeeper, host: QWidget, clock: Clock
) -> None:
    field = QLineEdit(host)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    field.show()
    keeper.start()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "bao cao")
    keeper.look()
    assert shown(keeper) == []
    clock.pass_(seconds=5)
    keeper.look()
    assert shown(keeper) == ["Việc late", "Việc soon"]
    assert not keeper.strip.isAncestorOf(host.focusWidget() or host)
    keeper.stop()


def test_what_was_done_is_no_longer_reminded_of(
    keeper: ReminderKeeper, services: Services, tasks: dict[str, TaskId]
) -> None:
    keeper.look()
    services.tasks.move([tasks["late"]], TaskState.DONE)
    keeper.look()
    assert shown(keeper) == ["Việc soon"]


def test_all_are_listed_and_opened_by_key(qtbot: QtBot, keeper: ReminderKeeper, tasks: dict[str, TaskId]) -> None:
    keeper.look()
    qtbot.mouseClick(keeper.strip.seen, LEFT)
    keeper.show_all()
    dialog = keeper.dialog
    assert dialog is not None
    assert dialog.list.count() == 2
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(keeper.task_wanted) as wanted:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert wanted.args == [tasks["soon"]]


def test_the_window_shows_the_task_that_is_reminded_of(
    qtbot: QtBot, window: MainWindow, services: Services, tasks: dict[str, TaskId]
) -> None:
    window.reminding.look()
    assert window.reminding.strip.isVisible()
    qtbot.mouseClick(window.reminding.strip.go, LEFT)
    assert window.calendar.isVisible()
    assert window.calendar.scene.chosen == tasks["late"]
    assert window.reminding.strip.text().endswith("Việc soon")


def test_the_tray_tells_the_first_and_the_number() -> None:
    found = [_reminder(ReminderKind.DUE, date(2024, 6, 21), 1), _reminder(ReminderKind.REPORT, date(2024, 6, 24), 2)]
    assert message(found, TODAY) == "Còn 1 ngày làm việc: Báo cáo\nvà 1 việc khác"


@pytest.mark.parametrize(
    ("kind", "day", "left", "said"),
    [
        (ReminderKind.DUE, TODAY, 0, "Đến hạn hôm nay"),
        (ReminderKind.OVERDUE, date(2024, 6, 14), -4, "Quá hạn 6 ngày"),
        (ReminderKind.REPORT, date(2024, 6, 24), 2, "Báo cáo định kỳ, còn 2 ngày làm việc"),
        (ReminderKind.STEP_DUE, date(2024, 6, 21), 1, "Một bước của nhiệm vụ, còn 1 ngày làm việc"),
        (ReminderKind.ANSWER, date(2024, 6, 18), -2, "Sở Tài chính chưa trả lời, hẹn 18/06"),
    ],
)
def test_a_reminder_says_what_and_when(kind: ReminderKind, day: date, left: int, said: str) -> None:
    assert words.head(_reminder(kind, day, left, "Sở Tài chính"), TODAY) == said


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2024, 6, 20), "Ngày mai (Thứ Sáu, 21/06/2024)"),
        (date(2024, 6, 21), "Ngày làm việc tới (Thứ Hai, 24/06/2024)"),
    ],
)
def test_tomorrow_is_a_working_day(today: date, said: str) -> None:
    assert words.tomorrow(today, office_calendar())[1] == said


def test_without_a_tray_nothing_is_said_there(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, host: QWidget) -> None:
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, _title, text, _sign: told.append(text))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)  # the offscreen platform has no place for it
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    tray = Tray(host)
    found = [_reminder(ReminderKind.DUE, TODAY, 0)]
    tray.tell(found, TODAY)
    assert told == []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    tray.tell(found, TODAY)
    assert told == ["Đến hạn hôm nay: Báo cáo"]
    with qtbot.waitSignal(tray.clicked):
        tray.findChildren(QSystemTrayIcon)[0].messageClicked.emit()


def _reminder(kind: ReminderKind, day: date, left: int, unit: str | None = None) -> Reminder:
    return Reminder(kind, "khóa", TaskId(1), "Báo cáo", day, left, unit)

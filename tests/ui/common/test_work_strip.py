"""Long work is told wherever the clerk is: in the status bar, and over the dialog that hides it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.helpers import ImmediateRunner
from thidua_desktop.common.progress import Cancelled, Step, current
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import work_strip
from thidua_desktop.ui.common.gauge import Gauge
from thidua_desktop.ui.common.runner import TaskRunner
from thidua_desktop.ui.common.work_strip import SHOWS_WORK, WorkOverDialogs
from thidua_desktop.ui.status_bar import StatusBar


@pytest.fixture
def tasks(qapp: object) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.cancel()
    made.close()


@pytest.fixture
def dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QDialog:
    monkeypatch.setattr(work_strip, "_SOON_MS", 0)
    monkeypatch.setattr(work_strip, "_UNNAMED_MS", 0)
    made = QDialog()
    made.resize(500, 200)
    QPushButton("Đóng", made).setGeometry(400, 160, 80, 30)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def until_stopped(go_on: Event) -> Callable[[], None]:
    def work() -> None:
        current().step(300, 1_000, Stage.JUDGING)
        go_on.wait(5)
        current().step(301, 1_000, Stage.JUDGING)

    return work


@pytest.mark.parametrize("label", ["Đang xét điều kiện…", ""])
def test_a_dialog_in_front_shows_what_the_status_bar_cannot(
    qtbot: QtBot, tasks: TaskRunner, dialog: QDialog, label: str
) -> None:
    over, go_on, told = WorkOverDialogs(tasks, QWidget()), Event(), list[object]()
    tasks.hold()
    tasks.run(until_stopped(go_on), lambda _: None, told.append, label=label)
    qtbot.waitUntil(lambda: over.strip is not None)
    strip = over.strip
    assert strip is not None
    assert strip.words.accessibleName() == (label or "Đang làm việc…")
    assert strip.parent() is dialog
    assert dialog.height() // 2 < strip.geometry().bottom() < 160, "below the title, above the buttons"
    tasks.begin()
    qtbot.waitUntil(lambda: not strip.stop.isHidden())
    assert strip.words.accessibleName() == "Đang xét điều kiện: 300/1.000 (30 %)"
    strip.stop.click()
    go_on.set()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Cancelled)
    assert over.strip is None


def test_a_dialog_that_tells_itself_is_left_alone(qtbot: QtBot, tasks: TaskRunner, dialog: QDialog) -> None:
    dialog.setProperty(SHOWS_WORK, True)
    over, done = WorkOverDialogs(tasks, QWidget()), list[object]()
    tasks.run(lambda: None, done.append, label="Đang đọc…")
    over._show()
    assert over.strip is None
    qtbot.waitUntil(lambda: bool(done))


def test_a_gauge_says_how_much_longer(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([0.0, 10.0, 20.0])
    said: list[str] = []
    gauge = Gauge(QProgressBar(), said.append)
    monkeypatch.setattr(gauge._pace, "_now", lambda: next(moments))
    for done in (0, 250, 500):
        gauge.show(Step(done, 1_000, Stage.COMPARING))
    assert said == [
        "Đang đối chiếu từng dòng: 0/1.000 (0 %)",
        "Đang đối chiếu từng dòng: 250/1.000 (25 %), còn khoảng 30 giây",
        "Đang đối chiếu từng dòng: 500/1.000 (50 %), còn khoảng 20 giây",
    ]


def test_work_without_a_name_is_told_when_it_takes_longer(
    qtbot: QtBot, services: Services, runner: ImmediateRunner
) -> None:
    bar = StatusBar(services, runner)
    qtbot.addWidget(bar)
    bar.work_on("")
    bar.show_step(Step(1, 2, Stage.KEEPING))
    assert bar._work.isHidden()
    bar._soon.timeout.emit()
    assert not bar._work.isHidden()
    assert bar._work.accessibleName() == "Đang làm việc…"
    bar.work_on("Đang sao lưu…")
    bar.work_on("")
    assert bar._work.accessibleName() == "Đang sao lưu…"
    bar.rest()
    assert bar._work.isHidden()


def test_words_of_long_work_do_not_make_the_window_wider(
    qtbot: QtBot, services: Services, runner: ImmediateRunner
) -> None:
    bar = StatusBar(services, runner)
    qtbot.addWidget(bar)
    bar.show()
    least = set()
    for told in ("Đang sao lưu…", "Đang đối chiếu từng dòng: 500/1.000 (50 %), còn khoảng 20 giây"):
        bar.work_on(told)
        bar._soon.timeout.emit()
        least.add(bar.minimumSizeHint().width())
        assert bar._work.sizeHint().width() >= bar.fontMetrics().horizontalAdvance(told)
    assert len(least) == 1

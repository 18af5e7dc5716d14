"""Work happens on the worker's thread, answers arrive on the window's."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import Cancelled, Step, current
from thidua_desktop.ui.common.entry import DayNotRead
from thidua_desktop.ui.common.runner import TaskRunner


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.close()


def test_work_is_done_elsewhere_and_answered_here(qtbot: QtBot, runner: TaskRunner) -> None:
    seen: list[tuple[str, str]] = []
    runner.run(
        lambda: threading.current_thread().name,
        lambda worker: seen.append((worker, threading.current_thread().name)),
        label="Đang làm…",
    )
    assert runner.busy()
    qtbot.waitUntil(lambda: bool(seen))
    worker, here = seen[0]
    assert worker.startswith("work")
    assert here == threading.main_thread().name
    assert not runner.busy()


def test_pieces_of_work_never_overlap(qtbot: QtBot, runner: TaskRunner) -> None:
    order: list[int] = []
    done: list[int] = []
    for number in range(20):
        runner.run(lambda number=number: order.append(number) or number, done.append)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert order == done == list(range(20))


def test_a_known_error_goes_to_who_asked_or_to_the_window(qtbot: QtBot, runner: TaskRunner) -> None:
    told: list[AppError] = []
    shown: list[AppError] = []
    runner.trouble.connect(shown.append)

    def fails() -> None:
        raise DayNotRead(text="x")

    runner.run(fails, lambda _: pytest.fail("there is no answer"), told.append)
    runner.run(fails, lambda _: pytest.fail("there is no answer"))
    qtbot.waitUntil(lambda: bool(shown))
    assert [type(error) for error in (*told, *shown)] == [DayNotRead, DayNotRead]


def test_a_bug_is_reported_as_a_crash(qtbot: QtBot, runner: TaskRunner) -> None:
    with qtbot.waitSignal(runner.crashed) as heard:
        runner.run(lambda: 1 // 0, lambda _: pytest.fail("there is no answer"))
    assert isinstance(heard.args[0], ZeroDivisionError)


def test_closing_waits_for_the_work_and_drops_its_answer(qtbot: QtBot, runner: TaskRunner) -> None:
    finished: list[bool] = []
    answered: list[object] = []
    gate = threading.Event()

    def work() -> None:
        gate.wait(5)
        finished.append(True)

    runner.run(work, answered.append)
    gate.set()
    runner.close()
    assert finished == [True]
    qtbot.waitUntil(lambda: not runner.busy())
    assert answered == []


def _counting(reached: list[int], gate: threading.Event) -> None:
    for number in range(1000):
        reached.append(number)
        current().step(number, 1000, "copying")
        gate.wait(0.005)


def test_long_work_tells_its_steps_and_can_be_stopped(qtbot: QtBot, runner: TaskRunner) -> None:
    reached: list[int] = []
    steps: list[Step] = []
    told: list[AppError] = []
    runner.progressed.connect(steps.append)
    work = partial(_counting, reached, threading.Event())
    runner.run(work, lambda _: pytest.fail("it was stopped"), told.append, label="Đang làm…")
    qtbot.waitUntil(lambda: len(steps) >= 2)
    assert steps[0] == Step(0, 1000, "copying")
    runner.cancel()
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Cancelled)
    assert len(reached) < 1000
    assert len(steps) < len(reached)  # told now and then, not a thousand times


def test_what_waits_behind_stopped_work_is_done(qtbot: QtBot, runner: TaskRunner) -> None:
    gate, done = threading.Event(), []
    runner.run(partial(_counting, [], gate), lambda _: pytest.fail("it was stopped"), lambda _: None)
    runner.run(lambda: current().step(0, 1, "copying"), done.append)
    with qtbot.waitSignal(runner.progressed):
        pass
    runner.cancel()
    qtbot.waitUntil(lambda: done == [None])


def test_looking_something_up_does_not_hold_work_back(qtbot: QtBot, runner: TaskRunner) -> None:
    gate = threading.Event()
    found: list[bool] = []
    done: list[str] = []
    runner.run_aside(lambda: gate.wait(5), found.append)
    runner.run(lambda: "saved", done.append)
    qtbot.waitUntil(lambda: done == ["saved"])
    assert found == []
    assert runner.busy()
    gate.set()
    qtbot.waitUntil(lambda: found == [True])
    assert not runner.busy()


def test_what_cannot_be_looked_up_is_left_out(qtbot: QtBot, runner: TaskRunner) -> None:
    def fails() -> None:
        raise DayNotRead(text="x")

    shown: list[AppError] = []
    told: list[AppError] = []
    runner.trouble.connect(shown.append)
    runner.run_aside(fails, lambda _: pytest.fail("there is no answer"))
    runner.run_aside(fails, lambda _: pytest.fail("there is no answer"), told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert shown == []


def test_closing_does_not_wait_for_what_is_looked_up(qtbot: QtBot, runner: TaskRunner) -> None:
    started = threading.Event()

    def search() -> None:
        while True:
            current().step(0, 0, "comparing")
            started.set()

    runner.run_aside(search, lambda _: pytest.fail("it was stopped"))
    assert started.wait(5)
    runner.close()


def test_before_a_file_is_closed_nothing_is_looked_up_any_more(qtbot: QtBot, runner: TaskRunner) -> None:
    begun, seen = threading.Event(), []

    def looks() -> None:
        begun.set()
        while True:
            current().step(0, 1, "comparing")

    runner.run_aside(looks, seen.append)
    runner.run_aside(lambda: seen.append("waited"), seen.append)
    begun.wait()
    runner.run(runner.end_looking_up, lambda _: seen.append("ended"))
    qtbot.waitUntil(lambda: "ended" in seen)
    runner.run_aside(lambda: seen.append("later"), seen.append)
    qtbot.waitUntil(lambda: not runner.busy())
    assert seen == ["ended"]


def test_work_that_is_held_begins_when_it_may(qtbot: QtBot) -> None:
    """A window is drawn before anything is done in the background."""
    runner, done = TaskRunner(), list[str]()
    runner.hold()
    runner.run(lambda: "work", done.append)
    runner.run_aside(lambda: "aside", done.append)
    qtbot.wait(20)
    assert done == []
    runner.begin()
    qtbot.waitUntil(lambda: sorted(done) == ["aside", "work"])
    runner.hold()
    runner.run(lambda: "never asked for again", done.append)
    runner.close()  # does not wait for a beginning that never comes

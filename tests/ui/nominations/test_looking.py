"""Looking things up aside: what is in sight first, nothing twice, answers of another round dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from tests.ui.nominations.conftest import RoundOf2024
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.services.container import Services
from thidua_desktop.ui.nominations.looking import Looking

T = TypeVar("T")


class PatientRunner:
    """Does the work when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
        *,
        label: str = "",
    ) -> None:
        self.run_aside(work, done, failed)

    def run_aside(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[AppError], None] | None = None
    ) -> None:
        def step() -> None:
            try:
                result = work()
            except AppError as trouble:
                assert failed is not None
                failed(trouble)
            else:
                done(result)

        self.waiting.append(step)

    def step(self) -> None:
        self.waiting.pop(0)()


@pytest.fixture
def runner() -> PatientRunner:
    return PatientRunner()


@pytest.fixture
def looking(services: Services, runner: PatientRunner) -> Looking:
    return Looking(services, runner)


def test_what_is_in_sight_comes_first(looking: Looking, runner: PatientRunner, round_2024: RoundOf2024) -> None:
    seen = (round_2024.ids["an"],)
    looking.look(round_2024.id, lambda: seen)
    runner.step()
    assert set(looking.facts.judged) == set(seen)
    assert not looking.facts.complete
    runner.step()
    assert set(looking.facts.judged) == set(round_2024.ids.values())
    assert looking.facts.complete
    assert runner.waiting == []


def test_a_short_round_is_looked_at_as_a_whole(
    looking: Looking, runner: PatientRunner, round_2024: RoundOf2024
) -> None:
    looking.look(round_2024.id, lambda: (round_2024.ids["an"],), short=True)
    runner.step()
    assert set(looking.facts.judged) == set(round_2024.ids.values())
    assert looking.facts.complete
    assert runner.waiting == []


def test_a_change_meanwhile_is_looked_at_once_more_and_not_twice(
    looking: Looking, runner: PatientRunner, round_2024: RoundOf2024
) -> None:
    for _ in range(3):
        looking.look(round_2024.id, tuple)
    assert len(runner.waiting) == 1
    runner.step()
    assert len(runner.waiting) == 1  # again what is in sight, before the rest
    for _ in range(2):
        runner.step()
    assert looking.facts.complete
    assert runner.waiting == []


def test_the_answer_for_another_round_is_dropped(
    looking: Looking, runner: PatientRunner, round_2024: RoundOf2024
) -> None:
    looking.look(round_2024.id, tuple)
    looking.look(round_2024.other, tuple)
    for _ in range(3):
        runner.step()
    assert looking.facts.round_id == round_2024.other
    assert looking.facts.complete
    assert dict(looking.facts.judged) == {}


def test_a_round_that_has_gone_is_no_trouble(looking: Looking, runner: PatientRunner, round_2024: RoundOf2024) -> None:
    looking.look(RoundId(99), tuple)
    runner.step()
    looking.look(round_2024.id, tuple)
    for _ in range(2):
        runner.step()
    assert looking.facts.complete


def test_no_round_is_nothing_to_look_at(looking: Looking, runner: PatientRunner) -> None:
    looking.look(None, tuple)
    assert runner.waiting == []

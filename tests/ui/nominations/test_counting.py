"""The rounds of a year with many lines are counted beside the window; those with few at once."""

from __future__ import annotations

import pytest

from tests.ui.nominations.conftest import RoundOf2024
from tests.ui.nominations.test_looking import PatientRunner
from thidua_desktop.common.errors import AppError
from thidua_desktop.services.container import Services
from thidua_desktop.services.nominations import RoundRow
from thidua_desktop.ui.nominations import counting
from thidua_desktop.ui.nominations.counting import Counting


def test_few_lines_are_counted_at_once_and_many_later(
    services: Services, round_2024: RoundOf2024, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner, answers, troubles = PatientRunner(), list[tuple[RoundRow, ...]](), list[AppError]()
    rounds = Counting(services, runner, troubles.append)
    shown = services.nominations.rounds(2024)
    rounds.count(2024, shown, answers.append)
    assert (answers, rounds.busy(), runner.waiting) == ([shown], False, [])

    monkeypatch.setattr(counting, "_MANY", len(round_2024.ids))
    rounds.count(2024, shown, answers.append)
    rounds.count(2024, shown, answers.append)
    assert (len(answers), rounds.busy()) == (1, True)
    runner.step()
    assert (len(answers), rounds.busy()) == (1, True)  # what was asked first is stale
    runner.step()
    assert (answers, rounds.busy()) == ([shown, shown], False)

    rounds.count(2024, shown, answers.append)
    rounds.forget()
    runner.step()
    assert (len(answers), rounds.busy(), troubles) == (2, False, [])

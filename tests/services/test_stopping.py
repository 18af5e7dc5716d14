"""Long work that is stopped at any of its steps leaves everything as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import fixed_today
from tests.services.drafts import DRAFT
from tests.torture.states import state_of
from thidua_desktop.common.progress import Cancelled, Progress, watched
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages, progress

LONG = replace(DRAFT, tasks=DRAFT.tasks * 30)


def _backup(services: Services) -> object:
    return services.backups.make(Reason.BY_HAND)


def _restore(services: Services) -> object:
    return services.backups.restore(services.path.with_name("goc.tdkt"))


def _import(services: Services) -> object:
    return services.imports.store_plan(LONG)


def _undo(services: Services) -> object:
    return services.undo.undo()


@pytest.fixture
def office(store_path: Path) -> Iterator[Services]:
    with Store.open(store_path) as store:
        services = Services(store, fixed_today)
        services.plans.create(Plan("Kế hoạch", 2024))
        store.copy_to(store_path.with_name("goc.tdkt"))
        services.imports.store_plan(LONG)
        yield services


def _steps_of(services: Services, work: Callable[[Services], object], stop_at: int | None) -> list[str]:
    """The stages that the work tells; stopped at one of its steps."""
    told: list[str] = []
    watch = Progress(lambda step: (told.append(step.what), watch.cancel() if len(told) == stop_at else None)[0])
    with watched(watch):
        work(services)
    return told


@pytest.mark.parametrize(
    ("work", "stages"),
    [
        (_backup, {Stage.COPYING, Stage.COMPARING}),
        (_restore, {Stage.COPYING, Stage.COMPARING}),
        (_import, {Stage.KEEPING}),  # the backup before it is there since the first time
        (_undo, {Stage.REVERSING}),
    ],
)
def test_stopped_anywhere(office: Services, work: Callable[[Services], object], stages: set[Stage]) -> None:
    before, kept = state_of(office.path), office.backups.all()
    for at in (1, 2, 3, 4, 5, 8, 13, 21, 34):
        try:
            _steps_of(office, work, at)
        except Cancelled as stopped:
            assert "giữ nguyên" in messages.error(stopped)
            assert state_of(office.path) == before
            assert list(office.path.parent.rglob(".*")) == []
        else:
            break
    else:
        assert set(_steps_of(office, work, None)) == stages
    assert {backup.path for backup in kept} <= {backup.path for backup in office.backups.all()}


def test_reading_a_plan_tells_its_steps(office: Services, tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("KẾ HOẠCH\nCông tác thi đua năm 2024\n1. Báo cáo trước ngày 15/6/2024", encoding="utf-8")
    told = _steps_of(office, lambda services: services.imports.read_plan(path), None)
    assert set(told) == {Stage.READING}


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_its_words(stage: Stage) -> None:
    assert progress.STAGES[stage]

"""What tests of backups ask of files."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.storage.snapshot import Contents, contents
from thidua_desktop.storage.store import Store


def titles(office: Services) -> list[str]:
    """The plans of 2024."""
    return [row.plan.title for row in office.plans.of_year(2024)]


def held(path: Path) -> Contents:
    """What an office file holds."""
    with Store.open(path, read_only=True) as store, store.read() as work:
        return contents(work.plans._session.db)


def task(plan_id: PlanId, text: str) -> Task:
    """A task that is not kept yet."""
    return Task(plan_id, text, 2024)


def names(folder: Path) -> list[str]:
    """The names in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())

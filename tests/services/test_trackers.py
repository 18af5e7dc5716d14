"""A tracker goes out, is filled in, comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.services.drafts import DRAFT
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import ReasonMissing, Task, TaskState
from thidua_desktop.domain.trackers import TrackerField
from thidua_desktop.importing.tracker import NotATracker
from thidua_desktop.services.container import Services
from thidua_desktop.services.trackers import TrackerOutdated
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.wording.tracker import INDEX, SHEET, Key

PLAN = PlanId(1)
Fill = Callable[[Callable[[Worksheet], None]], Path]


@pytest.fixture
def kept(services: Services) -> Services:
    services.imports.store_plan(DRAFT)
    return services


@pytest.fixture
def fill(kept: Services, tmp_path: Path) -> Fill:
    """Send the tracker of 2024 out and have somebody work on it."""

    def work(step: Callable[[Worksheet], None]) -> Path:
        path = kept.trackers.export(2024, tmp_path / "theo dõi.xlsx")
        book = openpyxl.load_workbook(path)
        step(book[SHEET])
        book.save(path)
        return path

    return work


def put(sheet: Worksheet, task_id: int, key: Key, value: object) -> None:
    for cells in sheet.iter_rows():
        if cells[INDEX[Key.ID]].value == task_id:
            cells[INDEX[key]].value = value  # type: ignore[assignment, union-attr]


def finish_first(sheet: Worksheet) -> None:
    put(sheet, 1, Key.STATE, "Hoàn thành")
    put(sheet, 1, Key.COMPLETED_ON, datetime(2024, 6, 18))
    put(sheet, 3, Key.NOTE, "Đã gửi bài")


def test_the_year_holds_all_tasks_of_its_plans(kept: Services, tmp_path: Path) -> None:
    returned = kept.trackers.read(kept.trackers.export(2024, tmp_path / "a.xlsx"))
    # The second task of the school year's plan is due in 2025.
    assert sorted(row.task_id or 0 for row in returned.rows) == [1, 2, 3]
    assert not returned.changes
    assert not returned.findings


def test_one_plan_only(kept: Services, tmp_path: Path) -> None:
    other = kept.plans.create(Plan("Kế hoạch kiểm tra", 2024)).created[0]
    kept.tasks.add(Task(PlanId(other), "Kiểm tra cơ sở", 2024))
    both = kept.trackers.read(kept.trackers.export(2024, tmp_path / "a.xlsx"))
    one = kept.trackers.read(kept.trackers.export(2024, tmp_path / "b.xlsx", plan_id=PlanId(other)))
    assert (len(both.rows), len(one.rows)) == (4, 1)


def test_a_plan_that_is_not_there(services: Services, tmp_path: Path) -> None:
    with pytest.raises(RecordMissing):
        services.trackers.export(2024, tmp_path / "a.xlsx", plan_id=PlanId(9))
    assert not list(tmp_path.glob("*.xlsx"))


def test_what_others_filled_in_is_taken_over_as_one_operation(kept: Services, fill: Fill) -> None:
    returned = kept.trackers.read(fill(finish_first))
    assert {(change.task_id, change.field) for change in returned.clear} == {
        (1, TrackerField.STATE),
        (1, TrackerField.COMPLETED_ON),
        (3, TrackerField.NOTE),
    }
    assert not returned.conflicts
    before = len(kept.history.recent())
    changes = kept.trackers.apply(returned)
    assert changes.params == {"count": 2}
    task = kept.tasks.get(TaskId(1))
    assert (task.state, task.progress, task.completed_on) == (TaskState.DONE, 100, date(2024, 6, 18))
    assert kept.tasks.get(TaskId(3)).note == "Đã gửi bài"
    assert len(kept.history.recent()) == before + 1


def test_reading_keeps_nothing(kept: Services, fill: Fill) -> None:
    before = kept.tasks.of_plan(PLAN)
    kept.trackers.read(fill(finish_first))
    assert kept.tasks.of_plan(PLAN) == before


def test_conflicts_wait_for_the_clerk(kept: Services, fill: Fill) -> None:
    path = fill(finish_first)
    mine = replace(kept.tasks.get(TaskId(3)), note="Của tôi")
    kept.tasks.save(mine)
    returned = kept.trackers.read(path)
    (conflict,) = returned.conflicts
    assert (conflict.base, conflict.mine, conflict.theirs) == (None, "Của tôi", "Đã gửi bài")
    kept.trackers.apply(returned)
    assert kept.tasks.get(TaskId(3)).note == "Của tôi"
    again = kept.trackers.read(path)
    kept.trackers.apply(again, again.conflicts)
    assert kept.tasks.get(TaskId(3)).note == "Đã gửi bài"


def test_a_task_changed_meanwhile_refuses_all(kept: Services, fill: Fill) -> None:
    returned = kept.trackers.read(fill(finish_first))
    kept.tasks.save(replace(kept.tasks.get(TaskId(3)), note="Vừa sửa"))
    before = kept.tasks.of_plan(PLAN)
    with pytest.raises(TrackerOutdated):
        kept.trackers.apply(returned)
    assert kept.tasks.of_plan(PLAN) == before


def test_a_chosen_step_without_its_reason_refuses_all(kept: Services, fill: Fill) -> None:
    returned = kept.trackers.read(fill(finish_first))
    step = replace(returned.changes[0], theirs=TaskState.CANCELLED)
    with pytest.raises(ReasonMissing):
        kept.trackers.apply(returned, [*returned.clear[1:], step])
    assert kept.tasks.get(TaskId(3)).note is None


def test_a_second_reading_finds_nothing_new(kept: Services, fill: Fill) -> None:
    path = fill(finish_first)
    kept.trackers.apply(kept.trackers.read(path))
    assert not kept.trackers.read(path).changes


def test_a_failed_export_leaves_the_former_file(kept: Services, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    out.write_bytes(b"former")
    with pytest.raises(RecordMissing):
        kept.trackers.export(2024, out, plan_id=PlanId(9))
    assert out.read_bytes() == b"former"
    assert [path.name for path in tmp_path.glob("*.xlsx")] == ["a.xlsx"]


def test_another_workbook_is_refused(kept: Services, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Danh sách"  # type: ignore[index]
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(NotATracker):
        kept.trackers.read(tmp_path / "a.xlsx")

"""Tasks stay where they stand when the text of their plan changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.domain.plan_texts import PLAN
from thidua_desktop.domain import plan_tree
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanId, PlanPartId, TaskId
from thidua_desktop.domain.intake import parts_from, tasks_from
from thidua_desktop.domain.plan_following import followed, placed
from thidua_desktop.domain.plan_numbering import renumbered
from thidua_desktop.domain.plans import BY_HAND, PlanPart, Role
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.imports import read_plan

SAMPLES = Path(__file__).resolve().parents[1] / "importing" / "plans" / "samples"


def task(number: int, part: int | None, section: str | None, label: str | None = None) -> Task:
    part_id = None if part is None else PlanPartId(part)
    return Task(
        PlanId(1),
        f"Việc {number}",
        2024,
        section=section,
        label=label,
        position=number,
        id=TaskId(number),
        part_id=part_id,
    )


TASKS = (
    task(1, 8, "II.1", "a)"),
    task(2, 10, "II.1", "b)"),
    task(3, 12, "II.2", "a)"),
    task(4, None, "riêng", "x)"),
    task(5, 13, "II.2", "b)"),
    task(6, 11, "II.2"),
)


def after(parts: tuple[PlanPart, ...]) -> dict[int, tuple[str | None, str | None, int | None, int]]:
    kept = tuple(part if part.id is not None else replace(part, id=PlanPartId(99)) for part in parts)
    changed = {found.id: found for found in followed(PLAN, kept, TASKS)}
    found = [changed.get(each.id, each) for each in TASKS]
    return {each.id or 0: (each.section, each.label, each.part_id, each.position) for each in found}


def test_nothing_follows_from_nothing() -> None:
    assert followed(PLAN, PLAN, TASKS) == ()


def test_sections_and_numbers_follow() -> None:
    new = PlanPart(Role.HEADING, "I. TÌNH HÌNH", BY_HAND, 1, "I.")
    found = after(renumbered(plan_tree.added(PLAN, 0, new)).parts)
    assert found[1] == ("III.1", "a)", 8, 1)
    assert found[6] == ("III.2", None, 11, 6)
    assert found[4] == ("riêng", "x)", None, 4)


def test_numbers_of_items_follow() -> None:
    found = after(renumbered(plan_tree.moved(PLAN, 9, 7)).parts)  # b) before a)
    assert found[1] == ("II.1", "b)", 8, 2)
    assert found[2] == ("II.1", "a)", 10, 1)
    assert found[3] == ("II.2", "a)", 12, 3)


def test_the_order_follows_the_text_and_loose_tasks_keep_their_place() -> None:
    found = after(renumbered(plan_tree.moved(PLAN, 10, 6)).parts)  # Quý II before Quý I
    assert sorted(found, key=lambda number: found[number][3]) == [3, 5, 6, 4, 1, 2]
    assert found[3] == ("II.1", "a)", 12, 1)
    assert found[1] == ("II.2", "a)", 8, 5)


def test_an_order_that_the_clerk_has_chosen_stays_while_the_text_keeps_its_own() -> None:
    mine = (replace(TASKS[1], position=1), replace(TASKS[0], position=2))
    assert followed(PLAN, plan_tree.retitled(PLAN, 0, "I. MỤC TIÊU"), mine) == ()


def test_a_task_whose_item_is_gone_stands_under_what_was_above_it() -> None:
    found = after(plan_tree.deleted(PLAN, 7))
    assert found[1] == ("II.1", None, 7, 2)
    found = after(plan_tree.deleted(PLAN, 5))  # "II. NỘI DUNG" with all below it
    assert found[1] == (None, None, None, 1)
    assert found[6][:3] == (None, None, None)
    found = after(plan_tree.deleted(PLAN, 10))  # "2. Quý II"
    assert found[3][:3] == ("II", None, 6)
    assert found[6][:3] == ("II", None, 6)


def test_what_the_clerk_wrote_into_a_task_stays() -> None:
    mine = (replace(TASKS[0], section="Phần riêng", label="đ)"),)
    assert followed(PLAN, plan_tree.retitled(PLAN, 0, "I. MỤC TIÊU"), mine) == ()


def test_tasks_are_placed_at_the_paragraph_they_were_read_from() -> None:
    parts = (
        PlanPart(Role.HEADING, "Quý I", Source(3), 1, id=PlanPartId(1)),
        PlanPart(Role.TEXT, "Trang 1", Source(4), id=PlanPartId(2)),
        PlanPart(Role.TASK, "Việc", Source(4), id=PlanPartId(3)),
        PlanPart(Role.TASK, "Thêm", BY_HAND, id=PlanPartId(4)),
    )
    tasks = [Task(PlanId(1), "x", 2024, source=source) for source in (Source(4), Source(7), None)]
    assert [each.part_id for each in placed(tasks, parts)] == [3, None, None]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_saving_a_plan_as_it_was_read_changes_no_task(path: Path) -> None:
    draft = read_plan(path)
    kept = tuple(replace(part, id=PlanPartId(at)) for at, part in enumerate(parts_from(draft), start=1))
    drafted = tasks_from(draft, PlanId(1), plan_year=2024)
    tasks = [replace(each, id=TaskId(at)) for at, each in enumerate(placed(drafted, kept), start=1)]
    body = plan_tree.body(kept)
    assert all(each.part_id is not None for each in tasks)
    assert followed(body, plan_tree.body(plan_tree.framed(kept, body)), tasks) == ()

"""What has become of a plan since it was approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.adjustments import AdjustmentKind, adjustments, content_of, contents
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import Task, TaskState

K = AdjustmentKind
TASK = Task(
    PlanId(1),
    "Tổ chức hội nghị",
    2024,
    quarter=2,
    lead=("Sở Nội vụ",),
    product="Báo cáo",
    section="II.1",
    conditional=True,
    id=TaskId(1),
)
TODAY = date(2024, 6, 20)


@pytest.mark.parametrize(
    ("now", "kinds"),
    [
        (replace(TASK, text="Tổ chức hội nghị tổng kết"), (K.CONTENT,)),
        (replace(TASK, quarter=3), (K.TIME,)),
        (replace(TASK, due=date(2024, 5, 1)), (K.TIME,)),
        (replace(TASK, starts=date(2024, 5, 1)), (K.TIME,)),
        (replace(TASK, lead=("Sở Y tế",)), (K.UNIT,)),
        (replace(TASK, coordinate=("Công an tỉnh",)), (K.UNIT,)),
        (replace(TASK, product="Kế hoạch"), (K.PRODUCT,)),
        (replace(TASK, text="Họp", quarter=4, lead=()), (K.CONTENT, K.TIME, K.UNIT)),
        (TASK.moved_to(TaskState.CANCELLED, on=TODAY, reason="Trùng"), (K.CANCELLED,)),
        (TASK.moved_to(TaskState.CARRIED_OVER, on=TODAY, reason="Chưa có kinh phí"), (K.CARRIED_OVER,)),
        # What is no adjustment: progress, other blanks, another number of its heading, a case that did not arise.
        (replace(TASK, text="Tổ chức  hội nghị "), ()),
        (TASK.moved_to(TaskState.DONE, on=TODAY), ()),
        (replace(TASK, progress=50, note="Đã họp", section="III.1", label="a)"), ()),
        (TASK.closed_as_not_arisen(), ()),
    ],
)
def test_what_has_become_of_a_task(now: Task, kinds: tuple[AdjustmentKind, ...]) -> None:
    found = adjustments(contents([TASK]), contents([now]))
    assert [each.kinds for each in found] == ([kinds] if kinds else [])
    for each in found:
        assert (each.before, each.after) == (content_of(TASK), content_of(now))


def test_removed_and_added_tasks() -> None:
    new = replace(TASK, id=TaskId(2), text="Kiểm tra")
    removed, added = adjustments(contents([TASK]), contents([new]))
    assert (removed.task_id, removed.kinds, removed.after) == (1, (K.REMOVED,), None)
    assert (added.task_id, added.kinds, added.before) == (2, (K.ADDED,), None)


def test_a_task_that_was_cancelled_when_it_was_approved_is_not_cancelled_again() -> None:
    gone = TASK.moved_to(TaskState.CANCELLED, on=TODAY, reason="Trùng")
    assert adjustments(contents([gone]), contents([gone])) == ()


def test_the_order_is_that_of_the_approved_plan() -> None:
    tasks = [replace(TASK, id=TaskId(number)) for number in (3, 1, 2)]
    changed = [replace(task, product="Khác") for task in reversed(tasks)]
    assert [each.task_id for each in adjustments(contents(tasks), contents(changed))] == [3, 1, 2]

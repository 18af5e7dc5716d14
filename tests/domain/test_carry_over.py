"""Work that goes on in a later period."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.carry_over import Period, carried, next_period
from thidua_desktop.domain.ids import PlanId, PlanPartId, TaskId
from thidua_desktop.domain.tasks import Task, TaskState


@pytest.mark.parametrize(
    ("year", "quarter", "period"),
    [(2026, 1, (2026, 2)), (2026, 3, (2026, 4)), (2026, 4, (2027, 1)), (2026, None, (2027, None))],
)
def test_the_next_period_follows(year: int, quarter: int | None, period: Period) -> None:
    assert next_period(Task(PlanId(1), "Việc", year, quarter=quarter)) == period


def test_the_rest_of_the_work_is_new_in_the_later_period() -> None:
    old = Task(
        PlanId(1),
        "Tổ chức hội thi",
        2026,
        quarter=2,
        month=5,
        due=date(2026, 5, 20),
        starts=date(2026, 5, 2),
        lead=("Sở Nội vụ",),
        product="Báo cáo",
        state=TaskState.IN_PROGRESS,
        progress=40,
        evidence="12/BC-SNV",
        delay_reason="Chưa có kinh phí",
        note="Phối hợp Tỉnh đoàn",
        position=7,
        part_id=PlanPartId(9),
        id=TaskId(3),
    )
    new = carried(old, (2026, 4), note="Chuyển từ Quý II/2026")
    assert (new.id, new.position, new.part_id) == (None, 0, PlanPartId(9))
    assert (new.year, new.quarter, new.month, new.due, new.starts) == (2026, 4, None, None, None)
    assert (new.state, new.progress, new.evidence, new.delay_reason) == (TaskState.IN_PROGRESS, 40, None, None)
    assert new.note == "Phối hợp Tỉnh đoàn; Chuyển từ Quý II/2026"
    assert (new.text, new.lead, new.product) == (old.text, old.lead, old.product)


def test_what_was_not_begun_begins_anew() -> None:
    new = carried(Task(PlanId(1), "Việc", 2026, quarter=4), (2027, 1), note="Chuyển từ Quý IV/2026")
    assert (new.state, new.year, new.quarter, new.note) == (TaskState.NOT_STARTED, 2027, 1, "Chuyển từ Quý IV/2026")

"""What is kept of a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.services.drafts import DRAFT
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.intake import parts_from, task_from_part, tasks_from
from thidua_desktop.domain.plans import Plan, PlanPart, Responsibility, Role
from thidua_desktop.domain.tasks import Recurrence


def test_tasks_keep_all_that_was_read() -> None:
    first, second, third = tasks_from(DRAFT, PlanId(7), plan_year=2024)
    assert [task.position for task in (first, second, third)] == [1, 2, 3]
    assert {task.plan_id for task in (first, second, third)} == {7}
    assert (first.year, first.quarter, first.month, first.due) == (2024, 2, 6, date(2024, 6, 15))
    assert first.lead == ("Sở Nội vụ",)
    assert first.coordinate == ("Các sở, ban, ngành", "UBND các huyện")
    assert (first.section, first.label, first.product, first.conditional) == ("II.1", "a)", "Báo cáo", True)
    assert (first.recurrence, first.remark) == (Recurrence.HALF_YEARLY, "10 ngày sau khi có hướng dẫn")
    assert first.source == Source(4, page=1, line=12)


def test_a_task_without_a_year_takes_that_of_its_day_or_of_the_plan() -> None:
    years = [task.year for task in tasks_from(DRAFT, PlanId(1), plan_year=2024)]
    assert years == [2024, 2025, 2024]


def test_a_duty_over_two_blocks_becomes_one_part_with_its_units() -> None:
    kept = parts_from(DRAFT)
    assert [part.role for part in kept] == [Role.TITLE, Role.HEADING, Role.TASK, Role.RESPONSIBILITY, Role.RECIPIENT]
    duty = kept[3]
    assert duty.text == "Sở Tài chính bố trí kinh phí hằng năm"
    assert (duty.label, duty.lead, duty.coordinate) == ("1.", ("Sở Tài chính",), ("Kho bạc",))


def test_two_duties_in_one_block_become_two_parts() -> None:
    duties = (
        Responsibility("Sở A chỉ đạo", Source(1), blocks=(1,)),
        Responsibility("Sở B phối hợp", Source(1), blocks=(1, 2)),
    )
    parts = (
        PlanPart(Role.RESPONSIBILITY, "Sở A chỉ đạo; Sở B", Source(1)),
        PlanPart(Role.RESPONSIBILITY, "phối hợp", Source(2)),
    )
    kept = parts_from(replace(DRAFT, parts=parts, responsibilities=duties))
    assert [part.text for part in kept] == ["Sở A chỉ đạo", "Sở B phối hợp"]


def test_a_duty_that_the_draft_does_not_list_stays_text() -> None:
    kept = parts_from(replace(DRAFT, responsibilities=()))
    assert kept == DRAFT.parts


def test_a_part_becomes_a_task_for_the_whole_year() -> None:
    plan = Plan("Kế hoạch", 2024)
    part = PlanPart(Role.RESPONSIBILITY, "Bố trí kinh phí", Source(8), label="1.", lead=("Sở Tài chính",))
    task = task_from_part(plan, PlanId(3), part, position=9)
    assert (task.plan_id, task.text, task.year, task.position) == (3, "Bố trí kinh phí", 2024, 9)
    assert (task.quarter, task.label, task.lead, task.source) == (None, "1.", ("Sở Tài chính",), Source(8))

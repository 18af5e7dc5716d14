"""Approving a plan, changing it afterwards, approving what was changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services.drafts import DRAFT
from thidua_desktop.domain.adjustments import Adjustment, AdjustmentKind, ApprovalTooEarly, NothingToApprove
from thidua_desktop.domain.ids import ApprovalId, PlanId, TaskId
from thidua_desktop.domain.plans import PlanState
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.storage.errors import RecordMissing, YearClosed

K = AdjustmentKind


@pytest.fixture
def plan_id(services: Services) -> PlanId:
    plan_id = PlanId(services.imports.store_plan(DRAFT).created[0])
    services.adjustments.approve(plan_id, "16/KH-SNV", date(2024, 1, 10), "Bản chính")
    return plan_id


def told(found: tuple[Adjustment, ...]) -> list[tuple[int, tuple[AdjustmentKind, ...], str | None]]:
    return [(each.task_id, each.kinds, each.reason) for each in found]


def change(services: Services, number: int, **fields: object) -> None:
    services.tasks.save(replace(services.tasks.get(TaskId(number)), **fields))  # type: ignore[arg-type]


def test_the_first_approval_is_the_plans_own(services: Services, plan_id: PlanId) -> None:
    plan = services.plans.get(plan_id)
    assert (plan.number, plan.issued_on, plan.state) == ("16/KH-SNV", date(2024, 1, 10), PlanState.APPROVED)
    (approval,) = services.adjustments.approvals(plan_id)
    assert (approval.number, approval.approved_on, approval.note) == ("16/KH-SNV", date(2024, 1, 10), "Bản chính")
    assert services.adjustments.of_plan(plan_id) == ()
    assert services.adjustments.of_plan(plan_id, approval.id) == ()


def test_what_has_changed_since_with_reason_day_and_who(services: Services, plan_id: PlanId) -> None:
    change(services, 1, due=date(2024, 6, 30), lead=("Sở Y tế",))
    services.tasks.move([TaskId(2)], TaskState.CARRIED_OVER, reason="Chưa có hướng dẫn")
    services.tasks.delete([TaskId(3)])
    services.tasks.add(Task(plan_id, "Việc bổ sung", 2024, month=10))
    services.adjustments.explain([TaskId(1), TaskId(3)], "Theo Công văn số 5/UBND")
    found = services.adjustments.of_plan(plan_id)
    assert told(found) == [
        (1, (K.TIME, K.UNIT), "Theo Công văn số 5/UBND"),
        (2, (K.CARRIED_OVER,), "Chưa có hướng dẫn"),
        (3, (K.REMOVED,), "Theo Công văn số 5/UBND"),
        (4, (K.ADDED,), None),
    ]
    assert {each.on for each in found} == {date(2024, 6, 20)}
    assert all(each.who and "@" in each.who for each in found)
    assert found[0].before is not None
    assert found[0].before.due == date(2024, 6, 15)


def test_a_note_afterwards_is_not_the_change(services: Services, plan_id: PlanId) -> None:
    change(services, 1, text="Báo cáo sơ kết 6 tháng đầu năm")
    changed = services.history.recent(1)[0]
    change(services, 1, note="Đã gửi")
    (found,) = services.adjustments.of_plan(plan_id)
    assert (found.on, found.who) == (changed.at.date(), changed.who)


def test_what_was_taken_back_is_no_adjustment(services: Services, plan_id: PlanId) -> None:
    change(services, 1, text="Việc khác")
    services.undo.undo()
    assert services.adjustments.of_plan(plan_id) == ()


def test_approved_adjustments_follow_each_other(services: Services, plan_id: PlanId) -> None:
    change(services, 1, due=date(2024, 6, 30))
    services.adjustments.explain([TaskId(1)], "Theo ý kiến UBND tỉnh")
    services.adjustments.approve(plan_id, "30/QĐ-SNV", date(2024, 4, 1))
    assert services.adjustments.of_plan(plan_id) == ()
    change(services, 1, due=date(2024, 7, 30))
    change(services, 3, text="Tuyên truyền gương người tốt, việc tốt")
    services.adjustments.approve(plan_id, "60/QĐ-SNV", date(2024, 5, 1))
    own, first, second = services.adjustments.approvals(plan_id)
    assert told(services.adjustments.of_plan(plan_id, first.id)) == [(1, (K.TIME,), "Theo ý kiến UBND tỉnh")]
    later = services.adjustments.of_plan(plan_id, second.id)
    assert told(later) == [(1, (K.TIME,), None), (3, (K.CONTENT,), None)]
    assert later[0].before is not None
    assert (later[0].before.due, later[0].after and later[0].after.due) == (date(2024, 6, 30), date(2024, 7, 30))
    assert later[0].on == date(2024, 6, 20)
    assert services.plans.get(plan_id).number == "16/KH-SNV"  # the plan keeps its own number
    assert services.adjustments.of_plan(plan_id, own.id) == ()
    assert services.adjustments.of_plan(plan_id, ApprovalId(77)) == ()


def test_nothing_is_not_approved(services: Services, plan_id: PlanId) -> None:
    with pytest.raises(NothingToApprove):
        services.adjustments.approve(plan_id, "30/QĐ-SNV", date(2024, 4, 1))
    change(services, 1, note="Ghi chú")
    with pytest.raises(NothingToApprove):
        services.adjustments.approve(plan_id, "30/QĐ-SNV", date(2024, 4, 1))


def test_an_adjustment_is_not_older_than_the_plan(services: Services, plan_id: PlanId) -> None:
    change(services, 1, text="Việc khác")
    with pytest.raises(ApprovalTooEarly):
        services.adjustments.approve(plan_id, "30/QĐ-SNV", date(2024, 1, 9))
    assert len(services.adjustments.approvals(plan_id)) == 1


def test_a_reason_can_be_taken_away(services: Services, plan_id: PlanId) -> None:
    change(services, 1, text="Việc khác")
    services.adjustments.explain([TaskId(1)], "Nhầm")
    services.adjustments.explain([TaskId(1)], " ")
    assert services.adjustments.of_plan(plan_id)[0].reason is None
    with pytest.raises(RecordMissing):
        services.adjustments.explain([TaskId(77)], "x")


def test_a_plan_set_to_approved_has_its_baseline(services: Services) -> None:
    plan_id = PlanId(services.imports.store_plan(DRAFT).created[0])
    assert services.adjustments.of_plan(plan_id) == ()
    services.plans.save(replace(services.plans.get(plan_id), state=PlanState.APPROVED))
    (approval,) = services.adjustments.approvals(plan_id)
    assert approval.number == "15/KH-SNV"
    services.plans.save(replace(services.plans.get(plan_id), place="Sơn La"))
    assert len(services.adjustments.approvals(plan_id)) == 1
    change(services, 1, text="Việc khác")
    assert len(services.adjustments.of_plan(plan_id)) == 1


def test_closed_years_are_not_approved(services: Services, plan_id: PlanId) -> None:
    change(services, 1, text="Việc khác")
    services.years.close(2024)
    with pytest.raises(YearClosed):
        services.adjustments.approve(plan_id, "30/QĐ-SNV", date(2024, 4, 1))
    with pytest.raises(YearClosed):
        services.adjustments.explain([TaskId(1)], "x")


def test_unknown_plans(services: Services) -> None:
    with pytest.raises(RecordMissing):
        services.adjustments.approve(PlanId(7), None, None)
    assert services.adjustments.of_plan(PlanId(7)) == ()

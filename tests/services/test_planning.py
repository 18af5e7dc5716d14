"""Recurring work, report days, the backward planner, reminders, own commemoration days, duplicates, links."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.conftest import TODAY
from tests.services.drafts import DRAFT
from thidua_desktop.domain.holidays import Commemoration, CommemorationImpossible
from thidua_desktop.domain.ids import ChainId, CommemorationId, PlanId, PlanLinkId, TaskId
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.plan_links import LinkKind, LinkTargetMissing, PlanLink
from thidua_desktop.domain.planner import Chain, ChainEmpty, ChainNameMissing, ChainStep, StepDays, check_chain
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.recurrence import NotRecurring, Rule, RuleImpossible
from thidua_desktop.domain.reminders import ReminderKind
from thidua_desktop.domain.task_details import Step, Urging, UrgingWay
from thidua_desktop.domain.tasks import Recurrence, Task, TaskState, TaskTextMissing
from thidua_desktop.services import planner
from thidua_desktop.services.container import Services
from thidua_desktop.services.report_days import report_days
from thidua_desktop.services.series import ReportUnknown
from thidua_desktop.storage.errors import RecordMissing, YearClosed

QUARTERLY = Rule(Recurrence.QUARTERLY, 3, 15)


@pytest.fixture
def plan_id(services: Services) -> PlanId:
    return PlanId(services.imports.store_plan(DRAFT).created[0])


class TestSeries:
    def test_a_year_of_instances(self, services: Services, plan_id: PlanId) -> None:
        template = Task(plan_id, "Báo cáo quý", 2024, lead=("Sở Nội vụ",))
        created = services.series.make(template, QUARTERLY, 2024).created
        tasks = [services.tasks.get(TaskId(number)) for number in created]
        assert [(task.due, task.period, task.recurrence) for task in tasks] == [
            (date(2024, month, 15), f"2024-Q{at}", Recurrence.QUARTERLY)
            for at, month in enumerate((3, 6, 9, 12), start=1)
        ]
        (series,) = services.series.of_plan(plan_id)
        assert (series.text, series.rule, series.report) == ("Báo cáo quý", QUARTERLY, None)
        assert {task.series_id for task in tasks} == {series.id}
        services.undo.undo()
        assert services.series.of_plan(plan_id) == ()
        assert len(services.tasks.of_plan(plan_id)) == 3

    def test_a_recurring_task_of_the_plan_becomes_its_instances(self, services: Services, plan_id: PlanId) -> None:
        old = services.tasks.get(TaskId(1))
        services.series.make(old, Rule(Recurrence.HALF_YEARLY, 6, 15), 2024)
        tasks = services.tasks.of_plan(plan_id)
        assert old.id not in {task.id for task in tasks}
        assert [task.id for task in services.tasks.trash(plan_id)] == [old.id]
        made = [task for task in tasks if task.series_id is not None]
        assert [(task.due, task.text, task.section, task.label, task.part_id) for task in made] == [
            (due, old.text, old.section, old.label, old.part_id) for due in (date(2024, 6, 15), date(2024, 12, 15))
        ]
        assert [task.text for task in tasks][:2] == [old.text, old.text]  # in the old one's place
        shown = [node for node in services.plans.outline(plan_id)[0].children if node.tasks]
        assert [len(node.tasks) for node in shown] == [2]

    def test_one_instance_or_all_that_follow(self, services: Services, plan_id: PlanId) -> None:
        made = services.series.make(Task(plan_id, "Báo cáo quý", 2024), QUARTERLY, 2024).created
        first, second, third, fourth = (TaskId(number) for number in made)
        services.tasks.save(replace(services.tasks.get(first), text="Báo cáo quý I"))
        assert services.tasks.get(second).text == "Báo cáo quý"
        services.tasks.move([third], TaskState.DONE)
        services.series.change_following(
            replace(services.tasks.get(second), text="Báo cáo theo quý", due=date(2024, 6, 20), lead=("Sở Y tế",))
        )
        found = {number: services.tasks.get(number) for number in (first, second, third, fourth)}
        assert [found[number].text for number in found] == [
            "Báo cáo quý I",
            "Báo cáo theo quý",
            "Báo cáo quý",
            "Báo cáo theo quý",
        ]
        assert (found[fourth].due, found[fourth].lead) == (date(2024, 12, 20), ("Sở Y tế",))
        assert services.series.of_plan(plan_id)[0].text == "Báo cáo theo quý"

    def test_stopping(self, services: Services, plan_id: PlanId) -> None:
        made = services.series.make(Task(plan_id, "Báo cáo quý", 2024), QUARTERLY, 2024).created
        services.series.stop_after(TaskId(made[1]))
        assert [task.period for task in services.tasks.of_plan(plan_id) if task.period] == ["2024-Q1", "2024-Q2"]
        services.undo.undo()
        assert len([task for task in services.tasks.of_plan(plan_id) if task.period]) == 4

    def test_what_cannot_be_made(self, services: Services, plan_id: PlanId) -> None:
        with pytest.raises(RuleImpossible):
            services.series.make(Task(plan_id, "x", 2024), Rule(Recurrence.QUARTERLY, 9), 2024)
        with pytest.raises(TaskTextMissing):
            services.series.make(Task(plan_id, " ", 2024), QUARTERLY, 2024)
        with pytest.raises(RecordMissing):
            services.series.make(Task(PlanId(77), "x", 2024), QUARTERLY, 2024)
        with pytest.raises(NotRecurring):
            services.series.stop_after(TaskId(1))
        with pytest.raises(NotRecurring):
            services.series.change_following(services.tasks.get(TaskId(1)))
        assert services.series.of_plan(plan_id) == ()

    def test_a_preview_keeps_nothing(self, services: Services) -> None:
        assert len(services.series.preview(Rule(Recurrence.MONTHLY, 1, 25), 2024)) == 12
        assert services.history.recent(1) == ()


class TestReportDays:
    def test_every_one_has_its_citation_and_can_be_made(self) -> None:
        found = report_days()
        assert len({report.key for report in found}) == len(found)
        for report in found:
            assert report.citation
            assert report.rules
            assert report.product
            assert report.valid_from is None or report.valid_to is None or report.valid_from < report.valid_to
            if report.confidence is Confidence.SEEN:
                assert "Nghị định" in report.citation or "Thông tư" in report.citation

    @pytest.mark.parametrize(
        ("year", "flag_day"), [(2018, (3, 31)), (2023, (3, 31)), (2024, (6, 30)), (2025, (6, 30)), (2027, (6, 30))]
    )
    def test_each_year_has_those_of_its_law(
        self, services: Services, plan_id: PlanId, year: int, flag_day: object
    ) -> None:
        keys = [report.key for report in services.series.report_days(year)]
        (flag,) = [key for key in keys if key.startswith("government-flag")]
        services.plans.save(replace(services.plans.get(plan_id), year=year))
        (made,) = services.series.make_report(plan_id, flag, year, lead=["Sở Nội vụ"]).created
        task = services.tasks.get(TaskId(made))
        assert task.due is not None
        assert (task.due.month, task.due.day) == flag_day
        assert task.lead == ("Sở Nội vụ",)
        assert task.remark is not None
        assert task.remark.startswith("Nghị định")
        assert services.series.of_plan(plan_id)[0].report == flag

    def test_a_report_of_another_time_is_not_made(self, services: Services, plan_id: PlanId) -> None:
        for key in ("government-flag-2017", "không có"):
            with pytest.raises(ReportUnknown):
                services.series.make_report(plan_id, key, 2024)


class TestPlanner:
    STEPS = (ChainStep("Dự thảo", 3), ChainStep("Lấy ý kiến", 5, StepDays.CALENDAR, "Các sở"), ChainStep("Ký", 0))

    def test_the_chains_of_the_program_can_all_be_placed(self, services: Services) -> None:
        chains = services.planner.chains()
        assert len(chains) >= 4
        assert len({chain.key for chain in chains}) == len(chains)
        for chain in chains:
            check_chain(chain)
            assert chain.citation
            assert services.planner.place(date(2024, 12, 10), chain.steps).fits

    def test_the_offices_own_chains(self, services: Services) -> None:
        services.planner.save_chain(Chain(" Trình  tỉnh ", self.STEPS))
        own = services.planner.chains()[-1]
        assert (own.name, own.steps, own.key) == ("Trình tỉnh", self.STEPS, "")
        services.planner.save_chain(replace(own, name="Trình UBND"))
        assert services.planner.chains()[-1].name == "Trình UBND"
        copied = replace(planner.built_in_chains()[0], name="Của chúng tôi")
        services.planner.save_chain(copied)
        assert [chain.key for chain in services.planner.chains()[-2:]] == ["", ""]
        assert own.id is not None
        services.planner.remove_chain(own.id)
        assert [chain.name for chain in services.planner.chains() if not chain.key] == ["Của chúng tôi"]
        with pytest.raises(RecordMissing):
            services.planner.remove_chain(ChainId(77))
        with pytest.raises(ChainNameMissing):
            services.planner.save_chain(Chain("", self.STEPS))
        with pytest.raises(ChainEmpty):
            services.planner.save_chain(Chain("x", ()))

    def test_a_plan_is_stored_as_steps(self, services: Services, plan_id: PlanId) -> None:
        services.task_details.save_steps(TaskId(1), [Step("Có sẵn")])
        plan = services.planner.place(date(2024, 7, 12), self.STEPS)
        assert services.planner.store(TaskId(1), plan).created == (2, 3, 4)
        steps = services.task_details.of_task(TaskId(1)).steps
        assert [(step.text, step.starts, step.due, step.unit) for step in steps[1:]] == [
            (each.step.text, each.first, each.last, each.step.unit) for each in plan.placed
        ]
        assert services.tasks.get(TaskId(1)).starts == plan.begins
        services.undo.undo()
        assert [step.text for step in services.task_details.of_task(TaskId(1)).steps] == ["Có sẵn"]
        assert services.tasks.get(TaskId(1)).starts is None

    def test_it_says_today_whether_it_still_fits(self, services: Services) -> None:
        assert services.planner.place(date(2024, 7, 31), self.STEPS).fits
        late = services.planner.place(date(2024, 6, 21), self.STEPS)
        assert not late.fits
        assert late.today == TODAY


class TestReminders:
    def test_what_is_due_today(self, services: Services, plan_id: PlanId) -> None:
        services.tasks.save(replace(services.tasks.get(TaskId(1)), due=date(2024, 6, 21)))
        services.task_details.save_steps(TaskId(1), [Step("Trình ký", due=date(2024, 6, 18))])
        services.urging.log([Urging(TaskId(1), "Sở Y tế", date(2024, 6, 10), UrgingWay.PHONE)])
        found = services.reminders.due()
        assert [(each.kind, each.working_days) for each in found] == [
            (ReminderKind.ANSWER, -3),
            (ReminderKind.STEP_OVERDUE, -2),
            (ReminderKind.DUE, 1),
        ]
        assert services.reminders.due(within=0)[-1].kind is ReminderKind.STEP_OVERDUE

    def test_putting_off(self, services: Services, plan_id: PlanId) -> None:
        (reminder,) = services.reminders.due()
        services.reminders.put_off(reminder, date(2024, 6, 24))
        assert services.reminders.due() == ()
        services.reminders.put_off(reminder, TODAY)
        assert services.reminders.due() == (reminder,)
        services.undo.undo()
        assert services.reminders.due() == ()

    def test_closed_years_are_quiet(self, services: Services, plan_id: PlanId) -> None:
        assert services.reminders.due()
        services.years.close(2024)
        assert services.reminders.due() == ()

    def test_tasks_in_the_trash_are_quiet(self, services: Services, plan_id: PlanId) -> None:
        services.plans.delete(plan_id)
        assert services.reminders.due() == ()


class TestCommemorations:
    def test_the_offices_own_days_are_in_its_calendar(self, services: Services) -> None:
        services.commemorations.save(Commemoration(8, 15, 1997, " Ngày  thành lập Sở "))
        services.commemorations.save(Commemoration(3, 10, 0, "Giỗ tổ nghề", lunar=True))
        calendar = services.commemorations.calendar()
        assert [each.name for each in calendar.commemorations(date(2026, 8, 15))] == ["Ngày thành lập Sở"]
        assert [each.name for each in calendar.commemorations(date(2026, 4, 26))] == ["Giỗ tổ nghề"]
        assert [each.name for each in calendar.commemorations(date(2026, 6, 11))]
        assert not calendar.works(date(2026, 2, 17))
        own, _ = services.commemorations.own()
        services.commemorations.save(replace(own, name="Ngày truyền thống của Sở", year=2026))
        assert services.commemorations.own()[0].name == "Ngày truyền thống của Sở"
        services.commemorations.remove(CommemorationId(1))
        assert [each.name for each in services.commemorations.own()] == ["Giỗ tổ nghề"]
        with pytest.raises(RecordMissing):
            services.commemorations.remove(CommemorationId(1))
        with pytest.raises(CommemorationImpossible):
            services.commemorations.save(Commemoration(2, 30, 0, "x"))


class TestDuplicates:
    def test_they_are_pointed_out_settled_and_linked(self, services: Services, plan_id: PlanId) -> None:
        other = PlanId(services.plans.create(Plan("Kế hoạch kiểm tra", 2024)).created[0])
        (twin,) = services.tasks.add(Task(other, "1. BÁO CÁO SƠ KẾT 6 THÁNG", 2024, quarter=2)).created
        (pair,) = services.duplicates.of_year(2024)
        assert {pair.first.id, pair.second.id} == {1, twin}
        services.duplicates.dismiss(TaskId(1), TaskId(twin))
        assert services.duplicates.of_year(2024) == ()
        services.duplicates.link(TaskId(twin), TaskId(1))
        assert services.task_details.of_task(TaskId(1)).same == (twin,)
        services.tasks.move([TaskId(1)], TaskState.DONE)
        assert [task.id for task in services.duplicates.open_twins([TaskId(1)])] == [twin]
        services.tasks.move([TaskId(twin)], TaskState.DONE)
        assert services.duplicates.open_twins([TaskId(1)]) == ()
        services.duplicates.forget(TaskId(1), TaskId(twin))
        assert len(services.duplicates.of_year(2024)) == 1
        with pytest.raises(RecordMissing):
            services.duplicates.link(TaskId(77), TaskId(1))

    def test_of_the_plans_of_a_year(self, services: Services, plan_id: PlanId) -> None:
        later = PlanId(services.plans.create(Plan("Kế hoạch năm sau", 2025)).created[0])
        services.tasks.add(Task(later, "Báo cáo sơ kết 6 tháng", 2025, quarter=2))
        assert services.duplicates.of_year(2024) == services.duplicates.of_year(2025) == ()


class TestLinks:
    def test_proposed_kept_and_removed(self, services: Services, plan_id: PlanId) -> None:
        theirs = Plan("Kế hoạch của tỉnh", 2024, number="02/KH-UBND", issued_on=date(2024, 1, 2))
        other = PlanId(services.plans.create(theirs).created[0])
        basis = "Thực hiện Kế hoạch số 02/KH-UBND ngày 02/01/2024 của UBND tỉnh"
        services.plans.save(replace(services.plans.get(plan_id), legal_bases=(basis,)))
        (proposal,) = services.plan_links.proposals(plan_id)
        assert (proposal.link.other_id, proposal.words) == (other, basis)
        services.plan_links.save(proposal.link)
        assert services.plan_links.proposals(plan_id) == ()
        (link,) = services.plan_links.of_plan(plan_id)
        assert (link.kind, link.number, link.title) == (LinkKind.ANSWERS, "02/KH-UBND", "Kế hoạch của tỉnh")
        assert [each.plan_id for each in services.plan_links.answered_by(other)] == [plan_id]
        services.plans.delete(other)
        assert services.plan_links.of_plan(plan_id) == ()
        services.plans.restore(other)
        services.plan_links.save(replace(link, kind=LinkKind.RELATED))
        assert services.plan_links.of_plan(plan_id)[0].kind is LinkKind.RELATED
        services.plan_links.remove(PlanLinkId(1))
        assert services.plan_links.of_plan(plan_id) == ()

    def test_what_cannot_be_kept(self, services: Services, plan_id: PlanId) -> None:
        with pytest.raises(LinkTargetMissing):
            services.plan_links.save(PlanLink(plan_id, LinkKind.RELATED))
        for link in (
            PlanLink(plan_id, LinkKind.RELATED, PlanId(9)),
            PlanLink(PlanId(9), LinkKind.RELATED, number="1/KH"),
        ):
            with pytest.raises(RecordMissing):
                services.plan_links.save(link)
        with pytest.raises(RecordMissing):
            services.plan_links.remove(PlanLinkId(9))


def test_closed_years_refuse(services: Services, plan_id: PlanId) -> None:
    services.years.close(2024)
    with pytest.raises(YearClosed):
        services.series.make(Task(plan_id, "x", 2024), QUARTERLY, 2024)
    with pytest.raises(YearClosed):
        services.plan_links.save(PlanLink(plan_id, LinkKind.RELATED, number="1/KH"))
    with pytest.raises(YearClosed):
        services.duplicates.dismiss(TaskId(1), TaskId(3))

"""Steps, evidence, urging, conditional work, units that are waited for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.drafts import DRAFT
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import EvidenceId, PlanId, StepId, TaskId, UrgingId
from thidua_desktop.domain.task_details import (
    AnsweredTooEarly,
    Evidence,
    EvidenceEmpty,
    Step,
    StepTextMissing,
    TaskDetails,
    Urging,
    UrgingUnitMissing,
    UrgingWay,
)
from thidua_desktop.domain.tasks import ReasonMissing, Standing, TaskNotConditional, TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.services.task_details import EvidenceFileUnreadable
from thidua_desktop.storage.attachments import folder_of
from thidua_desktop.storage.errors import RecordMissing, YearClosed
from thidua_desktop.wording import labels

TASK, OTHER = TaskId(1), TaskId(3)
TODAY = date(2024, 6, 20)


@pytest.fixture(autouse=True)
def plan_id(services: Services) -> PlanId:
    return PlanId(services.imports.store_plan(DRAFT).created[0])


def urging(unit: str, **fields: object) -> Urging:
    made = Urging(TASK, unit, date(2024, 6, 10), UrgingWay.LETTER, "20/SNV-TĐKT", date(2024, 6, 18))
    return replace(made, **fields)  # type: ignore[arg-type]


class TestSteps:
    def test_they_are_kept_in_their_order(self, services: Services) -> None:
        steps = (
            Step("Dự thảo", date(2024, 6, 5), unit="Văn phòng", starts=date(2024, 6, 3)),
            Step("Lấy ý kiến"),
            Step("Trình ký", done_on=date(2024, 6, 14)),
        )
        assert services.task_details.save_steps(TASK, steps).created == (1, 2, 3)
        kept = services.task_details.of_task(TASK).steps
        assert tuple(replace(step, id=None) for step in kept) == steps
        services.task_details.save_steps(TASK, [kept[2], Step("In"), kept[0]])
        assert [step.text for step in services.task_details.of_task(TASK).steps] == ["Trình ký", "In", "Dự thảo"]

    def test_the_progress_of_the_task_follows_them(self, services: Services) -> None:
        services.task_details.save_steps(TASK, [Step("Một"), Step("Hai"), Step("Ba")])
        assert (services.tasks.get(TASK).progress, services.tasks.get(TASK).state) == (0, TaskState.NOT_STARTED)
        services.task_details.finish_step(StepId(1), TODAY)
        assert (services.tasks.get(TASK).progress, services.tasks.get(TASK).state) == (33, TaskState.IN_PROGRESS)
        services.task_details.finish_step(StepId(2), TODAY)
        services.task_details.finish_step(StepId(3), TODAY)
        task = services.tasks.get(TASK)
        assert (task.progress, task.state) == (99, TaskState.IN_PROGRESS)  # it is the clerk who finishes it
        services.task_details.finish_step(StepId(3), None)
        assert services.tasks.get(TASK).progress == 66

    def test_a_finished_task_keeps_its_progress(self, services: Services) -> None:
        services.tasks.move([TASK], TaskState.DONE)
        services.task_details.save_steps(TASK, [Step("Lưu hồ sơ")])
        assert services.tasks.get(TASK).progress == 100

    def test_what_cannot_be_kept(self, services: Services) -> None:
        with pytest.raises(StepTextMissing):
            services.task_details.save_steps(TASK, [Step(" ")])
        with pytest.raises(RecordMissing):
            services.task_details.save_steps(TASK, [Step("Của ai", id=StepId(9))])
        with pytest.raises(RecordMissing):
            services.task_details.finish_step(StepId(9), TODAY)
        assert services.task_details.of_task(TASK) == TaskDetails()

    def test_steps_of_another_task_are_not_taken(self, services: Services) -> None:
        services.task_details.save_steps(TASK, [Step("Một")])
        (step,) = services.task_details.of_task(TASK).steps
        with pytest.raises(RecordMissing):
            services.task_details.save_steps(OTHER, [step])


class TestEvidence:
    def test_a_document_with_its_file(self, services: Services, tmp_path: Path) -> None:
        file = tmp_path / "Báo cáo sơ kết.docx"
        file.write_bytes(b"noi dung")
        given = Evidence(TASK, "15/BC-SNV", date(2024, 6, 14), "Báo cáo sơ kết")
        (made,) = services.task_details.add_evidence(given, file).created
        (kept,) = services.task_details.of_task(TASK).evidence
        assert (kept.number, kept.issued_on, kept.file_name) == ("15/BC-SNV", date(2024, 6, 14), "Báo cáo sơ kết.docx")
        found = services.task_details.evidence_file(kept)
        assert found is not None
        assert found.read_bytes() == b"noi dung"
        services.task_details.add_evidence(replace(kept, number="16/BC-SNV"))
        assert services.task_details.of_task(TASK).evidence[0].number == "16/BC-SNV"
        services.task_details.remove_evidence(EvidenceId(made))
        assert services.task_details.of_task(TASK).evidence == ()
        services.undo.undo()
        (back,) = services.task_details.of_task(TASK).evidence
        assert services.task_details.evidence_file(back) is not None

    def test_a_file_that_is_damaged_is_none(self, services: Services, tmp_path: Path) -> None:
        file = tmp_path / "a.pdf"
        file.write_bytes(b"a")
        services.task_details.add_evidence(Evidence(TASK), file)
        (kept,) = services.task_details.of_task(TASK).evidence
        (folder_of(services.path) / (kept.sha256 or "")).write_bytes(b"b")
        assert services.task_details.evidence_file(kept) is None
        assert services.task_details.evidence_file(Evidence(TASK, "1/BC")) is None

    def test_it_travels_with_backups(self, services: Services, tmp_path: Path) -> None:
        file = tmp_path / "a.pdf"
        file.write_bytes(b"a")
        services.task_details.add_evidence(Evidence(TASK), file)
        (kept,) = services.task_details.of_task(TASK).evidence
        made = services.backups.make(Reason.BY_HAND)
        (folder_of(services.path) / (kept.sha256 or "")).unlink()
        assert services.task_details.evidence_file(kept) is None
        services.backups.restore(made.backup.path)
        found = services.task_details.evidence_file(kept)
        assert found is not None
        assert found.read_bytes() == b"a"

    def test_what_cannot_be_kept(self, services: Services, tmp_path: Path) -> None:
        with pytest.raises(EvidenceEmpty):
            services.task_details.add_evidence(Evidence(TASK, " "))
        with pytest.raises(EvidenceFileUnreadable):
            services.task_details.add_evidence(Evidence(TASK), tmp_path / "không có.pdf")
        with pytest.raises(EvidenceFileUnreadable):
            services.task_details.add_evidence(Evidence(TASK), tmp_path)
        with pytest.raises(RecordMissing):
            services.task_details.add_evidence(Evidence(TaskId(77), "1/BC"))
        with pytest.raises(RecordMissing):
            services.task_details.remove_evidence(EvidenceId(5))


class TestUrging:
    def test_a_letter_to_several_units_is_one_operation(self, services: Services) -> None:
        services.urging.log([urging("Sở Y tế"), urging("Công an tỉnh", task_id=OTHER)])
        assert services.history.recent(1)[0].operation == "urging.log"
        assert [each.unit for each in services.urging.unanswered()] == ["Sở Y tế", "Công an tỉnh"]
        assert [each.unit for each in services.task_details.of_task(OTHER).urgings] == ["Công an tỉnh"]

    def test_an_answer_ends_the_waiting(self, services: Services) -> None:
        services.tasks.wait_for([TASK], ["SỞ Y TẾ", "Công an tỉnh"])
        services.urging.log([urging("Sở Y tế"), urging("Công an tỉnh")])
        services.urging.answer([UrgingId(1)], date(2024, 6, 19))
        assert [each.unit for each in services.urging.unanswered()] == ["Công an tỉnh"]
        assert services.tasks.get(TASK).waiting_for == ("Công an tỉnh",)
        with pytest.raises(AnsweredTooEarly):
            services.urging.answer([UrgingId(2)], date(2024, 6, 9))

    def test_the_log_of_a_unit(self, services: Services) -> None:
        services.urging.log(
            [
                urging("Sở Y tế"),
                urging("so y te", urged_on=date(2024, 3, 1)),
                urging("Sở Y tế", urged_on=date(2023, 12, 1)),
            ]
        )
        assert [each.urged_on for each in services.urging.of_unit("SỞ Y TẾ", 2024)] == [
            date(2024, 3, 1),
            date(2024, 6, 10),
        ]

    def test_correcting_and_removing(self, services: Services) -> None:
        services.urging.log([urging("Sở Y tế")])
        services.urging.save(urging("Sở Y tế", way=UrgingWay.PHONE, id=UrgingId(1), note="Gặp ông An"))
        (kept,) = services.urging.unanswered()
        assert (kept.way, kept.note) == (UrgingWay.PHONE, "Gặp ông An")
        services.urging.remove(UrgingId(1))
        assert services.urging.unanswered() == ()

    def test_tasks_in_the_trash_wait_for_nobody(self, services: Services) -> None:
        services.urging.log([urging("Sở Y tế")])
        services.tasks.delete([TASK])
        assert services.urging.unanswered() == services.urging.of_unit("Sở Y tế", 2024) == ()

    def test_what_cannot_be_kept(self, services: Services) -> None:
        with pytest.raises(UrgingUnitMissing):
            services.urging.log([urging("Sở Y tế"), urging(" ")])
        with pytest.raises(AnsweredTooEarly):
            services.urging.log([urging("Sở Y tế", answered_on=date(2024, 6, 9))])
        with pytest.raises(RecordMissing):
            services.urging.log([urging("Sở Y tế", task_id=TaskId(77))])
        with pytest.raises(RecordMissing):
            services.urging.save(urging("Sở Y tế", id=UrgingId(7)))
        assert services.urging.unanswered() == ()


class TestConditionalWork:
    def test_its_case_came(self, services: Services) -> None:
        services.tasks.confirm([TASK])
        task = services.tasks.get(TASK)
        assert (task.arisen, task.state) == (True, TaskState.NOT_STARTED)

    def test_its_case_did_not_come(self, services: Services) -> None:
        services.tasks.not_arisen([TASK])
        task = services.tasks.get(TASK)
        assert (task.arisen, task.state, task.state_reason) == (False, TaskState.CANCELLED, None)
        assert task.standing(TODAY) is Standing.CANCELLED
        assert labels.task_state(task) == "Không phát sinh"
        services.tasks.confirm([TASK])
        task = services.tasks.get(TASK)
        assert (task.arisen, task.state) == (True, TaskState.NOT_STARTED)
        assert labels.task_state(task) == "Chưa làm"

    def test_opening_it_again_by_its_state_asks_again(self, services: Services) -> None:
        services.tasks.not_arisen([TASK])
        services.tasks.move([TASK], TaskState.IN_PROGRESS, reason="Có phát sinh")
        assert services.tasks.get(TASK).arisen is None

    def test_other_work_has_no_case(self, services: Services) -> None:
        for operation in (services.tasks.confirm, services.tasks.not_arisen):
            with pytest.raises(TaskNotConditional):
                operation([TASK, OTHER])
        assert services.tasks.get(TASK).arisen is None


class TestWaiting:
    def test_the_units_are_kept_while_it_waits(self, services: Services) -> None:
        services.tasks.wait_for([TASK, OTHER], [" Sở  Y tế", "", "Công an tỉnh"])
        for task in map(services.tasks.get, (TASK, OTHER)):
            assert (task.state, task.waiting_for) == (TaskState.WAITING, ("Sở Y tế", "Công an tỉnh"))
        services.tasks.move([TASK], TaskState.DONE)
        assert services.tasks.get(TASK).waiting_for == ()

    def test_finished_work_waits_for_nobody_without_a_reason(self, services: Services) -> None:
        services.tasks.move([TASK], TaskState.DONE)
        with pytest.raises(ReasonMissing):
            services.tasks.wait_for([TASK], ["Sở Y tế"])
        services.tasks.wait_for([TASK], ["Sở Y tế"], reason="Phải bổ sung")
        assert services.tasks.get(TASK).state_reason == "Phải bổ sung"


def test_all_of_it_is_part_of_the_history_of_the_task(services: Services) -> None:
    services.task_details.save_steps(TASK, [Step("Một")])
    services.task_details.add_evidence(Evidence(TASK, "1/BC"))
    services.urging.log([urging("Sở Y tế")])
    services.duplicates.dismiss(TASK, OTHER)
    told = [entry.operation for entry in services.history.of_record(Kind.TASK, TASK)]
    assert told == ["task.not_same", "urging.log", "task.add_evidence", "task.save_steps", "plan.import"]


def test_many_tasks_are_read_at_once(services: Services) -> None:
    services.task_details.save_steps(TASK, [Step("Một")])
    services.task_details.save_steps(OTHER, [Step("Hai")])
    found = services.task_details.of_tasks([TASK, OTHER, TaskId(2)])
    assert [len(found[task_id].steps) for task_id in (TASK, OTHER, TaskId(2))] == [1, 1, 0]


def test_closed_years_refuse(services: Services) -> None:
    services.urging.log([urging("Sở Y tế")])
    services.years.close(2024)
    with pytest.raises(YearClosed):
        services.task_details.save_steps(TASK, [Step("Một")])
    with pytest.raises(YearClosed):
        services.urging.answer([UrgingId(1)], TODAY)
    with pytest.raises(YearClosed):
        services.task_details.add_evidence(Evidence(TASK, "1/BC"))
    assert services.task_details.of_task(TASK).steps == ()

"""What an operation changed, as the clerk reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services import everything
from tests.services.drafts import DRAFT
from thidua_desktop.domain import plan_tree
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.history import RowChange
from thidua_desktop.domain.ids import NominationId, PlanId, RecipientId, RoundId, TaskId, UnitId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.task_details import Step
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.storage import triggers
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import history
from thidua_desktop.wording.history import FieldChange, Names

Shown = tuple[str, str, str]


def latest(services: Services, names: Names | None = None) -> tuple[FieldChange, ...]:
    entry = services.history.recent(1)[0]
    return history.field_changes(services.history.changes(entry.id), names or Names())


def shown(lines: tuple[FieldChange, ...]) -> list[Shown]:
    return [(line.field, line.before, line.after) for line in lines]


def test_every_column_of_the_journal_is_said_or_left_out_on_purpose(store: Store) -> None:
    with store.read() as work:
        db = work.plans._session.db
        columns = {(table, column.name) for table in triggers.tables(db) for column in db.columns(table)}
    said = {(table, column) for table, known in history.FIELDS.items() for column in known}
    assert columns == said | history.UNSAID
    assert not said & history.UNSAID


def test_every_operation_but_a_shift_of_units_shows_something(services: Services) -> None:
    for name, step in everything.STEPS.items():
        step(services)
        lines = latest(services)
        assert lines, name
        for line in lines:
            assert "{" not in f"{line.record}{line.field}{line.before}{line.after}", name
            assert line.before or line.after


@pytest.fixture
def plan_id(services: Services) -> PlanId:
    return PlanId(services.imports.store_plan(DRAFT).created[0])


def test_old_and_new_values_as_the_screens_write_them(services: Services, plan_id: PlanId) -> None:
    services.tasks.move([TaskId(1)], TaskState.DONE)
    assert ("Tình trạng", "Chưa làm", "Hoàn thành") in shown(latest(services))
    assert ("Tiến độ", "0 %", "100 %") in shown(latest(services))
    assert ("Ngày hoàn thành", "", "20/06/2024") in shown(latest(services))
    assert latest(services)[0].record.startswith("Nhiệm vụ 1: ")


def test_units_are_fields_of_their_task(services: Services, plan_id: PlanId) -> None:
    task = services.tasks.get(TaskId(2))
    services.tasks.save(replace(task, lead=("Sở Y tế", "Công an tỉnh")))
    entry = services.history.recent(1)[0]
    changes = services.history.changes(entry.id)
    assert history.task_ids(changes) == {2}
    names = Names(tasks=services.history.task_texts(history.task_ids(changes)))
    lines = [line for line in history.field_changes(changes, names) if line.field == "Chủ trì"]
    assert [(line.before, line.after) for line in lines] == [("; ".join(task.lead), "Sở Y tế; Công an tỉnh")]
    assert lines[0].record == f"Nhiệm vụ 2: {task.text}"


def test_what_went_to_the_trash_says_when(services: Services, plan_id: PlanId) -> None:
    services.tasks.delete([TaskId(1)])
    ((field, before, after),) = shown(latest(services))
    assert (field, before) == ("Chuyển vào thùng rác", "")
    assert after.endswith("ngày 20/06/2024")


def test_steps_evidence_and_urgings_are_lines_of_their_task(services: Services, plan_id: PlanId) -> None:
    services.task_details.save_steps(TaskId(1), [Step("Trình ký", date(2024, 6, 21), unit="Văn phòng")])
    entry = services.history.recent(1)[0]
    names = Names(tasks=services.history.task_texts(history.task_ids(services.history.changes(entry.id))))
    (line,) = latest(services, names)
    assert line.record == "Nhiệm vụ 1: Báo cáo sơ kết 6 tháng"
    assert (line.field, line.before, line.after) == ("Bước việc", "", "Trình ký; đơn vị: Văn phòng; hạn: 21/06/2024")
    changes = services.history.changes(entry.id)
    assert history.of_record(changes, Kind.TASK, 1) == changes


def test_both_tasks_of_a_pair_are_named(services: Services, plan_id: PlanId) -> None:
    services.duplicates.dismiss(TaskId(1), TaskId(2))
    entry = services.history.recent(1)[0]
    names = Names(tasks=services.history.task_texts(history.task_ids(services.history.changes(entry.id))))
    (line,) = latest(services, names)
    assert (line.field, line.after) == ("So với nhiệm vụ khác", "Bình xét cuối năm học; là cùng một việc: Không")


def test_recurring_work_is_not_taken_for_the_task_of_its_number(services: Services, plan_id: PlanId) -> None:
    services.series.make_report(plan_id, "year-review", 2024)
    changes = services.history.changes(services.history.recent(1)[0].id)
    records = {line.record.split(":")[0] for line in latest(services)}
    assert records == {"Việc định kỳ 1", "Nhiệm vụ 4"}
    assert history.of_record(changes, Kind.TASK, 1) == ()


def test_paragraphs_that_changed_places_or_numbers(services: Services, plan_id: PlanId) -> None:
    heading, task, duty = plan_tree.body(services.plans.parts(plan_id))
    services.plans.save_parts(plan_id, (heading, duty, task))
    assert shown(latest(services)) == [("Thứ tự các đoạn", "", "đã thay đổi")]
    services.plans.save_parts(plan_id, (heading, replace(duty, label="2."), task))
    lines = tuple(line for line in latest(services) if line.record.startswith("Nội dung văn bản"))
    assert shown(lines) == [("Nội dung", duty.text, duty.text), ("Số mục", "1.", "2.")]


def test_awards_have_their_names_and_unknown_states_stay_as_they_are() -> None:
    before = {"id": 1, "name": "An", "award_id": "cu", "state": "of_a_later_version", "gender": "female"}
    change = RowChange("nominations", 1, before, {**before, "award_id": "moi", "state": "agreed"})
    lines = history.field_changes([change], Names(awards={"cu": "Giấy khen"}))
    assert shown(lines) == [
        ("Danh hiệu, hình thức khen thưởng", "Giấy khen", "moi"),
        ("Tình trạng", "of_a_later_version", "Đồng ý"),
    ]


def test_a_long_document_is_one_line_at_the_end() -> None:
    parts = [
        RowChange("plan_parts", number, None, {"text": f"Đoạn {number}", "role": "text"}) for number in range(1, 31)
    ]
    plan = RowChange("plans", 7, None, {"title": "Kế hoạch", "year": 2024})
    lines = history.field_changes([*parts, plan], Names())
    assert shown(lines) == [("Tên kế hoạch", "", "Kế hoạch"), ("Năm", "", "2024"), ("Nội dung", "", "30 đoạn")]
    assert [line.order for line in lines] == [0, 1, 2]


def told(services: Services) -> dict[str, tuple[str, str, str]]:
    """What the latest operation changed: field → record, before, after."""
    changes = services.history.changes(services.history.recent(1)[0].id)
    names = Names(records=services.history.record_names(history.references(changes)))
    return {line.field: (line.record, line.before, line.after) for line in history.field_changes(changes, names)}


def test_other_records_are_told_by_name_also_when_they_are_gone(services: Services) -> None:
    unit = UnitId(services.units.save(Unit("Sở Y tế")).created[0])
    who = RecipientId(services.recipients.save(Recipient(RecipientKind.PERSON, "Nguyễn Văn An")).created[0])
    round_id = RoundId(services.nominations.save_round(Round("Đợt 2024", 2024)).created[0])
    services.submissions.expect(round_id, [unit])
    sent = services.submissions.board(round_id).rows[0].submission.id
    line = Nomination(round_id, RecipientKind.PERSON, "Nguyễn Văn An", "lao_dong_tien_tien")
    line = replace(line, id=NominationId(services.nominations.add(line).created[0]))
    services.nominations.save(replace(line, recipient_id=who, unit_id=unit, submission_id=sent))
    said = told(services)
    assert said["Gắn với người nhận"][1:] == ("", "Nguyễn Văn An")
    assert said["Gắn với đơn vị"][1:] == ("", "Sở Y tế")
    assert said["Hồ sơ của đơn vị"][1:] == ("", "Sở Y tế")
    services.nominations.save(replace(line, recipient_id=None, unit_id=None, submission_id=None))
    services.recipients.delete([who])
    services.submissions.delete([sent])
    services.units.delete(unit)
    changes = services.history.changes(services.history.recent(4)[-1].id)
    names = services.history.record_names(history.references(changes))
    assert names == {
        "recipients": {who: "Nguyễn Văn An"},
        "units": {unit: "Sở Y tế"},
        "submissions": {sent: "Sở Y tế"},
        "nominations": {line.id: "Nguyễn Văn An"},
    }


def test_a_record_that_an_undo_has_removed_keeps_its_name_in_the_history(services: Services) -> None:
    services.units.save(Unit("Sở Nội vụ"))
    entry = services.history.recent(1)[0]
    changes = services.history.changes(entry.id)
    services.undo.undo(entry.id)
    number = changes[0].row_id
    assert services.history.record_names({"units": [number]}) == {"units": {number: "Sở Nội vụ"}}


def test_a_submission_is_told_by_its_unit(services: Services) -> None:
    unit = UnitId(services.units.save(Unit("Sở Y tế")).created[0])
    round_id = RoundId(services.nominations.save_round(Round("Đợt 2024", 2024)).created[0])
    services.submissions.expect(round_id, [unit])
    sent = services.submissions.board(round_id).rows[0].submission.id
    assert sent is not None
    services.submissions.save(replace(services.submissions.get(sent), note="gọi lại"))
    assert told(services)["Ghi chú"][0].endswith(f"{sent}: Sở Y tế")

"""What is saved is what is read: every field of every kind of record."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage import samples
from thidua_desktop.domain import periods
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import PlanId, RoundId, TaskId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.plans import Plan, PlanPart
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.domain.units import Office, Unit
from thidua_desktop.storage.errors import RecordMissing, ValueRefused
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

PLAN = Plan("Kế hoạch thi đua", 2024)
quick = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def work(store: Store) -> Iterator[Work]:
    """One operation that is open during the test, with plan 1 and round 1 in it."""
    with store.write("test") as opened:
        assert opened.plans.save(PLAN) == 1
        assert opened.rounds.save(Round("Đợt 1", 2024)) == 1
        yield opened


@quick
@given(samples.OFFICES)
def test_office(work: Work, office: Office) -> None:
    work.office.save(office)
    assert work.office.get() == office


@quick
@given(samples.UNITS)
def test_unit(work: Work, unit: Unit) -> None:
    unit_id = work.units.save(unit)
    assert work.units.get(unit_id) == replace(unit, id=unit_id)


@quick
@given(samples.PLANS)
def test_plan(work: Work, plan: Plan) -> None:
    plan_id = work.plans.save(plan)
    assert work.plans.get(plan_id) == plan.kept(plan_id)


@quick
@given(samples.PARTS)
def test_parts(work: Work, parts: tuple[PlanPart, ...]) -> None:
    plan_id = work.plans.save(PLAN)
    work.parts.add(plan_id, parts)
    assert tuple(replace(part, id=None) for part in work.parts.of_plan(plan_id)) == parts


@quick
@given(samples.tasks(PlanId(1)))
def test_task(work: Work, task: Task) -> None:
    task_id = work.tasks.save(task)
    assert work.tasks.get(task_id) == replace(task, id=task_id)


@quick
@given(samples.tasks(PlanId(1)), samples.tasks(PlanId(1)))
def test_a_saved_task_takes_the_place_of_the_former_one(work: Work, task: Task, other: Task) -> None:
    task_id = work.tasks.save(task)
    changed = replace(other, id=task_id)
    assert work.tasks.save(changed) == task_id
    assert work.tasks.get(task_id) == changed


@quick
@given(samples.ROUNDS)
def test_round(work: Work, round_: Round) -> None:
    round_id = work.rounds.save(round_)
    assert work.rounds.get(round_id) == replace(round_, id=round_id)


@quick
@given(samples.nominations(RoundId(1)))
def test_nomination(work: Work, nomination: Nomination) -> None:
    nomination_id = work.nominations.save(nomination)
    assert work.nominations.get(nomination_id) == replace(nomination, id=nomination_id)


@quick
@given(st.data())
def test_the_deadline_in_the_table_is_the_one_of_the_domain(work: Work, data: st.DataObject) -> None:
    task = data.draw(samples.tasks(PlanId(1)))
    task_id = work.tasks.save(replace(task, state=TaskState.NOT_STARTED))
    deadline = periods.deadline(task.year, task.quarter, task.month, task.due)
    for day, overdue in ((deadline, 0), (deadline + timedelta(days=1), 1)):
        assert [row.overdue for row in work.queries.plans(2024, day)] == [overdue]
    work.tasks.trash([task_id])


def test_text_is_kept_precomposed_and_without_what_cannot_be_kept(work: Work) -> None:
    typed = unicodedata.normalize("NFD", "Sở Nội vụ") + "\x00\ud800"
    plan_id = work.plans.save(replace(PLAN, title=typed, legal_bases=(typed,)))
    task_id = work.tasks.save(Task(plan_id, typed, 2024, lead=(typed,)))
    kept = "Sở Nội vụ\ufffd"
    assert work.plans.get(plan_id).title == kept
    assert work.plans.get(plan_id).legal_bases == (kept,)
    assert work.tasks.get(task_id).text == kept
    assert work.tasks.get(task_id).lead == (kept,)


def test_blank_optional_text_is_missing_text(work: Work) -> None:
    task_id = work.tasks.save(Task(PlanId(1), "x", 2024, product="  ", lead=(" ", "Sở A")))
    assert work.tasks.get(task_id).product is None
    assert work.tasks.get(task_id).lead == ("Sở A",)


def test_units_are_found_by_name_whatever_the_spelling(work: Work) -> None:
    work.tasks.save(Task(PlanId(1), "x", 2024, lead=("Sở Nội vụ",), coordinate=("SỞ  NỘI VỤ", "So Noi vu")))
    assert [unit.name for unit in work.units.all()] == ["Sở Nội vụ"]


def test_a_name_used_twice_means_the_unit_that_still_exists(work: Work) -> None:
    work.units.save(Unit("Sở Y tế", valid_to=date(2020, 1, 1)))
    present = work.units.save(Unit("Sở Y tế", valid_from=date(2020, 1, 2)))
    assert work.units.named("sở y tế") == present


def test_units_are_in_vietnamese_order(work: Work) -> None:
    for name in ("Sở Y tế", "Đảng ủy", "Công an", "Ủy ban", "Ấp Bắc"):
        work.units.save(Unit(name))
    assert [unit.name for unit in work.units.all()] == ["Ấp Bắc", "Công an", "Đảng ủy", "Sở Y tế", "Ủy ban"]


@pytest.mark.parametrize(
    "change",
    [{"quarter": 5}, {"month": 0}, {"progress": 101}, {"year": 24}, {"text": ""}, {"plan_id": PlanId(99)}],
    ids=str,
)
def test_the_tables_refuse_what_no_task_can_be(store: Store, change: dict[str, object]) -> None:
    with pytest.raises(ValueRefused), store.write("test") as work:
        plan_id = work.plans.save(PLAN)
        work.tasks.save(replace(Task(plan_id, "x", 2024), **change))
    with store.read() as work:
        assert work.queries.years() == ()


def test_what_is_in_the_trash_is_neither_read_nor_saved(work: Work) -> None:
    task_id = work.tasks.save(Task(PlanId(1), "x", 2024))
    work.tasks.trash([task_id])
    assert work.tasks.of_plan(PlanId(1)) == work.tasks.of_year(2024) == ()
    assert [task.id for task in work.tasks.trashed(PlanId(1))] == [task_id]
    with pytest.raises(RecordMissing):
        work.tasks.get(task_id)
    with pytest.raises(RecordMissing):
        work.tasks.save(Task(PlanId(1), "y", 2024, id=task_id))
    with pytest.raises(RecordMissing):
        work.tasks.trash([task_id])
    work.tasks.restore([task_id])
    assert work.tasks.get(task_id).text == "x"
    with pytest.raises(RecordMissing):
        work.tasks.restore([task_id])


def test_a_number_is_never_given_twice(store: Store) -> None:
    with store.write("test") as work:
        first = work.plans.save(PLAN)
    with store.write("test") as work:
        work.plans._remove(first)  # as taking back the making of a plan does
    with store.write("test") as work:
        assert work.plans.save(PLAN) > first


@pytest.mark.parametrize("kind", [Office, Unit, Plan, PlanPart, Task, Round, Nomination])
def test_no_field_is_forgotten_by_the_samples(kind: type) -> None:
    made = {
        Office: samples.OFFICES,
        Unit: samples.UNITS,
        Plan: samples.PLANS,
        PlanPart: samples.PARTS.filter(bool).map(lambda parts: parts[0]),
        Task: samples.tasks(PlanId(1)),
        Round: samples.ROUNDS,
        Nomination: samples.nominations(RoundId(1)),
    }[kind]
    seen: dict[str, set[str]] = {field.name: set() for field in fields(kind)}

    @settings(max_examples=60, deadline=None, database=None)
    @given(made)
    def look(value: object) -> None:
        for field in fields(kind):
            seen[field.name].add(repr(getattr(value, field.name)))

    look()
    constant = {name for name, values in seen.items() if len(values) < 2}
    to_others = {"parent_id", "plan_id", "round_id", "part_id", "series_id", "recipient_id", "unit_id", "submission_id"}
    assert constant <= {"id"} | to_others


def test_unknown_records(work: Work) -> None:
    with pytest.raises(RecordMissing):
        work.tasks.get(TaskId(77))
    with pytest.raises(RecordMissing):
        work.tasks.save(Task(PlanId(1), "x", 2024, id=TaskId(77)))
    assert work.nominations.of_round(RoundId(77)) == ()
    assert work.office.get() == Office()
    line = Nomination(RoundId(1), RecipientKind.PERSON, "Lan", "giay_khen_xa", id_number="001099000001")
    assert work.nominations.get(work.nominations.save(line)).id_number == "001099000001"

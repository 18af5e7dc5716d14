"""Whatever is done can be taken back, and that too: the content is the same as before, and the same as after."""

from __future__ import annotations

import random
import threading
from dataclasses import replace

import pytest

from tests.services import everything
from tests.services.drafts import DRAFT
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import EntryId, PlanId, TaskId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.undo import ChangedSince, NothingToRedo, NothingToUndo
from thidua_desktop.storage import triggers
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

Content = dict[str, list[tuple[object, ...]]]


def content(store: Store) -> Content:
    """Every row of every table that the journal watches."""
    with store.read() as work:
        db = work.plans._session.db
        return {table: db.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in triggers.tables(db)}


def test_every_operation_can_be_undone_and_redone(store: Store, services: Services) -> None:
    before = content(store)
    for name, step in everything.STEPS.items():
        if everything.code(name) in ("undo", "redo"):
            continue
        step(services)
        after = content(store)
        assert before != after, name
        services.undo.undo()
        assert content(store) == before, name
        services.undo.redo()
        assert content(store) == after, name
        before = after


def test_all_of_it_can_be_undone_one_after_the_other_and_redone(store: Store, services: Services) -> None:
    states = [content(store)]
    for name, step in everything.STEPS.items():
        if not everything.code(name).startswith(("undo", "redo")):
            step(services)
            states.append(content(store))
    for state in states[-2::-1]:
        services.undo.undo()
        assert content(store) == state
    with pytest.raises(NothingToUndo):
        services.undo.undo()
    for state in states[1:]:
        services.undo.redo()
        assert content(store) == state
    with pytest.raises(NothingToRedo):
        services.undo.redo()


def test_back_to_any_line_and_forward_again(store: Store, services: Services) -> None:
    states: dict[EntryId, Content] = {}
    for step in everything.STEPS.values():
        step(services)
        states[services.history.recent(1)[0].id] = content(store)
    chance = random.Random(7)
    last = states[max(states)]
    others = [entry_id for entry_id in sorted(states) if states[entry_id] != last]  # going nowhere is no operation
    for entry_id in chance.sample(others, 8):
        before = content(store)
        services.undo.back_to(entry_id)
        assert content(store) == states[entry_id]
        services.undo.undo()
        assert content(store) == before


def test_going_back_and_forth_does_not_pile_up(services: Services) -> None:
    services.imports.store_plan(DRAFT)
    for _ in range(3):
        services.tasks.move([TaskId(1)], TaskState.DONE)
        services.tasks.move([TaskId(1)], TaskState.IN_PROGRESS, reason="Làm lại")
    for _ in range(5):
        services.undo.back_to(EntryId(2))
        assert services.tasks.get(TaskId(1)).state is TaskState.DONE
        assert len(services.history.changes(_last(services))) == 1  # one row differs, however much was done to it
        services.undo.undo()
        assert services.tasks.get(TaskId(1)).state is TaskState.IN_PROGRESS


@pytest.fixture
def plan_id(services: Services) -> PlanId:
    return PlanId(services.imports.store_plan(DRAFT).created[0])


def _last(services: Services) -> EntryId:
    return services.history.recent(1)[0].id


def test_an_earlier_operation_alone(services: Services, plan_id: PlanId) -> None:
    services.tasks.move([TaskId(1)], TaskState.DONE)
    moved = _last(services)
    services.tasks.save(replace(services.tasks.get(TaskId(1)), note="Đã gửi báo cáo"))
    services.undo.undo(moved)
    task = services.tasks.get(TaskId(1))
    assert task.state is TaskState.NOT_STARTED
    assert task.note == "Đã gửi báo cáo"  # what was done since stays
    with pytest.raises(NothingToUndo):
        services.undo.undo(moved)


def test_what_was_changed_since_is_not_taken_back(store: Store, services: Services, plan_id: PlanId) -> None:
    services.tasks.add(Task(plan_id, "Việc mới", 2024))
    added = _last(services)
    services.tasks.save(replace(services.tasks.get(TaskId(4)), text="Việc mới, sửa lại"))
    before = content(store)
    with pytest.raises(ChangedSince) as caught:
        services.undo.undo(added)
    assert messages.error(caught.value).startswith("Nhiệm vụ này")
    assert content(store) == before
    assert _last(services) == added + 1


def test_an_import_is_not_taken_back_from_under_a_task_added_since(
    store: Store, services: Services, plan_id: PlanId
) -> None:
    imported = _last(services)
    services.tasks.add(Task(plan_id, "Việc mới", 2024))
    before = content(store)
    with pytest.raises(ChangedSince) as caught:
        services.undo.undo(imported)
    assert caught.value.params["kind"] is Kind.PLAN
    assert content(store) == before


def test_units_that_others_use_or_have_corrected_stay(services: Services, plan_id: PlanId) -> None:
    imported = _last(services)
    other = PlanId(services.plans.create(Plan("Kế hoạch khác", 2024)).created[0])
    services.tasks.add(Task(other, "Việc khác", 2024, lead=("Sở Nội vụ",)))
    unit = next(unit for unit in services.units.all() if unit.name == "UBND các huyện")
    services.units.save(replace(unit, name="UBND các xã, phường"))
    services.undo.undo(imported)
    assert services.units.names() == ("Sở Nội vụ", "UBND các xã, phường")
    assert [row.plan.id for row in services.plans.of_year(2024)] == [other]


def test_a_record_comes_back_under_its_own_number(services: Services, plan_id: PlanId) -> None:
    services.undo.undo()
    assert services.plans.create(Plan("Kế hoạch khác", 2024)).created == (plan_id + 1,)
    services.undo.undo()
    services.undo.redo()
    assert [row.plan.id for row in services.plans.of_year(2024)] == [plan_id + 1]


def test_something_new_ends_what_could_be_redone(services: Services, plan_id: PlanId) -> None:
    services.tasks.move([TaskId(1)], TaskState.DONE)
    services.undo.undo()
    assert services.undo.next_redo() is not None
    services.tasks.move([TaskId(2)], TaskState.DONE)
    assert services.undo.next_redo() is None
    with pytest.raises(NothingToRedo):
        services.undo.redo()


def test_menus_can_name_what_they_would_do(services: Services, plan_id: PlanId) -> None:
    services.tasks.move([TaskId(1)], TaskState.DONE)
    undo = services.undo.next_undo()
    assert undo is not None
    assert messages.operation(undo.operation, undo.params) == "chuyển 1 nhiệm vụ sang “Hoàn thành”"
    services.undo.undo()
    redo = services.undo.next_redo()
    assert redo is not None
    assert redo.id == undo.id
    (entry, *_) = services.history.recent()
    assert messages.operation(entry.operation, entry.params) == ("hoàn tác việc chuyển 1 nhiệm vụ sang “Hoàn thành”")
    assert entry.undoes == undo.id
    assert services.history.recent()[1].undone_by == entry.id


def test_nothing_to_go_back_to(services: Services) -> None:
    assert services.undo.next_undo() is None
    with pytest.raises(NothingToUndo):
        services.undo.undo()
    with pytest.raises(NothingToUndo):
        services.undo.back_to(EntryId(3))
    services.imports.store_plan(DRAFT)
    with pytest.raises(NothingToUndo):
        services.undo.back_to(_last(services))
    with pytest.raises(NothingToUndo):
        services.undo.undo(EntryId(99))


def test_names_from_the_journal_are_not_trusted(store: Store, services: Services, plan_id: PlanId) -> None:
    with store.write("test") as work:
        work.plans.save(Plan("Kế hoạch khác", 2024))
        db = work.plans._session.db
        db.execute("UPDATE entry_rows SET after = json_set(after, '$.\"x; DROP TABLE plans\"', 1) WHERE entry_id = 1")
    with pytest.raises(ChangedSince):
        services.undo.undo(EntryId(1))


def test_an_operation_is_known_by_its_number_whatever_another_thread_does(services: Services) -> None:
    def work() -> Changes:
        changes = services.units.save(Unit("Sở Y tế"))
        beside = threading.Thread(target=services.units.save, args=(Unit("Sở Nội vụ"),))
        beside.start()
        beside.join()
        return changes

    done = services.undo.doing(work)
    assert done.entry_id is not None
    services.undo.undo(done.entry_id)
    assert [unit.name for unit in services.units.all()] == ["Sở Nội vụ"]


def test_what_wrote_nothing_has_no_number(services: Services) -> None:
    services.units.save(Unit("Sở Y tế"))
    assert services.undo.doing(lambda: Changes("unit.save")).entry_id is None

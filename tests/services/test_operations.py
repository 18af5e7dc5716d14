"""What must hold for every operation there is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.services import everything
from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

SERVICES = Path(messages.__file__).resolve().parents[1] / "services"


def _codes_in_services() -> set[str]:
    """The first argument of every ``….write("…")`` call in the services."""
    found = set()
    for path in SERVICES.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "write":
                owner = ast.unparse(node.func.value)
                if owner.endswith("_store"):
                    assert isinstance(node.args[0], ast.Constant), f"{path.name}: the code must be written out"
                    found.add(node.args[0].value)
    return found


def _schema(store: Store) -> str:
    with store.read() as work:
        return work.plans._session.db.schema


def test_every_operation_has_a_sentence_and_a_step() -> None:
    codes = _codes_in_services()
    assert codes == set(messages.OPERATIONS)
    assert codes == {everything.code(step) for step in everything.STEPS}


def test_every_operation_is_one_entry_that_reads_as_a_sentence(services: Services) -> None:
    for name, step in everything.STEPS.items():
        known = {entry.id for entry in services.history.recent()}
        changes = step(services)
        (entry,) = [entry for entry in services.history.recent() if entry.id not in known]
        assert entry.operation == changes.operation == everything.code(name)
        assert entry.touched <= changes.touched
        sentence = messages.operation(entry.operation, entry.params)
        assert "{" not in sentence
        assert not sentence.endswith(".")
        assert services.history.changes(entry.id)


def test_the_tables_are_the_same_after_all_operations(store: Store, services: Services) -> None:
    before = _schema(store)
    for step in everything.STEPS.values():
        step(services)
    assert _schema(store) == before
    assert services.office.health().sound


def test_sentences_name_states_as_the_clerk_knows_them() -> None:
    assert messages.operation("task.move", {"count": 3, "task_state": "done"}) == "chuyển 3 nhiệm vụ sang “Hoàn thành”"
    moved = messages.operation("nomination.move", {"count": 1200, "nomination_state": "to_sign"})
    assert moved == "chuyển 1.200 đề nghị sang “Trình ký”"


@pytest.mark.parametrize("sentence", messages.OPERATIONS.values())
def test_sentences_of_operations_are_parts_of_a_line(sentence: str) -> None:
    assert sentence[0].islower()
    assert sentence[-1] not in ".!"


def test_changes_name_the_new_records(services: Services) -> None:
    made: dict[str, Changes] = {name: step(services) for name, step in everything.STEPS.items()}
    assert made["plan.import"].created == (1, 1, 2, 3)
    assert made["plan.create"].created == (2,)
    assert made["plan.task_from_part"].created == (4,)
    assert made["task.save_many"].created == (6,)
    assert made["nomination.save_many"].created == (3,)
    assert made["task.save"].created == made["plan.save"].created == ()

"""What must hold for every operation there is."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import fixed_today, ticking_clock
from tests.services import everything
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.history import Entry
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
        return work.plans._session.db.tools.schema


@dataclass(frozen=True)
class Walk:
    """What all steps, one after the other, have made of an empty office file."""

    services: Services
    made: dict[str, Changes]
    entries: dict[str, list[Entry]]
    """The entries of the journal that were there after a step and not before it."""
    schemas: tuple[str, str]
    """Before the first step and after the last one."""


@pytest.fixture(scope="module")
def walk(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """Walked once for the tests that only look at what came of it."""
    path = Path(shutil.copy(empty_store, tmp_path_factory.mktemp("buoc") / "co-quan.tdkt"))
    with Store.open(path, now=ticking_clock()) as store:
        services = Services(store, fixed_today)
        store.before_write = None
        before = _schema(store)
        made, entries = {}, {}
        for name, step in everything.STEPS.items():
            known = {entry.id for entry in services.history.recent()}
            made[name] = step(services)
            entries[name] = [entry for entry in services.history.recent() if entry.id not in known]
        yield Walk(services, made, entries, (before, _schema(store)))


def test_every_operation_has_a_sentence_and_a_step() -> None:
    codes = _codes_in_services()
    assert codes == set(messages.OPERATIONS)
    assert codes == {everything.code(step) for step in everything.STEPS}


def test_every_operation_is_one_entry_that_reads_as_a_sentence(walk: Walk) -> None:
    for name, changes in walk.made.items():
        (entry,) = walk.entries[name]
        assert entry.operation == changes.operation == everything.code(name)
        assert entry.touched <= changes.touched
        sentence = messages.operation(entry.operation, entry.params)
        assert "{" not in sentence
        assert not sentence.endswith(".")
        assert walk.services.history.changes(entry.id)


def test_the_tables_are_the_same_after_all_operations(walk: Walk) -> None:
    assert walk.schemas[0] == walk.schemas[1]
    assert walk.services.office.health().sound


def test_sentences_name_states_as_the_clerk_knows_them() -> None:
    assert messages.operation("task.move", {"count": 3, "task_state": "done"}) == "chuyển 3 nhiệm vụ sang “Hoàn thành”"
    moved = messages.operation("nomination.move", {"count": 1200, "nomination_state": "to_sign"})
    assert moved == "chuyển 1.200 đề nghị sang “Trình ký”"


@pytest.mark.parametrize("sentence", messages.OPERATIONS.values())
def test_sentences_of_operations_are_parts_of_a_line(sentence: str) -> None:
    assert sentence[0].islower()
    assert sentence[-1] not in ".!"


def test_changes_name_the_new_records(walk: Walk) -> None:
    made = walk.made
    assert made["plan.import"].created == (1, 1, 2, 3)
    assert made["plan.create"].created == (2,)
    assert made["plan.task_from_part"].created == (4,)
    assert made["task.save_many"].created == (6,)
    assert made["nomination.save_many"].created == (3,)
    assert made["task.save"].created == made["plan.save"].created == ()


def test_the_history_of_a_record(walk: Walk) -> None:
    services = walk.services
    told = [entry.operation for entry in services.history.of_record(Kind.PLAN, everything.PLAN)]
    assert told == ["plan.restore", "plan.delete", "plan.approve", "plan.save", "plan.import"]
    (first, *_) = services.history.of_record(Kind.NOMINATION, everything.LINE)[::-1]
    (change,) = services.history.changes(first.id)
    assert change.after is not None
    assert change.after["name"] == "Nguyễn Văn An"
    assert len(services.history.recent(limit=3)) == 3

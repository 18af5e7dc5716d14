"""Saving a damaged file: nothing readable is lost, nothing is guessed, the damaged file stays as it is."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.rescue import rescue
from thidua_desktop.storage.errors import NothingSalvaged, StoreDamaged, StoreMissing
from thidua_desktop.storage.salvage import Rescue, salvage
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

PAGE = 4096
TABLES = ("plans", "tasks", "task_units", "units", "entries", "entry_rows")
Content = dict[str, dict[int, tuple[Any, ...]]]


@pytest.fixture(scope="module")
def filled(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty plans with ten tasks each, two of them in the trash; tables and journal have many pages."""
    path = tmp_path_factory.mktemp("hong") / "co-quan.tdkt"
    path.write_bytes(empty_store.read_bytes())
    with Store.open(path) as store:
        for number in range(30):
            with store.write("plan.import", title=f"Kế hoạch {number}", tasks=10) as work:
                plan_id = work.plans.save(Plan(f"Kế hoạch {number}", 2024))
                for position in range(1, 11):
                    text = f"Nhiệm vụ {number}.{position} " * 10
                    work.tasks.save(Task(plan_id, text, 2024, lead=(f"Sở {number}",), position=position))
        with store.write("task.delete", count=2) as work:
            work.tasks.trash([5, 17])
    return path


def content(path: Path) -> Content:
    with closing(sqlite3.connect(path)) as db:
        return {name: {row[0]: row for row in db.execute(f"SELECT * FROM {name}")} for name in TABLES}


def spoiled(filled: Path, tmp_path: Path, change: Callable[[bytearray], None]) -> Path:
    data = bytearray(filled.read_bytes())
    change(data)
    path = tmp_path / "hong.tdkt"
    path.write_bytes(data)
    return path


def page(number: int, filling: bytes) -> Callable[[bytearray], None]:
    def change(data: bytearray) -> None:
        data[(number - 1) * PAGE : number * PAGE] = filling

    return change


def missing(rescued: Rescue, original: Content) -> dict[str, set[int]]:
    """What is not as it was; everything of it must have been reported."""
    saved = content(rescued.path)
    lost = {
        name: {number for number, row in original[name].items() if saved[name].get(number) != row} for name in TABLES
    }
    for table in rescued.tables:
        if table.table not in TABLES:
            continue
        reported = {number for low, high in table.unread for number in range(low, high + 1)}
        reported |= {row["id"] for row in table.put_aside}
        assert lost[table.table] <= reported, table.table
        assert set(saved[table.table]) <= set(original[table.table]), "a row was invented"
    return lost


def _pages(filled: Path, step: int) -> list[int]:
    return list(range(1, filled.stat().st_size // PAGE + 1, step))


def _check_page(filled: Path, tmp_path: Path, number: int, filling: bytes) -> bool:
    """Whether anything could be saved of a file with one bad page; then all of the office's data must be there."""
    path = spoiled(filled, tmp_path, page(number, filling))
    before = path.read_bytes()
    target = tmp_path / "cuu.tdkt"
    try:
        rescued = salvage(path, target)
    except NothingSalvaged:
        return False
    finally:
        assert path.read_bytes() == before
    lost = missing(rescued, content(filled))
    assert not any(lost[name] for name in ("plans", "tasks", "task_units", "units"))
    with Store.open(target) as store:
        assert store.health().sound
    target.unlink()
    return True


def _list_of_tables(filled: Path) -> set[int]:
    """The pages that hold the list of tables: without it nothing says where the rows of a table begin."""
    data = filled.read_bytes()
    found, left = set(), [1]
    while left:
        number = left.pop()
        found.add(number)
        start = (number - 1) * PAGE
        header = start + (100 if number == 1 else 0)  # sqlite.org/fileformat2.html, section 1.6
        if data[header] == 5:
            cells = int.from_bytes(data[header + 3 : header + 5], "big")
            places = [header + 12 + 2 * cell for cell in range(cells)]
            offsets = [start + int.from_bytes(data[place : place + 2], "big") for place in places]
            left += [int.from_bytes(data[offset : offset + 4], "big") for offset in (*offsets, header + 8)]
    return found


def test_one_bad_page_costs_no_record(filled: Path, tmp_path: Path) -> None:
    pages = _pages(filled, 71)
    saved = {number: _check_page(filled, tmp_path, number, random.Random(number).randbytes(PAGE)) for number in pages}
    assert {number for number in pages if not saved[number]} <= _list_of_tables(filled)


@pytest.mark.torture
@pytest.mark.timeout(900)
def test_every_single_page(filled: Path, tmp_path: Path) -> None:
    for number in _pages(filled, 1):
        for filling in (bytes(PAGE), b"\xff" * PAGE, random.Random(number).randbytes(PAGE)):
            _check_page(filled, tmp_path, number, filling)


def test_a_file_that_was_cut_off(filled: Path, tmp_path: Path) -> None:
    def cut(data: bytearray) -> None:
        del data[len(data) * 2 // 3 :]

    path = spoiled(filled, tmp_path, cut)
    with pytest.raises(StoreDamaged):
        Store.open(path)
    rescued = salvage(path, tmp_path / "cuu.tdkt")
    missing(rescued, content(filled))
    assert len(content(rescued.path)["plans"]) >= 20
    with Store.open(rescued.path) as store:
        assert store.health().sound


def test_a_header_that_was_wiped(filled: Path, tmp_path: Path) -> None:
    def wipe(data: bytearray) -> None:
        data[:100] = bytes(100)

    rescued = salvage(spoiled(filled, tmp_path, wipe), tmp_path / "cuu.tdkt")
    assert not any(missing(rescued, content(filled)).values())


@pytest.mark.parametrize("seed", [3, *(pytest.param(seed, marks=pytest.mark.torture) for seed in range(4, 45))])
def test_many_bad_pages(filled: Path, tmp_path: Path, seed: int) -> None:
    """Seed 3 hits a task in the trash together with the journal row that put it there."""
    chance = random.Random(seed)
    pages = chance.sample(sorted({*_pages(filled, 1)} - _list_of_tables(filled))[20:], 12)

    def change(data: bytearray) -> None:
        for number in pages:
            page(number, bytes(PAGE))(data)

    rescued = salvage(spoiled(filled, tmp_path, change), tmp_path / "cuu.tdkt")
    missing(rescued, content(filled))
    with Store.open(rescued.path) as store:
        assert store.health().sound
        with store.write("plan.create") as work:
            assert work.plans.save(Plan("Mới", 2024)) > 30


def test_a_count_of_rows_that_makes_no_sense_is_not_believed(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "hong.tdkt"
    path.write_bytes(filled.read_bytes())
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"UPDATE sqlite_sequence SET seq = {2**62}")
        (last,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'plans'").fetchone()
    data = bytearray(path.read_bytes())
    page(last, b"\xff" * PAGE)(data)
    path.write_bytes(data)
    rescued = salvage(path, tmp_path / "cuu.tdkt")
    assert content(rescued.path)["plans"] == content(filled)["plans"]
    with Store.open(rescued.path) as store, store.write("plan.create") as work:
        assert 30 < work.plans.save(Plan("Mới", 2024)) < 100


def test_what_is_in_the_log_is_saved_too(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "hong.tdkt"
    path.write_bytes(filled.read_bytes())
    with Store.open(path) as store:
        with store.write("plan.create") as work:
            work.plans.save(Plan("Trong nhật ký ghi trước", 2024))
        left = tmp_path / "sau.tdkt"
        for suffix in ("", "-wal"):
            left.with_name(left.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())
    rescued = salvage(left, tmp_path / "cuu.tdkt")
    assert "Trong nhật ký ghi trước" in [row[1] for row in content(rescued.path)["plans"].values()]


def _without_journal(path: Path, *statements: str) -> None:
    """Change rows as only another program could: no triggers, no references, nothing written down."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement)


def test_orphans_are_put_aside_and_told(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "hong.tdkt"
    path.write_bytes(filled.read_bytes())
    _without_journal(path, "DELETE FROM plans WHERE id = 3", "DELETE FROM units WHERE id = 4", "DELETE FROM entry_rows")
    rescued = rescue(path, now=lambda: datetime(2024, 6, 20, 14, 5, tzinfo=UTC))
    assert rescued.path.name == "hong-da-cuu-20240620-140500.tdkt"
    saved = content(rescued.path)
    assert len(saved["tasks"]) == 290
    assert saved["task_units"][31][4:] == (None, "Sở 3")  # the unit's record is gone, its name stays
    assert rescued.put_aside is not None
    assert '"plan_id":3' in rescued.put_aside.read_text(encoding="utf-8").replace(" ", "")
    told = [messages.finding(finding) for finding in rescued.findings]
    assert any(sentence.startswith("Nhiệm vụ: 20 dòng") for sentence in told)
    with Store.open(rescued.path) as store:
        assert store.health().sound


@pytest.mark.parametrize("text", ["{", "5", "[]", '{"id": 7}', '{"id": "x"}', ""])
def test_a_journal_that_makes_no_sense_rebuilds_nothing(filled: Path, tmp_path: Path, text: str) -> None:
    path = tmp_path / "hong.tdkt"
    path.write_bytes(filled.read_bytes())
    with closing(sqlite3.connect(path)) as db:
        (number,) = db.execute("SELECT id FROM entry_rows WHERE table_name = 'task_units' LIMIT 1").fetchone()
    _without_journal(
        path,
        "DROP INDEX entry_rows_of_task",
        f"UPDATE entry_rows SET after = '{text}' WHERE table_name = 'plans' OR id = {number}",
        "DELETE FROM plans WHERE id = 3",
    )
    rescued = rescue(path)
    assert len(content(rescued.path)["plans"]) == 29
    with Store.open(rescued.path) as store:
        assert store.health().sound


def test_what_was_rebuilt_is_told(filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "hong.tdkt"
    path.write_bytes(filled.read_bytes())
    _without_journal(path, "DELETE FROM tasks WHERE plan_id = 3")
    rescued = rescue(path)
    assert [messages.finding(finding) for finding in rescued.findings] == [
        "Nhiệm vụ: 10 dòng hỏng đã được dựng lại từ nhật ký thay đổi."
    ]
    assert content(rescued.path) == content(filled)
    assert rescued.put_aside is None


def test_nothing_left_or_nothing_there(tmp_path: Path) -> None:
    rubbish = tmp_path / "rac.tdkt"
    rubbish.write_bytes(random.Random(1).randbytes(10 * PAGE))
    for path, trouble in ((rubbish, NothingSalvaged), (tmp_path / "khong.tdkt", StoreMissing)):
        with pytest.raises(trouble) as caught:
            rescue(path)
        assert isinstance(caught.value, StoreTrouble)
        assert path.name in messages.error(caught.value)
    assert os.listdir(tmp_path) == ["rac.tdkt"]  # noqa: PTH208 - hidden leftovers count too

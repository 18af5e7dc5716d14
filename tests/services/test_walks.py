"""The walks over all operations leave nothing out, and none of those operations changes a year that is closed."""

from __future__ import annotations

import cProfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import CodeType

import pytest

from tests.prepared import Prepared, prepare
from tests.services import everything
from tests.services.test_undo import Content, content
from tests.services.writers import Function, writing
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import EntryId
from thidua_desktop.services import undo
from thidua_desktop.services.container import Services
from thidua_desktop.services.undo import ChangedSince, NothingToRedo, NothingToUndo
from thidua_desktop.storage import closing_of_years, triggers
from thidua_desktop.storage.errors import YearClosed
from thidua_desktop.storage.store import Store

SERVICES = Path(undo.__file__).parent
YEARS = range(2020, 2027)

OF_NO_YEAR = frozenset(
    {
        *("office", "units", "years", "planner_chains", "reminder_delays", "commemorations"),
        *("unit_events", "unit_event_units", "unit_spellings", "recipients", "recipient_pairs", "posts"),
        # What is known of a recipient comes in years later, and the register of awards runs on through all years.
        *("award_records", "ratings", "initiatives", "spells", "sanctions", "open_cases", "clearances"),
        *("member_figures", "cluster_ranks", "movement_results", "year_scores", "confirmations"),
        *("list_layouts", "list_imports", "export_presets", "councils", "council_members"),
        # A report on a closed year is sent, and filed, after the year was closed; a workbook serves many years.
        *("sent_reports", "workbooks", "workbook_ties"),
    }
)
"""Tables that no year owns; every other has to stand in the check of closed years."""
OF_NO_YEAR_STEPS = frozenset(
    {
        *("office.save", "unit.save", "year.close", "year.reopen"),
        *("list.import_people", "list.import_history", "list.forget_layout"),
        *("preset.save", "preset.remove", "certificate.place", "words.forget", "words.restore"),
        *("council.save", "council.save_members", "council.delete", "council.restore"),
        *("chain.save", "chain.remove", "reminder.put_off", "commemoration.save", "commemoration.remove"),
        # Units, recipients and the register run on through all years; lines of closed years are left as they are.
        *(f"unit.{name}" for name in ("rename", "move", "merge", "split", "dissolve", "correct", "apply_provinces")),
        *(f"unit.{name}" for name in ("learn", "forget", "arrange", "unify", "delete", "restore")),
        *(f"recipient.{name}" for name in ("save", "save_many", "save_posts", "not_same", "forget_pair", "merge")),
        *(f"recipient.{name}" for name in ("delete", "restore")),
        *(f"award_record.{name}" for name in ("save", "save_many", "add_many", "delete", "restore")),
        *(f"evidence.{name}" for name in ("save", "save_many", "remove")),
        *("sent_report.keep", "workbook.save", "workbook.save_ties", "workbook.delete", "workbook.restore"),
    }
)
REVERSING = frozenset({"undo", "redo", "undo.back_to"})


@contextmanager
def called() -> Iterator[set[Function]]:
    """The functions of the services that run within the block."""
    found: set[Function] = set()
    profile = cProfile.Profile()
    with profile:
        yield found
    for entry in profile.getstats():
        if isinstance(entry.code, CodeType) and Path(entry.code.co_filename).parent == SERVICES:
            found.add(Function(Path(entry.code.co_filename).stem, entry.code.co_qualname))


def test_every_method_that_writes_is_walked(services: Services) -> None:
    writers = writing(SERVICES)
    assert len(writers) > 30
    with called() as walked:
        for step in everything.STEPS.values():
            step(services)
    forgotten = sorted(f"{each.module}.{each.name}" for each in writers - walked if each.public)
    assert forgotten == []


def test_a_method_that_writes_is_found_whatever_it_calls(tmp_path: Path) -> None:
    (tmp_path / "sample.py").write_text(
        "class S:\n"
        "    def open(self):\n        with self._store.write('a.b') as work:\n            work.x()\n"
        "    def through(self):\n        return self._inner()\n"
        "    def _inner(self):\n        with store.write('a.b', n=1), other():\n            pass\n"
        "    def reads(self):\n        with self._store.read() as work:\n            return work\n"
        "def alone(store):\n    return helper(store)\n"
        "def helper(store):\n    with store.write('a.b'):\n        pass\n",
        encoding="utf-8",
    )
    found = writing(tmp_path)
    assert {each.name for each in found} == {"S.open", "S.through", "S._inner", "alone", "helper"}
    assert {each.name for each in found if each.public} == {"S.open", "S.through", "alone", "helper"}


def test_every_table_is_of_a_year_or_of_none(store: Store) -> None:
    with store.read() as work:
        tables = set(triggers.tables(work.plans._session.db))
    asked = {table for table in tables if f"'{table}'" in closing_of_years._TOUCHED_AND_CLOSED}
    assert tables <= asked | OF_NO_YEAR
    assert asked >= {"plans", "plan_parts", "tasks", "task_units", "rounds", "nominations"}


def _of_years(store: Store) -> Content:
    return {table: rows for table, rows in content(store).items() if table not in OF_NO_YEAR}


def _close(services: Services) -> None:
    for year in YEARS:
        if year not in services.years.closed():
            services.years.close(year)


def _reopen(services: Services) -> None:
    for year in services.years.closed():
        services.years.reopen(year, "Bổ sung hồ sơ")


def test_no_operation_changes_a_closed_year(store: Store, services: Services) -> None:
    let_through = []
    for name, step in everything.STEPS.items():
        if everything.code(name) in REVERSING:
            continue
        if everything.code(name) not in OF_NO_YEAR_STEPS:
            _close(services)
            before = content(store)
            with suppress(YearClosed):
                step(services)
                let_through.append(name)
            assert content(store) == before or name in let_through, name
            _reopen(services)
        step(services)
    assert let_through == []


@pytest.fixture(scope="module")
def closed_office(empty_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared[None]:
    """An office in which everything has been done, and every year closed since."""

    def fill(services: Services) -> None:
        for name, step in everything.STEPS.items():
            if everything.code(name) not in REVERSING:
                step(services)
        _reopen(services)
        _close(services)

    return prepare(empty_store, tmp_path_factory.mktemp("khoa-so"), fill)


@pytest.fixture
def store_path(request: pytest.FixtureRequest, store_path: Path, tmp_path: Path) -> Path:
    """An office file of this test's own; everything has been done in it if it speaks of a closed office."""
    return request.getfixturevalue("closed_office").copy(tmp_path) if "closed" in request.fixturenames else store_path


@pytest.fixture
def closed(services: Services, closed_office: Prepared[None]) -> Services:
    """The services of the closed office."""
    return services


def test_nothing_of_a_closed_year_is_undone(store: Store, closed: Services) -> None:
    before, undone = _of_years(store), 0
    for entry in closed.history.recent():
        if entry.operation == "year.close":
            continue
        try:
            closed.undo.undo(entry.id)
            undone += 1
        except (YearClosed, ChangedSince, NothingToUndo):
            pass
        assert _of_years(store) == before, entry
    assert undone < len(OF_NO_YEAR_STEPS) * 2


def test_nothing_of_a_closed_year_goes_back_or_forward(store: Store, closed: Services) -> None:
    before, years = _of_years(store), closed.years.closed()
    for entry in closed.history.recent():
        for reverse in (lambda number=entry.id: closed.undo.back_to(number), closed.undo.redo):
            with suppress(YearClosed, ChangedSince, NothingToUndo, NothingToRedo):
                reverse()
            assert _of_years(store) == before, entry
            assert closed.years.closed() == years, entry


def test_an_old_closing_is_not_undone_without_a_reason(closed: Services) -> None:
    """Taking the very last step back is a slip of the finger; taking an older one back would be a way around."""
    closings = [entry.id for entry in closed.history.recent() if entry.operation == "year.close"]
    years = closed.years.closed()
    for entry_id in closings[1:]:
        with pytest.raises(AppError) as caught:
            closed.undo.undo(entry_id)
        assert isinstance(caught.value, YearClosed | NothingToUndo)
        assert closed.years.closed() == years
    closed.undo.undo(EntryId(closings[0]))
    assert len(closed.years.closed()) == len(years) - 1
    closed.undo.redo()
    assert closed.years.closed() == years

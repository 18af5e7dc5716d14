"""Lists of a province from their workbook into the office, beside python-calamine and bare inserts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.frame import CPU, OURS, PEAK, WALL, Growth, Promise, Scene, Side, at_least, at_most, times

if TYPE_CHECKING:
    from thidua_desktop.services.container import Services

_CALAMINE, _BARE = "python-calamine", "python-calamine and bare inserts"
_RATE, _CLOCK = "lines_per_s", "by_clock_per_s"
"""Lines a second of processor time, and by the clock on the wall, which runs on while others use the machine."""
_SCHOOLS = 100
_MEGABYTES = 400
_SIZES = (1_000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class _Ready:
    path: Path
    rows: int
    folder: Path
    services: Services | None = None
    round_id: int | None = None


def _former(scene: Scene) -> Path:
    from tests.bench import list_books

    name = f"former-awards-{scene.rows}-v1.xlsx"
    return scene.kept(name, lambda path: list_books.former_awards(path, scene.rows))


def _nominated(scene: Scene) -> Path:
    from tests.bench import list_books

    return scene.kept(f"nominations-{scene.rows}-v1.xlsx", lambda path: list_books.nominations(path, scene.rows))


def _reader(scene: Scene) -> _Ready:
    import gc

    from thidua_desktop.importing.readers import workbook

    gc.set_threshold(2_000, 20, 1_000_000)  # as the program has it (``thidua_desktop.app``)
    assert scene.rows < workbook.MOST_ROWS
    return _Ready(_former(scene), scene.rows, scene.scratch)


def _read(ready: _Ready) -> None:
    from thidua_desktop.importing.readers import read_file

    assert len(read_file(ready.path).blocks) == ready.rows + 3


def _cells(ready: _Ready) -> list[list[Any]]:
    from python_calamine import CalamineWorkbook

    rows = CalamineWorkbook.from_path(str(ready.path)).get_sheet_by_index(0).to_python()
    assert len(rows) >= ready.rows
    return rows


def _read_cells(ready: _Ready) -> None:
    _cells(ready)


def _office(list_of: Callable[[Scene], Path]) -> Callable[[Scene], _Ready]:
    def prepared(scene: Scene) -> _Ready:
        import gc

        from thidua_desktop.domain.documents import Document
        from thidua_desktop.domain.nominations import Round
        from thidua_desktop.domain.units import Unit
        from thidua_desktop.importing.lists import parse
        from thidua_desktop.importing.readers import workbook
        from thidua_desktop.services.container import Services
        from thidua_desktop.storage.store import Store

        gc.set_threshold(2_000, 20, 1_000_000)  # as the program has it
        services = Services(Store.open(scene.scratch / "co-quan.tdkt", create=True), lambda: date(2026, 1, 10))
        for number in range(_SCHOOLS):
            services.units.save(Unit(f"Trường THCS số {number}"))
        round_id = services.nominations.save_round(Round("Tổng kết năm 2025", 2025)).created[0]
        assert services.list_batches is not None
        parse(Document("", ()))  # what reads lists is there before the first one, as on its page
        assert scene.rows < workbook.MOST_ROWS
        return _Ready(list_of(scene), scene.rows, scene.scratch, services, round_id)

    return prepared


def _import_former(ready: _Ready) -> dict[str, float]:
    from thidua_desktop.domain.lists import ListTarget

    return _imported(ready, ListTarget.AWARD_HISTORY, None)


def _import_nominated(ready: _Ready) -> dict[str, float]:
    from thidua_desktop.domain.lists import ListTarget

    return _imported(ready, ListTarget.NOMINATIONS, ready.round_id)


def _imported(ready: _Ready, target: Any, round_id: Any) -> dict[str, float]:
    import time

    services = ready.services
    assert services is not None
    begun, spent = time.perf_counter(), time.process_time()
    draft = services.list_doctor.read(ready.path, target, round_id=round_id)
    kept = services.list_batches.store(draft)
    took, worked = time.perf_counter() - begun, time.process_time() - spent
    assert len(kept.created) == len(draft.rows) == ready.rows
    assert all(row.row.award_id and row.unit is not None for row in draft.rows)
    return {_RATE: ready.rows / worked, _CLOCK: ready.rows / took}


def _bare(list_of: Callable[[Scene], Path]) -> Callable[[Scene], _Ready]:
    return lambda scene: _Ready(list_of(scene), scene.rows, scene.scratch)


def _insert(ready: _Ready) -> None:
    """The cells as they are, into a table without index, trigger, journal or search."""
    import sqlite3
    from contextlib import closing

    rows = [tuple(map(str, row)) for row in _cells(ready)]
    with closing(sqlite3.connect(ready.folder / "bare.db")) as db, db:
        names = ", ".join(f"c{at} TEXT" for at in range(len(rows[0])))
        db.execute(f"CREATE TABLE lines ({names})")
        db.executemany(f"INSERT INTO lines VALUES ({', '.join('?' for _ in rows[0])})", rows)


_WHY = (
    "Each line is understood, repaired, compared with the office, journaled for undo and made searchable; the peer "
    "only copies cells. A third of the time is SQLite's: rows, journal and indexes. Next: rows of the doctor made when "
    "they are shown, and recipients and lines put into rows without objects between."
)

PROMISES = (
    Promise(
        "import-read",
        "Reading a workbook of {rows} lines of ten columns",
        100_000,
        Side(OURS, _read, _reader),
        (times(CPU, 1.5, _CALAMINE), times(WALL, 1.5, _CALAMINE)),
        (Side(_CALAMINE, _read_cells, _bare(_former)),),
        build=_former,
        growth=Growth(_SIZES),
        note="Beside the cells, blocks with their place in the file are made; calamine is compiled code. Next: blocks "
        "made when they are asked for.",
    ),
    Promise(
        "import-former",
        "Import of {rows} former awards: read, map, repair, check, store",
        100_000,
        Side(OURS, _import_former, _office(_former), most_rounds=3),
        (at_least(_RATE, 8_000), at_most(PEAK, _MEGABYTES)),
        (Side(_BARE, _insert, _bare(_former), most_rounds=3),),
        build=_former,
        growth=Growth(_SIZES),
        shown=(_RATE, _CLOCK, CPU, PEAK),
        note=_WHY,
    ),
    Promise(
        "import-nominations",
        "Import of {rows} nominations: read, map, repair, check, store",
        100_000,
        Side(OURS, _import_nominated, _office(_nominated), most_rounds=3),
        (at_least(_RATE, 8_000), at_most(PEAK, _MEGABYTES)),
        (Side(_BARE, _insert, _bare(_nominated), most_rounds=3),),
        build=_nominated,
        growth=Growth(_SIZES),
        shown=(_RATE, _CLOCK, CPU, PEAK),
        note=_WHY,
    ),
)

"""Ten thousand lines are read, stored and judged in under twenty seconds of computing time, within bounded memory."""

from __future__ import annotations

import time
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest

from tests.bench import many_rows
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.domain.nominations import Round
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services

_SECONDS = 20.0
_EDIT = 0.2
_MEGABYTES = 300
_SCHOOLS = 100


@pytest.fixture
def round_id(services: Services) -> RoundId:
    for number in range(_SCHOOLS):
        services.units.save(Unit(f"Trường THCS số {number}"))
    return RoundId(services.nominations.save_round(Round("Tổng kết năm 2025", 2025)).created[0])


@pytest.mark.bench
def test_ten_thousand_lines_are_read_stored_and_judged(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    path = many_rows.workbook(tmp_path / "danh-sach.xlsx")
    marks = [time.process_time()]
    draft = services.list_doctor.read(path, ListTarget.NOMINATIONS, round_id=round_id)
    marks.append(time.process_time())
    services.list_batches.store(draft)
    marks.append(time.process_time())
    judged = services.judging.judge(round_id)
    marks.append(time.process_time())
    services.undo.undo()
    marks.append(time.process_time())
    read, store, judge, undo = (after - before for before, after in pairwise(marks))
    told = f"read {read:.1f} s, stored {store:.1f} s, judged {judge:.1f} s; taken back {undo:.1f} s"
    assert len(judged) == len(draft.rows) == many_rows.ROWS
    assert services.nominations.of_round(round_id) == (), told
    assert read + store + judge < _SECONDS, told


@pytest.mark.bench
def test_a_correction_among_ten_thousand_lines_is_quick(services: Services, tmp_path: Path) -> None:
    path = many_rows.workbook(tmp_path / "danh-sach.xlsx")
    draft = services.list_doctor.read(path, ListTarget.NOMINATIONS)
    start = time.process_time()
    edited = services.list_doctor.edit(draft, draft.rows[4_000].key, ListField.BIRTH, "1981")
    took = time.process_time() - start
    assert edited.rows[4_000].row.birth == "1981"
    assert took < _EDIT, f"{took:.3f} s"


@pytest.mark.bench
def test_memory_is_bounded(services: Services, tmp_path: Path) -> None:
    path = many_rows.workbook(tmp_path / "danh-sach.xlsx")
    tracemalloc.start()
    services.list_doctor.read(path, ListTarget.NOMINATIONS)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < _MEGABYTES * 1024 * 1024, f"{peak / 1024 / 1024:.0f} MB"

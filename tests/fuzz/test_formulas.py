"""Text that looks like a formula stays text in every workbook that leaves the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl

from tests.conftest import fixed_today
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task
from thidua_desktop.domain.units import Office
from thidua_desktop.services.container import Services
from thidua_desktop.services.reporting import Format
from thidua_desktop.storage.store import Store

HOSTILE = [
    before + sign + rest
    for before in ("", " ", "\t", "\n", "'")
    for sign in ("=", "+", "-", "@", "==")
    for rest in ("cmd|' /C calc'!A0", 'HYPERLINK("http://127.0.0.1","x")', "SUM(1)*cmd", "1+1")
]


def _formulas(path: Path) -> list[tuple[str, object]]:
    book = openpyxl.load_workbook(path)
    return [
        (cell.coordinate, cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_no_text_becomes_a_formula(empty_store: Path, tmp_path: Path) -> None:
    ordinary = _of_office(empty_store, tmp_path / "thuong", ["Nhiệm vụ"] * 12)
    for start in range(0, len(HOSTILE) - 12, 12):
        hostile = _of_office(empty_store, tmp_path / str(start), HOSTILE[start : start + 12])
        for plain, strange in zip(ordinary, hostile, strict=True):
            assert _formulas(strange) == _formulas(plain)  # the program's own formulas, and none besides


def _of_office(empty_store: Path, folder: Path, texts: list[str]) -> list[Path]:
    folder.mkdir()
    with Store.open(Path(shutil.copy(empty_store, folder / "co-quan.tdkt"))) as store:
        return _exported(Services(store, fixed_today), folder, texts)


def _exported(services: Services, folder: Path, texts: list[str]) -> list[Path]:
    title, name, place, number, issuer, text, lead, product, note, evidence, remark, other = texts
    services.office.save(Office(name, name, place, compiler_name=name))
    services.plans.create(Plan(title, 2024, number=number, issuer=issuer, place=place))
    task = Task(PlanId(1), text, 2024, lead=(lead,), coordinate=(other,), product=product, note=note)
    services.tasks.add(task)
    services.tasks.add(Task(PlanId(1), text, 2024, evidence=evidence, remark=remark, delay_reason=other))
    reporting = services.reporting
    return [
        services.trackers.export(2024, folder / "theo-doi.xlsx"),
        reporting.plan_annex(PlanId(1), folder / "phu-luc.xlsx", Format.XLSX),
    ]

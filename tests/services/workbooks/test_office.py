"""Filled workbooks as another program reads and counts them; each was made by a different one.

``pytest -m office`` runs these; they need LibreOffice (``soffice``) and fail where it is not there.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.nasty_workbooks import SHEET, filled_down, loaded, macro_form, province_form
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.workbooks.grids import FormulaKind
from thidua_desktop.domain.workbooks.places import reference
from thidua_desktop.domain.workbooks.ties import Tie
from thidua_desktop.services.container import Services

pytestmark = [pytest.mark.office, pytest.mark.timeout(300)]

YEAR = periods.year(2026)
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
"""LibreOffice is to count everything anew when it opens a workbook of Excel."""


@pytest.fixture(scope="module")
def counting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile in which LibreOffice counts anew."""
    profile = tmp_path_factory.mktemp("counting")
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    return profile


@pytest.fixture(scope="module")
def believing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile in which LibreOffice believes the results in the file, as it does unless told otherwise."""
    return tmp_path_factory.mktemp("believing")


def resaved(path: Path, profile: Path, folder: str) -> Workbook:
    """The workbook as LibreOffice saves it."""
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to"]
    out = path.parent / folder
    subprocess.run(
        [*command, "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(path)], check=True, capture_output=True
    )
    return loaded(out / f"{path.stem}.xlsx", values=True)


def _of_openpyxl(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    for line in (
        ["Danh hiệu", "Tổng số", "Tập thể", "Cá nhân"],
        ["Lao động tiên tiến", "=C2+D2", None, None],
        ["Giấy khen", "=SUM(C3:D3)", None, None],
        ["Tổng cộng", "=SUM(B2:B3)", "=SUM(C2:C3)", "=SUM(D2:D3)"],
    ):
        sheet.append(line)
    book.save(path)
    return path


def _of_libreoffice(path: Path, profile: Path) -> Path:
    source = province_form(path.with_name("nguon.xlsx"), from_1904=True)
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to"]
    folder = path.parent / "lo-nguon"
    subprocess.run(
        [*command, "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(source)], check=True, capture_output=True
    )
    return (folder / "nguon.xlsx").rename(path)


MAKERS: dict[str, Callable[[Path], Path]] = {
    "openpyxl.xlsx": _of_openpyxl,
    "xlsxwriter.xlsm": macro_form,
    "shared.xlsx": filled_down,
}


@pytest.mark.parametrize("name", [*MAKERS, "libreoffice.xlsx"])
def test_what_is_kept_is_what_libreoffice_counts(
    name: str, services: Services, tmp_path: Path, counting: Path, believing: Path
) -> None:
    path = MAKERS[name](tmp_path / name) if name in MAKERS else _of_libreoffice(tmp_path / name, believing)
    form = services.workbooks.open(path)
    ties = tuple(
        Tie(one.place.sheet, one.place.row, one.place.column, one.asked.question, "", one.asked.periods_back)
        for one in services.workbooks.propose(form, YEAR)
        if one.asked is not None
    )
    assert len(ties) >= 4
    out = tmp_path / f"điền-{name}"
    done = services.workbooks.fill(form, ties, YEAR, out)
    counted, believed = resaved(out, counting, "lo")[SHEET], resaved(out, believing, "lo-tin")[SHEET]
    written = loaded(out, values=True)[SHEET]
    for change in done.changes:
        assert str(counted[change.tie.cell].value) == change.after, change.tie.cell
    seen = 0
    sheet = form.grid.sheet(SHEET)
    assert sheet is not None
    for (row, column), cell in sheet.cells.items():
        if cell.formula is FormulaKind.NONE:
            continue
        at = reference(row, column)
        seen += 1
        right = counted[at].value
        assert believed[at].value == pytest.approx(right, rel=1e-12), at
        if written[at].value is not None:  # left to the program that opens the file
            assert written[at].value == pytest.approx(right, rel=1e-12), at
    assert seen >= 5
    assert any(value for value in (counted[tie.cell].value for tie in ties))

"""A spreadsheet that calculates comes to what was written: LibreOffice opens every form and writes it anew.

``pytest -m office`` runs this; it needs LibreOffice (``soffice``) and fails where it is not there.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.reports.forms.cases import CODES, form, sheet
from thidua_desktop.domain.forms.filling import Origin
from thidua_desktop.reports.forms import excel

_VALUE = re.compile(rb"(</f>)<v>[^<]*</v>")
_FORMAT = "xlsx:Calc MS Excel 2007 XML"

pytestmark = [pytest.mark.office, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The forms as LibreOffice has calculated them."""
    folder = tmp_path_factory.mktemp("biểu")
    for code in CODES:
        excel.write((sheet(code),), folder / f"{code}.xlsx", code)
        _without_values(folder / f"{code}.xlsx")
    profile = tmp_path_factory.mktemp("profile")
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", _FORMAT]
    files = [str(folder / f"{code}.xlsx") for code in CODES]
    subprocess.run([*command, "--outdir", str(folder / "lo"), *files], check=True, capture_output=True)
    return folder / "lo"


def _without_values(path: Path) -> None:
    """Take the values beside the formulas away, so that none can be passed on without being calculated."""
    with zipfile.ZipFile(path) as package:
        parts = [(info, package.read(info)) for info in package.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for info, data in parts:
            package.writestr(info, _bare(data) if info.filename.startswith("xl/worksheets/") else data)


def _bare(data: bytes) -> bytes:
    return _VALUE.sub(rb"\1", data)


@pytest.mark.parametrize("code", CODES)
def test_recalculated_values_are_those_written(code: str, recalculated: Path) -> None:
    shown = openpyxl.load_workbook(recalculated / f"{code}.xlsx", data_only=True)[code]
    filled = form(code)
    frozen = openpyxl.load_workbook(recalculated.parent / f"{code}.xlsx")[code].freeze_panes
    top, left = int(str(frozen).lstrip("ABCDEFGH")), len(filled.model.stubs) + 1
    checked = 0
    for down, cells in enumerate(filled.cells):
        for across, cell in enumerate(cells):
            written = shown.cell(top + down, left + across).value
            expected = pytest.approx(float(cell.value), rel=1e-12) if cell.value is not None else None
            assert (None if written == "" else written) == expected, (down, across)
            checked += cell.origin in (Origin.SUM, Origin.SHARE)
    assert checked

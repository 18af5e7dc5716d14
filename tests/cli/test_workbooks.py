"""``thidua report fill``: the superior's workbook from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Run
from tests.nasty_workbooks import SHEET, loaded, province_form
from thidua_desktop.cli.output import ExitCode
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.workbooks.ties import Tie
from thidua_desktop.services.container import Services

YEAR = periods.year(2024)


@pytest.fixture
def form(services: Services, tmp_path: Path) -> Path:
    """A form with all its proposals accepted; what asks for nothing is left alone."""
    path = province_form(tmp_path / "bieu.xlsx", year=2024)
    opened = services.workbooks.open(path)
    ties = []
    for one in services.workbooks.propose(opened, YEAR):
        question, back = (one.asked.question, one.asked.periods_back) if one.asked is not None else (None, 0)
        ties.append(Tie(one.place.sheet, one.place.row, one.place.column, question, "", back))
    services.workbooks.keep(opened, ties, "Biểu tổng hợp")
    services.close()
    return path


def test_a_tied_workbook_is_filled(form: Path, store_path: Path, tmp_path: Path) -> None:
    later = province_form(tmp_path / "sau.xlsx", year=2025, above=1)
    out = tmp_path / "đã điền.xlsx"
    run = Run("report", "fill", later, "--store", store_path, "--year", 2024, "--out", out, "--json")
    assert run.code is ExitCode.DONE
    printed = json.loads(run.results)
    assert len(printed["cells"]) == 26
    assert printed["cells"][0]["question"].startswith("awards|2023-01-01..2023-12-31|")
    assert loaded(out)[SHEET]["E10"].value == 0
    assert "tìm lại theo đầu dòng" in run.messages
    assert form.exists()


def test_cells_without_a_tie_are_findings(form: Path, services: Services, store_path: Path, tmp_path: Path) -> None:
    wider = province_form(tmp_path / "khac.xlsx", year=2024, rows=(("4", "Cờ thi đua của Chính phủ"),))
    run = Run("report", "fill", wider, "--store", store_path, "--year", 2024, "--out", tmp_path / "x.xlsx")
    assert run.code is ExitCode.FINDINGS
    assert "chưa nối" in run.messages
    assert (tmp_path / "x.xlsx").exists()
    assert services.path == store_path
    assert form.exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bieu.csv", b"a,b\n1,2\n", "không phải bảng tính Excel"),
        ("bieu.xlsx", b"PK\x03\x04 broken", "bieu.xlsx"),
        ("bieu.xls", b"<html><table><tr><td>1</td></tr></table></html>", "Lưu thành dạng .xlsx"),
    ],
)
def test_files_that_cannot_be_filled(store_path: Path, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    run = Run("report", "fill", tmp_path / name, "--store", store_path, "--year", 2024, "--out", tmp_path / "x.xlsx")
    assert run.code is ExitCode.UNREADABLE
    assert said in run.messages
    assert not (tmp_path / "x.xlsx").exists()


def test_a_workbook_that_was_never_tied(store_path: Path, tmp_path: Path) -> None:
    path = province_form(tmp_path / "bieu.xlsx")
    run = Run("report", "fill", path, "--store", store_path, "--year", 2024, "--out", tmp_path / "x.xlsx")
    assert run.code is ExitCode.FINDINGS
    assert "chưa có ô nào được nối" in run.messages

"""Reports in words and the check of figures from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Run
from thidua_desktop.cli.output import ExitCode
from thidua_desktop.services import demo


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office file with the sample plan of 2026; the commands here only read it."""
    folder = tmp_path_factory.mktemp("cơ quan")
    plan = folder / "kế hoạch.txt"
    plan.write_text(demo.plan_text(2026), encoding="utf-8")
    Run("plan", "import", plan, "--store", folder / "s.tdkt")
    return folder / "s.tdkt"


@pytest.mark.parametrize(
    ("what", "format_", "begins"),
    [
        (("half-year", "--half", 2), "docx", b"PK"),
        (("nine-month",), "pdf", b"%P"),
    ],
)
def test_reports(store: Path, tmp_path: Path, what: tuple[object, ...], format_: str, begins: bytes) -> None:
    out = tmp_path / f"báo cáo.{format_}"
    run = Run("report", *what, "--store", store, "--year", 2026, "--format", format_, "--out", out)
    assert (run.code, run.results.strip()) == (ExitCode.DONE, str(out))
    assert out.read_bytes()[:2] == begins
    assert "còn phải viết thêm" in run.messages
    checked = Run("report", "check", out, "--store", store)
    assert (checked.code, checked.results) == (ExitCode.DONE, "")
    assert "không thấy chỗ nào lệch" in checked.messages


def test_what_disagrees_is_told(tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.txt"
    path.write_text(
        "BÁO CÁO\nCông tác thi đua năm 2026\n\nKhen thưởng 46 trường hợp, gồm 12 tập thể và 33 cá nhân.",
        encoding="utf-8",
    )
    run = Run("report", "check", path)
    assert run.code is ExitCode.FINDINGS
    assert "cộng các phần kê sau đó (12 + 33) là 45" in run.results
    assert "có 1 chỗ lệch" in run.messages
    printed = json.loads(Run("report", "check", path, "--json").results)
    assert [(each["kind"], each["value"], each["right"]) for each in printed["findings"]] == [("sum", "46", "45")]
    assert (printed["numbers"], printed["period"]) == (3, None)


def test_a_file_without_a_period(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "báo cáo.txt"
    path.write_text("BÁO CÁO\nCông tác thi đua\n\nKhen thưởng 4 trường hợp.", encoding="utf-8")
    assert "hãy thêm --year" in Run("report", "check", path, "--store", store).messages
    run = Run("report", "check", path, "--store", store, "--year", 2026, "--json")
    assert json.loads(run.results)["period"] == "Năm 2026"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    run = Run("report", "check", tmp_path / "không có.docx")
    assert run.code is ExitCode.UNREADABLE
    assert run.messages.strip()

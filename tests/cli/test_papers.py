"""Papers from the command line: every one in its formats, wrong calls answered in Vietnamese."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_commands import Run
from thidua_desktop.cli.output import ExitCode
from thidua_desktop.services import demo

BEGINS = {"pdf": b"%PDF", "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04", "ics": b"BEGI"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office file with the sample plan of 2026; the commands here only read it."""
    folder = tmp_path_factory.mktemp("cơ quan")
    plan = folder / "kế hoạch.txt"
    plan.write_text(demo.plan_text(2026), encoding="utf-8")
    Run("plan", "import", plan, "--store", folder / "s.tdkt")
    return folder / "s.tdkt"


def exported(command: str, store: Path, out: Path, *more: object) -> Run:
    kind = out.suffix[1:]
    return Run(command, "export", "--store", store, "--year", 2026, "--format", kind, "--out", out, *more)


@pytest.mark.parametrize(
    ("what", "format_"),
    [
        ("document", "pdf"),
        ("document", "docx"),
        ("full", "pdf"),
        ("full", "docx"),
        ("table", "xlsx"),
        ("adjustments", "pdf"),
        ("adjustments", "xlsx"),
    ],
)
def test_papers_of_plans(store: Path, tmp_path: Path, what: str, format_: str) -> None:
    out = tmp_path / f"a.{format_}"
    run = exported("plan", store, out, "--what", what)
    assert run.code is ExitCode.DONE
    assert run.results.strip() == str(out)
    assert out.read_bytes()[:4] == BEGINS[format_]


@pytest.mark.parametrize(
    ("format_", "more"),
    [
        ("docx", ()),
        ("pdf", ("--what", "month", "--month", 6)),
        ("pdf", ("--what", "quarter", "--quarter", 2, "--paper", "a3")),
        ("pdf", ("--what", "week", "--week", 25)),
        ("pdf", ("--what", "week", "--week", 53)),
        ("xlsx", ("--what", "todo", "--quarter", 2)),
        ("docx", ("--what", "units")),
        ("xlsx", ("--what", "results")),
    ],
)
def test_papers_of_a_time(store: Path, tmp_path: Path, format_: str, more: tuple[object, ...]) -> None:
    out = tmp_path / f"a.{format_}"
    assert exported("calendar", store, out, *more).code is ExitCode.DONE
    assert out.read_bytes()[:4] == BEGINS[format_]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("calendar", "pdf", "--what", "month"), "--month"),
        (("calendar", "pdf", "--what", "quarter"), "--quarter"),
        (("calendar", "pdf", "--what", "week"), "--week"),
        (("calendar", "pdf", "--what", "letters"), "--answer-by"),
        (("calendar", "docx", "--what", "month", "--month", 6), "chỉ có dạng PDF"),
        (("plan", "xlsx", "--what", "document"), "PDF và Word"),
    ],
)
def test_calls_that_lack_something(store: Path, tmp_path: Path, call: tuple[str, ...], said: str) -> None:
    command, kind, *more = call
    out = tmp_path / f"a.{kind}"
    run = exported(command, store, out, *more)
    assert run.code is ExitCode.USAGE
    assert said in run.messages
    assert not out.exists()


def test_letters_to_nobody(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    run = exported(
        "calendar", store, out, "--what", "letters", "--answer-by", "2026-06-30", "--unit", "Không có đơn vị này"
    )
    assert run.code is ExitCode.FINDINGS
    assert "không có công văn nào" in run.messages
    assert not out.exists()

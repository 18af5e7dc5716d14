"""The tables of a period and single figures from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests import counted_office
from tests.cli.test_commands import Run
from thidua_desktop.cli.output import ExitCode

PERSONS = "awards|2026-01-01..2026-12-31|kind=person"


@pytest.fixture(scope="module")
def store(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    kept = counted_office.kept(pytestconfig.cache.mkdir("counted-offices"), counted_office.SMALL)
    return Path(shutil.copy(kept, tmp_path_factory.mktemp("cơ quan") / "s.tdkt"))


def test_the_cells_of_a_summary_lead_to_their_lists(store: Path) -> None:
    run = Run("report", "summary", "--store", store, "--year", 2026, "--json")
    assert run.code is ExitCode.DONE
    printed = json.loads(run.results)
    assert (printed["period"], printed["title"]) == ("2026-01-01..2026-12-31", "Năm 2026")
    table = next(each for each in printed["tables"] if each["code"] == "awards_by_level")
    assert table["columns"] == ["Tập thể", "Hộ gia đình", "Cá nhân", "Tổng số"]
    cell = table["rows"][-1]["cells"][2]
    assert cell["question"] == PERSONS
    behind = json.loads(Run("report", "figure", cell["question"], "--store", store, "--json").results)
    assert behind["value"] == cell["value"] == len(behind["lines"]) > 0
    assert {line["kind"] for line in behind["lines"]} <= {"award_record", "decision"}


def test_a_summary_becomes_a_file(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "tổng hợp.XLSX"
    run = Run("report", "summary", "--store", store, "--days", "2026-01-05..2026-02-10", "--out", out)
    assert (run.code, run.results.strip()) == (ExitCode.DONE, str(out))
    assert out.read_bytes()[:2] == b"PK"


def test_a_figure_and_its_lines(store: Path) -> None:
    run = Run("report", "figure", f"{PERSONS};level=nha_nuoc", "--store", store, "--list")
    number, *lines = run.results.strip().split("\n")
    assert int(number) == len(lines) > 0
    assert "Khen thưởng đã có quyết định – Năm 2026" in run.messages


def test_a_line_that_stands_for_many_says_so(store: Path) -> None:
    question = "registrations|2026-01-01..2026-12-31|award=lao_dong_tien_tien"
    number, *lines = Run("report", "figure", question, "--store", store, "--list").results.strip().split("\n")
    cells = [line.split("\t") for line in lines]
    assert sum(int(each[6]) if len(each) > 6 else 1 for each in cells) == int(number)


@pytest.mark.parametrize(
    "more",
    [("--json",), ("--year", 2026), ("--year", 2026, "--days", "2026-01-05..2026-02-10", "--json")],
)
def test_calls_that_say_too_little_or_too_much(store: Path, more: tuple[object, ...]) -> None:
    run = Run("report", "summary", "--store", store, *more)
    assert run.code is ExitCode.USAGE
    assert "--year NĂM hoặc --days" in run.messages


def test_a_summary_is_no_picture(store: Path, tmp_path: Path) -> None:
    run = Run("report", "summary", "--store", store, "--year", 2026, "--out", tmp_path / "a.png")
    assert run.code is ExitCode.USAGE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("awards", "Không đọc được câu hỏi số liệu “awards”"),
        ("awards|2026|", "“2026” không phải là kỳ báo cáo"),
        ("awards|2026-12-31..2026-01-01|", "Ngày cuối của kỳ báo cáo"),
        ("decisions|2026-01-01..2026-12-31|sex=female", "hỏi điều mà loại số liệu này không có"),
    ],
)
def test_questions_that_cannot_be_answered(store: Path, question: str, said: str) -> None:
    run = Run("report", "figure", question, "--store", store)
    assert run.code is not ExitCode.DONE
    assert said in run.messages
    assert run.results == ""

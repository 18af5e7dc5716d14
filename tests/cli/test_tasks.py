"""What is due, what still fits and what is planned twice, from the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.test_commands import Run
from thidua_desktop.bootstrap import open_services
from thidua_desktop.cli.output import ExitCode
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task

YEAR = date.today().year


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Two plans with the same report in both, overdue since the first of January."""
    path = tmp_path / "co-quan.tdkt"
    with open_services(path, create=True) as services:
        for title in ("Kế hoạch năm", "Kế hoạch kiểm tra"):
            plan_id = PlanId(services.plans.create(Plan(title, YEAR)).created[0])
            services.tasks.add(Task(plan_id, f"Báo cáo sơ kết 6 tháng năm {YEAR}", YEAR, due=date(YEAR, 1, 1)))
    return path


def test_what_is_due(store: Path) -> None:
    run = Run("tasks", "due", "--store", store, "--json")
    assert run.code is ExitCode.DONE
    first, second = json.loads(run.results)
    assert first["day"] == f"{YEAR}-01-01"
    assert {"kind", "task", "text", "day", "working_days", "unit"} == set(second)
    run = Run("tasks", "due", "--store", store)
    assert "Báo cáo sơ kết 6 tháng" in run.results
    assert run.messages.strip() == "Có 2 việc cần nhắc."


def test_nothing_is_due(tmp_path: Path) -> None:
    with open_services(tmp_path / "a.tdkt", create=True):
        pass
    run = Run("tasks", "due", "--store", tmp_path / "a.tdkt")
    assert (run.results, run.messages.strip()) == ("", "Hôm nay không có việc nào cần nhắc.")


def test_what_still_fits() -> None:
    run = Run("tasks", "backwards", "--deadline", f"{YEAR + 1}-12-10", "--chain", "council", "--json")
    assert run.code is ExitCode.DONE
    found = json.loads(run.results)
    assert found["fits"] is True
    assert [step["text"] for step in found["steps"]][-1] == "Trao thưởng"
    run = Run("tasks", "backwards", "--deadline", f"{YEAR - 1}-12-10", "--chain", "council")
    assert run.code is ExitCode.FINDINGS
    assert "Không còn kịp" in run.messages
    assert "ngày làm việc)" in run.results
    run = Run("tasks", "backwards", "--deadline", f"{YEAR + 1}-12-10", "--chain", "council")
    assert "Còn kịp" in run.messages
    assert "Căn cứ" in run.messages


def test_what_is_planned_twice(store: Path) -> None:
    run = Run("plan", "duplicates", "--store", store, "--year", YEAR, "--json")
    (pair,) = json.loads(run.results)
    assert pair["reasons"] == ["same_text", "same_time"]
    assert [task["plan"] for task in pair["tasks"]] == [1, 2]
    run = Run("plan", "duplicates", "--store", store, "--year", YEAR)
    assert "100 %  (cùng nội dung, cùng thời gian)" in run.results
    assert "[Kế hoạch kiểm tra]" in run.results
    run = Run("plan", "duplicates", "--store", store, "--year", YEAR + 1)
    assert run.messages.strip() == "Không thấy nhiệm vụ nào giống nhau."


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert Run("tasks", "due", "--store", tmp_path / "không có.tdkt").code is ExitCode.STORE


def test_wrong_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        Run("tasks", "backwards", "--deadline", "2026-12-10", "--chain", "không có")
    assert ended.value.code == ExitCode.USAGE
    assert "chưa đúng" in capsys.readouterr().err

"""The sample office, made as the README promises."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from thidua_desktop import cli
from thidua_desktop.bootstrap import open_services
from thidua_desktop.cli import office_file
from thidua_desktop.cli.output import ExitCode, Output
from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.services.container import Services


def run(*arguments: object) -> tuple[ExitCode, str, str]:
    results, messages = io.StringIO(), io.StringIO()
    code = cli.run([str(argument) for argument in arguments], Output(results, messages))
    return code, results.getvalue(), messages.getvalue()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, ...]]:
    """The folder of a sample office, and what the command has said of it."""
    folder = tmp_path_factory.mktemp("mau")
    code, results, _ = run("demo", "--out", folder, "--no-window", "--year", 2026)
    assert code is ExitCode.DONE
    return folder, tuple(results.splitlines())


def test_the_sample_office_is_whole(sample: tuple[Path, tuple[str, ...]]) -> None:
    folder, told = sample
    for line in told:
        assert Path(line).stat().st_size > 500, line
    services = open_services(folder / "van-phong-mau.tdkt", read_only=True, today=lambda: date(2026, 5, 20))
    try:
        rows = services.tasks.of_year(2026)
        assert len(rows) == 27
        assert {row.task.quarter for row in rows} == {1, 2, 3, 4}
        round_row = max(services.nominations.rounds(2026), key=lambda row: row.nominations)
        assert round_row.round.id is not None
        assert len(services.nominations.of_round(round_row.round.id)) == 40
        assert {row.meeting.state for row in services.meetings.of_year(2026)} == set(MeetingState)
    finally:
        services.close()


def test_a_second_demo_keeps_the_first_one_and_without_a_display_a_sentence_says_so(
    sample: tuple[Path, tuple[str, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    shutil.copytree(sample[0], tmp_path, dirs_exist_ok=True)
    first = (tmp_path / "van-phong-mau.tdkt").read_bytes()
    code, _, messages = run("demo", "--out", tmp_path)
    assert code is ExitCode.DONE
    assert (tmp_path / "van-phong-mau-cu-1.tdkt").read_bytes() == first
    assert "van-phong-mau-cu-1.tdkt" in messages
    assert "không có màn hình" in messages
    assert (tmp_path / "van-phong-mau.tdkt").exists()


def test_every_part_of_the_program_can_be_tried(cheap_derivation: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of the self-test but the window, which every test of the window tries."""
    tried: list[Services] = []
    monkeypatch.setattr(office_file, "_show_window", tried.append)
    code, results, _ = run("self-test")
    assert code is ExitCode.DONE, results
    assert len(tried) == 1
    assert "HỎNG" not in results
    assert results.count("được") >= 8
    assert "biểu thống kê" in results
    assert "giấy khen" in results


@pytest.mark.torture
def test_the_program_tests_itself(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "thidua_desktop", "self-test"],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "HỎNG" not in done.stdout
    assert done.stdout.count("được") >= 8

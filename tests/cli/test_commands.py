"""Commands as a script calls them: results on one stream, sentences on the other, documented exit codes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from thidua_desktop import cli
from thidua_desktop.cli.output import ExitCode, Output
from thidua_desktop.services import demo


class Run:
    """One command with what it printed."""

    def __init__(self, *arguments: object) -> None:
        results, messages = io.StringIO(), io.StringIO()
        self.code = cli.run([str(argument) for argument in arguments], Output(results, messages))
        self.results = results.getvalue()
        self.messages = messages.getvalue()


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(demo.plan_text(2026), encoding="utf-8")
    return path


def test_reading_prints_the_documented_shape(plan_file: Path) -> None:
    run = Run("plan", "read", plan_file, "--json")
    assert run.code is ExitCode.DONE
    read = json.loads(run.results)
    assert {
        "title",
        "number",
        "issued_on",
        "place",
        "issuer",
        "year",
        "legal_bases",
        "recipients",
        "signer",
        "tasks",
        "findings",
    } <= set(read)
    assert read["number"] == "215/KH-UBND"
    assert read["issued_on"] == "2025-12-29"
    assert len(read["tasks"]) == 27
    first = read["tasks"][0]
    assert (first["quarter"], first["due"], first["lead"]) == (1, "2026-01-15", ["Sở Nội vụ"])
    assert {
        "quarter",
        "month",
        "due",
        "section",
        "label",
        "text",
        "lead",
        "coordinate",
        "product",
        "conditional",
        "source",
    } <= set(first)


def test_reading_for_people_counts_what_was_found(plan_file: Path) -> None:
    run = Run("plan", "read", plan_file)
    assert "Tổng số: 27 nhiệm vụ" in run.results


def test_reading_from_the_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(demo.plan_text(2026)))
    run = Run("plan", "read", "-", "--json")
    assert len(json.loads(run.results)["tasks"]) == 27


def test_from_the_document_to_the_tracker_and_back(plan_file: Path, tmp_path: Path) -> None:
    store, tracker = tmp_path / "s.tdkt", tmp_path / "theo dõi.xlsx"
    assert Run("plan", "import", plan_file, "--store", store).code is ExitCode.DONE
    exported = Run("tracker", "export", "--store", store, "--year", 2026, "--out", tracker)
    assert exported.code is ExitCode.DONE
    assert tracker.stat().st_size > 5000
    unchanged = Run("tracker", "import", tracker, "--store", store)
    assert unchanged.code is ExitCode.DONE
    assert Run("store", "check", store).code is ExitCode.DONE


def test_the_same_file_is_not_kept_twice(plan_file: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.tdkt"
    Run("plan", "import", plan_file, "--store", store)
    again = Run("plan", "import", plan_file, "--store", store)
    assert again.code is ExitCode.FINDINGS
    assert "đã được nhập" in again.messages


@pytest.mark.parametrize("format_", ["pdf", "docx", "xlsx"])
def test_the_annex_in_every_format(plan_file: Path, tmp_path: Path, format_: str) -> None:
    store, out = tmp_path / "s.tdkt", tmp_path / f"phụ lục.{format_}"
    Run("plan", "import", plan_file, "--store", store)
    run = Run("plan", "export", "--store", store, "--year", 2026, "--format", format_, "--out", out)
    assert run.code is ExitCode.DONE
    assert run.results.strip() == str(out)
    assert out.read_bytes()[:4] == (b"%PDF" if format_ == "pdf" else b"PK\x03\x04")


@pytest.mark.parametrize("format_", ["pdf", "ics"])
def test_the_calendar(plan_file: Path, tmp_path: Path, format_: str) -> None:
    store, out = tmp_path / "s.tdkt", tmp_path / f"lịch.{format_}"
    Run("plan", "import", plan_file, "--store", store)
    run = Run("calendar", "export", "--store", store, "--year", 2026, "--format", format_, "--out", out)
    assert run.code is ExitCode.DONE
    assert out.stat().st_size > 1000


def test_a_year_without_plans_says_so(plan_file: Path, tmp_path: Path) -> None:
    store = tmp_path / "s.tdkt"
    Run("plan", "import", plan_file, "--store", store)
    run = Run("plan", "export", "--store", store, "--year", 1999, "--format", "pdf", "--out", tmp_path / "x.pdf")
    assert run.code is ExitCode.FINDINGS
    assert "1999" in run.messages
    assert not (tmp_path / "x.pdf").exists()


def test_a_file_that_cannot_be_read_is_code_3_and_leaves_no_store(tmp_path: Path) -> None:
    photo = tmp_path / "ảnh.docx"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    run = Run("plan", "import", photo, "--store", tmp_path / "s.tdkt")
    assert run.code is ExitCode.UNREADABLE
    assert run.results == ""
    assert run.messages.count("\n") == 1
    assert not (tmp_path / "s.tdkt").exists()


def test_trouble_with_the_store_is_code_4(tmp_path: Path) -> None:
    other = tmp_path / "x.tdkt"
    other.write_text("không phải", encoding="utf-8")
    for path in (other, tmp_path / "thiếu.tdkt"):
        assert Run("store", "check", path).code is ExitCode.STORE


def test_a_wrong_command_is_code_2_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.run(["plan", "bay"])
    assert stopped.value.code == ExitCode.USAGE
    said = capsys.readouterr().err
    assert "Cách dùng" in said
    assert "invalid choice" not in said


def test_the_help_is_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.run(["--help"])
    said = capsys.readouterr().out
    assert "usage:" not in said
    assert "options:" not in said
    for command in ("demo", "plan", "tracker", "calendar", "store", "self-test", "screens"):
        assert command in said


@pytest.mark.parametrize("words", [["plan"], ["plan", "read"], ["backup"], ["tracker", "import"]])
def test_the_spelling_of_a_command_is_said_once(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.run([*words, "--help"])
    said = capsys.readouterr().out
    assert said.count("Cách dùng") == 1
    assert said.startswith(f"Cách dùng: thidua {' '.join(words)}")

"""Backup commands as the task scheduler, or a desperate clerk, calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Run
from thidua_desktop import bootstrap
from thidua_desktop.cli.output import ExitCode
from thidua_desktop.domain.plans import Plan


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of this computer stay in the test's folder."""
    monkeypatch.setattr(bootstrap, "data_folder", lambda: tmp_path)


@pytest.fixture
def office(store_path: Path) -> Path:
    _create(store_path, "Một")
    return store_path


def _create(path: Path, title: str) -> None:
    with bootstrap.open_services(path) as services:
        services.plans.create(Plan(title, 2024))


def _titles(path: Path) -> list[str]:
    with bootstrap.open_services(path, read_only=True) as services:
        return [row.plan.title for row in services.plans.of_year(2024)]


def _made(office: Path) -> Path:
    run = Run("backup", "make", "--store", office)
    assert run.code is ExitCode.DONE
    assert "thử khôi phục được" in run.messages
    return Path(run.results.strip())


def test_make_verify_restore(office: Path) -> None:
    backup = _made(office)
    verified = Run("backup", "verify", backup, "--json")
    assert verified.code is ExitCode.DONE
    assert json.loads(verified.results)["counts"]["plans"] == 1
    assert "plans 1" in Run("backup", "verify", backup).results
    _create(office, "Hai")
    restored = Run("backup", "restore", backup, "--store", office)
    assert restored.code is ExitCode.DONE
    assert _titles(office) == ["Một"]
    aside = Path(restored.results.strip())
    assert aside.name.endswith("-truoc-khoi-phuc.tdkt")
    assert Run("backup", "restore", aside, "--store", office).code is ExitCode.DONE
    assert _titles(office) == ["Một", "Hai"]


def test_make_works_while_the_file_is_open(office: Path) -> None:
    with bootstrap.open_services(office) as services:
        services.plans.create(Plan("Hai", 2024))
        backup = _made(office)
    assert _titles(backup) == ["Một", "Hai"]


def test_list(office: Path) -> None:
    assert Run("backup", "list", "--store", office).messages == "Có 0 bản sao lưu.\n"
    backup = _made(office)
    listed = Run("backup", "list", "--store", office)
    assert str(backup) in listed.results
    assert "đã thử khôi phục được" in listed.results


def test_the_second_place_is_remembered(office: Path, tmp_path: Path) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    made = Run("backup", "make", "--store", office, "--second", stick, "--json")
    assert (made.code, json.loads(made.results)["second"]) == (ExitCode.DONE, "copied")
    stick.rename(tmp_path / "rút ra")
    away = Run("backup", "make", "--store", office)
    assert away.code is ExitCode.FINDINGS
    assert "USB chưa cắm" in away.messages


def test_a_damaged_file_is_restored_and_kept_aside(office: Path) -> None:
    backup = _made(office)
    damaged = office.read_bytes()[: office.stat().st_size // 2]
    office.write_bytes(damaged)
    restored = Run("backup", "restore", backup, "--store", office)
    assert restored.code is ExitCode.DONE
    assert Path(restored.results.strip()).read_bytes() == damaged
    assert _titles(office) == ["Một"]


def test_a_file_whose_beginning_is_gone_is_restored(office: Path) -> None:
    backup = _made(office)
    office.write_bytes(bytes(4096))
    assert Run("backup", "restore", backup, "--store", office).code is ExitCode.DONE
    assert _titles(office) == ["Một"]


def test_a_report_is_not_replaced_by_an_office_file(office: Path, tmp_path: Path) -> None:
    backup = _made(office)
    report = tmp_path / "báo cáo.docx"
    report.write_bytes(b"PK")
    assert Run("backup", "restore", backup, "--store", report).code is ExitCode.STORE
    assert report.read_bytes() == b"PK"


def test_a_missing_file_is_restored(office: Path) -> None:
    backup = _made(office)
    office.unlink()
    assert Run("backup", "restore", backup, "--store", office).code is ExitCode.DONE
    assert _titles(office) == ["Một"]


def test_salvage(office: Path) -> None:
    office.write_bytes(bytes(100) + office.read_bytes()[100:])
    run = Run("backup", "salvage", "--store", office)
    assert run.code is ExitCode.DONE
    assert _titles(Path(run.results.strip())) == ["Một"]


def test_trouble_has_its_sentence_and_code(office: Path, tmp_path: Path) -> None:
    other = tmp_path / "khác.tdkt"
    other.write_text("không phải", encoding="utf-8")
    for arguments, code in (
        (("verify", tmp_path / "không có.tdkt"), ExitCode.UNREADABLE),
        (("verify", other), ExitCode.STORE),
        (("restore", tmp_path / "không có.tdkt", "--store", office), ExitCode.UNREADABLE),
        (("make", "--store", tmp_path / "không có.tdkt"), ExitCode.STORE),
        (("salvage", "--store", other), ExitCode.STORE),
    ):
        run = Run("backup", *arguments)
        assert run.code is code
        assert run.messages.count("\n") == 1
    assert _titles(office) == ["Một"]

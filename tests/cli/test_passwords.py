"""Files with a password on the command line: from the environment or typed, never as an argument."""

from __future__ import annotations

import getpass
import json
import sys
from pathlib import Path

import pytest

from tests.cli.test_commands import Run
from thidua_desktop import bootstrap
from thidua_desktop.cli import passwords
from thidua_desktop.cli.output import ExitCode
from thidua_desktop.domain.plans import Plan
from thidua_desktop.storage import keys


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "data_folder", lambda: tmp_path)
    monkeypatch.setattr(keys, "_COST", 2**4)
    monkeypatch.delenv(passwords.ENVIRONMENT, raising=False)
    monkeypatch.delenv(passwords.NEW_ENVIRONMENT, raising=False)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "kín.tdkt"
    with bootstrap.open_services(path, create=True, password="một") as services:
        services.plans.create(Plan("Kế hoạch", 2024))
    return path


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the clerk will type, one after the other; the questions take its place."""
    answers: list[str] = []
    monkeypatch.setattr(passwords, "_at_keyboard", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda _question: answers.pop(0))
    return answers


def test_without_a_password_it_is_asked_for_in_a_sentence(office: Path) -> None:
    run = Run("store", "check", office)
    assert run.code is ExitCode.STORE
    assert "THIDUA_PASSWORD" in run.messages
    assert "mã hóa" in run.messages


def test_from_the_environment(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(passwords.ENVIRONMENT, "một")
    assert Run("store", "check", office).code is ExitCode.DONE
    made = Run("backup", "make", "--store", office)
    assert made.code is ExitCode.DONE
    backup = made.results.strip()
    assert json.loads(Run("backup", "verify", backup, "--json").results)["counts"]["plans"] == 1
    assert Run("backup", "restore", backup, "--store", office).code is ExitCode.DONE
    assert Run("backup", "salvage", "--store", office).code is ExitCode.DONE
    assert "THIDUA" not in Run("backup", "list", "--store", office).messages


def test_typed_at_the_keyboard(office: Path, typed: list[str]) -> None:
    typed.append("một")
    assert Run("store", "check", office).code is ExitCode.DONE
    typed.append("khác")
    wrong = Run("store", "check", office)
    assert wrong.code is ExitCode.STORE
    assert "không đúng" in wrong.messages
    assert typed == []


def test_a_plain_file_asks_nothing(store_path: Path, typed: list[str]) -> None:
    assert Run("store", "check", store_path).code is ExitCode.DONE


def test_set_change_remove(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(passwords.NEW_ENVIRONMENT, "một")
    done = Run("store", "password", store_path)
    assert done.code is ExitCode.FINDINGS  # the backup from before can be read by everybody
    assert "Quên mật khẩu" in done.messages
    assert "Còn 1 bản sao lưu không có mật khẩu" in done.messages
    assert Path(done.results.strip()).exists()
    monkeypatch.setenv(passwords.ENVIRONMENT, "một")
    monkeypatch.setenv(passwords.NEW_ENVIRONMENT, "hai")
    assert Run("store", "password", store_path).code is ExitCode.FINDINGS
    assert "không đúng" in Run("store", "check", store_path).messages
    monkeypatch.setenv(passwords.ENVIRONMENT, "hai")
    removed = Run("store", "password", store_path, "--remove")
    assert removed.code is ExitCode.DONE
    assert "Đã bỏ mật khẩu" in removed.messages
    assert store_path.read_bytes().startswith(b"SQLite format 3")


def test_typed_twice_the_same(store_path: Path, typed: list[str]) -> None:
    typed.extend(["một", "mốt"])
    before = store_path.read_bytes()
    refused = Run("store", "password", store_path)
    assert refused.code is ExitCode.FINDINGS
    assert "không giống nhau" in refused.messages
    assert store_path.read_bytes() == before
    typed.extend(["một", "một"])
    assert "đã được mã hóa" in Run("store", "password", store_path).messages


def test_a_backup_under_the_former_password(office: Path, typed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    kept = bootstrap.change_password(office, old="một", new="hai").kept
    monkeypatch.setenv(passwords.ENVIRONMENT, "hai")
    typed.append("một")
    assert Run("backup", "restore", kept, "--store", office).code is ExitCode.DONE
    assert typed == []


def test_a_forgotten_password(store_path: Path) -> None:
    kept = bootstrap.change_password(store_path, old=None, new="một").kept
    assert Run("backup", "restore", kept, "--store", store_path).code is ExitCode.STORE
    done = Run("backup", "restore", kept, "--store", store_path, "--forgotten")
    assert done.code is ExitCode.DONE
    assert Run("store", "check", store_path).code is ExitCode.DONE
    assert Path(done.results.strip()).read_bytes().startswith(keys.MARK)


def test_nobody_at_the_keyboard(monkeypatch: pytest.MonkeyPatch, store_path: Path) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert Run("store", "password", store_path).code is ExitCode.FINDINGS

"""``thidua package``: a whole office from one computer to another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Run
from thidua_desktop import bootstrap
from thidua_desktop.cli import passwords
from thidua_desktop.cli.output import ExitCode
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.units import Office
from thidua_desktop.storage import attachments, keys
from thidua_desktop.storage.attachments import Attachments


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "data_folder", lambda: tmp_path)
    monkeypatch.setattr(keys, "_COST", 2**4)
    monkeypatch.delenv(passwords.ENVIRONMENT, raising=False)
    monkeypatch.delenv(passwords.NEW_ENVIRONMENT, raising=False)


@pytest.fixture
def office(store_path: Path, tmp_path: Path) -> Path:
    with bootstrap.open_services(store_path) as services:
        services.office.save(Office("SỞ NỘI VỤ"))
        services.plans.create(Plan("Kế hoạch", 2024))
    scan = tmp_path / "quét.pdf"
    scan.write_bytes(b"%PDF")
    Attachments(attachments.folder_of(store_path)).keep(scan)
    return store_path


def test_there_and_back(office: Path, tmp_path: Path) -> None:
    package, new = tmp_path / "gói.tdgoi", tmp_path / "máy khác" / "nhận.tdkt"
    new.parent.mkdir()
    made = Run("package", "make", "--store", office, "--out", package)
    assert made.code is ExitCode.DONE
    assert made.results.strip() == str(package)
    assert "không có mật khẩu, ai có gói cũng đọc được" in made.messages
    assert "Gói của SỞ NỘI VỤ làm lúc" in made.messages
    checked = Run("package", "verify", package, "--json")
    assert checked.code is ExitCode.DONE
    told = json.loads(checked.results)
    assert (told["office"], told["counts"]["plans"], told["attachments"]) == ("SỞ NỘI VỤ", 1, 1)
    assert "1 tệp đính kèm" in Run("package", "verify", package).results
    assert Run("package", "open", package, "--store", new).code is ExitCode.DONE
    assert Run("store", "check", new).code is ExitCode.DONE
    assert len(list((new.parent / "nhận-dinh-kem").iterdir())) == 1


def test_a_place_that_is_taken(office: Path, tmp_path: Path) -> None:
    package = tmp_path / "gói.tdgoi"
    Run("package", "make", "--store", office, "--out", package)
    before = office.read_bytes()
    run = Run("package", "open", package, "--store", office)
    assert run.code is ExitCode.STORE
    assert "nên chưa mở gói" in run.messages
    assert office.read_bytes() == before


def test_what_is_no_package(office: Path, tmp_path: Path) -> None:
    run = Run("package", "open", office, "--store", tmp_path / "mới.tdkt")
    assert run.code is ExitCode.UNREADABLE
    assert "không phải gói" in run.messages
    assert not (tmp_path / "mới.tdkt").exists()


def test_a_package_with_a_password(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, new = tmp_path / "gói.tdgoi", tmp_path / "mới.tdkt"
    assert Run("package", "make", "--store", office, "--out", package, "--password").code is ExitCode.FINDINGS
    assert not package.exists()
    monkeypatch.setenv(passwords.NEW_ENVIRONMENT, "của gói")
    made = Run("package", "make", "--store", office, "--out", package, "--password")
    assert made.code is ExitCode.DONE
    assert "có mật khẩu" in made.messages
    assert Run("package", "verify", package).code is ExitCode.STORE
    monkeypatch.setenv(passwords.ENVIRONMENT, "của gói")
    assert Run("package", "open", package, "--store", new).code is ExitCode.DONE


def test_an_attachment_that_is_damaged_is_a_finding(office: Path, tmp_path: Path) -> None:
    next(attachments.folder_of(office).iterdir()).write_bytes(b"khac")
    made = Run("package", "make", "--store", office, "--out", tmp_path / "gói.tdgoi")
    assert made.code is ExitCode.FINDINGS
    assert "Có 1 tệp đính kèm bị hỏng" in made.messages

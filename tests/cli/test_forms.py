"""Forms from the command line: one, its cells, all of a year, wrong calls answered in Vietnamese."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Run
from thidua_desktop.cli.output import ExitCode


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office file without awards; the commands here only read it."""
    folder = tmp_path_factory.mktemp("cơ quan")
    plan = folder / "kế hoạch.txt"
    plan.write_text("KẾ HOẠCH\nCông tác thi đua năm 2024\n1. Phát động thi đua quý I", encoding="utf-8")
    Run("plan", "import", plan, "--store", folder / "s.tdkt")
    return folder / "s.tdkt"


def form(store: Path, *more: object, year: object = 2024) -> Run:
    return Run("report", "form", *more, "--store", store, "--year", year)


@pytest.mark.parametrize(("name", "begins"), [("biểu.xlsx", b"PK"), ("biểu.PDF", b"%P")])
def test_a_form_becomes_a_file(store: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    run = form(store, "0603", "--out", tmp_path / name, "--period", "half1")
    assert (run.code, run.results.strip()) == (ExitCode.DONE, str(tmp_path / name))
    assert (tmp_path / name).read_bytes()[:2] == begins


def test_the_cells_of_a_form(store: Path) -> None:
    run = form(store, "0602.N", "--json", year=2026)
    assert run.code is ExitCode.DONE
    printed = json.loads(run.results)
    assert (printed["code"], printed["period"], printed["substitute"]) == ("0602.N", "2026-01-01..2026-12-31", "ended")
    assert (printed["valid_from"], printed["valid_to"]) == ("2023-03-23", "2025-10-07")
    direct = next(row for row in printed["rows"] if row["code"] == "14")
    question = "awards|2026-01-01..2026-12-31|award=bang_khen_thu_tuong;kind=person;level=nha_nuoc;worker=direct"
    assert next(cell for cell in direct["cells"] if cell["question"] == question)["value"] == 0
    assert {cell["origin"] for row in printed["rows"] for cell in row["cells"]} >= {"computed", "sum", "hand", "empty"}
    assert "hết hiệu lực" in run.messages


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("0602",), "Hãy thêm --out"),
        (("0602", "--out", "a.docx"), "chỉ ghi được thành tệp .xlsx hoặc .pdf"),
        (("0799", "--json"), "Không có biểu nào mang mã “0799”"),
    ],
)
def test_wrong_calls_are_answered(store: Path, more: tuple[object, ...], said: str) -> None:
    run = form(store, *more)
    assert run.code is ExitCode.USAGE
    assert said in run.messages
    assert run.results == ""


@pytest.mark.parametrize("year", ["0", "-5", "99999", "2O24", "²024"])
def test_no_document_is_about_such_a_year(store: Path, year: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        form(store, "0602", "--json", year=year)
    assert ended.value.code == ExitCode.USAGE
    assert "chưa đúng" in capsys.readouterr().err


def test_unknown_codes_are_answered_with_those_that_there_are(store: Path) -> None:
    said = form(store, "0799", "--json").messages
    assert "0605.N  SỐ LƯỢNG CÔNG CHỨC" in said
    assert "TH-01  BẢNG TỔNG HỢP" in said


def test_all_forms_of_a_year(store: Path, tmp_path: Path) -> None:
    run = Run("report", "forms", "--store", store, "--year", 2024, "--out", tmp_path / "biểu")
    assert run.code is ExitCode.DONE
    written = [Path(line) for line in run.results.splitlines()]
    assert len(written) == 22
    assert written[0] == tmp_path / "biểu" / "Biểu 0601.N - Năm 2024.xlsx"
    assert all(path.is_file() for path in written)


def test_a_broken_form_of_the_office_is_told(store: Path, tmp_path: Path) -> None:
    own = store.parent / "bieu-mau"
    own.mkdir()
    (own / "hong.toml").write_text('code = "X"', encoding="utf-8")
    try:
        run = form(store, "0603", "--json")
    finally:
        (own / "hong.toml").unlink()
        own.rmdir()
    assert run.code is ExitCode.DONE
    assert "hong.toml" in run.messages
    assert "thiếu khóa “number”" in run.messages

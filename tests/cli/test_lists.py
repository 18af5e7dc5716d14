"""``thidua list read``: the documented shape, sentences for people, exit codes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.test_commands import Run
from tests.importing.lists.make import workbook
from thidua_desktop.cli.output import ExitCode

_ROWS = (
    ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",),
    ("STT", "Họ và tên", "Ngày sinh", "CCCD", "Chức vụ", "Đơn vị", "Danh hiệu"),
    ("I", "CÁ NHÂN"),
    (1, "Bà Trần Thị Thử", "17/5/1985", 38185001234, "Chuyên viên", "Sở Mẫu", "LĐTT"),
)
_KEYS = {
    "kind",
    "name",
    "honorific",
    "gender",
    "birth",
    "id_number",
    "position",
    "unit",
    "award",
    "occasion",
    "citation",
    "group",
    "source",
}


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    return workbook(_ROWS)(tmp_path)


def test_reading_prints_the_documented_shape(list_file: Path) -> None:
    run = Run("list", "read", list_file, "--json")
    assert run.code is ExitCode.DONE
    read = json.loads(run.results)
    assert set(read) == {"title", "columns", "rows", "repairs", "findings"}
    assert read["title"] == "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"
    assert read["columns"]["name"] == "Họ và tên"
    [row] = read["rows"]
    assert set(row) >= _KEYS
    assert {name: row[name] for name in ("kind", "name", "honorific", "gender", "birth", "id_number")} == {
        "kind": "person",
        "name": "Trần Thị Thử",
        "honorific": "Bà",
        "gender": "female",
        "birth": "1985-05-17",
        "id_number": "038185001234",
    }
    assert (row["award"], row["award_id"]) == ("LĐTT", "lao_dong_tien_tien")
    assert row["group"] == ["I. CÁ NHÂN"]
    assert row["source"] == {"sheet": "Danh sách", "row": 4}
    [repair] = read["repairs"]
    assert (repair["before"], repair["after"], repair["field"]) == ("38185001234", "038185001234", "id_number")
    assert repair["source"]["row"] == 4


def test_reading_for_people_shows_rows_and_repairs(list_file: Path) -> None:
    run = Run("list", "read", list_file)
    assert "Cá nhân: Bà Trần Thị Thử" in run.results
    assert "Danh sách, dòng 4: Số định danh: *******1234 → ********1234" in run.results
    assert "Tổng số: 1 dòng, sửa 1 chỗ." in run.results
    assert "38185001234" not in run.results + run.messages


def test_whole_identity_numbers_are_shown_when_asked_for(list_file: Path) -> None:
    run = Run("list", "read", list_file, "--full-id")
    assert "[1985-05-17; 038185001234;" in run.results
    assert "Số định danh: 38185001234 → 038185001234" in run.results


def test_reading_from_the_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("STT\tHọ và tên\tĐơn vị\n1\tÔng Lò Ví\tSở Mẫu\n"))
    run = Run("list", "read", "-", "--json")
    assert [row["name"] for row in json.loads(run.results)["rows"]] == ["Lò Ví"]


def test_a_paper_that_is_no_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text("KẾ HOẠCH\nCông tác thi đua năm 2026\n1. Họp Hội đồng.\n", encoding="utf-8")
    run = Run("list", "read", path)
    assert run.code is ExitCode.FINDINGS
    assert "Đây là kế hoạch" in run.messages


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    assert Run("list", "read", tmp_path / "không có.xlsx").code is ExitCode.UNREADABLE

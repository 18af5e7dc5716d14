"""A list that goes back: faulty cells red with a comment, everything else as the unit made it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.services import lists_made
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.services.container import Services
from thidua_desktop.services.returned_lists import NothingToReturn

_RED = "00FFC7CE"


def _write(services: Services, path: Path) -> openpyxl.Workbook:
    draft = services.list_doctor.read(path, ListTarget.NOMINATIONS)
    out = services.returned_lists.write(draft, path, path.with_name("tra-lai.xlsx"))
    return openpyxl.load_workbook(out)


def test_faulty_cells_are_red_and_say_why(services: Services, tmp_path: Path) -> None:
    path = lists_made.unclear(tmp_path)
    before = path.read_bytes()
    sheet = _write(services, path)["Danh sách"]
    marked = {cell.coordinate: cell for row in sheet.iter_rows() for cell in row if cell.comment is not None}
    assert set(marked) == {"D9", "G9"}
    assert "Excel đã làm mất các chữ số" in str(marked["D9"].comment)
    assert "“khen cao” chưa rõ" in str(marked["G9"].comment)
    assert {cell.fill.start_color.rgb[-6:] for cell in marked.values()} == {_RED[-6:]}
    assert sheet["B9"].value == "Ông Lê Văn Ba"
    assert sheet["B9"].fill.fill_type is None
    assert path.read_bytes() == before


def test_a_merged_cell_is_marked_where_it_begins(services: Services, tmp_path: Path) -> None:
    path = lists_made.unclear(tmp_path)
    book = openpyxl.load_workbook(path)
    book["Danh sách"].merge_cells("G8:G9")
    book["Danh sách"]["G8"] = "khen cao"
    book.save(path)
    assert _write(services, path)["Danh sách"]["G8"].comment is not None


def test_what_a_copy_would_not_have_is_said_before(services: Services, tmp_path: Path) -> None:
    path = lists_made.unclear(tmp_path)
    assert services.returned_lists.losses(path) == ()
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"macro")
        package.writestr("xl/media/image1.png", b"png")
    assert [finding.code for finding in services.returned_lists.losses(path)] == [
        "returned.drops_picture",
        "returned.drops_macro",
    ]


def test_another_file_gives_a_fresh_workbook_and_formula_text_stays_text(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    rows = (
        "STT,Họ và tên,Chức vụ,Danh hiệu đề nghị",
        '1,Nguyễn Văn Mẫu,"=HYPERLINK(""x"")",khen cao',
        "2,Lê Thị Năm,Kế toán,LĐTT",
    )
    path.write_text("\n".join(rows), encoding="utf-8")
    assert [finding.code for finding in services.returned_lists.losses(path)] == ["returned.fresh_copy"]
    book = _write(services, path)
    sheet = book.worksheets[0]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row}
    assert cells["khen cao"].comment is not None
    assert cells['=HYPERLINK("x")'].data_type == "s"
    assert cells["LĐTT"].comment is None


def test_a_list_without_faults_does_not_go_back(services: Services, tmp_path: Path) -> None:
    path = lists_made.ordinary(tmp_path)
    draft = services.list_doctor.read(path, ListTarget.NOMINATIONS)
    with pytest.raises(NothingToReturn):
        services.returned_lists.write(draft, path, tmp_path / "tra-lai.xlsx")
    assert not (tmp_path / "tra-lai.xlsx").exists()

"""The template for units: what can be chosen in it, and that it comes back unmistaken."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from thidua_desktop.domain.ids import RoundId, UnitId
from thidua_desktop.domain.list_doctor import RowState
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.nominations import Round
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.wording import list_template as words

_ROWS = (
    (1, "Cá nhân", "Trần Thị Thử", "Nữ", "17/05/1985", "001185001234", "Chuyên viên", "Phòng Nghiệp vụ Y",
     "Chiến sĩ thi đua cơ sở", "Công trạng", "Có sáng kiến", ""),
    (2, "Tập thể", "Phòng Nghiệp vụ Y", "", "", "", "", "Sở Y tế", "Tập thể lao động xuất sắc", "Đột xuất", "", ""),
    (3, "Hộ gia đình", "Gia đình ông Vi Văn Thử", "", "", "", "", "Sở Y tế", "Bằng khen cấp Bộ, ban, ngành, tỉnh",
     "Phong trào (chuyên đề)", "Hiến đất", "ghi chú"),
)  # fmt: skip


@pytest.fixture
def round_id(services: Services) -> RoundId:
    services.units.save(Unit("Sở Y tế"))
    services.units.save(Unit("Phòng Nghiệp vụ Y", parent_id=UnitId(1)))
    services.units.save(Unit("Sở Tài chính"))
    return RoundId(services.nominations.save_round(Round("Tổng kết năm 2024", 2024)).created[0])


def _template(services: Services, folder: Path, round_id: RoundId) -> Path:
    out = folder / "mau.xlsx"
    return services.list_templates.write(out, ListTarget.NOMINATIONS, round_id=round_id, unit_id=UnitId(1))


def _filled(path: Path, *, marked: bool = True) -> Path:
    book = openpyxl.load_workbook(path)
    sheet = book[words.SHEET]
    award = services_award_name(book)
    for down, row in enumerate(_ROWS, start=5):
        for across, value in enumerate(row, start=1):
            shown = award if value == "Bằng khen cấp Bộ, ban, ngành, tỉnh" else value
            sheet.cell(down, across, str(shown) or None)
    if not marked:
        del book[words.MARK_SHEET]
    filled = path.with_name("da-dien.xlsx")
    book.save(filled)
    return filled


def services_award_name(book: openpyxl.Workbook) -> str:
    """The provincial certificate as the template names it."""
    names = [cell.value for cell in book[words.CHOICES]["E"] if cell.value]
    return next(str(name) for name in names if "ằng khen" in str(name) and "tỉnh" in str(name))


def _assert_unmistaken(services: Services, path: Path, round_id: RoundId) -> None:
    draft = services.list_doctor.read(path, ListTarget.NOMINATIONS, round_id=round_id)
    rows = [(row.row.kind.value, row.row.name, row.row.unit) for row in draft.rows]
    assert rows == [
        ("person", "Trần Thị Thử", "Phòng Nghiệp vụ Y"),
        ("collective", "Phòng Nghiệp vụ Y", "Sở Y tế"),
        ("household", "Gia đình ông Vi Văn Thử", "Sở Y tế"),
    ]
    assert [row.row.award_id for row in draft.rows] == [
        "chien_si_thi_dua_co_so",
        "tap_the_lao_dong_xuat_sac",
        "bang_khen_bo_tinh",
    ]
    assert [row.occasion.value for row in draft.rows] == ["merit", "sudden", "movement"]
    assert (draft.rows[0].row.id_number, draft.rows[0].row.birth) == ("001185001234", "1985-05-17")
    assert [row.unit.unit_id for row in draft.rows if row.unit is not None] == [UnitId(2), UnitId(1), UnitId(1)]
    assert {row.state for row in draft.rows} == {RowState.CLEAN}
    assert draft.unit_id == UnitId(1)
    assert draft.clean


def test_what_can_be_chosen(services: Services, tmp_path: Path, round_id: RoundId) -> None:
    book = openpyxl.load_workbook(_template(services, tmp_path, round_id))
    sheet = book[words.SHEET]
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    assert set(rules) == {"B5", "D5", "F5", "H5", "I5", "J5"}
    assert rules["I5"].type == "list"
    units = [cell.value for cell in book[words.CHOICES]["D"] if cell.value]
    assert units == ["Sở Y tế", "Phòng Nghiệp vụ Y"]
    assert sheet["F5"].number_format == "@"
    assert sheet["A1"].value == "SỞ Y TẾ"
    assert book[words.MARK_SHEET].sheet_state == "veryHidden"
    assert book[words.CHOICES].sheet_state == "hidden"


@pytest.mark.parametrize("target", ListTarget)
def test_every_target_has_a_template_that_is_read(services: Services, tmp_path: Path, target: ListTarget) -> None:
    out = services.list_templates.write(tmp_path / "mau.xlsx", target)
    book = openpyxl.load_workbook(out)
    sheet = book[words.SHEET]
    values = {"Năm khen thưởng": "2023", "Danh hiệu, hình thức khen thưởng": "Lao động tiên tiến"}
    values |= {"Danh hiệu, hình thức đề nghị": "Lao động tiên tiến", "Loại đối tượng": "Cá nhân"}
    values |= {"Họ và tên (tên tập thể, hộ gia đình)": "Lê Thị Năm", "Dân tộc": "Thái", "Địa chỉ": "Bản Mẫu"}
    for cell in sheet[4]:
        if str(cell.value) in values:
            sheet.cell(5, cell.column or 1, values[str(cell.value)])
    book.save(out)
    draft = services.list_doctor.read(out, target)
    assert [column.field for column in draft.columns] == list(words.COLUMNS[target])
    assert [row.row.name for row in draft.rows] == ["Lê Thị Năm"]
    assert draft.rows[0].state is RowState.CLEAN


def test_a_filled_template_comes_back_unmistaken(services: Services, tmp_path: Path, round_id: RoundId) -> None:
    _assert_unmistaken(services, _filled(_template(services, tmp_path, round_id)), round_id)


def test_also_without_its_hidden_sheet(services: Services, tmp_path: Path, round_id: RoundId) -> None:
    _assert_unmistaken(services, _filled(_template(services, tmp_path, round_id), marked=False), round_id)


def test_awards_are_those_of_the_day(services: Services, tmp_path: Path) -> None:
    names = {award.name for award in services.awards.catalogue() if not award.exists_on(date(2024, 6, 20))}
    book = openpyxl.load_workbook(services.list_templates.write(tmp_path / "mau.xlsx", ListTarget.NOMINATIONS))
    chosen = {cell.value for column in book[words.CHOICES].columns for cell in column}
    still = {award.name for award in services.awards.catalogue() if award.exists_on(date(2024, 6, 20))}
    assert not (names - still) & chosen


@pytest.mark.office
@pytest.mark.parametrize("suffix", ["ods", "xls"])
def test_also_saved_by_another_program(services: Services, tmp_path: Path, round_id: RoundId, suffix: str) -> None:
    soffice = shutil.which("soffice")
    assert soffice is not None
    filled = _filled(_template(services, tmp_path, round_id))
    command = [soffice, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", suffix]
    subprocess.run([*command, "--outdir", str(tmp_path), str(filled)], check=True, capture_output=True, timeout=120)
    _assert_unmistaken(services, filled.with_suffix(f".{suffix}"), round_id)

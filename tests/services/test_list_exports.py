"""Danh sách trích ngang and tổng hợp as workbooks, and the choices of columns."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.services import lists_made
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.list_exports import ExportPreset, ExportReport
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.nominations import Round
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.list_exports import PresetIncomplete


@pytest.fixture
def round_id(services: Services, tmp_path: Path) -> RoundId:
    services.units.save(Unit("Sở Y tế"))
    made = RoundId(services.nominations.save_round(Round("Tổng kết năm 2024", 2024)).created[0])
    path = lists_made.ordinary(tmp_path)
    services.list_batches.store(services.list_doctor.read(path, ListTarget.NOMINATIONS, round_id=made))
    return made


def _rows(path: Path) -> list[list[object]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_lines_with_the_columns_asked_for(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    out = services.list_exports.write(
        round_id, ExportReport.LINES, tmp_path / "ds.xlsx", ("ordinal", "name", "id_number", "birth", "award")
    )
    head, *rows = _rows(out)
    assert head == ["TT", "Họ và tên, tên tập thể", "Số CCCD", "Ngày sinh", "Danh hiệu, hình thức khen thưởng"]
    assert [row[1] for row in rows] == ["Phòng Nghiệp vụ 2", "Nguyễn Văn Mẫu", "Trần Thị Thử"]
    assert rows[1][2:] == ["********2345", "1980", "Chiến sĩ thi đua cơ sở"]
    assert rows[2][3] == "17/05/1985"


def test_identity_numbers_are_whole_and_text_when_asked_for(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    out = services.list_exports.write(
        round_id, ExportReport.LINES, tmp_path / "ds.xlsx", ("name", "id_number"), full_ids=True
    )
    assert _rows(out)[2] == ["Nguyễn Văn Mẫu", "001080012345"]


def test_the_summary_counts_units_by_award(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    out = services.list_exports.write(round_id, ExportReport.SUMMARY, tmp_path / "th.xlsx")
    head, *rows = _rows(out)
    assert head[:2] == ["TT", "Đơn vị"]
    assert [row[1] for row in rows] == ["Sở Y tế", "Cộng"]  # however the unit has written its name
    assert [row[-1] for row in rows] == [3, 3]
    assert len(head) == 6
    only = services.list_exports.write(round_id, ExportReport.SUMMARY, tmp_path / "mot.xlsx", ("lao_dong_tien_tien",))
    assert _rows(only)[-1] == [None, "Cộng", 1, 1]


def test_choices_are_kept_by_name(services: Services, round_id: RoundId) -> None:
    service = services.list_exports
    service.save_preset(ExportPreset(ExportReport.LINES, " Gửi báo ", ("name", "unit")))
    service.save_preset(ExportPreset(ExportReport.LINES, "Gửi báo", ("name",)))
    (kept,) = service.presets(ExportReport.LINES)
    assert (kept.name, kept.columns) == ("Gửi báo", ("name",))
    assert service.presets(ExportReport.SUMMARY) == ()
    assert kept.id is not None
    service.remove_preset(kept.id)
    assert service.presets(ExportReport.LINES) == ()
    with pytest.raises(PresetIncomplete):
        service.save_preset(ExportPreset(ExportReport.LINES, "  ", ("name",)))
    assert [code for code, _ in service.columns(ExportReport.SUMMARY, round_id)]

"""Lists as units send them, and the doctor opened on one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.list_doctor import DoctorDraft
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.nominations import Round
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.doctor.look import look_at
from thidua_desktop.ui.doctor.window import DoctorWindow

HEADINGS = ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Chức vụ", "Danh hiệu đề nghị")
CLEAN = (
    ("1", "Nguyễn Thị An", "01/02/1980", "001180000123", "Giáo viên", "Lao động tiên tiến"),
    ("2", "Trần Văn Bình", "1975", "001075000456", "Tổ trưởng", "Chiến sĩ thi đua cơ sở"),
    ("3", "Lê Thị Chi", "12/05/1990", "001190000789", "Kế toán", "Lao động tiên tiến"),
)
FAULTY = (
    CLEAN[0],
    ("2", "Trần Văn Bình", "1975", "01075000456", "Tổ trưởng", "Chiến sĩ thi đua giỏi"),
    ("3", "Lê Thị Chi", "12/05/1990", "001190000789", "Kế toán", "Lao động xuất sắc nhất"),
    ("4", "NguyÔn V¨n Dòng", "1982", "001082000111", "B¸c sÜ", "Lao ®éng tiªn tiÕn"),
)
"""Two awards that nobody knows, a number that has lost its zero, a row in TCVN3."""

Opened = Callable[..., DoctorWindow]


def write(path: Path, rows: Sequence[Sequence[str]], headings: Sequence[str] = HEADINGS) -> Path:
    """A workbook with a title, its sender, a heading in the third row, the rows and a signature."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Danh sách"
    sheet["A1"] = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"
    sheet["A2"] = "Đơn vị: Trường THPT Mẫu"
    for at, cells in enumerate((headings, *rows), start=3):
        for column, text in enumerate(cells, start=1):
            cell = sheet.cell(at, column, text)
            if "®" in cells[-1]:
                cell.font = Font(name=".VnTime")
    sheet.cell(len(rows) + 5, 5, "GIÁM ĐỐC")
    book.save(path)
    return path


@pytest.fixture
def round_id(services: Services) -> RoundId:
    return RoundId(services.nominations.save_round(Round("Tổng kết năm 2024", 2024)).created[0])


@pytest.fixture
def clean_file(tmp_path: Path) -> Path:
    return write(tmp_path / "Trường THPT Mẫu.xlsx", CLEAN)


@pytest.fixture
def faulty_file(tmp_path: Path) -> Path:
    return write(tmp_path / "Sở Y tế.xlsx", FAULTY)


@pytest.fixture
def opened(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    services: Services,
    runner: ImmediateRunner,
    feedback: FakeFeedback,
    preferences: Preferences,
    round_id: RoundId,
) -> Opened:
    """Opens the doctor on a file."""

    def opens(path: Path, target: ListTarget = ListTarget.NOMINATIONS) -> DoctorWindow:
        draft: DoctorDraft = services.list_doctor.read(path, target, round_id=round_id)
        made = DoctorWindow(look_at(draft), services, runner, preferences=preferences, path=path, feedback=feedback)
        qtbot.addWidget(made, before_close_func=lambda window: window.steps._past.clear())
        with qtbot.waitActive(made):
            made.show()
        return made

    return opens


@pytest.fixture
def clean(opened: Opened, clean_file: Path) -> DoctorWindow:
    return opened(clean_file)


@pytest.fixture
def faulty(opened: Opened, faulty_file: Path) -> DoctorWindow:
    return opened(faulty_file)

"""Decisions of earlier years out of a list: asked about, kept whole, or only put into the register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.services import old_decisions
from thidua_desktop.services.container import Services
from thidua_desktop.storage.errors import DiskFull
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.doctor.destination import Destination
from thidua_desktop.ui.doctor.intake import ListIntake
from thidua_desktop.ui.doctor.old_decisions import OldDecisionsDialog
from thidua_desktop.ui.doctor.window import DoctorWindow
from thidua_desktop.ui.navigation import Navigation

HEADINGS = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu", "Năm", "Số quyết định", "Ngày quyết định", "Cấp quyết định")
ROWS = (
    ("1", "Nguyễn Thị An", "Sở Y tế", "Lao động tiên tiến", "2019", "45/QĐ-SYT", "20/12/2019", "Giám đốc Sở Y tế"),
    ("2", "Trần Văn Bình", "Sở Y tế", "Lao động tiên tiến", "2019", "45/QĐ-SYT", "20/12/2019", "Giám đốc Sở Y tế"),
    ("3", "Lê Thị Chi", "Sở Y tế", "Chiến sĩ thi đua cơ sở", "2020", "51/QĐ-SYT", "22/12/2020", "Giám đốc Sở Y tế"),
    ("4", "Đỗ Văn Dũng", "Sở Y tế", "Lao động tiên tiến", "2018", "", "", "Giám đốc Sở Y tế"),
)


@pytest.fixture
def history_file(tmp_path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "DANH SÁCH KHEN THƯỞNG CÁC NĂM"
    for at, cells in enumerate((HEADINGS, *ROWS), start=3):
        for column, text in enumerate(cells, start=1):
            sheet.cell(at, column, text)
    path = tmp_path / "Khen thưởng các năm.xlsx"
    book.save(path)
    return path


@pytest.fixture
def asked(
    qtbot: QtBot, services: Services, preferences: Preferences, feedback: FakeFeedback, history_file: Path
) -> Iterator[OldDecisionsDialog]:
    """The question that storing the list leads to."""
    above = QWidget()
    qtbot.addWidget(above)
    runner = ImmediateRunner(feedback)
    intake = ListIntake(
        services,
        runner,
        Navigation(above),
        feedback,
        preferences=preferences,
        window=above,
        given_feedback=feedback,
    )
    intake.read(Destination(ListTarget.AWARD_HISTORY), history_file)
    assert intake.shown is not None
    intake.shown.keep_wanted.emit(intake.shown.draft())
    assert intake.old_dialog is not None
    yield intake.old_dialog


def test_the_decisions_of_the_list_are_shown_before_they_are_kept(asked: OldDecisionsDialog) -> None:
    assert [(one.number, len(one.rows)) for one in asked.model.rows()] == [("45/QĐ-SYT", 2), ("51/QĐ-SYT", 1)]
    assert asked.yes.isEnabled()


def test_whole_decisions_are_kept_and_the_rest_goes_to_the_register(
    asked: OldDecisionsDialog, services: Services, feedback: FakeFeedback
) -> None:
    asked.accept()

    (first,) = services.decisions.of_year(2019)
    assert (first.number, first.state, first.historical, len(first.lines)) == (
        "45/QĐ-SYT",
        DecisionState.ISSUED,
        True,
        2,
    )
    assert len(services.register.search()) == 4, "the row without a decision is in the register too"
    assert not feedback.troubles
    told = "Đã ghi 2 quyết định với 3 dòng và 1 mục vào Sổ khen thưởng từ “Khen thưởng các năm.xlsx”."
    assert feedback.said == [told]


def test_one_way_back_takes_both_back(asked: OldDecisionsDialog, services: Services, feedback: FakeFeedback) -> None:
    asked.accept()
    see, back = feedback.offers
    assert (see.text, back.text) == ("Xem", "Hoàn tác")
    back.do()

    assert services.decisions.of_year(2019) == ()
    assert services.register.search() == ()


def test_when_it_cannot_be_kept_nothing_is_and_the_list_stays_open(
    asked: OldDecisionsDialog, services: Services, feedback: FakeFeedback, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = asked.parent()
    assert isinstance(shown, DoctorWindow)

    def full(*_given: object) -> None:
        raise DiskFull(path=services.path)

    monkeypatch.setattr(old_decisions, "note_list", full)  # the very last of what is written
    asked.accept()

    assert [type(each) for each in feedback.troubles] == [DiskFull]
    assert len(feedback.said) == 1
    assert services.register.search() == services.decisions.of_year(2019) == ()
    assert not shown.isHidden()


def test_the_rows_alone_can_go_to_the_register(asked: OldDecisionsDialog, services: Services) -> None:
    asked.plain.click()

    assert services.decisions.of_year(2019) == ()
    assert len(services.register.search()) == 4

"""From a file or the clipboard into the office file: all or nothing, and taken back in one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.doctor.conftest import CLEAN, write
from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import RoundId, UnitId
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.doctor.destination import Destination
from thidua_desktop.ui.doctor.intake import ListIntake
from thidua_desktop.ui.doctor.pick_dialog import PickDialog
from thidua_desktop.ui.doctor.window import DoctorWindow
from thidua_desktop.ui.navigation import Navigation


@pytest.fixture
def intake(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    services: Services,
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
) -> ListIntake:
    window = QWidget()
    qtbot.addWidget(window)
    return ListIntake(
        services, runner, navigation, feedback, preferences=preferences, window=window, given_feedback=feedback
    )


@pytest.fixture
def where(round_id: RoundId) -> Destination:
    return Destination(ListTarget.NOMINATIONS, round_id)


def shown(intake: ListIntake) -> DoctorWindow:
    assert intake.shown is not None
    return intake.shown


def test_a_clean_file_is_stored_and_taken_back(  # noqa: PLR0917 - fixtures
    intake: ListIntake,
    where: Destination,
    services: Services,
    feedback: FakeFeedback,
    clean_file: Path,
    navigation: Navigation,
) -> None:
    heard: list[Changes] = []
    navigation.changes_made.connect(heard.append)
    feedback.file = clean_file
    intake.choose(where)
    shown(intake).save()
    assert where.round_id is not None
    assert [line.name for line in services.nominations.of_round(where.round_id)] == [row[1] for row in CLEAN]
    assert Kind.NOMINATION in heard[-1].touched
    assert feedback.said[-1] == "Đã lưu 3 đề nghị từ “Trường THPT Mẫu.xlsx” vào đợt “Tổng kết năm 2024”."
    see, back = feedback.offers
    assert (see.text, back.text) == ("Xem", "Hoàn tác")
    assert back.text == "Hoàn tác"
    back.do()
    assert services.nominations.of_round(where.round_id) == ()
    assert "như trước khi nhận" in feedback.said[-1]


def test_a_list_on_the_clipboard(intake: ListIntake, where: Destination, feedback: FakeFeedback) -> None:
    intake.read_clipboard(where)
    assert intake.shown is None
    assert feedback.said[-1].startswith("Bộ nhớ tạm chưa có gì")
    QGuiApplication.clipboard().setText(
        "STT\tHọ và tên\tNăm sinh\tDanh hiệu\n1\tNguyễn Thị An\t1980\tLĐTT\n2\tLê Văn Ba\t1981\tLĐTT\n"
    )
    intake.read_clipboard(where)
    assert len(shown(intake).draft().rows) == 2
    shown(intake).reject()


def test_the_unit_gets_its_own_workbook_back(
    intake: ListIntake, where: Destination, feedback: FakeFeedback, faulty_file: Path
) -> None:
    intake.read(where, faulty_file)
    shown(intake).return_action.trigger()
    assert feedback.proposed[-1].name == "Sở Y tế - cần sửa.xlsx"
    assert feedback.proposed[-1].exists()
    assert "ô sai tô đỏ" in feedback.said[-1]
    feedback.offers[0].do()
    assert feedback.opened == [feedback.proposed[-1]]
    shown(intake).reject()


def test_nominations_need_a_round(intake: ListIntake, feedback: FakeFeedback, clean_file: Path) -> None:
    intake.read(Destination(), clean_file)
    assert intake.shown is None
    assert feedback.said[-1].startswith("Chưa có đợt xét")


def test_a_file_that_cannot_be_read_gets_a_sentence(
    intake: ListIntake, where: Destination, feedback: FakeFeedback, tmp_path: Path
) -> None:
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    intake.read(where, broken)
    assert intake.shown is None
    assert feedback.troubles[-1].code == "file.damaged"


def test_the_same_list_once_more_is_asked_for(
    intake: ListIntake, where: Destination, feedback: FakeFeedback, clean_file: Path, qtbot: QtBot
) -> None:
    intake.read(where, clean_file)
    shown(intake).save()
    intake.read(where, clean_file)
    again = shown(intake)
    qtbot.waitUntil(again.isVisible)
    assert any("đã được lưu từ tệp" in said for said in feedback.said)
    assert not again.draft().storable
    again.deeds.drop(again.draft().rows)
    feedback.agree = False
    again.save()
    assert feedback.questions[-1] == "Lưu danh sách này một lần nữa?"
    assert again.isVisible()
    again.steps._past.clear()
    again.reject()


def test_people_go_into_the_directory(intake: ListIntake, services: Services, tmp_path: Path) -> None:
    path = write(
        tmp_path / "nhan-su.xlsx", [row[:5] for row in CLEAN], ("STT", "Họ và tên", "Ngày sinh", "Số CCCD", "Chức vụ")
    )
    intake.read(Destination(ListTarget.PEOPLE), path)
    shown(intake).save()
    assert [line.recipient.name for line in services.recipients.rows()] == [
        "Nguyễn Thị An",
        "Trần Văn Bình",
        "Lê Thị Chi",
    ]


def test_the_lines_belong_to_what_their_sender_has_sent(
    intake: ListIntake, where: Destination, services: Services, clean_file: Path
) -> None:
    assert where.round_id is not None
    unit_id = UnitId(services.units.save(Unit("Trường THPT Mẫu")).created[0])
    (submission_id,) = services.submissions.expect(where.round_id, [unit_id]).created
    intake.read(where, clean_file)
    shown(intake).deeds.ask_sender()
    asked = shown(intake).deeds.dialog
    assert isinstance(asked, PickDialog)
    asked.search.setText("truong thpt mau")
    asked.accept()
    assert shown(intake).header.unit.text() == "Trường THPT Mẫu"
    shown(intake).save()
    assert {line.submission_id for line in services.nominations.of_round(where.round_id)} == {submission_id}

"""Packages in the window: made from the menu, opened by dropping or picking them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services import packages
from thidua_desktop.services.container import Services
from thidua_desktop.storage import keys
from thidua_desktop.storage.package_errors import PackageDamaged, PlaceTaken
from thidua_desktop.storage.store import Store
from thidua_desktop.ui.common.passwords import PasswordDialog
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.packages import PackageDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_COST", 2**4)


@pytest.fixture
def wanted(window: MainWindow) -> list[Path]:
    """The office files that the window asked to have opened."""
    asked: list[Path] = []
    window.file_wanted.connect(asked.append)
    return asked


def package_dialog(window: MainWindow) -> PackageDialog:
    window.packages.action.trigger()
    assert isinstance(window.packages.dialog, PackageDialog)
    return window.packages.dialog


def test_a_package_without_password(qtbot: QtBot, window: MainWindow, feedback: FakeFeedback) -> None:
    dialog = package_dialog(window)
    assert unnamed(dialog) == []
    assert dialog.guarded.isChecked()  # the safe choice is the one that is offered
    assert not dialog.yes.isEnabled()
    dialog.guarded.setChecked(False)
    assert "ai cầm gói cũng đọc được" in dialog.note.text()
    qtbot.mouseClick(dialog.yes, LEFT)
    (proposed,) = feedback.proposed
    assert proposed.name == "co-quan-20240620.tdgoi"
    assert packages.verify(proposed).office == window.services.office.get().name
    assert "mở thử được. Gói không có mật khẩu." in feedback.said[-1]


def test_a_package_with_password(qtbot: QtBot, window: MainWindow, feedback: FakeFeedback, tmp_path: Path) -> None:
    feedback.target = tmp_path / "kín.tdgoi"
    dialog = package_dialog(window)
    qtbot.keyClicks(dialog.first, "mat khau")
    qtbot.keyClicks(dialog.again, "mat")
    assert "Hai lần gõ chưa giống nhau" in dialog.note.text()
    assert not dialog.yes.isEnabled()
    qtbot.keyClicks(dialog.again, " khau")
    qtbot.mouseClick(dialog.yes, LEFT)
    assert packages.verify(feedback.target, password="mat khau").contents.version
    assert feedback.said[-1].endswith("mở thử được.")


def test_a_file_with_a_password_asks_for_no_other(qtbot: QtBot) -> None:
    dialog = PackageDialog(protected=True)
    qtbot.addWidget(dialog)
    assert dialog.yes.isEnabled()
    assert dialog.password() is None
    assert "chính mật khẩu ấy" in dialog.note.text()
    assert not dialog.first.isVisibleTo(dialog)


@pytest.fixture
def package(services: Services, tmp_path: Path) -> Path:
    services.plans.create(Plan("Kế hoạch", 2024))
    (tmp_path / "usb").mkdir()
    return services.packages.make(tmp_path / "usb" / "văn phòng.tdgoi").path


def test_a_dropped_package_is_opened_in_a_place_of_its_own(
    window: MainWindow, package: Path, feedback: FakeFeedback, wanted: list[Path]
) -> None:
    window.files.take(package)
    place = window.services.path.with_name("văn phòng.tdkt")
    assert feedback.proposed == [place]
    assert wanted == [place]
    assert "Đã mở gói thành" in feedback.said[-1]
    with Store.open(place) as opened:
        assert opened.health().counts["plans"] == 1
    window.files.take(package)
    assert feedback.proposed[-1].name == "văn phòng-2.tdkt"


def test_a_package_is_picked_like_an_office_file(
    window: MainWindow, package: Path, feedback: FakeFeedback, wanted: list[Path]
) -> None:
    feedback.file = package
    window.files.open()
    assert [path.name for path in wanted] == ["văn phòng.tdkt"]
    feedback.file = wanted[0]
    window.files.open()
    assert wanted[1] == wanted[0]


def test_a_package_asks_for_its_password_until_it_is_right(
    window: MainWindow, services: Services, feedback: FakeFeedback, tmp_path: Path, wanted: list[Path]
) -> None:
    package = services.packages.make(tmp_path / "kín.tdgoi", password="mật khẩu").path
    window.files.take(package)
    for text in ("sai", "mật khẩu"):
        dialog = window.packages.dialog
        assert isinstance(dialog, PasswordDialog)
        assert wanted == []
        dialog.set_password(text)
        dialog.accept()
    assert [path.name for path in wanted] == ["kín.tdkt"]


def test_a_place_that_is_taken_and_a_package_that_is_damaged(
    window: MainWindow, package: Path, feedback: FakeFeedback, wanted: list[Path]
) -> None:
    feedback.target = window.services.path
    window.files.take(package)
    assert isinstance(feedback.troubles[-1], PlaceTaken)
    feedback.target = None
    package.write_bytes(package.read_bytes()[:-5000])
    window.files.take(package)
    assert isinstance(feedback.troubles[-1], PackageDamaged)
    assert wanted == []


def test_what_could_not_be_packed_is_told(
    qtbot: QtBot, window: MainWindow, feedback: FakeFeedback, tmp_path: Path
) -> None:
    from thidua_desktop.storage import attachments
    from thidua_desktop.storage.attachments import Attachments

    scan = tmp_path / "quét.pdf"
    scan.write_bytes(b"%PDF")
    kept = Attachments(attachments.folder_of(window.services.path))
    kept.path(kept.keep(scan)).write_bytes(b"khac")
    dialog = package_dialog(window)
    dialog.guarded.setChecked(False)
    qtbot.mouseClick(dialog.yes, LEFT)
    assert "Có 1 tệp đính kèm bị hỏng" in feedback.said[-1]
    assert feedback.tones[-1] is Tone.WARNING

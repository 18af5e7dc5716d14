"""The archive: a file goes in with what is known of it, is opened, proven, copied, replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.helpers import FakeFeedback
from tests.ui.reports.making import Maker
from thidua_desktop.domain.ids import SentReportId
from thidua_desktop.domain.statistics import periods
from thidua_desktop.services.container import Services
from thidua_desktop.storage.attachments import folder_of
from thidua_desktop.ui.reports.archive_window import ArchiveWindow
from thidua_desktop.ui.reports.dispatch_dialog import DispatchDialog
from thidua_desktop.ui.reports.frame import EMPTY


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "bao-cao.docx").write_bytes(b"Bao cao")
    return tmp_path / "bao-cao.docx"


@pytest.fixture
def shown(maker: Maker) -> ArchiveWindow:
    return maker.show(ArchiveWindow)


def keep(shown: ArchiveWindow, file: Path) -> SentReportId:
    shown.keep_file(file, title="Báo cáo sơ kết", kind="half_year", period=periods.half(2024, 1))
    dialog = shown.dialog
    assert isinstance(dialog, DispatchDialog)
    assert not dialog.yes.isEnabled()  # nobody is named whom it went to
    dialog.to.setText("UBND tỉnh")
    dialog.number.setText("30/BC-SNV")
    dialog.yes.click()
    report = shown.services.report_archive.all()[0]
    assert report.id is not None
    return report.id


def test_a_report_is_kept_and_opened(shown: ArchiveWindow, file: Path, feedback: FakeFeedback) -> None:
    assert shown.pages.currentIndex() == EMPTY
    keep(shown, file)
    (row,) = shown.model.rows()
    assert (row.report.period, row.report.letter_number) == (periods.half(2024, 1), "30/BC-SNV")
    shown.open_action.trigger()
    assert [path.read_bytes() for path in feedback.opened] == [b"Bao cao"]


def test_a_day_that_has_not_come_is_refused(shown: ArchiveWindow, file: Path) -> None:
    shown.keep_file(file)
    dialog = shown.dialog
    assert isinstance(dialog, DispatchDialog)
    dialog.to.setText("UBND tỉnh")
    dialog.day.setText("21/6/2024")
    assert (dialog.told(), dialog.yes.isEnabled()) == ("Ngày gửi chưa đến.", False)
    dialog.day.setText("20/6/2024")
    assert dialog.yes.isEnabled()


def test_a_file_that_is_not_what_was_sent_is_told(
    shown: ArchiveWindow, services: Services, file: Path, feedback: FakeFeedback
) -> None:
    keep(shown, file)
    shown.check_action.trigger()
    assert "đúng như lúc gửi" in feedback.said[-1]
    assert shown.model.rows()[0].whole
    (folder_of(services.path) / shown.model.rows()[0].report.sha256).write_bytes(b"Khac")
    shown.check_action.trigger()
    assert "không còn đúng" in feedback.said[-1]
    shown.open_action.trigger()
    assert "không còn trong kho hoặc không còn đúng" in feedback.said[-1]


def test_a_better_report_stands_beside_the_former(shown: ArchiveWindow, file: Path, feedback: FakeFeedback) -> None:
    first = keep(shown, file)
    file.write_bytes(b"Bao cao, bo sung")
    feedback.file = file
    shown.grid.go_to(first)
    shown.replace_action.trigger()
    dialog = shown.dialog
    assert isinstance(dialog, DispatchDialog)
    assert dialog.to.text() == "UBND tỉnh"
    dialog.yes.click()
    better, former = shown.model.rows()
    assert better.report.replaces_id == former.report.id == first
    assert former.replaced and not better.replaced

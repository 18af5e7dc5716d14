"""The report in words: numbers lead to lists, gaps are told in words, an edited file is checked again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from tests.ui.reports.conftest import Filled
from thidua_desktop.domain.narrative.model import Number
from thidua_desktop.domain.statistics import periods
from thidua_desktop.services.container import Services
from thidua_desktop.ui.reports.check_window import CheckWindow
from thidua_desktop.ui.reports.desk import ReportDesk
from thidua_desktop.ui.reports.dispatch_dialog import DispatchDialog
from thidua_desktop.ui.reports.reviews_pane import ReviewsPane


@pytest.fixture
def pane(qtbot: QtBot, desk: ReportDesk, filled: Filled) -> ReviewsPane:
    made = ReviewsPane(desk)
    qtbot.addWidget(made)
    made.resize(1300, 640)
    made.show_period(periods.year(2024))
    made.show()
    return made


def number(pane: ReviewsPane, text: str, questions: int) -> tuple[str, Number]:
    """The link of the first number that is written so and answers so many questions."""
    return next(
        (f"so-{at}", one)
        for at, one in enumerate(pane.paper.numbers)
        if one.text == text and len(one.questions) == questions
    )


def edited(pane: ReviewsPane, folder: Path, wrong: str, right: str) -> Path:
    """The text of the report with a number changed by hand."""
    assert pane.narrative is not None
    lines = ["BÁO CÁO", *pane.narrative.title]
    lines += [each.text for section in pane.narrative.sections for each in section.paragraphs]
    text = "\n".join(lines)
    assert right in text
    (folder / "bao-cao.txt").write_text(text.replace(right, wrong, 1), encoding="utf-8")
    return folder / "bao-cao.txt"


def todo(pane: ReviewsPane) -> list[str]:
    return [pane.todo.item(at).text() for at in range(pane.todo.count())]


def test_the_report_is_read_in_the_window(pane: ReviewsPane) -> None:
    text = pane.text.toPlainText()
    assert "Tổng kết công tác thi đua, khen thưởng năm 2024" in text
    assert "04 trường hợp" in text
    assert "[Cần bổ sung:" in text  # what is missing is said in words, not by colour alone
    assert unnamed(pane) == []


def test_a_number_opens_its_list(pane: ReviewsPane, desk: ReportDesk) -> None:
    link, _ = number(pane, "04", 1)
    pane.text.anchorClicked.emit(QUrl(link))
    assert desk.behind is not None
    assert len(desk.behind.model.rows()) == 4


def test_numbers_are_reached_and_opened_by_keys(pane: ReviewsPane, desk: ReportDesk, qtbot: QtBot) -> None:
    pane.text.setFocus()
    qtbot.keyClick(pane.text, Qt.Key.Key_Tab)
    assert pane.paper.number(pane.text.textCursor().charFormat().anchorHref()) is not None
    assert pane.hint.toolTip().startswith("03: Nhiệm vụ")
    qtbot.keyClick(pane.text, Qt.Key.Key_Return)
    assert desk.behind is not None
    desk.behind.close()
    desk.behind = None
    pane.open_list.trigger()
    assert desk.behind is not None


def test_a_change_offers_both_of_its_lists(pane: ReviewsPane) -> None:
    compared = next(one for one in pane.paper.numbers if len(one.questions) == 2)
    said = [deed.text() for deed in pane.lists_of(compared).actions()]
    assert len(said) == 2
    assert "2023" in said[1]


def test_what_is_to_be_done_leads_to_its_passage(pane: ReviewsPane) -> None:
    told = todo(pane)
    assert told[0].startswith("3 cá nhân được khen thưởng chưa rõ")
    assert any("còn phải viết thêm" in each for each in told)
    assert told[-1].startswith("Các số trong lời văn")
    assert pane.counted.text() == f"Còn {len(told) - 1} việc trước khi gửi"
    anchors = {pane.todo.item(at).data(Qt.ItemDataRole.UserRole) for at, each in enumerate(told) if "Mục" in each}
    assert None not in anchors
    pane.text.resize(400, 120)
    pane.todo.itemActivated.emit(pane.todo.item(len(told) - 2))
    assert pane.text.verticalScrollBar().value() > 0


def test_a_file_edited_by_hand_is_checked_and_checked_again(
    pane: ReviewsPane, feedback: FakeFeedback, tmp_path: Path
) -> None:
    feedback.file = edited(pane, tmp_path, "07 trường hợp", "04 trường hợp")
    pane.check_file.trigger()
    shown = pane.check_window
    assert isinstance(shown, CheckWindow)
    lines = [each for _, each in shown.model.rows()]
    assert {(each.value, each.right) for each in lines} >= {(7, 4)}
    assert "Năm 2024" in shown.against.text()
    edited(pane, tmp_path, "04 trường hợp", "04 trường hợp")
    shown.again.trigger()
    assert shown.places.currentWidget() is shown.empty
    assert not shown.copy_list.isEnabled()
    shown.close()


def test_a_file_that_is_gone_is_told_in_the_window_of_the_check(
    pane: ReviewsPane, feedback: FakeFeedback, tmp_path: Path
) -> None:
    feedback.file = tmp_path / "mất.docx"
    pane.check_file.trigger()
    assert pane.check_window is None
    assert feedback.troubles


def test_the_report_goes_to_word_and_into_the_archive(
    pane: ReviewsPane, desk: ReportDesk, feedback: FakeFeedback, services: Services, tmp_path: Path
) -> None:
    pane.word.trigger()
    feedback.file = tmp_path / "Báo cáo thi đua, khen thưởng năm 2024.docx"
    assert feedback.file.is_file()
    pane.send.trigger()
    assert desk.windows is not None
    archive = desk.windows.archive()
    dialog = archive.dialog
    assert isinstance(dialog, DispatchDialog)
    assert dialog.title_field.text().startswith("Báo cáo tổng kết công tác thi đua, khen thưởng năm 2024")
    dialog.to.setText("UBND tỉnh")
    dialog.yes.click()
    (kept,) = services.report_archive.all()
    assert (kept.kind, kept.period) == ("year", periods.year(2024))
    archive.close()


def test_texts_of_the_office_that_cannot_be_read_are_told_and_mended(
    pane: ReviewsPane, services: Services, feedback: FakeFeedback
) -> None:
    pane.texts.trigger()
    assert feedback.opened
    written = feedback.opened[-1]
    kept = written.read_text(encoding="utf-8")
    written.write_text("đây không phải TOML =", encoding="utf-8")
    pane.again.trigger()
    assert feedback.troubles
    assert pane.places.currentWidget() is not pane.split
    assert not pane.word.isEnabled()
    written.write_text(kept, encoding="utf-8")
    pane.again.trigger()
    assert pane.places.currentWidget() is pane.split
    assert pane.word.isEnabled()

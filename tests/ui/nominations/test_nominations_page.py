"""The list of nominations driven by keys and mouse on a real office file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, compose
from tests.ui.nominations.conftest import CSTDCS, RoundOf2024
from tests.ui.nominations.driving import CONTROL, LEFT, S, names, nomination_dialog, set_award
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.services.container import Services
from thidua_desktop.services.nominations import AwardNotFor
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.nominations.page import NominationsPage

# the list


def test_kinds_apart_and_names_in_vietnamese_order(page: NominationsPage) -> None:
    assert names(page) == ["Văn phòng", "Nguyễn Văn An", "Lê Thị Dung", "Bùi Văn Đạt", "Hộ ông Lê Ba"]


def test_counts_add_up(page: NominationsPage) -> None:
    assert page.header.kind_counts.text() == "5 đề nghị: 1 tập thể, 3 cá nhân, 1 hộ gia đình"
    assert page.header.award_counts.text().startswith("LĐTT 2 · ")
    shown = page.header.award_counts.text().split(" · ")
    assert sum(int(part.rsplit(" ", 1)[1]) for part in shown) == 5


def test_the_model_is_sound(page: NominationsPage) -> None:
    lines = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rounds = QAbstractItemModelTester(page.rounds.cards, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.header.search.setText("an")
    page.header.search.setText("")
    page.header.groups.setCurrentIndex(2)
    page.header.grouping_changed.emit()
    page.rounds.choose(page.rounds.rows()[1].round.id)
    assert lines.model() is page.model
    assert rounds.model() is page.rounds.cards


def test_grouped_by_unit_in_alphabetical_order(page: NominationsPage) -> None:
    page.header.groups.setCurrentIndex(2)
    page.header.grouping_changed.emit()
    assert [line.group for line in page.model.rows()] == [
        "Phòng Tổ chức",
        "Phòng Tổ chức",
        "Văn phòng",
        "Chưa ghi đơn vị",
        "Chưa ghi đơn vị",
    ]
    assert [line.number for line in page.model.rows()] == [1, 2, 1, 1, 2]


def test_search_needs_no_diacritics(qtbot: QtBot, page: NominationsPage) -> None:
    qtbot.keyClick(page.grid, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(page.header.search, "bui dat")
    assert names(page) == ["Bùi Văn Đạt"]
    assert page.header.shown.text() == "Đang hiện 1/5"
    page.header.search.setText("khong co ai")
    assert page.lines.currentIndex() == 2
    page.header.clear()
    assert len(names(page)) == 5


@pytest.mark.parametrize(
    ("combo", "choice", "found"),
    [
        ("kinds", "Tập thể", ["Văn phòng"]),
        ("awards", "Chiến sĩ thi đua cơ sở", ["Bùi Văn Đạt"]),
        ("units", "Phòng Tổ chức", ["Nguyễn Văn An", "Bùi Văn Đạt"]),
        ("states", "Đủ hồ sơ", ["Nguyễn Văn An"]),
    ],
)
def test_filters(  # noqa: PLR0917 - a table of cases
    page: NominationsPage, round_2024: RoundOf2024, navigation: Navigation, combo: str, choice: str, found: list[str]
) -> None:
    round_2024.move("an", S.DOSSIER_COMPLETE)
    navigation.changes_made.emit(Changes("nomination.move", frozenset({Kind.NOMINATION})))
    box = getattr(page.header, combo)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(choice))
    box.activated.emit(box.currentIndex())
    assert names(page) == found


# one line


def test_add_by_keyboard(qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024) -> None:
    page.grid.go_to(round_2024.ids["an"])
    qtbot.keyClick(page.grid, Qt.Key.Key_N, CONTROL)
    dialog = nomination_dialog(page)
    assert not dialog.yes.isEnabled()
    dialog.honorific.setCurrentText("Bà")
    compose(dialog.name, "Trần Thị Bình")
    qtbot.keyClicks(dialog.birth, "17/5/1985")
    qtbot.keyClicks(dialog.id_number, "001 185 123456")
    set_award(dialog, "Chiến sĩ thi đua cơ sở")
    assert dialog.warnings() == ""
    qtbot.mouseClick(dialog.yes, LEFT)
    kept = next(line for line in round_2024.all() if line.name == "Trần Thị Bình")
    assert (kept.honorific, kept.gender, kept.birth, kept.id_number) == ("Bà", "female", "1985-05-17", "001185123456")
    assert (kept.unit, kept.award_id, kept.occasion) == ("Phòng Tổ chức", CSTDCS, Occasion.MERIT)
    current = page.grid.current()
    assert current is not None
    assert current.nomination.id == kept.id


def test_one_recipient_after_another(qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024) -> None:
    page.add_nomination()
    dialog = nomination_dialog(page)
    set_award(dialog, "Lao động tiên tiến")
    for name in ("Đỗ Văn Hai", "Đỗ Văn Ba"):
        compose(dialog.name, name)
        qtbot.mouseClick(dialog.more, LEFT)
        assert dialog.name.text() == ""
    assert {"Đỗ Văn Hai", "Đỗ Văn Ba"} <= {line.name for line in round_2024.all()}
    compose(dialog.name, "Đỗ Văn Hai")
    assert "đã có dòng cùng người nhận" in dialog.warnings()


def test_only_awards_of_the_kind_and_day_are_offered(page: NominationsPage, round_2024: RoundOf2024) -> None:
    page.add_nomination()
    dialog = nomination_dialog(page)
    person = {dialog.award.itemText(at) for at in range(dialog.award.count())}
    dialog.kind.setCurrentText("Hộ gia đình")
    household = {dialog.award.itemText(at) for at in range(dialog.award.count())}
    assert any(text.startswith("Lao động tiên tiến") for text in person)
    assert not any(text.startswith("Lao động tiên tiến") for text in household)
    assert any(text.startswith("Gia đình văn hóa") for text in household)
    assert not dialog.birth.isVisible()


@pytest.mark.parametrize(
    ("number", "birth", "blocked", "warned"),
    [
        ("001080123456", "1980", False, ""),
        ("00108012345", "1980", True, ""),
        ("012345678", "1980", False, ""),
        ("001180123456", "1980", False, "giới tính nữ"),
        ("001080123456", "1981", False, "năm sinh 1980"),
        ("001080123456", "80", True, ""),
    ],
)
def test_identity_number_is_checked(page: NominationsPage, number: str, birth: str, blocked: bool, warned: str) -> None:
    page.add_nomination()
    dialog = nomination_dialog(page)
    dialog.honorific.setCurrentText("Ông")
    dialog.name.setText("Nguyễn Văn Mới")
    set_award(dialog, "Lao động tiên tiến")
    dialog.birth.setText(birth)
    dialog.id_number.setText(number)
    assert dialog.yes.isEnabled() is not blocked
    assert bool(dialog.trouble()) is blocked
    assert warned in dialog.warnings()
    assert bool(dialog.warnings()) is bool(warned)


def test_edit_keeps_what_was_not_changed(qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024) -> None:
    page.grid.go_to(round_2024.ids["dung"])
    qtbot.keyClick(page.grid, Qt.Key.Key_E, CONTROL)
    dialog = nomination_dialog(page)
    before = round_2024.line("dung")
    assert dialog.nomination() == before
    assert dialog.warnings() == ""
    dialog.position.setText("Chánh Văn phòng")
    dialog.accept()
    assert round_2024.line("dung").position == "Chánh Văn phòng"
    assert round_2024.line("dung").birth == before.birth


def test_an_award_that_the_day_does_not_know_stays_with_a_warning(
    page: NominationsPage, round_2024: RoundOf2024, services: Services
) -> None:
    catalogue = services.awards.catalogue()
    gone = next(
        award
        for award in catalogue
        if RecipientKind.PERSON in award.recipients and not award.exists_on(date(2024, 12, 15))
    )
    services.nominations.save(replace(round_2024.line("an"), award_id=gone.id))
    page.reload()
    page.grid.go_to(round_2024.ids["an"])
    page.edit_nomination()
    dialog = nomination_dialog(page)
    assert dialog.nomination().award_id == gone.id
    assert "không có danh hiệu" in dialog.warnings()
    dialog.kind.setCurrentText("Hộ gia đình")
    assert dialog.award.currentIndex() == -1


def test_typing_into_the_list(
    qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback
) -> None:
    line = page.model.line_of(round_2024.ids["an"])
    assert line is not None
    at = {column.key: number for number, column in enumerate(page.model.columns)}
    assert page.model.enter({(line, at["name"]): "Bà Lê Thị An", (line, at["birth"]): "1990"})
    qtbot.waitUntil(lambda: round_2024.line("an").name == "Lê Thị An")
    kept = round_2024.line("an")
    assert (kept.honorific, kept.gender, kept.name, kept.birth) == ("Bà", "female", "Lê Thị An", "1990")
    assert not page.model.enter({(line, at["birth"]): "năm Thân"})
    assert "không phải là năm sinh" in feedback.said[-1]


def test_an_award_for_another_kind_is_refused_and_the_list_shows_what_is_kept(
    qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback
) -> None:
    line = page.model.line_of(round_2024.ids["office"])
    assert line is not None
    at = next(number for number, column in enumerate(page.model.columns) if column.key == "award")
    page.model.enter({(line, at): "Lao động tiên tiến (LĐTT)"})
    qtbot.waitUntil(lambda: bool(feedback.troubles))
    assert isinstance(feedback.troubles[-1], AwardNotFor)
    shown = page.model.line(line)
    assert shown is not None
    assert shown.nomination == round_2024.line("office")


def test_repeated_lines_are_pointed_out(page: NominationsPage, round_2024: RoundOf2024, services: Services) -> None:
    services.nominations.add(round_2024.line("an"))
    page.reload()
    marked = [line.nomination.name for line in page.model.rows() if line.remarks]
    assert marked == ["Nguyễn Văn An", "Nguyễn Văn An"]

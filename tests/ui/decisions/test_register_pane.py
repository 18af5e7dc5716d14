"""Sổ khen thưởng: found while one types, read by pages, the recipient's past, the giấy xác nhận."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.common.progress import Progress, watched
from thidua_desktop.common.vietnamese import sort_key
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.ids import DecisionId, RecipientId
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RecordState, RegisterEntry
from thidua_desktop.domain.register_queries import RegisterOrder
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.paged_table import PAGE
from thidua_desktop.ui.decisions import register_copy, register_pane, register_reading
from thidua_desktop.ui.decisions.confirm_dialog import ConfirmDialog
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.register_pane import RegisterPane
from thidua_desktop.ui.keeping import name_of

LDTT, GIAY_KHEN = "lao_dong_tien_tien", "giay_khen_so"
NAMES = ("Nguyễn Văn An", "Đỗ Thị Ánh", "Trần Bình", "Lê Ích")


@pytest.fixture
def recipients(services: Services) -> list[RecipientId]:
    people = [Recipient(RecipientKind.PERSON, name, "Ông") for name in NAMES]
    return [RecipientId(number) for number in services.recipients.save_many(people).created]


@pytest.fixture
def register(services: Services, recipients: list[RecipientId]) -> None:
    """Three years of everybody, and what was withdrawn from the first."""
    services.register.add_many(
        [
            RegisterEntry(
                recipient, LDTT, year, name, date(year, 12, 20), f"{year - 2000}/QĐ-SYT", golden_book=str(place)
            )
            for year in (2021, 2022, 2023)
            for place, (name, recipient) in enumerate(zip(NAMES, recipients, strict=True), start=1)
        ]
    )
    gone = RegisterEntry(recipients[0], GIAY_KHEN, 2020, NAMES[0], state=RecordState.WITHDRAWN)
    services.register.save(gone)


@pytest.fixture
def pane(deeds: DecisionDeeds, register: None) -> RegisterPane:
    made = RegisterPane(deeds, deeds.parent_widget())
    made.resize(1200, 640)
    made.show_year(2024)
    return made


def names(pane: RegisterPane) -> list[str]:
    rows = (pane.model.row(at) for at in range(pane.model.rowCount()))
    return [row.entry.name for row in rows if row is not None]


def test_everything_stands_in_the_order_of_names(pane: RegisterPane) -> None:
    assert names(pane)[:5] == ["Nguyễn Văn An"] * 4 + ["Đỗ Thị Ánh"]
    assert "13 lượt khen (13 cá nhân) của 4 người, tập thể" in pane._count.text()


def test_typing_finds_without_marks(qtbot: QtBot, pane: RegisterPane) -> None:
    with qtbot.waitSignal(pane.model.modelReset):
        pane.search.setText("anh do")
    assert set(names(pane)) == {"Đỗ Thị Ánh"}
    pane.years.setCurrentIndex(pane.years.findData(2022))
    pane.years.activated.emit(0)
    assert len(names(pane)) == 1
    pane.clear_action.trigger()
    assert pane.model.rowCount() == 13


def test_what_is_not_there_offers_to_clear(qtbot: QtBot, pane: RegisterPane) -> None:
    with qtbot.waitSignal(pane.model.modelReset):
        pane.search.setText("khong co ai")

    assert pane.lists.currentIndex() == 1
    assert not pane.confirm.isEnabled()
    assert pane.panel.past() is None


def test_an_empty_register_says_what_belongs_here(deeds: DecisionDeeds) -> None:
    made = RegisterPane(deeds, deeds.parent_widget())
    made.show_year(2024)

    assert made.lists.currentIndex() == 2


def test_the_past_of_whoever_is_at_the_cursor_stands_beside(pane: RegisterPane) -> None:
    pane.table.selectRow(0)

    past = pane.panel.past()
    assert past is not None and past.recipient.name == "Nguyễn Văn An"
    assert [(line.year, line.state) for line in pane.panel.lines()] == [
        (2023, RecordState.VALID),
        (2022, RecordState.VALID),
        (2021, RecordState.VALID),
        (2020, RecordState.WITHDRAWN),
    ]


def test_a_confirmation_from_the_name_to_the_pdf(
    qtbot: QtBot, pane: RegisterPane, deeds: DecisionDeeds, services: Services
) -> None:
    with qtbot.waitSignal(pane.model.modelReset):
        pane.search.setText("nguyen an")
    qtbot.keyClick(pane.search, Qt.Key.Key_Return)
    pane.confirm.trigger()
    dialog = deeds.dialog
    assert isinstance(dialog, ConfirmDialog)
    assert dialog.list.count() == 3, "what was withdrawn is not offered"
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert len(dialog.chosen()) == 2
    dialog.asked_by.setText("ông Nguyễn Văn An")
    dialog.accept()

    assert deeds.preview is not None
    assert deeds.preview.page_count() == 1


def test_a_confirmation_for_word(
    pane: RegisterPane, deeds: DecisionDeeds, feedback: FakeFeedback, tmp_path: Path
) -> None:
    pane.table.selectRow(0)
    pane.confirm.trigger()
    dialog = deeds.dialog
    assert isinstance(dialog, ConfirmDialog)
    feedback.target = tmp_path / "xac-nhan.docx"
    dialog.word.click()

    assert feedback.target.is_file()


def test_without_an_award_nothing_can_be_confirmed(pane: RegisterPane, deeds: DecisionDeeds) -> None:
    pane.table.selectRow(0)
    pane.confirm.trigger()
    dialog = deeds.dialog
    assert isinstance(dialog, ConfirmDialog)
    for at in range(dialog.list.count()):
        dialog.list.item(at).setCheckState(Qt.CheckState.Unchecked)

    assert not dialog.yes.isEnabled() and not dialog.word.isEnabled()


def test_the_entry_that_is_asked_for_is_gone_to(pane: RegisterPane, services: Services) -> None:
    wanted = services.register.search("binh", year=2022)[0]

    pane.show_entry(wanted)

    current = pane.table.current()
    assert current is not None and current.entry.id == wanted.id


def test_a_long_register_is_read_where_it_is_looked_at(
    deeds: DecisionDeeds, services: Services, recipients: list[RecipientId]
) -> None:
    years = range(1950, 2024)
    services.register.add_many(
        [RegisterEntry(one, LDTT, year, name) for one, name in zip(recipients, NAMES, strict=True) for year in years]
    )
    made = RegisterPane(deeds, deeds.parent_widget())
    asked: list[int] = []
    made.model.page_wanted.connect(asked.append)
    made.show_year(2024)
    made.table.selectRow(0)
    assert asked == []
    last = made.model.rowCount() - 1
    made.table.selectRow(last)

    assert last == len(NAMES) * len(years) - 1
    assert asked == [last // PAGE]

    made.table.selectAll()
    made.copy_action.trigger()
    assert len(QGuiApplication.clipboard().text().splitlines()) == last + 2, "the rows never seen are copied too"


def test_rows_are_copied_with_their_titles(pane: RegisterPane, feedback: FakeFeedback) -> None:
    pane.table.selectRow(0)
    pane.copy_action.trigger()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Họ tên, tên tập thể", "Danh hiệu, hình thức", "Năm"]
    assert lines[1].split("\t")[0] == "Nguyễn Văn An"
    assert "1 dòng" in feedback.said[-1]


def test_very_many_rows_are_copied_after_asking_and_beside_the_window(
    pane: RegisterPane, feedback: FakeFeedback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_pane, "_MANY", 3)
    monkeypatch.setattr(register_copy, "_AT_ONCE", 5)
    steps: list[tuple[int, int]] = []
    pane.table.selectAll()
    feedback.agree = False
    pane.copy_action.trigger()
    assert feedback.questions == ["Sao chép 13 dòng?"]
    assert QGuiApplication.clipboard().text() == ""

    feedback.agree = True
    with watched(Progress(lambda step: steps.append((step.done, step.total)))):
        pane.copy_action.trigger()
    assert steps == [(0, 13), (5, 13), (10, 13)]
    assert len(QGuiApplication.clipboard().text().splitlines()) == 14
    assert feedback.said[-1].startswith("Đã sao chép 13 dòng")


def test_the_history_of_an_entry_is_asked_for(qtbot: QtBot, pane: RegisterPane) -> None:
    pane.table.selectRow(0)
    found = pane.table.current()
    with qtbot.waitSignal(pane.deeds.navigation.history_requested) as wish:
        pane.history.trigger()
    assert found is not None
    assert wish.args == [Kind.AWARD_RECORD.value, found.entry.id]
    assert name_of(pane.deeds.services, Kind.AWARD_RECORD, found.entry.id or 0) == "Nguyễn Văn An"


def test_the_card_and_the_decision_are_opened(qtbot: QtBot, pane: RegisterPane, feedback: FakeFeedback) -> None:
    pane.table.selectRow(0)
    with qtbot.waitSignal(pane.deeds.navigation.open_requested) as wish:
        pane.open_card.trigger()
    assert wish.args[0] == Kind.RECIPIENT.value
    pane.open_decision.trigger()

    assert "ghi thẳng vào sổ" in feedback.said[-1], "an entry without a decision in the file"


def test_an_entry_of_a_decision_leads_to_it(
    qtbot: QtBot, deeds: DecisionDeeds, services: Services, draft: DecisionId
) -> None:
    services.decisions.move(draft, DecisionState.TO_SIGN)
    services.decisions.sign(draft, "5/QĐ-SYT", date(2024, 6, 20))
    made = RegisterPane(deeds, deeds.parent_widget())
    made.show_year(2024)
    made.table.selectRow(0)

    with qtbot.waitSignal(deeds.navigation.open_requested) as wish:
        made.open_decision.trigger()
    assert wish.args == [Kind.DECISION.value, draft]


def test_everything_has_a_name_for_a_screen_reader(qtbot: QtBot, pane: RegisterPane) -> None:
    with qtbot.waitExposed(pane.deeds.parent_widget()):
        pane.deeds.parent_widget().show()

    assert unnamed(pane) == []


def test_of_many_rows_the_first_ones_come_at_once_and_who_they_belong_to_a_little_later(
    pane: RegisterPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_reading, "_AT_ONCE", 1)
    pane.look()
    assert (pane.model.rowCount(), pane._count.text()) == (13, "13 lượt khen")
    pane.table.setCurrentIndex(pane.model.index(2, 0))
    pane.reading._rest.timeout.emit()
    assert "của 4 người" in pane._count.text()
    assert pane.table.currentIndex().row() == 2  # nothing moved under the cursor
    pane.reading._rest.timeout.emit()
    assert not pane.reading._left, "any place is reached at once"


@pytest.mark.parametrize("at", range(10))
def test_each_column_orders_the_rows_both_ways(pane: RegisterPane, at: int) -> None:
    header = pane.table.horizontalHeader()
    shown = []
    pane.table.sort_wanted.emit((at + 1) % 10)
    for direction in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        pane.table.sort_wanted.emit(at)
        assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (at, direction)
        said = [pane.model.columns[at].text(row) for row in map(pane.model.row, range(13)) if row is not None]
        assert len(said) == 13
        shown.append([text for text in said if text])
    assert shown[0] == sorted(shown[0], key=_plainly) if at != 5 else shown[0] == shown[1][::-1]
    assert shown[1] == sorted(shown[1], key=_plainly, reverse=True) if at != 5 else True


def _plainly(text: str) -> tuple[object, ...]:
    """Names by tên, numbers by their value, days by year."""
    if text in NAMES:
        return (name_key(text),)
    numbers = tuple(int(one) for one in reversed(text.split("/")) if one.isdecimal())
    return numbers or (sort_key(text),)


def test_what_matches_best_stands_first_while_one_types_and_names_otherwise(qtbot: QtBot, pane: RegisterPane) -> None:
    assert pane.query().order is RegisterOrder.NAME
    with qtbot.waitSignal(pane.model.modelReset):
        pane.search.setText("an")
    assert pane.query().order is RegisterOrder.MATCH
    pane.turn.trigger()
    assert pane.reading.query.backwards


def test_the_same_stays_in_front_when_the_file_changes(pane: RegisterPane) -> None:
    pane.table.go_to(5)
    before = pane.table.current()
    pane.show_year(2024)
    after = pane.table.current()
    assert before is not None and after is not None and before.entry.id == after.entry.id


def test_columns_are_filtered_below_their_titles(qtbot: QtBot, pane: RegisterPane) -> None:
    habits = pane.table.habits
    qtbot.keyClick(pane.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert habits.filters.shown()
    habits.filters.set_text(0, "anh")
    assert set(names(pane)) == {NAMES[1]}
    habits.filters.set_text(3, "22/QD")
    assert [row.entry.year for row in (pane.model.row(at) for at in range(pane.model.rowCount())) if row] == [2022]
    habits.filters.set_text(0, "không ai tên như vậy")
    assert pane.model.rowCount() == 0
    assert pane.lists.currentIndex() == 0
    qtbot.keyClick(pane.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert pane.model.rowCount() == 13

"""The window of records that may be one: merge, keep apart, open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.directory.conftest import Office
from tests.ui.helpers import unnamed
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.ui.directory.frame import Frame
from thidua_desktop.ui.directory.look_alikes_window import LookAlikesWindow
from thidua_desktop.ui.directory.recipient_rows import Choices
from thidua_desktop.ui.directory.unit_names import UnitNames

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def twin(office: Office) -> RecipientId:
    """Lê Thị Thúy a second time, with an award."""
    thuy = office.person("thuy")
    made = office.services.recipients.save(Recipient(thuy.kind, "Lê Thị Thuý", birth=thuy.birth, position="Giáo viên"))
    twin = RecipientId(made.created[0])
    office.services.register.save(RegisterEntry(twin, "lao_dong_tien_tien", 2023, "Lê Thị Thuý"))
    return twin


class Opened:
    """The window, and what it was asked to show."""

    def __init__(self, window: LookAlikesWindow, wanted: list[RecipientId]) -> None:
        self.window, self.wanted = window, wanted

    def pairs(self) -> list[tuple[str, str]]:
        return [(pair.first.name, pair.second.name) for pair in self.window.model.rows()]


@pytest.fixture
def shown(qtbot: QtBot, frame: Frame, office: Office, twin: RecipientId) -> Opened:
    held, today = frame.services, frame.services.today()
    choices = Choices(UnitNames(held.units.tree(), today), held.judging.names(today))
    wanted: list[RecipientId] = []
    made = LookAlikesWindow(frame, choices, wanted.append)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return Opened(made, wanted)


def test_the_list_has_the_keys_from_the_start(shown: Opened) -> None:
    assert shown.window.focusWidget() is shown.window.grid


def test_a_pair_says_why(shown: Opened) -> None:
    assert shown.pairs() == [("Lê Thị Thúy", "Lê Thị Thuý")]
    texts = {column.key: column.text(shown.window.model.rows()[0]) for column in shown.window.model.columns}
    assert texts["first"] == "Lê Thị Thúy (sinh 17/05/1990, Sở Tài chính)"
    assert texts["reasons"] == "Tên chỉ khác chỗ đặt dấu thanh (Thuý – Thúy), cùng ngày sinh"


def test_a_merger_says_what_goes_over_and_is_undone(
    qtbot: QtBot, shown: Opened, office: Office, twin: RecipientId
) -> None:
    shown.window.grid.setFocus()
    qtbot.keyClick(shown.window.grid, Qt.Key.Key_G, CONTROL)
    dialog = shown.window.dialog
    assert dialog is not None
    assert "1 mục khen thưởng" in dialog.told()
    dialog.accept()
    assert shown.pairs() == []
    assert shown.window.pages.currentIndex() == 1
    thuy = office.people["thuy"]
    assert [entry.award_id for entry in office.services.register.of_recipient(thuy)] == ["lao_dong_tien_tien"]
    assert office.person("thuy").position == "Giáo viên"
    office.services.undo.undo()
    assert office.services.recipients.get(twin).name == "Lê Thị Thuý"
    assert office.services.register.of_recipient(thuy) == ()


def test_a_pair_that_is_two_is_not_shown_again(shown: Opened, office: Office) -> None:
    shown.window.apart_action.trigger()
    assert shown.pairs() == []
    office.services.undo.undo()
    shown.window.reload()
    assert len(shown.pairs()) == 1


def test_the_record_of_the_column_is_opened(shown: Opened, office: Office, twin: RecipientId) -> None:
    pair = shown.window.model.rows()[0]
    shown.window.grid.go_to(pair.key, column=2)
    shown.window.go_action.trigger()
    shown.window.grid.go_to(pair.key, column=1)
    shown.window.go_action.trigger()
    assert shown.wanted == [twin, office.people["thuy"]]


def test_everything_has_a_name(shown: Opened) -> None:
    assert unnamed(shown.window) == []
    shown.window.merge()
    assert shown.window.dialog is not None
    assert unnamed(shown.window.dialog) == []

"""The tab: its parts are made when they are looked at, and follow what is done elsewhere."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Make
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.ids import AwardRecordId, DecisionId, RecipientId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.decisions.decisions_pane import DecisionsPane
from thidua_desktop.ui.decisions.page import DecisionsPage
from thidua_desktop.ui.decisions.parts import REGISTER
from thidua_desktop.ui.decisions.register_pane import RegisterPane
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.palette.records import everything, of_register


@pytest.fixture
def page(make: Make) -> DecisionsPage:
    made = make(DecisionsPage, 1366, 680)
    made.show_year(2024)
    return made


def entry(services: Services) -> AwardRecordId:
    recipient = services.recipients.save(Recipient(RecipientKind.PERSON, "Đỗ Thị Ánh")).created[0]
    record = RegisterEntry(RecipientId(recipient), "lao_dong_tien_tien", 2019, "Đỗ Thị Ánh", decision="45/QĐ-SYT")
    return AwardRecordId(services.register.save(record).created[0])


def test_parts_are_made_when_they_are_looked_at(qtbot: QtBot, page: DecisionsPage) -> None:
    assert page.stack.count() == 0
    with qtbot.waitExposed(page):
        page.show()
    assert page.stack.count() == 1
    page.show_part(REGISTER)

    assert page.stack.count() == 2
    assert isinstance(page.pane(), RegisterPane)


def test_a_decision_is_put_in_front(qtbot: QtBot, page: DecisionsPage, draft: DecisionId) -> None:
    with qtbot.waitExposed(page):
        page.show()
    page.show_decision(draft)

    pane = page.pane()
    assert isinstance(pane, DecisionsPane)
    assert pane.current() is not None and pane.current().id == draft


def test_an_entry_of_the_register_is_put_in_front(qtbot: QtBot, page: DecisionsPage, services: Services) -> None:
    record = entry(services)
    with qtbot.waitExposed(page):
        page.show()
    page.show_record(record)

    pane = page.pane()
    assert isinstance(pane, RegisterPane)
    current = pane.table.current()
    assert current is not None and current.entry.id == record


def test_what_is_done_elsewhere_is_seen(
    qtbot: QtBot, page: DecisionsPage, draft: DecisionId, services: Services, navigation: Navigation
) -> None:
    with qtbot.waitExposed(page):
        page.show()
    navigation.changes_made.emit(services.decisions.move(draft, DecisionState.TO_SIGN))

    pane = page.pane()
    assert isinstance(pane, DecisionsPane)
    assert pane.current() is not None and pane.current().state is DecisionState.TO_SIGN


def test_the_menu_has_every_action_of_the_part_in_front_with_its_key(qtbot: QtBot, page: DecisionsPage) -> None:
    with qtbot.waitExposed(page):
        page.show()
    menu = QMenu()
    qtbot.addWidget(menu)
    page.fill_menu(menu)
    for part in range(len(page.titles)):
        page.show_part(part)
        menu.aboutToShow.emit()
        shown = set(menu.actions())
        keyed = {deed for deed in page.pane().actions() if isinstance(deed, QAction) and deed.shortcut().toString()}
        assert keyed <= shown, page.titles[part]
        assert [deed.text() for deed in page.pane().menu_actions() if deed and deed.shortcut().isEmpty()] == []
        keys = [deed.shortcut().toString() for deed in page.pane().menu_actions() if deed]
        of_tables = [deed.shortcut().toString() for grid in page.pane().findChildren(Grid) for deed in grid.actions()]
        assert len(set(keys)) == len(keys), page.titles[part]
        assert not set(keys) & set(of_tables), page.titles[part]


def test_old_decisions_are_asked_for_from_both_parts(qtbot: QtBot, page: DecisionsPage) -> None:
    with qtbot.waitExposed(page):
        page.show()
    decisions = page.pane()
    assert isinstance(decisions, DecisionsPane)
    with qtbot.waitSignal(page.bring_old_wanted):
        decisions.bring_old.trigger()
    page.show_part(REGISTER)
    register = page.pane()
    assert isinstance(register, RegisterPane)
    with qtbot.waitSignal(page.bring_old_wanted):
        register.receive.trigger()


def test_decisions_and_entries_are_found_by_the_search_of_the_window(services: Services, draft: DecisionId) -> None:
    services.decisions.move(draft, DecisionState.TO_SIGN)
    services.decisions.sign(draft, "5/QĐ-SYT", date(2024, 6, 20))
    entry(services)

    assert any("05/QĐ-SYT" in hit.detail for hit in everything(services))
    (hit,) = of_register(services, "anh do")
    assert (hit.title, "Sổ khen thưởng 2019" in hit.detail) == ("Đỗ Thị Ánh", True)


def test_a_file_open_for_reading_is_only_looked_at(
    qtbot: QtBot, page: DecisionsPage, draft: DecisionId, services: Services
) -> None:
    services.read_only = True
    with qtbot.waitExposed(page):
        page.show()
    enabled: list[str] = []
    for part in range(len(page.titles)):
        page.show_part(part)
        enabled += [deed.text() for deed in page.pane().menu_actions() if deed is not None and deed.isEnabled()]
    page.show_part(0)
    pane = page.pane()
    assert isinstance(pane, DecisionsPane)
    assert pane.current() is not None and not pane.model.editable
    assert set(enabled) == {
        *("Đối chiếu họ tên…", "Tiền thưởng…", "Xem và in quyết định…", "Quyết định ra Word…"),
        *("Lịch sử của quyết định", "Tìm trong danh sách", "Khung kiểm tra", "Tìm", "Tìm trong sổ", "Bỏ lọc"),
        "Đảo chiều xếp",
        *("In bằng khen, giấy khen…", "Xem và in sổ quỹ…", "Sổ quỹ ra Word…", "Sổ quỹ ra Excel…"),
    }

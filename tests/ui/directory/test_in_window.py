"""The directory as a tab of the window: found by the search, opened by its records, keys of its own."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tests.ui.directory.conftest import Office
from thidua_desktop.domain.changes import Kind
from thidua_desktop.services.container import Services
from thidua_desktop.ui.directory.page import DirectoryPage
from thidua_desktop.ui.directory.recipients_pane import RecipientsPane
from thidua_desktop.ui.directory.units_pane import UnitsPane
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.palette.ranking import Found, Shelf
from thidua_desktop.ui.palette.records import everything


def keys(widget: QWidget) -> set[str]:
    own = (deed for deed in widget.actions() if deed.parent() is widget)
    return {key.toString() for deed in own for key in deed.shortcuts() if not key.isEmpty()}


def test_units_and_recipients_are_found_without_diacritics(office: Office, services: Services) -> None:
    hits = Shelf(everything(services))
    assert [(hit.record and hit.record[0], hit.title) for hit in Found(hits, "ke hoach va dau tu").first(12)] == [
        (Kind.UNIT, "Sở Kế hoạch và Đầu tư")
    ]
    assert [hit.detail for hit in Found(hits, "le thi thuy").first(12)] == ["Cá nhân · Sở Tài chính"]
    del office


def test_records_are_opened_in_their_part(office: Office, window: MainWindow) -> None:
    window.open_record(Kind.UNIT.value, office.units["stc"])
    pane = window.directory.pane()
    assert isinstance(pane, UnitsPane)
    assert pane.tree.unit_id() == office.units["stc"]
    window.open_record(Kind.RECIPIENT.value, office.people["dat"])
    people = window.directory.pane()
    assert isinstance(people, RecipientsPane)
    current = people.grid.current()
    assert current is not None
    assert current.recipient.name == "Bùi Văn Đạt"
    assert isinstance(window.pages.get(window.tabs.currentIndex()), DirectoryPage)


def test_no_key_means_two_things_at_one_place(page: DirectoryPage) -> None:
    page.make_all()
    for outer in (page, *page.findChildren(QWidget)):
        for inner in outer.findChildren(QWidget):
            assert keys(outer) & keys(inner) == set(), (type(outer).__name__, type(inner).__name__)


def test_everything_that_can_be_done_is_in_the_menu(page: DirectoryPage) -> None:
    menu = QMenu(page)
    page.fill_menu(menu)
    for at in range(4):
        page.show_part(at)
        menu.aboutToShow.emit()
        shown = set(menu.actions())
        pane = page.pane()
        own = [deed for deed in pane.actions() if deed.parent() is pane]
        assert own
        missing = [deed.text() for deed in own if isinstance(deed, QAction) and deed not in shown]
        assert missing == [], page.titles[at]

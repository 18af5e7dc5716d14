"""Ctrl+K in the window: deeds with their keys and ways, what cannot be done now says so, every action has a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback
from tests.ui.palette.writing import collected, keys
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.ui import help
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.palette import deeds, memory
from thidua_desktop.ui.showing import COUNCILS, PLANS


def shown(window: MainWindow) -> list[str]:
    results = window.search.results
    return [results.item(at).text() for at in range(results.count())]


def test_a_deed_is_found_done_and_remembered(qtbot: QtBot, with_plan: PlanId, window: MainWindow) -> None:
    window.show_page(PLANS)
    window.focus_search()
    qtbot.keyClicks(window.search, "khoi sao")
    assert shown(window)[0] == "Sao lưu và khôi phục"
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert memory.recent(window.preferences)[0].endswith("sao lưu và khôi phục…")
    window.focus_search()
    assert shown(window)[0] == "Sao lưu và khôi phục"


def test_what_cannot_be_done_now_says_so_where_it_is_done(
    qtbot: QtBot, feedback: FakeFeedback, window: MainWindow
) -> None:
    window.show_page(PLANS)
    window.focus_search()
    qtbot.keyClicks(window.search, "mo phien hop")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.tabs.currentIndex() == COUNCILS
    assert "chưa dùng được lúc này" in feedback.said[-1]


def test_what_was_remembered_badly_is_forgotten(preferences: Preferences) -> None:
    preferences.set_text("palette/recent", "{[")
    assert memory.recent(preferences) == ()
    memory.remember(preferences, "deed/1")
    memory.remember(preferences, "deed/2")
    memory.remember(preferences, "deed/1")
    assert memory.recent(preferences) == ("deed/1", "deed/2")


@pytest.mark.screens
def test_every_action_has_a_key_and_the_file_of_deeds_is_as_the_window_is(window: MainWindow) -> None:
    found = collected(window)
    assert [f"{deed.owner}: {deed.text}" for deed in found if not deed.key and deed.text not in _TWICE] == []
    now = {(deed.page, deed.part, deed.owner, deed.text) for deed in found}
    written = {(deed.page, deed.part, deed.owner, deed.text) for deed in deeds.known()}
    assert now == written, "python -m tests.ui.palette writes the file anew"
    assert set(keys(window)) == set(help.written_keys()), "python -m tests.ui.palette writes the file anew"


_TWICE = frozenset({"Nhập kế hoạch từ tệp…"})
"""Actions of a page that the window has with its key."""

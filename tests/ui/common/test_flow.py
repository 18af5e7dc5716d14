"""Tools that go on in another line where the window is narrow, and tabs that shorten their titles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.main_tabs import MainTabs
from thidua_desktop.ui.pages import TITLES


def _bar(qtbot: QtBot, *, gap: int | None = None) -> tuple[QWidget, list[QPushButton]]:
    buttons = [QPushButton(f"Nút {number}") for number in range(4)]
    for button in buttons:
        button.setFixedSize(100, 30)
    items: list[QWidget | int] = list(buttons)
    if gap is not None:
        items.insert(gap, 0)
    bar = QWidget()
    bar.setLayout(flow(*items, spacing=10))
    qtbot.addWidget(bar)
    bar.show()
    return bar, buttons


@pytest.mark.parametrize(("width", "rows"), [(430, 1), (429, 2), (210, 2), (209, 4), (100, 4)])
def test_what_does_not_fit_goes_below(qtbot: QtBot, width: int, rows: int) -> None:
    bar, buttons = _bar(qtbot)
    bar.resize(width, bar.heightForWidth(width))
    assert len({button.y() for button in buttons}) == rows
    assert all(bar.rect().contains(button.geometry()) for button in buttons)


def test_a_gap_pushes_the_rest_to_the_right_edge(qtbot: QtBot) -> None:
    bar, buttons = _bar(qtbot, gap=2)
    bar.resize(600, 30)
    assert [button.x() for button in buttons] == [0, 110, 390, 500]


def test_hidden_tools_take_no_room(qtbot: QtBot) -> None:
    bar, buttons = _bar(qtbot)
    buttons[0].hide()
    assert bar.heightForWidth(320) == 30
    assert bar.heightForWidth(319) > 30


@pytest.mark.parametrize(("width", "high"), [(100, 4 * 30 + 3 * theme.SPACE_XS), (99, 30)])
def test_a_page_that_was_never_shown_asks_for_no_lines(qtbot: QtBot, width: int, high: int) -> None:
    bar, _ = _bar(qtbot)
    layout = bar.layout()
    assert layout is not None
    layout.setGeometry(QRect(0, 0, width, 20))
    assert bar.minimumSizeHint().height() == high


def test_the_narrowest_bar_is_as_wide_as_its_widest_tool(qtbot: QtBot) -> None:
    bar, _ = _bar(qtbot)
    assert bar.minimumSizeHint().width() == 100
    assert bar.sizeHint().width() == 430


def test_a_tool_that_changes_is_measured_anew_and_only_then(qtbot: QtBot) -> None:
    asked = []

    class Tool(QPushButton):
        def sizeHint(self) -> QSize:
            asked.append(self.text())
            return super().sizeHint()

    page, tools = QWidget(), [Tool("Lọc"), Tool("Tìm")]
    qtbot.addWidget(page)
    around = QVBoxLayout(page)
    around.addLayout(flow(*tools))
    around.addStretch(1)
    page.resize(300, 200)
    page.show()
    QCoreApplication.processEvents()
    asked.clear()
    assert len({around.itemAt(0).heightForWidth(width) for width in (300, 200, 300)}) == 1
    assert not asked
    tools[0].setText("Lọc theo đơn vị, theo danh hiệu và theo đợt xét khen thưởng")
    QCoreApplication.processEvents()
    assert asked
    assert tools[1].y() > tools[0].geometry().bottom()
    tools[0].hide()
    QCoreApplication.processEvents()
    assert tools[1].x() == around.itemAt(0).geometry().x()


def test_tabs_shorten_their_titles_before_one_is_hidden(qtbot: QtBot) -> None:
    tabs = MainTabs(TITLES)
    qtbot.addWidget(tabs)
    tabs.resize(tabs.sizeHint())
    tabs.show()
    assert [tabs.tabText(at) for at in range(tabs.count())] == list(TITLES)
    tabs.resize(tabs.minimumSizeHint())
    assert tabs.tabText(2) == "Đề nghị"
    assert tabs.tabToolTip(2) == TITLES[2]
    assert all(tabs.rect().contains(tabs.tabRect(at)) for at in range(tabs.count()))
    tabs.resize(tabs.sizeHint())
    assert tabs.tabText(2) == TITLES[2]

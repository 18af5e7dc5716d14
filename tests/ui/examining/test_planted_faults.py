"""What looks for faults finds those that are put there, and none where there are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.examining import contrast, deeds, emptiness, fitting, words
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import Chip
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.ui.common.widgets import EmptyState, action, button, label

pytestmark = [pytest.mark.screens, pytest.mark.usefixtures("dressed")]
LONG = "Đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A page of 400×300 with nothing on it."""
    made = QFrame()
    made.setProperty("role", "pane")
    qtbot.addWidget(made)
    made.resize(400, 300)
    return made


def put(page: QWidget, widget: QWidget, box: tuple[int, int, int, int]) -> QWidget:
    widget.setParent(page)
    widget.setGeometry(QRect(*box))
    widget.show()
    page.show()
    return widget


def _combo() -> QComboBox:
    made = QComboBox()
    made.addItem(LONG)
    return made


def _field() -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(LONG)
    return made


def _tabs() -> QTabBar:
    made = QTabBar()
    for title in (LONG, LONG):
        made.addTab(title)
    return made


def _tool() -> QToolButton:
    made = QToolButton()
    made.setText(LONG)
    return made


def _table(title: str = "Nội dung nhiệm vụ", rows: int = 1) -> QTableView:
    made = QTableView()
    model = QStandardItemModel(0, 1, made)
    model.setHorizontalHeaderLabels([title])
    for number in range(rows):
        model.appendRow(QStandardItem(f"Nhiệm vụ {number + 1}"))
    made.setModel(model)
    return made


WIDE: dict[str, Callable[[], QWidget]] = {
    "label": lambda: label(LONG),
    "wrapped": lambda: label(f"{LONG}. {LONG}", wrap=True),
    "button": lambda: button(LONG),
    "primary": lambda: button(LONG, "add", role="primary"),
    "tool": _tool,
    "check": lambda: QCheckBox(LONG),
    "combo": _combo,
    "hint": _field,
    "tabs": _tabs,
    "chip": lambda: Chip(TaskState.IN_PROGRESS),
}


@pytest.mark.parametrize("kind", WIDE)
def test_words_that_do_not_fit_are_found(page: QWidget, kind: str) -> None:
    put(page, WIDE[kind](), (10, 10, 60, 28))
    assert len(fitting.cut_off(page)) >= 1


@pytest.mark.parametrize("kind", WIDE)
def test_words_that_fit_are_passed_over(page: QWidget, kind: str) -> None:
    page.resize(1200, 300)
    put(page, WIDE[kind](), (10, 10, 1100, 60))
    assert fitting.cut_off(page) == []


def test_a_title_of_a_column_that_is_cut_off_is_found(page: QWidget) -> None:
    table = _table()
    put(page, table, (0, 0, 400, 300))
    table.setColumnWidth(0, 200)
    assert fitting.cut_off(page) == []
    table.setColumnWidth(0, 60)
    assert "Nội dung nhiệm vụ" in fitting.cut_off(page)[0]


def test_widgets_over_each_other_are_found(page: QWidget) -> None:
    put(page, button("Lưu"), (10, 10, 100, 30))
    other = put(page, button("Bỏ qua"), (120, 10, 100, 30))
    assert fitting.overlapping(page) == []
    other.move(100, 10)
    assert "Lưu" in fitting.overlapping(page)[0]


def test_a_widget_that_sticks_out_is_found(page: QWidget) -> None:
    inner = put(page, button("Lưu"), (10, 10, 100, 30))
    assert fitting.outside(page) == []
    inner.move(350, 10)
    assert "Lưu" in fitting.outside(page)[0]


def test_what_is_scrolled_away_is_no_fault(page: QWidget) -> None:
    area = QScrollArea()
    inside = QWidget()
    inside.setFixedSize(300, 900)
    button("Lưu").setParent(inside)
    area.setWidget(inside)
    put(page, area, (0, 0, 400, 300))
    assert fitting.outside(page) == fitting.hidden_buttons(page) == []


def test_a_button_that_nobody_can_see_is_found(page: QWidget) -> None:
    inner = put(page, button("Lưu"), (10, 10, 100, 30))
    assert fitting.hidden_buttons(page) == []
    inner.move(500, 10)
    assert "Lưu" in fitting.hidden_buttons(page)[0]


def test_a_window_larger_than_the_screen_is_found(page: QWidget) -> None:
    assert fitting.too_large(page, QSize(400, 300)) == []
    page.setMinimumSize(500, 200)
    assert len(fitting.too_large(page, QSize(400, 300))) == 1


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_letters_that_hardly_stand_out_are_found(page: QWidget, scheme: theme.Tokens) -> None:
    quiet = label(LONG)
    put(page, quiet, (10, 10, 380, 24))
    page.setStyleSheet(f"QFrame {{ background: {scheme.surface}; }} QLabel {{ color: {scheme.muted}; }}")
    assert contrast.weak(page) == []
    page.setStyleSheet(f"QFrame {{ background: {scheme.surface}; }} QLabel {{ color: {scheme.line}; }}")
    assert LONG[:20] in contrast.weak(page)[0]


def test_one_weak_line_among_strong_ones_is_found(page: QWidget) -> None:
    lines = QLabel('<p style="color: black">Thứ nhất</p><p style="color: #b0b0b0">Thứ hai</p>')
    put(page, lines, (10, 10, 380, 80))
    assert len(contrast.weak(page)) == 1


def test_a_weak_entry_of_a_list_is_found(page: QWidget) -> None:
    entries = QListWidget()
    entries.addItems(["Quý I", "Quý II"])
    put(page, entries, (10, 10, 300, 200))
    assert contrast.weak(page) == []
    entries.item(1).setForeground(theme.color(theme.LIGHT.line))
    assert "Quý II" in contrast.weak(page)[0]


def test_what_cannot_be_used_may_be_pale(page: QWidget) -> None:
    put(page, button("Lưu"), (10, 10, 100, 30)).setEnabled(False)
    assert contrast.weak(page) == []


def test_a_tone_follows_the_scheme_of_the_system(page: QWidget, qapp: object) -> None:
    from PySide6.QtWidgets import QApplication

    assert isinstance(qapp, QApplication)
    said = label("Quá hạn 3 ngày", "note")
    set_tone(said, theme.Tone.DANGER)
    put(page, said, (10, 10, 200, 40))
    for scheme in (theme.DARK, theme.LIGHT):
        theme.use(qapp, scheme)
        assert contrast.weak(page) == []
    theme.use(qapp, None)


@pytest.mark.parametrize("text", ["Cancel", "OK", "&Close", "Save file", "Lỗi: file not found", "No", "Select All"])
def test_english_is_found(page: QWidget, text: str) -> None:
    put(page, QPushButton(text), (10, 10, 300, 30))
    assert len(words.english(page)) == 1


@pytest.mark.parametrize(
    "text",
    [
        *("Lưu", "In", "Khen thưởng người trực tiếp", "Xuất ra Excel (Ctrl+Shift+X)", "Quyết định số 24/QĐ-SNV"),
        *("CSTĐCS, LĐTT", "Nghiêng ngả, khuya khoắt, quyển, ngoài, giếng", "Mở danh-sach.xlsx", "D:\\thi dua\\so.tdkt"),
    ],
)
def test_vietnamese_is_passed_over(page: QWidget, text: str) -> None:
    put(page, QPushButton(text), (10, 10, 390, 30))
    assert words.english(page) == []


def test_a_heading_all_in_capitals_is_found(page: QWidget) -> None:
    put(page, QPushButton("LƯU TẤT CẢ"), (10, 10, 200, 30))
    assert len(words.shouted(page)) == 1


def test_a_table_that_is_blank_and_does_not_say_why_is_found(page: QWidget) -> None:
    table = _table(rows=0)
    put(page, table, (0, 0, 400, 300))
    assert len(emptiness.blank(page)) == 1


def test_a_table_with_a_row_or_with_words_instead_is_passed_over(page: QWidget) -> None:
    layout = QVBoxLayout(page)
    layout.addWidget(_table(rows=1))
    layout.addWidget(EmptyState("list", "Chưa có dòng nào", "Thêm dòng đầu tiên."))
    page.show()
    assert emptiness.blank(page) == []


def test_an_icon_that_hardly_stands_out_is_found(page: QWidget) -> None:
    made = QToolButton()
    made.setAccessibleName("Thêm")
    made.setText("+")
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    put(page, made, (10, 10, 40, 30))
    page.setStyleSheet("QToolButton { color: #d8d8d8; background: white; }")
    assert len(contrast.weak(page)) == 1


def test_a_button_that_only_the_mouse_presses_is_found(page: QWidget) -> None:
    made = put(page, button("Lưu ghi chú"), (10, 10, 160, 30))
    assert "Lưu ghi chú" in deeds.by_mouse_alone(page, {})[0]
    assert deeds.by_mouse_alone(page, {"Lưu .*": "…"}) == []
    made.setToolTip("Lưu ghi chú đang gõ (Ctrl+S)")
    assert len(deeds.by_mouse_alone(page, {})) == 1  # nothing hears that key
    action(page, "Giữ lại", "", "Ctrl+S", page.update)
    assert deeds.by_mouse_alone(page, {}) == []


def test_a_button_does_what_the_action_of_the_same_words_does(page: QWidget) -> None:
    put(page, button("Thêm kế hoạch…"), (10, 10, 160, 30))
    bare = action(page, "Thêm kế hoạch", "", "", page.update)
    assert len(deeds.by_mouse_alone(page, {})) == 1
    bare.setShortcut("Ctrl+N")
    assert deeds.by_mouse_alone(page, {}) == []


def test_a_button_of_a_dialog_needs_a_letter(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(300, 100)
    made = put(dialog, button("Lưu"), (10, 10, 100, 30))
    assert len(deeds.by_mouse_alone(dialog, {})) == 1
    made.setText("&Lưu")  # type: ignore[attr-defined]
    assert deeds.by_mouse_alone(dialog, {}) == []


@pytest.mark.parametrize("text", ["Có 12500 dòng", "88.9 %", "Tổng 1.5 điểm", "None", "còn True", "1234567 đồng"])
def test_a_figure_that_no_office_writes_is_found(text: str) -> None:
    assert len(deeds.odd_figures([text])) == 1


@pytest.mark.parametrize(
    "text",
    ["Có 12.500 dòng", "88,9 %", "1,5 điểm", "Năm 2026", "001182005411", "15/06/2026", "0602.N/BNV-TĐKT", "14:05"],
)
def test_a_figure_as_an_office_writes_it_is_passed_over(text: str) -> None:
    assert deeds.odd_figures([text]) == []

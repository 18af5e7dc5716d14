"""The rulebooks: a period, an award, its rules with citation, validity and confidence; found without diacritics."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.services.rulebooks import OFFICE_FOLDER
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.rulebooks.window import RulebookWindow

Key = Qt.Key


@pytest.fixture
def rulebooks(window: MainWindow) -> RulebookWindow:
    """The window of the rulebooks; today is in 2024."""
    window.ruling.action.trigger()
    assert window.ruling.shown is not None
    return window.ruling.shown


def searched(qtbot: QtBot, window: RulebookWindow, text: str) -> tuple[str, ...]:
    window.search.setText(text)
    qtbot.waitUntil(lambda: not window._search_timer.isActive())
    return window.entries()


def told(window: RulebookWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_the_law_of_today_comes_first(rulebooks: RulebookWindow) -> None:
    assert rulebooks.periods.currentText() == (
        "01/01/2024 – 30/06/2025: Luật Thi đua, khen thưởng năm 2022 và Nghị định 98/2023/NĐ-CP"
    )
    assert rulebooks.periods.count() == 4
    assert rulebooks.entries()[0] == "Quy định chung, nguyên tắc"
    assert len(rulebooks.entries()) == 67  # 66 awards existed in 2024


def test_an_award_tells_its_rules(rulebooks: RulebookWindow) -> None:
    assert rulebooks.show_award("chien_si_thi_dua_bo_tinh")
    lines = {line.section: [] for line in rulebooks.model.rows()}
    for line in rulebooks.model.rows():
        lines[line.section].append(line)
    standard = lines["Tiêu chuẩn"]
    assert standard[0].text == "3 năm liên tục đạt “Chiến sĩ thi đua cơ sở”"
    assert standard[0].basis.citation == "khoản 1 Điều 22 Luật Thi đua, khen thưởng năm 2022"
    assert standard[0].validity == "01/01/2024 – 30/06/2025"
    assert lines["Bỏ phiếu"][0].text.startswith("Bỏ phiếu, từ 90 % tổng số thành viên hội đồng, kể cả người vắng")
    assert lines["Tiền thưởng"][0].text == ("Cá nhân: 3 lần mức lương cơ sở (ngày 20/06/2024 là 5.400.000 đồng)")
    assert {"Đối tượng, thẩm quyền", "Hồ sơ"} <= set(lines)


def test_another_period_another_law(rulebooks: RulebookWindow) -> None:
    rulebooks.show_award("tap_the_lao_dong_tien_tien")
    after = [line.text for line in rulebooks.model.rows() if line.section == "Tiêu chuẩn"]
    rulebooks.show_day(date(2022, 5, 1))
    before = [line.text for line in rulebooks.model.rows() if line.section == "Tiêu chuẩn"]
    assert any(text.startswith("Trên 50 %") for text in before)
    assert any(text.startswith("Ít nhất 70 %") for text in after)
    assert not rulebooks.show_award("xa_phuong_tieu_bieu")


def test_the_unsure_law_says_so(rulebooks: RulebookWindow) -> None:
    rulebooks.show_day(date(2026, 12, 1))
    rulebooks.show_award("lao_dong_tien_tien")
    assert any("Chưa thấy toàn văn" in text for text in told(rulebooks))
    model = rulebooks.model
    lines = [at for at in range(model.rowCount()) if model.line(at) is not None]
    assert {model.index(at, 3).data() for at in lines} == {"Chưa chắc chắn"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cstdcs", "Chiến sĩ thi đua cơ sở"),
        ("chien si thi dua co so", "Chiến sĩ thi đua cơ sở"),
        ("gia đình văn hoá", "Gia đình văn hóa"),
        ("dieu 74 bang khen", "Bằng khen của Bộ, ban, ngành, tỉnh"),
    ],
)
def test_awards_are_found_by_name_rule_and_article(
    qtbot: QtBot, rulebooks: RulebookWindow, text: str, name: str
) -> None:
    assert name in searched(qtbot, rulebooks, text)
    assert len(rulebooks.entries()) < 67


def test_nothing_found_says_so_and_the_cursor_comes_back(qtbot: QtBot, rulebooks: RulebookWindow) -> None:
    rulebooks.show_award("bang_khen_thu_tuong")
    searched(qtbot, rulebooks, "thu tuong chinh phu")
    assert any(text == "Bằng khen của Thủ tướng Chính phủ" for text in told(rulebooks))
    assert searched(qtbot, rulebooks, "bang khen thuy trieu") == ()
    assert "Không có mục nào khớp" in told(rulebooks)
    assert not rulebooks.model.rows()
    assert len(searched(qtbot, rulebooks, "")) == 67


def test_it_is_read_by_keyboard(qtbot: QtBot, rulebooks: RulebookWindow) -> None:
    assert rulebooks.search.hasFocus()
    qtbot.keyClick(rulebooks.search, Key.Key_Return)
    assert rulebooks.tree.hasFocus()
    qtbot.keyClick(rulebooks.tree, Key.Key_Down)
    qtbot.keyClick(rulebooks.tree, Key.Key_Down)
    assert "Lao động tiên tiến" in told(rulebooks)
    qtbot.keyClick(rulebooks, Key.Key_Escape)
    assert not rulebooks.isVisible()


def test_mistakes_in_the_offices_own_rulebook_are_told(window: MainWindow, feedback: FakeFeedback) -> None:
    folder = window.services.path.parent / OFFICE_FOLDER
    folder.mkdir()
    (folder / "quy-che.toml").write_text('code = "x"\ntitle = "Quy chế"\nconfidence = "seen"\n', encoding="utf-8")
    window.ruling.open()
    assert "Tệp “quy-che.toml” dòng 1: thiếu khóa “citation”" in feedback.said[-1]
    assert feedback.tones[-1] is Tone.WARNING


def test_an_office_starts_its_own_rulebook_from_an_example(
    qtbot: QtBot, rulebooks: RulebookWindow, window: MainWindow, feedback: FakeFeedback
) -> None:
    qtbot.mouseClick(rulebooks.own, Qt.MouseButton.LeftButton)
    folder = window.services.path.parent / OFFICE_FOLDER
    assert [path.name for path in folder.iterdir()] == ["quy-dinh-rieng.toml"]
    feedback.offers[0].do()
    assert feedback.opened == [folder]
    rulebooks.show_day(date(2026, 1, 5))
    assert not any("quy-dinh-rieng" in text for text in told(rulebooks))
    qtbot.keyClick(rulebooks, Key.Key_F5)
    qtbot.waitUntil(lambda: any("quy-dinh-rieng" in text for text in told(rulebooks)))
    assert rulebooks.periods.currentIndex() == 2, "the period stays"


def test_a_rulebook_of_ones_own_is_not_written_over(
    qtbot: QtBot, rulebooks: RulebookWindow, window: MainWindow, feedback: FakeFeedback
) -> None:
    own = window.services.path.parent / OFFICE_FOLDER / "quy-che.toml"
    own.parent.mkdir()
    own.write_text('code = "x"', encoding="utf-8")
    rulebooks.start_own()
    assert list(own.parent.iterdir()) == [own]
    assert own.read_text(encoding="utf-8") == 'code = "x"'


def test_a_folder_that_cannot_be_made(rulebooks: RulebookWindow, window: MainWindow, feedback: FakeFeedback) -> None:
    (window.services.path.parent / OFFICE_FOLDER).write_text("một tệp cùng tên", encoding="utf-8")
    rulebooks.start_own()
    assert [trouble.code for trouble in feedback.troubles] == ["rulebook.folder_refused"]


def test_the_offices_own_rulebook_is_named(window: MainWindow) -> None:
    folder = window.services.path.parent / OFFICE_FOLDER
    folder.mkdir()
    text = 'code = "quy-che-tinh"\ntitle = "Quy chế"\ncitation = "QĐ 1"\nconfidence = "seen"\nvalid_from = 2024-01-01\n'
    (folder / "quy-che.toml").write_text(text, encoding="utf-8")
    window.ruling.open()
    shown = window.ruling.shown
    assert shown is not None
    assert "Có áp dụng quy định riêng của cơ quan: quy-che-tinh." in told(shown)
    shown.show_day(date(2022, 1, 1))
    assert not any("quy-che-tinh" in text for text in told(shown))


def test_it_opens_once_and_keeps_its_place(window: MainWindow, rulebooks: RulebookWindow) -> None:
    rulebooks.show_award("bang_khen_thu_tuong")
    rulebooks.close()
    window.ruling.open()
    assert window.ruling.shown is rulebooks
    assert "Bằng khen của Thủ tướng Chính phủ" in told(rulebooks)


def test_the_models_keep_qts_rules(rulebooks: RulebookWindow, qtmodeltester: ModelTester) -> None:
    rulebooks.show_award("bang_khen_bo_tinh")
    qtmodeltester.check(rulebooks.model)


def test_everything_has_a_name_for_screen_readers(rulebooks: RulebookWindow) -> None:
    assert unnamed(rulebooks) == []

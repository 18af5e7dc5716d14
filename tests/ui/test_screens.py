"""Every picture can be taken, in both schemes, and nothing in it is cut off."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from thidua_desktop import cli
from thidua_desktop.bootstrap import open_services
from thidua_desktop.cli.output import ExitCode, Output
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.ui import screens
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.widgets import ElidedLabel
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.reports.charts_pane import ChartsPane

pytestmark = pytest.mark.usefixtures("dressed")

NAMES = [screen.name for screen in screens.SCREENS]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Services:
    folder = tmp_path_factory.mktemp("van-phong")
    services = open_services(folder / "van-phong-mau.tdkt", create=True, today=lambda: date(2026, 5, 20))
    demo.build(services, folder, 2026)
    return services


def cut_off(root: QWidget) -> list[str]:
    """Texts of labels and buttons that do not fit, and widgets that stick out of their parent."""
    found: list[str] = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel) and not isinstance(widget, ElidedLabel) and not widget.wordWrap():
            wide = widget.sizeHint().width() > widget.width() + 1
            if wide and widget.pixmap().isNull():
                found.append(widget.text())
        elif isinstance(widget, QAbstractButton) and _too_narrow(widget):
            found.append(widget.text())
    return found


def _too_narrow(button: QAbstractButton) -> bool:
    inside_a_field = isinstance(button.parent(), QLineEdit)
    return bool(button.text()) and not inside_a_field and button.minimumSizeHint().width() > button.width() + 1


@pytest.mark.screens
def test_who_tries_the_window_sees_a_chart_drawn(office: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(ChartsPane, "_draw", lambda _pane, chart: drawn.append(chart))
    screens.visit(office)
    assert drawn


@pytest.mark.screens
@pytest.mark.parametrize("name", NAMES)
def test_a_screen_shows_all_its_words(qtbot: QtBot, office: Services, tmp_path: Path, name: str) -> None:
    screen = next(screen for screen in screens.SCREENS if screen.name == name)
    window = MainWindow(office, Preferences(tmp_path / "giao-dien.ini"))
    qtbot.addWidget(window)
    window.resize(screens.SIZE)
    window.show()
    screens.settle(window)
    shown = screen.show(window)
    screens.settle(window)
    assert cut_off(shown) == []
    if shown is not window:
        shown.close()


@pytest.mark.screens
def test_pictures_are_written_at_both_scales_and_schemes(office: Services, tmp_path: Path) -> None:
    first = screens.SCREENS[0]
    written = screens.pictures(office, first, tmp_path, "01-ke-hoach")
    assert [path.name for path in written] == ["01-ke-hoach.png", "01-ke-hoach-x2.png", "01-ke-hoach-toi.png"]
    plain, twice, dark = (QImage(str(path)) for path in written)
    assert (twice.width(), twice.height()) == (2 * plain.width(), 2 * plain.height())
    assert plain.pixelColor(700, 120).lightness() > 200
    assert dark.pixelColor(700, 120).lightness() < 80


@pytest.mark.screens
def test_some_pictures_are_taken_by_name(office: Services, tmp_path: Path) -> None:
    written = screens.render(office, tmp_path, only="lan-dau-mo")
    assert [path.name[3:] for path in written] == ["lan-dau-mo.png"]
    assert written == screens.render(office, tmp_path, only=written[0].stem)


def test_the_command_says_that_no_screen_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "build", lambda *_: None)
    results, messages = io.StringIO(), io.StringIO()
    code = cli.run(["screens", "--out", str(tmp_path), "--only", "xyz"], Output(results, messages))
    assert code is ExitCode.FINDINGS
    assert results.getvalue() == ""
    assert "xyz" in messages.getvalue()

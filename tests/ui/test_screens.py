"""Every picture can be taken, at every size and in both schemes, and a reader finds no fault in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.examining import faults
from thidua_desktop import cli
from thidua_desktop.bootstrap import open_services
from thidua_desktop.cli.output import ExitCode, Output
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.ui import empty_screens, screens, shots
from thidua_desktop.ui.common.translator import VietnameseTranslator
from thidua_desktop.ui.reports.charts_pane import ChartsPane

pytestmark = pytest.mark.usefixtures("dressed")

FULL = {screen.name: screen for screen in screens.SCREENS}
EMPTY = {screen.name: screen for screen in empty_screens.SCREENS}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Services:
    folder = tmp_path_factory.mktemp("van-phong")
    services = open_services(folder / "van-phong-mau.tdkt", create=True, today=lambda: date(2026, 5, 20))
    demo.build(services, folder, 2026)
    return services


@pytest.fixture(scope="module")
def new_office(tmp_path_factory: pytest.TempPathFactory) -> Services:
    folder = tmp_path_factory.mktemp("van-phong-moi")
    services = open_services(folder / "van-phong-moi.tdkt", create=True, today=lambda: date(2026, 5, 20))
    services.office.save(demo.OFFICE)
    return services


@pytest.fixture(autouse=True)
def vietnamese(qapp: QApplication) -> Iterator[None]:
    translator = VietnameseTranslator(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.screens
def test_who_tries_the_window_sees_a_chart_drawn(office: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setattr(ChartsPane, "_draw", lambda _pane, chart: drawn.append(chart))
    screens.visit(office)
    assert drawn


@pytest.mark.screens
@pytest.mark.parametrize("name", FULL)
def test_a_screen_can_be_read(office: Services, name: str) -> None:
    with shots.opened(office, FULL[name]) as (window, shown):
        assert faults(window, shown) == []


@pytest.mark.screens
@pytest.mark.parametrize("name", EMPTY)
def test_a_screen_of_a_new_office_can_be_read(new_office: Services, name: str) -> None:
    with shots.opened(new_office, EMPTY[name]) as (window, shown):
        assert faults(window, shown) == []


@pytest.mark.screens
def test_pictures_are_written_at_every_size_in_both_schemes(office: Services, tmp_path: Path) -> None:
    first = screens.SCREENS[0]
    written = shots.take(office, first, tmp_path, "01-ke-hoach", shots.EVERY)
    taken = {path.stem.removeprefix("01-ke-hoach"): QImage(str(path)) for path in written}
    sizes = {suffix: picture.size().toTuple() for suffix, picture in taken.items()}
    plain, middle, large = (1366, 768), (1920, 1080), (2732, 1536)
    assert sizes == {"": plain, "-toi": plain, "-x15": middle, "-x15-toi": middle, "-x2": large, "-x2-toi": large}
    assert taken[""].pixelColor(700, 120).lightness() > 200
    assert taken["-toi"].pixelColor(700, 120).lightness() < 80


@pytest.mark.screens
def test_some_pictures_are_taken_by_name(office: Services, tmp_path: Path) -> None:
    written = screens.render(office, tmp_path, only="phim-tat")
    assert [path.name[3:] for path in written] == ["phim-tat.png"]
    assert written == screens.render(office, tmp_path, only=written[0].stem)


@pytest.mark.screens
def test_a_new_office_has_pictures_of_its_own(new_office: Services, tmp_path: Path) -> None:
    written = screens.render_empty(new_office, tmp_path, only="trong-ke-hoach")
    assert [path.name for path in written] == ["01-trong-ke-hoach.png"]


def test_the_command_says_that_no_screen_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "build", lambda *_: None)
    results, messages = io.StringIO(), io.StringIO()
    code = cli.run(["screens", "--out", str(tmp_path), "--only", "xyz"], Output(results, messages))
    assert code is ExitCode.FINDINGS
    assert results.getvalue() == ""
    assert "xyz" in messages.getvalue()

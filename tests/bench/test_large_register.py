"""The register's page on a million entries: typed, ordered, filtered, scrolled, and the longest silence of the window.

Nothing here has a limit: run it with ``pytest -m bench -s tests/bench/test_large_register.py`` and read what is told.
``THIDUA_BENCH_CACHE`` names a folder in which the data are kept; without it they are made for this run, and fewer.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from tests.bench import register_rows
from tests.bench.frame import Scene
from tests.bench.office import Office, as_the_program_runs
from tests.bench.promises.search import kept
from thidua_desktop import app
from thidua_desktop.ui.common.crash import CrashReporter
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.decisions.parts import REGISTER
from thidua_desktop.ui.decisions.register_pane import RegisterPane
from thidua_desktop.ui.showing import DECISIONS

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

ROWS, FEWER = 1_000_000, 50_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    cache = os.environ.get("THIDUA_BENCH_CACHE")
    if cache is None:
        return register_rows.build(tmp_path / "so.tdkt", FEWER)
    return Path(shutil.copy(kept(Scene(Path(cache), tmp_path, ROWS)), tmp_path / "so.tdkt"))


@pytest.fixture
def office(qapp: QApplication, path: Path, tmp_path: Path) -> Iterator[Office]:
    with as_the_program_runs():
        program = app.Program(qapp, CrashReporter(tmp_path / "nhat-ky"), Preferences(tmp_path / "giao-dien.ini"))
        made = Office(qapp, program)
        made.job("open", lambda: program.open(path))
        yield made
        program.close()


def test_the_page_of_the_register(office: Office) -> None:
    """As the clerk does it, one thing after the other."""
    window = office.window
    window.show_page(DECISIONS)
    office.settled()
    office.job("show the register", lambda: window.decisions.show_part(REGISTER))
    pane = window.decisions.findChild(RegisterPane)
    assert isinstance(pane, RegisterPane)
    total = pane.model.rowCount()
    assert total > 0
    for text in ("nguyen van a", "qd 123", "thuong tin"):
        for length in range(1, len(text) + 1):
            _typed(office, pane, text[:length])
        office.settled()
        assert pane.model.rowCount() < total
    _typed(office, pane, "")
    bar = pane.table.verticalScrollBar()
    for number in range(len(pane.model.columns)):
        name = pane.model.columns[number].title
        office.job(f"order by {name}", partial(pane.sort_by, number))
        for place in (2, 1, 3):
            office.job(f"  to {place}/3", _shown(pane, partial(bar.setValue, bar.maximum() * place // 3)))
            assert pane.model.row(pane.table.rowAt(1)) is not None
    office.job("filter by year", partial(_choose, pane.years, pane, 2015))
    office.job("filter by award too", partial(_choose, pane.awards, pane, "lao_dong_tien_tien"))
    assert 0 < pane.model.rowCount() < total
    office.job("to its end", _shown(pane, partial(bar.setValue, bar.maximum())))
    office.job("all again", pane.clear)
    assert pane.model.rowCount() == total


def _typed(office: Office, pane: RegisterPane, text: str) -> None:
    def do() -> None:
        pane.search.setText(text)
        pane._on_typed()

    office.job(f"typed: {text}", do)


def _shown(pane: RegisterPane, do: Callable[[], object]) -> Callable[[], None]:
    def both() -> None:
        do()
        pane.table.viewport().repaint()

    return both


def _choose(combo: QComboBox, pane: RegisterPane, value: object) -> None:
    combo.setCurrentIndex(combo.findData(value))
    pane.look()

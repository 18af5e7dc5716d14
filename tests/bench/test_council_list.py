"""How long the list of a large meeting takes: two thousand lines as PDF and as a Word file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.reports.councils.cases import crowd
from tests.reports.councils.papers import council_list_of
from thidua_desktop.reports import pdf, word

pytestmark = pytest.mark.bench

LINES = 2000
LIMIT = 15.0
"""Seconds on a machine that does other things beside; about 4 were measured for each of them."""


@pytest.mark.parametrize("write", [pdf.write, word.write], ids=["pdf", "docx"])
def test_two_thousand_lines_take_seconds(write: object, tmp_path: Path) -> None:
    assert callable(write)
    began = time.perf_counter()
    write(council_list_of(crowd(LINES)), tmp_path / "danh-sach")
    taken = time.perf_counter() - began
    assert taken < LIMIT, f"{LINES} lines: {taken:.1f} s"

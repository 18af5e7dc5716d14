"""How long the list of a large meeting takes as a Word file; as PDF it is a promise (``python -m tests.bench``)."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.reports.councils.cases import crowd
from tests.reports.councils.papers import council_list_of
from thidua_desktop.reports import word

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

LINES = 2000
LIMIT = 15.0
"""Seconds of computing; about 4 were measured."""


def test_two_thousand_lines_take_seconds(tmp_path: Path) -> None:
    began = time.process_time()
    word.write(council_list_of(crowd(LINES)), tmp_path / "danh-sach")
    seconds = time.process_time() - began
    assert seconds < LIMIT, f"{LINES} lines: {seconds:.1f} s"

"""How long the list of a large meeting takes, how much memory, and how reportlab's own LongTable does beside it."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench import long_table
from tests.reports.councils.cases import crowd
from tests.reports.councils.papers import council_list_of
from thidua_desktop.reports import pdf, word
from thidua_desktop.reports.model import Report

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

LINES = 2000
LIMIT = 15.0
"""Seconds of computing; about 2 for the PDF and 4 for the Word file were measured."""

MANY = 10_000
MEGABYTES = 36
"""What 10 000 lines may take at the most beside the lines themselves and the program (42 MB): below 80 in all. The
whole process was measured at 72."""

FASTER = 5
"""How many times faster than LongTable, which is slower still the longer the list is."""

STEEPER = 1.35
"""How much longer than in proportion a list of four times as many lines may take: the machine is never quite idle."""


def taken(write: Callable[[Report, Path], None], report: Report, target: Path) -> float:
    began = time.process_time()
    write(report, target)
    return time.process_time() - began


@pytest.mark.parametrize("write", [pdf.write, word.write], ids=["pdf", "docx"])
def test_two_thousand_lines_take_seconds(write: Callable[[Report, Path], None], tmp_path: Path) -> None:
    seconds = taken(write, council_list_of(crowd(LINES)), tmp_path / "danh-sach")
    assert seconds < LIMIT, f"{LINES} lines: {seconds:.1f} s"


def test_it_is_faster_than_long_table(tmp_path: Path) -> None:
    report = council_list_of(crowd(LINES))
    ours = taken(pdf.write, report, tmp_path / "ours.pdf")
    peer = taken(long_table.write, report, tmp_path / "peer.pdf")
    assert peer > FASTER * ours, f"{LINES} lines: {ours:.1f} s, LongTable {peer:.1f} s"


def test_the_time_grows_with_the_lines_and_no_faster(tmp_path: Path) -> None:
    few, many = council_list_of(crowd(LINES // 2)), council_list_of(crowd(LINES * 2))
    taken(pdf.write, few, tmp_path / "first.pdf")  # words are measured once
    short = min(taken(pdf.write, few, tmp_path / "few.pdf") for _ in range(2))
    long = taken(pdf.write, many, tmp_path / "many.pdf")
    assert long < 4 * short * STEEPER, f"{LINES // 2} lines: {short:.2f} s, {LINES * 2}: {long:.2f} s"


def test_ten_thousand_lines_stay_small(tmp_path: Path) -> None:
    pdf.write(council_list_of(crowd(3)), tmp_path / "first.pdf")  # faces and libraries are loaded before
    tracemalloc.start()
    try:
        pdf.write(council_list_of(crowd(MANY)), tmp_path / "danh-sach.pdf")
        peak = tracemalloc.get_traced_memory()[1] / 1_000_000
    finally:
        tracemalloc.stop()
    assert peak < MEGABYTES, f"{MANY} lines: {peak:.0f} MB"

"""Lists of random layout: nearly every row comes back whole, none is lost and none invented."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.importing.lists.generator import make
from tests.importing.lists.neutral import written
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

CATALOGUE = AwardService().catalogue()
_FIELDS = ("kind", "name", "gender", "birth", "id_number", "position", "unit", "award_id", "citation")


def _rows(seed: int, folder: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of a list as they are and as they were read; a sex that only the name tells counts for nothing."""
    made = make(seed)
    draft = read_list(written(made.spec, folder), CATALOGUE)
    read = [{name: value for name in _FIELDS if (value := getattr(row, name)) is not None} for row in draft.rows]
    if not any("gender" in row for row in made.expected):
        read = [{name: value for name, value in row.items() if name != "gender"} for row in read]
    return made.expected, read


def _wrong(seeds: Iterable[int], folder: Path) -> tuple[int, dict[int, int]]:
    """How many rows there are, and for each list that is not read whole how many of its rows are wrong."""
    total, wrong = 0, {}
    for seed in seeds:
        expected, read = _rows(seed, folder)
        total += len(expected)
        missing = sum(row not in read for row in expected)
        invented = max(len(read) - len(expected), 0)
        if missing or invented:
            wrong[seed] = missing + invented
    return total, wrong


@pytest.mark.parametrize("first", range(0, 40, 8))
def test_lists_of_random_layout_are_read_whole(first: int, tmp_path: Path) -> None:
    total, wrong = _wrong(range(first, first + 8), tmp_path)
    assert total > 20
    assert not wrong


@pytest.mark.fuzz
@pytest.mark.timeout(900)
def test_thousands_of_lists_are_read_whole(tmp_path: Path) -> None:
    total, wrong = _wrong(range(1000, 3500), tmp_path)
    assert sum(wrong.values()) < 0.01 * total, wrong

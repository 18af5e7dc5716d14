"""Layouts that were written before the reader had met them, as neutral data: each is built as a file and read.

``unseen.jsonl`` has one layout in a line: its sheets, paragraphs and tables, or text, and the rows that it holds.
All names, numbers and units in it are invented.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.importing.lists.neutral import Spec, written
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

LAYOUTS: list[Spec] = [
    json.loads(line) for line in (Path(__file__).with_name("unseen.jsonl")).read_text(encoding="utf-8").splitlines()
]
CATALOGUE = AwardService().catalogue()
_FIELDS = ("kind", "name", "gender", "birth", "id_number", "position", "unit", "award_id", "occasion", "citation")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout["name"])
def test_every_row_is_whole(layout: Spec, tmp_path: Path) -> None:
    draft = read_list(written(layout, tmp_path), CATALOGUE)
    told = {name for row in layout["expected"] for name in row}
    fields = _FIELDS if "citation" in told else _FIELDS[:-1]
    rows = [{name: value for name in fields if (value := getattr(row, name)) is not None} for row in draft.rows]
    assert rows == layout["expected"]
    assert not draft.blocked
    assert len(draft.accounts) == len({account.source for account in draft.accounts})

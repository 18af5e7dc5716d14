"""Every layout gives every row, says each repair, and accounts for every line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.importing.lists.layouts import LAYOUTS
from tests.importing.lists.make import Layout
from thidua_desktop.domain.lists import ListDraft, ListRow
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService


def read(layout: Layout, folder: Path) -> ListDraft:
    return read_list(layout.write(folder), AwardService().catalogue())


def shown(row: ListRow, fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in fields}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_layout_gives_its_rows(layout: Layout, tmp_path: Path) -> None:
    draft = read(layout, tmp_path)
    fields = [tuple(row) for row in layout.expected]
    assert [shown(row, names) for row, names in zip(draft.rows, fields, strict=False)] == list(layout.expected)
    assert len(draft.rows) == len(layout.expected)
    assert not draft.blocked
    if layout.title is not None:
        assert draft.title == layout.title
    assert set(layout.findings) <= {finding.code for finding in draft.findings}
    assert set(layout.repairs) <= {(repair.before, repair.after) for repair in draft.repairs}

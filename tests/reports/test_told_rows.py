"""Long tables say how far their writing is, and can be stopped; short ones say nothing."""

from __future__ import annotations

import pytest

from thidua_desktop.common.progress import Progress, Step, watched
from thidua_desktop.domain.stages import Stage
from thidua_desktop.reports.rows import told


@pytest.mark.parametrize(
    ("rows", "said"),
    [(500, []), (1_200, [Step(500, 1_200, Stage.WRITING), Step(1_000, 1_200, Stage.WRITING)])],
)
def test_a_long_table_says_how_far_it_is(rows: int, said: list[Step]) -> None:
    heard: list[Step] = []
    with watched(Progress(heard.append)):
        assert list(told(range(rows))) == list(range(rows))
    assert heard == said

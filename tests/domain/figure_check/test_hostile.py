"""Whatever somebody typed, the check ends, soon and without an error."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.figure_check.reading import checked, table, text

_SAID = (
    "12;1.234;45/50;12,5 %;tập thể;cá nhân;và;gồm;trong đó;tăng;giảm;(;);,;:;chiếm;so với cùng kỳ;năm 2025;Bằng khen;"
    "Giấy khen;“;”;-;khen thưởng;0;00;999999999999;15/6/2026;quý II;Sở"
)
_WORDS = st.sampled_from([*_SAID.split(";"), ";"])
_LINES = st.lists(st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=60), min_size=1, max_size=6)
_CELLS = st.lists(st.lists(_WORDS | st.just(""), min_size=4, max_size=4), min_size=1, max_size=7)


@settings(deadline=None, max_examples=25)
@given(_LINES)
def test_any_text(lines: list[str]) -> None:
    for found in checked(*text(*lines)):
        assert found.value != found.right or found.kind.value == "direction"


@settings(deadline=None, max_examples=40)
@given(_CELLS)
def test_any_table(cells: list[list[str]]) -> None:
    for found in checked(table(("STT", "Đơn vị", "Tổng số", "Tập thể"), *cells)):
        assert found.value != found.right


def test_a_long_line_and_a_large_table_end_soon() -> None:
    started = time.process_time()
    checked(*text("khen thưởng 12 tập thể, " * 150, "9" * 19_000, "(" * 2000 + "1" + ")" * 2000))
    wide = [str(at) for at in range(30)]
    checked(table(("Tổng số", *wide), *([str(row * at % 97) for at in range(31)] for row in range(60))))
    assert time.process_time() - started < 10

"""How far work is, in one line."""

from __future__ import annotations

import pytest

from thidua_desktop.common.progress import Pace, Step
from thidua_desktop.domain.stages import Stage
from thidua_desktop.wording import progress


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "còn vài giây"),
        (10, "còn vài giây"),
        (11, "còn khoảng 20 giây"),
        (50, "còn khoảng 50 giây"),
        (51, "còn khoảng 1 phút"),
        (61, "còn khoảng 2 phút"),
        (3_540, "còn khoảng 59 phút"),
        (3_541, "còn khoảng 1 giờ"),
        (4_260, "còn khoảng 1 giờ 20 phút"),
    ],
)
def test_time_left(seconds: float, said: str) -> None:
    assert progress.time_left(seconds) == said


def test_what_is_not_counted_has_a_name_alone() -> None:
    assert progress.told(Step(7, 0, Stage.READING), 30) == "Đang đọc văn bản…"
    assert progress.told(Step(3_200, 10_000, Stage.KEEPING)) == "Đang lưu: 3.200/10.000 (32 %)"


def test_every_stage_has_words() -> None:
    assert set(progress.STAGES) == set(Stage)


def test_a_pace_is_known_after_a_while_and_anew_for_each_stage() -> None:
    moments = iter([0.0, 1.0, 4.0, 5.0, 9.0, 10.0])
    pace = Pace(lambda: next(moments))
    told = [(0, "a"), (10, "a"), (40, "a"), (0, "b"), (50, "b"), (10, "b")]
    assert [pace.left(Step(done, 100, what)) for done, what in told] == [None, None, 6.0, None, 4.0, None]

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.statistics.questions import UNKNOWN
from thidua_desktop.domain.statistics.workers import Judged, PostRule, Standing, WorkerClass, WorkerTable

LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
TABLE = WorkerTable(
    (
        PostRule(WorkerClass.TOP, ("phó chủ tịch ubnd tỉnh",)),
        PostRule(WorkerClass.DIRECTOR, ("giám đốc",), unit_words=("sở",)),
        PostRule(WorkerClass.DIRECTOR, ("chủ tịch ubnd huyện",), valid_to=LAST_DAY_OF_DISTRICTS),
        PostRule(WorkerClass.ENTREPRENEUR, ("giám đốc",), unit_kinds=("enterprise",)),
        PostRule(WorkerClass.OTHER_LEADER, ("trưởng phòng", "chủ tịch ubnd xã")),
        PostRule("leader", ("giám đốc", "chủ tịch")),
        PostRule(WorkerClass.DIRECT, ("giáo viên", "tổ trưởng")),
    ),
    groups={"department_head": WorkerClass.DIRECTOR},
    classes={"worker": WorkerClass.DIRECT, "entrepreneur": WorkerClass.ENTREPRENEUR},
)
DAY = date(2026, 3, 1)
LEADS = "yes"


@pytest.mark.parametrize(
    ("standing", "worker", "leader"),
    [
        (Standing(("Trưởng phòng Tổ chức",)), WorkerClass.OTHER_LEADER, LEADS),
        (Standing(("Trưởng phòngthử",)), UNKNOWN, UNKNOWN),
        (Standing(("TRƯỞNG  PHÒNG",)), WorkerClass.OTHER_LEADER, LEADS),
        (Standing(("Bí thư Đảng uỷ, Chủ tịch UBND xã",)), WorkerClass.OTHER_LEADER, LEADS),
        (Standing(("Giáo viên kiêm Tổ trưởng",)), WorkerClass.DIRECT, "no"),
        (Standing(("Giáo viên; Trưởng phòng",)), WorkerClass.OTHER_LEADER, LEADS),
        (Standing(("Giám đốc",), unit_names=("Sở Y tế",)), WorkerClass.DIRECTOR, LEADS),
        (Standing(("Giám đốc",), unit_names=("Trung tâm Y tế cơ sở",)), UNKNOWN, LEADS),
        (Standing(("Giám đốc",), unit_kind="enterprise"), WorkerClass.ENTREPRENEUR, LEADS),
        (Standing(("Giám đốc",), enterprise=True), WorkerClass.ENTREPRENEUR, LEADS),
        (Standing(("Giám đốc",)), UNKNOWN, LEADS),
        (Standing(("Thành viên tổ tư vấn",)), UNKNOWN, UNKNOWN),
        (Standing(), UNKNOWN, UNKNOWN),
        (Standing(("Không rõ", "Trưởng phòng")), WorkerClass.OTHER_LEADER, LEADS),
        (Standing(("Giáo viên", "Trưởng phòng")), WorkerClass.DIRECT, "no"),
        (Standing(groups=("department_head",)), WorkerClass.DIRECTOR, LEADS),
        (
            Standing(("Vụ trưởng, Phó Chủ tịch UBND tỉnh",), ("department_head",)),
            WorkerClass.TOP,
            LEADS,
        ),
        (Standing(classes=("worker",)), WorkerClass.DIRECT, "no"),
        (Standing(("Trưởng phòng",), classes=("worker",)), WorkerClass.OTHER_LEADER, LEADS),
        (Standing(classes=("leader",)), UNKNOWN, LEADS),
    ],
)
def test_what_somebody_is_counted_as(standing: Standing, worker: str, leader: str) -> None:
    assert TABLE.judge(standing, DAY) == Judged(worker, leader)


def test_rules_have_their_days() -> None:
    head = Standing(("Chủ tịch UBND huyện",))
    assert TABLE.judge(head, LAST_DAY_OF_DISTRICTS).worker == WorkerClass.DIRECTOR
    assert TABLE.judge(head, date(2025, 7, 1)) == Judged(UNKNOWN, LEADS)
    assert TABLE.judge(head, None).worker == WorkerClass.DIRECTOR
    assert TABLE.epoch(LAST_DAY_OF_DISTRICTS) != TABLE.epoch(date(2025, 7, 1))

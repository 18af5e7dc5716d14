"""The shipped table of posts, with titles as lists write them."""

from __future__ import annotations

from datetime import date
from typing import get_args, get_type_hints

import pytest

from thidua_desktop.domain.statistics.workers import LEADER, Standing, WorkerClass
from thidua_desktop.services import worker_classes
from thidua_desktop.services.rulebooks import shipped
from thidua_desktop.services.worker_classes import worker_table

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("title", "unit", "kind", "worker"),
    [
        ("Phó Chủ tịch UBND tỉnh", None, None, "top"),
        ("Phó Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh", None, None, "top"),
        ("Phó Bí thư Thường trực Tỉnh uỷ", None, None, "top"),
        ("Giám đốc Sở Nội vụ", None, None, "director"),
        ("Phó Giám đốc", "Sở Y tế", "department", "director"),
        ("Chánh Thanh tra tỉnh", None, None, "director"),
        ("Chánh Văn phòng", "Văn phòng UBND tỉnh", "department", "director"),
        ("Chánh Văn phòng", "Sở Y tế", "department", "other_leader"),
        ("Tổng Giám đốc", None, None, "entrepreneur"),
        ("Giám đốc", "Công ty TNHH Một thành viên Cấp nước", None, "entrepreneur"),
        ("Giám đốc", "Xí nghiệp may", "enterprise", "entrepreneur"),
        ("Trưởng phòng Kế toán", "Công ty A", "enterprise", "other_leader"),
        ("Phó trưởng phòng", "Sở Y tế", "department", "other_leader"),
        ("Giám đốc", "Bệnh viện Đa khoa tỉnh", "hospital", "other_leader"),
        ("Giám đốc", "Trung tâm Y tế khu vực", "other", "other_leader"),
        ("Hiệu trưởng", "Trường THCS A", "school", "other_leader"),
        ("Chủ tịch UBND phường", None, "commune", "other_leader"),
        ("Chủ tịch", "Hội Nông dân tỉnh", "association", "other_leader"),
        ("Chuyên viên chính", "Sở Y tế", "department", "direct"),
        ("Giáo viên, Tổ trưởng tổ Toán", "Trường THCS A", "school", "direct"),
        ("Công nhân vận hành", None, None, "direct"),
        ("Bác sĩ CKII, Trưởng khoa Nội", "Bệnh viện A", "hospital", "other_leader"),
        ("Giám đốc", None, None, "?"),
        ("Kế toán trưởng", "Công ty A", "enterprise", "?"),
        ("Đội trưởng", "Công an xã", "armed_forces", "?"),
        ("Nguyên Trưởng phòng", None, None, "?"),
    ],
)
def test_titles_as_lists_write_them(title: str, unit: str | None, kind: str | None, worker: str) -> None:
    standing = Standing((title,), unit_kind=kind, unit_names=(unit,) if unit else ())
    assert worker_table().judge(standing, DAY).worker == worker


def test_districts_have_ended() -> None:
    head = Standing(("Chủ tịch UBND huyện",))
    assert worker_table().judge(head, date(2025, 6, 30)).worker == WorkerClass.DIRECTOR
    assert worker_table().judge(head, date(2025, 7, 1)).worker == "?"


def test_every_group_and_class_of_the_table_is_one_of_the_rulebooks() -> None:
    vocabulary = shipped()[-1].vocabulary
    table = worker_table()
    assert set(table._groups) == set(vocabulary.posts)
    assert set(table._classes) <= set(vocabulary.classes)


def test_the_table_may_name_every_class() -> None:
    hints = get_type_hints(worker_classes._Rule)
    assert set(get_args(hints["worker"])) == {*WorkerClass, LEADER}

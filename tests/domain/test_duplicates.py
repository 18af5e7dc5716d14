"""Tasks of different plans that look like the same work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.duplicates import DuplicateReason, SameTask, duplicates, pair_of, plain
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import Task, TaskState

R = DuplicateReason


def task(number: int, text: str, plan: int = 1, **fields: object) -> Task:
    return replace(Task(PlanId(plan), text, 2024, id=TaskId(number)), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tổ chức Hội nghị tổng kết năm 2024", "1. TỔ CHỨC HỘI NGHỊ TỔNG KẾT NĂM 2025"),
        ("a) Báo cáo sơ kết 6 tháng.", "- Bao cao so ket 6 thang"),
        ("Kiểm tra công tác thi đua (trước ngày 15/6/2024)", "Kiểm tra công tác thi đua, trước ngày 20/6"),
        ("Hướng dẫn năm học 2023 - 2024", "Hướng dẫn năm học 2024 – 2025"),
        ("I. Phát động thi đua", "II/ Phát động thi đua"),
    ],
)
def test_what_does_not_matter(one: str, other: str) -> None:
    assert plain(one) == plain(other)
    (found,) = duplicates([task(1, one), task(2, other, plan=2)])
    assert found.reasons[0] is R.SAME_TEXT
    assert found.score == 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Thực hiện Chỉ thị số 34-CT/TW về thi đua, khen thưởng",
            "Thực hiện Chỉ thị số 41-CT/TW về thi đua, khen thưởng",
        ),
        ("Tổ chức Hội nghị tổng kết", "Tổ chức Hội thi cắm hoa"),
        ("Họp", "Họp Hội đồng Thi đua - Khen thưởng xét khen thưởng thường xuyên"),
        ("Báo cáo sơ kết 6 tháng đầu năm", "Báo cáo tổng kết 9 tháng đầu năm"),
        ("Tổng kết, khen thưởng phong trào", "Báo cáo tổng kết phong trào thi đua, công tác khen thưởng năm 2021"),
        (
            "Thẩm định hồ sơ khen thưởng",
            "Nâng cao chất lượng công tác thẩm định hồ sơ khen thưởng, kịp thời đề xuất khen thưởng tập thể, cá nhân",
        ),
        (
            "Ban hành Quy định về công tác thi đua, khen thưởng trên địa bàn tỉnh",
            "Tổ chức Hội nghị tập huấn chuyên môn, nghiệp vụ cấp tỉnh về công tác thi đua, khen thưởng",
        ),
    ],
)
def test_what_is_other_work(one: str, other: str) -> None:
    assert duplicates([task(1, one), task(2, other, plan=2)]) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2021",
            "Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm, gửi UBND tỉnh (qua Sở Nội vụ)",
        ),
        ("Đăng ký danh hiệu thi đua, hình thức khen thưởng", "Đăng ký danh hiệu thi đua"),
        (
            "Xây dựng Chỉ thị phát động thi đua thực hiện thắng lợi nhiệm vụ",
            "Chỉ đạo xây dựng Chỉ thị phát động thi đua thực hiện thắng lợi nhiệm vụ",
        ),
    ],
)
def test_a_text_within_a_longer_one(one: str, other: str) -> None:
    (found,) = duplicates([task(1, one), task(2, other, plan=2)])
    assert found.reasons == (R.ALIKE,)


def test_words_added_and_turned_round() -> None:
    one = "Tổ chức hội nghị tổng kết công tác thi đua, khen thưởng và phát động phong trào thi đua"
    other = "Hội nghị tổng kết công tác thi đua, khen thưởng, phát động phong trào thi đua năm 2024 của tỉnh"
    (found,) = duplicates([task(1, one), task(2, other, plan=2)])
    assert found.reasons == (R.ALIKE,)
    assert found.score >= 86


def test_less_alike_is_enough_where_unit_and_time_are_the_same() -> None:
    one = task(1, "Tham mưu tổ chức Đại hội thi đua yêu nước tỉnh", lead=("Sở Nội vụ",), due=date(2024, 9, 1))
    other = task(2, "Chuẩn bị tổ chức Đại hội thi đua yêu nước cấp tỉnh lần thứ VI", 2)
    assert duplicates([one, other]) == ()
    (found,) = duplicates([one, replace(other, lead=("SỞ NỘI VỤ",), due=date(2024, 9, 1))])
    assert found.reasons == (R.ALIKE, R.SAME_UNIT, R.SAME_TIME)


def test_every_sign_is_told_and_the_surest_pair_comes_first() -> None:
    signs = {"lead": ("Ban TĐKT",), "month": 6, "quarter": 2, "product": "Báo cáo"}
    tasks = [
        task(1, "Báo cáo sơ kết"),
        task(2, "Báo cáo sơ kết", 2),
        task(3, "Họp Hội đồng", **signs),
        task(4, "Họp hội đồng", 2, **signs),
    ]
    found = duplicates(tasks)
    assert [(pair.first.id, pair.second.id) for pair in found] == [(3, 4), (1, 2)]
    assert found[0].reasons == (R.SAME_TEXT, R.SAME_UNIT, R.SAME_TIME, R.SAME_PRODUCT)


@pytest.mark.parametrize(
    "other",
    [
        task(2, "Báo cáo sơ kết", 1),  # the same plan
        task(2, "Báo cáo sơ kết", 2, quarter=3),  # it comes back each quarter
        task(2, "Báo cáo sơ kết", 2, state=TaskState.CANCELLED),
        task(2, "Báo cáo sơ kết", 2, state=TaskState.CARRIED_OVER),
    ],
)
def test_pairs_that_are_none(other: Task) -> None:
    assert duplicates([task(1, "Báo cáo sơ kết", quarter=2), other]) == ()


def test_what_the_clerk_has_settled_is_not_asked_again() -> None:
    tasks = [task(7, "Báo cáo sơ kết"), task(3, "Báo cáo sơ kết", 2)]
    assert duplicates(tasks)
    assert duplicates(tasks, {pair_of(TaskId(7), TaskId(3))}) == ()
    assert pair_of(TaskId(7), TaskId(3)) == (3, 7)
    with pytest.raises(SameTask):
        pair_of(TaskId(7), TaskId(7))

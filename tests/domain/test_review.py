"""The clerk's corrections to a draft: nothing lost, everything can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain import review
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.plans import Doubt, PlanDraft, PlanPart, Responsibility, Role, TaskDraft


def part(block: int, role: Role, text: str) -> PlanPart:
    return PlanPart(role, text, Source(block))


DUTY = Responsibility("Các cơ quan triển khai", Source(5), lead=("Các sở",), blocks=(5,))
DRAFT = PlanDraft(
    title="Kế hoạch",
    year=2024,
    tasks=(
        TaskDraft("Tổ chức Hội nghị", Source(1), quarter=1, lead=("Ban TĐKT",), blocks=(1,), label="-"),
        TaskDraft("tổng kết năm.", Source(2), blocks=(2,), lead=("Sở Nội vụ",), doubts=(Doubt.MAYBE_CONTINUATION,)),
        TaskDraft("Báo cáo sơ kết", Source(3), quarter=2, month=6, due=date(2024, 6, 15), blocks=(3, 4)),
    ),
    responsibilities=(DUTY,),
    parts=(
        part(0, Role.HEADING, "I. Quý I"),
        part(1, Role.TASK, "Tổ chức Hội nghị"),
        part(2, Role.TASK, "tổng kết năm."),
        part(3, Role.TASK, "Báo cáo"),
        part(4, Role.DETAIL, "sơ kết"),
        part(5, Role.RESPONSIBILITY, "Các cơ quan triển khai"),
        part(6, Role.TEXT, "Treo  cờ"),
    ),
)


def roles(draft: PlanDraft) -> list[Role]:
    return [part.role for part in draft.parts]


def test_an_untouched_review_gives_the_draft_back() -> None:
    assert review.begin(DRAFT).result() == DRAFT


def test_merging_keeps_the_first_place_and_everything_said() -> None:
    (first, _) = review.begin(DRAFT).merged({1, 2}).kept
    assert first.task.text == "Tổ chức Hội nghị tổng kết năm."
    assert (first.task.quarter, first.task.label, first.task.blocks) == (1, "-", (1, 2))
    assert first.task.lead == ("Ban TĐKT", "Sở Nội vụ")
    assert first.task.doubts == ()


def test_merging_one_changes_nothing() -> None:
    begun = review.begin(DRAFT)
    assert begun.merged({1}) is begun


def test_splitting_shares_time_units_and_place() -> None:
    lines = review.begin(DRAFT).split(3, 8).kept
    assert [line.task.text for line in lines[2:]] == ["Báo cáo", "sơ kết"]
    assert lines[3].task.due == date(2024, 6, 15)
    assert lines[3].id == 4


@pytest.mark.parametrize("at", [0, 99])
def test_splitting_at_an_end_changes_nothing(at: int) -> None:
    begun = review.begin(DRAFT)
    assert begun.split(1, at) is begun


def test_a_dropped_task_is_text_again_and_comes_back() -> None:
    dropped = review.begin(DRAFT).set_kept({3}, kept=False)
    assert len(dropped.result().tasks) == 2
    assert roles(dropped.result())[3:5] == [Role.TEXT, Role.TEXT]
    assert dropped.set_kept({3}, kept=True).result() == DRAFT


def test_a_block_becomes_a_task_in_its_place() -> None:
    taken = review.begin(DRAFT).taken_up(6).result()
    assert taken.tasks[-1].text == "Treo cờ"
    assert roles(taken)[6] is Role.TASK


def test_a_duty_becomes_a_task_and_is_no_duty_any_more() -> None:
    taken = review.begin(DRAFT).taken_up(5).result()
    assert taken.tasks[-1].lead == ("Các sở",)
    assert taken.responsibilities == ()
    assert roles(taken)[5] is Role.TASK


def test_a_block_that_says_nothing_is_not_taken() -> None:
    begun = review.begin(replace(DRAFT, parts=(part(7, Role.FURNITURE, "  "),)))
    assert begun.taken_up(7) is begun
    assert begun.taken_up(99) is begun


def test_time_follows_what_was_set_and_settles_the_doubt() -> None:
    task = replace(DRAFT.tasks[2], doubts=(Doubt.DAY_UNSURE, Doubt.UNITS_UNSURE))
    assert review.in_quarter(task, 2).due == date(2024, 6, 15)
    moved = review.in_quarter(task, 3)
    assert (moved.quarter, moved.month, moved.due, moved.doubts) == (3, None, None, (Doubt.UNITS_UNSURE,))
    assert (review.in_month(task, 11).quarter, review.in_month(task, 11).due) == (4, None)
    due = review.due_on(task, date(2025, 1, 5))
    assert (due.year, due.quarter, due.month) == (2025, 1, 1)
    assert review.due_on(task, None).month == 6


def test_looking_settles_every_doubt() -> None:
    begun = review.begin(DRAFT)
    assert [line.id for line in begun.doubtful] == [2]
    assert begun.seen({2}).doubtful == ()


def test_lines_of_a_block_name_the_kept_first() -> None:
    begun = review.begin(DRAFT).split(1, 7).set_kept({1}, kept=False)
    assert [line.id for line in begun.lines_of_block(1)] == [4, 1]
    assert begun.lines_of_block(0) == ()

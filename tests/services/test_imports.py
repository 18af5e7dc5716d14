"""A draft becomes a plan with its text and tasks, as one operation."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.drafts import DRAFT
from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.intake import parts_from, tasks_from
from thidua_desktop.domain.plans import PlanTitleMissing, PlanYearOutOfRange, TaskDraft, plan_from
from thidua_desktop.domain.tasks import TaskTextMissing
from thidua_desktop.services.container import Services
from thidua_desktop.services.imports import PlanYearMissing


def test_all_of_the_draft_is_kept(services: Services) -> None:
    plan_id, *task_ids = services.imports.store_plan(DRAFT).created
    plan = services.plans.get(PlanId(plan_id))
    assert replace(plan, id=None) == plan_from(DRAFT, fallback_year=0)
    kept = services.tasks.of_plan(PlanId(plan_id))
    assert [task.id for task in kept] == task_ids
    drafted = tasks_from(DRAFT, PlanId(plan_id), plan_year=2024)
    assert tuple(replace(task, id=None, part_id=None) for task in kept) == drafted
    parts = services.plans.parts(PlanId(plan_id))
    assert tuple(replace(part, id=None) for part in parts) == parts_from(DRAFT)


def test_an_import_is_one_entry_with_its_numbers(services: Services) -> None:
    services.imports.store_plan(DRAFT)
    (entry,) = services.history.recent()
    assert entry.params == {"title": "Kế hoạch thi đua năm 2024", "tasks": 3}


def test_a_file_that_was_imported_before_is_known(services: Services) -> None:
    assert services.imports.already_kept(DRAFT) is None
    plan_id = PlanId(services.imports.store_plan(DRAFT).created[0])
    assert services.imports.already_kept(DRAFT) == services.plans.get(plan_id)
    assert services.imports.already_kept(replace(DRAFT, source_sha256="cd" * 32)) is None
    services.plans.delete(plan_id)
    assert services.imports.already_kept(DRAFT) is None


def test_text_from_the_clipboard_is_never_taken_for_known(services: Services) -> None:
    typed = replace(DRAFT, source_sha256="", source_name="")
    services.imports.store_plan(typed)
    assert services.imports.already_kept(typed) is None


def test_the_year_comes_from_the_document_then_the_clerk_then_the_day(services: Services) -> None:
    nameless = replace(DRAFT, year=None)
    years = [
        services.plans.get(PlanId(services.imports.store_plan(draft, year=year).created[0])).year
        for draft, year in ((DRAFT, 2030), (nameless, 2030), (nameless, None))
    ]
    assert years == [2024, 2030, 2024]


def test_a_plan_of_no_year_is_asked_about(services: Services) -> None:
    with pytest.raises(PlanYearMissing):
        services.imports.store_plan(replace(DRAFT, year=None, issued_on=None))
    with pytest.raises(PlanYearOutOfRange):
        services.imports.store_plan(replace(DRAFT, year=12))


def test_a_draft_that_cannot_be_kept_leaves_nothing(services: Services) -> None:
    blank = TaskDraft(" ", Source(7))
    with pytest.raises(TaskTextMissing):
        services.imports.store_plan(replace(DRAFT, tasks=(*DRAFT.tasks, blank)))
    with pytest.raises(PlanTitleMissing):
        services.imports.store_plan(replace(DRAFT, title=" "))
    assert services.plans.years() == ()
    assert services.units.all() == ()
    assert services.history.recent() == ()


def test_decomposed_text_is_kept_precomposed(services: Services) -> None:
    draft = replace(
        DRAFT,
        title=unicodedata.normalize("NFD", DRAFT.title or ""),
        tasks=tuple(replace(task, text=unicodedata.normalize("NFD", task.text)) for task in DRAFT.tasks),
    )
    plan_id = PlanId(services.imports.store_plan(draft).created[0])
    assert services.plans.get(plan_id).title == DRAFT.title
    assert services.tasks.get(TaskId(1)).text == DRAFT.tasks[0].text


PLAN_TEXT = """UBND TỈNH HỒNG SƠN
SỞ NỘI VỤ
Số: 15/KH-SNV
Hồng Sơn, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2024
I. MỤC ĐÍCH
Nâng cao chất lượng phong trào thi đua.
II. NỘI DUNG THỰC HIỆN
1. Quý I
a) Tham mưu UBND tỉnh ban hành kế hoạch tổ chức phong trào thi đua;
b) Tổ chức ký kết giao ước thi đua.
2. Quý II
a) Báo cáo sơ kết 6 tháng đầu năm trước ngày 15/6/2024.
III. TỔ CHỨC THỰC HIỆN
Giao Văn phòng Sở theo dõi, đôn đốc việc thực hiện Kế hoạch này./.
"""


def test_from_the_file_to_the_tasks(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "Kế hoạch 2024.txt"
    path.write_text(PLAN_TEXT, encoding="utf-8")
    draft = services.imports.read_plan(path)
    plan_id = services.imports.store_plan(draft).created[0]
    plan = services.plans.get(PlanId(plan_id))
    assert (plan.number, plan.year, plan.source_name) == ("15/KH-SNV", 2024, "Kế hoạch 2024.txt")
    kept = services.tasks.of_plan(PlanId(plan_id))
    assert [(task.quarter, task.label) for task in kept] == [(1, "a)"), (1, "b)"), (2, "a)")]
    assert kept[2].due == date(2024, 6, 15)
    assert services.imports.already_kept(services.imports.read_plan(path)) == plan


def test_the_clipboard_gives_the_same_tasks(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN_TEXT, encoding="utf-8")
    read, pasted = services.imports.read_plan(path), services.imports.read_plan_text(PLAN_TEXT)
    assert [task.text for task in pasted.tasks] == [task.text for task in read.tasks]
    assert services.history.recent() == ()


def test_a_file_that_cannot_be_read_keeps_nothing(services: Services, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble):
        services.imports.read_plan(tmp_path / "khong-co.docx")
    assert services.history.recent() == ()

"""Plans as trees: written from nothing, edited, kept with their tasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.drafts import DRAFT
from thidua_desktop.domain import plan_tree
from thidua_desktop.domain.ids import PlanId, PlanPartId, TaskId
from thidua_desktop.domain.plan_links import LinkKind
from thidua_desktop.domain.plan_numbering import renumbered
from thidua_desktop.domain.plans import BY_HAND, PlanKind, PlanPart, PlanYearOutOfRange, Role, kind_of
from thidua_desktop.domain.recurrence import Rule
from thidua_desktop.domain.rollover_plans import Decision
from thidua_desktop.domain.tasks import Recurrence, Task
from thidua_desktop.domain.units import Office
from thidua_desktop.services import skeletons
from thidua_desktop.services.container import Services
from thidua_desktop.storage.errors import RecordMissing, YearClosed
from thidua_desktop.storage.store import Store

HEADING = PlanPart(Role.HEADING, "I. TÌNH HÌNH", BY_HAND, 1, "I.")


@pytest.fixture
def plan_id(services: Services) -> PlanId:
    return PlanId(services.imports.store_plan(DRAFT).created[0])


def body(services: Services, plan_id: PlanId) -> tuple[PlanPart, ...]:
    return plan_tree.body(services.plans.parts(plan_id))


def test_tasks_that_are_read_know_their_paragraph(services: Services, plan_id: PlanId) -> None:
    parts = {part.id: part for part in services.plans.parts(plan_id)}
    first, *_ = services.tasks.of_plan(plan_id)
    assert first.part_id is not None
    assert parts[first.part_id].text == "Báo cáo sơ kết 6 tháng"


def test_saving_the_tree_renumbers_the_tasks(services: Services, plan_id: PlanId) -> None:
    edited = renumbered(plan_tree.added(body(services, plan_id), 0, HEADING)).parts
    services.plans.save_parts(plan_id, edited)
    parts = services.plans.parts(plan_id)
    assert [part.role for part in parts] == [
        Role.TITLE,
        Role.HEADING,
        Role.HEADING,
        Role.TASK,
        Role.RESPONSIBILITY,
        Role.RECIPIENT,
    ]
    assert [part.label for part in parts[1:4]] == ["I.", "II.", "a)"]
    task = services.tasks.get(TaskId(1))
    assert task.part_id == parts[3].id
    assert task.label == "a)"


def test_the_section_of_a_task_follows_its_heading(services: Services, plan_id: PlanId) -> None:
    new = replace(HEADING, text="I. MỤC ĐÍCH")
    other = replace(HEADING, text="II. TÌNH HÌNH", label="II.")
    edited = plan_tree.added(plan_tree.added(body(services, plan_id), 0, other), 0, new)
    services.plans.save_parts(plan_id, renumbered(edited).parts)
    assert services.tasks.get(TaskId(1)).section == "III"
    services.undo.undo()
    assert services.tasks.get(TaskId(1)).section == "II.1"
    assert len(body(services, plan_id)) == 3


def test_a_deleted_item_leaves_its_task_under_the_heading(services: Services, plan_id: PlanId) -> None:
    text = body(services, plan_id)
    services.plans.save_parts(plan_id, [part for part in text if part.role is not Role.TASK])
    task = services.tasks.get(TaskId(1))
    assert (task.part_id, task.label) == (text[0].id, None)
    services.tasks.delete([TaskId(1)])
    services.plans.save_parts(plan_id, [])
    assert body(services, plan_id) == ()
    services.tasks.restore([TaskId(1)])
    assert services.tasks.get(TaskId(1)).part_id is None


def test_only_parts_of_the_plan_are_saved(services: Services, plan_id: PlanId) -> None:
    with pytest.raises(RecordMissing):
        services.plans.save_parts(plan_id, [replace(HEADING, id=PlanPartId(77))])
    with pytest.raises(RecordMissing):
        services.plans.save_parts(PlanId(77), [])
    assert len(body(services, plan_id)) == 3


def test_the_outline_leaves_out_what_lies_in_the_trash(services: Services, plan_id: PlanId) -> None:
    def texts() -> list[str]:
        def walk(nodes: tuple[plan_tree.OutlineNode, ...]) -> list[str]:
            return [
                text
                for node in nodes
                for text in (
                    *([node.part.text] if node.part else [each.text for each in node.tasks]),
                    *walk(node.children),
                )
            ]

        return walk(services.plans.outline(plan_id))

    assert "Báo cáo sơ kết 6 tháng" in texts()
    assert texts()[-2:] == ["Bình xét cuối năm học", "Tuyên truyền gương điển hình"]  # of no paragraph
    services.tasks.delete([TaskId(1)])
    assert "Báo cáo sơ kết 6 tháng" not in texts()
    services.tasks.restore([TaskId(1)])
    assert "Báo cáo sơ kết 6 tháng" in texts()


@pytest.mark.parametrize("kind", PlanKind)
def test_a_plan_from_nothing(services: Services, kind: PlanKind) -> None:
    services.office.save(Office("SỞ NỘI VỤ", "UBND TỈNH", "Hồng Sơn", signer_posts=("GIÁM ĐỐC",), signer_name="Lan"))
    plan_id = PlanId(services.plans.create_from_nothing(kind, 2024, "").created[0])
    plan = services.plans.get(plan_id)
    assert "2024" in plan.title
    assert "{" not in plan.title
    assert (plan.kind, plan.issuer, plan.signer.name) == (kind, "SỞ NỘI VỤ", "Lan")
    assert plan.recipients[-1] == "Lưu: VT."
    parts = services.plans.parts(plan_id)
    assert parts[-1].role in (Role.CLOSING, Role.HEADING)
    assert renumbered(parts).changes == ()
    assert not any("{" in part.text for part in parts)
    assert next(part for part in parts if part.role is Role.HEADING).label == "I."


@pytest.mark.parametrize(
    ("year", "today", "cited"),
    [
        (2024, date(2024, 6, 20), ["ngày 15 tháng 6 năm 2022", "98/2023/NĐ-CP ngày 31 tháng 12 năm 2023"]),
        (2025, date(2025, 6, 30), ["ngày 15 tháng 6 năm 2022", "98/2023/NĐ-CP"]),
        (2025, date(2025, 7, 1), ["ngày 15 tháng 6 năm 2022", "152/2025/NĐ-CP"]),
        (2027, date(2026, 11, 21), ["ngày 23 tháng 4 năm 2026", "152/2025/NĐ-CP"]),
        (2022, date(2026, 11, 21), ["ngày 15 tháng 6 năm 2022", "98/2023/NĐ-CP"]),
    ],
)
def test_its_legal_bases_are_those_in_force(year: int, today: date, cited: list[str]) -> None:
    found = skeletons.plan_from(skeletons.of(PlanKind.ANNUAL), Office(), year=year, title="", today=today)
    assert len(found.legal_bases) == len(cited)
    for basis, words in zip(found.legal_bases, cited, strict=True):
        assert basis.startswith("Căn cứ Nghị định số " if "/" in words else "Căn cứ Luật Thi đua, khen thưởng ngày")
        assert words in basis
        assert "ngày ngày" not in basis


def test_no_plan_of_an_impossible_year(services: Services) -> None:
    with pytest.raises(PlanYearOutOfRange):
        services.plans.create_from_nothing(PlanKind.OTHER, 24, "Kế hoạch")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Kế hoạch công tác thi đua, khen thưởng năm 2024", PlanKind.ANNUAL),
        ("KẾ HOẠCH\nKiểm tra công tác thi đua, khen thưởng năm 2024", PlanKind.INSPECTION),
        ("Tổ chức Đại hội thi đua yêu nước lần thứ VI, biểu dương điển hình tiên tiến", PlanKind.CONGRESS),
        ("Tuyên truyền, nhân rộng điển hình tiên tiến giai đoạn 2021 - 2025", PlanKind.PROPAGANDA),
        ("Triển khai thực hiện Chỉ thị số 41-CT/TW", PlanKind.DIRECTIVE),
        ("Kế hoạch năm 2025", PlanKind.ANNUAL),
        ("Kế hoạch tổ chức hội thao", PlanKind.OTHER),
    ],
)
def test_what_a_title_says_a_plan_is_for(title: str, kind: PlanKind) -> None:
    assert kind_of(title) is kind


def test_a_plan_rolled_over_stands_as_the_old_one(services: Services, plan_id: PlanId) -> None:
    services.series.make(Task(plan_id, "Báo cáo quý", 2024), Rule(Recurrence.QUARTERLY, 3, 15), 2024)
    rolled = services.plans.rollover(plan_id)
    lines = [
        replace(line, decision=Decision.LEAVE_OUT) if line.old == "Bình xét cuối năm học" else line
        for line in rolled.lines
    ]
    new_id = PlanId(services.plans.roll_over(plan_id, lines).created[0])
    (link,) = services.plan_links.of_plan(new_id)
    assert (link.kind, link.other_id) == (LinkKind.ROLLED_FROM, plan_id)
    (back,) = services.plan_links.answered_by(plan_id)
    assert back.plan_id == new_id
    first, *others = services.tasks.of_plan(new_id)
    parts = {part.id: part for part in services.plans.parts(new_id)}
    assert first.part_id is not None
    assert parts[first.part_id].text == "Báo cáo sơ kết 6 tháng"
    (series,) = services.series.of_plan(new_id)
    assert [(task.period, task.series_id) for task in others if task.period] == [
        (f"2025-Q{quarter}", series.id) for quarter in (1, 2, 3, 4)
    ]
    assert services.series.of_plan(plan_id)[0].id != series.id


def test_an_item_that_was_written_by_hand_goes_with_its_task(services: Services, plan_id: PlanId) -> None:
    mine = PlanPart(Role.TASK, "b) Việc thêm", BY_HAND, label="b)")
    services.plans.save_parts(plan_id, (*body(services, plan_id), mine))
    part_id = next(part.id for part in body(services, plan_id) if part.text == "b) Việc thêm")
    services.tasks.add(Task(plan_id, "Việc thêm", 2024, part_id=part_id))
    lines = [
        replace(line, decision=Decision.LEAVE_OUT) if line.old == "Việc thêm" else line
        for line in services.plans.rollover(plan_id).lines
    ]
    new_id = PlanId(services.plans.roll_over(plan_id, lines).created[0])
    assert "b) Việc thêm" not in [part.text for part in services.plans.parts(new_id)]


def test_a_closed_year_keeps_its_text(services: Services, plan_id: PlanId) -> None:
    services.years.close(2024)
    with pytest.raises(YearClosed):
        services.plans.save_parts(plan_id, [])
    assert len(body(services, plan_id)) == 3


def test_an_upgraded_file_knows_where_tasks_stand(tmp_path: Path) -> None:
    old = Path(__file__).resolve().parents[1] / "old_stores" / "version-2.tdkt"
    path = tmp_path / "cu.tdkt"
    path.write_bytes(old.read_bytes())
    with Store.open(path) as store:
        services = Services(store, lambda: date(2024, 6, 20))
        parts = {part.id: part for part in services.plans.parts(PlanId(1))}
        tasks = [task for task in services.tasks.of_plan(PlanId(1)) if task.part_id is not None]
        assert tasks
        for task in tasks:
            assert task.source is not None
            assert task.part_id is not None
            assert parts[task.part_id].source.block == task.source.block
        assert services.plans.get(PlanId(1)).kind is PlanKind.ANNUAL

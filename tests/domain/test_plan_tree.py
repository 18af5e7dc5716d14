"""The text of a plan as a tree, and the steps with which it is edited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.domain.plan_texts import PLAN, parts
from thidua_desktop.domain import plan_tree
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanId, PlanPartId, TaskId
from thidua_desktop.domain.intake import parts_from
from thidua_desktop.domain.plan_tree import OutlineNode, PartMoveImpossible
from thidua_desktop.domain.plans import BY_HAND, PlanPart, Role
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.imports import read_plan

SAMPLES = Path(__file__).resolve().parents[1] / "importing" / "plans" / "samples"


def labels(found: tuple[PlanPart, ...]) -> list[str | None]:
    return [part.label for part in found]


def place(text: str) -> int:
    return next(at for at, part in enumerate(PLAN) if part.text.startswith(text))


def test_headings_have_their_depth_and_items_theirs_below_them() -> None:
    assert plan_tree.depths(PLAN) == (1, 2, 3, 2, 3, 1, 2, 3, 0, 3, 2, 3, 3, 1, 2, 2, 0)


def test_items_that_go_on_with_the_numbers_of_a_heading_stand_beside_it() -> None:
    text = parts("#1 II. Nội dung\n#2 1. Phong trào\n* - Một\n* - Hai\n* 2. Học tập\n* 3. Tổ chức\n* - Ba")
    assert plan_tree.depths(text) == (1, 2, 3, 3, 2, 2, 3)


def test_levels_of_headings_need_not_follow_each_other() -> None:
    assert plan_tree.depths(parts("#2 1. Một\n#5 a) Hai\n#2 2. Ba\n#1 I. Bốn")) == (1, 2, 1, 1)


def test_sections_name_the_way_from_the_outermost_heading() -> None:
    found = plan_tree.sections(PLAN)
    assert found[place("a) Tổ chức")] == "II.1"
    assert found[place("2. Quý II")] == "II"
    assert found[place("I.")] is None
    assert found[place("Thành phần")] == "II.1.a"
    assert found[-1] is None  # the closing stands below nothing
    assert plan_tree.sections(PLAN, own=True)[place("2. Quý II")] == "II.2"


def test_a_deep_number_takes_the_place_of_its_parents() -> None:
    text = parts("#1 II. Nội dung\n#2 5. Kiểm tra\n* 5.1. Lập kế hoạch\n* - Dự thảo")
    assert plan_tree.sections(text)[-1] == "II.5.1"


def test_an_item_with_all_that_stands_below_it() -> None:
    assert plan_tree.span(PLAN, place("II.")) == range(place("II."), place("III."))
    assert plan_tree.span(PLAN, place("a) Tổ chức")) == range(7, 9)
    assert plan_tree.span(PLAN, place("Thành phần")) == range(8, 9)
    assert plan_tree.span(PLAN, 15) == range(15, 17)


@pytest.mark.parametrize(("to", "order"), [(0, "2134"), (3, "1324"), (4, "1342")])
def test_moving_an_item(to: int, order: str) -> None:
    text = parts("#1 I. Một\n#1 II. Hai\n#1 III. Ba\n#1 IV. Bốn")
    found = plan_tree.moved(text, 1, to)
    assert "".join(str(part.id) for part in found) == order


def test_a_heading_moves_with_its_content() -> None:
    found = plan_tree.moved(PLAN, place("II."), 0)
    assert [part.id for part in found[:8]] == [part.id for part in PLAN[5:13]]
    assert {part.id for part in found} == {part.id for part in PLAN}


def test_nothing_moves_into_itself() -> None:
    with pytest.raises(PartMoveImpossible):
        plan_tree.moved(PLAN, place("II."), place("2. Quý II"))
    assert plan_tree.moved(PLAN, place("II."), place("II.")) == PLAN
    assert plan_tree.moved(PLAN, place("II."), place("III.")) == PLAN


def test_deleting_with_and_without_content() -> None:
    assert len(plan_tree.deleted(PLAN, place("II."))) == len(PLAN) - 8
    assert len(plan_tree.deleted(PLAN, place("II."), with_content=False)) == len(PLAN) - 1


def test_adding_and_retitling() -> None:
    new = PlanPart(Role.TASK, "Việc mới", BY_HAND, label="c)")
    found = plan_tree.added(PLAN, place("2. Quý II"), new)
    assert found[10] is new
    assert plan_tree.depths(found)[10] == 3
    assert plan_tree.retitled(PLAN, 0, "I. MỤC TIÊU")[0] == replace(PLAN[0], text="I. MỤC TIÊU")


@pytest.mark.parametrize(
    ("index", "depth", "label"),
    [(len(PLAN) - 1, 1, "IV."), (place("2. Quý II"), 3, "c)"), (0, 1, "I."), (place("III."), 2, "3."), (5, 4, "-")],
)
def test_the_label_of_a_new_item(index: int, depth: int, label: str) -> None:
    assert plan_tree.label_at(PLAN, index, depth) == label


@pytest.mark.parametrize(
    ("label", "text", "new", "found"),
    [
        ("a)", "a) Việc", "b)", "b) Việc"),
        ("1", "1\tViệc\tSở", "12", "12\tViệc\tSở"),
        ("1.", "1.", "2.", "2."),
        ("1", "15 đơn vị", "2", "15 đơn vị"),
        ("a)", "Việc", "b)", "Việc"),
        (None, "Việc", "b)", "Việc"),
    ],
)
def test_a_number_in_the_text_is_the_one_of_the_part(label: str | None, text: str, new: str, found: str) -> None:
    part = plan_tree.with_label(PlanPart(Role.TASK, text, BY_HAND, label=label), new)
    assert (part.label, part.text) == (new, found)


def test_further_in_and_out() -> None:
    inner = plan_tree.deeper(PLAN, place("2. Quý II"))
    assert plan_tree.depths(inner)[10:13] == (3, 4, 4)
    assert inner[10].level == 3
    outer = plan_tree.higher(PLAN, place("2. Quý II"))
    assert plan_tree.depths(outer)[10:13] == (1, 2, 2)
    assert (outer[10].label, outer[10].text) == ("III.", "III. Quý II")
    item = plan_tree.higher(PLAN, place("b) Phát động"))
    assert plan_tree.depths(item)[9] == 2


@pytest.mark.parametrize("index", [0, place("1. Mục đích"), len(PLAN) - 1])
def test_nothing_goes_below_what_does_not_stand_before_it(index: int) -> None:
    with pytest.raises(PartMoveImpossible):
        plan_tree.deeper(PLAN, index)


def test_the_outermost_level_has_no_outside() -> None:
    with pytest.raises(PartMoveImpossible):
        plan_tree.higher(PLAN, 0)


def test_the_body_stands_between_head_and_foot() -> None:
    head = PlanPart(Role.TITLE, "KẾ HOẠCH", Source(0), id=PlanPartId(90))
    foot = PlanPart(Role.SIGNER, "GIÁM ĐỐC", Source(99), id=PlanPartId(91))
    whole = (head, *PLAN, foot)
    assert plan_tree.body(whole) == PLAN
    assert plan_tree.framed(whole, PLAN[:2]) == (head, *PLAN[:2], foot)
    assert plan_tree.framed((foot, head), PLAN[:1]) == (head, PLAN[0], foot)
    assert plan_tree.framed((), PLAN) == PLAN


def task(number: int, part: int | None, text: str = "Việc") -> Task:
    return Task(
        PlanId(1), text, 2024, position=number, id=TaskId(number), part_id=None if part is None else PlanPartId(part)
    )


def flat(nodes: tuple[OutlineNode, ...], depth: int = 0) -> list[tuple[int, int | None, list[int | None]]]:
    found: list[tuple[int, int | None, list[int | None]]] = []
    for node in nodes:
        found.append((depth, node.part.id if node.part else None, [each.id for each in node.tasks]))
        found += flat(node.children, depth + 1)
    return found


def test_the_outline_has_every_part_and_every_task_once() -> None:
    tasks = [task(1, 8), task(2, 10), task(3, 10), task(4, 11), task(5, None), task(6, 77)]
    found = flat(plan_tree.outline(PLAN, tasks))
    assert [part for _, part, _ in found if part is not None] == [part.id for part in PLAN]
    assert [number for _, _, numbers in found for number in numbers] == [1, 2, 3, 4, 5, 6]
    assert (2, 10, [2, 3]) in found
    assert (2, None, [4]) in found  # added below the heading "2. Quý II"
    assert found[-2:] == [(0, None, [5]), (0, None, [6])]


def test_a_task_without_a_place_stands_below_its_quarter() -> None:
    tasks = [replace(task(1, None), quarter=2), replace(task(2, None), quarter=3), task(3, None)]
    found = flat(plan_tree.outline(PLAN, tasks))
    below = next(at for at, (_, part, _) in enumerate(found) if part == 11)  # "2. Quý II"
    depth = found[below][0]
    assert (depth + 1, None, [1]) in found[below:-2]
    assert found[-2:] == [(0, None, [2]), (0, None, [3])]


@pytest.mark.parametrize(
    ("heading", "quarter"), [("QUÝ I:", 1), ("1. Quý II năm 2026", 2), ("Quý III/2026", 3), ("Tháng 1 (quý IV)", 4)]
)
def test_headings_of_quarters(heading: str, quarter: int) -> None:
    (part,) = parts(f"#1 {heading}")
    assert [at for at in (1, 2, 3, 4) if plan_tree.quarter_heading([part], at) == 0] == [quarter]
    assert plan_tree.quarter_heading([part], None) is None


def test_lines_on_which_a_task_went_on_are_not_repeated() -> None:
    text = parts(
        "#1 II. Nội dung\n* - Tiếp tục thực hiện\n* _ có hiệu quả\n* - Kiểm tra\n* _ Việc không thành nhiệm vụ"
    )
    tasks = [task(1, 2, "Tiếp tục  thực hiện có hiệu quả"), task(2, 4, "Kiểm tra")]
    found = [part for _, part, _ in flat(plan_tree.outline(text, tasks))]
    assert found == [1, 2, 4, 5]


READ_OTHERWISE = {"dong-cat-ngan-2022", "phu-luc-sau-noi-nhan-2025", "phuong-theo-quy-2026"}
"""An annex without a heading, headings torn over lines, work in the closing: the tree alone does not place them."""


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_samples_stand_where_they_were_read(path: Path) -> None:
    draft = read_plan(path)
    body = plan_tree.body(parts_from(draft))
    sections = {part.source.block: section for part, section in zip(body, plan_tree.sections(body), strict=True)}
    found = [task for task in draft.tasks if task.source.block in sections]
    differing = [task.text for task in found if sections[task.source.block] != task.section]
    assert bool(differing) == (path.stem in READ_OTHERWISE), differing

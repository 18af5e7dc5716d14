"""Plans numbered anew, and the references that no longer name what they named."""

from __future__ import annotations

import pytest

from tests.domain.plan_texts import PLAN, parts
from thidua_desktop.domain import plan_numbering, plan_tree
from thidua_desktop.domain.plan_numbering import references, renumbered
from thidua_desktop.domain.plans import BY_HAND, PlanPart, Role


def told(found: tuple[plan_numbering.Reference, ...]) -> list[tuple[str, str]]:
    return [(reference.words, reference.now) for reference in found]


def test_a_plan_that_is_numbered_right_stays_as_it_is() -> None:
    result = renumbered(PLAN)
    assert result.parts == PLAN
    assert result.changes == ()
    assert result.references == ()


def test_after_a_new_first_heading_everything_has_its_new_number() -> None:
    new = PlanPart(Role.HEADING, "I. ĐẶC ĐIỂM TÌNH HÌNH", BY_HAND, 1, "I.")
    result = renumbered(plan_tree.added(PLAN, 0, new))
    assert [part.label for part in result.parts if part.role is Role.HEADING and part.level == 1] == [
        "I.",
        "II.",
        "III.",
        "IV.",
    ]
    assert result.parts[6].text == "III. NỘI DUNG"
    assert [(change.old, change.new) for change in result.changes] == [("I.", "II."), ("II.", "III."), ("III.", "IV.")]
    assert told(result.references) == [("điểm b khoản 1 mục II", "III.1.b"), ("mục II.2", "III.2")]


def test_references_are_pointed_out_and_never_rewritten() -> None:
    result = renumbered(plan_tree.deleted(PLAN, 0))
    for reference in result.references:
        text = result.parts[reference.index].text
        assert text[reference.start : reference.end] == reference.words
        assert text in {part.text for part in PLAN}


def test_what_counts_on_through_the_sections_still_does_after_an_edit() -> None:
    before = parts("#1 I. Nội dung\n#2 QUÝ I\n* 1 Một\n* 2 Hai\n#2 QUÝ II\n* 3 Ba\n#3 4 Mục\n* 1 Bốn\n* 2 Năm")
    assert renumbered(before).changes == ()
    edited = plan_tree.deeper(before, 6)  # takes a number of its new level, so that two items of the old one have "1"
    after = [part.label for part in renumbered(edited, before=before).parts[5:]]
    assert after == ["3", "4", "1", "5"]
    assert [part.label for part in renumbered(edited).parts[5:]] != after


def test_vietnamese_letters() -> None:
    text = parts("#1 I. Nội dung\n" + "\n".join(f"* {letter}) Việc" for letter in "abbcdeg"))
    assert [part.label for part in renumbered(text).parts[1:]] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]


def test_what_was_edited_since_is_compared_with_what_stood_before() -> None:
    after = renumbered(plan_tree.moved(PLAN, 10, 6)).parts  # Quý II before Quý I
    assert told(references(PLAN, after)) == [("điểm b khoản 1 mục II", "II.2.b"), ("mục II.2", "II.1")]
    gone = renumbered(plan_tree.deleted(PLAN, 10)).parts
    assert told(references(PLAN, gone)) == [("mục II.2", "")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("theo khoản 2 mục II", "khoản 2 mục II"),
        ("tại Mục II.2 Kế hoạch này", "Mục II.2"),
        ("nêu tại phần II", "phần II"),
        ("theo mục II, khoản 2", "mục II, khoản 2"),
        ("tại điểm b khoản 2 Điều 24 Luật Thi đua, khen thưởng", None),
        ("theo mục II Nghị quyết số 09-NQ/HU", None),
        ("theo khoản 2 mục II Kế hoạch số 10/KH-UBND", None),
        ("mục tiêu của phần việc", None),
        ("tổ chức vào mục đích khác", None),
    ],
)
def test_which_words_are_references(words: str, found: str | None) -> None:
    text = parts(f"#1 I. Một\n#1 II. Nội dung\n#2 1. Quý I\n#2 2. Quý II\n* a) Việc\n* b) Làm {words}")
    result = renumbered(plan_tree.deleted(text, 0))
    assert [reference.words for reference in result.references] == ([found] if found else [])

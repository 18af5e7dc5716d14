"""The plans that a plan's text says it carries out."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plan_links import (
    LinkKind,
    LinkTargetMissing,
    LinkToItself,
    PlanLink,
    check_link,
    proposals,
)
from thidua_desktop.domain.plans import Plan, PlanPart, Role

OURS = Plan("Kế hoạch công tác thi đua, khen thưởng năm 2024", 2024, number="11/KH-UBND", id=PlanId(1))
THEIRS = Plan("Kế hoạch của tỉnh", 2023, number="02/KH-UBND", issued_on=date(2023, 1, 4), id=PlanId(2))


def found(text: str, *known: Plan) -> list[tuple[str | None, date | None, PlanId | None]]:
    part = PlanPart(Role.LEGAL_BASIS, text, Source(0))
    links = [each.link for each in proposals(OURS, [part], [OURS, *known])]
    assert all(link.kind is LinkKind.ANSWERS and link.plan_id == 1 for link in links)
    return [(link.number, link.issued_on, link.other_id) for link in links]


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        (
            "Thực hiện Kế hoạch số 02/KH-UBND ngày 04/01/2023 của UBND tỉnh về công tác thi đua, khen thưởng;",
            "02/KH-UBND",
            date(2023, 1, 4),
        ),
        ("Căn cứ Kế hoạch số 310 /KH-UBND ngày 10 tháng 02 năm 2021 của UBND tỉnh", "310/KH-UBND", date(2021, 2, 10)),
        ("Triển khai Kế hoạch 16621/KH-UBND của UBND tỉnh Đồng Nai", "16621/KH-UBND", None),
        ("Thực hiện Chương trình số 273/CTr-UBND ngày 24/12/2020", "273/CTr-UBND", date(2020, 12, 24)),
        ("Thực hiện Chỉ thị số 41-CT/TW; Thực hiện Hướng dẫn số 12/HD-SNV ngày 3/3/2024", None, None),
        ("Thực hiện Công văn số 55/SNV-TĐKT ngày 3/3/2024 của Sở Nội vụ", "55/SNV-TĐKT", date(2024, 3, 3)),
        ("Căn cứ Quyết định số 12/2024/QĐ-UBND ngày 1/2/2024 quy định chức năng", None, None),
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022", None, None),
        ("Kế hoạch số 11/KH-UBND này thay Kế hoạch trước", None, None),  # its own number
    ],
)
def test_what_the_text_names(text: str, number: str | None, day: date | None) -> None:
    assert found(text) == ([(number, day, None)] if number else [])


def test_a_plan_of_the_file_is_linked_itself() -> None:
    text = "Thực hiện Kế hoạch số 02/KH-UBND ngày 04/01/2023 của UBND tỉnh"
    assert found(text, THEIRS) == [("02/KH-UBND", date(2023, 1, 4), 2)]
    other_year = Plan("Kế hoạch năm trước", 2022, number="02/KH-UBND", issued_on=date(2022, 1, 5), id=PlanId(3))
    assert found(text, other_year) == [("02/KH-UBND", date(2023, 1, 4), None)]  # the number comes again each year
    assert found(text, other_year, THEIRS) == found(text, THEIRS, other_year) == [("02/KH-UBND", date(2023, 1, 4), 2)]
    bare = "Thực hiện Kế hoạch số 02/KH-UBND của UBND tỉnh"
    assert found(bare, THEIRS) == [("02/KH-UBND", None, 2)]
    assert found(bare, THEIRS, other_year) == [("02/KH-UBND", None, None)]  # which of them, the clerk has to say


def test_what_is_linked_already_is_not_proposed() -> None:
    part = PlanPart(Role.OPENING, "Thực hiện Kế hoạch số 02/KH-UBND ngày 04/01/2023", Source(0))
    by_number = PlanLink(PlanId(1), LinkKind.ANSWERS, number="02 / KH-UBND")
    by_plan = PlanLink(PlanId(1), LinkKind.ANSWERS, other_id=PlanId(2))
    assert proposals(OURS, [part], [THEIRS], [by_number]) == ()
    assert proposals(OURS, [part], [THEIRS], [by_plan]) == ()


def test_the_words_are_shown_and_each_document_is_proposed_once() -> None:
    basis = "Thực hiện Kế hoạch số 02/KH-UBND ngày 04/01/2023 của UBND tỉnh về công tác thi đua"
    plan = Plan("Kế hoạch", 2024, legal_bases=(basis, basis), id=PlanId(1))
    (proposal,) = proposals(plan, [PlanPart(Role.LEGAL_BASIS, basis, Source(0))], [])
    assert proposal.words == basis
    assert proposal.link.title == "UBND tỉnh về công tác thi đua"


def test_links_that_cannot_be_kept() -> None:
    with pytest.raises(LinkTargetMissing):
        check_link(PlanLink(PlanId(1), LinkKind.RELATED, number=" "))
    with pytest.raises(LinkToItself):
        check_link(PlanLink(PlanId(1), LinkKind.RELATED, other_id=PlanId(1)))
    check_link(PlanLink(PlanId(1), LinkKind.RELATED, other_id=PlanId(2)))

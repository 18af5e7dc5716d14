"""What was written and edited in the program is printed; numbers, days and signatures by the book."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.reports import said
from tests.reports.cases import OFFICE, PLAN, TASKS, task
from tests.reports.plan_reports import (
    BODY,
    paragraphs,
    part,
    printed,
    typed,
)
from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.ids import PlanPartId
from thidua_desktop.domain.plans import Plan, Role, Signer
from thidua_desktop.reports.builders.plan_document import plan_document
from thidua_desktop.reports.model import Closing, Letterhead, Paragraph, Style


def test_what_was_edited_in_the_grid_is_printed() -> None:
    changed = task(1, "Ký kết giao ước thi đua năm 2027", quarter=1, part_id=PlanPartId(3))
    same = task(2, "Ban hành Kế hoạch tuyên truyền", quarter=1, part_id=PlanPartId(4))
    assert paragraphs(BODY, changed, same)[2:4] == [
        "a) Ký kết giao ước thi đua năm 2027",
        "b) Ban hành Kế hoạch tuyên truyền.",
    ]


def test_tasks_added_in_the_grid_follow_the_items_of_their_heading_in_vietnamese_letters() -> None:
    below = task(3, "Tổ chức tập huấn", quarter=1, part_id=PlanPartId(2), lead=("Sở Nội vụ",))
    by_quarter = task(4, "Sơ kết 6 tháng", quarter=2, due=date(2026, 6, 15))
    assert paragraphs(BODY, below, by_quarter) == [
        "I. NỘI DUNG",
        "1. Quý I",
        "a) Ký kết giao ước thi đua.",
        "b) Ban hành Kế hoạch tuyên truyền.",
        "c) Tổ chức tập huấn (chủ trì: Sở Nội vụ).",
        "2. Quý II",
        "a) Sơ kết 6 tháng (hoàn thành trước ngày 15/6/2026).",
        "Trên đây là Kế hoạch năm 2026./.",
    ]


@pytest.mark.parametrize(
    ("count", "first", "last"), [(23, "a) Việc 1.", "y) Việc 23."), (24, "- Việc 1.", "- Việc 24.")]
)
def test_a_heading_takes_23_points_and_bullets_beyond(count: int, first: str, last: str) -> None:
    tasks = [task(number, f"Việc {number}", quarter=2, part_id=PlanPartId(5)) for number in range(1, count + 1)]
    items = [text for text in paragraphs(BODY, *tasks) if "Việc" in text]
    assert (items[0], items[-1]) == (first, last)


def test_an_item_numbered_anew_shows_its_new_number_only() -> None:
    parts = (part(Role.HEADING, "II. NỘI DUNG", "I.", level=1), part(Role.TASK, "- Ký kết", "a)"))
    assert paragraphs(parts) == ["I. NỘI DUNG", "a) Ký kết./."]


def test_a_plan_written_in_the_program_has_its_tasks_under_quarters(tmp_path: Path) -> None:
    texts = paragraphs((), *TASKS)
    assert "I. NỘI DUNG, THỜI GIAN THỰC HIỆN" in texts
    assert "1. Quý I năm 2026" in texts
    assert texts[3].startswith("a) Tổ chức ký kết giao ước thi đua năm 2026 (chủ trì: Sở Nội vụ; phối hợp: Văn phòng")
    assert texts[-1].endswith("Trên đây là Kế hoạch năm 2026./.")


@pytest.mark.parametrize(("count", "last"), [(5, "đ)"), (23, "y)"), (24, "1.24.")])
def test_points_use_the_23_letters_of_laws(count: int, last: str) -> None:
    tasks = [task(number, f"Việc {number}", quarter=1) for number in range(1, count + 1)]
    items = [text for text in paragraphs((), *tasks) if "Việc" in text]
    assert items[-1].startswith(f"{last} Việc {count}")


@pytest.mark.parametrize(
    ("number", "printed_as"), [("5/KH-SNV", "05/KH-SNV"), ("215/KH-UBND", "215/KH-UBND"), (None, "      /KH-BTĐKT")]
)
def test_numbers_take_a_leading_nought_or_stay_blank(number: str | None, printed_as: str) -> None:
    head = plan_document(replace(PLAN, number=number, issuer=None), (), (), OFFICE).blocks[0]
    assert isinstance(head, Letterhead)
    assert head.number == printed_as


def test_a_half_filled_date_line_keeps_what_it_says_and_room_for_the_pen() -> None:
    parts = (
        part(Role.NUMBER, "Số: /KH-SXD"),
        part(Role.PLACE_AND_DAY, "Tây Ninh, ngày tháng 01 năm 2022"),
        part(Role.OPENING, "Như sau:"),
    )
    head = plan_document(Plan("KẾ HOẠCH Công tác", 2022, issuer="Sở Xây dựng"), parts, (), OFFICE).blocks[0]
    assert isinstance(head, Letterhead)
    assert (head.number, head.dated) == ("      /KH-SXD", "Tây Ninh, ngày      tháng 01 năm 2022")
    assert (head.name, head.superior) == ("SỞ XÂY DỰNG", "")


@pytest.mark.parametrize(
    ("plan", "posts"),
    [
        (Plan("A", 2026), ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")),
        (Plan("A", 2026, issuer="Ủy ban nhân dân xã Bình An"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (Plan("A", 2026, issuer="Sở Y tế"), ("THỦ TRƯỞNG ĐƠN VỊ",)),
        (Plan("A", 2026, signer=Signer(("Giám đốc",), "Lê An")), ("GIÁM ĐỐC",)),
    ],
)
def test_who_signs(plan: Plan, posts: tuple[str, ...]) -> None:
    end = plan_document(plan, (), (), OFFICE).blocks[-1]
    assert isinstance(end, Closing)
    assert end.signatures[0].posts == posts
    assert end.recipients == ("Lưu: VT",)


def test_a_party_body_has_the_partys_head() -> None:
    parts = (part(Role.LETTERHEAD, "ĐẢNG CỘNG SẢN VIỆT NAM"), part(Role.TEXT, "Nội dung."))
    head = plan_document(PLAN, parts, (), OFFICE).blocks[0]
    assert isinstance(head, Letterhead)
    assert head.party


def test_worst_cases_keep_their_lines(tmp_path: Path) -> None:
    name = "Nguyễn Thị Hoàng Phương Quỳnh Trâm Anh Thục Đoan Khánh Vy Hà"
    plan = replace(
        PLAN,
        issuer="Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên khu vực Đồng bằng sông Cửu Long",
        superior="Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh",
        place="Thành phố Hồ Chí Minh",
        issued_on=date(2026, 12, 29),
        signer=Signer(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), name),
    )
    page = printed(plan_document(plan, (), (task(1, "Một việc duy nhất", quarter=1),), OFFICE), tmp_path)
    assert len(name) >= 60
    assert page.find("Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2026").right <= 195
    agency = [run for run in page.on(1) if run.font.endswith("-Bold") and run.size == 12 and run.right < 93]
    assert len(agency) >= 3
    assert not any(fold(run.text).endswith(("khen", "giao", "thuong -")) for run in agency)
    number = page.find("Số:")
    assert number.base == pytest.approx(page.find("Thành phố Hồ Chí Minh").base, abs=0.1)
    assert number.base > max(run.base for run in agency) + 5
    assert all(run.left >= 29.5 and run.right <= 195.5 for run in page.texts)
    assert said.words(name) <= said.words(page.words())


def test_decomposed_letters_are_printed_composed(tmp_path: Path) -> None:
    parts = (part(Role.TEXT, unicodedata.normalize("NFD", "Thi đua yêu nước Ẩn Dật")),)
    page = printed(plan_document(PLAN, parts, (), OFFICE), tmp_path)
    assert "Ẩn Dật" in page.words()


def test_headings_stay_with_their_text() -> None:
    report = typed()
    headings = [block for block in report.blocks if isinstance(block, Paragraph) and block.style is Style.BOLD]
    assert headings
    assert all(block.keep for block in headings)

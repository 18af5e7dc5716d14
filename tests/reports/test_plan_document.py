"""A plan as a whole document: nothing of its text is lost, and it stands as NĐ 30/2020 wants."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.importing.plans.samples import make_samples
from tests.importing.plans.test_real_plans import PLANS
from tests.reports import paper, said
from tests.reports.cases import OFFICE, PLAN, TASKS, task
from tests.reports.paper import Paper
from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanId, PlanPartId
from thidua_desktop.domain.intake import parts_from, tasks_from
from thidua_desktop.domain.plans import BY_HAND, Plan, PlanPart, Role, Signer, plan_from
from thidua_desktop.domain.units import Office
from thidua_desktop.importing.plans import parse
from thidua_desktop.importing.readers import read_file, read_text
from thidua_desktop.reports import pdf
from thidua_desktop.reports.builders.plan_annex import plan_annex
from thidua_desktop.reports.builders.plan_body import annexes_in
from thidua_desktop.reports.builders.plan_document import plan_document
from thidua_desktop.reports.model import Closing, GroupRow, Heading, Letterhead, Paragraph, Report, Row, Style, Table

SAMPLES = Path(make_samples.__file__).parent
REAL = sorted(PLANS.glob("*.txt")) if PLANS.is_dir() else []

NOT_SAID = {
    "vt": "a mark of the scanner beside Nơi nhận",
    "handwritten": "the same",
    "signature": "the same",
    "ong": "a page's own title, repeated",
}


def document_of(path: Path) -> tuple[str, Report, Counter[str]]:
    """The text of a source, its document, and the words that are no text of the plan (page numbers, web pages)."""
    draft = parse(read_file(path))
    plan, parts = plan_from(draft, fallback_year=2026), parts_from(draft)
    tasks = tasks_from(draft, PlanId(1), plan_year=plan.year)
    furniture = said.words("\n".join(part.text for part in parts if part.role is Role.FURNITURE))
    return "\n".join(block.text for block in draft.blocks), plan_document(plan, parts, tasks, Office()), furniture


# Web pages repeat the title above the plan; their own lines are no part of it.
OTHERS = ("trang-web", "muc-so-a-rap", "ocr")
WHOLE = [path for path in sorted(SAMPLES.glob("*.txt")) if not path.name.startswith(OTHERS)]


@pytest.mark.parametrize("path", [*REAL, *WHOLE], ids=lambda path: path.stem)
def test_every_word_of_the_source_is_printed(path: Path) -> None:
    source, report, furniture = document_of(path)
    missing = said.words(source) - said.words(said.text_of(report)) - furniture
    assert set(missing) <= set(NOT_SAID)
    assert missing.total() <= 3


@pytest.mark.parametrize("path", [*REAL, *WHOLE], ids=lambda path: path.stem)
def test_nothing_is_printed_twice(path: Path) -> None:
    source, report, _ = document_of(path)
    body = "\n".join(
        block.text for each in (report, *report.annexes) for block in each.blocks if isinstance(block, Paragraph)
    )
    assert not said.words(body) - said.words(source) - Counter({"1": 20, "2": 20, "3": 20})


def printed(report: Report, tmp_path: Path) -> Paper:
    pdf.write(report, tmp_path / "kế hoạch.pdf")
    return paper.read(tmp_path / "kế hoạch.pdf")


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_the_pdf_says_what_the_report_says(path: Path, tmp_path: Path) -> None:
    _, report, _ = document_of(path)
    page = printed(report, tmp_path)
    pages = len(page.sizes)
    heads = [head.text for block in report.blocks if isinstance(block, Table) for row in block.header for head in row]
    repeated = said.words("\n".join(heads * pages) + " ".join(map(str, range(pages + 1))))
    assert not said.words(said.text_of(report)) - said.words(page.words())
    assert not said.words(page.words()) - said.words(said.text_of(report)) - repeated


LINES = """UBND TỈNH HỒNG SƠN
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 5/KH-SNV
Hồng Sơn, ngày 05 tháng 02 năm 2026
KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2026
Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022,
Căn cứ Kế hoạch số 12/KH-UBND ngày 10/01/2026 của UBND tỉnh
Sở Nội vụ xây dựng kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Đẩy mạnh các phong trào thi đua yêu nước trong toàn ngành.
II. NỘI DUNG THỰC HIỆN
1. Quý I
a) Tổ chức ký kết giao ước thi đua năm 2026.
b) Ban hành Kế hoạch tuyên truyền điển hình tiên tiến.
2. Quý II
a) Báo cáo sơ kết 6 tháng đầu năm trước ngày 15/6.
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở theo dõi, đôn đốc việc thực hiện.
Trên đây là Kế hoạch công tác thi đua, khen thưởng năm 2026. /.
Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT, TĐKT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Phạm Thị Lan Hương"""


def typed() -> Report:
    draft = parse(read_text(LINES.replace("\n", "\n\n")))
    plan, parts = plan_from(draft, fallback_year=2026), parts_from(draft)
    return plan_document(plan, parts, tasks_from(draft, PlanId(1), plan_year=2026), OFFICE)


@pytest.fixture
def page(tmp_path: Path) -> Paper:
    return printed(typed(), tmp_path)


def test_head_stands_to_a_millimetre(page: Paper) -> None:
    left, right, middle = 30 + 31, 30 + 62 + 103 / 2, 30 + 165 / 2
    for start, at in (
        ("UBND TỈNH", left),
        ("SỞ NỘI VỤ", left),
        ("Số: 05/KH-SNV", left),
        ("CỘNG HÒA", right),
        ("Hồng Sơn, ngày 05 tháng 02 năm 2026", right),
        ("KẾ HOẠCH", middle),
        ("Công tác thi đua", middle),
    ):
        assert page.find(start).middle == pytest.approx(at, abs=0.5), start
    assert page.find("Số:").base == pytest.approx(page.find("Hồng Sơn, ngày").base, abs=0.1)
    assert page.find("UBND TỈNH").base == pytest.approx(page.find("CỘNG HÒA").base, abs=0.1)
    subject = page.find("Công tác thi đua")
    rule = page.rule_below(subject)
    assert (subject.right - subject.left) / 3 <= rule.length <= (subject.right - subject.left) / 2
    assert rule.middle == pytest.approx(middle, abs=0.3)
    assert 0.3 < rule.top - subject.base < 2.5


@pytest.mark.parametrize(
    ("start", "font", "left"),
    [
        ("Căn cứ Luật", "LiberationSerif-Italic", 40),
        ("I. MỤC ĐÍCH", "LiberationSerif-Bold", 40),
        ("1. Mục đích", "LiberationSerif-Bold", 40),
        ("Đẩy mạnh các", "LiberationSerif", 40),
        ("a) Tổ chức ký kết", "LiberationSerif", 40),
        ("Trên đây là", "LiberationSerif", 40),
        ("Nơi nhận:", "LiberationSerif-BoldItalic", 30),
        ("- UBND tỉnh (b/c);", "LiberationSerif", 30),
        ("- Lưu: VT, TĐKT.", "LiberationSerif", 30),
    ],
)
def test_faces_and_indents(page: Paper, start: str, font: str, left: float) -> None:
    run = page.find(start)
    assert run.font == font
    assert run.left == pytest.approx(left, abs=0.5)


def test_legal_bases_end_with_semicolons_and_the_text_with_its_sign(page: Paper) -> None:
    words = page.words()
    assert "ngày 15 tháng 6 năm 2022;" in words
    assert "của UBND tỉnh. Sở Nội vụ xây dựng" in words
    assert "khen thưởng năm 2026./. " in words


def test_a_basis_that_leads_into_the_text_is_no_basis() -> None:
    bases = ("Căn cứ Luật Thi đua, khen thưởng", "Theo đề nghị của Sở Nội vụ, UBND tỉnh ban hành Kế hoạch như sau:")
    report = plan_document(replace(PLAN, legal_bases=bases), (), (), OFFICE)
    first, second = [block for block in report.blocks if isinstance(block, Paragraph)][:2]
    assert (first.text, first.style) == ("Căn cứ Luật Thi đua, khen thưởng.", Style.ITALIC)
    assert (second.text, second.style) == (bases[1], Style.REGULAR)


def test_recipients_stand_level_with_the_signature(page: Paper) -> None:
    signer, recipients = page.find("KT. GIÁM ĐỐC"), page.find("Nơi nhận:")
    assert recipients.base == pytest.approx(signer.base, abs=0.8)
    assert (recipients.size, page.find("- Lưu:").size, signer.size) == (12, 11, 14)
    column = 30 + 62 + 103 / 2
    for start in ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Phạm Thị Lan Hương"):
        assert page.find(start).middle == pytest.approx(column, abs=0.5)
    assert 25 < page.find("Phạm Thị").base - page.find("PHÓ GIÁM").base < 36


def test_pages_are_numbered_from_the_second_and_annexes_on_their_own(tmp_path: Path) -> None:
    many = [task(number, f"Việc số {number} của kế hoạch", quarter=1 + number % 4) for number in range(1, 81)]
    annex = plan_annex(PLAN, many)
    page = printed(plan_document(PLAN, (), many, OFFICE, annexes=(annex,)), tmp_path)
    upright = [at for at, size in enumerate(page.sizes, start=1) if size[0] < 211]
    assert len(upright) >= 3
    assert len(page.sizes) >= len(upright) + 3
    for first, width in ((1, 210), (upright[-1] + 1, 297)):
        top = [[run.text for run in page.on(first + step) if run.base < 16] for step in range(3)]
        assert top == [[], ["2"], ["3"]]
        number = next(run for run in page.on(first + 1) if run.base < 16)
        assert (number.size, number.base < 20) == (13, True)
        left, right = (30, 195) if width == 210 else (20, 277)
        assert number.middle == pytest.approx((left + right) / 2, abs=0.3)
    assert page.find("Phụ lục").page == upright[-1] + 1


def test_the_text_points_to_its_annex() -> None:
    annex = plan_annex(PLAN, TASKS)
    told = paragraphs(BODY, annexes=(annex,))
    assert told[-2] == "Danh mục nhiệm vụ, phân công và thời gian thực hiện tại Phụ lục kèm theo Kế hoạch này."
    assert told[-1].endswith("./.")
    named = (*BODY, part(Role.TEXT, "Nhiệm vụ tại Phụ lục kèm theo."))
    assert sum("Phụ lục" in text for text in paragraphs(named, annexes=(annex,))) == 1
    assert not any("Phụ lục" in text for text in paragraphs(BODY))


def test_several_annexes_have_roman_numbers() -> None:
    (heading, *_) = plan_annex(PLAN, TASKS, ordinal=2).blocks
    assert isinstance(heading, Heading)
    assert heading.lines[0].text == "Phụ lục II"
    own = (*BODY, part(Role.SIGNER, "GIÁM ĐỐC"), part(Role.HEADING, "PHỤ LỤC I"), part(Role.TEXT, "Danh sách."))
    assert (annexes_in(own), annexes_in(BODY)) == (1, 0)


def table_of(report: Report) -> Table:
    return next(block for block in report.blocks if isinstance(block, Table))


def part(role: Role, text: str, label: str | None = None, **fields: object) -> PlanPart:
    given = PlanPart(role, text, BY_HAND, label=label)
    return replace(given, **fields)  # type: ignore[arg-type]


def row(block: int, text: str, role: Role = Role.TASK, label: str | None = None) -> PlanPart:
    return PlanPart(role, text, Source(block, table=1), label=label, id=PlanPartId(block))


ROWS = (
    row(1, "Số TT\tNội dung\tĐơn vị", Role.TABLE_HEADING),
    row(2, "QUÝ I:\t\t", Role.HEADING),
    row(3, "1\tPhát động thi đua chào mừng Cuộc bầu cử,\t- UBND tỉnh. - Ban TĐKT, Sở Nội vụ", label="1"),
    row(4, "\tnhiệm kỳ 2021 - 2026\t"),
    row(5, "2\tGặp mặt người tốt - việc tốt\tSở Nội vụ", label="2"),
)


def test_tables_stand_again_with_rows_whole_that_a_page_had_broken() -> None:
    table = table_of(plan_document(PLAN, ROWS, (), OFFICE))
    assert [head.text for head in table.header[0]] == ["Số TT", "Nội dung", "Đơn vị"]
    assert table.rows[0] == GroupRow("QUÝ I:")
    assert table.rows[1] == Row(
        (
            "1",
            "Phát động thi đua chào mừng Cuộc bầu cử, nhiệm kỳ 2021 - 2026",
            "- UBND tỉnh.\n- Ban TĐKT, Sở Nội vụ",
        )
    )
    assert table.rows[2] == Row(("2", "Gặp mặt người tốt - việc tốt", "Sở Nội vụ"))
    assert sum(column.width for column in table.columns) == pytest.approx(165)


def test_headings_between_rows_are_rows_of_the_one_table() -> None:
    parts = (
        row(1, "TT\tNội dung\tĐơn vị", Role.TABLE_HEADING),
        part(Role.HEADING, "QUÝ I", level=2),
        PlanPart(Role.TASK, "1\tKý kết\tSở Nội vụ", Source(3, table=2), label="1"),
        part(Role.HEADING, "QUÝ II", level=2),
        PlanPart(Role.TASK, "1\tSơ kết\tSở Nội vụ", Source(5, table=3), label="1"),
        part(Role.HEADING, "III. TỔ CHỨC THỰC HIỆN", "III.", level=1),
    )
    report = plan_document(PLAN, parts, (), OFFICE)
    (table,) = [block for block in report.blocks if isinstance(block, Table)]
    assert [row.text if isinstance(row, GroupRow) else row.cells[1] for row in table.rows] == [
        "QUÝ I",
        "Ký kết",
        "QUÝ II",
        "Sơ kết",
    ]


def test_annexes_of_the_source_have_their_titles_and_pages(tmp_path: Path) -> None:
    parts = (
        *BODY,
        part(Role.SIGNER, "GIÁM ĐỐC"),
        part(Role.HEADING, "PHỤ LỤC I"),
        part(Role.HEADING, "PHÂN CÔNG NHIỆM VỤ"),
        part(Role.TEXT, "(Kèm theo Kế hoạch số 12/KH-UBND)"),
        part(Role.TEXT, "Sở Nội vụ chủ trì."),
        part(Role.HEADING, "PHỤ LỤC II"),
        part(Role.TEXT, "Danh sách đơn vị."),
    )
    report = plan_document(PLAN, parts, (), OFFICE)
    assert len(report.annexes) == annexes_in(parts) == 2
    page = printed(report, tmp_path)
    assert (page.find("PHỤ LỤC I").page, page.find("PHỤ LỤC II").page) == (2, 3)
    for start, font in (("PHÂN CÔNG", "LiberationSerif-Bold"), ("(Kèm theo", "LiberationSerif-Italic")):
        assert page.find(start).font == font
        assert page.find(start).middle == pytest.approx(30 + 165 / 2, abs=0.5)
    assert page.find("Sở Nội vụ chủ trì.").font == "LiberationSerif"


def test_two_heading_rows_are_merged_again() -> None:
    parts = (
        row(1, "TT\tNội dung\tThời gian\t", Role.TABLE_HEADING),
        row(2, "\t\tTừ\tĐến", Role.TABLE_HEADING),
        row(3, "1\tKiểm tra\t01/3\t15/3", label="1"),
    )
    upper, lower = table_of(plan_document(PLAN, parts, (), OFFICE)).header
    assert [(head.text, head.columns, head.rows) for head in upper] == [
        ("TT", 1, 2),
        ("Nội dung", 1, 2),
        ("Thời gian", 2, 1),
    ]
    assert [head.text for head in lower] == ["Từ", "Đến"]


BODY = (
    part(Role.HEADING, "I. NỘI DUNG", "I.", level=1, id=PlanPartId(1)),
    part(Role.HEADING, "1. Quý I", "1.", level=2, id=PlanPartId(2)),
    part(Role.TASK, "a) Ký kết giao ước thi đua.", "a)", id=PlanPartId(3)),
    part(Role.TASK, "b) Ban hành Kế hoạch tuyên truyền.", "b)", id=PlanPartId(4)),
    part(Role.HEADING, "2. Quý II", "2.", level=2, id=PlanPartId(5)),
    part(Role.CLOSING, "Trên đây là Kế hoạch năm 2026."),
)


def paragraphs(parts: tuple[PlanPart, ...], *tasks: object, annexes: tuple[Report, ...] = ()) -> list[str]:
    report = plan_document(PLAN, parts, tasks, OFFICE, annexes=annexes)  # type: ignore[arg-type]
    return [block.text for block in report.blocks if isinstance(block, Paragraph)]


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

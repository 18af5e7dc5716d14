"""Whole small plans: one trait of layout or language each."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.plans import PlanDraft, Role, TaskDraft
from thidua_desktop.domain.tasks import Recurrence
from thidua_desktop.importing.plans import parse
from thidua_desktop.importing.readers import read_text

HEAD = "KẾ HOẠCH\nCông tác thi đua, khen thưởng năm 2025\n\n"


def read(body: str, head: str = HEAD) -> PlanDraft:
    return parse(read_text(head + body))


def only(body: str) -> TaskDraft:
    (task,) = read(body).tasks
    return task


def brief(draft: PlanDraft) -> list[tuple[int | None, str | None, str]]:
    return [(task.quarter, task.label, task.text) for task in draft.tasks]


@pytest.mark.parametrize(
    "heading",
    [
        "1. Quý I",
        "QUÝ I:",
        "1. Nội dung thực hiện Quý I",
        "a) Quý 1 năm 2025",
        "* Qúy I",
        "1. QUÍ I/2025",
        "Trong quý I:",
        "Tháng 02",
    ],
)
def test_a_heading_gives_its_quarter(heading: str) -> None:
    draft = read(f"II. NỘI DUNG\n{heading}\n- Phát động thi đua.\n- Họp Hội đồng.")
    assert brief(draft) == [(1, "-", "Phát động thi đua."), (1, "-", "Họp Hội đồng.")]


def test_under_a_quarter_without_signs_each_paragraph_is_a_task() -> None:
    draft = read("II. NỘI DUNG\nQuý I\nPhát động thi đua năm 2025.\nHọp Hội đồng xét khen thưởng.")
    assert brief(draft) == [(1, None, "Phát động thi đua năm 2025."), (1, None, "Họp Hội đồng xét khen thưởng.")]


def test_a_schedule_of_its_own_makes_the_undated_content_text() -> None:
    draft = read(
        "II. NỘI DUNG\n1. Thi đua lao động giỏi.\n2. Thi đua xây dựng cơ quan văn hóa.\n"
        "III. TIẾN ĐỘ THỰC HIỆN\n1. Quý I: Phát động thi đua.\n2. Quý IV: Tổng kết, khen thưởng."
    )
    assert brief(draft) == [(1, "1.", "Quý I: Phát động thi đua."), (4, "2.", "Quý IV: Tổng kết, khen thưởng.")]
    roles = {part.text: part.role for part in draft.parts}
    assert roles["1. Thi đua lao động giỏi."] is Role.TEXT


def test_purpose_budget_and_standing_duties_are_no_tasks() -> None:
    draft = read(
        "I. MỤC ĐÍCH, YÊU CẦU\n- Nâng cao chất lượng.\nII. NỘI DUNG\n1. Họp Hội đồng.\n"
        "III. KINH PHÍ\nTừ ngân sách xã.\n"
        "IV. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ\n- Theo dõi, đôn đốc.\n- Gửi báo cáo trước ngày 15/6/2025."
    )
    assert [(task.text, task.lead) for task in draft.tasks] == [
        ("Họp Hội đồng.", ()),
        ("Gửi báo cáo trước ngày 15/6/2025.", ("Phòng Nội vụ",)),
    ]
    assert [(duty.text, duty.section, duty.lead) for duty in draft.responsibilities] == [
        ("Theo dõi, đôn đốc.", "IV.1", ("Phòng Nội vụ",))
    ]


def test_attribute_lines_tell_about_the_item_above() -> None:
    task = only(
        "II. NHIỆM VỤ\n1. Tổ chức Hội nghị tổng kết\n- Thời gian: tháng 12/2025.\n"
        "- Chủ trì: Phòng Nội vụ; Phối hợp: Công đoàn.\n"
        "- Sản phẩm: Báo cáo.\n- Địa điểm: Hội trường."
    )
    assert (task.text, task.label, task.month, task.quarter) == ("Tổ chức Hội nghị tổng kết", "1.", 12, 4)
    assert (task.lead, task.coordinate, task.product) == (("Phòng Nội vụ",), ("Công đoàn",), "Báo cáo.")


def test_what_a_dossier_holds_is_no_task() -> None:
    task = only("II. NHIỆM VỤ\n1. Gửi hồ sơ trước ngày 15/8/2025.\nHồ sơ gồm có:\n+ Tờ trình;\n+ Báo cáo thành tích.")
    assert (task.text, task.due) == ("Gửi hồ sơ trước ngày 15/8/2025.", date(2025, 8, 15))


def test_the_closing_paragraph_orders_reports() -> None:
    draft = read(
        "II. NỘI DUNG\n1. Họp Hội đồng.\n"
        "Trên đây là Kế hoạch năm 2025; đề nghị Thủ trưởng các đơn vị tổ chức triển khai thực hiện, "
        "định kỳ 6 tháng (vào ngày 15 tháng 6), năm (vào ngày 15 tháng 12) báo cáo kết quả về UBND tỉnh./."
    )
    reports = draft.tasks[1:]
    assert [task.due for task in reports] == [date(2025, 6, 15), date(2025, 12, 15)]
    assert {task.text for task in reports} == {
        "định kỳ 6 tháng (vào ngày 15 tháng 6), năm (vào ngày 15 tháng 12) báo cáo kết quả về UBND tỉnh"
    }
    assert {task.lead for task in reports} == {("Thủ trưởng các đơn vị",)}


def test_lines_torn_by_width_and_page_are_joined() -> None:
    task = only(
        "II. NỘI DUNG\n1. Triển khai thực hiện Nghị định số\n"
        "152/2025/NĐ-CP và lựa chọn các gương người tốt\n- việc tốt để giới thiệu\n\n"
        "2\n\ntrên Đài Phát thanh của Bộ\n\nChính trị."
    )
    assert task.text == (
        "Triển khai thực hiện Nghị định số 152/2025/NĐ-CP và lựa chọn các gương người tốt - việc tốt để giới thiệu "
        "trên Đài Phát thanh của Bộ Chính trị."
    )


def test_two_items_on_one_line_are_two_tasks() -> None:
    draft = read("II. NỘI DUNG\n1. Quý I\na) Phát động thi đua; b) Họp Hội đồng; c) Ký giao ước.")
    assert [(task.label, task.text) for task in draft.tasks] == [
        ("a)", "Phát động thi đua;"),
        ("b)", "Họp Hội đồng;"),
        ("c)", "Ký giao ước."),
    ]


def test_a_table_with_its_columns_in_any_order() -> None:
    draft = read(
        "II. NHIỆM VỤ\nTT\tThời gian\tChủ trì\tNội dung\tPhối hợp\tSản phẩm\n"
        "1\tQuý I, III\tPhòng Nội vụ\tHọp Hội đồng\tCông đoàn; Đoàn Thanh niên\tBiên bản\n"
        "2\tTrước 15/3\tVăn phòng\tGửi hồ sơ khen thưởng\t\tTờ trình\n"
        "\t\t\tcủa các đơn vị\t\t\n"
        "3\tHằng tháng\tVăn phòng\tBáo cáo kết quả\t\t"
    )
    assert [(task.label, task.quarter, task.due, task.text) for task in draft.tasks] == [
        ("1", 1, None, "Họp Hội đồng"),
        ("1", 3, None, "Họp Hội đồng"),
        ("2", 1, date(2025, 3, 15), "Gửi hồ sơ khen thưởng của các đơn vị"),
        ("3", None, None, "Báo cáo kết quả"),
    ]
    assert (draft.tasks[0].lead, draft.tasks[0].coordinate) == (("Phòng Nội vụ",), ("Công đoàn", "Đoàn Thanh niên"))
    assert draft.tasks[2].product == "Tờ trình"
    assert draft.tasks[3].recurrence is Recurrence.MONTHLY


def test_a_table_with_a_column_for_each_quarter() -> None:
    draft = read(
        "II. NỘI DUNG\nTT\tNội dung\tQuý I\tQuý II\tQuý III\tQuý IV\n1\tHọp Hội đồng\tx\t\tx\t\n2\tBình xét\t\t\t\tX"
    )
    assert brief(draft) == [(1, "1", "Họp Hội đồng"), (3, "1", "Họp Hội đồng"), (4, "2", "Bình xét")]


def test_group_rows_give_quarter_and_section() -> None:
    draft = read(
        "II. NỘI DUNG\nTT\tNội dung\tĐơn vị thực hiện\nI\tCÔNG TÁC THI ĐUA\t\nQUÝ II\n1\tHọp Hội đồng\tPhòng Nội vụ\n"
        "II\tCÔNG TÁC KHEN THƯỞNG\t\nQUÝ III\n1\tXét khen thưởng\tPhòng Nội vụ"
    )
    assert [(task.section, task.label, task.quarter) for task in draft.tasks] == [("II.I", "1", 2), ("II.II", "1", 3)]


def test_an_annex_after_the_recipients_is_read() -> None:
    draft = read(
        "I. MỤC ĐÍCH\nNâng cao.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn A\n\nPHỤ LỤC\nLỊCH THỰC HIỆN\n"
        "TT\tNội dung\tThời gian\n1\tHọp Hội đồng\tTháng 5\n2\tTổng kết\tTháng 12"
    )
    assert [(task.section, task.quarter, task.month) for task in draft.tasks] == [("Phụ lục", 2, 5), ("Phụ lục", 4, 12)]
    assert (draft.recipients, draft.signer.posts, draft.signer.name) == (("Lưu: VT",), ("CHỦ TỊCH",), "Nguyễn Văn A")


def test_parts_and_nested_numbers_make_the_section() -> None:
    draft = read(
        "Phần I\nMỤC ĐÍCH\n1. Nâng cao.\nPhần II\nNỘI DUNG\nI. Công tác thi đua\n5. Quý I\n"
        "5.1. Tuyên truyền\na) Đưa tin, bài."
    )
    assert [(task.section, task.label, task.quarter) for task in draft.tasks] == [("Phần II.I.5.1", "a)", 1)]


def test_text_without_marks_is_read() -> None:
    draft = parse(
        read_text(
            "KE HOACH\nCong tac thi dua, khen thuong nam 2025\n\nI. MUC DICH\nNang cao chat luong.\n"
            "II. NOI DUNG\nQuy II\n"
            "- Hop Hoi dong thi dua xa.\n- Gui bao cao truoc ngay 15/6."
        )
    )
    assert [(task.quarter, task.due, task.text) for task in draft.tasks] == [
        (2, None, "Hop Hoi dong thi dua xa."),
        (2, date(2025, 6, 15), "Gui bao cao truoc ngay 15/6."),
    ]


def test_rubble_of_a_scan_gives_a_warning_and_no_tasks() -> None:
    rubble = (
        "To chirc cac phong trao thi dua yeu nirdc tren dja ban x5, thu0c nhi^m vu ph4t trien kinh te x9 hpi; dtroc "
    )
    draft = parse(read_text("KE HO~CH\nII. NQI DUNG\n" + "\n".join(f"{number}. {rubble}" for number in range(1, 9))))
    assert draft.tasks == ()
    assert [finding.code for finding in draft.findings] == ["plan.unreadable"]


def test_nothing_gives_a_finding() -> None:
    assert [finding.code for finding in parse(read_text("")).findings] == ["plan.empty"]


def test_conditional_and_impossible_days_are_said() -> None:
    draft = read("II. NỘI DUNG\n1. Trao tặng phần thưởng (nếu có).\n2. Gửi hồ sơ trước ngày 31/02/2025.")
    assert [task.conditional for task in draft.tasks] == [True, False]
    assert (draft.tasks[1].due, draft.tasks[1].month) == (None, 2)
    assert "plan.day_unsure" in {finding.code for finding in draft.findings}


def test_waves_of_a_school_year_are_tasks_with_their_last_day() -> None:
    draft = read(
        "I. CÁC ĐỢT THI ĐUA\n1. Đợt 1: Từ 05/9/2025 đến 20/11/2025\n"
        "- Chủ đề: Chào mừng ngày 20/11\n- Nội dung: Hội giảng.\n"
        "2. Đợt 2: Từ 21/11/2025 đến 09/01/2026\n- Nội dung: Thi học sinh giỏi.",
        head="KẾ HOẠCH\nCÁC ĐỢT THI ĐUA NĂM HỌC 2025 - 2026\n\n",
    )
    assert [(task.label, task.due, task.starts) for task in draft.tasks] == [
        ("1.", date(2025, 11, 20), date(2025, 9, 5)),
        ("2.", date(2026, 1, 9), date(2025, 11, 21)),
    ]


def test_the_run_of_a_movement_is_no_task() -> None:
    draft = read(
        "II. NỘI DUNG\n1. Thi đua hỗ trợ các xã.\nIII. THỜI GIAN THỰC HIỆN\n"
        "Phong trào được triển khai từ ngày 01/3/2025 đến ngày 30/9/2025."
    )
    assert brief(draft) == [(None, "1.", "Thi đua hỗ trợ các xã.")]


def test_a_plan_for_one_month_gives_it_to_its_items() -> None:
    draft = read(
        "1. Công tác thi đua\n- Họp Khối thi đua ngày 14/3.\n2. Công tác khen thưởng\n- Trình hồ sơ trước ngày 31.",
        head="KẾ HOẠCH\nCông tác tháng 3 năm 2025\n\n",
    )
    assert [(task.month, task.due) for task in draft.tasks] == [(3, date(2025, 3, 14)), (3, date(2025, 3, 31))]


def test_letters_over_romans_and_romans_over_letters() -> None:
    party = read(
        "A- MỤC ĐÍCH\n- Nâng cao.\nB- NHIỆM VỤ\nI- CÔNG TÁC TƯ TƯỞNG\n* Quý I\n- Học chuyên đề.\n"
        "C- TỔ CHỨC THỰC HIỆN\n1. Theo dõi."
    )
    assert [(task.section, task.quarter) for task in party.tasks] == [("B.I", 1)]
    usual = read(
        "I. MỤC ĐÍCH\nNâng cao.\nII. NHIỆM VỤ\nA. Thi đua\n1. Họp Khối.\nB. Khen thưởng\n"
        "1. Xét khen.\nIII. KINH PHÍ\n- Ngân sách."
    )
    assert [task.section for task in usual.tasks] == ["II.A", "II.B"]


def test_a_table_of_one_cell_to_a_line() -> None:
    draft = read(
        "II. TIẾN ĐỘ\n\nTT\nCông việc\nChủ trì\nThời gian\n\n1\nHướng dẫn đăng ký thi đua\nBan Thường vụ\nTháng 2\n\n"
        "2\nBình xét hộ sản xuất giỏi\nHội cơ sở\nTrước 15/6\n\nIII. TỔ CHỨC THỰC HIỆN\n- Theo dõi."
    )
    assert [(task.label, task.quarter, task.lead) for task in draft.tasks] == [
        ("1", 1, ("Ban Thường vụ",)),
        ("2", 2, ("Hội cơ sở",)),
    ]

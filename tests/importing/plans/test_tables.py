"""Tables: which column holds what, rows without an ordinal, and the finer of two times."""

from __future__ import annotations

from datetime import date

from tests.importing.plans.reading import dated, read
from thidua_desktop.domain.documents import Block, BlockKind, Document, Source
from thidua_desktop.importing.plans import parse


def test_a_row_that_is_whole_in_itself_is_a_row() -> None:
    draft = read(
        "II. NỘI DUNG\nTT\tNội dung\tĐơn vị chủ trì\tThời gian\n1\tBan hành Kế hoạch thi đua\tPhòng Nội vụ\tTháng 01\n"
        "\tCác nhiệm vụ khác do Chủ tịch giao\t\t\n\tKhông có nội dung phát sinh\t\t\n"
        "2\tTổ chức Hội nghị tổng kết\tVăn phòng\tTháng 12\n\tvà trao cờ thi đua\t\t"
    )
    assert [(task.section, task.label, task.text) for task in draft.tasks] == [
        ("II", "1", "Ban hành Kế hoạch thi đua"),
        ("II", None, "Các nhiệm vụ khác do Chủ tịch giao"),
        ("II", "2", "Tổ chức Hội nghị tổng kết và trao cờ thi đua"),
    ]


def test_the_day_in_the_item_goes_before_its_column() -> None:
    draft = read(
        "II. NỘI DUNG\nTT\tNội dung\tThời gian\n1\tĐại hội điển hình tiên tiến (trước ngày 25/11)\tQuý IV\n"
        "2\tXét sáng kiến trong tháng 5\tQuý II\n3\tHội nghị ngày 10/12\tTháng 12\n"
        "4\tTổng kết năm 2025 (trước 10/12)\tQuý I"
    )
    assert [(task.quarter, task.month, task.due) for task in draft.tasks] == [
        (4, 11, date(2026, 11, 25)),
        (2, 5, None),
        (4, 12, date(2026, 12, 10)),
        (1, None, None),
    ]


def test_the_month_in_the_item_goes_before_the_range_of_its_heading() -> None:
    draft = read(
        "II. TIẾN ĐỘ\n1. Đợt 1 (từ 01/01 đến 30/4/2026)\n- Phát động thi đua trong trung tuần tháng 2.\n- Sơ kết đợt.\n"
        "2. Đợt 2 (từ 01/5 đến 31/8/2026)\n- Kiểm tra chéo, trung tuần tháng 6."
    )
    assert [(task.quarter, task.month, task.due) for task in draft.tasks] == [
        (1, 2, None),
        (2, 4, date(2026, 4, 30)),
        (2, 6, None),
    ]


def test_the_unit_to_visit_is_the_work_and_its_place_is_not() -> None:
    draft = read(
        "III. LỊCH KIỂM TRA\n1. Đợt 1\nTT\tĐơn vị được kiểm tra\tThời gian\tĐịa điểm\n"
        "1\tUBND xã Tân Lập\t08 giờ 00, ngày 05/5/2026\tTrụ sở xã\n"
        "2\tUBND xã Hòa Bình\t14 giờ, ngày 05/5/2026\tTrụ sở xã\n"
        "2. Đợt 2\nTT\tĐơn vị\tNgày kiểm tra\tThành phần đoàn\n1\tSở Y tế\t10/6/2026\tPhòng Nội vụ, Công đoàn"
    )
    assert dated(draft) == [
        ("1", "UBND xã Tân Lập", 2, 5, date(2026, 5, 5)),
        ("2", "UBND xã Hòa Bình", 2, 5, date(2026, 5, 5)),
        ("1", "Sở Y tế", 2, 6, date(2026, 6, 10)),
    ]


def test_a_target_beside_its_doer_is_the_work() -> None:
    draft = read("II. NỘI DUNG\nTT\tChỉ tiêu\tĐơn vị thực hiện\tThời gian\n1\tXây dựng 2 mô hình\tCông đoàn\tQuý I")
    assert [(task.text, task.lead, task.quarter) for task in draft.tasks] == [("Xây dựng 2 mô hình", ("Công đoàn",), 1)]


def test_a_merged_heading_takes_as_many_columns_as_it_covers() -> None:
    def row(place: int, *cells: str, spans: tuple[int, ...] = ()) -> Block:
        return Block(Source(place), "\t".join(cells), BlockKind.ROW, cells, spans=spans)

    blocks = (
        Block(Source(0), "KẾ HOẠCH"),
        Block(Source(1), "Công tác thi đua năm 2026"),
        Block(Source(2), "PHỤ LỤC"),
        row(3, "TT", "Nội dung", "Đơn vị thực hiện", "Thời gian", "Sản phẩm", spans=(1, 1, 2, 1, 1)),
        row(4, "", "", "Chủ trì", "Phối hợp", "", ""),
        row(5, "1", "Ban hành kế hoạch", "Phòng Tổ chức", "Văn phòng Sở", "Quý I", "Kế hoạch"),
        row(6, "2", "Tổng kết năm", "Phòng Tổ chức", "Công đoàn ngành", "Quý IV", "Báo cáo"),
    )
    draft = parse(Document("x.docx", blocks, format="docx"))
    assert [(task.quarter, task.lead, task.coordinate, task.product) for task in draft.tasks] == [
        (1, ("Phòng Tổ chức",), ("Văn phòng Sở",), "Kế hoạch"),
        (4, ("Phòng Tổ chức",), ("Công đoàn ngành",), "Báo cáo"),
    ]


def test_a_name_torn_after_its_hyphen_in_a_pdf_cell_keeps_it() -> None:
    def row(place: int, *cells: str) -> Block:
        return Block(Source(place, page=1), "\t".join(cells), BlockKind.ROW, cells)

    blocks = (
        Block(Source(0, page=1), "KẾ HOẠCH"),
        Block(Source(1, page=1), "Công tác thi đua năm 2026"),
        row(2, "TT", "Nội dung", "Chủ trì", "Thời gian"),
        row(3, "1", "Họp Hội đồng", "Phòng TĐ-\nKT", "Quý I"),
        row(4, "2", "Bình xét", "Văn phòng", "Quý IV"),
    )
    draft = parse(Document("x.pdf", blocks, format="pdf"))
    assert draft.tasks[0].lead == ("Phòng TĐ-KT",)


def test_the_days_of_a_week_stand_in_the_first_column() -> None:
    draft = read(
        "Thứ/ngày\tNội dung công việc\tNgười thực hiện\nThứ 2 03/3\t- Phát động thi đua chào mừng 8/3\tBan giám hiệu\n"
        "Thứ 3 04/3\t- Kiểm tra hồ sơ\tBan giám hiệu\n\t- Họp tổ\tTổ trưởng",
        head="LỊCH CÔNG TÁC TUẦN 25\nNăm 2026\n",
    )
    assert [(task.text, task.due) for task in draft.tasks] == [
        ("Phát động thi đua chào mừng 8/3", date(2026, 3, 3)),
        ("Kiểm tra hồ sơ", date(2026, 3, 4)),
        ("Họp tổ", date(2026, 3, 4)),
    ]


def test_the_work_is_told_by_its_column_and_not_by_the_theme_beside_it() -> None:
    draft = read(
        "III. CHƯƠNG TRÌNH\nTháng\tChủ điểm\tNội dung hoạt động\tNgười phụ trách\n"
        "9/2026\tTruyền thống nhà trường\t- Phát động thi đua đợt 1.\tBan giám hiệu\n"
        "10/2026\tChăm ngoan học giỏi\t- Hội nghị viên chức\tCông đoàn\n"
        "\t\t- Đăng ký danh hiệu trước 15/10\tTổ trưởng"
    )
    assert [(task.text, task.month, task.due, task.lead) for task in draft.tasks] == [
        ("Phát động thi đua đợt 1.", 9, None, ("Ban giám hiệu",)),
        ("Hội nghị viên chức", 10, None, ("Công đoàn",)),
        ("Đăng ký danh hiệu trước 15/10", 10, date(2026, 10, 15), ("Tổ trưởng",)),
    ]

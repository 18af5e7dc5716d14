"""Lines: what a break of the typist, the page or the column tore, and what stands on a line of its own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.importing.plans.reading import HEAD, codes, dated, read, texts
from thidua_desktop.domain.documents import Block, Document, Source
from thidua_desktop.domain.plans import Role
from thidua_desktop.importing.plans import parse


@pytest.mark.parametrize("day", ["05/4/2026.", "ngày 05/4/2026;", "05-4-2026.", "05 tháng 4 năm 2026."])
def test_a_line_that_holds_only_a_day_ends_the_sentence_before(day: str) -> None:
    draft = read(f"II. NỘI DUNG\n1. Gửi báo cáo sơ kết phong trào thi đua về Phòng Nội vụ, xong trước\n{day}\n2. Họp.")
    assert [(task.label, task.due) for task in draft.tasks] == [("1.", date(2026, 4, 5)), ("2.", None)]


def test_a_wrapped_line_may_begin_with_a_dash() -> None:
    draft = read(
        "II. NỘI DUNG\n1.1- Hướng dẫn các đội, các phường đăng ký danh hiệu thi đua gắn với kỷ cương,\n"
        "- kỷ luật, gửi về Đội Tổng hợp trước ngày\n05/4/2026.\n1.2- Sơ kết phong trào."
    )
    assert [(task.label, task.due) for task in draft.tasks] == [("1.1-", date(2026, 4, 5)), ("1.2-", None)]


def test_a_dash_at_the_margin_of_a_pdf_goes_on_where_items_are_indented() -> None:
    lines = [
        ("KẾ HOẠCH", 60.0),
        ("Công tác thi đua năm 2026", 40.0),
        ("II. NỘI DUNG", 10.0),
        ("- Tổ chức phát động phong trào thi đua trong toàn đơn vị ngay từ đầu năm;", 10.0),
        ("- Xây dựng và nhân rộng các mô hình, điển hình tiên tiến, gương Người tốt", 10.0),
        ("- Việc tốt trong toàn đơn vị, báo cáo kết quả trước ngày 20/11/2026;", 0.0),
        ("- Tổ chức bình xét các danh hiệu thi đua, hình thức khen thưởng cuối năm;", 10.0),
        ("- Tổng kết phong trào thi đua của đơn vị và đề nghị khen thưởng cấp trên.", 10.0),
    ]
    blocks = tuple(Block(Source(place, page=1), text, indent=indent) for place, (text, indent) in enumerate(lines))
    draft = parse(Document("x.pdf", blocks, format="pdf"))
    assert [(task.label, task.due) for task in draft.tasks] == [
        ("-", None), ("-", date(2026, 11, 20)), ("-", None), ("-", None),
    ]  # fmt: skip


def test_a_sentence_goes_on_over_the_lines_of_a_narrow_column() -> None:
    draft = read(
        "II. NỘI DUNG\n1. Tổ chức phát động phong trào\nthi đua trong toàn ngành năm học\n"
        "2025 - 2026 trước ngày 15/9.\n"
        "2. Báo cáo sơ kết\n6 tháng đầu năm gửi về Phòng\nNội vụ trước ngày 20/6/2026.\n"
        "3. Triển khai thực hiện Kế hoạch số\n15/KH-UBND của Ủy ban nhân dân\nhuyện về học tập tấm gương Chủ tịch\n"
        "Hồ Chí Minh trước ngày 10/5/2026.\n4. Họp Hội đồng thi đua xét khen\nthưởng cho tập thể, cá nhân."
    )
    assert dated(draft) == [
        ("1.", "Tổ chức phát động phong trào thi đua trong toàn ngành năm học 2025 - 2026 trước ngày 15/9.",
         3, 9, date(2026, 9, 15)),
        ("2.", "Báo cáo sơ kết 6 tháng đầu năm gửi về Phòng Nội vụ trước ngày 20/6/2026.", 2, 6, date(2026, 6, 20)),
        ("3.", "Triển khai thực hiện Kế hoạch số 15/KH-UBND của Ủy ban nhân dân huyện về học tập tấm gương Chủ tịch "
         "Hồ Chí Minh trước ngày 10/5/2026.", 2, 5, date(2026, 5, 10)),
        ("4.", "Họp Hội đồng thi đua xét khen thưởng cho tập thể, cá nhân.", None, None, None),
    ]  # fmt: skip


def test_items_whose_dot_was_lost_have_their_number() -> None:
    draft = read(
        "II. NỘI DUNG\n1 Phát động thi đua trước ngày 20/3\n2 Tổ chức sơ kết\n3 Xét khen thưởng trong tháng 12"
    )
    assert [(task.section, task.label, task.quarter) for task in draft.tasks] == [
        ("II", "1", 1),
        ("II", "2", None),
        ("II", "3", 4),
    ]


@pytest.mark.parametrize("sign", ["=>", ">>", "√", "»", "➔", "☆"])
def test_signs_of_all_kinds_open_items(sign: str) -> None:
    draft = read(f"II. NỘI DUNG\n* Tháng 9:\n{sign} Thi tìm hiểu.\n{sign} Viếng nghĩa trang.")
    assert [(task.label, task.text, task.month) for task in draft.tasks] == [
        (sign, "Thi tìm hiểu.", 9),
        (sign, "Viếng nghĩa trang.", 9),
    ]


def test_an_item_above_items_with_another_sign_is_kept() -> None:
    draft = read("II. NỘI DUNG\n* Tháng 10:\n+ Phát động tuần học tốt.\n» Thi báo tường.")
    assert texts(draft) == ["Phát động tuần học tốt.", "Thi báo tường."]


def test_footnotes_are_no_tasks() -> None:
    blocks = [
        Block(Source(0), "KẾ HOẠCH"),
        Block(Source(1), "Công tác thi đua năm 2026"),
        Block(Source(2), "NỘI DUNG", label="II."),
        Block(Source(3), "Họp Hội đồng.", label="1."),
        Block(Source(4), "Thực hiện Kế hoạch của tỉnh trước ngày 05/6/2026.", label="[1]"),
    ]
    draft = parse(Document("x.docx", tuple(blocks), format="docx"))
    assert texts(draft) == ["Họp Hội đồng."]
    assert draft.parts[4].role is Role.TEXT


def test_a_month_below_the_title_is_the_titles() -> None:
    draft = read(
        "1. Thành phần, địa điểm\n+ Toàn thể cán bộ; phòng họp.\n2. Lịch thực hiện\nTuần 1 (từ 02/3 đến 06/3)\n"
        "+ Họp giao ban.\nTuần 2 (từ 09/3 đến 13/3)\n+ Nộp hồ sơ sáng kiến trước ngày 12/3.",
        head="KẾ HOẠCH\nCông tác thi đua, khen thưởng\ntháng 3 năm 2026\n\n",
    )
    assert draft.title == "KẾ HOẠCH Công tác thi đua, khen thưởng tháng 3 năm 2026"
    assert [(task.section, task.text, task.due) for task in draft.tasks] == [
        ("2", "Họp giao ban.", date(2026, 3, 6)),
        ("2", "Nộp hồ sơ sáng kiến trước ngày 12/3.", date(2026, 3, 12)),
    ]


def test_a_month_that_heads_the_work_is_not_the_titles() -> None:
    draft = read("- Họp.", head="KẾ HOẠCH\nCông tác thi đua\nTháng 3 năm 2026\n")
    assert draft.title == "KẾ HOẠCH Công tác thi đua"
    assert [(task.month, task.year) for task in draft.tasks] == [(3, 2026)]


def test_a_heading_in_capitals_ends_the_title() -> None:
    draft = read("MỤC TIÊU\n- Nâng cao chất lượng.\nNỘI DUNG\n- Họp Hội đồng.", head=HEAD.rstrip("\n") + "\n")
    assert draft.title == "KẾ HOẠCH Công tác thi đua, khen thưởng năm 2026"
    assert texts(draft) == ["Họp Hội đồng."]


def test_a_piece_of_the_motto_is_no_issuer() -> None:
    draft = read(
        "I. NỘI DUNG\n1. Họp.",
        head="ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-UBND\nTân Lập, ngày 05 tháng 01 năm 2026\n" + HEAD,
    )
    assert (draft.issuer, draft.place) == ("Ủy ban nhân dân xã Tân Lập", "Tân Lập")


@pytest.mark.parametrize(
    "end",
    [
        "Trên đây là kế hoạch, đề nghị các bộ phận thực hiện.\nNgày 10 tháng 1 năm 2026\nNgười lập\nNguyễn Thị Hoa",
        "Duyệt của Ban giám hiệu\nHiệu trưởng\nTrần Văn A",
        "Để đảm bảo hồ sơ đúng hạn, đề nghị các khoa, phòng thực hiện đúng tiến độ của kế hoạch./.\nTRƯỞNG PHÒNG",
    ],
)
def test_what_closes_and_signs_the_plan_is_no_task(end: str) -> None:
    assert texts(read(f"I. NỘI DUNG\n1. Tháng 3: phát động.\n2. Tháng 6: sơ kết.\n{end}")) == [
        "Tháng 3: phát động.",
        "Tháng 6: sơ kết.",
    ]


def test_what_becomes_no_task_is_said() -> None:
    draft = read("II. THỜI GIAN\n- Từ tuần học thứ 9 đến hết tuần học 13.\n- Ngày 05/5/2026.\n- Họp trước ngày 10/5.")
    assert texts(draft) == ["Họp trước ngày 10/5."]
    said = [finding.params["text"] for finding in draft.findings if finding.code == "plan.item_left"]
    assert said == ["Từ tuần học thứ 9 đến hết tuần học 13.", "Ngày 05/5/2026."]
    both = read("II. NỘI DUNG\n1. Thi đua dạy tốt.\nIII. TIẾN ĐỘ\n1. Quý I: Phát động.\n2. Quý IV: Tổng kết.")
    assert "plan.undated_left" in codes(both)


def test_a_time_before_its_colon_heads_what_follows_on_the_line_and_below() -> None:
    draft = read(
        "IV. KẾ HOẠCH TỪNG THÁNG\nTháng 8/2026\n- Kiện toàn Hội đồng.\nTháng 9/2026: Đăng ký; phát động đợt 1.\n"
        "- Chấm sáng kiến.\nTháng 12, tháng 1: Sơ kết học kỳ I. Bình xét thi đua.\nTháng 3; 4: - Thi giáo viên giỏi.\n"
        "- Viết sáng kiến.",
    )
    assert [(task.text, task.month) for task in draft.tasks] == [
        ("Kiện toàn Hội đồng.", 8),
        ("Tháng 9/2026: Đăng ký; phát động đợt 1.", 9),
        ("Chấm sáng kiến.", 9),
        ("Tháng 12, tháng 1: Sơ kết học kỳ I. Bình xét thi đua.", 12),
        ("Tháng 12, tháng 1: Sơ kết học kỳ I. Bình xét thi đua.", 1),
        ("Thi giáo viên giỏi.", 4),
        ("Viết sáng kiến.", 4),
    ]


def test_a_council_at_the_end_of_a_line_does_not_draw_in_the_next() -> None:
    draft = read(
        "III. LỊCH HỌP\n1. Lịch họp Hội đồng\nLần 1 - 10/4/2026: xét thi đua quý I.\nLần 2 - 10/7/2026: xét quý II."
    )
    assert [(task.text, task.due) for task in draft.tasks] == [
        ("Lần 1 - 10/4/2026: xét thi đua quý I.", date(2026, 4, 10)),
        ("Lần 2 - 10/7/2026: xét quý II.", date(2026, 7, 10)),
    ]


def test_stages_and_headings_open_a_line_however_full_the_line_before_is() -> None:
    draft = read(
        "Nội dung:\n- Thi đua dạy tốt.\n- Thi đua học tốt.\nThời gian: từ ngày 01/3/2026, chia làm 2 giai đoạn:\n"
        "Giai đoạn 1: từ 01/3/2026 đến 31/5/2026: phát động.\nGiai đoạn 2: từ 01/6/2026 đến 30/9/2026: tổng kết.\n"
        "Tổ chức thực hiện:\n- Các tổ phát động xong trước 15/3/2026."
    )
    assert [(task.text[:11], task.due) for task in draft.tasks if task.due] == [
        ("Giai đoạn 1", date(2026, 5, 31)),
        ("Giai đoạn 2", date(2026, 9, 30)),
        ("Các tổ phát", date(2026, 3, 15)),
    ]

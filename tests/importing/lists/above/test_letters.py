"""Lists that are mails, chats and minutes: who sends them, and for which award."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import text
from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_ITEMS = "1. Lò Thị Mây - Viên chức\n2. Hoàng Quốc Việt - Kế toán"
_TABLE = "STT\tHọ và tên\tChức vụ\n1\tLò Thị Mây\tViên chức\n2\tHoàng Quốc Việt\tKế toán"
_CELLS = "1\tLò Thị Mây\t1990\tViên chức\n2\tHoàng Quốc Việt\t1985\tKế toán"
_NAMES = ["Lò Thị Mây", "Hoàng Quốc Việt"]


def _read(body: str, folder: Path) -> ListDraft:
    return read_list(text(body)(folder), _CATALOGUE)


@pytest.mark.parametrize("rows", [_ITEMS, _TABLE, _CELLS], ids=["items", "table", "cells"])
@pytest.mark.parametrize(
    ("above", "unit", "award"),
    [
        ("Trạm Thú y Sơn Hà kính gửi Phòng Nông nghiệp danh sách LĐTT năm 2025:", "Trạm Thú y Sơn Hà", "tien_tien"),
        ("Em gửi anh danh sách CSTĐCS của Chi cục Kiểm lâm ạ:", "Chi cục Kiểm lâm", "thi_dua_co_so"),
        (
            "Dạ em là Mai, văn thư trường THCS Gia Ninh, em gửi danh sách LĐTT ạ:",
            "Trường THCS Gia Ninh",
            "tien_tien",
        ),
        ("Bên Trạm Y tế xã Hòa An gửi anh danh sách CSTĐCS nhé:", "Trạm Y tế xã Hòa An", "thi_dua_co_so"),
        (
            "Kính gửi Sở Nội vụ; Công ty TNHH Hoa Mai đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho các cá nhân sau:",
            "Công ty TNHH Hoa Mai",
            "bang_khen",
        ),
        (
            "Thực hiện Công văn số 12 của Sở Nội vụ, Ban Quản lý rừng Sơn Hà lập danh sách "
            "đề nghị Lao động tiên tiến như sau:",
            "Ban Quản lý rừng Sơn Hà",
            "tien_tien",
        ),
    ],
)
def test_the_sentence_names_sender_and_award(tmp_path: Path, above: str, rows: str, unit: str, award: str) -> None:
    draft = _read(f"{above}\n{rows}\nEm cảm ơn!", tmp_path)
    assert [(row.name, row.unit) for row in draft.rows] == [(name, unit) for name in _NAMES]
    assert all(award in (row.award_id or "") and not (row.award or "").endswith(("ạ", "nhé")) for row in draft.rows)
    assert "list.unit_of_sender" in {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    "above",
    [
        "Kính gửi: Trường THCS Lê Lợi\nDanh sách đề nghị LĐTT:",
        "Phòng Nội vụ đề nghị các đơn vị gửi danh sách LĐTT:",
        "Danh sách đề nghị tặng Giấy khen của Công ty Điện lực Mẫu:",
        "Kính gửi phòng Nội vụ, đơn vị em gửi danh sách đề nghị LĐTT ạ:",
        "Danh sách LĐTT theo Công văn số 15 của Sở Nội vụ:",
        "SỞ Y TẾ\nQUYẾT ĐỊNH\nĐiều 1. Tặng Giấy khen cho các cá nhân sau:",
        "BÁO CÁO\nHội đồng thống nhất đề nghị công nhận danh hiệu LĐTT cho các đồng chí:",
    ],
)
def test_who_is_written_to_or_gives_the_award_is_no_sender(tmp_path: Path, above: str) -> None:
    assert [(row.name, row.unit) for row in _read(f"{above}\n{_ITEMS}", tmp_path).rows] == [(n, None) for n in _NAMES]


@pytest.mark.parametrize(
    ("below", "unit"),
    [
        ("Xin cảm ơn.\nTrạm Thú y Sơn Hà\nĐT: 0912", "Trạm Thú y Sơn Hà"),
        ("Trân trọng!\nTrường Mầm non Hoa Sen", "Trường Mầm non Hoa Sen"),
        ("Em cảm ơn chị.\nMai - Văn thư Trường THPT Yên Khê", "Trường THPT Yên Khê"),
        ("Trân trọng.\nPhòng Tổ chức - Hành chính", None),
        ("Nơi nhận:\n- Sở Y tế;\nXin cảm ơn.\nTrạm Thú y Sơn Hà", None),
    ],
)
def test_who_signs_a_mail_sends_it(tmp_path: Path, below: str, unit: str | None) -> None:
    draft = _read(f"Danh sách đề nghị LĐTT:\n{_ITEMS}\n{below}", tmp_path)
    assert [(row.name, row.unit) for row in draft.rows] == [(name, unit) for name in _NAMES]


@pytest.mark.parametrize(
    "present",
    [
        "Thành phần gồm: 1. Ông Lê Văn An, Chủ tịch Hội đồng; 2. Bà Vũ Thị Bình, Thư ký.",
        "I. Thành phần tham dự:\n1. Ông Lê Văn An - Chủ tọa\n2. Bà Vũ Thị Bình - Thư ký\nII. Nội dung",
        "Chủ trì: Ông Lê Văn An, Phó Chủ tịch.\nThư ký: Bà Vũ Thị Bình.",
        "Có mặt:\n- Ông Lê Văn An, Chủ tịch\n- Bà Vũ Thị Bình, Thư ký",
        "Hôm nay, Hội đồng gồm: 1. Ông Lê Văn An, Hiệu trưởng; 2. Bà Vũ Thị Bình, Thư ký.",
    ],
)
@pytest.mark.parametrize("rows", [_ITEMS, _TABLE], ids=["items", "table"])
def test_who_takes_part_in_a_meeting_is_not_proposed(tmp_path: Path, present: str, rows: str) -> None:
    resolved = "Hội nghị thống nhất đề nghị tặng danh hiệu LĐTT cho các ông, bà có tên sau:"
    body = f"UBND XÃ KỲ XUÂN\nTRƯỜNG TIỂU HỌC KỲ XUÂN\nBIÊN BẢN\n{present}\n{resolved}\n{rows}"
    draft = _read(body, tmp_path)
    unit = "Trường Tiểu học Kỳ Xuân"
    assert [(row.name, row.unit, row.award_id) for row in draft.rows] == [
        (n, unit, "lao_dong_tien_tien") for n in _NAMES
    ]


@pytest.mark.parametrize("above", ["Em gửi chị danh sách ạ:", "Gửi anh danh sách nhé:", "Em xin gửi danh sách ạ"])
def test_a_chat_that_names_no_award_is_read_and_told(tmp_path: Path, above: str) -> None:
    draft = _read(f"{above}\n{_ITEMS}\nEm cảm ơn chị.", tmp_path)
    assert [row.name for row in draft.rows] == _NAMES
    assert "list.no_award" in {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    "second",
    [
        "Hội đồng nhất trí đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho các đồng chí sau:",
        "Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh như sau:",
        "2. Danh sách đề nghị Bằng khen của Chủ tịch UBND tỉnh:",
    ],
)
def test_a_sentence_holds_for_its_table_until_the_next(tmp_path: Path, second: str) -> None:
    first = "Kết luận: nhất trí đề nghị tặng danh hiệu LĐTT:"
    table = "STT\tHọ và tên\tChức vụ\n1\tVi Thị Na\tViên chức"
    draft = _read(f"{first}\n{_TABLE}\n{second}\n{table}", tmp_path)
    assert [row.award_id for row in draft.rows] == ["lao_dong_tien_tien"] * 2 + ["bang_khen_bo_tinh"]

"""Yes and no beside a name: no award, and nobody who is not proposed."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.importing.lists.meanings.verdicts import agrees, asks_for_nothing, heads_the_refused, refuses
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE = "DANH SÁCH CÁ NHÂN ĐỦ ĐIỀU KIỆN XÉT TẶNG DANH HIỆU CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2025"
_BASE = "chien_si_thi_dua_co_so"


def _read(*lines: str, title: str = _TITLE) -> ListDraft:
    return read_list_text("\n".join((title, *lines)), _CATALOGUE)


@pytest.mark.parametrize(
    "cell",
    ["Đồng ý", "Nhất trí", "Thống nhất đề nghị", "Đạt", "Đủ điều kiện", "Hội đồng nhất trí", "Đồng ý (15/15)", "Duyệt"],
)
@pytest.mark.parametrize("heading", ["Đề nghị của Hội đồng", "Ý kiến của Hội đồng", "Kết quả xét", "Đề nghị"])
def test_a_yes_is_no_award_and_an_earlier_year_none_either(heading: str, cell: str) -> None:
    head = f"TT\tHọ và tên\tChức vụ\tDanh hiệu năm 2024\t{heading}"
    draft = _read(head, f"1\tLê Văn An\tGV\tLĐTT\t{cell}", f"2\tHồ Thị Bé\tGV\tLĐTT\t{cell}")
    assert [row.award_id for row in draft.rows] == [_BASE] * 2


def test_a_yes_without_an_award_anywhere_leaves_the_award_open() -> None:
    draft = _read("TT\tHọ và tên\tChức vụ\tĐề nghị", "1\tLê Văn An\tGV\tĐồng ý", "2\tHồ Thị Bé\tGV\tLĐTT", title="A")
    assert [row.award for row in draft.rows] == [None, "LĐTT"]
    assert "list.no_award" in {finding.code for finding in draft.findings}


@pytest.mark.parametrize(
    "cell",
    ["Không xét", "Không", "ko", "Không đăng ký", "Không xếp loại", "Không đề nghị", "Chưa xét", "K"],
)
def test_a_no_below_the_award_leaves_the_row_out_and_tells_it(cell: str) -> None:
    rows = ("1\tLê Văn An\tGV\tLĐTT", f"2\tHồ Thị Bé\tGV\t{cell}", "3\tVi Văn Tư\tGV\tCSTĐCS")
    draft = _read("TT\tHọ và tên\tChức vụ\tDanh hiệu đề nghị", *rows, title="KẾT QUẢ BÌNH XÉT THI ĐUA")
    assert [row.name for row in draft.rows] == ["Lê Văn An", "Vi Văn Tư"]
    told = [dict(finding.params) for finding in draft.findings if finding.code == "list.not_proposed"]
    assert told == [{"name": "Hồ Thị Bé", "text": cell}]


def test_somebody_with_another_award_stays() -> None:
    head = "TT\tHọ và tên\tDanh hiệu đề nghị\tHình thức khen thưởng đề nghị"
    draft = _read(head, "1\tLê Văn An\tLĐTT\tKhông", "2\tHồ Thị Bé\tKhông\tBK UBND tỉnh", title="DANH SÁCH")
    assert [row.name for row in draft.rows if row.award_id] == ["Lê Văn An", "Hồ Thị Bé"]
    assert "Không" not in {row.award for row in draft.rows}


@pytest.mark.parametrize(
    "heading",
    [
        "II\tDANH SÁCH KHÔNG XÉT THI ĐUA",
        "B. Các trường hợp không đề nghị:",
        "II. CÁ NHÂN KHÔNG ĐẠT DANH HIỆU",
        "Những trường hợp chưa đủ điều kiện",
        "II. Không xét (02 người)",
    ],
)
def test_nobody_below_such_a_heading_is_proposed(heading: str) -> None:
    lines = ("TT\tHọ và tên\tChức vụ\tĐề nghị", "I\tDANH SÁCH ĐỀ NGHỊ", "1\tLê Văn An\tGV\tLĐTT", heading)
    draft = _read(*lines, "1\tHồ Thị Bé\tGV\tNghỉ ốm dài ngày", "2\tVi Văn Tư\tGV\t", title="KẾT QUẢ THI ĐUA NĂM 2025")
    assert [row.name for row in draft.rows] == ["Lê Văn An"]
    told = [finding.params["name"] for finding in draft.findings if finding.code == "list.not_proposed"]
    assert told == ["Hồ Thị Bé", "Vi Văn Tư"]


def test_below_the_next_heading_they_are_proposed_again() -> None:
    lines = ("TT\tHọ và tên\tĐề nghị", "I\tKHÔNG XÉT", "1\tHồ Thị Bé\t", "II\tLAO ĐỘNG TIÊN TIẾN", "1\tLê Văn An\t")
    assert [row.name for row in _read(*lines, title="KẾT QUẢ THI ĐUA").rows] == ["Lê Văn An"]


@pytest.mark.parametrize("text", ["Đạt", "đồng ý.", "Nhất trí", "Đủ tiêu chuẩn", "Thông qua", "Đề nghị khen", "OK"])
def test_yes(text: str) -> None:
    assert agrees(text) and not refuses(text) and not asks_for_nothing(text)


@pytest.mark.parametrize("text", ["Không đạt", "Không đồng ý", "Xin rút", "Chưa đủ phiếu", "Không đủ điều kiện xét"])
def test_no(text: str) -> None:
    assert refuses(text) and not agrees(text)


@pytest.mark.parametrize(
    "text",
    ["LĐTT", "Bằng khen", "Đạt Văn Hùng", "Khổng Văn Đạt", "Không gian văn hóa", "Đề nghị tặng Bằng khen", "1"],
)
def test_neither(text: str) -> None:
    assert not (agrees(text) or refuses(text) or asks_for_nothing(text))


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("DANH SÁCH KHÔNG XÉT THI ĐUA", True),
        ("Các trường hợp không đề nghị:", True),
        ("Chưa đủ điều kiện", True),
        ("Tổ Không vụ", False),
        ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", False),
        ("Tập thể không có người vi phạm pháp luật", False),
        ("Phòng Kế hoạch (không xét CBQL)", False),
    ],
)
def test_headings_of_the_refused(words: str, refused: bool) -> None:
    assert heads_the_refused(words) is refused

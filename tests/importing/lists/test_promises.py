"""What holds for every list: no line is skipped in silence, right text stays right, nothing raises, time is bounded."""

from __future__ import annotations

import time
import unicodedata
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from tests.importing.lists.layouts import LAYOUTS
from tests.importing.lists.make import Layout, workbook
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.documents import Block, BlockKind, Document, Source
from thidua_desktop.domain.lists import LineRole, ListDraft, RepairKind
from thidua_desktop.importing.lists import parse, read_list, read_list_text
from thidua_desktop.importing.readers import read_file
from thidua_desktop.services.awards import AwardService
from thidua_desktop.wording import messages

NAMES = st.lists(
    st.sampled_from(
        [
            "Nguyễn",
            "Trần",
            "Lê",
            "Lò",
            "Hà",
            "Đỗ",
            "Võ",
            "Ý",
            "Hồ",
            "Tô",
            "Văn",
            "Thị",
            "Hoà",
            "Hòa",
            "Thuý",
            "Bình",
            "Mẫu",
            "Thử",
            "Ví",
            "Dụ",
            "Quỳnh",
            "Ngọc",
            "Ánh",
            "Đức",
            "Nghĩa",
            "Lý",
        ]
    ),
    min_size=2,
    max_size=5,
).map(" ".join)
PIECES = st.sampled_from(
    [
        *("STT", "Họ và tên", "Đơn vị", "Chức vụ", "Năm sinh", "Danh hiệu", "CCCD", "Nam", "Nữ", "I", "A", "1", "2"),
        *("TẬP THỂ", "CÁ NHÂN", "Bằng khen", "LĐTT", "Ông Nguyễn Văn Mẫu", "Phòng Mẫu", "Hộ ông Ví", "1.23E+11"),
        *("Tổng cộng", "NGƯỜI LẬP", "x", "", "1980", "01/02/1980", "31/02/1980", "1=(2+3)", "Cá nhân: Bà Thử"),
        *("gồm: 1. Ông A; 2. Bà B.", "DANH SÁCH", "Điều 1. Tặng Bằng khen cho 02 cá nhân, gồm:", "- ", "a)", "#N/A"),
    ]
)
ANYTHING = st.one_of(PIECES, st.text(max_size=12))


def places(draft: ListDraft) -> Counter[int]:
    return Counter(account.source.block for account in draft.accounts)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_line_of_a_layout_is_accounted_for_once(layout: Layout, tmp_path: Path) -> None:
    path = layout.write(tmp_path)
    draft = read_list(path)
    assert places(draft) == Counter(block.source.block for block in read_file(path).blocks)
    rows = {account.source.block for account in draft.accounts if account.role is LineRole.ROW}
    assert rows == {row.source.block for row in draft.rows}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    blocks: list[Block] = []
    for at in range(draw(st.integers(0, 14))):
        if draw(st.booleans()):
            cells = tuple(draw(st.lists(ANYTHING, min_size=1, max_size=6)))
            place = Source(at, sheet=draw(st.sampled_from([None, "Một", "Hai"])), row=at + 1)
            blocks.append(Block(place, "\t".join(cells), BlockKind.ROW, cells, bold=draw(st.booleans())))
        else:
            text = " ".join(draw(st.lists(ANYTHING, min_size=1, max_size=5)))
            blocks.append(Block(Source(at, line=at + 1), text))
    return Document("danh sách", tuple(blocks))


@settings(deadline=None, max_examples=150)
@given(documents())
def test_any_document_is_read_and_every_line_accounted_for(document: Document) -> None:
    draft = parse(document, AwardService().catalogue())
    assert places(draft) == Counter(block.source.block for block in document.blocks)
    left = {account.source for account in draft.accounts if account.role is LineRole.LEFT_OUT}
    said = {finding.source for finding in draft.findings}
    named = any(finding.code == "list.sheet_left" for finding in draft.findings)
    assert left <= said or named or draft.blocked
    assert draft.rows or draft.blocked
    assert all(row.name for row in draft.rows)
    assert all(messages.finding(finding) for finding in draft.findings)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_copied_text_is_read(text: str) -> None:
    draft = read_list_text(text)
    assert draft.rows or draft.blocked


@settings(deadline=None, max_examples=60)
@given(st.lists(NAMES, min_size=1, max_size=8), st.sampled_from(["Times New Roman", ".VnTime", "VNI-Times"]))
def test_right_text_is_never_repaired(tmp_path_factory: pytest.TempPathFactory, names: list[str], font: str) -> None:
    """Not even under a font that was left over; three words at least with marks show that the text is right."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["STT", "Họ và tên", "Đơn vị"])
    for number, name in enumerate((*names, "Lê Hoà Bình Trúc Hà", "Trần Đức Nghĩa"), start=1):
        sheet.append([number, name, "Sở Mẫu"])
        sheet.cell(number + 1, 2).font = Font(name=font)
    path = tmp_path_factory.mktemp("phong") / "danh sách.xlsx"
    book.save(path)
    draft = read_list(path)
    assert [row.raw or row.name for row in draft.rows][: len(names)] == names
    assert not [repair for repair in draft.repairs if repair.kind in (RepairKind.ENCODING, RepairKind.UNICODE)]


@settings(deadline=None, max_examples=40)
@given(st.lists(NAMES, min_size=1, max_size=6))
def test_letters_in_parts_are_put_together_and_shown(names: list[str]) -> None:
    rows = "\n".join(f"{at}\t{unicodedata.normalize('NFD', name)}\tSở Mẫu" for at, name in enumerate(names, 1))
    draft = read_list_text(f"STT\tHọ và tên\tĐơn vị\n{rows}")
    assert [row.name for row in draft.rows] == [squeeze(name) for name in names]
    shown = {repair.after for repair in draft.repairs if repair.kind is RepairKind.UNICODE}
    assert {name for name in names if unicodedata.normalize("NFD", name) != name} <= shown


REFUSED = (
    (
        "list.is_council",
        "1. Chủ tịch Hội đồng: Ông Nguyễn Văn Mẫu, Trưởng phòng;\n2. Ủy viên: Bà Trần Thị Thử, Chuyên viên;\n"
        "3. Thư ký: Ông Lê Văn Thí, Chuyên viên.",
    ),
    (
        "list.is_council",
        "TT\tHọ tên\tĐơn vị\tNhiệm vụ\n1\tNguyễn Văn Mẫu\tSở Mẫu\tTrưởng ban\n2\tTrần Thị Thử\tSở Mẫu\tỦy viên\n"
        "3\tLê Văn Thí\tSở Mẫu\tThư ký",
    ),
    (
        "list.is_council",
        "STT\tHỌ VÀ TÊN\tCHỨC VỤ-NHIỆM VỤ\n1\tNguyễn Văn Mẫu\tTTCM - UV\n2\tTrần Thị Thử\tP.HT - PTB",
    ),
    (
        "list.is_statistics",
        "Biểu số: 0602.N/BNV-TĐKT\nSTT\tĐơn vị\tTổng số\tHuân chương\tHuy chương\n"
        "A\tB\t1=(2+3)\t2\t3\n1\tSở Mẫu\t5\t3\t2",
    ),
    (
        "list.is_plan",
        "KẾ HOẠCH\nCông tác thi đua năm 2026\nI. MỤC ĐÍCH\n1. Đẩy mạnh phong trào.\n"
        "II. NHIỆM VỤ\n1. Sở Mẫu tổ chức hội nghị.",
    ),
    ("list.no_rows", "Kính gửi Sở Mẫu, đề nghị cho biết ý kiến trước ngày 15 tháng 6."),
)


@pytest.mark.parametrize(("code", "text"), REFUSED)
def test_papers_that_are_no_list_are_refused(code: str, text: str) -> None:
    draft = read_list_text(text)
    assert draft.blocked
    assert draft.rows == ()
    assert draft.findings[0].code == code
    assert {account.role for account in draft.accounts} == {LineRole.LEFT_OUT}


@pytest.mark.bench
def test_thousands_of_rows_take_seconds(tmp_path: Path) -> None:
    rows = [
        [at, f"Nguyễn Văn Mẫu {at:05}".replace("0", "O"), "Chuyên viên", "Sở Mẫu", "LĐTT"] for at in range(1, 2_501)
    ]
    path = workbook([["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu"], *rows])(tmp_path)
    started = time.process_time()
    draft = read_list(path, AwardService().catalogue())
    assert len(draft.rows) == 2_500
    assert time.process_time() - started < 4


@pytest.mark.bench
def test_endless_cells_do_not_hold_up_the_reading() -> None:
    long = "Ông " + "Nguyễn Văn A, " * 4000
    started = time.process_time()
    read_list_text(f"STT\tHọ và tên\n1\t{long}\n2\t{'a' * 60000}\n3\t{'Đ/c ' * 9000}")
    assert time.process_time() - started < 5


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    path = LAYOUTS[-1].write(tmp_path)
    assert read_list(path, AwardService().catalogue()) == read_list(path, AwardService().catalogue())

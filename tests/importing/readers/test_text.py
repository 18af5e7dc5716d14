"""Plain text and the clipboard: lines, gaps, and the three ways in which text makes a table."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.documents import BlockKind, Document
from thidua_desktop.importing.readers import read_file, read_text


def shown(document: Document) -> list[str | tuple[str, ...]]:
    """Paragraphs as text, rows as tuples."""
    return [block.cells if block.kind is BlockKind.ROW else block.text for block in document.blocks]


def test_each_line_is_a_block_that_knows_its_place_and_the_gap_before_it() -> None:
    document = read_text("KẾ HOẠCH\r\n\r\n  I. MỤC ĐÍCH  \n1. Mục đích\n")
    assert [(b.text, b.source.line, b.source.block, b.gap_before) for b in document.blocks] == [
        ("KẾ HOẠCH", 1, 0, False),
        ("I. MỤC ĐÍCH", 3, 1, True),
        ("1. Mục đích", 4, 2, False),
    ]
    assert (document.name, document.format, document.pages) == ("", "clipboard", None)


def test_a_form_feed_begins_a_page() -> None:
    document = read_text("một\nhai\f ba\nbốn\f")
    assert [(b.text, b.source.page, b.source.line) for b in document.blocks] == [
        ("một", 1, 1),
        ("hai", 1, 2),
        ("ba", 2, 2),
        ("bốn", 2, 3),
    ]
    assert document.pages == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\tỦY BAN NHÂN DÂN", ["ỦY BAN NHÂN DÂN"]),
        ("\tSố: 1/KH\n\tĐồng Nai, ngày 1", ["Số: 1/KH", "Đồng Nai, ngày 1"]),
        ("\t\tđẩy sang phải", ["đẩy sang phải"]),
        ("a)\tTổ chức hội nghị", ["a) Tổ chức hội nghị"]),
        ("1.\tQuý I\n-\tHọp Hội đồng", ["1. Quý I", "- Họp Hội đồng"]),
        ("Điều 1.\tPhạm vi", ["Điều 1. Phạm vi"]),
        ("chữ cuối dòng có thẻ\t", ["chữ cuối dòng có thẻ"]),
        ("TT\tNội dung\n1.\tHọp", [("TT", "Nội dung"), ("1.", "Họp")]),
        ("1\tHọp\tSở", [("1", "Họp", "Sở")]),
        ("QUÝ I:\t\t\n1\tHọp\tSở", [("QUÝ I:", "", ""), ("1", "Họp", "Sở")]),
        ("1\tHọp\tSở\n\n\tnăm 2021\t", [("1", "Họp", "Sở"), ("", "năm 2021", "")]),
        ("1\tHọp\tSở\n\t\tNội vụ", [("1", "Họp", "Sở"), ("", "", "Nội vụ")]),
        ("QUÝ I:\t\t\nvăn xuôi", ["QUÝ I:", "văn xuôi"]),
        ("Nơi nhận:\tTM. ỦY BAN", [("Nơi nhận:", "TM. ỦY BAN")]),
    ],
)
def test_tabs_make_rows_only_where_there_are_cells(text: str, expected: list[object]) -> None:
    assert shown(read_text(text)) == expected


def test_rows_of_one_table_share_its_number_and_another_width_is_another_table() -> None:
    document = read_text("1\ta\tb\n2\tc\td\nxen giữa\n1\te\tf\tg")
    assert [(b.source.table, b.source.row) for b in document.blocks] == [(1, 1), (1, 2), (None, None), (2, 1)]


def test_a_cell_copied_from_excel_keeps_its_line_breaks() -> None:
    copied = 'TT\tNội dung\tĐơn vị\n1\t"Họp ""Hội đồng""\nlần 1"\tSở Nội vụ\n2\t"Trích dẫn" trong câu\tSở\n'
    assert shown(read_text(copied)) == [
        ("TT", "Nội dung", "Đơn vị"),
        ("1", 'Họp "Hội đồng"\nlần 1', "Sở Nội vụ"),
        ("2", '"Trích dẫn" trong câu', "Sở"),
    ]


def test_markdown_tables_lose_their_rules_and_bars() -> None:
    text = "## II. NỘI DUNG\n\n| TT | Nội dung |\n|:--|---|\n| 1 | **Họp** a \\| b<br>c |\n| | tiếp |\n\nXong"
    document = read_text(text)
    assert shown(document) == ["II. NỘI DUNG", ("TT", "Nội dung"), ("1", "Họp a | b\nc"), ("", "tiếp"), "Xong"]
    assert [b.header_row for b in document.blocks] == [False, True, False, False, False]
    assert document.blocks[0].bold


def test_markdown_without_outer_bars() -> None:
    assert shown(read_text("TT | Nội dung\n--- | ---\n1 | Họp")) == [("TT", "Nội dung"), ("1", "Họp")]


def test_stars_of_bold_lines_are_taken_off() -> None:
    document = read_text("**KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC**\n**Nơi nhận:**\n* gạch đầu dòng\n2 ** 3")
    assert [(block.text, block.bold) for block in document.blocks] == [
        ("KT. GIÁM ĐỐC", True),
        ("PHÓ GIÁM ĐỐC", True),
        ("Nơi nhận:", True),
        ("* gạch đầu dòng", False),
        ("2 ** 3", False),
    ]


def test_a_bar_in_a_sentence_is_no_table() -> None:
    assert shown(read_text("Sở Nội vụ | Ban TĐKT thực hiện")) == ["Sở Nội vụ | Ban TĐKT thực hiện"]


LAYOUT = """\
 TT    Nội dung công việc                        Đơn vị thực hiện
  1    Tổ chức tổng kết công tác thi đua         Sở Nội vụ
       khen thưởng năm 2023                      (Ban TĐKT)
  2    Sơ kết 6 tháng                            Các sở, ngành
III. TỔ CHỨC THỰC HIỆN
"""


def test_columns_of_blanks_become_rows() -> None:
    assert shown(read_text(LAYOUT)) == [
        ("TT", "Nội dung công việc", "Đơn vị thực hiện"),
        ("1", "Tổ chức tổng kết công tác thi đua", "Sở Nội vụ"),
        ("", "khen thưởng năm 2023", "(Ban TĐKT)"),
        ("2", "Sơ kết 6 tháng", "Các sở, ngành"),
        "III. TỔ CHỨC THỰC HIỆN",
    ]


def test_a_letterhead_made_of_blanks_is_two_texts_not_a_table() -> None:
    text = (
        "   UBND TỈNH TÂY NINH          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "     SỞ XÂY DỰNG                   Độc lập - Tự do - Hạnh phúc\n"
        "   Số:      /KH-SXD            Tây Ninh, ngày     tháng 01 năm 2022\n"
    )
    assert shown(read_text(text)) == [
        "UBND TỈNH TÂY NINH",
        "SỞ XÂY DỰNG",
        "Số:      /KH-SXD",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Tây Ninh, ngày     tháng 01 năm 2022",
    ]


def test_columns_may_come_as_near_as_one_blank_and_the_foot_is_two_texts() -> None:
    text = (
        "  STT          Nội dung                             Thời gian\n"
        "  1   Mở lớp tập huấn cho công chức cấp xã        Tháng 4\n"
        "      mới được giao nhiệm vụ\n"
        "\n"
        "Nơi nhận:                                    GIÁM ĐỐC\n"
        "- UBND tỉnh;\n"
        "- Lưu: VT.                               Thân Trọng Nghĩa\n"
    )
    assert shown(read_text(text)) == [
        ("STT", "Nội dung", "Thời gian"),
        ("1", "Mở lớp tập huấn cho công chức cấp xã", "Tháng 4"),
        ("", "mới được giao nhiệm vụ", ""),
        "Nơi nhận:",
        "- UBND tỉnh;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Thân Trọng Nghĩa",
    ]


def test_one_line_with_blanks_stays_a_paragraph() -> None:
    assert shown(read_text("Chủ tịch       Nguyễn Văn A\nmột câu bình thường")) == [
        "Chủ tịch       Nguyễn Văn A",
        "một câu bình thường",
    ]


def test_a_file_tells_its_name_and_hash(tmp_path: Path) -> None:
    path = tmp_path / "Kế hoạch.txt"
    path.write_text("KẾ HOẠCH", encoding="utf-8")
    document = read_file(path)
    assert (document.name, document.format, len(document.sha256)) == ("Kế hoạch.txt", "txt", 64)


@pytest.mark.parametrize(
    "text",
    [
        "\t\tx\n" * 15_000,
        "a   b" * 50_000,
        "số:   " * 25_000,
        '1\t"x\n' * 7_500,
        "| a " * 25_000 + "|\n|--|--|\n" + "**a" * 15_000,
        "-" * 125_000,
        "1   a   b\n" * 5_000,
        " " * 125_000 + "x",
        "\u00b5 " * 50_000,
    ],
    ids=["tabs", "blanks", "draft", "quotes", "stars", "dashes", "columns", "indent", "signs"],
)
def test_strange_text_takes_bounded_time(text: str) -> None:
    begun = time.process_time()
    read_text(text)
    assert time.process_time() - begun < 3


ALPHABET = st.sampled_from(list('aZđƯ1.)-|\t \n\f"*#:\u00ad\u200b\ud800\x00µ®'))


@settings(deadline=None, max_examples=150)
@given(st.text(ALPHABET, max_size=200))
def test_no_text_is_lost_and_none_appears(text: str) -> None:
    """Letters and digits come out as they went in, in number; order may change in letterheads only."""
    document = read_text(text)
    kept = sorted(char for block in document.blocks for char in block.text if char.isalnum() and char.isascii())
    assert kept == sorted(char for char in text if char.isalnum() and char.isascii())
    assert [block.source.block for block in document.blocks] == list(range(len(document.blocks)))
    assert all(block.text.strip() for block in document.blocks)
    for block in document.blocks:
        block.text.encode("utf-8")  # the store takes it

"""PDF: visual lines, letterheads in two columns, ruled and unruled tables, scans, rotation."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, Spacer, Table

from tests.importing.readers import make
from tests.importing.readers.test_text import shown
from thidua_desktop.domain.documents import BlockKind, Document
from thidua_desktop.importing.readers import read_file
from thidua_desktop.importing.readers.errors import FileEncrypted, FileIsScan
from thidua_desktop.importing.readers.pdf import ranges

WORK = "Tổ chức tổng kết phong trào thi đua yêu nước năm 2023, ký kết giao ước thi đua năm 2024 trên địa bàn tỉnh. " * 3


def read(data: bytes, tmp_path: Path) -> Document:
    path = tmp_path / "kế hoạch.pdf"
    path.write_bytes(data)
    return read_file(path)


def picture() -> ImageReader:
    return ImageReader(Image.new("RGB", (60, 80), "white"))


def scanned(canvas: Canvas) -> None:
    canvas.drawImage(picture(), 0, 0, *A4)


def test_wrapped_lines_in_order_with_their_looks(tmp_path: Path) -> None:
    flow = [Paragraph("KẾ HOẠCH", make.style(bold=True, centered=True)), Spacer(0, 20)]
    flow += [Paragraph(WORK, make.style()) for _ in range(2)]
    document = read(make.built(flow), tmp_path)
    title, first, *rest = document.blocks
    assert (title.text, title.bold, title.centered) == ("KẾ HOẠCH", True, True)
    assert (first.gap_before, first.bold, first.centered) == (True, False, False)
    assert first.indent == pytest.approx(10, abs=0.5)
    assert rest[0].indent == pytest.approx(0, abs=0.5)
    assert " ".join(block.text for block in document.blocks[1:]) == " ".join(WORK.split() * 2)
    assert [(b.source.page, b.source.line) for b in document.blocks] == [(1, at + 1) for at in range(len(rest) + 2)]
    gaps = [block.gap_before for block in rest]
    assert gaps.count(True) == 1, "only the second paragraph stands apart"


def letterhead(canvas: Canvas) -> None:
    for at, (left, right) in enumerate(
        [
            ("UBND TỈNH TÂY NINH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            ("SỞ XÂY DỰNG", "Độc lập - Tự do - Hạnh phúc"),
            ("Số:       /KH-SXD", "Tây Ninh, ngày       tháng 01 năm 2022"),
        ]
    ):
        canvas.drawCentredString(55 * mm, 800 - 16 * at, left)
        canvas.drawCentredString(142 * mm, 800 - 16 * at, right)
    canvas.drawCentredString(112 * mm, 730, "KẾ HOẠCH")
    canvas.drawString(
        30 * mm, 700, "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022 của Quốc hội, nay Sở ban hành"
    )
    canvas.drawString(30 * mm, 680, "1.        Tổ chức hội nghị")


def test_the_two_columns_of_a_letterhead_are_not_mixed(tmp_path: Path) -> None:
    assert shown(read(make.drawn(letterhead), tmp_path)) == [
        "UBND TỈNH TÂY NINH",
        "SỞ XÂY DỰNG",
        "Số: /KH-SXD",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Tây Ninh, ngày tháng 01 năm 2022",
        "KẾ HOẠCH",
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022 của Quốc hội, nay Sở ban hành",
        "1. Tổ chức hội nghị",
    ]


ROWS = [("TT", "Nội dung", "Đơn vị thực hiện")] + [
    (str(at), f"Việc {at}. {WORK}", "Sở Nội vụ;\nBan TĐKT") for at in range(1, 20)
]


def test_a_ruled_table_over_several_pages_stays_one_table(tmp_path: Path) -> None:
    document = read(make.built([Paragraph("II. NỘI DUNG", make.style(bold=True)), make.pdf_table(ROWS)]), tmp_path)
    rows = [block for block in document.blocks if block.kind is BlockKind.ROW]
    assert {block.source.table for block in rows} == {1}
    assert [block.source.row for block in rows] == list(range(1, len(rows) + 1))
    assert [block.cells[0] for block in rows] == [row[0] for row in ROWS]
    assert [" ".join(block.cells[1].split()) for block in rows] == [" ".join(row[1].split()) for row in ROWS]
    assert {block.cells[2] for block in rows[1:]} == {"Sở Nội vụ;\nBan TĐKT"}
    numbers = [block.text for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    assert numbers == ["II. NỘI DUNG", *(str(page) for page in range(2, (document.pages or 0) + 1))]
    assert (document.pages or 0) > 2


def test_merged_cells_of_a_ruled_table(tmp_path: Path) -> None:
    make.register_fonts()
    table = Table(
        [
            ["TT", "Nội dung", "Đơn vị", ""],
            ["", "", "Chủ trì", "Phối hợp"],
            ["QUÝ I", "", "", ""],
            ["1", "Họp", "Sở", "Ban"],
        ],
        colWidths=[30, 150, 100, 100],
        rowHeights=24,
    )
    merged = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1)), ("SPAN", (2, 0), (3, 0)), ("SPAN", (0, 2), (-1, 2))]
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), "Serif"), *merged])
    blocks = read(make.built([table]), tmp_path).blocks
    assert [block.cells for block in blocks] == [
        ("TT", "Nội dung", "Đơn vị"),
        ("", "", "Chủ trì", "Phối hợp"),
        ("QUÝ I",),
        ("1", "Họp", "Sở", "Ban"),
    ]
    assert [block.spans for block in blocks] == [(1, 1, 2), (), (4,), ()]


def test_borders_drawn_as_filled_bars_and_without_outer_sides(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (700, 670, 640):
            canvas.rect(100, y, 300, 0.7, stroke=0, fill=1)
        for low, high in ((640, 670), (670, 700)):
            canvas.rect(150, low, 0.7, high - low, stroke=0, fill=1)
        for y, (left, right) in zip((680, 650), (("1", "Họp Hội đồng"), ("2", "Tổng kết")), strict=True):
            canvas.drawString(110, y, left)
            canvas.drawString(160, y, right)

    assert shown(read(make.drawn(draw), tmp_path)) == [("1", "Họp Hội đồng"), ("2", "Tổng kết")]


def test_the_rule_under_a_letterhead_and_a_frame_are_no_tables(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 50, 495, 740)
        canvas.drawString(100, 700, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        canvas.line(150, 695, 250, 695)
        canvas.line(150, 690, 250, 690)

    assert shown(read(make.drawn(draw), tmp_path)) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_columns_without_rules_become_rows(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(
            85, 730, "Danh sách công việc trong năm của các đơn vị thuộc và trực thuộc Sở Nội vụ như sau:"
        )
        for at in range(5):
            for x, text in ((85, str(at + 1)), (130, f"Công việc thứ {at + 1}"), (400, "Sở Nội vụ")):
                canvas.drawString(x, 700 - 18 * at, text)

    head, *rows = shown(read(make.drawn(draw), tmp_path))
    assert head == "Danh sách công việc trong năm của các đơn vị thuộc và trực thuộc Sở Nội vụ như sau:"
    assert rows == [(str(at), f"Công việc thứ {at}", "Sở Nội vụ") for at in range(1, 6)]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_rotated_page_reads_as_it_is_seen(turn: int, tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        width, height = A4
        if turn == 90:
            canvas.translate(width, 0)
        elif turn == 180:
            canvas.translate(width, height)
        elif turn == 270:
            canvas.translate(0, height)
        canvas.rotate(turn)
        for at, text in enumerate(("KẾ HOẠCH năm", "dòng thứ hai", "dòng thứ ba")):
            canvas.drawString(100, 300 - 20 * at, text)
        for y in (200, 180, 160):
            canvas.line(100, y, 300, y)
        for x in (100, 150, 300):
            canvas.line(x, 160, x, 200)
        for y, (left, right) in zip((185, 165), (("1", "Họp"), ("2", "Khen")), strict=True):
            canvas.drawString(110, y, left)
            canvas.drawString(160, y, right)
        canvas.restoreState()

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make.drawn(draw)))
    writer.pages[0].rotate(turn)
    stream = io.BytesIO()
    writer.write(stream)
    expected = ["KẾ HOẠCH năm", "dòng thứ hai", "dòng thứ ba", ("1", "Họp"), ("2", "Khen")]
    assert shown(read(stream.getvalue(), tmp_path)) == expected


def test_a_scan_is_refused_with_its_number_of_pages(tmp_path: Path) -> None:
    with pytest.raises(FileIsScan) as trouble:
        read(make.drawn(scanned, pages=3), tmp_path)
    assert trouble.value.params["pages"] == 3


def test_single_scanned_pages_are_told(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        (scanned if canvas.getPageNumber() in (2, 3, 5) else letterhead)(canvas)

    document = read(make.drawn(draw, pages=5), tmp_path)
    assert [(note.code, note.params["pages"]) for note in document.notes] == [("reader.scanned_pages", "2-3, 5")]
    assert {block.source.page for block in document.blocks} == {1, 4}


def test_a_page_with_text_over_a_picture_is_no_scan(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        scanned(canvas)
        letterhead(canvas)

    assert read(make.drawn(draw), tmp_path).notes == ()


def test_passwords(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make.drawn(letterhead)))
    writer.encrypt(user_password="", owner_password="chỉ khoá sửa", algorithm="AES-128")
    stream = io.BytesIO()
    writer.write(stream)
    assert read(stream.getvalue(), tmp_path).blocks, "locked against changes only"
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make.drawn(letterhead)))
    writer.encrypt(user_password="mật khẩu", algorithm="AES-128")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(FileEncrypted):
        read(stream.getvalue(), tmp_path)


def test_too_many_pages_are_told_not_dropped_in_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua_desktop.importing.readers.pdf.MOST_PAGES", 2)
    document = read(make.built([Paragraph("trang", make.style()), PageBreak()] * 4), tmp_path)
    assert [(note.code, dict(note.params)) for note in document.notes] == [
        ("reader.pages_left", {"pages": 4, "limit": 2})
    ]


def test_an_overfull_page_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua_desktop.importing.readers.pdf_page.MOST_LETTERS", 40)
    document = read(make.drawn(letterhead), tmp_path)
    assert [note.code for note in document.notes] == ["reader.page_overfull"]


@pytest.mark.parametrize(("pages", "text"), [([3], "3"), ([1, 2, 3], "1-3"), ([1, 3, 4, 9], "1, 3-4, 9"), ([], "")])
def test_ranges(pages: list[int], text: str) -> None:
    assert ranges(pages) == text

"""Plans as Word, Excel and PDF files, made where a test wants them; their JSON stands beside this module."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.table import Table
from openpyxl import Workbook
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as PdfTable

FONT = Path(__file__).parents[4] / "resources" / "fonts" / "LiberationSerif-Regular.ttf"


def word(path: Path) -> None:
    """A plan of a district library: letterhead table, quarter rows merged over the whole width, bullets in cells."""
    paper = Document()
    head = paper.add_table(rows=2, cols=2)
    _fill(
        head,
        0,
        ["UBND HUYỆN SƠN KIỀU\nTHƯ VIỆN HUYỆN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
    )
    _fill(head, 1, ["Số: 06/KH-TV", "Sơn Kiều, ngày 17 tháng 01 năm 2025"])
    for line in (
        "KẾ HOẠCH",
        "Công tác thi đua, khen thưởng năm 2025 của Thư viện huyện",
        "Căn cứ Kế hoạch số 10/KH-UBND ngày 08/01/2025 của UBND huyện;",
        "I. MỤC ĐÍCH",
        "Tạo không khí thi đua trong viên chức, người lao động.",
        "II. NỘI DUNG THỰC HIỆN",
    ):
        paper.add_paragraph(line)
    table = paper.add_table(rows=0, cols=5)
    for cells in (
        ["TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"],
        ["QUÝ I"],
        ["1", "Phát động thi đua “Mỗi tháng một cuốn sách hay”", "Tổ Nghiệp vụ", "Công đoàn", "Trước 15/02/2025"],
        ["2", "Luân chuyển sách về 06 trường tiểu học", "Tổ Phục vụ", "- Tổ Nghiệp vụ;\n- Các trường tiểu học", ""],
        ["QUÝ II"],
        ["1", "Tổ chức Ngày Sách và Văn hóa đọc Việt Nam", "Tổ Phục vụ", "", "21/4/2025"],
        ["QUÝ IV"],
        ["1", "Bình xét thi đua,\nđề nghị khen thưởng năm 2025", "Ban Giám đốc", "Công đoàn", "Tháng 11"],
    ):
        _add_row(table, cells)
    for line in (
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Tổ Nghiệp vụ theo dõi, tổng hợp kết quả thực hiện.",
        "Nơi nhận:",
        "- Phòng Văn hóa và Thông tin;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Kha Thị Mộng Thùy",
    ):
        paper.add_paragraph(line)
    paper.save(str(path))


def word_merged(path: Path) -> None:
    """A plan of a ward: one-table letterhead, time cells merged downwards, numbers that Word generates."""
    paper = Document()
    head = paper.add_table(rows=1, cols=2)
    _fill(
        head,
        0,
        [
            "ỦY BAN NHÂN DÂN\nPHƯỜNG SÔNG CẦU\n-------\nSố:       /KH-UBND",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSông Cầu, ngày 03 tháng 9 năm 2025",
        ],
    )
    for line in ("KẾ HOẠCH", "Phong trào thi đua “Ngõ xóm văn minh” cuối năm 2025", "I. NỘI DUNG, THỜI GIAN"):
        paper.add_paragraph(line)
    table = paper.add_table(rows=0, cols=3)
    for cells in (
        ["Thời gian", "Công việc", "Đơn vị thực hiện"],
        ["Tháng 9", "Đăng ký ngõ xóm tham gia phong trào", "Các khu phố"],
        ["", "Lắp camera an ninh ở các ngõ đã đăng ký", "Công an phường"],
        ["Quý IV", "Chấm điểm, gắn biển ngõ xóm văn minh", "Phòng Văn hóa - Xã hội"],
        ["", "Khen thưởng khu phố dẫn đầu phong trào", "UBND phường"],
    ):
        _add_row(table, cells)
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(4, 0))
    paper.add_paragraph("II. TỔ CHỨC THỰC HIỆN")
    for line in (
        "Phòng Văn hóa - Xã hội theo dõi, đôn đốc việc thực hiện.",
        "Các khu phố gửi kết quả trước ngày 05/12/2025.",
    ):
        paper.add_paragraph(line, style="List Number")
    for line in ("Nơi nhận:", "- Đảng ủy phường;", "- Lưu: VT.", "CHỦ TỊCH"):
        paper.add_paragraph(line)
    paper.save(str(path))


def excel(path: Path) -> None:
    """A plan of a company as a sheet: title merged over the table, real dates beside typed times, group rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "KH 2026"
    for cells in (
        ["CÔNG TY CỔ PHẦN CHÈ THẠCH ĐÀ"],
        ["KẾ HOẠCH CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2026"],
        [],
        ["STT", "Nội dung", "Bộ phận thực hiện", "Thời hạn", "Ghi chú"],
        ["A", "Quý I"],
        [1, "Ký giao ước thi đua giữa các đội sản xuất", "Phòng Tổ chức", datetime(2026, 2, 5), None],
        [2, "Phát động thi đua hái chè vụ xuân", "Công đoàn công ty; Đoàn Thanh niên", "Tháng 3", None],
        ["B", "Quý III"],
        [1, "Xét sáng kiến 6 tháng đầu năm", "Hội đồng sáng kiến", None, "Mẫu 03"],
        ["C", "Quý IV"],
        [1, "Tổng kết, trao thưởng", "Ban Giám đốc", datetime(2026, 12, 25), None],
    ):
        sheet.append(cells)
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A2:E2")
    book.save(path)


def pdf(path: Path) -> None:
    """A plan of a commune on paper: wrapped lines, a ruled table whose cells are wrapped too, page numbers."""
    if "Sample" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Sample", str(FONT)))
    body = ParagraphStyle("body", fontName="Sample", fontSize=13, leading=18)
    centred = ParagraphStyle("centred", parent=body, alignment=1)
    head = [
        [
            Paragraph("ỦY BAN NHÂN DÂN<br/>XÃ ĐỒI THÔNG", centred),
            Paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br/>Độc lập - Tự do - Hạnh phúc", centred),
        ],
        [Paragraph("Số: 23/KH-UBND", centred), Paragraph("Đồi Thông, ngày 04 tháng 02 năm 2026", centred)],
    ]
    rows = [
        ["TT", "Nội dung", "Thời gian", "Đơn vị thực hiện"],
        [
            "1",
            "Kiện toàn Hội đồng Thi đua - Khen thưởng xã, phân công thành viên phụ trách từng thôn",
            "Tháng 2/2026",
            "Phòng Văn hóa - Xã hội",
        ],
        [
            "2",
            "Chấm điểm đường hoa, hàng rào xanh tại các thôn và công bố trên loa truyền thanh",
            "Từ 02/5 đến 20/5/2026",
            "Hội Liên hiệp Phụ nữ xã",
        ],
        ["3", "Khen thưởng học sinh giỏi, gia đình hiếu học", "Quý III", "Hội Khuyến học xã"],
    ]
    table = PdfTable(
        [[Paragraph(cell, body) for cell in row] for row in rows], colWidths=[12 * mm, 75 * mm, 35 * mm, 43 * mm]
    )
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    story: list[Flowable] = [PdfTable(head, colWidths=[65 * mm, 100 * mm]), Spacer(1, 8 * mm)]
    story += [Paragraph(line, centred) for line in ("KẾ HOẠCH", "Phong trào thi đua “Đồi Thông xanh” năm 2026")]
    story += [
        Paragraph(line, body)
        for line in (
            "Ủy ban nhân dân xã Đồi Thông ban hành Kế hoạch như sau:",
            "I. MỤC ĐÍCH, YÊU CẦU",
            "1. Huy động Nhân dân chung sức xây dựng cảnh quan nông thôn, giữ gìn vệ sinh môi trường ở từng ngõ, "
            "từng nhà.",
            "II. NỘI DUNG, THỜI GIAN THỰC HIỆN",
        )
    ]
    story += [table, Paragraph("III. TỔ CHỨC THỰC HIỆN", body)]
    story += [
        Paragraph(line, body)
        for line in (
            "1. Các thôn báo cáo kết quả về UBND xã (qua Phòng Văn hóa - Xã hội) trước ngày 15/11/2026 "
            "để tổng hợp, đề nghị khen thưởng.",
            "2. Phòng Văn hóa - Xã hội theo dõi, đôn đốc việc thực hiện Kế hoạch này.",
            "Nơi nhận:",
            "- Đảng ủy xã;",
            "- Lưu: VT.",
            "CHỦ TỊCH",
            "Nhâm Sỹ Đạt",
        )
    ]
    paper = SimpleDocTemplate(
        str(path), pagesize=A4, leftMargin=30 * mm, rightMargin=15 * mm, topMargin=20 * mm, bottomMargin=20 * mm
    )
    paper.build(story)


GENERATED: dict[str, Callable[[Path], None]] = {
    "thu-vien-2025.docx": word,
    "ngo-xom-2025.docx": word_merged,
    "cong-ty-che-2026.xlsx": excel,
    "xa-doi-thong-2026.pdf": pdf,
}


def make(folder: Path) -> list[Path]:
    """Write all of them into ``folder``; the paths, each with a JSON of the same stem beside this module."""
    for name, writer in GENERATED.items():
        writer(folder / name)
    return [folder / name for name in GENERATED]


def _fill(table: Table, row: int, cells: list[str]) -> None:
    for column, text in enumerate(cells):
        table.cell(row, column).text = text


def _add_row(table: Table, cells: list[str]) -> None:
    row = table.add_row()
    if len(cells) == 1:
        row.cells[0].merge(row.cells[-1]).text = cells[0]
        return
    for cell, text in zip(row.cells, cells, strict=True):
        cell.text = text

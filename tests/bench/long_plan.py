"""A plan of two hundred pages, as Word, PDF and text: parts, tasks with deadlines and units, running text, annex."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

_LINES_A_PAGE = 38
_LETTERS_A_LINE = 85
_DEEDS = ("Ban hành văn bản hướng dẫn", "Tổ chức hội nghị triển khai", "Kiểm tra, giám sát việc thực hiện",
          "Tổng hợp, thẩm định hồ sơ", "Tham mưu xây dựng kế hoạch", "Phối hợp tuyên truyền về",
          "Rà soát, bổ sung")  # fmt: skip
_MATTERS = ("đăng ký giao ước thi đua", "phong trào xây dựng nông thôn mới", "khen thưởng quá trình cống hiến",
            "gương điển hình tiên tiến", "sáng kiến cấp cơ sở", "công tác chuyển đổi số", "khen thưởng đột xuất",
            "hoạt động của cụm, khối thi đua", "quỹ thi đua, khen thưởng", "cải cách hành chính")  # fmt: skip
_UNITS = ("Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Văn phòng Ủy ban nhân dân tỉnh",
          "Công an tỉnh", "Ủy ban nhân dân các xã, phường", "Ban Thi đua - Khen thưởng", "Sở Tư pháp")  # fmt: skip
_PRODUCTS = ("Kế hoạch", "Báo cáo", "Tờ trình", "Quyết định", "Công văn hướng dẫn")
_TALK = (
    "Trong năm qua, các cơ quan, đơn vị, địa phương đã quán triệt và tổ chức thực hiện nghiêm túc chủ trương của Đảng, "
    "chính sách, pháp luật của Nhà nước về {matter}; nhiều mô hình mới được nhân rộng, góp phần hoàn thành "
    "các chỉ tiêu kinh tế - xã hội đã đề ra.",
    "Các đơn vị căn cứ chức năng, nhiệm vụ được giao và tình hình thực tế để cụ thể hóa thành kế hoạch của "
    "đơn vị mình, bảo đảm thiết thực, hiệu quả, tránh hình thức; định kỳ đánh giá việc {matter} và rút kinh nghiệm.",
)
_HEAD = ("ỦY BAN NHÂN DÂN TỈNH HỒNG SƠN", "Số: 25/KH-UBND", "KẾ HOẠCH", "Công tác thi đua, khen thưởng năm 2026",
         "I. MỤC ĐÍCH, YÊU CẦU", "1. Tiếp tục đổi mới công tác thi đua, khen thưởng trên địa bàn tỉnh.",
         "II. NHIỆM VỤ TRỌNG TÂM")  # fmt: skip


def paragraphs(pages: int, seed: int = 8) -> Iterator[str]:
    """The text, a paragraph each; as many as fill the pages."""
    chance = random.Random(seed)
    yield from _HEAD
    lines, number = len(_HEAD), 0
    while lines < pages * _LINES_A_PAGE:
        number += 1
        for text in _item(chance, number):
            lines += len(text) // _LETTERS_A_LINE + 1
            yield text
    yield "III. TỔ CHỨC THỰC HIỆN"
    yield "Trên đây là Kế hoạch công tác thi đua, khen thưởng năm 2026, yêu cầu các đơn vị triển khai thực hiện./."


def _item(chance: random.Random, number: int) -> Iterator[str]:
    pick = chance.choice
    yield f"{number}. {pick(_DEEDS)} {pick(_MATTERS)} (đợt {number})"
    if number % 3 == 0:
        yield pick(_TALK).format(matter=pick(_MATTERS))
    for letter in "abc"[: chance.randrange(1, 4)]:
        month, lead = chance.randrange(1, 13), pick(_UNITS)
        yield f"{letter}) {pick(_DEEDS)} {pick(_MATTERS)} tại các đơn vị trực thuộc, lần thứ {number}."
        yield f"- Đơn vị chủ trì: {lead}."
        yield f"- Đơn vị phối hợp: {pick(_UNITS)}, {pick(_UNITS)}."
        yield f"- Thời gian hoàn thành: trước ngày {chance.randrange(1, 29)}/{month}/2026."
        yield f"- Sản phẩm: {pick(_PRODUCTS)}."


def annex(pages: int, seed: int = 9) -> list[tuple[str, ...]]:
    """The rows of the table in the annex: a tenth of the pages."""
    chance = random.Random(seed)
    pick = chance.choice
    return [
        (
            str(number),
            f"{pick(_DEEDS)} {pick(_MATTERS)} lần {number}",
            pick(_UNITS),
            pick(_UNITS),
            pick(_PRODUCTS),
            f"Quý {pick(('I', 'II', 'III', 'IV'))}/2026",
        )
        for number in range(1, pages + 1)
    ]


_COLUMNS = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Sản phẩm", "Thời gian hoàn thành")


def text(path: Path, pages: int) -> None:
    """As text; tables have no place there."""
    path.write_text("\n".join(paragraphs(pages)), encoding="utf-8")


def word(path: Path, pages: int) -> None:
    """As a Word file, with the annex as a table."""
    import docx

    document = docx.Document()
    for each in paragraphs(pages * 9 // 10):
        document.add_paragraph(each)
    document.add_paragraph("Phụ lục")
    rows = [_COLUMNS, *annex(pages)]
    table = document.add_table(len(rows), len(_COLUMNS))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, said in zip(row.cells, cells, strict=True):
            cell.text = said
    with path.open("wb") as out:
        document.save(out)


def pdf(path: Path, pages: int) -> None:
    """As PDF, with the annex as a table; set by the program's own writer, whose pages are like those of Word."""
    from thidua_desktop.reports import pdf as writer
    from thidua_desktop.reports.model import Column, HeadCell, Heading, HeadingLine, Paragraph, Report, Row, Table

    widths = (Column(12), Column(55), Column(28), Column(28), Column(20), Column(22))
    table = Table(widths, (tuple(HeadCell(each) for each in _COLUMNS),), [Row(cells) for cells in annex(pages)])
    blocks = tuple(Paragraph(each) for each in paragraphs(pages * 9 // 10))
    heading = Heading((HeadingLine("Phụ lục"),), new_page=True)
    writer.write(Report("Kế hoạch", (*blocks, heading, table)), path)

"""What is written on a page is read from it again, also where one part of the face is not enough."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from thidua_desktop.reports import fonts, pdf
from thidua_desktop.reports.model import A4_PORTRAIT, Align, Column, HeadCell, Paragraph, Report, Row, Style, Table
from thidua_desktop.reports.pdf.sheet import Sheet
from thidua_desktop.reports.typeset import Type

BODY = Type(Style.REGULAR, 12)


def said(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "\n")


def many_letters() -> list[str]:
    """More letters than one part of an embedded face holds, in words that mix them."""
    ranges = (range(0x21, 0x7F), range(0xA1, 0x180), range(0x384, 0x3CF), range(0x410, 0x450), range(0x1EA0, 0x1EFA))
    known = fonts._font(Style.REGULAR).face.charWidths
    letters = [chr(code) for each in ranges for code in each if code in known and code not in (0xAD, 0x1A2, 0x1A3)]
    return ["".join((letters[at], letters[-at - 1], "a")) for at in range(len(letters) // 2)]


def test_words_in_several_parts_of_the_face_are_whole(tmp_path: Path) -> None:
    words = many_letters()
    assert len(set("".join(words))) > 256
    sheet = Sheet(tmp_path / "a.pdf", A4_PORTRAIT, "Thử")
    rows = [" ".join(words[at : at + 8]) for at in range(0, len(words), 8)]
    for order, row in enumerate(rows):
        sheet.text(60, 60 + 15 * order, row, BODY)
    sheet.close()
    assert said(tmp_path / "a.pdf").split() == " ".join(rows).split()


@pytest.mark.parametrize("text", ["(ngoặc) và \\ chéo", "năm\u00a02026", "a  b", "Đỗ Thị Phượng"])
def test_signs_that_pdf_knows_are_shown_and_not_obeyed(tmp_path: Path, text: str) -> None:
    sheet = Sheet(tmp_path / "a.pdf", A4_PORTRAIT, "Thử")
    sheet.text(60, 60, text, BODY)
    sheet.close()
    assert said(tmp_path / "a.pdf").split() == text.split()


def test_faces_and_spacing_of_a_line_do_not_reach_the_next(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "a.pdf", A4_PORTRAIT, "Thử")
    sheet.text(60, 60, "giãn ra đến lề", BODY, 20)
    sheet.text(60, 80, "đậm", Type(Style.BOLD, 14))
    sheet.text(60, 100, "hai chữ", BODY)
    sheet.close()
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        text = document[0].get_textpage()
        places = [text.get_charbox(at) for at in range(text.count_chars())]
        letters = text.get_text_range()
    last = letters.index("hai chữ")
    width = places[last + 6][2] - places[last][0]
    assert width == pytest.approx(fonts.width("hai chữ", Style.REGULAR, 12), abs=1)
    bold = letters.index("đậm")
    assert places[bold + 2][2] - places[bold][0] == pytest.approx(fonts.width("đậm", Style.BOLD, 14), abs=1.5)


def test_a_page_without_lines_or_text_is_a_page(tmp_path: Path) -> None:
    Sheet(tmp_path / "a.pdf", A4_PORTRAIT, "Thử").close()
    assert said(tmp_path / "a.pdf") == ""


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    table = Table((Column(100), Column(65, Align.RIGHT)), ((HeadCell("Tên"), HeadCell("Số")),), [Row(("Ánh", 12))] * 90)
    report = Report("Thử", (Paragraph("Một đoạn dài " * 40), table))
    for name in ("a.pdf", "b.pdf"):
        pdf.write(report, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()

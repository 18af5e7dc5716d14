"""Workbooks as superiors make them: everything in them that a library would lose when it saves them."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from datetime import datetime
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.workbook import Workbook

SHEET = "Biểu 01"
DUMMY_MACRO = b"\xd0\xcf\x11\xe0 dummy macro project"


def picture(path: Path) -> Path:
    """A small picture (PNG, 2 x 2)."""
    rows = b"".join(b"\0" + b"\xc0\x10\x20" * 2 for _ in range(2))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    made = b"\x89PNG\r\n\x1a\n"
    for kind, content in chunks:
        made += struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    path.write_bytes(made)
    return path


def province_form(
    path: Path,
    *,
    year: int = 2026,
    from_1904: bool = False,
    above: int = 0,
    swap: bool = False,
    rows: tuple[tuple[str, str], ...] = (),
) -> Path:
    """A province's form: titles, a heading of two rows, a row of letters, groups, sums, a chart and a picture.

    Args:
        above: so many more lines stand above the table.
        swap: "Cá nhân" stands before "Tập thể".
        rows: more of them at the end, each with its number.
    """
    book = xlsxwriter.Workbook(path, {"date_1904": from_1904})
    sheet = book.add_worksheet(SHEET)
    grid = book.add_format({"border": 1})
    bold = book.add_format({"border": 1, "bold": True, "align": "center", "valign": "vcenter", "text_wrap": True})
    title = book.add_format({"bold": True, "align": "center", "font_size": 14})
    share = book.add_format({"border": 1, "num_format": "0.0%"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.set_column(0, 0, 5)
    sheet.set_column(1, 1, 44)
    sheet.set_column(2, 7, 11)
    top = 4 + above
    sheet.merge_range(0, 0, 0, 7, "SỞ NỘI VỤ TỈNH BẮC NINH", title)
    sheet.merge_range(1, 0, 1, 7, f"BIỂU TỔNG HỢP KẾT QUẢ KHEN THƯỞNG NĂM {year}", title)
    for extra in range(above):
        sheet.write(2 + extra, 1, f"Ghi chú của tỉnh số {extra + 1}")
    sheet.write(top - 1, 6, "Ngày lập:")
    sheet.write_datetime(top - 1, 7, datetime(year, 12, 15), day)
    sheet.merge_range(top, 0, top + 1, 0, "STT", bold)
    sheet.merge_range(top, 1, top + 1, 1, "Danh hiệu, hình thức khen thưởng", bold)
    sheet.merge_range(top, 2, top + 1, 2, "Tổng số", bold)
    sheet.merge_range(top, 3, top, 5, "Trong đó", bold)
    kinds = ("Cá nhân", "Tập thể") if swap else ("Tập thể", "Cá nhân")
    for at, text in enumerate((*kinds, "Nữ")):
        sheet.write(top + 1, 3 + at, text, bold)
    sheet.merge_range(top, 6, top + 1, 6, "Tỷ lệ nữ", bold)
    sheet.merge_range(top, 7, top + 1, 7, "Cùng kỳ năm trước", bold)
    for at, text in enumerate(("A", "B", "1", "2", "3", "4", "5", "6")):
        sheet.write(top + 2, at, text, bold)
    rows = (
        ("I", "Danh hiệu thi đua"),
        ("1", "Lao động tiên tiến"),
        ("2", "CSTĐ cơ sở"),
        ("3", "Tập thể lao động xuất sắc"),
        ("II", "Hình thức khen thưởng"),
        ("1", "Bằng khen của Thủ tướng Chính phủ"),
        ("2", "Giấy khen"),
        ("", "Trong đó: người lao động trực tiếp"),
        *rows,
    )
    for at, (number, text) in enumerate(rows):
        row = top + 3 + at
        sheet.write(row, 0, number, bold if number in ("I", "II") else grid)
        sheet.write(row, 1, text, bold if number in ("I", "II") else grid)
        if number in ("I", "II"):
            last = row + 4 if number == "I" else row + 3
            for column in range(2, 6):
                letter = chr(65 + column)
                sheet.write_formula(row, column, f"=SUM({letter}{row + 2}:{letter}{last})", bold, 0)
        else:
            sheet.write_formula(row, 2, f"=D{row + 1}+E{row + 1}", grid, 0)
            for column in (3, 4, 5, 7):
                sheet.write_blank(row, column, None, grid)
            sheet.write_formula(row, 6, f"=IF(C{row + 1}=0,0,F{row + 1}/C{row + 1})", share, 0)
    last = top + 3 + len(rows)
    sheet.write(last, 1, "Tổng cộng", bold)
    for column in range(2, 6):
        letter = chr(65 + column)
        sheet.write_formula(last, column, f"={letter}{top + 4}+{letter}{top + 8}", bold, 0)
    sheet.merge_range(last + 2, 4, last + 2, 7, "THỦ TRƯỞNG ĐƠN VỊ", title)
    sheet.insert_image(0, 0, str(picture(path.with_suffix(".png"))))
    sheet.write_comment(top + 4, 3, "Đếm theo quyết định")
    sheet.conditional_format(top + 3, 2, last, 5, {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation(top + 3, 3, last, 5, {"validate": "integer", "criteria": ">=", "value": 0})
    sheet.set_landscape()
    sheet.repeat_rows(top, top + 2)
    sheet.print_area(0, 0, last + 3, 7)
    sheet.set_row(last + 4, None, None, {"hidden": True})
    sheet.write(last + 4, 0, "mã nội bộ")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": [SHEET, top + 4, 2, top + 6, 2], "categories": [SHEET, top + 4, 1, top + 6, 1]})
    sheet.insert_chart(last + 6, 1, chart)
    sheet.insert_textbox(last + 6, 6, "Lưu ý: gửi trước ngày 15/12")
    second = book.add_worksheet("Tổng")
    second.write(0, 0, "Tổng hợp")
    second.write_formula(0, 1, f"='{SHEET}'!C{last + 1}*2", None, 0)
    book.define_name("TongSo", f"='{SHEET}'!$C${last + 1}")
    book.close()
    return path


def with_parts(source: Path, target: Path, added: dict[str, bytes]) -> Path:
    """The workbook with more parts in its package: a macro project, printer settings, a control."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            # XlsxWriter asks for what Excel does not.
            new.writestr(member, old.read(member).replace(b' fullCalcOnLoad="1"', b""))
        for name, content in added.items():
            new.writestr(name, content)
    return target


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    """A package of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return path


def changed(path: Path, part: str, *changes: tuple[bytes, bytes]) -> Path:
    """The workbook with other bytes in one part, wherever they stand."""
    parts = members(path)
    for before, after in changes:
        assert before in parts[part], before
        parts[part] = parts[part].replace(before, after)
    return packed(path, parts)


def filled_down(path: Path) -> Path:
    """The form as Excel writes it: formulas that were filled down are shared; one is an array formula."""
    return changed(
        province_form(path),
        "xl/worksheets/sheet1.xml",
        (b"<f>D9+E9</f>", b'<f t="shared" ref="C9:C11" si="0">D9+E9</f>'),
        (b"<f>D10+E10</f>", b'<f t="shared" si="0"/>'),
        (b"<f>D11+E11</f>", b'<f t="shared" si="0"/>'),
        (b"<f>C8+C12</f>", b'<f t="array" ref="C16">SUM(C8*1+C12*1)</f>'),
    )


def macro_form(path: Path) -> Path:
    """The province's form as .xlsm, with a macro project, printer settings and a list of formulas."""
    plain = province_form(path.with_name("plain.xlsx"))
    chain = b'<?xml version="1.0"?><calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    return with_parts(
        plain,
        path,
        {
            "xl/vbaProject.bin": DUMMY_MACRO,
            "xl/printerSettings/printerSettings1.bin": bytes(range(256)),
            "xl/ctrlProps/ctrlProp1.xml": b"<formControlPr/>",
            "xl/calcChain.xml": chain,
        },
    )


def members(path: Path) -> dict[str, bytes]:
    """Every part of a package."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def loaded(path: Path, *, values: bool = False) -> Workbook:
    """A workbook in openpyxl, which warns that it would drop extensions if it saved it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(io.BytesIO(path.read_bytes()), data_only=values)

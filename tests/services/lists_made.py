"""Small lists as units send them, for the tests of the import doctor."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

HEADINGS = ("STT", "Họ và tên", "Năm sinh", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Danh hiệu đề nghị", "Ghi chú")
COLLECTIVE = (1, "Phòng Nghiệp vụ 2", None, None, None, "Sở Y tế", "TTLĐTT")
MAN = (1, "Ông Nguyễn Văn Mẫu", 1980, 1080012345, "Phó Giám đốc", "So Y te", "CSTĐCS")
WOMAN = (2, "Bà Trần Thị Thử", "17/5/1985", "001185001234", "Chuyên viên", "Sở Y tế", "LĐTT")
UNCLEAR = (3, "Ông Lê Văn Ba", "1975", "1.23E+11", "Chuyên viên", "Sở Yt tế", "khen cao")


def workbook(path: Path, rows: Sequence[Sequence[Any]], *, headings: Sequence[str] = HEADINGS) -> Path:
    """A list with a title, groups and a footer; ``rows`` go below the heading."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Danh sách"
    for row in (("SỞ Y TẾ",), (), ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",), (), headings, *rows, ("Tổng cộng:",)):
        sheet.append(list(row))
    book.save(path)
    return path


def ordinary(folder: Path) -> Path:
    """A list that needs nobody: a collective and two persons."""
    return workbook(folder / "so-y-te.xlsx", [("I", "TẬP THỂ"), COLLECTIVE, ("II", "CÁ NHÂN"), MAN, WOMAN])


def unclear(folder: Path) -> Path:
    """A list with a line that the clerk has to look at."""
    return workbook(folder / "so-khac.xlsx", [("II", "CÁ NHÂN"), MAN, WOMAN, UNCLEAR])


def history(folder: Path) -> Path:
    """Awards of former years, the decision in the title and in columns."""
    headings = ("TT", "Họ và tên", "Ngày sinh", "Đơn vị", "Hình thức khen thưởng", "Số quyết định", "Ngày quyết định")
    rows = [
        (1, "Bà Trần Thị Thử", "17/5/1985", "Sở Y tế", "CSTĐCS", "12/QĐ-SYT", "05/01/2023"),
        (2, "Ông Nguyễn Văn Mẫu", "1980", "Sở Y tế", "LĐTT", None, None),
    ]
    path = workbook(folder / "da-khen.xlsx", rows, headings=headings)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert sheet is not None
    sheet["A4"] = "(Kèm theo Quyết định số 99/QĐ-UBND ngày 10/12/2022 của Chủ tịch UBND tỉnh)"
    book.save(path)
    return path


def old_decisions(folder: Path) -> Path:
    """Whole decisions of an earlier year."""
    headings = ("TT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng", "Số quyết định", "Ngày quyết định")
    rows = [
        (1, "Bà Mai Thị Cũ", "Sở Y tế", "LĐTT", "7/QĐ-SNV", "05/01/2023"),
        (2, "Ông Phan Văn Xưa", "Sở Y tế", "LĐTT", "7/QĐ-SNV", "05/01/2023"),
    ]
    return workbook(folder / "quyet-dinh-cu.xlsx", rows, headings=headings)


def old_decisions_and_others(folder: Path) -> Path:
    """A decision of an earlier year, and an award of which nobody knows the decision."""
    headings = ("TT", "Họ và tên", "Đơn vị", "Hình thức khen thưởng", "Số quyết định", "Ngày quyết định", "Năm")
    rows = [
        (1, "Bà Mai Thị Cũ", "Sở Y tế", "LĐTT", "8/QĐ-SNV", "05/01/2022", 2021),
        (2, "Ông Phan Văn Xưa", "Sở Y tế", "LĐTT", None, None, 2020),
    ]
    return workbook(folder / "quyet-dinh-cu-va-muc-khac.xlsx", rows, headings=headings)


def people(folder: Path) -> Path:
    """People of a unit."""
    headings = ("TT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Số CCCD", "Chức vụ", "Đơn vị", "Địa chỉ")
    rows = [
        (1, "Trần Thị Thử", "17/5/1985", "Nữ", "Thái", "001185001234", "Chuyên viên", "Sở Y tế", "Phường Mẫu"),
        (2, "Nguyễn Văn Mẫu", "1980", "Nam", "Kinh", "001080012345", "Phó Giám đốc", "Sở Y tế", ""),
    ]
    return workbook(folder / "nhan-su.xlsx", rows, headings=headings)

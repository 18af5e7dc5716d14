"""A list of ten thousand lines as many units would send it: groups, CCCD as numbers, births in every form."""

from __future__ import annotations

from pathlib import Path

import openpyxl

ROWS = 10_000
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Lò", "Vi", "Hà", "Cao", "Mai")
_MIDDLE = ("Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc", "Thanh", "Quang", "Thu", "Xuân", "Bá", "Kim")
_GIVEN = ("An", "Bình", "Cường", "Dung", "Giang", "Hà", "Hùng", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quý",
          "Sơn", "Thảo", "Uyên", "Vinh", "Xuân", "Yến")  # fmt: skip
_AWARDS = ("LĐTT", "CSTĐCS", "Chiến sĩ thi đua cơ sở", "Bằng khen của Chủ tịch UBND tỉnh", "Lao động tiên tiến")
HEADINGS = ("TT", "Họ và tên", "Năm sinh", "Giới tính", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Danh hiệu đề nghị")


def workbook(path: Path) -> Path:
    """Writes the list; three of a hundred births are text, a tenth of the CCCD have lost their zeros."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(["SỞ GIÁO DỤC VÀ ĐÀO TẠO"])
    sheet.append(["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025"])
    sheet.append([])
    sheet.append(HEADINGS)
    for number in range(ROWS):
        if number % 100 == 0:
            sheet.append([None, f"Trường THCS số {number // 100}"])
        sheet.append(row(number))
    book.save(path)
    return path


def row(number: int) -> list[object]:
    """The cells of a line."""
    female = number % 2
    year = 1965 + number % 35
    middle = "Thị" if female else _MIDDLE[(number // 7) % len(_MIDDLE)].replace("Thị", "Văn")
    name = f"{_FAMILY[(number // 3) % len(_FAMILY)]} {middle} {_GIVEN[(number * 7) % len(_GIVEN)]}"
    digits = f"{1 + number % 90:03d}{female}{year % 100:02d}{number:06d}"
    birth: object = f"{1 + number % 28}/{1 + number % 12}/{year}" if number % 33 else year
    id_number: object = int(digits) if number % 10 == 0 else digits
    post = ("Giáo viên", "Tổ trưởng", "Phó Hiệu trưởng", "Nhân viên")[number % 4]
    sex = "Nữ" if female else "Nam"
    award = _AWARDS[number % len(_AWARDS)]
    return [number % 100 + 1, name, birth, sex, id_number, post, f"Trường THCS số {number // 100}", award]

"""Workbooks of lists as Excel writes them, of any length: nominations of schools, former awards of twenty years."""

from __future__ import annotations

from pathlib import Path

from tests.bench.many_rows import HEADINGS, row

_FORMER = ("TT", "Họ và tên", "Năm sinh", "Số CCCD", "Chức vụ", "Đơn vị công tác", "Danh hiệu, hình thức khen thưởng",
           "Số quyết định", "Ngày quyết định", "Thành tích")  # fmt: skip
_DEEDS = ("Hoàn thành xuất sắc nhiệm vụ công tác năm", "Có thành tích xuất sắc trong phong trào thi đua",
          "Đã có nhiều đóng góp cho sự nghiệp giáo dục", "Hoàn thành tốt nhiệm vụ")  # fmt: skip
_AWARDS_OF_ONE = 4
"""Lines of a person in the list of former awards."""
_SCHOOLS = 100


def nominations(path: Path, rows: int) -> None:
    """Eight columns, a heading for each school; births as text, a tenth of the CCCD without their first zeros."""
    lines: list[list[object]] = [
        ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"],
        ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2025"],
        [],
        [*HEADINGS],
    ]
    for number in range(rows):
        if number % 100 == 0:
            lines.append([None, f"Trường THCS số {number // 100}"])
        lines.append(row(number))
    _write(path, lines)


def former_awards(path: Path, rows: int) -> None:
    """Ten columns: who, which award, by which decision."""
    title = "DANH SÁCH CÁC CÁ NHÂN ĐÃ ĐƯỢC KHEN THƯỞNG TỪ NĂM 2006 ĐẾN NĂM 2025"
    lines: list[list[object]] = [["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], [title], [], [*_FORMER]]
    for number in range(rows):
        who = number // _AWARDS_OF_ONE
        _, name, birth, _, id_number, post, _, award = row(who)
        year = 2006 + (number * 7) % 20
        day = f"{1 + number % 28:02d}/{1 + number % 12:02d}/{year}"
        deed = f"{_DEEDS[number % len(_DEEDS)]} {year}" if number % 3 else None
        school = f"Trường THCS số {who % _SCHOOLS}"
        lines.append(
            [number + 1, name, birth, id_number, post, school, award, f"{1 + number % 900}/QĐ-UBND", day, deed]
        )
    _write(path, lines)


def _write(path: Path, lines: list[list[object]]) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Danh sách")
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)

"""The comparison of names before a decision is printed."""

from __future__ import annotations

from thidua_desktop.wording import papers

TITLE = "BẢNG ĐỐI CHIẾU HỌ TÊN TRƯỚC KHI IN"
COUNCIL = "Kết quả Hội đồng"
LISTED = "Danh sách kèm quyết định"
PRINTED = "Chữ sẽ in"
RESULT = "Kết luận"
CHECKED_BY = "NGƯỜI ĐỐI CHIẾU"
MISSING = "(không có)"
BLANK = "·"
"""A blank that is told from others of its kind."""
LOOSE_MARK = " + dấu gõ rời"
"""A tone mark that was typed apart from its letter: on paper it looks the same."""
_SAME = "Khớp từng chữ"
_DIFFERENT = "KHÁC NHAU, chưa giải trình"


def result(answer: str, *, same: bool) -> str:
    """What the check says of a line."""
    if same:
        return _SAME
    return f"Khác nhau; vẫn in vì: {answer}" if answer else _DIFFERENT


def end(total: int, differing: int) -> str:
    """The count below the table."""
    if not differing:
        return f"Đã đối chiếu {total:02d} dòng, tất cả khớp từng chữ{papers.END}"
    return f"Đã đối chiếu {total:02d} dòng, có {differing:02d} dòng khác nhau{papers.END}"

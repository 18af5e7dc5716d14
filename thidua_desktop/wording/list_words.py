"""Words about lists that stand in more than one place."""

from __future__ import annotations

from thidua_desktop.domain.list_doctor import Counts
from thidua_desktop.wording import formats

CLIPBOARD = "bộ nhớ tạm"
"""What a list is called that came from no file."""

ALL_THERE = "Danh sách này đã được nhập trước đây nên không nhập thêm."


def ready(counts: Counts) -> str:
    """What is said of a list that can be stored at once."""
    repaired = f", tự sửa {formats.whole(counts.repaired)} dòng" if counts.repaired else ""
    return f"Đọc được {formats.whole(counts.rows)} dòng{repaired}; nhập được ngay."


def needs_clerk(counts: Counts) -> str:
    """What is said of a list that somebody has to look at."""
    parts = [
        (counts.faulty, "dòng chưa nhập được"),
        (counts.doubtful, "dòng cần xem lại"),
        (counts.left_out, "dòng đã có nên không nhập"),
    ]
    told = ", ".join(f"{formats.whole(count)} {what}" for count, what in parts if count)
    read = f"Đọc được {formats.whole(counts.rows)} dòng"
    return f"{read}, trong đó {told}." if told else f"{read}; có điều cần xem ở đầu danh sách."


def stored(count: int) -> str:
    """What is said of a list that was stored."""
    return f"Đã nhập {formats.whole(count)} dòng."

"""What a window that only looks says of those who write."""

from __future__ import annotations

from datetime import datetime

from thidua_desktop.wording import formats

ALONE = "Đang xem – hiện không có ai sửa tệp này. Bấm “Thử mở để sửa” nếu cần sửa."
FIXED = "Tệp đang mở để xem: xem, tìm, in, xuất được; không sửa và không lưu được."
REPLACED = "Tệp này vừa được thay bằng tệp khác cùng tên (khôi phục, đổi mật khẩu). Màn hình đang là dữ liệu cũ."


def writer(user: str, host: str, since: datetime | None, *, here: bool) -> str:
    """Who is changing the file that is looked at."""
    who = "một cửa sổ khác trên máy này" if here else f"máy {host} ({user})"
    begun = f" từ {formats.moment(since)}" if since is not None else ""
    return f"Đang xem – {who} đang sửa{begun}. Màn hình tự cập nhật khi bên kia lưu."


def dead_writer(user: str, host: str, *, here: bool) -> str:
    """Who was cut off while the file was open for writing."""
    if here:
        return "Lần trước chương trình bị dừng ngang (mất điện, tắt máy hoặc lỗi)"
    return f"Máy {host} ({user}) bị dừng ngang khi đang mở tệp này (mất điện, tắt máy hoặc đứt mạng)"

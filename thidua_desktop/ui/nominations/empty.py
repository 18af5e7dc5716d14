"""What the page shows while it has nothing: what belongs here and how to begin."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.widgets import EmptyState


def no_rounds(add: Callable[[], None]) -> EmptyState:
    """The year has no round."""
    return EmptyState(
        "award",
        "Chưa có đợt xét nào trong năm này",
        "Mỗi đợt xét gồm các đề nghị được xem xét cùng nhau, ví dụ “Khen thưởng tổng kết năm”. "
        "Lập đợt xét trước, rồi nhập hoặc dán danh sách đề nghị của các đơn vị vào đợt.",
        (Offer("Thêm đợt xét…", add),),
    )


def no_lines(receive: Callable[[], None], add: Callable[[], None], paste: Callable[[], None]) -> EmptyState:
    """The round has no nomination."""
    return EmptyState(
        "list",
        "Đợt này chưa có đề nghị",
        "Kéo thả tệp danh sách của đơn vị (Excel, Word, .csv) hoặc cả thư mục vào đây; chương trình đọc, sửa lỗi chữ "
        "và cho anh/chị xem lại trước khi lưu. Cũng có thể nhập từng dòng hoặc dán từ Excel.",
        (Offer("Nhận danh sách từ tệp…", receive), Offer("Thêm đề nghị…", add), Offer("Dán từ Excel…", paste)),
    )


def nothing_found(clear: Callable[[], None]) -> EmptyState:
    """The filter lets no line through."""
    return EmptyState(
        "search",
        "Không có đề nghị nào khớp",
        "Các đề nghị của đợt vẫn còn nguyên; điều kiện lọc đang ẩn chúng.",
        (Offer("Bỏ lọc", clear),),
    )

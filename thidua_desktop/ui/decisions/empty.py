"""What the parts of the tab show while they have nothing: what belongs here and how to begin."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.widgets import EmptyState

Do = Callable[[], None]


def no_decisions(draft: Do, add: Do, bring_old: Do) -> EmptyState:
    """The year has no decision."""
    return EmptyState(
        "award",
        "Chưa có quyết định nào trong năm này",
        "Sau khi Hội đồng kiểm phiếu, chương trình lập sẵn dự thảo với danh sách kèm theo. "
        "Khen đột xuất không qua phiên họp thì thêm quyết định rồi chọn người.",
        (
            Offer("Lập dự thảo từ phiên họp…", draft),
            Offer("Thêm quyết định…", add),
            Offer("Nhận quyết định cũ…", bring_old),
        ),
    )


def no_lines(add: Do) -> EmptyState:
    """The decision has an empty list."""
    return EmptyState(
        "list",
        "Danh sách của quyết định chưa có ai",
        "Chọn các trường hợp đã được đồng ý mà chưa có quyết định. Thứ tự trong danh sách sẽ là số sổ vàng.",
        (Offer("Thêm dòng…", add),),
    )


def nothing_sent(send: Do) -> EmptyState:
    """Nothing was sent to a higher level."""
    return EmptyState(
        "up",
        "Chưa có trường hợp nào trình cấp trên",
        "Những trường hợp Hội đồng đồng ý mà cấp trên mới có thẩm quyền quyết định được theo dõi ở đây từ ngày trình "
        "đến khi có kết quả.",
        (Offer("Trình cấp trên…", send),),
    )


def no_awards(receive: Do) -> EmptyState:
    """The register is empty."""
    return EmptyState(
        "award",
        "Sổ khen thưởng chưa có lượt nào",
        "Mỗi dòng của quyết định đã ký tự vào sổ. Quyết định các năm trước nhập từ tệp danh sách (Excel, Word); chương "
        "trình đọc, sửa lỗi chữ và cho anh/chị xem lại trước khi ghi.",
        (Offer("Nhận quyết định cũ…", receive),),
    )


def nothing_found(clear: Do) -> EmptyState:
    """The search leaves nothing."""
    return EmptyState(
        "search",
        "Không có lượt khen nào khớp",
        "Gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc; không cần gõ dấu, gõ đầu từ theo thứ tự nào cũng được.",
        (Offer("Bỏ lọc", clear),),
    )

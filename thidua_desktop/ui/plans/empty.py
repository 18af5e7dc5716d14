"""What the plans tab shows while it has nothing."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.widgets import EmptyState


def no_plans(read: Callable[[], None], write: Callable[[], None]) -> EmptyState:
    """There is no plan in the year: one is read from a file, or written by hand."""
    return EmptyState(
        "plan",
        "Chưa có kế hoạch nào trong năm này",
        "Mở tệp kế hoạch (Word, PDF, Excel, văn bản) hoặc kéo thả tệp vào cửa sổ: chương trình đọc ra các nhiệm "
        "vụ theo quý, đơn vị và thời hạn để anh/chị xem lại trước khi lưu.",
        (Offer("Nhập kế hoạch từ tệp…", read), Offer("Lập kế hoạch mới…", write)),
    )

"""What a part of the reports shows after its work was stopped or could not be done."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.widgets import EmptyState


def stopped(again: Callable[[], None]) -> EmptyState:
    """Nothing of another period stays in front; one press counts again."""
    return EmptyState(
        "warning",
        "Chưa tính xong số liệu của kỳ này",
        "Việc tính đã dừng giữa chừng, không có gì bị thay đổi. Bấm Tính lại để tính từ đầu, hoặc chọn kỳ ngắn hơn.",
        (Offer("Tính lại", again),),
    )

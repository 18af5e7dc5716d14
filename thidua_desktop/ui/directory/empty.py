"""What the parts of the directory show while they have nothing: what belongs here and how to begin."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.widgets import EmptyState

_WORDS = {
    RecipientKind.PERSON: (
        "user",
        "Chưa có cá nhân nào trong danh bạ",
        "Mỗi người một thẻ: ngày sinh, số CCCD, chức vụ, các lần khen, đánh giá từng năm. "
        "Cá nhân cũng được thêm khi nhập danh sách đề nghị của các đơn vị.",
        "Thêm cá nhân…",
    ),
    RecipientKind.COLLECTIVE: (
        "units",
        "Chưa có tập thể nào trong danh bạ",
        "Tập thể được xét khen: phòng, khoa, trường, đơn vị. "
        "Thẻ của tập thể giữ các lần khen, đánh giá và số liệu cá nhân từng năm.",
        "Thêm tập thể…",
    ),
    RecipientKind.HOUSEHOLD: (
        "office",
        "Chưa có hộ gia đình nào trong danh bạ",
        "Hộ gia đình được xét “Gia đình văn hóa” hoặc được khen vì đóng góp cho địa phương.",
        "Thêm hộ gia đình…",
    ),
}


def no_units(add: Callable[[], None], provinces: Callable[[], None]) -> EmptyState:
    """The office has no unit."""
    return EmptyState(
        "units",
        "Chưa có đơn vị nào",
        "Đơn vị là nơi gửi danh sách đề nghị và thực hiện nhiệm vụ. Nhập cây đơn vị một lần, mỗi lần sắp xếp lại bộ "
        "máy chỉ cần ghi ngày: khen thưởng trước ngày đó vẫn mang tên cũ.",
        (Offer("Thêm đơn vị…", add), Offer("Sắp xếp tỉnh, thành phố từ 01/7/2025…", provinces)),
    )


def no_unit_chosen() -> EmptyState:
    """No unit is at the cursor."""
    return EmptyState("units", "Chưa chọn đơn vị", "Chọn một đơn vị trong cây để xem và ghi việc đổi tên, sáp nhập.")


def no_past() -> EmptyState:
    """Nothing is known of a recipient."""
    return EmptyState(
        "history",
        "Chưa ghi gì về quá trình",
        "Khen thưởng, đánh giá, công tác, kỷ luật ghi ở các phần bên cạnh được xếp theo thời gian ở đây.",
    )


def no_unit_found(clear: Callable[[], None]) -> EmptyState:
    """The search lets no unit through."""
    return EmptyState(
        "search",
        "Không có đơn vị nào khớp",
        "Thử bỏ bớt chữ, hoặc đổi ngày đang xem nếu tìm tên trước khi sáp nhập.",
        (Offer("Bỏ tìm", clear),),
    )


def no_recipients(kind: RecipientKind, add: Callable[[], None], paste: Callable[[], None]) -> EmptyState:
    """There is no recipient of a kind."""
    icon, title, text, offer = _WORDS[kind]
    return EmptyState(icon, title, text, (Offer(offer, add), Offer("Dán từ Excel…", paste)))


def nothing_found(clear: Callable[[], None]) -> EmptyState:
    """The search lets no recipient through."""
    return EmptyState(
        "search",
        "Không có người nhận nào khớp",
        "Danh sách vẫn còn nguyên; ô tìm đang ẩn các dòng. Không cần gõ dấu, có thể gõ số CCCD.",
        (Offer("Bỏ tìm", clear),),
    )


def no_card() -> EmptyState:
    """No recipient is chosen."""
    return EmptyState("user", "Chưa chọn người nhận", "Chọn một dòng trong danh sách để xem thẻ.")


def no_look_alikes() -> EmptyState:
    """No two records look alike."""
    return EmptyState(
        "check",
        "Không có người nhận nào có thể trùng",
        "Chương trình so tên (kể cả dấu thanh kiểu cũ và mới, i và y, thiếu dấu), ngày sinh, số CCCD, đơn vị.",
    )

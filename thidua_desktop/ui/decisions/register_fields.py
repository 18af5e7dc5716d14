"""The fields above the register, and what is said of what they have found."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.register_queries import RegisterCount, RegisterOrder
from thidua_desktop.wording import formats

KIND_WORDS = (
    (RecipientKind.PERSON, "cá nhân"),
    (RecipientKind.COLLECTIVE, "tập thể"),
    (RecipientKind.HOUSEHOLD, "hộ gia đình"),
)
ORDERS = {
    RegisterOrder.MATCH: "Tự xếp",
    RegisterOrder.NAME: "Xếp theo tên",
    RegisterOrder.AWARD: "Theo danh hiệu, hình thức",
    RegisterOrder.YEAR: "Theo năm",
    RegisterOrder.DECISION: "Theo số quyết định",
    RegisterOrder.LATEST: "Mới nhất trước",
    RegisterOrder.GOLDEN_BOOK: "Theo số sổ vàng",
    RegisterOrder.UNIT: "Theo đơn vị",
    RegisterOrder.STATE: "Theo tình trạng",
    RegisterOrder.DECIDED_BY: "Theo người quyết định",
    RegisterOrder.KIND: "Theo đối tượng",
}


def counted(total: int, count: RegisterCount | None) -> str:
    """How many there are; of which kinds, as soon as that is known."""
    if not total:
        return "Không có lượt khen nào"
    if count is None:
        return f"{formats.whole(total)} lượt khen"
    kinds = ", ".join(f"{formats.whole(count.kinds[kind])} {word}" for kind, word in KIND_WORDS if kind in count.kinds)
    return f"{formats.whole(total)} lượt khen ({kinds}) của {formats.whole(count.recipients)} người, tập thể"


def combo(name: str) -> QComboBox:
    """A field to choose what is looked for."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(8)
    made.view().setMinimumWidth(260)
    return made


def fill(field: QComboBox, everything: str, choices: list[tuple[str, int]] | list[tuple[str, str]]) -> None:
    """Offer everything, and choices (words and value); what is chosen stays chosen."""
    chosen = field.currentData()
    field.clear()
    field.addItem(everything, None)
    for text, value in choices:
        field.addItem(text, value)
    field.setCurrentIndex(max(0, field.findData(chosen)))

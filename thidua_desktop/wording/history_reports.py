"""What the history says of movements, registrations and what goes up to superiors."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.movements import LaunchLevel, MovementMethod, MovementScope
from thidua_desktop.wording import formats
from thidua_desktop.wording.history_facts import Codes

FIELDS: dict[str, dict[str, str]] = {
    "movements": {
        "name": "Tên phong trào",
        "year": "Năm",
        "scope": "Phạm vi",
        "level": "Cấp phát động",
        "method": "Phương thức",
        "launched_by": "Cơ quan phát động",
        "document": "Số văn bản phát động",
        "started_on": "Ngày phát động",
        "ends_on": "Đến ngày",
        "months": "Thời hạn (tháng)",
        "closed_on": "Ngày tổng kết",
        "result": "Kết quả",
        "note": "Ghi chú",
        "deleted_at": "Chuyển vào thùng rác",
    },
    "registrations": {
        "year": "Năm",
        "award_id": "Danh hiệu, hình thức",
        "kind": "Đối tượng",
        "recipient_id": "Đích danh",
        "amount": "Số lượng",
        "registered_on": "Ngày đăng ký",
        "note": "Ghi chú",
    },
    "hand_figures": {
        "form": "Biểu",
        "first_day": "Kỳ báo cáo từ ngày",
        "last_day": "Đến ngày",
        "row_code": "Dòng",
        "column_code": "Cột",
        "value": "Số liệu",
        "note": "Ghi chú",
    },
    "sent_reports": {
        "title": "Tên báo cáo",
        "first_day": "Kỳ báo cáo từ ngày",
        "last_day": "Đến ngày",
        "file_name": "Tệp",
        "sent_on": "Ngày gửi",
        "sent_to": "Nơi nhận",
        "letter_number": "Số văn bản gửi kèm",
        "who": "Người lưu",
        "note": "Ghi chú",
    },
    "workbooks": {
        "name": "Tên biểu",
        "issuer": "Cơ quan ban hành biểu",
        "file_name": "Tệp",
        "note": "Ghi chú",
        "deleted_at": "Chuyển vào thùng rác",
    },
    "workbook_ties": {
        "cell": "Ô",
        "sheet": "Trang",
        "question": "Số liệu",
        "constant": "Chữ, số cố định",
        "periods_back": "Lùi",
    },
}
"""Table → column → what the screens call it."""

LINKS: dict[str, tuple[str, ...]] = {
    "movements": (),
    "registrations": ("unit_id",),
    "hand_figures": (),
    "sent_reports": ("kind", "sha256", "size", "made_at", "replaces_id"),
    "workbooks": ("sha256", "size"),
    "workbook_ties": ("workbook_id",),
}
"""Table → the columns that only tie its rows to others, or are said elsewhere."""

DAYS = frozenset({"started_on", "ends_on", "closed_on", "registered_on", "first_day", "last_day", "sent_on"})

ENUMS: dict[tuple[str, str], type[Enum]] = {
    ("movements", "scope"): MovementScope,
    ("movements", "level"): LaunchLevel,
    ("movements", "method"): MovementMethod,
    ("registrations", "kind"): RecipientKind,
}

KINDS: dict[str, Kind] = {
    "movements": Kind.MOVEMENT,
    "hand_figures": Kind.FIGURE,
    "sent_reports": Kind.SENT_REPORT,
    "workbooks": Kind.WORKBOOK,
}
NAMED_BY: dict[str, str] = {
    "movements": "name",
    "hand_figures": "form",
    "sent_reports": "title",
    "workbooks": "name",
}

WITHIN: dict[str, tuple[str, tuple[tuple[Kind, str], ...]]] = {
    "registrations": ("Đăng ký thi đua", ((Kind.UNIT, "unit_id"),)),
    "workbook_ties": ("Ô đã nối", ((Kind.WORKBOOK, "workbook_id"),)),
}
"""Rows that are told as one line of the record that they belong to."""


def _award(value: str, names: Codes) -> str:
    return names.awards.get(value, value)


def _number(value: str, _names: Codes) -> str:
    number = Decimal(value)
    return formats.whole(int(number)) if number == number.to_integral_value() else value.replace(".", ",")


def _question(value: str, names: Codes) -> str:
    """A question as the screens say it; one of a later time as it is kept."""
    from thidua_desktop.domain.statistics.facts import Names
    from thidua_desktop.domain.statistics.questions import parse
    from thidua_desktop.wording.statistics import question

    try:
        return question(parse(value), Names(awards=names.awards))
    except AppError:
        return value


WRITTEN: dict[tuple[str, str], Callable[[Any, Codes], str]] = {
    ("registrations", "award_id"): _award,
    ("hand_figures", "value"): _number,
    ("workbook_ties", "question"): _question,
    ("workbook_ties", "periods_back"): lambda value, _names: f"{value} kỳ" if value else "",
}

"""What superiors' workbooks carry beside their cells, in words."""

from __future__ import annotations

from collections.abc import Iterable

CARRIED: dict[str, str] = {
    "picture": "hình ảnh",
    "chart": "biểu đồ",
    "macro": "macro",
    "control": "nút bấm, đối tượng nhúng",
    "link": "liên kết tới tệp khác",
    "pivot": "bảng tổng hợp (PivotTable)",
    "comment": "ghi chú ở ô",
    "print": "thiết lập máy in",
}
"""By the code of its kind."""


def kept(kinds: Iterable[str]) -> str:
    """``Giữ nguyên trong tệp: biểu đồ, macro.``; empty where there is nothing beside the cells."""
    named = ", ".join(CARRIED[kind] for kind in kinds)
    return f"Giữ nguyên trong tệp: {named}." if named else ""

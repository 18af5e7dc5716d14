"""The columns of the movements: typed into, copied, pasted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.movements import MOST_MONTHS, LaunchLevel, Movement, MovementMethod, MovementScope
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import CENTER, Column, Editor
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, labels

SCOPES = {labels.of(one): one for one in MovementScope}
LEVELS = {labels.of(one): one for one in LaunchLevel}
METHODS = {labels.of(one): one for one in MovementMethod}
_SCOPE_WORDS = {
    "Cả nước": MovementScope.NATION,
    "Toàn tỉnh": MovementScope.BRANCH,
    "Tỉnh": MovementScope.BRANCH,
    "Địa phương": MovementScope.BRANCH,
    "Bộ, ngành": MovementScope.BRANCH,
    "Toàn ngành": MovementScope.BRANCH,
    "Ngành": MovementScope.BRANCH,
    "Cụm, khối": MovementScope.CLUSTER,
    "Cụm": MovementScope.CLUSTER,
    "Khối": MovementScope.CLUSTER,
    "Cơ quan": MovementScope.OFFICE,
    "Đơn vị": MovementScope.OFFICE,
}
_LEVEL_WORDS = {
    "Cấp Trung ương": LaunchLevel.CENTRAL,
    "Bộ, ngành": LaunchLevel.BRANCH,
    "Tỉnh": LaunchLevel.BRANCH,
    "Cấp tỉnh": LaunchLevel.BRANCH,
    "Cơ quan": LaunchLevel.OFFICE,
    "Đơn vị": LaunchLevel.OFFICE,
    "Cấp cơ sở": LaunchLevel.OFFICE,
    "Cơ sở": LaunchLevel.OFFICE,
}
_METHOD_WORDS = {"Chuyên đề": MovementMethod.TOPICAL, "Thi đua thường xuyên": MovementMethod.STANDING}
"""What offices write in their lists besides the labels."""
_ORDERS = (list(MovementScope), list(LaunchLevel), list(MovementMethod))


def length(movement: Movement) -> str:
    """How long a movement runs, in words."""
    if movement.started_on is None or movement.ends_on is None:
        return "" if movement.months is None else f"{movement.months} tháng"
    found = movement.length
    return "" if found is None else labels.of(found)


def _day(field: str) -> Callable[[Movement, str], Movement]:
    def edit(movement: Movement, text: str) -> Movement:
        typed: dict[str, Any] = {field: entry.day(text, year=movement.year)}
        return replace(movement, **typed)

    return edit


def _text(field: str) -> Callable[[Movement, str], Movement]:
    def edit(movement: Movement, text: str) -> Movement:
        typed: dict[str, Any] = {field: squeeze(text)}
        return replace(movement, **typed)

    return edit


def _months(movement: Movement, text: str) -> Movement:
    return replace(movement, months=entry.whole(text.replace("tháng", ""), low=1, high=MOST_MONTHS))


def _scope(movement: Movement, text: str) -> Movement:
    return replace(movement, scope=entry.choice(text, SCOPES | _SCOPE_WORDS))


def _level(movement: Movement, text: str) -> Movement:
    return replace(movement, level=entry.choice(text, LEVELS | _LEVEL_WORDS))


def _method(movement: Movement, text: str) -> Movement:
    return replace(movement, method=entry.choice(text, METHODS | _METHOD_WORDS))


def _name(movement: Movement, text: str) -> Movement:
    return replace(movement, name=entry.required(text))


def _closed(movement: Movement) -> str:
    return formats.day(movement.closed_on) if movement.closed_on is not None else "Đang diễn ra"


def _days(key: str, title: str, field: str, *other_titles: str) -> Column[Movement]:
    return Column[Movement](
        key,
        title,
        lambda one: formats.day(getattr(one, field)),
        92,
        align=CENTER,
        edit=_day(field),
        editor=Editor.DAY,
        sort_key=lambda one: getattr(one, field) or date.max,
        other_titles=other_titles,
    )


COLUMNS: tuple[Column[Movement], ...] = (
    Column[Movement](
        "name",
        "Tên phong trào",
        lambda one: one.name,
        230,
        stretch=True,
        wrap=True,
        edit=_name,
        frozen=True,
        other_titles=("Tên phong trào thi đua", "Phong trào", "Phong trào thi đua", "Nội dung phong trào"),
    ),
    Column[Movement](
        "scope",
        "Phạm vi",
        lambda one: labels.of(one.scope),
        104,
        wrap=True,
        edit=_scope,
        editor=Editor.CHOICE,
        choices=lambda: tuple(SCOPES),
        sort_key=lambda one: _ORDERS[0].index(one.scope),
        other_titles=("Phạm vi phát động", "Phạm vi thi đua"),
    ),
    Column[Movement](
        "level",
        "Cấp phát động",
        lambda one: labels.of(one.level),
        108,
        wrap=True,
        edit=_level,
        editor=Editor.CHOICE,
        choices=lambda: tuple(LEVELS),
        sort_key=lambda one: _ORDERS[1].index(one.level),
        other_titles=("Cấp", "Cấp phát động thi đua"),
    ),
    Column[Movement](
        "method",
        "Phương thức",
        lambda one: labels.of(one.method),
        100,
        wrap=True,
        edit=_method,
        editor=Editor.CHOICE,
        choices=lambda: tuple(METHODS),
        sort_key=lambda one: _ORDERS[2].index(one.method),
        other_titles=("Hình thức", "Hình thức tổ chức", "Phương thức tổ chức"),
    ),
    Column[Movement](
        "launched_by",
        "Cơ quan phát động",
        lambda one: one.launched_by,
        140,
        wrap=True,
        hidden=True,
        earlier=True,
        edit=_text("launched_by"),
    ),
    Column[Movement](
        "document",
        "Văn bản",
        lambda one: one.document,
        112,
        wrap=True,
        edit=_text("document"),
        other_titles=("Số văn bản", "Văn bản phát động", "Số, ký hiệu"),
    ),
    _days("started_on", "Phát động", "started_on", "Ngày phát động", "Từ ngày", "Ngày bắt đầu"),
    _days("ends_on", "Đến ngày", "ends_on", "Ngày kết thúc", "Kết thúc"),
    Column[Movement](
        "months",
        "Thời hạn",
        length,
        100,
        wrap=True,
        edit=_months,
        edit_text=lambda one: "" if one.months is None else str(one.months),
        tooltip=lambda _one: "Tính từ hai ngày; gõ số tháng khi chưa có ngày kết thúc",
        sort_key=lambda one: one.length or "",
    ),
    Column[Movement](
        "closed_on",
        "Tổng kết",
        _closed,
        104,
        align=CENTER,
        edit=_day("closed_on"),
        edit_text=lambda one: formats.day(one.closed_on),
        editor=Editor.DAY,
        tone=lambda one: Tone.MUTED if one.closed_on is None else None,
        sort_key=lambda one: one.closed_on or date.max,
    ),
    Column[Movement](
        "result",
        "Kết quả",
        lambda one: one.result,
        150,
        wrap=True,
        edit=_text("result"),
        editor=Editor.LONG_TEXT,
    ),
    Column[Movement](
        "note",
        "Ghi chú",
        lambda one: one.note,
        140,
        wrap=True,
        hidden=True,
        edit=_text("note"),
        editor=Editor.LONG_TEXT,
    ),
)

"""The columns of the register: names and units as the decision has them."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.register_queries import RegisterRow
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, labels


def _muted(row: RegisterRow) -> Tone | None:
    return Tone.MUTED if row.entry.state is RecordState.WITHDRAWN else None


def _name_tip(row: RegisterRow) -> str:
    now = "" if row.name_now == row.entry.name else f"\nTên trong danh bạ hiện nay: {row.name_now}"
    return f"{row.entry.name}{now}"


def register_columns(awards: Mapping[str, str]) -> tuple[Column[RegisterRow], ...]:
    """The columns; ``awards`` are names by id."""
    return (
        Column[RegisterRow](
            "name", "Họ tên, tên tập thể", lambda row: row.entry.name, 190, tone=_muted, tooltip=_name_tip, frozen=True
        ),
        Column[RegisterRow](
            "award",
            "Danh hiệu, hình thức",
            lambda row: awards.get(row.entry.award_id, row.entry.award_id),
            190,
            tone=_muted,
        ),
        Column[RegisterRow]("year", "Năm", lambda row: str(row.entry.year), 54, align=CENTER),
        Column[RegisterRow]("decision", "Số quyết định", lambda row: row.entry.decision or "", 118),
        Column[RegisterRow]("decided_on", "Ngày ký", lambda row: formats.day(row.entry.decided_on), 92, align=CENTER),
        Column[RegisterRow]("golden_book", "Sổ vàng", lambda row: row.entry.golden_book or "", 74, align=RIGHT),
        Column[RegisterRow](
            "unit",
            "Chức vụ, đơn vị",
            lambda row: ", ".join(part for part in (row.entry.position, row.entry.unit) if part),
            220,
            stretch=True,
        ),
        Column[RegisterRow](
            "state",
            "Tình trạng",
            lambda row: labels.of(row.entry.state) if row.entry.state is not RecordState.VALID else "",
            132,
            chip=lambda row: row.entry.state if row.entry.state is not RecordState.VALID else None,
        ),
        Column[RegisterRow]("decided_by", "Người quyết định", lambda row: row.entry.decided_by or "", 170, hidden=True),
        Column[RegisterRow]("kind", "Đối tượng", lambda row: labels.of(row.kind), 90, hidden=True),
    )

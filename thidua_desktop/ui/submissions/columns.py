"""The columns of the board of units."""

from __future__ import annotations

from thidua_desktop.domain.submission_board import BoardRow
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.submissions import said
from thidua_desktop.wording import formats, labels


def _count(number: int | None) -> str:
    return str(number) if number else ""


def _letter(row: BoardRow) -> str:
    sent = row.submission
    day = formats.day(sent.letter_on)
    return " ngày ".join(part for part in (sent.letter_number or "", day) if part)


def _owes(row: BoardRow) -> str:
    if not row.owes:
        return ""
    first, more = row.owes[0], len(row.owes) - 1
    until = f" (hẹn {formats.day(first.answer_by)})" if first.answer_by is not None else ""
    whose = row.names.get(first.nomination_id, "") if first.nomination_id is not None else ""
    return f"{f'{whose}: ' if whose else ''}{first.reason}{until}{f' và {more} lần trả khác' if more else ''}"


COLUMNS: tuple[Column[BoardRow], ...] = (
    Column[BoardRow]("unit", "Đơn vị", lambda row: row.unit, 180, stretch=True, wrap=True, frozen=True),
    Column[BoardRow](
        "state",
        "Tình trạng",
        lambda row: labels.of(row.submission.state),
        126,
        chip=lambda row: row.submission.state,
        tooltip=lambda row: row.submission.state_reason or "",
        by_choice=True,
    ),
    Column[BoardRow](
        "time",
        "Thời hạn",
        said.time_of,
        104,
        tone=said.time_tone,
        sort_key=lambda row: (row.days_left is None, row.days_left or -row.days_late),
    ),
    Column[BoardRow](
        "lines", "Số dòng", lambda row: _count(row.total), 70, align=RIGHT, sort_key=lambda row: row.total
    ),
    Column[BoardRow](
        "lacking",
        "Thiếu giấy tờ",
        lambda row: _count(row.lacking),
        106,
        align=RIGHT,
        sort_key=lambda row: row.lacking,
        tone=lambda row: Tone.DANGER if row.lacking else None,
    ),
    Column[BoardRow](
        "refused", "Không nhận", lambda row: _count(row.refused), 96, align=RIGHT, sort_key=lambda row: row.refused
    ),
    Column[BoardRow]("letter", "Tờ trình", _letter, 124, wrap=True),
    Column[BoardRow](
        "received",
        "Ngày nhận",
        lambda row: formats.day(row.submission.received_on),
        96,
        align=CENTER,
        sort_key=lambda row: (row.submission.received_on is None, row.submission.received_on),
    ),
    Column[BoardRow](
        "receipt",
        "Phiếu số",
        lambda row: _count(row.submission.receipt_number),
        78,
        align=CENTER,
        sort_key=lambda row: row.submission.receipt_number or 0,
    ),
    Column[BoardRow]("owes", "Chờ bổ sung", _owes, 180, wrap=True, tooltip=said.log),
    Column[BoardRow]("by", "Người nộp", lambda row: row.submission.delivered_by or "", 130, hidden=True),
    Column[BoardRow]("taken", "Người nhận", lambda row: row.submission.received_by or "", 130, hidden=True),
    Column[BoardRow]("note", "Ghi chú", lambda row: row.submission.note or "", 150, wrap=True, hidden=True),
)

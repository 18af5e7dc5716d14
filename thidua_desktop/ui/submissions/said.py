"""How units of a round are told in one line."""

from __future__ import annotations

from thidua_desktop.domain.submission_board import Board, BoardRow
from thidua_desktop.domain.submissions import Return, SubmissionState
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, labels, submission_papers

_S = SubmissionState


def lines_of(row: BoardRow) -> str:
    """``12 dòng``, with what is missing and refused; empty for a unit that has sent none."""
    parts = [f"{row.total} dòng"] if row.total else []
    parts += [f"{row.lacking} thiếu giấy tờ"] if row.lacking else []
    parts += [f"{row.refused} không nhận"] if row.refused else []
    return " · ".join(parts)


def standing(row: BoardRow) -> str:
    """The state in words, with days where they matter."""
    sent = row.submission
    state = labels.of(sent.state)
    if sent.state is _S.NOT_SENT:
        left = submission_papers.waiting(row.days_left)
        state = "Có danh sách, chưa ghi tiếp nhận" if row.total else state
        return f"{state}, {left}" if left else state
    if sent.state is _S.RETURNED and row.owes and row.owes[0].answer_by is not None:
        return f"{state}, hẹn {formats.day(row.owes[0].answer_by)}"
    if sent.received_on is not None:
        return f"{state}, nhận {formats.day(sent.received_on)}"
    return state


def time_of(row: BoardRow) -> str:
    """How long a unit still has, or how late its papers came."""
    if row.submission.state is _S.NOT_SENT:
        return submission_papers.waiting(row.days_left)
    return f"muộn {row.days_late} ngày" if row.days_late else "đúng hạn" if row.submission.received_on else ""


def time_tone(row: BoardRow) -> Tone | None:
    """Red for what is late and has not come, amber for what came late."""
    if row.days_left is not None and row.days_left < 0:
        return Tone.DANGER
    return Tone.WARNING if row.days_late else None


def returned(row: BoardRow, given: Return) -> str:
    """One return: ``19/11/2026, An: Thiếu xác nhận (hẹn 25/11/2026; đã bổ sung 22/11/2026)``."""
    whose = row.names.get(given.nomination_id, "") if given.nomination_id is not None else "cả hồ sơ"
    days = [f"hẹn {formats.day(given.answer_by)}"] if given.answer_by is not None else []
    days += [f"đã bổ sung {formats.day(given.answered_on)}"] if given.answered_on is not None else []
    days += [f"công văn {given.letter_number}"] if given.letter_number else []
    beside = f" ({'; '.join(days)})" if days else ""
    return f"{formats.day(given.returned_on)}, {whose or 'một dòng'}: {given.reason}{beside}"


def log(row: BoardRow) -> str:
    """All that went back to a unit, the latest first; empty where nothing did."""
    return "\n".join(returned(row, given) for given in reversed(row.returns))


def alarming(row: BoardRow) -> bool:
    """Whether the unit has to be looked after: late, or its dossiers lack something."""
    return bool((row.days_left is not None and row.days_left < 0) or row.lacking)


def summary(board: Board) -> str:
    """``14 đơn vị: 5 chưa gửi, 2 trả bổ sung, 7 đủ``."""
    counted = [(labels.of(state).lower(), len(board.in_state(state))) for state in SubmissionState]
    told = ", ".join(f"{count} {name}" for name, count in counted if count)
    loose = f" · {len(board.loose)} dòng chưa rõ đơn vị gửi" if board.loose else ""
    return f"{len(board.rows)} đơn vị: {told}{loose}" if board.rows else loose.removeprefix(" · ")

"""What a meeting waits for: always one thing, and why it cannot be done yet where it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from thidua_desktop.domain.councils.meetings import MeetingState, Verdict
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.services.ballots import BallotState
from thidua_desktop.services.meetings import MeetingRow
from thidua_desktop.ui.councils.facts import Facts

_M = MeetingState
DONE = "Đã xong"
"""What is said of a meeting with signed minutes."""
_GETS = frozenset({Verdict.AGREED, Verdict.LOWERED})
_TO_DRAFT = frozenset({NominationState.AGREED, NominationState.LOWERED})


class Next(Enum):
    """The things that a meeting may wait for, in their order."""

    ROUNDS = auto()
    MEMBERS = auto()
    BRING = auto()
    OPEN = auto()
    ATTEND = auto()
    VOTE = auto()
    FIRST_COUNT = auto()
    SECOND_COUNT = auto()
    COMPARE = auto()
    CONCLUDE = auto()
    CLOSE = auto()
    """The count ends and nothing was agreed to: there is nothing to draft."""
    DRAFT = auto()
    SIGN = auto()
    DECISIONS = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """What comes next: the words of its button and a sentence beside it."""

    next: Next
    text: str
    why: str = ""


def on_board(row: MeetingRow) -> str:
    """What comes next for a meeting in the list of the year, as far as its counts say it."""
    match row.meeting.state:
        case _M.PREPARING:
            return "Gửi giấy mời, mở phiên họp" if row.lines else "Đưa đề nghị ra phiên họp"
        case _M.SITTING:
            return "Kết thúc kiểm phiếu" if row.decided == row.lines else "Điểm danh, bỏ phiếu, kiểm phiếu"
        case _M.COUNTED:
            return "In và ký biên bản"
        case _:
            return DONE


def next_step(facts: Facts) -> Step:
    """What comes next for an opened meeting."""
    match facts.meeting.state:
        case _M.PREPARING:
            return _preparing(facts)
        case _M.SITTING:
            return _sitting(facts)
        case _M.COUNTED:
            return _counted(facts)
        case _:
            if facts.decisions:
                return Step(Next.DECISIONS, "Xem quyết định", "Biên bản đã ký; việc còn lại ở phần Quyết định.")
            return Step(Next.NOTHING, "", "Phiên họp đã xong.")


def _preparing(facts: Facts) -> Step:
    ready = len(facts.candidates.ready)
    if not facts.lines:
        return _without_lines(facts)
    if _blocking(facts):
        return Step(Next.MEMBERS, "Sửa danh sách thành viên", "Danh sách thành viên Hội đồng còn lỗi.")
    more = f" Còn {ready} đề nghị đủ điều kiện chưa trình." if ready else ""
    return Step(Next.OPEN, "Mở phiên họp", f"{len(facts.lines)} đề nghị đã sẵn sàng trình Hội đồng.{more}")


def _without_lines(facts: Facts) -> Step:
    ready = len(facts.candidates.ready)
    if not facts.meeting.rounds:
        return Step(Next.ROUNDS, "Chọn đợt xét…", "Phiên họp chưa có đợt xét nào để lấy đề nghị.")
    if ready:
        return Step(Next.BRING, f"Trình {ready} đề nghị đủ điều kiện", "Chưa có đề nghị nào trước Hội đồng.")
    return Step(Next.ROUNDS, "Chọn đợt xét…", "Các đợt đã chọn chưa có đề nghị nào đủ điều kiện trình Hội đồng.")


def _sitting(facts: Facts) -> Step:
    counted = facts.standing.quorum
    if not facts.lines:
        return _without_lines(facts)
    if not facts.standing.attendance:
        return Step(Next.ATTEND, "Điểm danh", f"Cần ít nhất {counted.needed}/{counted.members} thành viên có mặt.")
    if not counted.reached:
        told = f"Có mặt {counted.present}/{counted.members}, cần ít nhất {counted.needed} thành viên."
        return Step(Next.ATTEND, "Điểm danh", told)
    unfinished = next((one for one in facts.ballots if not one.counted), None)
    if unfinished is not None:
        return _counting(unfinished)
    if facts.waiting:
        waiting = len(facts.waiting)
        return Step(Next.VOTE, f"Lập phiếu bầu {waiting} đề nghị…", f"{waiting} đề nghị phải bỏ phiếu theo quy định.")
    told = "Mọi đề nghị đã có kết quả; đề nghị chưa ghi kết luận sẽ theo kết quả phiếu hoặc sự nhất trí."
    if not _anybody_gets(facts):
        return Step(Next.CLOSE, "Kết thúc kiểm phiếu", "Không có đề nghị nào được đồng ý nên không có dự thảo nào.")
    return Step(Next.CONCLUDE, "Kết thúc kiểm phiếu và lập dự thảo quyết định…", told)


def _anybody_gets(facts: Facts) -> bool:
    """Whether a line is agreed to, in full or for a lower award, as far as it is known."""
    said = (one.line.said or facts.proposals.get(one.line.nomination_id) for one in facts.lines)
    return any(one is not None and one.verdict in _GETS for one in said)


def _counting(ballot: BallotState) -> Step:
    number = ballot.ballot.number
    if ballot.first is None:
        return Step(Next.FIRST_COUNT, "Nhập kiểm phiếu, lần đếm 1", f"Phiếu lần {number} chưa có kết quả.")
    if ballot.second is None:
        told = f"Phiếu lần {number} mới có một lần đếm; người thứ hai nhập lại độc lập."
        return Step(Next.SECOND_COUNT, "Nhập kiểm phiếu, lần đếm 2", told)
    return Step(Next.COMPARE, "Xem chỗ chưa khớp", f"Phiếu lần {number}: hai lần đếm chưa khớp hoặc có số sai.")


def _counted(facts: Facts) -> Step:
    waiting = sum(one.nomination.state in _TO_DRAFT for one in facts.lines)
    if waiting:
        return Step(Next.DRAFT, "Lập dự thảo quyết định…", f"{waiting} đề nghị Hội đồng đồng ý đang chờ quyết định.")
    return Step(Next.SIGN, "Ghi nhận đã ký biên bản", "In biên bản ở phần Giấy tờ, ký xong thì ghi nhận.")


def _blocking(facts: Facts) -> bool:
    return any(found.severity is Severity.BLOCKING for found in facts.standing.roster.findings)

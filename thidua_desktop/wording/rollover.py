"""What is said about the lines of a plan that is rolled over to next year."""

from __future__ import annotations

from collections.abc import Callable

from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.rollover_changes import Change, ChangeKind
from thidua_desktop.domain.rollover_plans import Decision, Origin, RolledLine
from thidua_desktop.wording import formats, labels

DECISIONS: dict[str, Decision] = {
    "Lấy bản mới": Decision.NEW,
    "Giữ chữ cũ": Decision.OLD,
    "Bỏ dòng này": Decision.LEAVE_OUT,
}
"""What the clerk reads in the list → what it means."""

_SAID = {decision: said for said, decision in DECISIONS.items()}
_GROUPS = {Origin.TITLE: "Tên kế hoạch", Origin.BASIS: "Căn cứ", Origin.PART: "Nội dung khác của văn bản"}
_CONFIDENCE = {Confidence.SEEN: "", Confidence.KNOWN: " (cần kiểm tra)", Confidence.UNSURE: " (chưa chắc chắn)"}


def decision(of: RolledLine) -> str:
    """What becomes of a line."""
    return _SAID[of.decision]


def group(line: RolledLine) -> str:
    """The heading under which a line stands."""
    if line.origin is Origin.TASK:
        return f"Nhiệm vụ – {labels.quarter(line.quarter)}"
    return _GROUPS[line.origin]


def note(line: RolledLine) -> str:
    """Why the clerk should look at a line; empty where nothing is to be checked."""
    return "\n".join(dict.fromkeys(reason(change) for change in line.changes if change.flagged))


def reason(change: Change) -> str:
    """Why a place has to be looked at."""
    return _REASONS[change.kind](change)


def _expired(change: Change) -> str:
    facts = change.params
    by = f"; thay bằng {facts['by']}" if facts["by"] else "; chưa rõ văn bản thay thế"
    return f"{facts['number']} hết hiệu lực từ {formats.day(facts['ended'])}{by}{_CONFIDENCE[facts['confidence']]}"


def _amended(change: Change) -> str:
    facts = change.params
    return f"{facts['number']} được sửa đổi bởi {facts['by']} từ {formats.day(facts['on'])}"


_REASONS: dict[ChangeKind, Callable[[Change], str]] = {
    ChangeKind.ANNIVERSARY_ROUND: lambda change: f"{change.params['count']} năm là năm tròn",
    ChangeKind.ANNIVERSARY_MISCOUNT: lambda _change: "Số năm kỷ niệm không khớp với hai mốc năm đi kèm",
    ChangeKind.BLANK: lambda _change: "Điền số và ngày văn bản của năm mới",
    ChangeKind.DOCUMENT: lambda _change: "Kiểm tra văn bản này còn dùng cho năm mới không",
    ChangeKind.EXPIRED: _expired,
    ChangeKind.AMENDED: _amended,
    ChangeKind.PERIOD_ENDED: lambda change: f"Giai đoạn đã hết năm {change.params['last']}",
    ChangeKind.ONE_OFF: lambda _change: "Việc không có hằng năm: còn làm trong năm mới không",
}
"""Kind → the reason; kinds that need no look have none."""

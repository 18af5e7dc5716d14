"""What an adjustment of a plan says: the task as it was approved, and as it is now."""

from __future__ import annotations

from thidua_desktop.domain.adjustments import Adjustment, AdjustmentKind, TaskContent
from thidua_desktop.wording import formats, labels

_ABSENT = {AdjustmentKind.ADDED: "(chưa có trong kế hoạch đã duyệt)", AdjustmentKind.REMOVED: "(đã bỏ khỏi kế hoạch)"}


def kinds(adjustment: Adjustment) -> str:
    """What has changed, in words."""
    return "; ".join(labels.of(kind) for kind in adjustment.kinds)


def before(adjustment: Adjustment) -> str:
    """The task as approved: its text, below it what has changed of it."""
    if adjustment.before is None:
        return _ABSENT[AdjustmentKind.ADDED]
    return _told(adjustment.before, adjustment)


def after(adjustment: Adjustment) -> str:
    """The task as it is now."""
    if adjustment.after is None:
        return _ABSENT[AdjustmentKind.REMOVED]
    return _told(adjustment.after, adjustment)


def _told(content: TaskContent, adjustment: Adjustment) -> str:
    whole = AdjustmentKind.ADDED in adjustment.kinds
    facts = [
        _time(content) if whole or AdjustmentKind.TIME in adjustment.kinds else "",
        _units(content) if whole or AdjustmentKind.UNIT in adjustment.kinds else "",
        f"Sản phẩm: {content.product or 'không ghi'}" if AdjustmentKind.PRODUCT in adjustment.kinds else "",
    ]
    said = "; ".join(fact for fact in facts if fact)
    return f"{content.text}\n{said}" if said else content.text


def _time(content: TaskContent) -> str:
    if content.due is not None:
        return f"Hạn: {formats.day(content.due)}"
    if content.month is not None:
        return f"Thời gian: tháng {content.month}/{content.year}"
    return f"Thời gian: {labels.period(content.year, content.quarter)}"


def _units(content: TaskContent) -> str:
    lead = f"Chủ trì: {'; '.join(content.lead) or 'không ghi'}"
    return f"{lead}; phối hợp: {'; '.join(content.coordinate)}" if content.coordinate else lead

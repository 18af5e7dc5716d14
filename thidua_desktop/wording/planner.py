"""What the backward planner says: does it still fit, and which step is late."""

from __future__ import annotations

from thidua_desktop.domain.planner import BackwardPlan, PlacedStep, StepDays
from thidua_desktop.wording import calendar as said
from thidua_desktop.wording import labels


def verdict(plan: BackwardPlan) -> str:
    """One or two sentences: when to begin, how much room there is, or how late it is already and what is possible."""
    moved = ""
    if plan.target != plan.deadline:
        moved = f" Thời hạn {said.full_day(plan.deadline)} là ngày nghỉ nên phải xong {said.full_day(plan.target)}."
    first = plan.placed[0].step.text
    if not plan.fits:
        begins = said.full_day(plan.begins)
        return (
            f"Không còn kịp: “{first}” phải bắt đầu từ {begins}, chậm {plan.late_by} ngày làm việc. "
            f"Bắt đầu hôm nay thì sớm nhất {said.full_day(plan.earliest_end)} mới xong.{moved}"
        )
    if plan.begins == plan.today:
        return f"Vừa kịp nếu hôm nay bắt đầu “{first}”.{moved}"
    return f"Còn kịp: chậm nhất {said.full_day(plan.begins)} bắt đầu “{first}”, dư {plan.spare} ngày làm việc.{moved}"


def remark(placed: PlacedStep) -> str:
    """What stands beside a step: by how much its beginning has gone by; empty where it can begin in time."""
    return f"trễ {placed.late_by} ngày làm việc" if placed.late_by else ""


def length(days: int, kind: StepDays) -> str:
    """``10 ngày làm việc``; a step without a length is on the day on which the next one begins."""
    return f"{days} {labels.of(kind)}" if days else "cùng ngày bước sau"


def span(placed: PlacedStep) -> str:
    """``T2 18/05 – T6 22/05``, one day where it begins and ends on the same."""
    days = [placed.first] if placed.first == placed.last else [placed.first, placed.last]
    return " – ".join(f"{said.WEEKDAYS_SHORT[day.weekday()]} {said.day_and_month(day)}" for day in days)

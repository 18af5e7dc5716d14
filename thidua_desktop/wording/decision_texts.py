"""What is proposed for the text of a decision, for the clerk to change as the office writes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.wording import bases, formats

_FEW = 3


def merit(year: int) -> str:
    """For what, in the first article."""
    return f"đã có thành tích trong công tác, trong phong trào thi đua năm {year}" if year else ""


MONEY = (
    "Mức tiền thưởng kèm theo danh hiệu, hình thức khen thưởng thực hiện theo quy định hiện hành, chi từ Quỹ thi đua, "
    "khen thưởng"
)
"""The article on bonuses."""


def executors(units: Sequence[str]) -> str:
    """Who sees to it: the units by name as long as they are few."""
    if not units or len(units) > _FEW:
        return "Thủ trưởng các cơ quan, đơn vị có liên quan"
    return f"Thủ trưởng {', '.join(units)}"


def proposed_by(who: str) -> str:
    """``Theo đề nghị của …``; what begins so already stays."""
    return who if proposes(who) else bases.proposed_by(who)


def proposes(basis: str) -> bool:
    """Whether a căn cứ says who proposes."""
    return basis.strip().casefold().startswith("theo đề nghị")


def correction_title(number: str, day: date | None, *, withdrawn: bool) -> str:
    """The trích yếu of a decision about another one."""
    from_day = f" {formats.long_day(day)}" if day is not None else ""
    verb = "thu hồi" if withdrawn else "đính chính"
    return f"Về việc {verb} Quyết định số {number}{from_day}"

"""What a link between plans says."""

from __future__ import annotations

from thidua_desktop.domain.plan_links import LinkKind, PlanLink
from thidua_desktop.domain.plans import Plan
from thidua_desktop.wording import formats

_SHORT = 60
_ANSWERED = {
    LinkKind.ANSWERS: "Được thực hiện bởi",
    LinkKind.ROLLED_FROM: "Là cơ sở lập",
    LinkKind.RELATED: "Có liên quan",
}


def document(number: str | None, day: str, title: str | None) -> str:
    """``số 12/KH-UBND ngày 05/01/2026: Kế hoạch …``, as far as it is known."""
    named = " ".join(part for part in (f"số {number}" if number else "", f"ngày {day}" if day else "") if part)
    return f"{named}: {title}" if named and title else named or title or ""


def target(link: PlanLink, other: Plan | None) -> str:
    """The plan or document that a link leads to."""
    if other is None:
        return document(link.number, formats.day(link.issued_on), link.title)
    return plan(other)


def plan(other: Plan) -> str:
    """A plan of the file, as links name it."""
    return document(other.number, formats.day(other.issued_on), other.title)


def back(link: PlanLink) -> str:
    """What ours is to the plan that links to it."""
    return _ANSWERED[link.kind]


def shortened(text: str) -> str:
    """A text that fits a button, cut between words."""
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rsplit(' ', 1)[0]}…"

"""How plans hang together: which superior's plan ours answers, which one it was rolled over from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.ids import PlanId, PlanLinkId
from thidua_desktop.domain.plans import Plan, PlanPart, Role
from thidua_desktop.domain.rollover_changes import ANY_DAY, day_of


class LinkTargetMissing(AppError):
    """A link names neither a plan of the file nor the number of a document."""

    code = "plan.link_target_missing"


class LinkToItself(AppError):
    """A plan does not answer itself."""

    code = "plan.link_to_itself"


class LinkKind(StrEnum):
    """What the other plan is to ours."""

    ANSWERS = "answers"
    """Ours carries it out: "Thực hiện Kế hoạch số …"."""
    ROLLED_FROM = "rolled_from"
    """Ours was made of it, which is of a former year."""
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class PlanLink:
    """A link to a plan of the file (``other_id``) or to a document outside, by number and day."""

    plan_id: PlanId
    kind: LinkKind
    other_id: PlanId | None = None
    number: str | None = None
    issued_on: date | None = None
    title: str | None = None
    id: PlanLinkId | None = None


@dataclass(frozen=True, slots=True)
class LinkProposal:
    """A link that the text of a plan suggests, with the words that do."""

    link: PlanLink
    words: str


def check_link(link: PlanLink) -> None:
    """Refuse a link that cannot be kept.

    Raises:
        LinkTargetMissing, LinkToItself
    """
    if link.other_id is None and not squeeze(link.number or ""):
        raise LinkTargetMissing
    if link.other_id == link.plan_id:
        raise LinkToItself


_NUMBER = r"\d{1,5}\s*/(?:\s*(?:19|20)\d\d\s*/)?\s*[A-ZĐ][A-ZĐa-zđ]*(?:\s?[-–&]\s?[A-ZĐa-zđ]{1,12})*"
_DOCUMENT = re.compile(
    rf"(?P<form>Kế hoạch|Chương trình|Chỉ thị|Hướng dẫn|Công văn|Quyết định|KH)\s+(?:số\s*:?\s*)?(?P<number>{_NUMBER})"
    rf"(?P<rest>.{{0,40}}?\bngày\s+(?P<day>{ANY_DAY}))?",
    re.IGNORECASE,
)
_PLAN_CODES = ("KH", "CTR", "CTHĐ")
_ANSWERING = re.compile(r"(?:thực hiện|triển khai|căn cứ|theo|hưởng ứng)\s+(?:theo\s+)?$", re.IGNORECASE)
_TITLE = re.compile(r"\s*(?:của|về|\(|,)?\s*(?P<title>[^;.]{3,200})")
_SEEN_ROLES = frozenset({Role.LEGAL_BASIS, Role.OPENING, Role.TITLE})


def proposals(
    plan: Plan, parts: Sequence[PlanPart], known: Iterable[Plan], linked: Iterable[PlanLink] = ()
) -> tuple[LinkProposal, ...]:
    """The plans that a plan's title, căn cứ and opening say that it carries out.

    Args:
        plan: the plan, with its id.
        parts: its text.
        known: the plans of the file; one whose number and day are named is linked itself.
        linked: what is linked already and therefore not proposed.
    """
    if plan.id is None:
        return ()
    others = [each for each in known if each.number and each.id != plan.id]
    seen = {_plain(link.number) for link in linked if link.number}
    seen_ids = {link.other_id for link in linked}
    found: dict[str, LinkProposal] = {}
    for text in _texts(plan, parts):
        for number, day, title, words in _documents(text):
            other = _matching(others, number, day)
            if _plain(number) in (*seen, _plain(plan.number)) or (other is not None and other.id in seen_ids):
                continue
            link = PlanLink(
                plan.id,
                LinkKind.ANSWERS,
                other_id=None if other is None else other.id,
                number=number,
                issued_on=day,
                title=title if other is None else other.title,
            )
            found.setdefault(_plain(number), LinkProposal(link, words))
    return tuple(found.values())


def _texts(plan: Plan, parts: Sequence[PlanPart]) -> Iterator[str]:
    yield plan.title
    yield from plan.legal_bases
    yield from (squeeze(part.text) for part in parts if part.role in _SEEN_ROLES)


def _documents(text: str) -> Iterator[tuple[str, date | None, str | None, str]]:
    """Plans with their number; other documents only after "Thực hiện", where they are what the plan answers."""
    line = squeeze(text)
    for found in _DOCUMENT.finditer(line):
        number = re.sub(r"\s", "", found["number"])
        code = number.rpartition("/")[2].upper().partition("-")[0]
        if code not in _PLAN_CODES and not re.match(r"(?i)\s*(?:để\s+)?thực hiện\s+$", line[: found.start()]):
            continue
        if code in _PLAN_CODES and not (_ANSWERING.search(line[: found.start()]) or line.startswith(found[0])):
            continue
        title = _TITLE.match(line, found.end())
        yield number, day_of(found["day"]) if found["day"] else None, title and squeeze(title["title"]), line


def _matching(plans: Iterable[Plan], number: str, day: date | None) -> Plan | None:
    """The plan with the number, and with the day where both name one: numbers come again each year."""
    found = [plan for plan in plans if _plain(plan.number) == _plain(number)]
    fitting = [plan for plan in found if None in (day, plan.issued_on) or plan.issued_on == day]
    return next((plan for plan in fitting if plan.issued_on == day), fitting[0] if len(fitting) == 1 else None)


def _plain(number: str | None) -> str:
    return "".join((number or "").split()).upper().replace("–", "-")

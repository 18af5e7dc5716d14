"""A plan's whole document as lines to read and to type into: from the letterhead to the signature."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum

from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.plan_tree import OutlineNode
from thidua_desktop.domain.plans import Plan, PlanPart, Role, Signer
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.plans.structure import text_of
from thidua_desktop.wording import formats, labels


class Place(Enum):
    """Where a line stands in the document; the order is that of the paper."""

    SUPERIOR = "Cơ quan chủ quản"
    ISSUER = "Cơ quan ban hành"
    NUMBER = "Số, ký hiệu"
    PLACE = "Địa danh"
    DAY = "Ngày ban hành"
    TITLE = "Tên kế hoạch"
    LEGAL_BASIS = "Căn cứ"
    BODY = "Nội dung"
    RECIPIENT = "Nơi nhận"
    POST = "Chức vụ người ký"
    SIGNER = "Người ký"


HEAD = (Place.SUPERIOR, Place.ISSUER, Place.NUMBER, Place.PLACE, Place.DAY, Place.TITLE)
LISTED = (Place.LEGAL_BASIS, Place.RECIPIENT, Place.POST)
"""Lines of which there can be any number."""

_UNNAMED = frozenset({Role.DETAIL, Role.TEXT, Role.PURPOSE})
"""Texts whose heading says what they are."""

GROUPS = {
    **dict.fromkeys(HEAD, "Phần đầu"),
    Place.LEGAL_BASIS: "Căn cứ",
    Place.BODY: "Nội dung",
    Place.RECIPIENT: "Nơi nhận",
    Place.POST: "Ký",
    Place.SIGNER: "Ký",
}


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One line. ``at`` is its number among those of its place; ``part`` and ``task`` are what stands in the body."""

    place: Place
    at: int
    text: str
    caption: str
    depth: int = 0
    part: PlanPart | None = None
    task: Task | None = None
    node: OutlineNode | None = None
    year: int = 0
    """The year of a day that is typed without one."""

    @property
    def key(self) -> tuple[object, ...]:
        """What a line is known by while the document is open."""
        if self.place is not Place.BODY:
            return self.place, self.at
        part = self.part.id if self.part is not None else None
        return self.place, part, self.task.id if self.task is not None else None

    @property
    def heading(self) -> bool:
        """Whether it is a heading of the body."""
        return self.part is not None and self.part.role is Role.HEADING


def lines_of(plan: Plan, outline: Sequence[OutlineNode]) -> tuple[DocumentLine, ...]:
    """The lines of a plan, in the order of the paper."""
    head = [DocumentLine(place, 0, _HEAD_TEXTS[place](plan), place.value, year=plan.year) for place in HEAD]
    return (
        *head,
        *_listed(Place.LEGAL_BASIS, plan.legal_bases),
        *_body(outline),
        *_listed(Place.RECIPIENT, plan.recipients),
        *_listed(Place.POST, plan.signer.posts),
        DocumentLine(Place.SIGNER, 0, plan.signer.name or "", Place.SIGNER.value),
    )


def typed(line: DocumentLine, text: str) -> DocumentLine:
    """A line with other words.

    Raises:
        NothingTyped: a title, a heading or a text of the body without words.
        DayNotRead: the day of issue is none.
    """
    words = squeeze(text)
    if line.place in (Place.TITLE, Place.BODY):
        words = entry.required(text)
    if line.place is Place.DAY:
        words = formats.day(entry.day(text, year=line.year))
    return replace(line, text=words)


def plan_with(plan: Plan, lines: Iterable[DocumentLine]) -> Plan:
    """The plan with what stands in lines outside its body; an entry of a list without words is left out.

    ``lines`` may be some of them only.
    """
    texts: dict[tuple[Place, int], str] = {(line.place, line.at): line.text for line in lines}
    posts = _relisted(Place.POST, plan.signer.posts, texts)
    name = texts.get((Place.SIGNER, 0), plan.signer.name or "")
    day = texts.get((Place.DAY, 0))
    return replace(
        plan,
        superior=texts.get((Place.SUPERIOR, 0), plan.superior or "") or None,
        issuer=texts.get((Place.ISSUER, 0), plan.issuer or "") or None,
        number=texts.get((Place.NUMBER, 0), plan.number or "") or None,
        place=texts.get((Place.PLACE, 0), plan.place or "") or None,
        issued_on=plan.issued_on if day is None else entry.day(day, year=plan.year),
        title=texts.get((Place.TITLE, 0), plan.title),
        legal_bases=_relisted(Place.LEGAL_BASIS, plan.legal_bases, texts),
        recipients=_relisted(Place.RECIPIENT, plan.recipients, texts),
        signer=Signer(posts, name or None),
    )


def plan_with_entry(plan: Plan, place: Place, at: int, text: str) -> Plan:
    """The plan with one more entry in front of the one at ``at`` of a list."""

    def longer(texts: tuple[str, ...]) -> tuple[str, ...]:
        return (*texts[:at], text, *texts[at:])

    match place:
        case Place.LEGAL_BASIS:
            return replace(plan, legal_bases=longer(plan.legal_bases))
        case Place.RECIPIENT:
            return replace(plan, recipients=longer(plan.recipients))
        case _:
            return replace(plan, signer=replace(plan.signer, posts=longer(plan.signer.posts)))


def part_with(part: PlanPart, text: str) -> PlanPart:
    """A part with other words; a number that it began with stays."""
    numbered = bool(part.label) and squeeze(part.text).startswith(part.label or "")
    return replace(part, text=f"{part.label} {text}" if numbered else text)


_HEAD_TEXTS: dict[Place, Callable[[Plan], str]] = {
    Place.SUPERIOR: lambda plan: plan.superior or "",
    Place.ISSUER: lambda plan: plan.issuer or "",
    Place.NUMBER: lambda plan: plan.number or "",
    Place.PLACE: lambda plan: plan.place or "",
    Place.DAY: lambda plan: formats.day(plan.issued_on),
    Place.TITLE: lambda plan: plan.title,
}


def _listed(place: Place, texts: Sequence[str]) -> tuple[DocumentLine, ...]:
    """The entries of a list; an empty one where there is none, so that there is a place to type."""
    return tuple(
        DocumentLine(place, at, text, place.value if at == 0 else "") for at, text in enumerate(texts or ("",))
    )


def _relisted(place: Place, texts: Sequence[str], now: dict[tuple[Place, int], str]) -> tuple[str, ...]:
    places = {at for found, at in now if found is place} | set(range(len(texts)))
    kept = (now.get((place, at), texts[at] if at < len(texts) else "") for at in sorted(places))
    return tuple(text for text in kept if text)


def _body(nodes: Sequence[OutlineNode], depth: int = 0) -> Iterator[DocumentLine]:
    for node in nodes:
        if node.part is None or node.part.text.strip():
            yield _line(node, depth)
        inner = depth + 1 if node.part is not None and node.depth else depth
        yield from _body(node.children, inner)


def _line(node: OutlineNode, depth: int) -> DocumentLine:
    part, task = node.part, node.tasks[0] if len(node.tasks) == 1 else None
    label = (part.label if part is not None else task.label if task is not None else "") or ""
    role = part.role if part is not None else Role.TASK
    caption = label or ("" if role in _UNNAMED else labels.of(role))
    return DocumentLine(Place.BODY, 0, text_of(node), caption, depth, part, task, node)

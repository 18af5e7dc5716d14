"""The text of a plan as a tree: what stands below what, and the steps with which a clerk edits it.

A plan is kept as parts in reading order. Headings carry their depth; numbered items below a heading get theirs from
the kinds of their numbers, in the order in which these first appear ("1." then "a)" then "-"). All functions are pure
and give new parts; ``PlanService.save_parts`` keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, partial

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.records import dataclass
from thidua_desktop.domain import numbering
from thidua_desktop.domain.ids import PlanPartId
from thidua_desktop.domain.numbering import Numbered, Style
from thidua_desktop.domain.plans import PlanPart, Role
from thidua_desktop.domain.tasks import Task

BODY_ROLES = frozenset(
    {
        Role.OPENING,
        Role.HEADING,
        Role.PURPOSE,
        Role.TASK,
        Role.DETAIL,
        Role.TABLE_HEADING,
        Role.RESPONSIBILITY,
        Role.BUDGET,
        Role.CLOSING,
        Role.TEXT,
    }
)
"""The parts that make up the body; letterhead, căn cứ, nơi nhận and signer are fields of the plan itself."""

_AFTER_BODY = frozenset({Role.RECIPIENT, Role.SIGNER})

_ITEMS = frozenset({Role.TASK, Role.RESPONSIBILITY})
"""Parts that are items of their own even without a number."""

_OUTERMOST = frozenset({Role.OPENING, Role.CLOSING})
"""Texts that stand below no heading."""

_DEFAULT_LABELS = ("I.", "1.", "a)", "-")


class PartMoveImpossible(AppError):
    """A part cannot be moved into itself, and the first heading cannot stand below another."""

    code = "plan.part_move_impossible"


def body(parts: Iterable[PlanPart]) -> tuple[PlanPart, ...]:
    """The parts that can be edited and that are printed as the body."""
    return tuple(part for part in parts if part.role in BODY_ROLES)


def framed(parts: Sequence[PlanPart], edited: Sequence[PlanPart]) -> tuple[PlanPart, ...]:
    """An edited body between the parts that stand before and after it in the whole text."""
    first = next((at for at, part in enumerate(parts) if part.role in BODY_ROLES), len(parts))
    before = [part for part in parts[:first] if part.role not in _AFTER_BODY]
    after = [part for part in parts if part.role not in BODY_ROLES and part not in before]
    return (*before, *edited, *after)


def depths(parts: Sequence[PlanPart]) -> tuple[int, ...]:
    """How deep each part stands, from 1; 0 for text that belongs to the item before it."""
    stack: list[_Open] = []
    found: list[int] = []
    for part in parts:
        at = _place(part, stack)
        if at is None:
            found.append(0)
        else:
            del stack[at:]
            stack.append(_Open(_level(part), _key(part), numbering.ordinal_of(part.label)))
            found.append(len(stack))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading or item under which the next part may stand; ``level`` is None for an item."""

    level: int | None
    key: str | None
    ordinal: int | None


def _place(part: PlanPart, stack: Sequence[_Open]) -> int | None:
    """How many of the open headings and items a part stands below; None for text."""
    level, key = _level(part), _key(part)
    if level is not None:
        above = (at for at, each in enumerate(stack) if each.level is not None and each.level < level)
        return max(above, default=-1) + 1
    if key is None:
        return None
    same = (at for at, each in enumerate(stack) if each.key == key and (each.level is None or _follows(part, each)))
    return next(same, len(stack))


def _follows(part: PlanPart, heading: _Open) -> bool:
    """Whether an item goes on with the numbers of a heading: "2." after the heading "1." with its bullets."""
    return heading.ordinal is not None and numbering.ordinal_of(part.label) == heading.ordinal + 1


def _level(part: PlanPart) -> int | None:
    return part.level if part.role is Role.HEADING else None


def span(parts: Sequence[PlanPart], index: int) -> range:
    """An item with all that stands below it, or a text alone."""
    deep = depths(parts)
    if not deep[index]:
        return range(index, index + 1)
    after = (at for at in range(index + 1, len(parts)) if 0 < deep[at] <= deep[index])
    return range(index, next(after, len(parts)))


def ends(parts: Sequence[PlanPart]) -> tuple[int, ...]:
    """For each part the place of the last one that stands below it, its own where there is none."""
    deep = depths(parts)
    found = list(range(len(parts)))
    stack: list[int] = []
    for at in range(len(parts)):
        while stack and deep[stack[-1]] >= deep[at] > 0:
            stack.pop()
        for above in stack:
            found[above] = at
        if deep[at]:
            stack.append(at)
    return tuple(found)


def added(parts: Sequence[PlanPart], index: int, part: PlanPart) -> tuple[PlanPart, ...]:
    """A new part in front of the one at ``index`` (``len(parts)`` for the end)."""
    return (*parts[:index], part, *parts[index:])


def deleted(parts: Sequence[PlanPart], index: int, *, with_content: bool = True) -> tuple[PlanPart, ...]:
    """The parts without one, and without what stands below it unless ``with_content`` is False."""
    gone = span(parts, index) if with_content else range(index, index + 1)
    return (*parts[: gone.start], *parts[gone.stop :])


def retitled(parts: Sequence[PlanPart], index: int, text: str) -> tuple[PlanPart, ...]:
    """The parts with another text in one of them."""
    return (*parts[:index], replace(parts[index], text=text), *parts[index + 1 :])


def with_label(part: PlanPart, label: str | None) -> PlanPart:
    """A part with another number; a text that was read with the old one in front has the new one there too."""
    old, text = part.label or "", part.text
    rest = text[len(old) :]
    if old and label and text.startswith(old) and not rest[:1].strip():
        text = f"{label}{rest}"
    return replace(part, label=label, text=text)


def moved(parts: Sequence[PlanPart], index: int, to: int) -> tuple[PlanPart, ...]:
    """An item with all that stands below it put in front of the part that is now at ``to``.

    Raises:
        PartMoveImpossible: that place is within the item itself.
    """
    taken = span(parts, index)
    if taken.start < to < taken.stop:
        raise PartMoveImpossible(text=parts[index].text)
    inner = tuple(parts[at] for at in taken)
    rest = [part for at, part in enumerate(parts) if at not in taken]
    place = to if to <= taken.start else to - len(inner)
    return (*rest[:place], *inner, *rest[place:])


def deeper(parts: Sequence[PlanPart], index: int) -> tuple[PlanPart, ...]:
    """An item one level further in, with all that stands below it.

    Raises:
        PartMoveImpossible: nothing stands before it that it could be below.
    """
    deep = depths(parts)
    above = next((deep[at] for at in range(index - 1, -1, -1) if deep[at]), 0)
    if not deep[index] or above < deep[index]:
        raise PartMoveImpossible(text=parts[index].text)
    return _shifted(parts, index, by=1)


def higher(parts: Sequence[PlanPart], index: int) -> tuple[PlanPart, ...]:
    """An item one level further out, with all that stands below it.

    Raises:
        PartMoveImpossible: it stands at the outermost level.
    """
    if depths(parts)[index] < 2:
        raise PartMoveImpossible(text=parts[index].text)
    return _shifted(parts, index, by=-1)


def label_at(parts: Sequence[PlanPart], index: int, depth: int) -> str:
    """The label of a new item of a depth put in front of the part at ``index``, in the style of that level."""
    deep = depths(parts)
    same = [at for at in range(len(parts)) if deep[at] == depth and parts[at].label]
    before = [at for at in same if at < index]
    if not same:
        return _DEFAULT_LABELS[min(depth, len(_DEFAULT_LABELS)) - 1]
    like = parts[before[-1] if before else same[0]].label or ""
    ordinal = numbering.ordinal_of(like) or 0
    prefix = numbering.numeral_of(like).rpartition(".")[0]
    return numbering.written(numbering.style_of(like), ordinal + (1 if before else 0), like, prefix=prefix)


def sections(parts: Sequence[PlanPart], *, own: bool = False) -> tuple[str | None, ...]:
    """The enclosing numerals of each part joined by dots ("II.1"); a deep number takes the place of its parent's.

    With ``own`` the part's numeral is the last of them: the section of what stands below it.
    """
    deep = depths(parts)
    path: list[tuple[int, str]] = []
    found: list[str | None] = []
    for at, part in enumerate(parts):
        while path and (path[-1][0] >= deep[at] > 0 or part.role in _OUTERMOST):
            path.pop()
        around = _joined(numeral for _, numeral in path)
        if deep[at]:
            path.append((deep[at], numbering.numeral_of(part.label)))
        found.append(_joined(numeral for _, numeral in path) if own else around)
    return tuple(found)


def headings(parts: Sequence[PlanPart]) -> tuple[int | None, ...]:
    """For each part the place of the item or heading that it stands below; None at the outermost level."""
    deep = depths(parts)
    stack: list[int] = []
    found: list[int | None] = []
    for at, part in enumerate(parts):
        while stack and (deep[stack[-1]] >= deep[at] > 0 or part.role in _OUTERMOST):
            stack.pop()
        found.append(stack[-1] if stack else None)
        if deep[at]:
            stack.append(at)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class OutlineNode:
    """A part of the body with the tasks that it stands for and what stands below it.

    ``part`` is None for a task that has no item of its own in the text: added in the grid, below a heading or loose.
    """

    part: PlanPart | None
    tasks: tuple[Task, ...] = ()
    depth: int = 0
    children: tuple[OutlineNode, ...] = ()


def outline(parts: Sequence[PlanPart], tasks: Iterable[Task]) -> tuple[OutlineNode, ...]:
    """The body as a tree with its tasks; one with no place in the text stands below its quarter's heading, else last.

    The lines on which the source went on with a task's sentence are not repeated: its text is whole.
    """
    shown = body(parts)
    known = {part.id for part in shown if part.id is not None}
    by_part: dict[PlanPartId | None, list[Task]] = {}
    heading = cache(partial(quarter_heading, shown))  # one answer for all tasks of a quarter
    for task in sorted(tasks, key=lambda task: (task.position, task.id or 0)):
        at = None if task.part_id in known else heading(task.quarter)
        home = task.part_id if at is None else shown[at].id
        by_part.setdefault(home if home in known else None, []).append(task)
    loose = tuple(OutlineNode(None, (task,), 1) for task in by_part.pop(None, ()))
    return (*_Outliner(_without_continuations(shown, by_part), by_part).nodes(), *loose)


def quarter_heading(parts: Sequence[PlanPart], quarter: int | None) -> int | None:
    """The place of the first heading that names a quarter ("1. Quý I"), where a task of it belongs; None for none."""
    if quarter is None:
        return None
    heads = ((at, part) for at, part in enumerate(parts) if part.role is Role.HEADING)
    return next((at for at, part in heads if _names_quarter(quarter).search(part.text)), None)


@cache
def _names_quarter(quarter: int) -> re.Pattern[str]:
    return re.compile(rf"\bquý\s+{('I', 'II', 'III', 'IV')[quarter - 1]}\b", re.IGNORECASE)


class _Outliner:
    def __init__(self, parts: Sequence[PlanPart], tasks: dict[PlanPartId | None, list[Task]]) -> None:
        self._parts, self._tasks = parts, tasks
        self._depths, self._above = depths(parts), headings(parts)

    def nodes(self) -> tuple[OutlineNode, ...]:
        return self._below(None)

    def _below(self, above: int | None) -> tuple[OutlineNode, ...]:
        return tuple(self._node(at) for at in range(len(self._parts)) if self._above[at] == above)

    def _node(self, at: int) -> OutlineNode:
        part, depth = self._parts[at], self._depths[at]
        own = tuple(self._tasks.get(part.id, ())) if part.id is not None else ()
        children = self._below(at)
        if part.role is Role.TASK:
            return OutlineNode(part, own, depth, children)
        return OutlineNode(part, (), depth, (*children, *(OutlineNode(None, (task,), depth + 1) for task in own)))


def _without_continuations(parts: Sequence[PlanPart], tasks: dict[PlanPartId | None, list[Task]]) -> list[PlanPart]:
    kept: list[PlanPart] = []
    said = ""
    for part in parts:
        own = tasks.get(part.id, []) if part.id is not None else []
        if part.role is Role.TASK and not own and not part.label and _plain(part.text) in said:
            continue
        kept.append(part)
        if own or part.role is not Role.TASK:
            said = " ".join(_plain(task.text) for task in own)
    return kept


def _plain(text: str) -> str:
    return " ".join(text.split())


def _key(part: PlanPart) -> str | None:
    if numbering.style_of(part.label) is Style.NONE:
        return f"without number:{part.role}" if part.role in _ITEMS else None
    return numbering.level_key(part.label)


def _shifted(parts: Sequence[PlanPart], index: int, *, by: int) -> tuple[PlanPart, ...]:
    """Headings below move with their level, items below a heading by the headings; an item takes another number."""
    deep, inner = depths(parts), span(parts, index)
    new = [
        replace(part, level=depth) if part.role is Role.HEADING else part
        for part, depth in zip(parts, deep, strict=True)
    ]
    for at in inner:
        if parts[at].role is Role.HEADING:
            new[at] = _relabelled(parts, at, replace(new[at], level=deep[at] + by), deep[at] + by)
    if parts[index].role is not Role.HEADING:
        new[index] = _relabelled(parts, index, parts[index], deep[index] + by)
    return tuple(new)


def _relabelled(parts: Sequence[PlanPart], at: int, part: PlanPart, depth: int) -> PlanPart:
    return with_label(part, label_at(parts, at, depth)) if part.label else part


def _joined(numerals: Iterable[str]) -> str | None:
    kept: list[str] = []
    for numeral in numerals:
        if kept and numeral.startswith(f"{kept[-1]}.") and numeral.replace(".", "").isdecimal():
            kept[-1] = numeral
        elif numeral:
            kept.append(numeral)
    return ".".join(kept) or None


def numbered_items(parts: Sequence[PlanPart]) -> tuple[tuple[int, Numbered], ...]:
    """The items of the tree with their places in ``parts``, as ``numbering.renumbered`` takes them."""
    return tuple(
        (at, Numbered(depth, parts[at].label, fresh=parts[at].id is None))
        for at, depth in enumerate(depths(parts))
        if depth
    )

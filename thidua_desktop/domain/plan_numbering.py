"""The text of a plan numbered anew, and the places in it that name a number which is no longer the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_desktop.domain import numbering, plan_tree
from thidua_desktop.domain.numbering import Style
from thidua_desktop.domain.plans import PlanPart

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelChange:
    """A part that has another number now; ``index`` is its place among the parts."""

    index: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a part that name a number which has changed. They are pointed out, never rewritten.

    ``start`` and ``end`` are places in the part's text; ``now`` is the number today ("III.1"), "" where what it named
    is gone.
    """

    index: int
    start: int
    end: int
    words: str
    now: str


@dataclass(frozen=True, slots=True)
class Renumbering:
    """The parts with their new numbers, what has changed, and which references the clerk should look at."""

    parts: tuple[PlanPart, ...]
    changes: tuple[LabelChange, ...] = ()
    references: tuple[Reference, ...] = ()


def renumbered(parts: Sequence[PlanPart], *, before: Sequence[PlanPart] = ()) -> Renumbering:
    """Number a plan anew: every level keeps its style, and Vietnamese letters count as a b c d đ e g h i k.

    ``before`` is the plan before an edit: what counted on through its sections there still does.
    """
    items = plan_tree.numbered_items(parts)
    were = [item for _, item in plan_tree.numbered_items(before)]
    labels = numbering.renumbered([item for _, item in items], before=were)
    new = list(parts)
    changes: list[LabelChange] = []
    for (at, item), label in zip(items, labels, strict=True):
        if label != item.label:
            new[at] = plan_tree.with_label(parts[at], label)
            changes.append(LabelChange(at, item.label or "", label or ""))
    made = tuple(new)
    pairs = tuple(range(len(parts)))
    return Renumbering(
        made, tuple(changes), _references(made, paths(parts), dict(zip(pairs, paths(made), strict=True)))
    )


def references(before: Sequence[PlanPart], after: Sequence[PlanPart]) -> tuple[Reference, ...]:
    """The places in an edited text that name something whose number was another one before, or which is gone."""
    now = {part.id: path for part, path in zip(after, paths(after), strict=True) if part.id is not None}
    places = {at: now.get(part.id, ()) for at, part in enumerate(before) if part.id is not None}
    return _references(after, paths(before), places)


def paths(parts: Sequence[PlanPart]) -> tuple[Path, ...]:
    """The numerals from the outermost heading down to each item itself; empty for text without a number."""
    above = plan_tree.headings(parts)
    found: list[Path] = []
    for part, at in zip(parts, above, strict=True):
        numeral = _bare(part.label)
        outer = found[at] if at is not None else ()
        if not numeral:
            found.append(outer if numbering.style_of(part.label) is Style.BULLET else ())
        elif outer and numeral.startswith(f"{outer[-1]}."):
            found.append((*outer[:-1], numeral))
        else:
            found.append((*outer, numeral))
    return tuple(found)


_NUMERAL = r"(?:[IVXL]+|\d{1,2}|[a-zđ](?![\wÀ-ỹ]))(?:\.(?:\d{1,2}|[a-zđ](?![\wÀ-ỹ])))*"
_STEP = rf"(?:điểm|tiết|khoản|mục|phần)\s+(?:thứ\s+)?[\"“(]?({_NUMERAL})(?![\w/])[\"”)]?"
_REFERENCE = re.compile(rf"\b{_STEP}(?:\s*,?\s*(?:của\s+|thuộc\s+)?{_STEP})*", re.IGNORECASE)
_ONE = re.compile(_STEP, re.IGNORECASE)
_OTHER_DOCUMENT = re.compile(
    r"\s*,?\s*(?:của\s+|tại\s+|trong\s+|thuộc\s+)?(?:Điều\s+\d|(?:Luật|Nghị|Thông|Quyết|Chỉ|Quy|Hướng|Kết|Bộ luật)\b)"
    r"|\s*,?\s*(?:của\s+|tại\s+)?(?:Kế hoạch|Công văn|Báo cáo|Chương trình)\s+(?:số\b|\d)",
    re.IGNORECASE,
)
"""What follows "điểm a khoản 1" when another document is meant."""


def _references(parts: Sequence[PlanPart], old: Sequence[Path], now: dict[int, Path]) -> tuple[Reference, ...]:
    moved = {old[at]: path for at, path in now.items() if old[at] and old[at] != path}
    if not moved:
        return ()
    return tuple(
        Reference(index, start, end, words, ".".join(target))
        for index, part in enumerate(parts)
        if part.role in plan_tree.BODY_ROLES
        for start, end, words, named in _named(part.text)
        if (target := _target(named, moved)) is not None
    )


def _named(text: str) -> Iterator[tuple[int, int, str, Path]]:
    for found in _REFERENCE.finditer(text):
        if _OTHER_DOCUMENT.match(text, found.end()):
            continue
        steps = [step[1] for step in _ONE.finditer(found[0])]
        outermost_first = steps if _descends(found[0]) else steps[::-1]
        named = tuple(piece for step in outermost_first for piece in _pieces(step))
        yield found.start(), found.end(), found[0], named


def _descends(words: str) -> bool:
    """Whether the larger part is named first ("mục II, khoản 1"), which is rarer than "khoản 1 mục II"."""
    order = ("phần", "mục", "khoản", "điểm", "tiết")
    ranks = [order.index(word) for word in re.findall("|".join(order), words.casefold())]
    return len(ranks) > 1 and ranks == sorted(ranks)


def _pieces(step: str) -> tuple[str, ...]:
    """The numerals of "II.1": all-digit numbers stay together, they are one deep number."""
    first, _, rest = step.partition(".")
    if first.isdecimal() or not rest:
        return (step,)
    return first, rest


def _target(named: Path, moved: dict[Path, Path]) -> Path | None:
    for old, new in moved.items():
        if old[-len(named) :] == named and new[-len(named) :] != named:
            return new
    return None


def _bare(label: str | None) -> str:
    numeral = numbering.numeral_of(label)
    return numeral.rpartition(" ")[2] if numbering.style_of(label) is Style.PART else numeral

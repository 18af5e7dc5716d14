"""Leaders of which rank, people in business, or those who do the work themselves: what forms 0602 and 0603 tell apart.

The words by which a post says so are a dated table (``resources/statistics/worker-classes.toml``). Nobody is put
anywhere because nothing else was known: that is "chưa rõ".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_desktop.domain.name_forms import toned
from thidua_desktop.domain.statistics.questions import NO, NOT_APPLICABLE, UNKNOWN, YES


class WorkerClass(StrEnum):
    """Đối tượng of a person in the statistical forms."""

    TOP = "top"
    """Lãnh đạo cấp bộ, cấp tỉnh trở lên."""
    DIRECTOR = "director"
    """Lãnh đạo cấp vụ, sở và tương đương."""
    ENTREPRENEUR = "entrepreneur"
    """Doanh nhân."""
    OTHER_LEADER = "other_leader"
    """Các cấp lãnh đạo khác, từ phó phòng trở lên."""
    DIRECT = "direct"
    """Người trực tiếp công tác, lao động, học tập, chiến đấu."""


LEADERS = frozenset(WorkerClass) - {WorkerClass.DIRECT}

LEADER = "leader"
"""In the table and among the rulebooks' kinds of recipients: one who leads, of a rank that nobody knows."""

_RANKS: tuple[str, ...] = (
    *(WorkerClass.TOP, WorkerClass.DIRECTOR, WorkerClass.ENTREPRENEUR, WorkerClass.OTHER_LEADER, LEADER),
    WorkerClass.DIRECT,
)
"""Who holds two posts is what the higher one makes him."""

_BETWEEN_POSTS = re.compile(r"[,;/]|\bkiêm\b|\s[-–]\s", re.IGNORECASE)
_ENTERPRISE = "enterprise"


@dataclass(frozen=True, slots=True)
class PostRule:
    """Posts of a class (or ``LEADER``): those that begin with one of the words, in units of some kinds or names."""

    worker: str
    titles: tuple[str, ...]
    unit_kinds: tuple[str, ...] = ()
    unit_words: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date | None) -> bool:
        """Whether the rule is of a day; of a day that nobody knows every rule is."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a person's work on a day: titles and groups of posts held then, and what was said of him."""

    titles: tuple[str, ...] = ()
    """As the decision or the list has it first, then those of the posts held."""
    groups: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    unit_kind: str | None = None
    unit_names: tuple[str, ...] = ()
    """The unit, and what the list wrote for it."""
    enterprise: bool | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """The values of the dimensions "worker" and "leader"; a leader of unknown rank leads all the same."""

    worker: str
    leader: str


NOBODY = Judged(NOT_APPLICABLE, NOT_APPLICABLE)
"""Of collectives and households."""


class WorkerTable:
    """What says of which class somebody is."""

    def __init__(
        self, rules: Iterable[PostRule], groups: Mapping[str, WorkerClass], classes: Mapping[str, WorkerClass]
    ) -> None:
        """``rules`` in the order in which they are tried; ``groups`` and ``classes`` by codes of the rulebooks."""
        self._rules = tuple(
            (rule, frozenset(map(toned, rule.titles)), frozenset(map(toned, rule.unit_words))) for rule in rules
        )
        self._groups = groups
        self._classes = classes
        self._edges = sorted(
            {edge for rule, _, _ in self._rules for edge in (rule.valid_from, rule.valid_to) if edge is not None}
        )
        self._known: dict[tuple[Standing, int], Judged] = {}

    def judge(self, standing: Standing, day: date | None) -> Judged:
        """The class of a person: the highest that groups and words of posts say, else what was said of him.

        A group of the rulebooks may hold posts of two ranks ("Vụ trưởng …, Phó Chủ tịch UBND cấp tỉnh"), so that the
        words are looked at beside it.
        """
        key = (standing, -1 if day is None else sum(edge < day for edge in self._edges))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._judged(standing, day)
        return found

    def _judged(self, standing: Standing, day: date | None) -> Judged:
        said = {self._groups[group] for group in standing.groups if group in self._groups}
        found = _highest({*said, *self._of_titles(standing, day)}) or _highest(
            {self._classes[code] for code in standing.classes if code in self._classes}
        )
        if found is None and LEADER in standing.classes:
            found = LEADER
        if found is None:
            return Judged(UNKNOWN, UNKNOWN)
        return Judged(UNKNOWN if found == LEADER else found, NO if found == WorkerClass.DIRECT else YES)

    def _of_titles(self, standing: Standing, day: date | None) -> Collection[str]:
        """What the first title says of which anything is known."""
        names = _openings(standing.unit_names)
        for title in standing.titles:
            parts = (_openings([part]) for part in _BETWEEN_POSTS.split(title))
            found = {rank for part in parts if (rank := self._of_part(part, names, standing, day))}
            if found:
                return found
        return ()

    def _of_part(self, part: frozenset[str], names: frozenset[str], standing: Standing, day: date | None) -> str | None:
        for rule, titles, unit_words in self._rules:
            if not titles.isdisjoint(part) and rule.holds_on(day) and _is_in(rule, unit_words, names, standing):
                return rule.worker
        return None


def _is_in(rule: PostRule, unit_words: frozenset[str], names: frozenset[str], standing: Standing) -> bool:
    if not rule.unit_kinds and not rule.unit_words:
        return True
    if standing.unit_kind in rule.unit_kinds or (standing.enterprise and _ENTERPRISE in rule.unit_kinds):
        return True
    return not unit_words.isdisjoint(names)


def _openings(texts: Iterable[str]) -> frozenset[str]:
    """Every run of whole words that one of some texts begins with."""
    split = [toned(text).split(" ") for text in texts]
    return frozenset(" ".join(words[:end]) for words in split for end in range(1, len(words) + 1))


def _highest(found: Collection[str]) -> str | None:
    return next((rank for rank in _RANKS if rank in found), None)

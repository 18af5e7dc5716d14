"""Leaders of which rank, people in business, or those who do the work themselves: what forms 0602 and 0603 tell apart.

The words by which a post says so are a dated table (``resources/statistics/worker-classes.toml``). Nobody is put
anywhere because nothing else was known: that is "chưa rõ".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

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
_DAY = timedelta(days=1)


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


_Rule = tuple[PostRule, frozenset[str]]
"""A rule with the words of its units as they are compared."""


class WorkerTable:
    """What says of which class somebody is."""

    def __init__(
        self, rules: Iterable[PostRule], groups: Mapping[str, WorkerClass], classes: Mapping[str, WorkerClass]
    ) -> None:
        """``rules`` in the order in which they are tried; ``groups`` and ``classes`` by codes of the rulebooks."""
        rules = tuple(rules)
        self._rules = tuple(
            (rule, frozenset(map(toned, rule.titles)), frozenset(map(toned, rule.unit_words))) for rule in rules
        )
        self._groups = groups
        self._classes = classes
        self._edges = sorted(
            {rule.valid_from for rule in rules if rule.valid_from is not None}
            | {rule.valid_to + _DAY for rule in rules if rule.valid_to is not None}
        )
        self._posts: dict[str, tuple[tuple[_Rule, ...], ...]] = {}

    def judge(self, standing: Standing, day: date | None) -> Judged:
        """The class of a person: the highest that groups and words of posts say, else what was said of him.

        A group of the rulebooks may hold posts of two ranks ("Vụ trưởng …, Phó Chủ tịch UBND cấp tỉnh"), so that the
        words are looked at beside it.
        """
        said = {self._groups[group] for group in standing.groups if group in self._groups}
        found = _highest({*said, *self._of_titles(standing, day)}) or _highest(
            {self._classes[code] for code in standing.classes if code in self._classes}
        )
        if found is None and LEADER in standing.classes:
            found = LEADER
        if found is None:
            return Judged(UNKNOWN, UNKNOWN)
        return Judged(UNKNOWN if found == LEADER else found, NO if found == WorkerClass.DIRECT else YES)

    def epoch(self, day: date | None) -> int:
        """A number that is the same for days on which the same rules hold."""
        if day is None:
            return -1
        return sum(edge <= day for edge in self._edges)

    def _of_titles(self, standing: Standing, day: date | None) -> Collection[str]:
        """What the first title says of which anything is known."""
        for title in standing.titles:
            ranks = (_rank(rules, standing, day) for rules in self._posts_of(title))
            found = {rank for rank in ranks if rank is not None}
            if found:
                return found
        return ()

    def _posts_of(self, title: str) -> tuple[tuple[_Rule, ...], ...]:
        """For each post of a title the rules that its words fit, in the order in which they are tried."""
        found = self._posts.get(title)
        if found is None:
            parts = map(_openings, _BETWEEN_POSTS.split(title))
            found = tuple(
                tuple((rule, units) for rule, titles, units in self._rules if not titles.isdisjoint(part))
                for part in parts
            )
            self._posts[title] = found
        return found


def _rank(rules: Iterable[_Rule], standing: Standing, day: date | None) -> str | None:
    return next((rule.worker for rule, units in rules if rule.holds_on(day) and _is_in(rule, units, standing)), None)


def _is_in(rule: PostRule, unit_words: frozenset[str], standing: Standing) -> bool:
    if not rule.unit_kinds and not rule.unit_words:
        return True
    if standing.unit_kind in rule.unit_kinds or (standing.enterprise and _ENTERPRISE in rule.unit_kinds):
        return True
    return any(not unit_words.isdisjoint(_openings(name)) for name in standing.unit_names)


@lru_cache(maxsize=20_000)
def _openings(text: str) -> frozenset[str]:
    """Every run of whole words that a text begins with."""
    words = toned(text).split(" ")
    return frozenset(" ".join(words[:end]) for end in range(1, len(words) + 1))


def _highest(found: Collection[str]) -> str | None:
    return next((rank for rank in _RANKS if rank in found), None)

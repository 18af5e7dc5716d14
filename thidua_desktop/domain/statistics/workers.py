"""Leaders of which rank, people in business, or those who do the work themselves: what forms 0602 and 0603 tell apart.

The words by which a post says so are a dated table (``resources/statistics/worker-classes.toml``). Nobody is put
anywhere because nothing else was known: that is "chưa rõ".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.statistics.questions import UNKNOWN


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


LEADERS = frozenset({WorkerClass.TOP, WorkerClass.DIRECTOR, WorkerClass.ENTREPRENEUR, WorkerClass.OTHER_LEADER})

_LEADER_CODE = "leader"
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PostRule:
    """Posts of a class: those that begin with one of the words, in units of some kinds or names (any, where none)."""

    worker: WorkerClass
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
class WorkerTable:
    """What says of which class somebody is; rules in the order in which they are tried."""

    rules: tuple[PostRule, ...]
    groups: tuple[tuple[str, WorkerClass], ...]
    """The rulebooks' groups of posts."""
    classes: tuple[tuple[str, WorkerClass], ...]
    """The rulebooks' kinds of recipients."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a person's work on a day: titles and groups of posts held then, and what was said of him."""

    titles: tuple[str, ...] = ()
    """As the decision has it first, then those of the posts held."""
    groups: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    unit_kind: str | None = None
    unit_names: tuple[str, ...] = ()
    """The unit, and what the list wrote for it."""
    enterprise: bool | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """The class, and whether the person leads; a leader of unknown rank leads all the same."""

    worker: str
    leader: str


def judge(table: WorkerTable, standing: Standing, day: date | None) -> Judged:
    """The class of a person: the highest that the groups and the words of posts say, else what was said of him.

    A group of the rulebooks may hold posts of two ranks ("Vụ trưởng …, Phó Chủ tịch UBND cấp tỉnh"), so that the
    words are looked at beside it.
    """
    by_posts = (_by_group(table, standing.groups), _by_title(table, standing, day))
    found = next((worker for worker in WorkerClass if worker in by_posts), None)
    found = found or _by_class(table, standing.classes)
    if found is not None:
        return Judged(found.value, "yes" if found in LEADERS else "no")
    return Judged(UNKNOWN, "yes" if _LEADER_CODE in standing.classes else UNKNOWN)


def _by_group(table: WorkerTable, groups: Collection[str]) -> WorkerClass | None:
    return next((worker for group, worker in table.groups if group in groups), None)


def _by_class(table: WorkerTable, classes: Collection[str]) -> WorkerClass | None:
    return next((worker for code, worker in table.classes if code in classes), None)


def _by_title(table: WorkerTable, standing: Standing, day: date | None) -> WorkerClass | None:
    """The highest that any part of a title says: "Bí thư Đảng ủy, Chủ tịch UBND xã" holds two posts."""
    for title in standing.titles:
        found = [_by_words(table.rules, part, standing, day) for part in _parts(title)]
        ranked = [worker for worker in WorkerClass if worker in found]
        if ranked:
            return ranked[0]
    return None


def _by_words(rules: Sequence[PostRule], part: str, standing: Standing, day: date | None) -> WorkerClass | None:
    return next((rule.worker for rule in rules if rule.holds_on(day) and _fits(rule, part, standing)), None)


def _fits(rule: PostRule, part: str, standing: Standing) -> bool:
    if not any(part == word or part.startswith(f"{word} ") for word in rule.titles):
        return False
    if not rule.unit_kinds and not rule.unit_words:
        return True
    if standing.unit_kind in rule.unit_kinds or (standing.enterprise and "enterprise" in rule.unit_kinds):
        return True
    names = (*(plain(name) for name in standing.unit_names), part)
    return any(f" {word} " in f" {name} " for word in rule.unit_words for name in names)


def plain(text: str) -> str:
    """Words of a title as the table has them: small letters with their marks, single blanks."""
    return _BLANKS.sub(" ", squeeze(text).casefold().replace(".", " ")).strip()


def _parts(title: str) -> Iterable[str]:
    return (plain(part) for part in re.split(r"[,;/]| kiêm | - ", title) if part.strip())

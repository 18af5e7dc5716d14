"""What is asked of the facts, with a text form that stays the same: it ties cells of workbooks to figures and says of
every printed number where it comes from.

``awards|2026-01-01..2026-12-31|kind=person;worker=direct`` are the awards of 2026 to persons who lead nobody;
``worker!=direct,?`` those to all others of whom it is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period

UNKNOWN = "?"
"""Nobody knows: a value of its own in every dimension ("chưa rõ"), never silently put elsewhere."""

NOT_APPLICABLE = "-"
"""The question does not arise: a collective has no sex, a task in time no reason for being late."""

YES, NO = "yes", "no"

_RESERVED = re.compile(r"[|;,=!%\x00-\x1f]|^ | $")
"""What is written as %XX in a value; blanks at its ends too, since those of the whole text mean nothing."""
_ESCAPED = re.compile(r"%([0-9A-F]{2})")
_CONDITION = re.compile(r"(?P<dimension>[a-z_]+)(?P<negated>!?)=(?P<values>.*)")


class Subject(StrEnum):
    """What is counted."""

    TASKS = "tasks"
    MOVEMENTS = "movements"
    NOMINATIONS = "nominations"
    AWARDS = "awards"
    REGISTRATIONS = "registrations"
    SUBMISSIONS = "submissions"
    RETURNS = "returns"
    """Every time that something went back to a unit."""
    DECISIONS = "decisions"


class Dimension(StrEnum):
    """By what facts can be told apart. Values are texts: codes, numbers of records, years; ``UNKNOWN``."""

    AWARD = "award"
    """Id of the catalogue."""
    AWARD_GROUP = "award_group"
    """Its group: "danh_hieu_thi_dua", "bang_khen" …"""
    LEVEL = "level"
    """"nha_nuoc", "bo_tinh", "co_so"; of a movement that of whoever launched it."""
    OCCASION = "occasion"
    KIND = "kind"
    """Of the recipient."""
    UNIT = "unit"
    """Number of the unit as of the day."""
    TOP_UNIT = "top_unit"
    """Number of the unit that stands directly below the province or the office, as of the day."""
    SEX = "sex"
    ETHNIC = "ethnic"
    """Code of the list of 1979: "01" is Kinh."""
    WORKER = "worker"
    """``workers.WorkerClass`` of a person on the day."""
    LEADER = "leader"
    """Whether a person leads (yes, no)."""
    ENTERPRISE = "enterprise"
    """An enterprise, or one who leads it (yes, no)."""
    RESULT = "result"
    """What a nomination has come to (``facts.Outcome``)."""
    STATE = "state"
    """The state itself; of a task ``facts.TaskOutcome``."""
    SENT_UP = "sent_up"
    """Whether a nomination went to a higher level (yes, no)."""
    LATE = "late"
    REASON = "reason"
    """Why late, carried over or cancelled, in the clerk's words."""
    SCOPE = "scope"
    """How far a movement reaches."""
    METHOD = "method"
    """Of a movement: for a special subject, or standing."""
    LENGTH = "length"
    """How long a movement is to last."""
    ROUND = "round"
    """Number of the round of nominations."""
    MOVEMENT = "movement"
    """Number of the movement itself: a row for each."""
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


class QuestionUnreadable(AppError):
    """A text is no question."""

    code = "question.unreadable"


@dataclass(frozen=True, slots=True)
class Condition:
    """A dimension has one of some values, or (``negated``) none of them. The order of the values means nothing."""

    dimension: Dimension
    values: tuple[str, ...]
    negated: bool = False

    def __post_init__(self) -> None:
        # No value at all is written like the empty one, which nothing has: both hold of nothing.
        object.__setattr__(self, "values", tuple(sorted({nfc(value) for value in self.values})) or ("",))

    def text(self) -> str:
        """``kind=person,household``."""
        return f"{self.dimension.value}{'!' if self.negated else ''}={','.join(map(_escaped, self.values))}"


@dataclass(frozen=True, slots=True)
class Question:
    """How many of a subject in a period; every condition has to hold. The order of the conditions means nothing."""

    subject: Subject
    period: Period
    conditions: tuple[Condition, ...] = ()

    def __post_init__(self) -> None:
        unique = {(each.dimension, each.values, each.negated): each for each in self.conditions}
        object.__setattr__(self, "conditions", tuple(unique[key] for key in sorted(unique)))

    def text(self) -> str:
        """The form that ``parse`` reads; equal questions have equal texts."""
        conditions = ";".join(each.text() for each in self.conditions)
        return f"{self.subject.value}|{self.period.text()}|{conditions}"

    def where(self, dimension: Dimension, *values: str, negated: bool = False) -> Question:
        """The question with one more condition."""
        return Question(self.subject, self.period, (*self.conditions, Condition(dimension, values, negated)))

    def during(self, period: Period) -> Question:
        """The same question of another period."""
        return Question(self.subject, period, self.conditions)

    def of(self, subject: Subject) -> Question:
        """The same question of another subject."""
        return Question(subject, self.period, self.conditions)


def ask(subject: Subject, period: Period, **wanted: str | Iterable[str]) -> Question:
    """A question in one line: ``ask(Subject.AWARDS, year(2026), kind="person", level=("nha_nuoc", "bo_tinh"))``."""
    conditions = (
        Condition(Dimension(name), (values,) if isinstance(values, str) else tuple(values))
        for name, values in wanted.items()
    )
    return Question(subject, period, tuple(conditions))


def parse(written: str) -> Question:
    """A question from what ``Question.text`` gives.

    Raises:
        QuestionUnreadable: it is none; a subject, dimension or value of it is not known.
        PeriodUnreadable, PeriodReversed: its period is none.
    """
    parts = nfc(written).strip(" \t\r\n").split("|")
    if len(parts) != 3:
        raise QuestionUnreadable(written=written)
    subject, period, conditions = parts
    try:
        return Question(
            Subject(subject), periods.parse(period), tuple(_condition(each) for each in conditions.split(";") if each)
        )
    except ValueError:
        raise QuestionUnreadable(written=written) from None


def _condition(written: str) -> Condition:
    found = _CONDITION.fullmatch(written)
    if found is None:
        raise ValueError(written)
    values = tuple(_plain(value) for value in found["values"].split(","))
    return Condition(Dimension(found["dimension"]), values, negated=bool(found["negated"]))


def _escaped(value: str) -> str:
    return _RESERVED.sub(lambda found: f"%{ord(found[0]):02X}", value)


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)

"""The names that the texts of reports use: figures by their questions, counted tasks, words of the period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from thidua_desktop.domain.narrative.model import Number
from thidua_desktop.domain.narrative.texts import ReportTexts, ReportTextWrong
from thidua_desktop.domain.statistics.facts import DIMENSIONS, Facts
from thidua_desktop.domain.statistics.figures import Change, Figure, Share, ShareChange, count
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Condition, Question, QuestionUnreadable, parse
from thidua_desktop.wording import formats

_BEFORE = ".before"
_SIZE = "list."
_TENTHS = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Item:
    """A task or a movement that is named; ``heading``: words above those that follow."""

    text: str
    tasks: tuple[int, ...] = ()
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Values:
    """Everything that a text can name.

    Args:
        counted: tasks told apart by their words, with their records.
        narrowed: conditions on top, for a paragraph about one award.
    """

    facts: Facts
    period: Period
    texts: ReportTexts
    words: Mapping[str, str]
    counted: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    items: Mapping[str, Sequence[Item]] = field(default_factory=dict)
    narrowed: tuple[Condition, ...] = ()

    def question(self, name: str) -> Question:
        """What a name asks.

        Raises:
            ReportTextWrong: the name is not known, or what it stands for is no question.
        """
        bare = name.removesuffix(_BEFORE)
        period = self.period.previous() if name.endswith(_BEFORE) else self.period
        subject, _, conditions = self.texts.figures.get(bare, "").partition("|")
        try:
            asked = parse(f"{subject}|{period.text()}|{conditions}")
        except QuestionUnreadable:
            raise ReportTextWrong(text=name) from None
        known = DIMENSIONS[asked.subject]
        added = tuple(each for each in self.narrowed if each.dimension in known)
        return Question(asked.subject, asked.period, (*asked.conditions, *added))

    def figure(self, name: str) -> Figure:
        """The answer."""
        return count(self.facts, self.question(name))

    def value(self, name: str) -> Decimal:
        """The number behind a name, for conditions; "list.kinds" is how many of a list are not 0, a setting its
        number."""
        if name in self.counted:
            return Decimal(len(self.counted[name]))
        if name in self.texts.settings:
            return Decimal(self.texts.settings[name])
        if name.startswith(_SIZE):
            told = self.texts.lists.get(name.removeprefix(_SIZE), ())
            return Decimal(sum(bool(self.figure(figure).value) for figure, _ in told))
        return Decimal(self.figure(name).value)

    def number(self, name: str) -> Number:
        """The number as it is printed."""
        if name in self.counted:
            found = self.counted[name]
            return Number(counted(len(found)), len(found), tasks=found)
        figure = self.figure(name)
        return Number(counted(figure.value), figure.value, (figure.question,))

    def share(self, part: str, whole: str) -> Number:
        """One of another in per cent."""
        found = Share(self.figure(part), self.figure(whole))
        rate = exact(found.part.value, found.whole.value)
        return Number(percent(rate), rate, (found.part.question, found.whole.question))

    def change(self, name: str) -> Change:
        """A figure with that of the like period a year earlier."""
        return Change(self.figure(name), self.figure(f"{name}{_BEFORE}"))

    def share_change(self, part: str, whole: str) -> ShareChange:
        """A share with that of the like period a year earlier."""
        now = Share(self.figure(part), self.figure(whole))
        return ShareChange(now, Share(self.figure(f"{part}{_BEFORE}"), self.figure(f"{whole}{_BEFORE}")))

    def known_before(self, name: str) -> bool:
        """Whether there is anything of the subject in the period before: else the office may only have begun since."""
        asked = self.question(f"{name}{_BEFORE}")
        return bool(count(self.facts, Question(asked.subject, asked.period)).value)

    def about(self, condition: Condition, word: str, base: str) -> Values:
        """The same for one value of a dimension, within what ``base`` counts."""
        within = self.question(base).conditions
        return replace(self, narrowed=(*within, condition), words={**self.words, "value": word})


def exact(part: int | Decimal, whole: int | Decimal) -> Decimal:
    """So many per cent, not rounded yet: rounding twice would give another last digit."""
    return Decimal(100) * Decimal(part) / Decimal(whole) if whole else Decimal(0)


def counted(number: int | Decimal) -> str:
    """``05``, ``12``, ``1.234``: as offices write how many there are."""
    return f"{int(number):02d}" if 0 < number < 10 else formats.whole(int(number))


def percent(rate: Decimal) -> str:
    """``75 %``, ``75,9 %``."""
    return f"{tenths(rate)} %"


def tenths(rate: Decimal) -> str:
    """``75``, ``75,9``."""
    shown = rounded(rate)
    return (str(int(shown)) if shown == int(shown) else str(shown)).replace(".", ",")


def rounded(rate: Decimal) -> Decimal:
    """To one place, halves upwards."""
    return rate.quantize(_TENTHS, ROUND_HALF_UP)

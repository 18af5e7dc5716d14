"""The texts of reports as an office can change them: which sentence is said when, as data.

A condition is ``awards > 0 and awards.before >= 10``; names are figures, ``.before`` is the like period a year earlier.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from thidua_desktop.common.errors import AppError

ITEMS = "items:"
"""Before the name of a list in ``each``."""
LEVELS = (0, 1, 2)
"""Of headings: a part, below it "I.", below that "1."."""
_COMPARISONS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_TERM = re.compile(r"\s*([a-z][\w.]*|\d+)\s*(==|!=|>=|<=|>|<)\s*([a-z][\w.]*|\d+)\s*")


class ReportTextWrong(AppError):
    """The texts of reports name something that there is not."""

    code = "report_text.wrong"


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to say a sentence, and when it is said."""

    text: str
    when: str = ""

    def holds(self, value: Callable[[str], Decimal]) -> bool:
        """Whether all parts of the condition are true.

        Raises:
            ReportTextWrong: it is no condition.
        """
        return all(_true(term, value) for term in self.when.split(" and ")) if self.when else True


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """The sentences of a paragraph, each in the first variant that holds; none of them: ``fill`` is printed.

    ``each`` makes a paragraph for every value of a dimension of the figure ``of`` (or every item of a list).
    """

    key: str
    sentences: tuple[tuple[Variant, ...], ...] = ()
    fill: str = ""
    label: str = ""
    each: str = ""
    of: str = ""
    most: int = 0
    """How many of ``each`` are told at most; 0: all."""
    rest: str = ""
    """What is said of the others, with ``{rest}``."""


@dataclass(frozen=True, slots=True)
class SectionText:
    """A heading; where nothing stands below it ``fill`` is printed, and without that it is left out."""

    key: str
    title: str
    level: int
    label: str = ""
    fill: str = ""
    paragraphs: tuple[ParagraphText, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexText:
    """A table of the annex: a row for each value of a dimension, a column for each figure."""

    key: str
    title: str
    stub: str
    rows: str
    """The dimension."""
    of: str
    """The figure that the rows divide."""
    columns: tuple[tuple[str, str], ...]
    """Heading and figure; "name.before" and "name.change" too."""
    groups: str = ""
    """A dimension whose values stand above the rows, with sums of their own."""


@dataclass(frozen=True, slots=True)
class ReportTexts:
    """Everything that reports are made of, besides the figures themselves."""

    figures: Mapping[str, str]
    """Name → question without its period: "awards||kind=person"."""
    lists: Mapping[str, tuple[tuple[str, str], ...]]
    """Name → figures with what they count, told in one go; those that are 0 are left out."""
    change: Mapping[str, str]
    settings: Mapping[str, int]
    sorts: Mapping[str, tuple[str, ...]]
    """Kinds of tasks → words that tell them."""
    titles: Mapping[str, tuple[str, ...]]
    """Kind of period → lines of the title."""
    words: Mapping[str, str]
    opening: tuple[ParagraphText, ...]
    sections: tuple[SectionText, ...]
    annexes: tuple[AnnexText, ...]


def _true(term: str, value: Callable[[str], Decimal]) -> bool:
    found = _TERM.fullmatch(term)
    if found is None:
        raise ReportTextWrong(text=term.strip())
    left, sign, right = found.groups()
    return _COMPARISONS[sign](_value(left, value), _value(right, value))


def _value(name: str, value: Callable[[str], Decimal]) -> Decimal:
    return Decimal(name) if name.isdigit() else value(name)

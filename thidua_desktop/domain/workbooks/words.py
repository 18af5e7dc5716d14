"""What the heads of a cell ask: phrases → conditions of a question; what is not understood is counted, not guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from thidua_desktop.domain.figure_check.lexicon import Lexicon
from thidua_desktop.domain.statistics.facts import DIMENSIONS
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Condition, Dimension, Question, Subject
from thidua_desktop.domain.workbooks.tables import Heads

_TOKEN = re.compile(r"(?P<name>[a-z_]+)(?P<negated>!?)=(?P<values>.+)")
_YEAR = re.compile(r"(?<![0-9/.])(?:199|20[0-9])[0-9](?![0-9/.])")
_SUMMED = re.compile(r"\([\s0-9IVX+=\-]*[+=][\s0-9IVX+=\-]*\)")
"""How a total comes about: "(1+2+3)"."""
_DIVIDES = re.compile(r"(?:chia|phân)(?: ra)? theo\b", re.IGNORECASE)
"""A row that only leads the rows below it."""
_D = Dimension
_NARROWER: Mapping[Dimension, tuple[Dimension, ...]] = {
    _D.AWARD: (_D.AWARD_GROUP, _D.LEVEL),
    _D.AWARD_GROUP: (_D.AWARD,),
    _D.WORKER: (_D.LEADER,),
    _D.LEADER: (_D.WORKER,),
}
"""A head that names an award says more than the group in which its row stands."""


class Sureness(StrEnum):
    """How well the heads of a cell were understood."""

    SURE = "sure"
    """Every word."""
    LIKELY = "likely"
    """The nearest heads; something else is not understood."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to stand in a cell; the days are those of the period that is filled in."""

    question: Question
    periods_back: int
    sureness: Sureness


@dataclass(frozen=True, slots=True)
class Reading:
    """What one head says."""

    conditions: tuple[Condition, ...] = ()
    subject: Subject | None = None
    back: int = 0
    countable: bool = True
    unknown: int = 0
    """Letters of words that nobody knows."""
    known: int = 0
    """Letters of words that ask something."""

    @property
    def said(self) -> bool:
        """Whether more was understood than not: a name that nobody knows asks nothing, whatever words are in it."""
        return self.unknown == 0 or self.known > self.unknown


@dataclass(frozen=True)
class HeadWords:
    """The words of forms, the awards of the catalogue and the units of the office.

    Args:
        lexicon: phrases with tokens as ``resources/workbooks/head-words.toml`` has them.
        award: the award that a text names for certain.
        awards: those whose names begin with a text: "Huân chương Lao động" of all classes.
        unit: the condition that a unit's name stands for; None where no unit is meant. A condition without values
            stands for the office itself: it asks nothing.
    """

    lexicon: Lexicon
    award: Callable[[str], str | None]
    awards: Callable[[str], tuple[str, ...]]
    unit: Callable[[str], Condition | None] = lambda _text: None
    _read: dict[str, Reading] = field(default_factory=dict, repr=False)

    def read(self, text: str) -> Reading:
        """What a head says; a whole head that names an award, or a unit, is not looked into."""
        if text not in self._read:
            self._read[text] = self._reading(text)
        return self._read[text]

    def _reading(self, text: str) -> Reading:
        plain = _SUMMED.sub(" ", _YEAR.sub(" ", text))
        exact = self.award(text)
        if exact is not None:
            return Reading((Condition(_D.AWARD, (exact,)),), known=len(text))
        found = self._phrases(plain)
        if found.unknown == 0 and (found.conditions or found.subject or not found.countable):
            return found
        named = self.awards(text)
        if named:
            return Reading((Condition(_D.AWARD, named),), known=len(text))
        if found.unknown and (place := self.unit(text)) is not None:
            return Reading((place,) if any(place.values) else (), known=len(text))
        return found

    def _phrases(self, text: str) -> Reading:
        conditions: list[Condition] = []
        subject, back, countable, unknown, known = None, 0, True, 0, 0
        for word in self.lexicon.read(text):
            if word.tokens is None:
                unknown += sum(letter.isalnum() for letter in word.text)
                continue
            known += sum(letter.isalpha() for letter in word.text) if word.tokens else 0
            for token in sorted(word.tokens):
                part = _TOKEN.fullmatch(token)
                if part is None:
                    continue
                match part["name"]:
                    case "none":
                        countable = False
                    case "back":
                        back = int(part["values"])
                    case "subject":
                        subject = Subject(part["values"]) if subject in (None, Subject.AWARDS) else subject
                    case name:
                        values = tuple(part["values"].split(","))
                        conditions.append(Condition(Dimension(name), values, bool(part["negated"])))
        return Reading(_either(conditions), subject, back, countable, unknown, known)


def _either(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """One head names several values of a dimension ("chuyên đề, đột xuất"): any of them is meant."""
    found: dict[tuple[Dimension, bool], Condition] = {}
    for one in conditions:
        key = (one.dimension, one.negated)
        former = found[key].values if key in found else ()
        found[key] = Condition(one.dimension, (*former, *one.values), one.negated)
    return tuple(found.values())


def years_of(texts: Iterable[str]) -> tuple[int, ...]:
    """The years that texts name."""
    return tuple(int(year) for text in texts for year in _YEAR.findall(text))


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the heads of a cell."""

    title: str = ""
    """The texts above the table; they say what is counted where the heads do not."""
    base_year: int | None = None
    """The year of the form; a head that names an earlier one asks for so many periods before."""
    usual: Subject | None = None
    """What the other cells of the form count, for totals that say nothing themselves."""


def asked(words: HeadWords, heads: Heads, around: Around, period: Period) -> Asked | None:
    """The question that a cell asks, of a period; None where its nearest heads say nothing that can be counted."""
    rows, columns = [words.read(text) for text in heads.rows], [words.read(text) for text in heads.columns]
    readings = [*rows, *columns]
    if not all(one.countable for one in readings) or not (rows[-1].said and columns[-1].said):
        return None
    if _DIVIDES.match(heads.rows[-1]):
        return None
    joined = _joined(_path(rows), _path(columns))
    if joined is None:
        return None
    above = words.read(around.title)
    subject = _subject(readings, above, joined) or around.usual
    if subject is None or any(one.dimension not in DIMENSIONS[subject] for one in joined):
        return None
    conditions = joined
    if not any(one.dimension in (_D.LEVEL, _D.AWARD) for one in joined):
        level = tuple(one for one in above.conditions if one.dimension is _D.LEVEL)
        conditions = (*joined, *(level if _D.LEVEL in DIMENSIONS[subject] else ()))
    back = max((one.back for one in readings), default=0) or _years_back(heads, around.base_year)
    known = all(one.unknown == 0 for one in readings)
    return Asked(Question(subject, period, conditions), back, Sureness.SURE if known else Sureness.LIKELY)


def _path(readings: Iterable[Reading]) -> dict[Dimension, Condition]:
    """The conditions of heads that stand below each other: what the nearer one says of a dimension counts."""
    found: dict[Dimension, Condition] = {}
    for reading in readings:
        for condition in reading.conditions:
            for wider in _NARROWER.get(condition.dimension, ()):
                if wider is not _D.LEVEL or condition.dimension is _D.AWARD:
                    found.pop(wider, None)
        found |= {condition.dimension: condition for condition in reading.conditions}
    return found


def _joined(
    rows: Mapping[Dimension, Condition], columns: Mapping[Dimension, Condition]
) -> tuple[Condition, ...] | None:
    """Both together; None where they exclude each other ("Tập thể" beside "Nữ" asks nothing)."""
    made = dict(rows)
    for dimension, condition in columns.items():
        other = made.get(dimension)
        if other is None or other == condition:
            made[dimension] = condition
            continue
        if other.negated or condition.negated:
            return None
        both = tuple(value for value in other.values if value in condition.values)
        if not both:
            return None
        made[dimension] = Condition(dimension, both)
    kind = made.get(_D.KIND)
    personal = {_D.SEX, _D.ETHNIC, _D.WORKER, _D.LEADER} & set(made)
    if personal and kind is not None and "person" not in kind.values:
        return None
    return tuple(made.values())


def _subject(readings: Iterable[Reading], title: Reading, conditions: Iterable[Condition]) -> Subject | None:
    said = next((one.subject for one in reversed(list(readings)) if one.subject is not None), None)
    if said is not None:
        return said
    dimensions = {one.dimension for one in conditions}
    if _D.SENT_UP in dimensions:
        return Subject.NOMINATIONS
    if _D.METHOD in dimensions or _D.SCOPE in dimensions:
        return Subject.MOVEMENTS
    if title.subject is not None:
        return title.subject
    if _D.STATE in dimensions:
        return Subject.TASKS
    return Subject.AWARDS if dimensions else None


def _years_back(heads: Heads, base_year: int | None) -> int:
    named = years_of(heads.columns) or years_of(heads.rows)
    return max(0, base_year - max(named)) if named and base_year is not None else 0

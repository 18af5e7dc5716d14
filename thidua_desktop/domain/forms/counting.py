"""The facts of a period as a form asks them."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.domain.statistics import figures
from thidua_desktop.domain.statistics.facts import Facts
from thidua_desktop.domain.statistics.orders import in_order
from thidua_desktop.domain.statistics.questions import Condition, Dimension, Question


class FactCounts:
    """Counts out of facts; equal questions are counted once."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._counted: dict[Question, int] = {}

    def count(self, question: Question) -> int:
        """How many."""
        if question not in self._counted:
            self._counted[question] = int(figures.count(self._facts, question).value)
        return self._counted[question]

    def values(self, question: Question, dimension: Dimension) -> Sequence[str]:
        """The values of a dimension that the facts of a question have, as tables list them."""
        there = figures.values(self._facts, question.subject, question.period, dimension)
        found = [value for value in there if self.count(_of_value(question, dimension, value))]
        return in_order(self._facts.names, dimension, found)


def _of_value(question: Question, dimension: Dimension, value: str) -> Question:
    return Question(question.subject, question.period, (*question.conditions, Condition(dimension, (value,))))

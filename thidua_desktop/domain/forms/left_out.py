"""What stands in no part of a division: the question whose list shows what is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thidua_desktop.domain.statistics.questions import Condition, Question


def left_out(whole: Question | None, parts: Iterable[Sequence[Condition]]) -> Question | None:
    """The question for what a whole has and none of its parts.

    None where the whole is not counted, or the parts are told apart by more than one dimension.
    """
    if whole is None:
        return None
    own = [[each for each in part if each not in whole.conditions] for part in parts]
    if not own or any(len(each) != 1 or each[0].negated for each in own):
        return None
    dimensions = {each[0].dimension for each in own}
    if len(dimensions) != 1:
        return None
    values = tuple(value for each in own for value in each[0].values)
    return Question(whole.subject, whole.period, (*whole.conditions, Condition(dimensions.pop(), values, negated=True)))

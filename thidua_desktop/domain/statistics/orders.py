"""In which order values stand in a table: as the law, the calendar or the office has them, what is not known last."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.movements import LaunchLevel, MovementLength, MovementMethod, MovementScope
from thidua_desktop.domain.nominations import NominationState, Occasion
from thidua_desktop.domain.statistics.facts import Names, Outcome, TaskOutcome
from thidua_desktop.domain.statistics.questions import NO, NOT_APPLICABLE, UNKNOWN, YES, Dimension
from thidua_desktop.domain.statistics.workers import WorkerClass
from thidua_desktop.domain.submissions import SubmissionState

_D = Dimension
LEVELS = ("nha_nuoc", "bo_tinh", "co_so")
"""Of awards, the highest first."""

_GIVEN: dict[Dimension, tuple[str, ...]] = {
    _D.LEVEL: (*LEVELS, *LaunchLevel),
    _D.AWARD_GROUP: (
        *("danh_hieu_thi_dua", "danh_hieu_vinh_du_nha_nuoc", "giai_thuong", "huan_chuong", "huy_chuong"),
        *("bang_khen", "ky_niem_chuong", "huy_hieu", "giay_khen"),
    ),
    _D.OCCASION: tuple(Occasion),
    _D.KIND: (RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD, RecipientKind.PERSON),
    _D.SEX: ("male", "female"),
    _D.WORKER: tuple(WorkerClass),
    _D.RESULT: tuple(Outcome),
    _D.STATE: (*TaskOutcome, *NominationState, *SubmissionState),
    _D.SCOPE: tuple(MovementScope),
    _D.METHOD: tuple(MovementMethod),
    _D.LENGTH: tuple(MovementLength),
}
_YES_NO = frozenset({_D.LEADER, _D.ENTERPRISE, _D.SENT_UP, _D.LATE})
_NUMBERS = frozenset({_D.YEAR, _D.QUARTER, _D.MONTH, _D.ETHNIC})
"""Ethnic groups stand in the order of the list of 1979."""

_LAST = {NOT_APPLICABLE: 1, UNKNOWN: 2}


def in_order(names: Names, dimension: Dimension, values: Iterable[str]) -> tuple[str, ...]:
    """Values as a table lists them; those whose place is not known keep their order, before what is not known."""
    places = _places(names, dimension)
    listed = list(dict.fromkeys(values))
    if dimension in _NUMBERS:
        listed.sort(key=lambda value: (_LAST.get(value, 0), int(value) if value.isdigit() else 0))
    else:
        listed.sort(key=lambda value: (_LAST.get(value, 0), places.get(value, len(places))))
    return tuple(listed)


def _places(names: Names, dimension: Dimension) -> dict[str, int]:
    if dimension in (_D.UNIT, _D.TOP_UNIT):
        return dict(names.unit_order)
    if dimension is _D.AWARD:
        return dict(names.award_order)
    given = (YES, NO) if dimension in _YES_NO else _GIVEN.get(dimension, ())
    return {str(value): place for place, value in enumerate(given)}

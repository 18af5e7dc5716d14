from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.statistics.made import YEAR, any_facts, award, facts
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.facts import DIMENSIONS, Facts, Traits, lies_in
from thidua_desktop.domain.statistics.figures import (
    Change,
    DimensionForeign,
    Figure,
    QuestionOutside,
    Share,
    ShareChange,
    count,
    ids,
)
from thidua_desktop.domain.statistics.questions import Dimension, Question, Subject, ask
from thidua_desktop.domain.statistics.tables import Table, pivot


def test_conditions_hold_together() -> None:
    found = facts(
        award(1),
        award(2, traits=Traits("person", "male", "05", "top", "yes")),
        award(3, traits=Traits("collective")),
        award(4, day=date(2026, 11, 1)),
    )
    assert count(found, ask(Subject.AWARDS, YEAR)).value == 4
    assert ids(found, ask(Subject.AWARDS, YEAR, kind="person", sex="female")) == (1, 4)
    assert ids(found, ask(Subject.AWARDS, periods.half(2026, 1), kind="person")) == (1, 2)
    assert ids(found, ask(Subject.AWARDS, YEAR).where(Dimension.KIND, "person", negated=True)) == (3,)
    assert ids(found, ask(Subject.AWARDS, YEAR, kind=("person", "collective"), quarter="4")) == (4,)


def test_what_is_known_by_its_year_only_counts_for_whole_years() -> None:
    found = facts(award(1, day=None), award(2), period=periods.term(2025))
    assert ids(found, ask(Subject.AWARDS, YEAR)) == (1, 2)
    assert ids(found, ask(Subject.AWARDS, periods.half(2026, 1))) == (2,)
    assert ids(found, ask(Subject.AWARDS, YEAR, quarter="?")) == (1,)
    assert ids(found, ask(Subject.AWARDS, periods.term(2025))) == (1, 2)


def test_amounts_are_added_up() -> None:
    found = facts(award(1, amount=30), award(2, amount=12))
    assert count(found, ask(Subject.AWARDS, YEAR)).value == 42
    assert ids(found, ask(Subject.AWARDS, YEAR)) == (1, 2)


def test_a_question_of_another_period_is_refused() -> None:
    with pytest.raises(QuestionOutside):
        count(facts(award(1)), ask(Subject.AWARDS, periods.year(2025)))


def test_a_subject_is_not_asked_for_what_it_has_not() -> None:
    with pytest.raises(DimensionForeign):
        count(facts(award(1)), ask(Subject.AWARDS, YEAR, late="yes"))


def _figure(value: int) -> Figure:
    return Figure(Question(Subject.AWARDS, YEAR), value)


def test_shares_and_changes() -> None:
    share = Share(_figure(1), _figure(8))
    assert share.percent == Decimal("12.50")
    assert Share(_figure(1), _figure(0)).percent is None
    change = Change(_figure(12), _figure(10))
    assert (change.difference, change.percent) == (2, Decimal("20.00"))
    assert Change(_figure(12), _figure(0)).percent is None
    assert ShareChange(share, Share(_figure(1), _figure(10))).points == Decimal("2.50")
    assert ShareChange(share, Share(_figure(1), _figure(0))).points is None


PERIODS = st.one_of(
    st.builds(periods.year, st.integers(2025, 2027)),
    st.builds(periods.quarter, st.integers(2025, 2027), st.integers(1, 4)),
    st.just(periods.term(2025, 3)),
)
SUBJECTS = st.sampled_from([Subject.AWARDS, Subject.NOMINATIONS])


@given(any_facts(), SUBJECTS, PERIODS, st.data())
@settings(deadline=None, max_examples=40)
def test_rows_and_columns_add_up_to_the_total(
    found: Facts, subject: Subject, period: periods.Period, data: st.DataObject
) -> None:
    by = st.sampled_from(sorted(DIMENSIONS[subject]))
    table = pivot(found, subject, period, data.draw(by), data.draw(by))
    assert adds_up(table)
    assert _value(table.cells[-1][-1]) == sum(lies_in(fact, period) for fact in found.of(subject))


def _value(cell: object) -> int:
    assert isinstance(cell, Figure)
    return int(cell.value)


def adds_up(table: Table) -> bool:
    """Whether every row adds up to its last cell, and every column to that of the last row."""
    numbers = [[_value(cell) for cell in row] for row in table.cells]
    across = all(sum(row[:-1]) == row[-1] for row in numbers)
    down = all(sum(column[:-1]) == column[-1] for column in zip(*numbers, strict=True))
    return across and down


@given(any_facts(), SUBJECTS, PERIODS, st.data())
@settings(deadline=None, max_examples=40)
def test_every_cell_counts_what_lies_behind_it(
    found: Facts, subject: Subject, period: periods.Period, data: st.DataObject
) -> None:
    by = st.sampled_from(sorted(DIMENSIONS[subject]))
    table = pivot(found, subject, period, data.draw(by), data.draw(by))
    every: list[int] = []
    for row in table.cells[:-1]:
        for cell in row[:-1]:
            assert isinstance(cell, Figure)
            behind = ids(found, cell.question)
            assert len(behind) == cell.value == count(found, cell.question).value
            every += behind
    assert sorted(every) == sorted(fact.id for fact in found.of(subject) if lies_in(fact, period))


@given(any_facts(), PERIODS)
@settings(deadline=None, max_examples=20)
def test_what_is_negated_is_the_rest(found: Facts, period: periods.Period) -> None:
    all_of = count(found, Question(Subject.AWARDS, period)).value
    persons = Question(Subject.AWARDS, period).where(Dimension.KIND, "person")
    others = Question(Subject.AWARDS, period).where(Dimension.KIND, "person", negated=True)
    assert count(found, persons).value + count(found, others).value == all_of

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.statistics import periods, questions
from thidua_desktop.domain.statistics.periods import PeriodUnreadable
from thidua_desktop.domain.statistics.questions import Condition, Dimension, Question, QuestionUnreadable, Subject, ask

YEAR = periods.year(2026)


def test_text_form() -> None:
    question = ask(Subject.AWARDS, YEAR, worker="direct", kind="person")
    assert question.text() == "awards|2026-01-01..2026-12-31|kind=person;worker=direct"
    assert questions.parse(question.text()) == question


def test_neither_the_order_nor_a_repetition_matters() -> None:
    one = ask(Subject.AWARDS, YEAR, kind=("person", "household"), level="nha_nuoc")
    other = ask(Subject.AWARDS, YEAR, level="nha_nuoc", kind=("household", "person", "household"))
    assert one == other
    assert hash(one) == hash(other)
    assert one.where(Dimension.LEVEL, "nha_nuoc") == one


def test_without_conditions() -> None:
    assert questions.parse("tasks|2026-01-01..2026-03-31|") == Question(Subject.TASKS, periods.quarter(2026, 1))


def test_blanks_and_signs_within_values() -> None:
    question = ask(Subject.TASKS, YEAR, reason=(" chờ; thiếu ", "%20"))
    assert question.text().endswith("|reason=%20chờ%3B thiếu%20,%2520")
    assert questions.parse(f"  {question.text()}\n") == question


def test_negated_condition() -> None:
    question = ask(Subject.AWARDS, YEAR).where(Dimension.ETHNIC, "01", "?", negated=True)
    assert question.text().endswith("|ethnic!=01,?")
    assert questions.parse(question.text()) == question


VALUES = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), max_size=3)


@given(
    st.sampled_from(Subject),
    st.lists(st.tuples(st.sampled_from(Dimension), VALUES, st.booleans()), max_size=4),
)
@settings(deadline=None, max_examples=60)
def test_every_question_is_read_again(subject: Subject, asked: list[tuple[Dimension, list[str], bool]]) -> None:
    conditions = tuple(Condition(dimension, tuple(values), negated) for dimension, values, negated in asked)
    question = Question(subject, YEAR, conditions)
    assert questions.parse(question.text()) == question
    assert all(value == nfc(value) for each in question.conditions for value in each.values)


@pytest.mark.parametrize(
    "written",
    [
        *("", "awards", "awards|2026-01-01..2026-12-31", "prizes|2026-01-01..2026-12-31|"),
        *("awards|2026-01-01..2026-12-31|colour=red", "awards|2026-01-01..2026-12-31|kind"),
        "awards|2026-01-01..2026-12-31|kind=person|x",
    ],
)
def test_what_is_no_question(written: str) -> None:
    with pytest.raises(QuestionUnreadable):
        questions.parse(written)


def test_a_question_of_no_period() -> None:
    with pytest.raises(PeriodUnreadable):
        questions.parse("awards|2026|kind=person")

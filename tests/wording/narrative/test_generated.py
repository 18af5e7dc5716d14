"""Reports of offices that were never there: every number is right, nothing is empty, the check is silent on them."""

from __future__ import annotations

import random
import re
import sys
from collections import Counter

import pytest

from tests.domain.figure_check.spoiling import spoiled
from tests.wording.narrative.made import PERIODS, facts, printed, told
from thidua_desktop.domain.figure_check.checking import check
from thidua_desktop.domain.narrative.model import Narrative, Number
from thidua_desktop.domain.statistics.figures import count
from thidua_desktop.reports.material import material_of
from thidua_desktop.services.figure_words import figure_words
from thidua_desktop.wording.narrative.values import counted, exact, percent

SEEDS = (0, 1, 2, 5, 10, 23)


def paragraphs(narrative: Narrative) -> list[str]:
    return [paragraph.text for section in narrative.sections for paragraph in section.paragraphs]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_number_follows_from_its_questions(seed: int) -> None:
    known = facts(seed)
    for number in told(seed, PERIODS[seed % 4]).numbers():
        assert number.questions or number.tasks or number.value == 0
        values = [count(known, question).value for question in number.questions]
        assert number.text in possible(number, values)


def possible(number: Number, values: list[int]) -> set[str]:
    """How what the questions answer can be printed: itself, a share, a difference, a rate of change, points."""
    if len(values) < 2:
        shown = values[0] if values else len(number.tasks)
        return {counted(shown), f"{shown:,}".replace(",", ".")}
    if len(values) == 4:
        return {number.text} if re.fullmatch(r"\d+(,\d)?", number.text) else set()
    one, other = values
    return {
        percent(exact(one, other)),
        counted(abs(one - other)),
        percent(exact(abs(one - other), other)),
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_sentences_are_whole_and_say_nothing_silly(seed: int) -> None:
    narrative = told(seed, PERIODS[seed % 4])
    for text in paragraphs(narrative):
        assert not re.search(r"[{}]|\b(?:tăng|giảm) 0+\b|\bNone\b|  | [,;.:](?:\s|$)|,\s*\.", text), text
        assert text[0].isupper() or text[0] in "[“0123456789", text
        assert not re.search(r"\b00 (?:tập thể|cá nhân|trường hợp|nhiệm vụ|hộ)", text), text


@pytest.mark.parametrize("seed", SEEDS)
def test_no_heading_stands_over_nothing(seed: int) -> None:
    sections = told(seed, PERIODS[seed % 4]).sections
    for at, section in enumerate(sections):
        below = sections[at + 1 : at + 2]
        assert section.paragraphs or (below and below[0].level > section.level), section.title
    numbers = [section.label for section in sections if section.level == 1]
    assert numbers[:2] == ["I.", "II."]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_check_is_silent(seed: int) -> None:
    assert check(material_of(printed(seed, PERIODS[seed % 4])), figure_words()) == ()


def test_a_number_that_was_changed_is_found_against_the_office_file() -> None:
    right = material_of(printed(10, PERIODS[2]))
    for what, wrong in spoiled(right, random.Random(3), most=3):
        assert check(wrong, figure_words(), right), what


@pytest.mark.fuzz
@pytest.mark.timeout(1800)
def test_eighty_clean_reports_and_how_many_slips_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    chance, found = random.Random(7), Counter[str]()
    for seed in range(20):
        for period in PERIODS:
            right = material_of(printed(seed, period))
            assert check(right, figure_words()) == (), (seed, period)
            for what, wrong in spoiled(right, chance, most=12 if period is PERIODS[seed % 4] else 0):
                where = "table" if what.endswith("of table") else "text"
                found[where] += 1
                found[f"{where}, alone"] += bool(check(wrong, figure_words()))
                found[f"{where}, with the office file"] += bool(check(wrong, figure_words(), right))
    with capsys.disabled():
        sys.stdout.write("".join(f"\n{name}: {number}" for name, number in sorted(found.items())))
    assert found["table, alone"] >= 0.95 * found["table"]
    assert found["text, alone"] >= 0.7 * found["text"]  # the others are told once, and nothing beside them
    assert found["table, with the office file"] == found["table"]
    assert found["text, with the office file"] == found["text"]

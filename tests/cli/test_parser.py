"""The command line is made only as far as the first word asks for."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest

from thidua_desktop import cli


def words(parser: argparse.ArgumentParser) -> set[str]:
    (commands,) = (each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    return set(commands.choices)


EVERY = sorted(words(cli.parser()))


@pytest.mark.parametrize("word", EVERY)
def test_a_command_is_known_by_its_first_word_alone(word: str) -> None:
    alone = words(cli.parser(word))
    assert word in alone
    assert len(alone) <= 2


@pytest.mark.parametrize("word", ["", "--help", "khác", "plan-"])
def test_any_other_word_is_answered_with_all_commands(word: str) -> None:
    assert sorted(words(cli.parser(word))) == EVERY


def test_every_command_stands_in_the_list() -> None:
    assert sorted(word for topic in cli._TOPICS.values() for word in topic) == EVERY


def commands_below(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The parser and all below it, each of which answers ``--help``."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                yield from commands_below(each)


def test_every_command_can_say_its_help() -> None:
    told = [each.format_help() for each in commands_below(cli.parser())]  # a lone "%" in a text stops it
    assert all(each.startswith("Cách dùng") for each in told)
    assert len(told) > len(EVERY)

"""The words by which heads of forms are read: those that ship with the program, the catalogue, the directory."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

import msgspec

from thidua_desktop.common.paths import resource
from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.figure_check.lexicon import Lexicon
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.statistics.questions import Condition, Dimension
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.workbooks.words import HeadWords

DATA = "workbooks/head-words.toml"
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_FEWEST_WORDS = 2
"""Of a text that stands for all awards whose names begin with it: "Huân chương Lao động"."""


class _Silent(msgspec.Struct, forbid_unknown_fields=True):
    phrases: tuple[str, ...]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    token: dict[str, tuple[str, ...]]
    silent: _Silent


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    written = msgspec.toml.decode(resource(DATA).read_bytes(), type=_File)
    phrases: dict[str, tuple[str, ...]] = dict.fromkeys(written.silent.phrases, ())
    for token, names in written.token.items():
        phrases |= dict.fromkeys(names, (token,))
    return Lexicon(phrases)


def head_words(awards: tuple[Award, ...], tree: UnitTree, own: tuple[str, ...], day: date) -> HeadWords:
    """What heads of forms may say in this office.

    Args:
        awards: the catalogue.
        tree: the units.
        own: the names of the office itself: its row asks for nothing narrower.
        day: on which names of units are looked up.
    """
    from thidua_desktop.importing.lists.meanings.awards import AwardReader  # brings all readers of lists along

    reader = AwardReader(awards)
    return HeadWords(
        _lexicon(), lambda text: reader.award_id(text, None), _awards_begun(awards), _unit_finder(tree, own, day)
    )


def _awards_begun(awards: tuple[Award, ...]) -> Callable[[str], tuple[str, ...]]:
    names = [(fold(award.name), award.id) for award in awards]

    def named(text: str) -> tuple[str, ...]:
        begun = (
            fold(squeeze(_IN_BRACKETS.sub(" ", text))).removesuffix(" cac hang").removesuffix(" cac loai").strip(" .:")
        )
        if len(begun.split()) < _FEWEST_WORDS:
            return ()
        return tuple(award for name, award in names if name.startswith(f"{begun} "))

    return named


def _unit_finder(tree: UnitTree, own: tuple[str, ...], day: date) -> Callable[[str], Condition | None]:
    ours = {fold(squeeze(name)) for name in own if name}

    def found(text: str) -> Condition | None:
        if fold(squeeze(text)) in ours:
            return Condition(Dimension.UNIT, ())
        unit_id = tree.find(text, day).unit_id
        if unit_id is None:
            return None
        return Condition(Dimension.TOP_UNIT if _is_top(tree, unit_id) else Dimension.UNIT, (str(unit_id),))

    return found


def _is_top(tree: UnitTree, unit_id: UnitId) -> bool:
    """Whether reports list the unit itself: nothing but the province or the office is above it."""
    above = tree.unit(unit_id).parent_id
    return above is None or tree.unit(above).parent_id is None

"""The words by which the check of figures reads reports: those that ship with the program, and the awards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.figure_check.lexicon import Lexicon
from thidua_desktop.services.awards import AwardService

DATA = "report-texts/figure-words.toml"
_COMMITTEE = "ủy ban nhân dân"


class _Silent(msgspec.Struct, forbid_unknown_fields=True):
    phrases: tuple[str, ...]


class _Agency(msgspec.Struct, forbid_unknown_fields=True):
    names: tuple[str, ...]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    token: dict[str, tuple[str, ...]]
    award: dict[str, tuple[str, ...]]
    sign: dict[str, tuple[str, ...]]
    agency: _Agency
    silent: _Silent


@lru_cache(maxsize=1)
def figure_words() -> Lexicon:
    """The words of the field."""
    written = msgspec.toml.decode(resource(DATA).read_bytes(), type=_File)
    phrases: dict[str, tuple[str, ...]] = dict.fromkeys(written.silent.phrases, ())
    for token, names in written.token.items():
        phrases |= dict.fromkeys(names, (token,))
    for award in AwardService().catalogue():
        named = (*_names(award), *written.award.get(award.id, ()))
        tokens = (f"award:{award.id}", *_only_for(award))
        phrases |= {spelling: tokens for name in named for spelling in _spellings(name)}
    for sign, names in written.sign.items():
        phrases |= dict.fromkeys(names, (f"sign:{sign}",))
    return Lexicon(phrases, written.agency.names)


def _only_for(award: Award) -> tuple[str, ...]:
    """Whom an award can go to, where it is for one kind of recipient alone."""
    return (f"who:{award.recipients[0].value}",) if len(award.recipients) == 1 else ()


def _names(award: Award) -> Iterator[str]:
    yield award.name
    if award.abbreviation:
        yield award.abbreviation


def _spellings(name: str) -> set[str]:
    """A name with and without "của", with the committee short and in full."""
    lowered = name.casefold()
    longer = {lowered, lowered.replace("ubnd", _COMMITTEE), lowered.replace(_COMMITTEE, "ubnd")}
    return longer | {each.replace(" của ", " ") for each in longer}

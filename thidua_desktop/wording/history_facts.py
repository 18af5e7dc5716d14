"""The codes and numbers of facts about recipients in the words of the history."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.evidence import CaseKind, Cleared, MeritKind, Rating, Reach, Sanction
from thidua_desktop.wording.eligibility import CASES, CLEARED, VERDICTS
from thidua_desktop.wording.rules import MERITS, RATINGS, REACHES, SANCTIONS, STAGES


class Codes(Protocol):
    """The names behind codes that a history needs for facts."""

    @property
    def awards(self) -> Mapping[str, str]: ...

    @property
    def codes(self) -> Mapping[str, str]: ...


Written = Callable[[Any, Codes], str]


def _word(words: Mapping[Any, str], kind: Callable[[Any], Any]) -> Written:
    """The word for a value; a file of a later time may know values that are gone."""

    def written(value: Any, _names: Codes) -> str:
        try:
            return words[kind(value)]
        except (ValueError, KeyError):
            return str(value)

    return written


def _code(value: Any, names: Codes) -> str:
    return names.codes.get(value, str(value))


def _award(value: Any, names: Codes) -> str:
    return names.awards.get(value, str(value))


def _awards(value: str, names: Codes) -> str:
    return ", ".join(_award(award, names) for award in json.loads(value))


def _holders(value: str, names: Codes) -> str:
    return ", ".join(f"{count} {_award(award, names)}" for award, count in json.loads(value).items())


def _truth(value: Any, _names: Codes) -> str:
    return "Có" if value else "Không"


def _factor(value: Any, _names: Codes) -> str:
    return "" if value == 1 else f"nhân {value}"


WRITTEN: dict[tuple[str, str], Written] = {
    ("ratings", "rating"): _word(RATINGS, Rating),
    ("initiatives", "kind"): _word(MERITS, MeritKind),
    ("initiatives", "reach"): _word(REACHES, Reach),
    ("initiatives", "used_for"): _awards,
    ("spells", "kind"): _code,
    ("spells", "factor"): _factor,
    ("sanctions", "sanction"): _word(SANCTIONS, Sanction),
    ("open_cases", "kind"): _word(CASES, CaseKind),
    ("clearances", "kind"): _word(CLEARED, Cleared),
    ("member_figures", "holders"): _holders,
    ("cluster_ranks", "organiser"): _code,
    ("movement_results", "launched_by"): _code,
    ("movement_results", "stage"): _word(STAGES, str),
    ("year_scores", "area"): _code,
    ("confirmations", "code"): _code,
    ("confirmations", "holds"): _truth,
    ("overrides", "award_id"): _award,
    ("overrides", "verdict"): _word(VERDICTS, Verdict),
    ("quota_bases", "base"): _code,
}
"""Table and column → how a value is said."""
DAYS = frozenset({"opened", "closed", "registered", "confirmed_on"})
"""Columns of facts that hold a day."""

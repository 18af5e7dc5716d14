"""What is said of all lines of a round above their list, worked out away from the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import sort_key
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.nomination_lists import Tally, tally
from thidua_desktop.domain.nominations import Nomination

_KIND_WORDS = {
    RecipientKind.COLLECTIVE: "tập thể",
    RecipientKind.PERSON: "cá nhân",
    RecipientKind.HOUSEHOLD: "hộ gia đình",
}
_MOST_AWARDS = 6


@dataclass(frozen=True, slots=True)
class Overview:
    """The counts of a round in words, and what occurs in it."""

    kinds: str = "Chưa có đề nghị"
    awards: str = ""
    """The most frequent awards, the others together."""
    every_award: str = ""
    there: tuple[Award, ...] = ()
    """The awards that occur, lowest first."""
    units: tuple[str, ...] = ()
    untied: bool = False
    """Whether there is a line of which nobody has said whom of the directory it means."""


def overview(lines: Sequence[Nomination], awards: Mapping[str, Award]) -> Overview:
    """See the lines of a round as a whole."""
    counted = tally(lines)
    if not counted.total:
        return Overview()
    there = (awards[award_id] for award_id, _ in counted.by_award)
    return Overview(
        kinds=_kinds_in_words(counted),
        awards=_awards_in_words(counted, awards, _MOST_AWARDS),
        every_award=_awards_in_words(counted, awards).replace(" · ", "\n"),
        there=tuple(sorted(there, key=lambda award: award.rank)),
        units=tuple(sorted({line.unit for line in lines if line.unit}, key=sort_key)),
        untied=any(line.recipient_id is None for line in lines),
    )


def _kinds_in_words(counted: Tally) -> str:
    """``40 đề nghị: 6 tập thể, 31 cá nhân, 3 hộ gia đình``."""
    parts = ", ".join(f"{number} {_KIND_WORDS[kind]}" for kind, number in counted.by_kind)
    return f"{counted.total} đề nghị: {parts}"


def _awards_in_words(counted: Tally, awards: Mapping[str, Award], most: int | None = None) -> str:
    """``CSTĐCS 12 · LĐTT 10 …``: the counts by award, those beyond ``most`` together, so that they add up."""
    frequent = counted.by_award
    shown = frequent if most is None or len(frequent) <= most else frequent[: most - 1]
    parts = [f"{awards[award_id].abbreviation or awards[award_id].name} {number}" for award_id, number in shown]
    rest = sum(number for _, number in frequent[len(shown) :])
    return " · ".join([*parts, f"khác {rest}"] if rest else parts)

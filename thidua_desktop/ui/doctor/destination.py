"""Where lists are to go."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.lists import ListTarget


@dataclass(frozen=True, slots=True)
class Destination:
    """What a list is read for; nominations need a round."""

    target: ListTarget = ListTarget.NOMINATIONS
    round_id: RoundId | None = None

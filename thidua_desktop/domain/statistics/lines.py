"""The list behind a figure: what to show of each record, and where to go for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.changes import Kind


@dataclass(frozen=True, slots=True)
class RecordKey:
    """A record that a screen can put in front."""

    kind: Kind
    id: int


@dataclass(frozen=True, slots=True)
class ListLine:
    """One record behind a figure."""

    key: RecordKey
    text: str
    """The recipient's name as the decision has it, the task's text, the movement's name …"""
    day: date | None = None
    unit: str = ""
    award_id: str = ""
    decision: str = ""
    """Number of the decision, or of the unit's letter."""
    detail: str = ""
    """The post of a person; the reason of what is late or was returned."""
    state: str = ""
    """Value of the state, where the subject has one."""
    amount: int = 1
    """How many of the figure this line is."""

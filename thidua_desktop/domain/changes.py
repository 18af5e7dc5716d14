"""What an operation touched, so that every screen knows whether it has to look again."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import Any

from thidua_desktop.common.records import dataclass


class Kind(StrEnum):
    """Kinds of records."""

    OFFICE = "office"
    UNIT = "unit"
    PLAN = "plan"
    TASK = "task"
    ROUND = "round"
    NOMINATION = "nomination"
    YEAR = "year"
    COMMEMORATION = "commemoration"
    CHAIN = "chain"
    REMINDER = "reminder"
    RECIPIENT = "recipient"
    AWARD_RECORD = "award_record"
    SUBMISSION = "submission"
    LIST = "list"
    """A list that was read, and how its columns were understood."""
    PRESET = "preset"
    COUNCIL = "council"
    MEETING = "meeting"
    DECISION = "decision"
    FUND = "fund"
    MOVEMENT = "emulation_movement"
    REGISTRATION = "registration"
    FIGURE = "figure"
    """A figure of a report that was entered by hand."""
    SENT_REPORT = "sent_report"
    WORKBOOK = "workbook"
    """A workbook that a superior wants filled in, and what its cells are tied to."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The result of a write: its operation code, the kinds touched, the identifiers of new records in order."""

    operation: str
    touched: frozenset[Kind] = frozenset()
    created: tuple[int, ...] = ()
    params: dict[str, Any] = field(default_factory=dict)

"""The statutory and usual report days that ship with the program."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.recurrence import ReportDay, Rule
from thidua_desktop.domain.tasks import Recurrence

DATA = "calendar/report-days.toml"


class _Rule(msgspec.Struct, forbid_unknown_fields=True):
    frequency: Recurrence
    month: int
    day: int | None = None


class _Report(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    name: str
    recipient: str
    rule: tuple[_Rule, ...]
    citation: str
    confidence: Confidence
    product: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note: str | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    checked_on: date
    report: tuple[_Report, ...]


@lru_cache(maxsize=1)
def report_days() -> tuple[ReportDay, ...]:
    """All reports that the program knows of, those of former years too."""
    return tuple(
        ReportDay(
            key=each.key,
            name=each.name,
            recipient=each.recipient,
            rules=tuple(Rule(rule.frequency, rule.month, rule.day) for rule in each.rule),
            citation=each.citation,
            confidence=each.confidence,
            product=each.product,
            valid_from=each.valid_from,
            valid_to=each.valid_to,
            note=each.note,
        )
        for each in msgspec.toml.decode(resource(DATA).read_bytes(), type=_File).report
    )

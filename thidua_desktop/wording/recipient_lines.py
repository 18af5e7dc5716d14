"""The life of a recipient as the records tell it, in lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua_desktop.domain.facts import FactKind, KeptFact
from thidua_desktop.domain.recipients import Post, Recipient
from thidua_desktop.domain.register import RecordState, RegisterEntry
from thidua_desktop.wording import eligibility, formats, labels
from thidua_desktop.wording.directory import RECORD_STATES
from thidua_desktop.wording.rules import Names

_OPEN = "đến nay"


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One thing that happened; ``order`` sorts by time, ``at`` is the day or the year in words."""

    order: tuple[int, int, int]
    at: str
    what: str
    text: str


def timeline(
    recipient: Recipient,
    entries: Sequence[RegisterEntry],
    posts: Sequence[Post],
    facts: Sequence[KeptFact],
    names: Names,
) -> tuple[TimelineLine, ...]:
    """Everything that has a time, the latest first."""
    lines = [*_awards(entries, names), *_posts(posts), *_facts(facts, names)]
    if recipient.founded:
        lines.append(TimelineLine((recipient.founded, 0, 0), str(recipient.founded), "Thành lập", recipient.name))
    return tuple(sorted(lines, key=lambda line: line.order, reverse=True))


def _awards(entries: Sequence[RegisterEntry], names: Names) -> Iterable[TimelineLine]:
    for entry in entries:
        text = eligibility.proof(entry.record(), names)
        state = "" if entry.state is RecordState.VALID else f" – {RECORD_STATES[entry.state].lower()}"
        then = f", khi đó ở {entry.unit}" if entry.unit else ""
        yield _line(entry.decided_on or entry.year, "Khen thưởng", f"{text}{then}{state}")


def _posts(posts: Sequence[Post]) -> Iterable[TimelineLine]:
    for post in posts:
        unit = f", {post.unit}" if post.unit else ""
        until = formats.day(post.until) if post.until else _OPEN
        when = f" (đến {until})" if post.until else f" ({until})"
        yield _line(post.since or 0, "Chức vụ", f"{post.title}{unit}{when}")


def _facts(facts: Sequence[KeptFact], names: Names) -> Iterable[TimelineLine]:
    for kept in facts:
        text = eligibility.proof(kept.fact, names)
        yield _line(_time_of(kept.fact), labels.of(FactKind(kept.kind)), text[:1].upper() + text[1:])


def _time_of(fact: Any) -> date | int:
    for key in ("since", "opened", "day", "year", "until"):
        found: date | int | None = getattr(fact, key, None)
        if found is not None:
            return found
    return 0


def _line(time: date | int, what: str, text: str) -> TimelineLine:
    if isinstance(time, date):
        return TimelineLine((time.year, time.month, time.day), formats.day(time), what, text)
    return TimelineLine((time, 13, 0), str(time or "Chưa rõ"), what, text)

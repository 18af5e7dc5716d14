"""The lists of the history as data: operations, and the fields that one of them changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.history import Entry, in_force
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import calendar, messages
from thidua_desktop.wording.history import FieldChange

TAKEN_BACK = "Không còn hiệu lực"
_REVERSING = frozenset({"undo", "redo"})


@dataclass(frozen=True, slots=True)
class Line:
    """An operation with its sentence; ``holds`` is false for one that has been taken back."""

    entry: Entry
    sentence: str
    holds: bool


def lines_of(entries: Iterable[Entry], every: Sequence[Entry]) -> tuple[Line, ...]:
    """The lines of some operations; ``every`` are all of them, to tell which have been taken back."""
    holding = in_force(every)
    return tuple(
        Line(entry, _sentence(entry), entry.operation in _REVERSING or entry.id in holding) for entry in entries
    )


def day_of(line: Line) -> str:
    """The day of an operation, as the heading of its group."""
    return calendar.full_day(line.entry.at.date())


def who(entry: Entry) -> str:
    """Who did it and on which computer: ``thuha (may-van-thu)``."""
    user, _, host = entry.who.partition("@")
    return f"{user} ({host})" if host else user


def _sentence(entry: Entry) -> str:
    told = messages.operation(entry.operation, entry.params)
    return told[:1].upper() + told[1:]


def _muted(line: Line) -> Tone | None:
    return None if line.holds else Tone.MUTED


ENTRY_COLUMNS: tuple[Column[Line], ...] = (
    Column[Line]("at", "Giờ", lambda line: f"{line.entry.at:%H:%M}", 56, sort_key=lambda line: line.entry.id),
    Column[Line]("what", "Việc đã làm", lambda line: line.sentence, 260, stretch=True, wrap=True, tone=_muted),
    Column[Line]("holds", "Hiệu lực", lambda line: "" if line.holds else TAKEN_BACK, 132, tone=_muted),
    Column[Line]("who", "Người làm", lambda line: who(line.entry), 130),
)

FIELD_COLUMNS: tuple[Column[FieldChange], ...] = (
    Column[FieldChange]("field", "Mục", lambda line: line.field, 130, wrap=True, sort_key=lambda line: line.order),
    Column[FieldChange]("before", "Trước đó", lambda line: line.before, 150, stretch=True, wrap=True),
    Column[FieldChange]("after", "Sau đó", lambda line: line.after, 150, stretch=True, wrap=True),
)

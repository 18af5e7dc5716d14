"""Backups: when one is due, which operations ask for one first, which are kept as they grow old."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from thidua_desktop.common.records import dataclass


class Reason(StrEnum):
    """Why a backup was made; the value is part of its file name."""

    BY_HAND = "thu-cong"
    SCHEDULE = "dinh-ky"
    CLOSING = "khi-dong"
    BEFORE_IMPORT = "truoc-khi-nhap"
    BEFORE_BULK = "truoc-sua-nhieu"
    BEFORE_RESTORE = "truoc-khoi-phuc"
    BEFORE_MIGRATION = "truoc-nang-cap"
    BEFORE_PASSWORD = "truoc-doi-mat-khau"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file.

    ``position`` tells which operations are in it: it is equal for two states only if nothing was done between them.
    ``proven_at`` is the moment of the trial restore, None for one that has not passed it. ``locked``: it has a
    password.
    """

    path: Path
    at: datetime
    reason: Reason
    size: int
    position: str = ""
    proven_at: datetime | None = None
    locked: bool = False


class SecondPlace(StrEnum):
    """What became of the second copy, on a USB stick or a share."""

    NONE = "none"
    """No second folder has been chosen."""
    COPIED = "copied"
    AWAY = "away"
    """The stick is not plugged in or the share is off: no error, but the clerk is told."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that has just been proven, and what became of its second copy."""

    backup: Backup
    second: SecondPlace


INTERVAL = timedelta(hours=1)
"""Time between scheduled backups while the file is open unless another is chosen; thinning keeps one an hour."""

INTERVALS = (timedelta(minutes=15), timedelta(minutes=30), INTERVAL, timedelta(hours=2), timedelta(hours=4))
"""What can be chosen, besides no schedule at all."""

BULK = 20
"""Records changed by one operation from which a backup is made first."""

_IMPORTS = frozenset({"plan.import", "tracker.import"})
_FAR = frozenset({"undo.back_to"})
_PROTECTED = frozenset({Reason.BEFORE_RESTORE, Reason.BEFORE_MIGRATION, Reason.BEFORE_PASSWORD})
_PROTECTED_FOR = timedelta(days=365)
_ALL_FOR = timedelta(hours=2)


def risk(operation: str, params: Mapping[str, Any]) -> Reason | None:
    """Why a backup has to be made before an operation, None for the small steps of every day."""
    if operation in _IMPORTS:
        return Reason.BEFORE_IMPORT
    count = params.get("count", 0)
    return Reason.BEFORE_BULK if operation in _FAR or (isinstance(count, int) and count >= BULK) else None


def due(last: datetime | None, now: datetime, every: timedelta = INTERVAL) -> bool:
    """Whether the schedule asks for a backup of a file that has changed since ``last``."""
    return last is None or now - last >= every or last > now  # a clock that was set back must not stop backups


_Period = Callable[[datetime], tuple[int, ...]]

_KEPT: tuple[tuple[timedelta, _Period], ...] = (
    (timedelta(hours=24), lambda at: (at.year, at.month, at.day, at.hour)),
    (timedelta(days=7), lambda at: (at.year, at.month, at.day)),
    (timedelta(weeks=4), lambda at: tuple(at.isocalendar()[:2])),
    (timedelta(days=366), lambda at: (at.year, at.month)),
    (timedelta.max, lambda at: (at.year,)),
)
"""Up to which age the last backup of each hour, day, week, month and year is kept."""


def thinned(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """The backups that may go.

    All stay for two hours; then the last one of every hour for a day, of every day for a week, of every week for
    four, of every month for a year, of every year for good, a proven one rather than an unproven one. Those made
    before a restore, an upgrade or a change of password stay for a year; the newest proven one and any from the future
    (a clock that was wrong) stay always.
    """
    every = sorted(backups, key=lambda backup: (backup.proven_at is not None, backup.at))
    kept = {backup.path for backup in every if _is_protected(backup, now)}
    kept.update(backup.path for backup in every[-1:] if backup.proven_at is not None)
    for age, period in _KEPT:
        last_of = {period(backup.at): backup.path for backup in every if now - backup.at <= age}
        kept.update(last_of.values())
    return tuple(backup for backup in every if backup.path not in kept)


def _is_protected(backup: Backup, now: datetime) -> bool:
    age = now - backup.at
    return age <= _ALL_FOR or (backup.reason in _PROTECTED and age < _PROTECTED_FOR)


def folder_of(store: Path) -> Path:
    """The folder of a store's backups, beside it."""
    return store.with_name(f"{store.stem}-sao-luu")


def file_name(store: Path, at: datetime, reason: Reason) -> str:
    """The name of a backup; its time is the local one, for the eye: the manifest has the offset."""
    return f"{store.stem}-{at:%Y%m%d-%H%M%S}-{reason.value}{store.suffix}"


def parsed(store: Path, path: Path) -> tuple[datetime, Reason] | None:
    """Time (without offset) and reason from the name of a backup of ``store``; None for any other file."""
    if path.suffix != store.suffix or not path.stem.startswith(f"{store.stem}-"):
        return None
    stamp, reason = path.stem[len(store.stem) + 1 :][:15], path.stem[len(store.stem) + 17 :]
    try:
        return datetime.strptime(stamp, "%Y%m%d-%H%M%S"), Reason(reason)
    except ValueError:
        return None

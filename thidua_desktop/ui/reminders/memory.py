"""Which reminders are quiet for today or for an hour; days that a reminder is put off to are the office file's."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from thidua_desktop.ui.common.preferences import Preferences

if TYPE_CHECKING:
    from thidua_desktop.domain.reminders import Reminder


HOUR = timedelta(hours=1)
_NAME = "reminders/quiet"


class Quiet:
    """Keys of reminders with the moment from which they may be told again; kept over a restart."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._until = _read(preferences.text(_NAME))

    def lets(self, reminders: Iterable[Reminder], now: datetime) -> tuple[Reminder, ...]:
        """Those that may be told now."""
        return tuple(found for found in reminders if now >= self._until.get(found.key, now))

    def hush(self, keys: Iterable[str], until: datetime, now: datetime) -> None:
        """Let reminders be quiet until a moment; moments gone by are forgotten."""
        self._until = {key: moment for key, moment in self._until.items() if moment > now}
        self._until |= dict.fromkeys(keys, until)
        written = {key: moment.isoformat() for key, moment in self._until.items()}
        self._preferences.set_text(_NAME, json.dumps(written))


def tomorrow_of(now: datetime) -> datetime:
    """Midnight: what was told today is quiet until then."""
    return datetime.combine(now.date() + timedelta(days=1), datetime.min.time())


def _read(text: str) -> dict[str, datetime]:
    """What was written; nothing where it cannot be read, so that a reminder comes once more rather than never."""
    try:
        written = json.loads(text) if text else {}
        return {str(key): datetime.fromisoformat(moment) for key, moment in dict(written).items()}
    except (ValueError, TypeError):
        return {}

"""What was opened or done lately by Ctrl+K, remembered for the user."""

from __future__ import annotations

import json

from thidua_desktop.ui.common.preferences import Preferences

_KEPT = "palette/recent"
_MOST = 24


def recent(preferences: Preferences) -> tuple[str, ...]:
    """The codes of the entries, the last one first."""
    try:
        kept = json.loads(preferences.text(_KEPT, "[]"))
    except ValueError:
        return ()
    return tuple(code for code in kept if isinstance(code, str)) if isinstance(kept, list) else ()


def remember(preferences: Preferences, code: str) -> None:
    """Put an entry at the head."""
    codes = (code, *(other for other in recent(preferences) if other != code))
    preferences.set_text(_KEPT, json.dumps(codes[:_MOST], ensure_ascii=False))

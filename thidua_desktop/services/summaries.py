"""What an operation is called in the journal."""

from __future__ import annotations

from thidua_desktop.common.vietnamese import squeeze

_LIMIT = 80


def brief(text: str) -> str:
    """A text short enough for one line of the history, cut between words."""
    line = squeeze(text)
    if len(line) <= _LIMIT:
        return line
    return f"{line[: _LIMIT - 1].rsplit(' ', 1)[0]}…"

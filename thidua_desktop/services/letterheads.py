"""What a letterhead on the screen needs to know of the one on paper."""

from __future__ import annotations

from collections.abc import Callable


def broken(text: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """The lines that the name of an agency is set in, broken between phrases as on paper; none of an empty text."""
    from thidua_desktop.reports import phrases

    return phrases.broken(text, fits) if text.strip() else ()

"""At which line of a TOML file a key stands, so that a mistake can be shown where it is."""

from __future__ import annotations

import re

Place = tuple[str | int, ...]
"""The way to a value: names of tables and keys, and numbers (from 0) in lists."""


def line_of(lines: list[str], place: Place) -> int | None:
    """The line (from 1) of a place, or of the nearest thing around it; None where nothing of it is found."""
    at, header = 0, ""
    found: int | None = None
    for index, part in enumerate(place):
        if isinstance(part, int):
            continue
        following = place[index + 1] if index + 1 < len(place) else None
        nth = following if isinstance(following, int) else 0
        name = f"{header}.{part}" if header else part
        start = _header(lines, name, nth, at)
        if start is None:
            start = _key(lines, part, at)
            if start is None:
                break
            if isinstance(following, int):
                start = _item(lines, following, start)
        else:
            header = name
        at, found = start, start
    return found + 1 if found is not None else None


def _header(lines: list[str], name: str, nth: int, since: int) -> int | None:
    wanted = re.compile(rf"\s*\[\[?\s*{re.escape(name)}\s*\]\]?")
    matches = [number for number, line in enumerate(lines[since:], since) if wanted.match(line)]
    return matches[nth] if nth < len(matches) else None


def _key(lines: list[str], key: str, since: int) -> int | None:
    wanted = re.compile(rf"(.*[{{,\s]|)[\"']?{re.escape(key)}[\"']?\s*=")
    for number, line in enumerate(lines[since:], since):
        if number > since and line.lstrip().startswith("["):
            return None
        if wanted.match(line):
            return number
    return None


def _item(lines: list[str], nth: int, since: int) -> int:
    if "{" in lines[since]:
        return since
    seen = -1
    for number, line in enumerate(lines[since + 1 :], since + 1):
        seen += line.lstrip().startswith("{")
        if seen == nth:
            return number
    return since

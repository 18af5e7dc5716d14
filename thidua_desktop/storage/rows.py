"""Values as the tables keep them, and back: NFC text, ISO days, JSON lists."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import InvalidOperation
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar
from unicodedata import is_normalized

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.documents import Source

Row = dict[str, Any]

P = ParamSpec("P")
T = TypeVar("T")


class RowUnreadable(Exception):
    """A row holds what the program has never written: a disk has changed it. ``storage.errors`` makes it a sentence."""


def reading(convert: Callable[P, T]) -> Callable[P, T]:
    """Let a function that makes a value of a row tell damage from a mistake in the program."""

    @wraps(convert)
    def careful(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return convert(*args, **kwargs)
        except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation) as error:
            raise RowUnreadable(convert.__name__.removeprefix("_")) from error

    return careful


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""NUL ends a text for half of SQLite's functions, and half a surrogate pair is no text at all."""


def text(value: str) -> str:
    """The only form of a text that is kept: NFC, without NUL, broken surrogates replaced."""
    if _UNSTORABLE.search(value) is None and is_normalized("NFC", value):
        return value
    return nfc(_UNSTORABLE.sub(lambda found: "" if found[0] == "\x00" else "\ufffd", value))


@lru_cache(maxsize=8192)
def optional(value: str | None) -> str | None:
    """The same for a text that may be missing; blanks alone count as missing."""
    if value is None:
        return None
    kept = text(value)
    return kept if kept.strip() else None


def number(value: str | None) -> str | None:
    """The same of a number, which hardly ever comes twice and so is not remembered."""
    return value if value is not None and value.isdecimal() and value.isascii() else optional(value)


def iso(day: date | None) -> str | None:
    """A day as ISO text."""
    return None if day is None else day.isoformat()


def day(value: str | None) -> date | None:
    """A day from ISO text."""
    return None if value is None else date.fromisoformat(value)


def array(values: Iterable[str]) -> str:
    """Texts as a JSON array."""
    found = [text(value) for value in values]
    return json.dumps(found, ensure_ascii=False) if found else "[]"


def texts(value: str) -> tuple[str, ...]:
    """Texts from a JSON array."""
    return tuple(json.loads(value)) if value != "[]" else ()


def source_text(source: Source) -> str:
    """A place in a document as JSON, without what is not known."""
    known = {name: value for name, value in source._asdict().items() if value is not None}
    return json.dumps(known, ensure_ascii=False)


def source(value: str) -> Source:
    """A place in a document from JSON."""
    return Source(**json.loads(value))

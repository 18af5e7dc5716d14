"""Numbers of decisions ("số, ký hiệu") as they are registered and printed (NĐ 30/2020, box 3).

A number, a small letter where one was put in between, the year where the office writes it, then the code: "05/QĐ-SNV",
"45a/QĐ-SNV", "86/2025/QĐ-UBND". What old papers bear is kept as it is: nobody can give them another number.
"""

from __future__ import annotations

import re
import unicodedata

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import nfc, squeeze

_GROUP = r"[^\W_](?:[^\W_]|[.&](?=[^\W_]))*"
_NUMBER = re.compile(
    r"(?P<ordinal>\d{1,6})(?P<letter>[A-Za-zĐđ])?\s*/\s*(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?"
    rf"(?P<code>QĐ(?:\s*-\s*{_GROUP})+)",
    re.IGNORECASE,
)
_BLANK_DASH = re.compile(r"\s*-\s*")
_LOOK_ALIKES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
"""Dashes that Word puts for a hyphen, and letters of other languages that look like Đ: the same number for a reader."""
_SIGNS = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})
"""Kinds of signs that nobody sees: in a number they make two of one."""
_AT_START = re.compile(r"\d{1,6}")
_TYPE = "QĐ"
_MINISTER = "TTg"
"""The one usual symbol of a body that is not all capitals."""
_EXAMPLE = 5


class DecisionNumberUnreadable(AppError):
    """What was typed is no number of a decision ("số/ký hiệu"); ``proposed`` is one that would be."""

    code = "decision.number_unreadable"


def tidy_number(written: str, code: str = "") -> str:
    """A decision's number as it is printed: "5 / QĐ - SNV" becomes "05/QĐ-SNV".

    Args:
        written: what was typed; spaces around it are no part of it.
        code: the symbol of who issues it, for what is proposed in the place of a wrong one.

    Raises:
        DecisionNumberUnreadable: no number, no code of a decision, a full stop or comma behind it, unseen signs in it.
    """
    found = None if hidden_signs(written) else _NUMBER.fullmatch(_plain(written))
    if found is None or int(found["ordinal"]) == 0:
        raise DecisionNumberUnreadable(number=squeeze(written), proposed=_proposed(written, code))
    year = f"{found['year']}/" if found["year"] else ""
    return f"{int(found['ordinal']):02}{(found['letter'] or '').lower()}/{year}{_capitals(found['code'])}"


def series_number(number: str) -> str:
    """What must not come twice in a year: ordinal and code without regard to case and leading zeros.

    An odd number of an old paper is one of its own.
    """
    try:
        ordinal, code = tidy_number(number).split("/", maxsplit=1)
    except DecisionNumberUnreadable:
        return squeeze(number).casefold()
    return f"{ordinal.lstrip('0')}/{code.casefold()}"


def old_number(written: str) -> str:
    """The number of an old paper: as it is printed today where it can be, otherwise as it stands there."""
    try:
        return tidy_number(written)
    except DecisionNumberUnreadable:
        return _plain("".join(sign for sign in written if sign.isspace() or not hidden_signs(sign)))


def is_odd(number: str) -> bool:
    """Whether no paper of today would bear such a number."""
    try:
        tidy_number(number)
    except DecisionNumberUnreadable:
        return True
    return False


def hidden_signs(text: str) -> bool:
    """Whether there is a sign in a text that nobody sees."""
    return any(unicodedata.category(sign) in _SIGNS for sign in text)


def _plain(written: str) -> str:
    return squeeze(nfc(written)).translate(_LOOK_ALIKES)


def _capitals(code: str) -> str:
    first, *groups = _BLANK_DASH.sub("-", code).split("-")
    return "-".join([first.upper(), *map(_symbol, groups)])


def _symbol(group: str) -> str:
    if not group.islower():
        return group
    return _MINISTER if group == _MINISTER.lower() else group.upper()


def _proposed(written: str, code: str) -> str:
    found = _AT_START.match(squeeze(written))
    ordinal = int(found[0]) if found is not None and int(found[0]) else _EXAMPLE
    return f"{ordinal:02}/{_TYPE}-{code or 'UBND'}"

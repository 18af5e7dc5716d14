"""What an office does first, and guesses from its names, so that less has to be typed."""

from __future__ import annotations

import re
from enum import StrEnum

from thidua_desktop.common.vietnamese import fold, squeeze
from thidua_desktop.domain.units import Office

SAMPLE_FILE = "van-phong-mau.tdkt"
"""The file of the sample office, in which nobody is to be urged to anything."""


class FirstStep(StrEnum):
    """A line of the list of first steps, in the order in which they are best done."""

    OFFICE = "office"
    PLAN = "plan"
    UNITS = "units"
    ROUND = "round"
    COUNCIL = "council"
    BACKUP = "backup"


def is_declared(office: Office) -> bool:
    """Whether papers of the office would have no blanks; a superior and an abbreviation not every office has."""
    return bool(office.name and office.place and office.signer_posts and office.signer_name)


_SMALL = frozenset({"và", "của", "-", "–", "các"})
"""Words that an abbreviation leaves out."""


def guessed_code(name: str) -> str:
    """The abbreviation in document numbers from the name of an office: "Sở Nội vụ" gives "SNV"."""
    words = [word for word in squeeze(name).split(" ") if word.casefold() not in _SMALL]
    return "".join(word if word.isupper() and fold(word) == "ubnd" else word[0] for word in words if word).upper()


_LOWER = ("xã", "phường", "đặc khu", "thị trấn")
_UPPER = ("tỉnh", "thành phố", "tp")
_NAMED_AFTER = frozenset({"hồ chí minh"})
"""Places named after a person keep the word before the name (NĐ 30/2020/NĐ-CP, annex I)."""


def guessed_place(name: str, superior: str) -> str:
    """The place of the date line from an office and its superior: of a commune its own name, else that of the province.

    Empty where neither names a place.
    """
    for kinds, texts in ((_LOWER, (name,)), (_UPPER, (name, superior)), (_LOWER, (superior,))):
        for text in texts:
            found = _after(kinds, squeeze(text).casefold())
            if found:
                return _written(found)
    return ""


def _after(kinds: tuple[str, ...], text: str) -> str:
    found = re.search(rf"(?<!\w)(?:{'|'.join(kinds)})\.?\s+(\w[\w\s]*)$", text)
    return found[1].strip() if found is not None else ""


def _written(place: str) -> str:
    proper = " ".join(word[0].upper() + word[1:] for word in place.split())
    return f"Thành phố {proper}" if place in _NAMED_AFTER else proper

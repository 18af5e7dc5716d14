"""Professions and degrees before a name: "Dược sĩ Lê Ngọc Dung", "Điều dưỡng Trần Thị Hoa", "BSCK2 Hà Văn A"."""

from __future__ import annotations

import re
import tomllib

from thidua_desktop.common.paths import resource
from thidua_desktop.importing.lists.meanings.vocabulary import is_unit

_TABLE = tomllib.loads(resource("lists/professions.toml").read_text(encoding="utf-8"))
_BEFORE_NAME = re.compile(
    rf"(?P<words>(?i:{'|'.join(sorted(_TABLE['full'], key=len, reverse=True))})|"
    rf"(?:{'|'.join(sorted(_TABLE['short'], key=len, reverse=True))}))"
    r"(?:\s*[.:]\s*|\s+)(?=(?P<name>[A-ZĐÀ-Ỹ]\S*(?:\.\s*|\s+)[A-ZĐÀ-Ỹ].*))"
)
"""Two words with capitals follow: "Điều dưỡng trưởng Khoa Nội" is a post."""


def profession_before(text: str) -> str | None:
    """The profession or degree with which a text begins, where somebody's name may follow; None for other texts."""
    seen = _BEFORE_NAME.match(text)
    if seen is None or is_unit(seen["name"]):
        return None
    words = seen["words"]
    return words[:1].upper() + words[1:]

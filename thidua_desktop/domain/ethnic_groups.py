"""The ethnic groups (dân tộc) and the many ways to write their names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from thidua_desktop.common.vietnamese import fold

_NOT_LETTERS = re.compile(r"[\W_]+")
_WORD = re.compile(r"(?i)^(?:người\s+)?(?:dân\s+tộc\s+)")


@dataclass(frozen=True, slots=True)
class EthnicGroup:
    """A group by its code and name in the list of 1979 (Quyết định 121-TCTK/PPCĐ); the code is text."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()


class EthnicGroups:
    """Finds a group by code, name or another way to write it; marks, blanks and hyphens make no difference."""

    def __init__(self, groups: Iterable[EthnicGroup]) -> None:
        self.all = tuple(groups)
        self._by_text = {_key(text): group for group in self.all for text in (*group.aliases, group.name)}
        self._by_code = {group.code: group for group in self.all}

    def named(self, text: str) -> str | None:
        """The name of the list for a name, an alias or a code ("Mèo" and "08" are "HMông"); None if there is none."""
        wanted = text.strip()
        if wanted.isdigit():
            found = self._by_code.get(wanted.zfill(2))
        else:
            found = self._by_text.get(_key(_WORD.sub("", wanted)))
        return None if found is None else found.name


def _key(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text))

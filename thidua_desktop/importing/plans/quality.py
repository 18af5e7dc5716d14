"""Whether a text can be read at all: Vietnamese words, with or without their marks, or the rubble of a bad scan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from thidua_desktop.importing.plans.text import plain

SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?"
    r"(?:uye|uya|uyu|ieu|yeu|uoi|uou|oai|oay|oeo|uay|uoc|iem|uyn|[iy]e|uo|ua|ue|ui|uu|uy|ia|iu|oa|"
    r"oe|oi|oo|ai|ao|au|ay|eo|eu|[aeiouy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
"""A Vietnamese syllable in plain form."""
_WORD = re.compile(r"([^\W\d_]+(?:[^\w\s,.;:()\"“”'/&-][^\W\d_]+)*|[^\W\d]{0,40}+\d[\d_]{0,40}+[^\W\d_]\w*+)|[\d_]++")
"""A word as its only group; figures alone are gone through at once and give an empty one.

Nothing is tried twice: four hundred figures in a row once took half a second.
"""
_MARKED = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
_FORMULAS = re.compile(r"[a-z]{1,6}\d{1,3}|\d+[a-z]{1,3}", re.IGNORECASE)
MIN_WORDS = 30
SAMPLE = 60_000


def unreadable(texts: Sequence[str]) -> bool:
    """Whether too few of the words can be Vietnamese for the rest to be trusted."""
    sample = " ".join(texts)[:SAMPLE]
    words = [word for word in filter(None, _WORD.findall(sample)) if not word.isupper() or len(word) > 6]
    if len(words) < MIN_WORDS:
        return False
    counted = Counter(words)  # a tenth of them are different ones
    bad = sum(times for word, times in counted.items() if not _is_word(word)) / len(words)
    marked = sum(times for word, times in counted.items() if _MARKED.search(word)) / len(words)
    # A text typed without marks is clean; a scan read without them is not.
    return bad > (0.35 if marked > 0.25 else 0.055)


def _is_word(word: str) -> bool:
    folded = plain(word)
    if _FORMULAS.fullmatch(word) or len(folded) == 1:
        return True
    return bool(SYLLABLE.fullmatch(folded)) and not _wild_case(word)


def _wild_case(word: str) -> bool:
    """Capitals in the middle of a word: "nhiEm", "tRong"."""
    inner = word[1:]
    return (
        any(char.isupper() for char in inner)
        and any(char.islower() for char in word)
        and len(word) > 3
        and not inner[:2].isupper()
    )

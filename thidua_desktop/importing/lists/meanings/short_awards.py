"""Awards written short: every word may be its first letter, and what signs stand between the letters does not count."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from thidua_desktop.common.paths import resource

_PHRASES = "lists/award-phrases.toml"
_BETWEEN = r"[ .,:/()\"&–-]*"
_TAIL = r"(?:[ .,:()–-]+(?!.*\b(?:khen|bk|gk|ld\w+|cstd\w*)\b)[^;/+&]{0,80})?"
"""What may follow: a place or a body, but no second award."""
_LONGEST = 120
_PART = re.compile(r"\((?P<optional>[^()]*)\)|(?P<more>…)|(?P<word>\S+)")


@lru_cache(maxsize=4096)
def short_award(words: str) -> str | None:
    """The award that a text without diacritics names, written out or short; None for none, or where two are possible.

    Args:
        words: folded, "g.k gd so noi vu"; nothing stands before the award.
    """
    if len(words) > _LONGEST or not words[:1].isalpha():
        return None
    found = {award for award, rule in _rules() if rule.fullmatch(words)}
    return found.pop() or None if len(found) == 1 else None


def is_short_award(words: str) -> bool:
    """Whether a text names one of the awards, perhaps in a way that leaves open which."""
    return len(words) <= _LONGEST and _beginnings().match(words) is not None and short_award(words) is not None


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str]], ...]:
    written = tomllib.loads(resource(_PHRASES).read_text(encoding="utf-8"))
    return tuple(
        (award, re.compile(_pattern(phrase, written["short"])))
        for award, phrases in written["award"].items()
        for phrase in phrases
    )


@cache
def _beginnings() -> re.Pattern[str]:
    """The first letters of all phrases, so that most texts are answered at once."""
    written = tomllib.loads(resource(_PHRASES).read_text(encoding="utf-8"))
    letters = {phrase.lstrip("(=")[:1] for phrases in written["award"].values() for phrase in phrases}
    return re.compile(f"[{''.join(sorted(letters))}]")


def _pattern(phrase: str, short: Mapping[str, list[str]]) -> str:
    return "".join(_pieces(phrase, short))


def _pieces(phrase: str, short: Mapping[str, list[str]]) -> Iterator[str]:
    """Each word as itself or its first letter; runs of words that have a short form of their own, as that too."""
    parts = list(_PART.finditer(phrase))
    at = 0
    while at < len(parts):
        part = parts[at]
        if part["more"]:
            yield _TAIL
            at += 1
        elif part["optional"]:
            yield f"(?:{_words(part['optional'].split(), short)})?"
            at += 1
        else:
            end = at
            while end < len(parts) and parts[end]["word"]:
                end += 1
            yield _words([each["word"] for each in parts[at:end]], short)
            at = end


def _words(words: list[str], short: Mapping[str, list[str]]) -> str:
    found = ""
    at = 0
    while at < len(words):
        run = next((n for n in range(len(words) - at, 0, -1) if " ".join(words[at : at + n]) in short), 0)
        if run:
            whole = " ".join(words[at : at + run])
            forms = "|".join(map(re.escape, short[whole]))
            found += rf"(?:(?:{forms})(?![a-z0-9]){_BETWEEN}|{_spelt(words[at : at + run])})"
            at += run
        else:
            found += _spelt(words[at : at + 1])
            at += 1
    return found


def _spelt(words: list[str]) -> str:
    return "".join(f"(?:{_forms(word)}){_BETWEEN}" for word in words)


def _forms(word: str) -> str:
    return word[1:] if word.startswith("=") else f"{word}|{'|'.join(each[0] for each in word.split('|'))}"

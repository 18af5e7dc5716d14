"""Which entries answer a query, the likeliest first: quick enough to be asked at every key among 100 000."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from heapq import nsmallest

from thidua_desktop.ui.palette.entries import Entry, plain


class Shelf:
    """Entries that are searched together, with what finds the beginning of a title without looking at every one.

    To lay out 100 000 of them takes a tenth of a second, which is not for the thread of the window.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries: Sequence[Entry] = tuple(entries)
        self._by_code = {entry.code: entry for entry in self.entries}
        ordered = sorted((entry.head, at) for at, entry in enumerate(self.entries))
        self._heads = [head for head, _at in ordered]
        self._places = [at for _head, at in ordered]

    def of_codes(self, codes: Iterable[str]) -> list[Entry]:
        """Those of some codes that are here, in the order of the codes."""
        return [self._by_code[code] for code in codes if code in self._by_code]

    def begun_with(self, phrase: str, limit: int, *, whole: bool = False) -> list[Entry]:
        """The first whose folded title begins so, or is so as a ``whole``."""
        begin = bisect_left(self._heads, phrase)
        end = bisect_left(self._heads, phrase + ("\0" if whole else "\U0010ffff"), begin)
        return [self.entries[at] for at in nsmallest(limit, self._places[begin:end])]


class Found:
    """The entries of one shelf that answer a query, sorted no further than somebody looks."""

    def __init__(self, shelf: Shelf, query: str, recent: Sequence[str] = (), *, former: Found | None = None) -> None:
        """``recent``: codes of what was used lately, the last one first.

        ``former``: the answers of this shelf to the beginning of the query; only they can answer what goes on.
        """
        self._shelf = shelf
        self._phrase = plain(query)
        self._words = [f" {word}" for word in self._phrase.split()]
        self._by_words = bool(self._words)
        """Whether every word begins a word of the answers; otherwise their letters stand anywhere."""
        self.all = self._answering(former if former is not None and former._words else None)
        """All that answer, in the order given."""
        lately = shelf.of_codes(recent) if self._by_words else ()
        self._used = [entry for entry in lately if all(word in entry.head for word in self._words)]

    def first(self, limit: int) -> list[Entry]:
        """The best of them: used lately, named so, beginning so, holding the words, in this order."""
        shown: dict[str, Entry] = {}
        for tier in self._tiers(limit):
            for entry in tier:
                shown.setdefault(entry.code, entry)
                if len(shown) >= limit:
                    return list(shown.values())[:limit]
        return list(shown.values())

    def best(self) -> int:
        """How good the best answer is: 0 was used lately, 1 is its very name; those without any answer come last."""
        tiers = self._tiers(1)
        return next((at for at, tier in enumerate(tiers) if next(iter(tier), None) is not None), _NOTHING)

    def _tiers(self, limit: int) -> Iterator[Iterable[Entry]]:
        """Each is made only where those before it have too few, for this is asked at every key."""
        phrase = self._phrase
        yield self._used
        if self._by_words:
            yield self._shelf.begun_with(phrase, limit, whole=True)
            yield self._shelf.begun_with(phrase, limit)
            yield (entry for entry in self._in_titles if phrase in entry.head)
            yield self._in_titles
        else:
            yield from ((), (), (), ())
        if limit > 1 and self._by_words and len(self._words) > 1:
            yield (entry for entry in self.all if phrase in entry.whole)
        yield self.all

    @cached_property
    def _in_titles(self) -> Sequence[Entry]:
        """Those with every word at the beginning of a word of the title; lists and no tests one by one are quick."""
        left: Sequence[Entry] = self.all
        for word in self._words:
            left = [entry for entry in left if word in entry.head]
        return left

    def _answering(self, former: Found | None) -> Sequence[Entry]:
        """Those with every word at the beginning of a word; where there are none, those with the letters anywhere."""
        if not self._words:
            return []
        everywhere = self._shelf.entries
        if former is None or former._by_words:
            left = everywhere if former is None else former.all
            for word in self._words if former is None else self._new_words(former):
                left = [entry for entry in left if word in entry.whole]
            if left:
                return left
        self._by_words = False
        left = everywhere if former is None or former._by_words else former.all
        for bare in self._phrase.split():
            left = [entry for entry in left if bare in entry.whole]
        return left

    def _new_words(self, former: Found) -> list[str]:
        return [word for word in self._words if word not in former._words]


_NOTHING = 6
"""Behind all tiers."""

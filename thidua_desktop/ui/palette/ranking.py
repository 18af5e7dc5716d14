"""Which entries answer a query, the likeliest first: quick enough to be asked at every key among 100 000."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.ui.palette.entries import Entry, plain


class Found:
    """The entries of one store that answer a query, sorted no further than somebody looks."""

    def __init__(self, entries: Sequence[Entry], query: str, recent: Sequence[str] = ()) -> None:
        """``recent``: the codes of what was used lately, the last one first."""
        self._phrase = plain(query)
        self._words = [f" {word}" for word in self._phrase.split()]
        self._recent = {code: at for at, code in enumerate(recent)}
        self.all = self._answering(entries)
        """All that answer, in the order given."""
        titled, phrase = self._in_titles(), self._phrase
        used = [entry for entry in titled if entry.code in self._recent]
        self._used = sorted(used, key=lambda entry: self._recent[entry.code])
        # Lists and no tests one by one: this is asked at every key.
        self._titled = (
            [entry for entry in titled if entry.head == phrase],
            [entry for entry in titled if entry.head.startswith(phrase)],
            [entry for entry in titled if phrase in entry.head],
            titled,
        )

    def first(self, limit: int) -> list[Entry]:
        """The best of them: used lately, named so, beginning so, holding the words, in this order."""
        shown: dict[str, Entry] = {}
        for tier in (self._used, *self._titled, filter(self._says_so, self.all), self.all):
            for entry in tier:
                shown.setdefault(entry.code, entry)
                if len(shown) >= limit:
                    return list(shown.values())[:limit]
        return list(shown.values())

    def best(self) -> int:
        """How good the best answer is: 0 was used lately, 1 is its very name; those without any answer come last."""
        tiers = (self._used, *self._titled, self.all)
        return next((at for at, tier in enumerate(tiers) if tier), len(tiers))

    def _answering(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Those with every word at the beginning of a word; where there are none, those with the letters anywhere."""
        if not self._words:
            return []
        left: Sequence[Entry] = entries
        for word in self._words:
            left = [entry for entry in left if word in entry.whole]
        if left:
            return left
        left = entries
        for bare in self._phrase.split():
            left = [entry for entry in left if bare in entry.whole]
        return left

    def _in_titles(self) -> Sequence[Entry]:
        """Those with every word at the beginning of a word of the title."""
        left: Sequence[Entry] = self.all
        for word in self._words:
            left = [entry for entry in left if word in entry.head]
        return left

    def _says_so(self, entry: Entry) -> bool:
        return self._phrase in entry.whole

"""Which entries answer a query, the likeliest first: quick enough to be asked at every key among 100 000."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

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

    def first(self, limit: int) -> list[Entry]:
        """The best of them: used lately, named so, beginning so, holding the words, in this order."""
        if not self._words:
            return []
        shown: dict[str, Entry] = {}
        for tier in self._tiers():
            for entry in tier:
                shown.setdefault(entry.code, entry)
                if len(shown) == limit:
                    return list(shown.values())
        return list(shown.values())

    def _answering(self, entries: Sequence[Entry]) -> list[Entry]:
        """Those with every word at the beginning of a word; where there are none, those with the letters anywhere."""
        if not self._words:
            return []
        left: Sequence[Entry] = entries
        for word in self._words:
            left = [entry for entry in left if word in entry.whole]
        if left:
            return list(left)
        left = entries
        for bare in self._phrase.split():
            left = [entry for entry in left if bare in entry.whole]
        return list(left)

    def _tiers(self) -> Iterator[Iterator[Entry]]:
        phrase, words = self._phrase, self._words

        def in_title(entry: Entry) -> bool:
            return all(word in entry.head for word in words)

        tests: tuple[Callable[[Entry], bool], ...] = (
            lambda entry: entry.head == phrase,
            lambda entry: entry.head.startswith(phrase),
            lambda entry: phrase in entry.head,
            in_title,
            lambda entry: phrase in entry.whole,
            lambda _entry: True,
        )
        used = [entry for entry in self.all if entry.code in self._recent and in_title(entry)]
        yield iter(sorted(used, key=lambda entry: self._recent[entry.code]))
        for test in tests:
            yield filter(test, self.all)

    def best(self) -> int:
        """How good the best answer is: 0 is its very name; those without any answer come last."""
        if not self.all:
            return len(self._words) + 10
        for at, tier in enumerate(self._tiers()):
            if next(tier, None) is not None:
                return at
        return 10

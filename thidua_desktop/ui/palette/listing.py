"""How what was found is listed: so many of each sort, the better sort first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from thidua_desktop.common.records import dataclass
from thidua_desktop.ui.palette.entries import Entry
from thidua_desktop.ui.palette.ranking import Found

_MOST = 12
_DEEDS, _PLACES, _REGISTER = 5, 3, 4
"""How many of a sort are shown at most while others have answers too."""


@dataclass(frozen=True, slots=True)
class Stock:
    """Everything that can be found but the register, in its sorts."""

    deeds: Sequence[Entry] = ()
    places: Sequence[Entry] = ()
    records: Sequence[Entry] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What is shown for a query, and how many answers are left out."""

    shown: tuple[Entry, ...] = ()
    more: int = 0


@dataclass
class Search:
    """Answers queries over one stock; a query that goes on looks only among the answers of the one before."""

    stock: Stock
    recent: tuple[str, ...] = ()
    _former: str = field(default="", init=False)
    _left: tuple[Sequence[Entry], ...] = field(default=((), (), ()), init=False)

    def listing(self, query: str, register: Sequence[Entry] = ()) -> Listing:
        """The best of every sort; ``register`` is what the register has answered by now."""
        whole = (self.stock.deeds, self.stock.places, self.stock.records)
        goes_on = bool(self._former) and query.startswith(self._former)
        before = self._left if goes_on else ((), (), ())
        sorts = [self._found(query, *each) for each in zip(before, whole, strict=True)]
        self._former, self._left = query, tuple(found.all for found in sorts)
        return _listed(sorts, register)

    def _found(self, query: str, before: Sequence[Entry], whole: Sequence[Entry]) -> Found:
        """Among the former answers; where none of them is left, letters within words may still answer."""
        found = Found(before, query, self.recent)
        return found if found.all else Found(whole, query, self.recent)

    def used_lately(self) -> tuple[Entry, ...]:
        """What was used last, as far as it is still there."""
        known = {entry.code: entry for entry in (*self.stock.deeds, *self.stock.places)}
        wanted = set(self.recent)
        known |= {entry.code: entry for entry in self.stock.records if entry.code in wanted}
        return tuple(known[code] for code in self.recent if code in known)[:_MOST]


def _listed(sorts: Sequence[Found], register: Sequence[Entry]) -> Listing:
    deeds, places, records = sorts
    ordered = sorted(((deeds, _DEEDS), (places, _PLACES), (records, _MOST)), key=lambda each: each[0].best())
    reserved = min(len(register), _REGISTER)
    shown: list[Entry] = []
    for at, (found, most) in enumerate(ordered):
        behind = sum(min(len(later.all), 2) for later, _most in ordered[at + 1 :])
        room = _MOST - reserved - len(shown) - behind
        shown += found.first(max(0, min(most, room)))
    shown += [entry for entry in register if entry.code not in {each.code for each in shown}][: _MOST - len(shown)]
    count = sum(len(found.all) for found in sorts) + len(register)
    return Listing(tuple(shown), max(0, count - len(shown)))

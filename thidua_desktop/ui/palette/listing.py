"""How what was found is listed: so many of each sort, the better sort first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from thidua_desktop.common.records import dataclass
from thidua_desktop.ui.palette.entries import Entry
from thidua_desktop.ui.palette.ranking import Found, Shelf

_MOST = 12
_DEEDS, _PLACES, _REGISTER = 5, 3, 4
"""How many of a sort are shown at most while others have answers too."""


NOTHING = Shelf()


@dataclass(frozen=True, slots=True)
class Stock:
    """Everything that can be found but the register, in its sorts."""

    deeds: Shelf = NOTHING
    places: Shelf = NOTHING
    records: Shelf = NOTHING


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
    _found: tuple[Found, ...] = field(default=(), init=False)

    def listing(self, query: str, register: Sequence[Entry] = ()) -> Listing:
        """The best of every sort; ``register`` is what the register has answered by now."""
        shelves = (self.stock.deeds, self.stock.places, self.stock.records)
        goes_on = bool(self._former) and query.startswith(self._former)
        before = self._found if goes_on else (None, None, None)
        self._found = tuple(
            Found(shelf, query, self.recent, former=former) for shelf, former in zip(shelves, before, strict=True)
        )
        self._former = query
        return _listed(self._found, register)

    def used_lately(self) -> tuple[Entry, ...]:
        """What was used last, as far as it is still there."""
        shelves = (self.stock.deeds, self.stock.places, self.stock.records)
        known = {entry.code: entry for shelf in shelves for entry in shelf.of_codes(self.recent)}
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

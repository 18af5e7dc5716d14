"""Nominations judged by the rulebook of their day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from thidua_desktop.domain.eligibility.check import check, prepare
from thidua_desktop.domain.eligibility.due import Due, due
from thidua_desktop.domain.eligibility.prepared import PreparedRulebook
from thidua_desktop.domain.eligibility.verdicts import Assessment, Claim
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.services.rulebooks import RulebookService


class EligibilityService:
    """The check of nominations; a rulebook is made ready once and kept."""

    def __init__(self, rulebooks: RulebookService) -> None:
        self._rulebooks = rulebooks
        self._ready: dict[tuple[str, ...], PreparedRulebook] = {}

    def book(self, day: date, *, accepted: date | None = None) -> PreparedRulebook:
        """The rulebook of a day, ready to judge; ``accepted`` is when the dossier was taken in.

        Raises:
            RulebookMissing: no rulebook covers the day.
        """
        book = self._rulebooks.on(day, accepted=accepted)
        key = (book.code, *book.layers)
        ready = self._ready.get(key)
        if ready is None or ready.book is not book:  # the office's own rulebooks have been read again
            ready = self._ready[key] = prepare(book, self._rulebooks.awards())
        return ready

    def check(self, claim: Claim, evidence: Evidence, *, accepted: date | None = None) -> Assessment:
        """What the law says of one nomination.

        Raises:
            RulebookMissing: no rulebook covers the day of the document.
        """
        return check(claim, evidence, self.book(claim.day, accepted=accepted))

    def check_all(self, nominations: Iterable[tuple[Claim, Evidence]]) -> Iterator[Assessment]:
        """One assessment after another, each by the rulebook of its own day.

        Raises:
            RulebookMissing: no rulebook covers the day of a document.
        """
        for claim, evidence in nominations:
            yield check(claim, evidence, self.book(claim.day))

    def due(self, recipients: Iterable[Evidence], *, year: int, day: date) -> Iterator[Due]:
        """Which awards recipients could have in a year or in the next.

        Raises:
            RulebookMissing: no rulebook covers the day.
        """
        return due(recipients, self.book(day), year=year, day=day)

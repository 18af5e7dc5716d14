"""Legal documents that plans cite: which have ended, and what stands in their place."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from thidua_desktop.common.records import dataclass


class Confidence(StrEnum):
    """How sure the program is of an entry."""

    SEEN = "seen"
    KNOWN = "known"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class LegalDocument:
    """One document. ``ended`` is the first day without force; ``amended_on`` the first day of another text."""

    number: str
    title: str
    source: str
    confidence: Confidence
    issued: date | None = None
    ended: date | None = None
    replaced_by: str | None = None
    amended_on: date | None = None
    amended_by: str | None = None


@dataclass(frozen=True, slots=True)
class LegalRegister:
    """The documents that the program knows of."""

    documents: tuple[LegalDocument, ...] = ()

    def numbered(self, number: str) -> LegalDocument | None:
        """The document with a number, blanks and the case of letters aside."""
        wanted = _plain(number)
        return next((known for known in self.documents if _plain(known.number) == wanted), None)

    def law_of(self, *, day: date | None = None, year: int | None = None) -> LegalDocument | None:
        """The law of a day, or of a year: laws are cited so without their number."""
        laws = (known for known in self.documents if "/QH" in known.number and known.issued is not None)
        return next((law for law in laws if law.issued in (day,) or (law.issued and law.issued.year == year)), None)

    def of_day(self, number: str, day: date) -> tuple[LegalDocument, ...]:
        """What is cited on a day for a document: itself or what stands in its place, with what amends that.

        Empty where the document is not known, or has ended and nobody knows what replaced it.
        """
        found, seen = self.numbered(number), {number}
        while found is not None and found.ended is not None and found.ended <= day:
            found = self.numbered(found.replaced_by) if found.replaced_by else None
            if found is not None and found.number in seen:
                return ()
            seen.add(found.number if found is not None else "")
        if found is None:
            return ()
        amended = found.amended_by if found.amended_on is not None and found.amended_on <= day else None
        amending = self.numbered(amended) if amended else None
        return (found, amending) if amending is not None else (found,)

    def successor(self, document: LegalDocument, year: int) -> LegalDocument | None:
        """What stands in the place of an ended document at the end of a year; None where that is not known."""
        seen = {document.number}
        found: LegalDocument | None = document
        while found is not None and ended_by(found, year):
            found = self.numbered(found.replaced_by) if found.replaced_by else None
            if found is not None and found.number in seen:
                return None
            if found is not None:
                seen.add(found.number)
        return found


def ended_by(document: LegalDocument, year: int) -> bool:
    """Whether a document is out of force before a year is over."""
    return document.ended is not None and document.ended <= date(year, 12, 31)


def amended_by(document: LegalDocument, year: int) -> bool:
    """Whether a document has another text before a year is over."""
    return document.amended_on is not None and document.amended_on <= date(year, 12, 31)


def _plain(number: str) -> str:
    return "".join(number.split()).upper()

"""A text of a plan as it reads in another year."""

from __future__ import annotations

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.legal import LegalRegister
from thidua_desktop.domain.rollover_changes import Change, ChangeKind, Reading, Rolled
from thidua_desktop.domain.rollover_documents import read_documents
from thidua_desktop.domain.rollover_times import (
    read_anniversaries,
    read_days,
    read_lunar_years,
    read_one_offs,
    read_school_years,
    read_terms,
    read_years,
)

__all__ = ["Change", "ChangeKind", "Rolled", "roll"]

# The order matters: the day of a document is no day of a task, a term of office no school year.
_RULES = (
    read_documents,
    read_one_offs,
    read_anniversaries,
    read_terms,
    read_school_years,
    read_lunar_years,
    read_days,
    read_years,
)
_NO_REGISTER = LegalRegister()


def roll(
    text: str, from_year: int, to_year: int, *, basis: bool = False, register: LegalRegister = _NO_REGISTER
) -> Rolled:
    """The text with the years, days and anniversaries of ``from_year``'s plan moved to that of ``to_year``.

    Relative years keep their distance; other documents, terms and targets keep theirs and are pointed out where they
    have ended. Positions in the changes are those of the text in NFC.

    Args:
        text: a title, a căn cứ, a task or any other paragraph.
        from_year: the year of the plan that the text is from.
        to_year: the year of the plan that it is for.
        basis: the text is a căn cứ: numbers and days of yearly documents are left blank.
        register: which legal documents have ended or changed.
    """
    reading = Reading(nfc(text), from_year, to_year, basis=basis, register=register)
    for rule in _RULES:
        rule(reading)
    return reading.result()

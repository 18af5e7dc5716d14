"""The parts of a rulebook: where an entry is written, quota, vote, quorum, payers, dossier, bonus, deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.rulebooks import Basis, Bonus, Deadline, Dossier, Payer, QuorumRule, Quota, Vote
from thidua_desktop.importing.rulebooks.conditions import Known
from thidua_desktop.importing.rulebooks.tables import Table

_SHARE = re.compile(r"([1-9]\d{0,3})/([1-9]\d{0,3})")


def read_basis(table: Table, whole: Basis | None, *, needed: bool = False) -> Basis:
    """Citation, confidence and validity of a table; what it does not say is said by what it stands in.

    A citation of its own needs no confidence of its own. The outermost table (``whole`` None) needs a citation.
    """
    citation = table.text("citation", needed=needed or whole is None)
    confidence = table.one_of("confidence", Confidence, needed=whole is None)
    since, until, note = table.day("valid_from"), table.day("valid_to"), table.text("note")
    if whole is None:
        return Basis(citation or "", confidence or Confidence.UNSURE, since, until, note)
    return Basis(
        citation or whole.citation,
        confidence or whole.confidence,
        since or whole.valid_from,
        until or whole.valid_to,
        note,
    )


def quota(table: Table, whole: Basis, known: Known) -> Quota | None:
    """The ``quota`` of an award."""
    inside = table.table("quota")
    if inside is None:
        return None
    found = Quota(inside.number("percent"), inside.words("of"), read_basis(inside, whole), inside.texts("paths") or ())
    if found.of and not known.has("bodies", found.of):
        inside.wrong("rulebook.unknown_name", "of", value=found.of)
    _percent(inside, "percent", found.percent)
    inside.done()
    return found


def vote(table: Table, whole: Basis) -> Vote | None:
    """The ``vote`` of an award."""
    inside = table.table("vote")
    if inside is None:
        return None
    found = Vote(
        percent=inside.number("percent"),
        base=_word(inside, "base", ("all_members", "attendees")),
        ballot=_word(inside, "ballot", ("secret", "ballot", "minutes")),
        basis=read_basis(inside, whole),
        quorum=inside.number("quorum"),
    )
    _percent(inside, "percent", found.percent)
    inside.done()
    return found


def quorum(table: Table, whole: Basis) -> QuorumRule | None:
    """The ``quorum`` of meetings: a share of all members, written "2/3"."""
    inside = table.table("quorum")
    if inside is None:
        return None
    written, basis = inside.words("share"), read_basis(inside, whole)
    found = _SHARE.fullmatch(written)
    share = Fraction(int(found[1]), int(found[2])) if found is not None else Fraction(2)
    if share > 1:
        inside.wrong("rulebook.share_unreadable", "share", value=written)
    inside.done()
    return QuorumRule(share, basis)


def payers(table: Table, whole: Basis, known: Known) -> Iterator[Payer]:
    """The ``payer`` entries: whose fund pays what some bodies decide."""
    for one in table.tables("payer"):
        named = {key: one.texts(key) or () for key in ("decided_by", "paid_by")}
        for key, bodies in named.items():
            if not bodies and not one.has(key):
                one.mistakes.add("rulebook.key_missing", one.place, missing=key)
            for name in bodies:
                if not known.has("bodies", name):
                    one.wrong("rulebook.unknown_name", key, value=name)
        basis = read_basis(one, whole)
        one.done()
        yield Payer(named["decided_by"], named["paid_by"], basis)


def dossier(table: Table, whole: Basis, known: Known) -> Dossier | None:
    """The ``dossier`` of an award."""
    inside = table.table("dossier")
    if inside is None:
        return None
    documents = inside.texts("documents") or ()
    for name in documents:
        if not known.has("documents", name):
            inside.wrong("rulebook.unknown_name", "documents", value=name)
    own = inside.texts("if_any")
    for name in own or ():
        if name not in documents:
            inside.wrong("rulebook.unknown_name", "if_any", value=name)
    usual = known.vocabulary.documents_if_any
    if_any = own if own is not None else tuple(name for name in documents if name in usual)
    found = Dossier(documents, read_basis(inside, whole), inside.whole("sets"), if_any)
    inside.done()
    return found


def bonus(table: Table, whole: Basis) -> Bonus | None:
    """The ``bonus`` of an award: coefficients with at most two decimals."""
    inside = table.table("bonus")
    if inside is None:
        return None
    rates = {key: inside.number(key) for key in ("person", "collective", "household")}
    hundredths = {key: round(rate * 100) if rate is not None else None for key, rate in rates.items()}
    found = Bonus(read_basis(inside, whole), **hundredths)
    inside.done()
    return found


def deadline(table: Table, whole: Basis) -> Deadline | None:
    """The ``deadline`` of an award."""
    inside = table.table("deadline")
    if inside is None:
        return None
    basis = read_basis(inside, whole)
    found = Deadline(
        day=inside.whole("day", needed=True) or 0,
        month=inside.whole("month", needed=True) or 0,
        basis=basis,
        years_after=years if (years := inside.whole("years_after")) is not None else 1,
        education_day=inside.whole("education_day"),
        education_month=inside.whole("education_month"),
    )
    for key, month in (("month", found.month), ("education_month", found.education_month)):
        if month is not None and month > 12:
            inside.wrong("rulebook.number_range", key, value=month)
    inside.done()
    return found


def _word(table: Table, key: str, known: tuple[str, ...]) -> str:
    word = table.text(key) or known[0]
    if word not in known:
        table.wrong("rulebook.unknown_value", key, value=word, known=", ".join(known))
    return word


def _percent(table: Table, key: str, value: float | None) -> None:
    if value is not None and value > 100:
        table.wrong("rulebook.number_range", key, value=value)

"""A rulebook out of the text of its TOML file."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from thidua_desktop.domain.awards import Award, RecipientKind, Validity
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.nominations import Occasion
from thidua_desktop.domain.rulebooks import (
    AwardLaw,
    BaseSalary,
    Basis,
    GeneralRule,
    Path,
    Principle,
    Rule,
    Rulebook,
    Vocabulary,
)
from thidua_desktop.importing.rulebooks.conditions import Known, read_condition
from thidua_desktop.importing.rulebooks.parts import bonus, deadline, dossier, payers, quorum, quota, read_basis, vote
from thidua_desktop.importing.rulebooks.tables import Mistakes, Table

_NOT_TOML = re.compile(r"at line (\d+)")
_NAMES = (
    *("questions", "documents", "documents_if_any", "posts", "classes", "spells", "areas", "bodies"),
    *("sectors", "sector_words"),
)


def read_rulebook(
    text: str, *, file: str, awards: frozenset[str], below: Vocabulary, office: bool = False
) -> tuple[Rulebook | None, tuple[Finding, ...]]:
    """The rulebook of a file and what is wrong with it; a rulebook with findings is not to be used.

    Args:
        awards: ids of the catalogue.
        below: names that the file may use without defining them.
        office: an office's own rulebook lies over the law, so it has no ``inherits``.
    """
    mistakes = Mistakes(file, text)
    try:
        values = tomllib.loads(unicodedata.normalize("NFC", text))
    except tomllib.TOMLDecodeError as trouble:
        where = _NOT_TOML.search(str(trouble))
        mistakes.at_line("rulebook.not_toml", int(where[1]) if where else len(text.splitlines()))
        return None, tuple(mistakes.findings)
    book = _book(Table(values, (), mistakes), awards, below, office)
    return book, tuple(mistakes.findings)


def _book(table: Table, awards: frozenset[str], below: Vocabulary, office: bool) -> Rulebook:
    basis = read_basis(table, None)
    names = Vocabulary(**{group: table.names(group) for group in _NAMES})
    own = tuple(_own_award(one) for one in table.tables("new_award"))
    known = Known(awards | {award.id for award in own}, names.over(below))
    dropped = table.texts("drop") or ()
    inside = replace(basis, valid_from=None, valid_to=None, note=None)  # the heir's days hold for what it inherits
    book = Rulebook(
        code=table.words("code"),
        title=table.words("title"),
        basis=basis,
        awards=MappingProxyType(_laws(table, known, inside)),
        inherits=None if office else table.text("inherits"),
        inherited_confidence=table.one_of("inherited_confidence", Confidence) or Confidence.SEEN,
        generals=tuple(_generals(table, known, inside)),
        principles=tuple(_principle(one, inside) for one in table.tables("principle")),
        vocabulary=names,
        salaries=tuple(_salaries(table, inside)),
        own_awards=own,
        dropped=dropped,
        bonus_step=table.whole("bonus_step"),
        old_until=table.day("old_until"),
        quorum=quorum(table, inside),
        payers=tuple(payers(table, inside, known)),
        narrow_documents=table.texts("narrow_documents") or (),
    )
    table.done()
    if basis.valid_from and basis.valid_to and basis.valid_to < basis.valid_from:
        table.wrong("rulebook.days_reversed", "valid_to")
    return book


def _own_award(table: Table) -> Award:
    basis = read_basis(table, None)
    award = Award(
        id=table.words("id"),
        name=table.words("name"),
        kind=table.words("group"),
        recipients=table.some_of("recipients", RecipientKind) or (),
        level=table.words("level"),
        rank=table.whole("rank", needed=True) or 0,
        abbreviation=table.text("abbreviation"),
        short_name=table.text("short_name"),
        periods=(Validity(basis.valid_from, basis.valid_to, (basis.citation,)),),
    )
    table.done()
    return award


def _laws(table: Table, known: Known, whole: Basis) -> dict[str, AwardLaw]:
    laws: dict[str, AwardLaw] = {}
    for one in table.tables("award"):
        law = _law(one, known, whole)
        if law.award_id in laws:
            one.wrong("rulebook.award_twice", "id", value=law.award_id)
        laws[law.award_id] = law
    return laws


def _law(table: Table, known: Known, whole: Basis) -> AwardLaw:
    name = table.words("id")
    if name and not known.has("awards", name):
        table.wrong("rulebook.unknown_name", "id", value=name)
    basis = read_basis(table, whole)
    law = AwardLaw(
        award_id=name,
        basis=basis,
        exists=table.truth("exists"),
        recipients=table.some_of("recipients", RecipientKind),
        sectors=table.texts("sectors"),
        occasions=table.some_of("occasions", Occasion),
        simplified=table.truth("simplified"),
        decided_by=table.texts("decided_by"),
        proposed_by=table.text("proposed_by"),
        paths=tuple(_path(one, known, basis) for one in table.tables("path")),
        no_paths=table.text("no_paths"),
        quota=quota(table, basis, known),
        vote=vote(table, basis),
        dossier=dossier(table, basis, known),
        bonus=bonus(table, basis),
        deadline=deadline(table, basis),
    )
    for key, group, codes in (("decided_by", "bodies", law.decided_by), ("sectors", "sectors", law.sectors)):
        for code in codes or ():
            if not known.has(group, code):
                table.wrong("rulebook.unknown_name", key, value=code)
    table.done()
    return law


def _path(table: Table, known: Known, whole: Basis) -> Path:
    basis = read_basis(table, whole, needed=True)
    path = Path(
        id=table.words("id"),
        basis=basis,
        rules=tuple(rule for one in table.tables("rules") if (rule := _rule(one, known, basis)) is not None),
        recipients=table.some_of("recipients", RecipientKind) or (),
        occasions=table.some_of("occasions", Occasion) or (),
        not_for=table.texts("not_for") or (),
    )
    for name in path.not_for:
        if not known.has("classes", name):
            table.wrong("rulebook.unknown_name", "not_for", value=name)
    if not path.rules and not table.has("rules"):
        table.mistakes.add("rulebook.key_missing", table.place, missing="rules")
    table.done()
    return path


def _rule(table: Table, known: Known, whole: Basis) -> Rule | None:
    basis = read_basis(table, whole)
    condition = read_condition(table, known, more=("citation", "confidence", "valid_from", "valid_to", "note"))
    return Rule(condition, basis) if condition is not None else None


def _generals(table: Table, known: Known, whole: Basis) -> list[GeneralRule]:
    found: list[GeneralRule] = []
    for one in table.tables("general"):
        basis = read_basis(one, whole, needed=True)
        inside = one.table("rule")
        condition = read_condition(inside, known) if inside is not None else None
        if inside is None:
            one.mistakes.add("rulebook.key_missing", one.place, missing="rule")
        name = one.words("id")
        limits: dict[str, Any] = {
            "awards": one.texts("awards") or (),
            "kinds": one.texts("groups") or (),
            "levels": one.texts("levels") or (),
            "recipients": one.some_of("recipients", RecipientKind) or (),
            "occasions": one.some_of("occasions", Occasion) or (),
            "except_occasions": one.some_of("except_occasions", Occasion) or (),
        }
        one.done()
        if condition is not None:
            found.append(GeneralRule(name, Rule(condition, basis), **limits))
    return found


def _principle(table: Table, whole: Basis) -> Principle:
    basis = read_basis(table, whole, needed=True)
    principle = Principle(table.words("id"), table.words("text"), basis)
    table.done()
    return principle


def _salaries(table: Table, whole: Basis) -> list[BaseSalary]:
    found: list[BaseSalary] = []
    for one in table.tables("base_salary"):
        basis = read_basis(one, whole, needed=True)
        since, amount = one.day("since"), one.whole("amount", needed=True)
        if since is None and not one.has("since"):
            one.mistakes.add("rulebook.key_missing", one.place, missing="since")
        one.done()
        if since is not None and amount is not None:
            found.append(BaseSalary(since, amount, basis))
    return found

"""Rulebooks laid over each other: a later law over the one it inherits, an office's own over the law."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.rulebooks import (
    WORTH,
    AwardLaw,
    BaseSalary,
    Basis,
    Bonus,
    Deadline,
    Dossier,
    GeneralRule,
    Path,
    Payer,
    Principle,
    QuorumRule,
    Quota,
    Rulebook,
    Vote,
)

Part = TypeVar("Part", Quota, Vote, Dossier, Bonus, Deadline, Principle, QuorumRule, Payer)
Change = Callable[[Basis], Basis]


def inherited(own: Rulebook, below: Rulebook) -> Rulebook:
    """A rulebook together with the one it inherits: own words first, the rest as trusted as ``own`` says."""
    trust = own.inherited_confidence

    def trusted(basis: Basis) -> Basis:
        return basis if WORTH[basis.confidence] <= WORTH[trust] else replace(basis, confidence=trust)

    kept = below if trust is Confidence.SEEN else _remade(below, trusted)
    laws = {name: _without(law, own.dropped) for name, law in kept.awards.items()}
    for name, law in own.awards.items():
        laws[name] = _over(law, laws[name]) if name in laws else law
    rules = {general.id for general in own.generals} | set(own.dropped)
    said = {principle.id for principle in own.principles} | set(own.dropped)
    return replace(
        own,
        awards=MappingProxyType(laws),
        generals=own.generals + tuple(general for general in kept.generals if general.id not in rules),
        principles=own.principles + tuple(one for one in kept.principles if one.id not in said),
        vocabulary=own.vocabulary.over(below.vocabulary),
        salaries=tuple(sorted({one.since: one for one in below.salaries + own.salaries}.values(), key=_since)),
        own_awards=own.own_awards + below.own_awards,
        bonus_step=own.bonus_step if own.bonus_step is not None else below.bonus_step,
        quorum=own.quorum or kept.quorum,
        payers=own.payers + kept.payers,
        narrow_documents=tuple(dict.fromkeys(own.narrow_documents + below.narrow_documents)),
    )


def overlaid(book: Rulebook, office: Rulebook) -> Rulebook:
    """The law of a period with an office's own rulebook over it; code, title and validity stay those of the law."""
    both = inherited(settled(office), book)
    return replace(
        both,
        code=book.code,
        title=book.title,
        basis=book.basis,
        inherits=book.inherits,
        inherited_confidence=book.inherited_confidence,
        old_until=book.old_until,
        layers=(*book.layers, office.code),
    )


def settled(book: Rulebook) -> Rulebook:
    """The rulebook with the days of its own validity on everything that names none."""

    def dated(basis: Basis) -> Basis:
        since, until = basis.valid_from or book.valid_from, basis.valid_to or book.valid_to
        return replace(basis, valid_from=since, valid_to=until)

    return _remade(book, dated)


def _since(salary: BaseSalary) -> date:
    return salary.since


def _remade(book: Rulebook, change: Change) -> Rulebook:
    return replace(
        book,
        awards=MappingProxyType({name: _remade_law(law, change) for name, law in book.awards.items()}),
        generals=tuple(_remade_general(general, change) for general in book.generals),
        principles=tuple(_remade_part(one, change) for one in book.principles),
        quorum=None if book.quorum is None else _remade_part(book.quorum, change),
        payers=tuple(_remade_part(one, change) for one in book.payers),
    )


def _remade_law(law: AwardLaw, change: Change) -> AwardLaw:
    return replace(
        law,
        basis=change(law.basis),
        paths=tuple(_remade_path(path, change) for path in law.paths),
        quota=None if law.quota is None else _remade_part(law.quota, change),
        vote=None if law.vote is None else _remade_part(law.vote, change),
        dossier=None if law.dossier is None else _remade_part(law.dossier, change),
        bonus=None if law.bonus is None else _remade_part(law.bonus, change),
        deadline=None if law.deadline is None else _remade_part(law.deadline, change),
    )


def _remade_part(part: Part, change: Change) -> Part:
    return replace(part, basis=change(part.basis))


def _remade_path(path: Path, change: Change) -> Path:
    rules = tuple(replace(rule, basis=change(rule.basis)) for rule in path.rules)
    return replace(path, basis=change(path.basis), rules=rules)


def _remade_general(general: GeneralRule, change: Change) -> GeneralRule:
    return replace(general, rule=replace(general.rule, basis=change(general.rule.basis)))


def _without(law: AwardLaw, dropped: tuple[str, ...]) -> AwardLaw:
    """An award's entry without the paths that are dropped by "award/path"."""
    gone = {path for award, _, path in (name.partition("/") for name in dropped) if award == law.award_id}
    return replace(law, paths=tuple(path for path in law.paths if path.id not in gone)) if gone else law


def _over(own: AwardLaw, below: AwardLaw) -> AwardLaw:
    if own.exists is False:
        return own
    mine = {path.id for path in own.paths}
    paths = own.paths + tuple(path for path in below.paths if path.id not in mine)
    return AwardLaw(
        award_id=own.award_id,
        basis=own.basis,
        exists=below.exists if own.exists is None else own.exists,
        recipients=below.recipients if own.recipients is None else own.recipients,
        sectors=below.sectors if own.sectors is None else own.sectors,
        occasions=below.occasions if own.occasions is None else own.occasions,
        simplified=below.simplified if own.simplified is None else own.simplified,
        decided_by=below.decided_by if own.decided_by is None else own.decided_by,
        proposed_by=own.proposed_by or below.proposed_by,
        paths=paths,
        no_paths=None if paths else own.no_paths or below.no_paths,
        quota=own.quota or below.quota,
        vote=own.vote or below.vote,
        dossier=own.dossier or below.dossier,
        bonus=own.bonus or below.bonus,
        deadline=own.deadline or below.deadline,
    )

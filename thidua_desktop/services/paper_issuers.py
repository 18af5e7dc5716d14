"""Who issues a decision, as its paper names him: in the letterhead, above the signature, in running text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.issuers import PROVINCE, is_own
from thidua_desktop.domain.units import Office
from thidua_desktop.wording import issuers as wording


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that decides. ``authority`` is the same in running text: "Giám đốc Sở Nội vụ"."""

    head: Office
    authority: str
    own: bool
    """Whether it is the head of this office."""
    named: bool = True
    """Whether it is known by name, not only by its kind."""

    def awards(self, awards: Mapping[str, Award]) -> Mapping[str, Award]:
        """The awards as they are called where this body gives them."""
        if not self.named:
            return awards
        return {each: replace(award, name=wording.award_by(award, self.authority)) for each, award in awards.items()}


def issuer(office: Office, body: str | None, bodies: Mapping[str, str], units: Iterable[str] = ()) -> Issuer:
    """How a body is named in papers; the office's own head where no body is said.

    Args:
        office: the office that keeps the file.
        body: code of the rulebooks.
        bodies: names of the bodies (``Vocabulary.bodies``).
        units: names of units as running text writes them.
    """
    name = wording.running(office.name, units)
    if body is None or is_own(body, office.name):
        if wording.is_committee(name):
            return _chairman(office, name, office.signer_posts, office.signer_name, own=True)
        return Issuer(office, wording.head_of(wording.head_post(office.signer_posts), name), own=True)
    if body == PROVINCE:
        committee = wording.province_of(wording.running(office.superior, units))
        return _chairman(office, committee, (wording.CHAIRMAN_POST,), "", own=False)
    called = bodies.get(body, body)
    return Issuer(Office(name=called.upper(), place=office.place), called, own=False, named=False)


def _chairman(office: Office, committee: str, posts: tuple[str, ...], signer: str, *, own: bool) -> Issuer:
    """A chairman who decides as a person: the letterhead names him, and nobody signs for a committee."""
    authority = wording.chairman(committee)
    head = Office(
        name=authority.upper(),
        place=office.place,
        code=wording.COMMITTEE_CODE,
        signer_posts=posts,
        signer_name=signer,
        compiler_name=office.compiler_name,
    )
    return Issuer(head, authority, own)

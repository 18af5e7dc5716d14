"""Plans that are written from nothing: the headings that each kind of plan has."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.plans import BY_HAND, Plan, PlanKind, PlanPart, Role, Signer
from thidua_desktop.domain.units import Office
from thidua_desktop.services.legal import legal_register
from thidua_desktop.wording import bases

DATA = "plans/skeletons.toml"


class Block(msgspec.Struct, forbid_unknown_fields=True):
    """One part of the text; ``level`` is a heading's depth."""

    role: Role
    text: str
    label: str | None = None
    level: int = 0


class Skeleton(msgspec.Struct, forbid_unknown_fields=True):
    """What a plan of a kind starts from."""

    kind: PlanKind
    title: str
    documents: tuple[str, ...] = ()
    """Numbers of the legal documents that are cited; what is in force on the day takes their place."""
    legal_bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    block: tuple[Block, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True):
    skeleton: tuple[Skeleton, ...]


def of(kind: PlanKind) -> Skeleton:
    """The skeleton of a kind of plan."""
    return next(each for each in _skeletons() if each.kind is kind)


def plan_from(skeleton: Skeleton, office: Office, *, year: int, title: str, today: date) -> Plan:
    """A draft of the office; without a title it is called as such plans are.

    The căn cứ are those in force today, or on the day of the plan's year that is nearest to it.
    """
    day = min(max(today, date(year, 1, 1)), date(year, 12, 31))
    cited = (legal_register().of_day(number, day) for number in skeleton.documents)
    return Plan(
        title=title.strip() or skeleton.title.format(year=year),
        year=year,
        place=office.place or None,
        issuer=office.name or None,
        superior=office.superior or None,
        legal_bases=(
            *(bases.basis(documents) for documents in cited if documents),
            *(line.format(year=year) for line in skeleton.legal_bases),
        ),
        recipients=tuple(line.format(year=year) for line in skeleton.recipients),
        signer=Signer(office.signer_posts, office.signer_name or None),
        kind=skeleton.kind,
    )


def parts_from(skeleton: Skeleton, year: int) -> tuple[PlanPart, ...]:
    """The text to start from."""
    return tuple(
        PlanPart(block.role, block.text.format(year=year), BY_HAND, block.level, block.label)
        for block in skeleton.block
    )


@lru_cache(maxsize=1)
def _skeletons() -> tuple[Skeleton, ...]:
    return msgspec.toml.decode(resource(DATA).read_bytes(), type=_File).skeleton

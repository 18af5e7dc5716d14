"""Two records of one recipient made into one: which value of each field wins, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import AwardRecordId
from thidua_desktop.domain.name_forms import name_form
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry

_NOT_CHOSEN = frozenset({"id", "kind", "merged_into", "classes"})
_FULLER = frozenset({"birth", "id_number", "name"})
_EARLIEST = frozenset({"awards_known_from", "initiatives_known_from"})


class MergeOfOne(AppError):
    """Fewer than two records were chosen, or one twice."""

    code = "recipient.merge_of_one"


class MergeOfKinds(AppError):
    """A person, a collective and a household are never one."""

    code = "recipient.merge_of_kinds"


@dataclass(frozen=True, slots=True)
class MergeField:
    """A field in which the records differ. ``values`` has the record that is kept first, then the others in order."""

    name: str
    """The attribute of ``Recipient``."""
    values: tuple[Any, ...]
    chosen: int
    """Place of the value that wins."""
    conflict: bool
    """Whether two records say different things; not so where only one of them says anything, or one says it fuller."""


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What a merger will do; nothing has been kept yet."""

    kept: Recipient
    others: tuple[Recipient, ...]
    fields: tuple[MergeField, ...]
    moved: Mapping[Kind, int]
    """How many awards, lines and facts of the others go over."""
    doubles: tuple[RegisterEntry, ...]
    """Entries of the register that both have: those of the others, which go to the trash."""


def differing(kept: Recipient, others: Sequence[Recipient]) -> tuple[MergeField, ...]:
    """The fields in which records differ, each with the value that wins unless the clerk chooses otherwise.

    The kept record wins where it says anything, except that a fuller birth, number or name (with its marks) and the
    earlier year from which awards are known win over it.

    Raises:
        MergeOfOne, MergeOfKinds: these records cannot be one.
    """
    ids = [each.id for each in (kept, *others)]
    if len(ids) < 2 or len(set(ids)) < len(ids):
        raise MergeOfOne
    if len({each.kind for each in (kept, *others)}) > 1:
        raise MergeOfKinds
    found = []
    for field in fields(Recipient):
        values = tuple(getattr(each, field.name) for each in (kept, *others))
        if field.name not in _NOT_CHOSEN and len(set(values)) > 1:
            found.append(_field(field.name, values))
    return tuple(found)


def merged(kept: Recipient, others: Sequence[Recipient], chosen: Mapping[str, int]) -> Recipient:
    """The record that is left: fields chosen by the clerk, the others as ``differing`` says; classes of all.

    Raises:
        MergeOfOne, MergeOfKinds: these records cannot be one.
    """
    found = differing(kept, others)
    values = {field.name: field.values[chosen.get(field.name, field.chosen)] for field in found}
    classes = tuple(dict.fromkeys(each for one in (kept, *others) for each in one.classes))
    return replace(kept, **values, classes=classes)


def doubled(kept: Iterable[RegisterEntry], moved: Iterable[RegisterEntry]) -> tuple[RegisterEntry, ...]:
    """The entries that tell of an award which the kept record has already, and say nothing more of it."""
    there, found = list(kept), []
    for entry in moved:
        if any(entry.same_award(other) and _says_no_more(entry, other) for other in there):
            found.append(entry)
        else:
            there.append(entry)
    return tuple(found)


def ids_of(entries: Iterable[RegisterEntry]) -> tuple[AwardRecordId, ...]:
    """The numbers of kept entries."""
    return tuple(entry.id for entry in entries if entry.id is not None)


def _says_no_more(entry: RegisterEntry, other: RegisterEntry) -> bool:
    names = ("decided_on", "decision", "decided_by", "occasion", "counted_from", "counted_to", "achievement", "note")
    return all(getattr(entry, name) in (None, getattr(other, name)) for name in (*names, "golden_book"))


def _field(name: str, values: tuple[Any, ...]) -> MergeField:
    said = [place for place, value in enumerate(values) if value is not None]
    if name in _EARLIEST:
        return MergeField(name, values, min(said, key=lambda place: (values[place], place)), conflict=False)
    if name in _FULLER:
        best = max(said, key=lambda place: (_fullness(name, values[place]), -place))
        return MergeField(name, values, best, conflict=not all(_within(name, values[at], values[best]) for at in said))
    return MergeField(name, values, said[0], conflict=len({values[place] for place in said}) > 1)


def _fullness(name: str, value: str) -> int:
    """A day says more than a year, twelve digits more than nine, a name with marks more than one without."""
    if name != "name":
        return len(value)
    return sum(word.letters != word.bare or word.tone != "0" for word in name_form(value).words)


def _within(name: str, value: str, best: str) -> bool:
    if name == "birth":
        return best.startswith(value)
    if name == "name":
        mine, theirs = name_form(value), name_form(best)
        return len(mine.words) == len(theirs.words) and all(
            one.fits(other) for one, other in zip(mine.words, theirs.words, strict=True)
        )
    return value == best

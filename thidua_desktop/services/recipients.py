"""Recipients: persons, collectives and households, their posts, and what is done about look-alikes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain import recipients as rules
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ethnic_groups import EthnicGroup
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.ids import RecipientId, UnitId
from thidua_desktop.domain.look_alikes import LEAST, LookAlike, look_alikes
from thidua_desktop.domain.recipient_matching import Candidate
from thidua_desktop.domain.recipients import (
    Post,
    PostDaysReversed,
    PostTitleMissing,
    Recipient,
    RecipientBirthImpossible,
    RecipientNameMissing,
)
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.services.places import ethnic_groups, province_map
from thidua_desktop.services.recipient_index import recipient_index
from thidua_desktop.services.recipient_mergers import RecipientMergers
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.work import Work

__all__ = [
    "Candidate",
    "LookAlike",
    "PostDaysReversed",
    "PostTitleMissing",
    "RecipientBirthImpossible",
    "RecipientInUse",
    "RecipientMerged",
    "RecipientNameMissing",
    "RecipientNumberTaken",
    "RecipientRow",
    "RecipientService",
]

_RECIPIENT = frozenset({Kind.RECIPIENT})
_WITH_AWARDS = frozenset({Kind.RECIPIENT, Kind.AWARD_RECORD})


class RecipientNumberTaken(AppError):
    """Another recipient has the identity number."""

    code = "recipient.number_taken"


class RecipientInUse(AppError):
    """Lines of rounds name the recipient."""

    code = "recipient.in_use"


class RecipientMerged(AppError):
    """The recipient was merged into another one, so it does not come back by itself."""

    code = "recipient.merged"


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """A recipient with what a list shows beside it: its unit's name, how many awards it holds, the year of the last."""

    recipient: Recipient
    unit: str
    awards: int
    last_award_year: int | None


class RecipientService(RecipientMergers):
    """Whoever an award can go to."""

    def rows(
        self, kind: RecipientKind | None = None, *, text: str = "", unit_id: UnitId | None = None
    ) -> tuple[RecipientRow, ...]:
        """Recipients in the order of names; collectives in the office's own order of units.

        Args:
            kind: only these.
            text: words of the name, marks apart, or a part of the identity number.
            unit_id: only those of a unit, of what it had been, and of the units below it today.
        """
        with self._store.read() as work:
            tree, counts = work.units.tree(), work.award_records.counts()
            found = work.recipients.found(text, kind, -1)
        if unit_id is not None:
            inside = {each for below in tree.below(unit_id, self._today()) for each in tree.lineage(below)}
            found = tuple(each for each in found if each.unit_id in inside)
        made = [_row(each, tree, counts) for each in found]
        return tuple(sorted(made, key=lambda row: _office_order(row, tree)))

    def find(self, text: str, kind: RecipientKind | None = None, limit: int = 50) -> tuple[Recipient, ...]:
        """The first recipients, in the order of names, whose name or number has a text in it."""
        with self._store.read() as work:
            return work.recipients.found(text, kind, limit)

    def get(self, recipient_id: RecipientId) -> Recipient:
        """One recipient.

        Raises:
            RecordMissing: no such recipient, or in the trash.
        """
        with self._store.read() as work:
            return work.recipients.get(recipient_id)

    def posts(self, recipient_id: RecipientId) -> tuple[Post, ...]:
        """The posts of a person, the earliest first."""
        with self._store.read() as work:
            return work.posts.of_recipient(recipient_id)

    def check(self, recipient: Recipient) -> tuple[Finding, ...]:
        """What should be looked at in a recipient that is about to be kept."""
        return rules.check(recipient, province_map().cccd_codes, self._today())

    def ethnic_group(self, text: str) -> str | None:
        """The name in the list of 1979 for a name, another way to write it, or a code; None if there is none."""
        return ethnic_groups().named(text)

    def ethnic_groups(self) -> tuple[EthnicGroup, ...]:
        """The ethnic groups, in the order of the list."""
        return ethnic_groups().all

    def alike_to(self, recipient: Recipient) -> tuple[Candidate, ...]:
        """Those who look like a recipient, kept or still being written; without those said to be another one."""
        with self._store.read() as work:
            found = recipient_index(work, self._today()).alike(recipient, least=LEAST)
            apart = work.recipient_pairs.all()
        return tuple(each for each in found if _pair(recipient.id, each.recipient_id) not in apart)

    def look_alikes(self, kind: RecipientKind | None = None, least: int = LEAST) -> tuple[LookAlike, ...]:
        """Every two recipients that may be one, the most alike first; without those said to be two."""
        with self._store.read() as work:
            known = recipient_index(work, self._today()).traits()
            apart = work.recipient_pairs.all()
        wanted = [each for each in known if kind is None or each[1].kind is kind]
        return look_alikes(wanted, least=least, apart=apart)

    def not_same(self, one: RecipientId, other: RecipientId) -> Changes:
        """Remember that two who look alike are two."""
        with self._store.read() as work:
            name = brief(work.recipients.get(one).name)
        with self._store.write("recipient.not_same", name=name) as work:
            work.recipient_pairs.add(one, other)
        return Changes("recipient.not_same", _RECIPIENT)

    def forget_pair(self, one: RecipientId, other: RecipientId) -> Changes:
        """Forget what was said of two: they are shown as look-alikes again."""
        with self._store.read() as work:
            name = brief(work.recipients.get(one).name)
        with self._store.write("recipient.forget_pair", name=name) as work:
            work.recipient_pairs.remove(one, other)
        return Changes("recipient.forget_pair", _RECIPIENT)

    def save(self, recipient: Recipient) -> Changes:
        """Keep a recipient, a new one when it has no id.

        Raises:
            RecipientNameMissing, RecipientBirthImpossible, RecipientNumberTaken: it cannot be kept so.
            RecordMissing: it is not there any more.
        """
        checked = self._checked(recipient)
        with self._store.write("recipient.save", name=brief(checked.name)) as work:
            (recipient_id,) = _kept(work, [checked])
        return Changes("recipient.save", _RECIPIENT, (recipient_id,) if recipient.id is None else ())

    def save_many(self, recipients: Sequence[Recipient]) -> Changes:
        """Keep several recipients, new ones among them, as one operation: all or none.

        Raises:
            RecipientNameMissing, RecipientBirthImpossible, RecipientNumberTaken, RecordMissing: for the first that
                cannot be kept.
        """
        checked = [self._checked(each) for each in recipients]
        with self._store.write("recipient.save_many", count=len(checked)) as work:
            kept = _kept(work, checked)
        created = tuple(new for each, new in zip(checked, kept, strict=True) if each.id is None)
        return Changes("recipient.save_many", _RECIPIENT, created)

    def save_posts(self, recipient_id: RecipientId, posts: Sequence[Post]) -> Changes:
        """Keep the posts as all that a person has held; those left out are removed.

        Raises:
            PostTitleMissing, PostDaysReversed: for the first that cannot be.
        """
        for post in posts:
            post.check()
        name = brief(self.get(recipient_id).name)
        with self._store.write("recipient.save_posts", name=name) as work:
            created = work.posts.save_all(recipient_id, posts)
        return Changes("recipient.save_posts", _RECIPIENT, created)

    def delete(self, recipient_ids: Iterable[RecipientId]) -> Changes:
        """Move recipients to the trash, and their entries in the register with them.

        Raises:
            RecipientInUse: lines of rounds name one of them.
        """
        going = tuple(recipient_ids)
        with self._store.write("recipient.delete", count=len(going)) as work:
            for recipient_id in going:
                lines = work.recipient_links.nominations_of(recipient_id)
                if lines:
                    raise RecipientInUse(name=brief(work.recipients.get(recipient_id).name), count=lines)
                records = work.award_records.of_recipient(recipient_id)
                work.award_records.trash(record.id for record in records if record.id is not None)
            work.recipients.trash(going)
        return Changes("recipient.delete", _WITH_AWARDS)

    def restore(self, recipient_ids: Iterable[RecipientId]) -> Changes:
        """Take recipients out of the trash with the entries that went there together with them.

        Raises:
            RecipientMerged: one of them was merged into another.
            RecipientNumberTaken: somebody else has its identity number now.
            RecordMissing: one of them is not in the trash.
        """
        coming = tuple(recipient_ids)
        with self._store.write("recipient.restore", count=len(coming)) as work:
            restore(work, coming)
        return Changes("recipient.restore", _WITH_AWARDS)

    def _checked(self, recipient: Recipient) -> Recipient:
        rules.check_birth(recipient.birth, self._today())
        return as_kept(recipient)


def restore(work: Work, recipient_ids: Collection[RecipientId]) -> None:
    """Take recipients out of the trash within a running operation.

    Raises:
        RecipientMerged, RecipientNumberTaken, RecordMissing: as ``RecipientService.restore``.
    """
    for recipient_id in recipient_ids:
        recipient = work.recipients.any(recipient_id)
        if recipient.merged_into is not None:
            into = work.recipients.any(work.recipients.resolve(recipient_id))
            raise RecipientMerged(name=brief(recipient.name), other=brief(into.name))
        check_number(work, recipient)
        stamp = work.recipients.trashed_at(recipient_id)
        work.recipients.restore([recipient_id])
        work.award_records.restore(work.award_records.trashed_with(recipient_id, stamp or ""))


def _kept(work: Work, recipients: Sequence[Recipient]) -> tuple[RecipientId, ...]:
    kept = []
    for recipient in recipients:
        check_number(work, recipient)
        kept.append(work.recipients.save(recipient))
    return tuple(kept)


def as_kept(recipient: Recipient) -> Recipient:
    """The recipient tidied, its ethnic group under the one name that it has in the list, however it was written.

    Raises:
        RecipientNameMissing: there is no name.
    """
    tidied = recipient.tidied()
    named = ethnic_groups().named(recipient.ethnic_group) if recipient.ethnic_group else None
    return tidied if named in (None, recipient.ethnic_group) else replace(tidied, ethnic_group=named)


def check_number(work: Work, recipient: Recipient) -> None:
    """Refuse an identity number that somebody else has.

    Raises:
        RecipientNumberTaken: naming who has it.
    """
    if recipient.id_number is None:
        return
    for other in work.recipients.numbered(recipient.id_number):
        if other.id != recipient.id:
            raise RecipientNumberTaken(name=other.name)


def _row(recipient: Recipient, tree: UnitTree, counts: Mapping[RecipientId, tuple[int, int]]) -> RecipientRow:
    awards, last = counts.get(recipient.id, (0, None)) if recipient.id is not None else (0, None)
    return RecipientRow(recipient, tree.name(recipient.unit_id), awards, last)


def _office_order(row: RecipientRow, tree: UnitTree) -> int:
    """Collectives by their unit; the others stay as they are, since sorting keeps their order."""
    return tree.rank(row.recipient.unit_id) if row.recipient.kind is RecipientKind.COLLECTIVE else -1


def _pair(one: RecipientId | None, other: RecipientId) -> tuple[RecipientId, RecipientId] | None:
    if one is None:
        return None
    return (one, other) if one < other else (other, one)

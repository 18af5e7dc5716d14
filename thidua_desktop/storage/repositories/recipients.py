"""Recipients with their posts, and the pairs of them that look alike and are two."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import PostId, RecipientId, UnitId
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.domain.recipients import Post, Recipient
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository, TrashRepository
from thidua_desktop.storage.rows import Row

_NAME_ORDER = "kind = 'household', kind = 'collective', name_key, id"
"""Persons, collectives, households."""


class RecipientRepository(TrashRepository):
    """Table ``recipients``."""

    table = "recipients"
    kind = Kind.RECIPIENT

    def get(self, recipient_id: RecipientId) -> Recipient:
        """One recipient.

        Raises:
            RecordMissing: no such recipient, or in the trash.
        """
        return _recipient(self._living(recipient_id))

    def any(self, recipient_id: RecipientId) -> Recipient:
        """One recipient, also in the trash.

        Raises:
            RecordMissing: no such recipient.
        """
        return _recipient(self._one(recipient_id))

    def all(self) -> tuple[Recipient, ...]:
        """Everybody in the order of names: persons, then collectives, then households."""
        return tuple(_recipient(row) for row in self._alive(order=_NAME_ORDER))

    def found(self, text: str, kind: RecipientKind | None, limit: int) -> tuple[Recipient, ...]:
        """Those in whose name every word of a text stands, marks apart, or whose identity number has it."""
        words = fold(text).split()
        conditions = ["instr(folded, ?) > 0"] * len(words) or ["TRUE"]
        parameters: list[str] = [*words, text.strip()]
        condition = f"(({' AND '.join(conditions)}) OR instr(coalesce(id_number, ''), ?) > 0)"
        if kind is not None:
            condition, parameters = f"{condition} AND kind = ?", [*parameters, kind.value]
        order = f"{_NAME_ORDER} LIMIT {int(limit)}"
        return tuple(_recipient(row) for row in self._alive(condition, parameters, order=order))

    def living(self, recipient_ids: Iterable[RecipientId]) -> dict[RecipientId, Recipient]:
        """Those of the recipients that are not in the trash, by number."""
        found = self._alive("id IN (SELECT value FROM json_each(?))", (json.dumps(list(recipient_ids)),))
        return {RecipientId(row["id"]): _recipient(row) for row in found}

    def numbered(self, id_number: str) -> tuple[Recipient, ...]:
        """Those who have an identity number."""
        return tuple(_recipient(row) for row in self._alive("id_number = ?", (id_number,)))

    def resolve(self, recipient_id: RecipientId) -> RecipientId:
        """The recipient that one was merged into, through every merger; itself if it was not."""
        seen, current = {recipient_id}, recipient_id
        while (into := self.any(current).merged_into) is not None and into not in seen:
            seen.add(into)
            current = into
        return current

    def merged_into(self, recipient_id: RecipientId) -> tuple[RecipientId, ...]:
        """Those that were merged into a recipient, directly."""
        return tuple(RecipientId(row["id"]) for row in self._where("merged_into = ?", (recipient_id,)))

    def save(self, recipient: Recipient) -> RecipientId:
        """Keep a recipient; gives its id."""
        return RecipientId(self._save(recipient.id, _row(recipient)))

    def add_many(self, recipients: Sequence[Recipient]) -> tuple[RecipientId, ...]:
        """Keep many new recipients; gives their ids in order."""
        return tuple(
            RecipientId(new) for new in self._insert_values(_COLUMNS, map(_values, recipients), len(recipients))
        )


class PostRepository(Repository):
    """Table ``posts``."""

    table = "posts"
    kind = Kind.RECIPIENT

    def of_recipient(self, recipient_id: RecipientId) -> tuple[Post, ...]:
        """The posts of a person, the earliest first."""
        order = "since IS NOT NULL, since, id"
        return tuple(_post(row) for row in self._where("recipient_id = ?", (recipient_id,), order=order))

    def of_recipients(self, recipient_ids: Iterable[RecipientId]) -> Mapping[RecipientId, tuple[Post, ...]]:
        """The posts of several persons, the earliest first; those without any are left out."""
        found = self._where(
            "recipient_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(recipient_ids)),),
            order="recipient_id, since IS NOT NULL, since, id",
        )
        kept: dict[RecipientId, list[Post]] = {}
        for row in found:
            kept.setdefault(RecipientId(row["recipient_id"]), []).append(_post(row))
        return {recipient_id: tuple(posts) for recipient_id, posts in kept.items()}

    def save_all(self, recipient_id: RecipientId, posts: Iterable[Post]) -> tuple[PostId, ...]:
        """Keep the posts as all that a person has held; those that are missing are removed. Gives the new ones' ids.

        Raises:
            RecordMissing: a post with an id is not one of the person's.
        """
        given, created = tuple(posts), []
        kept = {post.id for post in given}
        for old in self.of_recipient(recipient_id):
            if old.id is not None and old.id not in kept:
                self._remove(old.id)
        for post in given:
            row = {"recipient_id": recipient_id, **_post_row(post)}
            if post.id is None:
                created.append(PostId(self._insert(row)))
            else:
                self._update(post.id, row, f"recipient_id = {int(recipient_id)}")
        return tuple(created)


class RecipientPairRepository(Repository):
    """Table ``recipient_pairs``: two who look alike and are two."""

    table = "recipient_pairs"
    kind = Kind.RECIPIENT

    def all(self) -> frozenset[tuple[RecipientId, RecipientId]]:
        """Every pair, the lower number first."""
        found = self._where("TRUE")
        return frozenset((RecipientId(row["recipient_id"]), RecipientId(row["other_id"])) for row in found)

    def add(self, one: RecipientId, other: RecipientId) -> None:
        """Keep a pair, in whichever order it is named; one that is known stays as it is."""
        first, second = sorted((one, other))
        if (first, second) not in self.all():
            self._insert({"recipient_id": first, "other_id": second})

    def remove(self, one: RecipientId, other: RecipientId) -> None:
        """Take a pair away."""
        first, second = sorted((one, other))
        for row in self._where("recipient_id = ? AND other_id = ?", (first, second)):
            self._remove(row["id"])

    def remove_of(self, recipient_id: RecipientId) -> None:
        """Take every pair of a recipient away."""
        for row in self._where("? IN (recipient_id, other_id)", (recipient_id,)):
            self._remove(row["id"])


def _flag(value: bool | None) -> int | None:
    return None if value is None else int(value)


_COLUMNS = (
    "kind", "name", "folded", "name_key", "sort_name", "honorific", "gender", "birth", "id_number", "ethnic_group",
    "position", "unit_id", "address", "classes", "enterprise", "founded", "later_retirement", "awards_known_from",
    "initiatives_known_from", "merged_into", "note",
)  # fmt: skip
"""In the order of ``_values``."""


def _row(recipient: Recipient) -> Row:
    return dict(zip(_COLUMNS, _values(recipient), strict=True))


def _values(recipient: Recipient) -> tuple[Any, ...]:
    name = rows.text(recipient.name)
    return (
        recipient.kind._value_,
        name,
        fold(name),
        name_key(name, recipient.kind, recipient.sort_name),
        rows.optional(recipient.sort_name),
        rows.optional(recipient.honorific),
        rows.optional(recipient.gender),
        rows.optional(recipient.birth),
        rows.number(recipient.id_number),
        rows.optional(recipient.ethnic_group),
        rows.optional(recipient.position),
        recipient.unit_id,
        rows.optional(recipient.address),
        rows.array(recipient.classes),
        _flag(recipient.enterprise),
        recipient.founded,
        _flag(recipient.later_retirement),
        recipient.awards_known_from,
        recipient.initiatives_known_from,
        recipient.merged_into,
        rows.optional(recipient.note),
    )


def _truth(value: int | None) -> bool | None:
    return None if value is None else bool(value)


@rows.reading
def _recipient(row: Row) -> Recipient:
    return Recipient(
        kind=RecipientKind(row["kind"]),
        name=row["name"],
        honorific=row["honorific"],
        gender=row["gender"],
        birth=row["birth"],
        id_number=row["id_number"],
        ethnic_group=row["ethnic_group"],
        position=row["position"],
        unit_id=None if row["unit_id"] is None else UnitId(row["unit_id"]),
        address=row["address"],
        classes=rows.texts(row["classes"]),
        enterprise=_truth(row["enterprise"]),
        founded=row["founded"],
        later_retirement=_truth(row["later_retirement"]),
        awards_known_from=row["awards_known_from"],
        initiatives_known_from=row["initiatives_known_from"],
        merged_into=None if row["merged_into"] is None else RecipientId(row["merged_into"]),
        note=row["note"],
        sort_name=row["sort_name"],
        id=RecipientId(row["id"]),
    )


def _post_row(post: Post) -> Row:
    return {
        "title": rows.text(post.title),
        "post_group": rows.optional(post.group),
        "unit_id": post.unit_id,
        "unit": rows.optional(post.unit),
        "since": rows.iso(post.since),
        "until": rows.iso(post.until),
    }


@rows.reading
def _post(row: Row) -> Post:
    return Post(
        recipient_id=RecipientId(row["recipient_id"]),
        title=row["title"],
        group=row["post_group"],
        unit_id=None if row["unit_id"] is None else UnitId(row["unit_id"]),
        unit=row["unit"],
        since=rows.day(row["since"]),
        until=rows.day(row["until"]),
        id=PostId(row["id"]),
    )

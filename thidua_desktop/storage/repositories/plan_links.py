"""Links between plans."""

from __future__ import annotations

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import PlanId, PlanLinkId
from thidua_desktop.domain.plan_links import LinkKind, PlanLink
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import Repository
from thidua_desktop.storage.rows import Row


class PlanLinkRepository(Repository):
    """Table ``plan_links``; links to plans in the trash are not shown and not lost."""

    table = "plan_links"
    kind = Kind.PLAN

    def get(self, link_id: PlanLinkId) -> PlanLink:
        """One link.

        Raises:
            RecordMissing: no such link.
        """
        return _link(self._one(link_id))

    def of_plan(self, plan_id: PlanId) -> tuple[PlanLink, ...]:
        """The links from a plan in the order in which they were made."""
        return tuple(_link(row) for row in self._where(f"plan_id = ? AND {_TO_LIVING}", (plan_id,)))

    def to_plan(self, plan_id: PlanId) -> tuple[PlanLink, ...]:
        """The links from other plans to a plan."""
        found = self._where("other_id = ? AND plan_id IN (SELECT id FROM plans WHERE deleted_at IS NULL)", (plan_id,))
        return tuple(_link(row) for row in found)

    def save(self, link: PlanLink) -> PlanLinkId:
        """Keep a link; gives its id."""
        if link.id is None:
            return PlanLinkId(self._insert(_row(link)))
        self._update(link.id, _row(link))
        return link.id

    def remove(self, link_id: PlanLinkId) -> None:
        """Remove a link."""
        self._remove(link_id)


_TO_LIVING = "(other_id IS NULL OR other_id IN (SELECT id FROM plans WHERE deleted_at IS NULL))"


def _row(link: PlanLink) -> Row:
    return {
        "plan_id": link.plan_id,
        "kind": link.kind.value,
        "other_id": link.other_id,
        "number": rows.optional(link.number),
        "issued_on": rows.iso(link.issued_on),
        "title": rows.optional(link.title),
    }


@rows.reading
def _link(row: Row) -> PlanLink:
    return PlanLink(
        plan_id=PlanId(row["plan_id"]),
        kind=LinkKind(row["kind"]),
        other_id=row["other_id"],
        number=row["number"],
        issued_on=rows.day(row["issued_on"]),
        title=row["title"],
        id=PlanLinkId(row["id"]),
    )

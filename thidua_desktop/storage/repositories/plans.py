"""Plans: the document's own data."""

from __future__ import annotations

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan, PlanKind, PlanState, Signer
from thidua_desktop.storage import rows
from thidua_desktop.storage.repositories.base import TrashRepository
from thidua_desktop.storage.rows import Row


class PlanRepository(TrashRepository):
    """Table ``plans``."""

    table = "plans"
    kind = Kind.PLAN

    def get(self, plan_id: PlanId) -> Plan:
        """One plan.

        Raises:
            RecordMissing: no such plan, or in the trash.
        """
        return _plan(self._living(plan_id))

    def any(self, plan_id: PlanId) -> Plan:
        """One plan, also when it lies in the trash.

        Raises:
            RecordMissing: no such plan.
        """
        return _plan(self._one(plan_id))

    def of_year(self, year: int) -> tuple[Plan, ...]:
        """The plans of a year, by day of issue, drafts without a day last."""
        found = self._alive("year = ?", (year,), order="issued_on IS NULL, issued_on, id")
        return tuple(_plan(row) for row in found)

    def trashed(self) -> tuple[Plan, ...]:
        """The plans in the trash, the latest first."""
        return tuple(_plan(row) for row in self._where("deleted_at IS NOT NULL", order="deleted_at DESC, id"))

    def with_sha256(self, sha256: str) -> Plan | None:
        """The plan that was read from a file with this content, if there is one."""
        found = self._alive("source_sha256 = ?", (sha256,)) if sha256 else []
        return _plan(found[0]) if found else None

    def save(self, plan: Plan) -> PlanId:
        """Keep a plan; gives its id."""
        return PlanId(self._save(plan.id, _row(plan)))


def _row(plan: Plan) -> Row:
    return {
        "title": rows.text(plan.title),
        "year": plan.year,
        "number": rows.optional(plan.number),
        "issued_on": rows.iso(plan.issued_on),
        "place": rows.optional(plan.place),
        "issuer": rows.optional(plan.issuer),
        "superior": rows.optional(plan.superior),
        "legal_bases": rows.array(plan.legal_bases),
        "recipients": rows.array(plan.recipients),
        "signer_posts": rows.array(plan.signer.posts),
        "signer_name": rows.optional(plan.signer.name),
        "state": plan.state.value,
        "source_name": rows.text(plan.source_name),
        "source_sha256": plan.source_sha256,
        "kind": plan.kind.value,
    }


@rows.reading
def _plan(row: Row) -> Plan:
    return Plan(
        title=row["title"],
        year=row["year"],
        number=row["number"],
        issued_on=rows.day(row["issued_on"]),
        place=row["place"],
        issuer=row["issuer"],
        superior=row["superior"],
        legal_bases=rows.texts(row["legal_bases"]),
        recipients=rows.texts(row["recipients"]),
        signer=Signer(posts=rows.texts(row["signer_posts"]), name=row["signer_name"]),
        state=PlanState(row["state"]),
        source_name=row["source_name"],
        source_sha256=row["source_sha256"],
        id=PlanId(row["id"]),
        kind=PlanKind(row["kind"]),
    )

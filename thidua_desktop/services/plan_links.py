"""Links between plans: which superior's plan ours answers, and what the text says of it."""

from __future__ import annotations

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import PlanId, PlanLinkId
from thidua_desktop.domain.plan_links import LinkProposal, PlanLink, check_link, proposals
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

_PLAN = frozenset({Kind.PLAN})


class PlanLinkService:
    """The links of plans with each other and with documents outside the file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_plan(self, plan_id: PlanId) -> tuple[PlanLink, ...]:
        """The plans that a plan answers, was made of or is related to."""
        with self._store.read() as work:
            return work.plan_links.of_plan(plan_id)

    def answered_by(self, plan_id: PlanId) -> tuple[PlanLink, ...]:
        """The links from other plans of the file to this one."""
        with self._store.read() as work:
            return work.plan_links.to_plan(plan_id)

    def proposals(self, plan_id: PlanId) -> tuple[LinkProposal, ...]:
        """The plans that the text says it carries out and that are not linked yet.

        Raises:
            RecordMissing: no such plan, or in the trash.
        """
        with self._store.read() as work:
            known = [plan for year in work.queries.years() for plan in work.plans.of_year(year)]
            plan, parts = work.plans.get(plan_id), work.parts.of_plan(plan_id)
            return proposals(plan, parts, known, work.plan_links.of_plan(plan_id))

    def save(self, link: PlanLink) -> Changes:
        """Keep a link, a new one when it has no id.

        Raises:
            LinkTargetMissing, LinkToItself: it cannot be kept so.
            RecordMissing: one of the plans is not there.
        """
        check_link(link)
        with self._store.read() as work:
            title, other = brief(work.plans.get(link.plan_id).title), brief(_called(work, link))
        with self._store.write("plan.link", title=title, other=other) as work:
            link_id = work.plan_links.save(link)
        return Changes("plan.link", _PLAN, (link_id,) if link.id is None else ())

    def remove(self, link_id: PlanLinkId) -> Changes:
        """Take a link away.

        Raises:
            RecordMissing: no such link.
        """
        with self._store.read() as work:
            link = work.plan_links.get(link_id)
            title, other = brief(work.plans.any(link.plan_id).title), brief(_called(work, link))
        with self._store.write("plan.unlink", title=title, other=other) as work:
            work.plan_links.remove(link_id)
        return Changes("plan.unlink", _PLAN)


def _called(work: Work, link: PlanLink) -> str:
    if link.other_id is not None:
        other = work.plans.any(link.other_id)
        return other.number or other.title
    return link.number or ""

"""The trash as a whole: what lies in it, and taking any of it out in one operation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import (
    AwardRecordId,
    CouncilId,
    DecisionId,
    MeetingId,
    MovementId,
    NominationId,
    PlanId,
    RecipientId,
    RoundId,
    SubmissionId,
    TaskId,
    UnitId,
    WorkbookId,
)
from thidua_desktop.services import councils, decisions, meetings, organisation, recipients, register
from thidua_desktop.services.council_services import CouncilServices
from thidua_desktop.services.movements import MovementService
from thidua_desktop.services.nominations import NominationService, RoundInTrash
from thidua_desktop.services.organisation import UnitService
from thidua_desktop.services.plans import PlanService
from thidua_desktop.services.recipients import RecipientService
from thidua_desktop.services.register import RegisterService
from thidua_desktop.services.submission_lines import restore_submissions
from thidua_desktop.services.submissions import SubmissionService
from thidua_desktop.services.summaries import brief
from thidua_desktop.services.tasks import PlanInTrash, TaskService
from thidua_desktop.services.workbook_ties import WorkbookTieService
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.trash import Trashed
from thidua_desktop.storage.work import Work

__all__ = ["TrashService", "Trashed"]

_TOUCHED = frozenset(
    {
        *(Kind.PLAN, Kind.TASK, Kind.ROUND, Kind.NOMINATION, Kind.SUBMISSION),
        *(Kind.UNIT, Kind.RECIPIENT, Kind.AWARD_RECORD),
        *(Kind.COUNCIL, Kind.MEETING, Kind.DECISION),
        *(Kind.MOVEMENT, Kind.WORKBOOK),
    }
)


@dataclass(frozen=True, slots=True)
class Directory:
    """The services of units, recipients and the register, which have trash of their own."""

    units: UnitService
    recipients: RecipientService
    register: RegisterService


class TrashService:
    """Everything that was thrown away can be taken back; nothing leaves the trash in any other way."""

    def __init__(
        self,
        store: Store,
        plans: PlanService,
        tasks: TaskService,
        nominations: NominationService,
        submissions: SubmissionService,
        *,
        directory: Directory,
        councils: CouncilServices,
    ) -> None:
        self._store = store
        self._directory = directory
        self._councils = councils
        self._plans, self._tasks = plans, tasks
        self._nominations, self._submissions = nominations, submissions

    def all(self) -> tuple[Trashed, ...]:
        """What lies in the trash, the latest first."""
        with self._store.read() as work:
            return work.trash.all()

    def restore(self, items: Sequence[Trashed]) -> Changes:
        """Take records out of the trash, all or none; plans and rounds bring what went there with them.

        Raises:
            PlanInTrash, RoundInTrash: a task or nomination without the plan or round that it belongs to.
            UnitThereAlready: a unit has been expected in its round anew.
            CouncilInTrash: a meeting or sub-committee without its council.
            DecisionLineTaken: a line of a draft has gone into another decision.
            UnitParentInTrash, UnitNameTaken, RecipientNumberTaken, RecipientInTrash: as their services say.
            RecordMissing: one of them is not in the trash any more.
        """
        if len(items) == 1:  # so that the history names it
            return self._restore_one(items[0])
        wanted = {kind: [item.id for item in items if item.kind is kind] for kind in _TOUCHED}
        with self._store.write("trash.restore", count=len(items)) as work:
            _restore_directory(work, wanted)
            _restore_wholes(work, wanted)
            _restore_councils(work, wanted)
            _restore_parts(work, wanted)
            work.report.movements.restore(wanted[Kind.MOVEMENT])
            work.report.workbooks.restore(wanted[Kind.WORKBOOK])
        return Changes("trash.restore", _TOUCHED)

    def _restore_one(self, item: Trashed) -> Changes:
        match item.kind:
            case Kind.PLAN:
                return self._plans.restore(PlanId(item.id))
            case Kind.TASK:
                return self._tasks.restore([TaskId(item.id)])
            case Kind.ROUND:
                return self._nominations.restore_round(RoundId(item.id))
            case Kind.SUBMISSION:
                return self._submissions.restore([SubmissionId(item.id)])
            case Kind.UNIT:
                return self._directory.units.restore(UnitId(item.id))
            case Kind.RECIPIENT:
                return self._directory.recipients.restore([RecipientId(item.id)])
            case Kind.AWARD_RECORD:
                return self._directory.register.restore([AwardRecordId(item.id)])
            case Kind.COUNCIL:
                return self._councils.councils.restore(CouncilId(item.id))
            case Kind.MEETING:
                return self._councils.meetings.restore(MeetingId(item.id))
            case Kind.DECISION:
                return self._councils.decisions.restore(DecisionId(item.id))
            case Kind.MOVEMENT:
                return MovementService(self._store).restore([MovementId(item.id)])
            case Kind.WORKBOOK:
                return WorkbookTieService(self._store).restore(WorkbookId(item.id))
            case _:
                return self._nominations.restore([NominationId(item.id)])


def _restore_directory(work: Work, wanted: Mapping[Kind, Sequence[int]]) -> None:
    """Units from the top downwards, recipients with their awards, then single awards."""
    waiting = {UnitId(unit_id) for unit_id in wanted[Kind.UNIT]}
    while waiting:
        ready = {unit_id for unit_id in waiting if work.units.any(unit_id).parent_id not in waiting}
        for unit_id in sorted(ready or waiting):
            organisation.restore(work, unit_id)
        waiting -= ready or waiting
    recipients.restore(work, [RecipientId(each) for each in wanted[Kind.RECIPIENT]])
    register.restore(work, [AwardRecordId(each) for each in wanted[Kind.AWARD_RECORD]])


def _restore_councils(work: Work, wanted: Mapping[Kind, Sequence[int]]) -> None:
    """Councils before those below them, then meetings, then drafts of decisions."""
    waiting = {CouncilId(council_id) for council_id in wanted[Kind.COUNCIL]}
    while waiting:
        ready = {each for each in waiting if work.council.councils.any(each).parent_id not in waiting}
        for council_id in sorted(ready):
            councils.restore(work, council_id)
        waiting -= ready
    for meeting_id in map(MeetingId, wanted[Kind.MEETING]):
        meetings.restore(work, meeting_id)
    for decision_id in map(DecisionId, wanted[Kind.DECISION]):
        decisions.restore(work, decision_id)


def _restore_wholes(work: Work, wanted: Mapping[Kind, Iterable[int]]) -> None:
    for plan_id in map(PlanId, wanted[Kind.PLAN]):
        stamp = work.plans.trashed_at(plan_id)
        work.plans.restore([plan_id])
        work.tasks.restore(work.tasks.trashed_with(plan_id, stamp or ""))
    for round_id in map(RoundId, wanted[Kind.ROUND]):
        stamp = work.rounds.trashed_at(round_id)
        work.rounds.restore([round_id])
        work.nominations.restore(work.nominations.trashed_with(round_id, stamp or ""))
        work.submissions.restore(work.submissions.trashed_with(round_id, stamp or ""))


def _restore_parts(work: Work, wanted: Mapping[Kind, Collection[int]]) -> None:
    for plan_id in {work.tasks.plan_of(TaskId(task_id)) for task_id in wanted[Kind.TASK]}:
        if work.plans.trashed_at(plan_id) is not None:
            raise PlanInTrash(title=brief(work.plans.any(plan_id).title))
    for round_id in work.nominations.rounds_of(NominationId(line_id) for line_id in wanted[Kind.NOMINATION]):
        if work.rounds.trashed_at(round_id) is not None:
            raise RoundInTrash(name=brief(work.rounds.any(round_id).name))
    work.tasks.restore(wanted[Kind.TASK])
    work.nominations.restore(wanted[Kind.NOMINATION])
    restore_submissions(work, map(SubmissionId, wanted[Kind.SUBMISSION]))

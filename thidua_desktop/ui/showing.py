"""Where each kind of record is worked on: brings the tab with it to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import (
    AwardRecordId,
    CouncilId,
    DecisionId,
    MeetingId,
    MovementId,
    NominationId,
    PlanId,
    RecipientId,
    RegistrationId,
    RoundId,
    SentReportId,
    SubmissionId,
    TaskId,
    UnitId,
    WorkbookId,
)
from thidua_desktop.ui.decisions.parts import FUND
from thidua_desktop.ui.reports.parts import FORMS

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow

PLANS, CALENDAR, NOMINATIONS, COUNCILS, DECISIONS, REPORTS, DIRECTORY = range(7)
"""The tabs by their places."""


def show(window: MainWindow, kind: Kind, record_id: int) -> None:
    """Put a record in front.

    Raises:
        RecordMissing: it is not there any more, or in the trash.
    """
    services = window.services
    match kind:
        case Kind.PLAN:
            window.show_year(services.plans.get(PlanId(record_id)).year)
            window.show_page(PLANS)
            window.plans.show_plan(PlanId(record_id))
        case Kind.TASK:
            task = services.tasks.get(TaskId(record_id))
            window.show_year(services.plans.get(task.plan_id).year)
            window.show_page(PLANS)
            window.plans.show_task(TaskId(record_id))
        case Kind.ROUND | Kind.NOMINATION | Kind.SUBMISSION:
            _show_nomination(window, kind, record_id)
        case Kind.COUNCIL | Kind.MEETING:
            _show_in_councils(window, kind, record_id)
        case Kind.OFFICE:
            window.open_office()
        case Kind.DECISION:
            decision_id = DecisionId(record_id)
            window.show_year(services.decisions.get(decision_id).year)
            window.show_page(DECISIONS)
            window.decisions.show_decision(decision_id)
        case Kind.AWARD_RECORD:
            window.show_page(DECISIONS)
            window.decisions.show_record(AwardRecordId(record_id))
        case Kind.FUND:
            window.show_page(DECISIONS)
            window.decisions.show_part(FUND)
        case Kind.UNIT | Kind.RECIPIENT:
            _show_in_directory(window, kind, record_id)
        case Kind.MOVEMENT | Kind.REGISTRATION | Kind.SENT_REPORT | Kind.WORKBOOK:
            _show_in_reports(window, kind, record_id)
        case Kind.FIGURE:
            window.show_page(REPORTS)
            window.reports.show_part(FORMS)


def _show_nomination(window: MainWindow, kind: Kind, record_id: int) -> None:
    held = window.services.nominations
    if kind is Kind.SUBMISSION:
        round_id = window.services.submissions.get(SubmissionId(record_id)).round_id
        window.show_year(held.get_round(round_id).year)
        window.show_page(NOMINATIONS)
        window.nominations.show_round(round_id)
        window.pages.submitting.choose(SubmissionId(record_id))
        return
    asked = kind is Kind.NOMINATION
    round_id = held.get(NominationId(record_id)).round_id if asked else RoundId(record_id)
    window.show_year(held.get_round(round_id).year)
    window.show_page(NOMINATIONS)
    if asked:
        window.nominations.show_nomination(NominationId(record_id))
    else:
        window.nominations.show_round(round_id)


def _show_in_councils(window: MainWindow, kind: Kind, record_id: int) -> None:
    if kind is Kind.COUNCIL:
        council_id = CouncilId(record_id)
        window.services.councils.get(council_id)
        window.show_page(COUNCILS)
        window.councils.show_council(council_id)
    else:
        meeting_id = MeetingId(record_id)
        window.show_year(window.services.meetings.get(meeting_id).day.year)
        window.show_page(COUNCILS)
        window.councils.show_meeting(meeting_id)


def _show_in_reports(window: MainWindow, kind: Kind, record_id: int) -> None:
    held = window.reports.windows
    window.show_page(REPORTS)
    match kind:
        case Kind.MOVEMENT:
            held.show_movement(MovementId(record_id))
        case Kind.REGISTRATION:
            held.show_registration(RegistrationId(record_id))
        case Kind.SENT_REPORT:
            held.show_report(SentReportId(record_id))
        case _:
            held.show_workbook(WorkbookId(record_id))


def _show_in_directory(window: MainWindow, kind: Kind, record_id: int) -> None:
    window.show_page(DIRECTORY)
    if kind is Kind.UNIT:
        window.directory.show_unit(UnitId(record_id))
    else:
        window.directory.show_recipient(RecipientId(record_id))

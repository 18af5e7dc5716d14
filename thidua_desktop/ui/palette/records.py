"""The records of the open file, as they can be found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from thidua_desktop.common.progress import current
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.stages import Stage
from thidua_desktop.services.container import Services
from thidua_desktop.ui.palette.entries import Entry, of_record
from thidua_desktop.wording import formats, labels

if TYPE_CHECKING:
    from thidua_desktop.services.meetings import MeetingRow

REGISTER_SHOWN = 12
"""How many entries of the register are looked up for one query."""

ICONS = {
    Kind.PLAN: "plan",
    Kind.TASK: "check",
    Kind.NOMINATION: "award",
    Kind.ROUND: "award",
    Kind.SUBMISSION: "import",
    Kind.UNIT: "units",
    Kind.RECIPIENT: "user",
    Kind.COUNCIL: "council",
    Kind.MEETING: "ballot",
    Kind.DECISION: "lock",
    Kind.AWARD_RECORD: "award",
    Kind.MOVEMENT: "award",
    Kind.REGISTRATION: "list",
    Kind.SENT_REPORT: "export",
    Kind.WORKBOOK: "excel",
}


def everything(services: Services) -> tuple[Entry, ...]:
    """All records that can be found but the entries of the register, those of the latest year first."""
    hits: list[Entry] = []
    years = services.plans.years()
    for number, year in enumerate(years):
        current().step(number, len(years), Stage.READING)
        hits += _of_year(services, year)
    return (*hits, *_decisions(services), *_councils(services), *_reports(services), *_directory(services))


def of_register(services: Services, query: str) -> tuple[Entry, ...]:
    """The first entries of the register that a query finds; it is too long to be gathered with everything else."""
    from thidua_desktop.domain.register_queries import RegisterOrder, RegisterQuery  # the window starts without them

    found = services.register_pages.first(RegisterQuery(query, order=RegisterOrder.MATCH), REGISTER_SHOWN)
    awards = {award.id: award.name for award in services.rulebooks.awards()}
    hits = []
    for row in services.register_pages.rows(found.ids):
        entry = row.entry
        said = (f"Sổ khen thưởng {entry.year}", awards.get(entry.award_id, entry.award_id), entry.decision)
        hits.append(_hit(Kind.AWARD_RECORD, entry.id, entry.name, *said))
    return tuple(hits)


def _hit(kind: Kind, record_id: int | None, title: str, *said: str | None) -> Entry:
    return of_record(kind, record_id or 0, title, " · ".join(part for part in said if part), ICONS[kind])


def _of_year(services: Services, year: int) -> Iterator[Entry]:
    for row in services.meetings.of_year(year):
        yield _meeting(row)
    for listed in services.plans.of_year(year):
        plan = listed.plan
        yield _hit(Kind.PLAN, plan.id, plan.title, f"Kế hoạch {year} {plan.number or ''}".strip())
    for found in services.tasks.of_year(year):
        task = found.task
        said = f"{labels.quarter(task.quarter)} {year}"
        yield _hit(Kind.TASK, task.id, task.text, said, "; ".join(task.lead))
    units = services.units.tree().units
    for held in services.nominations.rounds(year):
        assert held.round.id is not None
        yield _hit(Kind.ROUND, held.round.id, held.round.name, f"Đợt xét {year}")
        for nomination in services.nominations.of_round(held.round.id):
            award = services.awards.get(nomination.award_id).name
            yield _hit(Kind.NOMINATION, nomination.id, nomination.name, award, nomination.unit)
        for sent in services.submissions.of_round(held.round.id):
            name = units[sent.unit_id].name
            yield _hit(Kind.SUBMISSION, sent.id, name, f"Hồ sơ gửi đến · {held.round.name}", sent.letter_number)
    awards = {award.id: award.name for award in services.rulebooks.awards()}
    for one in services.registrations.of_year(year):
        award = awards.get(one.award_id, one.award_id)
        yield _hit(Kind.REGISTRATION, one.id, units[one.unit_id].name, f"Đăng ký thi đua {year}", award)


def _decisions(services: Services) -> Iterator[Entry]:
    for one in reversed(services.hand_decisions.every()):
        number = f"Quyết định {one.number} ngày {formats.day(one.signed_on)}" if one.number else "Quyết định chưa có số"
        yield _hit(Kind.DECISION, one.id, one.title, number, labels.of(one.state))


def _meeting(row: MeetingRow) -> Entry:
    said = (f"Phiên họp {formats.day(row.meeting.day)}", row.council, labels.of(row.meeting.state))
    return _hit(Kind.MEETING, row.meeting.id, row.meeting.name, *said)


def _councils(services: Services) -> Iterator[Entry]:
    for council in services.councils.all():
        yield _hit(Kind.COUNCIL, council.id, council.name, "Hội đồng", council.short_name, council.decision)


def _reports(services: Services) -> Iterator[Entry]:
    """Movements, reports that were sent, workbooks of superiors."""
    for movement in services.movements.all():
        said = f"Phong trào thi đua {movement.year}"
        yield _hit(Kind.MOVEMENT, movement.id, movement.name, said, movement.launched_by)
    for report in services.report_archive.all():
        said = f"Báo cáo đã gửi {formats.day(report.sent_on)}"
        yield _hit(Kind.SENT_REPORT, report.id, report.title, said, report.letter_number, report.sent_to)
    for workbook in services.workbook_ties.all():
        yield _hit(Kind.WORKBOOK, workbook.id, workbook.name, "Biểu của cấp trên", workbook.issuer)


def _directory(services: Services) -> Iterator[Entry]:
    """Units, those that have ended too, and recipients."""
    day = services.today()
    tree = services.units.tree()
    for unit_id, unit in tree.units.items():
        above = " › ".join(found.name for found in tree.path(UnitId(unit_id), day)[:-1])
        until = f"đến {formats.day(unit.valid_to)}" if unit.valid_to is not None else ""
        yield _hit(Kind.UNIT, unit_id, unit.name, "Đơn vị", above, unit.short_name, until)
    for row in services.recipients.rows():
        one = row.recipient
        yield _hit(Kind.RECIPIENT, one.id, one.name, labels.of(one.kind), one.position, row.unit)

"""A closed year stands still; whoever wants to change it says why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.services.drafts import DRAFT
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import EntryId, NominationId, PlanId, RoundId, TaskId
from thidua_desktop.domain.nominations import Nomination, NominationState, Round
from thidua_desktop.domain.plans import Plan, PlanYearOutOfRange
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.domain.units import Office, Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.years import YearClosed, YearOpen, YearReasonMissing
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

PLAN, TASK, ROUND, LINE = PlanId(1), TaskId(1), RoundId(1), NominationId(1)
LATER_PLAN, LATER_TASK = PlanId(2), TaskId(2)
REASON = "Bổ sung theo kết luận thanh tra"


@pytest.fixture
def office(services: Services) -> Services:
    """2024 with a plan, a task, a round and a line; 2025 with a plan and a task; 2024 is closed."""
    services.plans.create(Plan("Kế hoạch 2024", 2024))
    services.tasks.add(Task(PLAN, "Sơ kết", 2024, lead=("Sở Nội vụ",)))
    services.plans.create(Plan("Kế hoạch 2025", 2025))
    services.tasks.add(Task(LATER_PLAN, "Phát động", 2025))
    services.nominations.save_round(Round("Tổng kết 2024", 2024))
    services.nominations.add(_line("Nguyễn Văn An"))
    services.years.close(2024)
    return services


def _line(name: str) -> Nomination:
    return Nomination(ROUND, RecipientKind.PERSON, name, "lao_dong_tien_tien")


REFUSED: dict[str, Callable[[Services], Changes]] = {
    "new plan": lambda s: s.plans.create(Plan("Thêm", 2024)),
    "import": lambda s: s.imports.store_plan(DRAFT),
    "change plan": lambda s: s.plans.save(replace(s.plans.get(PLAN), number="1/KH")),
    "plan leaves the year": lambda s: s.plans.save(replace(s.plans.get(PLAN), year=2025)),
    "plan comes into the year": lambda s: s.plans.save(replace(s.plans.get(LATER_PLAN), year=2024)),
    "delete plan": lambda s: s.plans.delete(PLAN),
    "new task": lambda s: s.tasks.add(Task(LATER_PLAN, "Thêm", 2024)),
    "change task": lambda s: s.tasks.save(replace(s.tasks.get(TASK), note="x")),
    "change the units of a task": lambda s: s.tasks.save(replace(s.tasks.get(TASK), lead=("Sở Y tế",))),
    "one of many": lambda s: s.tasks.move([LATER_TASK, TASK], TaskState.DONE),
    "delete task": lambda s: s.tasks.delete([TASK]),
    "change round": lambda s: s.nominations.save_round(replace(s.nominations.get_round(ROUND), name="Khác")),
    "delete round": lambda s: s.nominations.delete_round(ROUND),
    "new line": lambda s: s.nominations.add(_line("Trần Thị Bình")),
    "change line": lambda s: s.nominations.save(replace(s.nominations.get(LINE), citation="x")),
    "move line": lambda s: s.nominations.move([LINE], NominationState.DOSSIER_COMPLETE),
    "undo": lambda s: s.undo.undo(EntryId(2)),
    "back to before it was closed": lambda s: s.undo.back_to(EntryId(1)),
    "close again": lambda s: s.years.close(2024),
}


@pytest.mark.parametrize("attempt", REFUSED.values(), ids=REFUSED)
def test_nothing_of_a_closed_year_changes(
    office: Services, store: Store, attempt: Callable[[Services], Changes]
) -> None:
    before = store.position()
    with pytest.raises(YearClosed) as caught:
        attempt(office)
    assert store.position() == before
    assert "Năm 2024 đã khóa sổ" in messages.error(caught.value)


def test_other_years_and_the_office_go_on(office: Services) -> None:
    office.tasks.move([LATER_TASK], TaskState.DONE)
    office.units.save(Unit("Sở Y tế"))
    office.office.save(Office("SỞ NỘI VỤ"))
    office.plans.create(Plan("Thêm", 2023))
    assert office.years.closed() == (2024,)


def test_reopening_needs_a_reason_that_stays_in_the_history(office: Services) -> None:
    with pytest.raises(YearReasonMissing):
        office.years.reopen(2024, " \t")
    assert office.years.closed() == (2024,)
    office.years.reopen(2024, REASON)
    assert office.years.closed() == ()
    entry = office.history.recent(1)[0]
    assert messages.operation(entry.operation, entry.params) == f"mở lại sổ năm 2024: {REASON}"
    office.tasks.save(replace(office.tasks.get(TASK), note="x"))
    office.years.close(2024)
    assert office.years.closed() == (2024,)


def test_only_a_closed_year_is_reopened(services: Services) -> None:
    with pytest.raises(YearOpen):
        services.years.reopen(2024, REASON)
    with pytest.raises(PlanYearOutOfRange):
        services.years.close(20244)


def test_closing_by_mistake_can_be_taken_back_at_once(office: Services) -> None:
    office.undo.undo()
    assert office.years.closed() == ()
    office.undo.redo()
    assert office.years.closed() == (2024,)

"""Everything that was thrown away is listed with its moment, and can be taken back."""

from __future__ import annotations

import pytest

from tests.services.drafts import DRAFT
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import NominationId, PlanId, RoundId, TaskId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.services.container import Services
from thidua_desktop.services.nominations import RoundInTrash
from thidua_desktop.services.tasks import PlanInTrash

PLAN, ROUND = PlanId(1), RoundId(1)


@pytest.fixture(autouse=True)
def full(services: Services) -> None:
    services.imports.store_plan(DRAFT)
    services.nominations.save_round(Round("Tổng kết năm 2024", 2024))
    for name in ("Nguyễn Văn An", "Trần Thị Bình"):
        services.nominations.add(Nomination(ROUND, RecipientKind.PERSON, name, "lao_dong_tien_tien"))


def listed(services: Services) -> list[tuple[Kind, int, int]]:
    return [(item.kind, item.id, item.members) for item in services.trash.all()]


def test_an_empty_trash(services: Services) -> None:
    assert services.trash.all() == ()


def test_what_went_with_its_plan_is_counted_there_and_what_went_before_is_listed(services: Services) -> None:
    services.tasks.delete([TaskId(2)])
    services.plans.delete(PLAN)
    services.nominations.delete([NominationId(1)])
    services.nominations.delete_round(ROUND)
    assert listed(services) == [
        (Kind.ROUND, 1, 1),
        (Kind.NOMINATION, 1, 0),
        (Kind.PLAN, 1, 2),
        (Kind.TASK, 2, 0),
    ]
    nomination = services.trash.all()[1]
    assert (nomination.name, nomination.within, nomination.year) == ("Nguyễn Văn An", "Tổng kết năm 2024", 2024)
    assert nomination.deleted_at == services.history.recent(2)[1].at


def test_all_of_it_comes_back_in_one_operation(services: Services) -> None:
    services.tasks.delete([TaskId(2)])
    services.plans.delete(PLAN)
    services.nominations.delete_round(ROUND)
    services.trash.restore(services.trash.all())
    assert services.trash.all() == ()
    assert len(services.tasks.of_plan(PLAN)) == 3
    assert len(services.nominations.of_round(ROUND)) == 2
    services.undo.undo()
    assert len(services.trash.all()) == 3


@pytest.mark.parametrize("throw_away", ["plan", "task", "round", "nomination"])
def test_one_alone_is_named_in_the_history(services: Services, throw_away: str) -> None:
    {
        "plan": lambda: services.plans.delete(PLAN),
        "task": lambda: services.tasks.delete([TaskId(1)]),
        "round": lambda: services.nominations.delete_round(ROUND),
        "nomination": lambda: services.nominations.delete([NominationId(1)]),
    }[throw_away]()
    assert services.trash.restore(services.trash.all()).operation == f"{throw_away}.restore"
    assert services.trash.all() == ()


def test_parts_do_not_come_back_without_their_whole_and_nothing_happens(services: Services) -> None:
    services.tasks.delete([TaskId(2)])
    services.plans.delete(PLAN)
    services.nominations.delete([NominationId(1)])
    services.nominations.delete_round(ROUND)
    round_, line, plan, task = services.trash.all()
    with pytest.raises(PlanInTrash):
        services.trash.restore([round_, task])
    with pytest.raises(RoundInTrash):
        services.trash.restore([plan, line])
    assert len(services.trash.all()) == 4

"""One operation, one message, one way back: to that operation and no other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import pytest

from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.undoable import Undoable

T = TypeVar("T")


class LateRunner(ImmediateRunner):
    """Hands the answers over when the test wants them, as the window's thread does after other work."""

    def __init__(self, feedback: FakeFeedback) -> None:
        super().__init__(feedback)
        self.answers: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
        *,
        label: str = "",
    ) -> None:
        super().run(work, lambda result: self.answers.append(partial(done, result)), failed, label=label)

    def answer(self) -> None:
        """Hand over what waits."""
        waiting, self.answers = self.answers, []
        for each in waiting:
            each()


@pytest.fixture
def late(feedback: FakeFeedback) -> LateRunner:
    return LateRunner(feedback)


@pytest.fixture
def undoable(services: Services, late: LateRunner, navigation: Navigation, feedback: FakeFeedback) -> Undoable:
    return Undoable(services, late, navigation, feedback)


def _names(services: Services) -> set[str]:
    return {unit.name for unit in services.units.all()}


def test_the_way_back_leads_to_the_operation_that_was_done(
    services: Services, undoable: Undoable, late: LateRunner, feedback: FakeFeedback, monkeypatch: pytest.MonkeyPatch
) -> None:
    undoable.do(partial(services.units.save, Unit("Sở Y tế")), "Đã thêm Sở Y tế.")
    services.units.save(Unit("Sở Nội vụ"))  # something else, before the window hears of the first
    with monkeypatch.context() as closed:
        closed.setattr(services.undo, "next_undo", lambda: pytest.fail("the window's thread reads the file"))
        late.answer()
    assert feedback.said == ["Đã thêm Sở Y tế."]
    (back,) = feedback.offers
    back.do()
    late.answer()
    assert _names(services) == {"Sở Nội vụ"}
    assert feedback.said[-1] == "Đã hoàn tác."


def test_what_changes_nothing_offers_no_way_back(
    services: Services, undoable: Undoable, late: LateRunner, feedback: FakeFeedback
) -> None:
    services.units.save(Unit("Sở Y tế"))
    undoable.do(lambda: Changes("unit.save"), "Không có gì thay đổi.")
    late.answer()
    assert feedback.offers == ()


def test_the_message_can_be_made_of_the_changes_and_others_hear_of_them(
    services: Services, undoable: Undoable, late: LateRunner, navigation: Navigation, feedback: FakeFeedback
) -> None:
    heard: list[Changes] = []
    navigation.changes_made.connect(heard.append)
    undoable.do(
        partial(services.units.save, Unit("Sở Y tế")),
        lambda changes: f"Đã thêm {len(changes.created)} đơn vị.",
        then=heard.append,
    )
    late.answer()
    assert feedback.said == ["Đã thêm 1 đơn vị."]
    assert len(heard) == 2 and heard[0] is heard[1]


def test_trouble_is_told_or_handed_to_whoever_wants_it(
    services: Services, undoable: Undoable, feedback: FakeFeedback
) -> None:
    heard: list[AppError] = []
    undoable.do(partial(services.units.delete, UnitId(99)), "Đã xóa.")
    undoable.do(partial(services.units.delete, UnitId(99)), "Đã xóa.", failed=heard.append)
    assert len(feedback.troubles) == len(heard) == 1
    assert type(heard[0]) is type(feedback.troubles[0])

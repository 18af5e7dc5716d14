"""Mine, theirs and what was sent out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.tasks import ReasonMissing, Task, TaskState
from thidua_desktop.domain.trackers import (
    Comparison,
    FieldChange,
    TrackerField,
    TrackerRow,
    Value,
    compare,
    merged,
    values_of,
)

F, S = TrackerField, TaskState
TODAY = date(2026, 8, 20)
SENT = Task(PlanId(1), "Báo cáo", 2026, 2, state=S.IN_PROGRESS, progress=40, note="Đã nhắc", id=TaskId(1))
HERE = Source(8, sheet="Theo dõi", row=11)


def returned(theirs: Mapping[F, Value], *, sent: Task | None = SENT) -> TrackerRow:
    """A row with everything as it was sent, apart from what is given."""
    base = values_of(sent) if sent is not None else None
    return TrackerRow(HERE, "Báo cáo", {**values_of(sent or SENT), **theirs}, base, TaskId(1))


def asked(comparison: Comparison) -> dict[F, tuple[Value, bool]]:
    return {change.field: (change.theirs, change.conflict) for change in comparison.changes}


def codes(comparison: Comparison) -> list[str]:
    return [finding.code for finding in comparison.findings]


def test_an_untouched_row_asks_for_nothing() -> None:
    assert compare(SENT, returned({})) == Comparison()


def test_what_only_they_changed_is_clear() -> None:
    done = {F.STATE: S.DONE, F.COMPLETED_ON: date(2026, 7, 2), F.PROGRESS: 100, F.NOTE: None}
    assert asked(compare(SENT, returned(done))) == {
        F.STATE: (S.DONE, False),
        F.COMPLETED_ON: (date(2026, 7, 2), False),
        F.NOTE: (None, False),
    }


def test_what_only_we_changed_stays() -> None:
    mine = replace(SENT, progress=80, note="Đã gặp", state=S.WAITING)
    assert compare(mine, returned({})) == Comparison()


def test_what_both_changed_is_a_conflict_with_all_three_values() -> None:
    mine = replace(SENT, progress=80)
    (change,) = compare(mine, returned({F.PROGRESS: 60})).changes
    assert (change.base, change.mine, change.theirs, change.conflict) == (40, 80, 60, True)
    assert change.source == HERE


def test_what_both_changed_alike_is_nothing() -> None:
    assert compare(replace(SENT, progress=60), returned({F.PROGRESS: 60})) == Comparison()


def test_without_what_was_sent_a_value_of_ours_is_only_replaced_by_choice() -> None:
    row = returned({F.PROGRESS: 60, F.NOTE: "Khác", F.DELAY_REASON: "Chờ", F.STATE: S.IN_PROGRESS}, sent=None)
    assert asked(compare(SENT, row)) == {
        F.PROGRESS: (60, True),
        F.NOTE: ("Khác", True),
        F.DELAY_REASON: ("Chờ", False),
    }


def test_without_what_was_sent_empty_cells_take_nothing_away() -> None:
    assert compare(SENT, returned({F.NOTE: None, F.COMPLETED_ON: None}, sent=None)) == Comparison()


def test_emptied_state_and_progress_ask_for_nothing() -> None:
    assert compare(SENT, returned({F.STATE: None, F.PROGRESS: None})) == Comparison()


def test_a_day_and_100_percent_mean_done() -> None:
    comparison = compare(SENT, returned({F.PROGRESS: 100, F.COMPLETED_ON: date(2026, 6, 3)}))
    assert asked(comparison) == {F.STATE: (S.DONE, False), F.COMPLETED_ON: (date(2026, 6, 3), False)}
    assert codes(comparison) == ["tracker.taken_as_done"]


@pytest.mark.parametrize("fields", [{F.PROGRESS: 60}, {F.PROGRESS: 100, F.STATE: S.WAITING}])
def test_a_day_alone_does_not_finish_a_task(fields: dict[F, Value]) -> None:
    comparison = compare(SENT, returned({**fields, F.COMPLETED_ON: date(2026, 6, 3)}))
    assert F.COMPLETED_ON not in asked(comparison)
    assert "tracker.day_without_done" in codes(comparison)


def test_done_without_a_day_is_pointed_out_and_keeps_no_day() -> None:
    comparison = compare(SENT, returned({F.STATE: S.DONE}))
    assert codes(comparison) == ["tracker.done_without_day"]
    task = merged(SENT, comparison.changes, today=TODAY)
    assert (task.state, task.progress, task.completed_on) == (S.DONE, 100, None)


def test_done_with_less_than_100_percent_is_pointed_out() -> None:
    comparison = compare(SENT, returned({F.STATE: S.DONE, F.PROGRESS: 70, F.COMPLETED_ON: TODAY}))
    assert codes(comparison) == ["tracker.done_below_100"]


def test_a_step_without_its_reason_is_not_proposed_but_the_rest_is() -> None:
    bare = replace(SENT, note=None)
    comparison = compare(bare, returned({F.STATE: S.CANCELLED, F.PROGRESS: 10}, sent=bare))
    assert asked(comparison) == {F.PROGRESS: (10, False)}
    assert codes(comparison) == ["tracker.reason_missing"]


def test_a_step_with_its_reason_is_taken() -> None:
    comparison = compare(SENT, returned({F.STATE: S.CANCELLED, F.DELAY_REASON: "Không phát sinh"}))
    task = merged(SENT, comparison.changes, today=TODAY)
    assert (task.state, task.state_reason, task.delay_reason) == (S.CANCELLED, "Không phát sinh", "Không phát sinh")


def test_a_reason_that_waits_for_the_clerk_does_not_count() -> None:
    mine = replace(SENT, note=None, delay_reason=None)
    assert codes(compare(mine, returned({F.STATE: S.CANCELLED}))) == ["tracker.reason_missing"]


def test_100_percent_without_done_is_99_and_stays_so() -> None:
    row = returned({F.PROGRESS: 100})
    comparison = compare(SENT, row)
    assert codes(comparison) == ["tracker.not_yet_done"]
    task = merged(SENT, comparison.changes, today=TODAY)
    assert task.progress == 99
    assert not compare(task, row).changes, "a second reading finds nothing new"


def test_fields_that_could_not_be_read_are_left_alone() -> None:
    row = replace(returned({}), values={F.NOTE: "Mới"})
    assert asked(compare(SENT, row)) == {F.NOTE: ("Mới", False)}


def test_progress_starts_a_task_but_does_not_finish_it() -> None:
    fresh = Task(PlanId(1), "Báo cáo", 2026, id=TaskId(1))
    half, all_ = (
        merged(fresh, [FieldChange(TaskId(1), F.PROGRESS, 0, 0, share, False, HERE)], today=TODAY)
        for share in (50, 100)
    )
    assert (half.state, half.progress) == (S.IN_PROGRESS, 50)
    assert (all_.state, all_.progress) == (S.IN_PROGRESS, 99)


def test_merging_changes_nothing_else() -> None:
    change = FieldChange(TaskId(1), F.NOTE, None, None, "Mới", False, HERE)
    assert merged(SENT, [change], today=TODAY) == replace(SENT, note="Mới")


def test_a_chosen_step_without_reason_is_refused() -> None:
    bare = replace(SENT, note=None)
    step = FieldChange(TaskId(1), F.STATE, S.IN_PROGRESS, S.IN_PROGRESS, S.CANCELLED, True, HERE)
    with pytest.raises(ReasonMissing):
        merged(bare, [step], today=TODAY)

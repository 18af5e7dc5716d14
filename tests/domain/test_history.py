"""What the journal tells about what is in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from thidua_desktop.domain.history import GOING_BACK, Entry, RowChange, in_force, is_undone, last_done, last_undone, net
from thidua_desktop.domain.ids import EntryId


def _journal(*entries: tuple[str, int | None]) -> tuple[Entry, ...]:
    """Entries numbered from 1, given as operation and what it undoes; the latest first, as they are read."""
    undone_by = {undoes: number for number, (_, undoes) in enumerate(entries, 1) if undoes is not None}
    made = [
        Entry(
            EntryId(number),
            operation,
            datetime(2024, 6, 20, tzinfo=UTC),
            "lan@pc-01",
            undoes=None if undoes is None else EntryId(undoes),
            undone_by=EntryId(undone_by[number]) if number in undone_by else None,
        )
        for number, (operation, undoes) in enumerate(entries, 1)
    ]
    return tuple(reversed(made))


def _id(entry: Entry | None) -> int | None:
    return None if entry is None else entry.id


def test_nothing_done_nothing_to_take_back() -> None:
    assert last_done(()) is None
    assert last_undone(()) is None


def test_undo_goes_back_one_by_one_and_redo_forward() -> None:
    steps: list[tuple[str, int | None]] = [("a", None), ("b", None)]
    assert (_id(last_done(_journal(*steps))), _id(last_undone(_journal(*steps)))) == (2, None)
    steps.append(("undo", 2))
    assert (_id(last_done(_journal(*steps))), _id(last_undone(_journal(*steps)))) == (1, 3)
    steps.append(("undo", 1))
    assert (_id(last_done(_journal(*steps))), _id(last_undone(_journal(*steps)))) == (None, 4)
    steps.append(("redo", 4))
    assert (_id(last_done(_journal(*steps))), _id(last_undone(_journal(*steps)))) == (1, 3)
    steps.append(("redo", 3))
    assert (_id(last_done(_journal(*steps))), _id(last_undone(_journal(*steps)))) == (2, None)
    steps.append(("undo", 2))
    assert (_id(last_done(_journal(*steps))), _id(last_undone(_journal(*steps)))) == (1, 7)


def test_something_new_ends_redo() -> None:
    journal = _journal(("a", None), ("undo", 1), ("b", None))
    assert last_undone(journal) is None
    assert _id(last_done(journal)) == 3


def test_taken_back_and_done_again_is_in_force() -> None:
    journal = _journal(("a", None), ("undo", 1), ("redo", 2))
    known = {entry.id: entry for entry in journal}
    assert not is_undone(known[EntryId(1)], known)
    assert is_undone(known[EntryId(2)], known)


def test_many_changes_of_a_row_are_one() -> None:
    changes = [
        RowChange("tasks", 1, {"id": 1, "text": "a"}, {"id": 1, "text": "b"}),
        RowChange("tasks", 2, None, {"id": 2, "text": "x"}),
        RowChange("tasks", 1, {"id": 1, "text": "b"}, {"id": 1, "text": "c"}),
        RowChange("tasks", 2, {"id": 2, "text": "x"}, {"id": 2, "text": "y"}),
        RowChange("tasks", 3, {"id": 3, "text": "z"}, None),
    ]
    assert net(changes) == (
        RowChange("tasks", 3, {"id": 3, "text": "z"}, None),
        RowChange("tasks", 1, {"id": 1, "text": "a"}, {"id": 1, "text": "c"}),
        RowChange("tasks", 2, None, {"id": 2, "text": "y"}),
    )


def test_what_comes_to_nothing_is_left_out() -> None:
    there = {"id": 1, "text": "a"}
    assert net([RowChange("tasks", 1, None, there), RowChange("tasks", 1, there, None)]) == ()
    assert net([RowChange("tasks", 1, there, {"id": 1}), RowChange("tasks", 1, {"id": 1}, there)]) == ()


def test_what_is_in_force_after_undo_and_redo() -> None:
    done = _journal(("a", None), ("b", None), ("undo", 2), ("c", None))
    assert in_force(done) == {1, 4}
    assert in_force(done, EntryId(2)) == {1, 2}
    assert in_force(_journal(("a", None), ("b", None), ("undo", 2), ("redo", 3))) == {1, 2}
    assert in_force(()) == frozenset()


def _gone_back(count: int, *entries: tuple[str, int | None]) -> tuple[Entry, ...]:
    return tuple(
        replace(entry, params={"count": count}) if entry.operation == GOING_BACK else entry
        for entry in _journal(*entries)
    )


def test_going_back_puts_later_operations_out_of_force_and_going_on_brings_them_back() -> None:
    steps: list[tuple[str, int | None]] = [("a", None), ("b", None), ("undo", 2), ("c", None), (GOING_BACK, None)]
    assert in_force(_gone_back(2, *steps)) == {1, 2, 5}  # to where "b" had not been undone
    assert in_force(_gone_back(2, *steps, ("undo", 5))) == {1, 4}
    assert in_force(_gone_back(2, *steps, ("undo", 5), ("redo", 6))) == {1, 2, 5}
    assert in_force(_gone_back(2, *steps, ("d", None), ("undo", 5))) == {1, 4, 6}


def test_what_is_older_than_the_list_is_left_alone() -> None:
    latest = _gone_back(9, ("a", None), ("b", None), ("undo", 1), (GOING_BACK, None))[:2]
    assert in_force(latest) == {4}

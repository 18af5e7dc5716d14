"""Registrations: counts with the named ones in them, and what turns a cell into another count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RecipientId, RegistrationId, UnitId
from thidua_desktop.domain.registrations import (
    Cell,
    FewerThanNamed,
    Registration,
    RegistrationAmountImpossible,
    changed_to,
    counts,
    named,
)

CELL = Cell(UnitId(1), "lao_dong_tien_tien", RecipientKind.PERSON)
COUNTED = Registration(2026, *(CELL.unit_id, CELL.award_id, CELL.kind), 5, id=RegistrationId(1))
NAMED = replace(COUNTED, amount=1, recipient_id=RecipientId(7), id=RegistrationId(2))


def test_counts_have_the_named_ones_in_them() -> None:
    assert counts([COUNTED, NAMED]) == {CELL: 6}
    assert named([COUNTED, NAMED]) == {CELL: 1}


@pytest.mark.parametrize("wanted", [1, 2, 6, 7, 999])
def test_a_cell_has_the_count_that_was_asked_for(wanted: int) -> None:
    present = [COUNTED, NAMED, replace(COUNTED, amount=2, id=RegistrationId(3))]
    change = changed_to(2026, CELL, present, wanted)
    left = {one.id: one for one in present if one.id not in change.remove}
    left |= {one.id: one for one in change.save}
    assert counts([*left.values(), *change.add]) == {CELL: wanted}
    assert NAMED in left.values()


def test_nothing_is_done_for_the_count_that_there_is() -> None:
    change = changed_to(2026, CELL, [COUNTED, NAMED], 6)
    assert (change.add, change.save, change.remove) == ((), (), ())
    assert changed_to(2026, CELL, [], 0) == change


def test_an_emptied_cell_keeps_nothing() -> None:
    assert changed_to(2026, CELL, [COUNTED], 0).remove == (RegistrationId(1),)


@pytest.mark.parametrize(
    ("wanted", "error"),
    [(-1, RegistrationAmountImpossible), (10**6, RegistrationAmountImpossible), (0, FewerThanNamed)],
)
def test_impossible_counts(wanted: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        changed_to(2026, CELL, [NAMED], wanted)

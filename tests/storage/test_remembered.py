"""The lines of a round are read once until something is changed; a running operation sees what it is making."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import NominationId, RoundId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.storage import remembered
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.store import Store

LINE = Nomination(RoundId(1), RecipientKind.PERSON, "Nguyễn Thị Lan", "lao_dong_tien_tien")


@pytest.fixture
def round_id(store: Store) -> RoundId:
    with store.write("round.save", name="Đợt") as work:
        made = RoundId(work.rounds.save(Round("Đợt", 2025)))
        work.nominations.add_many([replace(LINE, round_id=made, name=f"Nguyễn Thị Lan {at}") for at in range(3)])
    return made


def _lines(store: Store, round_id: RoundId) -> tuple[Nomination, ...]:
    with store.read() as work:
        return work.nominations.of_round(round_id)


def test_the_same_question_is_answered_by_the_same_records(store: Store, round_id: RoundId) -> None:
    assert all(one is other for one, other in zip(_lines(store, round_id), _lines(store, round_id), strict=True))


def test_after_any_operation_they_are_read_anew(store: Store, round_id: RoundId) -> None:
    before = _lines(store, round_id)
    with store.write("nomination.save", name="x") as work:
        changed = replace(before[0], name="Trần Văn Bình")
        work.nominations.save(changed)
        assert work.nominations.of_round(round_id)[0] == changed
    assert _lines(store, round_id)[0] == changed


def test_what_an_operation_did_not_keep_is_not_remembered(store: Store, round_id: RoundId) -> None:
    before = _lines(store, round_id)
    with pytest.raises(RecordMissing), store.write("nomination.save", name="x") as work:
        work.nominations.save(replace(before[0], name="Trần Văn Bình"))
        work.nominations.of_round(round_id)
        work.nominations.save_many([replace(before[1], id=NominationId(99))])
    assert _lines(store, round_id) == before


def test_only_so_many_are_kept(store: Store, round_id: RoundId, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_MOST", 2)
    first = _lines(store, round_id)
    assert _lines(store, RoundId(2)) == ()
    assert _lines(store, round_id)[0] is not first[0]

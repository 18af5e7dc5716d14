"""Many new rows are journaled at once, exactly as if each had been added by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.common.progress import Cancelled, Progress, watched
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.history import RowChange
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.storage import triggers
from thidua_desktop.storage.store import Store

PEOPLE = [Recipient(RecipientKind.PERSON, f"Nguyễn Văn {number}", birth="1980") for number in range(8)]


def _journaled(store: Store, *, after: Recipient | None = None) -> tuple[RowChange, ...]:
    with store.write("list.import_people", name="x", count=len(PEOPLE)) as work:
        work.recipients.add_many(PEOPLE)
        if after is not None:
            work.recipients.save(after)
    entry = store.finished()
    assert entry is not None
    with store.read() as work:
        return work.journal.changes(entry)


def _triggers(store: Store) -> dict[str, str]:
    """And indexes."""
    with store.read() as work:
        found = work.recipients._session.rows("SELECT name, sql FROM sqlite_master WHERE type <> 'table'")
    return {row["name"]: row["sql"] for row in found}


@pytest.mark.parametrize("many", [len(PEOPLE), len(PEOPLE) + 1])
def test_a_heap_is_journaled_like_single_rows(
    tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    one_by_one = _journaled(store)
    before = _triggers(store)
    monkeypatch.setattr("thidua_desktop.storage.repositories.base.FEWEST", len(PEOPLE))
    monkeypatch.setattr("thidua_desktop.storage.heaps.MANY", many)
    monkeypatch.setattr("thidua_desktop.storage.heaps._AT_ONCE", 3)
    with Store.open(tmp_path / "khác.tdkt", create=True) as other:
        assert _journaled(other, after=PEOPLE[0])[:-1] == one_by_one
        assert _triggers(other) == before
        assert triggers.insert_trigger("recipients") in before
        with other.read() as work:
            assert work.recipients._session.rows("PRAGMA integrity_check(1)") == [{"integrity_check": "ok"}]


def test_a_heap_that_is_stopped_leaves_rows_and_triggers_as_they_were(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("thidua_desktop.storage.repositories.base.FEWEST", 2)
    monkeypatch.setattr("thidua_desktop.storage.heaps.MANY", 2)
    monkeypatch.setattr("thidua_desktop.storage.repositories.base._AT_ONCE", 3)
    before = _triggers(store)
    progress = Progress(lambda _step: progress.cancel())
    with pytest.raises(Cancelled), watched(progress):
        _journaled(store)
    assert _triggers(store) == before
    with store.read() as work:
        assert work.recipients.all() == ()
        assert work.journal.first() is None

"""A list is stored whole, as one operation that one key takes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.services import lists_made
from thidua_desktop.common.progress import Cancelled, Progress, watched
from thidua_desktop.domain.ids import RoundId, UnitId
from thidua_desktop.domain.list_doctor import DoctorDraft, RowState, Sureness
from thidua_desktop.domain.lists import ListField, ListTarget
from thidua_desktop.domain.nominations import LineSource, Round
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.list_batches import (
    ListAlreadyKept,
    ListEmpty,
    ListRefused,
    ListRoundMissing,
    ListRowsFaulty,
)
from thidua_desktop.storage import register_index
from thidua_desktop.storage.store import Store

_F = ListField
_JOURNAL = {"entries", "entry_rows"}


@pytest.fixture
def round_id(services: Services) -> RoundId:
    services.units.save(Unit("Sở Y tế", short_name="SYT"))
    return RoundId(services.nominations.save_round(Round("Tổng kết năm 2024", 2024)).created[0])


def content(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table but the journal's."""
    with store.read() as work:
        session = work.plans._session
        tables = [row["name"] for row in session.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in tables if name not in _JOURNAL and not name.startswith(("sqlite_", "_sqlite_"))]
        kept = [name for name in kept if not register_index.is_generated(name)]
        return {name: session.rows(f'SELECT * FROM "{name}" ORDER BY id') for name in kept}


def _read(services: Services, path: Path, round_id: RoundId) -> DoctorDraft:
    return services.list_doctor.read(path, ListTarget.NOMINATIONS, round_id=round_id)


def test_nominations_come_with_unit_recipient_and_source(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    changes = services.list_batches.store(_read(services, lists_made.ordinary(tmp_path), round_id))
    lines = services.nominations.of_round(round_id)
    assert changes.created == tuple(line.id for line in lines)
    assert [line.unit_id for line in lines] == [UnitId(1)] * 3
    assert len({line.recipient_id for line in lines} - {None}) == 3
    assert lines[1].source == LineSource("so-y-te.xlsx", "Danh sách", 9)
    assert lines[1].unit == "So Y te"  # what the unit wrote
    assert lines[1].id_number == "001080012345"
    (kept,) = services.list_batches.imports(round_id)
    assert (kept.file_name, kept.read_rows) == ("so-y-te.xlsx", 3)
    assert kept.repairs == ("Danh sách!9: 1080012345 → 001080012345",)


@pytest.mark.parametrize("target", ListTarget)
def test_an_import_undone_leaves_the_store_as_it_was(
    services: Services, store: Store, round_id: RoundId, tmp_path: Path, target: ListTarget
) -> None:
    writers = {
        ListTarget.NOMINATIONS: lists_made.ordinary,
        ListTarget.PEOPLE: lists_made.people,
        ListTarget.AWARD_HISTORY: lists_made.history,
    }
    path = writers[target](tmp_path)
    draft = services.list_doctor.read(path, target, round_id=round_id)
    column = next(column for column in draft.columns if column.field is _F.POSITION or column.field is _F.UNIT)
    draft = services.list_doctor.map_column(draft, column, _F.NOTE)
    before = content(store)
    services.list_batches.store(draft)
    after = content(store)
    assert after != before
    services.undo.undo()
    assert content(store) == before
    services.undo.redo()
    assert content(store) == after


def test_the_same_file_is_told_and_not_stored_twice(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    path = lists_made.ordinary(tmp_path)
    services.list_batches.store(_read(services, path, round_id))
    again = _read(services, path, round_id)
    assert [kept.file_name for kept in again.already] == ["so-y-te.xlsx"]
    assert {row.state for row in again.rows} == {RowState.LEFT_OUT}
    with pytest.raises(ListEmpty):
        services.list_batches.store(again)
    taken = services.list_doctor.take(again, [row.key for row in again.rows], True)
    with pytest.raises(ListAlreadyKept):
        services.list_batches.store(taken)
    services.list_batches.store(taken, again=True)
    assert len(services.nominations.of_round(round_id)) == 6
    services.undo.undo()
    services.undo.undo()
    assert _read(services, path, round_id).already == ()


def test_a_draft_is_looked_at_again_when_the_store_has_changed(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    draft = _read(services, lists_made.ordinary(tmp_path), round_id)
    other = lists_made.workbook(tmp_path / "khac.xlsx", [lists_made.WOMAN])
    services.list_batches.store(_read(services, other, round_id))
    services.list_batches.store(draft)
    names = [line.name for line in services.nominations.of_round(round_id)]
    assert sorted(names) == ["Nguyễn Văn Mẫu", "Phòng Nghiệp vụ 2", "Trần Thị Thử"]


def test_known_recipients_are_tied_and_not_made_again(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    services.list_batches.store(services.list_doctor.read(lists_made.people(tmp_path), ListTarget.PEOPLE))
    draft = _read(services, lists_made.ordinary(tmp_path), round_id)
    assert [row.recipient.sure for row in draft.rows] == [Sureness.NEW, Sureness.CERTAIN, Sureness.CERTAIN]
    services.list_batches.store(draft)
    assert len(services.recipients.rows()) == 3
    history = services.list_doctor.read(lists_made.history(tmp_path), ListTarget.AWARD_HISTORY)
    services.list_batches.store(history)
    assert len(services.recipients.rows()) == 3


def test_a_doubtful_recipient_of_a_nomination_stays_open(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    services.list_batches.store(services.list_doctor.read(lists_made.people(tmp_path), ListTarget.PEOPLE))
    stranger = (1, "Ông Nguyễn Văn Mẫu", None, None, "Lái xe", "Sở Công Thương", "LĐTT")
    draft = _read(services, lists_made.workbook(tmp_path / "la.xlsx", [stranger]), round_id)
    match = draft.rows[0].recipient
    assert match.sure is Sureness.PROBABLE
    services.list_batches.store(draft)
    assert services.nominations.of_round(round_id)[0].recipient_id is None
    services.undo.undo()
    chosen = services.list_doctor.choose_recipient(draft, [draft.rows[0].key], None)
    services.list_batches.store(chosen)
    assert services.nominations.of_round(round_id)[0].recipient_id not in (None, match.recipient_id)


def test_people_known_already_are_completed_and_never_overwritten(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    services.list_batches.store(_read(services, lists_made.ordinary(tmp_path), round_id))
    services.list_batches.store(services.list_doctor.read(lists_made.people(tmp_path), ListTarget.PEOPLE))
    found = {row.recipient.name: row.recipient for row in services.recipients.rows()}
    assert len(found) == 3
    assert found["Trần Thị Thử"].ethnic_group == "Thái"
    assert found["Trần Thị Thử"].position == "Chuyên viên"


def test_former_awards_are_recorded_once(services: Services, tmp_path: Path) -> None:
    services.units.save(Unit("Sở Y tế"))
    path = lists_made.history(tmp_path)
    services.list_batches.store(services.list_doctor.read(path, ListTarget.AWARD_HISTORY))
    (woman,) = [row for row in services.recipients.rows() if row.recipient.name == "Trần Thị Thử"]
    assert woman.recipient.id is not None
    (entry,) = services.register.of_recipient(woman.recipient.id)
    assert (entry.award_id, entry.year, entry.decision) == ("chien_si_thi_dua_co_so", 2023, "12/QĐ-SYT")
    again = services.list_doctor.read(path, ListTarget.AWARD_HISTORY)
    assert {row.state for row in again.rows} == {RowState.LEFT_OUT}


def test_the_layout_is_remembered_for_the_next_file(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    draft = _read(services, lists_made.ordinary(tmp_path), round_id)
    assert draft.layout is None
    column = next(column for column in draft.columns if column.heading == "Ghi chú")
    services.list_batches.store(services.list_doctor.map_column(draft, column, _F.CITATION))
    other = (1, "Bà Phạm Thị Mai", 1990, None, "Y sĩ", "Sở Y tế", "LĐTT", "Cứu người")
    path = lists_made.workbook(tmp_path / "lan-sau.xlsx", [other])
    following = _read(services, path, round_id)
    assert following.layout is not None
    assert following.rows[0].values[_F.CITATION] == "Cứu người"
    (known,) = services.list_layouts.all()
    assert services.list_layouts.known(following) == (known,)
    assert known.id is not None
    services.list_layouts.forget(known.id)
    assert _read(services, path, round_id).rows[0].values[_F.NOTE] == "Cứu người"


def test_a_chosen_unit_is_learned(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    draft = _read(services, lists_made.unclear(tmp_path), round_id)
    draft = services.list_doctor.choose_unit(draft, "Sở Yt tế", UnitId(1))
    draft = services.list_doctor.choose_award(draft, "khen cao", "lao_dong_tien_tien")
    draft = services.list_doctor.edit(draft, draft.rows[2].key, _F.ID_NUMBER, "001075000001")
    services.list_batches.store(draft)
    path = lists_made.workbook(tmp_path / "sau.xlsx", [(1, "Bà Mai", 1990, None, "Y sĩ", "SỞ YT TẾ", "LĐTT")])
    unit = _read(services, path, round_id).rows[0].unit
    assert unit is not None
    assert (unit.sure, unit.unit_id) == (Sureness.CERTAIN, UnitId(1))


def test_nothing_is_stored_while_a_row_cannot_be(
    services: Services, store: Store, round_id: RoundId, tmp_path: Path
) -> None:
    before = content(store)
    draft = _read(services, lists_made.unclear(tmp_path), round_id)
    with pytest.raises(ListRowsFaulty):
        services.list_batches.store(draft)
    with pytest.raises(ListRoundMissing):
        services.list_batches.store(services.list_doctor.read(lists_made.ordinary(tmp_path), ListTarget.NOMINATIONS))
    nothing = tmp_path / "thu.txt"
    nothing.write_text("Kính gửi các đơn vị", encoding="utf-8")
    with pytest.raises(ListRefused):
        services.list_batches.store(_read(services, nothing, round_id))
    assert content(store) == before


def test_storing_that_is_stopped_keeps_nothing(
    services: Services, store: Store, round_id: RoundId, tmp_path: Path
) -> None:
    draft = _read(services, lists_made.ordinary(tmp_path), round_id)
    before = content(store)
    progress = Progress()
    progress.cancel()
    with watched(progress), pytest.raises(Cancelled):
        services.list_batches.store(draft)
    assert content(store) == before
    services.list_batches.store(draft)
    assert len(services.nominations.of_round(round_id)) == 3


def test_lines_go_with_the_submission_of_their_sender(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    (submission_id,) = services.submissions.expect(round_id, [UnitId(1)]).created
    draft = _read(services, lists_made.ordinary(tmp_path), round_id)
    assert draft.unit_id == UnitId(1)
    services.list_batches.store(draft)
    assert {line.submission_id for line in services.nominations.of_round(round_id)} == {submission_id}
    assert services.list_batches.imports(round_id)[0].submission_id == submission_id


def test_a_sender_that_nobody_expected_is_expected_from_then_on(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    draft = _read(services, lists_made.ordinary(tmp_path), round_id)
    services.list_batches.store(draft)
    (made,) = services.submissions.of_round(round_id)
    assert (made.unit_id, made.received_on) == (UnitId(1), None)
    assert {line.submission_id for line in services.nominations.of_round(round_id)} == {made.id}
    assert services.submissions.candidates(round_id).unknown == ()
    services.undo.undo()
    assert services.submissions.of_round(round_id) == ()

"""The import doctor: reading, correcting, reading again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services import lists_made
from thidua_desktop.common.progress import Cancelled, Progress, watched
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RoundId, UnitId
from thidua_desktop.domain.list_doctor import Defaults, DoctorDraft, RowState, Sureness
from thidua_desktop.domain.lists import LineRole, ListColumn, ListField, ListTarget
from thidua_desktop.domain.nominations import Occasion, Round
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.list_doctor import ListNameColumnMissing

_F = ListField


@pytest.fixture
def round_id(services: Services) -> RoundId:
    services.units.save(Unit("Sở Y tế", short_name="SYT"))
    return RoundId(services.nominations.save_round(Round("Tổng kết năm 2024", 2024)).created[0])


def _read(services: Services, path: Path, round_id: RoundId | None = None) -> DoctorDraft:
    return services.list_doctor.read(path, ListTarget.NOMINATIONS, round_id=round_id)


def _column(draft: DoctorDraft, heading: str) -> ListColumn:
    return next(column for column in draft.columns if column.heading == heading)


def _codes(draft: DoctorDraft, at: int) -> set[str]:
    return {problem.finding.code for problem in draft.rows[at].problems}


def test_every_line_of_the_file_is_a_row_or_said_to_be_something_else(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    draft = _read(services, lists_made.ordinary(tmp_path), round_id)
    assert [row.row.name for row in draft.rows] == ["Phòng Nghiệp vụ 2", "Nguyễn Văn Mẫu", "Trần Thị Thử"]
    left = [(line.role, line.text) for line in draft.left]
    assert (LineRole.GROUP, "I · TẬP THỂ") in left
    assert (LineRole.TOTAL, "Tổng cộng:") in left
    assert len(draft.rows) + len(draft.left) == len(draft.document.blocks)
    assert draft.storable
    assert draft.clean


def test_repairs_stand_at_their_value(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    row = _read(services, lists_made.ordinary(tmp_path), round_id).rows[1]
    assert [(one.field, one.before, one.after) for one in row.repairs] == [(_F.ID_NUMBER, "1080012345", "001080012345")]
    assert row.state is RowState.REPAIRED
    assert row.values[_F.AWARD] == "Chiến sĩ thi đua cơ sở"
    assert row.values[_F.GENDER] == "Nam"


def test_units_are_recognised_and_proposed(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    draft = _read(services, lists_made.unclear(tmp_path), round_id)
    certain, doubtful = draft.rows[0].unit, draft.rows[2].unit
    assert certain is not None
    assert (certain.sure, certain.name) == (Sureness.CERTAIN, "Sở Y tế")
    assert doubtful is not None
    assert doubtful.sure is Sureness.PROBABLE
    assert doubtful.proposals == ((UnitId(1), "Sở Y tế"),)
    chosen = services.list_doctor.choose_unit(draft, "Sở Yt tế", UnitId(1))
    assert chosen.rows[2].unit is not None
    assert chosen.rows[2].unit.sure is Sureness.CHOSEN
    assert "doctor.unit_doubtful" in _codes(draft, 2)
    assert "doctor.unit_doubtful" not in _codes(chosen, 2)


def test_a_line_without_a_known_award_waits_for_the_clerk(
    services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    draft = _read(services, lists_made.unclear(tmp_path), round_id)
    assert draft.rows[2].state is RowState.FAULTY
    assert {"doctor.award_open", "list.id_number_lost"} <= _codes(draft, 2)
    assert not draft.storable
    chosen = services.list_doctor.choose_award(draft, "Khen cao", "lao_dong_tien_tien")
    assert not chosen.storable  # the digits that Excel has lost are missing still
    assert chosen.rows[2].values[_F.AWARD] == "Lao động tiên tiến"
    whole = services.list_doctor.edit(chosen, chosen.rows[2].key, _F.ID_NUMBER, "001075000001")
    assert whole.storable
    assert whole.rows[2].state is RowState.DOUBTFUL
    assert "list.id_number_lost" not in _codes(whole, 2)
    back = services.list_doctor.edit(whole, whole.rows[2].key, _F.ID_NUMBER, None)
    assert _codes(back, 2) == _codes(chosen, 2)


@pytest.mark.parametrize(
    ("field", "typed", "shown"),
    [
        (_F.NAME, " Lê  Văn Bốn ", "Lê Văn Bốn"),
        (_F.BIRTH, "5/1990", "05/1990"),
        (_F.BIRTH, "1990-05-17", "17/05/1990"),
        (_F.ID_NUMBER, "1 075 000 001", "001075000001"),
        (_F.KIND, "Tập thể", "Tập thể"),
        (_F.GENDER, "nữ", "Nữ"),
        (_F.OCCASION, "khen đột xuất", "Đột xuất"),
        (_F.AWARD, "bang_khen_bo_tinh", "Bằng khen của Bộ, ban, ngành, tỉnh"),
        (_F.AWARD, "LĐTT", "Lao động tiên tiến"),
        (_F.POSITION, "Trưởng phòng", "Trưởng phòng"),
        (_F.NOTE, "", ""),
    ],
)
def test_corrections_are_read_like_cells(
    services: Services, tmp_path: Path, field: ListField, typed: str, shown: str
) -> None:
    draft = _read(services, lists_made.ordinary(tmp_path))
    edited = services.list_doctor.edit(draft, draft.rows[1].key, field, typed)
    assert edited.rows[1].edited == {field}
    if field is _F.AWARD and typed == "bang_khen_bo_tinh":
        assert edited.rows[1].row.award_id == typed
    else:
        assert edited.rows[1].values[field] == shown
    assert edited.rows[0] == draft.rows[0]


def test_an_award_for_others_is_refused_when_the_kind_is_corrected(services: Services, tmp_path: Path) -> None:
    draft = _read(services, lists_made.ordinary(tmp_path))
    edited = services.list_doctor.edit(draft, draft.rows[1].key, _F.KIND, RecipientKind.HOUSEHOLD.value)
    assert {"list.award_not_for_kind", "doctor.award_open"} <= _codes(edited, 1)
    assert edited.rows[1].state is RowState.FAULTY


def test_corrections_outlive_a_change_of_the_columns(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    draft = _read(services, lists_made.ordinary(tmp_path), round_id)
    edited = services.list_doctor.edit(draft, draft.rows[2].key, _F.BIRTH, "1986")
    mapped = services.list_doctor.map_column(edited, _column(edited, "Chức vụ"), _F.CITATION)
    assert [row.key for row in mapped.rows] == [row.key for row in draft.rows]
    assert mapped.rows[2].values[_F.CITATION] == "Chuyên viên"
    assert mapped.rows[2].values[_F.POSITION] == ""
    assert mapped.rows[2].values[_F.BIRTH] == "1986"


def test_a_field_leaves_the_column_that_had_it(services: Services, tmp_path: Path) -> None:
    draft = _read(services, lists_made.ordinary(tmp_path))
    mapped = services.list_doctor.map_column(draft, _column(draft, "Ghi chú"), _F.POSITION)
    assert _column(mapped, "Ghi chú").field is _F.POSITION
    assert _column(mapped, "Chức vụ").field is _F.OTHER


def test_without_names_there_are_no_rows(services: Services, tmp_path: Path) -> None:
    draft = _read(services, lists_made.ordinary(tmp_path))
    with pytest.raises(ListNameColumnMissing):
        services.list_doctor.map_column(draft, _column(draft, "Họ và tên"), _F.NOTE)


def test_the_clerk_says_where_a_table_begins(services: Services, tmp_path: Path) -> None:
    headings = ("Số", "Người được chọn", "Việc đã làm", "Mức")
    path = lists_made.workbook(tmp_path / "la.xlsx", [(1, "Ông Nguyễn Văn Mẫu", "Hiến đất", "LĐTT")], headings=headings)
    draft = _read(services, path)
    assert "Nguyễn Văn Mẫu" not in [row.row.name for row in draft.rows if row.row.award == "LĐTT"]
    headed = services.list_doctor.head_at(draft, "Danh sách", 5)
    mapped = services.list_doctor.map_column(headed, _column(headed, "Người được chọn"), _F.NAME)
    mapped = services.list_doctor.map_column(mapped, _column(mapped, "Mức"), _F.AWARD)
    assert [(row.row.name, row.row.award_id) for row in mapped.rows] == [("Nguyễn Văn Mẫu", "lao_dong_tien_tien")]


def test_doubles_inside_the_file_are_said_and_end_with_a_correction(services: Services, tmp_path: Path) -> None:
    path = lists_made.workbook(tmp_path / "hai.xlsx", [lists_made.WOMAN, lists_made.WOMAN])
    draft = _read(services, path)
    assert [_codes(draft, at) & {"list.duplicate"} for at in (0, 1)] == [set(), {"list.duplicate"}]
    edited = services.list_doctor.edit(draft, draft.rows[1].key, _F.NAME, "Trần Thị Thửa")
    assert "list.duplicate" not in _codes(edited, 1)
    out = services.list_doctor.take(draft, [draft.rows[0].key], False, reason="Đơn vị rút")
    assert "list.duplicate" not in _codes(out, 1)
    assert (out.rows[0].state, out.rows[0].reason) == (RowState.LEFT_OUT, "Đơn vị rút")
    assert services.list_doctor.take(out, [draft.rows[0].key], True).rows == draft.rows


def test_the_round_gives_the_occasion(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    sudden = RoundId(services.nominations.save_round(Round("Bão số 3", 2024, occasion=Occasion.SUDDEN)).created[0])
    draft = _read(services, lists_made.ordinary(tmp_path), round_id)
    assert {row.occasion for row in draft.rows} == {Occasion.MERIT}
    moved = services.list_doctor.set_round(draft, sudden)
    assert {row.occasion for row in moved.rows} == {Occasion.SUDDEN}
    given = services.list_doctor.set_defaults(moved, Defaults(occasion=Occasion.MOVEMENT))
    assert {row.occasion for row in given.rows} == {Occasion.MOVEMENT}


def test_former_awards_take_their_decision_from_cells_or_title(services: Services, tmp_path: Path) -> None:
    draft = services.list_doctor.read(lists_made.history(tmp_path), ListTarget.AWARD_HISTORY)
    own, from_title = (row.decision for row in draft.rows)
    assert (own.number, own.year) == ("12/QĐ-SYT", 2023)
    assert (from_title.number, str(from_title.decided_on), from_title.decided_by, from_title.year) == (
        "99/QĐ-UBND",
        "2022-12-10",
        "Chủ tịch UBND tỉnh",
        2022,
    )


def test_people_have_ethnic_group_and_address(services: Services, tmp_path: Path) -> None:
    draft = services.list_doctor.read(lists_made.people(tmp_path), ListTarget.PEOPLE)
    assert draft.rows[0].values[_F.ETHNIC_GROUP] == "Thái"
    assert draft.rows[0].values[_F.ADDRESS] == "Phường Mẫu"
    assert draft.storable


def test_a_file_that_is_no_list_says_why(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "thu.txt"
    path.write_text("Kính gửi các đơn vị,\nĐề nghị gửi hồ sơ trước ngày 15/6.", encoding="utf-8")
    draft = _read(services, path)
    assert draft.refused is not None
    assert draft.rows == ()
    assert not draft.storable


def test_the_clipboard_is_read_too(services: Services) -> None:
    copied = "1\tÔng Nguyễn Văn Mẫu\t1980\tSở Y tế\tCSTĐCS\n2\tBà Trần Thị Thử\t1985\tSở Y tế\tLĐTT"
    draft = services.list_doctor.read_text(copied, ListTarget.NOMINATIONS)
    assert [row.row.award_id for row in draft.rows] == ["chien_si_thi_dua_co_so", "lao_dong_tien_tien"]
    mapped = services.list_doctor.map_column(draft, draft.columns[3], _F.POSITION)
    assert mapped.rows[0].values[_F.POSITION] == "Sở Y tế"


def test_reading_can_be_stopped(services: Services, tmp_path: Path) -> None:
    progress = Progress()
    progress.cancel()
    with watched(progress), pytest.raises(Cancelled):
        _read(services, lists_made.ordinary(tmp_path))


@pytest.mark.parametrize(
    "name", ["Danh sách đề nghị - Sở Y tế năm 2025", "danh_sach_so_y_te", "SYT_de nghi khen thuong"]
)
def test_the_name_of_a_file_proposes_the_sender(
    name: str, services: Services, round_id: RoundId, tmp_path: Path
) -> None:
    path = tmp_path / f"{name}.csv"
    path.write_text("STT,Họ và tên,Danh hiệu\n1,Nguyễn Văn An,LĐTT\n", encoding="utf-8")
    assert _read(services, path, round_id).unit_id == UnitId(1)


def test_a_file_called_after_no_unit_has_no_sender(services: Services, round_id: RoundId, tmp_path: Path) -> None:
    path = tmp_path / "danh sách tổng kết.csv"
    path.write_text("STT,Họ và tên,Danh hiệu\n1,Nguyễn Văn An,LĐTT\n", encoding="utf-8")
    assert _read(services, path, round_id).unit_id is None

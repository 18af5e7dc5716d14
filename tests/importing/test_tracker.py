"""Trackers as they come back from people."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from tests.reports.cases import OFFICE, PLAN, TASKS, TODAY, task
from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.domain.trackers import TrackerField, TrackerRow
from thidua_desktop.importing import tracker, tracker_cells
from thidua_desktop.importing.readers import errors
from thidua_desktop.importing.tracker_matching import Matched, match
from thidua_desktop.reports.excel.tracker.content import Tracker
from thidua_desktop.reports.excel.tracker.writer import write
from thidua_desktop.wording import messages
from thidua_desktop.wording.tracker import BASE_SHEET, INDEX, SHEET, Key

F, S = TrackerField, TaskState
NUMBERS = {PLAN.id: PLAN.number}


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sent") / "theo dõi.xlsx"
    write(Tracker(OFFICE, (PLAN,), TASKS, TODAY), path)
    return path


@pytest.fixture
def changed(sent: Path, tmp_path: Path) -> Callable[[Callable[[Worksheet], None]], Path]:
    """A copy of the tracker that somebody has worked on."""

    def work(step: Callable[[Worksheet], None]) -> Path:
        path = Path(shutil.copy(sent, tmp_path / "trả lại.xlsx"))
        book = openpyxl.load_workbook(path)
        step(book[SHEET])
        book.save(path)
        return path

    return work


def row_of(sheet: Worksheet, number: int) -> int:
    column = INDEX[Key.ID] + 1
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value == number)


def put(sheet: Worksheet, number: int, key: Key, value: object) -> None:
    sheet.cell(row_of(sheet, number), INDEX[key] + 1).value = value  # type: ignore[assignment]


def matched(path: Path, tasks: tuple[Task, ...] = TASKS) -> Matched:
    return match(tracker.read(path), tasks, NUMBERS)  # type: ignore[arg-type]


def by_task(found: Matched) -> dict[int, TrackerRow]:
    return {each.id or 0: row for each, row in found.pairs}


def said(findings: tuple[Finding, ...]) -> list[tuple[str, int | None]]:
    for finding in findings:
        assert messages.finding(finding)
    return [(finding.code, finding.source.row if finding.source else None) for finding in findings]


def test_an_untouched_tracker_comes_back_as_it_went(sent: Path) -> None:
    returned = tracker.read(sent)
    found = match(returned, TASKS, NUMBERS)  # type: ignore[arg-type]
    assert returned.findings == found.findings == ()
    assert returned.base.as_of == TODAY
    assert len(found.pairs) == len(TASKS)
    for each, row in found.pairs:
        assert row.values == row.base
        assert row.values[F.STATE] is each.state
        assert row.values[F.COMPLETED_ON] == each.completed_on


def test_what_was_filled_in_is_read(changed: Callable[[Callable[[Worksheet], None]], Path]) -> None:
    def fill(sheet: Worksheet) -> None:
        put(sheet, 3, Key.STATE, "HOÀN THÀNH")
        put(sheet, 3, Key.PROGRESS, 1)
        put(sheet, 3, Key.COMPLETED_ON, datetime(2026, 7, 1))
        put(sheet, 5, Key.STATE, "đang  làm")
        put(sheet, 5, Key.PROGRESS, "55 %")
        put(sheet, 7, Key.COMPLETED_ON, "15/6/2026")
        put(sheet, 8, Key.DELAY_REASON, "Chờ hướng dẫn\ncủa cấp trên")

    rows = by_task(matched(changed(fill)))
    assert rows[3].values[F.STATE] is S.DONE
    assert rows[3].values[F.PROGRESS] == 100
    assert rows[3].values[F.COMPLETED_ON] == date(2026, 7, 1)
    assert rows[5].values[F.STATE] is S.IN_PROGRESS
    assert rows[5].values[F.PROGRESS] == 55
    assert rows[7].values[F.COMPLETED_ON] == date(2026, 6, 15)
    assert rows[8].values[F.DELAY_REASON] == "Chờ hướng dẫn\ncủa cấp trên"


def test_cells_that_say_nothing_are_findings_and_change_nothing(
    changed: Callable[[Callable[[Worksheet], None]], Path],
) -> None:
    def fill(sheet: Worksheet) -> None:
        put(sheet, 3, Key.STATE, "gần xong rồi")
        put(sheet, 4, Key.PROGRESS, "một nửa")
        put(sheet, 5, Key.COMPLETED_ON, "31/02/2026")

    path = changed(fill)
    returned = tracker.read(path)
    assert [code for code, _ in said(returned.findings)] == ["tracker.cell_not_read"] * 3
    assert all(row is not None and row > 10 for _, row in said(returned.findings))
    assert returned.findings[0].params == {"column": "Tình trạng (chọn)", "text": "gần xong rồi"}
    rows = by_task(matched(path))
    assert F.STATE not in rows[3].values
    assert F.PROGRESS not in rows[4].values
    assert F.COMPLETED_ON not in rows[5].values


def test_sorted_rows_and_inserted_rows_and_columns(changed: Callable[[Callable[[Worksheet], None]], Path]) -> None:
    def rearrange(sheet: Worksheet) -> None:
        put(sheet, 4, Key.NOTE, "Đã nộp")
        first, last = row_of(sheet, 1), row_of(sheet, 2)
        for column in range(1, len(INDEX) + 1):
            one, other = sheet.cell(first, column), sheet.cell(last, column)
            one.value, other.value = other.value, one.value
        for area in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(area))
        sheet.insert_rows(1, 3)
        sheet.insert_cols(3, 2)

    found = matched(changed(rearrange))
    assert len(found.pairs) == len(TASKS)
    rows = by_task(found)
    assert rows[4].values[F.NOTE] == "Đã nộp"
    assert rows[1].values[F.COMPLETED_ON] == TASKS[0].completed_on
    assert not found.findings


def test_without_the_hidden_column_rows_are_found_by_their_text(
    changed: Callable[[Callable[[Worksheet], None]], Path],
) -> None:
    def strip(sheet: Worksheet) -> None:
        put(sheet, 3, Key.NOTE, "Mới")
        put(sheet, 3, Key.TEXT, "Họp  hội đồng xét khen thưởng.")
        sheet.delete_cols(INDEX[Key.ID] + 1, 3)

    found = matched(changed(strip))
    assert len(found.pairs) == len(TASKS)
    rows = by_task(found)
    assert rows[3].values[F.NOTE] == "Mới"
    assert rows[3].base is not None, "what was sent is still known from the hidden sheet"
    assert {code for code, _ in said(found.findings)} == {"tracker.row_by_text"}


def test_a_pasted_row_and_a_new_row_are_told(changed: Callable[[Callable[[Worksheet], None]], Path]) -> None:
    def add(sheet: Worksheet) -> None:
        source = row_of(sheet, 3)
        for column in range(1, len(INDEX) + 1):
            sheet.cell(source + 1, column).value = sheet.cell(source, column).value
        sheet.cell(source + 1, INDEX[Key.TEXT] + 1).value = "Công việc hoàn toàn mới do đơn vị tự thêm vào bảng"

    path = changed(add)
    found = matched(path)
    assert 3 in by_task(found)
    (unmatched,) = [finding for finding in found.findings if finding.code == "tracker.row_unmatched"]
    assert unmatched.params["text"].startswith("Công việc hoàn toàn mới")
    place = by_task(found)[3].source.row
    assert place is not None
    assert unmatched.source is not None
    assert unmatched.source.row == place + 1


def test_the_same_identifier_twice_goes_to_the_row_that_is_like_it(
    changed: Callable[[Callable[[Worksheet], None]], Path],
) -> None:
    def copy(sheet: Worksheet) -> None:
        row = row_of(sheet, 5)
        sheet.cell(row, INDEX[Key.ID] + 1).value = 3

    found = matched(changed(copy))
    rows = by_task(found)
    assert rows[3].text == TASKS[2].text
    assert rows[5].text == TASKS[4].text, "found by its text"


def test_deleted_rows_are_counted(changed: Callable[[Callable[[Worksheet], None]], Path]) -> None:
    found = matched(changed(lambda sheet: sheet.delete_rows(row_of(sheet, 5))))
    assert len(found.pairs) == len(TASKS) - 1
    (finding,) = found.findings
    assert (finding.code, finding.params) == ("tracker.rows_left_out", {"count": 1})


def test_a_tracker_of_another_office_changes_no_task(sent: Path) -> None:
    others = tuple(task(each.id or 0, f"Một việc khác hẳn, số {each.id}") for each in TASKS)
    found = matched(sent, others)
    assert not found.pairs
    assert [code for code, _ in said(found.findings)] == ["tracker.row_unmatched"] * len(TASKS) + [
        "tracker.rows_left_out"
    ]


def test_a_task_that_is_gone_is_told(sent: Path) -> None:
    found = matched(sent, TASKS[1:])
    assert [code for code, _ in said(found.findings)] == ["tracker.row_unmatched"]


def test_changed_wording_of_the_task_is_pointed_out(changed: Callable[[Callable[[Worksheet], None]], Path]) -> None:
    def reword(sheet: Worksheet) -> None:
        put(sheet, 3, Key.TEXT, "Họp Hội đồng xét khen thưởng đợt 2")
        put(sheet, 3, Key.DUE, datetime(2026, 7, 30))

    found = matched(changed(reword))
    assert 3 in by_task(found)
    (finding,) = found.findings
    assert finding.code == "tracker.fixed_changed"
    assert finding.params["columns"] == "Nội dung nhiệm vụ, Hạn hoàn thành"


def test_without_the_hidden_sheet_nobody_knows_what_was_sent(sent: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(sent)
    del book[BASE_SHEET]
    book.save(tmp_path / "a.xlsx")
    returned = tracker.read(tmp_path / "a.xlsx")
    assert [code for code, _ in said(returned.findings)] == ["tracker.base_missing"]
    found = matched(tmp_path / "a.xlsx")
    assert len(found.pairs) == len(TASKS)
    assert all(row.base is None for _, row in found.pairs)


def test_a_hidden_row_that_was_changed_is_not_believed(sent: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(sent)
    book[BASE_SHEET]["I3"].value = "25"
    book.save(tmp_path / "a.xlsx")
    returned = tracker.read(tmp_path / "a.xlsx")
    assert not returned.base.believed
    assert 1 not in returned.base.tasks
    assert set(returned.base.tasks) == set(range(2, len(TASKS) + 1))


def test_a_missing_column_leaves_its_values_alone(changed: Callable[[Callable[[Worksheet], None]], Path]) -> None:
    path = changed(lambda sheet: sheet.delete_cols(INDEX[Key.NOTE] + 1))
    returned = tracker.read(path)
    assert [finding.params for finding in returned.findings] == [{"column": "Ghi chú"}]
    assert all(F.NOTE not in row.values for row in returned.rows)


def test_a_table_retyped_by_hand_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for cells in (
        ["PHÒNG NỘI VỤ"],
        [],
        ["TT", "Nội dung công việc", "Chủ trì", "Tiến độ (%)", "Trạng thái", "Ngày hoàn thành", "Ghi chú"],
        ["I", "Quý II"],
        [1, "Hop Hoi dong xet khen thuong", "Sở Nội vụ", 80, "dang lam", None, "sắp xong"],
        [2, "Báo cáo sơ kết 6 tháng đầu năm", "", 100, "Hoàn thành.", "12.6.26", None],
        [None, "NGƯỜI LẬP BIỂU"],
        [None, "Trần Văn B"],
    ):
        sheet.append(cells)
    book.save(tmp_path / "a.xlsx")
    rows = by_task(matched(tmp_path / "a.xlsx"))
    assert set(rows) == {3, 4}
    assert rows[3].values[F.PROGRESS] == 80
    assert rows[3].values[F.STATE] is S.IN_PROGRESS
    assert rows[4].values[F.COMPLETED_ON] == date(2026, 6, 12)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        *(
            (text, S.DONE)
            for text in ("Hoàn thành", "HOÀN THÀNH", "hoan thanh", "Hòan thành", "Đã xong", "Hoàn thành.")
        ),
        *((text, S.CANCELLED) for text in ("Hủy", "Huỷ", "HỦY BỎ", " hủy ")),
        ("Chờ đơn vị", S.WAITING),
        ("Đang thực hiện", S.IN_PROGRESS),
        ("Chưa làm", S.NOT_STARTED),
        ("Chuyển kỳ", S.CARRIED_OVER),
        ("Quá hạn", None),
        ("abc", None),
    ],
)
def test_states_in_many_spellings(text: str, state: TaskState | None) -> None:
    assert tracker_cells.state(text) is state


@pytest.mark.parametrize(
    ("text", "share"),
    [
        *(("0.5", 50), ("0,5", 50), ("50", 50), ("50%", 50), ("50 %", 50), ("33,4%", 33), ("0.333333", 33)),
        *(("1", 100), ("1%", 1), ("0", 0), ("100", 100)),
        *(("150", None), ("-5", None), ("năm mươi", None), ("5/10", None)),
    ],
)
def test_shares_in_many_spellings(text: str, share: int | None) -> None:
    assert tracker_cells.percent(text) == share


@pytest.mark.parametrize(
    "text",
    [
        *("15/06/2026", "15/6/2026", "15-6-2026", "15.6.26", "2026-06-15", "46188", "15 / 6 / 2026"),
        *("15/06/2026 08:30", "ngày 15 tháng 6 năm 2026", "Ngày 15 tháng 06 năm 2026."),
    ],
)
def test_days_in_many_spellings(text: str) -> None:
    assert tracker_cells.day(text) == date(2026, 6, 15)


@pytest.mark.parametrize("text", ["31/02/2026", "15/6", "hôm qua", "12345", "99999", "1/1/1999", "2026"])
def test_what_is_no_day(text: str) -> None:
    assert tracker_cells.day(text) is None


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=30))
def test_no_cell_text_is_too_odd(text: str) -> None:
    assert tracker_cells.state(text) in (None, *TaskState)
    assert tracker_cells.percent(text) in (None, *range(101))
    assert tracker_cells.day(text) is None or text.strip()


def _zip(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", errors.FileEmpty),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 60, errors.FileIsImage),
        (b"%PDF-1.4\n%%EOF", tracker.NotATracker),
        ("Kế hoạch năm 2026".encode(), tracker.NotATracker),
        (b"PK\x03\x04 cut off", errors.FileDamaged),
        (_zip({"[Content_Types].xml": b"<a/>", "xl/big.xml": b"0" * 40_000_000}), errors.FileUnsafe),
        (
            _zip({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            errors.FileUnsafe,
        ),
    ],
)
def test_hostile_and_wrong_files_get_a_sentence(tmp_path: Path, data: bytes, trouble: type[FileTrouble]) -> None:
    path = tmp_path / "trả lại.xlsx"
    path.write_bytes(data)
    with pytest.raises(trouble) as caught:
        tracker.read(path)
    assert messages.error(caught.value)


def test_a_workbook_without_the_table_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Danh sách")["A1"] = "Họ và tên"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(tracker.NotATracker):
        tracker.read(tmp_path / "a.xlsx")


def test_a_million_empty_rows_are_no_burden(changed: Callable[[Callable[[Worksheet], None]], Path]) -> None:
    def far(sheet: Worksheet) -> None:
        sheet.cell(1_048_576, 16_384).number_format = "0.00"
        sheet.cell(1_048_000, 2).value = "   "

    assert len(matched(changed(far)).pairs) == len(TASKS)


def test_text_is_taken_as_text(changed: Callable[[Callable[[Worksheet], None]], Path]) -> None:
    path = changed(lambda sheet: put(sheet, 3, Key.NOTE, "'=1+1"))
    assert by_task(matched(path))[3].values[F.NOTE] == "'=1+1"


def test_a_plan_number_tells_two_tasks_of_the_same_words_apart(sent: Path, tmp_path: Path) -> None:
    twin = replace(TASKS[2], plan_id=2, id=30)
    book = openpyxl.load_workbook(sent)
    book[SHEET].delete_cols(INDEX[Key.ID] + 1, 3)
    book.save(tmp_path / "a.xlsx")
    found = match(tracker.read(tmp_path / "a.xlsx"), (*TASKS, twin), {1: "215/KH-UBND", 2: "9/KH-SNV"})  # type: ignore[dict-item]
    assert 3 in by_task(found)
    assert 30 not in by_task(found)

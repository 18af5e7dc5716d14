"""Papers are written whole or not at all, from what is kept."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.reports import paper
from tests.services.drafts import DRAFT
from thidua_desktop.domain.ids import ApprovalId, PlanId, TaskId
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.fonts import GlyphMissing
from thidua_desktop.services.container import Services
from thidua_desktop.services.reporting import Format, FormatNotOffered, Letter, Paper
from thidua_desktop.storage.errors import RecordMissing

PLAN = PlanId(1)
SIGNATURES = {Format.PDF: b"%PDF-", Format.DOCX: b"PK", Format.XLSX: b"PK", Format.ICS: b"BEGIN:VCALENDAR"}


@pytest.fixture
def kept(services: Services) -> Services:
    services.office.save(Office("SỞ NỘI VỤ", "UBND TỈNH HỒNG SƠN", "Hồng Sơn"))
    services.imports.store_plan(DRAFT)
    return services


@pytest.mark.parametrize("format", [Format.PDF, Format.DOCX, Format.XLSX])
def test_plan_annex(kept: Services, tmp_path: Path, format: Format) -> None:
    out = tmp_path / "thư mục mới" / f"phụ lục.{format.value}"
    assert kept.reporting.plan_annex(PLAN, out, format) == out
    assert out.read_bytes().startswith(SIGNATURES[format])
    assert [path.name for path in out.parent.iterdir()] == [out.name]


@pytest.mark.parametrize("format", [Format.PDF, Format.DOCX])
def test_quarter_schedule(kept: Services, tmp_path: Path, format: Format) -> None:
    out = kept.reporting.quarter_schedule(2024, 2, tmp_path / f"a.{format.value}", format)
    assert out.read_bytes().startswith(SIGNATURES[format])


def test_schedule_holds_the_quarter_and_what_lasts_all_year(kept: Services, tmp_path: Path) -> None:
    out = kept.reporting.quarter_schedule(2024, 2, tmp_path / "a.pdf", Format.PDF)
    words = paper.read(out).words()
    assert "Báo cáo sơ kết 6 tháng" in words
    assert "Tuyên truyền gương điển hình" in words
    assert "Bình xét cuối năm học" not in words, "that is in 2025"
    assert "tính đến ngày 20/6/2024" in words


@pytest.mark.parametrize("format", [Format.PDF, Format.DOCX, Format.ICS])
def test_calendar(kept: Services, tmp_path: Path, format: Format) -> None:
    out = kept.reporting.calendar(2024, tmp_path / f"a.{format.value}", format)
    assert out.read_bytes().startswith(SIGNATURES[format])


ALL = [Format.PDF, Format.DOCX, Format.XLSX]


@pytest.mark.parametrize("format", [Format.PDF, Format.DOCX])
@pytest.mark.parametrize("with_annex", [False, True])
def test_plan_document(kept: Services, tmp_path: Path, format: Format, with_annex: bool) -> None:
    out = kept.reporting.plan_document(PLAN, tmp_path / f"a.{format.value}", format, with_annex=with_annex)
    assert out.read_bytes().startswith(SIGNATURES[format])
    if format is Format.PDF:
        assert ("Phụ lục" in paper.read(out).words()) is with_annex


@pytest.mark.parametrize("format", ALL)
def test_papers_of_the_work(kept: Services, tmp_path: Path, format: Format) -> None:
    reporting = kept.reporting
    out = tmp_path / f"a.{format.value}"
    for write in (
        lambda: reporting.annex_table(PLAN, out, format),
        lambda: reporting.week_schedule(date(2024, 6, 12), out, format),
        lambda: reporting.todo_list(2024, None, out, format),
        lambda: reporting.unit_lists(2024, 2, out, format),
        lambda: reporting.results(2024, 4, out, format),
    ):
        assert write().read_bytes().startswith(SIGNATURES[format])
        out.unlink()


def test_walls(kept: Services, tmp_path: Path) -> None:
    assert paper.read(kept.reporting.month_wall(2024, 6, tmp_path / "a.pdf", Paper.A4)).sizes[0][0] > 290
    assert paper.read(kept.reporting.quarter_wall(2024, 2, tmp_path / "b.pdf", Paper.A3)).sizes[0][0] > 410


def test_a_to_do_list_of_a_quarter_keeps_what_is_late_from_before(kept: Services, tmp_path: Path) -> None:
    late = kept.reporting.todo_list(2024, 2, tmp_path / "a.pdf", Format.PDF)
    assert "Quá hạn" in paper.read(late).words()


def test_results_of_the_last_quarter_count_the_work_of_the_whole_year(kept: Services, tmp_path: Path) -> None:
    third, fourth = (
        paper.read(kept.reporting.results(2024, quarter, tmp_path / "a.pdf", Format.PDF)).words() for quarter in (3, 4)
    )
    assert "Tuyên truyền gương điển hình" not in third
    assert "Tuyên truyền gương điển hình" in fourth


@pytest.mark.parametrize("format", [Format.PDF, Format.DOCX])
def test_urging_letter(kept: Services, tmp_path: Path, format: Format) -> None:
    tasks = [task.id for task in kept.tasks.of_plan(PLAN)[:2] if task.id is not None]
    letters = [(Letter(unit, date(2024, 7, 1)), tasks) for unit in ("Sở Y tế", "Sở Tài chính")]
    out = kept.reporting.urging_letters(letters, tmp_path / f"a.{format.value}", format)
    assert out.read_bytes().startswith(SIGNATURES[format])
    if format is Format.PDF:
        seen = paper.read(out)
        assert [seen.find(f"Kính gửi: {unit}").page for unit in ("Sở Y tế", "Sở Tài chính")] == [1, 2]


def test_who_owes_something_but_not_the_office_itself(kept: Services) -> None:
    late = replace(kept.tasks.get(TaskId(1)), due=date(2024, 3, 1), month=3, quarter=1, lead=("Sở Y tế", "Sở Nội vụ"))
    kept.tasks.save(late)
    assert [(each.unit, [task.id for task in each.owes]) for each in kept.reporting.owing(2024)] == [("Sở Y tế", [1])]
    kept.office.save(Office("SỞ Y TẾ"))
    assert [each.unit for each in kept.reporting.owing(2024)] == ["Sở Nội vụ"]


@pytest.mark.parametrize("format", ALL)
def test_adjustments(kept: Services, tmp_path: Path, format: Format) -> None:
    kept.adjustments.approve(PLAN, "12/KH-SNV", date(2024, 1, 10))
    kept.tasks.save(replace(kept.tasks.get(TaskId(1)), text="Việc đã điều chỉnh"))
    kept.adjustments.explain([TaskId(1)], "Theo chỉ đạo của UBND tỉnh")
    out = kept.reporting.adjustments(PLAN, tmp_path / f"a.{format.value}", format)
    assert out.read_bytes().startswith(SIGNATURES[format])
    if format is Format.PDF:
        words = paper.read(out).words()
        assert "Việc đã điều chỉnh" in words and "Theo chỉ đạo của UBND" in words
        approval = kept.adjustments.approve(PLAN, "30/QĐ-SNV", date(2024, 5, 10)).created[0]
        since = paper.read(kept.reporting.adjustments(PLAN, out, format)).words()
        assert "không có nội dung điều chỉnh" in since
        brought = paper.read(kept.reporting.adjustments(PLAN, out, format, approval_id=ApprovalId(approval))).words()
        assert "Việc đã điều chỉnh" in brought


def test_items_whose_tasks_were_deleted_are_not_printed(kept: Services, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    task = next(task for task in kept.tasks.of_plan(PLAN) if task.part_id is not None)
    words = task.text.split()[0:4]
    before = paper.read(kept.reporting.plan_document(PLAN, out, Format.PDF)).words()
    assert " ".join(words) in before
    assert task.id is not None
    kept.tasks.delete([task.id])
    after = paper.read(kept.reporting.plan_document(PLAN, out, Format.PDF)).words()
    assert after.count(" ".join(words)) < before.count(" ".join(words))


def uids(path: Path) -> set[str]:
    return {line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("UID:")}


def test_calendar_entries_keep_their_identity_whatever_the_office_is_called(kept: Services, tmp_path: Path) -> None:
    before = uids(kept.reporting.calendar(2024, tmp_path / "a.ics", Format.ICS))
    kept.office.save(Office("BAN THI ĐUA", "SỞ NỘI VỤ", "Hồng Sơn", code="BTĐ"))
    kept.tasks.save(replace(kept.tasks.get(TaskId(3)), text="Việc đổi tên"))
    after = kept.reporting.calendar(2024, tmp_path / "b.ics", Format.ICS)
    assert uids(after) == before
    assert "SEQUENCE:1" in after.read_text(encoding="utf-8")


def test_formats_that_make_no_sense_are_refused(kept: Services, tmp_path: Path) -> None:
    out = tmp_path / "a.bin"
    with pytest.raises(FormatNotOffered):
        kept.reporting.plan_annex(PLAN, out, Format.ICS)
    with pytest.raises(FormatNotOffered):
        kept.reporting.quarter_schedule(2024, 1, out, Format.XLSX)
    with pytest.raises(FormatNotOffered):
        kept.reporting.calendar(2024, out, Format.XLSX)
    with pytest.raises(FormatNotOffered):
        kept.reporting.plan_document(PLAN, out, Format.XLSX)
    with pytest.raises(FormatNotOffered):
        kept.reporting.urging_letters([(Letter("Sở Y tế", date(2024, 7, 1)), [])], out, Format.XLSX)
    assert not out.exists()


def test_a_plan_that_is_not_there(kept: Services, tmp_path: Path) -> None:
    with pytest.raises(RecordMissing):
        kept.reporting.plan_annex(PlanId(9), tmp_path / "a.pdf", Format.PDF)


def test_a_missing_glyph_leaves_the_former_file(kept: Services, tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"former")
    kept.tasks.save(replace(kept.tasks.get(TaskId(3)), text="Gửi ☐ phiếu"))
    with pytest.raises(GlyphMissing) as caught:
        kept.reporting.plan_annex(PLAN, out, Format.PDF)
    assert caught.value.params["character"] == "☐"
    assert out.read_bytes() == b"former"
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["a.pdf"]


def test_writers_are_loaded_when_first_needed() -> None:
    """The window opens before reportlab, python-docx and XlsxWriter are read from the disk."""
    program = (
        "import sys, thidua_desktop.services.container; "
        "print(sorted({'reportlab', 'docx', 'xlsxwriter', 'icalendar', 'rapidfuzz'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

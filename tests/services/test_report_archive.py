"""The archive of reports, figures by hand, and the workbooks of superiors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import SentReportId, WorkbookId
from thidua_desktop.domain.reported import HandFigureImpossible, TieImpossible, WorkbookTie, replaced
from thidua_desktop.domain.statistics import periods
from thidua_desktop.services.container import Services
from thidua_desktop.services.report_archive import Dispatch, SentFileDamaged, SentFileUnreadable
from thidua_desktop.storage.attachments import folder_of
from thidua_desktop.wording import messages

YEAR, HALF = periods.year(2024), periods.half(2024, 1)
SENT = Dispatch("half_year", " Báo cáo sơ kết  6 tháng ", HALF, date(2024, 6, 15), "UBND tỉnh", "30/BC-SNV")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "bao-cao.docx").write_bytes(b"Bao cao so ket")
    return tmp_path / "bao-cao.docx"


def test_a_report_is_kept_as_it_was_sent(services: Services, file: Path, tmp_path: Path) -> None:
    first = SentReportId(services.report_archive.keep(file, SENT).created[0])
    file.write_bytes(b"Sua sau khi gui")
    kept = services.report_archive.get(first)
    assert (kept.title, kept.file_name, kept.size, kept.period) == ("Báo cáo sơ kết 6 tháng", "bao-cao.docx", 14, HALF)
    assert kept.who == services.user
    assert services.report_archive.is_whole(first)
    assert services.report_archive.file(first).read_bytes() == b"Bao cao so ket"
    copy = services.report_archive.save_copy(first, tmp_path / "ban-sao.docx")
    assert copy.read_bytes() == b"Bao cao so ket"
    better = services.report_archive.keep(file, replace(SENT, replaces_id=first)).created[0]
    assert [one.id for one in services.report_archive.of_year(2024)] == [better, first]
    assert replaced(services.report_archive.all()) == {first}


def test_a_file_that_was_changed_is_noticed(services: Services, file: Path, tmp_path: Path) -> None:
    made = SentReportId(services.report_archive.keep(file, SENT).created[0])
    kept = folder_of(services.path) / services.report_archive.get(made).sha256
    kept.write_bytes(b"Bao cao so ket!")
    assert not services.report_archive.is_whole(made)
    with pytest.raises(SentFileDamaged) as damaged:
        services.report_archive.file(made)
    assert "Báo cáo sơ kết 6 tháng" in messages.error(damaged.value)
    with pytest.raises(SentFileDamaged):
        services.report_archive.save_copy(made, tmp_path / "ban-sao.docx")
    assert not (tmp_path / "ban-sao.docx").exists()


@pytest.mark.parametrize(
    ("dispatch", "code"),
    [
        (replace(SENT, title=" "), "sent_report.title_missing"),
        (replace(SENT, sent_to=""), "sent_report.to_missing"),
        (replace(SENT, sent_on=date(2030, 1, 1)), "sent_report.in_future"),
        (replace(SENT, replaces_id=SentReportId(9)), "record.missing"),
    ],
)
def test_what_is_not_archived(services: Services, file: Path, dispatch: Dispatch, code: str) -> None:
    with pytest.raises(AppError) as refused:
        services.report_archive.keep(file, dispatch)
    assert refused.value.code == code
    assert services.report_archive.all() == ()


def test_a_file_that_is_not_there(services: Services, tmp_path: Path) -> None:
    with pytest.raises(SentFileUnreadable):
        services.report_archive.keep(tmp_path / "khong-co.docx", SENT)


def test_a_report_of_a_closed_year_is_archived(services: Services, file: Path) -> None:
    services.years.close(2024)
    assert services.report_archive.keep(file, SENT).created


def test_figures_by_hand_belong_to_one_period(services: Services) -> None:
    services.hand_figures.set("0604.N", YEAR, {("01", "1"): 3, ("02", "1"): Decimal("1.5")}, "Theo Sở Tài chính")
    services.hand_figures.set("0604.N", YEAR, {("01", "1"): 4, ("02", "1"): None})
    kept = services.hand_figures.figures("0604.N", YEAR)
    assert {place: (one.value, one.note) for place, one in kept.items()} == {
        ("01", "1"): (Decimal(4), "Theo Sở Tài chính")
    }
    assert services.hand_figures.figures("0604.N", HALF) == {}
    assert services.hand_figures.figures("0605.N", YEAR) == {}


@pytest.mark.parametrize("value", [-1, Decimal("NaN"), Decimal("Infinity"), 10**15])
def test_a_figure_that_no_form_holds(services: Services, value: int | Decimal) -> None:
    with pytest.raises(HandFigureImpossible):
        services.hand_figures.set("0604.N", YEAR, {("01", "1"): 3, ("02", "1"): value})
    assert services.hand_figures.figures("0604.N", YEAR) == {}


def test_a_workbook_keeps_its_ties_when_a_new_file_comes(services: Services, file: Path) -> None:
    made = WorkbookId(services.workbook_ties.add(file, "Biểu của Bộ", "Bộ Nội vụ").created[0])
    tie = WorkbookTie(made, "Biểu 1", "C5", question="awards|2024-01-01..2024-12-31|")
    services.workbook_ties.save_ties(made, [tie, replace(tie, cell="C6", question=None, constant="SNV")])
    file.write_bytes(b"Bieu moi")
    services.workbook_ties.save(services.workbook_ties.get(made), file)
    assert services.workbook_ties.file(made).read_bytes() == b"Bieu moi"
    assert [one.cell for one in services.workbook_ties.ties(made)] == ["C5", "C6"]
    services.workbook_ties.save_ties(made, [replace(tie, periods_back=1)])
    (left,) = services.workbook_ties.ties(made)
    assert (left.cell, left.periods_back) == ("C5", 1)
    services.workbook_ties.delete(made)
    assert services.workbook_ties.all() == ()
    services.trash.restore(services.trash.all())
    assert len(services.workbook_ties.ties(made)) == 1


@pytest.mark.parametrize(
    "tie",
    [
        WorkbookTie(WorkbookId(1), "Biểu 1", "5C", question="x"),
        WorkbookTie(WorkbookId(1), "", "C5", question="x"),
        WorkbookTie(WorkbookId(1), "Biểu 1", "C5"),
        WorkbookTie(WorkbookId(1), "Biểu 1", "C5", question="x", constant="y"),
        WorkbookTie(WorkbookId(1), "Biểu 1", "C5", question="x", periods_back=-1),
    ],
)
def test_what_ties_nothing(services: Services, file: Path, tie: WorkbookTie) -> None:
    made = WorkbookId(services.workbook_ties.add(file, "Biểu").created[0])
    with pytest.raises(TieImpossible):
        services.workbook_ties.save_ties(made, [tie])

"""The tables of "Tổng hợp" as PDF, Word and Excel files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.domain.statistics.made import award
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.facts import AwardFact, Facts, Names, Traits
from thidua_desktop.domain.statistics.questions import Subject
from thidua_desktop.domain.statistics.standard import standard_tables
from thidua_desktop.domain.statistics.tables import TableCode
from thidua_desktop.domain.units import Office
from thidua_desktop.reports import model
from thidua_desktop.reports.builders.statistics_tables import statistics_report, statistics_workbook
from thidua_desktop.reports.excel import paper
from thidua_desktop.reports.model import Paragraph, Report, Row

OFFICE = Office("Ban Thi đua - Khen thưởng", "Sở Nội vụ", "Bắc Ninh")
YEAR = periods.year(2026)
NAMES = Names(units={"1": "Sở Y tế"}, awards={"bang_khen_bo_tinh": "Bằng khen của Bộ, ban, ngành, tỉnh"})
MAN = Traits("person", "male", "05", "top", "yes")


def of(period: periods.Period, *awards: AwardFact) -> Facts:
    return Facts(period, {Subject.AWARDS: awards}, NAMES, date(2026, 11, 21))


@pytest.fixture(scope="module")
def tables() -> tuple[model.Report, model.Report]:
    now = of(YEAR, award(1), award(2, traits=MAN), award(3, traits=MAN))
    before = of(YEAR.previous(), award(4, day=date(2025, 5, 5), year=2025))
    years = of(periods.term(2022), *now.rows[Subject.AWARDS], *before.rows[Subject.AWARDS])  # type: ignore[arg-type]
    made = standard_tables(now, before, years)
    paper_, book = (
        built(OFFICE, made, NAMES, YEAR, date(2026, 11, 21)) for built in (statistics_report, statistics_workbook)
    )
    return paper_, book


def rows_below(report: Report, title: str) -> list[tuple[model.Cell, ...]]:
    blocks = iter(report.blocks)
    for block in blocks:
        if isinstance(block, Paragraph) and block.text.endswith(title):
            table = next(blocks)
            assert isinstance(table, model.Table)
            return [row.cells for row in table.rows if isinstance(row, Row)]
    raise AssertionError(title)


def test_figures_stand_as_numbers_and_totals_below(tables: tuple[Report, Report]) -> None:
    rows = rows_below(tables[0], "Khen thưởng theo danh hiệu, hình thức và đối tượng")
    assert rows == [(1, "Bằng khen của Bộ, ban, ngành, tỉnh", 3, 3), (None, "Tổng số", 3, 3)]


def test_shares_are_written_with_a_comma_and_changes_with_a_sign(tables: tuple[Report, Report]) -> None:
    rows = {row[1]: row[2:] for row in rows_below(tables[0], "Cơ cấu cá nhân được khen thưởng")}
    assert rows["Nữ"] == (1, "33,3 %", 1, "100,0 %", "0", "-66,7")
    assert rows["Nam"] == (2, "66,7 %", 0, "0,0 %", "+2", "+66,7")
    assert rows["Tổng số"] == (3, "100,0 %", 1, "100,0 %", "+2", "0,0")


def test_the_total_does_not_stand_alone_and_parts_are_set_apart(tables: tuple[Report, Report]) -> None:
    found = [block for block in tables[0].blocks if isinstance(block, model.Table)]
    shares_ = next(table for table in found if len(table.rows) > 12 and len(table.columns) == 8)
    rows = [row for row in shares_.rows if isinstance(row, Row)]
    assert [row.keep for row in rows] == [False] * (len(rows) - 2) + [True, False]
    assert rows[-1].bold
    assert {str(row.cells[1])[:8] for row in rows if row.italic} == {"Trong đó"}


def test_a_table_of_nothing_says_so(tables: tuple[Report, Report]) -> None:
    texts = [block.text for block in tables[0].blocks if isinstance(block, Paragraph)]
    assert "Kỳ này chưa có số liệu." in texts


def test_a_share_of_nothing_is_a_dash() -> None:
    empty = of(YEAR, award(1)), of(YEAR.previous()), of(periods.term(2022), award(1))
    report = statistics_report(OFFICE, standard_tables(*empty), NAMES, YEAR, date(2026, 11, 21))
    rows = {row[1]: row[2:] for row in rows_below(report, "Cơ cấu cá nhân được khen thưởng")}
    assert rows["Nữ"] == (1, "100,0 %", 0, "—", "+1", "—")


def test_every_table_has_a_sheet_of_its_own(tables: tuple[Report, Report], tmp_path: Path) -> None:
    paper.write(tables[1], tmp_path / "tong-hop.xlsx")
    book = openpyxl.load_workbook(tmp_path / "tong-hop.xlsx")
    assert len(book.sheetnames) == len(TableCode) - 1  # all but the one that somebody puts together
    sheet = next(each for each in book if each.title.endswith(". Khen theo hình thức"))
    numbers = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, int)]
    assert numbers == [1, 3, 3, 3, 3]
    figures = [cell for row in sheet.iter_rows() for cell in row if cell.value == 3]
    assert {cell.alignment.horizontal for cell in figures} == {"right"}


def test_the_period_and_the_day_stand_below_the_title(tables: tuple[Report, Report]) -> None:
    heading = next(block for block in tables[0].blocks if isinstance(block, model.Heading))
    assert [line.text for line in heading.lines] == [
        *("TỔNG HỢP SỐ LIỆU THI ĐUA, KHEN THƯỞNG", "Năm 2026", "(Số liệu tính đến ngày 21/11/2026)")
    ]

"""Decisions as lists of former awards write them."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.list_doctor import Defaults, StatedDecision
from thidua_desktop.domain.lists import ListField, ListRow
from thidua_desktop.domain.stated_decisions import decision_in, decision_of, stated_decision, year_commended

_F = ListField


@pytest.mark.parametrize(
    ("text", "number", "day", "by"),
    [
        ("1234/QĐ-UBND ngày 05/6/2024 của Chủ tịch UBND tỉnh", "1234/QĐ-UBND", date(2024, 6, 5), "Chủ tịch UBND tỉnh"),
        ("QĐ số 12 / QĐ-SYT, ngày 5 tháng 1 năm 2023", "12/QĐ-SYT", date(2023, 1, 5), None),
        ("99/2021/QĐ-TTg (20-10-2021)", "99/2021/QĐ-TTg", date(2021, 10, 20), None),
        ("ngày 31/02/2020", None, None, None),
        ("Có nhiều thành tích", None, None, None),
        ("12/QĐ - SNV ngày 05/01/2020", "12/QĐ-SNV", date(2020, 1, 5), None),
        ("Số 12 / QĐ-SNV - ngày 05/01/2020", "12/QĐ-SNV", date(2020, 1, 5), None),
    ],
)
def test_number_day_and_authority(text: str, number: str | None, day: date | None, by: str | None) -> None:
    assert decision_in(text) == StatedDecision(number, day, by)


def _row(**cells: str) -> ListRow:
    written = tuple((ListField(name), text) for name, text in cells.items())
    return ListRow(RecipientKind.PERSON, "Nguyễn Văn Mẫu", Source(0), cells=written)


def test_cells_come_before_what_the_title_says() -> None:
    title = Defaults(decision="99/QĐ-UBND", decided_on=date(2022, 12, 10), decided_by="Chủ tịch UBND tỉnh")
    own = decision_of(_row(decision="12/QĐ-SYT", decided_on="2023-01-05", award_year="2021 - 2022"), title)
    assert (own.number, own.decided_on, own.year) == ("12/QĐ-SYT", date(2023, 1, 5), 2022)
    assert own.year_stated
    rest = decision_of(_row(), title)
    assert (rest.number, rest.year, rest.year_stated) == ("99/QĐ-UBND", 2022, False)
    year_only = decision_of(_row(decided_on="2019"), Defaults())
    assert (year_only.decided_on, year_only.year) == (None, 2019)


def test_what_stands_above_a_list() -> None:
    lines = ("UBND TỈNH", "(Kèm theo Quyết định số 9/QĐ-UBND ngày 10/12/2022 của Chủ tịch UBND tỉnh)")
    assert stated_decision(lines).number == "9/QĐ-UBND"
    assert stated_decision(("DANH SÁCH",)) == StatedDecision()
    assert year_commended("Danh sách khen thưởng năm học 2021 - 2022") == 2022
    assert year_commended("Danh sách ngày 10 tháng 12 năm 2022") is None
    assert year_commended("Danh sách khen thưởng") is None

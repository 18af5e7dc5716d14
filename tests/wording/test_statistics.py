from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.facts import DIMENSIONS, MovementState, Names, TaskOutcome
from thidua_desktop.domain.statistics.figures import Change, Figure, Share, ShareChange
from thidua_desktop.domain.statistics.orders import _GIVEN
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Dimension, Question, Subject, ask
from thidua_desktop.domain.statistics.tables import Cell, Head, HeadKind, TableCode
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.wording import labels, statistics

YEAR = periods.year(2026)
NAMES = Names(units={"7": "Sở Y tế"}, awards={"gk": "Giấy khen"}, ethnic={"02": "Tày"}, rounds={"1": "Đợt 1"})


@pytest.mark.parametrize(
    ("period", "said", "short"),
    [
        (periods.month(2026, 2), "Tháng 2 năm 2026", "Tháng 2/2026"),
        (periods.quarter(2026, 3), "Quý III năm 2026", "Quý III/2026"),
        (periods.half(2026, 1), "6 tháng đầu năm 2026", "6 tháng đầu 2026"),
        (periods.half(2026, 2), "6 tháng cuối năm 2026", "6 tháng cuối 2026"),
        (periods.nine_months(2026), "9 tháng đầu năm 2026", "9 tháng 2026"),
        (YEAR, "Năm 2026", "2026"),
        (periods.term(2021), "Giai đoạn 2021 - 2025", "2021 - 2025"),
        (periods.free(date(2026, 1, 5), date(2026, 3, 1)), "Từ 05/01/2026 đến 01/03/2026", "05/01/2026 - 01/03/2026"),
    ],
)
def test_periods(period: Period, said: str, short: str) -> None:
    assert (statistics.period(period), statistics.short_period(period)) == (said, short)


def figure(value: int | Decimal) -> Figure:
    return Figure(Question(Subject.AWARDS, YEAR), value)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (figure(0), "0"),
        (figure(12_345), "12.345"),
        (figure(Decimal("1234.50")), "1.234,5"),
        (figure(Decimal("-0.5")), "-0,5"),
        (Share(figure(1), figure(8)), "12,5 %"),
        (Share(figure(7), figure(13)), "53,8 %"),  # 53,846…: rounded once
        (Share(figure(1), figure(0)), "—"),
        (Change(figure(5), figure(3)), "+2"),
        (Change(figure(3), figure(5)), "-2"),
        (Change(figure(3), figure(3)), "0"),
        (ShareChange(Share(figure(7), figure(13)), Share(figure(1), figure(2))), "+3,8"),
        (ShareChange(Share(figure(1), figure(2)), Share(figure(1), figure(2))), "0,0"),
        (ShareChange(Share(figure(1), figure(4)), Share(figure(1), figure(2))), "-25,0"),
        (ShareChange(Share(figure(1), figure(2)), Share(figure(1), figure(0))), "—"),
        (None, "—"),
    ],
)
def test_cells(cell: Cell, said: str) -> None:
    assert statistics.cell(cell) == said


@pytest.mark.parametrize(
    ("dimension", "code", "said"),
    [
        (Dimension.UNIT, "7", "Sở Y tế"),
        (Dimension.TOP_UNIT, "99", "99"),
        (Dimension.UNIT, "?", "Chưa rõ đơn vị"),
        (Dimension.AWARD, "gk", "Giấy khen"),
        (Dimension.ETHNIC, "02", "Tày"),
        (Dimension.ROUND, "1", "Đợt 1"),
        (Dimension.QUARTER, "4", "Quý IV"),
        (Dimension.MONTH, "11", "Tháng 11"),
        (Dimension.SEX, "-", "Không xét"),
        (Dimension.LEADER, "no", "Người trực tiếp, không làm lãnh đạo"),
        (Dimension.LEVEL, "nha_nuoc", "Cấp Nhà nước"),
        (Dimension.REASON, "Chờ văn bản", "Chờ văn bản"),
    ],
)
def test_values(dimension: Dimension, code: str, said: str) -> None:
    assert statistics.value(dimension, code, NAMES) == said


def test_every_code_has_a_word() -> None:
    for dimension, codes in _GIVEN.items():
        for code in codes:
            assert statistics.value(dimension, str(code), NAMES) != str(code), (dimension, code)


def test_every_subject_dimension_and_table_has_a_word() -> None:
    assert set(statistics.SUBJECTS) == set(Subject) == set(DIMENSIONS)
    assert set(statistics.DIMENSIONS) == set(Dimension)
    assert set(statistics.TITLES) == set(statistics.SHEETS) == set(TableCode)
    assert all(len(f"{99}. {name}") <= 31 for name in statistics.SHEETS.values())


def test_no_two_states_of_one_code_are_called_otherwise() -> None:
    called: dict[str, set[str]] = {}
    for state in (*NominationState, *SubmissionState, *DecisionState, RecordState.VALID):
        called.setdefault(state.value, set()).add(labels.of(state))
    for task in TaskOutcome:
        called.setdefault(task.value, set()).add(statistics.TASKS[task])
    for movement in MovementState:
        called.setdefault(movement.value, set()).add(statistics.value(Dimension.STATE, movement.value, NAMES))
    assert {code: words for code, words in called.items() if len(words) > 1} == {}


def test_heads() -> None:
    assert statistics.head(Head(HeadKind.TOTAL), NAMES) == "Tổng số"
    assert statistics.head(Head(HeadKind.NAMED, "share"), NAMES) == "Tỷ lệ"
    assert statistics.head(Head(HeadKind.PERIOD, YEAR.text()), NAMES) == "2026"
    assert statistics.head(Head(HeadKind.VALUE, "7", Dimension.UNIT), NAMES) == "Sở Y tế"


def test_a_question_in_one_line() -> None:
    asked = ask(Subject.AWARDS, YEAR, kind="person").where(Dimension.ETHNIC, "02", negated=True)
    said = "Khen thưởng đã có quyết định – Năm 2026 – Dân tộc không phải: Tày; Đối tượng: Cá nhân"
    assert statistics.question(asked, NAMES) == said

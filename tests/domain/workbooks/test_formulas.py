"""What formulas come to with new values, against a second way of counting, and when they are left to Excel."""

from __future__ import annotations

import re
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.workbooks.making import book, grid
from thidua_desktop.domain.workbooks import formulas
from thidua_desktop.domain.workbooks.formulas import recounted, shifted
from thidua_desktop.domain.workbooks.places import area, place, reference


def _count(cells: dict[str, object], at: str = "Z9", **values: object) -> Decimal | str | None:
    changed = {}
    for name, value in values.items():
        where = place(name)
        assert where is not None
        changed["s", where[0], where[1]] = Decimal(str(value)) if isinstance(value, int | float) else value
    wanted = place(at)
    assert wanted is not None
    return recounted(book(grid(cells)), changed).get(("s", *wanted), "not reached")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        ("A1+B1*2", 7),
        ("(A1+B1)*2", 8),
        ("-A1+B1", 2),
        ("B1/A1", 3),
        ("A1*50%", "0.5"),
        ("SUM(A1:B2)", 10),
        ("SUM(A1,B1,5,A1:A2)", 12),
        ("SUM($A$1:$B1)", 4),
        ("S!A1+'S'!B1", 4),
        ("MAX(A1:B2)-MIN(A1:B2)", 3),
        ("AVERAGE(A1:B2)", "2.5"),
        ("ROUND(10/4,0)+A1*0", 3),
        ("ABS(A1-B1)", 2),
        ("IF(A1=0,0,B1/A1)", 3),
        ("IF(A1>1,99,IF(B1<>3,98,97))", 97),
        ('IF(C1="","",1)+A1', 2),
        ('IF(A1="",1,C1)', None),
        ('IF(C1="chữ",A1,0)', 1),
        ("IFERROR(B1/(A1-1),7)", 7),
        ("B1/(A1-1)", None),
        ("VLOOKUP(A1,A1:B2,2)", None),
        ("A1^2", None),
        ("TongSo+A1", None),
        ("A1&B1", None),
        ("C1+A1", None),
        ("SUM(A1:C2)", 10),
        ("SUM(A:A)", None),
        ("--A1", 1),
        (f"{'(' * 29}A1{')' * 29}", 1),
        (f"{'(' * 4000}A1{')' * 4000}", None),
        (f"{'-' * 4001}A1", -1),
        ("A1*1e900*1e900*1e900", None),
        ("ROUND(A1,1e30)", None),
    ],
)
def test_a_formula(formula: str, wanted: object) -> None:
    cells = {"A1": 0, "B1": 3, "A2": 2, "B2": 4, "C1": "chữ", "Z9": f"={formula}"}
    assert _count(cells, A1=1) == (None if wanted is None else Decimal(str(wanted)))


def test_a_long_chain_of_formulas_is_left_to_excel() -> None:
    upwards: dict[str, object] = {"A900": 1, "Z9": "=A899"}
    upwards |= {f"A{row}": f"=A{row + 1}+1" for row in range(1, 900)}
    assert _count(upwards, A900=5) == 6
    assert _count(upwards, "A1", A900=5) is None
    downwards: dict[str, object] = {"A1": 1}
    downwards |= {f"A{row}": f"=A{row - 1}+1" for row in range(2, 901)}
    assert _count(downwards, "A900", A1=5) == 904


def test_formulas_use_formulas_and_circles_are_left_to_excel() -> None:
    cells = {"A1": 1, "B1": "=A1*2", "C1": "=B1+1", "D1": "=D2", "D2": "=D1+A1", "E1": "=A9", "Z9": "=SUM(B1:C1)"}
    assert _count(cells, A1=5) == 21
    assert _count(cells, "D2", A1=5) is None
    assert _count(cells, "E1", A1=5) == "not reached"


def _brute(cells: dict[str, object], changed: set[str]) -> set[str]:
    """The formulas that use changed cells, by looking at all again and again."""
    uses = {
        at: [area(one.replace("$", "")) for one in re.findall(r"\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?", str(text))]
        for at, text in cells.items()
        if str(text).startswith("=") and at not in changed
    }
    reached: set[str] = set()
    while True:
        places = [place(one) for one in changed | reached]
        more = {at for at, areas in uses.items() if any(at in one for one in areas if one for at in places if at)}
        if more == reached:
            return reached
        reached = more


CELLS = st.builds(
    lambda column, row: f"{column}{row}", st.sampled_from("ABPQ"), st.sampled_from([1, 2, 63, 64, 65, 130])
)
USES = st.one_of(
    CELLS.map(lambda one: f"={one}+1"),
    st.tuples(CELLS, CELLS).map(lambda two: f"=SUM({two[0]}:{two[1]})"),
    st.tuples(CELLS, CELLS).map(lambda two: f"=SUM({two[0]}:{two[1]})+SUM(A1:XFD1000000)*0"),
)


@settings(deadline=None, max_examples=30)
@given(cells=st.dictionaries(CELLS, st.one_of(USES, st.just(1)), min_size=1), changed=st.sets(CELLS, max_size=3))
def test_the_formulas_that_a_change_reaches(cells: dict[str, object], changed: set[str]) -> None:
    values = {("s", *at): Decimal(1) for one in changed if (at := place(one))}
    reached = {reference(*at) for _, *at in recounted(book(grid(cells)), values)}  # type: ignore[arg-type]
    assert reached == _brute(cells, changed)


def test_running_totals_cost_as_much_as_they_are_long() -> None:
    rows = 1_500
    cells: dict[str, object] = {f"A{row}": row for row in range(1, rows + 1)} | {"B1": "=A1"}
    cells |= {f"B{row}": f"=B{row - 1}+A{row}" for row in range(2, rows + 1)}
    made = book(grid(cells))
    begun = time.process_time()
    found = recounted(made, {("s", 1, 1): Decimal(5)})
    assert time.process_time() - begun < 1.5, "looking at all formulas again for each takes five seconds"
    assert found["s", rows, 2] == rows * (rows + 1) // 2 + 4


def test_sums_of_more_cells_than_can_be_counted_at_once_are_left_to_excel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formulas, "_MOST_READ", 10_000)
    rows = 200
    cells: dict[str, object] = {f"B{row}": f"=SUM(A$1:A{row})" for row in range(1, rows + 1)}
    changed = {("s", row, 1): Decimal(1) for row in range(1, rows + 1)}
    found = recounted(book(grid(cells)), changed)
    assert found["s", 100, 2] == 100
    assert found["s", rows, 2] is None


def test_a_formula_that_gives_way_is_a_value() -> None:
    assert _count({"A1": 1, "B1": "=A1*2", "Z9": "=B1+1"}, A1=5, B1=100) == 101


@pytest.mark.parametrize(
    ("formula", "rows", "columns", "wanted"),
    [
        ("SUM(A1:B2)", 1, 1, "SUM(B2:C3)"),
        ("SUM($A1:B$2)", 1, 1, "SUM($A2:C$2)"),
        ("'T A1'!A1+Q4!A1", 2, 0, "'T A1'!A3+Q4!A3"),
        ('IF(A1="A1",LOG10(A1),0)', 1, 0, 'IF(A2="A1",LOG10(A2),0)'),
        ("A1", -1, 0, "#REF!"),
        ("Z1", 0, 1, "AA1"),
    ],
)
def test_a_shared_formula_moves_along(formula: str, rows: int, columns: int, wanted: str) -> None:
    assert shifted(formula, rows, columns) == wanted


NUMBERS = st.integers(-50, 50)
EXPRESSIONS = st.recursive(
    st.one_of(NUMBERS.map(lambda number: f"({number})"), st.sampled_from(["A1", "B1", "A2", "B2"])),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*"), inner).map("".join),
        inner.map(lambda text: f"({text})"),
        st.tuples(inner, inner).map(lambda pair: f"SUM({pair[0]},{pair[1]})"),
        st.tuples(inner, inner, inner).map(lambda part: f"IF({part[0]}>{part[1]},{part[2]},{part[0]})"),
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=60)
@given(expression=EXPRESSIONS, first=NUMBERS, second=NUMBERS)
def test_sums_products_and_conditions_are_those_of_python(expression: str, first: int, second: int) -> None:
    cells: dict[str, object] = {"A1": 0, "B1": second, "A2": 3, "B2": -4, "Z9": f"={expression}+A1*0"}
    names = {"A1": first, "B1": second, "A2": 3, "B2": -4}
    python = eval(
        expression, {"SUM": lambda *parts: sum(parts), "IF": lambda test, yes, no: yes if test else no}, names
    )
    assert _count(cells, A1=first) == python

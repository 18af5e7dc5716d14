"""What formulas come to with new values, against a second way of counting, and when they are left to Excel."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.workbooks.making import book, grid
from thidua_desktop.domain.workbooks.formulas import recounted, shifted
from thidua_desktop.domain.workbooks.places import place


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

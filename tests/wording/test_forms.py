"""Figures and notes of forms as paper shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from thidua_desktop.domain.forms.choosing import Choice, Substitute
from thidua_desktop.domain.forms.filling import Cell, Origin
from thidua_desktop.services.form_models import shipped
from thidua_desktop.wording import forms

MODEL = shipped()[0]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Cell(Origin.COMPUTED, 1234567), "1.234.567"),
        (Cell(Origin.COMPUTED, 0), "-"),
        (Cell(Origin.HAND, Decimal("2.50")), "2,5"),
        (Cell(Origin.HAND, Decimal(3)), "3"),
        (Cell(Origin.HAND, None, open=True), "…"),
        (Cell(Origin.EMPTY), ""),
        (Cell(Origin.SHARE, Decimal(1) / 3), "33,33%"),
        (Cell(Origin.SHARE, Decimal("0.66665")), "66,67%"),
        (Cell(Origin.SHARE, Decimal(0)), "-"),
        (Cell(Origin.SHARE, None), "-"),
    ],
)
def test_cells(cell: Cell, shown: str) -> None:
    assert forms.shown(cell) == shown


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (date(2023, 3, 23), date(2025, 10, 7), "Có hiệu lực từ 23/3/2023 đến 07/10/2025"),
        (date(2023, 3, 23), None, "Có hiệu lực từ 23/3/2023"),
        (None, date(2025, 10, 7), "Có hiệu lực đến 07/10/2025"),
        (None, None, ""),
    ],
)
def test_validity(since: date | None, until: date | None, said: str) -> None:
    assert forms.validity(replace(MODEL, basis=replace(MODEL.basis, valid_from=since, valid_to=until))) == said


def test_what_the_paper_says_of_its_model() -> None:
    assert forms.basis_note(Choice(MODEL)) == ""
    ended = forms.basis_note(Choice(MODEL, Substitute.ENDED))
    assert "có hiệu lực đến 07/10/2025, nay theo Thông tư 18/2025/TT-BNV ngày 08/10/2025" in ended
    assert "có hiệu lực từ 23/3/2023" in forms.basis_note(Choice(MODEL, Substitute.NOT_YET))
    assert forms.hand_note(("2",), ("5", "6")) == "Số liệu do cơ quan nhập: dòng 2; cột 5, 6."

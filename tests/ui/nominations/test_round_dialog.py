"""What a round is called before the clerk calls it otherwise."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.helpers import compose
from thidua_desktop.domain.nominations import Round
from thidua_desktop.ui.nominations.round_dialog import RoundDialog, proposed_name


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "Đợt xét khen thưởng quý I năm 2026"),
        (date(2026, 11, 22), "Đợt xét khen thưởng quý IV năm 2026"),
    ],
)
def test_a_name_is_proposed_by_the_day(day: date, name: str) -> None:
    assert proposed_name(day) == name


def test_what_is_proposed_goes_with_the_first_letter(qtbot: QtBot) -> None:
    dialog = RoundDialog(Round(name=proposed_name(date(2026, 4, 1)), year=2026))
    qtbot.addWidget(dialog)
    compose(dialog.name, "Tổng kết")
    assert dialog.round().name == "Tổng kết"

"""Forms that the program draws up itself, given back to it as a superior's: heads have to ask for the same figures.

What the forms count was written by the law and by hand; the proposals read nothing but their printed heads.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.workbooks.ties import Tie
from thidua_desktop.services.container import Services
from thidua_desktop.services.forms import Format
from thidua_desktop.storage.store import Store

YEAR = periods.year(2026)


@pytest.fixture(scope="module")
def counted(counted_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    path = tmp_path_factory.mktemp("counted") / "nho.tdkt"
    with Store.open(Path(shutil.copy(counted_path, path))) as store:
        yield Services(store, lambda: date(2026, 12, 20))


@pytest.mark.parametrize(
    ("code", "fewest", "most_wrong"), [("0602.N", 85, 1), ("0603.N", 60, 1), ("TH-02", 110, 0), ("TH-03", 50, 0)]
)
def test_heads_ask_what_the_form_counts(
    counted: Services, tmp_path: Path, code: str, fewest: int, most_wrong: int
) -> None:
    path = counted.forms.write(code, YEAR, tmp_path / "bieu.xlsx", Format.XLSX)
    form = counted.workbooks.open(path)
    ties = [
        Tie(one.place.sheet, one.place.row, one.place.column, one.asked.question, "", one.asked.periods_back)
        for one in counted.workbooks.propose(form, YEAR)
        if one.asked is not None
    ]
    asked = [question for tie in ties if (question := tie.asks(YEAR)) is not None]
    answers = counted.workbooks.answers(asked)
    sheet = form.grid.sheets[0]
    wrong = [
        f"{tie.cell}: {question.text()}"
        for tie, question, answer in zip(ties, asked, answers, strict=True)
        if str(answer) != (sheet.at(tie.row, tie.column).text or "0")
    ]
    assert len(ties) >= fewest
    assert len(wrong) <= most_wrong, wrong

"""Which model serves a period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from thidua_desktop.domain.forms.choosing import FormUnknown, Substitute, choose, chosen
from thidua_desktop.domain.forms.model import FormModel
from thidua_desktop.domain.statistics import periods
from thidua_desktop.services.form_models import shipped

OLD = next(model for model in shipped() if model.code == "0601.N")


def valid(model: FormModel, since: date | None, until: date | None, *, office: bool = False) -> FormModel:
    return replace(model, basis=replace(model.basis, valid_from=since, valid_to=until), office=office)


NEW = valid(OLD, date(2025, 10, 8), None)


@pytest.mark.parametrize(
    ("models", "period", "model", "substitute"),
    [
        ((OLD,), periods.year(2024), OLD, None),
        ((OLD,), periods.half(2025, 1), OLD, None),
        ((OLD,), periods.year(2025), OLD, Substitute.ENDED),
        ((OLD,), periods.year(2022), OLD, Substitute.NOT_YET),
        ((OLD, NEW), periods.year(2025), NEW, None),
        ((NEW, OLD), periods.year(2024), OLD, None),
        ((NEW, OLD), periods.year(2020), OLD, Substitute.NOT_YET),
    ],
)
def test_the_last_day_of_a_period_decides(
    models: tuple[FormModel, ...], period: periods.Period, model: FormModel, substitute: Substitute | None
) -> None:
    choice = choose(models, "0601.N", period)
    assert choice.model is model
    assert choice.substitute is substitute


def test_an_offices_own_model_goes_before_the_programs() -> None:
    own = valid(OLD, date(2024, 1, 1), date(2026, 12, 31), office=True)
    assert choose((OLD, own), "0601.N", periods.year(2024)).model is own
    assert choose((OLD, own), "0601.N", periods.year(2026)).substitute is None
    assert choose((OLD, own), "0601.N", periods.year(2023)).model is OLD


@pytest.mark.parametrize("code", ["0601.N", "0601.n", "0601", " 0601 "])
def test_a_code_may_be_written_shortly(code: str) -> None:
    assert choose((OLD,), code, periods.year(2024)).model is OLD


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(FormUnknown) as caught:
        choose(shipped(), "0701", periods.year(2024))
    assert caught.value.params == {"form": "0701"}


def test_each_form_once_in_their_order() -> None:
    same = replace(NEW, code="0601.n", office=True)
    codes = [choice.model.code.upper() for choice in chosen((*shipped(), NEW, same), periods.year(2026))]
    assert codes == [model.code for model in shipped()]

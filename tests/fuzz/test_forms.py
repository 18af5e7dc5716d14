"""Spoiled models of forms: each is refused with sentences, or can be filled in and written."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.domain.forms.facts import SHORT
from tests.fuzz.conftest import TRIED
from tests.reports.cases import OFFICE
from tests.reports.forms.cases import FACTS, GIVEN
from thidua_desktop.common.paths import resource
from thidua_desktop.domain.forms.checks import checked
from thidua_desktop.domain.forms.choosing import Choice
from thidua_desktop.domain.forms.counting import FactCounts
from thidua_desktop.domain.forms.filling import fill
from thidua_desktop.domain.forms.model import FormModel
from thidua_desktop.importing.forms.lines import Words
from thidua_desktop.importing.forms.reading import read_form
from thidua_desktop.reports.forms import excel, pdf
from thidua_desktop.reports.forms.fitting import on_one_page
from thidua_desktop.reports.forms.sheet import form_sheet
from thidua_desktop.wording import messages
from thidua_desktop.wording.forms import value_names

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(900)]

SECONDS = 60.0
Record = Callable[[str, object], None]

_TOKEN = re.compile(r'"[^"\n]*"|[A-Za-z_]+|\d[\d.-]*|[\[\]{}=,]|\n')
_NUMBERS = ("0", "1", "200", "0.001", "99999", "-3", "2025-01-01")


def spoiled(text: str, chance: random.Random) -> str:
    """A file with some words exchanged for others of it, signs left out, a line elsewhere."""
    between, found = _TOKEN.split(text), _TOKEN.findall(text)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(found))
        kind = found[at][:1]
        if kind == '"':
            found[at] = chance.choice([one for one in found if one.startswith('"')] + ['""'])
        elif kind.isalpha():
            found[at] = chance.choice([one for one in found if one[:1].isalpha()])
        elif kind.isdigit():
            found[at] = chance.choice(_NUMBERS)
        elif chance.random() < 0.3:
            found[at] = ""
    lines = "".join(part for pair in zip(between, [*found, ""], strict=True) for part in pair).split("\n")
    if chance.random() < 0.2:
        lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    return "\n".join(lines)


def write(model: FormModel, folder: Path) -> None:
    """Fill in a model and write it in both formats."""
    choice, counts = Choice(model), FactCounts(FACTS)
    form = checked(fill(choice, FACTS.period, counts, value_names(FACTS.names, SHORT), GIVEN), counts)
    for finding in form.findings:
        messages.finding(finding)
    sheet = on_one_page(form_sheet(form, OFFICE, "Năm 2024"))
    pdf.write((sheet,), folder / "form.pdf", sheet.title)
    excel.write((sheet,), folder / "form.xlsx", sheet.title)


@pytest.mark.parametrize("seed", range(2))
def test_a_model_is_refused_or_serves(
    seed: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted(resource("forms").glob("**/*.toml"))]
    tried = served = 0
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        tried += 1
        model, findings = read_form(spoiled(chance.choice(texts), chance), file="x.toml", words=Words(), office=True)
        for finding in findings:
            assert messages.finding(finding).startswith("Tệp “x.toml” dòng ")
        if model is not None and not findings:
            served += 1
            write(model, tmp_path)
    record_property(TRIED, (tried, f"models of forms, {served} of them written"))
    assert served

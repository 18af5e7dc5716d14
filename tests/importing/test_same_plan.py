"""One plan as text, as a Word file and as a printed PDF gives the same tasks.

The environment variable ``THIDUA_SAMPLES`` may name a folder with more plans (``*.txt``).
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from tests.importing.readers import make
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.plans import PlanDraft, TaskDraft
from thidua_desktop.importing.plans import parse
from thidua_desktop.importing.readers import read_file

OWN = Path(__file__).parent / "plans" / "samples"
MORE = os.environ.get("THIDUA_SAMPLES")
PLANS = sorted([*OWN.glob("*.txt"), *(Path(MORE).glob("*.txt") if MORE else ())])

ALIKE_IN_PRINT = 0.95
"""Share of tasks that must come out of the PDFs word for word. Print loses what ends a paragraph: a wrapped line that
begins with a dash or a number can be taken for an item of its own."""


def identity(task: TaskDraft) -> tuple[object, ...]:
    return task.quarter, task.month, task.due, task.label, squeeze(task.text)


def head(draft: PlanDraft) -> tuple[object, ...]:
    return draft.title, draft.number, draft.issued_on, draft.place, draft.year


@cache
def as_text(plan: Path) -> PlanDraft:
    return parse(read_file(plan))


def through(plan: Path, data: bytes, name: str, folder: Path) -> PlanDraft:
    path = folder / name
    path.write_bytes(data)
    return parse(read_file(path))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.stem)
def test_word_gives_what_the_text_gives(plan: Path, tmp_path: Path) -> None:
    draft = through(plan, make.as_docx(plan.read_text("utf-8")), "plan.docx", tmp_path)
    assert list(map(identity, draft.tasks)) == list(map(identity, as_text(plan).tasks))
    assert head(draft) == head(as_text(plan))


def test_print_gives_what_the_text_gives(tmp_path: Path) -> None:
    wanted = found = 0
    for plan in PLANS:
        draft = through(plan, make.as_pdf(plan.read_text("utf-8")), f"{plan.stem}.pdf", tmp_path)
        printed = {identity(task) for task in draft.tasks}
        expected = [identity(task) for task in as_text(plan).tasks]
        same = sum(task in printed for task in expected)
        assert same >= 0.8 * len(expected), f"{plan.stem}: {same} of {len(expected)} tasks"
        assert len(draft.tasks) <= 1.25 * len(expected) + 1, f"{plan.stem}: tasks out of nothing"
        wanted, found = wanted + len(expected), found + same
    assert wanted > 100
    assert found >= ALIKE_IN_PRINT * wanted

"""Every known trouble has its sentence, every member its label."""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
import unicodedata
from collections.abc import Iterator
from enum import Enum

import pytest

import thidua_desktop
from thidua_desktop.common.errors import AppError, FileTrouble, StoreTrouble
from thidua_desktop.domain.adjustments import AdjustmentKind
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.backups import Reason, SecondPlace
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.duplicates import DuplicateReason
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.nominations import MoveNotAllowed, NominationState, Occasion
from thidua_desktop.domain.plan_links import LinkKind
from thidua_desktop.domain.planner import StepDays
from thidua_desktop.domain.plans import Doubt, PlanKind, PlanState, Role
from thidua_desktop.domain.reminders import ReminderKind
from thidua_desktop.domain.task_details import UrgingWay
from thidua_desktop.domain.tasks import Recurrence, Standing, TaskState
from thidua_desktop.wording import labels, messages, sentences

ABSTRACT = {AppError, FileTrouble, StoreTrouble}


def _load_everything() -> None:
    for module in pkgutil.walk_packages(thidua_desktop.__path__, "thidua_desktop."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _areas() -> Iterator[pkgutil.ModuleInfo]:
    return pkgutil.iter_modules(sentences.__path__, f"{sentences.__name__}.")


def _subclasses(kind: type[AppError]) -> Iterator[type[AppError]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _subclasses(sub)


def test_every_error_has_a_sentence_and_every_sentence_an_error() -> None:
    _load_everything()
    concrete = {kind.code for kind in _subclasses(AppError) if kind not in ABSTRACT and kind.code}
    assert concrete == set(messages.ERRORS)


@pytest.mark.parametrize("sentence", [*messages.ERRORS.values(), *messages.FINDINGS.values()])
def test_sentences_are_sentences(sentence: str) -> None:
    assert unicodedata.is_normalized("NFC", sentence)
    assert sentence.rstrip()[-1] in ".!?”)", sentence
    assert not re.search(r"\b(error|file|failed|invalid|null|None)\b", sentence), sentence
    list(string.Formatter().parse(sentence))


@pytest.mark.parametrize("table", ["ERRORS", "FINDINGS", "OPERATIONS"])
def test_no_code_stands_in_two_areas(table: str) -> None:
    areas = [importlib.import_module(module.name) for module in _areas()]
    codes = [code for area in areas for code in getattr(area, table, {})]
    assert sorted(codes) == sorted(getattr(messages, table))


def test_parameters_are_written_as_the_clerk_knows_them() -> None:
    trouble = MoveNotAllowed(old=NominationState.ENTERED, new=NominationState.DECIDED)
    assert "“Mới nhập”" in messages.error(trouble)
    assert "“Có quyết định”" in messages.error(trouble)


@pytest.mark.parametrize(
    "kind",
    [
        Reason,
        SecondPlace,
        Kind,
        RecipientKind,
        Severity,
        NominationState,
        Occasion,
        Doubt,
        PlanState,
        Role,
        Recurrence,
        Standing,
        TaskState,
        PlanKind,
        LinkKind,
        AdjustmentKind,
        DuplicateReason,
        UrgingWay,
        StepDays,
        ReminderKind,
        Confidence,
    ],
)
def test_every_member_has_a_label(kind: type[Enum]) -> None:
    for member in kind:
        assert labels.of(member)


def test_quarters() -> None:
    assert [labels.quarter(number) for number in (1, 4, None)] == ["Quý I", "Quý IV", "Cả năm"]

"""Every known trouble has its sentence, every member its label."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import string
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum
from functools import cache
from pathlib import Path

import pytest

import thidua_desktop
from tests.test_layers import modules
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

_ROOT = Path(thidua_desktop.__file__).parent
ABSTRACT = {AppError, FileTrouble, StoreTrouble}


_MADE = re.compile(r"(?<!class )\b([A-Z]\w+)\(")
_CODED = re.compile(r'^    code(: ClassVar\[str\])? = "', re.MULTILINE)


@cache
def _errors() -> tuple[type[AppError], ...]:
    """Every kind of error with a code; the modules that have one are read, and no others."""
    for path, source in _sources():
        if _CODED.search(source):
            importlib.import_module(".".join(path.relative_to(_ROOT.parent).with_suffix("").parts))
    return tuple(kind for kind in _subclasses(AppError) if kind not in ABSTRACT and kind.code)


def _sources() -> Iterator[tuple[Path, str]]:
    for path in modules():
        yield path, path.read_text(encoding="utf-8")


def _areas() -> Iterator[pkgutil.ModuleInfo]:
    return pkgutil.iter_modules(sentences.__path__, f"{sentences.__name__}.")


def _subclasses(kind: type[AppError]) -> Iterator[type[AppError]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _subclasses(sub)


def test_every_error_has_a_sentence_and_every_sentence_an_error() -> None:
    assert {kind.code for kind in _errors()} == set(messages.ERRORS)


def test_every_error_brings_what_its_sentence_names() -> None:
    """Wherever one is made by its name, all that stands in braces in its sentence is among the named arguments."""
    by_name = defaultdict(list)
    for kind in _errors():
        by_name[kind.__name__].append(kind)
    lacking = []
    for path, source in _sources():
        for made in _MADE.finditer(source):
            lost = [_lacking(source, made.start(), kind) for kind in by_name.get(made[1], ())]
            if lost and all(lost):  # of two of one name, one is meant
                lacking.append(f"{path.name}: {made[1]} {lost[0]}")
    assert lacking == []


def _lacking(source: str, start: int, kind: type[AppError]) -> set[str]:
    """What a sentence names that a call does not bring."""
    parts = string.Formatter().parse(messages.ERRORS[kind.code])
    wanted = {name for _text, name, _spec, _conversion in parts if name}
    given = _given(source, start, kind)
    return wanted - given if given is not None else set()


def _given(source: str, start: int, kind: type[AppError]) -> set[str | None] | None:
    """The named arguments of a call, or what the class itself passes on; None where they were gathered before."""
    if kind.__init__ is not AppError.__init__:
        own = inspect.getsource(kind)
        return _given(own, own.index("super().__init__"), AppError)
    given = {each.arg for each in _call(source, start).keywords}
    return None if None in given else given


def _call(source: str, start: int) -> ast.Call:
    """The call that begins there, as far as its last bracket."""
    for end in re.finditer(r"\)", source[start:]):
        try:
            found = ast.parse(source[start : start + end.end()], mode="eval").body
        except SyntaxError:  # a bracket within it
            continue
        if isinstance(found, ast.Call) and not source[start + end.end() :].startswith("."):
            return found
    raise AssertionError(source[start : start + 80])


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

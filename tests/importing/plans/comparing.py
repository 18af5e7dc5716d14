"""How a plan that was read is compared with the result that is wanted (samples/README.md)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.plans import PlanDraft, TaskDraft

ALIKE = 0.9
HEADER = ("title", "number", "issued_on", "issuer", "place", "year")
EXACT = ("quarter", "month", "due", "section", "label", "conditional", "recurrence")
NAMES = ("lead", "coordinate")

Wanted = dict[str, Any]


@dataclass
class Comparison:
    """What differs, one line each; ``found`` and ``wanted`` count required tasks."""

    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    matched: int = 0

    @property
    def lines(self) -> list[str]:
        return [
            *(f"missed: {line}" for line in self.missed),
            *(f"invented: {line}" for line in self.invented),
            *self.wrong,
        ]


def load(path: Path) -> Wanted:
    wanted: Wanted = json.loads(path.read_text(encoding="utf-8"))
    return wanted


def words(text: str | None) -> str:
    return re.sub(r"^\W+|\W+$", "", fold((text or "").replace("ƣ", "ư").replace("Ƣ", "Ư")))


def seen(task: TaskDraft, name: str) -> Any:
    value = getattr(task, name)
    if name == "due":
        return value.isoformat() if value is not None else None
    return value.value if name == "recurrence" and value is not None else value


def compare(draft: PlanDraft, wanted: Wanted) -> Comparison:
    """Every required task found, nothing beyond the optional ones, every stated field right."""
    result = Comparison()
    if wanted.get("unreadable"):
        if draft.tasks:
            result.invented.extend(task.text for task in draft.tasks)
        if not draft.findings:
            result.wrong.append("no finding about a text that cannot be read")
        return result
    _compare_header(draft, wanted, result)
    left = list(draft.tasks)
    for task in wanted["tasks"]:
        found = _take(left, task)
        if found is None:
            result.missed.append(f"{task.get('label')} {task['text'][:90]} [{task.get('due') or task.get('quarter')}]")
            continue
        result.matched += 1
        _compare_task(found, task, result)
    for task in wanted.get("optional_tasks", []):
        _take(left, task)
    result.invented.extend(f"{task.section} {task.label} {task.text[:90]} [{task.quarter} {task.due}]" for task in left)
    return result


def _compare_header(draft: PlanDraft, wanted: Wanted, result: Comparison) -> None:
    for name in HEADER:
        if name not in wanted:
            continue
        got = getattr(draft, name)
        got = got.isoformat() if name == "issued_on" and got is not None else got
        same = (
            words(got) == words(wanted[name])
            if isinstance(got, str) and isinstance(wanted[name], str)
            else got == wanted[name]
        )
        if not same:
            result.wrong.append(f"{name}: {got!r}, wanted {wanted[name]!r}")


def _take(left: list[TaskDraft], task: Wanted) -> TaskDraft | None:
    rated = [
        (score, _agreements(found, task), -place)
        for place, found in enumerate(left)
        if (score := _likeness(found, task)) >= ALIKE
    ]
    if not rated:
        return None
    best = max(rated, key=lambda rate: (rate[1], rate[0], rate[2]))
    return left.pop(-best[2])


def _likeness(found: TaskDraft, task: Wanted) -> float:
    got, want = words(found.text), words(task["text"])
    if got == want:
        return 1.0
    if task.get("loose") and (want in got or got in want) and min(len(got), len(want)) > 8:
        return 0.95
    matcher = SequenceMatcher(None, got, want, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def _agreements(found: TaskDraft, task: Wanted) -> int:
    return sum(
        name in task and seen(found, name) == task[name] for name in ("due", "month", "quarter", "label", "section")
    )


def _compare_task(found: TaskDraft, task: Wanted, result: Comparison) -> None:
    where = f"{task.get('section')} {task.get('label')} {task['text'][:40]}"
    for name in EXACT:
        if name in task and seen(found, name) != task[name]:
            result.wrong.append(f"{where}: {name} {seen(found, name)!r}, wanted {task[name]!r}")
    for name in NAMES:
        if name in task and {words(unit) for unit in getattr(found, name)} != {words(unit) for unit in task[name]}:
            result.wrong.append(f"{where}: {name} {list(getattr(found, name))}, wanted {task[name]}")
    if task.get("product") and words(found.product) != words(task["product"]):
        result.wrong.append(f"{where}: product {found.product!r}, wanted {task['product']!r}")

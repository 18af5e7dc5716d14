"""A sample office with invented people, made by the same use cases that a clerk's work goes through."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from thidua_desktop.common.files import atomic_write
from thidua_desktop.common.paths import resource
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import PlanId, RoundId
from thidua_desktop.domain.nominations import Nomination, NominationState, Occasion, Round
from thidua_desktop.domain.tasks import Standing, Task, TaskState
from thidua_desktop.domain.units import Office
from thidua_desktop.services import demo_directory
from thidua_desktop.services.container import Services
from thidua_desktop.services.demo_submissions import submit

PLAN_FILE = "Kế hoạch mẫu năm {year}.txt"

OFFICE = Office(
    name="SỞ NỘI VỤ",
    superior="UBND TỈNH HỒNG SƠN",
    place="Hồng Sơn",
    code="SNV",
    signer_posts=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer_name="Phạm Thị Lan Hương",
    compiler_name="Nguyễn Thị Thu Hà",
)

_S = NominationState

_WAYS: tuple[tuple[NominationState, ...], ...] = (
    (),
    (_S.DOSSIER_COMPLETE,),
    (_S.DOSSIER_COMPLETE, _S.ELIGIBLE),
    (_S.DOSSIER_MISSING,),
    (_S.DOSSIER_COMPLETE, _S.TO_VERIFY),
    (_S.DOSSIER_COMPLETE, _S.ELIGIBLE, _S.BEFORE_COUNCIL),
)
"""How far the sample nominations have come, in turn."""

_OVERDUE_EACH = 9
_LATE_EACH = 7
_HONORIFICS = {"Ông": "male", "Bà": "female"}


@dataclass(frozen=True, slots=True)
class Demo:
    """What was made: the plan, the round and the text file that the plan was read from."""

    plan_id: PlanId
    round_id: RoundId
    plan_file: Path


def plan_text(year: int) -> str:
    """The sample plan of a year, as an office would have typed it."""
    text = resource("demo/ke-hoach.txt").read_text(encoding="utf-8")
    return text.format(year=year, last=year - 1, next=year + 1)


def build(services: Services, folder: Path, year: int) -> Demo:
    """Fill an empty office file with a year's plan, progress up to today, a directory and forty nominations.

    Args:
        services: an office file just made.
        folder: where the sample plan is written, so that it can be imported again by hand.
        year: the year of the plan.
    """
    services.office.save(OFFICE)
    plan_file = folder / PLAN_FILE.format(year=year)
    atomic_write(plan_file, plan_text(year).encode())
    kept = services.imports.store_plan(services.imports.read_plan(plan_file))
    plan_id = PlanId(kept.created[0])
    _make_progress(services, plan_id)
    demo_directory.build(services)
    round_id = _nominate(services, year)
    services.ties.tie_round(round_id)
    submit(services, round_id)
    return Demo(plan_id, round_id, plan_file)


def _make_progress(services: Services, plan_id: PlanId) -> None:
    today = services.today()
    tasks = services.tasks.of_plan(plan_id)
    services.tasks.save_many([_lived(task, order, today) for order, task in enumerate(tasks, start=1)])


def _lived(task: Task, order: int, today: date) -> Task:
    """The task as it may look on ``today``: old ones done (some late, a few forgotten), near ones under way."""
    if task.standing(today) is Standing.OVERDUE or task.deadline == today:
        if order % _OVERDUE_EACH == 0:
            return replace(task, state=TaskState.WAITING, progress=60, note="Đã đôn đốc bằng điện thoại")
        late = order % _LATE_EACH == 0
        done_on = min(task.deadline + timedelta(days=6 if late else -3), today)
        done = task.moved_to(TaskState.DONE, on=done_on)
        return replace(done, delay_reason="Chờ ý kiến đơn vị phối hợp" if late else None)
    if (task.deadline - today).days <= 45:
        return replace(task, state=TaskState.IN_PROGRESS, progress=20 + 10 * (order % 5))
    return task


def _nominate(services: Services, year: int) -> RoundId:
    sample = tomllib.loads(resource("demo/nominations.toml").read_text(encoding="utf-8"))
    made = services.nominations.save_round(
        Round(
            name=sample["round"]["name"].format(year=year),
            year=year,
            occasion=Occasion(sample["round"]["occasion"]),
            opens=date(year, 10, 15),
            closes=date(year, 11, 30),
        )
    )
    round_id = RoundId(made.created[0])
    lines = [_nomination(round_id, group, line) for group in sample["group"] for line in group["lines"]]
    services.nominations.save_many(
        [_advanced(nomination, _WAYS[order % len(_WAYS)]) for order, nomination in enumerate(lines)]
    )
    return round_id


def _nomination(round_id: RoundId, group: dict[str, Any], line: str) -> Nomination:
    name, birth, position, unit, citation = (field.strip() for field in line.split("|"))
    title, _, rest = name.partition(" ")
    known = title in _HONORIFICS
    return Nomination(
        round_id=round_id,
        kind=RecipientKind(group["kind"]),
        award_id=group["award"],
        name=rest if known else name,
        honorific=title if known else None,
        gender=_HONORIFICS.get(title),
        birth=birth or None,
        position=position or None,
        unit=unit,
        citation=citation,
    )


def _advanced(nomination: Nomination, way: tuple[NominationState, ...]) -> Nomination:
    for state in way:
        nomination = nomination.moved_to(state)
    return nomination

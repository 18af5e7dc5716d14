"""A whole plan rolled over: its lines old and new side by side, and the new plan made of those that are accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.ids import PlanId, PlanPartId
from thidua_desktop.domain.legal import LegalRegister
from thidua_desktop.domain.plans import Plan, PlanPart, PlanState, Role
from thidua_desktop.domain.recurrence import periods_later
from thidua_desktop.domain.rollover import Change, Rolled, roll
from thidua_desktop.domain.rollover_documents import GAP
from thidua_desktop.domain.rollover_times import years_later
from thidua_desktop.domain.tasks import Task, TaskState


class Origin(StrEnum):
    """What a line of the old plan is."""

    TITLE = "title"
    BASIS = "basis"
    TASK = "task"
    PART = "part"
    """Any other paragraph of the document."""


class Decision(StrEnum):
    """What the clerk wants of a line."""

    NEW = "new"
    OLD = "old"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class RolledLine:
    """One line of the plan. ``ref`` is the place of a căn cứ from 0, the id of a task or part, 0 for the title."""

    origin: Origin
    ref: int
    old: str
    new: str
    changes: tuple[Change, ...] = ()
    decision: Decision = Decision.NEW
    quarter: int | None = None
    """Of a task: the quarter of its time."""
    rewritten: bool = False
    """The clerk has written the new text: positions in ``changes`` no longer speak of it."""

    @property
    def flagged(self) -> bool:
        """Whether the clerk has to look at it."""
        return any(change.flagged for change in self.changes)

    @property
    def text(self) -> str:
        """What goes into the new plan."""
        return self.new if self.decision is Decision.NEW else self.old

    def rewritten_as(self, text: str) -> RolledLine:
        """The line with another new text, which is thereby accepted."""
        return replace(self, new=text, decision=Decision.NEW, rewritten=True) if text != self.new else self


@dataclass(frozen=True, slots=True)
class Rollover:
    """What the clerk looks through before next year's plan is made."""

    plan: Plan
    to_year: int
    lines: tuple[RolledLine, ...] = field(default_factory=tuple)


_SHOWN_PARTS = frozenset(
    {
        Role.OPENING,
        Role.HEADING,
        Role.PURPOSE,
        Role.DETAIL,
        Role.RESPONSIBILITY,
        Role.BUDGET,
        Role.CLOSING,
        Role.TEXT,
    }
)
_COPIED_PARTS = frozenset({Role.LETTERHEAD, Role.RECIPIENT, Role.SIGNER, Role.FURNITURE})
_NUMBER = re.compile(r"\d+(?=\s*[/-])")
_DIGITS = re.compile(r"\d+")


def rollover(
    plan: Plan, tasks: Sequence[Task], parts: Sequence[PlanPart], *, register: LegalRegister, to_year: int | None = None
) -> Rollover:
    """The lines of a plan as they would read in another year, next year unless ``to_year`` says so.

    Title, every căn cứ and every task are listed; other paragraphs only where something in them moves or has ended.
    """
    year = to_year if to_year is not None else plan.year + 1
    reader = _Reader(plan.year, year, register)
    return Rollover(plan, year, tuple(reader.lines(plan, tasks, parts)))


@dataclass(frozen=True, slots=True)
class _Reader:
    from_year: int
    to_year: int
    register: LegalRegister

    def roll(self, text: str, *, basis: bool = False) -> Rolled:
        return roll(text, self.from_year, self.to_year, basis=basis, register=self.register)

    def lines(self, plan: Plan, tasks: Sequence[Task], parts: Sequence[PlanPart]) -> Iterator[RolledLine]:
        yield self._line(Origin.TITLE, 0, plan.title)
        for at, basis in enumerate(plan.legal_bases):
            yield self._line(Origin.BASIS, at, basis)
        for task in tasks:
            if task.id is not None:
                yield replace(self._line(Origin.TASK, task.id, task.text), quarter=task.quarter)
        for part in parts:
            if part.id is not None and part.role in _SHOWN_PARTS:
                line = self._line(Origin.PART, part.id, part.text)
                if line.changes:
                    yield line

    def _line(self, origin: Origin, ref: int, text: str) -> RolledLine:
        found = self.roll(text, basis=origin is Origin.BASIS)
        return RolledLine(origin, ref, text, found.text, found.changes)


def new_plan(rolled: Rollover) -> Plan:
    """The plan of the new year: a draft without number and day; a căn cứ that is left out is not in it."""
    title = next((line.text for line in rolled.lines if line.origin is Origin.TITLE), rolled.plan.title)
    bases = (line for line in rolled.lines if line.origin is Origin.BASIS and line.decision is not Decision.LEAVE_OUT)
    return replace(
        rolled.plan,
        title=title.strip(),
        year=rolled.to_year,
        number=None,
        issued_on=None,
        legal_bases=tuple(line.text for line in bases),
        state=PlanState.DRAFT,
        source_name="",
        source_sha256="",
        id=None,
    )


def new_tasks(rolled: Rollover, tasks: Sequence[Task], plan_id: PlanId, *, register: LegalRegister) -> tuple[Task, ...]:
    """The tasks that are not left out, as if just planned: nothing done, quarter and month kept, days moved."""
    reader = _Reader(rolled.plan.year, rolled.to_year, register)
    chosen = {line.ref: line for line in _taken(rolled, Origin.TASK)}
    kept = [task for task in tasks if task.id is not None and task.id in chosen]
    return tuple(
        _planned(task, chosen[task.id or 0].text, reader, plan_id, position=at) for at, task in enumerate(kept, start=1)
    )


def _planned(task: Task, text: str, reader: _Reader, plan_id: PlanId, *, position: int) -> Task:
    step = reader.to_year - reader.from_year
    return replace(
        task,
        id=None,
        plan_id=plan_id,
        text=text.strip(),
        year=task.year + step,
        due=years_later(task.due, step) if task.due is not None else None,
        starts=years_later(task.starts, step) if task.starts is not None else None,
        product=reader.roll(task.product).text if task.product is not None else None,
        remark=reader.roll(task.remark).text if task.remark is not None else None,
        state=TaskState.NOT_STARTED,
        progress=0,
        completed_on=None,
        evidence=None,
        delay_reason=None,
        state_reason=None,
        note=None,
        position=position,
        period=periods_later(task.period, step) if task.period is not None else None,
        arisen=None,
        waiting_for=(),
    )


def new_parts(
    rolled: Rollover, parts: Sequence[PlanPart], tasks: Sequence[Task], *, register: LegalRegister
) -> tuple[PlanPart, ...]:
    """The text of the new plan: what was decided on its lines, number and day left blank, the rest rolled over.

    Paragraphs of tasks that are left out go with them, unless another task came from the same paragraph. The parts
    still have the ids of the old ones, which say where each task stands; keep them without.
    """
    reader = _Reader(rolled.plan.year, rolled.to_year, register)
    decided = {line.ref: line for line in rolled.lines if line.origin is Origin.PART}
    words = {squeeze(line.old): line for line in rolled.lines if line.origin in (Origin.TASK, Origin.BASIS)}
    gone = _left_out(rolled, tasks)
    made: list[PlanPart] = []
    for part in parts:
        line = decided.get(part.id or 0) or words.get(squeeze(part.text))
        if (line is not None and line.decision is Decision.LEAVE_OUT) or _goes(part, gone):
            continue
        made.append(replace(part, text=line.text if line is not None else _text_of(part, reader, rolled)))
    return tuple(made)


def _text_of(part: PlanPart, reader: _Reader, rolled: Rollover) -> str:
    match part.role:
        case Role.NUMBER:
            return _NUMBER.sub(GAP, part.text)
        case Role.PLACE_AND_DAY:
            place, day, rest = part.text.partition("ngày")
            return f"{place}{day}{_DIGITS.sub(GAP, rest)}"
        case Role.TITLE if any(
            line.origin is Origin.TITLE and line.decision is not Decision.NEW for line in rolled.lines
        ):
            return part.text
        case role if role in _COPIED_PARTS:
            return part.text
        case role:
            return reader.roll(part.text, basis=role is Role.LEGAL_BASIS).text


def _taken(rolled: Rollover, origin: Origin) -> Iterator[RolledLine]:
    return (line for line in rolled.lines if line.origin is origin and line.decision is not Decision.LEAVE_OUT)


@dataclass(frozen=True, slots=True)
class _Gone:
    """Where nothing but tasks that are left out stood: parts, and blocks of the source that may be several parts."""

    parts: frozenset[PlanPartId | None]
    blocks: frozenset[int]


def _left_out(rolled: Rollover, tasks: Sequence[Task]) -> _Gone:
    taken = {line.ref for line in _taken(rolled, Origin.TASK)}
    out, kept = ([task for task in tasks if (task.id in taken) is stays] for stays in (False, True))
    parts = frozenset(task.part_id for task in out) - frozenset(task.part_id for task in kept)
    return _Gone(parts - {None}, _blocks(out) - _blocks(kept))


def _blocks(tasks: Sequence[Task]) -> frozenset[int]:
    return frozenset(task.source.block for task in tasks if task.source is not None)


def _goes(part: PlanPart, gone: _Gone) -> bool:
    return part.role is Role.TASK and (part.id in gone.parts or part.source.block in gone.blocks)

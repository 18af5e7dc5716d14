"""What the clerk makes of a plan draft before it is kept: merge, split, move, drop, take up.

Every step gives a new value, so that taking one back costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain import periods
from thidua_desktop.domain.plans import Doubt, PlanDraft, PlanPart, Responsibility, Role, TaskDraft

TIME_DOUBTS = frozenset({Doubt.QUARTER_UNSURE, Doubt.DAY_UNSURE})
UNIT_DOUBTS = frozenset({Doubt.UNITS_UNSURE})
TEXT_DOUBTS = frozenset({Doubt.TEXT_DAMAGED, Doubt.MAYBE_TWO, Doubt.MAYBE_CONTINUATION, Doubt.MAYBE_NO_TASK})


@dataclass(frozen=True, slots=True)
class Line:
    """One task under review. ``kept`` is False for a task that the clerk has dropped; it can be brought back."""

    id: int
    task: TaskDraft
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Review:
    """A draft with the clerk's corrections so far; every method gives a new review."""

    draft: PlanDraft
    lines: tuple[Line, ...]
    next_id: int

    @property
    def kept(self) -> tuple[Line, ...]:
        """The tasks that will be kept, in the document's order."""
        return tuple(line for line in self.lines if line.kept)

    @property
    def doubtful(self) -> tuple[Line, ...]:
        """The tasks that the clerk should look at."""
        return tuple(line for line in self.kept if line.task.doubts)

    def line(self, line_id: int) -> Line | None:
        """A line by its number."""
        return next((line for line in self.lines if line.id == line_id), None)

    def lines_of_block(self, block: int) -> tuple[Line, ...]:
        """The tasks that came from a block of the source, kept ones first."""
        found = [line for line in self.lines if block in _blocks(line.task)]
        return tuple(sorted(found, key=lambda line: not line.kept))

    def changed(self, lines: Iterable[Line]) -> Review:
        """Lines replaced by their new values."""
        new = {line.id: line for line in lines}
        return replace(self, lines=tuple(new.get(line.id, line) for line in self.lines))

    def set_kept(self, ids: Collection[int], *, kept: bool) -> Review:
        """Drop tasks, or bring them back."""
        return self.changed(replace(line, kept=kept) for line in self.lines if line.id in ids)

    def seen(self, ids: Collection[int]) -> Review:
        """The clerk has looked and found nothing wrong."""
        return self._with_tasks(ids, lambda task: replace(task, doubts=()))

    def merged(self, ids: Collection[int]) -> Review:
        """Several tasks as one, in the place of the first; what the first leaves open comes from the others."""
        chosen = [line for line in self.lines if line.id in ids]
        if len(chosen) < 2:
            return self
        first = replace(chosen[0], task=_joined([line.task for line in chosen]), kept=True)
        gone = {line.id for line in chosen[1:]}
        lines = self.changed([first]).lines
        return replace(self, lines=tuple(line for line in lines if line.id not in gone))

    def split(self, line_id: int, at: int) -> Review:
        """One task as two, the text cut before the character ``at``; nothing happens where a side would be empty."""
        line = self.line(line_id)
        if line is None:
            return self
        left, right = squeeze(line.task.text[:at]), squeeze(line.task.text[at:])
        if not left or not right:
            return self
        doubts = tuple(doubt for doubt in line.task.doubts if doubt not in TEXT_DOUBTS)
        first = replace(line, task=replace(line.task, text=left, doubts=doubts))
        second = Line(self.next_id, replace(line.task, text=right, doubts=doubts), kept=line.kept)
        place = self.lines.index(line) + 1
        lines = self.changed([first]).lines
        return replace(self, lines=(*lines[:place], second, *lines[place:]), next_id=self.next_id + 1)

    def taken_up(self, block: int) -> Review:
        """A block of the source made a task of its own."""
        part = next((part for part in self.draft.parts if part.source.block == block), None)
        if part is None or not squeeze(part.text):
            return self
        duty = next((duty for duty in self.draft.responsibilities if block in (duty.source.block, *duty.blocks)), None)
        return self.taken_duty(duty) if duty is not None else self._added(_from_part(part))

    def taken_duty(self, duty: Responsibility) -> Review:
        """A standing duty made a task for the whole year."""
        task = TaskDraft(
            text=duty.text,
            source=duty.source,
            section=duty.section,
            label=duty.label,
            lead=duty.lead,
            coordinate=duty.coordinate,
            blocks=duty.blocks,
        )
        left = tuple(other for other in self.draft.responsibilities if other is not duty)
        return replace(self, draft=replace(self.draft, responsibilities=left))._added(task)

    def result(self) -> PlanDraft:
        """The draft to be kept. The source's blocks keep saying what became of them: a dropped task is text again."""
        kept = tuple(line.task for line in self.kept)
        read = {block for task in self.draft.tasks for block in _blocks(task)}
        used = {block for task in kept for block in _blocks(task)}
        taken = {task.source.block: Role.TASK for task in kept if task.source.block not in read}
        taken = dict.fromkeys(used - read, Role.DETAIL) | taken
        freed = dict.fromkeys(read - used, Role.TEXT)
        parts = tuple(_with_role(part, taken, freed) for part in self.draft.parts)
        return replace(self.draft, tasks=kept, parts=parts)

    def _with_tasks(self, ids: Collection[int], change: Callable[[TaskDraft], TaskDraft]) -> Review:
        return self.changed(replace(line, task=change(line.task)) for line in self.lines if line.id in ids)

    def _added(self, task: TaskDraft) -> Review:
        line = Line(self.next_id, task)
        place = sum(other.task.source.block <= task.source.block for other in self.lines)
        lines = (*self.lines[:place], line, *self.lines[place:])
        return replace(self, lines=lines, next_id=self.next_id + 1)


def begin(draft: PlanDraft) -> Review:
    """The review of a draft as it was read."""
    lines = tuple(Line(number, task) for number, task in enumerate(draft.tasks, start=1))
    return Review(draft, lines, len(lines) + 1)


def without_doubts(task: TaskDraft, settled: Collection[Doubt]) -> TaskDraft:
    """The task without the doubts that a correction has settled."""
    return replace(task, doubts=tuple(doubt for doubt in task.doubts if doubt not in settled))


def in_quarter(task: TaskDraft, quarter: int | None) -> TaskDraft:
    """The task in another quarter (None: the whole year); a month or day outside it goes."""
    fits = task.month is not None and periods.quarter_of_month(task.month) == quarter
    moved = task if fits else replace(task, month=None, due=None)
    return without_doubts(replace(moved, quarter=quarter), TIME_DOUBTS)


def in_month(task: TaskDraft, month: int | None) -> TaskDraft:
    """The task in a month; the quarter follows, a day outside it goes."""
    due = task.due if task.due is not None and task.due.month == month else None
    quarter = periods.quarter_of_month(month) if month is not None else task.quarter
    return without_doubts(replace(task, month=month, quarter=quarter, due=due), TIME_DOUBTS)


def due_on(task: TaskDraft, due: date | None) -> TaskDraft:
    """The task due on a day; month, quarter and year follow."""
    if due is None:
        return without_doubts(replace(task, due=None), TIME_DOUBTS)
    quarter = periods.quarter_of_month(due.month)
    return without_doubts(replace(task, due=due, month=due.month, quarter=quarter, year=due.year), TIME_DOUBTS)


def _blocks(task: TaskDraft) -> tuple[int, ...]:
    return task.blocks or (task.source.block,)


def _joined(tasks: list[TaskDraft]) -> TaskDraft:
    first, *others = tasks
    timed = next((task for task in tasks if task.due or task.month or task.quarter), first)
    return replace(
        first,
        text=squeeze(" ".join(task.text for task in tasks)),
        year=timed.year,
        quarter=timed.quarter,
        month=timed.month,
        due=timed.due,
        lead=_together(task.lead for task in tasks),
        coordinate=_together(task.coordinate for task in tasks),
        product=first.product or next((task.product for task in others if task.product), None),
        conditional=any(task.conditional for task in tasks),
        blocks=tuple(dict.fromkeys(block for task in tasks for block in _blocks(task))),
        doubts=(),
    )


def _together(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in names for name in group))


def _from_part(part: PlanPart) -> TaskDraft:
    return TaskDraft(
        text=squeeze(part.text),
        source=part.source,
        label=part.label,
        lead=part.lead,
        coordinate=part.coordinate,
        blocks=(part.source.block,),
    )


def _with_role(part: PlanPart, taken: dict[int, Role], freed: dict[int, Role]) -> PlanPart:
    block = part.source.block
    if block in taken and part.role is not Role.HEADING:
        return replace(part, role=taken[block])
    if block in freed and part.role in (Role.TASK, Role.DETAIL):
        return replace(part, role=freed[block])
    return part

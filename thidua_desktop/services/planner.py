"""The backward planner: chains of steps, and a plan stored as the steps of a task."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

import msgspec

from thidua_desktop.common.paths import resource
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import ChainId, TaskId
from thidua_desktop.domain.planner import BackwardPlan, Chain, ChainStep, check_chain, placed_backwards
from thidua_desktop.domain.task_details import Step
from thidua_desktop.services.calendar import office_calendar
from thidua_desktop.services.summaries import brief
from thidua_desktop.storage.store import Store

DATA = "planner/chains.toml"
_CHAIN = frozenset({Kind.CHAIN})


class _Chain(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    name: str
    step: tuple[ChainStep, ...]
    citation: str | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    chain: tuple[_Chain, ...]


@lru_cache(maxsize=1)
def built_in_chains() -> tuple[Chain, ...]:
    """The chains that ship with the program."""
    found = msgspec.toml.decode(resource(DATA).read_bytes(), type=_File).chain
    return tuple(Chain(each.name, each.step, each.key, each.citation) for each in found)


def place(deadline: date, steps: Sequence[ChainStep], today: date) -> BackwardPlan:
    """When each step has to begin and end so that the last one ends by the deadline.

    Raises:
        ChainEmpty, StepLengthImpossible: the steps cannot be placed.
    """
    return placed_backwards(deadline, steps, office_calendar(), today)


class PlannerService:
    """Places chains backwards over the working days of state offices."""

    def __init__(self, store: Store, today: Callable[[], date]) -> None:
        self._store = store
        self._today = today

    def chains(self) -> tuple[Chain, ...]:
        """All named chains: those of the program, then the office's own."""
        with self._store.read() as work:
            return (*built_in_chains(), *work.chains.all())

    def place(self, deadline: date, steps: Sequence[ChainStep]) -> BackwardPlan:
        """When each step has to begin and end so that the last one ends by the deadline, as things stand today.

        Raises:
            ChainEmpty, StepLengthImpossible: the steps cannot be placed.
        """
        return place(deadline, steps, self._today())

    def save_chain(self, chain: Chain) -> Changes:
        """Keep a chain under its name; one of the program is kept as the office's own copy.

        Raises:
            ChainNameMissing, ChainEmpty, StepLengthImpossible: it cannot be kept so.
        """
        kept = replace(chain, name=squeeze(chain.name), key="")
        check_chain(kept)
        with self._store.write("chain.save", name=brief(kept.name)) as work:
            made = work.chains.save(kept)
        return Changes("chain.save", _CHAIN, (made,) if kept.id is None else ())

    def remove_chain(self, chain_id: ChainId) -> Changes:
        """Take one of the office's own chains away.

        Raises:
            RecordMissing: no such chain.
        """
        with self._store.read() as work:
            name = brief(work.chains.get(chain_id).name)
        with self._store.write("chain.remove", name=name) as work:
            work.chains.remove(chain_id)
        return Changes("chain.remove", _CHAIN)

    def store(self, task_id: TaskId, plan: BackwardPlan) -> Changes:
        """Keep a plan as the last steps of a task; a task without a first day begins with the first of them.

        Raises:
            RecordMissing: the task is not there.
        """
        with self._store.read() as work:
            task, steps = work.tasks.get(task_id), work.details.of([task_id])[task_id].steps
        new = [Step(each.step.text, due=each.last, unit=each.step.unit, starts=each.first) for each in plan.placed]
        with self._store.write("task.plan_backwards", text=brief(task.text), count=len(new)) as work:
            kept = work.steps.save_all(task_id, [*steps, *new])
            if task.starts is None:
                work.tasks.save(replace(task, starts=plan.begins))
        return Changes("task.plan_backwards", frozenset({Kind.TASK}), kept[len(steps) :])

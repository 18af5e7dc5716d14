"""What the outline yields: tasks and duties before they are written down, and the roles of the blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

from thidua_desktop.domain.plans import Doubt, Role
from thidua_desktop.domain.tasks import Recurrence
from thidua_desktop.importing.plans.outline import Node
from thidua_desktop.importing.plans.placing import NOWHERE, Placed
from thidua_desktop.importing.plans.sections import Topic
from thidua_desktop.importing.plans.units import NOBODY, Doers

MOST = 0.6
"""A section is a schedule of its own when more than this part of its tasks has a time."""


@dataclass(slots=True)
class Found:
    """A task before it is written down: the words, where they come from, and one place in the calendar."""

    text: str
    node: Node
    placed: Placed
    section: str | None
    label: str | None
    doers: Doers = NOBODY
    product: str | None = None
    recurrence: Recurrence | None = None
    remark: str | None = None
    doubts: tuple[Doubt, ...] = ()
    owner: Node | None = None
    timed: bool = False
    schedule: bool = False


@dataclass(slots=True)
class Duty:
    """A standing duty before it is written down."""

    text: str
    node: Node
    section: str | None
    label: str | None
    doers: Doers


@dataclass(frozen=True, slots=True)
class Context:
    """What the headings above say."""

    topic: Topic | None
    owner: Node
    frame: Placed = NOWHERE
    recurrence: Recurrence | None = None
    remark: str | None = None
    doers: Doers = NOBODY
    schedule: bool = False
    product: str | None = None


@dataclass(slots=True)
class Harvest:
    """All that the outline yields; ``roles`` by block place: the first role set stays, a task's is the strongest."""

    tasks: list[Found] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    """All items with a sign of their own that stand in a section of work."""
    undated: int = 0
    """How many items are text only because a schedule of its own tells the times."""

    def mark(self, node: Node, role: Role, level: int = 0) -> None:
        """Says which part the node's blocks play."""
        for number, block in enumerate(node.blocks):
            if self.roles.get(block) in (Role.TASK,) and role is not Role.TASK:
                continue
            self.roles[block] = role
            if level:
                self.levels[block] = level
            if node.label and not number:
                self.labels[block] = node.label


def left_out(harvest: Harvest) -> list[Node]:
    """The items of work sections that ended in no task, duty or detail, and have nothing below them."""
    kept = (Role.TASK, Role.DETAIL, Role.RESPONSIBILITY, Role.TABLE_HEADING)
    return [
        node
        for node in harvest.items
        if not node.children and not any(harvest.roles.get(block) in kept for block in node.blocks)
    ]


def settle_sections(harvest: Harvest) -> None:
    """Rule 1: a schedule of its own makes undated content optional; unknown sections count only without known ones.

    What is left out stays in the plan as text.
    """
    owned: dict[int, list[Found]] = {}
    for task in harvest.tasks:
        if task.owner is not None:
            owned.setdefault(id(task.owner), []).append(task)
    known = {key for key, tasks in owned.items() if any(Doubt.MAYBE_NO_TASK not in task.doubts for task in tasks)}
    schedules = {key for key, tasks in owned.items() if _is_schedule(tasks)}
    dropped: list[Found] = []
    for key, tasks in owned.items():
        undated = not any(task.timed for task in tasks)
        if undated and schedules - {key}:
            dropped.extend(tasks)
        elif known and key not in known:
            dropped.extend(task for task in tasks if not task.timed)
    gone = {id(task) for task in dropped}
    harvest.tasks = [task for task in harvest.tasks if id(task) not in gone]
    kept = {block for task in harvest.tasks for block in task.node.blocks}
    for task in dropped:
        for block in task.node.blocks:
            if block not in kept:
                harvest.roles[block] = Role.TEXT
    harvest.undated = len(dropped)
    shown = {id(task.node) for task in dropped}
    harvest.items = [node for node in harvest.items if id(node) not in shown]


def _is_schedule(tasks: list[Found]) -> bool:
    timed = sum(task.timed for task in tasks)
    return timed >= max(2, MOST * len(tasks)) and sum(task.schedule for task in tasks) > 0.5 * len(tasks)

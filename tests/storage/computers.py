"""Computers at a share, played by programs with host names of their own that take the folder for a network place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

_COMPUTER = """
import platform, sys
from pathlib import Path
host, path, medium_name = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
platform.node = lambda: host
from thidua_desktop.storage import medium
medium.medium_of = lambda folder: medium.Medium[medium_name]
from thidua_desktop.common.errors import StoreTrouble
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task
from thidua_desktop.storage.store import Store

def say(*words):
    print(*words, flush=True)

def add_plan(store, number, tasks=5):
    with store.write("plan.create", title=f"Kế hoạch {number}") as work:
        plan_id = work.plans.save(Plan(f"Kế hoạch {number}", 2024))
        for position in range(1, tasks + 1):
            work.tasks.save(Task(plan_id, f"Nhiệm vụ {number}.{position} " * 20, 2024, position=position))

def counted(store):
    with store.read() as work:
        session = work.plans._session
        return [session.value(f"SELECT count(*) FROM {table}") for table in ("entries", "plans", "tasks")]
"""

HOLDER = """
with Store.open(path):
    say("open")
    sys.stdin.readline()
"""
"""Has the file open for writing until its input ends."""

WRITER = """
store = Store.open(path)
say("open")
number = counted(store)[1]
for _ in sys.stdin:
    number += 1
    add_plan(store, number)
    say(number)
store.close()
"""
"""Makes a plan with five tasks for each line that it is given."""

BUSY_WRITER = """
store = Store.open(path)
say("open")
number = counted(store)[1]
while True:
    number += 1
    add_plan(store, number)
    say(number)
"""
"""Makes one plan with five tasks after another and says the number of each that is done."""

READER = """
with Store.open(path, read_only=True) as store:
    say("open")
    for line in sys.stdin:
        names = sorted(each.name for each in path.parent.iterdir())
        try:
            say(*counted(store), *names)
        except StoreTrouble as trouble:
            say(trouble.code)
"""
"""Says how many entries, plans and tasks it sees, and what lies in the folder, for each line that it is given."""

STUCK_WRITER = """
store = Store.open(path)
with store.write("plan.create", title="Kế hoạch dở dang") as work:
    plan_id = work.plans.save(Plan("Kế hoạch dở dang", 2024))
    for position in range(1, 1500):
        work.tasks.save(Task(plan_id, f"Nhiệm vụ {position} " * 60, 2024, position=position))
    say("open")
    sys.stdin.readline()
"""
"""Is in the midst of an operation, part of which has reached the file already."""


class Computer:
    """A program on a computer of its own name."""

    def __init__(self, host: str, store: Path, program: str, *, medium: str = "SHARED") -> None:
        self._program = subprocess.Popen(
            [sys.executable, "-c", _COMPUTER + program, host, str(store), medium],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        if self.hear() != "open":
            raise AssertionError(f"{host} has not opened the file: {self.die()}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.die()

    def ask(self) -> str:
        """Give it a line; what it answers."""
        assert self._program.stdin is not None
        self._program.stdin.write("\n")
        self._program.stdin.flush()
        return self.hear()

    def hear(self) -> str:
        """The next line that it says."""
        assert self._program.stdout is not None
        return self._program.stdout.readline().rstrip("\n")

    def end(self) -> None:
        """Let it close its file and end."""
        self._program.communicate()
        assert self._program.returncode == 0, self._program.returncode

    def die(self) -> str:
        """Kill it, unless it is dead; what it had still said."""
        if self._program.returncode is not None:
            return ""
        self._program.kill()
        assert self._program.stdout is not None
        said = self._program.stdout.read()  # communicate() would pass over what was read ahead of the last line
        self._program.communicate()
        return said

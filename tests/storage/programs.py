"""Programs that the tests start beside themselves: a writer that holds the file, one that writes until it is killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_HOLD = """
import sys
from pathlib import Path
from thidua_desktop.storage.store import Store
with Store.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.readline()
"""

_WRITE = """
import sys
from pathlib import Path
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.tasks import Task
from thidua_desktop.storage.store import Store
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
number = int(sys.argv[2])
while True:
    number += 1
    with store.write("plan.create", number=number) as work:
        plan_id = work.plans.save(Plan(f"Kế hoạch {number}", 2024))
        for position in range(1, 6):
            text = f"Nhiệm vụ {number}.{position} " * 20
            work.tasks.save(Task(plan_id, text, 2024, lead=(f"Đơn vị {number}",), position=position))
    print(number, flush=True)
"""


def holder(store: Path) -> subprocess.Popen[str]:
    """A program that has the file open for writing until its input ends."""
    return _started(_HOLD, str(store))


def writer(store: Path, start: int) -> subprocess.Popen[str]:
    """A program that makes one plan with five tasks after another and prints the number of each that is done."""
    return _started(_WRITE, str(store), str(start))


def _started(code: str, *arguments: str) -> subprocess.Popen[str]:
    program = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "open\n"
    return program

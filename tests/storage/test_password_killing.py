"""A program killed while it gives a file a password leaves the former file or the new one, whole."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from thidua_desktop.domain.plans import Plan
from thidua_desktop.storage.errors import StorePasswordNeeded
from thidua_desktop.storage.store import Store

_PASSWORD = "mật khẩu"

_CHANGE = """
import sys
from pathlib import Path
from thidua_desktop.services import passwords
path, password = Path(sys.argv[1]), sys.argv[2]
locked = sys.argv[3] == "locked"
print("ready", flush=True)
while True:
    passwords.change(path, old=password if locked else None, new=None if locked else password)
    locked = not locked
"""


def _killed_after(path: Path, seconds: float, *, locked: bool) -> None:
    command = [sys.executable, "-c", _CHANGE, str(path), _PASSWORD, "locked" if locked else "plain"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"ready\n"
        try:
            program.wait(seconds)
        except subprocess.TimeoutExpired:
            program.kill()
        assert program.wait() == -9


def _checked(path: Path, count: int) -> bool:
    """Open the file as the clerk would, with the password if it asks for one; gives whether it did."""
    try:
        store, locked = Store.open(path), False
    except StorePasswordNeeded:
        store, locked = Store.open(path, password=_PASSWORD), True
    with store, store.read() as work:
        assert store.health().sound
        assert len(work.plans.of_year(2024)) == count
    return locked


def _torture(path: Path, kills: int, seed: int) -> set[bool]:
    """Kill again and again; gives in which states the file was found, with a password and without."""
    chance = random.Random(seed)
    with Store.open(path) as store, store.write("plan.create") as work:
        for number in range(50):
            work.plans.save(Plan(f"Kế hoạch {number}", 2024))
    seen, locked = {False}, False
    for _ in range(kills):
        _killed_after(path, chance.uniform(0.0, 1.2), locked=locked)
        locked = _checked(path, 50)
        seen.add(locked)
    return seen


def test_two_kills(store_path: Path) -> None:
    _torture(store_path, 2, seed=20240621)


@pytest.mark.torture
@pytest.mark.timeout(1800)
def test_a_hundred_kills(store_path: Path) -> None:
    assert _torture(store_path, 100, seed=20241116) == {False, True}

"""Start the program, kill it at a random moment, look at what it has left."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Self

from tests.torture.states import NOTHING, PASSWORDS, State, holds, password_of, state_of
from tests.torture.worker import CHEAP, RECEIVED, YEAR
from thidua_desktop import bootstrap
from thidua_desktop.common.files import PACKAGE_SUFFIX
from thidua_desktop.services import packages, restores
from thidua_desktop.services.container import Services
from thidua_desktop.storage.attachments import Attachments, folder_of

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass
class Life:
    """What a program said before it was killed."""

    reported: State | None = None
    finished: int = 0
    running: str = "open"
    announced: State | None = None
    """The state that a running restore was about to bring, or that a change of password keeps."""
    passwords: tuple[str, ...] = ()
    """The old and the new one of a running change."""


@dataclass
class Tally:
    """What a run of kills has shown."""

    kills: int = 0
    operations: int = 0
    interrupted: Counter[str] = field(default_factory=Counter)
    completed: int = 0
    """Operations that were complete in the file and killed before they could say so."""
    attached: int = 0
    """Attachments looked at, all kills together."""
    locked: Counter[str] = field(default_factory=Counter)
    """How the file was found after a change of password was killed: "0 of - 0" is with the new one."""

    def __str__(self) -> str:
        locked = ", ".join(f"{how}: {count}" for how, count in sorted(self.locked.items()))
        during = ", ".join(f"{kind} {count}" for kind, count in sorted(self.interrupted.items()))
        return (
            f"{self.kills} kills, {self.operations} operations reported done and found, "
            f"{self.completed} complete but unreported; killed during: {during}"
            + (f"; {self.attached} looks at attachments; password found, of old and new: {locked}" if locked else "")
        )


class Program:
    """A program that has started and waits for the word to open its file; starting early saves the time of imports."""

    def __init__(self, path: Path, seed: int, *, key_cost: int | None = None) -> None:
        environment = {**os.environ, "XDG_DATA_HOME": str(path.parent), "PYTHONIOENCODING": "utf-8"}
        if key_cost is not None:
            environment[CHEAP] = str(key_cost)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.worker", str(path), str(seed)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=REPOSITORY,
            env=environment,
        )

    def live(self, seconds: float, *, after: int = 0) -> Life:
        """Let it finish so many operations, however long they take, then work for some seconds more, and kill it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        killer = threading.Timer(seconds, self._process.kill)
        if not after:
            killer.start()
        life = Life()
        for line in self._process.stdout:
            if line.endswith("\n"):  # the last line may be cut by the kill
                after -= _hear(life, line.split())
                if after == 0 and killer.ident is None:
                    killer.start()
        killer.join()
        assert self._process.wait() != 0, "the program ended before it was killed"
        return life

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()


def _hear(life: Life, words: list[str]) -> int:
    """Take down what the program says; gives how many operations it has finished with that."""
    if words[0] == "done":
        life.finished += words[1] != "open"
        life.reported, life.running, life.announced = State(words[2], words[3]), "between", None
        return int(words[1] != "open")
    life.running = words[1]
    life.announced = State(words[2], words[3]) if len(words) > 2 else None
    life.passwords = tuple(words[4:])
    return 0


def torture(
    path: Path, kills: int, seed: int, longest: float, *, finishing: int = 0, key_cost: int | None = None
) -> Tally:
    """Kill the program again and again on one file; raises AssertionError at the first thing that is lost.

    Args:
        path: where the file is made.
        kills: how often.
        seed: of all that is left to chance.
        longest: seconds that it may work before it is killed.
        finishing: operations, however slow the computer, that it has finished by then, at most.
        key_cost: the program changes the password too, at that cost of deriving a key.
    """
    chance = Random(seed)
    tally, before = Tally(), State(NOTHING, "")
    following = Program(path, chance.randrange(10**9), key_cost=key_cost)
    for _ in range(kills):
        with following as program:
            following = Program(path, chance.randrange(10**9), key_cost=key_cost)  # imports while this one works
            life = program.live(chance.uniform(0.0, longest), after=chance.randint(0, finishing) if finishing else 0)
        before = _look(path, life, before, tally)
    with following:
        pass
    return tally


def _look(path: Path, life: Life, before: State, tally: Tally) -> State:
    """Open the file as the clerk would after a power cut, and compare."""
    tally.kills += 1
    tally.operations += life.finished
    tally.interrupted[life.running] += 1
    if not path.exists():
        assert life.reported is None
        assert before.position == NOTHING
        return before
    password = password_of(path)
    if life.running == "password":
        found_with = "-" if password is None else str(PASSWORDS.index(password))
        assert found_with in life.passwords, life
        tally.locked[f"{found_with} of {' '.join(life.passwords)}"] += 1
    with bootstrap.open_services(path, password=password) as services:
        assert not list(services.backups.folder.glob(".mat-khau-*"))
        tally.attached += _look_at_attached(services, locked=password is not None)
        assert services.office.health().sound
        expected, found = life.reported or before, state_of(path)
        if found not in (expected, life.announced):
            tally.completed += 1
            _check_unreported(services, expected, found, life)
            found = state_of(path)  # the check itself took operations back and forth
        newest = next((backup for backup in services.backups.all() if backup.proven_at is not None), None)
    if newest is not None:
        restores.verify(newest.path, password=password_of(newest.path))
    _look_at_packages(path)
    return found


def _look_at_packages(path: Path) -> None:
    """A package that has its name is whole, and so is the office that was made of one."""
    package, received = path.with_suffix(PACKAGE_SUFFIX), path.with_name(RECEIVED)
    if package.exists():
        packages.verify(package, password=password_of(package))
    if received.exists():
        with bootstrap.open_services(received, read_only=True, password=password_of(received)) as services:
            assert services.office.health().sound
            _look_at_attached(services, locked=password_of(received) is not None)


def _look_at_attached(services: Services, *, locked: bool) -> int:
    """Every file that a record names is there and whole, and none can be read beside a file with a password."""
    ids = [row.task.id for row in services.tasks.of_year(YEAR) if row.task.id is not None]
    evidence = [each for details in services.task_details.of_tasks(ids).values() for each in details.evidence]
    for each in evidence:
        assert services.task_details.evidence_file(each) is not None, each
    if locked:
        assert Attachments(folder_of(services.path)).all() == ()
    return len(evidence)


def _check_unreported(services: Services, expected: State, found: State, life: Life) -> None:
    """The file has gone beyond what was reported: by whole operations of the one step that was running, no more."""
    assert life.running not in ("between", "backup", "restore", "password", "package"), (life, expected, found)
    assert holds(services.path, expected.position), (life, expected, found)
    if not expected.data:
        return  # the file was made, and the program killed before it could say so
    number = int(expected.position.split("@")[0]) if expected.position != NOTHING else 0
    later = [entry for entry in services.history.recent(10) if entry.id > number]
    assert 1 <= len(later) <= _STEPS.get(life.running, 1), (life, later)
    for entry in later:  # taken back, the latest first, they leave exactly what was reported
        services.undo.undo(entry.id)
    assert state_of(services.path).data == expected.data, (life, later)
    for entry in reversed(later):
        undoing = next(each for each in services.history.recent(20) if each.undoes == entry.id)
        services.undo.undo(undoing.id)
    assert state_of(services.path).data == found.data, (life, later)


_STEPS = {"undo": 2, "trash": 2, "nominate": 2}
"""Operations of which a step consists, where it is more than one."""

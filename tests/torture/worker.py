"""The program at work until it is killed: operations chosen by chance, each reported when it is done.

Lines on the standard output: ``ready``, then for each operation ``start KIND [POSITION DATA]`` (the state that a
restore is about to bring) and ``done KIND POSITION DATA`` (the state that the operation has left).
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl

from tests.torture.states import PASSWORDS, password_of, state_of
from thidua_desktop import bootstrap
from thidua_desktop.common.files import PACKAGE_SUFFIX
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.backups import Reason
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.task_details import Evidence
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.services import demo, packages
from thidua_desktop.services.container import Services
from thidua_desktop.services.undo import NothingToRedo, NothingToUndo
from thidua_desktop.storage import attachments, keys
from thidua_desktop.wording import tracker

YEAR = 2024
RECEIVED = "nhan.tdkt"
"""The office file that is made of the package."""
CHEAP = "TORTURE_KEY_COST"
"""Environment: how dear deriving a key is, where the clerk changes the password too."""


class Clerk:
    """Someone who does all kinds of things with one office file."""

    def __init__(self, services: Services, chance: random.Random) -> None:
        self._services = services
        self._chance = chance
        self._kinds: tuple[tuple[int, Callable[[], None]], ...] = (
            (3, self.plan_import),
            (4, self.edit),
            (2, self.bulk),
            (1, self.trash),
            (2, self.nominate),
            (2, self.tracker),
            (2, self.undo),
            (3, self.backup),
            (3, self.restore),
            (2, self.package),
            (3 if changing_passwords() else 0, self.attach),
            (4 if changing_passwords() else 0, self.password),
        )

    def act(self) -> None:
        """Do one thing and report it."""
        weights = [weight for weight, _ in self._kinds]
        ((_, act),) = self._chance.choices(self._kinds, weights)
        if act not in (self.restore, self.password):  # which say first what they are going to bring
            say("start", act.__name__)
        act()
        left = state_of(self._services.path)
        say("done", act.__name__, left.position, left.data)

    def plan_import(self) -> None:
        draft = self._services.imports.read_plan_text(demo.plan_text(YEAR))
        self._services.imports.store_plan(draft)

    def edit(self) -> None:
        for task in self._some(1):
            self._services.tasks.save(replace(task, note=f"Ghi chú {self._chance.random()}", progress=50))

    def bulk(self) -> None:
        tasks = [replace(task, remark=f"Lưu ý {self._chance.random()}") for task in self._some(40)]
        self._services.tasks.save_many(tasks)

    def trash(self) -> None:
        plans = self._services.plans.of_year(YEAR)
        if len(plans) > 3:
            self._services.plans.delete(plans[0].plan.id or PlanId(0))
        for task in self._some(1):
            self._services.tasks.delete([task.id or TaskId(0)])

    def nominate(self) -> None:
        rounds = self._services.nominations.rounds(YEAR)
        if not rounds:
            self._services.nominations.save_round(Round("Tổng kết", YEAR))
            rounds = self._services.nominations.rounds(YEAR)
        line = Nomination(rounds[0].round.id or 0, RecipientKind.PERSON, "Nguyễn Văn An", "lao_dong_tien_tien")
        self._services.nominations.save_many([line] * self._chance.randint(1, 30))

    def tracker(self) -> None:
        file = self._services.trackers.export(YEAR, self._services.path.with_suffix(".xlsx"))
        book = openpyxl.load_workbook(file)
        for row in book[tracker.SHEET].iter_rows(min_row=2):
            if isinstance(row[tracker.INDEX[tracker.Key.ID]].value, int):
                row[tracker.INDEX[tracker.Key.NOTE]].value = f"Đơn vị báo {self._chance.random()}"
        book.save(file)
        self._services.trackers.apply(self._services.trackers.read(file))

    def undo(self) -> None:
        try:
            self._services.undo.undo()
            if self._chance.random() < 0.3:
                self._services.undo.redo()
        except (NothingToUndo, NothingToRedo):
            return

    def backup(self) -> None:
        self._services.backups.make(Reason.BY_HAND)

    def restore(self) -> None:
        backups = self._services.backups.all()
        proven = [backup for backup in backups if backup.proven_at is not None][:4]
        if not proven:
            say("start", "restore")
            return
        chosen = self._chance.choice(proven).path
        brought = state_of(chosen)
        say("start", "restore", brought.position, brought.data)
        self._services.backups.restore(chosen, password=password_of(chosen))

    def attach(self) -> None:
        scan = self._services.path.with_suffix(".pdf")
        scan.write_bytes(self._chance.randbytes(self._chance.choice([100, 3_000_000])))
        for task in self._some(1):
            self._services.task_details.add_evidence(Evidence(task.id or TaskId(0), title="Bản quét"), scan)

    def password(self) -> None:
        """Give the file another password, or none, and open it again."""
        path, old = self._services.path, password_of(self._services.path)
        new = self._chance.choice([each for each in (None, *PASSWORDS) if each != old])
        kept = state_of(path)
        say("start", "password", kept.position, kept.data, _code(old), _code(new))
        self._services.close()
        bootstrap.change_password(path, old=old, new=new)
        self._services = opened(path)

    def package(self) -> None:
        made = self._services.packages.make(self._services.path.with_suffix(PACKAGE_SUFFIX))
        target = self._services.path.with_name(RECEIVED)
        for former in (*target.parent.glob(f"{RECEIVED}*"), attachments.folder_of(target)):
            if former.exists():
                shutil.rmtree(former) if former.is_dir() else former.unlink()
        packages.open_package(made.path, target, password=password_of(made.path))

    def _some(self, count: int) -> list[Task]:
        tasks = [row.task for row in self._services.tasks.of_year(YEAR) if row.task.state is not TaskState.CANCELLED]
        return self._chance.sample(tasks, min(count, len(tasks)))


def changing_passwords() -> bool:
    """Whether the clerk changes the password too; deriving keys is then made cheap, here and in the test."""
    return CHEAP in os.environ


def opened(path: Path) -> Services:
    """The file, made if there is none, on a day of the year that all is about."""
    password = password_of(path) if path.exists() else None
    return bootstrap.open_services(path, create=True, today=lambda: date(YEAR, 6, 20), password=password)


def _code(password: str | None) -> str:
    return "-" if password is None else str(PASSWORDS.index(password))


def say(*words: str) -> None:
    """One line, out of the process before anything else happens."""
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def main(path: Path, seed: int) -> None:
    """Wait for a line, open the file, and work until killed."""
    say("ready")
    sys.stdin.readline()
    if changing_passwords():
        keys._COST = int(os.environ[CHEAP])
    services = opened(path)
    left = state_of(path)
    say("done", "open", left.position, left.data)
    clerk = Clerk(services, random.Random(seed))
    while True:
        clerk.act()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

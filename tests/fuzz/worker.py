"""The readers at work on hostile files, in a process of their own that is watched from outside and inside.

Each line on the standard input is ``READER PATH``; each line on the standard output is the answer, as JSON:
outcome (``read``, ``refused`` or ``crashed``), a detail, seconds, and the most memory in megabytes.
What is read is also written out again as the program does it, where the input holds formulas: none may arrive there.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from tests.fuzz.seeds import PASSWORD
from thidua_desktop import bootstrap
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import PlanDraft
from thidua_desktop.services import lists, packages, rescue, restores
from thidua_desktop.services.imports import read_plan
from thidua_desktop.services.reporting import Format
from thidua_desktop.storage import keys
from thidua_desktop.wording import messages

SECRET = "MẬT-KHẨU-CỦA-MÁY-KHÁC"
_WRITING = "wax+"
_CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "shutil.move"})

_HOSTILE = ("cmd|", "HYPERLINK", "+1+1", "@SUM", "-2+3", "WEBSERVICE")
"""What marks the formulas that ``mutations`` puts into texts."""

_STATUS, _FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")

_MEMORY = 3 << 30
"""Bytes of address space: a bomb must not take the machine along."""


def _megabytes() -> float:
    """The most memory this process has used; 0 where the system does not tell."""
    if not _STATUS.exists():
        return 0.0
    # Not ``getrusage``: that begins with what the parent process used.
    peak = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def _forget_peak() -> None:
    """Let the most memory be counted anew, for one input alone (``man proc_pid_clear_refs``)."""
    if _FORGET.exists():
        _FORGET.write_text("5")


class Escape(BaseException):
    """The program touched something outside of the folder it was given, or a network."""


def watch(folder: Path) -> None:
    """Stop the process from changing anything outside of ``folder``."""

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith("socket."):
            raise Escape(event)
        if event == "subprocess.Popen" or event.startswith("os.exec"):
            raise Escape(event)
        path = arguments[0] if arguments else None
        if event == "open" and not (isinstance(arguments[1], str) and set(_WRITING) & set(arguments[1])):
            return
        if event == "open" or (event in _CHANGES and not _below_open_folder(arguments)):
            _inside(event, path, folder)

    sys.addaudithook(hear)


def _below_open_folder(arguments: tuple[Any, ...]) -> bool:
    """Whether the name is relative to a folder that has been opened, as ``shutil.rmtree`` does it."""
    return isinstance(arguments[-1], int) and arguments[-1] >= 0


def _inside(event: str, path: object, folder: Path) -> None:
    if isinstance(path, int) or path is None:
        return
    place = Path(path.decode() if isinstance(path, bytes) else str(path)).absolute()
    if not place.is_relative_to(folder) and place not in (Path("/dev/null"), _FORGET):
        raise Escape(f"{event} {place}")


class Injected(BaseException):
    """A text from outside has become a formula."""


class Readers:
    """Everything that takes a file from outside."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._office = folder / "co-quan.tdkt"

    def plan(self, path: Path) -> object:
        """A plan document, up to the draft that the preview shows."""
        draft = read_plan(path)
        if any(mark in task.text for task in draft.tasks for mark in _HOSTILE):
            self._written_out(draft)
        return draft

    def list(self, path: Path) -> object:
        """A list of nominations, up to what a script is given."""
        draft = lists.read_list(path)
        return draft, lists.draft_to_json(draft)

    def tracker(self, path: Path) -> object:
        """A tracker that a unit has sent back, taken over if it can be read."""
        with bootstrap.open_services(self._office, today=lambda: date(2024, 6, 20)) as services:
            returned = services.trackers.read(path)
            try:
                services.trackers.apply(returned)
                self._no_formula(services.trackers.export(2024, self._folder / "moi.xlsx"))
            finally:
                assert services.office.health().sound
                self._tidy()
            return returned

    def backup(self, path: Path) -> object:
        """A backup from somewhere, checked and put in the place of a missing file."""
        report = restores.verify(path, password=PASSWORD)
        target = self._folder / "moi.tdkt"
        try:
            restores.restore_closed(target, path, password=PASSWORD)
            self._sound(target)
        finally:
            self._tidy()
        return report

    def package(self, path: Path) -> object:
        """A package that came by mail or on a stick, opened in an empty place."""
        target = self._folder / "moi.tdkt"
        try:
            manifest = packages.open_package(path, target, password=PASSWORD)
            self._sound(target)
        except AppError:
            assert not list(self._folder.glob("moi*")), "something was made of a package that was refused"
            raise
        finally:
            self._tidy()
        return manifest

    def store(self, path: Path) -> object:
        """An office file that somebody hands over: opened, or what can be saved of it saved."""
        try:
            with bootstrap.open_services(path, password=PASSWORD) as services:
                return [services.plans.of_year(year) for year in services.plans.years()]
        except AppError:
            rescued = rescue.rescue(path, password=PASSWORD)
            self._sound(rescued.path)
            return rescued.findings

    def _sound(self, path: Path) -> None:
        with bootstrap.open_services(path, password=PASSWORD) as services:
            assert services.office.health().sound

    def _written_out(self, draft: PlanDraft) -> None:
        """Keep a plan in a file of its own and export it in every form that is a workbook."""
        try:
            with bootstrap.open_services(self._folder / "moi.tdkt", create=True) as services:
                services.imports.store_plan(draft, year=2024)
                year = services.plans.get(PlanId(1)).year
                self._no_formula(services.trackers.export(year, self._folder / "moi.xlsx"))
                self._no_formula(services.reporting.plan_annex(PlanId(1), self._folder / "moi-2.xlsx", Format.XLSX))
        except AppError:
            return  # a plan without a title cannot be kept
        finally:
            self._tidy()

    def _no_formula(self, path: Path) -> None:
        for sheet in openpyxl.load_workbook(path):
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f" and any(mark in str(cell.value) for mark in _HOSTILE):
                        raise Injected(f"{path.name} {cell.coordinate}: {cell.value}")

    def _tidy(self) -> None:
        for left in self._folder.glob("moi*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def _limit_memory() -> None:
    """Bound this process; never at import, where it would bound the process of the tests."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main(folder: Path) -> None:
    """Answer until the input ends."""
    _limit_memory()
    readers = Readers(folder)
    keys._COST = 2**4  # thousands of keys are derived
    tempfile.tempdir = str(folder / "tam")
    watch(folder)
    for line in sys.stdin:
        name, path = line.rstrip("\n").split(" ", maxsplit=1)
        read: Callable[[Path], object] = getattr(readers, name)
        _forget_peak()
        started = time.process_time()  # a machine that is busy with other things makes no reader slow
        outcome, detail = _tried(read, Path(path))
        answer = {
            "outcome": outcome,
            "detail": detail,
            "seconds": round(time.process_time() - started, 3),
            "megabytes": round(_megabytes()),
        }
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _tried(read: Callable[[Path], object], path: Path) -> tuple[str, str]:
    try:
        result = read(path)
    except AppError as trouble:
        return "refused", messages.error(trouble)
    except MemoryError:
        return "crashed", "memory"
    except BaseException:  # noqa: BLE001 - whatever it is, it is what this run is looking for
        return "crashed", traceback.format_exc()
    return ("crashed", "an external entity was fetched") if SECRET in repr(result) else ("read", "")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

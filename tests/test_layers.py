"""The house rule: imports point down, and each outside library is known to few rooms."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = "thidua_desktop"
ROOT = Path(__file__).resolve().parents[1] / PACKAGE

ALLOWED: dict[str, set[str]] = {
    "common": set(),
    "domain": {"common"},
    "wording": {"common", "domain"},
    "storage": {"common", "domain"},
    "importing": {"common", "domain", "wording"},
    "reports": {"common", "domain", "wording"},
    "services": {"common", "domain", "wording", "storage", "importing", "reports"},
    "bootstrap": {"common", "domain", "storage", "services"},
    "ui": {"common", "domain", "wording", "services"},
    "app": {"common", "domain", "wording", "services", "bootstrap", "ui"},
    "cli": {"common", "domain", "wording", "services", "bootstrap", "app"},
    "__main__": {"cli", "app", "common"},
}

ONLY_IN: dict[str, set[str]] = {
    "sqlite_utils": {"storage"},
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "sqlite3": {"storage"},
    "sqlcipher3": {"storage"},
    "openpyxl": {"importing", "reports"},
    "python_calamine": {"importing"},
    "pypdfium2": {"importing"},
    "reportlab": {"reports"},
    "xlsxwriter": {"reports"},
    "docx": {"importing", "reports"},
    "docxtpl": {"reports"},
    "jinja2": {"reports"},
    "markdown_it": {"reports"},
    "PIL": {"reports"},
    "icalendar": {"reports"},
}

NO_NETWORK = {"socket", "ssl", "http", "urllib", "requests", "ftplib", "smtplib", "asyncio"}

BRANCHES = ("body", "orelse", "finalbody", "handlers", "cases")
"""Where the statements of a statement stand."""


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Every module named by an import anywhere in the file, inside functions too."""
    return tuple(_imports(path, ast.parse(path.read_text(encoding="utf-8"))))


def _imports(path: Path, block: ast.AST) -> Iterator[str]:
    # Only statements are gone through: an import is never part of an expression.
    for node in (each for branch in BRANCHES for each in getattr(block, branch, ())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        else:
            yield from _imports(path, node)


def room(dotted: str) -> str:
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 else ""


def wrong_imports(path: Path) -> Iterator[str]:
    """A sentence for each import of a file that is against the rule."""
    own = path.relative_to(ROOT).parts[0].removesuffix(".py")
    for name in imports(path):
        top, target = name.split(".")[0], room(name)
        if top == PACKAGE and own != "__init__" and target not in ("", "__version__", own, *ALLOWED[own]):
            yield f"{own} must not import {target} ({path.name})"
        if own not in ONLY_IN.get(top, {own}):
            yield f"{top} is not for {own} ({path.name})"
        if top in NO_NETWORK:
            yield f"{path.name} imports {top}: the program works without a network"


def test_imports_point_down() -> None:
    assert [wrong for path in modules() for wrong in wrong_imports(path)] == []


@pytest.mark.parametrize(
    ("folder", "code", "told"),
    [
        ("domain", "from thidua_desktop.storage import store", "domain must not import storage"),
        ("ui", "def late():\n    if True:\n        import sqlite3", "sqlite3 is not for ui"),
        ("services", "try:\n    pass\nexcept OSError:\n    import socket", "imports socket"),
        ("common", "match 1:\n    case 1:\n        import urllib.request", "imports urllib"),
        ("storage", "class A:\n    def b(self):\n        with c:\n            import docx", "docx is not for storage"),
    ],
)
def test_wherever_an_import_stands_it_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, code: str, told: str
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    path = tmp_path / folder / "new.py"
    path.parent.mkdir()
    path.write_text(code, encoding="utf-8")
    assert [told in wrong for wrong in wrong_imports(path)] == [True]


def test_every_room_is_known_and_none_is_empty() -> None:
    rooms = {path.name for path in ROOT.iterdir() if path.is_dir() and path.name not in ("__pycache__", "resources")}
    assert rooms <= set(ALLOWED)
    for name in rooms:
        code = [path for path in (ROOT / name).rglob("*.py") if path.name != "__init__.py"]
        assert code, f"{name} is an empty room"


@pytest.mark.parametrize("name", ["ui"])
def test_screens_do_not_import_each_other(name: str) -> None:
    folder = ROOT / name
    screens = (
        {path.name for path in folder.iterdir() if path.is_dir()} - {"common", "__pycache__"}
        if folder.is_dir()
        else set()
    )
    for path in folder.rglob("*.py") if folder.is_dir() else ():
        own = path.relative_to(folder).parts[0]
        if own not in screens:
            continue
        for dotted in imports(path):
            parts = dotted.split(".")
            if parts[:2] == [PACKAGE, name] and len(parts) > 2:
                assert parts[2] not in screens - {own}, f"{path.name} imports the screen {parts[2]}"


_START = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import thidua_desktop.app.program, thidua_desktop.ui.plans.page
print(*sorted(sys.modules))
"""

NOT_AT_THE_START = (
    *("reportlab", "openpyxl", "xlsxwriter", "docx", "docxtpl", "jinja2", "lxml", "icalendar", "python_calamine"),
    "markdown_it",
    *("pypdfium2", "PIL", "numpy", "PySide6.QtCharts", "PySide6.QtPdf", "PySide6.QtPrintSupport"),
    *(f"{PACKAGE}.importing", f"{PACKAGE}.reports", f"{PACKAGE}.cli", f"{PACKAGE}.domain.rules"),
    *(f"{PACKAGE}.ui.manual", f"{PACKAGE}.services.manual"),
    *(f"{PACKAGE}.ui.history.loading", f"{PACKAGE}.services.meetings", f"{PACKAGE}.domain.statistics"),
    *("sqlite_utils", "click", "msgspec", "dateutil", "socket", "pickle", "ctypes"),
    *(f"{PACKAGE}.services.backup", f"{PACKAGE}.services.restores", f"{PACKAGE}.app.troubles"),
    *(f"{PACKAGE}.wording.further_labels", f"{PACKAGE}.wording.councils", f"{PACKAGE}.domain.councils"),
    *(f"{PACKAGE}.domain.rulebooks", f"{PACKAGE}.domain.evidence", f"{PACKAGE}.domain.eligibility"),
    *(f"{PACKAGE}.domain.reminders", f"{PACKAGE}.domain.unit_tree", f"{PACKAGE}.domain.plan_numbering"),
    *(f"{PACKAGE}.domain.rollover_plans", f"{PACKAGE}.ui.plans.preview", f"{PACKAGE}.ui.common.pdf_preview"),
    *(f"{PACKAGE}.ui.plans.document_table", f"{PACKAGE}.ui.plans.adjustments_table"),
)
"""What costs time and is not needed before the first screen; each is imported where it is first used."""

MOST_AT_THE_START = 228
"""Modules of ours: each takes one to ten milliseconds, an empty window of Qt two hundred."""


def test_the_window_starts_without_what_it_does_not_need_yet() -> None:
    """Imports that nobody asked for come back one at a time: each is cheap, together they double the start."""
    started = subprocess.run(
        [sys.executable, "-c", _START], cwd=ROOT.parent, capture_output=True, text=True, check=True
    )
    loaded = started.stdout.split()
    assert f"{PACKAGE}.ui.main_window" in loaded
    assert [each for each in loaded if any(f"{each}.".startswith(f"{late}.") for late in NOT_AT_THE_START)] == []
    assert len([each for each in loaded if each.startswith(f"{PACKAGE}.")]) <= MOST_AT_THE_START


LIST_ROOMS = ("meanings", "above", "headings", "rows", "told", "walking")
"""How the reader of lists is built: each room knows only those before it."""


def test_rooms_of_the_list_reader_stand_on_each_other() -> None:
    lists = f"{PACKAGE}.importing.lists."
    wrong = []
    for at, own in enumerate(LIST_ROOMS):
        paths = sorted((ROOT / "importing" / "lists" / own).rglob("*.py"))
        assert paths, own
        for path in paths:
            targets = {name.removeprefix(lists).split(".")[0] for name in imports(path) if name.startswith(lists)}
            wrong += [f"{own} must not import {target} ({path.name})" for target in targets - set(LIST_ROOMS[: at + 1])]
    assert wrong == []

"""The house rule: imports point down, and each outside library is known to few rooms."""

from __future__ import annotations

import ast
from collections.abc import Iterator
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
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "sqlite_utils": {"storage"},
    "sqlite3": {"storage"},
    "sqlcipher3": {"storage"},
    "openpyxl": {"importing", "reports"},
    "python_calamine": {"importing"},
    "pypdfium2": {"importing"},
    "reportlab": {"reports"},
    "xlsxwriter": {"reports"},
    "docx": {"importing", "reports"},
    "icalendar": {"reports"},
}

NO_NETWORK = {"socket", "ssl", "http", "urllib", "requests", "ftplib", "smtplib", "asyncio"}


def modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module named by an import anywhere in the file, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(dotted: str) -> str:
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 else ""


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    own = path.relative_to(ROOT).parts[0].removesuffix(".py")
    for name in imports(path):
        top = name.split(".")[0]
        if top == PACKAGE and own != "__init__":
            target = room(name)
            if target not in ("", "__version__", own):
                assert target in ALLOWED[own], f"{own} must not import {target} ({path.name})"
        assert own in ONLY_IN.get(top, {own}), f"{top} is not for {own} ({path.name})"
        assert top not in NO_NETWORK, f"{path.name} imports {top}: the program works without a network"


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

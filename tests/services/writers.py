"""Which functions of the services write, told from their source: a new one cannot be forgotten."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Function:
    """A function of a service: its module, and its name with its class."""

    module: str
    name: str

    @property
    def public(self) -> bool:
        """Whether a window or a command may call it."""
        return not any(part.startswith("_") for part in self.name.split("."))


def writing(folder: Path) -> frozenset[Function]:
    """Every function that opens a ``Store.write``, or calls one of its own module that does."""
    found: set[Function] = set()
    for path in sorted(folder.glob("*.py")):
        functions = dict(_functions(path))
        wanted = {name for name, node in functions.items() if any(map(_opens_write, ast.walk(node)))}
        while more := {name for name, node in functions.items() if name not in wanted and _calls(node, wanted)}:
            wanted |= more
        found |= {Function(path.stem, name) for name in wanted}
    return frozenset(found)


def _functions(path: Path) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from (
                (f"{node.name}.{inner.name}", inner) for inner in node.body if isinstance(inner, ast.FunctionDef)
            )


def _opens_write(node: ast.AST) -> bool:
    """``with ….write(…) as work``: however the store is called there."""
    if not isinstance(node, ast.With):
        return False
    calls = [item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call)]
    return any(isinstance(call.func, ast.Attribute) and call.func.attr == "write" for call in calls)


def _calls(function: ast.FunctionDef, names: set[str]) -> bool:
    short = {name.split(".")[-1] for name in names}
    called = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return any(
        (isinstance(func, ast.Name) and func.id in names)
        or (isinstance(func, ast.Attribute) and func.attr in short and ast.unparse(func.value) == "self")
        for func in called
    )

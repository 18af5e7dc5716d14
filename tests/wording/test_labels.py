"""Every word in the tables of labels is the one that is shown: string enumerations with equal values must not clash."""

from __future__ import annotations

import ast
import inspect
from enum import Enum
from types import ModuleType

import pytest

from thidua_desktop.wording import labels, list_labels


def written(module: ModuleType) -> list[tuple[Enum, str]]:
    """The pairs of member and words that stand in a module."""
    found: list[tuple[Enum, str]] = []
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                owner = getattr(module, key.value.id, None) if isinstance(key, ast.Attribute) else None  # type: ignore[attr-defined]
                if inspect.isclass(owner) and issubclass(owner, Enum) and isinstance(value, ast.Constant):
                    found.append((owner[key.attr], str(value.value)))  # type: ignore[union-attr]
    return found


@pytest.mark.parametrize("module", [labels, list_labels], ids=["labels", "list_labels"])
def test_no_label_takes_the_place_of_another(module: ModuleType) -> None:
    pairs = written(module)
    assert len(pairs) > 30
    assert {repr(member): labels.of(member) for member, _ in pairs} == {repr(member): said for member, said in pairs}

"""Questions before a deed end in a question mark, and their buttons name the deed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from tests.test_layers import ROOT

_NO_DEED = re.compile(r"(có|ok|đồng ý|xác nhận|vâng|được|tiếp tục|chấp nhận)[.!]?", re.IGNORECASE)


@cache
def sources() -> tuple[tuple[str, str], ...]:
    """The names and texts of the modules of the window."""
    return tuple((path.name, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "ui").rglob("*.py")))


@cache
def asked() -> tuple[tuple[str, str, str], ...]:
    """Where something is asked for (``confirm``), the words of the question and those of its button."""
    return tuple(found for name, source in sources() if ".confirm(" in source for found in _asked(name, source))


def _asked(name: str, source: str) -> Iterator[tuple[str, str, str]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "confirm":
            yes = [said(each.value) for each in node.keywords if each.arg == "yes"]
            if yes and node.args:
                yield f"{name}:{node.lineno}", said(node.args[0]), yes[0]


def said(node: ast.expr) -> str:
    """A text of the source; what is filled in is "…"."""
    if isinstance(node, ast.JoinedStr):
        return "".join(said(part) for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else "…"


def test_a_question_is_one() -> None:
    assert len(asked()) > 15
    assert [at for at, question, _yes in asked() if not question.endswith(("?", "…"))] == []


def test_the_button_says_what_is_done() -> None:
    """In two words at least: a verb alone leaves open what it is done to."""
    vague = [at for at, _question, yes in asked() if _NO_DEED.fullmatch(yes) or (" " not in yes and yes != "…")]
    assert vague == []


def test_no_button_of_a_form_only_agrees() -> None:
    buttons = re.compile(r'\byes=f?"([^"]*)"')
    found = [(name, yes) for name, source in sources() for yes in buttons.findall(source) if _NO_DEED.fullmatch(yes)]
    assert found == []

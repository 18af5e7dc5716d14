"""Every piece of long work is told in one way: while it goes on, and when it is done.

These rules read the program itself, so that a job that is added later is held to them too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import thidua_desktop
from thidua_desktop.domain.stages import Stage
from thidua_desktop.wording import progress

PROGRAM = Path(thidua_desktop.__file__).parent
UI = PROGRAM / "ui"
OPENS = frozenset({"Mở tệp", "Mở thư mục", "Xem tệp"})
"""What only ``ui/common/finished`` says."""
READS = frozenset({"backups/window.py", "receiving.py"})
"""Where a folder is asked for that nothing is written into: the place of later backups, lists to read."""
THREADS = frozenset({"ThreadPoolExecutor", "QThread", "QThreadPool", "Thread"})


def holding(*words: str) -> Iterator[tuple[str, ast.Module]]:
    """The files of the window in which one of the words stands, with their trees; parsing all would take long."""
    for path in sorted(UI.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if any(word in text for word in words):
            yield path.relative_to(UI).as_posix(), ast.parse(text)


def calls(name: str) -> Iterator[tuple[str, ast.Module, ast.Call]]:
    """The calls of a method in all of the window: file, its tree, the call."""
    for path, tree in holding(f".{name}("):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name:
                yield path, tree, node


def imports(tree: ast.Module, module: str) -> bool:
    return any(isinstance(node, ast.ImportFrom) and node.module == module for node in ast.walk(tree))


@pytest.mark.parametrize("asks", ["choose_target", "choose_folder"])
def test_whoever_writes_files_lets_them_be_opened(asks: str) -> None:
    writing = {name: tree for name, tree, _call in calls(asks) if name not in READS | {"common/feedback.py"}}
    assert writing
    shut = [name for name, tree in writing.items() if not imports(tree, "thidua_desktop.ui.common.finished")]
    assert shut == []


def test_files_are_opened_from_messages_in_one_way() -> None:
    said = []
    for path, tree in holding(*OPENS):
        for node in ast.walk(tree):
            offered = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Offer"
            words = node.args[0] if offered and isinstance(node, ast.Call) and node.args else None
            if isinstance(words, ast.Constant) and words.value in OPENS:
                said.append(path)
    assert set(said) == {"common/finished.py"}


def test_all_work_goes_through_the_runner_that_tells_it() -> None:
    """Anything else would go on without a bar, without "Dừng", and overlap with other work."""
    for path, tree in holding(*THREADS):
        named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert path.endswith("runner.py") or not named & THREADS, path


def test_labels_say_what_goes_on() -> None:
    said = [
        keyword.value.value
        for _name, _tree, call in calls("run")
        for keyword in call.keywords
        if keyword.arg == "label" and isinstance(keyword.value, ast.Constant)
    ]
    assert len(said) > 40
    assert [words for words in said if not (words.startswith("Đang ") and words.endswith("…"))] == []


def test_every_stage_that_work_tells_has_words_and_is_told() -> None:
    told = set()
    for path in sorted(PROGRAM.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        told |= {
            stage for stage in Stage if f"Stage.{stage.name}" in text and path.name not in ("stages.py", "progress.py")
        }
    assert told == set(Stage) == set(progress.STAGES)

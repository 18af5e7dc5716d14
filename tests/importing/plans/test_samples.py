"""The project's own sample plans, as text and as Word, Excel and PDF files, give exactly what is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.plans.comparing import compare, load
from tests.importing.plans.samples import make_samples
from thidua_desktop.importing.plans import parse
from thidua_desktop.importing.readers import read_file, read_text

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(
    path
    for path in SAMPLES.iterdir()
    if path.suffix in (".txt", ".docx", ".pdf", ".xlsx") and path.with_suffix(".json").exists()
)


def test_there_are_at_least_fifteen_samples() -> None:
    assert len(FILES) >= 15


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_sample_is_read_as_wanted(path: Path) -> None:
    assert compare(parse(read_file(path)), load(path.with_suffix(".json"))).lines == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_block_of_a_sample_has_a_part(path: Path) -> None:
    document = read_file(path)
    draft = parse(document)
    assert [part.source.block for part in draft.parts] == [block.source.block for block in document.blocks]


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".txt"], ids=lambda path: path.name)
def test_windows_line_ends_and_the_clipboard_make_no_difference(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tasks = parse(read_file(path)).tasks
    pasted = parse(read_text(text.replace("\n", "\r\n"))).tasks
    assert [(task.text, task.quarter, task.due) for task in pasted] == [
        (task.text, task.quarter, task.due) for task in tasks
    ]


def test_generated_files_are_read_as_wanted(tmp_path: Path) -> None:
    seen: dict[str, list[str]] = {}
    for path in make_samples.make(tmp_path):
        seen[path.name] = compare(parse(read_file(path)), load(SAMPLES / f"{path.stem}.json")).lines
    assert seen == {name: [] for name in seen}
    assert {Path(name).suffix for name in seen} == {".docx", ".xlsx", ".pdf"}

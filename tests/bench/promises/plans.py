"""A plan of two hundred pages read into tasks, beside the time of only opening the file."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.frame import CPU, OURS, PEAK, WALL, Figures, Growth, Promise, Scene, Side, at_most

_OPENED = {"docx": "python-docx, opened", "pdf": "pypdfium2, text of the pages", "txt": "read"}
_VERSION = 1
_NEXT = {
    "pdf": "Two fifths of the time are asked of pdfium or spent on making words of its answers, a third reads the plan "
    "as from any file; next: lines and outline of a plan found in one walk."
}


@dataclass(frozen=True, slots=True)
class _Ready:
    path: Path
    pages: int


def _build(kind: str, scene: Scene) -> Path:
    from tests.bench import long_plan

    make = {"docx": long_plan.word, "pdf": long_plan.pdf, "txt": long_plan.text}[kind]
    return scene.kept(f"plan-{scene.rows}-v{_VERSION}.{kind}", lambda path: make(path, scene.rows))


def _ready(kind: str, scene: Scene) -> _Ready:
    """The libraries are loaded by reading a plan of a page; memory is tidied as the window has it."""
    gc.set_threshold(2_000, 20, 1_000_000)
    from thidua_desktop.services.imports import read_plan

    read_plan(_build(kind, Scene(scene.cache, scene.scratch, 1)))
    return _Ready(_build(kind, scene), scene.rows)


def _ours(ready: _Ready) -> Figures:
    from thidua_desktop.services.imports import read_plan

    draft = read_plan(ready.path)
    assert len(draft.tasks) > ready.pages, f"{len(draft.tasks)} tasks on {ready.pages} pages"
    return {"tasks": len(draft.tasks)}


def _word(ready: _Ready) -> None:
    import docx

    docx.Document(str(ready.path))


def _pdf(ready: _Ready) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(ready.path) as document:
        for page in document:
            page.get_textpage().get_text_range()


def _text(ready: _Ready) -> None:
    ready.path.read_text(encoding="utf-8")


def _promise(kind: str, named: str) -> Promise:
    opened = {"docx": _word, "pdf": _pdf, "txt": _text}[kind]
    ready = partial(_ready, kind)
    return Promise(
        f"plan-{kind}",
        f"Plan of {{rows}} pages ({named}) read into tasks",
        200,
        Side(OURS, _ours, ready),
        (at_most(CPU, 2),),
        (Side(_OPENED[kind], opened, ready),),
        build=partial(_build, kind),
        growth=Growth((50, 200, 800)),
        shown=(WALL, CPU, PEAK, "tasks"),
        note=_NEXT.get(kind, ""),
    )


PROMISES = (_promise("docx", "Word"), _promise("pdf", "PDF"), _promise("txt", "text"))

"""Papers stay as they were looked at; see ``tests.reports.goldens`` for writing the files anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports import goldens


def _parsed(line: str) -> tuple[list[str], list[float]]:
    """The words of a line and its measures apart, so that a tenth of a millimetre is no difference."""
    page, *rest = line.split(" ")
    if rest[0] == "rule":
        return [page, "rule"], [float(measure) for measure in rest[1:]]
    return [page, *rest[2:]], [float(measure) for measure in rest[:2]]


@pytest.mark.parametrize("name", goldens.PAPERS)
def test_papers(name: str, tmp_path: Path) -> None:
    _compare(name, goldens.lines_of(goldens.PAPERS[name], tmp_path))


@pytest.mark.parametrize("code", goldens.FORMS)
def test_forms(code: str, tmp_path: Path) -> None:
    _compare(f"form_{code}", goldens.form_lines(code, tmp_path))


def _compare(name: str, now: list[str]) -> None:
    golden = (goldens.FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert [_parsed(line)[0] for line in now] == [_parsed(line)[0] for line in golden]
    for line, kept in zip(now, golden, strict=True):
        assert _parsed(line)[1] == pytest.approx(_parsed(kept)[1], abs=0.21), kept


def test_tracker(tmp_path: Path) -> None:
    folder = goldens.FOLDER / "tracker"
    golden = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    now = goldens.tracker(tmp_path)
    assert sorted(now) == sorted(golden)
    for name, text in now.items():
        assert f"{text}\n" == golden[name], name

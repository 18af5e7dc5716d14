"""``thidua manual``: the book where it is wanted, pictures for those who change the program."""

from __future__ import annotations

import io
from collections.abc import Collection
from pathlib import Path

import pytest

from thidua_desktop import app, cli
from thidua_desktop.cli import manual
from thidua_desktop.cli.output import ExitCode, Output
from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.services.container import Services
from thidua_desktop.services.manual import Manual


def run(*arguments: str) -> tuple[ExitCode, str]:
    results = io.StringIO()
    return cli.run(arguments, Output(results, io.StringIO())), results.getvalue()


def test_the_book_is_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The real one takes seconds; how it is set is tried on a short one (``tests.reports.manual``)."""
    wanted = tmp_path / "sach.pdf"
    monkeypatch.setattr(Manual, "write_pdf", lambda _manual, target: target)
    assert run("manual", "--out", str(wanted)) == (ExitCode.DONE, f"{wanted}\n")


def test_a_place_that_cannot_be_written_to_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Manual, "chapters", ())
    (tmp_path / "tep").write_text("không phải thư mục", encoding="utf-8")
    with pytest.raises(FileTrouble):
        Manual().write_pdf(tmp_path / "tep" / "sach.pdf")


def test_pictures_are_taken_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[list[str]] = []

    def taken(_services: Services, out: Path, names: Collection[str]) -> list[Path]:
        asked.append(list(names))
        return [out / f"{name}.png" for name in names]

    monkeypatch.setattr(manual, "screens_office", io.StringIO)  # anything that can be opened and closed
    monkeypatch.setattr(app, "render_named_screens", taken)
    monkeypatch.setattr(manual, "keep_picture", lambda source, _screen: tmp_path / source.name)
    code, results = run("manual", "--pictures", "lich-thang", "khong-co")
    assert (code, asked) == (ExitCode.DONE, [["lich-thang"]])
    assert results == f"{tmp_path / 'lich-thang.png'}\n"
    run("manual", "--pictures")
    assert asked[1] == list(Manual().screens())

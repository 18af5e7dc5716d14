"""No paper and no file that is handed on shows a whole identity number, whatever is added to the reports."""

from __future__ import annotations

import inspect
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.ids import PlanId, TaskId
from thidua_desktop.reports.builders.letters import Letter
from thidua_desktop.reports.model import Paper
from thidua_desktop.services import demo
from thidua_desktop.services.container import Services
from thidua_desktop.services.reporting import Format

CCCD, CMND = "001080123456", "012345678"
YEAR, DAY = 2024, date(2024, 3, 15)

VALUES: dict[str, tuple[Any, ...]] = {
    "plan_id": (PlanId(1),),
    "year": (YEAR,),
    "quarter": (1,),
    "month": (3,),
    "day": (DAY,),
    "format": tuple(Format),
    "paper": tuple(Paper),
    "letters": ([(Letter("Sở Y tế", DAY), [TaskId(1)])],),
}
"""What the papers are asked for, by the name of the parameter."""

NOT_WRITING = frozenset({"owing"})
"""Methods that write no file."""


@pytest.fixture
def office(services: Services, tmp_path: Path) -> Services:
    """A whole sample office in which every recipient has an identity number, in its field and in the remarks."""
    demo.build(services, tmp_path, YEAR)
    for row in services.nominations.rounds(YEAR):
        assert row.round.id is not None
        lines = services.nominations.of_round(row.round.id)
        told = [
            replace(line, id_number=(CCCD, CMND)[at % 2], note=f"CCCD: {CCCD}", citation=f"Ông có số định danh {CCCD}")
            for at, line in enumerate(lines)
        ]
        services.nominations.save_many(told)
    return services


def writers(services: Services) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every method that writes a file to be handed on."""
    for name, method in inspect.getmembers(services.reporting, inspect.ismethod):
        if not name.startswith("_") and name not in NOT_WRITING:
            yield name, method
    yield "tracker", services.trackers.export


def calls(name: str, method: Callable[..., Any]) -> Iterator[dict[str, Any]]:
    wanted = [
        parameter.name
        for parameter in inspect.signature(method).parameters.values()
        if parameter.name != "out" and parameter.default is inspect.Parameter.empty
    ]
    unknown = [parameter for parameter in wanted if parameter not in VALUES]
    assert not unknown, f"{name}: say in VALUES what {unknown} may be"
    for values in product(*(VALUES[parameter] for parameter in wanted)):
        yield dict(zip(wanted, values, strict=True))


def text_of(path: Path) -> str:
    """All text in a file: of a PDF page by page, of a workbook or a Word file part by part."""
    data = path.read_bytes()
    if data.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(data)
        try:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
        finally:
            document.close()
    if data.startswith(b"PK"):
        with zipfile.ZipFile(path) as package:
            return "\n".join(package.read(part).decode("utf-8", "replace") for part in package.namelist())
    return data.decode("utf-8")


def test_no_paper_shows_an_identity_number(office: Services, tmp_path: Path) -> None:
    for name, method in writers(office):
        written = 0
        for number, values in enumerate(calls(name, method)):
            suffix = getattr(values.get("format"), "value", "xlsx" if name == "tracker" else "pdf")
            out = tmp_path / f"{name}-{number}.{suffix}"
            try:
                method(**values, out=out)
            except AppError:
                continue  # not offered in this form
            written += 1
            text = text_of(out)
            assert len(text) > 100, (name, values)
            assert CCCD not in text, (name, values)
            assert CMND not in text, (name, values)
        assert written, f"{name} has written nothing"


def test_the_look_into_files_finds_a_number_that_is_there(office: Services, tmp_path: Path) -> None:
    """The test above would show nothing if it could not read what it looks at."""
    task = replace(office.tasks.get(TaskId(1)), text=f"Hồ sơ của người có số {CCCD}", quarter=1, month=3)
    office.tasks.save(task)
    for format_ in (Format.PDF, Format.DOCX, Format.XLSX):
        assert CCCD in text_of(office.reporting.plan_annex(PlanId(1), tmp_path / f"a.{format_.value}", format_)), (
            format_
        )

"""Word files as another program shows them: the same pages and the same words as the PDF.

``pytest -m office`` runs these; they need LibreOffice (``soffice``) and fail where it is not there.
"""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.reports import cases, goldens, paper, said, submission_cases
from tests.reports.councils import papers as council_papers
from tests.reports.paper import Paper
from tests.reports.plan_reports import REAL, SAMPLES, document_of
from tests.reports.templates import fillings
from thidua_desktop.common.paths import resource
from thidua_desktop.reports import pdf, word
from thidua_desktop.reports.builders.plan_annex import plan_annex
from thidua_desktop.reports.builders.plan_document import plan_document
from thidua_desktop.reports.model import Report
from thidua_desktop.reports.templates import renderer

pytestmark = [pytest.mark.office, pytest.mark.timeout(300)]

NAMES = (
    "dai-hoi-thi-dua-2025",
    "phu-luc-sau-noi-nhan-2025",
    "phuong-theo-quy-2026",
    "so-khong-thoi-gian-2023",
    "thcs-bang-nam-hoc",
)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of its own, so that a LibreOffice that is open does not answer instead."""
    return tmp_path_factory.mktemp("profile")


def shown(document: Path, profile: Path) -> Paper:
    """The pages that LibreOffice makes of a file."""
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(document.parent / "lo"), str(document)], check=True, capture_output=True)
    return paper.read(document.parent / "lo" / f"{document.stem}.pdf")


def both(report: Report, tmp_path: Path, profile: Path) -> tuple[Paper, Paper]:
    pdf.write(report, tmp_path / "giấy.pdf")
    word.write(report, tmp_path / "văn bản.docx")
    return paper.read(tmp_path / "giấy.pdf"), shown(tmp_path / "văn bản.docx", profile)


def with_annex() -> Report:
    tasks = [replace(cases.TASKS[number % 9], id=None, position=number + 1) for number in range(40)]
    return plan_document(cases.PLAN, (), tasks, cases.OFFICE, annexes=(plan_annex(cases.PLAN, tasks),))


WORK = (
    "week_schedule",
    "todo_list",
    "unit_lists",
    "quarter_results",
    "urging_letter",
    "narrative_year",
    "plan_annex",
    *submission_cases.PAPERS,
    *council_papers.PAPERS,
)


def report_of(name: str) -> Report:
    """A paper by the name of its sample or its golden file."""
    if name == "with_annex":
        return with_annex()
    return goldens.PAPERS[name] if name in WORK else document_of(SAMPLES / f"{name}.txt")[1]


@pytest.mark.parametrize("name", [*NAMES, *WORK, "with_annex", *(path.stem for path in REAL)])
def test_word_and_pdf_have_the_same_pages_and_words(name: str, tmp_path: Path, profile: Path) -> None:
    real = next((path for path in REAL if path.stem == name), None)
    report = document_of(real)[1] if real is not None else report_of(name)
    ours, theirs = both(report, tmp_path, profile)
    assert abs(len(theirs.sizes) - len(ours.sizes)) <= len(ours.sizes) // 5
    assert said.letters(said.text_of(report)) <= said.letters(theirs.words())


@pytest.mark.parametrize("name", fillings.PAIRS)
def test_a_filled_template_has_the_pages_and_words_of_the_pdf(name: str, tmp_path: Path, profile: Path) -> None:
    report, filling = fillings.PAIRS[name]
    pdf.write(report, tmp_path / "giấy.pdf")
    renderer.render(resource(f"templates/{filling.kind.value}.docx"), filling, tmp_path / "văn bản.docx")
    ours, theirs = paper.read(tmp_path / "giấy.pdf"), shown(tmp_path / "văn bản.docx", profile)
    assert len(theirs.sizes) == len(ours.sizes)
    assert said.letters(said.text_of(report)) <= said.letters(theirs.words())
    for start in ("CỘNG HÒA", "Độc lập", "Số:"):
        assert theirs.find(start).middle == pytest.approx(ours.find(start).middle, abs=0.8), start
        assert theirs.find(start).base == pytest.approx(ours.find(start).base, abs=3), start


@pytest.mark.parametrize("name", fillings.PAIRS)
def test_a_template_saved_by_another_program_is_filled_in_as_before(name: str, tmp_path: Path, profile: Path) -> None:
    report, filling = fillings.PAIRS[name]
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "docx"]
    original = resource(f"templates/{filling.kind.value}.docx")
    subprocess.run([*command, "--outdir", str(tmp_path), str(original)], check=True, capture_output=True)
    saved = tmp_path / original.name
    assert renderer.faults_of(filling.kind, saved) == ()
    renderer.render(saved, filling, tmp_path / "văn bản.docx")
    missing = said.words(said.text_of(report)) - said.words(fillings.words_of(tmp_path / "văn bản.docx"))
    assert not missing


def test_the_head_stands_where_the_pdf_has_it(tmp_path: Path, profile: Path) -> None:
    plan = replace(cases.PLAN, place="Thành phố Hồ Chí Minh", issued_on=date(2026, 12, 29), superior="Bộ Nội vụ")
    ours, theirs = both(plan_document(plan, (), cases.TASKS, cases.OFFICE), tmp_path, profile)
    for start in ("BỘ NỘI VỤ", "CỘNG HÒA", "Độc lập", "Số:", "Thành phố Hồ Chí Minh, ngày 29", "KẾ HOẠCH", "CÔNG TÁC"):
        here, there = ours.find(start), theirs.find(start)
        assert there.middle == pytest.approx(here.middle, abs=0.8), start
        assert there.base == pytest.approx(here.base, abs=3), start
    motto = theirs.find("Độc lập")
    rule = theirs.rule_below(motto)
    assert rule.length == pytest.approx(56.1, abs=0.6)
    assert rule.middle == pytest.approx(motto.middle, abs=0.5)
    assert theirs.find("Số:").base == pytest.approx(theirs.find("Thành phố Hồ").base, abs=0.3)


def test_pages_are_numbered_at_the_top_and_annexes_anew(tmp_path: Path, profile: Path) -> None:
    _, theirs = both(with_annex(), tmp_path, profile)
    upright = [at for at, size in enumerate(theirs.sizes, start=1) if size[0] < 211]
    tops = [[run.text.strip() for run in theirs.on(page) if run.base < 17] for page in range(1, len(theirs.sizes) + 1)]
    wanted = [[], *([str(number)] for number in range(2, len(upright) + 1))]
    annex = [[], *([str(number)] for number in range(2, len(theirs.sizes) - len(upright) + 1))]
    assert tops == wanted + annex

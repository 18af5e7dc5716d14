"""Golden files: papers as they were when somebody looked at them.

``python -m tests.reports.goldens`` writes them anew; look at the difference before committing it.
"""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.reports import paper, submission_cases
from tests.reports.cases import BODY, OFFICE, PLAN, TASKS, TODAY
from tests.reports.councils import papers as council_papers
from tests.reports.forms import cases as form_cases
from tests.wording.narrative import made
from thidua_desktop.reports import pdf
from thidua_desktop.reports.builders.letters import Letter
from thidua_desktop.reports.builders.plan_annex import plan_annex
from thidua_desktop.reports.builders.plan_document import plan_document
from thidua_desktop.reports.builders.quarter_results import quarter_results
from thidua_desktop.reports.builders.quarter_schedule import quarter_schedule
from thidua_desktop.reports.builders.todo_list import todo_list
from thidua_desktop.reports.builders.unit_lists import unit_lists
from thidua_desktop.reports.builders.urging_letter import urging_letter
from thidua_desktop.reports.builders.wall_page import month_page, quarter_page
from thidua_desktop.reports.builders.week_schedule import week_schedule
from thidua_desktop.reports.builders.year_calendar import year_calendar
from thidua_desktop.reports.excel.tracker.content import Tracker
from thidua_desktop.reports.excel.tracker.writer import write
from thidua_desktop.reports.forms import pdf as form_pdf
from thidua_desktop.reports.model import Paper, Report
from thidua_desktop.services.calendar import office_calendar

FOLDER = Path(__file__).parent / "golden"

PAPERS: dict[str, Report] = {
    "plan_document": plan_document(PLAN, BODY, TASKS[:3], OFFICE, annexes=(plan_annex(PLAN, TASKS[:2]),)),
    "plan_annex": plan_annex(PLAN, TASKS),
    "week_schedule": week_schedule(OFFICE, date(2026, 8, 20), TASKS, office_calendar(), today=TODAY),
    "todo_list": todo_list(OFFICE, TASKS, office_calendar(), title="Năm 2026", today=TODAY),
    "unit_lists": unit_lists(OFFICE, TASKS[:3], title="Năm 2026", today=TODAY),
    "quarter_results": quarter_results(OFFICE, 2026, 2, TASKS[:4], TODAY),
    "urging_letter": urging_letter(OFFICE, Letter("Sở Y tế", date(2026, 9, 5)), [(TASKS[2], PLAN)], today=TODAY),
    "wall_month": month_page(OFFICE, 2026, 8, TASKS, office_calendar(), paper=Paper.A4),
    "wall_quarter": quarter_page(OFFICE, 2026, 2, TASKS, office_calendar(), paper=Paper.A3),
    "quarter_schedule": quarter_schedule(OFFICE, 2026, 2, TASKS[2:4] + TASKS[7:8], TODAY),
    "year_calendar": year_calendar(OFFICE, 2026, TASKS, TODAY),
    "narrative_year": made.printed(16, made.PERIODS[2]),
    **submission_cases.PAPERS,
    **council_papers.PAPERS,
}


FORMS = ("0602.N", "TH-02")
"""Forms of which a golden file is kept; all are laid out by the same code."""


def lines_of(report: Report, scratch: Path) -> list[str]:
    """Page, left edge, base line (mm), face, size and text of every run; then every rule."""
    pdf.write(report, scratch / "paper.pdf")
    return lines_of_file(scratch / "paper.pdf")


def lines_of_file(path: Path) -> list[str]:
    """The same of a PDF that has been written."""
    seen = paper.read(path)
    texts = [
        f"{run.page} {run.left:.1f} {run.base:.1f} {run.font} {run.size:g} {run.text.strip()}" for run in seen.texts
    ]
    rules = [
        f"{rule.page} rule {rule.left:.1f} {rule.top:.1f} {rule.right:.1f} {rule.bottom:.1f}" for rule in seen.rules
    ]
    return texts + rules


def parts_of(workbook: Path) -> dict[str, str]:
    """The parts of a workbook that say what is in it; the program's own version is left out."""
    with zipfile.ZipFile(workbook) as package:
        return {
            name: package.read(name).decode().replace("><", ">\n<")
            for name in package.namelist()
            if not name.startswith(("docProps/", "xl/theme/"))
        }


def tracker(scratch: Path) -> dict[str, str]:
    write(Tracker(OFFICE, (PLAN,), TASKS, TODAY), scratch / "tracker.xlsx")
    return parts_of(scratch / "tracker.xlsx")


def form_lines(code: str, scratch: Path) -> list[str]:
    form_pdf.write((form_cases.sheet(code),), scratch / "form.pdf", code)
    return lines_of_file(scratch / "form.pdf")


def main() -> None:
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        for name, report in PAPERS.items():
            (FOLDER / f"{name}.txt").write_text("\n".join(lines_of(report, scratch)) + "\n", encoding="utf-8")
        for code in FORMS:
            (FOLDER / f"form_{code}.txt").write_text("\n".join(form_lines(code, scratch)) + "\n", encoding="utf-8")
        for name, text in tracker(scratch).items():
            part = FOLDER / "tracker" / name
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
